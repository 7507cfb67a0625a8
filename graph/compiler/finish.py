"""Finish in Python the few leaves that Cypher cannot: highlights of a search, what a version says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, assert_never

from graph.compiler.selection import Field
from graph.compiler.tree import (
    Computation,
    Connection,
    Edges,
    Leaf,
    Listing,
    Lookup,
    NodeOf,
    Nodes,
    Plan,
    Projection,
    Single,
)
from graph.limits import MAXIMUM_FINISHED
from graph.model.members import Finished

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finishing:
    """A leaf to finish: the keys that lead to it (through every item of a list on the way).

    `mark` tells it from others under its key in rows of other types; None where a computed row holds it,
    which is of one type. `on` is what is selected of it, by type; empty for a plain value. `beside` is the
    key of another of the same row, whose facts serve where it has none of its own.
    """

    path: Path
    member: Finished
    mark: str | None
    on: tuple[tuple[str, tuple[Field, ...]], ...]
    beside: str | None


def finishings(plan: Plan) -> tuple[Finishing, ...]:
    """The leaves of a plan that Python finishes, each once; before another, those that need its facts."""
    match plan.root:
        case Connection() as connection:
            found = _of_page(connection, ())
        case Single(below=below) | Listing(below=below) | Computation(below=below) | Lookup(below=below):
            found = _below(below, ())
        case _:
            assert_never(plan.root)
    return tuple(sorted(dict.fromkeys(found), key=lambda finishing: finishing.beside is None))


def _below(projection: Projection, above: Path) -> Iterator[Finishing]:
    for case in projection.cases:
        for item in case.items:
            match item:
                case Leaf(key, Finished() as member, on=on, beside=beside):
                    mark = None if member.cypher is None else item.mark
                    yield Finishing((*above, key), member, mark, on, beside)
                case Single(key=key, below=below) | Listing(key=key, below=below):
                    yield from _below(below, (*above, key))
                case Connection():
                    yield from _of_page(item, (*above, item.key))
                case _:
                    pass


def _of_page(connection: Connection, above: Path) -> Iterator[Finishing]:
    for part in connection.parts:
        match part:
            case Nodes(key, below):
                yield from _below(below, (*above, key))
            case Edges(key, _, items):
                for item in items:
                    if isinstance(item, NodeOf):
                        yield from _below(item.below, (*above, key, item.key))
            case _:
                pass


def finish(value: Any, todo: tuple[Finishing, ...], parameters: Mapping[str, Any]) -> None:
    """Replace, in place, what is to be finished in an answer."""
    for finishing in todo:
        key = finishing.path[-1]
        for row in _rows(value, finishing.path[:-1]):
            found = row.get(key)
            if finishing.mark is not None:
                if not isinstance(found, dict) or found.get("mark") != finishing.mark:
                    continue  # A row of another type, which has something else under this key.
                found = found["found"]
                if found is None and finishing.beside:
                    found = row[finishing.beside]["found"]
            row[key] = _selected(finishing.member.finish(found, parameters), finishing.on)


def is_quick(value: Any, todo: tuple[Finishing, ...]) -> bool:
    """Whether an answer is finished sooner than another thread would begin to."""
    if not all(finishing.member.quick for finishing in todo):
        return False
    leaves = sum(1 for finishing in todo for _ in _rows(value, finishing.path[:-1]))
    return leaves <= MAXIMUM_FINISHED


def _selected(value: Any, on: tuple[tuple[str, tuple[Field, ...]], ...]) -> Any:
    """What is selected of a map, or of every map in a list, under its response keys."""
    if isinstance(value, list):
        return [_selected(item, on) for item in value]
    if not on or value is None:
        return value
    ((type_, fields),) = on
    return {
        field.key: type_ if field.name == "__typename" else _selected(value[field.name], field.on)
        for field in fields
    }


def _rows(value: Any, path: Path) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _rows(item, path)
    elif isinstance(value, dict) and not path:
        yield value
    elif isinstance(value, dict):
        yield from _rows(value.get(path[0]), path[1:])
