"""What writes ask of the network where a record is anonymized: who could have written it, whom it names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.anonymity import Candidate, Candidates, Coarser, Shown, Written
from graph.model.events import UNTOLD
from graph.model.members import Access
from graph.model.organizations import OrganizationStatus
from graph.model.snapshots import TYPE as VERSIONS
from graph.model.written import ANONYMIZED, paired_edges, twin
from graph.queries.records import Record, Writing, locked
from graph.text.clean import DIGITS
from graph.text.traces import Facts

RECORDS = tuple(node for node in MODEL.nodes.values() if node.anonymizable and node.life is not None)
_LABELS = "|".join(node.label for node in RECORDS)
_DRAWN = "DRAWN_FROM|SUPPORTED_BY|CONTRADICTED_BY"
"""What leads from one record to another, which may tell that one author wrote both."""

# Behind one lock: of two changes at once, each of which leaves five, both might leave four.
_CANDIDATES = f"""
MATCH (c:Counter {{name: 'anonymity'}}) {locked("c")}
WITH c
OPTIONAL MATCH (author:Organization {{id: $author}})
WITH author
RETURN COLLECT {{
  MATCH (o:Organization)
  WHERE o.status = '{OrganizationStatus.MEMBER.value}' AND (author IS NULL OR o.kind = author.kind)
  RETURN {{
    kind: o.kind, founded: o.foundingDate, groups: coalesce(o.targetGroups, []),
    regions: COLLECT {{
      MATCH (o)-[:SERVES|LOCATED_IN]->(:Region)-[:PART_OF*0..3]->(r) RETURN DISTINCT r.id
    }},
    topics: COLLECT {{ MATCH (o)-[:ABOUT]->(:Topic)-[:BROADER*0..5]->(t) RETURN DISTINCT t.id }}
  }}
}} AS candidates
"""

_ABOVE = """
UNWIND $ids AS id MATCH (n:Node {id: id})
RETURN COLLECT {
  MATCH p = (n)-[:PART_OF|BROADER*0..5]->(above) RETURN {id: above.id, kind: above.kind} ORDER BY length(p)
} AS above
"""

_BESIDE = f"""
MATCH (n:Node {{id: $id}}) WITH n, n.ownerIds AS owners
UNWIND $drawn + [n.id] AS start MATCH (s:Node {{id: start}})
MATCH (s)-[:{_DRAWN}*0..4]-(m:{_LABELS})
WHERE m <> n AND m.audience = '{ANONYMIZED}' AND any(owner IN m.ownerIds WHERE owner IN owners)
WITH DISTINCT m
RETURN m {{.startedOn, .endedOn, .targetGroups}} AS values,
       [(m)-[:LOCATED_IN]->(r:Region) | r.id] AS region, [(m)-[:ABOUT]->(t:Topic) | t.id] AS topics
"""

_FACTS = """
MATCH (o:Organization) WHERE o.id IN $ids
RETURN o {.id, .nameFa, .nameEn, .website, .nationalId, .registrationNumber} AS organization,
       [(o)-[:HAS_CONTACT]->(c) | c {.kind, .value}] AS contacts
"""

_RARE = """
UNWIND $words AS word
WITH word, COUNT {
  MATCH (o:Organization) WHERE ' ' + o.nameFaFold + ' ' CONTAINS ' ' + word + ' '
    OR ' ' + coalesce(o.nameEnFold, '') + ' ' CONTAINS ' ' + word + ' '
} AS times
WHERE times < $anonymity
RETURN word
"""

_OWN = (
    "MATCH (n:Node) WHERE n.id IN $ids AND (n.id IN $owners OR any(o IN n.ownerIds WHERE o IN $owners))"
    " RETURN n.id AS id"
)
_POSTS = frozenset(("gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "chmail.ir", "mailfa.com"))
"""Where anybody has an address: it tells nothing of an organization."""


async def candidates(writing: Writing, author: str) -> Candidates:
    """The organizations that could have written what `author` has: those on the hub, of its kind."""
    (row,) = await writing.run(_CANDIDATES, author=author)
    return Candidates([_candidate(one) for one in row["candidates"]])


def _candidate(row: Mapping[str, Any]) -> Candidate:
    return Candidate(
        frozenset(row["regions"]), frozenset(row["topics"]), frozenset(row["groups"]), row["founded"]
    )


async def above(writing: Writing, ids: Sequence[str]) -> list[tuple[str, ...]]:
    """Each region or topic with all it lies within, nearest first. The whole country tells nothing."""
    if not ids:
        return []
    rows = await writing.run(_ABOVE, ids=list(ids))
    return [
        tuple(one["id"] for place, one in enumerate(row["above"]) if place == 0 or one["kind"] != "COUNTRY")
        for row in rows
    ]


async def beside(writing: Writing, record: str, drawn: Sequence[str]) -> list[Shown]:
    """What the anonymized records of one author show that lead to each other; `drawn` are to be led to."""
    rows = await writing.run(_BESIDE, id=record, drawn=list(drawn))
    return [_shown(row) for row in rows]


def _shown(row: Mapping[str, Any]) -> Shown:
    values = row["values"]
    days = [day for day in (values["startedOn"], values["endedOn"]) if day is not None]
    groups = frozenset(values["targetGroups"] or ())
    return Shown(next(iter(row["region"]), None), frozenset(row["topics"]), groups, max(days, default=None))


# -- after the network has changed ------------------------------------------------------------------

_ALL = f"""
MATCH (n:{_LABELS}) WHERE n.audience = '{ANONYMIZED}'
MATCH (author:Organization {{id: n.ownerIds[0]}})
RETURN collect({{
  id: n.id, label: head([l IN labels(n) WHERE l <> 'Node']), kind: author.kind,
  values: n {{.startedOn, .endedOn, .targetGroups}},
  region: [(n)-[:LOCATED_IN]->(r:Region) | r.id], topics: [(n)-[:ABOUT]->(t:Topic) | t.id],
  beside: COLLECT {{
    MATCH (n)-[:{_DRAWN}*1..4]-(m:{_LABELS})
    WHERE m <> n AND m.audience = '{ANONYMIZED}' AND any(owner IN m.ownerIds WHERE owner IN n.ownerIds)
    RETURN DISTINCT m.id
  }}
}}) AS records
"""

_FORGET_VERSIONS = (
    f"CALL (n) {{ MATCH (n)-[:{VERSIONS}]->(v:Version) WHERE v.audience = '{ANONYMIZED}'"
    f" SET v.audience = '{Audience.AUTHORS.value}' }}"
)
"""Earlier versions show what too few could have written."""

_BENEATH = "|".join(
    sorted(
        node.parent.type
        for node in MODEL.nodes.values()
        if node.access in {Access.JUDGED, Access.SAID} and node.parent is not None
    )
)
"""What leads to a record from what is said of it, and to that from what is said of that."""

_WITHHOLD = f"""
MATCH (n:Node {{id: $id}}) SET n.audience = '{Audience.AUTHORS.value}'
WITH n {_FORGET_VERSIONS}
WITH n MATCH (n)<-[:{_BENEATH}*0..2]-()<-[:SUBJECT]-(e:Event)
SET e.audience = n.audience, e.at = coalesce(e.{twin("at")}, e.at) REMOVE e.{twin("at")}, e.{UNTOLD}
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An anonymized record as others read it: of which kind its author is, and what leads to it."""

    id: str
    label: str
    kind: str
    shown: Shown
    beside: tuple[str, ...]
    row: Mapping[str, Any]


async def standing(writing: Writing) -> list[Standing]:
    """All records that are anonymized."""
    (row,) = await writing.run(_ALL)
    return [
        Standing(one["id"], one["label"], one["kind"], _shown(one), tuple(one["beside"]), one)
        for one in row["records"]
    ]


async def written(writing: Writing, record: Standing) -> Written:
    """What a record shows, as what it could show less exactly."""
    values = record.row["values"]
    (region,) = await above(writing, record.row["region"]) or [()]
    return Written(
        {name: values[name] for name in ("startedOn", "endedOn") if values[name] is not None},
        region,
        tuple(await above(writing, record.row["topics"])),
        tuple(values["targetGroups"] or ()),
    )


async def show(writing: Writing, record: Standing, coarser: Coarser) -> None:
    """Let others read a record less exactly."""
    values: dict[str, Any] = {**coarser.dates}
    if "targetGroups" in MODEL.nodes[record.label].by_name:
        values["targetGroups"] = list(coarser.groups)
    targets = {"region": [coarser.region] if coarser.region else [], "topics": list(coarser.topics)}
    parts = [
        f"CALL (n) {{ MATCH (n)-[r:{edge.type}]->(:{edge.to}) DELETE r }}"
        f" CALL (n) {{ MATCH (m:Node:{edge.to}) WHERE m.id IN $targets.{edge.name}"
        f" CREATE (n)-[:{edge.type}]->(m) }}"
        for edge in paired_edges(MODEL.nodes[record.label])
    ]
    parts.append(_FORGET_VERSIONS)
    text = f"MATCH (n:Node {{id: $id}}) SET n += $values WITH n {' '.join(parts)} RETURN count(n) AS n"
    await writing.run(text, id=record.id, values=values, targets=targets)


async def withhold(writing: Writing, id_: str) -> None:
    """Let its author alone read a record that too few could have written, or that names its author now."""
    await writing.run(_WITHHOLD, id=id_)


async def by_kind(writing: Writing) -> dict[str, Candidates]:
    """All that could be authors, by the kind of organization."""
    (row,) = await writing.run(_CANDIDATES, author=None)
    kinds: dict[str, list[Candidate]] = {}
    for one in row["candidates"]:
        kinds.setdefault(one["kind"], []).append(_candidate(one))
    return {kind: Candidates(found) for kind, found in kinds.items()}


# -- whom a text names -----------------------------------------------------------------------------


async def anonymized_by(writing: Writing, owner: str) -> list[Record]:
    """All that an organization has published without its name, and what it has answered as its author."""
    rows = await writing.run(
        f"MATCH (n:{_LABELS}|Answer) WHERE n.audience = '{ANONYMIZED}' AND $owner IN n.ownerIds"
        " AND coalesce(n.fromAuthor, true)"
        " RETURN properties(n) AS properties, head([l IN labels(n) WHERE l <> 'Node']) AS label",
        owner=owner,
    )
    return [Record(row["properties"]["id"], row["label"], row["properties"]) for row in rows]


async def names_of_regions(writing: Writing, ids: Sequence[str]) -> list[str]:
    """The names of regions, in both languages."""
    text = (
        "MATCH (r:Region) WHERE r.id IN $ids UNWIND [r.nameFa, r.nameEn] AS name"
        " WITH name WHERE name IS NOT NULL RETURN name"
    )
    return [str(row["name"]) for row in await writing.run(text, ids=list(ids))]


async def facts(writing: Writing, owners: Sequence[str]) -> Facts:
    """What must not stand in a text of these organizations."""
    names: list[str] = []
    spellings: list[str] = []
    numbers: list[str] = []
    for row in await writing.run(_FACTS, ids=list(owners)):
        one = row["organization"]
        names += [one[name] for name in ("nameFa", "nameEn") if one.get(name)]
        spellings.append(one["id"])
        known = facts_of(one, row["contacts"])
        spellings += known[0]
        numbers += known[1]
    return Facts(tuple(names), tuple(spellings), tuple(numbers))


def facts_of(values: Mapping[str, Any], contacts: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[str]]:
    """The spellings and the numbers among an organization's values and contacts."""
    spellings: list[str] = []
    numbers = [values[name] for name in ("nationalId", "registrationNumber") if values.get(name)]
    if values.get("website"):
        host = re.sub(r"^[a-z]+://(?:www\.)?", "", str(values["website"]).lower()).split("/")[0]
        spellings.append(host.partition(":")[0])
    for contact in contacts:
        kind, value = getattr(contact["kind"], "value", contact["kind"]), str(contact["value"])
        if kind in {"PHONE", "MOBILE"}:
            numbers.append(value)
        elif kind == "EMAIL":
            host = value.lower().rpartition("@")[2].strip()
            spellings += [value] if host in _POSTS else [value, host]
        else:
            spellings.append(value)
            numbers += [value] if any(sign.isdigit() for sign in value) and kind == "MESSENGER" else []
    return spellings, [number for number in map(_digits, numbers) if len(number) > 3]


def _digits(number: str) -> str:
    """A number without what says from where it is dialled."""
    plain = re.sub(r"\D", "", number.translate(DIGITS))
    return re.sub(r"^(?:0098|98(?=\d{10}$)|0(?=\d{10}$))", "", plain)


async def rare_words(writing: Writing, words: Sequence[str]) -> list[str]:
    """Those of these words that stand in the names of fewer organizations than are to fit."""
    return [row["word"] for row in await writing.run(_RARE, words=list(words))]


async def own(writing: Writing, ids: Sequence[str], owners: Sequence[str]) -> set[str]:
    """Those of these ids that are the organizations' own, or of their records."""
    return {row["id"] for row in await writing.run(_OWN, ids=list(ids), owners=list(owners))}
