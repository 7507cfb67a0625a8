"""What users do with campaigns by rules of their own: word them, tell the answer, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.campaigns import CAMPAIGN, WORDED, AnswerTeller, CampaignOutcome
from graph.queries import campaigns as queries
from graph.queries import records
from graph.queries.records import Link, Record
from graph.text import clean
from hub.permissions import acting_organization, may_change
from hub.resolvers.given import gives, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_BODY = "addressedTo"
_ASKED = {_BODY, "addressedToWords"}
"""Who is asked."""
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say(
        "What the body has answered, as a whole: it takes the place of what was told before.",
        "پاسخ نهاد، یک‌جا: جای آنچه پیش‌تر گفته شد را می‌گیرد.",
    )
)
class AnswerCampaignInput:
    """Tells the answer of a body."""

    id: strawberry.ID = strawberry.field(
        description=say(
            "The campaign: yours, or one that asks something of yours.",
            "کارزار: از سازمان شما، یا آن‌که چیزی از سازمان شما می‌خواهد.",
        )
    )
    version: int = strawberry.field(description=_VERSION)
    answer: str = gives(CAMPAIGN.label, "answer", required=True)
    answered_on: date | None = gives(CAMPAIGN.label, "answeredOn")
    answer_source: str | None = gives(CAMPAIGN.label, "answerSource")
    answer_url: str | None = gives(CAMPAIGN.label, "answerUrl")


@strawberry.input(description=say("What came of a campaign of yours.", "از کارزار شما چه برآمد."))
class ConcludeCampaignInput:
    """Tells the outcome."""

    id: strawberry.ID = strawberry.field(description=say("The campaign of yours.", "کارزار سازمان شما."))
    version: int = strawberry.field(description=_VERSION)
    outcome: CampaignOutcome = gives(CAMPAIGN.label, "outcome", required=True)
    outcome_note: str | None = gives(CAMPAIGN.label, "outcomeNote")
    closed_on: date | None = gives(CAMPAIGN.label, "closedOn")


# -- what is signed --------------------------------------------------------------------------------


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """A campaign is addressed to somebody else; what is signed is numbered.

    Raises ValueRefused ADDRESSEE_NEEDED, SAME_ORGANIZATION, ALREADY_ANSWERED.
    """
    before = {} if record is None else record.properties
    owners = [acting_organization(act.viewer)] if record is None else record.owners
    asked = None if record is None else await queries.addressed(act.writing, record.id)
    asks = next((link.id for link in links[_BODY]), None) if _BODY in links else asked
    if asks is None and not clean({**before, **values}.get("addressedToWords") or ""):
        raise ValueRefused("ADDRESSEE_NEEDED", at=_BODY)
    if asks in owners:
        raise ValueRefused("SAME_ORGANIZATION", at=_BODY)
    if record is None:
        values["wording"] = 1
        return
    changed = [*([_BODY] if asks != asked else []), *_said_else(before, values)]
    for name in changed:
        _expect_unanswered(record, name)
    if changed and before.get("publishedAt") is not None:
        values["wording"] = before["wording"] + 1


def _said_else(before: Mapping[str, Any], values: Mapping[str, Any]) -> list[str]:
    """What of a wording, the organization that is asked aside, would be other than before."""
    told = (name for name in WORDED if name in values)
    return [name for name in told if (clean(values[name] or "") or None) != before.get(name)]


def _expect_unanswered(record: Record, name: str) -> None:
    """Raises ValueRefused ALREADY_ANSWERED: an answer stays below what was asked, and of whom."""
    answered = record.properties.get("answer") is not None
    if answered and (name in _ASKED or record.choice("answerToldBy") is AnswerTeller.BODY):
        raise ValueRefused("ALREADY_ANSWERED", at=name)


# -- what came of it -------------------------------------------------------------------------------


async def answer(act: Act, given: AnswerCampaignInput) -> Done:
    """Say what the body has answered: itself, or the owner from a source, until the body has spoken."""
    record = await act.found(given.id)
    teller = AnswerTeller.BODY
    body = await queries.addressed(act.writing, record.id)
    if act.viewer.organization is None or act.viewer.organization != body:
        may_change(act.viewer, record.owners)
        teller = AnswerTeller.OWNER
    records.expect_version(record, given.version)
    act.expect(record)
    told = dict.fromkeys(("answeredOn", "answerSource", "answerUrl")) | values_of(given)
    if teller is AnswerTeller.OWNER:
        _expect_owners_word(record, told)
    told["answer"] = act.said("answer", given.answer)
    return act.done(records.mark(act.writing, record, **told, answerToldBy=teller))


def _expect_owners_word(record: Record, told: Mapping[str, Any]) -> None:
    """Raises ValueRefused ANSWERED_BY_BODY, ANSWER_NEEDS_SOURCE."""
    if record.choice("answerToldBy") is AnswerTeller.BODY:
        raise ValueRefused("ANSWERED_BY_BODY")
    if not any(clean(told[name] or "") for name in ("answerSource", "answerUrl")):
        raise ValueRefused("ANSWER_NEEDS_SOURCE", at="answerSource")


async def conclude(act: Act, given: ConcludeCampaignInput) -> Done:
    """Say what came of it; with `OPEN` and no day it goes on."""
    record = await act.own(given)
    act.expect(record)
    told = {"outcomeNote": None} | values_of(given)
    is_open = given.outcome is CampaignOutcome.OPEN
    if not is_open and record.properties.get("answer") is None:
        raise ValueRefused("ANSWER_NEEDED", at="outcome")
    if told.get("closedOn") is None:
        told["closedOn"] = None if is_open else act.writing.parameters["today"]
    return act.done(records.mark(act.writing, record, **told))


VERBS = {
    "answerCampaign": Verb(answer, AnswerCampaignInput),
    "concludeCampaign": Verb(conclude, ConcludeCampaignInput),
}
CHECKS = {CAMPAIGN.label: check}
