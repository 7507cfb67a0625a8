"""What is asked of an apprenticeship: three to six months, an occupation, places, a stipend with its unit."""

from collections.abc import Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.model.apprenticeships import LEAST_MONTHS, MOST_MONTHS
from graph.model.money import expect_unit
from graph.model.occupations import expect_occupation
from graph.queries.records import Link, Record
from hub.resolvers.moves import Act


async def check(
    _act: Act, record: Record | None, values: dict[str, Any], _links: dict[str, Sequence[Link]]
) -> None:
    """Neither shorter nor longer than a trade takes; an occupation of the list; places."""
    expect_occupation(values)
    months = values.get("months")
    if months is not None and not LEAST_MONTHS <= months <= MOST_MONTHS:
        raise ValueRefused(
            "APPRENTICESHIP_LENGTH", at="months", given=months, least=LEAST_MONTHS, most=MOST_MONTHS
        )
    expect_unit({**(record.properties if record else {}), **values}, "stipend", "stipendUnit")


CHECKS = {"Apprenticeship": check}
