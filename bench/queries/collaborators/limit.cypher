MATCH (me:Node:Organization {id: $id})
CALL (me) {
  MATCH (me)<-[:PUBLISHED_BY]-(record:ResourceNeed)
  WHERE record.audience = 'PUBLIC' AND record.status = 'PUBLISHED' AND record.fulfillment = 'OPEN'
    AND coalesce(record.endsOn >= $today, true)
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT 20
  MATCH (record)-[:ABOUT|USES_SKILL]->(x)
  CALL (record, x) {
    MATCH (x)<-[:ABOUT|USES_SKILL]-(other:ResourceOffer)
    WHERE other.kind = record.kind AND other.audience = 'PUBLIC' AND other.status = 'PUBLISHED'
      AND other.fulfillment = 'OPEN' AND coalesce(other.endsOn >= $today, true)
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT 100
  }
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  WITH o, record, other, x ORDER BY record.createdAt DESC, record.id, other.createdAt DESC, other.id, x.slug
  WITH o, collect(DISTINCT record) AS mine, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {kind: 'OFFER_MEETS_NEED',
    weight: round(4.0 * CASE WHEN size(mine) < 3 THEN size(mine) ELSE 3 END, 3),
    topics: [x IN about WHERE x:Topic][..5], offers: theirs[..5], needs: mine[..5]} AS reason
  UNION ALL
  MATCH (me)<-[:PUBLISHED_BY]-(record:ResourceOffer)
  WHERE record.audience = 'PUBLIC' AND record.status = 'PUBLISHED' AND record.fulfillment = 'OPEN'
    AND coalesce(record.endsOn >= $today, true)
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT 20
  MATCH (record)-[:ABOUT|USES_SKILL]->(x)
  CALL (record, x) {
    MATCH (x)<-[:ABOUT|USES_SKILL]-(other:ResourceNeed)
    WHERE other.kind = record.kind AND other.audience = 'PUBLIC' AND other.status = 'PUBLISHED'
      AND other.fulfillment = 'OPEN' AND coalesce(other.endsOn >= $today, true)
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT 100
  }
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  WITH o, record, other, x ORDER BY record.createdAt DESC, record.id, other.createdAt DESC, other.id, x.slug
  WITH o, collect(DISTINCT record) AS mine, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {kind: 'NEED_MEETS_OFFER',
    weight: round(3.0 * CASE WHEN size(theirs) < 3 THEN size(theirs) ELSE 3 END, 3),
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
