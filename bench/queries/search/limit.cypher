CALL () {
  WITH 1 AS one WHERE $asked.all <> ''
  CALL db.index.fulltext.queryNodes('search', $asked.all, {limit: 5000}) YIELD node AS n
  // Of what the index holds, organizations and terms have no audience: all may read them; who may read a
  // partnership reads its commitments.
  WITH n WHERE coalesce(n.audience, 'PUBLIC') = 'PUBLIC'
    AND (NOT n:Commitment OR EXISTS { (n)<-[:HAS_COMMITMENT]-(p:Partnership) WHERE p.audience = 'PUBLIC' })
  WITH n, ' ' + n.searchTitle + ' ' AS title
  WITH n, title, reduce(sum = 0.0, w IN $asked.words | sum + CASE
      WHEN any(form IN w.whole WHERE title CONTAINS form) THEN 3
      WHEN any(form IN w.near WHERE title CONTAINS form) THEN 2
      WHEN any(form IN w.whole WHERE ' ' + n.searchBody + ' ' CONTAINS form) THEN 1
      ELSE 0.5 END) AS sum
  WITH n, round(sum / size($asked.words) + CASE WHEN sum < 2 * size($asked.words) THEN 0
      WHEN $asked.letters < size(title) THEN toFloat($asked.letters) / size(title) ELSE 1.0 END / 2, 4) AS score
  ORDER BY score DESC, n.id LIMIT 500
  RETURN collect({n: n, score: score}) AS hits
}
RETURN {totalCount: size(hits), hits: COLLECT {
  UNWIND hits[..20] AS hit
  WITH hit.n AS n, hit.score AS score
  RETURN {
    score: score,
    node: CASE
      WHEN n:Organization THEN {__typename: 'Organization', id: n.id, nameFa: n.nameFa}
      WHEN n:Experience THEN {__typename: 'Experience', id: n.id, title: n.title, outcome: n.outcome,
        publisher: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}])}
      WHEN n:Lesson THEN {__typename: 'Lesson', id: n.id, statement: n.statement,
        publisher: head([(n)-[:PUBLISHED_BY]->(o:Organization) | {id: o.id, nameFa: o.nameFa}])}
      WHEN n:ResourceOffer THEN {__typename: 'ResourceOffer', id: n.id, title: n.title}
      WHEN n:ResourceNeed THEN {__typename: 'ResourceNeed', id: n.id, title: n.title}
      WHEN n:Topic THEN {__typename: 'Topic', id: n.id, labelFa: n.labelFa}
      WHEN n:Skill THEN {__typename: 'Skill', id: n.id, labelFa: n.labelFa}
      WHEN n:Approach THEN {__typename: 'Approach'}
      WHEN n:Partnership THEN {__typename: 'Partnership'}
      WHEN n:Commitment THEN {__typename: 'Commitment'}
      WHEN n:Adoption THEN {__typename: 'Adoption'}
      WHEN n:Exchange THEN {__typename: 'Exchange'}
      ELSE {__typename: 'Region'}
    END,
    highlights: CASE
      WHEN n:Organization THEN [['nameFa', n.nameFa], ['nameEn', n.nameEn], ['mission', n.mission]]
      WHEN n:Experience THEN [['title', n.title], ['context', n.context], ['intended', n.intended],
        ['happened', n.happened], ['why', n.why], ['enablingFactors', n.enablingFactors],
        ['barriers', n.barriers]]
      WHEN n:Lesson THEN [['statement', n.statement], ['recommendation', n.recommendation],
        ['appliesWhen', n.appliesWhen], ['notAppliesWhen', n.notAppliesWhen]]
      WHEN n:Approach THEN [['title', n.title], ['summary', n.summary]]
      WHEN n:Partnership THEN [['titleFa', n.titleFa], ['titleEn', n.titleEn], ['summary', n.summary]]
      WHEN n:ResourceOffer OR n:ResourceNeed THEN [['title', n.title], ['description', n.description]]
      WHEN n:Commitment THEN [['titleFa', n.titleFa], ['titleEn', n.titleEn], ['measure', n.measure]]
      WHEN n:Adoption THEN [['note', n.note], ['outcomeNote', n.outcomeNote]]
      WHEN n:Exchange THEN [['note', n.note]]
      WHEN n:Region THEN [['nameFa', n.nameFa], ['nameEn', n.nameEn]]
      ELSE [['labelFa', n.labelFa], ['labelEn', n.labelEn]]
    END
  }
}} AS value
