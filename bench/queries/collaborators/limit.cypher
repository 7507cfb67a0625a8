MATCH (me:Node:Organization {id: $id})
CALL (me) {
  MATCH (me)<-[:PUBLISHED_BY]-(record:ResourceNeed)
  WHERE record.audience = 'PUBLIC' AND record.status = 'PUBLISHED' AND record.fulfillment <> 'FULFILLED'
    AND coalesce(record.endsOn >= $today, true)
    AND (record.fulfillment = 'OPEN' OR (record.quantity IS NOT NULL OR record.amount IS NOT NULL)
      AND coalesce(round(record.quantity - reduce(sum = 0, part IN [(record)<-[:FOR_NEED]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.unit = record.unit, true) | coalesce(e.quantity, 0)] | sum + part), 9) > 0, true)
      AND coalesce(record.amount - reduce(sum = 0, part IN [(record)<-[:FOR_NEED]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.amountUnit = record.amountUnit, true) | coalesce(e.amount, 0)] | sum + part) > 0, true))
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT 20
  MATCH (record)-[:ABOUT|USES_SKILL]->(x)
  CALL (record, x) {
    MATCH (x)<-[:ABOUT|USES_SKILL]-(other:ResourceOffer)
    WHERE other.kind = record.kind AND other.audience = 'PUBLIC' AND other.status = 'PUBLISHED'
      AND other.fulfillment <> 'FULFILLED' AND coalesce(other.endsOn >= $today, true)
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT 100
  }
  WITH record, other, x ORDER BY x.slug
  WITH record, other, collect(x) AS both
  WHERE (other.fulfillment = 'OPEN' OR (other.quantity IS NOT NULL OR other.amount IS NOT NULL)
      AND coalesce(round(other.quantity - reduce(sum = 0, part IN [(other)<-[:OF_OFFER]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.unit = other.unit, true) | coalesce(e.quantity, 0)] | sum + part), 9) > 0, true)
      AND coalesce(other.amount - reduce(sum = 0, part IN [(other)<-[:OF_OFFER]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.amountUnit = other.amountUnit, true) | coalesce(e.amount, 0)] | sum + part) > 0, true))
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  WITH o, record, other, both,
    (any(word IN record.titleMatch WHERE word IN other.titleMatch)
      OR record.kind IN ['HUMAN', 'KNOWLEDGE'] AND any(x IN both WHERE x:Skill))
    AND (coalesce(record.unitMatch = other.unitMatch, true)
      OR record.kind = 'HUMAN' AND record.unitMatch IN ['TIME', 'PEOPLE'] AND other.unitMatch IN ['TIME', 'PEOPLE']
      OR record.kind = 'SPACE' AND record.unitMatch IN ['TIME', 'PIECES', 'PEOPLE', 'AREA']
        AND other.unitMatch IN ['TIME', 'PIECES', 'PEOPLE', 'AREA'])
    AND coalesce(record.startsOn <= other.endsOn, true) AND coalesce(other.startsOn <= record.endsOn, true)
    AND (NOT EXISTS { (record)-[:LOCATED_IN]->() } OR NOT EXISTS { (other)-[:LOCATED_IN]->() } OR EXISTS {
      MATCH (record)-[:LOCATED_IN]->(here:Region), (other)-[:LOCATED_IN]->(there:Region)
      MATCH (here)-[:PART_OF*0..3]->(within:Region)<-[:PART_OF*0..3]-(there)
      WHERE within.kind <> 'COUNTRY' OR within IN [here, there]
    }) AS meets
  ORDER BY record.createdAt DESC, record.id, other.createdAt DESC, other.id
  UNWIND both AS x
  WITH o, meets, collect(DISTINCT record) AS mine, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {kind: CASE WHEN meets THEN 'OFFER_MEETS_NEED' ELSE 'OFFER_NEAR_NEED' END,
    weight: round(CASE WHEN meets THEN 4.0 ELSE 1.0 END * CASE WHEN size(mine) < 3 THEN size(mine) ELSE 3 END, 3),
    topics: [x IN about WHERE x:Topic][..5], offers: theirs[..5], needs: mine[..5]} AS reason
  UNION ALL
  MATCH (me)<-[:PUBLISHED_BY]-(record:ResourceOffer)
  WHERE record.audience = 'PUBLIC' AND record.status = 'PUBLISHED' AND record.fulfillment <> 'FULFILLED'
    AND coalesce(record.endsOn >= $today, true)
    AND (record.fulfillment = 'OPEN' OR (record.quantity IS NOT NULL OR record.amount IS NOT NULL)
      AND coalesce(round(record.quantity - reduce(sum = 0, part IN [(record)<-[:OF_OFFER]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.unit = record.unit, true) | coalesce(e.quantity, 0)] | sum + part), 9) > 0, true)
      AND coalesce(record.amount - reduce(sum = 0, part IN [(record)<-[:OF_OFFER]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.amountUnit = record.amountUnit, true) | coalesce(e.amount, 0)] | sum + part) > 0, true))
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT 20
  MATCH (record)-[:ABOUT|USES_SKILL]->(x)
  CALL (record, x) {
    MATCH (x)<-[:ABOUT|USES_SKILL]-(other:ResourceNeed)
    WHERE other.kind = record.kind AND other.audience = 'PUBLIC' AND other.status = 'PUBLISHED'
      AND other.fulfillment <> 'FULFILLED' AND coalesce(other.endsOn >= $today, true)
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT 100
  }
  WITH record, other, x ORDER BY x.slug
  WITH record, other, collect(x) AS both
  WHERE (other.fulfillment = 'OPEN' OR (other.quantity IS NOT NULL OR other.amount IS NOT NULL)
      AND coalesce(round(other.quantity - reduce(sum = 0, part IN [(other)<-[:FOR_NEED]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.unit = other.unit, true) | coalesce(e.quantity, 0)] | sum + part), 9) > 0, true)
      AND coalesce(other.amount - reduce(sum = 0, part IN [(other)<-[:FOR_NEED]-(e:Exchange)
          WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.amountUnit = other.amountUnit, true) | coalesce(e.amount, 0)] | sum + part) > 0, true))
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  WITH o, record, other, both,
    (any(word IN record.titleMatch WHERE word IN other.titleMatch)
      OR record.kind IN ['HUMAN', 'KNOWLEDGE'] AND any(x IN both WHERE x:Skill))
    AND (coalesce(record.unitMatch = other.unitMatch, true)
      OR record.kind = 'HUMAN' AND record.unitMatch IN ['TIME', 'PEOPLE'] AND other.unitMatch IN ['TIME', 'PEOPLE']
      OR record.kind = 'SPACE' AND record.unitMatch IN ['TIME', 'PIECES', 'PEOPLE', 'AREA']
        AND other.unitMatch IN ['TIME', 'PIECES', 'PEOPLE', 'AREA'])
    AND coalesce(record.startsOn <= other.endsOn, true) AND coalesce(other.startsOn <= record.endsOn, true)
    AND (NOT EXISTS { (record)-[:LOCATED_IN]->() } OR NOT EXISTS { (other)-[:LOCATED_IN]->() } OR EXISTS {
      MATCH (record)-[:LOCATED_IN]->(here:Region), (other)-[:LOCATED_IN]->(there:Region)
      MATCH (here)-[:PART_OF*0..3]->(within:Region)<-[:PART_OF*0..3]-(there)
      WHERE within.kind <> 'COUNTRY' OR within IN [here, there]
    }) AS meets
  ORDER BY record.createdAt DESC, record.id, other.createdAt DESC, other.id
  UNWIND both AS x
  WITH o, meets, collect(DISTINCT record) AS mine, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {kind: CASE WHEN meets THEN 'NEED_MEETS_OFFER' ELSE 'NEED_NEAR_OFFER' END,
    weight: round(CASE WHEN meets THEN 3.0 ELSE 0.75 END * CASE WHEN size(theirs) < 3 THEN size(theirs) ELSE 3 END, 3),
    topics: [x IN about WHERE x:Topic][..5], offers: mine[..5], needs: theirs[..5]} AS reason
  UNION ALL
  MATCH (me)-[:ABOUT]->(x:Topic)
  WITH DISTINCT x ORDER BY x.slug LIMIT 20
  CALL (x) {
    MATCH (x)<-[:ABOUT]-(o:Organization)
    WITH DISTINCT o LIMIT 2001
    RETURN collect(o) AS having
  }
  WITH x, having, log(2) / log(1 + size(having)) AS rare WHERE size(having) <= 2000
  UNWIND having AS o
  WITH x, rare, o ORDER BY rare DESC, x.id
  WITH o, collect({x: x, rare: rare})[..5] AS best
  RETURN o, {kind: 'SHARED_TOPIC', weight: round(2.0 * reduce(sum = 0.0, b IN best | sum + b.rare), 3),
    topics: [b IN best | b.x]} AS reason
  UNION ALL
  MATCH (me)<-[:PUBLISHED_BY]-(mine:Experience) WHERE mine.audience = 'PUBLIC'
  WITH mine ORDER BY mine.createdAt DESC, mine.id LIMIT 20
  MATCH (mine)-[:ABOUT|USES_SKILL]->(x)
  WITH x, collect(mine) AS mine ORDER BY x.slug LIMIT 20
  CALL (x) {
    MATCH (x)<-[:ABOUT|USES_SKILL]-(other:Experience) WHERE other.audience = 'PUBLIC'
    WITH other LIMIT 2001
    RETURN collect(other) AS having
  }
  WITH x, mine, having WHERE size(having) <= 2000
  UNWIND mine AS one UNWIND having AS other
  WITH one, other, collect(DISTINCT x) AS both WHERE size(both) > 1
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  UNWIND both AS x
  WITH o, other, x ORDER BY other.createdAt DESC, other.id, x.slug
  WITH o, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {kind: 'SIMILAR_EXPERIENCE',
    weight: round(1.5 * CASE WHEN size(theirs) < 3 THEN size(theirs) ELSE 3 END, 3),
    topics: [x IN about WHERE x:Topic][..5], experiences: theirs[..5]} AS reason
  UNION ALL
  CALL (me) {
    MATCH (me)-[r:TIED_TO]-(x:Organization)
    WHERE coalesce(r.since <= $today, true) AND coalesce(r.until >= $today, true) RETURN x
    UNION
    MATCH (me)<-[:HAS_PARTY]-(p:Partnership)
    WHERE p.audience = 'PUBLIC' AND p.status IN ['SIGNED', 'ACTIVE']
      AND coalesce(coalesce(p.startsOn, p.signedOn) <= $today, true) AND coalesce(p.endsOn >= $today, true)
    MATCH (p)-[:HAS_PARTY]->(x:Organization) WHERE x <> me RETURN x
  }
  WITH DISTINCT x ORDER BY x.id LIMIT 20
  CALL (x) {
    CALL (x) {
      MATCH (x)-[r:TIED_TO]-(o:Organization)
      WHERE coalesce(r.since <= $today, true) AND coalesce(r.until >= $today, true) RETURN o
      UNION
      MATCH (x)<-[:HAS_PARTY]-(p:Partnership)
      WHERE p.audience = 'PUBLIC' AND p.status IN ['SIGNED', 'ACTIVE']
        AND coalesce(coalesce(p.startsOn, p.signedOn) <= $today, true) AND coalesce(p.endsOn >= $today, true)
      MATCH (p)-[:HAS_PARTY]->(o:Organization) WHERE o <> x RETURN o
    }
    WITH DISTINCT o LIMIT 2001
    RETURN collect(o) AS having
  }
  WITH x, having, log(2) / log(1 + size(having)) AS rare WHERE size(having) <= 2000
  UNWIND having AS o
  WITH x, rare, o ORDER BY rare DESC, x.id
  WITH o, collect({x: x, rare: rare})[..5] AS best
  RETURN o, {kind: 'COMMON_PARTNER', weight: round(1.5 * reduce(sum = 0.0, b IN best | sum + b.rare), 3),
    organizations: [b IN best | b.x]} AS reason
  UNION ALL
  MATCH (me)-[:SERVES]->(x:Region)
  WITH DISTINCT x ORDER BY x.code LIMIT 20
  CALL (x) {
    MATCH (x)<-[:SERVES]-(o:Organization)
    WITH DISTINCT o LIMIT 2001
    RETURN collect(o) AS having
  }
  WITH x, having, log(2) / log(1 + size(having)) AS rare WHERE size(having) <= 2000
  UNWIND having AS o
  WITH x, rare, o ORDER BY rare DESC, x.id
  WITH o, collect({x: x, rare: rare})[..5] AS best
  RETURN o, {kind: 'SHARED_REGION', weight: round(1.0 * reduce(sum = 0.0, b IN best | sum + b.rare), 3),
    regions: [b IN best | b.x]} AS reason
}
WITH me, o, reason WHERE o <> me AND o.status <> 'WITHDRAWN'
ORDER BY reason.weight DESC, reason.kind
WITH me, o, collect(reason) AS reasons, round(sum(reason.weight), 3) AS score
ORDER BY score DESC, o.id LIMIT 10
RETURN collect({
  score: score,
  alreadyPartners: EXISTS {
      (me)-[r:TIED_TO]-(o) WHERE coalesce(r.since <= $today, true) AND coalesce(r.until >= $today, true)
    } OR EXISTS {
      (me)<-[:HAS_PARTY]-(p:Partnership)-[:HAS_PARTY]->(o)
      WHERE p.audience = 'PUBLIC' AND p.status IN ['SIGNED', 'ACTIVE']
        AND coalesce(coalesce(p.startsOn, p.signedOn) <= $today, true) AND coalesce(p.endsOn >= $today, true)
    },
  organization: {id: o.id, nameFa: o.nameFa, kind: o.kind},
  reasons: [r IN reasons | {
    kind: r.kind, weight: r.weight,
    topics: [x IN coalesce(r.topics, []) | {id: x.id, labelFa: x.labelFa}],
    regions: [x IN coalesce(r.regions, []) | {id: x.id, nameFa: x.nameFa}],
    organizations: [x IN coalesce(r.organizations, []) | {id: x.id, nameFa: x.nameFa}],
    experiences: [x IN coalesce(r.experiences, []) | {id: x.id, title: x.title}],
    offers: [x IN coalesce(r.offers, []) | {id: x.id, title: x.title}],
    needs: [x IN coalesce(r.needs, []) | {id: x.id, title: x.title}]
  }]
}) AS value
