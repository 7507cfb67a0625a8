"""Turn a person into the viewers that their session would be: for what the hub reads on their behalf.

A letter of news is such a reading. No second factor is shown in it, so it tells nobody what they read only
as an administrator or a trustee.
"""

from datetime import datetime, tzinfo

from graph.connection import Database
from graph.queries import sessions as queries
from hub.context import Viewer, day_of
from hub.sessions import viewer_of

READER = "reader"
"""Stands for a session where the hub reads for a person: it is the id of none."""


async def readers(database: Database, zone: tzinfo, person: str, now: datetime) -> tuple[Viewer, ...]:
    """A person as they are without choosing an organization, then for each other one of theirs.

    Each has the rights that a session has which has shown no second factor, of that moment. None where the
    person has no account, or it is disabled. Raises DatabaseUnavailable.
    """
    row = await queries.of_person(database, person=person, today=day_of(now, zone))
    if row is None or row["disabled"]:
        return ()
    session = row | {"id": READER, "factor": False, "authenticated": None}
    first = viewer_of(session, None)
    others = dict.fromkeys(office["organization"] for office in row["offices"])
    return (first, *(viewer_of(session, one) for one in others if one != first.organization))
