"""What users do with cohort reports: a provider tells counts, a payer accepts them or sends them back.

The counts stand twice: as they were told, for provider and payer, and as `withhold` lets others read them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.cohort_reports import ACCEPTED, DRAFT, EXACT, RETURNED, SUBMITTED, SUPERSEDED
from graph.model.cohorts import CohortBreakdown, CohortCount
from graph.model.common import RecordStatus, Visibility
from graph.model.due import missing
from graph.model.life import Way
from graph.model.payment_terms import TermsStatus
from graph.model.withheld import withhold
from graph.model.words import Words
from graph.queries import cohort_reports as queries
from graph.queries import records
from graph.queries.cohort_reports import Agreed, Sides
from graph.queries.partnerships import Term
from graph.queries.records import Change, Link, Record, wrong_status
from hub.permissions import acting_organization, may_speak_for
from hub.resolvers import publishing
from hub.resolvers.counts import AT, expect_counts, expect_over
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_PROVIDER = Words(
    "the organization that gives that course, or takes those apprentices in",
    "سازمانی که آن دوره را برگزار می‌کند یا آن کارآموزان را می‌پذیرد",
)
_REPORTER = Words(
    "the organization that made the report to be corrected", "سازمانی که گزارش نیازمند تصحیح را داده است"
)
_OF = {"course": "Course", "apprenticeship": "Apprenticeship"}


@strawberry.input(
    description=say("Which report is sent back, and why.", "کدام گزارش بازگردانده می‌شود، و چرا.")
)
class ReturnCohortReportInput:
    """Returns a report."""

    id: strawberry.ID = strawberry.field(
        description=say("The report that you are to pay for.", "گزارشی که باید برای آن بپردازید.")
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    return_reason: str = gives("CohortReport", "returnReason", required=True)


# -- writing ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report says once it is written: what it is of, when it was, and who pays."""

    provider: str
    of: Mapping[str, str | None]
    days: tuple[date, date]
    terms: str | None
    corrects: str | None
    itself: str = ""


async def draft_cohort_report(act: Act, given: Any) -> Done:
    """Write down what became of a cohort of one's own."""
    provider = acting_organization(act.viewer)
    values, links = values_of(given), links_of(given)
    publishing.expect_possible(act.node, values.get("visibility") or Visibility.MEMBERS)
    records.expect_given(act.label, values, links)
    of = {name: _target(links, name) for name in _OF}
    days = (values["startsOn"], values["endsOn"])
    told = _Told(provider, of, days, _target(links, "terms"), _target(links, "corrects"))
    agreed = await _checked(act, told)
    rows = expect_counts(links[AT])
    expect_over(rows, days[1], act.writing.parameters["today"])
    links |= _counted(rows) | {"provider": [Link(provider)], "payer": _payer(agreed)}
    rights = {"audience": Audience.OWNERS.value, "ownerIds": [provider]}
    system = {"status": act.move.end, "complete": _is_complete(rows, agreed)}
    return act.done(records.create(act.writing, act.label, values, links, **system, **rights))


async def edit_cohort_report(act: Act, given: Any) -> Done:
    """Change a draft of one's own, or what was returned."""
    record, sides = await _own(act, given)
    values, links = values_of(given), links_of(given)
    publishing.expect_possible(act.node, values.get("visibility") or Visibility.MEMBERS)
    now = {**record.properties, **values}
    records.expect_given(act.label, {**values, "startsOn": now["startsOn"], "endsOn": now["endsOn"]}, links)
    told = _Told(
        sides.provider,
        {name: _target(links, name, getattr(sides, name)) for name in _OF},
        (_day(now["startsOn"]), _day(now["endsOn"])),
        _target(links, "terms", sides.terms),
        _target(links, "corrects", sides.corrects),
        record.id,
    )
    agreed = await _checked(act, told, standing=sides.terms)
    rows = expect_counts(links[AT]) if AT in links else await queries.exact(act.writing, record.id)
    expect_over(rows, told.days[1], act.writing.parameters["today"], None if AT in links else "endsOn")
    links |= (_counted(rows) if AT in links else {}) | {"payer": _payer(agreed)}
    system: dict[str, Any] = {"complete": _is_complete(rows, agreed), "ownerIds": [sides.provider]}
    if record.choice("status") is RETURNED:
        if sides.payer is not None and agreed is not None and agreed.payer == sides.payer:
            system["ownerIds"].append(sides.payer)
        else:
            # Whoever is to pay now has not answered, and the one that has is no side any more.
            system |= {"returnReason": None, "answeredOn": None}
    return act.done(records.edit(act.writing, record, values, links, **system))


def _target(links: Mapping[str, Sequence[Link]], name: str, otherwise: str | None = None) -> str | None:
    if name not in links:
        return otherwise
    return next((str(link.id) for link in links[name]), None)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _counted(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Link]]:
    """The counts as they were told, and as others read them."""
    return {
        AT: [Link(None, row) for row in withhold(rows)],
        EXACT: [Link(None, row) for row in rows],
    }


def _payer(agreed: Agreed | None) -> list[Link]:
    return [] if agreed is None else [Link(agreed.payer)]


def _is_complete(rows: Sequence[Mapping[str, Any]], agreed: Agreed | None) -> bool:
    return not list(missing(rows, None if agreed is None else agreed.terms))


async def _checked(act: Act, told: _Told, standing: str | None = None) -> Agreed | None:
    """The terms of a report, where there are some; those that are `standing` were checked before.

    Raises ValueRefused COURSE_OR_APPRENTICESHIP, COHORT_REPORTED, as `_terms` and `_expect_correction` do,
    and NOT_FOUND, NOT_ALLOWED about a course of another.
    """
    named = [(name, id_) for name, id_ in told.of.items() if id_ is not None]
    if len(named) != 1:
        raise ValueRefused("COURSE_OR_APPRENTICESHIP", at="apprenticeship" if named else "course")
    ((name, of),) = named
    record = await act.found(of, at=name, label=_OF[name])
    if told.provider not in record.owners:
        raise ValueRefused("NOT_ALLOWED", at=name, whose=_PROVIDER)
    if told.corrects is not None:
        await _expect_correction(act, told, of)
    besides = [one for one in (told.itself, told.corrects) if one]
    twin = await queries.twin(act.writing, told.provider, of, told.days, besides)
    if twin is not None:
        raise ValueRefused("COHORT_REPORTED", at="startsOn", id=twin)
    return await _terms(act, told, standing)


async def _terms(act: Act, told: _Told, standing: str | None) -> Agreed | None:
    """Raises ValueRefused NOT_FOUND, WRONG_STATUS, ORGANIZATION_WITHDRAWN, SAME_ORGANIZATION …"""
    if told.terms is None:
        return None
    if told.terms != standing:
        await act.found(told.terms, at="terms", label="PaymentTerms")
    agreed = await queries.agreed(act.writing, told.terms)
    status = TermsStatus(agreed.terms["status"])
    # A correction goes by the terms that the report it corrects went by.
    if status is not TermsStatus.ACCEPTED and told.terms != standing and told.corrects is None:
        raise wrong_status("PaymentTerms", status, at="terms")
    if agreed.gone and told.terms != standing:
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at="terms")
    if agreed.payer == told.provider:
        raise ValueRefused("SAME_ORGANIZATION", at="terms")
    Term.of(agreed.partnership).expect(told.days[1], "endsOn")
    return agreed


async def _expect_correction(act: Act, told: _Told, of: str) -> None:
    """Raises ValueRefused NOT_FOUND, NOT_ALLOWED, WRONG_STATUS, CORRECTION_DIFFERS, ALREADY_CORRECTED."""
    assert told.corrects is not None
    before = await act.found(told.corrects, at="corrects")
    sides = await queries.sides(act.writing, before.id)
    if sides.provider != told.provider or before.id == told.itself:
        raise ValueRefused("NOT_ALLOWED", at="corrects", whose=_REPORTER)
    holds = ACCEPTED if sides.payer is not None else SUBMITTED
    if before.choice("status") is not holds:
        raise before.not_from_here(at="corrects")
    if of not in {sides.course, sides.apprenticeship} or told.terms != sides.terms:
        raise ValueRefused("CORRECTION_DIFFERS", at="corrects")
    if await queries.is_corrected(act.writing, before.id, told.itself):
        raise ValueRefused("ALREADY_CORRECTED", at="corrects")


# -- between provider and payer --------------------------------------------------------------------


async def submit_cohort_report(act: Act, given: Any) -> Done:
    """Hand a report to its payer; without one, let those read it whom its visibility names."""
    record, sides = await _own(act, given)
    if sides.terms is not None and record.choice("status") is DRAFT and sides.corrects is None:
        agreed = await queries.agreed(act.writing, sides.terms)
        if agreed.terms["status"] != TermsStatus.ACCEPTED.value:
            raise wrong_status("PaymentTerms", TermsStatus(agreed.terms["status"]))
    if sides.payer is None:
        await _supersede(act, record)
        return act.done(_open(act, record, ownerIds=[sides.provider]))
    rights = {"audience": Audience.OWNERS.value, "ownerIds": [sides.provider, sides.payer]}
    return act.done(records.mark(act.writing, record, status=act.move.end, **rights))


async def accept_cohort_report(act: Act, given: Any) -> Done:
    """Say, as the payer, that a complete report is right: now others read it, small counts withheld."""
    record, sides = await _to_answer(act, given)
    assert sides.terms is not None
    agreed = await queries.agreed(act.writing, sides.terms)
    lacking = list(missing(await queries.exact(act.writing, record.id), agreed.terms))
    if lacking:
        raise ValueRefused("REPORT_INCOMPLETE", missing=_named(lacking))
    await _supersede(act, record)
    await queries.hold_rating(act.writing, record.id)
    return act.done(_open(act, record, answeredOn=act.writing.parameters["today"]))


async def return_cohort_report(act: Act, given: ReturnCohortReportInput) -> Done:
    """Send a report back, as the payer, and say why."""
    record, _ = await _to_answer(act, given)
    why, today = act.said("returnReason", given.return_reason), act.writing.parameters["today"]
    told = {"status": act.move.end, "returnReason": why, "answeredOn": today}
    return act.done(records.mark(act.writing, record, **told))


async def withdraw_cohort_report(act: Act, given: Any) -> Done:
    """Take a report of one's own back that nobody has accepted."""
    record, _ = await _own(act, given)
    return act.done(records.mark(act.writing, record, status=act.move.end, audience=Audience.OWNERS.value))


def _open(act: Act, record: Record, **told: Any) -> Change:
    readers = audience(RecordStatus.PUBLISHED, Visibility(record.properties["visibility"]))
    # Why it was once returned stays between the two.
    told = {"returnReason": None, **told}
    return records.mark(act.writing, record, status=act.move.end, audience=readers.value, **told)


async def _supersede(act: Act, record: Record) -> None:
    """The report that it corrects no longer holds, and others no longer read it: two would tell more.

    Raises ValueRefused WRONG_STATUS where that was taken back or corrected meanwhile.
    """
    before = await queries.earlier(act.writing, record.id)
    if before is None:
        return
    if before.choice("status") not in {SUBMITTED, ACCEPTED}:
        raise before.not_from_here()
    gone = records.mark(act.writing, before, status=SUPERSEDED, audience=Audience.OWNERS.value)
    await act.follow("COHORT_REPORT_SUPERSEDED", before, gone)


def _named(gaps: Sequence[Mapping[str, Any]]) -> Words:
    """What is missing, as a text."""
    en, fa = (
        ", ".join(
            f"{CohortCount(gap['count']).words.label(language)}"
            f" ({CohortBreakdown(gap['breakdown']).words.label(language)})"
            for gap in gaps
        )
        for language in ("en", "fa")
    )
    return Words(en, fa)


async def _own(act: Act, given: Any) -> tuple[Record, Sides]:
    """A report of the viewer's. Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS."""
    record = await act.found(given.id)
    sides = await queries.sides(act.writing, record.id)
    may_speak_for(act.viewer, sides.provider)
    records.expect_version(record, given.version)
    act.expect(record)
    return record, sides


async def _to_answer(act: Act, given: Any) -> tuple[Record, Sides]:
    """A report that the viewer is to pay for. Raises ValueRefused as `_own` does."""
    record = await act.found(given.id)
    sides = await queries.sides(act.writing, record.id)
    may_speak_for(act.viewer, sides.payer)
    records.expect_version(record, given.version)
    act.expect(record)
    if sides.payer is None:
        raise ValueRefused("NOT_ALLOWED")
    return record, sides


VERBS = {
    "draftCohortReport": Verb(draft_cohort_report, Way.CREATE),
    "editCohortReport": Verb(edit_cohort_report, Way.EDIT),
    "submitCohortReport": Verb(submit_cohort_report, Way.GO),
    "acceptCohortReport": Verb(accept_cohort_report, Way.GO),
    "returnCohortReport": Verb(return_cohort_report, ReturnCohortReportInput),
    "withdrawCohortReport": Verb(withdraw_cohort_report, Way.GO),
}
