"""Dataloaders: the rows along an edge, and their count, for all parents of a level in one query."""

from dataclasses import fields
from typing import Any, TypeVar

import neo4j
from strawberry.dataloader import DataLoader
from strawberry.utils.str_converters import to_camel_case

T = TypeVar("T")
Row = dict[str, Any]

_OWN = "$organization IN {0}.ownerIds"
_READABLE = (
    "({0}.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN {0}.ownerIds"
    " OR ({0}.audience = 'PARTNERS' AND any(owner IN {0}.ownerIds WHERE owner IN $partners)))"
)
_NAMED = "({0}.audience <> 'ANONYMIZED' OR $organization IN {0}.ownerIds)"
_ONE_AUTHOR = (
    "({0}.audience <> 'ANONYMIZED' OR $organization IN {0}.ownerIds OR {1}.audience = 'ANONYMIZED'"
    " OR none(owner IN {1}.ownerIds WHERE owner IN {0}.ownerIds))"
)
_NEWEST = "n.createdAt DESC, n.id DESC"

EDGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "organization.topics": ("(p)-[:ABOUT]->(n:Topic)", "n.labelFaSort, n.id", ()),
    "organization.regions": ("(p)-[:SERVES]->(n:Region)", "n.nameFaSort, n.id", ()),
    "organization.location": ("(p)-[:LOCATED_IN]->(n:Region)", "n.id", ()),
    "organization.experiences": (
        "(p)<-[:PUBLISHED_BY]-(n:Experience)",
        _NEWEST,
        (_READABLE.format("n"), _NAMED.format("n")),
    ),
    "organization.lessons": (
        "(p)<-[:PUBLISHED_BY]-(n:Lesson)",
        _NEWEST,
        (_READABLE.format("n"), _NAMED.format("n")),
    ),
    "organization.offers": ("(p)<-[:PUBLISHED_BY]-(n:ResourceOffer)", _NEWEST, (_READABLE.format("n"),)),
    "experience.publisher": ("(p)-[:PUBLISHED_BY]->(n:Organization)", "n.id", (_NAMED.format("p"),)),
    "experience.region": ("(p)-[:LOCATED_IN]->(n:Region)", "n.id", ()),
    "experience.topics": ("(p)-[:ABOUT]->(n:Topic)", "n.labelFaSort, n.id", ()),
    "experience.lessons": (
        "(p)<-[:DRAWN_FROM]-(n:Lesson)",
        _NEWEST,
        (_READABLE.format("n"), _ONE_AUTHOR.format("p", "n"), _ONE_AUTHOR.format("n", "p")),
    ),
    "lesson.publisher": ("(p)-[:PUBLISHED_BY]->(n:Organization)", "n.id", (_NAMED.format("p"),)),
    "event.organization": ("(p)-[:BY]->(n:Organization)", "n.id", (_NAMED.format("p"),)),
    "lesson.topics": ("(p)-[:ABOUT]->(n:Topic)", "n.labelFaSort, n.id", ()),
}
"""For each edge: its pattern, the order of its rows, and what a member must fulfil to go along it."""


def columns(type_: type, variable: str = "n") -> str:
    """The map of a row's stored values, dates as text.

    >>> from dataclasses import make_dataclass
    >>> columns(make_dataclass("Topic", ["id", "label_fa"]))
    '{id: n.id, label_fa: n.labelFa}'
    """
    told = []
    for field in fields(type_):
        if not field.init:
            continue  # worked out by a resolver
        value = f"{variable}.{to_camel_case(field.name)}"
        dated = field.name.endswith(("_at", "_on", "_date")) or field.name == "at"
        told.append(f"{field.name}: {f'toString({value})' if dated else value}")
    return f"{{{', '.join(told)}}}"


def right(member: bool, rights: tuple[str, ...]) -> str:
    """The condition to read the row in `n`: the anonymous read what is public."""
    if not rights:
        return "true"
    if not member:
        return "n.audience = 'PUBLIC'" if any("n." in text for text in rights) else "true"
    return " AND ".join(rights)


READABLE = (_READABLE.format("n"),)


class Loading:
    """What one request has loaded, and whom it is for."""

    def __init__(self, driver: neo4j.AsyncDriver, viewer: dict[str, Any]) -> None:
        self.driver = driver
        self.viewer = viewer
        self.member = viewer["organization"] is not None
        self._loaders: dict[tuple[str, int], DataLoader[str, Any]] = {}

    async def run(self, text: str, **parameters: Any) -> list[neo4j.Record]:
        """The records of a query, with `$organization` and `$partners` of the viewer."""
        async with self.driver.session(default_access_mode=neo4j.READ_ACCESS, fetch_size=-1) as session:
            result = await session.run(text, {**self.viewer, **parameters})
            return [record async for record in result]

    async def one(self, edge: str, type_: type[T], parent: str) -> T | None:
        """The one row along an edge."""
        rows = await self.rows(edge, type_, parent, 1)
        return rows[0] if rows else None

    async def rows(self, edge: str, type_: type[T], parent: str, first: int = 20) -> list[T]:
        """The first rows along an edge; those of its siblings come in the same query."""
        loader = self._loaders.get((edge, first))
        if loader is None:
            pattern, order, rights = EDGES[edge]
            text = (
                "UNWIND $ids AS id MATCH (p:Node {id: id}) RETURN id, COLLECT {"
                f" MATCH {pattern} WHERE {right(self.member, rights)}"
                f" WITH n ORDER BY {order} LIMIT $first RETURN {columns(type_)} }} AS rows"
            )

            async def load(ids: list[str]) -> list[list[T]]:
                found = {r["id"]: r["rows"] for r in await self.run(text, ids=ids, first=first)}
                return [[type_(**row) for row in found.get(id_, ())] for id_ in ids]

            loader = self._loaders[edge, first] = DataLoader(load_fn=load)
        made: list[T] = await loader.load(parent)
        return made

    async def count(self, edge: str, parent: str) -> int:
        """How many rows there are along an edge."""
        loader = self._loaders.get((edge, 0))
        if loader is None:
            pattern, _, rights = EDGES[edge]
            text = (
                "UNWIND $ids AS id MATCH (p:Node {id: id}) RETURN id,"
                f" COUNT {{ {pattern} WHERE {right(self.member, rights)} }} AS rows"
            )

            async def load(ids: list[str]) -> list[int]:
                found = {r["id"]: r["rows"] for r in await self.run(text, ids=ids)}
                return [found.get(id_, 0) for id_ in ids]

            loader = self._loaders[edge, 0] = DataLoader(load_fn=load)
        return int(await loader.load(parent))
