"""Make Strawberry types while the program starts: what the model says of a type is said once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import GenericAlias, ModuleType
from typing import Annotated, Any, ForwardRef

import strawberry

from graph.model.members import Kind
from graph.model.nodes import ModelError
from hub.schema.scalars import Json, Rial

SCALARS: Mapping[Kind, Any] = {
    Kind.ID: strawberry.ID,
    Kind.STRING: str,
    Kind.INT: int,
    Kind.FLOAT: float,
    Kind.BOOLEAN: bool,
    Kind.DATE: date,
    Kind.DATETIME: datetime,
    Kind.RIAL: Rial,
    Kind.JSON: Json,
}
_KEYWORDS = {"in"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field to be: its type, and what Strawberry needs beside it (made by `strawberry.field`)."""

    type: Any
    field: Any


def attribute(name: str, type_: Any, text: str | None = None, **more: Any) -> Attribute:
    """A field named `name` for clients. `more` is what `strawberry.field` takes."""
    return Attribute(type_, strawberry.field(name=name, description=text, **more))


def scalar(kind: Kind, enum: type[Enum] | None) -> Any:
    """The Python type of a value."""
    return SCALARS[kind] if enum is None else enum


def list_of(kind: Any) -> Any:
    """`[kind!]`."""
    return GenericAlias(list, (kind,))


def later(name: str, module: str) -> Any:
    """A type of a module that may not be made yet."""
    return Annotated[ForwardRef(name), strawberry.lazy(module)]


def distinct(owner: str, fields: Iterable[tuple[str, Attribute]]) -> dict[str, Attribute]:
    """The fields of a type by their names. Raises ModelError where two have one name."""
    named: dict[str, Attribute] = {}
    for name, field in fields:
        if name in named:
            raise ModelError(f"{owner} has two fields {name!r}.")
        named[name] = field
    return named


def make(
    kind: Callable[..., Any],
    module: ModuleType,
    name: str,
    text: str | None,
    fields: Mapping[str, Attribute],
    bases: Iterable[type] = (),
) -> Any:
    """Make a type by `strawberry.type` or `strawberry.input`; keep it in `module`, where `later` looks."""
    python = {graphql: f"{graphql}_" if graphql in _KEYWORDS else graphql for graphql in fields}
    body: dict[str, Any] = {python[graphql]: field.field for graphql, field in fields.items()}
    body["__annotations__"] = {python[graphql]: field.type for graphql, field in fields.items()}
    body["__module__"] = module.__name__
    finished = kind(type(name, tuple(bases), body), name=name, description=text)
    setattr(module, name, finished)
    return finished
