"""What users do with boards and their seats: form one, name organizations, accept a seat or not, end both."""

from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.boards import BOARD_ENDED, CONFIRMED, ENDED, PROPOSED, SITTING, WITHDRAWN
from graph.model.life import Way
from graph.queries import networks as queries
from graph.queries import records
from graph.queries.records import Record
from graph.text import clean
from hub.permissions import may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.resolvers.secretariat import (
    ending,
    expect_read,
    last_day_of,
    of_own_network,
    own_network,
    readers,
    secretariat_of,
    speaks_for_network,
    until,
    with_network,
)
from hub.texts import say

BOARD = "Board"
_SEAT = "BoardSeat"
_WHICH = say("The seat.", "کرسی.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say("Which board's term is over, and since when.", "دورهٔ کدام هیئت به سر رسید، و کی.")
)
class EndBoardInput:
    """Ends a board."""

    id: strawberry.ID = strawberry.field(description=say("The board.", "هیئت."))
    version: int = strawberry.field(description=_VERSION)
    until: date | None = until(BOARD)


@strawberry.input(description=say("Which seat moves on.", "کدام کرسی یک گام پیش می‌رود."))
class SeatStep:
    """A step of a seat."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(description=say("Which seat is not wanted, and why.", "کدام کرسی پذیرفته نمی‌شود، و چرا."))
class DeclineSeatInput:
    """Declines a seat."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives(_SEAT, "reason")


@strawberry.input(description=say("Which seat ends, when and why.", "کدام کرسی پایان می‌یابد، کی و چرا."))
class EndSeatInput:
    """Ends a seat."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = gives(_SEAT, "reason", required=True)
    until: date | None = until(_SEAT)


# -- boards ----------------------------------------------------------------------------------------


async def form_board(act: Act, given: Any) -> Done:
    """Form a board, while none of its kind sits."""
    network = await own_network(act, given.networkId)
    queries.expect_there(network, "networkId")
    values = values_of(given)
    sitting = await queries.sitting_board(act.writing, network.id, values["kind"].value)
    if sitting is not None:
        raise ValueRefused("BOARD_SITS", at="kind", id=sitting)
    return act.done(await created(act, None, values, links_of(given)))


async def edit_board(act: Act, given: Any) -> Done:
    """Change the term of a board that sits."""
    network, board = await of_own_network(act, given)
    queries.expect_there(network)
    return act.done(records.edit(act.writing, board, values_of(given), {}))


async def end_board(act: Act, given: EndBoardInput) -> Done:
    """Say that a board's term is over: its seats end with it, and what was proposed is withdrawn."""
    _, board = await of_own_network(act, given)
    last = last_day_of(act, board, given.until)
    change = records.edit(act.writing, board, {"until": last}, {}, status=BOARD_ENDED)
    today, own = act.writing.parameters["today"], act.viewer.organization
    for seat in await queries.open_seats(act.writing, board.id):
        # A network says of another no more than that its seat ends now, as by `endSeat`.
        said = own in {None, await queries.seated(act.writing, seat.id)}
        await _end_with_board(act, seat, last if said else today)
    return act.done(change)


async def _end_with_board(act: Act, seat: Record, last: date) -> None:
    if seat.choice("status") is not CONFIRMED:
        await act.follow("SEAT_WITHDRAWN", seat, records.mark(act.writing, seat, status=WITHDRAWN))
        return
    since, agreed = seat.properties.get("since"), seat.properties.get("until")
    # A seat that was to begin later, or ended already, keeps the day that is told.
    kept = agreed if agreed is not None and agreed < last else max(last, since or last)
    await act.follow("SEAT_ENDED", seat, records.mark(act.writing, seat, status=ENDED, until=kept))


# -- seats -----------------------------------------------------------------------------------------


async def propose_seat(act: Act, given: Any) -> Done:
    """Name an organization for a seat: it is asked, unless it is the secretariat itself."""
    at = "boardId"
    network = await act.found(
        await queries.network_of(act.writing, given.boardId, at), at=at, label=queries.NETWORK
    )
    board = await act.found(given.boardId, at=at, label=BOARD)
    speaks_for_network(act, network)
    _expect_sitting(network, board, at)
    values, named = values_of(given), str(given.organizationId)
    await queries.expect_member(act.writing, named, "organization")
    same = await queries.same_seat(act.writing, board.id, named, clean(values["office"]))
    if same is not None:
        raise ValueRefused("ALREADY_SEATED", at="organization", id=same)
    own = named == secretariat_of(network)
    standing = {
        "status": CONFIRMED if own else PROPOSED,
        "audience": (Audience.PUBLIC if own else Audience.OWNERS).value,
        "ownerIds": readers(named, network),
    }
    return act.done(records.create(act.writing, act.label, values, links_of(given), **standing))


def _expect_sitting(network: Record, board: Record, at: str | None = None) -> None:
    """Raises ValueRefused WRONG_STATUS: of a board that has ended nobody takes a seat."""
    queries.expect_open(network, at)
    if board.choice("status") is not SITTING:
        raise board.not_from_here(at=at)


async def accept_seat(act: Act, given: Any) -> Done:
    """Take a seat, as the organization that is named: from now on it is shown."""
    network, seat = await with_network(act, given)
    seated = await queries.seated(act.writing, seat.id)
    may_speak_for(act.viewer, seated)
    expect_read(act, seat, given)
    board = await queries.board_of(act.writing, seat.id)
    _expect_sitting(network, board)
    await queries.expect_member(act.writing, seated)
    office = seat.properties["office"]
    same = await queries.same_seat(act.writing, board.id, seated, office, but=seat.id)
    if same is not None:
        raise ValueRefused("ALREADY_SEATED", id=same)
    shown = {"status": act.move.end, "audience": Audience.PUBLIC.value, "reason": None}
    return act.done(records.mark(act.writing, seat, **shown))


async def decline_seat(act: Act, given: DeclineSeatInput) -> Done:
    """Not take a seat, with a reason or without."""
    _, seat = await with_network(act, given)
    may_speak_for(act.viewer, await queries.seated(act.writing, seat.id))
    expect_read(act, seat, given)
    return act.done(records.edit(act.writing, seat, values_of(given), {}, status=act.move.end))


async def withdraw_seat(act: Act, given: Any) -> Done:
    """Take back what was proposed, as the secretariat."""
    _, seat = await of_own_network(act, given)
    return act.done(records.mark(act.writing, seat, status=act.move.end))


async def end_seat(act: Act, given: EndSeatInput) -> Done:
    """Leave a seat, or end it as the secretariat, with the reason."""
    network, seat = await with_network(act, given)
    seated = await queries.seated(act.writing, seat.id)
    by = ending(act, network, seated)
    expect_read(act, seat, given)
    last = last_day_of(act, seat, given.until, by, seated)
    ended: dict[str, Any] = {"status": act.move.end, "until": last}
    why = act.said("reason", given.reason)
    return act.done(records.edit(act.writing, seat, {"reason": why}, {"endedBy": by}, **ended))


VERBS = {
    "formBoard": Verb(form_board, Way.CREATE),
    "editBoard": Verb(edit_board, Way.EDIT),
    "endBoard": Verb(end_board, EndBoardInput),
    "proposeSeat": Verb(propose_seat, Way.CREATE),
    "acceptSeat": Verb(accept_seat, SeatStep),
    "declineSeat": Verb(decline_seat, DeclineSeatInput),
    "withdrawSeat": Verb(withdraw_seat, SeatStep),
    "endSeat": Verb(end_seat, EndSeatInput),
}
