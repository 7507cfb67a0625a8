"""What the schema says of itself: worked out beside the event loop, bounded, and remembered."""

from typing import Any

import orjson
from graphql import DocumentNode, ExecutionResult, GraphQLSchema
from graphql.execution import Executor, execute

from graph.errors import QueryTooDear
from graph.limits import MAXIMUM_INTROSPECTION, MAXIMUM_KEPT_INTROSPECTION
from graph.recent import Recent
from hub.aside import aside
from hub.bill import Bill

POINTS = 100_000
"""What an answer costs that is not remembered: about a second of Python."""
REMEMBERED_POINTS = 100


class _TooMuch(BaseException):
    """More than may be told. Not an Exception: graphql-core would make an error of each, and go on."""


class _Counting(Executor[Any]):
    """graphql-core's executor, which gives up beyond so many values."""

    told = 0

    def execute_field(self, *args: Any, **kwargs: Any) -> Any:
        self.told += 1
        if self.told > MAXIMUM_INTROSPECTION:
            raise _TooMuch
        return super().execute_field(*args, **kwargs)


class Introspection:
    """Answers what asks for nothing but the schema, and remembers the answers used last."""

    def __init__(self) -> None:
        self.kept: Recent[bytes, bytes] = Recent(MAXIMUM_KEPT_INTROSPECTION)

    async def answer(
        self, schema: GraphQLSchema, document: DocumentNode, key: tuple[Any, ...], bill: Bill
    ) -> ExecutionResult:
        """The answer to a checked document; `key` is (language, text, variables, operation's name).

        Raises QueryTooDear, ValueRefused RATE_LIMITED.
        """
        kept_as = orjson.dumps(key)
        known = self.kept.get(kept_as)
        bill.add(lambda _most: REMEMBERED_POINTS if known else POINTS)
        await bill.pay()
        if known is not None:
            return _told(known)
        *_, variables, name = key
        try:
            result = await aside(_answered, schema, document, variables, name)
        except _TooMuch:
            most = int(MAXIMUM_INTROSPECTION)
            raise QueryTooDear(points=most, maximum=most, part=most, where="__schema") from None
        if result.errors:
            return result
        json = await aside(orjson.dumps, result.data)
        self.kept.put(kept_as, json, len(json))
        return _told(json)


def _told(json: bytes) -> ExecutionResult:
    data: Any = orjson.Fragment(json)
    return ExecutionResult(data, None)


def _answered(
    schema: GraphQLSchema, document: DocumentNode, variables: dict[str, Any] | None, name: str | None
) -> ExecutionResult:
    result = execute(
        schema, document, variable_values=variables, operation_name=name, executor_class=_Counting
    )
    assert isinstance(result, ExecutionResult)  # nothing of the schema is waited for
    return result
