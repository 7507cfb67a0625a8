// Hardly two events are told at one moment: nothing else is needed to go on from there.
MATCH (v:Event)
WHERE v.toldAt < datetime($told)
  AND (v.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN v.ownerIds
       OR (v.audience = 'PARTNERS' AND any(owner IN v.ownerIds WHERE owner IN $partners)))
WITH v ORDER BY v.toldAt DESC LIMIT 20
RETURN {nodes: collect({
  id: v.id, kind: v.kind, at: toString(v.at),
  organization: CASE WHEN v.audience <> 'ANONYMIZED' OR $organization IN v.ownerIds
    THEN head([(v)-[:BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}]) END
})} AS value
