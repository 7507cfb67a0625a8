"""Graphs from before amendments and reports: what one side had said of a commitment becomes its word alone."""

import pytest

from graph.connection import Database
from graph.migrations.m0004_agreements import STATEMENTS
from tests.hub.agreements import Two, two
from tests.running import Hub

_BEFORE = """
MATCH (p)-[:HAS_COMMITMENT]->(c:Node {id: $id}) REMOVE p.termsVersion
SET c.status = $status, c.evidence = 'فهرست حضور', c.evidenceUrl = 'https://example.org/list'
WITH c MATCH (o:Node {id: $by})
CREATE (c)<-[:SUBJECT]-(e:Event {kind: 'COMMITMENT_REPORTED', at: datetime('2025-05-02T09:00:00Z'), sequence: -1})
CREATE (e)-[:BY]->(o)
"""
_READ = """
query($id: ID!) { commitment(id: $id) { status reportStatus claimedOn version versions { totalCount }
  partnership { version termsVersion }
  reports { nodes { status reportedStatus asOf note evidenceUrl target unit answeredOn
    reportedBy { id } reportedTo { id } versions { totalCount } } } } }
"""


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Two:
    return two(hub)


async def upgrade(database: Database) -> None:
    for text in STATEMENTS:
        await database.statement(text)


@pytest.mark.parametrize(
    ("status", "by", "kept", "report", "claimed"),
    [
        ("MET", "debtor", "IN_PROGRESS", ("WAITING", "MET", None), "2025-05-02"),
        ("MET", "creditor", "MET", ("CONFIRMED", "MET", "2025-05-02"), None),
        ("MISSED", "debtor", "IN_PROGRESS", ("WAITING", "MISSED", None), None),
        ("WAIVED", "debtor", "IN_PROGRESS", ("WAITING", "IN_PROGRESS", None), None),
        ("WAIVED", "creditor", "WAIVED", None, None),
        ("IN_PROGRESS", "creditor", "IN_PROGRESS", ("CONFIRMED", "IN_PROGRESS", "2025-05-02"), None),
    ],
)
def test_what_one_side_had_said_waits_for_the_other(
    cast: Two,
    status: str,
    by: str,
    kept: str,
    report: tuple[str, str, str | None] | None,
    claimed: str | None,
) -> None:
    whole = cast.agreement({})
    one = cast.commitment(whole)["id"]
    cast.hub.cypher(_BEFORE, id=one, by=cast.ids[by], status=status)
    for _ in range(2):  # It is safe to run twice.
        cast.hub.run(upgrade)
        told = cast.hub.ask(_READ, {"id": one}, cast.tokens["debtor"])["commitment"]
        assert (told["status"], told["claimedOn"]) == (kept, claimed)
        assert told["partnership"] == {"version": 4, "termsVersion": 2}
        assert told["versions"]["totalCount"] == told["version"]
        if report is None:
            assert told["reports"]["nodes"] == []
            continue
        assert told["reportStatus"] == report[0]
        assert told["reports"]["nodes"] == [
            {
                "status": report[0],
                "reportedStatus": report[1],
                "answeredOn": report[2],
                "asOf": "2025-05-02",
                "note": "فهرست حضور",
                "evidenceUrl": "https://example.org/list",
                "target": 100.0,
                "unit": "نفر",
                "reportedBy": {"id": cast.ids["debtor"]},
                "reportedTo": {"id": cast.ids["creditor"]},
                "versions": {"totalCount": 1},
            }
        ]
    assert cast.hub.cypher("MATCH (c {id: $id}) RETURN c.evidence AS said", id=one) == [{"said": None}]
