"""Turn a field of the schema into the rule by which it is read: a part of docs/rights.md, and what tests ask.

What is worked out asks the compiler for the rights to whatever it walks to. Whether it does is heard while it
writes its Cypher: one that walks and asks for nothing must stand in `_MORE`, with why.
"""

from collections.abc import Iterator, Mapping

from graph.compiler import Source
from graph.compiler.tree import Given
from graph.model import INQUIRIES, MODEL
from graph.model.members import Computed, Edge, Finished, Member, Nested, Property
from graph.model.nodes import Node, Shape
from hub.schema.discovery import SOURCES

OWN = "of whoever asks"
SEEN = "worked out from what its viewer reads"
TOLD = "what the hub says to everybody"
_WITH = "with its record"

_PERSONAL = {"Viewer", "ViewerPerson", "RateLimit", "Follow", "SavedSearch"}
"""Of whoever asks: found by who that is."""

_MORE: Mapping[str, tuple[str, str]] = {
    "Commitment.standing": (
        "By its partnership, which its readers read.",
        "بر پایهٔ مشارکتش، که خوانندگانش می‌خوانند.",
    ),
    "Commitment.overdue": (
        "By its partnership, which its readers read.",
        "بر پایهٔ مشارکتش، که خوانندگانش می‌خوانند.",
    ),
    "ResourceOffer.remaining": (
        "By all its exchanges, whoever may read those: else others would ask for what is given away.",
        "بر پایهٔ همهٔ تبادل‌هایش، هر که بخواندشان: وگرنه دیگران چیزی را می‌خواستند که داده شده است.",
    ),
    "ResourceNeed.remaining": (
        "By all its exchanges, whoever may read those: else others would offer what is there already.",
        "بر پایهٔ همهٔ تبادل‌هایش، هر که بخواندشان: وگرنه دیگران چیزی را پیشنهاد می‌دادند که فراهم شده است.",
    ),
    "BoardSeat.sits": (
        "By whether its board and network still stand.",
        "بر پایهٔ این که هیئت و شبکه‌اش هنوز برپا هستند.",
    ),
    "NetworkMembership.holds": (
        "By whether its network still stands.",
        "بر پایهٔ این که شبکه‌اش هنوز برپاست.",
    ),
    "Course.unpaidPercent": (
        "By its confirmed shares, which are edges of the course.",
        "بر پایهٔ سهم‌های تأییدشده، که یال‌های خود دوره‌اند.",
    ),
    "CohortReport.missing": (
        "By which of its own numbers are given, and never by how large they are.",
        "بر پایهٔ این که کدام عددهایش داده شده است، و نه این که چه اندازه‌اند.",
    ),
}
"""What is worked out from more than its viewer may read, and why that tells nothing."""


class UnruledError(ValueError):
    """A field that walks somewhere and asks for no right, and of which nobody has said why."""


class _Listening:
    """Stands for the rights of a viewer, and hears whether they are asked for."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, variable: str, *labels: str) -> str:
        return self._hear(variable, *labels)

    def then(self, version: str, record: str) -> str:
        return self._hear(version, record)

    def owns(self, variable: str) -> str:
        return self._hear(variable)

    def along(self, parent: str, label: str, edge: str, variable: str) -> str:
        return self._hear(parent, label, edge, variable)

    def open_to(self, record: str) -> str:
        return self._hear(record)

    def together(self, one: str, other: str) -> str:
        return self._hear(one, other)

    def _hear(self, *_names: str) -> str:
        self.asked = True
        return "true"


class _Everything(Given):
    """Stands for arguments that are all given."""

    def has(self, name: str) -> bool:
        return name != ""

    def wants(self, name: str) -> bool:
        return name != ""

    def value(self, name: str) -> str:
        return f"${name}"

    def where(self, name: str, variable: str) -> str:
        return f"{variable}.{name}"


def rule_of(of: Node | Shape, member: Member) -> str:
    """The rule by which a member of a record or of a worked-out row is read. Raises UnruledError."""
    match member:
        case Property():
            return "whoever is signed in" if member.members_only else _WITH
        case Edge() if isinstance(of, Node) and of.anonymizable and not member.open:
            return "what lies there and may be read; closed where the record is anonymized"
        case Edge():
            return "what lies there and may be read"
        case Computed() | Nested() | Finished():
            return _worked_out(of, member)


def _worked_out(of: Node | Shape, member: Computed | Nested | Finished) -> str:
    if of.name in _PERSONAL:
        return OWN
    if member.cypher is None:
        return _WITH
    see = _Listening()
    walks = _walks(member.cypher("row", see))
    if see.asked:
        return SEEN
    if not walks:
        return _WITH
    name = f"{of.name}.{member.name}"
    if name not in _MORE:
        raise UnruledError(
            f"{name} walks to other rows and asks for no right to read them: ask `see`, or say in _MORE"
            " (hub/pages/rules.py) why it tells nothing."
        )
    return _MORE[name][0]


def _walks(cypher: str) -> bool:
    return any(sign in cypher for sign in ("MATCH", "-[", "-(", "--"))


def rule_of_inquiry(name: str) -> str:
    """The rule of a root that starts at no record. Raises UnruledError."""
    (inquiry,) = (one for one in INQUIRIES if one.name == name)
    if inquiry.to in _PERSONAL:
        return OWN
    see = _Listening()
    source: Source = SOURCES[name]
    found = source.cypher(see, _Everything())
    if see.asked:
        return SEEN
    if _walks(found):
        raise UnruledError(f"{name} finds rows and asks for no right to read them.")
    return TOLD


def section() -> Iterator[str]:
    """What docs/rights.md says of fields."""
    yield "\n## How a field is read · هر فیلد چگونه خوانده می‌شود\n"
    yield "A value is read with its record, an edge leads to what may be read at its end, and what is worked"
    yield "out is worked out from what its viewer reads, but for these:\n"
    yield "| field | | |\n|---|---|---|"
    for name, (en, fa) in _MORE.items():
        yield f"| `{name}` | {en} | {fa} |"


def unused() -> set[str]:
    """The names in `_MORE` that are no fields any more."""
    kept: list[Node | Shape] = [*MODEL.nodes.values(), *MODEL.shapes.values()]
    return set(_MORE) - {f"{of.name}.{member.name}" for of in kept for member in of.members}
