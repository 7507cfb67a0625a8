"""Turn the text of a GraphQL document into a checked document, and remember it.

Clients send the same few documents again and again, so parsing and validating are done once.
"""

from collections import OrderedDict
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    parse,
    validate,
)

from graph.errors import ValueRefused

MAXIMUM_FIELDS = 5_000
"""The most fields of a document once its fragments are written out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and what validation said of it."""

    document: DocumentNode
    errors: tuple[GraphQLError, ...]

    def writes(self, operation: str | None) -> bool:
        """Whether the operation that would run is a mutation."""
        return any(
            isinstance(node, OperationDefinitionNode)
            and node.operation is OperationType.MUTATION
            and (operation is None or (node.name is not None and node.name.value == operation))
            for node in self.document.definitions
        )


class Documents:
    """The last `capacity` documents. Bounded: `tokens` and `depth` of each are."""

    def __init__(self, schema: GraphQLSchema, tokens: int, depth: int, capacity: int = 1_000) -> None:
        self._schema = schema
        self._tokens = tokens
        self._depth = depth
        self._capacity = capacity
        self._kept: OrderedDict[str, Checked] = OrderedDict()

    def checked(self, text: str) -> Checked:
        """The document of a text. Raises GraphQLSyntaxError, ValueRefused DOCUMENT_TOO_LARGE."""
        found = self._kept.get(text)
        if found is not None:
            self._kept.move_to_end(text)
            return found
        if len(text) > 20 * self._tokens:
            raise ValueRefused("DOCUMENT_TOO_LARGE")
        try:
            document = parse(text, max_tokens=self._tokens)
        except RecursionError:
            raise ValueRefused("DOCUMENT_TOO_LARGE") from None
        _bounded(document, self._depth)
        made = Checked(document, tuple(validate(self._schema, document, max_errors=20)))
        self._kept[text] = made
        if len(self._kept) > self._capacity:
            self._kept.popitem(last=False)
        return made


def _bounded(document: DocumentNode, depth: int) -> None:
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    measure = _Measure(fragments, depth)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode | FragmentDefinitionNode):
            measure.selected(node.selection_set, depth)


class _Measure:
    """Counts the fields of a document with its fragments written out."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode], depth: int) -> None:
        self.fragments = fragments
        self.depth = depth
        self.known: dict[str, tuple[int, int]] = {}

    def selected(self, selected: SelectionSetNode, left: int) -> tuple[int, int]:
        """The (fields, depth) of a selection. Raises ValueRefused DOCUMENT_TOO_LARGE."""
        fields = deep = 0
        for node in selected.selections:
            more, below = 0, 0
            match node:
                case FieldNode():
                    more, below = (
                        self.selected(node.selection_set, left - 1) if node.selection_set else (0, 0)
                    )
                    more, below = more + 1, below + 1
                case InlineFragmentNode():
                    more, below = self.selected(node.selection_set, left)
                case FragmentSpreadNode():
                    more, below = self._fragment(node.name.value, left)
            fields, deep = fields + more, max(deep, below)
            if fields > MAXIMUM_FIELDS or left < 0 or deep > self.depth:
                raise ValueRefused("DOCUMENT_TOO_LARGE")
        return fields, deep

    def _fragment(self, name: str, left: int) -> tuple[int, int]:
        if name not in self.known:
            self.known[name] = (0, 0)  # A fragment that contains itself: validation says so.
            fragment = self.fragments.get(name)
            if fragment is not None:
                self.known[name] = self.selected(fragment.selection_set, left)
        return self.known[name]
