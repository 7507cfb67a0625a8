"""Turn a GraphQL selection into a `Selection`: fragments merged, @skip and @include obeyed.

The only file in graph/ that imports graphql.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

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
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    value_from_ast,
)
from graphql.pyutils import Undefined

from graph.compiler.selection import Argument, Field, InputObject, Name, Selection, Slot


def select(info: GraphQLResolveInfo[Any]) -> Selection:
    """The field being resolved, as asked for: its shape and its values."""
    walk = _Walk(info.schema, info.fragments, info.variable_values.coerced)
    return Selection(walk.field(str(info.path.key), info.field_nodes, info.parent_type), walk.values)


class _Walk:
    """One walk over a selection. Values are put in `values` in the order they are met."""

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
                told = (
                    self.variables[condition.name.value]
                    if isinstance(condition, VariableNode)
                    else getattr(condition, "value", None)
                )
                if told is (directive.name.value == "skip"):
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
            return self._coerced(self.variables[value.name.value], of, shapes=shapes)
        if isinstance(value, NullValueNode):
            return None
        of = _nullable(of)
        if isinstance(of, GraphQLInputObjectType):
            assert isinstance(value, ObjectValueNode)  # validated before execution
            return InputObject(
                tuple(
                    (f.name.value, self._argument(f.value, of.fields[f.name.value].type, shapes=False))
                    for f in value.fields
                    if not self._absent(f.value)
                )
            )
        if isinstance(of, GraphQLList) and not _is_one_value(of, shapes=shapes):
            items = value.values if isinstance(value, ListValueNode) else (value,)
            return tuple(self._argument(item, of.of_type, shapes=shapes) for item in items)
        return self._coerced(value_from_ast(value, of, self.variables), of, shapes=shapes)

    def _coerced(self, value: Any, of: GraphQLInputType, *, shapes: bool) -> Argument:
        of = _nullable(of)
        if value is None or value is Undefined:
            return None
        if isinstance(of, GraphQLInputObjectType):
            return InputObject(
                tuple(
                    (name, self._coerced(inner, of.fields[name].type, shapes=False))
                    for name, inner in value.items()
                )
            )
        if isinstance(of, GraphQLList) and not _is_one_value(of, shapes=shapes):
            return tuple(self._coerced(item, of.of_type, shapes=shapes) for item in value)
        if isinstance(of, GraphQLEnumType) and shapes:
            return Name(_plain(value))
        self.values.append([_plain(item) for item in value] if isinstance(value, list) else _plain(value))
        return Slot(len(self.values) - 1)


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
