"""Who may read what an organization writes: visibility, audience, and what stays anonymous."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.access import Audience, audience
from graph.model.common import TAKEDOWN_REASON, RecordStatus, Visibility
from graph.model.nodes import Node
from graph.model.words import Choice
from graph.model.written import twin
from graph.queries import files, records
from graph.queries.records import Change, Link, Links, Record, Writing
from graph.text import fold
from hub.resolvers import protecting


def rights_of_new(
    writing: Writing, node: Node, owner: str, status: Choice | None, values: Mapping[str, Any]
) -> dict[str, Any]:
    """What decides who reads a record that `owner` creates in that state.

    Raises ValueRefused CANNOT_BE_ANONYMIZED.
    """
    stands = RecordStatus.PUBLISHED if status is RecordStatus.PUBLISHED else RecordStatus.DRAFT
    visibility = values.get("visibility") or Visibility.MEMBERS
    expect_possible(node, visibility)
    readers = audience(stands, visibility, anonymizable=node.anonymizable)
    assert readers is not Audience.ANONYMIZED, "what can be anonymized begins as a draft"
    rights = {"visibility": visibility, "audience": readers.value, "ownerIds": [owner]}
    return rights | ({"publishedAt": writing.parameters["now"]} if stands is RecordStatus.PUBLISHED else {})


async def edit(
    writing: Writing, record: Record, given: Mapping[str, Any], links: Links, acknowledged: Sequence[str] = ()
) -> Change:
    """The change of a record, with who may read it from now on.

    Raises ValueRefused CANNOT_BE_ANONYMIZED, NO_FILES_WHEN_ANONYMIZED, and as `protecting.protected` does.
    """
    visibility = given.get("visibility") or Visibility(record.properties["visibility"])
    readers = audience(RecordStatus(record.properties["status"]), visibility)
    before = Audience(record.properties["audience"])
    if before in {Audience.OWNERS, Audience.AUTHORS} and "visibility" not in given:
        readers = before  # What is withheld is published anew, or not at all.
    return await _changed(writing, record, given, links, visibility, readers, acknowledged)


async def publish(
    writing: Writing, record: Record, visibility: Visibility | None, acknowledged: Sequence[str] = ()
) -> Change:
    """Make a record readable to those its visibility names.

    Raises ValueRefused ALREADY_PUBLISHED, CANNOT_BE_ANONYMIZED, and as `protecting.protected` does.
    """
    before = Visibility(record.properties["visibility"])
    wanted = visibility or before
    readers = _narrowed(record, audience(RecordStatus.PUBLISHED, wanted))
    is_read = record.properties["audience"] == readers.value
    if record.properties["status"] == RecordStatus.PUBLISHED.value and wanted is before and is_read:
        raise ValueRefused("ALREADY_PUBLISHED")
    return await as_if(writing, record, wanted, acknowledged)


async def as_if(
    writing: Writing, record: Record, wanted: Visibility, acknowledged: Sequence[str] = ()
) -> Change:
    """Publish a record wherever it stands.

    Raises ValueRefused CANNOT_BE_ANONYMIZED, and as `protecting.protected` does.
    """
    said = {name: value for name, value in record.properties.items() if name != TAKEDOWN_REASON.name}
    return await _changed(
        writing,
        replace(record, properties=said),
        {},
        {},
        wanted,
        audience(RecordStatus.PUBLISHED, wanted),
        acknowledged,
        status=RecordStatus.PUBLISHED,
        visibility=wanted,
        publishedAt=record.properties.get("publishedAt") or writing.parameters["now"],
        **({TAKEDOWN_REASON.name: None} if TAKEDOWN_REASON.name in record.properties else {}),
    )


async def withdraw(writing: Writing, record: Record, **more: Any) -> Change:
    """Take a record back: it stays, marked, readable by its owners alone; `more` is kept with it."""
    visibility = Visibility(record.properties["visibility"])
    withdrawn = {"status": RecordStatus.WITHDRAWN, **more}
    return await _changed(writing, record, {}, {}, visibility, Audience.OWNERS, **withdrawn)


def _narrowed(record: Record, readers: Audience) -> Audience:
    """The readers of a record from now on, of which administrators are none where it was anonymized.

    Whoever has read it without its author would know its author by it. What is published for the first time
    was read by nobody yet.
    """
    kept = record.properties["audience"] in {Audience.ANONYMIZED.value, Audience.AUTHORS.value}
    return Audience.AUTHORS if readers is Audience.OWNERS and kept else readers


async def _changed(
    writing: Writing,
    record: Record,
    given: Mapping[str, Any],
    links: Links,
    wanted: Visibility,
    readers: Audience,
    acknowledged: Sequence[str] = (),
    **system: Any,
) -> Change:
    """A change of a record that `readers` may read then: what they read of it, and what is written."""
    node = MODEL.nodes[record.label]
    expect_possible(node, wanted)
    first = system.get("status") is RecordStatus.PUBLISHED and record.properties.get("publishedAt") is None
    system["audience"] = (readers if first else _narrowed(record, readers)).value
    if readers is Audience.ANONYMIZED and node.label in files.HOLDERS:
        await _expect_no_files(writing, record, links)
    was_apart = twin("createdAt") in node.by_name and record.apart
    if readers is not Audience.ANONYMIZED and not was_apart:
        if given or links:
            return records.edit(writing, record, given, links, **system)
        return records.mark(writing, record, **system)
    written = await records.written_targets(writing, record)
    targets = {name: links.get(name, [Link(id_) for id_ in ids]) for name, ids in written.items()}
    if readers is not Audience.ANONYMIZED:
        both = targets | {twin(name): () for name in targets}
        return records.edit(writing, record, given, {**links, **both}, **system)
    kept = frozenset(
        part
        for word in (*record.properties.get("acknowledged", ()), *acknowledged)
        for part in fold(word).split()
    )
    claim = protecting.Claim(
        node,
        record.id,
        record.owners,
        {**record.properties, **given},
        {**await records.parts(writing, record), **links},
        {name: [link.id for link in to if link.id is not None] for name, to in targets.items()},
        kept,
    )
    shown = await protecting.protected(writing, claim)
    both = {name: [Link(id_) for id_ in ids] for name, ids in shown.targets.items()}
    both |= {twin(name): to for name, to in targets.items()}
    return records.edit(
        writing, record, given, {**links, **both}, shown.values, **system, acknowledged=sorted(kept)
    )


async def _expect_no_files(writing: Writing, record: Record, links: Links) -> None:
    """Raises ValueRefused NO_FILES_WHEN_ANONYMIZED: what is in a file can name whoever made it."""
    if links.get("files"):
        raise ValueRefused("NO_FILES_WHEN_ANONYMIZED", at="files")
    if "files" not in links and await files.carries(writing, record.id):
        raise ValueRefused("NO_FILES_WHEN_ANONYMIZED", at="visibility")


def expect_possible(node: Node, visibility: Visibility) -> None:
    """Raises ValueRefused CANNOT_BE_ANONYMIZED where records of the label are always named."""
    if visibility is Visibility.ANONYMIZED and not node.anonymizable:
        raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")
