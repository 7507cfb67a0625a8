"""What a coordinator of provinces may do: what lies in them. One of the whole country may it everywhere."""

from collections.abc import Iterable, Mapping, Sequence

from graph.errors import ValueRefused
from graph.queries import appointments as queries
from graph.queries.records import Link
from hub.permissions import may_coordinate_somewhere
from hub.resolvers.moves import Act

_PLACES = ("regions", "location")
"""The edges of an organization that say where it is at work, or at home."""


async def may_coordinate_there(act: Act, regions: Sequence[str]) -> None:
    """Raises NOT_ALLOWED, and PROVINCE_OF_OTHERS unless one of the regions lies in the viewer's provinces."""
    may_coordinate_somewhere(act.viewer)
    provinces = act.viewer.regions
    if provinces and not await queries.lies_within(act.writing, regions, provinces):
        raise ValueRefused("PROVINCE_OF_OTHERS")


async def may_coordinate_of(act: Act, organizations: Iterable[str]) -> None:
    """The same where one of these organizations works, or has its seat."""
    may_coordinate_somewhere(act.viewer)
    known = await queries.regions_of(act.writing, list(organizations)) if act.viewer.regions else []
    await may_coordinate_there(act, known)


def places(links: Mapping[str, Sequence[Link]]) -> list[str]:
    """The regions that the links of an organization name."""
    return [str(link.id) for name in _PLACES for link in links.get(name, ())]
