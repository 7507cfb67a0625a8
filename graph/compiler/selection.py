"""What a client asked for, freed of GraphQL: the shape as a hashable tree, the values beside it.

A selection is the same for two requests that differ only in values, so it is the key under which
the finished Cypher text is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    """One field under its key (see `Selection`). `type` is the named GraphQL type it returns.

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

    def size(self) -> int:
        """How many fields there are, this one and all below."""
        return 1 + sum(below.size() for _, selected in self.on for below in selected)

    def argument(self, name: str) -> Argument:
        """The argument of that name; None when it is absent or null."""
        for given, value in self.arguments:
            if given == name:
                return value
        return None

    def way(self, to: "Field", above: tuple[str, ...] = ()) -> tuple[str, ...] | None:
        """The keys that lead to a field of this selection; None where it is not in it."""
        path = (*above, self.key)
        if self is to:
            return path
        ways = (below.way(to, path) for _, selected in self.on for below in selected)
        return next((way for way in ways if way is not None), None)

    def place(self, slot: Slot, above: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str] | None:
        """Where the value of a slot was given, so that an error can name it; None where it was not.

        The keys that lead to the field, and the argument from there, e.g. `filter.id.in`.
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
class Names:
    """The response key for each key of a level, and the names below it; None where they are the same."""

    of: "Mapping[str, tuple[str, Names | None]]"

    def one(self, key: str) -> "tuple[str, Names | None]":
        """The response key for a key, and the names below."""
        return self.of.get(key, (key, None))


@dataclass(frozen=True, slots=True)
class Selection:
    """A root field as asked for, and the values its slots point at.

    Keys are the names of fields, whatever a client calls them, so that a new alias makes no new query.
    `names` says what they are called, where that is something else; `key` is the response key of the root.
    """

    field: Field
    values: list[Any]
    key: str
    names: Names | None = None

    def called(self, answer: Any) -> Any:
        """An answer under the client's own response keys."""
        return answer if self.names is None else _called(answer, self.names)

    def way(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The response keys of a path that `Field.way` or `Field.place` gave; an empty one leads nowhere."""
        if not path:
            return path
        told, names = [self.key], self.names
        for key in path[1:]:
            response, names = (key, None) if names is None else names.one(key)
            told.append(response)
        return tuple(told)


def _called(answer: Any, names: Names) -> Any:
    match answer:
        case list():
            return [_called(item, names) for item in answer]
        case dict():
            told = {}
            for key, value in answer.items():
                response, below = names.one(key)
                told[response] = value if below is None else _called(value, below)
            return told
        case _:
            return answer


def named(field: Field) -> tuple[Field, Names | None]:
    """A field whose keys are response keys, under the names of fields; and what these are called.

    Two fields of one name in a level are told apart by their order: `lessons`, `lessons_2`. What stands under
    one response key in rows of several types has one key in all of them, so that an answer need not say its
    types to be renamed.
    """
    ((renamed,),), names = _level([(replace(field, key=field.name),)])
    return renamed, names and names.one(field.name)[1]


def _level(variants: "list[tuple[Field, ...]]") -> "tuple[list[tuple[Field, ...]], Names | None]":
    """The same for what may stand at one place of the response: the fields asked of each type."""
    together: dict[str, list[Field]] = {}
    for field in (field for fields in variants for field in fields):
        together.setdefault(field.key, []).append(field)
    keys: dict[str, str] = {}
    names: dict[str, tuple[str, Names | None]] = {}
    made: dict[int, Field] = {}
    for response, fields in together.items():
        name, number = fields[0].name, 2
        key = name
        while key in names:
            key, number = f"{name}_{number}", number + 1
        below, inner = _level([selected for field in fields for _, selected in field.on])
        rest = iter(below)
        for field in fields:
            on = tuple((type_, next(rest)) for type_, _ in field.on)
            made[id(field)] = replace(field, key=key, on=on)
        keys[response] = key
        names[key] = (response, inner)
    same = all(key == response and inner is None for key, (response, inner) in names.items())
    return [tuple(made[id(field)] for field in fields) for fields in variants], None if same else Names(names)
