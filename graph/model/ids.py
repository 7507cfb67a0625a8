"""Make ids: `exp_` and a random UUID in base32, opaque to clients, unique across types.

They tell nothing, also not when: an id in order of time named the author of an anonymized record, whose
next named record was made in the same minute (docs/decisions/0015-protected-failures.md).
"""

import uuid
from hashlib import blake2b

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str) -> str:
    """A fresh id of that prefix (RFC 9562, version 4; Crockford's base32).

    >>> made = new_id("exp")
    >>> made[:4], len(made), tells_time(made)
    ('exp_', 30, False)
    """
    return f"{prefix}_{base32(uuid.uuid4().int)}"


def made_id(prefix: str, key: str) -> str:
    """The id of what is the same in every graph, the record `key` of a prefix: as `new_id` writes them.

    >>> made = made_id("exp", "sewing")
    >>> made == made_id("exp", "sewing"), len(made)
    (True, 30)
    """
    digest = int.from_bytes(blake2b(f"{prefix}:{key}".encode(), digest_size=16).digest())
    return f"{prefix}_{base32(uuid.UUID(int=digest, version=4).int)}"


def base32(number: int) -> str:
    """The 26 digits of a UUID."""
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(26)))


def tells_time(id_: str) -> bool:
    """Whether an id was made as the hub once made them, with the millisecond in it (version 7).

    >>> tells_time("exp_01m8j0kmwhfjv980y0bqd3pgyj")
    True
    """
    digits = id_.partition("_")[2]
    if len(digits) != 26 or not set(digits) <= set(_ALPHABET):
        return False
    number = 0
    for digit in digits:
        number = number << 5 | _ALPHABET.index(digit)
    return number >> 76 & 0xF == 7
