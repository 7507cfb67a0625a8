"""Publishing a lesson by hand: one statement for the draft, one to let it out, each with event and version.

What they keep is what the hub keeps: rights, the version that was read, the version that is made, an event
whose number is given last, and the twins of the texts that are searched and sorted by.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import neo4j

from graph.model.ids import new_id
from graph.text import clean, fold, index_text, sort_key

_TICK = timedelta(microseconds=1)

# The moment an event is told is taken behind the counter's lock, and is later than any told before.
_EVENT = """
MATCH (c:Counter {name: 'events'}) SET c.value = c.value + 1
WITH *, datetime.truncate('microsecond', datetime.realtime()) AS clock
WITH *, CASE WHEN clock <= c.told THEN c.told + $tick ELSE clock END AS told
SET c.told = told
CREATE (v:Node:Event {id: $event, kind: $kind, at: $now, toldAt: told, sequence: c.value,
                      audience: n.audience, ownerIds: n.ownerIds})-[:SUBJECT]->(n),
       (v)-[:BY]->(o)
"""

_VERSION = """
CREATE (n)-[:HAS_VERSION]->(:Node:Version {
  id: 'ver_' + replace(randomUUID(), '-', ''), of: 'Lesson', number: n.version, at: $now,
  event: $kind, office: 'MEMBER', audience: n.audience, ownerIds: n.ownerIds, demo: n.demo,
  links: [(n)-[:DRAWN_FROM]->(e:Experience) | 'experiences\\u001f' + e.id]
    + [(n)-[:ABOUT]->(t:Topic) | 'topics\\u001f' + t.id]
    + [(n)-[:USES_SKILL]->(s:Skill) | 'skills\\u001f' + s.id],
  closedLinks: [], parts: [],
  wasStatement: n.statement, wasRecommendation: n.recommendation, wasAppliesWhen: n.appliesWhen,
  wasNotAppliesWhen: n.notAppliesWhen, wasSource: n.source, wasSourceUrl: n.sourceUrl,
  wasLanguage: n.language, wasWording: n.wording, wasStatus: n.status, wasVisibility: n.visibility,
  wasPublishedAt: n.publishedAt
})-[:BY]->(o)
"""

_CREATE = f"""
CREATE (n:Node:Lesson) SET n = $properties
WITH n
MATCH (o:Node:Organization {{id: $organization}})
CREATE (n)-[:PUBLISHED_BY]->(o)
WITH n, o
CALL (n) {{
  UNWIND $experiences AS id
  MATCH (e:Node:Experience {{id: id}})
  WHERE e.audience IN ['PUBLIC', 'MEMBERS', 'ANONYMIZED'] OR $organization IN e.ownerIds
    OR (e.audience = 'PARTNERS' AND any(owner IN e.ownerIds WHERE owner IN $partners))
  CREATE (n)-[:DRAWN_FROM]->(e)
  RETURN count(*) AS experiences
}}
CALL (n) {{
  UNWIND $topics AS id
  MATCH (t:Node:Topic {{id: id}})
  CREATE (n)-[:ABOUT]->(t)
  RETURN count(*) AS topics
}}
WITH n, o, experiences, topics
{_VERSION}
WITH n, o, experiences, topics
{_EVENT}
RETURN {{id: n.id, version: n.version, status: n.status}} AS value, experiences, topics
"""

_PUBLISH = f"""
MATCH (n:Node:Lesson {{id: $id}})
// Writing takes the lock, so that what is read after it cannot change before the commit.
SET n.version = n.version
WITH n WHERE $organization IN n.ownerIds AND n.version = $version AND n.status <> 'PUBLISHED'
SET n.version = n.version + 1, n.updatedAt = $now, n.publishedAt = coalesce(n.publishedAt, $now),
    n.status = 'PUBLISHED', n.visibility = $visibility, n.audience = $visibility
WITH n
CALL (n) {{ MATCH (e:Event)-[:SUBJECT]->(n) SET e.audience = n.audience, e.ownerIds = n.ownerIds }}
MATCH (o:Node:Organization {{id: $organization}})
WITH n, o
{_VERSION}
WITH n, o
{_EVENT}
RETURN {{
  id: n.id, version: n.version, status: n.status, visibility: n.visibility,
  publisher: head([(n)-[:PUBLISHED_BY]->(p:Organization) | {{id: p.id, nameFa: p.nameFa}}]),
  topics: COLLECT {{
    MATCH (n)-[:ABOUT]->(t:Topic)
    WITH t ORDER BY t.labelFaSort, t.id LIMIT 20
    RETURN {{id: t.id, labelFa: t.labelFa}}
  }}
}} AS value
"""


async def create_lesson(
    transaction: neo4j.AsyncManagedTransaction, viewer: dict[str, Any], given: dict[str, Any]
) -> Any:
    """A draft lesson of the viewer's organization."""
    now = datetime.now(UTC)
    statement, recommendation = clean(given["statement"]), clean(given["recommendation"])
    properties = {
        "id": new_id("les"),
        "statement": statement,
        "statementFold": fold(statement),
        "statementSort": sort_key(statement),
        "recommendation": recommendation,
        "searchTitle": index_text(statement),
        "searchBody": index_text(recommendation),
        "language": "FA",
        "wording": 1,
        "status": "DRAFT",
        "visibility": "MEMBERS",
        "audience": "OWNERS",
        "ownerIds": [viewer["organization"]],
        "version": 1,
        "createdAt": now,
        "updatedAt": now,
        "demo": False,
    }
    result = await transaction.run(
        _CREATE,
        properties=properties,
        experiences=given["experienceIds"],
        topics=given["topicIds"],
        event=new_id("eve"),
        kind="LESSON_CREATED",
        now=now,
        tick=_TICK,
        **viewer,
    )
    row = await result.single(strict=True)
    if row["experiences"] != len(given["experienceIds"]) or row["topics"] != len(given["topicIds"]):
        raise LookupError(given)
    return row["value"]


async def publish_lesson(
    transaction: neo4j.AsyncManagedTransaction, viewer: dict[str, Any], given: dict[str, Any]
) -> Any:
    """Let a draft be read by members or by all."""
    now = datetime.now(UTC)
    result = await transaction.run(
        _PUBLISH, **given, event=new_id("eve"), kind="LESSON_PUBLISHED", now=now, tick=_TICK, **viewer
    )
    return (await result.single(strict=True))["value"]
