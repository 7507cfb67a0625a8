"""What users do with founding steps: say what has to be done, in order, and that it is done or skipped."""

from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.founding_steps import DONE, TO_DO
from graph.model.life import Way
from graph.queries import networks as queries
from graph.queries import records
from graph.queries.networks import Steps
from graph.queries.records import Record
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.resolvers.secretariat import of_own_network, own_network
from hub.texts import say

_LABEL = "FoundingStep"
_WHICH = say("The founding step.", "گام تأسیس.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say(
        "Which step is done: when (today where you do not say), by which body, and what shows it.",
        "کدام گام انجام شد: کی (اگر نگویید امروز)، به دست کدام مرجع، و چه شاهدی دارد.",
    )
)
class CompleteFoundingStepInput:
    """Says that a step is done."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    done_on: date | None = gives(_LABEL, "doneOn")
    body: str | None = gives(_LABEL, "body")
    evidence_url: str | None = gives(_LABEL, "evidenceUrl")
    note: str | None = gives(_LABEL, "note")
    file_ids: list[strawberry.ID] | None = gives(_LABEL, "files")


@strawberry.input(description=say("Which step is not needed, and why.", "کدام گام لازم نیست، و چرا."))
class SkipFoundingStepInput:
    """Skips a step."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    skip_reason: str = gives(_LABEL, "skipReason", required=True)


async def add_founding_step(act: Act, given: Any) -> Done:
    """Say what has to be done until a network is there."""
    network = await own_network(act, given.networkId)
    queries.expect_there(network, "networkId")
    steps, values = await queries.steps(act.writing, network.id), values_of(given)
    if len(steps.of) >= MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at="networkId", given=len(steps.of) + 1, maximum=MAXIMUM_LINKS)
    _expect_none_done(steps, values["place"], "place")
    return act.done(await created(act, None, values, links_of(given)))


async def edit_founding_step(act: Act, given: Any) -> Done:
    """Change a step; the order of what is done and what is not stays."""
    steps, step = await _of_own(act, given)
    values = values_of(given)
    place = values.get("place")
    if place is not None and step.choice("status") is TO_DO:
        _expect_none_done(steps, place, "place")
    if place is not None and step.choice("status") is DONE:
        _expect_none_to_do(steps, place, "place")
    return act.done(records.edit(act.writing, step, values, links_of(given)))


async def complete_founding_step(act: Act, given: CompleteFoundingStepInput) -> Done:
    """Say that a step is done, once all that come before it are done or skipped."""
    steps, step = await _of_own(act, given)
    _expect_none_to_do(steps, step.properties["place"])
    values = values_of(given)
    done = values.pop("doneOn", None) or act.writing.parameters["today"]
    links = links_of(given)
    return act.done(records.edit(act.writing, step, values, links, status=act.move.end, doneOn=done))


async def skip_founding_step(act: Act, given: SkipFoundingStepInput) -> Done:
    """Say that a step is not needed, and why."""
    _, step = await _of_own(act, given)
    why = act.said("skipReason", given.skip_reason)
    return act.done(records.edit(act.writing, step, {"skipReason": why}, {}, status=act.move.end))


async def reopen_founding_step(act: Act, given: Any) -> Done:
    """Take back that a step is done or skipped, while none after it is done."""
    steps, step = await _of_own(act, given)
    _expect_none_done(steps, step.properties["place"])
    again: dict[str, Any] = {"status": act.move.end, "doneOn": None, "skipReason": None}
    return act.done(records.edit(act.writing, step, {}, {}, **again))


async def _of_own(act: Act, given: Any) -> tuple[Steps, Record]:
    network, step = await of_own_network(act, given)
    queries.expect_there(network)
    return await queries.steps(act.writing, network.id), step


def _expect_none_done(steps: Steps, place: int, at: str | None = None) -> None:
    """Raises ValueRefused LATER_STEP_DONE: what is still to be done comes before nothing that is done."""
    later = steps.done(after=place)
    if later is not None:
        raise ValueRefused("LATER_STEP_DONE", at=at, title=later.properties["titleFa"])


def _expect_none_to_do(steps: Steps, place: int, at: str | None = None) -> None:
    """Raises ValueRefused EARLIER_STEP_OPEN."""
    earlier = steps.to_do(before=place)
    if earlier is not None:
        raise ValueRefused("EARLIER_STEP_OPEN", at=at, title=earlier.properties["titleFa"])


VERBS = {
    "addFoundingStep": Verb(add_founding_step, Way.CREATE),
    "editFoundingStep": Verb(edit_founding_step, Way.EDIT),
    "completeFoundingStep": Verb(complete_founding_step, CompleteFoundingStepInput),
    "skipFoundingStep": Verb(skip_founding_step, SkipFoundingStepInput),
    "reopenFoundingStep": Verb(reopen_founding_step, Way.GO),
}
