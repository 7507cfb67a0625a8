"""Every mutation passes here: right, input, ONE transaction with its event, read back."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import strawberry

from graph.compiler import Field, Given, Source
from graph.compiler.visibility import Sight
from graph.connection import ConstraintBroken, Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FOLLOWS, MAXIMUM_IDEMPOTENCY_KEY
from graph.model import MODEL
from graph.model.follows import KINDS
from graph.model.life import By, Move
from graph.model.members import Computed, Kind, Nested, See
from graph.model.nodes import Node, Shape
from graph.model.words import Words
from graph.queries import events, follows
from graph.queries.records import Writing
from hub.bill import WRITE_POINTS
from hub.context import Context
from hub.errors import message
from hub.merged import followed
from hub.permissions import OFFICES, may_make
from hub.resolvers import protecting
from hub.resolvers.given import expect_possible, place_of, plain
from hub.resolvers.moves import Act, Rule, scope_of
from hub.resolvers.read import Reading, bound
from hub.visit import note

_KEY = ("idempotencyKey",)

_NETWORK = {"Organization", "Region", "Topic"}
"""What decides how many could have written what is anonymized."""
_ADDS = {
    "ORGANIZATION_LISTED",
    "ORGANIZATION_REGISTERED",
    "TIE_DECLARED",
    "TIE_ENDED",
}
"""What happens to it, and takes nobody away."""


def payload_field(label: str) -> str:
    """The field of a payload that holds the record.

    >>> payload_field("ResourceOffer")
    'resourceOffer'
    """
    return label[0].lower() + label[1:]


def _payload(label: str) -> Source:
    """Where the payload `{<label>, errors}` starts: the record just written."""
    name = payload_field(label)

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


PAYLOADS: Mapping[str, Source] = {label: _payload(label) for label in MODEL.nodes}


def _by_whom(error: ValueRefused, move: Move) -> ValueRefused:
    """The same refusal; where the move is not the viewer's, it says whose it is, as declared."""
    told = error.details.get("whose")
    if error.code != "NOT_ALLOWED" or error.at is not None or (told is not None and told not in OFFICES):
        return error
    makers = (" / ".join(maker.words.label(lang) for maker in move.makers()) for lang in ("en", "fa"))
    return ValueRefused(error.code, path=error.path, whose=Words(*makers))


async def write(
    info: strawberry.Info[Context, Any], node: Node, move: Move, rule: Rule, given: Any, key: str | None
) -> Any:
    """Make a move in one transaction with its event, and answer with the record it wrote.

    A refused value becomes the payload's `errors`, and nothing is written. `key` makes a mutation
    happen once: sent again with the same input it answers with the same record.
    """
    context = info.context
    raw = info._raw_info  # noqa: SLF001 - Strawberry's Info has no public way to the selection
    context.doing = raw.field_name
    selection = context.compiler.selections.select(raw)
    merged = context.merged.organizations
    # A selection that asks for too much is refused before anything is written.
    reading = bound(context, selection, PAYLOADS[node.label])
    context.bill.add(lambda _most: WRITE_POINTS)
    await context.bill.pay()

    async def act(writing: Writing) -> Any:
        return await rule(Act(writing, context.viewer, node, move), given)

    try:
        may_make(context.viewer, move.by, scope_of(node))
        # A key stands for what was sent, whichever organizations have become one since.
        once = _once(context, raw.field_name, given, key)
        if merged:
            given = followed(given, merged)
        expect_possible(given, context.parameters()["today"])
        begins = move.by is By.MEMBER and not move.start
        managed = _managed(context, act, once, reading, merged, begins=begins)
        async with context.share.turn(dear=False):
            written, bookmark = await context.database.write(managed, context.bookmark)
        context.compiler.ran(reading.query)
    except ValueRefused as error:
        told = _by_whom(error, move)
        return selection.called(refused(selection.field, told, given, context.language))
    except ConstraintBroken as error:
        return selection.called(refused(selection.field, _taken(node, error), given, context.language))
    finally:
        if node.successor is not None or (node.life is not None and node.life.binds):
            # Who reads what PARTNERS may, or what counts as one, has changed with the commit, whatever became
            # of the answer.
            context.forget_viewers()
    context.bookmark = context.written_bookmark = bookmark
    if written.value is None:
        return await reading.answer(written=written.id)
    return await reading.answer_of(written.value, written=written.id)


def _taken(node: Node, error: ConstraintBroken) -> ValueRefused:
    """What to say where another record has a value that only one may have."""
    for member in node.properties():
        if member.taken is not None and f"`{member.name}`" in str(error):
            return ValueRefused(member.taken, at=member.name)
    raise error


@dataclass(frozen=True, slots=True)
class _Once:
    """An idempotency key of this viewer, and the hash of what it stands for."""

    key: str
    hash: str


def _once(context: Context, mutation: str, given: Any, key: str | None) -> _Once | None:
    if key is None:
        return None
    if not key:
        raise ValueRefused("TEXT_EMPTY", path=_KEY)
    if len(key) > MAXIMUM_IDEMPOTENCY_KEY:
        raise ValueRefused("TEXT_TOO_LONG", path=_KEY, given=len(key), maximum=MAXIMUM_IDEMPOTENCY_KEY)
    stands_for = orjson.dumps([mutation, plain(given)], option=orjson.OPT_SORT_KEYS)
    return _Once(f"{context.viewer.key}:{key}", hashlib.sha256(stands_for).hexdigest())


@dataclass(frozen=True, slots=True)
class _Written:
    """The record a mutation answers with, and that answer, where it was read with the write."""

    id: str
    value: Any = None


def _managed(
    context: Context,
    act: Callable[[Writing], Awaitable[Any]],
    once: _Once | None,
    reading: Reading,
    merged: Mapping[str, str],
    *,
    begins: bool,
) -> Callable[[Transaction], Awaitable[_Written]]:
    async def managed(transaction: Transaction) -> _Written:
        writing = Writing(transaction, Sight(context.viewer.role, MODEL), context.parameters())
        if once is not None:
            known = await events.remembered(writing, once.key, once.hash)
            if known["hash"] != once.hash:
                raise ValueRefused("IDEMPOTENCY_KEY_REUSED", path=_KEY)
            if known["subject"] is not None:
                return _Written(followed(str(known["subject"]), merged))
        done = await act(writing)
        change = done.change
        if done.label in _NETWORK and done.event not in _ADDS:
            if change is not None:
                await writing.send(change)
                change = None
            await protecting.recheck(writing)
        id_ = done.answer_with or done.subject
        await events.append(
            writing,
            done.event,
            done.label,
            done.subject,
            context.viewer.organization if done.office is None else None,
            done.office or context.viewer.role.value,
            change=change,
            key=once.key if once else None,
            answered=id_,
        )
        if begins and done.label in KINDS:
            await _hears_of_it(context, writing, done.label, done.subject)
        (row,) = await writing.run(reading.query.text, written=id_, **reading.values)
        return _Written(id_, row["value"])

    return managed


async def _hears_of_it(context: Context, writing: Writing, label: str, id_: str) -> None:
    """Let the person who has begun a record follow it: its author is told what others say of it.

    Half of what one may follow is left for what one chooses.
    """
    account = context.viewer.account
    if account is None:
        return
    given = {"viewer": context.viewer.parameter(), "now": writing.parameters["now"], "below": True}
    kind, most = KINDS[label].value, int(MAXIMUM_FOLLOWS) // 2
    await follows.follow(writing.transaction, writing.see, account, label, id_, kind=kind, most=most, **given)


def _ids(error: ValueRefused) -> list[Any]:
    """The ids of the records that stand against it, which its text names, too."""
    ids = error.details.get("ids")
    if isinstance(ids, Sequence):
        return list(ids)
    return [error.details["id"]] if "id" in error.details else []


def refused(field: Field, error: ValueRefused, given: Any, language: str) -> dict[str, Any]:
    """A payload with a typed error in it, under the response keys of the selection."""
    note(error.code)
    parts = {
        "__typename": "UserError",
        "code": error.code,
        "message": message(error.code, language, error.details),
        "path": ["input", *place_of(given, error.at)] if error.at else list(error.path),
        "ids": _ids(error),
        "words": error.details.get("words", []),
    }
    ((type_, selected),) = field.on
    return {
        below.key: [{part.key: parts[part.name] for _, fields in below.on for part in fields}]
        if below.name == "errors"
        else type_
        if below.name == "__typename"
        else None
        for below in selected
    }
