"""What ending a working group asks of the graph: the seats that wait for an answer."""

from graph.model.group_seats import ASKED
from graph.queries.records import Record, Writing, locked

_ASKED = f"""
MATCH (:Node&WorkingGroup {{id: $id}})<-[:SEAT_IN]-(s:GroupSeat) WHERE s.status = '{ASKED.value}'
WITH s ORDER BY s.id
{locked("s")}
RETURN properties(s) AS properties
"""


async def asked(writing: Writing, group: str) -> list[Record]:
    """The seats of a group that wait for an answer, locked."""
    rows = await writing.run(_ASKED, id=group)
    return [Record(row["properties"]["id"], "GroupSeat", row["properties"]) for row in rows]
