"""What the demo of earlier versions made up about real bodies goes; what they have become since stays.

It told the MoU with targets, days and reports that nobody had announced. `seed/announced/` tells them anew.
"""

_MOU = "par_01kcnqgdd8evrsjrpknyggeeys"
_BODIES = [
    "org_01kaqvm600ewybn7nchkymrhkq",
    "org_01kaqvm600fp0vqsnsc9xv1sm2",
    "org_01kaqvm600fa1bx54rt1dryrkm",
    "org_01kaqvm600eb1sxev5jnmp3bf4",
    "org_01kaqvm600fh9aw4t302vhdne7",
]
_LAST_TOLD = "datetime('2026-11-20T18:00:00Z')"

STATEMENTS = (
    f"""MATCH (p:Partnership {{id: '{_MOU}'}}) WHERE p.version = 4 AND NOT EXISTS {{ (p)<-[:RENEWS]-() }}
    AND NOT EXISTS {{ (p)-[:HAS_COMMITMENT]->(c:Commitment) WHERE c.updatedAt > {_LAST_TOLD} }}
    UNWIND [p] + COLLECT {{ MATCH (p)-[:HAS_COMMITMENT]->(c:Commitment) RETURN c }} AS gone
    OPTIONAL MATCH (gone)<-[:SUBJECT]-(e:Event)
    DETACH DELETE e, gone""",
    f"""MATCH (o:Organization) WHERE o.id IN {_BODIES} AND o.version = 1 AND NOT EXISTS {{
      (o)--(x) WHERE NOT x:Region AND NOT x:Topic AND NOT x:Event AND NOT x.id IN {_BODIES} }}
    OPTIONAL MATCH (o)<-[:SUBJECT]-(e:Event)
    DETACH DELETE e, o""",
)
