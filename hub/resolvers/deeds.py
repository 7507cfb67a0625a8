"""Every deed passes here: who may, what was given, what it does by its own rules, and its payload."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar

import strawberry

from graph.compiler import Field, Role, Selection, Source
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.audit import AuditKind
from graph.model.deeds import Deed, Doer
from graph.model.life import Scope
from graph.model.members import Nested
from graph.model.nodes import Shape
from graph.model.stored import stored_values
from graph.model.words import Words
from graph.queries import audit
from hub.bill import WRITE_POINTS
from hub.context import Context, Desk, Viewer
from hub.permissions import may_write
from hub.resolvers.given import expect_possible, values_of
from hub.resolvers.read import Incomplete, Reading, bound
from hub.resolvers.write import refused
from hub.visit import count

T = TypeVar("T")

Given: TypeAlias = Mapping[str, Any]
"""The values of an input, cleaned, by their names. What is left out is not there; null is None."""


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed being done: in which request, of which declaration."""

    context: Context
    deed: Deed

    def __post_init__(self) -> None:
        self.context.doing, self.context.noted = self.deed.name, False

    @property
    def viewer(self) -> Viewer:
        """Who does it."""
        return self.context.viewer

    @property
    def desk(self) -> Desk:
        """What it needs beside the graph."""
        assert self.context.desk is not None
        return self.context.desk

    @property
    def now(self) -> datetime:
        """The time that all of it sees."""
        return self.context.clock()

    def leave_no_entry(self) -> None:
        """Keep it out of the audit: what somebody wants to hear of is nobody else's to see or to count."""
        self.context.noted = True

    async def write(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """The result of one transaction; what it raises takes all of it back."""
        done, bookmark = await self.context.database.write(work, self.context.bookmark)
        self.context.bookmark = self.context.written_bookmark = bookmark
        return done

    async def note(
        self,
        transaction: Transaction,
        *,
        about: str | None = None,
        person: str | None = None,
        session: str | None = None,
    ) -> None:
        """Leave its entry in the audit, in a transaction of its own; else it is noted once it is done.

        `about`: the id of what it was done to; `person` and `session`: who that was, if it begins with this.
        """
        trail = replace(self.context.trail(), about=about)
        if person is not None:
            trail = replace(trail, person=person, session=session)
        now, organization = self.context.clock(), self.viewer.organization
        await audit.note(transaction, AuditKind.DEED, trail, now, organization)
        self.context.noted = True


Does: TypeAlias = Callable[[Doing, Given], Awaitable[Mapping[str, Any]]]
"""Does a deed, in transactions of its own; the values of its payload, by their names.

Raises ValueRefused, and has then done nothing but count the try."""


async def do(info: strawberry.Info[Context, Any], deed: Deed, does: Does, given: Any) -> Any:
    """Do a deed, and answer with its payload. A refused value becomes the payload's `errors`."""
    context = info.context
    selection = context.compiler.selections.select(info._raw_info)  # noqa: SLF001 - as in `write`
    reading = _reading(context, deed, selection)  # Whoever asks for too much is refused before it is done.
    context.bill.add(lambda _most: WRITE_POINTS)
    await context.bill.pay()
    try:
        expect_doer(deed.by, deed.scope, context.viewer)
        doing = Doing(context, deed)
        told = await does(doing, _values(context, deed, given))
        if not context.noted:
            await _noted(doing)
    except ValueRefused as error:
        return selection.called(refused(selection.field, error, given, context.language))
    answer = _shown(selection.field, {"errors": [], **told})
    if reading is not None:
        read = await reading.answer(done={name: told.get(name) for name in _records(deed)})
        assert isinstance(read, Incomplete)
        answer |= read.value
    return selection.called(answer)


async def _noted(doing: Doing) -> None:
    """Leave the entry of a deed. What nobody in particular does is counted: anybody may do it for ever."""
    if doing.viewer.key is None:
        count(doing.deed.name)
    else:
        await doing.write(doing.note)


_TRUSTEE = Words(
    "a trustee of the network, once they have set a second factor up (`beginSecondFactor`) and shown it",
    "امین شبکه، پس از آنکه عامل دوم ورود را گذاشته (`beginSecondFactor`) و نشان داده باشد",
)


_AS_PERSON = Words("Sign in with your account; no token does this", "با حساب خود وارد شوید؛ با توکن نمی‌شود")


def expect_doer(doer: Doer, scope: Scope, viewer: Viewer) -> None:
    """Raises ValueRefused SIGN_IN_REQUIRED, PERSON_REQUIRED, SCOPE_REQUIRED, NOT_ALLOWED."""
    if doer is Doer.WRITER or (doer is Doer.TRUSTEE and viewer.session is None):
        may_write(viewer, scope)
    if doer is Doer.TRUSTEE and not viewer.trustee:
        if viewer.role is Role.ANONYMOUS and viewer.session is None:
            raise ValueRefused("SIGN_IN_REQUIRED")
        raise ValueRefused("NOT_ALLOWED", whose=_TRUSTEE)
    if doer is Doer.PERSON and viewer.session is None:
        if viewer.role is Role.ANONYMOUS:
            raise ValueRefused("SIGN_IN_REQUIRED", how=_AS_PERSON)
        raise ValueRefused("PERSON_REQUIRED")


def _values(context: Context, deed: Deed, given: Any) -> Given:
    if given is None:
        return {}
    expect_possible(given, context.parameters()["today"])
    values = values_of(given)
    present = [member for member in deed.takes if member.name in values]
    kept = stored_values(present, values)
    return {member.name: kept.get(member.name) for member in present}


# -- its payload -----------------------------------------------------------------------------------


def _records(deed: Deed) -> dict[str, Nested]:
    """The members of a payload that lead to a record."""
    return {m.name: m for m in deed.gives if isinstance(m, Nested) and m.to in MODEL.nodes}


def _source(deed: Deed) -> Source:
    """Where the records of a payload start: their ids are in `$done`."""
    found = ", ".join(
        f"{name}: COLLECT {{ MATCH (n:Node&{member.to}) WHERE n.id IN $done.{name} RETURN n ORDER BY n.id }}"
        if member.many
        else f"{name}: head(COLLECT {{ MATCH (n:Node&{member.to} {{id: $done.{name}}}) RETURN n }})"
        for name, member in _records(deed).items()
    )
    shape = Shape(deed.payload_name, tuple(_records(deed).values()))
    return Source(shape, lambda _see, _given: f"WITH {{{found}}} AS row")


_SOURCES: dict[str, Source] = {}


def _reading(context: Context, deed: Deed, selection: Selection) -> Reading | None:
    """How the records that are asked of a payload are read; None where none is."""
    ((type_, selected),) = selection.field.on
    wanted = tuple(field for field in selected if field.name in _records(deed))
    if not wanted:
        return None
    source = _SOURCES.setdefault(deed.name, _source(deed))
    # Under the names of fields: the whole payload is called as the client calls it.
    part = replace(selection, field=replace(selection.field, on=((type_, wanted),)), names=None)
    return bound(context, part, source, typed=True)


def _shown(field: Field, values: Mapping[str, Any]) -> dict[str, Any]:
    """The selected values of a map, and of the maps within."""
    return {
        below.key: type_ if below.name == "__typename" else _value(below, values.get(below.name))
        for type_, selected in field.on
        for below in selected
    }


def _value(field: Field, value: Any) -> Any:
    match value:
        case list() | tuple():
            return [_value(field, item) for item in value]
        case Mapping() if field.on:
            return _shown(field, value)
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case Enum():
            return value.name
        case _:
            return value
