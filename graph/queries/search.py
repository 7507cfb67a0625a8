"""Turn a search into the best hits that the viewer may read, with facets and a page of them.

How a hit is scored: for each word of the search 3 where the title has it whole, 2 where a word of the
title begins with it or is near it, 1 where the body has it whole, ½ where a word of the body begins
with it or is near it, ¼ where only a skill of the record, or its occupation, is called so, 0 where it is
missing; the mean of these. Where the title has all of them, up to
½ more for how much of it they make up, so that what is called just so comes first. The index's own
score is left out: it weighs a word by all records that hold it, and so would tell of records that the
viewer may not read.

Where few records hold every word, the best of those that hold half of them or more follow, or, where
there are none, of those that hold the most. A word that
is spelled nearly like one of the search counts there as held, and as `missing`.
"""

from collections.abc import Callable
from typing import Any

from graph.compiler import Given, Source, values
from graph.compiler.tree import OrderKey
from graph.limits import (
    MAXIMUM_ALIKE,
    MAXIMUM_FETCHED_ALIKE,
    MAXIMUM_FETCHED_HITS,
    MAXIMUM_FETCHED_PARTIAL_HITS,
    MAXIMUM_FETCHED_SKILLED,
    MAXIMUM_FEW_HITS,
    MAXIMUM_HITS,
    MAXIMUM_NAMED_SKILLS,
    MAXIMUM_PARTIAL_HITS,
)
from graph.model import MODEL
from graph.model.found import SEARCHED, concerning, nearest, one_of, under
from graph.model.indexes import FULL_TEXT, SEARCH_BODY, SEARCH_TITLE, SKILL_NAMES
from graph.model.members import Kind, Property, See
from graph.model.regions import REGION
from graph.model.search import hit_outcome, hit_type, hit_year
from graph.model.topics import SKILL, TOPIC
from graph.text.lucene import Wanted, alike, clauses, named, wanted

_ORDER = (
    OrderKey(Property("lacks", Kind.INT, required=True), ascending=True),
    OrderKey(Property("score", Kind.FLOAT, required=True), ascending=False),
)
"""What a cursor of a search holds, beside the hit's id."""


def asked(value: Any) -> dict[str, Any]:
    """A search as the query's parameter. Raises ValueRefused TEXT_TOO_LONG.

    `all` asks the index for every word, `any` for any; empty where the text has no words. Of each word
    `whole` and `near` are its forms as they stand between spaces in the index's text, `alike` asks the
    index for words that are spelled nearly like it, and `named` that of skills for what is called so.
    `letters`: how long the words are together.
    """
    text = values.cleaned(value)
    given = wanted(text)
    parts = clauses(given)
    words = [_word(at, word) for at, word in enumerate(given)]
    letters = sum(len(word.stem) + 1 for word in given)
    whole, any_ = " AND ".join(parts), " OR ".join(parts)
    return {"text": text, "all": whole, "any": any_, "words": words, "letters": letters}


def _word(at: int, word: Wanted) -> dict[str, Any]:
    whole = [(word.stem,), *((stem,) for stem, _ in word.joined), *word.split]
    begun = [form for form in (word.begun, *(begun for _, begun in word.joined)) if form]
    return {
        "at": at,
        "typed": word.typed,
        "raw": word.raw,
        "whole": [f" {' '.join(term)} " for term in whole],
        "near": [*(f" {form}" for form in begun), *(f" {' '.join(term)} " for term in word.near)],
        "alike": alike(word),
        "named": named(word),
    }


def _cypher(see: See, given: Given) -> str:
    asked = given.value("query")
    return f"""CALL () {{
  WITH {asked} AS asked WHERE asked.all <> ''
  {_fetched("asked.all", MAXIMUM_FETCHED_HITS)}
  WITH node AS n WHERE {_readable(see, "n")}
  WITH n, {TITLE} AS title{_filters(see, given)}
  WITH n, {_score(asked, "0.5")} AS score ORDER BY score DESC, n.id LIMIT {MAXIMUM_HITS}
  RETURN collect([n, score]) AS own
}}
{_by_skills(see, given, asked)}
{_where_few(see, given, asked)}
WITH full, CASE WHEN full = [] THEN coalesce(more[0].near, []) ELSE [] END AS near,
  full + coalesce(more[0].partial, []) AS hits
WITH full, near, {_after(given)} AS rest
WITH full, near, rest, rest[..{given.value("first")}] AS page
WITH {{
  totalCount: size(full),
  didYouMean: {{text: {asked}.text, words: [w IN {asked}.words | [w.typed, w.raw]], near: near}},
  hits: [hit IN page | {{score: hit.score, missing: hit.missing, node: hit.n, cursor: {_cursor("hit")},
    highlights: {{query: {asked}.text,
      texts: [t IN {_texts("hit.n")} WHERE t[1] IS NOT NULL] + {_SKILLS}}}}}],
  facets: {{hits: full}},
  pageInfo: head([p IN [{{first: head(page), last: last(page)}}] | {{
    hasNextPage: size(rest) > size(page), hasPreviousPage: {"true" if given.has("after") else "false"},
    startCursor: {_cursor("p.first")}, endCursor: {_cursor("p.last")}}}])
}} AS row"""


_IF_ALIKE = "CASE WHEN w.at IN alike OR NOT w IN missing THEN 0.5 ELSE 0 END"
TITLE, _BODY = f"' ' + n.{SEARCH_TITLE} + ' '", f"' ' + n.{SEARCH_BODY} + ' '"


def _fetched(lucene: str, most: int) -> str:
    found = f"CALL db.index.fulltext.queryNodes('{FULL_TEXT}', {lucene}, {{limit: {most}}})"
    return f"{found} YIELD node, score AS closeness"


_SKILLS = """[s IN coalesce(hit.skills, [])
      | ['skills', [t IN [s.labelFa, s.labelEn] + coalesce(s.alsoKnownAs, []) WHERE t IS NOT NULL]]]"""


def _by_skills(see: See, given: Given, asked: str) -> str:
    """In `full` the hits by their `own` words, and those of which a skill or the occupation is called so.

    A skill stands for itself, for what was merged into it, and for all that is narrower. Neo4j counts for
    each row that it gathers or sorts all that the row stands beside: so of a word only so many records are
    taken, and the hits are pairs until they are in order.
    """
    types, rights = nearest(see, "n", SKILL)
    coded = "".join(
        f"\n        UNION MATCH (n:Node&{node.label} {{occupationCode: nearest.iscoCode}}) RETURN n"
        for node in SEARCHED.values()
        if ("occupationCode",) in node.indexes
    )
    held = f"all(w IN asked.words WHERE w.at IN called OR {_held('w')})"
    return f"""CALL (own) {{
  CALL (own) {{
    WITH {asked} AS asked WHERE asked.all <> '' AND size(own) < {MAXIMUM_HITS}
    UNWIND asked.words AS w
    CALL (w) {{
      CALL db.index.fulltext.queryNodes('{SKILL_NAMES}', w.named, {{limit: {MAXIMUM_NAMED_SKILLS}}})
      YIELD node AS value
      MATCH (value:Skill){under(SKILL, "nearest")}
      CALL (nearest) {{
        MATCH (n)-[:{types}]->(nearest){" WHERE " + " AND ".join(rights) if rights else ""} RETURN n{coded}
      }}
      RETURN n, value LIMIT {MAXIMUM_FETCHED_SKILLED}
    }}
    WITH n, collect(DISTINCT w.at) AS called, collect(DISTINCT value) AS skills
    WITH *, {asked} AS asked WHERE {_readable(see, "n")}
    WITH *, {TITLE} AS title{_filters(see, given)}
    WITH * WHERE {held} AND NOT n IN [hit IN own | hit[0]]
    WITH n, skills, {_score("asked", f"CASE WHEN {_held('w')} THEN 0.5 ELSE 0.25 END")} AS score
    ORDER BY score DESC, n.id LIMIT {MAXIMUM_HITS}
    RETURN [n, score, skills] AS hit
    UNION ALL UNWIND own AS hit RETURN hit
  }}
  WITH hit ORDER BY hit[1] DESC, hit[0].id LIMIT {MAXIMUM_HITS}
  RETURN collect({{n: hit[0], id: hit[0].id, score: hit[1], lacks: 0, missing: [], skills: hit[2]}}) AS full
}}"""


def _where_few(see: See, given: Given, asked: str) -> str:
    """Where few hits hold all: those that hold most, in `partial`, and what is spelled alike, in `near`."""
    return f"""CALL (full) {{
  WITH full, {asked} AS asked WHERE asked.all <> '' AND size(full) <= {MAXIMUM_FEW_HITS}
  CALL (asked) {{
    UNWIND asked.words AS w WITH w WHERE w.alike <> ''
    CALL (w) {{
      {_fetched("w.alike", MAXIMUM_FETCHED_ALIKE)}
      WITH node AS n, closeness WHERE {_readable(see, "n")}
      RETURN n ORDER BY closeness DESC, n.id LIMIT {MAXIMUM_ALIKE}
    }}
    RETURN collect({{n: n, w: w}}) AS similar
  }}
  CALL (full, asked, similar) {{
    CALL (asked, similar) {{
      {_fetched("asked.any", MAXIMUM_FETCHED_PARTIAL_HITS)} RETURN node AS n
      UNION UNWIND similar AS found RETURN found.n AS n
    }}
    WITH full, asked, similar, n WHERE ({_readable(see, "n")}) AND NOT n IN [hit IN full | hit.n]
    WITH asked, n, [found IN similar WHERE found.n = n | found.w.at] AS alike,
      {TITLE} AS title{_filters(see, given)}
    WITH asked, n, title, alike, [w IN asked.words WHERE NOT {_held("w")}] AS missing
    WITH asked, n, missing, size([w IN missing WHERE NOT w.at IN alike]) AS lost,
      {_score("asked", _IF_ALIKE)} AS score
    WHERE lost < size(asked.words)
    WITH asked, collect({{n: n, missing: missing, lost: lost, score: score}}) AS rows, min(lost) AS least
    UNWIND [row IN rows WHERE row.lost * 2 <= size(asked.words) OR row.lost = least] AS row
    WITH row.n AS n, row.missing AS missing, row.lost + size(row.missing) AS lacks, row.score AS score
    ORDER BY lacks, score DESC, n.id LIMIT {MAXIMUM_PARTIAL_HITS}
    WITH n, score, lacks, [w IN missing | w.typed] AS missing
    RETURN collect({{n: n, id: n.id, score: score, lacks: lacks, missing: missing}}) AS partial
  }}
  RETURN collect({{partial: partial, near: [found IN similar | {_spelled("found.n", "found.w")}]}}) AS more
}}"""


_FILTERED = (("types", hit_type), ("outcomes", hit_outcome), ("years", hit_year))


def _readable(see: See, n: str) -> str:
    """The right to read a hit of any type, and to nothing else that the index may hold."""
    labels: dict[str, list[str]] = {}
    for node in SEARCHED.values():
        labels.setdefault(see(n, node.label), []).append(node.label)
    cases = (f"({n}:{'|'.join(names)} AND {right})" for right, names in labels.items())
    return " OR ".join(cases)


def conditions(see: See, value: Callable[[str], str]) -> dict[str, str]:
    """What each argument asks of a record `n`; `value` is the expression of an argument."""
    return {
        **{name: f"{member('n')} IN {value(name)}" for name, member in _FILTERED},
        **{
            name: f"EXISTS {{ {concerning(see, 'n', to)} AND {one_of('value', to, value(name))} }}"
            for name, to in (("topicIds", TOPIC), ("regionIds", REGION))
        },
    }


def _filters(see: See, given: Given) -> str:
    parts = [text for name, text in conditions(see, given.value).items() if given.has(name)]
    return f"\n  WHERE {' AND '.join(parts)}" if parts else ""


def forms(query: str) -> list[str]:
    """For each word of a search all forms that count as it, for `held`; none where it has no words."""
    return [FORMS.join([*word["whole"], *word["near"]]) for word in asked(query)["words"]]


FORMS = "|"
"""Stands between the forms of a word, which are folded and hold no signs."""


def held(word: str) -> str:
    """The condition that `n`, with its `TITLE` in `title`, holds a word, given as one of `forms`."""
    return _holds(f"split({word}, '{FORMS}')")


def _held(w: str) -> str:
    return _holds(f"{w}.whole + {w}.near")


def _holds(listed: str) -> str:
    return f"any(form IN {listed} WHERE title CONTAINS form OR {_BODY} CONTAINS form)"


def _score(asked: str, otherwise: str) -> str:
    """The score of `n` by its `title`; `otherwise` is what a word counts that is whole in neither text."""
    words = f"size({asked}.words)"
    each = f"""reduce(sum = 0.0, w IN {asked}.words | sum + CASE
    WHEN any(form IN w.whole WHERE title CONTAINS form) THEN 3
    WHEN any(form IN w.near WHERE title CONTAINS form) THEN 2
    WHEN any(form IN w.whole WHERE {_BODY} CONTAINS form) THEN 1
    ELSE {otherwise} END)"""
    most = f"CASE WHEN {asked}.letters < size(title) THEN toFloat({asked}.letters) / size(title) ELSE 1.0 END"
    more = f"CASE WHEN sum >= 2 * {words} THEN {most} ELSE 0 END"
    return f"head([sum IN [{each}] | round(sum / {words} + {more} / 2, 4)])"


def _spelled(n: str, w: str) -> str:
    """What a record that holds a word like `w` says: its titles, and words of its texts that may be it."""
    listed = f"split({n}.{SEARCH_BODY}, ' ')"
    likely = (
        f"abs(size(x) - size({w}.raw)) <= 2"
        f" AND (left(x, 1) = left({w}.raw, 1) OR right(x, 2) = right({w}.raw, 2))"
    )
    titles = f"[t IN {_texts(n, titles=True)} WHERE t[1] IS NOT NULL | t[1]]"
    return f"{{at: {w}.at, titles: {titles}, words: [x IN {listed} WHERE {likely}]}}"


def _after(given: Given) -> str:
    if not given.has("after"):
        return "hits"
    after = given.value("after")
    later = f"hit.score < {after}[1] OR (hit.score = {after}[1] AND hit.id > {after}[2])"
    return f"[hit IN hits WHERE hit.lacks > {after}[0] OR (hit.lacks = {after}[0] AND ({later}))]"


def _cursor(hit: str) -> str:
    place = f"toString({hit}.lacks) + ',' + toString({hit}.score)"
    return f"""'["{values.signature(_ORDER)}",' + {place} + ',"' + {hit}.id + '"]'"""


def _texts(n: str, *, titles: bool = False) -> str:
    """The searched texts of a record as (name, text), titles first, or its titles alone."""
    names: dict[str, list[str]] = {}
    for node in SEARCHED.values():
        searched = node.search[0] if titles else (*node.search[0], *node.search[1])
        listed = ", ".join(f"['{name}', {n}.{name}]" for name in searched)
        names.setdefault(f"[{listed}]", []).append(node.label)
    cases = (f"WHEN {n}:{'|'.join(labels)} THEN {texts}" for texts, labels in names.items())
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
    price=4_000,
)
