// A condition is 1 where it is met, 0 where it is missed, -1 where too little is told, 2 where it is not stated.
// What needs no way through the graph comes first; the words are the server's (contenders/field.py).
// What was merged counts as what stands for it, in the place that is named and in those of what there is.
OPTIONAL MATCH (named:Node:Region {id: $region})
OPTIONAL MATCH (home:Node:Region {id: named.countsAs})
WITH home, [(home)-[:PART_OF*0..3]->(up:Region) | up.id] AS around,
  coalesce(home.deprived, CASE WHEN 'DEPRIVED_AREAS' IN $groups THEN true END) AS deprived
WITH home, around, deprived, $groups + CASE WHEN $decile <= 4 THEN ['DECILES_1_4'] ELSE [] END
  + CASE WHEN deprived THEN ['DEPRIVED_AREAS'] ELSE [] END AS wide
CALL () {
  MATCH (n:SupportInstrument)
  WHERE n.status = 'PUBLISHED' AND n.audience = 'PUBLIC' AND coalesce(n.endsOn >= $today, true)
    AND NOT EXISTS { (n)-[:PUBLISHED_BY]->(:Organization {status: 'WITHDRAWN'}) }
  WITH n ORDER BY n.createdAt DESC, n.id LIMIT 2000
  RETURN n, 0 AS rank, n.purposes AS purposes, CASE WHEN n.startsOn IS NULL AND n.endsOn IS NULL THEN 2
    WHEN coalesce(n.startsOn <= $today, true) THEN 1 ELSE 0 END AS open
  UNION ALL
  MATCH (n:Program)
  WHERE n.status = 'PUBLISHED' AND n.audience = 'PUBLIC' AND coalesce(n.endsOn >= $today, true)
    AND NOT EXISTS { (n)-[:PUBLISHED_BY]->(:Organization {status: 'WITHDRAWN'}) }
  WITH n ORDER BY n.createdAt DESC, n.id LIMIT 2000
  RETURN n, 1 AS rank, [] AS purposes, CASE WHEN n.startsOn IS NULL AND n.endsOn IS NULL THEN 2
    WHEN coalesce(n.startsOn <= $today, true) THEN 1 ELSE 0 END AS open
  UNION ALL
  MATCH (n:Course)
  WHERE n.status = 'PUBLISHED' AND n.audience = 'PUBLIC'
    AND coalesce(coalesce(n.endsOn, n.startsOn) >= $today, true)
    AND NOT EXISTS { (n)-[:PUBLISHED_BY]->(:Organization {status: 'WITHDRAWN'}) }
  WITH n ORDER BY n.createdAt DESC, n.id LIMIT 2000
  RETURN n, 2 AS rank, ['TRAINING'] AS purposes,
    CASE WHEN n.startsOn IS NULL THEN 2 WHEN n.startsOn >= $today THEN 1 ELSE 0 END AS open
  UNION ALL
  MATCH (n:Apprenticeship)
  WHERE n.status = 'PUBLISHED' AND n.audience = 'PUBLIC'
    AND coalesce(coalesce(n.closesOn, n.startsOn) >= $today, true)
    AND NOT EXISTS { (n)-[:PUBLISHED_BY]->(:Organization {status: 'WITHDRAWN'}) }
  WITH n ORDER BY n.createdAt DESC, n.id LIMIT 2000
  RETURN n, 3 AS rank,
    ['TRAINING', CASE n.goal WHEN 'JOB' THEN 'EMPLOYMENT' ELSE 'SELF_EMPLOYMENT' END] AS purposes,
    CASE WHEN n.closesOn IS NULL AND n.startsOn IS NULL THEN 2 ELSE 1 END AS open
  UNION ALL
  MATCH (n:SupportCenter)
  WHERE n.status = 'PUBLISHED' AND n.audience = 'PUBLIC' AND coalesce(n.endsOn >= $today, true)
    AND NOT EXISTS { (n)-[:PUBLISHED_BY]->(:Organization {status: 'WITHDRAWN'}) }
  WITH n ORDER BY n.createdAt DESC, n.id LIMIT 2000
  RETURN n, 4 AS rank, [] AS purposes, CASE WHEN n.startsOn IS NULL AND n.endsOn IS NULL THEN 2
    WHEN coalesce(n.startsOn <= $today, true) THEN 1 ELSE 0 END AS open
}
WITH n, rank, purposes, home, around, [
  CASE WHEN size(n.targetGroups) = 0 THEN 2 WHEN any(g IN n.targetGroups WHERE g IN wide) THEN 1
    WHEN deprived IS NULL AND 'DEPRIVED_AREAS' IN n.targetGroups THEN -1 ELSE 0 END,
  CASE WHEN n.incomeDecileFrom IS NULL AND n.incomeDecileTo IS NULL THEN 2
    WHEN coalesce(n.incomeDecileFrom <= $decile, true) AND coalesce($decile <= n.incomeDecileTo, true) THEN 1
    ELSE 0 END,
  CASE WHEN NOT coalesce(n.deprivedAreasOnly, false) THEN 2
    WHEN deprived THEN 1 WHEN deprived IS NULL THEN -1 ELSE 0 END,
  CASE WHEN n.ageFrom IS NULL AND n.ageTo IS NULL THEN 2
    WHEN coalesce(n.ageFrom <= $age, true) AND coalesce($age <= n.ageTo, true) THEN 1 ELSE 0 END,
  CASE WHEN size(purposes) = 0 THEN 2 WHEN $purpose IN purposes THEN 1 ELSE 0 END,
  open] AS codes
WHERE size([code IN codes WHERE code = 0]) <= 1
WITH n, rank, purposes, home, around, codes,
  CASE n.mode WHEN 'ONLINE' THEN [] ELSE [(n)-[:COVERS|LOCATED_IN]->(place:Region) | place] END AS places
WITH n, rank, purposes, around, places, codes[..4] + CASE WHEN size(places) = 0 THEN 2
    WHEN any(place IN places WHERE place.countsAs IN around) THEN 1
    WHEN EXISTS { MATCH (n)-[:COVERS|LOCATED_IN]->(place:Region) MATCH (:Region {id: place.countsAs})-[:PART_OF*0..3]->(home) }
      THEN -1 ELSE 0 END + codes[4..] AS codes
WITH n, rank, purposes, around, places, codes, size([code IN codes WHERE code = 1]) AS specific,
  CASE WHEN 0 IN codes THEN 2 WHEN -1 IN codes THEN 1 ELSE 0 END AS fit, size([code IN codes WHERE code = 0]) AS missed
WHERE missed <= 1
WITH n, rank, purposes, around, places, codes, specific, fit
ORDER BY fit, specific DESC, rank, n.id LIMIT 20
RETURN collect({
  fit: ['FITS', 'MAY_FIT', 'NEARLY'][fit], mustBring: coalesce(n.mustBring, []), other: n.otherConditions,
  codes: codes, groups: n.targetGroups, purposes: purposes,
  all: [place IN places | place.nameFa], near: [place IN places WHERE place.countsAs IN around | place.nameFa],
  decile: [n.incomeDecileFrom, n.incomeDecileTo], age: [n.ageFrom, n.ageTo],
  support: CASE rank
    WHEN 0 THEN {__typename: 'SupportInstrument', id: n.id, titleFa: n.titleFa, kind: n.kind,
      payer: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}]),
      amounts: COLLECT {
        MATCH (n)-[:HAS_AMOUNT]->(a:SupportAmount)
        WITH a ORDER BY a.position LIMIT 20
        RETURN {year: a.year, amount: toString(a.amount), amountUnit: a.amountUnit, basis: a.basis}
      }}
    WHEN 1 THEN {__typename: 'Program', id: n.id, titleFa: n.titleFa,
      publisher: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}])}
    WHEN 2 THEN {__typename: 'Course', id: n.id, title: n.title, startsOn: toString(n.startsOn),
      provider: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}]),
      region: head([(n)-[:LOCATED_IN]->(place:Region) | {id: place.id, nameFa: place.nameFa}])}
    WHEN 3 THEN {__typename: 'Apprenticeship', id: n.id, title: n.title, months: n.months,
      host: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}])}
    ELSE {__typename: 'SupportCenter', id: n.id, nameFa: n.nameFa,
      operator: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}])} END
}) AS value
