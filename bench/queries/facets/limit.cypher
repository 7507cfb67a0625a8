CALL () {
  WITH 1 AS one WHERE $asked.all <> ''
  CALL db.index.fulltext.queryNodes('search', $asked.all, {limit: 5000}) YIELD node AS n
  // Of what the index holds, organizations and terms have no audience: all may read them; who may read a
  // partnership reads its commitments.
  WITH n WHERE coalesce(n.audience, 'PUBLIC') = 'PUBLIC'
    AND (NOT n:Commitment OR EXISTS { (n)<-[:HAS_COMMITMENT]-(p:Partnership) WHERE p.audience = 'PUBLIC' })
  WITH n, ' ' + n.searchTitle + ' ' AS title
  WITH n, title, reduce(sum = 0.0, w IN $asked.words | sum + CASE
      WHEN any(form IN w.whole WHERE title CONTAINS form) THEN 3
      WHEN any(form IN w.near WHERE title CONTAINS form) THEN 2
      WHEN any(form IN w.whole WHERE ' ' + n.searchBody + ' ' CONTAINS form) THEN 1
      ELSE 0.5 END) AS sum
  WITH n, round(sum / size($asked.words) + CASE WHEN sum < 2 * size($asked.words) THEN 0
      WHEN $asked.letters < size(title) THEN toFloat($asked.letters) / size(title) ELSE 1.0 END / 2, 4) AS score
  ORDER BY score DESC, n.id LIMIT 500
  RETURN collect(n) AS hits
}
RETURN {totalCount: size(hits), facets: {
  types: COLLECT {
    UNWIND hits AS n
    WITH CASE
      WHEN n:Organization THEN 'ORGANIZATION' WHEN n:Experience THEN 'EXPERIENCE' WHEN n:Lesson THEN 'LESSON'
      WHEN n:Approach THEN 'APPROACH' WHEN n:Partnership THEN 'PARTNERSHIP'
      WHEN n:Commitment THEN 'COMMITMENT' WHEN n:Adoption THEN 'ADOPTION' WHEN n:Exchange THEN 'EXCHANGE'
      WHEN n:ResourceOffer THEN 'RESOURCE_OFFER' WHEN n:ResourceNeed THEN 'RESOURCE_NEED'
      WHEN n:Region THEN 'REGION' WHEN n:Topic THEN 'TOPIC' ELSE 'SKILL' END AS type, count(*) AS count
    ORDER BY count DESC, type LIMIT 20
    RETURN {type: type, count: count}
  },
  topics: COLLECT {
    // Each topic's way up is walked once, not once for every hit.
    CALL (hits) {
      UNWIND hits AS n MATCH (n)-[:ABOUT]->(nearest:Topic) RETURN nearest, n
      UNION ALL
      UNWIND hits AS n WITH n WHERE n:Topic RETURN n AS nearest, n
    }
    WITH nearest, collect(n) AS found
    MATCH (nearest)-[:BROADER*0..4]->(topic:Topic)
    UNWIND found AS n
    WITH topic, count(DISTINCT n) AS count ORDER BY count DESC, topic.id LIMIT 20
    RETURN {topic: {id: topic.id, labelFa: topic.labelFa}, count: count}
  },
  regions: COLLECT {
    CALL (hits) {
      UNWIND hits AS n MATCH (n)-[:COVERS|LOCATED_IN|SERVES]->(nearest:Region) RETURN nearest, n
      UNION ALL
      UNWIND hits AS n WITH n WHERE n:Region RETURN n AS nearest, n
    }
    WITH nearest, collect(n) AS found
    MATCH (nearest)-[:PART_OF*0..3]->(region:Region)
    UNWIND found AS n
    WITH region, count(DISTINCT n) AS count ORDER BY count DESC, region.id LIMIT 20
    RETURN {region: {id: region.id, nameFa: region.nameFa}, count: count}
  },
  outcomes: COLLECT {
    UNWIND hits AS n WITH n WHERE n:Experience AND n.outcome IS NOT NULL
    WITH n.outcome AS outcome, count(*) AS count ORDER BY count DESC, outcome LIMIT 20
    RETURN {outcome: outcome, count: count}
  },
  years: COLLECT {
    UNWIND hits AS n
    WITH coalesce(n.startedOn, n.startsOn, n.signedOn, n.publishedAt).year AS year, count(*) AS count
    WHERE year IS NOT NULL
    WITH year, count ORDER BY count DESC, year DESC LIMIT 20
    RETURN {year: year, count: count}
  }
}} AS value
