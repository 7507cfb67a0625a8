"""Append what happened to the single record of it, in the transaction of the change itself."""

from functools import cache
from typing import Any

from graph.model import MODEL
from graph.model.ids import new_id
from graph.model.snapshots import TYPE as VERSIONS
from graph.queries.readers import parts, readers
from graph.queries.records import Change, Writing

# The counter is locked last, just before the commit: so the order of `sequence` is the order of
# commits, and whoever follows the feed misses nothing.
_APPEND = """
MATCH (c:Counter {name: 'events'}) SET c.value = c.value + 1
CREATE (e:Node&Event {id: $event, kind: $kind, at: $now, sequence: c.value,
                      audience: audience, ownerIds: owners})-[:SUBJECT]->(s)
WITH e
CALL (e) { MATCH (o:Node&Organization {id: $organization}) CREATE (e)-[:BY]->(o) }
CALL () { MATCH (i:Idempotency {key: $key}) SET i.subject = $answered }
RETURN e.sequence AS sequence
"""

# A move that leaves its subject as it was has kept no version now.
_SIGN = f"""
CALL (s) {{
  MATCH (s)-[:{VERSIONS}]->(v:Version {{number: s.version}}) WHERE v.at = $now
  SET v.event = $kind, v.office = $office
  WITH v MATCH (o:Node&Organization {{id: $organization}}) CREATE (v)-[:BY]->(o)
}}"""

_REMEMBER = """
MERGE (i:Idempotency {key: $key})
ON CREATE SET i.hash = $hash, i.at = $now
RETURN i.hash AS hash, i.subject AS subject
"""


async def append(
    writing: Writing,
    kind: str,
    label: str,
    subject: str,
    organization: str | None,
    office: str,
    *texts: str,
    change: Change | None = None,
    key: str | None = None,
    answered: str | None = None,
    **parameters: Any,
) -> dict[str, Any]:
    """Record that `organization`, in that `office`, did this to `subject`; the row of `texts`, read after.

    A `change` that is not sent yet goes before it, and the version it keeps is signed. An idempotency `key`
    remembers the record that was `answered` with. Earlier events of the subject take on who reads it now.
    """
    return await writing.last(
        change,
        _append_text(label),
        *texts,
        subject=subject,
        organization=organization,
        office=office,
        kind=kind,
        event=new_id("eve", writing.parameters["now"]),
        key=key,
        answered=answered,
        **parameters,
    )


@cache
def _append_text(label: str) -> str:
    node = MODEL.nodes[label]
    lines = [f"MATCH (s:Node&{label} {{id: $subject}})", *readers(node, "s")]
    lines += [
        f"CALL (s, audience, owners) {{ MATCH {way}<-[:SUBJECT]-(e:Event)"
        " SET e.audience = audience, e.ownerIds = owners }"
        for way in ("(s)", *parts(node, "(s)"))
    ]
    return "\n".join([*lines, _SIGN]) + _APPEND


async def remembered(writing: Writing, key: str, hash_: str) -> dict[str, Any]:
    """What an idempotency key stands for: the `hash` of its input, and its `subject` once written."""
    rows = await writing.run(_REMEMBER, key=key, hash=hash_)
    return rows[0]
