"""Turn the limits into docs/limits.md: what users meet, what requests cost, what it keeps by itself."""

from collections.abc import Iterator

from graph import limits
from graph.limits import Limit
from hub.pages.prices import section

LIMITS: dict[str, Limit] = {name: most for name, most in vars(limits).items() if isinstance(most, Limit)}
"""Every limit by its name, in the order of `graph/limits.py`."""

_HEAD = """\
# Limits · اندازه‌ها

`hub pages --write` makes this page from `graph/limits.py`. The codes are those of
[the list of errors](errors.md); where there is none, nothing is refused, and the last column says what is
left out.
"""
_USERS = "## What users meet · آنچه کاربران به آن برمی‌خورند"
_OWN = "## What the hub keeps by itself"


def page() -> str:
    """The whole page, as Markdown."""
    met = {name: most for name, most in LIMITS.items() if most.fa is not None}
    own = {name: most for name, most in LIMITS.items() if most.fa is None}
    return "\n".join((_HEAD, _USERS, "", *_met(met), "", *section(), "", _OWN, "", *_own(own), ""))


def _met(found: dict[str, Limit]) -> Iterator[str]:
    yield "| limit | most | unit | of | code | beyond it | به فارسی |"
    yield "|---|--:|---|---|---|---|---|"
    for name, most in found.items():
        yield f"{_start(name, most)} | {_code(most)} | {most.beyond} | {most.fa} |"


def _own(found: dict[str, Limit]) -> Iterator[str]:
    yield "| limit | most | unit | of | code | beyond it |"
    yield "|---|--:|---|---|---|---|"
    for name, most in found.items():
        yield f"{_start(name, most)} | {_code(most)} | {most.beyond} |"


def _start(name: str, most: Limit) -> str:
    return f"| `{name}` | {most:,} | {most.unit} | {most.what}"


def _code(most: Limit) -> str:
    return "" if most.code is None else f"`{most.code}`"
