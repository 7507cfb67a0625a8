MATCH (l:Lesson)
WHERE l.createdAt <= $at AND (l.createdAt < $at OR l.id < $id)
  AND (l.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN l.ownerIds
       OR (l.audience = 'PARTNERS' AND any(owner IN l.ownerIds WHERE owner IN $partners)))
WITH l ORDER BY l.createdAt DESC, l.id DESC LIMIT 20
RETURN {nodes: collect({
  id: l.id, statement: l.statement, createdAt: toString(l.createdAt),
  publisher: CASE WHEN l.audience <> 'ANONYMIZED' OR $organization IN l.ownerIds
    THEN head([(l)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}]) END
})} AS value
