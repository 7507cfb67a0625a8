"""The lines of a dump, and what its manifest says of them.

    {"dump": 1, "hub": "0.1.0", "at": "…", "migrations": ["m0001_counter", …], "schema": ["…", …]}
    ["n", ["Lesson", "Node"], {"id": "les_…", "createdAt": {"datetime": "…"}, …}]
    ["r", 17, "ABOUT", 4, {…}]
    ["f", "fil_…", "JVBERi0x…"]
    {"nodes": 5027, "relationships": 21730, "labels": {…}, "types": {…}, "lines": "…", "content": "…", …}

Nodes are numbered from 0 in the order of their lines; relationships lead from one number to another. Values
are as `graph.wire` tells them. The contents of files follow in pieces, in base64 (`contents.py`).
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson

FORMAT = 2
"""That of the lines; a dump of a higher one is refused."""

_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Head:
    """Where a dump comes from: what must be known before the rest is read.

    `schema` tells the indexes and constraints that the graph had, one text each.
    """

    dump: int
    hub: str
    at: str
    migrations: list[str]
    schema: list[str]

    def line(self) -> bytes:
        """The first line."""
        return orjson.dumps(asdict(self)) + b"\n"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a dump holds. `lines` is the SHA-256 of all lines before the manifest, the head among them.

    `content` is the same of two graphs with the same nodes and relationships, in whatever order. `files`
    counts those whose contents are in it.
    """

    nodes: int
    relationships: int
    labels: Mapping[str, int]
    types: Mapping[str, int]
    lines: str
    content: str
    files: int = 0

    def line(self) -> bytes:
        """The last line."""
        return orjson.dumps(asdict(self)) + b"\n"

    def holds_the_same(self, other: "Manifest") -> bool:
        """Whether two graphs are the same, line by line but for the order."""
        return (self.content, self.labels, self.types) == (other.content, other.labels, other.types)


def node_line(labels: Sequence[str], values: Mapping[str, Any]) -> bytes:
    """The line of a node: the same for the same labels and values."""
    return orjson.dumps(["n", sorted(labels), values], option=orjson.OPT_SORT_KEYS) + b"\n"


def relationship_line(start: int, type_: str, end: int, values: Mapping[str, Any]) -> bytes:
    """The line of a relationship between two numbers."""
    return orjson.dumps(["r", start, type_, end, values], option=orjson.OPT_SORT_KEYS) + b"\n"


@dataclass
class Tally:
    """Counts lines as they go by; 16 bytes of memory a node.

    The content is the sum of the digests of all lines, so that no order matters; that of a relationship is
    made of the digests of the nodes at its ends, so that no number does.
    """

    labels: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    _lines: Any = field(default_factory=hashlib.sha256)
    _digests: bytearray = field(default_factory=bytearray)
    _content: int = 0
    _relationships: int = 0
    files: int = 0

    @property
    def nodes(self) -> int:
        """How many nodes went by."""
        return len(self._digests) // _DIGEST_BYTES

    def head(self, line: bytes) -> None:
        """The first line."""
        self._lines.update(line)

    def node(self, line: bytes, labels: Sequence[str]) -> None:
        """The line of a node."""
        self._lines.update(line)
        self.labels.update(labels)
        digest = hashlib.sha256(line).digest()
        self._digests += digest[:_DIGEST_BYTES]
        self._add(digest)

    def relationship(self, line: bytes, start: int, type_: str, end: int, values: Mapping[str, Any]) -> None:
        """The line of a relationship, whose nodes went by before."""
        self._lines.update(line)
        self.types[type_] += 1
        self._relationships += 1
        told = orjson.dumps([type_, values], option=orjson.OPT_SORT_KEYS)
        self._add(hashlib.sha256(self._digest(start) + self._digest(end) + told).digest())

    def file(self, line: bytes, *, ends: bool) -> None:
        """The line of a file's content; the last one of it `ends` it."""
        self._lines.update(line)
        self.files += ends

    def manifest(self) -> Manifest:
        """What went by."""
        return Manifest(
            self.nodes,
            self._relationships,
            dict(sorted(self.labels.items())),
            dict(sorted(self.types.items())),
            self._lines.hexdigest(),
            f"{self._content:064x}",
            self.files,
        )

    def _digest(self, number: int) -> bytes:
        return bytes(self._digests[number * _DIGEST_BYTES : (number + 1) * _DIGEST_BYTES])

    def _add(self, digest: bytes) -> None:
        self._content = (self._content + int.from_bytes(digest)) % 2**256
