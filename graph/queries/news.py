"""Turn the feed into what a person is told: the events about what they follow, that they may read now.

Nothing is sent out when something happens: news is worked out when it is read, from the feed, so that the
rights are those of whoever reads, then. It walks the events that the reader may read along their order, asks
of each what it is about, and stops where the page is full, or where it has looked at enough.

Beside what they follow they are told of what becomes of their own: what they or, of those who write for it,
their organization has begun or signed, and others decide on.

What an event is about: its subject, what that is a part or a judgement of, or is said under, and whatever
one of the two leads to by an edge of its own that the reader may walk. So nothing leads from an anonymized
record to its author.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from graph.compiler import Given, Source, values
from graph.compiler.tree import OrderKey
from graph.connection import Transaction
from graph.limits import MAXIMUM_NEW, MAXIMUM_NEWS_DAYS, MAXIMUM_NEWS_LOOKED_AT
from graph.model import MODEL
from graph.model.audit import TOLD_OF
from graph.model.events import EVENT, RECORDED
from graph.model.follows import FOLLOW_MAP, FOLLOWED, OWNED
from graph.model.found import around
from graph.model.members import Access, Direction, Edge, Kind, Property, See
from graph.model.memberships import ACTIVE
from graph.model.news import AUTHOR_OPENED, JOINED, PUBLICATIONS, WHOLE_NETWORK, OwnReason
from graph.model.nodes import Node
from graph.model.regions import REGION
from graph.model.saved_searches import KEPT, SAVED_MAP
from graph.model.topics import TOPIC
from graph.model.viewer import EDITOR
from graph.queries.readers import arrow
from graph.queries.search import TITLE, conditions, held

_TOLD = EVENT.by_name["toldAt"]
assert isinstance(_TOLD, Property)
NEWEST, OLDEST = (OrderKey(_TOLD, ascending=False),), (OrderKey(_TOLD, ascending=True),)
"""The two orders of news; an id tells apart what is told at one moment."""
_NEVER = "datetime({year: 9999})"


def _cypher(see: See, given: Given) -> str:
    forward, first = given.has("since"), given.value("first")
    order = "e.toldAt, e.id" if forward else "e.toldAt DESC, e.id DESC"
    beyond = _beyond(given)
    # Of the first page, as many are found as are counted.
    most = first if beyond else f"CASE WHEN {first} > {MAXIMUM_NEW} THEN {first} ELSE {MAXIMUM_NEW} END"
    new = "null" if beyond else f"size([one IN found WHERE one.event.toldAt > seen][..{MAXIMUM_NEW}])"
    events = f"MATCH (e:Event) WHERE e.toldAt > earliest{beyond} AND {see('e', 'Event')}"
    return f"""{_FOLLOWING}
CALL (follows, searches, earliest) {{
  CALL (earliest) {{
    {events}
    WITH e ORDER BY {order} LIMIT {MAXIMUM_NEWS_LOOKED_AT}
    RETURN e
  }}
  {_reasons(see)}
  WITH e, reasons WHERE reasons <> [] LIMIT {most} + 1
  RETURN collect({{event: e, reasons: reasons}}) AS found
}}
// Where the page is not full: the last event that was looked at, if there may be others behind it.
WITH found, seen, CASE WHEN size(found) <= {first} THEN earliest ELSE {_NEVER} END AS earliest
CALL (earliest) {{
  {events}
  WITH e ORDER BY {order} SKIP {MAXIMUM_NEWS_LOOKED_AT - 1} LIMIT 1
  RETURN collect(e) AS ends
}}
WITH found, seen, ends, found[..{first}] AS page, size(found) > {first} OR ends <> [] AS more
WITH {{
  newCount: {new},
  nodes: [one IN page | {{cursor: {_cursor("one.event", order)}, new: one.event.toldAt > seen,
    event: one.event, reasons: one.reasons}}],
  pageInfo: {{hasNextPage: more, hasPreviousPage: {"true" if beyond else "false"},
    startCursor: head([one IN page | {_cursor("one.event", order)}]),
    endCursor: head([e IN ends + [one IN [last(page)] WHERE one IS NOT NULL | one.event] |
      {_cursor("e", order)}])}}
}} AS row"""


def _beyond(given: Given) -> str:
    """The condition that an event lies beyond a cursor, in its order; empty without one."""
    for name, sign in (("since", ">"), ("after", "<")):
        if given.has(name):
            moment, id_ = (f"{given.value(name)}[{at}]" for at in range(2))
            return f" AND e.toldAt {sign}= {moment} AND (e.toldAt {sign} {moment} OR e.id {sign} {id_})"
    return ""


_MINE = "(:Node&Organization {id: $viewer.organization})"
# What becomes of it by others: what one has done oneself, or one's organization, is no news. Of what can be
# followed its author is told by a follow, which may be ended.
_OWN = f"""CASE
      WHEN e.kind = '{AUTHOR_OPENED}' AND $viewer.organization IN e.ownerIds THEN '{OwnReason.AUTHOR.value}'
      WHEN e.kind <> '{JOINED}'
        AND EXISTS {{ (s)-[:APPOINTS|AFFILIATES]->(:Node&Person {{id: $viewer.person}}) }}
      THEN '{OwnReason.PERSON.value}'
      WHEN EXISTS {{ (e)-[:BY]->{_MINE} }} THEN null
      WHEN any(about IN whole WHERE NOT about:{"|".join(FOLLOWED.labels)} AND EXISTS {{
        (about)<-[:SUBJECT]-(before:Event) WHERE before.sequence < e.sequence
        AND (EXISTS {{ (before)<-[:{TOLD_OF}]-(:AuditEntry {{personId: $viewer.person}}) }}
          OR ({EDITOR} AND EXISTS {{ (before)-[:BY]->{_MINE} }})) }}) THEN '{OwnReason.BEGUN.value}'
      WHEN e.kind IN {WHOLE_NETWORK} AND EXISTS {{
        (s)<-[:MEMBER_OF]-(:NetworkMembership {{status: '{ACTIVE.value}'}})-[:MEMBER]->{_MINE} }}
      THEN '{OwnReason.MEMBER.value}' END"""

# What was told before somebody follows is no news to them: `since` is the moment of the feed by then.
_FOLLOWING = f"""OPTIONAL MATCH {OWNED}
CALL (a) {{
  MATCH (a)<-[:OF]-(f:Follow)-[:FOLLOWED]->(t)
  WITH f, t ORDER BY f.createdAt, f.id
  RETURN collect({{row: {FOLLOW_MAP}, key: coalesce(t.countsAs, t.id), below: f.below, since: f.since}})
    AS follows
}}
CALL (a) {{
  MATCH (a)<-[:OF]-(w:SavedSearch) WHERE w.told
  WITH w ORDER BY w.createdAt, w.id
  RETURN collect({{row: {SAVED_MAP}, node: w}}) AS searches
}}
WITH follows, searches, coalesce(a.seenUpTo, datetime({{epochSeconds: 0}})) AS seen,
  CASE WHEN a.createdAt < $now - duration({{days: {MAXIMUM_NEWS_DAYS}}})
  THEN $now - duration({{days: {MAXIMUM_NEWS_DAYS}}}) ELSE a.createdAt END AS earliest"""


def _cursor(event: str, order: str) -> str:
    signature = values.signature(NEWEST if "DESC" in order else OLDEST)
    return f"""'["{signature}","' + toString({event}.toldAt) + '","' + {event}.id + '"]'"""


# -- why somebody is told of an event ---------------------------------------------------------------


def _reasons(see: See) -> str:
    """Clauses that give the `reasons` of an event `e`, by `follows` and `searches`, and by whose it is."""
    wholes, matches = zip(*_wholes(), strict=True)
    return f"""CALL (e, follows, searches) {{
    MATCH (e)-[:SUBJECT]->(s) WHERE {see.along("e", "Event", "subject", "s")}
      AND NOT EXISTS {{ (e)<-[:{TOLD_OF}]-(:AuditEntry {{personId: $viewer.person}}) }}
    CALL (s) {{
      {" ".join(matches)}
      RETURN [one IN [s, {", ".join(wholes)}] WHERE one IS NOT NULL] AS whole
    }}
    CALL (whole) {{
      {_about(see)}
    }}
    CALL (follows, searches, s, e) {{
      WITH e, s, searches WHERE searches <> [] AND e.kind IN {PUBLICATIONS}
      UNWIND searches AS search
      WITH e, s AS n, search, search.node AS w
      WITH e, n, search, w, {TITLE} AS title
      WHERE e.toldAt > w.since AND w.words <> [] AND all(word IN w.words WHERE {held("word")})
        AND {_narrowed(see)}
      RETURN collect({{savedSearch: search.row}}) AS answered
    }}
    RETURN [f IN follows WHERE e.toldAt > f.since AND (f.key IN named OR (f.below AND f.key IN within))
      | {{follow: f.row}}] + answered
      + [own IN [{_OWN}] WHERE own IS NOT NULL | {{own: own}}] AS reasons
  }}"""


def _narrowed(see: See) -> str:
    asked = conditions(see, lambda name: f"w.{name}")
    return " AND ".join(f"(w.{name} IS NULL OR {asked[name]})" for name in KEPT)


def _about(see: See) -> str:
    """Clauses that give the keys of what a `whole` is about: what it names, and what that lies within."""
    # Not by their types: to look for each of ninety costs more than to look at all that there are.
    # No branches either: each is planned as a statement of its own, and planning is what takes long.
    return f"""UNWIND whole AS about
      CALL (about) {{
        MATCH (about)-[r]->(x:{"|".join(FOLLOWED.labels)}) WHERE {_walks(see)} RETURN collect(x) AS named
      }}
      UNWIND [about] + named AS x
      WITH DISTINCT x, coalesce(x.countsAs, x.id) AS key
      OPTIONAL MATCH (x:Topic|Region){around(TOPIC, REGION)}
      RETURN collect(DISTINCT key) AS named, collect(DISTINCT value.countsAs) AS within"""


def _wholes() -> Iterator[tuple[str, str]]:
    """The ways from a part, a judgement, or what is said, to what it is of: a variable, and how it is found.

    No right is asked: whoever reads the one, as its access says, reads the other.
    """
    ways: dict[tuple[str, str], list[Node]] = {}
    for node in RECORDED:
        if node.parent is not None and node.access in {Access.PARENT, Access.JUDGED, Access.SAID}:
            ways.setdefault(arrow(node.parent), []).append(node)
    for number, ((left, right), nodes) in enumerate(sorted(ways.items())):
        types = "|".join(sorted({node.parent.type for node in nodes if node.parent is not None}))
        labels = "|".join(node.label for node in nodes)
        yield f"of{number}", f"OPTIONAL MATCH (s:{labels}){left}[:{types}]{right}(of{number})"


@cache
def _edges() -> tuple[tuple[str, Edge], ...]:
    """The edges of records that lead to what can be followed, each with the label that it leads from."""
    return tuple(
        (node.label, edge)
        for node in RECORDED
        for edge in MODEL.nodes[node.label].edges()
        if edge.direction is Direction.OUT and edge.hops is None and edge.by is None
        if not edge.filter_only and not edge.hidden
        if any(target.label in FOLLOWED.labels for target in MODEL.labels(edge.to))
    )


def _walks(see: See) -> str:
    """The right to walk from `about` over `r` to `x`: that of each edge, and no other relationship at all."""
    rights: dict[str, dict[str, dict[str, list[str]]]] = {}
    for label, edge in _edges():
        ends = "|".join(end.label for end in MODEL.labels(edge.to))
        right = see.along("about", label, edge.name, "x")
        rights.setdefault(edge.type, {}).setdefault(right, {}).setdefault(ends, []).append(label)
    cases: dict[str, list[str]] = {}
    plain: dict[str, list[str]] = {}
    for type_, by_right in rights.items():
        for right, ways in by_right.items():
            if len(by_right) == 1:  # Whatever leads on by it, and whereto.
                plain.setdefault(right, []).append(type_)
                continue
            way = " OR ".join(f"(about:{'|'.join(labels)} AND x:{ends})" for ends, labels in ways.items())
            cases.setdefault(right, []).append(f"(type(r) = '{type_}' AND ({way}))")
    for right, types in plain.items():
        cases.setdefault(right, []).append(f"type(r) IN {sorted(types)}")
    told = " ".join(f"WHEN {' OR '.join(ways)} THEN {right}" for right, ways in cases.items())
    return f"CASE {told} ELSE false END"


NOTIFICATIONS = Source(
    MODEL.shapes["Notifications"],
    _cypher,
    converts=(
        ("first", values.page_size),
        ("after", values.cursor(NEWEST, (Kind.ID,))),
        ("since", values.cursor(OLDEST, (Kind.ID,))),
    ),
    defaults=(("first", values.DEFAULT_PAGE),),
    price=6_000,
)


# -- what has been seen ------------------------------------------------------------------------------

_SEEN = """
MATCH (a:Account {id: $account})
OPTIONAL MATCH (c:Counter {name: 'events'})
WITH a, coalesce($until, c.told) AS until
SET a.seenUpTo = CASE WHEN coalesce(a.seenUpTo >= until, false) THEN a.seenUpTo ELSE until END
"""


async def mark_seen(transaction: Transaction, account: str, until: datetime | None) -> None:
    """Let nothing told up to a moment be new to somebody any more; what was seen before stays so."""
    await transaction.run(_SEEN, account=account, until=until)
