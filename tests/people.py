"""People as tests need them: an office in an organization, made as accepting an invitation makes it."""

from collections.abc import Sequence

from graph.compiler import Compiler
from graph.connection import Database, Transaction
from graph.model import MODEL
from graph.model.affiliations import AffiliationRight
from graph.queries import people
from hub.context import ANONYMOUS, Context
from hub.resolvers.joining import join, writing_of
from tests.running import Hub


async def employ(
    database: Database, organization: str, name: str, right: str = "EDITOR", office: str | None = None
) -> tuple[str, str]:
    """Write a person down who has an office in an organization; the ids of both."""
    context = Context(database, Compiler(MODEL), ANONYMOUS)

    async def work(transaction: Transaction) -> tuple[str, str]:
        writing = writing_of(context, transaction)
        person = await people.create(writing, {"name": name, "languages": ["FA"]})
        return person, await join(writing, person, organization, AffiliationRight(right), office)

    made, _ = await database.write(work)
    return made


async def employ_also(database: Database, person: str, organization: str) -> None:
    """Give somebody an office in another organization, too."""
    context = Context(database, Compiler(MODEL), ANONYMOUS)

    async def work(transaction: Transaction) -> str:
        writing = writing_of(context, transaction)
        return await join(writing, person, organization, AffiliationRight.MEMBER, None)

    await database.write(work)


def reviewer(
    hub: Hub, organization: str, name: str, topics: Sequence[str] = (), regions: Sequence[str] = ()
) -> tuple[str, str]:
    """Somebody who works for an organization and is appointed as a reviewer; their id, and a token of theirs."""
    person = hub.run(lambda database: employ(database, organization, name))[0]
    given = {"personId": person, "role": "REVIEWER", "topicIds": list(topics), "regionIds": list(regions)}
    hub.done("appoint", given, "appointment { id }", hub.admin)
    return person, hub.token(organization, person=person)
