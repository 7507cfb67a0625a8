"""What users do with payments: the payer says that it has paid what is due, the provider confirms or not."""

from collections.abc import Mapping, Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.cohorts import CohortBreakdown, CohortCount
from graph.model.life import Way
from graph.model.money import expect_unit
from graph.model.payments import PaymentNeed
from graph.model.words import Words
from graph.queries import cohort_reports, records
from graph.queries import payments as queries
from graph.queries.records import Link, Record
from hub.permissions import may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say


@strawberry.input(description=say("Which payment is not so, and why.", "کدام پرداخت درست نیست، و چرا."))
class DisputePaymentInput:
    """Disputes a payment."""

    id: strawberry.ID = strawberry.field(
        description=say("The payment that you are to have received.", "پرداختی که گفته شده دریافت کرده‌اید.")
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    dispute_reason: str = gives("Payment", "disputeReason", required=True)


_PAYER = Words(
    "whoever is to pay for the cohort, and this report names nobody",
    "هر که باید بهای این گروه را بپردازد، و این گزارش کسی را نام نمی‌برد",
)


async def record_payment(act: Act, given: Any) -> Done:
    """Say, as the payer, that one has paid for a cohort: what is due, or a part of it."""
    report = await act.found(given.reportId, at="report", label=cohort_reports.LABEL)
    sides = await cohort_reports.sides(act.writing, report.id, "report")
    if sides.payer is None:
        raise ValueRefused("NOT_ALLOWED", at="report", whose=_PAYER)
    may_speak_for(act.viewer, sides.payer)
    told = await queries.due_of(act.writing, report.id)
    if not told["due"]:
        raise ValueRefused("PAYMENT_NOT_DUE", at="report", missing=_named(told["missing"]))
    if int(told["amount"]) == 0:
        raise ValueRefused("NOTHING_TO_PAY", at="report")
    left = int(told["amount"]) - await queries.paid(act.writing, report.id)
    if left <= 0:
        raise ValueRefused("ALREADY_PAID", at="report")
    values, links = values_of(given), links_of(given)
    records.expect_given(act.label, values, links)
    expect_unit(values, "amount", "amountUnit")
    amount, unit = values.get("amount"), values.get("amountUnit")
    if unit is not None and unit.value != told["unit"]:
        raise ValueRefused("PAYMENT_UNIT_DIFFERS", at="amountUnit", unit=told["unit"])
    if amount == 0:
        raise ValueRefused("NUMBER_OUT_OF_RANGE", at="amount", given=0, least=1, most=left)
    if amount is not None and amount > left:
        raise ValueRefused("PAYMENT_EXCEEDS_DUE", at="amount", left=left, unit=told["unit"])
    values |= {"amount": left if amount is None else amount, "amountUnit": told["unit"]}
    links |= {"payer": [Link(sides.payer)], "provider": [Link(sides.provider)]}
    system = {"status": act.move.end, "grade": told["grade"]}
    rights = {"audience": Audience.OWNERS.value, "ownerIds": [sides.payer, sides.provider]}
    return act.done(records.create(act.writing, act.label, values, links, **system, **rights))


def _named(gaps: Sequence[Mapping[str, Any]]) -> Words:
    """What is missing, as a text."""
    en, fa = (", ".join(_gap(gap, language) for gap in gaps) for language in ("en", "fa"))
    return Words(en, fa)


def _gap(gap: Mapping[str, Any], language: str) -> str:
    what = PaymentNeed(gap["what"])
    if gap["count"] is None:
        return what.words.label(language)
    count, breakdown = CohortCount(gap["count"]), CohortBreakdown(gap["breakdown"])
    return f"{count.words.label(language)} ({breakdown.words.label(language)})"


async def confirm_payment(act: Act, given: Any) -> Done:
    """Say, as the provider, that one has received it."""
    record, sides = await _found(act, given)
    may_speak_for(act.viewer, sides.provider)
    return act.done(_answered(act, record, given))


async def dispute_payment(act: Act, given: DisputePaymentInput) -> Done:
    """Say, as the provider, that it is not so, and why."""
    record, sides = await _found(act, given)
    may_speak_for(act.viewer, sides.provider)
    why = act.said("disputeReason", given.dispute_reason)
    return act.done(_answered(act, record, given, disputeReason=why))


def _answered(act: Act, record: Record, given: Any, **told: Any) -> records.Change:
    records.expect_version(record, given.version)
    act.expect(record)
    today = act.writing.parameters["today"]
    return records.mark(act.writing, record, status=act.move.end, answeredOn=today, **told)


async def withdraw_payment(act: Act, given: Any) -> Done:
    """Take back, as the payer, that it was paid."""
    record, sides = await _found(act, given)
    may_speak_for(act.viewer, sides.payer)
    records.expect_version(record, given.version)
    act.expect(record)
    return act.done(records.mark(act.writing, record, status=act.move.end))


async def _found(act: Act, given: Any) -> tuple[Record, queries.Sides]:
    record = await act.found(given.id)
    return record, await queries.sides(act.writing, record.id)


VERBS = {
    "recordPayment": Verb(record_payment, Way.CREATE),
    "confirmPayment": Verb(confirm_payment, Way.GO),
    "disputePayment": Verb(dispute_payment, DisputePaymentInput),
    "withdrawPayment": Verb(withdraw_payment, Way.GO),
}
