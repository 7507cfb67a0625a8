"""What is asked of a course: its price has a unit and stays while others pay, its partnership is its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.model.money import expect_unit
from graph.model.partnerships import DRAFT, WITHDRAWN
from graph.queries import courses as queries
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.moves import Act

_PRICE = ("price", "priceUnit")


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Numbers that say something; a price that others pay a share of stays; a partnership of one's own."""
    before: Mapping[str, Any] = {} if record is None else record.properties
    expect_unit({**before, **values}, *_PRICE)
    price = next(
        (name for name in _PRICE if name in values and _plain(values[name]) != before.get(name)), None
    )
    if record is not None and price is not None and await queries.has_shares(act.writing, record.id):
        raise ValueRefused("SHARES_STAND", at=price)
    for link in links.get("partnership", ()):
        owner = acting_organization(act.viewer) if record is None else record.owners[0]
        await _expect_party(act, str(link.id), owner)


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


async def _expect_party(act: Act, partnership: str, organization: str) -> None:
    """Raises ValueRefused NOT_FOUND, NOT_A_PARTY, WRONG_STATUS (a draft binds nobody)."""
    found = await act.found(partnership, at="partnership", label="Partnership")
    if organization not in found.owners:
        raise ValueRefused("NOT_A_PARTY", at="partnership")
    if found.choice("status") in {DRAFT, WITHDRAWN}:
        raise found.not_from_here(at="partnership")


CHECKS = {"Course": check}
