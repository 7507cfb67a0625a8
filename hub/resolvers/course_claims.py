"""What users do with claims about courses: a provider claims, whoever is named confirms or refuses.

What is confirmed stands on the course, until the provider takes it back. The shares of a price never exceed
the whole, claimed ones included.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.common import RecordStatus
from graph.model.course_claims import CONFIRMED, COST_SHARE, COURSE_QUALIFICATION
from graph.model.courses import SHARE
from graph.model.life import Way
from graph.model.money import expect_unit
from graph.model.stored import stored_values
from graph.queries import course_claims as queries
from graph.queries import records
from graph.queries.course_claims import Share
from graph.queries.records import Link, Record
from hub.permissions import acting_organization, may_change
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

COURSE, QUALIFICATION, ORGANIZATION = "Course", "Qualification", "Organization"
_WHOLE = 100


@strawberry.input(
    description=say(
        "Which claim about a course is confirmed or taken back.",
        "کدام اظهار دربارهٔ دوره تأیید یا پس گرفته می‌شود.",
    )
)
class CourseClaimStep:
    """A step of a claim about a course."""

    id: strawberry.ID = strawberry.field(
        description=say(
            "The claim that your organization is a side of.", "اظهاری که سازمان شما یک سوی آن است."
        )
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


@strawberry.input(
    description=say("Which claim about a course is not so.", "کدام اظهار دربارهٔ دوره درست نیست.")
)
class RefuseCourseClaimInput:
    """Refuses a claim about a course."""

    id: strawberry.ID = strawberry.field(
        description=say(
            "The claim that your organization is asked about.",
            "اظهاری که از سازمان شما دربارهٔ آن پرسیده شده.",
        )
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    reason: str | None = gives(COST_SHARE.label, "reason")


# -- claims ----------------------------------------------------------------------------------------


async def claim_cost_share(act: Act, given: Any) -> Done:
    """Ask another organization to pay a share of the price of one's course."""
    course = await _own_course(act, given.courseId)
    payer = given.payerId
    if payer in course.owners:
        raise ValueRefused("SAME_ORGANIZATION", at="payer")
    await act.found(payer, at="payer", label=ORGANIZATION)
    if await queries.has_withdrawn(act.writing, payer):
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at="payer")
    values = values_of(given)
    _expect_sound(values, course.properties)
    standing = await queries.shares(act.writing, course.id)
    twin = next((share for share in standing if share.payer == payer), None)
    if twin is not None:
        raise ValueRefused("CLAIM_STANDS", at="payer", id=twin.id)
    new = Share("", payer, values.get("percent"), values.get("amount"))
    _expect_room(course, [*standing, new], new)
    return await _claimed(act, given, course, payer)


def _expect_sound(values: Mapping[str, Any], course: Mapping[str, Any]) -> None:
    """Raises ValueRefused PERCENT_OR_AMOUNT, PRICE_NEEDED, NUMBER_OUT_OF_RANGE, and as units ask for."""
    stored_values(SHARE, values)
    percent, amount = values.get("percent"), values.get("amount")
    if (percent is None) is (amount is None):
        raise ValueRefused("PERCENT_OR_AMOUNT", at="percent")
    if not course.get("price"):
        raise ValueRefused("PRICE_NEEDED", at="course")
    if amount == 0:
        raise ValueRefused("NUMBER_OUT_OF_RANGE", at="amount", given=0, least=1, most=course["price"])
    expect_unit(values, "amount", "amountUnit")
    unit = values.get("amountUnit")
    if unit is not None and unit.value != course["priceUnit"]:
        raise ValueRefused("PRICE_UNIT_DIFFERS", at="amountUnit", unit=course["priceUnit"])


def _total(course: Record, shares: list[Share]) -> tuple[Fraction, int]:
    """The shares together in percent, and the price they are of."""
    price = int(course.properties.get("price") or 0)
    return sum((share.of(price) for share in shares), Fraction(0)), price


def _expect_room(course: Record, shares: list[Share], new: Share) -> None:
    """Raises ValueRefused SHARES_EXCEED_PRICE where they are more than the whole together."""
    total, price = _total(course, shares)
    if total > _WHOLE:
        left = _WHOLE - (total - new.of(price))
        raise ValueRefused(
            "SHARES_EXCEED_PRICE",
            at="amount" if new.percent is None else "percent",
            left=round(float(left), 2),
        )


async def claim_course_qualification(act: Act, given: Any) -> Done:
    """Say that one's course leads to a qualification, and ask its issuer; one's own stands at once."""
    course = await _own_course(act, given.courseId)
    qualification = await act.found(given.qualificationId, at="qualification", label=QUALIFICATION)
    if qualification.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED", at="qualification")
    standing = await queries.standing_qualifications(act.writing, course.id)
    if standing:
        raise ValueRefused("CLAIM_STANDS", at="course", id=standing[0])
    issuer = qualification.owners[0]
    if await queries.has_withdrawn(act.writing, issuer):
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at="qualification")
    return await _claimed(act, given, course, issuer, issuer=[Link(issuer)])


async def _own_course(act: Act, id_: str) -> Record:
    """A course of the viewer's organization that is not taken back, locked.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, WRONG_STATUS.
    """
    organization = acting_organization(act.viewer)
    course = await act.found(id_, at="course", label=COURSE)
    if organization not in course.owners:
        raise ValueRefused("NOT_ALLOWED")
    if course.choice("status") is RecordStatus.WITHDRAWN:
        raise course.not_from_here(at="course")
    return course


async def _claimed(act: Act, given: Any, course: Record, asked: str, **links: list[Link]) -> Done:
    """The claim, of which `asked` is asked: nobody, where it is the provider itself."""
    own = asked in course.owners
    change = records.create(
        act.writing,
        act.label,
        values_of(given),
        {**links_of(given), **links},
        status=CONFIRMED if own else act.move.end,
        audience=Audience.OWNERS.value,
        ownerIds=list(dict.fromkeys((course.owners[0], asked))),
        askedId=asked,
    )
    await act.writing.send(change)
    await queries.show(act.writing, act.label, change.id)
    return act.sent(change.id)


# -- answers ---------------------------------------------------------------------------------------


async def confirm(act: Act, given: CourseClaimStep) -> Done:
    """Say that it is so, as the one that is asked: it stands on the course."""
    claim, id_ = await _asked(act, given)
    course = await act.found(id_, label=COURSE)
    if course.choice("status") is RecordStatus.WITHDRAWN:
        raise course.not_from_here()
    if act.label == COST_SHARE.label:
        await _expect_still_room(act, claim, course)
    else:
        others = set(await queries.standing_qualifications(act.writing, course.id)) - {claim.id}
        if others:
            raise ValueRefused("CLAIM_STANDS", id=min(others))
    return await _moved(act, claim, reason=None)


async def _expect_still_room(act: Act, claim: Record, course: Record) -> None:
    """What was refused is out of the sum, and comes into it again.

    Raises ValueRefused CLAIM_STANDS, PRICE_UNIT_DIFFERS, and SHARE_HAS_NO_ROOM, which does not tell how much
    there is: what others are only asked for is not for this payer to know.
    """
    told = claim.properties
    mine = Share(claim.id, told["askedId"], told.get("percent"), told.get("amount"))
    others = [share for share in await queries.shares(act.writing, course.id) if share.id != claim.id]
    twin = next((share for share in others if share.payer == mine.payer), None)
    if twin is not None:
        raise ValueRefused("CLAIM_STANDS", id=twin.id)
    if mine.amount is not None and told["amountUnit"] != course.properties.get("priceUnit"):
        raise ValueRefused("PRICE_UNIT_DIFFERS", unit=course.properties.get("priceUnit"))
    if _total(course, [*others, mine])[0] > _WHOLE:
        raise ValueRefused("SHARE_HAS_NO_ROOM")


async def refuse(act: Act, given: RefuseCourseClaimInput) -> Done:
    """Say that it is not so, as the one that is asked."""
    claim, _ = await _asked(act, given)
    return await _moved(act, claim, **values_of(given))


async def withdraw(act: Act, given: CourseClaimStep) -> Done:
    """Take back what one has claimed of one's course, as its provider."""
    claim, _ = await _found(act, given)
    may_change(
        act.viewer, [id_ for id_ in claim.owners if id_ != claim.properties["askedId"]] or claim.owners
    )
    records.expect_version(claim, given.version)
    act.expect(claim)
    return await _moved(act, claim)


async def _asked(act: Act, given: Any) -> tuple[Record, str]:
    """The claim and its course's id, where the viewer's organization is asked.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    claim, course = await _found(act, given)
    if act.viewer.organization is None or act.viewer.organization != claim.properties["askedId"]:
        raise ValueRefused("NOT_ALLOWED")
    records.expect_version(claim, given.version)
    act.expect(claim)
    return claim, course


async def _found(act: Act, given: Any) -> tuple[Record, str]:
    """The claim and its course's id, both locked: whoever gave its word may take it back of a closed one."""
    course = await queries.course_of(act.writing, given.id)
    if course is None:
        raise ValueRefused("NOT_FOUND", at="id")
    return await act.found(given.id), course


async def _moved(act: Act, claim: Record, **values: Any) -> Done:
    await act.writing.send(records.edit(act.writing, claim, values, {}, status=act.move.end))
    # What stands on the course is of another claim where this one was not confirmed.
    if CONFIRMED in {act.move.end, claim.choice("status")}:
        await queries.show(act.writing, act.label, claim.id)
    return act.sent(claim.id)


VERBS = {
    f"{verb}{record.label}": Verb(rule, given)
    for record in (COST_SHARE, COURSE_QUALIFICATION)
    for verb, rule, given in (
        ("confirm", confirm, CourseClaimStep),
        ("refuse", refuse, RefuseCourseClaimInput),
        ("withdraw", withdraw, CourseClaimStep),
    )
} | {
    "claimCostShare": Verb(claim_cost_share, Way.CREATE),
    "claimCourseQualification": Verb(claim_course_qualification, Way.CREATE),
}
