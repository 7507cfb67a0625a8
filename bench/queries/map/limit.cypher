// Organizations and ties as plain rows; the server counts, sorts and cuts them (contenders/limit.py).
// In one list: a record of its own costs more than the row in it.
CALL () {
  MATCH (w:Node:Region) WHERE w.id IN $regions
  MATCH (w)<-[:PART_OF*0..3]-(:Region)<-[:SERVES|LOCATED_IN]-(a:Organization)
  WITH DISTINCT a ORDER BY a.nameFaSort, a.id LIMIT 20000
  RETURN collect(a) AS organizations
}
CALL (organizations) {
  RETURN ['', [o IN organizations | [o.id, o.nameFa, o.kind, o.nameFaSort]]] AS value
  UNION ALL
  UNWIND organizations AS a
  MATCH (a)-[r:TIED_TO]->(b:Organization)
  RETURN [r.kind, r.id, toString(r.since), [a.id, b.id]] AS value
  UNION ALL
  UNWIND organizations AS a
  MATCH (a)<-[:HAS_PARTY]-(p:Partnership) WHERE p.audience = 'PUBLIC' AND p.status <> 'DRAFT'
  WITH p, collect(DISTINCT a.id) AS ends WHERE size(ends) > 1
  RETURN ['PARTNERSHIP', p.id, toString(coalesce(p.startsOn, p.signedOn)), ends] AS value
  UNION ALL
  UNWIND organizations AS a
  MATCH (a)<-[:HAS_PARTICIPANT]-(e:Experience) WHERE e.audience = 'PUBLIC'
  WITH DISTINCT e
  MATCH (e)-[:HAS_PARTICIPANT|PUBLISHED_BY]->(b:Organization)
  WITH e, collect(DISTINCT b.id) AS ends WHERE size(ends) > 1
  RETURN ['SHARED_EXPERIENCE', e.id, toString(e.startedOn), ends] AS value
}
RETURN collect(value) AS value
