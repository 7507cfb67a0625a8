"""Who may read what an organization writes: visibility, audience, and what stays anonymous."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.members import Kind
from graph.model.nodes import Node
from graph.model.words import Choice
from graph.model.written import twin
from graph.queries import records
from graph.queries.organizations import names_of
from graph.queries.records import Change, Link, Links, Record, Writing
from graph.text import fold


async def rights_of_new(
    writing: Writing,
    node: Node,
    owner: str,
    status: Choice | None,
    values: Mapping[str, Any],
    links: Links,
) -> dict[str, Any]:
    """What decides who reads a record that `owner` creates in that state.

    Raises ValueRefused CANNOT_BE_ANONYMIZED, NAMES_ITS_AUTHOR.
    """
    stands = RecordStatus.PUBLISHED if status is RecordStatus.PUBLISHED else RecordStatus.DRAFT
    visibility = values.get("visibility") or Visibility.MEMBERS
    expect_possible(node, visibility)
    readers = audience(stands, visibility)
    if readers is Audience.ANONYMIZED:
        await _stays_anonymous(writing, node, [owner], values, links)
    rights = {"visibility": visibility, "audience": readers.value, "ownerIds": [owner]}
    return rights | ({"publishedAt": writing.parameters["now"]} if stands is RecordStatus.PUBLISHED else {})


async def edit(writing: Writing, record: Record, given: Mapping[str, Any], links: Links) -> Change:
    """The change of a record, with who may read it from now on.

    Raises ValueRefused CANNOT_BE_ANONYMIZED, NAMES_ITS_AUTHOR.
    """
    visibility = given.get("visibility") or Visibility(record.properties["visibility"])
    readers = audience(RecordStatus(record.properties["status"]), visibility)
    return await _changed(writing, record, given, links, visibility, readers)


async def publish(writing: Writing, record: Record, visibility: Visibility | None) -> Change:
    """Make a record readable to those its visibility names.

    Raises ValueRefused ALREADY_PUBLISHED, CANNOT_BE_ANONYMIZED, NAMES_ITS_AUTHOR.
    """
    before = Visibility(record.properties["visibility"])
    wanted = visibility or before
    if record.properties["status"] == RecordStatus.PUBLISHED.value and wanted is before:
        raise ValueRefused("ALREADY_PUBLISHED")
    return await _changed(
        writing,
        record,
        {},
        {},
        wanted,
        audience(RecordStatus.PUBLISHED, wanted),
        status=RecordStatus.PUBLISHED,
        visibility=wanted,
        publishedAt=record.properties.get("publishedAt") or writing.parameters["now"],
    )


async def withdraw(writing: Writing, record: Record) -> Change:
    """Take a record back: it stays, marked, readable by its owners alone."""
    visibility = Visibility(record.properties["visibility"])
    return await _changed(writing, record, {}, {}, visibility, Audience.OWNERS, status=RecordStatus.WITHDRAWN)


async def _changed(
    writing: Writing,
    record: Record,
    given: Mapping[str, Any],
    links: Links,
    wanted: Visibility,
    readers: Audience,
    **system: Any,
) -> Change:
    """A change of a record that `readers` may read then: what they read of it, and what is written."""
    node = MODEL.nodes[record.label]
    expect_possible(node, wanted)
    system["audience"] = readers.value
    was = record.properties["audience"]
    if Audience.ANONYMIZED.value not in {was, readers.value}:
        if given or links:
            return records.edit(writing, record, given, links, **system)
        return records.mark(writing, record, **system)
    if readers is Audience.ANONYMIZED:
        changed = {**record.properties, **given}
        parts = {**await records.parts(writing, record), **links}
        await _stays_anonymous(writing, node, record.owners, changed, parts)
    written = await records.written_targets(writing, record)
    targets = {name: links.get(name, [Link(id_) for id_ in ids]) for name, ids in written.items()}
    kept = targets if readers is Audience.ANONYMIZED else dict.fromkeys(targets, ())
    both = targets | {twin(name): to for name, to in kept.items()}
    return records.edit(writing, record, given, {**links, **both}, **system)


def expect_possible(node: Node, visibility: Visibility) -> None:
    """Raises ValueRefused CANNOT_BE_ANONYMIZED where records of the label are always named."""
    if visibility is Visibility.ANONYMIZED and not node.anonymizable:
        raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")


async def expect_unnamed(writing: Writing, record: Record, at: str, text: str) -> None:
    """Raises ValueRefused NAMES_ITS_AUTHOR where a text that stands beside a record names its organization.

    Also of a record that is named today: the text stays, when the record is anonymized.
    """
    names = [name for name in map(fold, await names_of(writing, record.owners)) if name]
    if any(name in fold(text) for name in names):
        raise ValueRefused("NAMES_ITS_AUTHOR", at=at)


async def _stays_anonymous(
    writing: Writing, node: Node, owners: list[str], values: Mapping[str, Any], parts: Links
) -> None:
    """Raises ValueRefused NAMES_ITS_AUTHOR when an anonymized text holds its organization's name."""
    names = [name for name in map(fold, await names_of(writing, owners)) if name]
    for place, text in _texts(node, values, parts):
        if any(name in fold(text) for name in names):
            raise ValueRefused("NAMES_ITS_AUTHOR", at=place)


def _texts(node: Node, values: Mapping[str, Any], parts: Links) -> Iterator[tuple[str, str]]:
    """The texts of a record and of its parts, each with its place in the input."""
    for member in node.properties():
        value = values.get(member.name)
        if member.kind is Kind.STRING and not member.hidden and value:
            yield from ((member.name, text) for text in (value if isinstance(value, list) else [value]))
    for name, links in parts.items():
        part = MODEL.nodes.get(node.edge(name).to)
        if part is not None and part.prefix is None:
            for index, link in enumerate(links):
                for place, text in _texts(part, link.values, {}):
                    yield f"{name}.{index}.{place}", text
