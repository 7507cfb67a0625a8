// Three ways to the same rows; the counts that the store keeps say which is the shortest.
WITH head(COLLECT { MATCH (t:Node:Topic {id: $topic}) RETURN COUNT { (t)<-[:ABOUT]-() } }) AS about,
  head(COLLECT { MATCH (r:Node:Region {id: $region}) RETURN COUNT { (r)<-[:SERVES]-() } }) AS serving,
  COUNT { (:Experience) } AS experiences, COUNT { (:Organization) } AS organizations,
  COUNT { ()-[:PUBLISHED_BY]->() } AS published
WITH about AS fromTopic, 1.0 * serving * published / organizations AS fromRegion,
  60.0 * experiences * organizations / (about * serving + 1) AS fromNewest
WITH CASE
  WHEN fromTopic <= fromRegion AND fromTopic <= fromNewest THEN 'topic'
  WHEN fromRegion <= fromNewest THEN 'region'
  ELSE 'newest'
END AS start
CALL (start) {
  UNWIND CASE start WHEN 'topic' THEN [1] ELSE [] END AS chosen
  MATCH (:Node:Topic {id: $topic})<-[:ABOUT]-(e:Experience) WHERE e.audience = 'PUBLIC'
  MATCH (e)-[:PUBLISHED_BY]->(o:Organization) WHERE EXISTS { (o)-[:SERVES]->(s:Region) WHERE s.id = $region }
  RETURN e, o ORDER BY e.createdAt DESC, e.id DESC LIMIT 20
  UNION ALL
  UNWIND CASE start WHEN 'region' THEN [1] ELSE [] END AS chosen
  MATCH (:Node:Region {id: $region})<-[:SERVES]-(o:Organization)
  MATCH (o)<-[:PUBLISHED_BY]-(e:Experience) WHERE e.audience = 'PUBLIC'
    AND any(x IN [(e)-[:ABOUT]->(y:Topic) | y.id] WHERE x = $topic)
  RETURN e, o ORDER BY e.createdAt DESC, e.id DESC LIMIT 20
  UNION ALL
  UNWIND CASE start WHEN 'newest' THEN [1] ELSE [] END AS chosen
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
