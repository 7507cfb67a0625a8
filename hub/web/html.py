"""Turn text into HTML that says just that."""

from html import escape
from typing import TypeAlias


class Markup(str):
    """HTML that is whole: nothing in it has to be escaped any more."""

    __slots__ = ()


Content: TypeAlias = str | None
"""Text, which is escaped, or Markup, which is not; None is nothing."""

_VOID = {"link", "meta"}


def tag(name: str, /, *content: Content, **attributes: str | bool | None) -> Markup:
    """An element. An attribute that is Python's word ends with `_`; one that is None or False is left out.

    >>> tag("a", "1 < 2", href="/?a=1&b=2", class_="plain")
    '<a href="/?a=1&amp;b=2" class="plain">1 &lt; 2</a>'
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*content)}</{name}>")


def joined(*content: Content) -> Markup:
    """One after another.

    >>> joined("&", tag("b", "x"), None)
    '&amp;<b>x</b>'
    """
    return Markup("".join(one if isinstance(one, Markup) else escape(one) for one in content if one))


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.removesuffix("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
