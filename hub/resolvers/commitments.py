"""What users do with commitments: put down what is owed, change it, report on it."""

from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.commitments import CommitmentStatus
from graph.model.life import Way
from graph.model.partnerships import DRAFT
from graph.queries import partnerships as queries
from graph.queries import records
from graph.queries.records import Record
from hub.permissions import may_change
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.texts import say

PARTNERSHIP = "Partnership"


@strawberry.input(
    description=say(
        "How a commitment stands; evidence that is left out stays.",
        "تعهد در چه وضعی است؛ شاهدی که نیاید می‌ماند.",
    )
)
class ReportCommitmentInput:
    """Reports on a commitment."""

    id: strawberry.ID = strawberry.field(
        description=say("The commitment that is reported on.", "تعهدی که گزارشش را می‌دهید.")
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    status: CommitmentStatus = gives("Commitment", "status", required=True)
    evidence: str | None = gives("Commitment", "evidence")
    evidence_url: str | None = gives("Commitment", "evidenceUrl")


async def add_commitment(act: Act, given: Any) -> Done:
    """Put down what one party owes another."""
    partnership = await act.found(given.partnershipId, at="partnershipId", label=PARTNERSHIP)
    may_change(act.viewer, partnership.owners)
    for organization, argument in ((given.owedById, "owedById"), (given.owedToId, "owedToId")):
        if organization not in partnership.owners:
            raise ValueRefused("NOT_A_PARTY", at=argument)
    if given.owedById == given.owedToId:
        raise ValueRefused("SAME_ORGANIZATION", at="owedToId")
    await queries.change_terms(act.writing, partnership)
    return act.done(await created(act, None, values_of(given), links_of(given)))


async def edit_commitment(act: Act, given: Any) -> Done:
    """Change what is owed, while the partnership runs or is drafted; between whom stays."""
    partnership, commitment = await _both(act, given)
    await queries.change_terms(act.writing, partnership)
    return act.done(records.edit(act.writing, commitment, values_of(given), {}))


async def report_commitment(act: Act, given: ReportCommitmentInput) -> Done:
    """Say how a commitment stands, with evidence; also after the partnership has ended."""
    partnership, commitment = await _both(act, given)
    if partnership.properties["status"] == DRAFT.value:
        raise ValueRefused("WRONG_STATUS", status=DRAFT)
    return act.done(records.edit(act.writing, commitment, values_of(given), {}))


async def _both(act: Act, given: Any) -> tuple[Record, Record]:
    """The partnership and its commitment, locked in this order; who owes or is owed may change it."""
    sides = await queries.sides(act.writing, given.id)
    if sides is None:
        raise ValueRefused("NOT_FOUND", at="id")
    partnership = await act.found(sides.partnership, label=PARTNERSHIP)
    commitment = await act.found(given.id)
    may_change(act.viewer, sides.organizations)
    records.expect_version(commitment, given.version)
    return partnership, commitment


VERBS = {
    "addCommitment": Verb(add_commitment, Way.CREATE),
    "editCommitment": Verb(edit_commitment, Way.EDIT),
    "reportCommitment": Verb(report_commitment, ReportCommitmentInput),
}
