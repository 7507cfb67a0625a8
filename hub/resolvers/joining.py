"""How a person joins an organization, is trusted by the network, and how that ends: with the event, whoever
brings it about."""

from dataclasses import replace

from graph.compiler import AUDIENCES, Role
from graph.compiler.visibility import Sight
from graph.connection import Transaction
from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.access import Audience
from graph.model.affiliations import ACTIVE, ENDED, LIFE, AffiliationRight
from graph.model.appointments import ACTIVE as APPOINTED
from graph.model.appointments import APART, APPOINTMENT, AppointmentRole
from graph.model.appointments import ENDED as APPOINTED_NO_MORE
from graph.model.appointments import LIFE as APPOINTMENT_LIFE
from graph.queries import affiliations as queries
from graph.queries import appointments, events, records
from graph.queries import tokens as token_queries
from graph.queries.records import Link, Record, Writing
from hub.context import Context

LABEL = "Affiliation"
_OFFICE = "MEMBER"
"""As what the organization of a person acts, where none of its own has asked for it just now."""


def writing_of(context: Context, transaction: Transaction) -> Writing:
    """A write of the hub's own, by its own rules alone: whoever accepts an invitation reads nothing yet."""
    return by_the_hub(Writing(transaction, Sight(Role.ADMINISTRATOR, MODEL), context.parameters()))


def by_the_hub(writing: Writing) -> Writing:
    """The same write, finding what administrators read, whoever has asked for it."""
    viewer = {**writing.parameters["viewer"], "audiences": AUDIENCES[Role.ADMINISTRATOR]}
    parameters = {**writing.parameters, "viewer": viewer}
    return replace(writing, see=Sight(Role.ADMINISTRATOR, MODEL), parameters=parameters)


async def join(
    writing: Writing, person: str, organization: str, right: AffiliationRight, office: str | None
) -> str:
    """Let a person have an office in an organization from today on; the affiliation's id."""
    change = records.create(
        writing,
        LABEL,
        {"right": right, "office": office},
        {"organization": [Link(organization)]},
        status=ACTIVE,
        since=writing.parameters["today"],
        audience=Audience.OWNERS.value,
        ownerIds=[organization],
    )
    begun = LIFE.move("AFFILIATION_BEGUN").event.name
    await events.append(writing, begun, LABEL, change.id, organization, _OFFICE, change=change)
    await queries.give_to(writing, change.id, person)
    return change.id


async def entrust(writing: Writing, person: str, role: AppointmentRole) -> None:
    """Let a person have a role of the network from today on, in all of the country; who has it keeps it.

    Raises ValueRefused TRUSTEE_APART.
    """
    held = await appointments.roles(writing, person)
    if role in held:
        return
    if role in APART and held & APART:
        raise ValueRefused("TRUSTEE_APART")
    change = records.create(
        writing,
        APPOINTMENT.label,
        {"role": role},
        {"person": [Link(person)]},
        status=APPOINTED,
        since=writing.parameters["today"],
        audience=Audience.MEMBERS.value,
        ownerIds=[],
    )
    begun = APPOINTMENT_LIFE.move("APPOINTED").event.name
    await events.append(
        writing, begun, APPOINTMENT.label, change.id, None, Role.ADMINISTRATOR.value, change=change
    )


async def resign(writing: Writing, person: str) -> None:
    """End today what the network trusts a person with."""
    ended = APPOINTMENT_LIFE.move("APPOINTMENT_ENDED").event.name
    for id_ in await appointments.standing(writing, person):
        record = await records.find(writing, APPOINTMENT.label, id_)
        change = records.mark(writing, record, status=APPOINTED_NO_MORE, until=writing.parameters["today"])
        await events.append(writing, ended, APPOINTMENT.label, record.id, None, _OFFICE, change=change)


async def leave(writing: Writing, person: str, organization: str | None = None) -> tuple[int, int]:
    """End the offices of a person in an organization, or in all: how many, and how many tokens with them."""
    standing = await queries.standing(writing, person, organization)
    tokens = 0
    for row in standing:
        record = await records.find(writing, LABEL, row["id"])
        tokens += await let_go_of_tokens(writing, record)
        change = await ending(writing, record)
        ended = LIFE.move("AFFILIATION_ENDED").event.name
        await events.append(writing, ended, LABEL, record.id, row["organization"], _OFFICE, change=change)
    return len(standing), tokens


async def let_go_of_tokens(writing: Writing, record: Record) -> int:
    """End the tokens of an organization whose last editor is one by an affiliation that ends; how many."""
    return sum([await token_queries.end_unkept(writing, owner, record.id) for owner in record.owners])


async def leave_tokens(writing: Writing, person: str) -> None:
    """End the tokens of the organizations of which a person who can come in no more is the last editor."""
    for affiliation, organization in await token_queries.edited(writing, person):
        await token_queries.end_unkept(writing, organization, affiliation)


async def ending(writing: Writing, record: Record) -> records.Change:
    """End an affiliation today; its organization reads the person's name no longer."""
    person = await queries.person_of(writing, record.id)
    if person is not None:
        await queries.set_name_readers(writing, person, ending=record.id)
    return records.mark(writing, record, status=ENDED, until=writing.parameters["today"])
