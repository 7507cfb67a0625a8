// The exact counts and the terms are read once for what is missing and for what is due; the server works both out.
MATCH (:Node:Organization {id: $id})<-[:COHORT_PAID_BY]-(r:CohortReport)
WHERE r.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN r.ownerIds
  OR (r.audience = 'PARTNERS' AND any(owner IN r.ownerIds WHERE owner IN $partners))
WITH r ORDER BY r.endsOn DESC, r.id DESC
WITH collect(r) AS reports
RETURN {totalCount: size(reports), nodes: COLLECT {
  UNWIND reports[..$first] AS r
  RETURN {
    id: r.id, status: r.status, startsOn: toString(r.startsOn), endsOn: toString(r.endsOn), complete: r.complete,
    provider: head([(r)-[:COHORT_REPORTED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}]),
    course: head([(r)-[:COHORT_OF]->(c:Course)
      WHERE c.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN c.ownerIds
        OR (c.audience = 'PARTNERS' AND any(owner IN c.ownerIds WHERE owner IN $partners)) |
      {id: c.id, title: c.title,
       region: head([(c)-[:LOCATED_IN]->(place:Region) | {id: place.id, nameFa: place.nameFa}])}]),
    apprenticeship: head([(r)-[:COHORT_OF]->(a:Apprenticeship)
      WHERE a.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN a.ownerIds
        OR (a.audience = 'PARTNERS' AND any(owner IN a.ownerIds WHERE owner IN $partners)) |
      {id: a.id, title: a.title}]),
    outcomes: COLLECT {
      MATCH (r)-[:HAS_OUTCOME]->(x:CohortOutcome)
      WITH x ORDER BY x.position LIMIT 20
      RETURN x {.gender, .targetGroup, .enrolled, .completed, .certified, .droppedOut, .atWorkAfter6Months, .withheld}
    },
    found: {
      owns: $organization IN r.ownerIds, status: r.status, answeredOn: toString(r.answeredOn),
      rows: COLLECT {
        MATCH (r)-[:HAS_EXACT_OUTCOME]->(x:CohortOutcome)
        WITH x ORDER BY x.position
        RETURN properties(x)
      },
      terms: head(COLLECT {
        MATCH (r)-[:PAID_BY_TERMS]->(t:PaymentTerms)
        RETURN t {.id, .title, .rule, .basis, .countedBy, .amount, .amountUnit, .requiredCounts, .requiredBreakdowns,
          read: t.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN t.ownerIds
            OR (t.audience = 'PARTNERS' AND any(owner IN t.ownerIds WHERE owner IN $partners)),
          steps: COLLECT {
            MATCH (t)-[:HAS_STEP]->(s:PaymentStep)
            WITH s ORDER BY s.position
            RETURN s {.grade, .share, .dueAfterDays}
          },
          rating: CASE t.rule WHEN 'QUALITY_GRADE' THEN coalesce(
            head([(r)-[:ACCEPTED_BY_RATING]->(q:QualityRating) | q {.id, .grade}]),
            head(COLLECT {
              MATCH (t)-[:GRADED_UNDER]->(first)<-[:REPLACES_SCHEME*0..20]-(scheme)
              MATCH (scheme)<-[:RATED_UNDER]-(q:QualityRating)-[:RATED_BY]->(by)
              WHERE (q.status = 'PUBLISHED' OR (q.status = 'GIVEN' AND EXISTS { (t)-[:PAYER]->(by) }))
                AND q.validFrom <= r.endsOn AND coalesce(q.validUntil >= r.endsOn, true)
                AND EXISTS { (q)-[:RATES]->()<-[:COHORT_REPORTED_BY]-(r) }
                AND by = coalesce(head([(t)-[:GRADED_BY]->(g) | g]), head([(t)-[:PAYER]->(p) | p]))
              WITH q ORDER BY q.validFrom DESC, q.createdAt DESC, q.id LIMIT 1
              RETURN q {.id, .grade}
            })) END
        }
      })
    }
  }
}} AS value
