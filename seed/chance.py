"""Turn a key into a choice. A key always makes the same one, whatever else there is to choose."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
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


def made_id(prefix: str, key: str, at: datetime) -> str:
    """The id of the record `key` of a prefix, made at `at`: as `graph.model.ids.new_id` writes them.

    >>> made = made_id("exp", "sewing", datetime(2025, 12, 25, tzinfo=UTC))
    >>> made[:10], len(made)
    ('exp_01kd9c', 30)
    """
    digest = int.from_bytes(blake2b(f"{prefix}:{key}".encode(), digest_size=10).digest())
    return f"{prefix}_{base32(uuid7(int(at.timestamp() * 1000), digest))}"


def uuid7(milliseconds: int, digest: int) -> int:
    """A UUIDv7 (RFC 9562) of that time; `digest` takes the place of its random bits."""
    return milliseconds << 80 | 0x7 << 76 | (digest >> 62 & 0xFFF) << 64 | 0b10 << 62 | digest & (2**62 - 1)


def base32(uuid: int) -> str:
    """The 26 digits of a UUID (Crockford's base32)."""
    return "".join(_ALPHABET[uuid >> 5 * place & 31] for place in reversed(range(26)))
