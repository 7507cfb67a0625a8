"""Turn programs into cells of a region, a target group and a dimension: where several meet, where none is.

A program stands in every cell that it names: in a part of the region where it covers that part, or works
somewhere inside it. What says too little stands in no cell and is counted as unplaced.
Every cell is of one sort, so overlapping, single and empty ones are all there are.
"""

from collections.abc import Callable
from typing import Any

from graph.compiler import Given, Source, values
from graph.compiler.tree import Convert
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_COMPARED, MAXIMUM_NAMED, MAXIMUM_PERIOD, MAXIMUM_TERM_LEVELS
from graph.model import MODEL
from graph.model.common import RecordStatus, TargetGroup
from graph.model.eligibility import groups
from graph.model.members import See
from graph.model.readiness import Dimension
from graph.model.resources import Fulfillment, ResourceKind, rest
from graph.model.terms import RETIRED
from graph.queries.ties import SEEK

_PUBLISHED = RecordStatus.PUBLISHED.value
_UP = f"[:PART_OF*0..{MAXIMUM_TERM_LEVELS}]"
_PEOPLE = ["نفر", "کارآموز", "هنرجو", "مددجو", "person", "persons", "people", "trainee", "trainees"]
"""Units in which a need counts people: a bed is none, though an offer of beds meets a need for people."""


def _distinct(convert: Convert) -> Convert:
    """A list of values, each once, in their order."""
    return lambda given: sorted(set(values.each(convert)(given)))


def _period(value: Any) -> int:
    """How many days, 1 to `MAXIMUM_PERIOD`. Raises ValueRefused NUMBER_OUT_OF_RANGE."""
    if not 1 <= value <= MAXIMUM_PERIOD:
        raise ValueRefused("NUMBER_OUT_OF_RANGE", given=value, least=1, most=int(MAXIMUM_PERIOD))
    return int(value)


def _groups(see: See, given: Given, more: str = "", kept: str = "", there: str = "", group: str = "") -> str:
    """Every group in every place, with its programs in `forGroup`; `kept` is what `more` worked out before.

    `there` and `group` are told of a place, and of a group in it.
    """
    return f"""MATCH (named:Node&Region {{id: {given.value("regionId")}}})
{SEEK.format("named")}
MATCH (w:Node&Region {{id: named.countsAs}})
{SEEK.format("w")}
WHERE {see("w", "Region")}
WITH w, coalesce({given.value("on")}, $today) AS since
WITH w, since, since + duration({{days: {given.value("days")} - 1}}) AS until,
  {given.value("targetGroups")} AS groups, {given.value("dimensions")} AS dimensions
CALL (w) {{
  OPTIONAL MATCH (w)<-[:PART_OF]-(part:Region) WHERE part.status <> '{RETIRED.value}'
  WITH part ORDER BY part.nameFaSort, part.id
  RETURN collect(part) AS parts
}}
WITH w, since, until, groups, dimensions, CASE WHEN parts = [] THEN [w] ELSE parts END AS places
CALL (places) {{
  {_INSIDE}
}}
CALL (w, since, until, groups, dimensions, inside) {{
  {_programs(see)}
}}
CALL (w, since, until, groups, dimensions) {{
  {_unplaced(see)}
}}
{more}
CALL (since, places, groups, dimensions, programs{kept}) {{
  UNWIND range(0, size(places) - 1) AS nth
  WITH *, places[nth] AS r, [q IN programs WHERE q.whole OR nth IN q.at | q] AS there{there}
  UNWIND groups AS g
  WITH *, [q IN there WHERE g IN q.groups] AS forGroup{group}
"""


# Programs and needs both start from here: to walk down a country twice took a third of the whole.
_INSIDE = f"""UNWIND range(0, size(places) - 1) AS nth
  WITH nth, places[nth] AS place
  MATCH (place)<-{_UP}-(v:Region)
  MATCH (x:Region {{countsAs: v.id}})
  RETURN collect([nth, x]) AS inside"""
"""Every region in each of the places, what counts as one of them too, with the number of the place."""


def _programs(see: See) -> str:
    """The programs of the time, in `programs`, in the order in which they begin within it.

    Each with the numbers of the places that it stands `at`, and whether it is for the `whole` region.
    """
    return f"""CALL (w, inside) {{
    MATCH (w)-{_UP}->(v:Region) MATCH (x:Region {{countsAs: v.id}}) RETURN x, null AS nth
    UNION ALL
    UNWIND inside AS pair RETURN pair[1] AS x, pair[0] AS nth
  }}
  MATCH (x)<-[:COVERS]-(p:Program)
  WHERE {_of_the_time("p")} AND {see("p", "Program")} AND {see.along("p", "Program", "regions", "x")}
  WITH p, since, until, groups, dimensions,
    collect(DISTINCT nth) AS at, count(nth) < count(*) AS whole
  WITH {{p: p, at: at, whole: whole,
    since: CASE WHEN p.startsOn < since THEN since ELSE p.startsOn END,
    until: CASE WHEN p.endsOn < until THEN p.endsOn ELSE until END,
    groups: [g IN {groups("p")} WHERE g IN groups], dimensions: [d IN p.dimensions WHERE d IN dimensions]
  }} AS q
  WHERE q.p.startsOn IS NOT NULL AND size(q.groups) > 0 AND size(q.dimensions) > 0
  WITH q ORDER BY q.since, q.p.startsOn, q.p.id LIMIT {MAXIMUM_COMPARED + 1}
  RETURN collect(q)[..{MAXIMUM_COMPARED}] AS programs, count(q) > {MAXIMUM_COMPARED} AS tooMany"""


def _of_the_time(p: str) -> str:
    return (
        f"{p}.status = '{_PUBLISHED}' AND coalesce({p}.startsOn <= until, true)"
        f" AND coalesce({p}.endsOn >= since, true)"
    )


def _unplaced(see: See) -> str:
    """How many programs of the time say too little to stand in a cell of this region."""
    too_little = (
        f"p.startsOn IS NULL OR size({groups('p')}) = 0 OR size(p.dimensions) = 0"
        " OR NOT EXISTS { (p)-[:COVERS]->(:Region) }"
    )
    here = (
        f"NOT EXISTS {{ (p)-[:COVERS]->(:Region) }} OR EXISTS {{ MATCH (p)-[:COVERS]->(x:Region)"
        f" MATCH (v:Region {{countsAs: x.countsAs}}) WHERE v.id = x.countsAs"
        f" AND (EXISTS {{ (v)-{_UP}->(w) }} OR EXISTS {{ (w)-{_UP}->(v) }}) }}"
    )
    return f"""MATCH (p:Program)
  WHERE {_of_the_time("p")} AND ({too_little}) AND {see("p", "Program")} AND ({here})
  RETURN count(p) AS unplaced"""


def _sort() -> str:
    """Of which sort a cell is: the programs `here` stand in the order in which they begin."""
    meet = """reduce(seen = {met: false, until: since - duration({days: 1})}, q IN here |
    {met: seen.met OR q.since <= seen.until,
     until: CASE WHEN q.until > seen.until THEN q.until ELSE seen.until END}).met"""
    return f"CASE WHEN size(here) < 2 THEN size(here) WHEN {meet} THEN 2 ELSE 1 END"


_SORTS = {"overlapping": 2, "single": 1, "empty": 0}
_TOLD = "cells: cells, overlapping: overlapping, single: single, empty: empty, unplaced: unplaced"


# Rows are sorted without lists of what was compared: one for each row would fill the transaction's memory.
# Grouping by what is kept (`once`) is what lets go of the rest.


def _overlaps(see: See, given: Given) -> str:
    of_sort = ", ".join(
        f"sum(CASE sort WHEN {sort} THEN 1 ELSE 0 END) AS {name}" for name, sort in _SORTS.items()
    )
    return f"""{_groups(see, given)}
  UNWIND dimensions AS d
  WITH *, [q IN forGroup WHERE d IN q.dimensions] AS here
  WITH r, g, d, nth, size(here) AS many, [q IN here[..{MAXIMUM_NAMED}] | q.p] AS shown, {_sort()} AS sort
  WITH r, g, d, nth, many, shown, sort, count(*) AS once ORDER BY many DESC, nth, g, d
  RETURN count(*) AS cells, {of_sort}, collect(CASE sort WHEN 2 THEN {{region: r, targetGroup: g,
    dimension: d, programCount: many, programs: shown}} END)[..{given.value("first")}] AS overlaps
}}
WITH {{{_TOLD}, truncated: tooMany, overlaps: overlaps}} AS row"""


def _open_needs(see: See) -> str:
    """From a region `x` to every open need `n` of the time in it that is for one of the groups."""
    return f"""MATCH (x)<-[:LOCATED_IN]-(n:ResourceNeed)
  WHERE {_of_the_time("n")} AND n.fulfillment <> '{Fulfillment.FULFILLED.value}'
    AND any(g IN n.targetGroups WHERE g IN groups)
    AND {see("n", "ResourceNeed")} AND {see.along("n", "ResourceNeed", "region", "x")}"""


def _people() -> str:
    """How many a need `n` is for, as far as it says."""
    left = f"toInteger({rest('n', 'quantity', 'unit', 'FOR_NEED')})"
    staff = f"n.kind = '{ResourceKind.HUMAN.value}'"
    return f"CASE WHEN toLower(n.unit) IN {_PEOPLE} AND NOT {staff} THEN {left} END"


def _needs(see: See) -> str:
    """What the open needs of the time come to for each place and group, in `needs`, each `of` which."""
    return f"""CALL (since, until, groups, inside) {{
  UNWIND inside AS pair
  WITH *, pair[0] AS nth, pair[1] AS x
  {_open_needs(see)}
  WITH DISTINCT n, nth ORDER BY n.startsOn, n.id LIMIT {MAXIMUM_COMPARED + 1}
  WITH {{n: n, nth: nth, people: {_people()}}} AS m
  WITH collect(m)[..{MAXIMUM_COMPARED}] AS compared, count(m) > {MAXIMUM_COMPARED} AS tooManyNeeds
  CALL (groups, compared) {{
    UNWIND compared AS m UNWIND [g IN m.n.targetGroups WHERE g IN groups] AS g
    WITH m.nth AS nth, g, count(m) AS needCount, {_PEOPLE_OF}, collect(m) AS of
    RETURN collect({{nth: nth, group: g, needCount: needCount, people: people, of: of}}) AS needs
  }}
  RETURN needs, tooManyNeeds
}}"""


_PEOPLE_OF = "CASE WHEN count(m.people) > 0 THEN sum(m.people) END AS people"
"""How many people needs are for together; null where none says."""


# A row of a cell holds the number of its entry in `needs`, for the same reason.
_OF_PLACE = ", [i IN range(0, size(needs) - 1) WHERE needs[i].nth = nth] AS open"
_OF_GROUP = ", head([i IN open WHERE needs[i].group = g]) AS leftOut"


# The cells of a group are one row here: of three times as many, most would be sorted to be counted alone.


def _gaps(see: See, given: Given) -> str:
    of_sort = ", ".join(
        f"sum(size([sort IN sorts WHERE sort = {sort}])) AS {name}" for name, sort in _SORTS.items()
    )
    first = given.value("first")
    return f"""{_groups(see, given, _needs(see), ", needs", _OF_PLACE, _OF_GROUP)}
  WITH r, g, nth, leftOut,
    [here IN [d IN dimensions | [q IN forGroup WHERE d IN q.dimensions]] | {_sort()}] AS sorts
  WITH r, g, nth, sorts, CASE WHEN 0 IN sorts THEN leftOut END AS i, count(*) AS once
  ORDER BY coalesce(needs[i].people, 0) DESC, coalesce(needs[i].needCount, 0) DESC, nth, g
  WITH sum(size(sorts)) AS cells, {of_sort}, collect(DISTINCT i) AS missing,
    collect(CASE WHEN 0 IN sorts THEN {{r: r, g: g, i: i,
      none: [n IN range(0, size(sorts) - 1) WHERE sorts[n] = 0 | dimensions[n]]}} END)[..{first}] AS open
  WITH cells, overlapping, single, empty, missing,
    reduce(all = [], c IN open | all + [d IN c.none | {{r: c.r, g: c.g, d: d, i: c.i}}])[..{first}] AS shown
  RETURN cells, overlapping, single, empty, missing, [c IN shown | {{
    region: c.r, targetGroup: c.g, dimension: c.d,
    people: needs[c.i].people, needCount: coalesce(needs[c.i].needCount, 0),
    needs: [m IN coalesce(needs[c.i].of, [])[..{MAXIMUM_NAMED}] | m.n]}}] AS gaps
}}
CALL (needs, missing) {{
  UNWIND missing AS i UNWIND needs[i].of AS m
  WITH DISTINCT m.n AS n, m.people AS people
  WITH {{people: people}} AS m
  RETURN count(*) AS needCount, {_PEOPLE_OF}
}}
WITH {{{_TOLD}, truncated: tooMany OR tooManyNeeds, gaps: gaps,
  needCount: needCount, people: people}} AS row"""


def _source(shape: str, cypher: Callable[[See, Given], str]) -> Source:
    return Source(
        MODEL.shapes[shape],
        cypher,
        converts=(
            ("regionId", values.identifier("reg")),
            ("targetGroups", _distinct(str)),
            ("dimensions", _distinct(str)),
            ("on", lambda value: value),
            ("days", _period),
            ("first", values.page_size),
        ),
        defaults=(
            ("targetGroups", sorted(group.value for group in TargetGroup)),
            ("dimensions", sorted(dimension.value for dimension in Dimension)),
            ("days", 1),
            ("first", 20),
        ),
        price=10_000,
    )


OVERLAPS = _source("ProgramOverlaps", _overlaps)
GAPS = _source("ProgramGaps", _gaps)
