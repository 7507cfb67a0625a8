"""Turn a GraphQL selection into a `Selection`: fragments merged, @skip and @include obeyed.

The only file in graph/ that imports graphql.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias
from weakref import ref

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    value_from_ast,
)
from graphql.pyutils import Undefined

from graph.compiler.selection import Argument, Field, InputObject, Name, Names, Selection, Slot, named
from graph.limits import MAXIMUM_KEPT_FIELDS
from graph.recent import Recent

Origin: TypeAlias = tuple[str, tuple[str | int, ...]]
"""Where a value comes from: a variable, and the way into it."""


@dataclass(frozen=True, slots=True)
class RootField:
    """A field of an operation's root under its response key: `nodes` are all places that ask for it."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    key: str
    nodes: list[FieldNode]
    parent: GraphQLObjectType


class Selections:
    """Turns fields being resolved into selections, and walks a known operation once.

    What a walk finds depends on the operation and on the shape of its variables alone (which are
    given, which are null, what they hold); their values are put in anew.
    """

    def __init__(self, most: int = MAXIMUM_KEPT_FIELDS) -> None:
        self.kept: Recent[tuple[int, str, Outline], _Remembered] = Recent(most)

    def select(self, info: GraphQLResolveInfo[Any]) -> Selection:
        """The field being resolved, as asked for: its shape and its values."""
        key = str(info.path.key)
        root = RootField(info.schema, info.operation, info.fragments, key, info.field_nodes, info.parent_type)
        return self.of(root, info.variable_values.coerced)

    def of(self, root: RootField, variables: dict[str, Any]) -> Selection:
        """A root field as asked for, with the coerced variables of a request."""
        key = (id(root.operation), root.key, _outline(variables))
        known = self.kept.get(key)
        if known is None or known.operation() is not root.operation or not known.fits(variables):
            walk = _Walk(root.schema, root.fragments, variables)
            field, called = named(walk.field(root.key, root.nodes, root.parent))
            if walk.replayable:
                known = _Remembered(ref(root.operation), field, called, walk.values, walk.origins, walk.names)
                self.kept.put(key, known, field.size() + len(walk.values))
            return Selection(field, walk.values, root.key, called)
        return Selection(known.field, known.filled(variables), root.key, known.called)


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A walk. Once its operation is gone another may have its identity: the document is not kept for it."""

    operation: ref[OperationDefinitionNode]
    field: Field
    called: Names | None
    values: list[Any]
    origins: list[Origin | None]
    names: list[tuple[Origin, str]]

    def fits(self, variables: Mapping[str, Any]) -> bool:
        """Whether the variables that name an order name the same one."""
        return all(_value_at(variables, origin) == name for origin, name in self.names)

    def filled(self, variables: Mapping[str, Any]) -> list[Any]:
        """The values, with those of this request's variables."""
        return [
            value if origin is None else _value_at(variables, origin)
            for value, origin in zip(self.values, self.origins, strict=True)
        ]


def _value_at(variables: Mapping[str, Any], origin: Origin) -> Any:
    name, way = origin
    value = variables[name]
    for step in way:
        value = value[step]
    return _plain_value(value)


Outline: TypeAlias = "tuple[Outline, ...] | str | int | None"


def _outline(value: Any) -> Outline:
    """What of a variable's value can change what a walk finds."""
    match value:
        case dict():
            return tuple((name, _outline(inner)) for name, inner in value.items())
        case list():
            return tuple(_outline(item) for item in value) if _has_parts(value) else len(value)
        case bool() | None:
            return value
        case _:
            return "value"


def _has_parts(values: list[Any]) -> bool:
    return any(isinstance(item, dict | list) for item in values)


class _Walk:
    """One walk over a selection. Values are put in `values` in the order they are met.

    `origins` says where each comes from, `names` where those that shape the query do; `replayable`
    whether that is known of all of them.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: dict[str, Any],
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.variables = variables
        self.values: list[Any] = []
        self.origins: list[Origin | None] = []
        self.names: list[tuple[Origin, str]] = []
        self.replayable = True

    def field(self, key: str, nodes: list[FieldNode], parent: GraphQLObjectType) -> Field:
        """The field under one response key: `nodes` are all places that ask for it."""
        name = nodes[0].name.value
        if name == "__typename":
            return Field(key, name, "String", required=True, many=False, arguments=(), on=())
        definition = parent.fields[name]
        returned = get_named_type(definition.type)
        return Field(
            key,
            name,
            returned.name,
            required=isinstance(definition.type, GraphQLNonNull),
            many=_is_list(definition.type),
            arguments=tuple(self._arguments(nodes[0], definition.args)),
            on=tuple(
                (possible.name, tuple(self._below(nodes, possible))) for possible in self._possible(returned)
            ),
        )

    def _possible(self, named: object) -> Iterable[GraphQLObjectType]:
        match named:
            case GraphQLObjectType():
                return (named,)
            case GraphQLInterfaceType() | GraphQLUnionType():
                return self.schema.get_possible_types(named)
            case _:
                return ()

    def _below(self, nodes: list[FieldNode], on: GraphQLObjectType) -> Iterable[Field]:
        grouped: dict[str, list[FieldNode]] = {}
        for node in nodes:
            assert node.selection_set is not None  # validated before execution
            self._collect(node.selection_set, on, grouped)
        return (self.field(key, group, on) for key, group in grouped.items())

    def _collect(
        self, selected: SelectionSetNode, on: GraphQLObjectType, grouped: dict[str, list[FieldNode]]
    ) -> None:
        for node in selected.selections:
            if not self._wanted(node.directives):
                continue
            match node:
                case FieldNode():
                    key = node.alias.value if node.alias else node.name.value
                    grouped.setdefault(key, []).append(node)
                case InlineFragmentNode():
                    condition = node.type_condition
                    if condition is None or self._holds(condition.name.value, on):
                        self._collect(node.selection_set, on, grouped)
                case _:
                    assert isinstance(node, FragmentSpreadNode)  # there is no other kind of selection
                    fragment = self.fragments[node.name.value]
                    if self._holds(fragment.type_condition.name.value, on):
                        self._collect(fragment.selection_set, on, grouped)

    def _holds(self, condition: str, on: GraphQLObjectType) -> bool:
        named = self.schema.type_map[condition]
        if isinstance(named, GraphQLInterfaceType | GraphQLUnionType):
            return self.schema.is_sub_type(named, on)
        return named is on

    def _wanted(self, directives: Iterable[DirectiveNode] | None) -> bool:
        for directive in directives or ():
            if directive.name.value in {"skip", "include"}:
                (argument,) = directive.arguments or ()
                condition = argument.value
                holds = (
                    self.variables[condition.name.value]
                    if isinstance(condition, VariableNode)
                    else getattr(condition, "value", None)
                )
                if holds is (directive.name.value == "skip"):
                    return False
        return True

    def _arguments(self, node: FieldNode, known: Mapping[str, Any]) -> Iterable[tuple[str, Argument]]:
        for argument in node.arguments or ():
            name = argument.name.value
            if not self._absent(argument.value):
                # Of all enums, only those that order rows shape the query; the others are values.
                yield name, self._argument(argument.value, known[name].type, shapes=name == "sort")

    def _absent(self, value: ValueNode) -> bool:
        return isinstance(value, VariableNode) and value.name.value not in self.variables

    def _argument(self, value: ValueNode, of: GraphQLInputType, *, shapes: bool) -> Argument:
        if isinstance(value, VariableNode):
            name = value.name.value
            return self._coerced(self.variables[name], of, (name, ()), shapes=shapes)
        if isinstance(value, NullValueNode):
            return None
        of = _nullable(of)
        if isinstance(of, GraphQLInputObjectType):
            assert isinstance(value, ObjectValueNode)  # validated before execution
            fields = tuple(
                (f.name.value, self._argument(f.value, of.fields[f.name.value].type, shapes=False))
                for f in value.fields
                if not self._absent(f.value)
            )
            return InputObject(fields, unset=bool(value.fields) and not fields)
        if isinstance(of, GraphQLList) and not _is_one_value(of, shapes=shapes):
            items = value.values if isinstance(value, ListValueNode) else (value,)
            return tuple(self._argument(item, of.of_type, shapes=shapes) for item in items)
        if isinstance(value, ListValueNode) and any(isinstance(v, VariableNode) for v in value.values):
            self.replayable = False
        return self._coerced(value_from_ast(value, of, self.variables), of, None, shapes=shapes)

    def _coerced(self, value: Any, of: GraphQLInputType, origin: Origin | None, *, shapes: bool) -> Argument:
        of = _nullable(of)
        if value is None or value is Undefined:
            return None
        if isinstance(of, GraphQLInputObjectType):
            return InputObject(
                tuple(
                    (name, self._coerced(inner, of.fields[name].type, _into(origin, name), shapes=False))
                    for name, inner in value.items()
                )
            )
        if isinstance(of, GraphQLList) and not _is_one_value(of, shapes=shapes):
            return tuple(
                self._coerced(item, of.of_type, _into(origin, index), shapes=shapes)
                for index, item in enumerate(value)
            )
        if isinstance(of, GraphQLEnumType) and shapes:
            name = _plain(value)
            if origin is not None:
                self.names.append((origin, name))
            return Name(name)
        self.values.append(_plain_value(value))
        self.origins.append(origin)
        return Slot(len(self.values) - 1)


def _into(origin: Origin | None, step: str | int) -> Origin | None:
    return None if origin is None else (origin[0], (*origin[1], step))


def _plain_value(value: Any) -> Any:
    return [_plain(item) for item in value] if isinstance(value, list) else _plain(value)


def _plain(value: Any) -> Any:
    return value.name if isinstance(value, Enum) else value


def _nullable(of: Any) -> Any:
    return of.of_type if isinstance(of, GraphQLNonNull) else of


def _is_list(of: GraphQLOutputType) -> bool:
    return isinstance(_nullable(of), GraphQLList)


def _is_one_value(of: GraphQLList[Any], *, shapes: bool) -> bool:
    """Whether a list is one value: of scalars, or of enums that do not shape the query."""
    named = get_named_type(of)
    return not isinstance(named, GraphQLInputObjectType) and not (
        shapes and isinstance(named, GraphQLEnumType)
    )
