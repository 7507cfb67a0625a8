"""Two charters beside each other, article by article: matched by their numbers."""

from graph.compiler import Given, Source, values
from graph.model import MODEL
from graph.model.charters import ArticleDifference
from graph.model.members import See

_ADDED, _REMOVED = ArticleDifference.ADDED.value, ArticleDifference.REMOVED.value
_CHANGED, _SAME = ArticleDifference.CHANGED.value, ArticleDifference.SAME.value
_ALIKE = "x.text = y.text AND coalesce(x.heading, '') = coalesce(y.heading, '')"
_ARTICLES = f"""CALL (a, b) {{
  CALL (a, b) {{
    MATCH (a)-[:HAS_ARTICLE]->(x:CharterArticle) RETURN x.number AS number
    UNION MATCH (b)-[:HAS_ARTICLE]->(y:CharterArticle) RETURN y.number AS number
  }}
  OPTIONAL MATCH (a)-[:HAS_ARTICLE]->(x:CharterArticle {{number: number}})
  OPTIONAL MATCH (b)-[:HAS_ARTICLE]->(y:CharterArticle {{number: number}})
  WITH number, x, y, CASE WHEN x IS NULL THEN '{_ADDED}' WHEN y IS NULL THEN '{_REMOVED}'
    WHEN {_ALIKE} THEN '{_SAME}' ELSE '{_CHANGED}' END AS difference
  ORDER BY number
  RETURN collect({{number: number, difference: difference, before: x, after: y}}) AS articles
}}"""


def _counted(difference: str) -> str:
    return f"{difference.lower()}: size([c IN articles WHERE c.difference = '{difference}'])"


def _cypher(see: See, given: Given) -> str:
    counts = ", ".join(map(_counted, (_ADDED, _REMOVED, _CHANGED, _SAME)))
    return (
        f"MATCH (a:Node&Charter {{id: {given.value('one')}}}) WHERE {see('a', 'Charter')}\n"
        f"MATCH (b:Node&Charter {{id: {given.value('other')}}}) WHERE {see('b', 'Charter')}\n"
        f"{_ARTICLES}\n"
        f"WITH {{one: a, other: b, articles: articles, {counts}}} AS row LIMIT 1"
    )


COMPARE_CHARTERS = Source(
    MODEL.shapes["CharterComparison"],
    _cypher,
    converts=(("one", values.identifier("cha")), ("other", values.identifier("cha"))),
    price=500,
)
"""`compareCharters(one, other)`: two charters, article by article."""
