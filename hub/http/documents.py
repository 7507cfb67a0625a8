"""Turn the text of a GraphQL document into a checked document, and remember it.

Clients send the same few documents again and again, so parsing and validating are done once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    InlineFragmentNode,
    ListValueNode,
    Node,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    parse,
    validate,
)

from graph.compiler.select import RootField
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FIELDS, MAXIMUM_KEPT_LETTERS, MAXIMUM_LEVELS, MAXIMUM_ROOTS
from graph.model.deeds import Doer
from graph.model.doing import DEEDS
from graph.recent import Recent
from hub.aside import aside
from hub.http.execution import root_fields

_ABORTED = "Parsing aborted."
"""The end of what graphql-core says of a document with too many tokens or levels."""
_TOO_DEEP = "Validation aborted."
"""What it says of fragments that lead too deep."""
_LONGEST_NAME = 64
_OF_ANYBODY = {"__typename", *(deed.name for deed in DEEDS if deed.by is Doer.ANYBODY)}


def digest_of(text: str) -> str:
    """What a document is called in a log.

    >>> digest_of("{ __typename }")
    '7f56e67dd21ab3f3'
    """
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Checked:
    """A document, its `digest_of`, what validation said of it, and its `execution.root_fields`."""

    document: DocumentNode
    digest: str
    errors: tuple[GraphQLError, ...]
    roots: Mapping[str | None, RootField]

    def name(self, operation: str | None) -> str | None:
        """The name of the operation that would run, cut short, as a log has it."""
        for node in self._operations(operation):
            return node.name.value[:_LONGEST_NAME] if node.name else None
        return None

    def writes(self, operation: str | None) -> bool:
        """Whether the operation that would run is a mutation."""
        return any(node.operation is OperationType.MUTATION for node in self._operations(operation))

    def subscribes(self, operation: str | None) -> bool:
        """Whether the operation that would run is a subscription."""
        return any(node.operation is OperationType.SUBSCRIPTION for node in self._operations(operation))

    def introspects(self, operation: str | None) -> bool:
        """Whether the operation that would run asks for nothing but what the schema says of itself."""
        return bool(self._roots(operation) & {"__schema", "__type"}) and not self.asks_the_graph(operation)

    def asks_the_graph(self, operation: str | None) -> bool:
        """Whether the operation that would run asks for anything else than what the schema says of itself."""
        return not self._roots(operation) <= {"__schema", "__type", "__typename"}

    def needs_nobody(self, operation: str | None) -> bool:
        """Whether the operation that would run does only what anybody does, such as signing in."""
        return self.writes(operation) and self._roots(operation) <= _OF_ANYBODY

    def _roots(self, operation: str | None) -> set[str]:
        return {name for node in self._operations(operation) for name in self._fields(node.selection_set)}

    def _fields(self, selected: SelectionSetNode) -> Iterator[str]:
        """The names of the fields that a selection asks for, those of its fragments among them."""
        for node in selected.selections:
            match node:
                case FieldNode():
                    yield node.name.value
                case InlineFragmentNode():
                    yield from self._fields(node.selection_set)
                case FragmentSpreadNode():
                    for other in self.document.definitions:
                        if isinstance(other, FragmentDefinitionNode) and other.name.value == node.name.value:
                            yield from self._fields(other.selection_set)

    def _operations(self, operation: str | None) -> Iterator[OperationDefinitionNode]:
        for node in self.document.definitions:
            if isinstance(node, OperationDefinitionNode) and (
                operation is None or (node.name is not None and node.name.value == operation)
            ):
                yield node


class Documents:
    """The documents used last. Bounded: their text as a whole, `tokens` and `depth` of each."""

    def __init__(
        self, schema: GraphQLSchema, tokens: int, depth: int, letters: int = MAXIMUM_KEPT_LETTERS
    ) -> None:
        self._schema = schema
        self._tokens = tokens
        self._depth = depth
        self.kept: Recent[str, Checked] = Recent(letters)

    async def checked(self, text: str) -> Checked:
        """The document of a text. Raises GraphQLSyntaxError, ValueRefused DOCUMENT_TOO_LARGE."""
        found = self.kept.get(text)
        if found is not None:
            return found
        if len(text) > 20 * self._tokens:
            raise ValueRefused("DOCUMENT_TOO_LARGE")
        try:
            checked = await aside(self._check, text)
        except RecursionError:
            raise ValueRefused("DOCUMENT_TOO_LARGE") from None
        self.kept.put(text, checked, len(text))
        return checked

    def _check(self, text: str) -> Checked:
        try:
            document = parse(text, max_tokens=self._tokens)
        except GraphQLSyntaxError as error:
            if error.message.endswith(_ABORTED):
                raise ValueRefused("DOCUMENT_TOO_LARGE") from None
            raise
        _bounded(document, self._depth)
        errors = validate(self._schema, document, max_errors=20)
        if errors and errors[-1].message == _TOO_DEEP:
            raise ValueRefused("DOCUMENT_TOO_LARGE")
        _forget_tokens(document)
        digest = digest_of(text)
        return Checked(document, digest, tuple(errors), {} if errors else root_fields(self._schema, document))


def _forget_tokens(node: object) -> None:
    """Let go of the tokens of a document, half of what it takes: where each node begins stays known."""
    match node:
        case Node():
            if node.loc is not None:
                del node.loc.start_token, node.loc.end_token
            for key in node.keys:
                _forget_tokens(getattr(node, key, None))
        case tuple() | list():
            for item in node:
                _forget_tokens(item)
        case _:
            return


def _bounded(document: DocumentNode, depth: int) -> None:
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    measure = _Measure(fragments, depth)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode | FragmentDefinitionNode):
            size = measure.selected(node.selection_set, depth)
            if isinstance(node, OperationDefinitionNode) and size.roots > MAXIMUM_ROOTS:
                raise ValueRefused("DOCUMENT_TOO_LARGE")
            for variable in node.variable_definitions or ():
                measure.value(variable.default_value, MAXIMUM_LEVELS)


class _Size(NamedTuple):
    """Of a selection with its fragments written out: fields in all, levels, fields of the first level."""

    fields: int
    depth: int
    roots: int


_NONE = _Size(0, 0, 0)


class _Measure:
    """Counts the fields of a document with its fragments written out."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode], depth: int) -> None:
        self.fragments = fragments
        self.depth = depth
        self.known: dict[str, _Size] = {}

    def selected(self, selected: SelectionSetNode, left: int) -> _Size:
        """The size of a selection. Raises ValueRefused DOCUMENT_TOO_LARGE."""
        size = _NONE
        for node in selected.selections:
            match node:
                case FieldNode():
                    more = self._field(node, left)
                case InlineFragmentNode():
                    more = self.selected(node.selection_set, left)
                case FragmentSpreadNode():
                    more = self._fragment(node.name.value, left)
                case _:
                    more = _NONE
            size = _Size(size.fields + more.fields, max(size.depth, more.depth), size.roots + more.roots)
            if size.fields > MAXIMUM_FIELDS or left < 0 or size.depth > self.depth:
                raise ValueRefused("DOCUMENT_TOO_LARGE")
        return size

    def value(self, given: ValueNode | None, left: int) -> None:
        """Raises ValueRefused DOCUMENT_TOO_LARGE for a value of more than `left` levels."""
        if left < 0:
            raise ValueRefused("DOCUMENT_TOO_LARGE")
        match given:
            case ListValueNode():
                for item in given.values:
                    self.value(item, left - 1)
            case ObjectValueNode():
                for field in given.fields:
                    self.value(field.value, left - 1)
            case _:
                return

    def _field(self, node: FieldNode, left: int) -> _Size:
        for argument in node.arguments or ():
            self.value(argument.value, MAXIMUM_LEVELS)
        below = self.selected(node.selection_set, left - 1) if node.selection_set else _NONE
        return _Size(below.fields + 1, below.depth + 1, 1)

    def _fragment(self, name: str, left: int) -> _Size:
        if name not in self.known:
            self.known[name] = _NONE  # A fragment that contains itself: validation says so.
            fragment = self.fragments.get(name)
            if fragment is not None:
                self.known[name] = self.selected(fragment.selection_set, left)
        return self.known[name]
