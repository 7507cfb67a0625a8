"""What users do with lessons and approaches by rules of their own: adopt, and say what came of it."""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.common import RecordStatus
from graph.model.lessons import AdoptionOutcome
from graph.model.life import Way
from graph.queries import lessons as queries
from graph.queries import records
from graph.queries.records import Link, Record
from graph.text import clean
from hub.permissions import acting_organization, may_change
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.texts import say


@strawberry.input(
    description=say("Evidence from an experience of your organization.", "شاهدی از تجربهٔ سازمان شما.")
)
class AddEvidenceInput:
    """Adds evidence to a lesson."""

    lesson_id: strawberry.ID = strawberry.field(
        description=say("The lesson it speaks to.", "درس‌آموخته‌ای که دربارهٔ آن است.")
    )
    experience_id: strawberry.ID = strawberry.field(
        description=say("The experience of yours that speaks.", "تجربهٔ شما که شاهد است.")
    )
    supports: bool = strawberry.field(
        description=say(
            "True when it speaks for the lesson, false when against.",
            "true اگر موافق درس‌آموخته است، false اگر مخالف.",
        )
    )


@strawberry.input(description=say("What came of an adoption.", "چه از به‌کارگیری برآمد."))
class RecordOutcomeInput:
    """Records an outcome."""

    id: strawberry.ID = strawberry.field(description=say("The adoption of yours.", "به‌کارگیری خودتان."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    outcome: AdoptionOutcome = gives("Adoption", "outcome", required=True)
    outcome_note: str | None = gives("Adoption", "outcomeNote")


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """A lesson comes from experiences, or says where else it comes from.

    Raises ValueRefused ORIGIN_NEEDED.
    """
    before = {} if record is None else record.properties
    if clean({**before, **values}.get("source") or ""):
        return
    if "experiences" in links:
        drawn = bool(links["experiences"])
    else:
        drawn = record is not None and await queries.is_drawn(act.writing, record.id)
    if not drawn:
        raise ValueRefused("ORIGIN_NEEDED", at="experiences" if "experiences" in links else "source")


async def add_evidence(act: Act, given: AddEvidenceInput) -> Done:
    """Put an experience of the viewer's organization beside a lesson, for or against it."""
    lesson = await act.found(given.lesson_id, at="lessonId")
    experience = await act.found(given.experience_id, at="experienceId", label="Experience")
    may_change(act.viewer, experience.owners)
    if not await queries.add_evidence(act.writing, lesson.id, experience.id, given.supports):
        raise ValueRefused("EVIDENCE_EXISTS")
    # The event is about the experience, and read as it is: about a lesson that all may read, it
    # would name the author of the anonymized experience beside it.
    return act.sent(experience.id, label="Experience", answer_with=lesson.id)


async def adopt(act: Act, given: Any) -> Done:
    """Say that the viewer's organization applies another's lesson or approach."""
    adopter = acting_organization(act.viewer)
    label = "Approach" if given.adoptedId.startswith("app_") else "Lesson"
    adopted = await act.found(given.adoptedId, at="adoptedId", label=label)
    if adopter in adopted.owners:
        raise ValueRefused("OWN_LESSON")
    if adopted.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED")
    if await queries.is_adopted(act.writing, adopted.id, adopter):
        raise ValueRefused("ALREADY_ADOPTED")
    return act.done(await created(act, adopter, values_of(given), links_of(given)))


async def record_outcome(act: Act, given: RecordOutcomeInput) -> Done:
    """Say what came of an adoption: from now on what it adopted counts as learned."""
    record = await act.own(given)
    if record.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED")
    if record.properties.get("outcome") is not None:
        raise ValueRefused("OUTCOME_ALREADY_RECORDED")
    now = act.writing.parameters["now"]
    return act.done(records.edit(act.writing, record, values_of(given), {}, outcomeRecordedAt=now))


VERBS = {
    "addEvidence": Verb(add_evidence, AddEvidenceInput),
    "adopt": Verb(adopt, Way.CREATE),
    "recordOutcome": Verb(record_outcome, RecordOutcomeInput),
}
CHECKS = {"Lesson": check}
