"""What users do with lessons and approaches: write, publish, adopt, and say what came of it."""

from typing import TYPE_CHECKING, Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import audience
from graph.model.common import RecordStatus
from graph.model.events import EventKind
from graph.queries import lessons as queries
from graph.queries import records
from graph.queries.records import Link, Writing
from hub.context import Context
from hub.permissions import acting_organization, may_change
from hub.resolvers import publishing
from hub.resolvers.write import Done, links_of, values_of, write

if TYPE_CHECKING:
    from hub.schema import lessons as schema
    from hub.schema import payloads

Info = strawberry.Info[Context, Any]


async def create_lesson(info: Info, given: "schema.CreateLessonInput", key: str | None) -> Any:
    """A draft lesson of the viewer's organization, drawn from experiences it may read."""
    return await _create(info, "Lesson", given, key, EventKind.LESSON_CREATED)


async def edit_lesson(info: Info, given: "schema.EditLessonInput", key: str | None) -> Any:
    """Change a lesson of the viewer's organization."""
    return await _edit(info, "Lesson", given, key, EventKind.LESSON_EDITED)


async def publish_lesson(info: Info, given: "payloads.PublishInput", key: str | None) -> Any:
    """Let a lesson be read by those its visibility names."""
    return await _publish(info, "Lesson", given, key, EventKind.LESSON_PUBLISHED)


async def withdraw_lesson(info: Info, given: "payloads.WithdrawInput", key: str | None) -> Any:
    """Take a lesson back."""
    return await _withdraw(info, "Lesson", given, key, EventKind.LESSON_WITHDRAWN)


async def create_approach(info: Info, given: "schema.CreateApproachInput", key: str | None) -> Any:
    """A draft approach of the viewer's organization."""
    return await _create(info, "Approach", given, key, EventKind.APPROACH_CREATED)


async def edit_approach(info: Info, given: "schema.EditApproachInput", key: str | None) -> Any:
    """Change an approach of the viewer's organization."""
    return await _edit(info, "Approach", given, key, EventKind.APPROACH_EDITED)


async def publish_approach(info: Info, given: "payloads.PublishInput", key: str | None) -> Any:
    """Let an approach be read by those its visibility names."""
    return await _publish(info, "Approach", given, key, EventKind.APPROACH_PUBLISHED)


async def withdraw_approach(info: Info, given: "payloads.WithdrawInput", key: str | None) -> Any:
    """Take an approach back."""
    return await _withdraw(info, "Approach", given, key, EventKind.APPROACH_WITHDRAWN)


async def add_evidence(info: Info, given: "schema.AddEvidenceInput", key: str | None) -> Any:
    """Put an experience of the viewer's organization beside a lesson, for or against it."""

    async def work(writing: Writing) -> Done:
        lesson = await _found(writing, "Lesson", given.lesson_id, "lessonId")
        experience = await _found(writing, "Experience", given.experience_id, "experienceId")
        may_change(info.context.viewer, experience.owners)
        if not await queries.add_evidence(writing, lesson.id, experience.id, given.supports):
            raise ValueRefused("EVIDENCE_EXISTS")
        # The event is about the experience, and read as it is: about a lesson that all may read, it
        # would name the author of the anonymized experience beside it.
        return Done(EventKind.EVIDENCE_ADDED, experience.id, answer_with=lesson.id)

    return await write(info, "Lesson", given, key, work)


async def adopt(info: Info, given: "schema.AdoptInput", key: str | None) -> Any:
    """Say that the viewer's organization applies another's lesson or approach."""

    async def work(writing: Writing) -> Done:
        adopter = acting_organization(info.context.viewer)
        label = "Approach" if given.adopted_id.startswith("app_") else "Lesson"
        adopted = await _found(writing, label, given.adopted_id, "adoptedId")
        if adopter in adopted.owners:
            raise ValueRefused("OWN_LESSON")
        if adopted.properties["status"] != RecordStatus.PUBLISHED.value:
            raise ValueRefused("NOT_PUBLISHED")
        if await queries.is_adopted(writing, adopted.id, adopter):
            raise ValueRefused("ALREADY_ADOPTED")
        publishing.expect_possible("Adoption", given.visibility)
        made = await records.create(
            writing,
            "Adoption",
            values_of(given, "Adoption"),
            {**links_of(given, "Adoption"), "adopter": [Link(adopter)]},
            status=RecordStatus.PUBLISHED,
            publishedAt=writing.parameters["now"],
            audience=audience(RecordStatus.PUBLISHED, given.visibility).value,
            ownerIds=[adopter],
        )
        return Done(EventKind.ADOPTED, made)

    return await write(info, "Adoption", given, key, work)


async def record_outcome(info: Info, given: "schema.RecordOutcomeInput", key: str | None) -> Any:
    """Say what came of an adoption: from now on what it adopted counts as learned."""

    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, "Adoption", given.id, given.version)
        if record.properties["status"] != RecordStatus.PUBLISHED.value:
            raise ValueRefused("NOT_PUBLISHED")
        if record.properties.get("outcome") is not None:
            raise ValueRefused("OUTCOME_ALREADY_RECORDED")
        now = writing.parameters["now"]
        await records.edit(writing, record, values_of(given, "Adoption"), {}, outcomeRecordedAt=now)
        return Done(EventKind.ADOPTION_OUTCOME_RECORDED, record.id)

    return await write(info, "Adoption", given, key, work)


async def withdraw_adoption(info: Info, given: "payloads.WithdrawInput", key: str | None) -> Any:
    """Take an adoption back: it no longer counts."""
    return await _withdraw(info, "Adoption", given, key, EventKind.ADOPTION_WITHDRAWN)


async def _found(writing: Writing, label: str, id_: str, argument: str) -> records.Record:
    """A record that the viewer may read, locked. Raises ValueRefused NOT_FOUND, about `argument`."""
    try:
        return await records.find(writing, label, id_)
    except ValueRefused as error:
        raise error.within(argument) from None


async def _create(info: Info, label: str, given: Any, key: str | None, kind: EventKind) -> Any:
    async def work(writing: Writing) -> Done:
        values, links = values_of(given, label), links_of(given, label)
        made = await publishing.create_draft(writing, info.context.viewer, label, values, links)
        return Done(kind, made)

    return await write(info, label, given, key, work)


async def _edit(info: Info, label: str, given: Any, key: str | None, kind: EventKind) -> Any:
    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, label, given.id, given.version)
        await publishing.edit(writing, record, values_of(given, label), links_of(given, label))
        return Done(kind, record.id)

    return await write(info, label, given, key, work)


async def _publish(info: Info, label: str, given: Any, key: str | None, kind: EventKind) -> Any:
    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, label, given.id, given.version)
        return await publishing.publish(writing, record, given.visibility, kind)

    return await write(info, label, given, key, work)


async def _withdraw(info: Info, label: str, given: Any, key: str | None, kind: EventKind) -> Any:
    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, label, given.id, given.version)
        return await publishing.withdraw(writing, record, kind)

    return await write(info, label, given, key, work)
