MATCH (o:Organization) WHERE o.nameFaSort IS NOT NULL
WITH o ORDER BY o.nameFaSort, o.id LIMIT $first
RETURN {
  totalCount: COUNT { (:Organization) },
  nodes: collect({
    id: o.id, nameFa: o.nameFa,
    experiences: {totalCount: COUNT { (o)<-[:PUBLISHED_BY]-(e:Experience) WHERE e.audience = 'PUBLIC' }},
    lessons: {totalCount: COUNT { (o)<-[:PUBLISHED_BY]-(l:Lesson) WHERE l.audience = 'PUBLIC' }},
    resourceOffers: {totalCount: COUNT { (o)<-[:PUBLISHED_BY]-(f:ResourceOffer) WHERE f.audience = 'PUBLIC' }}
  })
} AS value
