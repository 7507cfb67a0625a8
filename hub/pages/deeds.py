"""Turn all deeds into docs/deeds.md: what is done that is no move of a record, by whom, with what."""

from collections.abc import Iterator

from graph.model.deeds import Deed, Doer
from graph.model.doing import DEEDS
from graph.model.members import Nested, Property

_HEAD = """\
# Deeds · کارها

`hub pages --write` makes this page from `graph/model/`. What is done that is no move of a record, such as
signing in: each has an input, and a payload with what it gives, or with `errors` that say why not. What a
deed asks beside who does it, its own rules say.
"""


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_HEAD, *_who(), *_deeds(), ""])


def _who() -> Iterator[str]:
    yield "## Who does a deed · چه کسی انجام می‌دهد\n"
    yield "| | | |\n|---|---|---|"
    for by in Doer:
        yield f"| `{by.name}` | {by.words.en} | {by.words.fa} |"


def _deeds() -> Iterator[str]:
    yield "\n## All of them · همهٔ کارها\n"
    yield "| mutation | who | takes | gives | |\n|---|---|---|---|---|"
    yield from map(_row, DEEDS)


def _row(deed: Deed) -> str:
    what = f"{deed.words.text('en')} {deed.words.text('fa')}"
    return f"| `{deed.name}` | `{deed.by.name}` | {_names(deed.takes)} | {_names(deed.gives)} | {what} |"


def _names(members: tuple[Property | Nested, ...]) -> str:
    return ", ".join(f"`{member.name}`" for member in members)
