"""What users do, as moves in the life of a record: the plain ones here, the others in their areas.

A move runs within the transaction that `write.py` opens, and says what it has done; it raises
ValueRefused where it may not, and then nothing is written.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from graph.errors import ValueRefused
from graph.model.common import OWNER_EDGE, TAKEDOWN_REASON
from graph.model.life import By, Move, Scope, Way
from graph.model.members import Access, Edge, Giving
from graph.model.nodes import Node
from graph.model.organizations import OrganizationStatus
from graph.model.stored import stored_values
from graph.queries import events, records
from graph.queries.records import Change, Link, Links, Record, Writing
from hub.context import Viewer
from hub.permissions import (
    acting_organization,
    may_administer,
    may_coordinate,
    may_mend,
    may_write,
    speaking_for,
)
from hub.resolvers import publishing
from hub.resolvers.given import links_of, values_of


@dataclass(frozen=True, slots=True)
class Done:
    """What a move did: its event, and the record to answer with.

    `subject` (of `label`) is what the event is about; `answer_with` another record to read back
    instead. `change` is sent before the event. `office`: as what it was done where no
    organization signs it.
    """

    event: str
    label: str
    subject: str
    answer_with: str | None = None
    change: Change | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A move being made: in which transaction, by whom, of which record's life."""

    writing: Writing
    viewer: Viewer
    node: Node
    move: Move

    @property
    def label(self) -> str:
        """The label of the record that the move is about."""
        return self.node.label

    async def found(self, id_: str, at: str = "id", label: str | None = None) -> Record:
        """A record that the viewer may read, locked. Raises ValueRefused NOT_FOUND, about `at`."""
        try:
            return await records.find(self.writing, label or self.label, id_)
        except ValueRefused as error:
            raise error.within(at) from None

    async def own(self, given: Any) -> Record:
        """The record of `given.id` that the viewer may change, locked, at the version they have read.

        Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED.
        """
        record = await self.found(given.id)
        may_mend(self.viewer, record)
        records.expect_version(record, given.version)
        return record

    def expect(self, record: Record) -> None:
        """Raises ValueRefused unless the record stands where the move may start."""
        expect(self.move, record)

    def said(self, name: str, text: str | None) -> str:
        """A text that this move cannot do without. Raises ValueRefused VALUE_REQUIRED, TEXT_EMPTY."""
        members = [replace(member, required=True) for member in self.node.properties() if member.name == name]
        return str(stored_values(members, {name: text})[name])

    async def follow(self, event: str, record: Record, change: Change) -> None:
        """Make the change of another record that follows from this move, with its own event."""
        organization, office = self.viewer.organization, self.viewer.role.value
        await events.append(self.writing, event, record.label, record.id, organization, office, change=change)

    def done(self, change: Change) -> Done:
        """That it was done by one change of the record."""
        return Done(self.move.event.name, self.label, change.id, change=change)

    def unsigned(self, change: Change, office: str) -> Done:
        """That it was done in an office, and nothing tells for which organization."""
        return replace(self.done(change), office=office)

    def sent(self, subject: str, **more: Any) -> Done:
        """That it was done, by statements that are sent already."""
        return Done(self.move.event.name, **({"label": self.label, "subject": subject} | more))


Rule: TypeAlias = Callable[[Act, Any], Awaitable[Done]]
"""Makes a move: `(act, given)`."""

Check: TypeAlias = Callable[[Act, Record | None, dict[str, Any], dict[str, Sequence[Link]]], Awaitable[None]]
"""Looks at the values and links of a record to be created (no record yet) or edited, and mends them.

Raises ValueRefused."""


@dataclass(frozen=True, slots=True)
class Verb:
    """How a move with rules of its own is made, and its input: a class, or that of creations or of edits."""

    rule: Rule
    input: type | Way


def scope_of(node: Node) -> Scope:
    """What a token needs for the moves of a record."""
    assert node.life is not None
    return node.life.scope


def expect(move: Move, record: Record) -> None:
    """Raises ValueRefused WRONG_STATUS, or what the move says of a record that is there already."""
    status = record.choice("status")
    if status is move.end and status not in move.start:
        told = move.already
        raise record.not_from_here() if told == "WRONG_STATUS" else ValueRefused(told, status=status)
    if move.start and status not in move.start:
        raise record.not_from_here()
    for other in move.holds:
        if record.choice(other.property) not in other.values:
            raise record.not_from_here(other.property)


# -- creations and edits ---------------------------------------------------------------------------


def creating(check: Check | None) -> Rule:
    """Create a record: the viewer's organization owns it, where records of its kind are owned."""

    async def rule(act: Act, given: Any) -> Done:
        owner = acting_organization(act.viewer) if act.move.by is By.MEMBER else None
        _may(act)
        values, links = values_of(given), links_of(given)
        if check is not None:
            await check(act, None, values, links)
        return act.done(await created(act, owner, values, links))

    return rule


def _may(act: Act) -> None:
    """Raises NOT_ALLOWED unless the viewer may make a plain move of whatever record."""
    match act.move.by:
        case By.COORDINATOR:
            may_coordinate(act.viewer)
        case By.ADMINISTRATOR:
            may_administer(act.viewer)
        case _:
            may_write(act.viewer, scope_of(act.node))


async def created(act: Act, owner: str | None, values: Mapping[str, Any], links: Links) -> Change:
    """The creation of a record where its life begins. Raises ValueRefused as `publishing.rights` does."""
    system: dict[str, Any] = {
        member.name: member.default
        for member in act.node.properties()
        if member.default is not None and member.given is Giving.NEVER
    }
    if act.move.end is not None:
        system["status"] = act.move.end
    if act.node.access is Access.OWNED and owner is not None:
        system |= publishing.rights_of_new(act.writing, act.node, owner, act.move.end, values)
        links = {**links, _owner_edge(act.node).name: [Link(owner)]}
    return records.create(act.writing, act.label, values, links, **system)


async def whose(act: Act, wanted: str | None, at: str) -> str:
    """The organization that a record is written for: the viewer's own; as an administrator that of any.

    Raises ValueRefused NOT_ALLOWED, NOT_FOUND, ORGANIZATION_WITHDRAWN.
    """
    owner = speaking_for(act.viewer, wanted)
    if wanted is not None:
        found = await act.found(wanted, at=at, label="Organization")
        if found.properties["status"] == OrganizationStatus.WITHDRAWN.value:
            raise ValueRefused("ORGANIZATION_WITHDRAWN", at=at)
    return owner


def _owner_edge(node: Node) -> Edge:
    return next(edge for edge in node.edges() if edge.type == OWNER_EDGE)


def editing(check: Check | None) -> Rule:
    """Change a record of the viewer's organization: given values replace, null takes away."""

    async def rule(act: Act, given: Any) -> Done:
        record = await act.own(given)
        act.expect(record)
        values, links = values_of(given), links_of(given)
        if check is not None:
            await check(act, record, values, links)
        known = acknowledged(given)
        return act.done(await publishing.edit(act.writing, record, values, links, known))

    return rule


def acknowledged(given: Any) -> list[str]:
    """The words that whoever makes a move knows to hint at its author, and keeps."""
    words = getattr(given, "acknowledge", None)
    return list(words) if isinstance(words, list) else []


# -- plain moves -----------------------------------------------------------------------------------


async def publish(act: Act, given: Any) -> Done:
    """Let a record be read by those its visibility names."""
    record = await act.own(given)
    act.expect(record)
    change = await publishing.publish(act.writing, record, given.visibility, acknowledged(given))
    return act.done(change)


async def withdraw(act: Act, given: Any) -> Done:
    """Take a record back: it stays, marked, and its owners alone read it."""
    record = await act.own(given)
    act.expect(record)
    return act.done(await publishing.withdraw(act.writing, record))


async def go(act: Act, given: Any) -> Done:
    """Move a record to another state."""
    _may(act)  # Whoever may not is not told what there is.
    record = await act.found(given.id)
    if act.move.by is By.OWNER:
        may_mend(act.viewer, record)
    records.expect_version(record, given.version)
    act.expect(record)
    return act.done(records.mark(act.writing, record, status=act.move.end))


async def take_down(act: Act, given: Any) -> Done:
    """Take back for the network what an organization has published, whoever that is, and say why."""
    record = await act.found(given.id)
    _may(act)
    records.expect_version(record, given.version)
    act.expect(record)
    reason = act.said(TAKEDOWN_REASON.name, given.reason)
    return act.done(await publishing.withdraw(act.writing, record, **{TAKEDOWN_REASON.name: reason}))


PLAIN: Mapping[Way, Rule] = {
    Way.PUBLISH: publish,
    Way.WITHDRAW: withdraw,
    Way.TAKE_DOWN: take_down,
    Way.GO: go,
}
