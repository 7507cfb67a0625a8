"""What is asked of a service: a fee has its unit."""

from collections.abc import Sequence
from typing import Any

from graph.model.money import expect_unit
from graph.queries.records import Link, Record
from hub.resolvers.moves import Act


async def check(
    _act: Act, record: Record | None, values: dict[str, Any], _links: dict[str, Sequence[Link]]
) -> None:
    """A fee has its unit."""
    expect_unit({**(record.properties if record else {}), **values}, "fee", "feeUnit")


CHECKS = {"Service": check}
