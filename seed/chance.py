"""Turn a key into a choice. A key always makes the same one, whatever else there is to choose."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_HALF = 2**32


def number(key: str, below: int = 2**64) -> int:
    """A number from 0 to `below`."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) % below


def share(key: str) -> float:
    """A number from 0.0 to 1.0."""
    return number(key, _HALF) / _HALF


def one(key: str, options: Sequence[T]) -> T:
    """One of the options."""
    return options[number(key, len(options))]


def some(key: str, options: Sequence[T], count: int) -> list[T]:
    """`count` of the options, or all where there are fewer, in an order of their own."""
    order = sorted(range(len(options)), key=lambda place: number(f"{key}#{place}"))
    return [options[place] for place in order[:count]]


def weighted(key: str, options: Sequence[tuple[T, int]]) -> T:
    """One of the options, each as often as its weight says.

    >>> weighted("any", [("never", 0), ("always", 3)])
    'always'
    """
    at = number(key, sum(weight for _, weight in options))
    for option, weight in options:
        at -= weight
        if at < 0:
            return option
    raise AssertionError("the weights cover every number")


def moment(key: str, first: datetime, last: datetime) -> datetime:
    """A whole second from `first` to `last`."""
    return first + timedelta(seconds=number(key, int((last - first).total_seconds()) + 1))


def day(key: str, first: date, last: date) -> date:
    """A day from `first` to `last`."""
    return first + timedelta(days=number(key, (last - first).days + 1))


def noon(of: date) -> datetime:
    """The middle of a day."""
    return datetime(of.year, of.month, of.day, 12, tzinfo=UTC)
