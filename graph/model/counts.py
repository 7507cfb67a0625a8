"""Counts: numbers of which there is one at least, where they are told."""

from collections.abc import Mapping
from typing import Any

from graph.errors import ValueRefused


def expect_some(values: Mapping[str, Any], *names: str) -> None:
    """Raises ValueRefused NUMBER_ZERO.

    >>> expect_some({"hours": 40, "capacity": None}, "hours", "capacity")
    """
    for name in names:
        if values.get(name) == 0:
            raise ValueRefused("NUMBER_ZERO", at=name)
