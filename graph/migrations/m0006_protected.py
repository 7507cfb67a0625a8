"""What is anonymized is shown by its month, under ids that tell nothing; events have a moment they were told.

Ids of earlier versions hold the millisecond. What is anonymized has another one from now on, and the old one
leads nowhere: whoever kept it knows its time, and must not learn more by it. What is named keeps its id until
it is anonymized.
"""

from graph.model import MODEL
from graph.model.settled import settling
from graph.model.snapshots import TYPE
from graph.queries.versions import beginnings

_HOW = "IN TRANSACTIONS OF 5000 ROWS"
_RECORDS = [node for node in MODEL.nodes.values() if node.anonymizable and node.life is not None]

STATEMENTS = (
    "MERGE (c:Counter {name: 'anonymity'})",
    *(
        f"MATCH (n:{node.label}) WHERE n.audience = 'ANONYMIZED' AND n.writtenCreatedAt IS NULL"
        f" WITH n, n.id AS former SET n.id = '{node.prefix}_' + replace(randomUUID(), '-', '')"
        " WITH n, former MATCH (i:Idempotency {subject: former}) SET i.subject = n.id"
        for node in _RECORDS
    ),
    "MATCH (e:Event) WHERE e.toldAt IS NULL SET e.id = 'eve_' + replace(randomUUID(), '-', '')",
    # The version that such a record was begun with has all that was written.
    *(
        f"MATCH (n:{node.label})-[:{TYPE}]->(v:Version) WHERE n.audience = 'ANONYMIZED'"
        " AND n.writtenCreatedAt IS NULL AND v.audience = n.audience DETACH DELETE v"
        for node in _RECORDS
    ),
    *settling(MODEL, _HOW),
    *beginnings(how=_HOW),
)
