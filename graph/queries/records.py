"""Create and edit records of any label, with links, in one statement each, which keeps the version it makes.

A link leads to a record the viewer may read, or to a part that lives and dies with its record.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from graph.compiler.visibility import Sight
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model import MODEL
from graph.model.ids import new_id, tells_time
from graph.model.members import FILE, Edge, Giving, Property
from graph.model.nodes import Node
from graph.model.snapshots import is_of_parts
from graph.model.stored import stored, stored_values
from graph.model.terms import IN_USE, RETIRED
from graph.model.words import Choice
from graph.model.written import ANONYMIZED, is_apart, paired, paired_edges, shown, twin, written
from graph.queries.readers import arrow
from graph.queries.versions import keep

_READ_BY = ("id", "audience", "ownerIds", "status")
"""What decides who reads what happened to a record and to what stands under it."""
_TERMS = "|".join(node.label for node in MODEL.nodes.values() if node.successor is not None)

Links: TypeAlias = Mapping[str, Sequence["Link"]]
"""The targets of a record's edges, by the edge's name."""


@dataclass(frozen=True, slots=True)
class Link:
    """One target: the id of a record (or None for a part), and the values on the way to it."""

    id: str | None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands in a write: `properties` as stored."""

    id: str
    label: str
    properties: Mapping[str, Any]
    apart: bool = False
    """Whether others read it otherwise than it was written."""

    @property
    def owners(self) -> list[str]:
        """The organizations that own it."""
        return list(self.properties.get("ownerIds", ()))

    def choice(self, name: str) -> Enum | None:
        """The value of an enum that it has, with its words; None where it has none."""
        member, value = MODEL.nodes[self.label].by_name[name], self.properties.get(name)
        assert isinstance(member, Property)
        assert member.enum is not None
        return None if value is None else member.enum(value)

    def not_from_here(self, name: str = "status", at: str | None = None) -> ValueRefused:
        """Says that its value `name` does not let this happen, and which moves it lets happen."""
        life = MODEL.nodes[self.label].life
        assert life is not None
        onwards = life.onwards(self.properties)
        return ValueRefused("WRONG_STATUS", at=at, status=self.choice(name), onwards=onwards)


def wrong_status(label: str, status: Choice, at: str | None = None) -> ValueRefused:
    """The same of a record of that label of which no more is known than where it stands."""
    life = MODEL.nodes[label].life
    assert life is not None
    return ValueRefused("WRONG_STATUS", at=at, status=status, onwards=life.onwards({"status": status.value}))


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the record `id` that is not sent yet: one statement, whose row `check` looks at.

    `retold`: whether others may read afterwards what happened to the record and to what stands under it.
    """

    id: str
    text: str
    parameters: Mapping[str, Any]
    check: Callable[[Mapping[str, Sequence[str]]], None]
    retold: bool = True


@dataclass(frozen=True, slots=True)
class Writing:
    """A write under way: the transaction, the viewer's rights and parameters, and the time."""

    transaction: Transaction
    see: Sight
    parameters: Mapping[str, Any]

    async def run(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement, which may use `$viewer`, `$now` and `$today`."""
        common = {name: value for name, value in self.parameters.items() if f"${name}" in text}
        return await self.transaction.run(text, **common, **parameters)

    async def send(self, change: Change) -> None:
        """Make a change. Raises ValueRefused as its `check` does."""
        (row,) = await self.run(change.text, **change.parameters)
        await self._checked(change, row)

    async def _checked(self, change: Change, row: Mapping[str, Any]) -> None:
        """Raises ValueRefused as the change's `check` does, and as `refused_as_retired` says of links."""
        try:
            change.check(row["linked"])
        except ValueRefused as error:
            retired = await refused_as_retired(self, str(error.details.get("given")), error.at)
            raise retired or error from None


_RETIRED = f"""
MATCH (n:Node {{id: $id}}) WHERE n.status = '{RETIRED.value}' AND n:{_TERMS}
OPTIONAL MATCH (n)-[:REPLACED_BY]->(s)
RETURN coalesce(n.labelFa, n.nameFa) AS retired, coalesce(s.labelFa, s.nameFa) AS name, s.id AS id
"""


async def refused_as_retired(writing: Writing, id_: str, at: str | None = None) -> ValueRefused | None:
    """What to say of a term that is retired: TERM_RETIRED, or TERM_MERGED with what stands for it now."""
    rows = await writing.run(_RETIRED, id=id_)
    if not rows:
        return None
    retired, name, id_ = rows[0]["retired"], rows[0]["name"], rows[0]["id"]
    if id_ is None:
        return ValueRefused("TERM_RETIRED", at=at, retired=retired)
    return ValueRefused("TERM_MERGED", at=at, retired=retired, name=name, id=id_)


def create(writing: Writing, label: str, given: Mapping[str, Any], links: Links, **system: Any) -> Change:
    """Create a record. `system` are properties that no client gives, an `id` that was promised among them.

    Raises ValueRefused: NOT_FOUND (with the place of the link), and what `stored` raises.
    """
    node = MODEL.nodes[label]
    assert node.prefix is not None
    now = writing.parameters["now"]
    id_ = str(system.pop("id", None) or new_id(node.prefix))
    versioned = {"id": id_, "version": 1, "createdAt": now, "updatedAt": now, "demo": False}
    properties = _shown(writing, node, stored(node, {**given, **versioned, **system}))
    names = tuple(name for name, to in links.items() if to)
    parameters = {"properties": properties, **_link_parameters(node, links)}
    text = _create_text(label, names, writing.see)
    return Change(id_, text, parameters, lambda linked: _all_found(linked, links), retold=False)


def locked(variable: str) -> str:
    """Cypher that locks a node: what is read after it cannot change before the commit.

    Not `SET n.version = n.version`: that reads before it has the lock, and writes the old value back.
    """
    return f"SET {variable}.locked = true REMOVE {variable}.locked"


async def find(writing: Writing, label: str, id_: str) -> Record:
    """Find and lock a record that the viewer may read. Raises ValueRefused NOT_FOUND."""
    text = (
        f"MATCH (n:Node&{label} {{id: $id}}) WHERE {writing.see('n', label)} "
        f"{locked('n')} RETURN properties(n) AS properties"
    )
    rows = await writing.run(text, id=id_)
    if not rows:
        raise ValueRefused("NOT_FOUND")
    properties = rows[0]["properties"]
    return Record(id_, label, written(MODEL.nodes[label], properties), is_apart(properties))


def edit(
    writing: Writing,
    record: Record,
    given: Mapping[str, Any],
    links: Links,
    coarser: Mapping[str, Any] | None = None,
    **system: Any,
) -> Change:
    """Change a found record: given values replace, links replace all targets of their edge.

    A value of None takes the property away. `coarser`: what others read instead of what is written, once it
    is anonymized. Raises ValueRefused as `create` does.
    """
    node = MODEL.nodes[record.label]
    changed = {
        **record.properties,
        **given,
        **system,
        "version": record.properties["version"] + 1,
        "updatedAt": writing.parameters["now"],
    }
    kept = stored(node, changed, standing=record.properties)
    properties = _shown(writing, node, kept, coarser)
    parameters = {"id": record.id, "properties": properties, **_link_parameters(node, links)}
    text = _edit_text(record.label, tuple(links), writing.see)
    retold = record.apart or any(kept.get(name) != record.properties.get(name) for name in _READ_BY)
    return Change(properties["id"], text, parameters, lambda linked: _all_found(linked, links), retold)


def _shown(
    writing: Writing, node: Node, properties: dict[str, Any], coarser: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What is stored of a record: what others read of it, and beside it what was written."""
    made = properties | shown(node, properties, writing.parameters["zone"], coarser)
    if properties.get("audience") == ANONYMIZED and tells_time(properties["id"]):
        assert node.prefix is not None
        made["id"] = new_id(node.prefix)
    return {name: value for name, value in made.items() if value is not None}


def mark(writing: Writing, record: Record, **system: Any) -> Change:
    """Change what no client writes of a found record: a status, a day, who may read it.

    None takes the property away. The record's texts, and what is searched of them, stay untouched.
    """
    node = MODEL.nodes[record.label]
    version = record.properties["version"] + 1
    changed = {**system, "version": version, "updatedAt": writing.parameters["now"]}
    members = tuple(member for member in node.properties() if member.name in changed)
    kept = stored_values(members, changed)
    values = {member.name: record.properties.get(member.name) for member in paired(node)}
    values |= {member.name: kept.get(member.name) for member in members}
    both = shown(node, {**record.properties, **values}, writing.parameters["zone"])
    parameters = {"id": record.id, "changed": values | both}
    return Change(record.id, _mark_text(record.label), parameters, lambda _: None)


async def written_targets(writing: Writing, record: Record) -> dict[str, list[str]]:
    """The ids of the targets that a found record was written with, by the edges that may show others."""
    edges = tuple(paired_edges(MODEL.nodes[record.label]))
    if not edges:
        return {}
    those = ", ".join(
        f"{edge.name}: [(n)-[:{edge.type}]->(m) | m.id],"
        f" {twin(edge.name)}: [(n)-[:WRITTEN_{edge.type}]->(m) | m.id]"
        for edge in edges
    )
    (row,) = await writing.run(
        f"MATCH (n:Node&{record.label} {{id: $id}}) RETURN {{{those}}} AS targets,"
        " n.writtenCreatedAt IS NOT NULL AS apart",
        id=record.id,
    )
    targets = row["targets"]
    return {edge.name: targets[twin(edge.name) if row["apart"] else edge.name] for edge in edges}


async def parts(writing: Writing, record: Record) -> Links:
    """The parts of a found record, in their order, by the edge that leads to them."""
    found: dict[str, Sequence[Link]] = {}
    for edge in MODEL.nodes[record.label].edges():
        if is_of_parts(edge):
            left, right = arrow(edge)
            rows = await writing.run(
                f"MATCH (:Node&{record.label} {{id: $id}}){left}[:{edge.type}]{right}(m:{edge.to})"
                " RETURN properties(m) AS values ORDER BY m.position",
                id=record.id,
            )
            found[edge.name] = [Link(None, row["values"]) for row in rows]
    return found


def expect_version(record: Record, version: int) -> None:
    """Raises ValueRefused VERSION_CHANGED when the record is no longer at `version`."""
    current = record.properties["version"]
    if current != version:
        raise ValueRefused("VERSION_CHANGED", at="version", given=version, current=current)


def expect_given(label: str, values: Mapping[str, Any], links: Links) -> None:
    """Hold what a client gives to its declaration, before the rules of a move look at it.

    Raises ValueRefused as `create` does, NOT_FOUND excepted.
    """
    node = MODEL.nodes[label]
    stored_values([member for member in node.properties() if member.name in values], values)
    _link_parameters(node, links)


def _link_parameters(node: Node, links: Links) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    for name, to in links.items():
        edge = node.edge(name)
        if not to and edge.given in {Giving.REQUIRED, Giving.ONCE}:
            raise ValueRefused("VALUE_REQUIRED", at=name)
        # What the hub lists itself has no limit of lists.
        if edge.given is not Giving.NEVER and len(to) > MAXIMUM_LINKS:
            raise ValueRefused("LIST_TOO_LONG", at=name, given=len(to), maximum=MAXIMUM_LINKS)
        rows = [_link(edge, link, index) for index, link in enumerate(to)]
        parameters[_targets(name)] = _distinct(edge, rows)
    return parameters


def _targets(edge: str) -> str:
    """The parameter of an edge's targets: beside those of an event, which may have the edge's name."""
    return f"{edge}Targets"


def _distinct(edge: Edge, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of an edge, each once. One that says the same record again adds nothing; with values of its
    own it is refused where nothing tells the two apart. Raises ValueRefused LISTED_TWICE."""
    kept: dict[Any, dict[str, Any]] = {}
    for index, row in enumerate(rows):
        apart = row["values"].get(edge.parallel) if edge.parallel else None
        key = (row["id"], apart) if "id" in row else index
        if key in kept and edge.properties:
            raise ValueRefused("LISTED_TWICE", at=f"{edge.name}.{index}")
        kept.setdefault(key, row)
    return list(kept.values())


def _link(edge: Edge, link: Link, index: int) -> dict[str, Any]:
    try:
        if is_of_parts(edge):
            return {"values": stored(MODEL.nodes[edge.to], {**link.values, "position": index})}
        return {"id": link.id, "values": stored_values(edge.properties, link.values)}
    except ValueRefused as error:
        raise error.within(f"{edge.name}.{index}") from None


def _all_found(found: Mapping[str, Sequence[str]], links: Links) -> None:
    for name, to in links.items():
        for index, link in enumerate(to):
            if link.id is not None and link.id not in found.get(name, ()):
                raise ValueRefused("NOT_FOUND", at=f"{name}.{index}", given=link.id)


@cache
def _create_text(label: str, names: tuple[str, ...], see: Sight) -> str:
    lines = [f"CREATE (n:Node&{label}) SET n = $properties WITH n"]
    lines += [_link_text(label, name, see) for name in names]
    return "\n".join([*lines, keep(label), f"RETURN {_returned(label, names)}"])


@cache
def _mark_text(label: str) -> str:
    change = f"MATCH (n:Node&{label} {{id: $id}}) SET n += $changed WITH n"
    return "\n".join([change, keep(label), "RETURN {} AS linked"])


@cache
def _edit_text(label: str, names: tuple[str, ...], see: Sight) -> str:
    edges = [edge for edge in map(MODEL.nodes[label].edge, names) if _is_retirable(edge) or edge.to == FILE]
    ways = [way for edge in edges for way in (edge.type, f"WRITTEN_{edge.type}")]
    had = f", [(n)-[:{'|'.join(ways)}]->(t:{_TERMS}|{FILE}) | t.id] AS had" if ways else ""
    lines = [f"MATCH (n:Node&{label} {{id: $id}}) SET n = $properties WITH n{had}"]
    for name in names:
        lines += [_unlink_text(label, name), _link_text(label, name, see, names)]
    return "\n".join([*lines, keep(label), f"RETURN {_returned(label, names)}"])


def _returned(label: str, names: tuple[str, ...]) -> str:
    reached = [name for name in names if not is_of_parts(MODEL.nodes[label].edge(name))]
    return f"{{{', '.join(f'{name}: {name}' for name in reached)}}} AS linked"


def _unlink_text(label: str, name: str) -> str:
    edge = MODEL.nodes[label].edge(name)
    left, right = arrow(edge)
    gone = "DETACH DELETE m" if is_of_parts(edge) else "DELETE r"
    return f"CALL (n) {{ MATCH (n){left}[r:{edge.type}]{right}(m:{_target(edge)}) {gone} }}"


def _link_text(label: str, name: str, see: Sight, edited: tuple[str, ...] = ()) -> str:
    """`edited`: the edges that are replaced together, where the record `had` terms and files before.

    A file is attached by its owners alone: whoever else reads it could let others read it.
    """
    edge = MODEL.nodes[label].edge(name)
    left, right = arrow(edge)
    if is_of_parts(edge):
        return (
            f"CALL (n) {{ UNWIND ${_targets(name)} AS link CREATE (n){left}[:{edge.type}]{right}(m:{edge.to})"
            f" SET m = link.values RETURN count(m) AS {name} }}"
        )
    rights = " OR ".join(f"(m:{to.label} AND {see('m', to.label)})" for to in MODEL.labels(edge.to))
    seen = "n"
    if edge.to == FILE:
        seen, had = ("n, had", " OR m.id IN had") if edited else ("n", "")
        rights = f"m:{FILE} AND ({see.owns('m')}{had})"
    if _is_retirable(edge):
        given = [f"m.status = '{IN_USE.value}'"]
        if edited:
            seen, given = "n, had", [*given, "m.id IN had"]
        if twin(name) in edited:
            # Beside what is written the hub chooses what is shown, which may well be retired.
            given.append(f"${_targets(twin(name))} <> []")
        rights = f"{rights} AND ({' OR '.join(given)})"
    return (
        f"CALL ({seen}) {{ UNWIND ${_targets(name)} AS link MATCH (m:Node {{id: link.id}}) WHERE {rights}"
        f" CREATE (n){left}[r:{edge.type}]{right}(m) SET r = link.values"
        f" RETURN collect(m.id) AS {name} }}"
    )


def _is_retirable(edge: Edge) -> bool:
    """Whether an edge leads to terms: a retired one stays where it was, and is given to nothing anew."""
    return edge.to in MODEL.nodes and MODEL.nodes[edge.to].successor is not None


def _target(edge: Edge) -> str:
    return "|".join(node.label for node in MODEL.labels(edge.to))
