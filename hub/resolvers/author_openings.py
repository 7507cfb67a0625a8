"""What trustees do: open the author of an anonymized record, for a reason that is kept and read."""

from collections.abc import Mapping
from typing import Any

from graph.compiler.visibility import Sight
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_OPENINGS
from graph.model import MODEL
from graph.model.access import Audience
from graph.model.author_openings import OPEN_AUTHOR, OpeningOffice
from graph.model.common import OPENED
from graph.queries import anonymity, events, records
from graph.queries import author_openings as queries
from graph.queries.records import Writing
from graph.text.traces import trace
from hub.context import Viewer
from hub.resolvers.deeds import Doing, Given

_LABELS = {node.prefix: node.label for node in anonymity.RECORDS}


async def open_author(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Tell a trustee whose an anonymized record is, and keep that, in one transaction."""
    viewer, context = doing.viewer, doing.context
    reason = given.get("reason")
    if reason is None:
        raise ValueRefused("TEXT_EMPTY", at="reason")

    async def work(transaction: Transaction) -> list[str]:
        writing = Writing(transaction, Sight(viewer.role, MODEL), context.parameters())
        return await _opened(writing, viewer, str(given["id"]), str(reason))

    return {"organizations": await doing.write(work)}


async def _opened(writing: Writing, viewer: Viewer, id_: str, reason: str) -> list[str]:
    """The owners of a record that is anonymized. Raises NOT_FOUND, NOT_ANONYMIZED, OPENINGS_SPENT."""
    label = _LABELS.get(id_.partition("_")[0])
    if label is None:
        raise ValueRefused("NOT_FOUND", at="id")
    try:
        record = await records.find(writing, label, id_)
    except ValueRefused as error:
        raise error.within("id") from None
    if record.properties["audience"] != Audience.ANONYMIZED.value:
        raise ValueRefused("NOT_ANONYMIZED", at="id")
    by = viewer.person or viewer.token
    assert by is not None
    if await queries.spent(writing, by) >= MAXIMUM_OPENINGS:
        raise ValueRefused("OPENINGS_SPENT", maximum=int(MAXIMUM_OPENINGS))
    facts = await anonymity.facts(writing, record.owners)
    kept = {
        "recordId": id_,
        "office": OpeningOffice.TRUSTEE,
        "statedReason": reason,
        # To refuse such a text would tell the author, and nothing would be kept of that.
        "namesAuthor": trace(reason, facts) is not None,
        "openedBy": by,
        "audience": Audience.OWNERS.value,
        "ownerIds": record.owners,
    }
    await queries.keep(writing, kept)
    opened, office = OPENED.event.name, OpeningOffice.TRUSTEE.value
    event = await events.append(writing, opened, label, id_, None, office)
    await queries.tell_author_alone(writing, event)
    return record.owners


DEEDS = {OPEN_AUTHOR.name: open_author}
