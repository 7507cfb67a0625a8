"""Turn a dump into its head, and into the certainty that it is whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from graph.dump.contents import Checked, Told
from graph.dump.files import lines_of
from graph.dump.form import FORMAT, Head, Manifest, Tally
from graph.dump.sealed import Key
from graph.errors import ValueRefused
from graph.migrations import unknown
from graph.wire import read


def head_of(file: Path, key: Key | None) -> Head:
    """The head of a dump. Raises FileRefused as `lines_of` does, and DUMP_NEWER where this version lacks what
    the dump is written in, or went through."""
    with lines_of(file, key) as lines:
        return _head(next(lines, b""))


def check(file: Path, key: Key | None) -> Manifest:
    """Read a whole dump, and hold it to its manifest. Raises FileRefused, as `head_of` does."""
    tally = Tally()
    with lines_of(file, key) as lines:
        head = next(lines, b"")
        _head(head)
        tally.head(head)
        told = _tallied(lines, tally, Checked(Told()))
        if told != tally.manifest():
            raise ValueRefused("DUMP_CHANGED")
    return told


def records(lines: Iterator[bytes]) -> Iterator[tuple[Any, ...]]:
    """`("n", labels, values)` of each node, then `("r", start, type, end, values)` of each relationship.

    For a dump that was checked; the values are as the driver writes them.
    """
    next(lines)
    for line in lines:
        match orjson.loads(line):
            case [*row, dict() as values]:
                yield (*row, read(values))
            case _:
                return


def _head(line: bytes) -> Head:
    try:
        told = orjson.loads(line)
        number = told["dump"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise ValueRefused("DUMP_UNREADABLE") from None
    if number > FORMAT:
        raise ValueRefused("DUMP_NEWER", hub=told.get("hub"), what=f"form {number}")
    head = Head(**told)
    if names := unknown(head.migrations):
        raise ValueRefused("DUMP_NEWER", hub=head.hub, what=", ".join(names))
    return head


def _tallied(lines: Iterator[bytes], tally: Tally, files: Checked) -> Manifest:
    for line in lines:
        try:
            row = orjson.loads(line)
            match row:
                case ["n", list() as labels, dict() as values]:
                    read(values)
                    tally.node(line, labels)
                    files.told.node(labels, values)
                case ["r", int() as start, str() as type_, int() as end, dict() as values] if (
                    0 <= start < tally.nodes and 0 <= end < tally.nodes
                ):
                    read(values)
                    tally.relationship(line, start, type_, end, values)
                case ["f", str() as id_, str() as encoded]:
                    tally.file(line, ends=not files.piece(id_, encoded))
                case dict() if next(lines, None) is None:
                    files.end()
                    return Manifest(**row)
                case _:
                    raise ValueRefused("DUMP_CHANGED")
        except (orjson.JSONDecodeError, TypeError, ValueError):
            raise ValueRefused("DUMP_CHANGED") from None
    raise ValueRefused("DUMP_CHANGED")
