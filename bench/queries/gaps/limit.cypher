// Programs and needs as plain rows, each with the places it stands in; the server fills the cells (contenders/field.py).
// What was merged counts as what stands for it, whichever of the two is named.
MATCH (named:Node:Region {id: $region})
MATCH (w:Node:Region {id: named.countsAs})
WITH w, $today + duration({days: 89}) AS until,
  COLLECT { MATCH (w)<-[:PART_OF]-(part:Region) WHERE part.status <> 'RETIRED'
    WITH part ORDER BY part.nameFaSort, part.id RETURN part } AS parts
WITH w, until, CASE parts WHEN [] THEN [w] ELSE parts END AS places
CALL (places) {
  UNWIND range(0, size(places) - 1) AS nth
  WITH nth, places[nth] AS place
  MATCH (place)<-[:PART_OF*0..3]-(v:Region)
  MATCH (x:Region {countsAs: v.id})
  RETURN collect([nth, x]) AS inside
}
CALL (w, until, places, inside) {
  RETURN ['place', [place IN places | [place.id, place.nameFa]]] AS value
  UNION ALL
  CALL (w, inside) {
    MATCH (w)-[:PART_OF*0..3]->(v:Region) MATCH (x:Region {countsAs: v.id}) RETURN x, null AS nth
    UNION ALL
    UNWIND inside AS pair RETURN pair[1] AS x, pair[0] AS nth
  }
  MATCH (x)<-[:COVERS]-(p:Program)
  WHERE p.status = 'PUBLISHED' AND p.audience = 'PUBLIC' AND p.startsOn <= until
    AND coalesce(p.endsOn >= $today, true)
  WITH p, until, collect(DISTINCT nth) AS at, count(*) > count(nth) AS whole
  WITH p, until, at, whole, p.targetGroups
      + CASE WHEN p.incomeDecileTo <= 4 AND NOT 'DECILES_1_4' IN p.targetGroups THEN ['DECILES_1_4'] ELSE [] END
      + CASE WHEN p.deprivedAreasOnly AND NOT 'DEPRIVED_AREAS' IN p.targetGroups THEN ['DEPRIVED_AREAS'] ELSE [] END
    AS groups
  WHERE size(groups) > 0 AND size(p.dimensions) > 0
  RETURN ['program', whole, at, groups, p.dimensions, toString(CASE WHEN p.startsOn < $today THEN $today ELSE p.startsOn END),
    toString(p.startsOn), p.id, toString(CASE WHEN p.endsOn < until THEN p.endsOn ELSE until END)] AS value
  UNION ALL
  UNWIND inside AS pair
  WITH until, pair[0] AS nth, pair[1] AS x
  MATCH (x)<-[:LOCATED_IN]-(n:ResourceNeed)
  WHERE n.status = 'PUBLISHED' AND n.audience = 'PUBLIC' AND n.fulfillment <> 'FULFILLED'
    AND coalesce(n.startsOn <= until, true) AND coalesce(n.endsOn >= $today, true) AND size(n.targetGroups) > 0
  WITH DISTINCT nth, n ORDER BY n.startsOn, n.id LIMIT 2001
  RETURN ['need', nth, n.targetGroups, n.id, n.title, n.quantity, n.unit,
    CASE WHEN n.kind <> 'HUMAN' AND n.quantity IS NOT NULL
        AND toLower(n.unit) IN ['نفر', 'کارآموز', 'هنرجو', 'مددجو', 'person', 'persons', 'people', 'trainee', 'trainees']
      THEN reduce(rest = n.quantity, e IN [(n)<-[:FOR_NEED]-(e:Exchange)
        WHERE e.status IN ['ACCEPTED', 'DELIVERED'] AND coalesce(e.unit = n.unit, true) | coalesce(e.quantity, 0)]
        | rest - e) END] AS value
  UNION ALL
  MATCH (p:Program)
  WHERE p.status = 'PUBLISHED' AND p.audience = 'PUBLIC' AND coalesce(p.startsOn <= until, true)
    AND coalesce(p.endsOn >= $today, true)
    AND (p.startsOn IS NULL OR size(p.dimensions) = 0 OR NOT EXISTS { (p)-[:COVERS]->() }
      OR (size(p.targetGroups) = 0 AND coalesce(p.incomeDecileTo > 4, true) AND NOT coalesce(p.deprivedAreasOnly, false)))
    AND (NOT EXISTS { (p)-[:COVERS]->(:Region) }
      OR EXISTS { MATCH (p)-[:COVERS]->(x:Region) MATCH (v:Region {id: x.countsAs})
        WHERE EXISTS { (v)-[:PART_OF*0..3]->(w) } OR EXISTS { (v)<-[:PART_OF*0..3]-(w) } })
  RETURN ['unplaced', count(p)] AS value
}
RETURN collect(value) AS value
