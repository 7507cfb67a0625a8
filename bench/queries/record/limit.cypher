MATCH (o:Node:Organization {id: $id})
RETURN {
  id: o.id, nameFa: o.nameFa, nameEn: o.nameEn, kind: o.kind, mission: o.mission,
  foundingDate: toString(o.foundingDate),
  location: head([(o)-[:LOCATED_IN]->(p:Region) | {id: p.id, nameFa: p.nameFa}]),
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
    WITH e ORDER BY e.createdAt DESC, e.id DESC LIMIT 10
    RETURN {
      id: e.id, title: e.title, outcome: e.outcome, startedOn: toString(e.startedOn),
      region: head([(e)-[:LOCATED_IN]->(q:Region) | {id: q.id, nameFa: q.nameFa}]),
      lessons: {nodes: COLLECT {
        MATCH (e)<-[:DRAWN_FROM]-(l:Lesson) WHERE l.audience = 'PUBLIC'
        WITH l ORDER BY l.createdAt DESC, l.id DESC LIMIT 5
        RETURN {id: l.id, statement: l.statement, createdAt: toString(l.createdAt)}
      }}
    }
  }}
} AS value
