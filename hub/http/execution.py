"""Run a checked operation: what one compiled query answers goes to it straight, graphql-core runs the rest.

Nearly all requests ask for one root field. For those graphql-core would take a third of the hub's own
time, to build what the compiler does not need. Wherever the spec has more to say than yes (values that
do not fit, several root fields, conditions, a promised value that is missing), graphql-core says it.
"""

import inspect
from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    located_error,
)
from graphql.execution import Executor, execute, get_argument_values, get_variable_values
from graphql.execution.values import VariableValues

from graph.compiler.select import RootField
from hub.context import Context
from hub.resolvers.read import Answer, Incomplete, bound
from hub.schema.wiring import entry_of


class HubExecutor(Executor[Any]):
    """graphql-core's executor, except that it leaves an `Answer` as it is."""

    def complete_value(
        self,
        return_type: Any,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        if type(result) is Answer:
            return result.json
        if type(result) is Incomplete:
            result = result.value
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


def root_fields(schema: GraphQLSchema, document: DocumentNode) -> dict[str | None, RootField]:
    """The queries of a document that ask for one compiled field and no more, by their names.

    Under None is the only operation of a document: it may be asked for without its name.
    """
    definitions = document.definitions
    fragments = {node.name.value: node for node in definitions if isinstance(node, FragmentDefinitionNode)}
    operations = [node for node in definitions if isinstance(node, OperationDefinitionNode)]
    found: dict[str | None, RootField] = {}
    for operation in operations:
        root = _root_field(schema, operation, fragments)
        if root is not None:
            if operation.name is not None:
                found[operation.name.value] = root
            if len(operations) == 1:
                found[None] = root
    return found


def _root_field(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
) -> RootField | None:
    selected = operation.selection_set.selections
    node, parent = selected[0], schema.query_type
    if operation.operation is not OperationType.QUERY or parent is None or operation.directives:
        return None
    if len(selected) > 1 or not isinstance(node, FieldNode) or node.directives:
        return None
    if entry_of(parent.fields.get(node.name.value)) is None:
        return None
    key = node.alias.value if node.alias else node.name.value
    return RootField(schema, operation, fragments, key, [node], parent)


async def executed(
    schema: GraphQLSchema,
    document: DocumentNode,
    root: RootField | None,
    context: Context,
    variables: dict[str, Any] | None,
    name: str | None,
) -> ExecutionResult:
    """The result of the operation of that name. `root` is its only field, if it is of `root_fields`.

    What was read straight and lacks a promised value goes to graphql-core as the root value, to be completed.
    """
    straight = None if root is None else await _straight(root, context, variables or {})
    if isinstance(straight, ExecutionResult):
        return straight
    result = execute(
        schema,
        document,
        root_value=straight,
        context_value=context,
        variable_values=variables,
        operation_name=name,
        executor_class=HubExecutor,
    )
    return await result if inspect.isawaitable(result) else result


async def _straight(
    root: RootField, context: Context, variables: dict[str, Any]
) -> ExecutionResult | Incomplete | None:
    """The result of an operation with one root field, or what graphql-core has to complete.

    None where the values that are given do not fit: graphql-core says which.
    """
    node = root.nodes[0]
    definition = root.parent.fields[node.name.value]
    entry = entry_of(definition)
    values = get_variable_values(root.schema, root.operation.variable_definitions or (), variables)
    if entry is None or not isinstance(values, VariableValues) or not _fit(definition, node, values):
        return None
    try:
        selection = context.compiler.selections.of(root, values.coerced)
        answer = await bound(context, selection, entry).answer()
    except Exception as error:  # noqa: BLE001 - any fault becomes the field's error, as in graphql-core
        required = isinstance(definition.type, GraphQLNonNull)
        return ExecutionResult(
            None if required else {root.key: None}, [located_error(error, [node], [root.key])]
        )
    return answer if isinstance(answer, Incomplete) else ExecutionResult({root.key: answer.json}, None)


def _fit(definition: Any, node: FieldNode, values: VariableValues) -> bool:
    try:
        get_argument_values(definition, node, values)
    except GraphQLError:
        return False
    return True
