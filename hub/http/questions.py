"""Turn a request into the question that it asks: a bounded body, JSON, a document and its variables."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LEVELS, MAXIMUM_VALUES
from hub.http.persisted import Persisted
from hub.settings import Settings


@dataclass(frozen=True, slots=True)
class Question:
    """What a request asks: a document, its variables, and which of its operations.

    `digest` is what the document is asked for by from now on, if it fits the schema.
    """

    document: str
    variables: dict[str, Any] | None
    operation: str | None
    digest: str | None = None


class Questions:
    """Reads questions; a document that is known by its name need not be sent."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.persisted = Persisted(settings)

    async def of(self, request: Request) -> Question:
        """What a request asks. Raises ValueRefused, and ClientDisconnect."""
        if request.method == "GET":
            return self.named(_from_query(request))
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media not in {"application/json", "application/graphql-response+json"}:
            raise ValueRefused("UNSUPPORTED_MEDIA_TYPE")
        try:
            async with asyncio.timeout(self._settings.body_seconds):
                body = await self._body(request)
        except TimeoutError:
            raise ValueRefused("BODY_TOO_SLOW", maximum=self._settings.body_seconds) from None
        return self.named(_from_json(body))

    def named(self, given: Mapping[str, Any]) -> Question:
        """What is asked by the keys of a request. Raises ValueRefused."""
        document, digest = self.persisted.named(given)
        return _question(document, given.get("variables"), given.get("operationName"), digest)

    async def _body(self, request: Request) -> bytes:
        limit = self._settings.body_limit
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > limit:
            raise ValueRefused("BODY_TOO_LARGE", maximum=limit)
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                raise ValueRefused("BODY_TOO_LARGE", maximum=limit)
        return bytes(body)


def _from_query(request: Request) -> dict[str, Any]:
    """The parameters of a request by GET, as the body of one by POST has them."""
    given: dict[str, Any] = dict(request.query_params)
    for name, code in (("variables", "BAD_VARIABLES"), ("extensions", "BAD_EXTENSIONS")):
        try:
            given[name] = orjson.loads(given[name]) if given.get(name) else None
        except orjson.JSONDecodeError:
            raise ValueRefused(code) from None
    return given


def _from_json(body: bytes) -> dict[str, Any]:
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise ValueRefused("MALFORMED_JSON") from None
    if not isinstance(given, dict):
        raise ValueRefused("MALFORMED_JSON")
    return given


def _question(document: Any, variables: Any, operation: Any, digest: str | None) -> Question:
    if not isinstance(document, str) or not document.strip():
        raise ValueRefused("MISSING_QUERY")
    if variables is not None and not isinstance(variables, dict):
        raise ValueRefused("BAD_VARIABLES")
    if operation is not None and not isinstance(operation, str):
        raise ValueRefused("BAD_OPERATION_NAME")
    _bounded(variables)
    return Question(document, variables, operation or None, digest)


def _bounded(variables: dict[str, Any] | None) -> None:
    """Raises ValueRefused VARIABLES_TOO_LARGE."""
    level = list((variables or {}).values())
    count = depth = 0
    while level:
        count += len(level)
        if count > MAXIMUM_VALUES or depth > MAXIMUM_LEVELS:
            raise ValueRefused("VARIABLES_TOO_LARGE", values=MAXIMUM_VALUES, levels=MAXIMUM_LEVELS)
        level = [inner for value in level for inner in _inside(value)]
        depth += 1


def _inside(value: Any) -> Iterator[Any]:
    match value:
        case dict():
            yield from value.values()
        case list():
            yield from value
        case _:
            return
