"""Two organizations that are one: what leads to or from one leads to or from the other, each once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.courses import SHARE
from graph.model.events import THEN_OWNERS
from graph.model.indexes import SEARCH_BODY, SEARCH_TITLE
from graph.model.members import Access, Direction, Edge
from graph.queries.groups import SHOWN
from graph.queries.records import Writing, locked
from graph.text import fold

_LABEL = "Organization"

_FACING = "COHORT_REPORTED_BY|COHORT_PAID_BY|RATES|RATED_BY|PAYMENT_FROM|PAYMENT_TO"
"""What leads from a record between two to its ends, where nobody is both."""
_NAMED_AUTHOR = f"NOT n.audience IN ['{Audience.ANONYMIZED.value}', '{Audience.AUTHORS.value}']"
"""Of what tells nobody whose it is, no refusal tells it either: see `_OWN_ADOPTIONS`."""
_BOTH = f"""
MATCH (o:Node&Organization) WHERE o.id IN [$kept, $gone]
WITH o ORDER BY o.id
{locked("o")}
WITH collect(o) AS both
MATCH (kept:Node&Organization {{id: $kept}}), (gone:Node&Organization {{id: $gone}})
RETURN EXISTS {{ (kept)<-[:HAS_PARTY]-(:Partnership)-[:HAS_PARTY]->(gone) }}
    OR EXISTS {{ (kept)<-[:PROVIDED_BY|RECEIVED_BY]-(:Exchange)-[:PROVIDED_BY|RECEIVED_BY]->(gone) }}
    OR EXISTS {{ (kept)<-[:PUBLISHED_BY]-(a:Adoption)-[:ADOPTS]->(n)-[:PUBLISHED_BY]->(gone)
                 WHERE a.status <> 'WITHDRAWN' AND {_NAMED_AUTHOR} }}
    OR EXISTS {{ (gone)<-[:PUBLISHED_BY]-(a:Adoption)-[:ADOPTS]->(n)-[:PUBLISHED_BY]->(kept)
                 WHERE a.status <> 'WITHDRAWN' AND {_NAMED_AUTHOR} }}
    OR EXISTS {{ (kept)<-[:PUBLISHED_BY|ADDRESSED_TO]-(c:Campaign)-[:PUBLISHED_BY|ADDRESSED_TO]->(gone)
                 WHERE c.status <> 'WITHDRAWN' }}
    OR EXISTS {{ (kept)<-[:{_FACING}]-(:CohortReport|QualityRating|Payment)-[:{_FACING}]->(gone) }} AS bound,
  properties(gone) AS gone
"""
_NAMED = f"""
MATCH (n) WHERE n.audience = '{Audience.ANONYMIZED.value}' AND any(id IN n.ownerIds WHERE id IN $ids)
WITH n, ' ' + coalesce(n.{SEARCH_TITLE}, '') + ' ' + coalesce(n.{SEARCH_BODY}, '') + ' ' AS text
WHERE any(name IN $names WHERE text CONTAINS ' ' + name + ' ')
RETURN n.id AS id
"""
_OWNED = """
MATCH (n:Node) WHERE $gone IN n.ownerIds
SET n.ownerIds = reduce(ids = [], id IN n.ownerIds |
  CASE WHEN CASE id WHEN $gone THEN $kept ELSE id END IN ids THEN ids
       ELSE ids + CASE id WHEN $gone THEN $kept ELSE id END END)
"""
_TOLD_THEN = _OWNED.replace("n:Node", "n:Event").replace("ownerIds", THEN_OWNERS)
_ASKED = f"""
MATCH (c:{"|".join(node.label for node in MODEL.nodes.values() if node.access is Access.ASKED)})
WHERE c.askedId IN [$gone, $kept]
SET c.askedId = $kept
// Nobody asks itself: its own word stands without. What it has certified itself stays certified.
WITH c WHERE all(id IN c.ownerIds WHERE id = $kept) AND NOT (c:CourseQualification AND c.status = 'CONFIRMED')
SET c.status = 'WITHDRAWN'
WITH c MATCH (:CostShare {{id: c.id}})--(course:Course)-[paid:PAID_BY]->(:Node {{id: $kept}}) DELETE paid
"""
_OWN_RECOGNITIONS = """
MATCH (kept:Node&Organization {id: $kept})<-[:PUBLISHED_BY]-(r:Recognition)
WHERE EXISTS { (r)-->(:Qualification)-[:PUBLISHED_BY]->(kept) }
SET r.status = 'WITHDRAWN', r.audience = 'OWNERS'
"""
_OWN_ADOPTIONS = """
MATCH (kept:Node&Organization {id: $kept})<-[:PUBLISHED_BY]-(a:Adoption)
WHERE a.status <> 'WITHDRAWN' AND EXISTS { (a)-[:ADOPTS]->()-[:PUBLISHED_BY]->(kept) }
SET a.status = 'WITHDRAWN', a.audience = 'OWNERS'
"""
_OWN_APPLICABILITY = """
MATCH (kept:Node&Organization {id: $kept})<-[:SAID_BY]-(a:Applicability)
WHERE EXISTS { (a)-[:SAID_OF]->()-[:PUBLISHED_BY]->(kept) }
SET a.status = 'WITHDRAWN'
"""
_OWN_ENDORSEMENTS = """
MATCH (kept:Node&Organization {id: $kept})<-[:PUBLISHED_BY]-(e:Endorsement)
WHERE EXISTS { (e)-[:ENDORSES]->(:Campaign)-[:PUBLISHED_BY]->(kept) }
SET e.status = 'WITHDRAWN', e.audience = 'OWNERS'
"""
_GROUP_MEMBERS = f"""
MATCH (o:Node&Organization {{id: $kept}})<-[:SEAT_OF]-(:GroupSeat)-[:SEAT_IN]->(g)
WITH DISTINCT g, o
{SHOWN}
"""
_SHARES = f"""
MATCH (kept:Node&Organization {{id: $kept}})<-[:ASKED_TO_PAY]-(s:CostShare {{status: 'CONFIRMED'}})
MATCH (s)-[:CLAIMED_OF]->(:Course)-[paid:PAID_BY]->(kept)
SET paid = {{{", ".join(f"{member.name}: s.{member.name}" for member in SHARE)}}}
"""
_ONCE: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("BoardSeat", "organization", "board", ("CONFIRMED", "PROPOSED"), "ENDED"),
    ("NetworkMembership", "organization", "network", ("ACTIVE", "INVITED"), "ENDED"),
    (
        "MembershipApplication",
        "applicant",
        "network",
        ("LICENCE_CHECKED", "DOCUMENTS_CHECKED", "SUBMITTED", "RETURNED", "DRAFT"),
        "WITHDRAWN",
    ),
    ("GroupSeat", "organization", "group", ("CONFIRMED", "ASKED"), "ENDED"),
    ("CostShare", "payer", "course", ("CONFIRMED", "CLAIMED"), "WITHDRAWN"),
    ("Recognition", "recognizer", "qualification", ("PUBLISHED", "DRAFT"), "WITHDRAWN"),
    ("ProcessFollowing", "publisher", "process", ("PUBLISHED", "DRAFT"), "WITHDRAWN"),
    ("Endorsement", "publisher", "campaign", ("PUBLISHED", "DRAFT"), "WITHDRAWN"),
    ("Applicability", "organization", "about", ("STANDING",), "WITHDRAWN"),
)
"""Records that an organization has once of a thing: their edges to both, the states in which they stand,
the firmest first, and that of those which give way: what nobody had agreed on yet is withdrawn."""
_APART = {"BoardSeat": "office"}
"""What tells several of one thing apart, by label."""
_LAST_DAY = "CASE WHEN r.since > $today THEN r.since WHEN r.until < $today THEN r.until ELSE $today END"
_THERE = """
MATCH (:Node&Organization {id: $gone})-[r]->() RETURN DISTINCT type(r) AS type, true AS outwards
UNION
MATCH (:Node&Organization {id: $gone})<-[r]-() RETURN DISTINCT type(r) AS type, false AS outwards
"""
_OWN_TIES = """
MATCH (:Node {id: $gone})-[t:TIED_TO]-(:Node {id: $kept}) DELETE t
"""
_CLAIMS_OF_ONE = """
MATCH (kept:Node&Organization {id: $kept})<-[:TIE_FROM]-(c:TieClaim)-[:TIE_TO]->(kept)
SET c.status = 'WITHDRAWN', c.audience = 'COORDINATORS'
"""
_CLAIMS_TWICE = """
MATCH (:Node&Organization {id: $kept})<-[a:TIE_FROM|TIE_TO]-(c:TieClaim)-[:TIE_FROM|TIE_TO]->(o:Organization)
WHERE o.id <> $kept AND c.status IN ['CLAIMED', 'DISPUTED', 'CONFIRMED']
WITH o, c, CASE c.kind WHEN 'WORKS_WITH' THEN '' ELSE type(a) END AS way
ORDER BY c.status = 'CONFIRMED' DESC, c.createdAt, c.id
WITH o, c.kind AS kind, way, collect(c)[1..] AS twice
UNWIND twice AS c
SET c.status = 'WITHDRAWN', c.audience = 'COORDINATORS'
WITH c MATCH ()-[t:TIED_TO {id: c.id}]->() DELETE t
"""
_CONTACTS = """
MATCH (:Node&Organization {id: $kept})-[:HAS_CONTACT]->(c:Contact)
WITH c ORDER BY c.position
WITH c.kind AS kind, c.value AS value, collect(c) AS same
FOREACH (c IN same[1..] | DETACH DELETE c)
WITH head(same) AS c ORDER BY c.position
WITH collect(c) AS contacts
FOREACH (i IN range(0, size(contacts) - 1) | FOREACH (c IN [contacts[i]] | SET c.position = i))
"""
_FOLLOWED_TWICE = """
MATCH (:Node&Organization {id: $kept})<-[:FOLLOWED]-(f:Follow)-[:OF]->(a:Account)
WITH a, f ORDER BY f.createdAt, f.id
WITH a, collect(f)[1..] AS twice
UNWIND twice AS f
DETACH DELETE f
"""
_GONE = """
MATCH (gone:Node&Organization {id: $gone}), (kept:Node&Organization {id: $kept})
REMOVE gone:Organization
SET gone = {id: $gone, nameFa: gone.nameFa, at: $now}, gone:Merged
CREATE (gone)-[:MERGED_INTO]->(kept)
"""


@dataclass(frozen=True, slots=True)
class Both:
    """The one that goes, as it stands, and whether something binds the two to each other."""

    gone: dict[str, Any]
    bound: bool


async def both(writing: Writing, kept: str, gone: str) -> Both | None:
    """Two organizations that are to be one, locked; None where one is unknown."""
    rows = await writing.run(_BOTH, kept=kept, gone=gone)
    return Both(rows[0]["gone"], rows[0]["bound"]) if rows else None


async def named_by_their_own(writing: Writing, ids: Sequence[str], names: Sequence[str]) -> list[str]:
    """The anonymized records of these organizations that hold one of the names."""
    folded = [name for name in map(fold, names) if name]
    return [row["id"] for row in await writing.run(_NAMED, ids=list(ids), names=folded)]


async def merge(writing: Writing, kept: str, gone: str) -> None:
    """Let everything that leads to or from one organization lead to or from the other, each once.

    The one that goes keeps its id, which leads to the other from now on.
    """
    there = [(row["type"], row["outwards"]) for row in await writing.run(_THERE, gone=gone)]
    moving = [text for way, text in _moved().items() if way in there]
    own = (
        _CLAIMS_OF_ONE,
        _CLAIMS_TWICE,
        _OWN_RECOGNITIONS,
        _OWN_ENDORSEMENTS,
        _OWN_ADOPTIONS,
        _OWN_APPLICABILITY,
        *_giving_way(),
    )
    own = (*own, _GROUP_MEMBERS, _SHARES)
    texts = (_OWN_TIES, *moving, _OWNED, _TOLD_THEN, _ASKED, *own, _CONTACTS, _FOLLOWED_TWICE, _GONE)
    for text in texts:
        given = {name: value for name, value in (("kept", kept), ("gone", gone)) if f"${name}" in text}
        await writing.run(text, **given)


@cache
def _giving_way() -> tuple[str, ...]:
    """A statement for each kind of record that an organization has once of a thing: the later ones end."""
    return tuple(_once(*row) for row in _ONCE)


def _once(label: str, mine: str, of: str, standing: tuple[str, ...], end: str) -> str:
    def step(edge: Edge) -> str:
        return f"<-[:{edge.type}]-" if edge.direction is Direction.IN else f"-[:{edge.type}]->"

    node = MODEL.nodes[label]
    apart = f", r.{_APART[label]} AS apart" if label in _APART else ""
    firm = f"r.status = '{standing[0]}'" if end == "ENDED" else "false"
    return f"""MATCH (o:Node&Organization {{id: $kept}})
MATCH (r:{label}){step(node.edge(mine))}(o)
MATCH (r){step(node.edge(of))}(x)
WHERE r.status IN {list(standing)}
WITH x, r ORDER BY reduce(at = 0, i IN range(0, {len(standing) - 1}) |
    CASE WHEN {list(standing)}[i] = r.status THEN i ELSE at END), r.createdAt, r.id
WITH x{apart}, collect(r)[1..] AS later
UNWIND later AS r
FOREACH (_ IN CASE WHEN {firm} THEN [1] ELSE [] END |
  SET r.until = {_LAST_DAY}, r.status = '{end}')
FOREACH (_ IN CASE WHEN r.status = '{end}' THEN [] ELSE [1] END |
  SET r.status = 'WITHDRAWN', r.audience = 'OWNERS')"""


@cache
def _moved() -> dict[tuple[str, bool], str]:
    """A statement for every relationship an organization can have, by type and whether it starts there."""
    beside = ("ACTS_FOR", "MERGED_INTO", "INVITES_TO", "TELLS", "FOLLOWED")
    found: dict[tuple[str, bool], Edge | None] = dict.fromkeys((type_, False) for type_ in beside)
    for edge, outwards in _ways():
        found.setdefault((edge.type, outwards), edge)
    return {way: _moving(way[0], edge, outwards=way[1]) for way, edge in found.items()}


def _ways() -> Iterator[tuple[Edge, bool]]:
    """Each edge that starts or ends at an organization, and whether its relationship starts there."""
    for node in MODEL.nodes.values():
        for edge in node.edges():
            if edge.filter_only:
                continue
            if node.label == _LABEL:
                yield from ((edge, way) for way in _pointing(edge.direction))
            elif any(to.label == _LABEL for to in MODEL.labels(edge.to)):
                yield from ((edge, not way) for way in _pointing(edge.direction))


def _pointing(direction: Direction) -> tuple[bool, ...]:
    return {Direction.OUT: (True,), Direction.IN: (False,), Direction.BOTH: (True, False)}[direction]


def _moving(type_: str, edge: Edge | None, *, outwards: bool) -> str:
    def pattern(one: str, r: str, other: str) -> str:
        return f"({one})-[{r}:{type_}]->({other})" if outwards else f"({other})-[{r}:{type_}]->({one})"

    same = [f"s.{edge.parallel} = r.{edge.parallel}"] if edge is not None and edge.parallel else []
    there = f"EXISTS {{ {pattern('kept', 's', 'x')}{' WHERE ' if same else ''}{''.join(same)} }}"
    if edge is not None and outwards and not edge.many:
        there = f"EXISTS {{ {pattern('kept', '', '')} }}"
    return f"""MATCH (kept:Node&Organization {{id: $kept}}), (gone:Node&Organization {{id: $gone}})
MATCH {pattern("gone", "r", "x")}
WITH kept, x, r, {there} AS there
FOREACH (_ IN CASE WHEN there THEN [] ELSE [1] END | CREATE {pattern("kept", "n", "x")} SET n = properties(r))
DELETE r"""
