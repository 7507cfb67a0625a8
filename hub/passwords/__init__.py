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
_WORDS = Path(__file__).with_name("words.txt")
_RUN = re.compile(r"(.{1,4}?)\1+(.{0,3})")
"""One to four characters again and again: `aaaaaaaaaaaa`, `123412341234`."""
_AGAIN = re.compile(r"(\w.*?)\W*(?:\1\W*)+")  # What is said again begins with a letter: few ways to part it.
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_APART, _DIGIT = re.compile(r"[\W_]+"), re.compile(r"\d")
_FOR_LETTERS = str.maketrans("@4301$5!7", "aaeoissit")
"""What people write for a letter that looks like it."""
_ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")


def expect_good(password: str, *names: str) -> None:
    """Raises ValueRefused PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON.

    Nothing is asked of what it is made of, but that nobody guesses it: not one of those that all know, no
    row of keys, no word that all take, nor a word of the person's own `names`, with digits and signs around.
    """
    if len(password) < MINIMUM_PASSWORD:
        raise ValueRefused("PASSWORD_TOO_SHORT", at="password", minimum=int(MINIMUM_PASSWORD))
    if len(password) > MAXIMUM_PASSWORD:
        raise ValueRefused("PASSWORD_TOO_LONG", at="password", maximum=int(MAXIMUM_PASSWORD))
    plain = password.casefold()
    rows = [row for one in _ROWS for row in (one, one[::-1])]
    if plain in _listed(_COMMON) or _RUN.fullmatch(plain) or any(plain in row for row in rows):
        raise ValueRefused("PASSWORD_COMMON", at="password")
    if _cores(plain) & (_listed(_WORDS) | {word for name in names for word in _said(name)}):
        raise ValueRefused("PASSWORD_COMMON", at="password")


def _cores(plain: str) -> set[str]:
    """What is left of a password without what is put around a word, and within it for letters or beside them.

    >>> sorted(_cores("P@ssw0rd!2024")), _cores("سلام سلام سلام"), _cores("trustno1trustno1")
    (['password', 'psswrd'], {'سلام'}, {'trustno'})
    """
    inner = _AROUND.sub("", _once(plain.casefold()))
    letters = (_APART.sub("", inner.translate(_FOR_LETTERS)), _APART.sub("", _DIGIT.sub("", inner)))
    return {_AROUND.sub("", _once(text)) for text in letters}


def _said(name: str) -> set[str]:
    """The words of a name or a mail address, and those that stand beside each other as one.

    >>> sorted(_said("Sara@ngo.ir"))
    ['ir', 'ngo', 'ngoir', 'sara', 'sarango', 'sarangoir']
    """
    words = [word for word in _APART.split(name.casefold()) if word]
    return {
        "".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1)
    }


def _once(text: str) -> str:
    """A text that is said again and again, said once."""
    found = _AGAIN.fullmatch(text)
    return text if found is None else found[1]


@cache
def _listed(file: Path) -> frozenset[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
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
