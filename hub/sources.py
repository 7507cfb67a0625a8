"""Turn the name of a setting into what it was given: by the environment, or by the file of HUB_SETTINGS."""

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graph.errors import ValueRefused

FILE = "HUB_SETTINGS"
"""The variable that names the file."""
ON, OFF = "on", "off"
_NEARLY = 0.85
"""How much of two names is alike where one of them is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Given:
    """The text of a setting, and what an operator finds it by: `HUB_PORT`, or `port in /etc/hub.toml`."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a settings file holds; one that is not there holds nothing."""

    file: str = ""
    values: Mapping[str, Any] | None = None

    def of(self, name: str) -> Given | None:
        """A value as the environment would have it. Raises ValueRefused SETTING_WRONG for a table."""
        key = key_of(name)
        if self.values is None or key not in self.values:
            return None
        place = f"{key} in {self.file}"
        text = _text(self.values[key])
        if text is None:
            raise ValueRefused("SETTING_WRONG", name=place, given="a table", example=f'{key} = "…"')
        return Given(place, text)

    def unknown(self, names: Iterable[str]) -> list[ValueRefused]:
        """A refusal for each key that is none of the settings, with the one that was likely meant."""
        keys = [key_of(name) for name in names]
        return [
            ValueRefused("SETTING_UNKNOWN", name=key, file=self.file, meant=_nearest(key, keys))
            for key in self.values or ()
            if key not in keys
        ]


def misspelt(names: Iterable[str]) -> list[ValueRefused]:
    """A refusal for each variable of the hub that is nearly called as one of `names`, and is none.

    Whatever else begins with HUB_ may be somebody else's: a container engine's, say.
    """
    known = set(names)
    near = {
        name: get_close_matches(name, known, 1, _NEARLY)
        for name in sorted(os.environ)
        if name.startswith("HUB_") and name not in known
    }
    return [
        ValueRefused("SETTING_UNKNOWN", name=name, file="environment", meant=meant[0])
        for name, meant in near.items()
        if meant
    ]


def key_of(name: str) -> str:
    """What a setting is called in the file.

    >>> key_of("HUB_PORT"), key_of("NEO4J_URI")
    ('port', 'neo4j_uri')
    """
    return name.removeprefix("HUB_").lower()


def table() -> Table:
    """The file that HUB_SETTINGS names. Raises ValueRefused SETTINGS_FILE_WRONG."""
    file = os.environ.get(FILE)
    if not file:
        return Table()
    try:
        return Table(file, tomllib.loads(Path(file).read_text(encoding="utf-8")))
    except OSError as error:
        raise ValueRefused("SETTINGS_FILE_WRONG", file=file, reason=error.strerror) from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise ValueRefused("SETTINGS_FILE_WRONG", file=file, reason=str(error)) from error


def given(name: str, held: Table) -> Given | None:
    """What a setting was given, the environment first; None for nothing. Raises what `Table.of` does."""
    text = os.environ.get(name)
    return Given(name, text) if text else held.of(name)


def given_secret(name: str, held: Table) -> Given | None:
    """The same for a secret, which may stand in a file of its own: `NEO4J_PASSWORD_FILE` names it.

    Raises ValueRefused SETTING_FILE_UNREADABLE.
    """
    for source in (Table(), held):
        plain = given(name, source)
        if plain is not None:
            return plain
        place = given(secret_file(name), source)
        if place is not None:
            return Given(place.name, _read(place))
    return None


def secret_file(name: str) -> str:
    """The setting that names the file of a secret.

    >>> secret_file("NEO4J_PASSWORD")
    'NEO4J_PASSWORD_FILE'
    """
    return f"{name}_FILE"


def _read(place: Given) -> str:
    try:
        return Path(place.text).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        raise ValueRefused(
            "SETTING_FILE_UNREADABLE", name=place.name, file=place.text, reason=reason
        ) from error


def _text(value: Any) -> str | None:
    """A value of TOML as the environment has it; None for what it cannot have."""
    match value:
        case bool():
            return ON if value else OFF
        case str() | int() | float():
            return str(value)
        case list():
            parts = [_text(part) for part in value]
            return None if None in parts else ",".join(map(str, parts))
        case _:
            return None


def _nearest(key: str, keys: list[str]) -> str:
    """The setting that was likely meant; whoever wrote the variable's name is told the key.

    >>> _nearest("HUB_PORT", ["host", "port"]), _nearest("allowed-host", ["allowed_hosts", "host"])
    ('port', 'allowed_hosts')
    """
    return get_close_matches(key_of(key.upper()), keys, 1, 0.0)[0]
