"""What users do with actions of working groups: give and accept them, show that they are done, drop them."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.access import Audience
from graph.model.actions import ASSIGNED, DECLINED, LINKED, OPEN
from graph.model.common import Visibility
from graph.model.life import Way
from graph.model.words import Words
from graph.queries import actions as queries
from graph.queries import groups as sitting
from graph.queries import records
from graph.queries.groups import Group
from graph.queries.records import Link, Record
from hub.permissions import acting_organization, may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.groups import administers, begun, by, expect_own, held, may_run, readers, ready
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_WITHIN = ("meeting", "decision")
"""What leads to a record of the same group."""
_AGREED = {"title", "description", "dueOn"}
"""What its owner has accepted, beside who reads it."""
_LINKED = Words(
    "an organization that has a part in what is linked to",
    "سازمانی که در آنچه به آن پیوند داده می‌شود سهمی دارد",
)
_READERS = tuple(Visibility)
"""Each is read by fewer than the one before."""
_WHICH = say("The action.", "اقدام.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(
    description=say("Which action is done, and what shows it.", "کدام اقدام انجام شد، و چه آن را نشان می‌دهد.")
)
class CompleteActionInput:
    """Completes an action."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    done_on: date | None = gives("Action", "doneOn", default=None)
    evidence: str | None = gives("Action", "evidence", default=None)
    evidence_url: str | None = gives("Action", "evidenceUrl", default=None)


@strawberry.input(
    description=say(
        "Which action is declined or dropped, and why.", "کدام اقدام پذیرفته نمی‌شود یا کنار می‌رود، و چرا."
    )
)
class CloseActionInput:
    """Declines or drops an action."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = gives("Action", "reason", required=True)


@strawberry.input(
    description=say("What an action is for, or what came of it.", "اقدام برای چیست، یا از آن چه برآمد.")
)
class LinkActionInput:
    """Links an action."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    commitment_ids: list[strawberry.ID] | None = gives("Action", "commitments")
    need_ids: list[strawberry.ID] | None = gives("Action", "needs")
    program_ids: list[strawberry.ID] | None = gives("Action", "programs")
    founding_step_ids: list[strawberry.ID] | None = gives("Action", "foundingSteps")


# -- by those who run the group --------------------------------------------------------------------


async def add_action(act: Act, given: Any) -> Done:
    """Give an organization something to do: it accepts first, unless one gives it to oneself."""
    group = await begun(act, given.groupId)
    may_run(act.viewer, group)
    owner = await act.found(given.ownerId, at="ownerId", label="Organization")
    sitting.expect_here(owner, "ownerId")
    values, links = values_of(given), links_of(given)
    await expect_own(act, group, links, *_WITHIN)
    status = OPEN if owner.id == act.viewer.organization else act.move.end
    change = records.create(
        act.writing,
        act.label,
        values,
        {**links, **by(act.viewer, "assignedBy")},
        ownerIds=list(dict.fromkeys([*group.members(), owner.id])),
        **_standing(act, status, values),
    )
    return act.done(change)


async def edit_action(act: Act, given: Any) -> Done:
    """Change what is to be done; another organization that has accepted is asked anew."""
    group, record, owner = await _found(act, given)
    may_run(act.viewer, group)
    ready(act, given, record)
    values, links = values_of(given), links_of(given)
    await expect_own(act, group, links, *_WITHIN)
    own = owner == act.viewer.organization or administers(act.viewer)
    status = ASSIGNED if not own and _differs(record, values) else record.choice("status")
    standing = _standing(act, status, values, record)
    return act.done(records.edit(act.writing, record, values, links, **standing))


def _differs(record: Record, values: Mapping[str, Any]) -> bool:
    """Whether something would be other than its owner has accepted, or read by more."""
    before = Visibility(record.properties["visibility"])
    wider = _READERS.index(values.get("visibility") or before) < _READERS.index(before)
    return wider or any(values[name] != record.properties.get(name) for name in _AGREED & values.keys())


def _standing(
    act: Act, status: Any, values: Mapping[str, Any] | None = None, record: Record | None = None
) -> dict[str, Any]:
    """Its status, and who reads it: until its owner has accepted, that owner and the group alone."""
    may_read = readers(act, values or {}, record)
    closed = {"audience": Audience.OWNERS.value} if status in {ASSIGNED, DECLINED} else {}
    return {"status": status, **may_read, **closed}


# -- by its owner ----------------------------------------------------------------------------------


async def accept_action(act: Act, given: Any) -> Done:
    """Take an action on."""
    record = await _own(act, given)
    standing = _standing(act, act.move.end, record=record)
    return act.done(records.edit(act.writing, record, {"reason": None}, {}, **standing))


async def decline_action(act: Act, given: CloseActionInput) -> Done:
    """Not take an action on, and say why."""
    record = await _own(act, given)
    values = {"reason": act.said("reason", given.reason)}
    return act.done(records.edit(act.writing, record, values, {}, status=act.move.end))


async def complete_action(act: Act, given: CompleteActionInput) -> Done:
    """Say that an action is done, with what shows it."""
    _, record, owner = await _found(act, given)
    may_speak_for(act.viewer, owner)
    ready(act, given, record)
    values = values_of(given)
    if not any(values.get(name) for name in ("evidence", "evidenceUrl")):
        raise ValueRefused("EVIDENCE_NEEDED", at="evidenceUrl")
    values["doneOn"] = values.get("doneOn") or act.writing.parameters["today"]
    return act.done(records.edit(act.writing, record, values, {}, status=act.move.end))


async def reopen_action(act: Act, given: Any) -> Done:
    """Say that an action is to be done after all; what was said of its end is taken back."""
    record = await _own(act, given)
    taken = dict.fromkeys(("doneOn", "evidence", "evidenceUrl", "reason"))
    standing = _standing(act, act.move.end, record=record)
    return act.done(records.edit(act.writing, record, taken, {}, **standing))


async def _own(act: Act, given: Any) -> Record:
    """An action that the viewer's organization is to do.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    _, record, owner = await _found(act, given)
    if acting_organization(act.viewer) != owner:
        raise ValueRefused("NOT_ALLOWED")
    ready(act, given, record)
    return record


# -- by either -------------------------------------------------------------------------------------


async def drop_action(act: Act, given: CloseActionInput) -> Done:
    """Say that an action is no longer to be done, and why."""
    record = await _either(act, given)
    values = {"reason": act.said("reason", given.reason)}
    return act.done(records.edit(act.writing, record, values, {}, status=act.move.end))


async def link_action(act: Act, given: LinkActionInput) -> Done:
    """Say what an action is for or what came of it: of one's own; what others have linked stays."""
    record = await _either(act, given)
    links, hidden = dict(links_of(given)), []
    for name in [name for name in LINKED if name in links]:
        before = await queries.linked(act.writing, record.id, name)
        await _expect_ones_own(act, name, [str(link.id) for link in links[name]], before)
        others = () if administers(act.viewer) else before.items()
        kept = {id_: to for id_, to in others if act.viewer.organization not in to.owners}
        links[name] = [*links[name], *(Link(id_) for id_, to in kept.items() if to.is_read)]
        hidden += [id_ for id_, to in kept.items() if not to.is_read]
    await act.writing.send(records.edit(act.writing, record, {}, links))
    await queries.keep(act.writing, record.id, hidden)
    return act.sent(record.id)


async def _expect_ones_own(act: Act, name: str, ids: Sequence[str], before: Container[str]) -> None:
    """Raises ValueRefused LIST_TOO_LONG, and with its place NOT_FOUND, or NOT_ALLOWED for what others own."""
    if len(ids) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at=name, given=len(ids), maximum=MAXIMUM_LINKS)
    for index, id_ in enumerate(ids):
        at = f"{name}.{index}"
        if id_ in before or administers(act.viewer):
            continue  # What cannot be read is not found as the links are made.
        await act.found(id_, at=at, label=queries.TARGETS[name].label)
        if act.viewer.organization not in await queries.owners(act.writing, name, id_):
            raise ValueRefused("NOT_ALLOWED", at=at, whose=_LINKED)


async def _either(act: Act, given: Any) -> Record:
    """An action of one's own, or of a group that one runs.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    group, record, owner = await _found(act, given)
    if act.viewer.organization != owner:
        may_run(act.viewer, group)
    ready(act, given, record)
    return record


async def _found(act: Act, given: Any) -> tuple[Group, Record, str]:
    """The group, the action and whose it is, locked in this order. Raises ValueRefused NOT_FOUND."""
    group, record = await held(act, given)
    owner = await sitting.whose(act.writing, record.id, "ASSIGNED_TO")
    return group, record, owner


VERBS = {
    "addAction": Verb(add_action, Way.CREATE),
    "editAction": Verb(edit_action, Way.EDIT),
    "linkAction": Verb(link_action, LinkActionInput),
    "acceptAction": Verb(accept_action, Way.GO),
    "declineAction": Verb(decline_action, CloseActionInput),
    "completeAction": Verb(complete_action, CompleteActionInput),
    "dropAction": Verb(drop_action, CloseActionInput),
    "reopenAction": Verb(reopen_action, Way.GO),
}
