"""What users do with payment terms: a party of a partnership proposes them, the other side agrees or not."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_NUMBER
from graph.model.access import Audience
from graph.model.common import RecordStatus
from graph.model.life import Way
from graph.model.money import AmountBasis, expect_unit
from graph.model.partnerships import BINDING
from graph.model.payment_terms import ACCEPTED, SUPERSEDED, PaymentRule
from graph.queries import partnerships, rating_schemes, records
from graph.queries import payment_terms as queries
from graph.queries.records import Link, Record
from graph.text import fold
from hub.permissions import acting_organization, speaking_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

PARTNERSHIP, SCHEME = "Partnership", "RatingScheme"
_ID = say("The terms of a partnership that you are a party to.", "شرایط پرداخت مشارکتی که طرف آن هستید.")
_WHOSE = say(
    "Yours when not given. Administrators enter what another has said on paper.",
    "اگر نیاید سازمان شما. سرپرستان آنچه را دیگری روی کاغذ گفته ثبت می‌کنند.",
)


@strawberry.input(description=say("Payment terms, and whose word it is.", "شرایط پرداخت، و سخن از سوی کیست."))
class PaymentTermsAnswer:
    """Accepts terms, or takes them back."""

    id: strawberry.ID = strawberry.field(description=_ID)
    party_id: strawberry.ID | None = strawberry.field(description=_WHOSE, default=None)


@strawberry.input(description=say("Terms that are declined, and why.", "شرایطی که رد می‌شود، و چرا."))
class DeclinePaymentTermsInput(PaymentTermsAnswer):
    """Declines terms."""

    decline_reason: str | None = gives("PaymentTerms", "declineReason", default=None)


# -- proposing -------------------------------------------------------------------------------------


async def propose_payment_terms(act: Act, given: Any) -> Done:
    """Write down how cohorts are paid for; the parties alone read it until the other side agrees."""
    partnership = await act.found(given.partnershipId, at="partnership", label=PARTNERSHIP)
    parties = await partnerships.parties(act.writing, partnership.id)
    proposer = partnerships.party(parties, acting_organization(act.viewer))
    try:
        payer = partnerships.party(parties, str(given.payerId))
    except ValueRefused as error:
        raise error.within("payer") from None
    _expect_binding(partnership)
    partnerships.expect_here(parties)
    values, links = values_of(given), links_of(given)
    records.expect_given(act.label, values, links)
    _expect_sound(values)
    links["steps"] = await _steps(act, values, links)
    await _expect_replaceable(act, partnership, links)
    links |= {"proposedBy": [Link(proposer.id)], "payer": [Link(payer.id)]}
    rights = {"audience": Audience.OWNERS.value, "ownerIds": partnership.owners}
    return act.done(records.create(act.writing, act.label, values, links, status=act.move.end, **rights))


def _expect_binding(partnership: Record) -> None:
    if partnership.choice("status") not in BINDING:
        raise partnership.not_from_here()


def _expect_sound(values: Mapping[str, Any]) -> None:
    """Raises ValueRefused AMOUNT_NEEDS_UNIT, NUMBER_OUT_OF_RANGE, VALUE_REQUIRED."""
    expect_unit(values, "amount", "amountUnit")
    if values.get("amount") == 0:
        raise ValueRefused("NUMBER_OUT_OF_RANGE", at="amount", given=0, least=1, most=int(MAXIMUM_NUMBER))
    if values.get("amount") is not None and values.get("basis") is None:
        raise ValueRefused("VALUE_REQUIRED", at="basis")
    if values.get("basis") is AmountBasis.PER_PERSON and values.get("countedBy") is None:
        raise ValueRefused("VALUE_REQUIRED", at="countedBy")


async def _steps(act: Act, values: Mapping[str, Any], links: Mapping[str, Sequence[Link]]) -> Sequence[Link]:
    """The steps, with the grades as the scheme spells them.

    Raises ValueRefused VALUE_REQUIRED, NOT_PUBLISHED, NOT_A_GRADE, GRADE_NOT_ASKED_FOR, SHARES_EXCEED_WHOLE.
    """
    steps, schemes = links.get("steps", ()), links.get("scheme", ())
    by_grade = values["rule"] is PaymentRule.QUALITY_GRADE
    grades: dict[str, str] = {}
    if by_grade:
        for name, there in (("scheme", schemes), ("steps", steps)):
            if not there:
                raise ValueRefused("VALUE_REQUIRED", at=name)
    for link in schemes:
        scheme = await act.found(str(link.id), at="scheme", label=SCHEME)
        if scheme.properties["status"] != RecordStatus.PUBLISHED.value:
            raise ValueRefused("NOT_PUBLISHED", at="scheme")
        whole = await rating_schemes.whole(act.writing, scheme.id)
        grades = {fold(one["grade"]): one["grade"] for one in whole.grades}
    spelled = [_spelled(link, place, grades, by_grade=by_grade) for place, link in enumerate(steps)]
    _expect_shares(spelled)
    return spelled


def _spelled(link: Link, place: int, grades: Mapping[str, str], *, by_grade: bool) -> Link:
    said = link.values.get("grade")
    if not by_grade:
        if said is not None:
            raise ValueRefused("GRADE_NOT_ASKED_FOR", at=f"steps.{place}.grade")
        return link
    grade = grades.get(fold(said or ""))
    if grade is None:
        names = ", ".join(grades.values())
        raise ValueRefused("NOT_A_GRADE", at=f"steps.{place}.grade", given=said or "", names=names)
    return Link(None, {**link.values, "grade": grade})


def _expect_shares(steps: Sequence[Link]) -> None:
    """Raises ValueRefused NUMBER_OUT_OF_RANGE, SHARES_EXCEED_WHOLE."""
    sums: dict[str | None, Fraction] = {}
    for place, link in enumerate(steps):
        share, grade = link.values["share"], link.values.get("grade")
        if share == 0:
            raise ValueRefused("NUMBER_OUT_OF_RANGE", at=f"steps.{place}.share", given=share, least=0, most=1)
        sums[grade] = sums.get(grade, Fraction(0)) + Fraction(str(share))
        if sums[grade] > 1:
            raise ValueRefused("SHARES_EXCEED_WHOLE", at=f"steps.{place}.share")


async def _expect_replaceable(act: Act, partnership: Record, links: Mapping[str, Sequence[Link]]) -> None:
    """Raises ValueRefused NOT_FOUND (of another partnership), WRONG_STATUS."""
    for link in links.get("replaces", ()):
        before = await act.found(str(link.id), at="replaces")
        if (await queries.sides(act.writing, before.id)).partnership != partnership.id:
            raise ValueRefused("NOT_FOUND", at="replaces")
        if before.choice("status") is not ACCEPTED:
            raise before.not_from_here(at="replaces")


# -- answers ---------------------------------------------------------------------------------------


async def accept_payment_terms(act: Act, given: PaymentTermsAnswer) -> Done:
    """Agree, as the other side: payer and another party make terms hold, and what they replace goes."""
    partnership, record, sides, party = await _answering(act, given)
    if party == sides.proposer or sides.payer not in {party, sides.proposer}:
        raise ValueRefused("NOT_ALLOWED")
    _expect_binding(partnership)
    partnerships.expect_here(await partnerships.parties(act.writing, partnership.id))
    before = await queries.replaced(act.writing, record.id)
    if before is not None:
        # What a third agreed on is not undone over its head.
        if not (await queries.sides(act.writing, before.id)).all <= {party, sides.proposer}:
            raise ValueRefused("NOT_ALLOWED")
        if before.choice("status") is not ACCEPTED:
            raise before.not_from_here()
        gone = records.mark(act.writing, before, status=SUPERSEDED)
        await act.follow("PAYMENT_TERMS_SUPERSEDED", before, gone)
    await queries.accept(act.writing, record.id, party)
    readers, today = partnership.properties["audience"], act.writing.parameters["today"]
    told = {"status": act.move.end, "acceptedOn": today, "audience": readers}
    return act.done(records.mark(act.writing, record, **told))


async def decline_payment_terms(act: Act, given: DeclinePaymentTermsInput) -> Done:
    """Say no, as one whose word would make it hold, to what another party proposed."""
    _, record, sides, party = await _answering(act, given)
    if party == sides.proposer or sides.payer not in {party, sides.proposer}:
        raise ValueRefused("NOT_ALLOWED")
    told = {"status": act.move.end, "declineReason": given.decline_reason}
    return act.done(records.mark(act.writing, record, **told))


async def withdraw_payment_terms(act: Act, given: PaymentTermsAnswer) -> Done:
    """Take back what one's own organization proposed."""
    _, record, sides, party = await _answering(act, given)
    if party != sides.proposer:
        raise ValueRefused("NOT_ALLOWED")
    return act.done(records.mark(act.writing, record, status=act.move.end))


async def _answering(act: Act, given: PaymentTermsAnswer) -> tuple[Record, Record, queries.Sides, str]:
    """The partnership and its terms, locked in this order, their sides, and the party that answers.

    Raises ValueRefused NOT_FOUND, NOT_A_PARTY, NOT_ALLOWED, WRONG_STATUS.
    """
    sides = await queries.sides(act.writing, given.id)
    partnership = await act.found(sides.partnership, label=PARTNERSHIP)
    record = await act.found(given.id)
    parties = await partnerships.parties(act.writing, partnership.id)
    party = partnerships.party(parties, speaking_for(act.viewer, given.party_id))
    act.expect(record)
    return partnership, record, sides, party.id


VERBS = {
    "proposePaymentTerms": Verb(propose_payment_terms, Way.CREATE),
    "acceptPaymentTerms": Verb(accept_payment_terms, PaymentTermsAnswer),
    "declinePaymentTerms": Verb(decline_payment_terms, DeclinePaymentTermsInput),
    "withdrawPaymentTerms": Verb(withdraw_payment_terms, PaymentTermsAnswer),
}
