"""What users do with actions of working groups: give and accept them, show that they are done, drop them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.actions import LINKED, OPEN
from graph.model.life import Way
from graph.queries import actions as queries
from graph.queries import groups as sitting
from graph.queries import records
from graph.queries.groups import Group
from graph.queries.records import Record
from hub.permissions import acting_organization, may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.groups import administers, begun, by, expect_own, held, may_run, readers, ready
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_WITHIN = ("meeting", "decision")
"""What leads to a record of the same group."""
_AGREED = {"title", "description", "dueOn"}
"""What its owner has accepted."""
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
    change = records.create(
        act.writing,
        act.label,
        values,
        {**links, **by(act.viewer, "assignedBy")},
        status=OPEN if owner.id == act.viewer.organization else act.move.end,
        ownerIds=list(dict.fromkeys([*group.members(), owner.id])),
        **readers(act, values),
    )
    return act.done(change)


async def edit_action(act: Act, given: Any) -> Done:
    """Change what is to be done; another organization that has accepted is asked anew."""
    group, record, owner = await _found(act, given)
    may_run(act.viewer, group)
    ready(act, given, record)
    values, links = values_of(given), links_of(given)
    await expect_own(act, group, links, *_WITHIN)
    rights = readers(act, values, record)
    own = owner == act.viewer.organization or administers(act.viewer)
    if not own and _differs(record, values):
        rights["status"] = "ASSIGNED"
    return act.done(records.edit(act.writing, record, values, links, **rights))


def _differs(record: Record, values: Mapping[str, Any]) -> bool:
    """Whether something would be other than its owner has accepted."""
    return any(values[name] != record.properties.get(name) for name in _AGREED & values.keys())


# -- by its owner ----------------------------------------------------------------------------------


async def accept_action(act: Act, given: Any) -> Done:
    """Take an action on."""
    record = await _own(act, given)
    return act.done(records.edit(act.writing, record, {"reason": None}, {}, status=act.move.end))


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
    return act.done(records.edit(act.writing, record, taken, {}, status=act.move.end))


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
    """Say what an action is for or what came of it; a record that is linked anew is of one's own."""
    record = await _either(act, given)
    links = links_of(given)
    for name in LINKED:
        await _expect_ones_own(act, record, name, [str(link.id) for link in links.get(name, ())])
    return act.done(records.edit(act.writing, record, {}, links))


async def _expect_ones_own(act: Act, record: Record, name: str, ids: Sequence[str]) -> None:
    """Raises ValueRefused LIST_TOO_LONG, and NOT_ALLOWED with its place for what others own and is new."""
    if len(ids) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at=name, given=len(ids), maximum=MAXIMUM_LINKS)
    before = await sitting.led_to(act.writing, record.id, "ACTS_ON")
    owners = await queries.owners(act.writing, ids)
    for index, id_ in enumerate(ids):
        theirs = id_ in owners and act.viewer.organization not in owners[id_]
        if theirs and id_ not in before and not administers(act.viewer):
            raise ValueRefused("NOT_ALLOWED", at=f"{name}.{index}")


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
    (owner,) = await sitting.led_to(act.writing, record.id, "ASSIGNED_TO")
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
