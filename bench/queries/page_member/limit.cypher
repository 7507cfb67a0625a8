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
    MATCH (o)<-[:PUBLISHED_BY]-(e:Experience)
    // An anonymized experience is not reached from its publisher; what is the viewer's own always is.
    WHERE e.audience IN ['PUBLIC', 'MEMBERS'] OR $organization IN e.ownerIds
      OR (e.audience = 'PARTNERS' AND any(owner IN e.ownerIds WHERE owner IN $partners))
    WITH e ORDER BY e.createdAt DESC, e.id DESC LIMIT 5
    RETURN {
      id: e.id, title: e.title, outcome: e.outcome, startedOn: toString(e.startedOn),
      lessons: {nodes: COLLECT {
        MATCH (e)<-[:DRAWN_FROM]-(l:Lesson)
        WHERE l.audience IN ['PUBLIC', 'MEMBERS'] OR $organization IN l.ownerIds
          OR (l.audience = 'PARTNERS' AND any(owner IN l.ownerIds WHERE owner IN $partners))
          // From a named experience to an anonymized lesson of the same author there is no way.
          OR (l.audience = 'ANONYMIZED' AND (e.audience = 'ANONYMIZED'
              OR none(owner IN l.ownerIds WHERE owner IN e.ownerIds)))
        WITH l ORDER BY l.createdAt DESC, l.id DESC LIMIT 3
        RETURN {id: l.id, statement: l.statement, createdAt: toString(l.createdAt)}
      }}
    }
  }}
})} AS value
