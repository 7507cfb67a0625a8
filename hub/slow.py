"""Keep the text of a slow statement where `hub explain` finds it: never its values, and as many as fit."""

import re
from hashlib import sha256
from pathlib import Path

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_SLOW_TEXT
from graph.server.folder import FOLDER_MODE, write_private
from hub.settings import Settings

_HASH = re.compile("[0-9a-f]{16}")
_SUFFIX = ".cypher"


def hash_of(text: str) -> str:
    """What a statement is called.

    >>> hash_of("RETURN 1")
    'ecdae70c546cff60'
    """
    return sha256(text.encode()).hexdigest()[:16]


def slow_folder(settings: Settings) -> Path | None:
    """Where the texts are: in the folder of HUB_STATE_DIR, or else in the data folder, if there is one."""
    state = settings.state_dir or settings.data_dir
    return None if state is None else state / "slow-statements"


def keep(folder: Path, text: str, most: int = MAXIMUM_SLOW_TEXT) -> None:
    """Keep a text, for the owner of the folder alone; those seen longest ago go. Raises OSError."""
    size = len(text.encode())
    if size > most:
        return
    file = folder / f"{hash_of(text)}{_SUFFIX}"
    if file.exists():
        file.touch()
        return
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    write_private(file, text)
    left = most
    for path in sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True):
        left -= path.stat().st_size
        if left < 0:
            path.unlink(missing_ok=True)


def kept(folder: Path, name: str) -> str:
    """The text of a statement, by its hash. Raises ValueRefused STATEMENT_UNKNOWN."""
    try:
        if _HASH.fullmatch(name):
            return (folder / f"{name}{_SUFFIX}").read_text(encoding="utf-8").removesuffix("\n")
    except FileNotFoundError:
        pass
    raise ValueRefused("STATEMENT_UNKNOWN", given=name, folder=str(folder))
