"""Append what happened to the single record of it, in the transaction of the change itself."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.events import THEN_AUDIENCE, THEN_OWNERS, UNTOLD
from graph.model.ids import new_id
from graph.model.members import Access
from graph.model.nodes import Node
from graph.model.snapshots import TYPE as VERSIONS
from graph.model.written import ANONYMIZED, month_text, twin
from graph.queries import audit
from graph.queries.audit import KEEP
from graph.queries.readers import arrow, beneath, judged, judging, parts, readers, tellers, told, told_of
from graph.queries.records import Change, Writing, locked

AUTHORS = Audience.AUTHORS.value
_TICK = timedelta(microseconds=1)

# The counter is locked last, just before the commit, and the moment an event is told is taken behind that
# lock: so the order of `toldAt` is the order of commits, and whoever follows the feed misses nothing. What
# waited for the end of its month comes first in the first change of a later one: all at one moment, told
# apart by random ids, so that neither order nor gaps say more than the month.
_APPEND = f"""
MATCH (c:Counter {{name: 'events'}}) {locked("c")}
WITH s, audience, owners, c, datetime.truncate('microsecond', datetime.realtime()) AS now
WITH s, audience, owners, c, CASE WHEN now <= c.told THEN c.told + $tick ELSE now END AS told
CALL (c, told) {{
  WITH c, told WHERE coalesce(c.month, '') < $month
  MATCH (w:Event) WHERE w.{UNTOLD} < $month
  SET w.{twin("at")} = w.at, w.at = {month_text("w.at", "$zone")}, w.toldAt = told,
      w.audience = '{ANONYMIZED}'
  REMOVE w.{UNTOLD}
}}
SET c.month = $month, c.told = told + $tick, c.value = c.value + 1
CREATE (e:Node&Event {{id: $event, kind: $kind, at: $now, toldAt: told + $tick, sequence: c.value,
                      ownerIds: owners,
                      {THEN_AUDIENCE}: audience, {THEN_OWNERS}: owners,
                      audience: CASE audience WHEN '{ANONYMIZED}' THEN '{AUTHORS}' ELSE audience END,
                      {UNTOLD}: CASE audience WHEN '{ANONYMIZED}' THEN $month END}})-[:SUBJECT]->(s)
WITH s, e
CALL (e) {{ MATCH (o:Node&Organization {{id: $organization}}) CREATE (e)-[:BY]->(o) }}
{KEEP}
CALL () {{ MATCH (i:Idempotency {{key: $key}}) SET i.subject = $answered }}
RETURN e.id AS event
"""

# A move that leaves its subject as it was has kept no version now.
_SIGN = f"""
CALL (s) {{
  MATCH (s)-[:{VERSIONS}]->(v:Version {{number: s.version}}) WHERE v.at = $now
  SET v.event = $kind, v.office = $office
  WITH v MATCH (o:Node&Organization {{id: $organization}}) CREATE (v)-[:BY]->(o)
}}"""


# What has been told without a name stays told; what has not yet, waits. Named again, it is as it was.
def _keep_in_step(audience: str, owners: str = "owners", *, own: bool = False) -> str:
    told, kept = told_of("e", audience, owners, own=own)
    return f"""
  WITH e, {told} AS told, {kept} AS kept
  SET e.ownerIds = kept,
      e.{UNTOLD} = CASE WHEN told = '{ANONYMIZED}' AND e.audience <> '{ANONYMIZED}'
                   THEN coalesce(e.{UNTOLD}, $month) END,
      e.at = CASE WHEN told = '{ANONYMIZED}' THEN e.at ELSE coalesce(e.{twin("at")}, e.at) END,
      e.{twin("at")} = CASE WHEN told = '{ANONYMIZED}' THEN e.{twin("at")} END,
      e.audience = CASE WHEN told <> '{ANONYMIZED}' OR e.audience = '{ANONYMIZED}'
                   THEN told ELSE '{AUTHORS}' END"""


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
    *,
    change: Change | None = None,
    key: str | None = None,
    answered: str | None = None,
) -> str:
    """Record that `organization`, in that `office`, did this to `subject`; the id of the event.

    A `change` that is not sent yet goes before it, and the version it keeps is signed. An idempotency `key`
    remembers the record that was `answered` with. Earlier events of the subject take on who reads it now,
    where that is not as it was, and of those who read it now only who was told then.
    """
    if change is not None:
        await writing.send(change)
    (row,) = await writing.run(
        _append_text(label, retold=change is None or change.id != subject or change.retold),
        subject=subject,
        organization=organization,
        office=office,
        kind=kind,
        event=new_id("eve"),
        entry=audit.entry_id(),
        **({} if "trail" in writing.parameters else {"trail": audit.OF_HUB.values()}),
        tick=_TICK,
        key=key,
        answered=answered,
    )
    return str(row["event"])


@cache
def _append_text(label: str, *, retold: bool) -> str:
    node = MODEL.nodes[label]
    # Without its label: most records share one text, which is planned once.
    lines = ["MATCH (s:Node {id: $subject})", *readers(node, "s")]
    if retold:
        lines += _retell(node)
    return "\n".join([*lines, _SIGN]) + _APPEND


def _retell(node: Node) -> Iterator[str]:
    kept = _keep_in_step("audience", own=node.access not in {Access.JUDGED, Access.SAID})
    for way in ("(s)", *parts(node, "(s)")):
        yield f"CALL (s, audience, owners) {{ MATCH {way}<-[:SUBJECT]-(e:Event){kept} }}"
    for label_, edge in judging(node):
        left, right = arrow(edge, back=True)
        way = f"(s){left}[:{edge.type}]{right}(j:{label_})<-[:SUBJECT]-(e:Event)"
        now = f"WITH e, owners, {judged('j', 'audience')} AS now"
        yield f"CALL (s, audience, owners) {{ MATCH {way} {now}{_keep_in_step('now')} }}"
    for way, said, under in beneath(node, "s"):
        now = f"WITH e, {told(said, under)} AS now, {tellers(said, under)} AS tellers"
        happened = f"MATCH {way} MATCH ({said[0]})<-[:SUBJECT]-(e:Event)"
        yield f"CALL (s) {{ {happened} {now}{_keep_in_step('now', 'tellers')} }}"


async def remembered(writing: Writing, key: str, hash_: str) -> dict[str, Any]:
    """What an idempotency key stands for: the `hash` of its input, and its `subject` once written."""
    rows = await writing.run(_REMEMBER, key=key, hash=hash_)
    return rows[0]
