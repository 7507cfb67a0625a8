// Organizations and ties as plain rows; the server counts, sorts and cuts them (contenders/limit.py).
// What was merged counts as what stands for it. In one list: a record of its own costs more than the row in it.
CALL () {
  MATCH (w:Node:Region) WHERE w.id IN $regions
  MATCH (:Region {countsAs: w.countsAs})<-[:PART_OF*0..3]-(:Region)<-[:REPLACED_BY*0..1]-(:Region)
    <-[:SERVES|LOCATED_IN]-(a:Organization)
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
  UNION ALL
  CALL (organizations) {
    UNWIND organizations AS a
    MATCH (a)<-[:INVOLVES]-(p:Program) WHERE p.audience = 'PUBLIC' AND p.status = 'PUBLISHED'
    WITH DISTINCT p
    MATCH (p)-[r:INVOLVES|PUBLISHED_BY]->(b:Organization)
    RETURN 'PROGRAM' AS kind, p.id AS id, b.id AS at,
      coalesce(r.since, p.startsOn) AS since, coalesce(r.until, p.endsOn) AS until
    UNION ALL
    UNWIND organizations AS a
    MATCH (a)<-[:SEATS]-(s:BoardSeat)<-[:HAS_SEAT]-(b:Board)<-[:HAS_BOARD]-(n:Network)
    WHERE s.audience = 'PUBLIC' AND s.status IN ['CONFIRMED', 'ENDED'] AND n.audience = 'PUBLIC'
    RETURN 'BOARD' AS kind, b.id AS id, a.id AS at, s.since AS since, s.until AS until
    UNION ALL
    UNWIND organizations AS a
    MATCH (a)<-[r:HAS_GROUP_MEMBER]-(g:WorkingGroup) WHERE g.audience = 'PUBLIC' AND g.status IN ['ACTIVE', 'ENDED']
    RETURN 'WORKING_GROUP' AS kind, g.id AS id, a.id AS at,
      coalesce(r.since, g.since) AS since, coalesce(r.until, g.until) AS until
  }
  // Whoever was there several times was there for all of them; two tie from the later start to the earlier end.
  WITH kind, id, at, min(since) AS since, CASE WHEN count(until) = count(*) THEN max(until) END AS until
  ORDER BY at
  WITH kind, id, collect([at, since, until]) AS ends WHERE size(ends) > 1
  UNWIND range(0, size(ends) - 2) AS i
  UNWIND ends[i + 1..] AS other
  WITH kind, id, ends[i] AS one, other,
    CASE WHEN other[1] IS NULL OR ends[i][1] >= other[1] THEN ends[i][1] ELSE other[1] END AS since,
    CASE WHEN other[2] IS NULL OR ends[i][2] <= other[2] THEN ends[i][2] ELSE other[2] END AS until
  WHERE coalesce(since <= until, true)
  RETURN [kind, id, toString(since), [one[0], other[0]]] AS value
  UNION ALL
  MATCH (x:Apprenticeship)-[:OFFERED_IN]->(p:Program)
  WHERE x.audience = 'PUBLIC' AND x.status = 'PUBLISHED' AND p.audience = 'PUBLIC'
  MATCH (x)-[:PUBLISHED_BY]->(h:Organization), (p)-[:PUBLISHED_BY]->(a:Organization) WHERE h <> a
  RETURN ['APPRENTICESHIP', x.id, toString(x.startsOn), [a.id, h.id]] AS value
}
RETURN collect(value) AS value
