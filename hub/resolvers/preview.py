"""Show how a record would be read: it is published, read by each audience, and the transaction taken back."""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphql import GraphQLResolveInfo

from graph.compiler import AUDIENCES, Field, Given, Role, Source
from graph.compiler.visibility import Sight
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.common import Visibility
from graph.model.members import Computed, Kind, Nested, See
from graph.model.nodes import Node, Shape
from graph.model.written import paired, paired_edges, twin
from graph.queries import records
from graph.queries.records import Writing
from hub.bill import WRITE_POINTS
from hub.context import HOLE, Context, Viewer
from hub.errors import message
from hub.permissions import may_mend
from hub.resolvers import publishing
from hub.resolvers.read import Incomplete, compiled, without_holes

VIEWS = {
    "everybody": Role.ANONYMOUS,
    "members": Role.MEMBER,
    "partners": Role.MEMBER,
    "own": Role.MEMBER,
}
"""Whose view each field shows, and what they are."""


class _TakenBack(Exception):
    """Ends the transaction of a preview, which nothing is left of."""


@dataclass(slots=True)
class _Seen:
    """What each audience reads, what others read less exactly, and why it cannot be published."""

    views: dict[str, Any]
    coarser: list[str]
    refused: ValueRefused | None = None


def source(label: str) -> Source:
    """Where a preview starts: the record, in the view that `$view` names."""

    def begin(_see: See, _given: Given) -> str:
        views = ", ".join(f"{name}: CASE $view WHEN '{name}' THEN n END" for name in VIEWS)
        return f"MATCH (n:Node&{label} {{id: $written}}) WITH {{{views}}} AS row"

    lists = (
        Computed(name, Kind.STRING, lambda _row, _see: "[]", many=True)
        for name in ("coarser", "hints", "errors")
    )
    views = (Nested(name, label, required=False) for name in VIEWS)
    return Source(Shape(f"{label}Preview", (*views, *lists)), begin)


_SOURCES = {
    label: source(label) for label, node in MODEL.nodes.items() if node.anonymizable and node.life is not None
}


async def preview(
    info: GraphQLResolveInfo[Any], node: Node, id_: str, visibility: Visibility, acknowledge: list[str]
) -> Incomplete:
    """The answer to a preview. Raises ValueRefused NOT_FOUND, NOT_ALLOWED."""
    context: Context = info.context
    selection = context.compiler.selections.select(info)
    seen = _Seen({}, [])
    queries = {
        role: compiled(context, selection, _SOURCES[node.label], role, typed=True)[0]
        for role in {*VIEWS.values()}
    }
    for role in VIEWS.values():
        context.bill.add(partial(queries[role].points, selection.values))
    for query in queries.values():
        context.bill.plan(query.text, context.compiler.planning(query))
    context.bill.add(lambda _most: WRITE_POINTS)
    await context.bill.pay()

    async def work(transaction: Transaction) -> None:
        writing = Writing(transaction, Sight(context.viewer.role, MODEL), context.parameters())
        record = await records.find(writing, node.label, id_)
        may_mend(context.viewer, record)
        try:
            change = await publishing.as_if(writing, record, visibility, acknowledge)
            await writing.send(change)
        except ValueRefused as error:
            seen.refused = error
            raise _TakenBack from error
        seen.coarser = await _coarser(writing, node, change.id)
        for name in VIEWS:
            seen.views[name] = await _view(
                context, transaction, selection, node, change.id, name, record.owners
            )
        raise _TakenBack

    with suppress(_TakenBack):
        async with context.share.turn(dear=True):
            await context.database.write(work, context.bookmark)
    for query in queries.values():
        context.compiler.ran(query)
    return Incomplete(selection.called(_answer(selection.field, seen, context.language)))


async def _view(
    context: Context,
    transaction: Transaction,
    selection: Any,
    node: Node,
    id_: str,
    name: str,
    owners: list[str],
) -> Any:
    role = VIEWS[name]
    viewer = Viewer(
        role,
        owners[0] if name == "own" else None,
        tuple(owners) if name == "partners" else (),
    )
    query, values = compiled(context, selection, _SOURCES[node.label], role, typed=True)
    parameters = {
        **context.parameters(),
        "viewer": {**viewer.parameter(), "audiences": AUDIENCES[role]},
        **values,
        "written": id_,
        "view": name,
        "hole": HOLE,
    }
    (row,) = await transaction.run(query.text, **{name: parameters[name] for name in query.names})
    return without_holes(row["value"])


async def _coarser(writing: Writing, node: Node, id_: str) -> list[str]:
    """The fields that others read less exactly than they were written."""
    edges = ", ".join(
        f"{edge.name}: [[(n)-[:{edge.type}]->(m) | m.id], [(n)-[:WRITTEN_{edge.type}]->(m) | m.id]]"
        for edge in paired_edges(node)
    )
    text = f"MATCH (n:Node {{id: $id}}) RETURN properties(n) AS values, {{{edges}}} AS targets"
    (row,) = await writing.run(text, id=id_)
    values = row["values"]
    if twin("createdAt") not in values:
        return []
    names = [m.name for m in paired(node) if values.get(m.name) != values.get(twin(m.name))]
    return names + [name for name, (shown, kept) in row["targets"].items() if sorted(shown) != sorted(kept)]


def _answer(field: Field, seen: _Seen, language: str) -> dict[str, Any]:
    errors = []
    if seen.refused is not None:
        error = seen.refused
        text = message(error.code, language, error.details)
        path = error.at.split(".") if error.at else []
        beside = {name: error.details.get(name, []) for name in ("ids", "words")}
        errors = [{"code": error.code, "message": text, "path": path, **beside}]
    ((type_, selected),) = field.on
    answer: dict[str, Any] = {}
    for below in selected:
        match below.name:
            case "__typename":
                answer[below.key] = type_
            case "coarser":
                answer[below.key] = seen.coarser
            case "hints":
                refused = seen.refused.details if seen.refused is not None else {}
                answer[below.key] = refused.get("words", [])
            case "errors":
                answer[below.key] = [_error(one, below) for one in errors]
            case name:
                answer[below.key] = seen.views[name][below.key] if seen.views else None
    return answer


def _error(error: dict[str, Any], field: Field) -> dict[str, Any]:
    parts = {**error, "__typename": "UserError"}
    return {part.key: parts[part.name] for _, fields in field.on for part in fields}
