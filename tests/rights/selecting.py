"""Selections of everything that a type shows, made from the schema's text, whatever it is and whoever made it."""

import re
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

from graph.model import MODEL
from tests.compiler.asking import Name, literal
from tests.reference import SCHEMA

_FEW = 7
_BUDGET = re.compile(rb'"remaining":\d+,"resetsAt":"[^"]+"')
VARIES = {"rateLimit"}
"""Roots that answer otherwise each time they are asked."""


def but_for_budget(body: bytes) -> bytes:
    """An answer without what is left to whoever asks, which is less each time; what it costs stays."""
    return _BUDGET.sub(b"", body)


def leaves(type_: GraphQLObjectType, *, but: frozenset[str] = frozenset()) -> str:
    """All the fields of a type that are values and ask for nothing."""
    return " ".join(
        name
        for name, field in type_.fields.items()
        if is_leaf_type(get_named_type(field.type)) and not _asks(field) and name not in but
    )


def whole(type_: Any, depth: int, *, but: frozenset[str] = frozenset()) -> str:
    """A selection of all that a type shows, so many types deep; of what has several types, which it is."""
    if not isinstance(type_, GraphQLObjectType):
        return "__typename " + " ".join(
            f"... on {one.name} {{ id }}" for one in SCHEMA.get_possible_types(type_) if "id" in one.fields
        )
    parts = [leaves(type_, but=but)]
    for name, field in type_.fields.items():
        below = get_named_type(field.type)
        if is_leaf_type(below) or _asks(field) or name in but or depth == 0:
            continue
        first = f"(first: {_FEW})" if "first" in field.args else ""
        if below.name.endswith("Connection"):
            assert isinstance(below, GraphQLObjectType)
            rows = get_named_type(below.fields["nodes"].type)
            inner = f"totalCount nodes {{ {_row(rows)} }} edges {{ cursor }}"
        else:
            inner = _row(below) if below.name in MODEL.nodes else whole(below, depth - 1, but=but)
        parts.append(f"{name}{first} {{ {inner} }}")
    return " ".join(parts) or "__typename"


def _row(type_: Any) -> str:
    """Which record it is; of a part, all it says: what a record shows is asked where it is listed."""
    named = not isinstance(type_, GraphQLObjectType) or "id" not in type_.fields
    return whole(type_, 0) if named else "id"


def _asks(field: GraphQLField) -> bool:
    return any(is_required_argument(argument) for argument in field.args.values())


def inquiries() -> dict[str, GraphQLField]:
    """The roots that start at no record: what is worked out."""
    assert SCHEMA.query_type is not None
    return {
        name: field
        for name, field in SCHEMA.query_type.fields.items()
        if name not in VARIES | {"node", "nodes"}
        and get_named_type(field.type).name.removesuffix("Connection") not in MODEL.nodes
    }


def asked(name: str, known: dict[str, Any], depth: int = 2) -> str:
    """A document of one inquiry: what it must be given is taken from `known`, by its name or by its type."""
    field = inquiries()[name]
    given = {arg: _given(arg, of, known) for arg, of in field.args.items() if _is_given(arg, of, known)}
    arguments = f"({', '.join(f'{key}: {literal(value)}' for key, value in given.items())})" if given else ""
    return f"{{ {name}{arguments} {{ {whole(get_named_type(field.type), depth)} }} }}"


def _is_given(name: str, argument: GraphQLArgument, known: dict[str, Any]) -> bool:
    return is_required_argument(argument) or name in known


def _given(name: str, argument: GraphQLArgument, known: dict[str, Any]) -> Any:
    type_ = get_named_type(argument.type)
    value = known.get(name, known.get(type_.name))
    if value is None and hasattr(type_, "values"):
        value = Name(next(iter(type_.values)))
    assert value is not None, f"Say what {name}: {argument.type} is to be, where it is asked."
    many = is_list_type(get_nullable_type(argument.type))
    return [value] if many and not isinstance(value, list) else value
