"""The writes of naming: who is named in a record and asked, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.ids import new_id
from graph.model.members import Edge, Property
from graph.model.nodes import Node
from graph.model.stored import stored
from graph.queries.records import Link, Writing, locked

_STATUSES = "MATCH (o:Node&Organization) WHERE o.id IN $ids RETURN o.id AS id, o.status AS status"
_CHANGE = """
UNWIND $changes AS change
MATCH (c:Node {id: change.id})
SET c += change.properties, c.version = c.version + 1, c.updatedAt = $now
"""


@dataclass(frozen=True)
class Naming:
    """Where organizations are named: in records of `label`, along `edge`, each in a role; `claim` asks them.

    A claim goes through the states CLAIMED, CONFIRMED, REFUSED and WITHDRAWN, and leads to the record by
    NAMED_IN and to whom it asks by NAMES.
    """

    label: str
    edge: str
    claim: str

    @cached_property
    def said(self) -> tuple[Property, ...]:
        """What is said of an organization there: its role and the days."""
        return self._edge.properties

    @cached_property
    def node(self) -> Node:
        """What a claim is."""
        return MODEL.nodes[self.claim]

    @property
    def claims(self) -> str:
        """The edge of the record that leads to its claims."""
        assert self.node.plural is not None
        return self.node.plural.name

    @property
    def _edge(self) -> Edge:
        return MODEL.nodes[self.label].edge(self.edge)

    @cached_property
    def current(self) -> str:
        """Finds the claims of `$record` that are not withdrawn, locked."""
        return f"""
MATCH (:Node&{self.label} {{id: $record}})<-[:NAMED_IN]-(c:{self.claim})-[:NAMES]->(o)
WHERE c.status <> 'WITHDRAWN'
{locked("c")}
RETURN c.id AS id, c.status AS status, o.id AS organization,
       c.role AS role, c.since AS since, c.until AS until
"""

    @cached_property
    def shown(self) -> str:
        """Finds who stands at `$record`."""
        return f"""
MATCH (:Node&{self.label} {{id: $record}})-[r:{self._edge.type}]->(o)
RETURN o.id AS organization, r.role AS role, r.since AS since, r.until AS until
"""

    @cached_property
    def ask(self) -> str:
        """Creates claims."""
        return f"""
UNWIND $claims AS claim
MATCH (o:Node&Organization {{id: claim.organization}})
CREATE (c:Node&{self.claim})-[:NAMES]->(o) SET c = claim.properties
WITH c
OPTIONAL MATCH (e:Node&{self.label} {{id: $record}})
FOREACH (_ IN CASE WHEN e IS NULL THEN [] ELSE [1] END | CREATE (c)-[:NAMED_IN]->(e))
"""

    @cached_property
    def show(self) -> str:
        """Lets a confirmed claim stand at its record, and no other."""
        type_ = self._edge.type
        return f"""
MATCH (c:Node&{self.claim} {{id: $id}})
MATCH (c)-[:NAMED_IN]->(e), (c)-[:NAMES]->(o)
OPTIONAL MATCH (e)-[old:{type_} {{role: c.role}}]->(o)
DELETE old
WITH DISTINCT c, e, o WHERE c.status = 'CONFIRMED'
CREATE (e)-[r:{type_}]->(o)
SET r = {{{", ".join(f"{member.name}: c.{member.name}" for member in self.said)}}}
"""


Key = tuple[str, str]
"""An organization and its role in a record: what is asked once."""


@dataclass(frozen=True, slots=True)
class Named:
    """An organization as it is named in a record: in a role, and since when until when."""

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
        """The same, as a target of the edge."""
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


async def current(writing: Writing, naming: Naming, record: str) -> dict[Key, Asked]:
    """The claims of a record that are not withdrawn, locked."""
    rows = await writing.run(naming.current, record=record)
    found = [Asked(row["id"], row["status"], _named(row)) for row in rows]
    return {asked.named.key: asked for asked in found}


async def shown(writing: Writing, naming: Naming, record: str) -> dict[Key, Named]:
    """Whom the readers of a record see there."""
    found = [_named(row) for row in await writing.run(naming.shown, record=record)]
    return {named.key: named for named in found}


def _claim(writing: Writing, naming: Naming, author: str, named: Named) -> dict[str, Any]:
    """A claim that is not written yet: whom it asks, and its properties."""
    node, now = naming.node, writing.parameters["now"]
    assert node.prefix is not None
    given = {
        **named.values,
        "id": new_id(node.prefix),
        "status": "CLAIMED",
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
    writing: Writing, naming: Naming, author: str, named: Sequence[Named], record: str | None = None
) -> list[Link]:
    """Ask whom the author names in a record; the claims. Without one they lead nowhere yet."""
    claims = [_claim(writing, naming, author, one) for one in named]
    if claims:
        await writing.run(naming.ask, record=record, claims=claims)
    return [Link(claim["properties"]["id"]) for claim in claims]


async def change(writing: Writing, changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Change claims, by their ids."""
    if changes:
        rows = [{"id": id_, "properties": dict(properties)} for id_, properties in changes.items()]
        await writing.run(_CHANGE, changes=rows)


async def show(writing: Writing, naming: Naming, claim_id: str) -> None:
    """Let a confirmed claim stand at its record, and no other."""
    await writing.run(naming.show, id=claim_id)
