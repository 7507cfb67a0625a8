"""Finish in Python the few leaves that Cypher cannot: highlights of a search."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph.compiler.selection import Field
from graph.compiler.tree import Computation, Leaf, Listing, Plan, Projection, Single
from graph.model.members import Finished

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finishing:
    """A leaf to finish: the keys that lead to it (through every item of a list on the way).

    `on` is what is selected of it, by type; empty for a plain value.
    """

    path: Path
    member: Finished
    on: tuple[tuple[str, tuple[Field, ...]], ...]


def finishings(plan: Plan) -> tuple[Finishing, ...]:
    """The leaves of a plan that Python finishes. Only computed rows have any."""
    if not isinstance(plan.root, Computation):
        return ()
    return tuple(_below(plan.root.below, ()))


def _below(projection: Projection, above: Path) -> Iterator[Finishing]:
    for case in projection.cases:
        for item in case.items:
            match item:
                case Leaf(key, Finished() as member, on=on):
                    yield Finishing((*above, key), member, on)
                case Single(key=key, below=below) | Listing(key=key, below=below):
                    yield from _below(below, (*above, key))
                case _:
                    pass


def finish(value: Any, todo: tuple[Finishing, ...], parameters: Mapping[str, Any]) -> None:
    """Replace, in place, what is to be finished in an answer."""
    for finishing in todo:
        for row in _rows(value, finishing.path[:-1]):
            key = finishing.path[-1]
            row[key] = _selected(finishing.member.finish(row[key], parameters), finishing.on)


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


def _rows(value: Any, path: Path) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _rows(item, path)
    elif value is not None and not path:
        yield value
    elif value is not None:
        yield from _rows(value[path[0]], path[1:])
