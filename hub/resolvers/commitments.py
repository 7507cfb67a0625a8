"""What users do with commitments: put down in a draft what is owed; later, let go what is owed to them."""

from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.commitment_reports import SUPERSEDED
from graph.model.life import Way
from graph.model.partnerships import BINDING, DRAFT, WITHDRAWN
from graph.queries import partnerships as queries
from graph.queries import records
from graph.queries.partnerships import Term
from graph.queries.records import Record
from hub.permissions import may_change, may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.texts import say

PARTNERSHIP = "Partnership"
_DRAFTS = {DRAFT.value, WITHDRAWN.value}


@strawberry.input(
    description=say(
        "Which commitment is closed by whom it is owed to, and why.",
        "طلبکار کدام تعهد را می‌بندد، و چرا.",
    )
)
class CloseCommitmentInput:
    """Closes a commitment."""

    id: strawberry.ID = strawberry.field(
        description=say("The commitment that is owed to you.", "تعهدی که به شما شده است.")
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    closing_reason: str | None = gives("Commitment", "closingReason", default=None)


# -- in a draft ------------------------------------------------------------------------------------


async def add_commitment(act: Act, given: Any) -> Done:
    """Put down in a draft what one party owes another."""
    partnership = await act.found(given.partnershipId, at="partnershipId", label=PARTNERSHIP)
    may_change(act.viewer, partnership.owners)
    for organization, argument in ((given.owedById, "owedById"), (given.owedToId, "owedToId")):
        if organization not in partnership.owners:
            raise ValueRefused("NOT_A_PARTY", at=argument)
    if given.owedById == given.owedToId:
        raise ValueRefused("SAME_ORGANIZATION", at="owedToId")
    values = values_of(given)
    Term.of(partnership.properties).expect(values.get("dueOn"), "dueOn")
    await queries.change_commitments(act.writing, partnership)
    return act.done(await created(act, None, values, links_of(given)))


async def edit_commitment(act: Act, given: Any) -> Done:
    """Change in a draft what is owed; between whom stays."""
    partnership, commitment = await _of_draft(act, given)
    values = values_of(given)
    Term.of(partnership.properties).expect(values.get("dueOn"), "dueOn")
    await queries.change_commitments(act.writing, partnership)
    return act.done(records.edit(act.writing, commitment, values, {}))


async def remove_commitment(act: Act, given: Any) -> Done:
    """Take a commitment out of a draft: it stays, marked."""
    partnership, commitment = await _of_draft(act, given)
    await queries.change_commitments(act.writing, partnership)
    return act.done(records.mark(act.writing, commitment, status=act.move.end))


async def _of_draft(act: Act, given: Any) -> tuple[Record, Record]:
    """The partnership and its commitment, locked in this order; any party may change it.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    sides = await queries.sides(act.writing, given.id)
    partnership = await act.found(sides.partnership, label=PARTNERSHIP)
    commitment = await act.found(given.id)
    may_change(act.viewer, partnership.owners)
    records.expect_version(commitment, given.version)
    act.expect(commitment)
    return partnership, commitment


# -- by whom it is owed to -------------------------------------------------------------------------


async def waive_commitment(act: Act, given: CloseCommitmentInput) -> Done:
    """Let a commitment go, as the party it is owed to."""
    _, commitment = await _owed(act, given)
    return await _close(act, commitment, given)


async def declare_missed(act: Act, given: CloseCommitmentInput) -> Done:
    """Say that a commitment was not done, as the party it is owed to, once its day is over."""
    partnership, commitment = await _owed(act, given)
    today, end = act.writing.parameters["today"], partnership.properties.get("endsOn")
    due = commitment.properties.get("dueOn")
    bound = partnership.properties["status"] in {status.value for status in BINDING}
    over = not bound or (end is not None and end < today)
    if not over and (due is None or due >= today):
        raise ValueRefused("NOT_DUE")
    return await _close(act, commitment, given)


async def _owed(act: Act, given: CloseCommitmentInput) -> tuple[Record, Record]:
    """The partnership and its commitment, locked in this order; whom it is owed to has its say.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    sides = await queries.sides(act.writing, given.id)
    partnership = await act.found(sides.partnership, label=PARTNERSHIP)
    commitment = await act.found(given.id)
    may_speak_for(act.viewer, sides.owed_to)
    records.expect_version(commitment, given.version)
    if partnership.properties["status"] in _DRAFTS:
        raise partnership.not_from_here()
    act.expect(commitment)
    return partnership, commitment


async def _close(act: Act, commitment: Record, given: CloseCommitmentInput) -> Done:
    """Close it; a report of it that waited is answered no more."""
    for report in await queries.waiting_reports(act.writing, commitment.id):
        change = records.mark(act.writing, report, status=SUPERSEDED)
        await act.follow("REPORT_SUPERSEDED", report, change)
    closed: dict[str, Any] = {"status": act.move.end, "claimedOn": None}
    if commitment.properties.get("reportStatus") == "WAITING":
        closed["reportStatus"] = SUPERSEDED
    return act.done(records.edit(act.writing, commitment, values_of(given), {}, **closed))


VERBS = {
    "addCommitment": Verb(add_commitment, Way.CREATE),
    "editCommitment": Verb(edit_commitment, Way.EDIT),
    "removeCommitment": Verb(remove_commitment, Way.GO),
    "waiveCommitment": Verb(waive_commitment, CloseCommitmentInput),
    "declareMissed": Verb(declare_missed, CloseCommitmentInput),
}
