"""What users do with quality ratings: rate a training provider, answer, publish, take it back."""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.grades import rated
from graph.model.life import Way
from graph.model.organizations import OrganizationStatus
from graph.queries import cohort_reports, rating_schemes, records
from graph.queries import quality_ratings as queries
from graph.queries.records import Change, Link, Record
from graph.text import fold
from hub.permissions import acting_organization, may_speak_for
from hub.resolvers import publishing
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

ORGANIZATION, SCHEME = "Organization", "RatingScheme"
_GIVEN = say("The rating that you gave.", "رتبه‌ای که داده‌اید.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("What you say to a rating of yours.", "پاسخ شما به رتبه‌ای که گرفته‌اید."))
class AnswerRatingInput:
    """Answers a rating."""

    id: strawberry.ID = strawberry.field(description=say("The rating that you got.", "رتبه‌ای که گرفته‌اید."))
    version: int = strawberry.field(description=_VERSION)
    answer: str = gives("QualityRating", "answer", required=True)


@strawberry.input(
    description=say("Which rating is published, and to whom.", "کدام رتبه و برای که منتشر می‌شود.")
)
class PublishRatingInput:
    """Publishes a rating."""

    id: strawberry.ID = strawberry.field(description=_GIVEN)
    version: int = strawberry.field(description=_VERSION)
    visibility: Visibility | None = gives("QualityRating", "visibility", default=None)


@strawberry.input(description=say("Which rating is taken back, and why.", "کدام رتبه پس گرفته می‌شود، و چرا."))
class WithdrawRatingInput:
    """Withdraws a rating."""

    id: strawberry.ID = strawberry.field(description=_GIVEN)
    version: int = strawberry.field(description=_VERSION)
    withdrawal_reason: str = gives("QualityRating", "withdrawalReason", required=True)


async def rate_provider(act: Act, given: Any) -> Done:
    """Score a training provider under a published scheme: the two of them read it, and the grade."""
    rater = acting_organization(act.viewer)
    provider = await act.found(given.providerId, at="provider", label=ORGANIZATION)
    if provider.id == rater:
        raise ValueRefused("SAME_ORGANIZATION", at="provider")
    if provider.properties["status"] == OrganizationStatus.WITHDRAWN.value:
        raise ValueRefused("ORGANIZATION_WITHDRAWN", at="provider")
    scheme = await _scheme(act, given.schemeId)
    values, links = values_of(given), links_of(given)
    records.expect_given(act.label, values, links)
    publishing.expect_possible(act.node, values.get("visibility") or Visibility.MEMBERS)
    links["scores"], scores = _scored(scheme, links["scores"])
    found = rated(scheme.criteria, scheme.grades, scores)
    links["rater"] = [Link(rater)]
    rights = {"audience": Audience.OWNERS.value, "ownerIds": [rater, provider.id]}
    told = {"status": act.move.end, "score": found.score, "grade": found.grade}
    return await _decided(act, records.create(act.writing, act.label, values, links, **told, **rights))


async def _decided(act: Act, change: Change) -> Done:
    """Give or publish a rating: it decides from now on for what was accepted and has waited for one."""
    await act.writing.send(change)
    await cohort_reports.hold_waiting(act.writing, change.id)
    return act.sent(change.id)


async def _scheme(act: Act, id_: str) -> rating_schemes.Scheme:
    """Raises ValueRefused NOT_FOUND, NOT_PUBLISHED, SCHEME_REPLACED."""
    record = await act.found(id_, at="scheme", label=SCHEME)
    if record.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED", at="scheme")
    there = await rating_schemes.next_edition(act.writing, record.id)
    if there is not None and there.status == RecordStatus.PUBLISHED.value:
        raise ValueRefused("SCHEME_REPLACED", at="scheme", id=there.id)
    return await rating_schemes.whole(act.writing, record.id)


def _scored(scheme: rating_schemes.Scheme, given: Sequence[Link]) -> tuple[list[Link], dict[str, float]]:
    """The scores in the order of the scheme, and by the names of its criteria.

    Raises ValueRefused NOT_A_CRITERION, LISTED_TWICE, SCORES_MISSING.
    """
    known = {fold(one["name"]): one["name"] for one in scheme.criteria}
    found: dict[str, Link] = {}
    for place, link in enumerate(given):
        said = str(link.values["criterion"])
        name = known.get(fold(said))
        if name is None:
            names = ", ".join(known.values())
            raise ValueRefused("NOT_A_CRITERION", at=f"scores.{place}.criterion", given=said, names=names)
        if name in found:
            raise ValueRefused("LISTED_TWICE", at=f"scores.{place}")
        found[name] = Link(None, {**link.values, "criterion": name})
    lacking = [name for name in known.values() if name not in found]
    if lacking:
        raise ValueRefused("SCORES_MISSING", at="scores", names=", ".join(lacking))
    ordered = [found[name] for name in known.values()]
    return ordered, {str(link.values["criterion"]): link.values["score"] for link in ordered}


# -- what becomes of it ----------------------------------------------------------------------------


async def answer_rating(act: Act, given: AnswerRatingInput) -> Done:
    """Say what one holds of one's own rating: whoever reads that reads this."""
    record, sides = await _found(act, given)
    may_speak_for(act.viewer, sides.provider)
    records.expect_version(record, given.version)
    act.expect(record)
    told = {"answer": act.said("answer", given.answer), "answeredOn": act.writing.parameters["today"]}
    return act.done(records.mark(act.writing, record, **told))


async def publish_rating(act: Act, given: PublishRatingInput) -> Done:
    """Let others read a rating that one gave."""
    record = await _own(act, given)
    wanted = given.visibility or Visibility(record.properties["visibility"])
    publishing.expect_possible(act.node, wanted)
    readers = audience(RecordStatus.PUBLISHED, wanted).value
    told = {"status": act.move.end, "visibility": wanted, "audience": readers}
    return await _decided(act, records.mark(act.writing, record, **told))


async def withdraw_rating(act: Act, given: WithdrawRatingInput) -> Done:
    """Take a rating back that one gave: its two sides go on reading it, marked."""
    record = await _own(act, given)
    why = act.said("withdrawalReason", given.withdrawal_reason)
    told = {"status": act.move.end, "withdrawalReason": why, "audience": Audience.OWNERS.value}
    return act.done(records.mark(act.writing, record, **told))


async def _own(act: Act, given: Any) -> Record:
    """A rating of the viewer's, where the move may start. Raises ValueRefused NOT_FOUND, NOT_ALLOWED …"""
    record, sides = await _found(act, given)
    may_speak_for(act.viewer, sides.rater)
    records.expect_version(record, given.version)
    act.expect(record)
    return record


async def _found(act: Act, given: Any) -> tuple[Record, queries.Sides]:
    record = await act.found(given.id)
    return record, await queries.sides(act.writing, record.id)


VERBS = {
    "rateProvider": Verb(rate_provider, Way.CREATE),
    "answerRating": Verb(answer_rating, AnswerRatingInput),
    "publishRating": Verb(publish_rating, PublishRatingInput),
    "withdrawRating": Verb(withdraw_rating, WithdrawRatingInput),
}
