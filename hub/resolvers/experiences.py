"""What users do with experiences: create, edit, publish, withdraw."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import strawberry

from graph.errors import ValueRefused
from graph.model.events import EventKind
from graph.queries.records import Links, Writing
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
        values, links = values_of(given, LABEL), links_of(given, LABEL)
        _check_periods(values, links)
        made = await publishing.create_draft(writing, info.context.viewer, LABEL, values, links)
        return Done(EventKind.EXPERIENCE_CREATED, made)

    return await write(info, LABEL, given, key, work)


async def edit_experience(info: Info, given: "schema.EditExperienceInput", key: str | None) -> Any:
    """Change an experience of the viewer's organization."""

    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, LABEL, given.id, given.version)
        values, links = values_of(given, LABEL), links_of(given, LABEL)
        _check_periods({**record.properties, **values}, links)
        await publishing.edit(writing, record, values, links)
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


def _check_periods(values: Mapping[str, Any], links: Links) -> None:
    """Raises ValueRefused END_BEFORE_START, about the end of the experience or of a participation."""
    publishing.check_period(values, "startedOn", "endedOn")
    for index, link in enumerate(links.get("participants", ())):
        try:
            publishing.check_period(link.values, "since", "until")
        except ValueRefused as error:
            raise error.within(f"participants.{index}") from None
