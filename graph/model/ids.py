"""Make ids: `exp_` and a UUIDv7 in base32, opaque to clients, unique across types, in order of time."""

import secrets
from datetime import datetime
from hashlib import blake2b

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str, now: datetime) -> str:
    """An id of that prefix for a record made at `now` (RFC 9562, version 7; Crockford's base32).

    >>> from datetime import UTC
    >>> id_ = new_id("exp", datetime(2025, 12, 25, tzinfo=UTC))
    >>> id_[:10], len(id_)
    ('exp_01kd9c', 30)
    """
    return f"{prefix}_{base32(uuid7(_milliseconds(now), secrets.randbits(80)))}"


def made_id(prefix: str, key: str, at: datetime) -> str:
    """The id of what is the same in every graph, the record `key` of a prefix: as `new_id` writes them.

    >>> from datetime import UTC
    >>> made = made_id("exp", "sewing", datetime(2025, 12, 25, tzinfo=UTC))
    >>> made[:10], len(made)
    ('exp_01kd9c', 30)
    """
    digest = int.from_bytes(blake2b(f"{prefix}:{key}".encode(), digest_size=10).digest())
    return f"{prefix}_{base32(uuid7(_milliseconds(at), digest))}"


def uuid7(milliseconds: int, digest: int) -> int:
    """A UUIDv7 (RFC 9562) of that time; `digest` takes the place of its random bits."""
    return milliseconds << 80 | 0x7 << 76 | (digest >> 62 & 0xFFF) << 64 | 0b10 << 62 | digest & (2**62 - 1)


def base32(uuid: int) -> str:
    """The 26 digits of a UUID (Crockford's base32)."""
    return "".join(_ALPHABET[uuid >> 5 * place & 31] for place in reversed(range(26)))


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)
