"""What users do with reviews: authors submit, reviewers ask for changes, validate or reject.

Nothing of it is signed by an organization: neither the author's nor the reviewer's is told by a review.
"""

from dataclasses import replace
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.common import RecordStatus, Visibility
from graph.model.life import Way
from graph.model.review_standing import (
    CHANGES_REQUESTED,
    REJECTED,
    SUBMITTED,
    VALIDATED,
    WITHDRAWN,
)
from graph.model.reviews import Judgement, validated_version
from graph.model.versions import Office
from graph.model.words import Words
from graph.queries import records
from graph.queries import reviews as queries
from graph.queries.records import Record
from hub.permissions import acting_organization, may_mend, may_review
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_REVIEWER = Office.REVIEWER.value
_OPEN, _SETTLED = {SUBMITTED, CHANGES_REQUESTED}, {VALIDATED, REJECTED}
_ITS_AUTHOR = Words("the organization that has written it", "سازمانی که آن را نوشته است")
_CRITERIA = ("evidence", "applicability", "clarity")


@strawberry.input(description=say("Which review.", "کدام بازبینی."))
class ResubmitForReviewInput:
    """Names a review of one's own."""

    id: strawberry.ID = strawberry.field(description=say("The review.", "بازبینی."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


@strawberry.input(description=say("Which review is taken back.", "کدام بازبینی پس گرفته می‌شود."))
class WithdrawReviewInput(ResubmitForReviewInput):
    """Takes a review back."""


@strawberry.input(description=say("What a reviewer stands for.", "بازبین چه چیزی را تأیید می‌کند."))
class ValidateReviewInput(ResubmitForReviewInput):
    """Judges each criterion of a wording."""

    wording: int = strawberry.field(
        description=say("The present wording, which you have read.", "متن کنونی، که خوانده‌اید.")
    )
    evidence: Judgement = gives("Review", "evidence", required=True)
    evidence_note: str | None = gives("Review", "evidenceNote")
    applicability: Judgement = gives("Review", "applicability", required=True)
    applicability_note: str | None = gives("Review", "applicabilityNote")
    clarity: Judgement = gives("Review", "clarity", required=True)
    clarity_note: str | None = gives("Review", "clarityNote")


@strawberry.input(description=say("What a reviewer asks for.", "بازبین چه می‌خواهد."))
class RequestChangesInput(ValidateReviewInput):
    """Asks for changes."""

    changes_requested: str = gives("Review", "changesRequested", required=True)


@strawberry.input(description=say("What a reviewer rejects, and why.", "بازبین چه را و چرا رد می‌کند."))
class RejectReviewInput(ValidateReviewInput):
    """Rejects."""

    rejection_reason: str = gives("Review", "rejectionReason", required=True)


# -- authors ---------------------------------------------------------------------------------------


async def submit(act: Act, given: Any) -> Done:
    """Submit a published lesson or approach of one's own, in its present wording."""
    organization = acting_organization(act.viewer)
    label = "Approach" if given.reviewedId.startswith("app_") else "Lesson"
    reviewed = await act.found(given.reviewedId, at="reviewedId", label=label)
    if organization not in reviewed.owners:
        raise ValueRefused("NOT_ALLOWED", at="reviewedId", whose=_ITS_AUTHOR)
    _expect_read(reviewed, "reviewedId")
    there = await queries.before(act.writing, reviewed.id)
    for one in there:
        if one.status in _OPEN:
            raise ValueRefused("IN_REVIEW", at="reviewedId", id=one.id)
        # Whoever takes back what was sent back has the same text before them as whoever submits it again.
        answered = one.status in _SETTLED or (one.status is WITHDRAWN and one.wanting)
        if answered and one.wording == reviewed.properties["wording"]:
            raise ValueRefused("WORDING_REVIEWED", at="reviewedId", id=one.id)
    system = {
        "status": act.move.end,
        # A gap would tell everybody how many were rejected.
        "number": 1 + sum(one.status is VALIDATED for one in there),
        "audience": Audience.REVIEWERS.value,
        "ownerIds": reviewed.owners,
        **_read(reviewed),
    }
    made = records.create(act.writing, act.label, values_of(given), links_of(given), **system)
    return act.unsigned(made, act.viewer.role.value)


async def resubmit(act: Act, given: ResubmitForReviewInput) -> Done:
    """Submit again what a reviewer has asked to change, in another wording than was read."""
    record, reviewed = await _ones_own(act, given)
    act.expect(record)
    _expect_read(reviewed)
    if reviewed.properties["wording"] == record.properties["wording"]:
        raise ValueRefused("WORDING_REVIEWED", at="id")
    change = records.mark(act.writing, record, status=act.move.end, **_read(reviewed))
    return act.unsigned(change, act.viewer.role.value)


async def withdraw(act: Act, given: WithdrawReviewInput) -> Done:
    """Take back what was submitted and is not answered."""
    record, _ = await _ones_own(act, given)
    act.expect(record)
    return act.unsigned(records.mark(act.writing, record, status=act.move.end), act.viewer.role.value)


async def _ones_own(act: Act, given: ResubmitForReviewInput) -> tuple[Record, Record]:
    """One's own review, and what it is about: administrators stand in for no author they may not know."""
    record = await act.own(given)
    reviewed = await _reviewed(act, record)
    may_mend(act.viewer, reviewed)
    return record, reviewed


def _read(reviewed: Record) -> dict[str, Any]:
    """What of a record a review is about."""
    return {"wording": reviewed.properties["wording"], "reviewedVersion": reviewed.properties["version"]}


def _expect_read(reviewed: Record, at: str = "id") -> None:
    """Raises ValueRefused unless others read the record: NOT_PUBLISHED, READ_BY_NO_REVIEWER, about `at`."""
    if reviewed.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED", at=at)
    if reviewed.properties["visibility"] == Visibility.ORGANIZATION.value:
        raise ValueRefused("READ_BY_NO_REVIEWER", at=at)


async def _reviewed(act: Act, record: Record) -> Record:
    label, id_ = await queries.reviewed(act.writing, record.id)
    return await act.found(id_, label=label)


# -- reviewers -------------------------------------------------------------------------------------


async def request_changes(act: Act, given: RequestChangesInput) -> Done:
    """Say what is missing."""
    record, told = await _judged(act, given)
    act.said("changesRequested", given.changes_requested)
    return act.unsigned(records.edit(act.writing, record, values_of(given), {}, **told), _REVIEWER)


async def validate(act: Act, given: ValidateReviewInput) -> Done:
    """Stand for the present wording: from now on whoever reads it reads the review."""
    record, told = await _judged(act, given)
    for name in _CRITERIA:
        if getattr(given, name) is Judgement.NOT_MET:
            raise ValueRefused("CRITERION_NOT_MET", at=name)
    # What was asked for on the way stays between the two.
    told |= {"changesRequested": None, "audience": Audience.PUBLIC.value}
    change = records.edit(act.writing, _at_last_step(record), values_of(given), {}, **told)
    return act.unsigned(change, _REVIEWER)


def _at_last_step(record: Record) -> Record:
    """The same review, which the next change brings to the version of all that are validated."""
    last = validated_version(record.properties["version"] + 1) - 1
    return replace(record, properties={**record.properties, "version": last})


async def reject(act: Act, given: RejectReviewInput) -> Done:
    """Say why one cannot stand for it."""
    record, told = await _judged(act, given)
    act.said("rejectionReason", given.rejection_reason)
    told |= {"changesRequested": None}
    return act.unsigned(records.edit(act.writing, record, values_of(given), {}, **told), _REVIEWER)


async def _judged(act: Act, given: ValidateReviewInput) -> tuple[Record, dict[str, Any]]:
    """A review that the viewer may answer, and what the hub writes of the answer.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, OWN_WORK, NOT_YOURS_TO_REVIEW, VERSION_CHANGED, WRONG_STATUS,
    NOT_PUBLISHED, WORDING_CHANGED.
    """
    record = await act.found(given.id)
    may_review(act.viewer)
    reviewed = await _reviewed(act, record)
    await _expect_stranger(act, reviewed)
    if not await queries.covers(act.writing, reviewed.id):
        raise ValueRefused("NOT_YOURS_TO_REVIEW", at="id")
    records.expect_version(record, given.version)
    act.expect(record)
    _expect_read(reviewed)
    current = reviewed.properties["wording"]
    if given.wording != current:
        raise ValueRefused("WORDING_CHANGED", at="wording", given=given.wording, current=current)
    today = act.writing.parameters["today"]
    # A note that is not given again is not said again.
    silent = {f"{name}Note": None for name in _CRITERIA if f"{name}Note" not in values_of(given)}
    return record, {"status": act.move.end, "judgedOn": today, **_read(reviewed), **silent}


async def _expect_stranger(act: Act, reviewed: Record) -> None:
    """Raises ValueRefused OWN_WORK: nobody reviews for or from an organization that has written it, nor
    after they have left it."""
    person = act.viewer.person
    if act.viewer.organization in reviewed.owners or (
        person is not None and await queries.worked_there(act.writing, person, reviewed.id)
    ):
        raise ValueRefused("OWN_WORK", at="id")


VERBS = {
    "submitForReview": Verb(submit, Way.CREATE),
    "requestChanges": Verb(request_changes, RequestChangesInput),
    "resubmitForReview": Verb(resubmit, ResubmitForReviewInput),
    "validateReview": Verb(validate, ValidateReviewInput),
    "rejectReview": Verb(reject, RejectReviewInput),
    "withdrawReview": Verb(withdraw, WithdrawReviewInput),
}
