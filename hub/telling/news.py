"""Turn a person into what is new for them and what waits for them, as they may read it at this moment.

It is asked as they would ask it themselves, once for each organization that they have an office in: by the
same inquiries, with the same rights. No second factor was shown, so nobody is an administrator or a trustee.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from graph.compiler import Compiler, Role
from graph.connection import Database
from graph.model import MODEL
from graph.model.events import RECORDED
from graph.model.life import Scope, Way
from graph.model.members import Edge, Property
from graph.model.news import OwnReason
from graph.model.waiting import WaitingKind
from hub.context import Context, scope_name
from hub.news import answered, news_of
from hub.readers import readers
from hub.settings import Settings
from hub.web.addresses import OF_RECORDS

_BEGUN = {
    move.event.name
    for node in RECORDED
    if node.life is not None
    for move in node.life.moves
    if move.way is Way.CREATE
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A record as a letter names it; without a name where it has none, without an id where it is closed.

    `place`: the page that it is read on, and the id of what that shows; None where there is none.
    """

    type: str
    id: str
    name: str
    place: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is told: what is followed, or a search that was saved, whose id ends it; or because it is
    their `own`, which nothing ends."""

    id: str
    name: str
    search: bool
    own: OwnReason | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened to one thing, in order, when that was told last, and by whom, as far as that is open."""

    id: str
    kinds: tuple[str, ...]
    told: str
    thing: Thing | None
    by: str
    reasons: tuple[Reason, ...]

    def then(self, later: "Happened") -> "Happened":
        """Both, of one thing: that it was begun says nothing beside what became of it."""
        kinds = dict.fromkeys([*self.kinds, *later.kinds])
        told = tuple(kind for kind in kinds if kind not in _BEGUN) or tuple(kinds)
        reasons = tuple(dict.fromkeys([*self.reasons, *later.reasons]))
        return replace(later, kinds=told, by=later.by or self.by, reasons=reasons)


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for an organization, or for a reviewer of no organization in particular, and `by` whom."""

    kind: WaitingKind
    organization: str
    thing: Thing | None
    by: str
    since: datetime
    due: date | None


@dataclass(slots=True)
class News:
    """What a letter tells. `more`: there is more news than was looked at.

    `waiting`: how much waits as the desk counts it, drafts and what only an editor may do among it.
    """

    happened: list[Happened] = field(default_factory=list)
    waits: list[Waits] = field(default_factory=list)
    waiting: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads news beside requests."""

    database: Database
    compiler: Compiler
    settings: Settings

    async def of(self, person: str, language: str, since: str, until: str, now: datetime) -> News:
        """What was told after one place of the feed, up to another, and what waits now. Raises GraphError."""
        found, events = News(), dict[str, Happened]()
        for viewer in await readers(self.database, self.settings.zone, person, now):
            if viewer.role is Role.ANONYMOUS:
                continue  # They have no office any more.
            context = Context(
                self.database,
                self.compiler,
                viewer,
                self.settings.zone,
                self.settings.anonymity,
                language,
                clock=lambda: now,
            )
            told = await news_of(context, since, until, selection=_SELECTION)
            found.more = found.more or told.more
            for row in told.told:
                events.setdefault(row["event"]["id"], _event(row, language))
            waits, count = await self._waits(context)
            others = [one for one in waits if one not in found.waits]
            found.waits += others
            found.waiting += count - (len(waits) - len(others))
        things: dict[str, Happened] = {}
        for one in sorted(events.values(), key=_order):
            key = one.thing.id if one.thing else one.id
            things[key] = things[key].then(one) if key in things else one
        found.happened = sorted(things.values(), key=_order)
        return found

    async def _waits(self, context: Context) -> tuple[list[Waits], int]:
        viewer = (await answered(context, _WAITING))["viewer"]
        writes = scope_name(Scope.PUBLISH) in context.viewer.scopes
        name = _name(viewer["organization"] or {}, context.language)
        told = [
            Waits(
                WaitingKind(row["kind"]),
                "" if row["kind"] == WaitingKind.REVIEW.value else name,
                _thing(row["record"], context.language),
                _other(_name(_speaker(row["record"]), context.language), name),
                datetime.fromisoformat(row["since"]),
                None if row["dueOn"] is None else date.fromisoformat(row["dueOn"]),
            )
            for row in viewer["waiting"]
            if row["kind"] == WaitingKind.REVIEW.value or (writes and row["kind"] != WaitingKind.DRAFT.value)
        ]
        return told, viewer["waitingCount"]


def _other(name: str, own: str) -> str:
    """The name of somebody, unless it is one's own."""
    return "" if name == own else name


def _order(one: Happened) -> tuple[datetime, str]:
    return datetime.fromisoformat(one.told), one.id


def _event(node: Mapping[str, Any], language: str) -> Happened:
    event = node["event"]
    return Happened(
        event["id"],
        (event["kind"],),
        event["toldAt"],
        _thing(event["subject"], language),
        _name(event["organization"] or _speaker(event["subject"]), language),
        tuple(_reason(one, language) for one in node["reasons"]),
    )


def _speaker(record: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Who speaks: of what is said no event has a signature, and the record tells it, as far as it may."""
    return (record or {}).get(_SPEAKER) or {}


def _reason(row: Mapping[str, Any], language: str) -> Reason:
    if row["own"] is not None:
        return Reason("", "", search=False, own=OwnReason(row["own"]))
    if row["follow"] is not None:
        return Reason(row["follow"]["id"], _name(row["follow"]["record"] or {}, language), search=False)
    return Reason(row["savedSearch"]["id"], row["savedSearch"]["name"], search=True)


def _thing(record: Mapping[str, Any] | None, language: str) -> Thing | None:
    if record is None:
        return None
    record = {key: value for key, value in record.items() if key != _SPEAKER}
    return Thing(record["__typename"], record["id"], _name(record, language), _place(record))


def _place(record: Mapping[str, Any]) -> tuple[str, str] | None:
    """Where a record is read: on its own page, or on that of what it leads to."""
    if record.get("__typename") in OF_RECORDS:
        return OF_RECORDS[record["__typename"]], record["id"]
    led = (_place(value) for value in record.values() if isinstance(value, Mapping))
    return next((place for place in led if place is not None), None)


# -- what records are called -----------------------------------------------------------------------

_MARK = "called"
"""What begins the name under which a text that names a record is asked for."""


def _name(record: Mapping[str, Any], language: str) -> str:
    """What a record is called: in that language, if it is; by what it leads to, if it has no name itself."""
    texts = dict(_texts(record))
    wanted = sorted(texts, key=lambda key: not key.endswith(language.capitalize()))
    return texts[wanted[0]] if wanted else ""


def _texts(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield from _texts(value)
        elif key.startswith(_MARK) and value:
            yield key, value


def _named(type_: str, *, further: bool = True) -> str:
    """The selection that names the records of a label or a union."""
    return " ".join(
        f"... on {node.label} {{ {named} }}"
        for node in MODEL.labels(type_)
        if (named := _texts_of(node.label) or (further and _leading(node.label)))
    )


def _texts_of(label: str) -> str:
    names = (MODEL.nodes[label].by_name[name] for name in MODEL.nodes[label].search[0])
    return " ".join(
        f"{_MARK}{label}{one.name}: {one.name}" for one in names if isinstance(one, Property) and not one.many
    )


def _leading(label: str) -> str:
    """Of a record without a name the first edge to one that has one: a review by what it is of."""
    edges = [edge for edge in MODEL.nodes[label].members if isinstance(edge, Edge)]
    for edge in sorted(edges, key=lambda edge: edge.to == "Organization"):
        if not edge.many and not edge.hidden:
            named = _named(edge.to, further=False)
            if named:
                return f"by{label}: {edge.name} {{ __typename ... on Node {{ id }} {named} }}"
    return ""


_SPEAKER = "speaker"
_ORGANIZATION = f"organization {{ {_texts_of('Organization')} }}"
_THING = f"{{ __typename ... on Node {{ id }} {_named('Subject')} }}"
_SAID = f"{_SPEAKER}: %s {{ {_texts_of('Organization')} }}"
_SPEAKERS = {"Question": "asker", "Answer": "organization"}
_WHO = _SPEAKERS | {
    "MembershipApplication": "applicant",
    "Exchange": "proposedBy",
    "Amendment": "proposedBy",
    "PaymentTerms": "proposedBy",
    "CommitmentReport": "reportedBy",
    "CohortReport": "provider",
    "TieClaim": "claimedBy",
    "OrganizationClaim": "madeBy",
}
"""By which edge a record that waits says who wants something."""


def _spoken(speakers: Mapping[str, str]) -> str:
    said = (f"... on {label} {{ {_SAID % edge} }}" for label, edge in speakers.items())
    return f"{_THING[:-1]} {' '.join(said)} }}"


_SUBJECT = _spoken(_SPEAKERS)
_SELECTION = f"""event {{ id kind toldAt {_ORGANIZATION} subject {_SUBJECT} }}
  reasons {{ follow {{ id record {{ __typename {_named("Followed")} }} }} savedSearch {{ id name }} own }}"""
_WAITING = (
    f"{{ viewer {{ {_ORGANIZATION} waitingCount waiting {{ kind since dueOn record {_spoken(_WHO)} }} }} }}"
)
