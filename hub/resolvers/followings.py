"""What users do with followings: say that they work by a standard, where they deviate, and until when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.followings import FOLLOWING
from graph.model.processes import PROCESS, STANDARD
from graph.queries import followings as queries
from graph.queries import records
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.given import gives
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_EDGE = "deviations"


@strawberry.input(
    description=say(
        "What your organization works by no longer.", "آنچه سازمان شما دیگر بر پایهٔ آن کار نمی‌کند."
    )
)
class EndProcessFollowingInput:
    """Ends a following."""

    id: strawberry.ID = strawberry.field(description=say("The following of yours.", "پیروی سازمان شما."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    until: date | None = gives(FOLLOWING.label, "until")


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Whoever follows, follows a standard, once; each deviation is from a step that it has.

    Raises ValueRefused NOT_A_STANDARD, ALREADY_FOLLOWED, NO_SUCH_STEP, LISTED_TWICE.
    """
    followed = record.id if record is not None else await _followed(act, links)
    if record is not None and "until" in values:
        process, (owner,) = await queries.followed(act.writing, record.id), record.owners
        stands = values["until"] is None or values["until"] >= act.writing.parameters["today"]
        if stands and await queries.follows(act.writing, process, owner, but=record.id):
            raise ValueRefused("ALREADY_FOLLOWED", at="until")
    given = links.get(_EDGE, ())
    if given and len(given) <= MAXIMUM_LINKS:  # Longer lists are refused as all are.
        links[_EDGE] = _placed(given, await queries.steps(act.writing, followed))


async def _followed(act: Act, links: dict[str, Sequence[Link]]) -> str:
    (link,) = links["process"]
    process = await act.found(str(link.id), at="process", label=PROCESS.label)
    status = process.choice("status")
    if status is not STANDARD:
        raise ValueRefused("NOT_A_STANDARD", at="process", status=status)
    if await queries.follows(act.writing, process.id, acting_organization(act.viewer)):
        raise ValueRefused("ALREADY_FOLLOWED", at="process")
    return process.id


def _placed(given: Sequence[Link], steps: Sequence[str]) -> list[Link]:
    """The deviations, each with the title of its step."""
    placed: dict[int, Link] = {}
    for index, link in enumerate(given):
        step = link.values["step"]
        if step >= len(steps):
            raise ValueRefused("NO_SUCH_STEP", at=f"{_EDGE}.{index}.step", given=step, last=len(steps) - 1)
        if step in placed:
            raise ValueRefused("LISTED_TWICE", at=f"{_EDGE}.{index}")
        title = steps[step] if step >= 0 else None
        placed[step] = Link(None, {**link.values, "stepTitle": title})
    return list(placed.values())


async def end(act: Act, given: EndProcessFollowingInput) -> Done:
    """Say that it is over, today or on another day."""
    record = await act.own(given)
    act.expect(record)
    until = given.until if isinstance(given.until, date) else act.writing.parameters["today"]
    return act.done(records.edit(act.writing, record, {"until": until}, {}))


VERBS = {"endProcessFollowing": Verb(end, EndProcessFollowingInput)}
CHECKS = {FOLLOWING.label: check}
