"""What is asked of a course: its price has a unit, what others pay for stays, its partnership is its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.model.courses import COURSE
from graph.model.money import expect_unit
from graph.model.partnerships import DRAFT, WITHDRAWN
from graph.model.stored import changed
from graph.queries import courses as queries
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.moves import Act

_PRICE = ("price", "priceUnit")
_AGREED = (*_PRICE, "title", "capacity", "hours", "mode", "exam")
"""What those who pay a share have agreed to pay for."""


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Numbers that say something; what others pay a share of stays; a partnership of one's own."""
    before: Mapping[str, Any] = {} if record is None else record.properties
    expect_unit({**before, **values}, *_PRICE)
    if record is not None:
        agreed = changed(COURSE.properties(), _AGREED, values, before)
        if agreed is not None and await queries.has_shares(act.writing, record.id):
            raise ValueRefused("SHARES_STAND", at=agreed)
    for link in links.get("partnership", ()):
        owner = acting_organization(act.viewer) if record is None else record.owners[0]
        await _expect_party(act, str(link.id), owner)


async def _expect_party(act: Act, partnership: str, organization: str) -> None:
    """Raises ValueRefused NOT_FOUND, NOT_A_PARTY, WRONG_STATUS (a draft binds nobody)."""
    found = await act.found(partnership, at="partnership", label="Partnership")
    if organization not in found.owners:
        raise ValueRefused("NOT_A_PARTY", at="partnership")
    if found.choice("status") in {DRAFT, WITHDRAWN}:
        raise found.not_from_here(at="partnership")


CHECKS = {"Course": check}
