"""Turn the model into docs/glossary.md: every word of it, in English and Persian."""

from collections.abc import Iterable, Iterator

from graph.model import MODEL
from graph.model.members import Computed, Edge, Property
from graph.model.nodes import Node, Shape, Union
from graph.model.words import SILENT, Choice, Words
from hub.enums import ENUMS

_HEAD = """\
# Glossary · واژه‌نامه

`hub pages --write` makes this page from `graph/model/`. One word for one thing, everywhere: in the schema, in
the graph, in the code, on the page.
"""

_GENERAL = (
    ("anonymous, member", "بازدیدکننده، عضو", "Whoever sends no token; whoever acts for an organization"),
    ("coordinator", "هماهنگ‌کننده", "Sees to the network: takes organizations in, ties them, maps them"),
    ("administrator", "سرپرست", "The network's secretariat: reads and mends everything"),
    ("token, scope", "توکن، اجازه", "What a program signs in with, and what it may do"),
    ("tie", "پیوند", "What binds two organizations outside of a partnership"),
    ("idempotency key", "کلید یک‌بارگی", "The same key writes once within 30 days"),
    ("cursor", "نشانگر صفحه", "A place in an order of rows"),
    ("bookmark", "نشانک", "What a client has written, so that it reads it again"),
    ("rial, toman", "ریال، تومان", "1 toman is 10 rials; the API speaks rials"),
)


def page() -> str:
    """The whole page, as Markdown."""
    records = [node for node in MODEL.nodes.values() if node.prefix is not None]
    parts = [node for node in MODEL.nodes.values() if node.prefix is None]
    lines = [_HEAD, *_general(), *_kinds("Records · رکوردها", records)]
    lines += _kinds("Parts of records · بخش‌های رکوردها", parts)
    lines += _kinds("What is worked out · آنچه محاسبه می‌شود", MODEL.shapes.values())
    lines += _kinds("One of several · یکی از چند گونه", MODEL.unions.values())
    return "\n".join([*lines, *_enums(), ""])


def _general() -> Iterator[str]:
    yield "## Who and how · چه کسی و چگونه\n"
    yield "| | فارسی | What it is |\n|---|---|---|"
    for en, fa, text in _GENERAL:
        yield f"| {en} | {fa} | {text} |"


def _kinds(title: str, owners: Iterable[Node | Shape | Union]) -> Iterator[str]:
    yield f"\n## {title}"
    for owner in owners:
        if owner.words is not SILENT:
            yield from _kind(owner)


def _kind(owner: Node | Shape | Union) -> Iterator[str]:
    yield f"\n### {_titled(owner.name, owner.words)}\n"
    yield f"{owner.words.text('en')}  \n{owner.words.text('fa')}\n"
    if isinstance(owner, Union):
        yield ", ".join(f"`{label}`" for label in owner.labels)
        return
    yield "| | | فارسی | What it is |\n|---|---|---|---|"
    for member in owner.members:
        words: Words = getattr(member, "words", SILENT)
        hidden = isinstance(member, Edge) and member.filter_only
        if words is not SILENT and not hidden:
            yield f"| `{member.name}` {_to(member)} {_said(words)}"


def _to(member: object) -> str:
    match member:
        case Edge(to=to):
            return f"→ `{to}`"
        case Property(enum=type() as enum) | Computed(enum=type() as enum):
            return f"`{enum.__name__}`"
        case _:
            return ""


def _enums() -> Iterator[str]:
    yield "\n## Values · مقدارها"
    for enum in ENUMS:
        yield f"\n### {_titled(enum.__name__, enum.about())}\n"
        yield f"{enum.about().text('en')}  \n{enum.about().text('fa')}\n"
        yield "| | | فارسی | What it is |\n|---|---|---|---|"
        yield from map(_value, enum)


def _value(value: Choice) -> str:
    return f"| `{value.name}` {_said(value.words)}"


def _said(words: Words) -> str:
    return f"| {words.label('en')} | {words.label('fa')} | {words.text('en')} |"


def _titled(name: str, words: Words) -> str:
    return f"`{name}` · {words.label('en')} · {words.label('fa')}"
