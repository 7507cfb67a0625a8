"""What users do with job opportunities: offer places, and tell how many are filled."""

from collections.abc import Mapping, Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.money import expect_unit
from graph.model.occupations import expect_occupation
from graph.queries import records
from graph.queries.records import Link, Record
from hub.resolvers.given import gives, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_LABEL = "JobOpportunity"


@strawberry.input(
    description=say("How many places of which opportunity are filled.", "چند جا از کدام فرصت پر شده است.")
)
class FillPlacesInput:
    """Tells how many places are filled."""

    id: strawberry.ID = strawberry.field(
        description=say("The job opportunity of yours.", "فرصت شغلی خودتان.")
    )
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    filled_places: int = gives(_LABEL, "filledPlaces", required=True)


async def check(
    _act: Act, record: Record | None, values: dict[str, Any], _links: dict[str, Sequence[Link]]
) -> None:
    """Places, at least as many as are filled; a pay band in one unit, the lesser end first."""
    before: Mapping[str, Any] = {"filledPlaces": 0} if record is None else record.properties
    if record is None:
        values["filledPlaces"] = 0
    expect_occupation(values)
    now = {**before, **values}
    _expect_places(now, "places")
    for end in ("payFrom", "payTo"):
        expect_unit(now, end, "payUnit")
    if now.get("payFrom") is not None and now.get("payTo") is not None and now["payTo"] < now["payFrom"]:
        raise ValueRefused("RANGE_REVERSED", at="payTo", least=now["payFrom"], most=now["payTo"])


def _expect_places(now: Mapping[str, Any], at: str) -> None:
    places, filled = now.get("places"), now["filledPlaces"]
    if places is not None and filled > places:
        raise ValueRefused("MORE_FILLED_THAN_PLACES", at=at, places=places, filled=filled)


async def fill_places(act: Act, given: FillPlacesInput) -> Done:
    """Say how many places are filled by now, as the employer; fewer than before where somebody has left."""
    record = await act.own(given)
    act.expect(record)
    values = values_of(given)
    _expect_places({**record.properties, **values}, "filledPlaces")
    return act.done(records.edit(act.writing, record, values, {}))


VERBS = {"fillPlaces": Verb(fill_places, FillPlacesInput)}
CHECKS = {_LABEL: check}
