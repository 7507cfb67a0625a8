"""What users do with experiences: create, edit, publish, withdraw."""

from typing import TYPE_CHECKING, Any

import strawberry

from graph.model.events import EventKind
from graph.queries.records import Writing
from hub.context import Context
from hub.resolvers import publishing
from hub.resolvers.write import Done, links_of, values_of, write

if TYPE_CHECKING:
    from hub.schema import experiences as schema
    from hub.schema import payloads

Info = strawberry.Info[Context, Any]
LABEL = "Experience"


async def create_experience(info: Info, given: "schema.CreateExperienceInput", key: str | None) -> Any:
    """A draft of the viewer's organization."""

    async def work(writing: Writing) -> Done:
        values = values_of(given, LABEL)
        publishing.check_period(values, "startedOn", "endedOn")
        links = links_of(given, LABEL)
        made = await publishing.create_draft(writing, info.context.viewer, LABEL, values, links)
        return Done(EventKind.EXPERIENCE_CREATED, made)

    return await write(info, LABEL, given, key, work)


async def edit_experience(info: Info, given: "schema.EditExperienceInput", key: str | None) -> Any:
    """Change an experience of the viewer's organization."""

    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, LABEL, given.id, given.version)
        values = values_of(given, LABEL)
        publishing.check_period({**record.properties, **values}, "startedOn", "endedOn")
        await publishing.edit(writing, record, values, links_of(given, LABEL))
        return Done(EventKind.EXPERIENCE_EDITED, record.id)

    return await write(info, LABEL, given, key, work)


async def publish_experience(info: Info, given: "payloads.PublishInput", key: str | None) -> Any:
    """Let an experience be read by those its visibility names."""

    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, LABEL, given.id, given.version)
        return await publishing.publish(writing, record, given.visibility, EventKind.EXPERIENCE_PUBLISHED)

    return await write(info, LABEL, given, key, work)


async def withdraw_experience(info: Info, given: "payloads.WithdrawInput", key: str | None) -> Any:
    """Take an experience back; it stays with its organization, marked."""

    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, LABEL, given.id, given.version)
        return await publishing.withdraw(writing, record, EventKind.EXPERIENCE_WITHDRAWN)

    return await write(info, LABEL, given, key, work)
