"""Turn whatever went wrong into the errors of a GraphQL response: code, text, path, and no more."""

import re
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSyntaxError

from graph.errors import DatabaseUnavailable, GraphError, ValueRefused
from hub.errors import message
from hub.i18n import translated

log = structlog.get_logger("hub")

_SCALAR = re.compile(r"\b(RIAL_EXPECTED|DATE_EXPECTED|DATETIME_EXPECTED|NUMBER_TOO_LARGE)\b")
_NULL = "Cannot return null for non-nullable field "


def failure(error: GraphError, language: str) -> dict[str, Any]:
    """An error of ours, as a response has it."""
    told: dict[str, Any] = {"message": message(error.code, language, error.details)}
    if isinstance(error, ValueRefused) and error.path:
        told["path"] = list(error.path)
    told["extensions"] = {"code": error.code}
    if isinstance(error, ValueRefused) and error.argument:
        told["extensions"]["argument"] = error.argument
    return told


def formatted(error: GraphQLError, language: str, request: str) -> dict[str, Any]:
    """An error of graphql-core, or one of ours that it has wrapped."""
    cause = error.original_error
    match cause:
        case GraphError():
            told = failure(cause, language)
            if isinstance(cause, DatabaseUnavailable):
                log.warning("database_unavailable", request=request, cause=type(cause.__cause__).__name__)
        case None | GraphQLError():
            told = _graphql(error, language)
        case TypeError() if error.message.startswith(_NULL):
            name = error.message.removeprefix(_NULL).rstrip(".")
            told = _coded("MISSING_VALUE", language, field=name)
            log.error("missing_value", request=request, field=name, path=error.path)
        case _:
            told = _coded("INTERNAL", language, request=request)
            log.error("internal_error", request=request, exc_info=cause)
    if error.locations:
        told["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path and "path" not in told:
        told["path"] = error.path
    return told


def _coded(code: str, language: str, **details: Any) -> dict[str, Any]:
    return {"message": message(code, language, details), "extensions": {"code": code}}


def _graphql(error: GraphQLError, language: str) -> dict[str, Any]:
    if isinstance(error, GraphQLSyntaxError):
        place = error.locations[0] if error.locations else None
        reason = error.message.removeprefix("Syntax Error: ")
        line, column = (place.line, place.column) if place else (0, 0)
        return _coded("SYNTAX_ERROR", language, line=line, column=column, reason=reason)
    scalar = _SCALAR.search(error.message)
    if scalar is not None:
        text = _SCALAR.sub(lambda found: message(found[1], language, {"given": "?"}), error.message)
        return {"message": translated(text, language), "extensions": {"code": scalar[1]}}
    code = "VALIDATION_FAILED" if not error.path else "INTERNAL"
    return {"message": translated(error.message, language), "extensions": {"code": code}}
