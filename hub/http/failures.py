"""Turn whatever went wrong into the errors of a GraphQL response: code, text, path, and no more."""

import re
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSyntaxError

from graph.errors import DatabaseUnavailable, GraphError, ValueRefused
from graph.text import one_line
from hub.errors import message
from hub.i18n import of_json, translated

log = structlog.get_logger("hub")

_SCALARS = {
    "RIAL_EXPECTED": (),
    "DATE_EXPECTED": (),
    "DATETIME_EXPECTED": (),
    "NUMBER_TOO_LARGE": ("given",),
    "JALALI_DAY": ("given", "meant"),
}
"""The codes of our scalars, and the details that follow each."""
_FOR_PROGRAMS = {
    "PERSISTED_QUERY_NOT_FOUND": "PersistedQueryNotFound",
    "PERSISTED_QUERY_NOT_SUPPORTED": "PersistedQueryNotSupported",
}
"""The messages that Apollo's clients wait for; no person reads them."""
_NULL = "Cannot return null for non-nullable field "
_VARIABLE = re.compile(r"Variable '\$(\w+)' has invalid value(?: at (\S+))?: (.*)", re.DOTALL)
_INPUT = "Expected value of type "
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\{.*\}|\[.*\]", re.DOTALL)
"""What graphql-core repeats of values."""


def failure(error: GraphError, language: str) -> dict[str, Any]:
    """An error of ours, as a response has it."""
    told = _FOR_PROGRAMS.get(error.code) or message(error.code, language, error.details)
    entry: dict[str, Any] = {"message": told}
    if isinstance(error, ValueRefused) and error.path:
        entry["path"] = list(error.path)
    entry["extensions"] = {"code": error.code}
    if isinstance(error, ValueRefused) and error.at:
        entry["extensions"]["argument"] = error.at
    return entry


def formatted(error: GraphQLError, language: str, request: str) -> dict[str, Any]:
    """An error of graphql-core, or one of ours that it has wrapped."""
    cause = error.original_error
    match cause:
        case GraphError():
            entry = failure(cause, language)
            if isinstance(cause, DatabaseUnavailable):
                event = "database_unavailable" if type(cause) is DatabaseUnavailable else cause.code.lower()
                log.warning(event, request=request, cause=type(cause.__cause__).__name__)
        case None | GraphQLError():
            entry = _graphql(error, language, request)
        case _ if error.message.startswith(_INPUT):
            # Python refused a literal of the document: thousands of digits.
            entry = _graphql(error, language, request)
        case TypeError() if error.message.startswith(_NULL):
            name = error.message.removeprefix(_NULL).rstrip(".")
            entry = _coded("MISSING_VALUE", language, field=name)
            log.error("missing_value", request=request, field=name)
        case _:
            entry = _coded("INTERNAL", language, request=request)
            log.error("internal_error", request=request, exc_info=cause)
    # What graphql-core says repeats what was sent: names, values, whole documents.
    entry["message"] = one_line(entry["message"])
    if error.locations:
        entry["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path and "path" not in entry:
        entry["path"] = error.path
    return entry


def _coded(code: str, language: str, **details: Any) -> dict[str, Any]:
    return {"message": message(code, language, details), "extensions": {"code": code}}


def _graphql(error: GraphQLError, language: str, request: str) -> dict[str, Any]:
    if isinstance(error, GraphQLSyntaxError):
        place = error.locations[0] if error.locations else None
        said = error.message.removeprefix("Syntax Error: ")
        line, column = (place.line, place.column) if place else (0, 0)
        reason = translated(said, language) or said
        return _coded("SYNTAX_ERROR", language, line=line, column=column, reason=reason)
    variable = _VARIABLE.fullmatch(error.message)
    if variable is not None:
        return _of_variable(*variable.groups(), language=language)
    entry = _said(error.message, language)
    if entry is None and error.path:
        log.error("internal_error", request=request, said=_QUOTED.sub("…", error.message))
        return _coded("INTERNAL", language, request=request)
    return entry or _coded("VALIDATION_FAILED", language, reason=error.message)


def _of_variable(name: str, path: str | None, reason: str, *, language: str) -> dict[str, Any]:
    """What is wrong inside of a variable: `extensions.variable` leads there, e.g. `input.steps.0.title`."""
    reason = of_json(reason)
    entry = _said(reason, language) or _coded("VALIDATION_FAILED", language, reason=reason)
    whole = f"Variable '${name}' has invalid value: {entry['message']}"
    entry["message"] = translated(whole, language) or whole
    entry["extensions"]["variable"] = one_line(name + re.sub(r"\[(\d+)\]", r".\1", path or ""))
    return entry


def _said(text: str, language: str) -> dict[str, Any] | None:
    """One of our scalars' codes, or a message of graphql-core; None for what is neither."""
    code, *details = text.split(" ")
    if code in _SCALARS and len(details) == len(_SCALARS[code]):
        return _coded(code, language, **dict(zip(_SCALARS[code], details, strict=True)))
    message = translated(text, language)
    return None if message is None else {"message": message, "extensions": {"code": "VALIDATION_FAILED"}}
