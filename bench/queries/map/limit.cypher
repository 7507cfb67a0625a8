CALL () {
  MATCH (a:Organization)
  WITH a ORDER BY a.nameFaSort, a.id LIMIT 20000
  RETURN collect(a) AS organizations
}
CALL (organizations) {
  CALL (organizations) {
    UNWIND organizations AS a
    MATCH (a)-[r:TIED_TO]->(b:Organization)
    RETURN {source: a, target: b, kind: r.kind, since: r.since, id: r.id} AS tie
    UNION ALL
    UNWIND organizations AS a
    MATCH (a)<-[:HAS_PARTY]-(p:Partnership) WHERE p.audience = 'PUBLIC' AND p.status <> 'DRAFT'
    MATCH (p)-[:HAS_PARTY]->(b:Organization) WHERE a.id < b.id
    RETURN {source: a, target: b, kind: 'PARTNERSHIP', since: coalesce(p.startsOn, p.signedOn), id: p.id} AS tie
    UNION ALL
    UNWIND organizations AS a
    // Only an experience with participants binds two; it is reached from them.
    MATCH (a)<-[:HAS_PARTICIPANT|PUBLISHED_BY]-(e:Experience)
    WHERE e.audience = 'PUBLIC' AND EXISTS { (e)-[:HAS_PARTICIPANT]->() }
    WITH DISTINCT a, e
    MATCH (e)-[:HAS_PARTICIPANT|PUBLISHED_BY]->(b:Organization) WHERE a.id < b.id
    WITH DISTINCT a, e, b
    RETURN {source: a, target: b, kind: 'SHARED_EXPERIENCE', since: e.startedOn, id: e.id} AS tie
  }
  WITH tie LIMIT 50000
  RETURN collect(tie) AS ties
}
CALL (organizations, ties) {
  CALL (organizations, ties) {
    UNWIND organizations AS o RETURN o, null AS i
    UNION ALL
    UNWIND range(0, size(ties) - 1) AS i UNWIND [ties[i].source, ties[i].target] AS o RETURN o, i
  }
  WITH o, collect(i) AS its
  ORDER BY size(its) DESC, o.nameFaSort, o.id
  RETURN count(*) AS total, collect({organization: o, ties: its})[..2000] AS shown
}
CALL (ties, shown) {
  UNWIND shown AS node UNWIND node.ties AS i
  WITH i, count(*) AS ends WHERE ends = 2
  WITH ties[i] AS tie
  ORDER BY tie.since IS NULL, tie.since DESC, tie.id, tie.source.id, tie.target.id LIMIT 5000
  RETURN collect(tie) AS among
}
RETURN {
  totalNodes: total, totalTies: size(ties),
  truncated: size(shown) < total OR size(among) < size(ties) OR size(ties) = 50000,
  nodes: [n IN shown | {degree: size(n.ties),
    organization: {id: n.organization.id, nameFa: n.organization.nameFa, kind: n.organization.kind}}],
  ties: [t IN among | {kind: t.kind, since: toString(t.since), source: {id: t.source.id},
    target: {id: t.target.id}}]
} AS value
