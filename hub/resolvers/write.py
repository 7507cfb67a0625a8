"""Every mutation passes here: right, input, ONE transaction with its event, read back."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

import orjson
import strawberry
from strawberry.types.unset import UnsetType
from strawberry.utils.str_converters import to_camel_case

from graph.compiler import Field, Given, Source
from graph.compiler.visibility import Sight
from graph.connection import ConstraintBroken, Transaction
from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.core import Computed, Edge, Kind, Nested, See, Shape
from graph.model.events import EventKind
from graph.queries import events
from graph.queries.records import Link, Writing
from hub.context import Context
from hub.errors import message
from hub.permissions import may_write
from hub.resolvers.read import Reading, bound

MAXIMUM_KEY = 200


@dataclass(frozen=True, slots=True)
class Done:
    """What a mutation did: the event to append, and the record to answer with.

    `subject` is what the event is about; `answer_with` another record to read back instead.
    """

    kind: EventKind
    subject: str
    answer_with: str | None = None


Work = Callable[[Writing], Awaitable[Done]]


def payload(label: str) -> Source:
    """Where the payload `{<label>, errors}` starts: the record just written."""
    name = label[0].lower() + label[1:]

    def begin(_see: See, _given: Given) -> str:
        return f"MATCH (n:Node&{label} {{id: $written}}) WITH {{{name}: n}} AS row"

    shape = Shape(
        f"{label}Payload",
        (
            Nested(name, label, required=False),
            Computed("errors", Kind.STRING, lambda _row, _see: "[]", many=True),
        ),
    )
    return Source(shape, begin)


PAYLOADS: Mapping[str, Source] = {label: payload(label) for label in MODEL.nodes}


async def write(
    info: strawberry.Info[Context, Any], label: str, given: Any, key: str | None, work: Work
) -> Any:
    """Do `work` in one transaction with its event, and answer with the record it wrote.

    A refused value becomes the payload's `errors`, and nothing is written. `key` makes a mutation
    happen once: sent again with the same input it answers with the same record.
    """
    context = info.context
    raw = info._raw_info  # noqa: SLF001 - Strawberry's Info has no public way to the selection
    selection = context.compiler.selections.select(raw)
    # A selection that asks for too much is refused before anything is written.
    reading = bound(context, selection, PAYLOADS[label])
    try:
        may_write(context.viewer)
        mark = _mark(context, raw.field_name, given, key)
        managed = _managed(context, work, mark, reading)
        written, bookmark = await context.connection.write(managed, context.bookmark)
    except ValueRefused as error:
        return refused(selection.field, error, given, context.language)
    except ConstraintBroken as error:
        if "nationalId" not in str(error):
            raise
        taken = ValueRefused("NATIONAL_ID_TAKEN")
        taken.argument = "nationalId"
        return refused(selection.field, taken, given, context.language)
    context.bookmark = context.written_bookmark = bookmark
    if written.value is None:
        return await reading.answer(written=written.id)
    return await reading.answer_of(written.value, written=written.id)


@dataclass(frozen=True, slots=True)
class _Mark:
    """An idempotency key of this token, and the hash of what it stands for."""

    key: str
    hash: str


def _mark(context: Context, mutation: str, given: Any, key: str | None) -> _Mark | None:
    if key is None:
        return None
    if not key:
        raise _about_key(ValueRefused("TEXT_EMPTY"))
    if len(key) > MAXIMUM_KEY:
        raise _about_key(ValueRefused("TEXT_TOO_LONG", given=len(key), maximum=MAXIMUM_KEY))
    told = orjson.dumps([mutation, _plain(given)], option=orjson.OPT_SORT_KEYS)
    return _Mark(f"{context.viewer.token}:{key}", hashlib.sha256(told).hexdigest())


def _about_key(error: ValueRefused) -> ValueRefused:
    error.path = ("idempotencyKey",)
    return error


@dataclass(frozen=True, slots=True)
class _Written:
    """The record a mutation answers with, and that answer, where it was read with the write."""

    id: str
    value: Any = None


def _managed(
    context: Context, work: Work, mark: _Mark | None, reading: Reading
) -> Callable[[Transaction], Awaitable[_Written]]:
    async def managed(transaction: Transaction) -> _Written:
        see = Sight(context.viewer.role, MODEL)
        writing = Writing(transaction, see, context.parameters())
        if mark is not None:
            known = await events.remembered(writing, mark.key, mark.hash)
            if known["hash"] != mark.hash:
                raise _about_key(ValueRefused("IDEMPOTENCY_KEY_REUSED"))
            if known["subject"] is not None:
                return _Written(str(known["subject"]))
        done = await work(writing)
        id_ = done.answer_with or done.subject
        row = await events.append(
            writing,
            done.kind,
            done.subject,
            context.viewer.organization,
            mark.key if mark else None,
            id_,
            reading.query.text,
            written=id_,
            **reading.values,
        )
        return _Written(id_, row["value"])

    return managed


def refused(field: Field, error: ValueRefused, given: Any, language: str) -> dict[str, Any]:
    """A payload with a typed error in it, under the response keys of the selection."""
    path = list(error.path)
    if error.argument:
        path = ["input", *_input_path(given, error.argument.split("."))]
    told = {
        "__typename": "UserError",
        "code": error.code,
        "message": message(error.code, language, error.details),
        "path": path,
    }
    ((type_, selected),) = field.on
    return {
        below.key: [{part.key: told[part.name] for _, parts in below.on for part in parts}]
        if below.name == "errors"
        else type_
        if below.name == "__typename"
        else None
        for below in selected
    }


def _input_path(given: Any, path: list[str]) -> list[str]:
    """A path into the input: what the model calls `topics` a client has given as `topicIds`."""
    known = {to_camel_case(f.name) for f in fields(given)}
    name, *rest = path
    for candidate in (name, name.removesuffix("s") + "Ids"):
        if candidate in known:
            return [candidate, *rest]
    return [f"{name}Id"] if f"{name}Id" in known else path


# -- from inputs to records ----------------------------------------------------------------------


def values_of(given: Any, label: str) -> dict[str, Any]:
    """The given properties of an input, by the model's names. What is UNSET is left out."""
    known = {p.name for p in MODEL.nodes[label].properties()}
    return {name: value for name, value in _given(given) if name in known}


def links_of(given: Any, label: str) -> dict[str, Sequence[Link]]:
    """The given links of an input: `topicIds` and `regionId` become the edges topics and region,
    a list of inputs (`participants`, `results`) the edge of its name."""
    node = MODEL.nodes[label]
    links: dict[str, Sequence[Link]] = {}
    for name, value in _given(given):
        if name.endswith("Ids"):
            edge = name.removesuffix("Ids") + "s"
            if edge in node.by_name:
                links[edge] = [Link(id_) for id_ in _distinct(value or ())]
        elif name.endswith("Id") and name.removesuffix("Id") in node.by_name:
            links[name.removesuffix("Id")] = [] if value is None else [Link(value)]
        elif isinstance(node.by_name.get(name), Edge):
            links[name] = [_link(item) for item in value or ()]
    return links


def _distinct(ids: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(str(id_) for id_ in ids))


def _link(item: Any) -> Link:
    values = dict(_given(item))
    return Link(values.pop("organizationId", None), values)


def _given(value: Any) -> list[tuple[str, Any]]:
    pairs = ((to_camel_case(f.name), getattr(value, f.name)) for f in fields(value))
    return [(name, inner) for name, inner in pairs if not isinstance(inner, UnsetType)]


def _plain(value: Any) -> Any:
    match value:
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case Enum():
            return value.name
        case None | str() | int() | float() | bool():
            return value
        case _ if is_dataclass(value):
            return {name: _plain(inner) for name, inner in _given(value)}
        case _:
            return str(value)
