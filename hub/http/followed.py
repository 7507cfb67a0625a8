"""Turn a subscription into the query that is asked again and again: the feed after a place in it.

So whatever holds for a read holds for an answer: rights, filters, prices, missing values.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_operation_ast,
    parse,
    print_ast,
)
from graphql.execution import get_argument_values, get_variable_values
from graphql.execution.values import VariableValues

from graph.compiler.select import RootField
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_TOLD_AT_ONCE
from hub.http.execution import root_fields
from hub.schema.subscriptions import CHANGES, EVENTS, NOTIFICATIONS

_ROOTS = {EVENTS, CHANGES, NOTIFICATIONS}
_SIGNATURE = "+toldAt"
PLACE = "_place"
"""The cursor of a notification in its answer, beside what was asked of it."""
_BEYOND = "~"
"""Sorts after every id."""


class NotFollowed(Exception):
    """What was sent does not fit the schema; `errors` say where."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Followed:
    """A query for the page of the feed after `$after`; its field has the name `key` in answers.

    `variable` is what the cursor is called there; `after` the one that the client gave.
    """

    document: DocumentNode
    root: RootField | None
    key: str
    variable: str
    after: str | None


def place_after(moment: str | None) -> str:
    """The cursor of the place after all that was told up to a moment.

    >>> place_after("2026-03-20T08:00:00Z")
    '["+toldAt","2026-03-20T08:00:00Z","~"]'
    """
    return orjson.dumps([_SIGNATURE, moment or "1970-01-01T00:00:00Z", _BEYOND]).decode()


def moment_of(cursor: str) -> str:
    """The moment that a sound cursor stands at, in a form that sorts.

    >>> moment_of('["+toldAt","2026-03-20T08:00:00.5Z","eve_1"]')
    '2026-03-20T08:00:00.500000'
    """
    moment = str(orjson.loads(cursor)[1])
    seconds, _, rest = moment.rstrip("Z").partition(".")
    return f"{seconds}.{rest:0<6}"


def followed(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: str | None,
    variables: Mapping[str, Any],
) -> Followed:
    """The query of a checked subscription. Raises NotFollowed."""
    asked = get_operation_ast(document, operation)
    parent = schema.subscription_type
    if asked is None or parent is None:
        raise NotFollowed([GraphQLError(f"Unknown operation named '{operation}'.")])
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    nodes = [node for node in _fields(asked.selection_set, fragments) if node.name.value in _ROOTS]
    if not nodes or asked.directives or any(node.directives for node in nodes):
        raise ValueRefused("SUBSCRIPTION_EXPECTED")
    values = get_variable_values(schema, asked.variable_definitions or (), dict(variables))
    if not isinstance(values, VariableValues):
        raise NotFollowed(list(values))
    try:
        given = get_argument_values(parent.fields[nodes[0].name.value], nodes[0], values)
    except GraphQLError as error:
        raise NotFollowed([error]) from None
    key = nodes[0].alias.value if nodes[0].alias else nodes[0].name.value
    variable = _free(asked)
    text = _query(asked, fragments, nodes, key, variable)
    query = parse(text)
    return Followed(query, root_fields(schema, query).get(None), key, variable, given.get("after"))


def _fields(
    selected: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]
) -> Iterator[FieldNode]:
    """The fields of a root, those of its fragments among them."""
    for node in selected.selections:
        match node:
            case FieldNode():
                yield node
            case InlineFragmentNode():
                yield from _fields(node.selection_set, fragments)
            case FragmentSpreadNode():
                yield from _fields(fragments[node.name.value].selection_set, fragments)


def _free(operation: OperationDefinitionNode) -> str:
    """The name of a variable that a document has none of."""
    taken = {definition.variable.name.value for definition in operation.variable_definitions or ()}
    name = "after"
    while name in taken:
        name += "_"
    return name


def _query(
    asked: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    nodes: list[FieldNode],
    key: str,
    variable: str,
) -> str:
    name = nodes[0].name.value
    defined = [print_ast(definition) for definition in asked.variable_definitions or ()]
    first = f"first: {int(MAXIMUM_TOLD_AT_ONCE)}"
    selections = " ".join(f"... {{ {_inside(node)} }}" for node in nodes)
    kept = [
        print_ast(node) for node in fragments.values() if node.type_condition.name.value != "Subscription"
    ]
    head = f"query({', '.join([*defined, f'${variable}: String'])})"
    if name == NOTIFICATIONS:
        page = f"nodes {{ {PLACE}: cursor {selections} }} pageInfo {{ hasNextPage endCursor }}"
        field = f"{key}: {NOTIFICATIONS}(since: ${variable}, {first}) {{ {page} }}"
    else:
        arguments = [f"after: ${variable}", first, "sort: [TOLD_AT_ASC]", *_filter(nodes[0].arguments or ())]
        field = f"{key}: events({', '.join(arguments)}) {{ edges {{ cursor node {{ {selections} }} }} }}"
    return "\n".join([f"{head} {{ {field} }}", *kept])


def _filter(arguments: Iterable[ArgumentNode]) -> Iterator[str]:
    for argument in arguments:
        match argument.name.value:
            case "filter":
                yield f"filter: {print_ast(argument.value)}"
            case "id":
                yield f"filter: {{subject: {{id: {{eq: {print_ast(argument.value)}}}}}}}"


def _inside(node: FieldNode) -> str:
    assert node.selection_set is not None  # validated: an event is no scalar
    return " ".join(print_ast(selection) for selection in node.selection_set.selections)
