"""What users do with affiliations: give a person another office or right, and end one."""

from typing import Any

import strawberry

from graph.model.affiliations import AffiliationRight
from graph.model.life import Way
from graph.queries import affiliations as queries
from graph.queries import invitations, records, sessions
from graph.queries.records import Record
from hub.permissions import may_move_people
from hub.resolvers.given import values_of
from hub.resolvers.joining import ending, let_go_of_tokens
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say


@strawberry.input(description=say("Which affiliation ends.", "کدام سمت پایان می‌یابد."))
class EndAffiliationInput:
    """Ends an affiliation."""

    id: strawberry.ID = strawberry.field(description=say("The affiliation.", "سمت."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


async def change(act: Act, given: Any) -> Done:
    """Give a person of the viewer's organization another office, or another right."""
    record = await act.own(given)
    may_move_people(act.viewer)
    act.expect(record)
    values = values_of(given)
    right = values.get("right", record.choice("right"))
    if right is AffiliationRight.MEMBER:
        await let_go_of_tokens(act.writing, record)
    await _renew(act, record, writes=right is not AffiliationRight.MEMBER)
    return act.done(records.edit(act.writing, record, values, {}))


async def end(act: Act, given: Any) -> Done:
    """End an affiliation today: its person can do nothing in the organization's name from now on."""
    record = await act.own(given)
    may_move_people(act.viewer)
    act.expect(record)
    await let_go_of_tokens(act.writing, record)
    await _renew(act, record, writes=False)
    return act.done(await ending(act.writing, record))


async def _renew(act: Act, record: Record, *, writes: bool) -> None:
    """Let the sessions of a person whose right changes have other secrets from now on.

    Who is let go, or `writes` no more, comes back by no invitation of their own making.
    """
    person = await queries.person_of(act.writing, record.id)
    if person is None:
        return
    transaction = act.writing.transaction
    await sessions.mark_for_renewal(transaction, person)
    if not writes and person != act.viewer.person:
        for organization in record.owners:
            await invitations.take_back(transaction, organization, person)


VERBS = {
    "changeAffiliation": Verb(change, Way.EDIT),
    "endAffiliation": Verb(end, EndAffiliationInput),
}
