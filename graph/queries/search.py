"""Turn a search into the best hits that the viewer may read, with facets and a page of them.

How a hit is scored, 0 to 3: for each word of the search 3 where the title has it whole, 2 where a
word of the title begins with it, 1 where the body has it whole, 0 where a word of the body begins
with it; the mean of these. The index's own score is left out: it weighs a word by all records that
hold it, and so would tell of records that the viewer may not read.
"""

from typing import Any

from graph.compiler import Given, Source, values
from graph.compiler.tree import OrderKey
from graph.limits import MAXIMUM_FETCHED_HITS, MAXIMUM_HITS
from graph.model import MODEL
from graph.model.found import SEARCHED, concerning
from graph.model.indexes import FULL_TEXT, SEARCH_BODY, SEARCH_TITLE
from graph.model.members import Kind, Property, See
from graph.model.regions import REGION
from graph.model.search import hit_outcome, hit_type, hit_year
from graph.model.topics import TOPIC
from graph.text import query
from graph.text.lucene import wanted

_ORDER = (OrderKey(Property("score", Kind.FLOAT, required=True), ascending=False),)
"""What a cursor of a search holds, beside the hit's id."""


def asked(value: Any) -> dict[str, Any]:
    """A search as the query's parameter. Raises ValueRefused TEXT_TOO_LONG.

    `lucene` is empty where the text has no words; `whole` and `begun` are each word's forms between
    spaces, as they stand in the index's text.
    """
    text = values.cleaned(value)
    words = [
        {
            "whole": [f" {form} " for form in (word.stem, *(stem for stem, _ in word.joined))],
            "apart": [f" {first} {second} " for first, second in word.split],
            "begun": [f" {form}" for form in (word.begun, *(begun for _, begun in word.joined)) if form],
        }
        for word in wanted(text)
    ]
    return {"text": text, "lucene": query(text), "words": words}


def _cypher(see: See, given: Given) -> str:
    wanted_words = given.value("query")
    return f"""CALL () {{
  WITH {wanted_words} AS asked WHERE asked.lucene <> ''
  CALL db.index.fulltext.queryNodes('{FULL_TEXT}', asked.lucene, {{limit: {MAXIMUM_FETCHED_HITS}}}) YIELD node
  WITH node AS n WHERE {_readable(see, "n")}
  WITH n, ' ' + n.{SEARCH_TITLE} + ' ' AS title{_filters(see, given)}
  WITH n, {_score(wanted_words)} AS score ORDER BY score DESC, n.id LIMIT {MAXIMUM_HITS}
  RETURN collect({{n: n, id: n.id, score: score}}) AS hits
}}
WITH hits, {_after(given)} AS rest
WITH hits, rest, rest[..{given.value("first")}] AS page
WITH {{
  totalCount: size(hits),
  hits: [hit IN page | {{score: hit.score, node: hit.n, cursor: {_cursor("hit")}, highlights:
    {{query: {wanted_words}.text, texts: [t IN {_texts("hit")} WHERE t[1] IS NOT NULL]}}}}],
  facets: {{hits: hits}},
  pageInfo: head([p IN [{{first: head(page), last: last(page)}}] | {{
    hasNextPage: size(rest) > size(page), hasPreviousPage: {"true" if given.has("after") else "false"},
    startCursor: {_cursor("p.first")}, endCursor: {_cursor("p.last")}}}])
}} AS row"""


_FILTERED = (("types", hit_type), ("outcomes", hit_outcome), ("years", hit_year))


def _readable(see: See, n: str) -> str:
    """The right to read a hit of any type, and to nothing else that the index may hold."""
    labels: dict[str, list[str]] = {}
    for node in SEARCHED.values():
        labels.setdefault(see(n, node.label), []).append(node.label)
    cases = (f"({n}:{'|'.join(names)} AND {right})" for right, names in labels.items())
    return " OR ".join(cases)


def _filters(see: See, given: Given) -> str:
    parts = [f"{member('n')} IN {given.value(name)}" for name, member in _FILTERED if given.has(name)]
    parts += [
        f"EXISTS {{ {concerning(see, 'n', to)} AND value.id IN {given.value(name)} }}"
        for name, to in (("topicIds", TOPIC), ("regionIds", REGION))
        if given.has(name)
    ]
    return f"\n  WHERE {' AND '.join(parts)}" if parts else ""


def _score(wanted_words: str) -> str:
    return f"""round(reduce(sum = 0.0, w IN {wanted_words}.words | sum + CASE
    WHEN any(form IN w.whole + w.apart WHERE title CONTAINS form) THEN 3
    WHEN any(form IN w.begun WHERE title CONTAINS form) THEN 2
    WHEN any(form IN w.whole WHERE ' ' + n.{SEARCH_BODY} + ' ' CONTAINS form) THEN 1
    ELSE 0 END) / size({wanted_words}.words), 4)"""


def _after(given: Given) -> str:
    if not given.has("after"):
        return "hits"
    after = given.value("after")
    return f"[hit IN hits WHERE hit.score < {after}[0] OR (hit.score = {after}[0] AND hit.id > {after}[1])]"


def _cursor(hit: str) -> str:
    return f"""'["{values.signature(_ORDER)}",' + toString({hit}.score) + ',"' + {hit}.id + '"]'"""


def _texts(hit: str) -> str:
    """The searched texts of a hit as (name, text), titles first."""
    names: dict[str, list[str]] = {}
    for node in SEARCHED.values():
        listed = ", ".join(f"['{name}', {hit}.n.{name}]" for name in (*node.search[0], *node.search[1]))
        names.setdefault(f"[{listed}]", []).append(node.label)
    cases = (f"WHEN {hit}.n:{'|'.join(labels)} THEN {texts}" for texts, labels in names.items())
    return f"CASE {' '.join(cases)} END"


SEARCH = Source(
    MODEL.shapes["SearchResult"],
    _cypher,
    converts=(
        ("query", asked),
        ("types", values.each(str)),
        ("topicIds", values.each(values.identifier("top"))),
        ("regionIds", values.each(values.identifier("reg"))),
        ("outcomes", values.each(str)),
        ("years", values.each(values.whole)),
        ("first", values.page_size),
        ("after", values.cursor(_ORDER, (Kind.ID,))),
    ),
    defaults=(("first", values.DEFAULT_PAGE),),
)
