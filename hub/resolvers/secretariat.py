"""What belongs to a network, and who speaks for it: found and locked, the network first."""

from datetime import date
from typing import Any

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.queries import networks as queries
from graph.queries import records
from graph.queries.networks import NETWORK
from graph.queries.records import Link, Record
from hub.permissions import may_administer, may_change, may_speak_for
from hub.resolvers.given import field
from hub.resolvers.moves import Act
from hub.texts import say

_LAST_DAY = say(
    "Its last day, not to come; today when not given.", "واپسین روز آن، نه در آینده؛ اگر نیاید امروز."
)


async def own_network(act: Act, id_: str, at: str = "networkId") -> Record:
    """The network of that id, locked, where the viewer's organization is its secretariat.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED.
    """
    network = await act.found(id_, at=at, label=NETWORK)
    may_change(act.viewer, network.owners)
    return network


async def with_network(act: Act, given: Any) -> tuple[Record, Record]:
    """The network and its record of `given.id`, locked in this order. Raises ValueRefused NOT_FOUND."""
    network = await act.found(await queries.network_of(act.writing, given.id), label=NETWORK)
    return network, await act.found(given.id)


async def of_own_network(act: Act, given: Any) -> tuple[Record, Record]:
    """The same, where the secretariat moves on what it has read, from where the move starts.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    network, record = await with_network(act, given)
    speaks_for_network(act, network)
    expect_read(act, record, given)
    return network, record


def expect_read(act: Act, record: Record, given: Any) -> None:
    """Raises ValueRefused VERSION_CHANGED, WRONG_STATUS."""
    records.expect_version(record, given.version)
    act.expect(record)


def secretariat_of(network: Record) -> str:
    """The organization that speaks for a network."""
    return network.owners[0]


def speaks_for_network(act: Act, network: Record) -> None:
    """Raises NOT_ALLOWED unless the viewer acts for the secretariat, or administers."""
    may_speak_for(act.viewer, secretariat_of(network))


def ending(act: Act, network: Record, other: str) -> list[Link]:
    """Whose word ends what a network and another agreed on: none where administrators enter it.

    Raises NOT_ALLOWED.
    """
    if act.viewer.organization not in {secretariat_of(network), other}:
        may_administer(act.viewer)
        return []
    return [Link(act.viewer.organization)]


def until(label: str) -> Any:
    """A field of an input that gives the last day of what has ended."""
    (home,) = (member for member in MODEL.nodes[label].properties() if member.name == "until")
    return field(home, _LAST_DAY, None)


def last_day(act: Act, told: date | None) -> date:
    """The last day of what has ended; today where none is told. Raises ValueRefused IN_THE_FUTURE."""
    today: date = act.writing.parameters["today"]
    if told is not None and told > today:
        raise ValueRefused("IN_THE_FUTURE", at="until")
    return told or today


def last_day_of(
    act: Act, record: Record, told: date | None, by: list[Link] | None = None, other: str | None = None
) -> date:
    """The last day of what has ended: not later than was agreed on, nor, where none is told, before it began.

    `by`: whose word it is. Raises ValueRefused IN_THE_FUTURE, and DAY_OUT_OF_RANGE where a network says of
    the `other` that it has ended on a day before today.
    """
    last, today = last_day(act, told), act.writing.parameters["today"]
    if last < today and by and by[0].id != other:
        day = today.isoformat()
        raise ValueRefused("DAY_OUT_OF_RANGE", at="until", given=last.isoformat(), earliest=day, latest=day)
    since, agreed = record.properties.get("since"), record.properties.get("until")
    if told is None:
        last = max(last, since or last)
    return min(last, agreed or last)


def readers(organization: str, network: Record) -> list[str]:
    """Who reads what waits between an organization and a network: each of the two once."""
    return list(dict.fromkeys((organization, secretariat_of(network))))
