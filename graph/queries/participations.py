"""The writes of participations: who is named in an experience and asked, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.ids import new_id
from graph.model.participations import CLAIMED, CONFIRMED, PARTICIPATION_CLAIM, WITHDRAWN
from graph.model.stored import stored
from graph.queries.records import Link, Writing, locked

_ROLE = MODEL.nodes["Experience"].edge("participants").properties
"""What is said of a participation: the role and the days."""

_STATUSES = "MATCH (o:Node&Organization) WHERE o.id IN $ids RETURN o.id AS id, o.status AS status"
_CURRENT = f"""
MATCH (:Node&Experience {{id: $experience}})<-[:NAMED_IN]-(c:ParticipationClaim)-[:NAMES]->(o)
WHERE c.status <> '{WITHDRAWN.value}'
{locked("c")}
RETURN c.id AS id, c.status AS status, o.id AS organization,
       c.role AS role, c.since AS since, c.until AS until
"""
_SHOWN = """
MATCH (:Node&Experience {id: $experience})-[r:HAS_PARTICIPANT]->(o)
RETURN o.id AS organization, r.role AS role, r.since AS since, r.until AS until
"""
_ASK = """
UNWIND $claims AS claim
MATCH (o:Node&Organization {id: claim.organization})
CREATE (c:Node&ParticipationClaim)-[:NAMES]->(o) SET c = claim.properties
WITH c
OPTIONAL MATCH (e:Node&Experience {id: $experience})
FOREACH (_ IN CASE WHEN e IS NULL THEN [] ELSE [1] END | CREATE (c)-[:NAMED_IN]->(e))
"""
_CHANGE = """
UNWIND $changes AS change
MATCH (c:Node&ParticipationClaim {id: change.id})
SET c += change.properties, c.version = c.version + 1, c.updatedAt = $now
"""
_SHOW = f"""
MATCH (c:Node&ParticipationClaim {{id: $id}})
MATCH (c)-[:NAMED_IN]->(e), (c)-[:NAMES]->(o)
OPTIONAL MATCH (e)-[old:HAS_PARTICIPANT {{role: c.role}}]->(o)
DELETE old
WITH DISTINCT c, e, o WHERE c.status = '{CONFIRMED.value}'
CREATE (e)-[r:HAS_PARTICIPANT]->(o)
SET r = {{{", ".join(f"{member.name}: c.{member.name}" for member in _ROLE)}}}
"""

Key = tuple[str, str]
"""An organization and its role in an experience: what is asked once."""


@dataclass(frozen=True, slots=True)
class Named:
    """An organization as it is named in an experience: in a role, and since when until when."""

    organization: str
    values: Mapping[str, Any]

    @property
    def key(self) -> Key:
        """What tells it apart."""
        return self.organization, str(self.values["role"])

    def says(self, other: "Named | None") -> bool:
        """Whether the same is said. A date of the graph and one of a client compare as text."""
        return other is not None and _as_text(self.values) == _as_text(other.values)

    def link(self) -> Link:
        """The same, as a target of `Experience.participants`."""
        return Link(self.organization, self.values)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is named, and the claim's id and status."""

    id: str
    status: str
    named: Named


def _as_text(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


def _named(row: Mapping[str, Any]) -> Named:
    said = {name: row[name] for name in ("role", "since", "until") if row[name] is not None}
    return Named(row["organization"], said)


async def statuses(writing: Writing, organizations: Sequence[str]) -> dict[str, str]:
    """The status of each of these organizations that there is."""
    rows = await writing.run(_STATUSES, ids=list(organizations))
    return {row["id"]: row["status"] for row in rows}


async def current(writing: Writing, experience: str) -> dict[Key, Asked]:
    """The claims of an experience that are not withdrawn, locked."""
    rows = await writing.run(_CURRENT, experience=experience)
    found = [Asked(row["id"], row["status"], _named(row)) for row in rows]
    return {asked.named.key: asked for asked in found}


async def shown(writing: Writing, experience: str) -> dict[Key, Named]:
    """The participants of an experience that its readers see."""
    found = [_named(row) for row in await writing.run(_SHOWN, experience=experience)]
    return {named.key: named for named in found}


def _claim(writing: Writing, author: str, named: Named) -> dict[str, Any]:
    """A claim that is not written yet: whom it asks, and its properties."""
    node, now = PARTICIPATION_CLAIM, writing.parameters["now"]
    assert node.prefix is not None
    given = {
        **named.values,
        "id": new_id(node.prefix),
        "status": CLAIMED,
        "version": 1,
        "createdAt": now,
        "updatedAt": now,
        "demo": False,
        "audience": Audience.OWNERS.value,
        "ownerIds": [author, named.organization],
        "askedId": named.organization,
    }
    return {"organization": named.organization, "properties": stored(node, given)}


async def ask(
    writing: Writing, author: str, named: Sequence[Named], experience: str | None = None
) -> list[Link]:
    """Ask whom the author names in an experience; the claims. Without one they lead nowhere yet."""
    claims = [_claim(writing, author, one) for one in named]
    if claims:
        await writing.run(_ASK, experience=experience, claims=claims)
    return [Link(claim["properties"]["id"]) for claim in claims]


async def change(writing: Writing, changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Change claims, by their ids."""
    if changes:
        rows = [{"id": id_, "properties": dict(properties)} for id_, properties in changes.items()]
        await writing.run(_CHANGE, changes=rows)


async def show(writing: Writing, claim_id: str) -> None:
    """Let a confirmed participation stand among the participants, and no other."""
    await writing.run(_SHOW, id=claim_id)
