"""What users do with ties: claim one, confirm or dispute it, take it back, end it.

Who may is told apart here: the end that claims, the end that is asked, and coordinators, who speak for
neither and so name a source.
"""

from datetime import date
from typing import Any

import strawberry

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.life import Way
from graph.model.stored import stored_values
from graph.model.ties import CONFIRMED, SAID, TIE_CLAIM, TieStatus
from graph.model.words import Words
from graph.queries import records
from graph.queries import ties as queries
from graph.queries.records import Link, Record
from graph.queries.ties import Ends
from hub.context import Viewer
from hub.permissions import acting_organization
from hub.resolvers.given import field, gives, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.provinces import may_coordinate_of
from hub.texts import say

_ENDS = Words(
    "one of the two organizations, a coordinator or an administrator",
    "یکی از آن دو سازمان، هماهنگ‌کننده یا سرپرست شبکه",
)
_LABEL = TIE_CLAIM.label
(_UNTIL,) = (member for member in SAID if member.name == "until")
_WHICH = say("The claim, or the tie: they have one id.", "اظهار یا پیوند: شناسه‌شان یکی است.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("What is said otherwise of a tie.", "آنچه از پیوند جور دیگری گفته می‌شود."))
class EditTieInput:
    """Changes a claim."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    since: date | None = gives(_LABEL, "since")
    until: date | None = gives(_LABEL, "until")
    source: str | None = gives(_LABEL, "source")
    source_url: str | None = gives(_LABEL, "sourceUrl")


@strawberry.input(
    description=say(
        "Which claim is so; coordinators name the source.",
        "کدام اظهار درست است؛ هماهنگ‌کنندگان منبع را می‌گویند.",
    )
)
class ConfirmTieInput:
    """Confirms a claim."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    source: str | None = gives(_LABEL, "source")
    source_url: str | None = gives(_LABEL, "sourceUrl")


@strawberry.input(description=say("Which claim is not so, and why.", "کدام اظهار درست نیست، و چرا."))
class DisputeTieInput:
    """Disputes a claim."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = strawberry.field(
        description=say("Why it is not so; the other end reads it.", "چرا چنین نیست؛ سوی دیگر آن را می‌خواند.")
    )


@strawberry.input(
    description=say("What you say to a dispute, and by which source.", "پاسخ شما به رد، و منبع آن.")
)
class AnswerDisputeInput:
    """Answers a dispute."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    answer: str = strawberry.field(description=say("Why it is so all the same.", "چرا با این همه چنین است."))
    source: str | None = gives(_LABEL, "source")
    source_url: str | None = gives(_LABEL, "sourceUrl")


@strawberry.input(description=say("Which claim is taken back.", "کدام اظهار پس گرفته می‌شود."))
class WithdrawTieInput:
    """Takes a claim back."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(description=say("Which tie ends, and when.", "کدام پیوند پایان می‌یابد، و کی."))
class EndTieInput:
    """Ends a tie."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    until: date | None = field(
        _UNTIL,
        say(
            "Its last day; today when not given. One that is to come is kept as the day it will end.",
            "واپسین روز آن؛ اگر نیاید امروز. روزی که هنوز نیامده، روز پایان آن نگه داشته می‌شود.",
        ),
        None,
    )


# -- claim -----------------------------------------------------------------------------------------


async def declare_tie(act: Act, given: Any) -> Done:
    """Claim a tie of the viewer's organization, and ask the other end; coordinators' are confirmed."""
    viewer, values = act.viewer, values_of(given)
    start = given.fromId if isinstance(given.fromId, str) else acting_organization(viewer)
    end = given.toId
    if start == end:
        raise ValueRefused("SAME_ORGANIZATION", at="toId")
    claiming = viewer.organization if viewer.organization in {start, end} else None
    if claiming is None and viewer.role is Role.MEMBER:
        raise ValueRefused("NOT_ALLOWED", at="fromId", whose=_ENDS)
    if claiming is None:
        await may_coordinate_of(act, [start, end])
    if claiming is None and not values.get("source"):
        raise ValueRefused("SOURCE_REQUIRED", at="source")
    stored_values(SAID, values)
    await queries.lock_ends(act.writing, start, end)
    await queries.expect_new(act.writing, start, end, values["kind"])
    links = {"fromOrganization": [Link(start)], "toOrganization": [Link(end)]}
    if claiming is not None:
        links |= {"claimedBy": [Link(claiming)], "asked": [Link(end if claiming == start else start)]}
    standing = _standing(TieStatus.CLAIMED if claiming is not None else CONFIRMED)
    change = records.create(act.writing, _LABEL, values, links, ownerIds=[start, end], **standing)
    await act.writing.send(change)
    await queries.show(act.writing, change.id)
    return act.sent(change.id)


def _standing(status: TieStatus) -> dict[str, Any]:
    """A status, and who reads a claim that has it: a tie that was confirmed is read by all."""
    shown = status in {CONFIRMED, TieStatus.ENDED}
    return {"status": status, "audience": (Audience.PUBLIC if shown else Audience.COORDINATORS).value}


async def edit_tie(act: Act, given: EditTieInput) -> Done:
    """Change what is claimed: whoever claims it may, while it is not confirmed."""
    claim, ends = await _claim(act, given.id)
    _may_stand_by(act.viewer, ends)
    return await _moved(act, claim, given, **values_of(given))


async def confirm_tie(act: Act, given: ConfirmTieInput) -> Done:
    """Confirm a claim: the end that is asked may, and a coordinator who names a source."""
    claim, ends = await _claim(act, given.id)
    acting = act.viewer.organization
    if acting is not None and acting == ends.claimed:
        raise ValueRefused("OTHERS_WORD")
    if acting not in ends.both():
        await may_coordinate_of(act, ends.both())
        if not given.source:
            raise ValueRefused("SOURCE_REQUIRED", at="source")
    if ends.gone:
        raise ValueRefused("ORGANIZATION_WITHDRAWN")
    if acting in ends.both():
        await queries.confirmed_by(act.writing, claim.id, str(acting))
    source = {name: value for name, value in values_of(given).items() if value is not None}
    return await _moved(act, claim, given, CONFIRMED, **source)


async def dispute_tie(act: Act, given: DisputeTieInput) -> Done:
    """Say that a claim is not so: the end that has neither claimed nor confirmed it may."""
    claim, ends = await _claim(act, given.id)
    if act.viewer.organization not in ends.both():
        raise ValueRefused("NOT_ALLOWED")
    if ends.has_given_word(act.viewer.organization):
        raise ValueRefused("OTHERS_WORD")
    reason = _told("reason", given.reason)
    return await _moved(act, claim, given, TieStatus.DISPUTED, reason=reason, answer=None)


async def answer_dispute(act: Act, given: AnswerDisputeInput) -> Done:
    """Stand by what one claims, and ask again."""
    claim, ends = await _claim(act, given.id)
    _may_stand_by(act.viewer, ends)
    answer = _told("answer", given.answer)
    return await _moved(act, claim, given, TieStatus.CLAIMED, answer=answer, **values_of(given))


async def withdraw_tie(act: Act, given: WithdrawTieInput) -> Done:
    """Take a claim back, while the other end has not confirmed it."""
    claim, ends = await _claim(act, given.id)
    if act.viewer.organization != ends.claimed:
        await may_coordinate_of(act, ends.both())
    if ends.confirmed is not None:
        raise ValueRefused("CONFIRMED_BY_OTHER")
    return await _moved(act, claim, given, TieStatus.WITHDRAWN)


async def end_tie(act: Act, given: EndTieInput) -> Done:
    """End a tie that binds. Either end may, and coordinators."""
    claim, ends = await _claim(act, given.id)
    if act.viewer.organization not in ends.both():
        await may_coordinate_of(act, ends.both())
    act.expect(claim)
    today: date = act.writing.parameters["today"]
    until, agreed = given.until or today, claim.properties.get("until")
    if agreed is not None and agreed <= today:
        raise ValueRefused("TIE_ENDED")
    status = TieStatus.ENDED if until <= today else CONFIRMED
    return await _sent(act, claim, status, until=until)


# -- who, and how ----------------------------------------------------------------------------------


async def _claim(act: Act, id_: str) -> tuple[Record, Ends]:
    claim = await act.found(id_)
    return claim, await queries.ends(act.writing, claim.id)


def _may_stand_by(viewer: Viewer, ends: Ends) -> None:
    """Raises NOT_ALLOWED unless the viewer's organization claims it."""
    if viewer.organization is None or viewer.organization != ends.claimed:
        raise ValueRefused("NOT_ALLOWED")


def _told(name: str, text: str) -> str:
    """A text that must say something. Raises ValueRefused TEXT_EMPTY and as `stored` does."""
    (member,) = (member for member in TIE_CLAIM.properties() if member.name == name)
    told = stored_values((member,), {name: text}).get(name)
    if told is None:
        raise ValueRefused("TEXT_EMPTY", at=name)
    return str(told)


async def _moved(act: Act, claim: Record, given: Any, status: TieStatus | None = None, **values: Any) -> Done:
    """The claim in another state, at the version that was read."""
    records.expect_version(claim, given.version)
    act.expect(claim)
    return await _sent(act, claim, status or TieStatus(claim.properties["status"]), **values)


async def _sent(act: Act, claim: Record, status: TieStatus, **values: Any) -> Done:
    await act.writing.send(records.edit(act.writing, claim, values, {}, **_standing(status)))
    await queries.show(act.writing, claim.id)
    return act.sent(claim.id)


VERBS = {
    "declareTie": Verb(declare_tie, Way.CREATE),
    "editTie": Verb(edit_tie, EditTieInput),
    "confirmTie": Verb(confirm_tie, ConfirmTieInput),
    "disputeTie": Verb(dispute_tie, DisputeTieInput),
    "answerDispute": Verb(answer_dispute, AnswerDisputeInput),
    "withdrawTie": Verb(withdraw_tie, WithdrawTieInput),
    "endTie": Verb(end_tie, EndTieInput),
}
