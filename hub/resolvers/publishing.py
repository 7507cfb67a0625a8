"""Publish, edit and withdraw: the life that experiences, lessons, approaches, offers and needs share."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.access import Audience, audience
from graph.model.common import INTERNAL, RecordStatus, Visibility
from graph.model.core import Kind, Node
from graph.model.events import EventKind
from graph.queries import records
from graph.queries.organizations import names_of
from graph.queries.records import Links, Record, Writing
from graph.text import fold
from hub.context import Viewer
from hub.permissions import acting_organization, may_change
from hub.resolvers.write import Done


async def create_draft(
    writing: Writing, viewer: Viewer, label: str, given: Mapping[str, Any], links: Links
) -> str:
    """A draft of the viewer's organization, readable by that organization alone; its id."""
    owner = acting_organization(viewer)
    visibility = given.get("visibility") or Visibility.MEMBERS
    expect_possible(label, visibility)
    return await records.create(
        writing,
        label,
        given,
        {**links, "publisher": [records.Link(owner)]},
        status=RecordStatus.DRAFT,
        visibility=visibility,
        audience=audience(RecordStatus.DRAFT, visibility).value,
        ownerIds=[owner],
    )


async def own(writing: Writing, viewer: Viewer, label: str, id_: str, version: int) -> Record:
    """A record that the viewer may change, locked, at the version they have read.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED.
    """
    record = await records.find(writing, label, id_)
    may_change(viewer, record.owners)
    records.expect_version(record, version)
    return record


async def edit(writing: Writing, record: Record, given: Mapping[str, Any], links: Links) -> None:
    """Change a draft or a published record. Raises ValueRefused WRONG_STATUS when it is withdrawn."""
    if record.properties["status"] == RecordStatus.WITHDRAWN.value:
        raise ValueRefused("WRONG_STATUS", status=RecordStatus.WITHDRAWN.value)
    visibility = given.get("visibility") or Visibility(record.properties["visibility"])
    expect_possible(record.label, visibility)
    status = RecordStatus(record.properties["status"])
    changed = {**record.properties, **given}
    await _stays_anonymous(writing, record, changed, links, audience(status, visibility))
    await records.edit(writing, record, given, links, audience=audience(status, visibility).value)


async def publish(writing: Writing, record: Record, visibility: Visibility | None, kind: EventKind) -> Done:
    """Make a record readable to those its visibility names.

    Raises ValueRefused ALREADY_PUBLISHED, CANNOT_BE_ANONYMIZED, NAMES_ITS_AUTHOR.
    """
    before = Visibility(record.properties["visibility"])
    wanted = visibility or before
    published = record.properties["status"] == RecordStatus.PUBLISHED.value
    if published and wanted is before:
        raise ValueRefused("ALREADY_PUBLISHED")
    expect_possible(record.label, wanted)
    for_whom = audience(RecordStatus.PUBLISHED, wanted)
    await _stays_anonymous(writing, record, record.properties, {}, for_whom)
    await records.mark(
        writing,
        record,
        status=RecordStatus.PUBLISHED,
        visibility=wanted,
        audience=for_whom.value,
        publishedAt=record.properties.get("publishedAt") or writing.parameters["now"],
    )
    return Done(kind, record.id)


async def withdraw(writing: Writing, record: Record, kind: EventKind) -> Done:
    """Take a record back: it stays, marked, readable by its owners alone."""
    if record.properties["status"] == RecordStatus.WITHDRAWN.value:
        raise ValueRefused("ALREADY_WITHDRAWN")
    await records.mark(writing, record, status=RecordStatus.WITHDRAWN, audience=Audience.OWNERS.value)
    return Done(kind, record.id)


def check_period(given: Mapping[str, Any], start: str, end: str) -> None:
    """Raises ValueRefused END_BEFORE_START, about the end."""
    first, last = given.get(start), given.get(end)
    # A date of the graph and a date of a client compare as text: both are ISO 8601.
    if first is not None and last is not None and _day(last) < _day(first):
        raise ValueRefused("END_BEFORE_START", at=end)


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def expect_possible(label: str, visibility: Visibility) -> None:
    """Raises ValueRefused CANNOT_BE_ANONYMIZED where records of the label are always named."""
    if visibility is Visibility.ANONYMIZED and not MODEL.nodes[label].anonymizable:
        raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")


async def _stays_anonymous(
    writing: Writing, record: Record, values: Mapping[str, Any], links: Links, for_whom: Audience
) -> None:
    """Raises ValueRefused NAMES_ITS_AUTHOR when an anonymized text holds its organization's name.

    `links` are those about to replace the record's own.
    """
    if for_whom is not Audience.ANONYMIZED:
        return
    names = [name for name in map(fold, await names_of(writing, record.owners)) if name]
    parts = {**await records.parts(writing, record), **links}
    for place, text in _texts(MODEL.nodes[record.label], values, parts):
        if any(name in fold(text) for name in names):
            raise ValueRefused("NAMES_ITS_AUTHOR", at=place)


def _texts(node: Node, values: Mapping[str, Any], parts: Links) -> Iterator[tuple[str, str]]:
    """The texts of a record and of its parts, each with its place in the input."""
    for member in node.properties():
        told = values.get(member.name)
        if member.kind is Kind.STRING and member not in INTERNAL and told:
            yield from ((member.name, text) for text in (told if isinstance(told, list) else [told]))
    for name, links in parts.items():
        part = MODEL.nodes.get(node.edge(name).to)
        if part is not None and part.prefix is None:
            for index, link in enumerate(links):
                for place, text in _texts(part, link.values, {}):
                    yield f"{name}.{index}.{place}", text
