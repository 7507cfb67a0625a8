"""Turn a GraphQL selection into one Cypher query, for any schema over any graph.

    select → plan → visibility → emit

Pure functions: no database, no clock, and no area of the field. `Compiler` keeps what is finished.
"""

from graph.compiler.cache import Compiler, Query
from graph.compiler.conditions import type_field
from graph.compiler.plan import Entry, EveryOf, ManyOf, OneOf, enum_name
from graph.compiler.select import Selections
from graph.compiler.selection import Field, Selection, Slot
from graph.compiler.tree import Given, Role, Source
from graph.compiler.visibility import AUDIENCES

__all__ = [
    "AUDIENCES",
    "Compiler",
    "Entry",
    "EveryOf",
    "Field",
    "Given",
    "ManyOf",
    "OneOf",
    "Query",
    "Role",
    "Selection",
    "Selections",
    "Slot",
    "Source",
    "enum_name",
    "type_field",
]
