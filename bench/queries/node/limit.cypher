MATCH (n:Node {id: $id})
WHERE n:Organization OR n.audience = 'PUBLIC'
RETURN CASE
  WHEN n:Experience THEN {
    __typename: 'Experience', id: n.id, title: n.title, outcome: n.outcome, createdAt: toString(n.createdAt),
    publisher: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}]),
    topics: COLLECT {
      MATCH (n)-[:ABOUT]->(t:Topic)
      WITH t ORDER BY t.labelFaSort, t.id LIMIT 20
      RETURN {id: t.id, labelFa: t.labelFa}
    }
  }
  WHEN n:Lesson THEN {__typename: 'Lesson', id: n.id, statement: n.statement}
  WHEN n:Organization THEN {__typename: 'Organization', id: n.id, nameFa: n.nameFa}
END AS value
