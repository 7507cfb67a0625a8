"""Partnerships know the version of their terms; what was reported of commitments is a list of reports.

A commitment used to hold the last word of either of its sides. What the side it is owed to said is taken as
confirmed; what the one that owes it said, or nobody knows who, waits for an answer: it was one side's word.
"""

from graph.queries.versions import begin, keep

STATEMENTS = (
    """
    MATCH (p:Partnership) WHERE p.termsVersion IS NULL
    CALL (p) {
      WITH p, COUNT { (p)-[r:HAS_PARTY]->() WHERE r.signedOn IS NOT NULL } AS signed
      SET p.termsVersion = CASE WHEN p.version > signed THEN p.version - signed ELSE 1 END
    } IN TRANSACTIONS OF 1000 ROWS
    """,
    """
    MATCH (c:Commitment)
    WHERE NOT EXISTS { (c)-[:HAS_REPORT]->() }
      AND (c.status <> 'PLANNED' OR c.evidence IS NOT NULL OR c.evidenceUrl IS NOT NULL)
    CALL (c) {
      WITH c,
        head(COLLECT { MATCH (c)-[:OWED_BY]->(o:Organization) RETURN o }) AS debtor,
        head(COLLECT { MATCH (c)-[:OWED_TO]->(o:Organization) RETURN o }) AS creditor,
        head(COLLECT {
          MATCH (c)<-[:SUBJECT]-(e:Event {kind: 'COMMITMENT_REPORTED'})
          RETURN {at: e.at, by: head([(e)-[:BY]->(o) | o.id])} ORDER BY e.sequence DESC LIMIT 1
        }) AS last
      WITH c, debtor, creditor, c.status AS said, coalesce(last.at, c.updatedAt) AS at,
           coalesce(last.by = creditor.id, false) AS agreed, coalesce(last.by = debtor.id, false) AS alone
      WHERE said <> 'WAIVED' OR alone
      CREATE (c)-[:HAS_REPORT]->(r:Node&CommitmentReport {
        id: 'rep_' + substring(c.id, 4), version: 1, createdAt: at, updatedAt: at, demo: c.demo,
        status: CASE WHEN agreed THEN 'CONFIRMED' ELSE 'WAITING' END,
        reportedStatus: CASE WHEN said IN ['MET', 'MISSED'] THEN said ELSE 'IN_PROGRESS' END,
        asOf: date(at), target: c.target, unit: c.unit, note: c.evidence, evidenceUrl: c.evidenceUrl,
        answeredOn: CASE WHEN agreed THEN date(at) END
      })
      FOREACH (o IN CASE WHEN debtor IS NULL THEN [] ELSE [debtor] END | CREATE (r)-[:REPORTED_BY]->(o))
      FOREACH (o IN CASE WHEN creditor IS NULL THEN [] ELSE [creditor] END | CREATE (r)-[:REPORTED_TO]->(o))
      SET c.reportStatus = r.status,
          c.status = CASE WHEN agreed OR said = 'PLANNED' THEN said ELSE 'IN_PROGRESS' END,
          c.claimedOn = CASE WHEN said = 'MET' AND NOT agreed THEN date(at) END,
          c.version = c.version + 1, c.updatedAt = datetime()
      WITH c AS n
      """
    + keep("Commitment").replace("$now", "n.updatedAt")
    + """
    } IN TRANSACTIONS OF 1000 ROWS
    """,
    begin("CommitmentReport", how="IN TRANSACTIONS OF 1000 ROWS"),
    """
    MATCH (c:Commitment) WHERE c.evidence IS NOT NULL OR c.evidenceUrl IS NOT NULL
    CALL (c) { REMOVE c.evidence, c.evidenceUrl } IN TRANSACTIONS OF 1000 ROWS
    """,
)
