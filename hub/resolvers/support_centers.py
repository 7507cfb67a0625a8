"""What users do with support centers by rules of their own: write one down, and count its facilitators."""

from collections.abc import Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.life import Way
from graph.model.support_centers import SupportCenterScope
from graph.queries.records import Link, Record
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created, whose


async def create_support_center(act: Act, given: Any) -> Done:
    """Write down a center, as its operator."""
    values, links = values_of(given), links_of(given)
    operator = await whose(act, values.pop("operatorId", None), "operatorId")
    await check(act, None, values, links)
    return act.done(await created(act, operator, values, links))


async def check(
    _act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """One center has no number of centers, and of a day there is one head count, the latest first.

    Raises ValueRefused ONE_CENTER_ONLY, LIST_TOO_LONG, LISTED_TWICE.
    """
    stands = {**({} if record is None else record.properties), **values}
    one = stands["scope"] in {SupportCenterScope.ONE_CENTER, SupportCenterScope.ONE_CENTER.value}
    if one and stands.get("centerCount") is not None:
        raise ValueRefused("ONE_CENTER_ONLY", at="centerCount")
    if "facilitators" in links:
        links["facilitators"] = _latest_first(links["facilitators"])


def _latest_first(counts: Sequence[Link]) -> list[Link]:
    if len(counts) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at="facilitators", given=len(counts), maximum=MAXIMUM_LINKS)
    days = [count.values["asOf"] for count in counts]
    for place, day in enumerate(days):
        if day in days[:place]:
            raise ValueRefused("LISTED_TWICE", at=f"facilitators.{place}.asOf")
    return sorted(counts, key=lambda count: count.values["asOf"], reverse=True)


VERBS = {"createSupportCenter": Verb(create_support_center, Way.CREATE)}
CHECKS = {"SupportCenter": check}
