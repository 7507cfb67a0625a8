"""Turn the formula of prices into a section of docs/limits.md, with what typical requests cost."""

from collections.abc import Iterator

from graphql import parse

from graph.compiler import Compiler, Role, Selections
from graph.compiler.price import CROWD, LABEL, NEIGHBOURS, PLANNING, ROW, VALUE, WORKED_OUT
from graph.limits import MAXIMUM_POINTS
from graph.model import MODEL
from hub.bill import READING, WRITE_POINTS
from hub.http.execution import root_fields
from hub.http.introspection import POINTS, REMEMBERED_POINTS
from hub.schema import CORE
from hub.schema.wiring import entry_of
from hub.settings import BUDGET_ANONYMOUS, BUDGET_COORDINATOR, BUDGET_MEMBER

_HEAD = f"""\
## What requests cost · بهای درخواست‌ها

Every request has a price before it runs, in points; a point is meant to be some microseconds of the
database. The formula knows no data, so a request costs the same on every hub. An answer says it in
`extensions.cost`, and `rateLimit` tells what is left; the headers are `RateLimit` and `RateLimit-Policy`.
One that costs more than {MAXIMUM_POINTS:,} is refused with `QUERY_TOO_LARGE`, which says with what pages
it would fit, or with `QUERY_TOO_DEAR`, where none would; who has spent the points of a minute, with
`RATE_LIMITED` (429) and `Retry-After`. Nothing of such a request is done. To read a document that is then
refused costs points, too; who has none left is not read.

A minute holds {BUDGET_ANONYMOUS:,} points for an address without a token, {BUDGET_MEMBER:,} for a member's
token and {BUDGET_COORDINATOR:,} for a coordinator's or an administrator's, unless the operator sets others:
`HUB_BUDGET_ANONYMOUS`, `HUB_BUDGET_MEMBER`, `HUB_BUDGET_COORDINATOR`, and `HUB_BUDGET_STORE` for processes
that share them.

Names that a client chooses make no new text: aliases, variables and operations may be called anything.

| what | points |
|---|--:|"""

_FORMULA = {
    "a row, and the right to read it": f"{ROW / 10:g}",
    "a value of it": f"{VALUE / 10:g}",
    "a value that is worked out from other rows": f"{WORKED_OUT / 10:g}",
    "a page": "its rows × what each answers with",
    "a list below a row, beside its page": f"{NEIGHBOURS} rows that are looked at",
    "at the root a filter, `totalCount`, an order that is worked out": (
        f"{LABEL:,} rows × what is asked of each"
    ),
    "the same, where edges lead to one thing by its `id`, `slug`, `code` …": (
        f"{CROWD} rows × what is asked of each"
    ),
    "the records of a term or an organization": f"{CROWD} rows that are looked at",
    "an edge in a filter": f"{NEIGHBOURS} or {CROWD} rows, 1 along an edge to one × what is asked of each",
    "a change, beside its answer": f"{WRITE_POINTS:,}",
    "what the schema says of itself": f"{POINTS:,}; {REMEMBERED_POINTS} where that is remembered",
    "the plan of a text that the database has not answered lately": f"{PLANNING} a character of its Cypher",
    "a request that is refused before anything of it was paid": f"{READING} a character of its document",
}

_EXAMPLES = (
    '{ node(id: "les_a") { id } }',
    "{ lessons(first: 20) { nodes { statement publisher { name } } } }",
    "{ lessons { nodes { statement experiences(first: 10) { nodes { title publisher { name } } } } } }",
    '{ lessons(filter: {topics: {some: {slug: {eq: "water"}}}}) { totalCount nodes { statement } } }',
    '{ lessons(filter: {publisher: {regions: {some: {nameFa: {contains: "کرمان"}}}}}) { totalCount } }',
    '{ search(query: "وام") { totalCount hits { highlights { text } node { id } } } }',
    '{ collaborators(organizationId: "org_a") { organization { name } reasons { kind } } }',
    "{ networkMap(nodesFirst: 500) { nodes { organization { id name } } } }",
)


def section() -> Iterator[str]:
    """The lines of the section."""
    yield _HEAD
    yield from (f"| {what} | {points} |" for what, points in _FORMULA.items())
    yield from ("", "| for example, once it is planned | points |", "|---|--:|")
    compiler = Compiler(MODEL)
    for text in _EXAMPLES:
        root = root_fields(CORE, parse(text))[None]
        entry = entry_of(root.parent.fields[root.nodes[0].name.value])
        assert entry is not None
        selection = Selections().of(root, {})
        query = compiler.query(selection.field, entry, Role.MEMBER)
        yield f"| `{text}` | {query.points(selection.values):,} |"
