"""Append what happened to the single record of it, in the transaction of the change itself."""

from typing import Any

from graph.model.events import EventKind
from graph.model.ids import new_id
from graph.queries.records import Writing

# The counter is locked last, just before the commit: so the order of `sequence` is the order of
# commits, and whoever follows the feed misses nothing.
_APPEND = """
MATCH (s:Node {id: $subject})
OPTIONAL MATCH (s)<-[:HAS_COMMITMENT]-(whole:Partnership)
WITH s, coalesce(whole, s) AS owned
WITH s, CASE WHEN s:Organization THEN 'PUBLIC' ELSE owned.audience END AS audience,
     CASE WHEN s:Organization THEN [s.id] ELSE owned.ownerIds END AS owners
CALL (s, audience, owners) {
  MATCH (e:Event)-[:SUBJECT]->(s) SET e.audience = audience, e.ownerIds = owners
}
CALL (s, audience, owners) {
  MATCH (s)-[:HAS_COMMITMENT]->(:Commitment)<-[:SUBJECT]-(e:Event)
  SET e.audience = audience, e.ownerIds = owners
}
MATCH (c:Counter {name: 'events'}) SET c.value = c.value + 1
CREATE (e:Node&Event {id: $event, kind: $kind, at: $now, sequence: c.value,
                      audience: audience, ownerIds: owners})-[:SUBJECT]->(s)
WITH e
CALL (e) { MATCH (o:Node&Organization {id: $organization}) CREATE (e)-[:BY]->(o) }
CALL () { MATCH (i:Idempotency {key: $key}) SET i.subject = $answered }
RETURN e.sequence AS sequence
"""

_REMEMBER = """
MERGE (i:Idempotency {key: $key})
ON CREATE SET i.hash = $hash, i.at = $now
RETURN i.hash AS hash, i.subject AS subject
"""


async def append(
    writing: Writing,
    kind: EventKind,
    subject: str,
    organization: str | None,
    key: str | None,
    answered: str,
    *texts: str,
    **parameters: Any,
) -> dict[str, Any]:
    """Record that `organization` did this to `subject`; the row of the reads `texts` that follow it.

    An idempotency `key` remembers the record that was `answered` with.

    Earlier events of the subject take on who may read it now.
    """
    return await writing.last(
        _APPEND,
        *texts,
        subject=subject,
        organization=organization,
        kind=kind.value,
        event=new_id("eve", writing.parameters["now"]),
        key=key,
        answered=answered,
        **parameters,
    )


async def remembered(writing: Writing, key: str, hash_: str) -> dict[str, Any]:
    """What an idempotency key stands for: the `hash` of its input, and its `subject` once written."""
    rows = await writing.run(_REMEMBER, key=key, hash=hash_)
    return rows[0]
