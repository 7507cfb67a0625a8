"""Ties and participations are claims of one organization until the other has confirmed them.

Of what is there, the demo's is confirmed: it tells of a network at work. So is a tie that names its source,
as one that a coordinator enters: the other end may still dispute it, and either may end it. Everything else
is one side's word that nobody asked the other about, so it becomes a claim, and the other is asked.
"""

_TIES = """
MATCH (a:Organization)-[t:TIED_TO]->(b:Organization)
WHERE t.status IS NULL
CALL (a, t, b) {
  WITH a, t, b, coalesce(a.demo AND b.demo, false) AS demo
  WITH a, t, b, demo, demo OR t.source IS NOT NULL AS confirmed
  CREATE (c:Node:TieClaim)-[:TIE_FROM]->(a), (c)-[:TIE_TO]->(b), (c)-[:CLAIMED_BY]->(a), (c)-[:ASKS]->(b)
  SET c = {
    id: t.id, kind: t.kind, since: t.since, until: t.until, source: t.source, demo: demo,
    status: CASE WHEN NOT confirmed THEN 'CLAIMED' WHEN t.until < date() THEN 'ENDED' ELSE 'CONFIRMED' END,
    audience: CASE WHEN confirmed THEN 'PUBLIC' ELSE 'COORDINATORS' END, ownerIds: [a.id, b.id],
    version: 1, createdAt: datetime(), updatedAt: datetime()
  }
  FOREACH (_ IN CASE WHEN demo THEN [1] ELSE [] END | CREATE (c)-[:CONFIRMED_BY]->(b))
  FOREACH (_ IN CASE WHEN confirmed THEN [1] ELSE [] END | SET t.status = c.status)
  FOREACH (_ IN CASE WHEN confirmed THEN [] ELSE [1] END | DELETE t)
} IN TRANSACTIONS OF 1000 ROWS
"""

_PARTICIPATIONS = """
MATCH (e:Experience)-[r:HAS_PARTICIPANT]->(o:Organization)
WHERE NOT o.id IN e.ownerIds
  AND NOT EXISTS { (e)<-[:NAMED_IN]-(:ParticipationClaim {role: r.role})-[:NAMES]->(o) }
CALL (e, r, o) {
  CREATE (c:Node:ParticipationClaim)-[:NAMED_IN]->(e), (c)-[:NAMES]->(o)
  SET c = {
    id: 'pac_' + replace(randomUUID(), '-', ''), role: r.role, since: r.since, until: r.until, demo: e.demo,
    status: CASE WHEN e.demo THEN 'CONFIRMED' ELSE 'CLAIMED' END,
    audience: 'OWNERS', ownerIds: e.ownerIds + [o.id], askedId: o.id,
    version: 1, createdAt: datetime(), updatedAt: datetime()
  }
  FOREACH (_ IN CASE WHEN e.demo THEN [] ELSE [1] END | DELETE r)
} IN TRANSACTIONS OF 1000 ROWS
"""

STATEMENTS = (_TIES, _PARTICIPATIONS)
