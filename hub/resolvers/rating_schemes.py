"""What users do with rating schemes: one can be rated by, and one that is in use stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.model.common import RecordStatus, Visibility
from graph.model.life import Way
from graph.model.words import Words
from graph.queries import rating_schemes as queries
from graph.queries import records
from graph.queries.records import Link, Record
from graph.text import fold
from hub.permissions import acting_organization
from hub.resolvers import publishing
from hub.resolvers.moves import Act, Done, Verb

_REPLACES = "replaces"
_OF_BEFORE = Words(
    "the organization that has published the edition before, for its own next one",
    "سازمانی که نگارش پیش از آن را منتشر کرده، برای نگارش بعدی خود",
)
_READERS = tuple(Visibility)
"""Each is read by fewer than the one before."""


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Weights above zero, names and least scores once each; the edition counts on from the one before."""
    if record is not None:
        await _expect_unused(act, record)
    records.expect_given(act.label, values, links)
    _distinct("criteria", (fold(str(link.values.get("name"))) for link in links.get("criteria", ())))
    for place, link in enumerate(links.get("criteria", ())):
        if not link.values.get("weight"):
            raise ValueRefused(
                "NUMBER_OUT_OF_RANGE", at=f"criteria.{place}.weight", given=0, least=1, most=1_000
            )
    _distinct("grades", (fold(str(link.values.get("grade"))) for link in links.get("grades", ())))
    _distinct("grades", (link.values.get("leastScore") for link in links.get("grades", ())))
    if record is None:
        values["edition"] = 1
    if _REPLACES in links:
        values["edition"] = 1 + await _edition_before(act, record, links[_REPLACES])


def _distinct(at: str, values: Iterable[Any]) -> None:
    seen: set[Any] = set()
    for place, value in enumerate(values):
        if value in seen:
            raise ValueRefused("LISTED_TWICE", at=f"{at}.{place}")
        seen.add(value)


async def _edition_before(act: Act, record: Record | None, links: Sequence[Link]) -> int:
    """The number of the edition that is replaced, 0 for none.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED (another's, or itself), SCHEME_REPLACED.
    """
    for link in links:
        before = await act.found(str(link.id), at=_REPLACES, label=act.label)
        own = record.owners[0] if record is not None else acting_organization(act.viewer)
        itself = record is not None and record.id == before.id
        if own not in before.owners or itself or await _follows(act, record, before.properties):
            raise ValueRefused("NOT_ALLOWED", at=_REPLACES, whose=_OF_BEFORE)
        there = await queries.next_edition(act.writing, before.id, record.id if record is not None else "")
        if there is not None:
            raise ValueRefused("SCHEME_REPLACED", at=_REPLACES, id=there.id)
        return int(before.properties["edition"])
    return 0


async def _follows(act: Act, record: Record | None, before: Mapping[str, Any]) -> bool:
    """Whether what is to be replaced comes after the record itself: editions go one way."""
    return record is not None and await queries.comes_after(act.writing, str(before["id"]), record.id)


# -- what others rest on ---------------------------------------------------------------------------


async def publish(act: Act, given: Any) -> Done:
    """Let others read a scheme; whoever is paid by it goes on reading it."""
    record = await act.own(given)
    act.expect(record)
    wanted = given.visibility or Visibility(record.properties["visibility"])
    read = record.properties["status"] == RecordStatus.PUBLISHED.value
    if read and _READERS.index(wanted) > _READERS.index(Visibility(record.properties["visibility"])):
        await _expect_not_agreed_on(act, record)
    return act.done(await publishing.publish(act.writing, record, given.visibility))


async def withdraw(act: Act, given: Any) -> Done:
    """Take back a scheme that no terms rest on which its owner has agreed on with others."""
    record = await act.own(given)
    act.expect(record)
    await _expect_not_agreed_on(act, record)
    return act.done(await publishing.withdraw(act.writing, record))


async def _expect_not_agreed_on(act: Act, record: Record) -> None:
    """Raises ValueRefused SCHEME_IN_USE: nobody could be rated, and paid, by it any more."""
    if await queries.agreed_on(act.writing, record.id):
        raise ValueRefused("SCHEME_IN_USE")


async def _expect_unused(act: Act, record: Record) -> None:
    """Raises ValueRefused SCHEME_IN_USE."""
    if await queries.in_use(act.writing, record.id):
        raise ValueRefused("SCHEME_IN_USE")


VERBS = {
    "publishRatingScheme": Verb(publish, Way.PUBLISH),
    "withdrawRatingScheme": Verb(withdraw, Way.WITHDRAW),
}
CHECKS = {"RatingScheme": check}
