"""What a client asked for, freed of GraphQL: the shape as a hashable tree, the values beside it.

A selection is the same for two requests that differ only in values, so it is the key under which
the finished Cypher text is kept.
"""

from dataclasses import dataclass
from dataclasses import field as dataclasses_field
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a value in the list of values beside the selection."""

    index: int


@dataclass(frozen=True, slots=True)
class Name:
    """An enum value that shapes the query: the order of a list."""

    value: str


Argument: TypeAlias = "Slot | Name | tuple[Argument, ...] | InputObject | None"


@dataclass(frozen=True, slots=True)
class InputObject:
    """An input object: its given fields in the order they were given.

    `unset`: it names fields, and the variables of all of them are left out.
    """

    fields: tuple[tuple[str, "Argument"], ...]
    unset: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field under its response key. `type` is the named GraphQL type it returns.

    `on` holds what is selected below it, for each object type that may stand there; empty for a
    leaf. `required` is false where the schema allows null.
    """

    key: str
    name: str
    type: str
    required: bool
    many: bool
    arguments: tuple[tuple[str, Argument], ...]
    on: tuple[tuple[str, tuple["Field", ...]], ...]
    _hash: int = dataclasses_field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Worked out once: a remembered selection is looked up by it at every request.
        shape = (self.key, self.name, self.type, self.arguments, self.on)
        object.__setattr__(self, "_hash", hash(shape))

    def __hash__(self) -> int:
        return self._hash

    def argument(self, name: str) -> Argument:
        """The argument of that name; None when it is absent or null."""
        for given, value in self.arguments:
            if given == name:
                return value
        return None

    def way(self, to: "Field", above: tuple[str, ...] = ()) -> tuple[str, ...] | None:
        """The response keys that lead to a field of this selection; None where it is not in it."""
        path = (*above, self.key)
        if self is to:
            return path
        ways = (below.way(to, path) for _, selected in self.on for below in selected)
        return next((way for way in ways if way is not None), None)

    def place(self, slot: Slot, above: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str] | None:
        """Where the value of a slot was given, so that an error can name it; None where it was not.

        The response keys that lead to the field, and the argument from there, e.g. `filter.id.in`.
        """
        path = (*above, self.key)
        for name, argument in self.arguments:
            place = _inside(argument, slot, name)
            if place is not None:
                return path, place
        for below in (below for _, selected in self.on for below in selected):
            found = below.place(slot, path)
            if found is not None:
                return found
        return None


def _inside(argument: Argument, slot: Slot, name: str) -> str | None:
    if argument == slot:
        return name
    parts: list[tuple[str, Argument]] = []
    if isinstance(argument, InputObject):
        parts = [(f"{name}.{below}", value) for below, value in argument.fields]
    elif isinstance(argument, tuple):
        parts = [(f"{name}.{index}", value) for index, value in enumerate(argument)]
    for place, value in parts:
        found = _inside(value, slot, place)
        if found is not None:
            return found
    return None


@dataclass(frozen=True, slots=True)
class Selection:
    """A root field as asked for, and the values its slots point at."""

    field: Field
    values: list[Any]
