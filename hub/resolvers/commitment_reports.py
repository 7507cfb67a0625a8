"""What users do with reports of commitments: whoever owes one reports, whoever it is owed to answers."""

from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.commitment_reports import CONFIRMED, DISPUTED, SUPERSEDED, WAITING, ReportedStatus
from graph.model.commitments import IN_PROGRESS, MET, REMOVED, WAIVED
from graph.model.life import Way
from graph.model.partnerships import DRAFT, WITHDRAWN
from graph.queries import partnerships as queries
from graph.queries import records
from graph.queries.partnerships import Sides, Term
from graph.queries.records import Link, Record
from hub.permissions import may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.texts import say

COMMITMENT, PARTNERSHIP = "Commitment", "Partnership"

_WHICH = say("The report, of what is owed to you.", "گزارشی دربارهٔ آنچه به شما تعهد شده است.")


@strawberry.input(description=say("Which report is confirmed.", "کدام گزارش تأیید می‌شود."))
class ConfirmReportInput:
    """Confirms a report."""

    id: strawberry.ID = strawberry.field(description=_WHICH)


@strawberry.input(description=say("Which report is disputed, and why.", "کدام گزارش رد می‌شود، و چرا."))
class DisputeReportInput:
    """Disputes a report."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    dispute_reason: str = gives("CommitmentReport", "disputeReason", required=True)


async def report_commitment(act: Act, given: Any) -> Done:
    """Say how far a commitment has come, as the party that owes it; also after the partnership has ended."""
    at = "commitmentId"
    sides = await queries.sides(act.writing, given.commitmentId, at)
    partnership = await act.found(sides.partnership, at=at, label=PARTNERSHIP)
    commitment = await act.found(given.commitmentId, at=at, label=COMMITMENT)
    may_speak_for(act.viewer, sides.owed_by)
    values, links = values_of(given), links_of(given)
    await _expect_reportable(act, partnership, commitment, links)
    today = act.writing.parameters["today"]
    values["asOf"] = _day_told(values.get("asOf"), today, partnership)
    _expect_sound(values, links, commitment)
    values |= {name: commitment.properties.get(name) for name in ("target", "unit")}
    await _supersede(act, commitment)
    await act.writing.send(records.mark(act.writing, commitment, **_claims(values, commitment, today)))
    links |= _between(sides)
    return act.done(await created(act, None, values, links))


async def _expect_reportable(
    act: Act, partnership: Record, commitment: Record, links: dict[str, Any]
) -> None:
    """Raises ValueRefused WRONG_STATUS, NOT_FOUND (`corrects` of another commitment), ALREADY_CORRECTED."""
    if partnership.choice("status") in {DRAFT, WITHDRAWN}:
        raise partnership.not_from_here()
    status = commitment.choice("status")
    corrected = next((link.id for link in links.get("corrects", ())), None)
    # What both sides hold for met can still be found to have been told wrongly.
    if status in {WAIVED, REMOVED} or (status is MET and corrected is None):
        raise commitment.not_from_here()
    if corrected is not None:
        await act.found(corrected, at="corrects.0")
        known = await queries.report_of(act.writing, corrected)
        if known.commitment != commitment.id:
            raise ValueRefused("NOT_FOUND", at="corrects.0")
        if known.corrected:
            raise ValueRefused("ALREADY_CORRECTED", at="corrects.0")


def _day_told(day: Any, today: Any, partnership: Record) -> Any:
    """The day a report tells of. Raises ValueRefused OUTSIDE_TERM where the partnership had not begun."""
    start = Term.of(partnership.properties).start
    if day is not None:
        Term(start, None).expect(day, "asOf")
    return day or today


def _expect_sound(values: dict[str, Any], links: records.Links, commitment: Record) -> None:
    """Raises ValueRefused NOT_MEASURED, EVIDENCE_NEEDED."""
    measured = any(commitment.properties.get(name) is not None for name in ("measure", "target", "unit"))
    if values.get("actual") is not None and not measured:
        raise ValueRefused("NOT_MEASURED", at="actual")
    shown = any(values.get(name) for name in ("evidenceUrl", "note")) or links.get("files")
    if values["reportedStatus"] is ReportedStatus.MET and not shown:
        raise ValueRefused("EVIDENCE_NEEDED", at="evidenceUrl")


async def _supersede(act: Act, commitment: Record) -> None:
    """A later report comes in the place of one that waits."""
    for report in await queries.waiting_reports(act.writing, commitment.id):
        change = records.mark(act.writing, report, status=SUPERSEDED)
        await act.follow("REPORT_SUPERSEDED", report, change)


def _claims(values: dict[str, Any], commitment: Record, today: Any) -> dict[str, Any]:
    """What a report that waits changes of its commitment: that it has begun, and what is claimed."""
    status = commitment.properties["status"]
    begun = values["reportedStatus"] is not ReportedStatus.MISSED and status == "PLANNED"
    claimed = values["reportedStatus"] is ReportedStatus.MET and status != MET.value
    return {
        "status": IN_PROGRESS.value if begun else status,
        "reportStatus": WAITING,
        "claimedOn": today if claimed else None,
    }


def _between(sides: Sides) -> dict[str, list[Link]]:
    ends = {"reportedBy": sides.owed_by, "reportedTo": sides.owed_to}
    return {name: [Link(id_)] for name, id_ in ends.items() if id_ is not None}


# -- answers ---------------------------------------------------------------------------------------


async def confirm_report(act: Act, given: ConfirmReportInput) -> Done:
    """Say that it is so, as the party it is owed to: the commitment takes on its status and value."""
    commitment, report = await _to_answer(act, given)
    told, today = report.properties, act.writing.parameters["today"]
    taken = {"status": told["reportedStatus"], "reportStatus": CONFIRMED, "claimedOn": None}
    # A value of before the unit was changed is no progress towards what is owed now.
    if told.get("actual") is not None and told.get("unit") == commitment.properties.get("unit"):
        taken |= {"progress": told["actual"], "progressOn": told.get("asOf")}
    await act.writing.send(records.mark(act.writing, commitment, **taken))
    return act.done(records.mark(act.writing, report, status=act.move.end, answeredOn=today))


async def dispute_report(act: Act, given: DisputeReportInput) -> Done:
    """Say that it is not so, and why, as the party it is owed to: the commitment stays as it was."""
    commitment, report = await _to_answer(act, given)
    why = act.said("disputeReason", given.dispute_reason)
    changed = {"reportStatus": DISPUTED, "claimedOn": None}
    await act.writing.send(records.mark(act.writing, commitment, **changed))
    today = act.writing.parameters["today"]
    told = {"status": act.move.end, "answeredOn": today, "disputeReason": why}
    return act.done(records.mark(act.writing, report, **told))


async def _to_answer(act: Act, given: Any) -> tuple[Record, Record]:
    """The commitment and its report, locked in this order; whom it is owed to has its say.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, WRONG_STATUS.
    """
    known = await queries.report_of(act.writing, given.id)
    sides = await queries.sides(act.writing, known.commitment)
    await act.found(sides.partnership, label=PARTNERSHIP)
    commitment = await act.found(known.commitment, label=COMMITMENT)
    report = await act.found(given.id)
    may_speak_for(act.viewer, sides.owed_to)
    act.expect(report)
    return commitment, report


VERBS = {
    "reportCommitment": Verb(report_commitment, Way.CREATE),
    "confirmReport": Verb(confirm_report, ConfirmReportInput),
    "disputeReport": Verb(dispute_report, DisputeReportInput),
}
