"""Turn the table of errors into docs/errors.md: a section an area, a row a code, in both languages."""

from collections.abc import Iterator

from hub.errors import AREAS
from hub.errors.entry import REFUSED, Area, Entry

_HEAD = """\
# The list of errors · فهرست خطاها

`hub pages --write` makes this page from `hub/errors/`.

An error has a code, which is stable, and a text in the language of `Accept-Language`, which is not.
A mutation tells what it refuses in its payload's `errors`, with the `path` to the value. All else stands in
the response's `errors`: the code as `extensions.code`, and `extensions.argument` or `extensions.variable`
leads to the value. What stands in braces is filled in.

*HTTP* is the status of a request that is refused before anything runs, 400 where none is named. Once it
runs the status is 200, and so it is for a document that does not fit the schema, unless the client accepts
`application/graphql-response+json`: then that is 400.

کد هر خطا ثابت است و متن آن به زبان درخواست. متن می‌گوید چه شده است و چه باید کرد.
"""


def page() -> str:
    """The whole page, as Markdown."""
    return _HEAD + "".join("\n" + "\n".join(_section(area)) + "\n" for area in AREAS)


def _section(area: Area) -> Iterator[str]:
    yield f"## {area.name} · {area.fa}"
    yield ""
    yield area.where
    yield ""
    yield "| code | HTTP | what happened, and what next | چه شده و چه باید کرد |"
    yield "|---|---|---|---|"
    yield from map(_row, area.entries)


def _row(entry: Entry) -> str:
    status = entry.status if entry.status != REFUSED else ""
    return f"| `{entry.code}` | {status} | {entry.en} | {entry.fa} |"
