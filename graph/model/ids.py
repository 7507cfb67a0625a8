"""Make ids: `exp_` and a UUIDv7 in base32, opaque to clients, unique across types, in order of time."""

import secrets
from datetime import datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str, now: datetime) -> str:
    """An id of that prefix for a record made at `now` (RFC 9562, version 7; Crockford's base32).

    >>> from datetime import UTC
    >>> id_ = new_id("exp", datetime(2025, 12, 25, tzinfo=UTC))
    >>> id_[:10], len(id_)
    ('exp_01kd9c', 30)
    """
    milliseconds = int(now.timestamp() * 1000)
    number = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    digits = [_ALPHABET[number >> 5 * place & 31] for place in reversed(range(26))]
    return f"{prefix}_{''.join(digits)}"
