// A rare topic: all its experiences, the newest twenty of them. A common one: from the newest
// experience on, until twenty are found. Which of the two is decided by the counts the store keeps.
MATCH (t:Node:Topic {id: $topic})
WITH t, COUNT { (t)<-[:ABOUT]-() } AS about, COUNT { (:Experience) } AS all
CALL (t, about, all) {
  WITH t WHERE about * about < 100 * all
  MATCH (t)<-[:ABOUT]-(e:Experience) WHERE e.audience = 'PUBLIC'
  MATCH (e)-[:PUBLISHED_BY]->(o:Organization) WHERE EXISTS { (o)-[:SERVES]->(r:Region) WHERE r.id = $region }
  RETURN e, o ORDER BY e.createdAt DESC, e.id DESC LIMIT 20
  UNION ALL
  WITH t WHERE about * about >= 100 * all
  MATCH (e:Experience) USING INDEX e:Experience(createdAt)
  WHERE e.createdAt IS NOT NULL AND e.audience = 'PUBLIC'
    AND any(x IN [(e)-[:ABOUT]->(y:Topic) | y.id] WHERE x = $topic)
    AND any(x IN [(e)-[:PUBLISHED_BY]->(:Organization)-[:SERVES]->(y:Region) | y.id] WHERE x = $region)
  WITH e ORDER BY e.createdAt DESC, e.id DESC LIMIT 20
  MATCH (e)-[:PUBLISHED_BY]->(o:Organization)
  RETURN e, o
}
RETURN {nodes: collect({
  id: e.id, title: e.title, outcome: e.outcome, createdAt: toString(e.createdAt),
  publisher: {id: o.id, nameFa: o.nameFa}
})} AS value
