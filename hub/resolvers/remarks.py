"""What users do with whatever they have said under a record: edit it, take it back; and coordinators hide it.

No move of a remark is signed by an organization: the remark itself shows who says it, or that an author does.
"""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_REMARKS
from graph.model import MODEL
from graph.model.access import Audience
from graph.model.common import RecordStatus
from graph.model.complaints import UPHELD
from graph.model.members import Edge
from graph.model.partnerships import PartnershipStatus
from graph.queries import records
from graph.queries import remarks as queries
from graph.queries.records import Change, Link, Links, Record
from hub.permissions import may_coordinate_somewhere
from hub.resolvers import protecting
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done
from hub.texts import say

_HIDDEN_AUTHOR = {Audience.ANONYMIZED.value, Audience.AUTHORS.value}
_UNSIGNED_YET = {PartnershipStatus.DRAFT, PartnershipStatus.WITHDRAWN}


@strawberry.input(
    description=say("What is taken back or shown again.", "چه پس گرفته یا دوباره نشان داده شود.")
)
class RemarkInput:
    """Names something that was said."""

    id: strawberry.ID = strawberry.field(description=say("Which.", "کدام."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


@strawberry.input(description=say("What is hidden, and why.", "چه پنهان شود و چرا."))
class HideInput(RemarkInput):
    """Hides something that was said."""

    reason: str = strawberry.field(
        description=say("Why: whoever wrote it reads that.", "دلیل: نویسنده آن را می‌خواند.")
    )


# -- where it stands -------------------------------------------------------------------------------


async def found_of(act: Act, id_: str, at: str, labels: Sequence[str]) -> Record:
    """A record of one of these labels that the viewer may read, locked. Raises ValueRefused NOT_FOUND."""
    node = MODEL.prefixes.get(id_.partition("_")[0])
    label = node.label if node is not None and node.label in labels else labels[0]
    return await act.found(id_, at=at, label=label)


async def under(act: Act, said: Record) -> Record:
    """The record under which something was said, locked."""
    place = await queries.under(act.writing, said.id)
    return await act.found(place.id, label=place.label)


def expect_open(record: Record) -> None:
    """Raises ValueRefused NOT_PUBLISHED, WRONG_STATUS under what others do not read or sign."""
    if record.label == "Partnership":
        if record.choice("status") in _UNSIGNED_YET:
            raise record.not_from_here()
    elif record.choice("status") is not RecordStatus.PUBLISHED:
        raise ValueRefused("NOT_PUBLISHED")


def audience_of(record: Record) -> str:
    """What something said under a record says of it: that it is anonymized, or not."""
    hidden = record.properties["audience"] in _HIDDEN_AUTHOR
    return str((Audience.ANONYMIZED if hidden else Audience.PUBLIC).value)


def is_unsigned(record: Record) -> bool:
    """Whether the author of a record speaks under it without a name: it may be anonymized, today or later."""
    return MODEL.nodes[record.label].anonymizable


# -- saying and changing it ------------------------------------------------------------------------


async def said(
    act: Act, given: Any, way: str, whole: Record, record: Record, signed: tuple[str, str] | None, **more: Any
) -> Done:
    """Say something along the edge `way` to `whole`, under a `record`; `signed`: by which edge, to whom."""
    edge = MODEL.nodes[act.label].edge(way)
    values, links = values_of(given), dict(links_of(given))
    if signed is not None:
        links[signed[0]] = [Link(signed[1])]
    number = await queries.next_number(act.writing, whole.id, edge)
    made = records.create(
        act.writing,
        act.label,
        values,
        links,
        status=act.move.end,
        number=number,
        audience=audience_of(record),
        **more,
    )
    return _unsigned(act, made)


async def expect_few(act: Act, whole: Record, edge: Edge, organization: str) -> None:
    """Raises ValueRefused REMARKS_SPENT."""
    if await queries.spoke(act.writing, whole.id, edge, organization) >= MAXIMUM_REMARKS:
        raise ValueRefused("REMARKS_SPENT", maximum=int(MAXIMUM_REMARKS))


async def expect_nameless(act: Act, record: Record, text: str | None) -> None:
    """Raises ValueRefused NAMES_ITS_AUTHOR where an author names itself.

    Also under a record that is named today: the answer may stand when it is anonymized.
    """
    if text is not None:
        await protecting.expect_nameless(act.writing, record, "text", text)


async def edited(act: Act, said: Record, record: Record, values: dict[str, Any], links: Links) -> Done:
    """Change what was said, and from now on as it stands under the record today."""
    change = records.edit(act.writing, said, values, links, audience=audience_of(record))
    return _unsigned(act, change)


async def edit(act: Act, given: Any) -> Done:
    """Change what one's organization has said."""
    own = await act.own(given)
    act.expect(own)
    record = await under(act, own)
    expect_open(record)
    return await edited(act, own, record, values_of(given), links_of(given))


async def withdraw(act: Act, given: RemarkInput) -> Done:
    """Take back what one's organization has said."""
    own = await act.own(given)
    act.expect(own)
    return await _moved(act, own)


async def hide(act: Act, given: HideInput) -> Done:
    """Take something away from its readers, and say why; so ends every complaint of it."""
    record = await _coordinated(act, given)
    reason = act.said("hiddenReason", given.reason)
    for complaint in await queries.complaints(act.writing, record.id):
        settled = records.mark(act.writing, complaint, status=UPHELD)
        await act.follow("COMPLAINT_UPHELD", complaint, settled)
    return await _moved(act, record, hiddenReason=reason)


async def unhide(act: Act, given: RemarkInput) -> Done:
    """Give something back to its readers."""
    return await _moved(act, await _coordinated(act, given), hiddenReason=None)


async def _moved(act: Act, said: Record, **more: Any) -> Done:
    record = await under(act, said)
    change = records.mark(act.writing, said, status=act.move.end, audience=audience_of(record), **more)
    return _unsigned(act, change)


def _unsigned(act: Act, change: Change) -> Done:
    return act.unsigned(change, act.viewer.role.value)


# -- coordinators ----------------------------------------------------------------------------------


async def _coordinated(act: Act, given: RemarkInput) -> Record:
    """What a coordinator may hide or show again, at the version they have read.

    Raises ValueRefused NOT_FOUND, and as `may_judge` does, VERSION_CHANGED, WRONG_STATUS.
    """
    record = await act.found(given.id)
    await may_judge(act, record)
    records.expect_version(record, given.version)
    act.expect(record)
    return record


async def may_judge(act: Act, said: Record, others: Sequence[str] = ()) -> None:
    """Raises ValueRefused NOT_ALLOWED, OWN_REMARK, PROVINCE_OF_OTHERS unless the viewer coordinates there.

    Nobody judges for an organization that has said it, under whose record it stands, or one of `others`.
    """
    viewer = act.viewer
    may_coordinate_somewhere(viewer)
    record = await under(act, said)
    if viewer.organization is not None and viewer.organization in (*said.owners, *record.owners, *others):
        raise ValueRefused("OWN_REMARK", at="id")
    if viewer.regions and not await queries.is_within(act.writing, said.id, viewer.regions):
        raise ValueRefused("PROVINCE_OF_OTHERS")
