"""What an amendment may say: the inputs of a proposal, and what will be otherwise than it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import strawberry
from strawberry import UNSET
from strawberry.utils.str_converters import to_camel_case

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model import MODEL
from graph.model.amendments import AmendedPart, AmendmentStep
from graph.model.commitments import OPEN, REMOVED
from graph.model.ids import new_id
from graph.model.members import Kind, Property
from graph.model.partnerships import ACTIVE, BINDING, ENDED, PARTY, SIGNED, SUSPENDED, PartnershipStatus
from graph.model.stored import stored_values
from graph.queries import partnerships
from graph.queries.amendments import Change
from graph.queries.partnerships import Party, Term
from graph.queries.records import Record
from hub.resolvers.given import gives
from hub.resolvers.moves import Act
from hub.texts import say, text_of

PARTNERSHIP, COMMITMENT = "Partnership", "Commitment"

_TERMS = ("titleFa", "titleEn", "summary", "startsOn", "endsOn", "termYears")
_PLACE = ("role", "signatoryOffice")
_OWED = ("titleFa", "titleEn", "measure", "target", "unit", "dueOn")
SIDES = {"owedBy": "owedById", "owedTo": "owedToId"}
_LISTS = ("parties", "addCommitments", "changeCommitments", "removeCommitmentIds")

_STEPS: Mapping[AmendmentStep, tuple[tuple[PartnershipStatus, ...], PartnershipStatus]] = {
    AmendmentStep.SUSPEND: ((SIGNED, ACTIVE), SUSPENDED),
    AmendmentStep.RESUME: ((SUSPENDED,), ACTIVE),
    AmendmentStep.END: (BINDING, ENDED),
}
"""From where each step goes, and where to."""


# -- inputs ----------------------------------------------------------------------------------------


def _value(label: str, name: str, *, required: bool = False) -> Any:
    """A field of an input that says what a value will be, once all parties have accepted it."""
    text = text_of(MODEL.nodes[label].by_name[name].words)
    return (
        strawberry.field(description=text) if required else strawberry.field(description=text, default=UNSET)
    )


def _of_party(name: str) -> Any:
    (member,) = (member for member in PARTY if member.name == name)
    return strawberry.field(description=text_of(member.words), default=UNSET)


@strawberry.input(description=say("What changes of a party's place.", "در جای یک طرف چه عوض می‌شود."))
class AmendedPartyInput:
    """Changes the place of a party."""

    organization_id: strawberry.ID = strawberry.field(description=say("The party.", "طرف."))
    role: str | None = _of_party("role")
    signatory_office: str | None = _of_party("signatoryOffice")


@strawberry.input(description=say("A commitment that comes to the others.", "تعهدی که به بقیه افزوده می‌شود."))
class AddedCommitmentInput:
    """Adds a commitment."""

    title_fa: str = _value(COMMITMENT, "titleFa", required=True)
    owed_by_id: strawberry.ID = _value(COMMITMENT, "owedBy", required=True)
    owed_to_id: strawberry.ID = _value(COMMITMENT, "owedTo", required=True)
    title_en: str | None = _value(COMMITMENT, "titleEn")
    measure: str | None = _value(COMMITMENT, "measure")
    target: float | None = _value(COMMITMENT, "target")
    unit: str | None = _value(COMMITMENT, "unit")
    due_on: date | None = _value(COMMITMENT, "dueOn")


@strawberry.input(
    description=say(
        "What changes of a commitment; what is left out stays as it is, null takes it away.",
        "در یک تعهد چه عوض می‌شود؛ آنچه نیاید همان که بود می‌ماند و null آن را برمی‌دارد.",
    )
)
class ChangedCommitmentInput:
    """Changes a commitment."""

    commitment_id: strawberry.ID = strawberry.field(description=say("The commitment.", "تعهد."))
    title_fa: str | None = _value(COMMITMENT, "titleFa")
    title_en: str | None = _value(COMMITMENT, "titleEn")
    measure: str | None = _value(COMMITMENT, "measure")
    target: float | None = _value(COMMITMENT, "target")
    unit: str | None = _value(COMMITMENT, "unit")
    due_on: date | None = _value(COMMITMENT, "dueOn")


WHOSE_WORD = say(
    "The party whose word it is; yours when not given. Administrators enter what another has said on paper.",
    "طرفی که سخن از اوست؛ اگر نیاید سازمان شما. سرپرستان آنچه را دیگری روی کاغذ گفته ثبت می‌کنند.",
)


@strawberry.input(
    description=say(
        "Amendment: What changes of a signed partnership, all in one; what is left out stays as it is.",
        "الحاقیه: در مشارکت امضاشده چه عوض می‌شود، همه یک‌جا؛ آنچه نیاید همان که بود می‌ماند.",
    )
)
class ProposeAmendmentInput:
    """Proposes an amendment."""

    partnership_id: strawberry.ID = gives("Amendment", "partnership", required=True)
    version: int = strawberry.field(
        description=say(
            "The version of the partnership that you have read: its terms must still be those.",
            "نسخه‌ای از مشارکت که خوانده‌اید: مفاد باید هنوز همان باشد.",
        )
    )
    reason: str | None = gives("Amendment", "reason")
    title_fa: str | None = _value(PARTNERSHIP, "titleFa")
    title_en: str | None = _value(PARTNERSHIP, "titleEn")
    summary: str | None = _value(PARTNERSHIP, "summary")
    starts_on: date | None = _value(PARTNERSHIP, "startsOn")
    ends_on: date | None = _value(PARTNERSHIP, "endsOn")
    term_years: int | None = _value(PARTNERSHIP, "termYears")
    step: AmendmentStep | None = _value("Amendment", "step")
    parties: list[AmendedPartyInput] | None = strawberry.field(
        description=say("Places of parties that change.", "جای طرف‌هایی که عوض می‌شود."), default=None
    )
    add_commitments: list[AddedCommitmentInput] | None = strawberry.field(
        description=say("Commitments that are added.", "تعهدهایی که افزوده می‌شود."), default=None
    )
    change_commitments: list[ChangedCommitmentInput] | None = strawberry.field(
        description=say("Open commitments that change.", "تعهدهای بازی که عوض می‌شود."), default=None
    )
    remove_commitment_ids: list[strawberry.ID] | None = strawberry.field(
        description=say("Open commitments that are no longer owed.", "تعهدهای بازی که دیگر بر عهده نیست."),
        default=None,
    )
    party_id: strawberry.ID | None = strawberry.field(description=WHOSE_WORD, default=None)


# -- what will be otherwise -------------------------------------------------------------------------


def told_in(given: Any) -> dict[str, Any]:
    """What an input says, by the names clients know; what is left out is not there."""
    values = ((to_camel_case(f.name), getattr(given, f.name)) for f in fields(given))
    return {name: value for name, value in values if value is not UNSET}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is told of a partnership that is locked, against how it stands."""

    act: Act
    partnership: Record
    parties: Sequence[Party]
    known: Mapping[str, Record]
    told: Mapping[str, Any]

    @property
    def today(self) -> date:
        """The day it is proposed."""
        today: date = self.act.writing.parameters["today"]
        return today

    def changes(self) -> Iterator[Change]:
        """What will be otherwise. Raises ValueRefused with its place in the input."""
        for name in _LISTS:
            given = self.told.get(name) or ()
            if len(given) > MAXIMUM_LINKS:
                raise ValueRefused("LIST_TOO_LONG", at=name, given=len(given), maximum=MAXIMUM_LINKS)
        own = self.partnership
        yield from _differences(
            AmendedPart.TERMS, own.id, _of(PARTNERSHIP, _TERMS), own.properties, self.told, self.today
        )
        yield from self._step()
        yield from self._places()
        yield from self._added()
        yield from self._changed()

    def _step(self) -> Iterator[Change]:
        step = self.told.get("step")
        if step is None:
            return
        starts, end = _STEPS[step]
        status = self.partnership.choice("status")
        if status not in starts:
            raise self.partnership.not_from_here(at="step")
        before = self.partnership.properties["status"]
        yield Change(AmendedPart.TERMS.value, self.partnership.id, "status", before, end.value)

    def _places(self) -> Iterator[Change]:
        members = [member for member in PARTY if member.name in _PLACE]
        seen: set[str] = set()
        for place, given in enumerate(self.told.get("parties") or ()):
            at = f"parties.{place}"
            party = _within(f"{at}.organizationId", partnerships.party, self.parties, given.organization_id)
            _once(party.id, seen, f"{at}.organizationId")
            before = {"role": party.role, "signatoryOffice": party.office}
            yield from _within(
                at, _listed, AmendedPart.PARTY, party.id, members, before, told_in(given), self.today
            )

    def _added(self) -> Iterator[Change]:
        for place, given in enumerate(self.told.get("addCommitments") or ()):
            at, told = f"addCommitments.{place}", told_in(given)
            for name in SIDES.values():
                _within(f"{at}.{name}", partnerships.party, self.parties, told[name])
            if told["owedById"] == told["owedToId"]:
                raise ValueRefused("SAME_ORGANIZATION", at=f"{at}.owedToId")
            made = new_id(_prefix(COMMITMENT))
            part = AmendedPart.COMMITMENT_ADDED
            yield from _within(at, _listed, part, made, _of(COMMITMENT, _OWED), {}, told, self.today)
            for edge, name in SIDES.items():
                yield Change(part.value, made, edge, None, told[name])

    def _changed(self) -> Iterator[Change]:
        seen: set[str] = set()
        for place, given in enumerate(self.told.get("changeCommitments") or ()):
            at = f"changeCommitments.{place}"
            record = self._open(given.commitment_id, seen, f"{at}.commitmentId")
            part, members = AmendedPart.COMMITMENT_CHANGED, _of(COMMITMENT, _OWED)
            yield from _within(
                at, _listed, part, record.id, members, record.properties, told_in(given), self.today
            )
        for place, id_ in enumerate(self.told.get("removeCommitmentIds") or ()):
            record = self._open(id_, seen, f"removeCommitmentIds.{place}")
            part, status = AmendedPart.COMMITMENT_REMOVED, record.properties["status"]
            yield Change(part.value, record.id, "status", status, REMOVED.value)

    def _open(self, id_: str, seen: set[str], at: str) -> Record:
        """A commitment still to be done. Raises ValueRefused NOT_FOUND, LISTED_TWICE, WRONG_STATUS."""
        record = self.known.get(id_)
        if record is None:
            raise ValueRefused("NOT_FOUND", at=at)
        _once(id_, seen, at)
        _within(at, expect_open, record)
        return record

    def expect_sound(self, changes: Sequence[Change]) -> None:
        """Raises ValueRefused END_BEFORE_START, IN_THE_FUTURE (of an end), OUTSIDE_TERM (of due days)."""
        terms = {c.field: parsed(PARTNERSHIP, c) for c in changes if c.part == AmendedPart.TERMS.value}
        term = Term.of({**self.partnership.properties, **terms})
        if term.start is not None and term.end is not None and term.end < term.start:
            raise ValueRefused("END_BEFORE_START", at="endsOn" if "endsOn" in terms else "startsOn")
        ends = self.told.get("step") is AmendmentStep.END
        if ends and terms.get("endsOn") and terms["endsOn"] > self.today:
            raise ValueRefused("IN_THE_FUTURE", at="endsOn")
        for name in ("addCommitments", "changeCommitments"):
            for place, given in enumerate(self.told.get(name) or ()):
                term.expect(told_in(given).get("dueOn"), f"{name}.{place}.dueOn")
        if {"startsOn", "endsOn"} & terms.keys() and not ends:
            touched = {c.about for c in changes if c.field in {"dueOn", "status"}}
            for record in self.known.values():
                if record.id not in touched and _is_open(record):
                    moved = "endsOn" if "endsOn" in terms else "startsOn"
                    term.expect(record.properties.get("dueOn"), moved)


def _listed(*given: Any) -> list[Change]:
    return list(_differences(*given))


def _differences(
    part: AmendedPart,
    about: str,
    members: Sequence[Property],
    before: Mapping[str, Any],
    told: Mapping[str, Any],
    today: date,
) -> Iterator[Change]:
    """The values that are told otherwise than they were. Raises ValueRefused, `at` the value's name."""
    asked = [member for member in members if member.name in told]
    for member in asked:
        if member.days is not None and told[member.name] is not None:
            _within(member.name, member.days.expect, told[member.name], today)
    kept = stored_values(asked, told)
    for member in asked:
        was, will = before.get(member.name), kept.get(member.name)
        if was != will:
            yield Change(part.value, about, member.name, _text(was), _text(will))


def _within(at: str, work: Any, *given: Any) -> Any:
    """What a work returns; what it refuses is refused at this place."""
    try:
        return work(*given)
    except ValueRefused as error:
        raise error.within(at) from None


def _once(id_: str, seen: set[str], at: str) -> None:
    if id_ in seen:
        raise ValueRefused("LISTED_TWICE", at=at)
    seen.add(id_)


def _is_open(record: Record) -> bool:
    return record.properties["status"] in {status.value for status in OPEN}


def expect_open(record: Record) -> None:
    if not _is_open(record):
        raise record.not_from_here()


def _of(label: str, names: Sequence[str]) -> list[Property]:
    return [member for member in MODEL.nodes[label].properties() if member.name in names]


def _prefix(label: str) -> str:
    prefix = MODEL.nodes[label].prefix
    assert prefix is not None
    return prefix


def _text(value: Any) -> str | None:
    """A value as a change shows it.

    >>> _text(date(2026, 3, 1)), _text(120.0), _text(0.5), _text(None)
    ('2026-03-01', '120', '0.5', None)
    """
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value).removesuffix(".0")


def parsed(label: str, change: Change) -> Any:
    """The value that a change of a record shows as text."""
    member = MODEL.nodes[label].by_name[change.field]
    if change.after is None or not isinstance(member, Property):
        return change.after
    match member.kind:
        case Kind.DATE:
            return date.fromisoformat(change.after)
        case Kind.FLOAT:
            return float(change.after)
        case Kind.INT:
            return int(change.after)
        case _:
            return change.after
