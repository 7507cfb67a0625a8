"""What users do with commitments: put down what is owed, change it, report on it."""

from typing import TYPE_CHECKING, Any

import strawberry

from graph.errors import ValueRefused
from graph.model.events import EventKind
from graph.model.partnerships import CommitmentStatus
from graph.queries import partnerships as queries
from graph.queries import records
from graph.queries.partnerships import DRAFT
from graph.queries.records import Record, Writing
from hub.context import Context, Viewer
from hub.permissions import may_change
from hub.resolvers.write import Done, links_of, values_of, write

if TYPE_CHECKING:
    from hub.schema import commitments as schema

Info = strawberry.Info[Context, Any]
LABEL, PARTNERSHIP = "Commitment", "Partnership"


async def add_commitment(info: Info, given: "schema.AddCommitmentInput", key: str | None) -> Any:
    """Put down what one party owes another."""

    async def work(writing: Writing) -> Done:
        try:
            record = await records.find(writing, PARTNERSHIP, given.partnership_id)
        except ValueRefused as error:
            raise error.within("partnershipId") from None
        may_change(info.context.viewer, record.owners)
        for organization, argument in ((given.owed_by_id, "owedById"), (given.owed_to_id, "owedToId")):
            if organization not in record.owners:
                raise ValueRefused("NOT_A_PARTY", at=argument)
        if given.owed_by_id == given.owed_to_id:
            raise ValueRefused("SAME_ORGANIZATION", at="owedToId")
        await queries.change_terms(writing, record)
        values, links = values_of(given, LABEL), links_of(given, LABEL)
        made = await records.create(writing, LABEL, values, links, status=CommitmentStatus.PLANNED)
        return Done(EventKind.COMMITMENT_ADDED, made)

    return await write(info, LABEL, given, key, work)


async def edit_commitment(info: Info, given: "schema.EditCommitmentInput", key: str | None) -> Any:
    """Change what is owed, while the partnership runs or is drafted; between whom stays."""

    async def work(writing: Writing) -> Done:
        partnership, commitment = await _commitment(writing, info.context.viewer, given)
        await queries.change_terms(writing, partnership)
        await records.edit(writing, commitment, values_of(given, LABEL), {})
        return Done(EventKind.COMMITMENT_EDITED, commitment.id)

    return await write(info, LABEL, given, key, work)


async def report_commitment(info: Info, given: "schema.ReportCommitmentInput", key: str | None) -> Any:
    """Say how a commitment stands, with evidence; also after the partnership has ended."""

    async def work(writing: Writing) -> Done:
        partnership, commitment = await _commitment(writing, info.context.viewer, given)
        if partnership.properties["status"] == DRAFT.value:
            raise ValueRefused("WRONG_STATUS", status=DRAFT.value)
        values = values_of(given, LABEL)
        address = values.get("evidenceUrl")
        if address and not address.startswith(("https://", "http://")):
            raise ValueRefused("BAD_WEB_ADDRESS", at="evidenceUrl")
        await records.edit(writing, commitment, values, {})
        return Done(EventKind.COMMITMENT_REPORTED, commitment.id)

    return await write(info, LABEL, given, key, work)


async def _commitment(writing: Writing, viewer: Viewer, given: Any) -> tuple[Record, Record]:
    """The partnership and its commitment, locked in this order; who owes or is owed may change it."""
    sides = await queries.sides(writing, given.id)
    if sides is None:
        raise ValueRefused("NOT_FOUND")
    partnership = await records.find(writing, PARTNERSHIP, sides.partnership)
    commitment = await records.find(writing, LABEL, given.id)
    may_change(viewer, sides.organizations)
    records.expect_version(commitment, given.version)
    return partnership, commitment
