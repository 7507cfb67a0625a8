MATCH (e:Experience)
WHERE e.createdAt IS NOT NULL AND e.audience = 'PUBLIC' AND e.outcome = $outcome
  AND EXISTS {
    (e)-[:PUBLISHED_BY]->(p:Organization)
    WHERE p.kind = $kind AND EXISTS { (p)-[:LOCATED_IN]->(r:Region) WHERE r.deprived = false }
  }
WITH e ORDER BY e.createdAt DESC, e.id DESC LIMIT 20
RETURN {nodes: collect({
  id: e.id, title: e.title, outcome: e.outcome, createdAt: toString(e.createdAt),
  publisher: head([(e)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}])
})} AS value
