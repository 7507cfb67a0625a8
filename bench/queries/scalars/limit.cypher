MATCH (e:Experience) WHERE e.createdAt IS NOT NULL AND e.audience = 'PUBLIC'
WITH e ORDER BY e.createdAt DESC, e.id DESC LIMIT $first
RETURN {nodes: collect({
  id: e.id, title: e.title, language: e.language, outcome: e.outcome, context: e.context,
  intended: e.intended, happened: e.happened, why: e.why, enablingFactors: e.enablingFactors,
  barriers: e.barriers, costBand: e.costBand, startedOn: toString(e.startedOn),
  endedOn: toString(e.endedOn), targetGroups: e.targetGroups, status: e.status,
  visibility: e.visibility, publishedAt: toString(e.publishedAt), version: e.version,
  createdAt: toString(e.createdAt), updatedAt: toString(e.updatedAt), demo: e.demo
})} AS value
