MATCH (o:Organization) WHERE o.nameFaSort IS NOT NULL
WITH o ORDER BY o.nameFaSort, o.id LIMIT $first
RETURN {nodes: collect({
  id: o.id, nameFa: o.nameFa, kind: o.kind,
  topics: COLLECT {
    MATCH (o)-[:ABOUT]->(t:Topic)
    WITH t ORDER BY t.labelFaSort, t.id LIMIT 20
    RETURN {id: t.id, labelFa: t.labelFa}
  },
  regions: COLLECT {
    MATCH (o)-[:SERVES]->(r:Region)
    WITH r ORDER BY r.nameFaSort, r.id LIMIT 20
    RETURN {id: r.id, nameFa: r.nameFa}
  },
  experiences: {nodes: COLLECT {
    MATCH (o)<-[:PUBLISHED_BY]-(e:Experience) WHERE e.audience = 'PUBLIC'
    WITH e ORDER BY e.createdAt DESC, e.id DESC LIMIT 5
    RETURN {
      id: e.id, title: e.title, outcome: e.outcome, startedOn: toString(e.startedOn),
      lessons: {nodes: COLLECT {
        MATCH (e)<-[:DRAWN_FROM]-(l:Lesson) WHERE l.audience = 'PUBLIC'
        WITH l ORDER BY l.createdAt DESC, l.id DESC LIMIT 3
        RETURN {id: l.id, statement: l.statement, createdAt: toString(l.createdAt)}
      }}
    }
  }}
})} AS value
