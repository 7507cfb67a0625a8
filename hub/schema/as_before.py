"""Hold the schema byte for byte to what it was when its types were written by hand. Goes with the next change.

What follows from the model differs in the order of some fields and in what some inputs say, and in
nothing else: both are listed here.
"""

from pathlib import Path
from typing import Any

import orjson
from graphql import GraphQLSchema, GraphQLUnionType

_WAS = orjson.loads(Path(__file__).with_suffix(".json").read_bytes())


def restore(core: GraphQLSchema) -> None:
    """Put types, fields and values in their old order, and say of them what was said."""
    for name, fields in _WAS["orders"].items():
        named: Any = core.type_map[name]
        held = named.fields if hasattr(named, "fields") else named.values
        for field in fields:
            held[field] = held.pop(field)
    for place, text in _WAS["texts"].items():
        name, _, field = place.partition(".")
        named = core.type_map[name]
        (named.fields[field] if field else named).description = text
    for place in _WAS["nulls"]:
        name, _, field = place.partition(".")
        named = core.type_map[name]
        named.fields[field].default_value = None
    for name, labels in _WAS["unions"].items():
        union = core.type_map[name]
        assert isinstance(union, GraphQLUnionType)
        union.types = tuple(sorted(union.types, key=lambda one: labels.index(one.name)))
    for name in [*_WAS["types"], *(name for name in core.type_map if name not in _WAS["types"])]:
        core.type_map[name] = core.type_map.pop(name)
