"""Turn what has to be read again, as the secret of an app or a webhook, into what no copy of the graph tells.

The key is not in the graph: it comes from HUB_SECRET, or lies in a file beside the data. Without either,
texts stay as they are, and `hub doctor` says so.
"""

import os
import secrets
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from graph.server.folder import FOLDER_MODE, write_private
from hub.settings import Settings

KEY_FILE = "secret-key"
_MARK = "sealed:"
_INFO = b"knowledge-hub seals 1"


class SealBroken(Exception):
    """What was sealed with a key that is not here, or was changed meanwhile."""


class Seals:
    """Seals with the first of its keys, and opens with any."""

    def __init__(self, settings: Settings) -> None:
        self._given = settings.secret
        self._folder = settings.state_dir or settings.data_dir
        self._made: MultiFernet | None = None

    @property
    def are_kept(self) -> bool:
        """Whether there is a key, or a place for one."""
        return bool(self._given) or self._folder is not None

    @property
    def place(self) -> str:
        """Where the key comes from, for people."""
        return "HUB_SECRET" if self._given or self._folder is None else str(self._folder / KEY_FILE)

    def sealed(self, text: str) -> str:
        """A text that only the key opens; the text itself where there is none."""
        keys = self._keys()
        return text if keys is None else _MARK + keys.encrypt(text.encode()).decode()

    def opened(self, kept: str) -> str:
        """What was sealed; what never was is as it is. Raises SealBroken."""
        if not kept.startswith(_MARK):
            return kept
        if not self._has_key():
            raise SealBroken
        keys = self._keys()
        assert keys is not None
        try:
            return keys.decrypt(kept.removeprefix(_MARK)).decode()
        except InvalidToken as error:
            raise SealBroken from error

    def opens(self, kept: str) -> bool:
        """Whether what is kept can be opened here."""
        try:
            self.opened(kept)
        except SealBroken:
            return False
        return True

    def renewed(self, kept: str) -> str | None:
        """What is sealed with another key than the first, or not at all, sealed with that; else None."""
        keys = self._keys()
        if keys is None or (kept.startswith(_MARK) and self._is_of_first(kept)):
            return None
        try:
            return self.sealed(self.opened(kept))
        except SealBroken:
            return None

    def _has_key(self) -> bool:
        return bool(self._given) or (self._folder is not None and (self._folder / KEY_FILE).exists())

    def _is_of_first(self, kept: str) -> bool:
        try:
            self._ciphers()[0].decrypt(kept.removeprefix(_MARK))
        except InvalidToken:
            return False
        return True

    def _keys(self) -> MultiFernet | None:
        if self._made is None and self.are_kept:
            self._made = MultiFernet(self._ciphers())
        return self._made

    def _ciphers(self) -> list[Fernet]:
        secrets_ = self._given
        if not secrets_:
            assert self._folder is not None
            secrets_ = (_kept_in(self._folder),)
        return [Fernet(_key_of(secret)) for secret in secrets_]


def _key_of(secret: str) -> bytes:
    made = HKDF(SHA256(), length=32, salt=None, info=_INFO).derive(secret.encode())
    return urlsafe_b64encode(made)


def _kept_in(folder: Path) -> str:
    """The secret of a folder, made at its first use: of two processes that make one, one is taken."""
    file = folder / KEY_FILE
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        draft = folder / f"{KEY_FILE}.{secrets.token_hex(4)}"
        write_private(draft, secrets.token_urlsafe(32))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text(encoding="utf-8").strip()
