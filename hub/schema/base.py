"""What every area's types are made of: nodes, connections, and fields that read."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

import strawberry

import hub.schema.enums  # noqa: F401 - enums must be declared before a type names them
from graph.compiler import Entry
from graph.model.common import RecordStatus, Visibility

T = TypeVar("T")
ENTRY = "entry"
ARGUMENTS = "arguments"


def described(text: str) -> Any:
    """A field with its description."""
    return strawberry.field(description=text)


def reads(entry: Entry, text: str, arguments: Mapping[str, Any] | None = None) -> Any:
    """A root field that reads, starting at `entry`.

    `arguments` are those of a source, by their GraphQL name; the others follow from the entry.
    """
    return strawberry.field(description=text, metadata={ENTRY: entry, ARGUMENTS: arguments or {}})


@strawberry.interface(description="Whatever has an id: opaque, unique over all types, and stable.")
class Node:
    """The GraphQL interface of every identified type."""

    id: strawberry.ID


@strawberry.type
class Record(Node):
    """What every record that is written through the hub has."""

    version: int = described("Grows with every change; give back the one you have read when you edit.")
    created_at: datetime
    updated_at: datetime
    demo: bool = described("Whether it belongs to the demo network.")


@strawberry.type
class Publishable(Record):
    """What every record has that its organization publishes."""

    status: RecordStatus
    visibility: Visibility = described("Who may read it once it is published.")
    published_at: datetime | None


@strawberry.type(description="Where a page lies among the rows.")
class PageInfo:
    """Relay's PageInfo."""

    has_next_page: bool = described("Whether there are rows after this page.")
    has_previous_page: bool = described("Whether there are rows before this page.")
    start_cursor: str | None = described("The cursor of the first row.")
    end_cursor: str | None = described("The cursor of the last row: give it as `after`.")


@strawberry.type
class Connected:
    """What every connection has beside its edges."""

    page_info: PageInfo
    total_count: int = described("How many rows there are in all that you may read. Counted only when asked.")


@strawberry.type
class Row:
    """What every edge has beside its node."""

    cursor: str = described("The place of this row in the order: give it as `after` or `before`.")


@strawberry.type(description="A row of a page, with its cursor.")
class Edge(Row, Generic[T]):
    """Relay's Edge."""

    node: T


@strawberry.type(description="A page of rows.")
class Connection(Connected, Generic[T]):
    """Relay's Connection, with the nodes at hand for whoever needs no cursors."""

    edges: list[Edge[T]]
    nodes: list[T]
