"""Turn ties, partnerships, and what organizations are in together, into a map, and into ways through it.

Nothing here goes over an anonymized record, not even for its owners: a map is made to be shown.
"""

from typing import Any

from graph.compiler import Given, Source, values
from graph.compiler.tree import Convert
from graph.errors import ValueRefused
from graph.limits import (
    MAXIMUM_MAP_NODES,
    MAXIMUM_MAP_TIES,
    MAXIMUM_MAPPED_ORGANIZATIONS,
    MAXIMUM_MAPPED_TIES,
    MAXIMUM_PATH,
)
from graph.model import MODEL
from graph.model.boards import SITTING, SeatStatus
from graph.model.common import RecordStatus
from graph.model.found import alike, concerning, one_of, under
from graph.model.members import See
from graph.model.network import MAP_RECORD, MapNodeSort, MapTieSort
from graph.model.partnerships import PartnershipStatus, running
from graph.model.regions import REGION
from graph.model.ties import role_seen
from graph.model.topics import TOPIC
from graph.model.working_groups import ACTIVE, GroupStatus
from graph.queries.ties import (
    SEEK,
    binds,
    held,
    named,
    partnership_right,
    party_right,
    since,
    tie_right,
    until,
)

_NODES_FIRST, _TIES_FIRST, _LENGTH = 200, 500, 4

_SINCE, _UNTIL = since("p"), until("p")
_UNDER_WAY = held("e.startedOn", "e.endedOn", "$today")


def at_most(code: str, maximum: int) -> Convert:
    """A whole number, 1 to `maximum`. Raises ValueRefused with that code."""

    def check(value: Any) -> int:
        if not 1 <= value <= maximum:
            raise ValueRefused(code, given=value, maximum=maximum)
        return int(value)

    return check


# -- the map --------------------------------------------------------------------------------------


def _map(see: See, given: Given) -> str:
    return f"""CALL () {{
  {_organizations(see, given)}
  WITH a ORDER BY a.nameFaSort, a.id LIMIT {MAXIMUM_MAPPED_ORGANIZATIONS}
  RETURN collect(a) AS organizations
}}
CALL (organizations) {{
  CALL (organizations) {{
    {_ties(see, given)}
    UNION ALL
    {_partnerships(see, given)}
    UNION ALL
    {_experiences(see, given)}
    UNION ALL
    {_programs(see, given)}
    UNION ALL
    {_boards(see, given)}
    UNION ALL
    {_groups(see, given)}
    UNION ALL
    {_apprenticeships(see, given)}
  }}
  WITH source, target, kind, since, until, id, place, record LIMIT {MAXIMUM_MAPPED_TIES}
  RETURN collect({{source: source, target: target, kind: kind, since: since, until: until, id: id,
    place: place, {MAP_RECORD}: record}}) AS ties
}}
CALL (organizations, ties) {{
  CALL (organizations, ties) {{
    UNWIND organizations AS o RETURN o, null AS i, null AS neighbour
    UNION ALL
    UNWIND range(0, size(ties) - 1) AS i WITH i, ties[i].source AS one, ties[i].target AS other
    UNWIND [[one, other], [other, one]] AS way RETURN way[0] AS o, i, way[1] AS neighbour
  }}
  WITH o, collect(i) AS its, count(DISTINCT nullIf(neighbour, o)) AS degree
  WITH {{organization: o, degree: degree, ties: its}} AS node
  ORDER BY CASE {given.value("sortNodes")} WHEN '{MapNodeSort.DEGREE_DESC.name}' THEN node.degree END DESC,
    node.organization.nameFaSort, node.organization.id
  RETURN collect(node) AS nodes
}}
WITH ties, nodes, nodes[..{given.value("nodesFirst")}] AS shown
CALL (ties, shown) {{
  UNWIND shown AS node UNWIND node.ties AS i
  WITH i, count(*) AS ends WHERE ends = 2
  WITH ties[i] AS tie
  ORDER BY CASE {given.value("sortTies")} WHEN '{MapTieSort.KIND_ASC.name}' THEN tie.kind END,
    tie.since IS NULL,
    CASE {given.value("sortTies")} WHEN '{MapTieSort.SINCE_ASC.name}' THEN tie.since END,
    tie.since DESC, tie.id, tie.place
  RETURN collect(tie)[..{given.value("tiesFirst")}] AS among
}}
WITH {{
  nodes: shown, ties: among, totalNodes: size(nodes), totalTies: size(ties),
  truncated: size(shown) < size(nodes) OR size(among) < size(ties) OR size(ties) = {MAXIMUM_MAPPED_TIES}
}} AS row"""


def _organizations(see: See, given: Given) -> str:
    """Every organization of the filter, in `a`: started from the topics or regions where there are any."""
    topics, regions = (given.has(f"filter.{name}Ids") for name in ("topic", "region"))
    met = see("a", "Organization")
    if topics:
        start = (
            f"MATCH (w:Node&Topic) {SEEK.format('w')} WHERE w.id IN {given.value('filter.topicIds')}"
            f" MATCH (:Topic {alike(TOPIC, 'w')}){under(TOPIC)}<-[:ABOUT]-(a:Organization)"
        )
        if regions:
            there = one_of("value", REGION, given.value("filter.regionIds"))
            met += f" AND EXISTS {{ {concerning(see, 'a', REGION)} AND {there} }}"
    elif regions:
        start = (
            f"MATCH (w:Node&Region) {SEEK.format('w')} WHERE w.id IN {given.value('filter.regionIds')}"
            f" MATCH (:Region {alike(REGION, 'w')}){under(REGION)}<-[:SERVES|LOCATED_IN]-(a:Organization)"
        )
    else:
        start = "MATCH (a:Organization)"
    return f"{start} WHERE {met} WITH DISTINCT a"


def _kept(given: Given, kind: str, start: str, end: str, today: str) -> str:
    """The condition that a tie is of the kinds and the day of the filter; without one, it holds `today`."""
    parts = []
    if given.has("filter.tieKinds"):
        parts.append(f"{kind} IN {given.value('filter.tieKinds')}")
    day = given.value("filter.asOf")
    when = f"CASE WHEN {day} IS NULL THEN {today} ELSE {held(start, end, day)} END"
    when = when if given.has("filter.asOf") else today
    if given.has("filter.ever"):
        when = f"(coalesce({given.value('filter.ever')}, false) OR {when})"
    return " AND ".join([*parts, when])


# An edge is met from each of its ends that is of the map, so nothing asks of an end whether it is.
# A tie stays a row of columns until all are counted: a map each would cost as much as finding it.
# Its record stands under both names; the right to each asks for its label, so only the one it is of is shown.


def _ties(see: See, given: Given) -> str:
    return f"""UNWIND organizations AS a
    MATCH (a)-[r:TIED_TO]-(b:Organization)
    WHERE {tie_right(see, "a", "b")} AND {_kept(given, "r.kind", "r.since", "r.until", binds("r"))}
    WITH r, count(*) AS ends WHERE ends = 2 OR startNode(r) = endNode(r)
    RETURN startNode(r) AS source, endNode(r) AS target, r.kind AS kind, r.since AS since, r.until AS until,
      r.id AS id, 0 AS place, null AS record"""


def _partnerships(see: See, given: Given) -> str:
    kinds = f"p.kind IN {given.value('filter.partnershipKinds')}"
    return f"""UNWIND organizations AS a
    MATCH (a)<-[:HAS_PARTY]-(p:Partnership)
    WHERE {partnership_right(see, "a", "p")} AND {party_right(see, "p", "a")}
      AND p.status <> '{PartnershipStatus.DRAFT.value}'
      AND {kinds if given.has("filter.partnershipKinds") else "true"}
      AND {_kept(given, "'PARTNERSHIP'", _SINCE, _UNTIL, running("p"))}
    {_pairs("a", "p", "'PARTNERSHIP'", _SINCE, _UNTIL)}"""


def _experiences(see: See, given: Given) -> str:
    """Of two who share an experience one at least took part in it: one alone published it."""
    there = " AND ".join(
        see.along("a", "Organization", edge, "e") for edge in ("participations", "experiences")
    )
    back = " AND ".join(see.along("e", "Experience", edge, "a") for edge in ("participants", "publisher"))
    return f"""UNWIND organizations AS o
    MATCH (o)<-[:HAS_PARTICIPANT]-(e:Experience)
    WITH DISTINCT organizations, e
    WHERE {see("e", "Experience")} AND {named("e")}
      AND {_kept(given, "'SHARED_EXPERIENCE'", "e.startedOn", "e.endedOn", _UNDER_WAY)}
    MATCH (e)-[:HAS_PARTICIPANT|PUBLISHED_BY]->(a:Organization)
    WHERE a IN organizations AND {there} AND {back}
    {_pairs("a", "e", "'SHARED_EXPERIENCE'", "e.startedOn", "e.endedOn")}"""


def _programs(see: See, given: Given) -> str:
    """Of two who are in a program one at least is named in it: one alone published it."""
    there = " AND ".join(see.along("a", "Organization", edge, "p") for edge in ("programRoles", "programs"))
    back = " AND ".join(see.along("p", "Program", edge, "a") for edge in ("organizations", "publisher"))
    return f"""UNWIND organizations AS o
    MATCH (o)<-[:INVOLVES]-(p:Program)
    WITH DISTINCT organizations, p
    WHERE {see("p", "Program")} AND p.status = '{RecordStatus.PUBLISHED.value}'
    MATCH (p)-[r:INVOLVES|PUBLISHED_BY]->(a:Organization)
    WHERE a IN organizations AND {there} AND {back}
    WITH p AS record, a, coalesce(r.since, p.startsOn) AS since, coalesce(r.until, p.endsOn) AS until
    {_meeting(given, "'PROGRAM'")}"""


def _boards(see: See, given: Given) -> str:
    """A seat holds as long as its board sits, whatever day it names; one that was ended held until then."""
    seat = see.along("a", "Organization", "boardSeats", "s")
    board = f"{see.along('s', 'BoardSeat', 'board', 'b')} AND {see.along('b', 'Board', 'seats', 's')}"
    return f"""UNWIND organizations AS a
    MATCH (a)<-[:SEATS]-(s:BoardSeat)<-[:HAS_SEAT]-(b:Board)
    WHERE {seat} AND {board} AND s.status IN {[SeatStatus.CONFIRMED.value, SeatStatus.ENDED.value]}
    WITH b AS record, a, s.since AS since, s.until AS until,
      s.status = '{SeatStatus.CONFIRMED.value}' AND b.status = '{SITTING.value}' AS stands
    {_meeting(given, "'BOARD'", "stands")}"""


def _groups(see: See, given: Given) -> str:
    there, back = (
        see.along("a", "Organization", "workingGroups", "g"),
        see.along("g", "WorkingGroup", "members", "a"),
    )
    return f"""UNWIND organizations AS a
    MATCH (a)<-[r:HAS_GROUP_MEMBER]-(g:WorkingGroup)
    WHERE {there} AND {back} AND g.status IN {[ACTIVE.value, GroupStatus.ENDED.value]}
    WITH g AS record, a, coalesce(r.since, g.since) AS since, coalesce(r.until, g.until) AS until,
      g.status = '{ACTIVE.value}' AS stands
    {_meeting(given, "'WORKING_GROUP'", "stands")}"""


def _apprenticeships(see: See, given: Given) -> str:
    """Whoever publishes a program, and who takes apprentices in it."""
    way = " AND ".join(
        (
            see("x", "Apprenticeship"),
            see.along("x", "Apprenticeship", "host", "h"),
            see.along("x", "Apprenticeship", "program", "p"),
            see.along("p", "Program", "publisher", "a"),
        )
    )
    today = "coalesce(x.closesOn >= $today, true)"
    return f"""MATCH (h:Organization)<-[:PUBLISHED_BY]-(x:Apprenticeship)-[:OFFERED_IN]->(p:Program)
      -[:PUBLISHED_BY]->(a:Organization)
    WHERE h <> a AND h IN organizations AND a IN organizations AND {way}
      AND x.status = '{RecordStatus.PUBLISHED.value}'
      AND {_kept(given, "'APPRENTICESHIP'", "x.startsOn", "x.closesOn", today)}
    RETURN a AS source, h AS target, 'APPRENTICESHIP' AS kind, x.startsOn AS since, null AS until,
      x.id AS id, 0 AS place, x AS record"""


def _meeting(given: Given, kind: str, stands: str = "true") -> str:
    """A tie for every two that were in a `record` at a time: from the later start to the earlier end.

    Each stands in a row of its own, in `a` with its days; whoever is there several times holds them all.
    """
    today = f"({stands} AND {held('since', 'until', '$today')})"
    return f"""WHERE {_kept(given, kind, "since", "until", today)}
    WITH record, a, min(since) AS since, CASE WHEN count(until) = count(*) THEN max(until) END AS until
    ORDER BY a.id
    WITH record, collect({{o: a, since: since, until: until}}) AS ends
    UNWIND range(0, size(ends) - 2) AS i UNWIND range(i + 1, size(ends) - 1) AS j
    WITH record, i * size(ends) + j AS place, ends[i] AS one, ends[j] AS other
    WITH record, place, one.o AS source, other.o AS target,
      CASE WHEN other.since IS NULL OR one.since >= other.since THEN one.since ELSE other.since END AS since,
      CASE WHEN other.until IS NULL OR one.until <= other.until THEN one.until ELSE other.until END AS until
    WHERE coalesce(since <= until, true)
    RETURN source, target, {kind} AS kind, since, until, record.id AS id, place, record"""


def _pairs(end: str, record: str, kind: str, start: str, stop: str) -> str:
    """A tie for every two of the organizations that met in a record, in the order of their ids."""
    return f"""WITH DISTINCT {record}, {end} ORDER BY {end}.id
    WITH {record}, collect({end}) AS ends
    UNWIND range(0, size(ends) - 2) AS i UNWIND range(i + 1, size(ends) - 1) AS j
    RETURN ends[i] AS source, ends[j] AS target, {kind} AS kind, {start} AS since, {stop} AS until,
      {record}.id AS id, i * size(ends) + j AS place, {record} AS record"""


NETWORK = Source(
    MODEL.shapes["NetworkMap"],
    _map,
    converts=(
        ("filter.topicIds", values.each(values.identifier("top"))),
        ("filter.regionIds", values.each(values.identifier("reg"))),
        ("filter.tieKinds", values.each(str)),
        ("filter.partnershipKinds", values.each(str)),
        ("filter.asOf", lambda value: value),
        ("filter.ever", lambda value: value),
        ("nodesFirst", at_most("PAGE_SIZE", MAXIMUM_MAP_NODES)),
        ("tiesFirst", at_most("PAGE_SIZE", MAXIMUM_MAP_TIES)),
    ),
    defaults=(
        ("nodesFirst", _NODES_FIRST),
        ("tiesFirst", _TIES_FIRST),
        ("sortNodes", MapNodeSort.DEGREE_DESC.name),
        ("sortTies", MapTieSort.SINCE_DESC.name),
    ),
    price=6_000,
)

# -- introductions --------------------------------------------------------------------------------


def _introduction(see: See, given: Given) -> str:
    """A search in width, one organization once.

    Neo4j's own shortest paths count relationships, but a partnership has two of them and is one step.
    Of several shortest ways the one whose ids come first is taken: a way is its length, then ids.
    """
    levels = "\n".join(_level(see, given, step) for step in range(1, MAXIMUM_PATH + 1))
    return f"""MATCH (from:Node&Organization {{id: {given.value("fromId")}}})
{SEEK.format("from")}
MATCH (to:Node&Organization {{id: {given.value("toId")}}})
{SEEK.format("to")}
WHERE {see("from", "Organization")} AND {see("to", "Organization")}
WITH to, [{{at: from, way: [0, from.id]}}] AS reached
{levels}
WITH head([s IN reached WHERE s.at = to | s.way]) AS way
WITH way[0] AS length, way[1..] AS ids WHERE way IS NOT NULL
WITH {{length: length, steps: COLLECT {{
  UNWIND range(0, size(ids) - 1, 2) AS i
  MATCH (o:Node&Organization {{id: ids[i]}}) {SEEK.format("o")}
  RETURN {{organization: o, via: CASE WHEN i > 0 THEN coalesce(
    head(COLLECT {{ MATCH (p:Node&Partnership {{id: ids[i - 1]}}) {SEEK.format("p")}
      RETURN {{kind: 'PARTNERSHIP', role: 'PARTNERSHIP', partnership: p,
        since: {_SINCE}, until: {_UNTIL}}} AS v }}),
    head(COLLECT {{ MATCH (:Node {{id: ids[i - 2]}})-[r:TIED_TO {{id: ids[i - 1]}}]-(o)
      RETURN {{kind: r.kind, role: {role_seen("r", "o")},
        since: r.since, until: r.until}} AS v }})) END}} AS v
  ORDER BY i }}}} AS row"""


def _level(see: See, given: Given, step: int) -> str:
    """From what is reached in `step - 1` to what is reached in `step`, unless the end is."""
    return f"""WITH to, reached, CASE
  WHEN {given.value("maxLength")} < {step} OR any(s IN reached WHERE s.at = to) THEN []
  ELSE [s IN reached WHERE s.way[0] = {step - 1} AND ({step} = 1 OR s.at.status <> 'WITHDRAWN')]
END AS frontier
CALL (reached, frontier) {{
  CALL (reached, frontier) {{
    UNWIND reached AS s RETURN s.at AS at, s.way AS way
    UNION ALL
    UNWIND frontier AS s WITH s.at AS a, s.way AS way
    MATCH (a)-[r:TIED_TO]-(b:Organization)
    WHERE {tie_right(see, "a", "b")} AND {binds("r")}
    RETURN b AS at, [{step}] + way[1..] + [r.id, b.id] AS way
    UNION ALL
    UNWIND frontier AS s WITH s.at AS a, s.way AS way
    MATCH (a)<-[:HAS_PARTY]-(p:Partnership)
    WHERE {partnership_right(see, "a", "p")} AND {running("p")}
    WITH p, min(way) AS way
    MATCH (p)-[:HAS_PARTY]->(b:Organization) WHERE {party_right(see, "p", "b")}
    RETURN b AS at, [{step}] + way[1..] + [p.id, b.id] AS way
  }}
  WITH at, min(way) AS way
  RETURN collect({{at: at, way: way}}) AS wider
}}
WITH to, wider AS reached"""


INTRODUCTION = Source(
    MODEL.shapes["IntroductionPath"],
    _introduction,
    converts=(
        ("fromId", values.identifier("org")),
        ("toId", values.identifier("org")),
        ("maxLength", at_most("PATH_LENGTH", MAXIMUM_PATH)),
    ),
    defaults=(("maxLength", _LENGTH),),
    price=2_000,
)
