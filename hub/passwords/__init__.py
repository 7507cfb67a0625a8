"""Passwords: which are taken, how one is kept (Argon2id), and how one that is given is compared with it."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_PASSWORD, MINIMUM_PASSWORD

if TYPE_CHECKING:
    from argon2 import PasswordHasher

T = TypeVar("T")

# A thread of their own: a hash takes 64 MiB and some 50 ms, and nothing else is to wait for it.
_POOL = ThreadPoolExecutor(1, "passwords")
_COMMON = Path(__file__).with_name("common.txt")
_RUN = re.compile(r"(.{1,4}?)\1+(.{0,3})")
"""One to four characters again and again: `aaaaaaaaaaaa`, `123412341234`."""
_ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")


def expect_good(password: str, *names: str) -> None:
    """Raises ValueRefused PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON.

    Nothing is asked of what it is made of, but that nobody guesses it: not one of those that all know, no
    row of keys, nor made of the person's own `names`.
    """
    if len(password) < MINIMUM_PASSWORD:
        raise ValueRefused("PASSWORD_TOO_SHORT", at="password", minimum=int(MINIMUM_PASSWORD))
    if len(password) > MAXIMUM_PASSWORD:
        raise ValueRefused("PASSWORD_TOO_LONG", at="password", maximum=int(MAXIMUM_PASSWORD))
    plain = password.casefold()
    own = [name.casefold() for name in names if len(name) >= MINIMUM_PASSWORD]
    rows = (row for one in _ROWS for row in (one, one[::-1]))
    if plain in _common() or plain in own or _RUN.fullmatch(plain) or any(plain in row for row in rows):
        raise ValueRefused("PASSWORD_COMMON", at="password")


@cache
def _common() -> frozenset[str]:
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def _hasher() -> "PasswordHasher":
    # Imported when it is needed: most processes of a hub's commands never are asked for a password.
    from argon2 import PasswordHasher, profiles

    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


async def kept(password: str) -> str:
    """What is kept of a password, worked out beside the event loop."""
    return await _beside(lambda: _hasher().hash(password))


async def is_right(password: str, hash_: str | None) -> bool:
    """Whether a password is the one that is kept. Without one it takes as long, and is not."""
    right = await _beside(lambda: _verified(password, hash_, _nobodys()))
    return right and hash_ is not None


def _verified(password: str, hash_: str | None, nobodys: str) -> bool:
    from argon2.exceptions import VerifyMismatchError

    try:
        return _hasher().verify(hash_ or nobodys, password)
    except VerifyMismatchError:
        return False


@cache
def _nobodys() -> str:
    """The hash of a password that nobody has."""
    return _hasher().hash("nobody's password")


async def _beside(work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(_POOL, work)
