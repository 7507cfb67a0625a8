"""Turn a viewer into who they are, and into what waits for their organization's word."""

from graph.compiler import Given, Source
from graph.limits import MAXIMUM_WAITING
from graph.model import MODEL
from graph.model.members import See
from graph.queries.waiting import WAYS, due, shown


def _cypher(see: See, given: Given) -> str:
    waits = given.wants("waiting") or given.wants("waitingCount")
    found = _waiting(see) if waits else ""
    told = f"waiting: things[..{MAXIMUM_WAITING}], waitingCount: size(things)," if waits else ""
    return f"""OPTIONAL MATCH (me:Node&Organization {{id: $viewer.organization}})
{found}WITH {{role: $role, trustee: $trustee, scopes: $scopes, organization: me, today: $today, {told}
  regions: COLLECT {{ MATCH (r:Node&Region) WHERE r.id IN $viewer.regions RETURN r ORDER BY r.id }},
  openings: COLLECT {{
    MATCH (o:Opening) WHERE $viewer.organization IN o.ownerIds
    RETURN o ORDER BY o.openedAt DESC, o.id LIMIT {MAXIMUM_WAITING}
  }}}} AS row"""


def _waiting(see: See) -> str:
    """All that waits, as `things`: dear to find, and dearer to plan."""
    ways = "\n    UNION ALL\n    ".join(
        f"{way(see)} RETURN '{kind.value}' AS kind, n, {due(kind)} AS dueOn" for kind, way in WAYS.items()
    )
    opened_of = (n.label for n in MODEL.nodes.values() if n.anonymizable and n.life is not None)
    right = see("x", *opened_of)
    opened = f"head(COLLECT {{ MATCH (x:Node {{id: n.recordId}}) WHERE {right} RETURN x }})"
    return f"""CALL (me) {{
  CALL (me) {{
    {ways}
  }}
  WITH kind, n, dueOn, coalesce(n.updatedAt, n.disabledAt, n.createdAt, n.openedAt) AS changed
  WHERE {shown(see)}
  WITH kind, CASE WHEN n:Token|Webhook THEN null WHEN n:Opening THEN {opened} ELSE n END AS record,
    n.id AS id, dueOn, changed,
    CASE kind WHEN 'REVIEW' THEN datetime.truncate('day', changed) ELSE changed END AS since
  ORDER BY dueOn IS NULL, dueOn, changed DESC, id
  RETURN collect({{kind: kind, record: record, since: since, dueOn: dueOn}}) AS things
}}
"""


VIEWER = Source(MODEL.shapes["Viewer"], _cypher, price=500)

PROVIDERS = Source(MODEL.shapes["SignInProvider"], lambda _see, _given: "UNWIND $providers AS row")

RATE = Source(MODEL.shapes["RateLimit"], lambda _see, _given: "WITH $rate AS row")
