"""Turn a stream of bytes into one that nobody without the key can read, or change unnoticed, and back.

The file opens with 48 bytes: a mark, the kind of key, a salt and the beginning of all nonces. Pieces of 64
KiB follow, each encrypted by AES-256-GCM with its number in the nonce, and the last one marked as last: so
none can be changed, moved, left out or cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
Vizár, 2015). The opening is authenticated with every piece.
"""

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from graph.errors import ValueRefused

MARK = b"knowledge-hub sealed 1\n"
_PIECE = 64 * 1024
_TAG = 16
_SALT = 16
_NONCE = 8
OPENING = len(MARK) + 1 + _SALT + _NONCE
_LEAST_KEY = 32
"""Bytes in a key file."""
_LEAST_PASSPHRASE = 12
"""Characters."""
_LAST_MARK = 2**31


class KeyKind(Enum):
    """What a file was sealed with."""

    FILE = b"k"
    PASSPHRASE = b"p"


@dataclass(frozen=True)
class Key:
    """A secret, and how a key is made of it."""

    kind: KeyKind
    secret: bytes

    def __repr__(self) -> str:
        return f"Key({self.kind.name})"

    def cipher(self, salt: bytes) -> AESGCM:
        """The cipher of one file. A passphrase takes 128 MiB and about half a second."""
        match self.kind:
            case KeyKind.FILE:
                made = HKDF(SHA256(), length=32, salt=salt, info=MARK).derive(self.secret)
            case KeyKind.PASSPHRASE:
                made = Scrypt(salt, length=32, n=2**17, r=8, p=1).derive(self.secret)
        return AESGCM(made)


def key_of_file(file: Path) -> Key:
    """The key in a file of at least 32 bytes. Raises ValueRefused KEY_TOO_SHORT."""
    secret = file.read_bytes()
    if len(secret) < _LEAST_KEY:
        raise ValueRefused("KEY_TOO_SHORT", given=str(file), least=_LEAST_KEY)
    return Key(KeyKind.FILE, secret)


def key_of_passphrase(passphrase: str) -> Key:
    """The key that a passphrase makes. Raises ValueRefused PASSPHRASE_TOO_SHORT."""
    if len(passphrase) < _LEAST_PASSPHRASE:
        raise ValueRefused("PASSPHRASE_TOO_SHORT", least=_LEAST_PASSPHRASE)
    return Key(KeyKind.PASSPHRASE, passphrase.encode())


class Sealing:
    """A file to write into; `close` writes the last piece, without which it cannot be read."""

    def __init__(self, file: BinaryIO, key: Key) -> None:
        salt = os.urandom(_SALT)
        self._file = file
        self._nonce = os.urandom(_NONCE)
        self._opening = MARK + key.kind.value + salt + self._nonce
        self._cipher = key.cipher(salt)
        self._pending = bytearray()
        self._number = 0
        file.write(self._opening)

    def write(self, piece: bytes) -> int:
        """Take bytes; whole pieces are written on. One is kept back: it may be the last."""
        self._pending += piece
        while len(self._pending) > _PIECE:
            self._write(bytes(self._pending[:_PIECE]), last=False)
            del self._pending[:_PIECE]
        return len(piece)

    def flush(self) -> None:
        """Nothing: a piece goes out when it is whole."""

    def close(self) -> None:
        """Write the last piece. The file stays open."""
        self._write(bytes(self._pending), last=True)

    def _write(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._nonce, self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, piece, self._opening))
        self._number += 1


class Opened:
    """A sealed file to read from: only bytes that are authentic come out.

    Raises ValueRefused: DUMP_UNREADABLE, KEY_WRONG where the first piece does not open, DUMP_CHANGED where a
    later one does not.
    """

    def __init__(self, file: BinaryIO, key: Key) -> None:
        self._file = file
        self._opening = file.read(OPENING)
        if len(self._opening) < OPENING or not self._opening.startswith(MARK):
            raise ValueRefused("DUMP_UNREADABLE")
        salt = self._opening[len(MARK) + 1 : -_NONCE]
        self._nonce = self._opening[-_NONCE:]
        self._cipher = key.cipher(salt)
        self._number = 0
        self._ready = b""
        self._next = file.read(_PIECE + _TAG)
        self._over = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, `size` at most; none once the last piece is read."""
        while not self._ready and not self._over:
            self._open()
        wanted = len(self._ready) if size < 0 else size
        piece, self._ready = self._ready[:wanted], self._ready[wanted:]
        return piece

    def _open(self) -> None:
        here, self._next = self._next, self._file.read(_PIECE + _TAG)
        self._over = not self._next
        try:
            nonce = _nonce(self._nonce, self._number, last=self._over)
            self._ready = self._cipher.decrypt(nonce, here, self._opening)
        except InvalidTag:
            raise ValueRefused("KEY_WRONG" if self._number == 0 else "DUMP_CHANGED") from None
        self._number += 1


def kind_of(opening: bytes) -> KeyKind | None:
    """What a file that begins so was sealed with; None where it is not sealed.

    Raises ValueRefused DUMP_UNREADABLE.
    """
    if not opening.startswith(MARK):
        return None
    try:
        return KeyKind(opening[len(MARK) : len(MARK) + 1])
    except ValueError:
        raise ValueRefused("DUMP_UNREADABLE") from None


def _nonce(beginning: bytes, number: int, *, last: bool) -> bytes:
    assert number < _LAST_MARK, "a dump of 128 TiB"
    return beginning + (number | _LAST_MARK * last).to_bytes(4)
