"""Turn an organization's own neighborhoods into the organizations it might work with, and why.

A score is the sum of its reasons' weights; `WEIGHTS` says what each counts for, and how many times.
What many share says little: a topic, a partner or a region counts for 1 / log2(1 + how many
organizations have it), and for nothing where more than `MAXIMUM_COMMON` do. That also bounds the way.

Nobody's suggestions go over an anonymized record, and what a viewer may not read weighs nothing.
"""

from graph.compiler import Given, Source, values
from graph.limits import MAXIMUM_COMMON, MAXIMUM_NAMED, MAXIMUM_NEWEST, MAXIMUM_OWN
from graph.model import MODEL
from graph.model.collaborators import ReasonKind
from graph.model.found import concerning
from graph.model.members import See
from graph.model.partnerships import running
from graph.model.regions import REGION
from graph.queries.ties import SEEK, binds, named, partnership_right, party_right, tie_right

WEIGHTS: dict[ReasonKind, tuple[float, int]] = {
    ReasonKind.OFFER_MEETS_NEED: (4.0, 3),
    ReasonKind.NEED_MEETS_OFFER: (3.0, 3),
    ReasonKind.SHARED_TOPIC: (2.0, 5),
    ReasonKind.SIMILAR_EXPERIENCE: (1.5, 3),
    ReasonKind.COMMON_PARTNER: (1.5, 5),
    ReasonKind.SHARED_REGION: (1.0, 5),
}
"""What one instance of a reason weighs, and how many instances count."""
_DEFAULT = 10


def _cypher(see: See, given: Given) -> str:
    need = given.has("needId")
    parts = [
        _exchanges(see, given, ReasonKind.OFFER_MEETS_NEED),
        _topics(see, given),
        _experiences(see),
        _partners(see),
        _regions(see),
    ]
    if not need:
        parts.insert(1, _exchanges(see, given, ReasonKind.NEED_MEETS_OFFER))
    reasons = "\n  UNION ALL\n  ".join(parts)
    return f"""MATCH (me:Node&Organization {{id: {given.value("organizationId")}}})
{SEEK.format("me")}
WHERE {see("me", "Organization")}
CALL (me) {{
  {reasons}
}}
WITH me, o, reason ORDER BY reason.weight DESC, reason.kind
WITH me, o, collect(reason) AS reasons, round(sum(reason.weight), 3) AS score
WHERE o <> me AND o.status <> 'WITHDRAWN' AND {_in_regions(see, given)} AND {_on_need(given)}
WITH me, o, reasons, score ORDER BY score DESC, o.id LIMIT {given.value("first")}
WITH {{organization: o, score: score, reasons: reasons, alreadyPartners: {_bound(see)}}} AS row
ORDER BY row.score DESC, row.organization.id"""


def _in_regions(see: See, given: Given) -> str:
    if not given.has("regionIds"):
        return "true"
    return f"EXISTS {{ {concerning(see, 'o', REGION)} AND value.id IN {given.value('regionIds')} }}"


def _on_need(given: Given) -> str:
    """With a need, only who offers what it asks for, or works on what it is about."""
    kinds = [ReasonKind.OFFER_MEETS_NEED.name, ReasonKind.SHARED_TOPIC.name]
    return f"any(r IN reasons WHERE r.kind IN {kinds})" if given.has("needId") else "true"


def _bound(see: See) -> str:
    """Whether a tie or a running partnership binds the two today."""
    return (
        f"(EXISTS {{ (me)-[r:TIED_TO]-(o) WHERE {tie_right(see, 'me', 'o')}"
        f" AND {binds('r')} }}"
        f" OR EXISTS {{ (me)<-[:HAS_PARTY]-(p:Partnership)-[:HAS_PARTY]->(o)"
        f" WHERE {partnership_right(see, 'me', 'p')} AND {party_right(see, 'p', 'o')} AND {running('p')} }})"
    )


def _reason(kind: ReasonKind, weight: str, **named: str) -> str:
    """A reason as a map: `named` are lists of nodes; those it does not name are empty."""
    names = ("topics", "skills", "regions", "organizations", "experiences", "offers", "needs")
    lists = ", ".join(f"{name}: {named.get(name, '[]')}" for name in names)
    return f"{{kind: '{kind.name}', weight: round({weight}, 3), {lists}}}"


# -- what both have -------------------------------------------------------------------------------


def _shared(kind: ReasonKind, mine: str, others: str, order: str, member: str) -> str:
    """The reason of sharing what `mine` binds as `x`; `others` binds each organization `o` that has it."""
    each, times = WEIGHTS[kind]
    reason = _reason(
        kind, f"{each} * reduce(sum = 0.0, b IN best | sum + b.rare)", **{member: "[b IN best | b.x]"}
    )
    return f"""{mine}
  WITH DISTINCT x ORDER BY {order} LIMIT {MAXIMUM_OWN}
  CALL (x) {{
    {others}
    WITH DISTINCT o LIMIT {MAXIMUM_COMMON + 1}
    RETURN collect(o) AS having
  }}
  WITH x, having, log(2) / log(1 + size(having)) AS rare WHERE size(having) <= {MAXIMUM_COMMON}
  UNWIND having AS o
  WITH x, rare, o ORDER BY rare DESC, x.id
  WITH o, collect({{x: x, rare: rare}})[..{times}] AS best
  RETURN o, {reason} AS reason"""


def _topics(see: See, given: Given) -> str:
    start = f"MATCH (me)-[:ABOUT]->(x:Topic) WHERE {see.along('me', 'Organization', 'topics', 'x')}"
    if given.has("needId"):
        start = (
            f"{_mine(see, given, 'ResourceNeed', 'resourceNeeds')}\n  MATCH (record)-[:ABOUT]->(x:Topic)"
            f" WHERE {see.along('record', 'ResourceNeed', 'topics', 'x')}"
        )
    right = see.along("x", "Topic", "organizations", "o")
    others = f"MATCH (x)<-[:ABOUT]-(o:Organization) WHERE {right}"
    return _shared(ReasonKind.SHARED_TOPIC, start, others, "x.slug", "topics")


def _regions(see: See) -> str:
    mine = f"MATCH (me)-[:SERVES]->(x:Region) WHERE {see.along('me', 'Organization', 'regions', 'x')}"
    right = see.along("x", "Region", "organizations", "o")
    others = f"MATCH (x)<-[:SERVES]-(o:Organization) WHERE {right}"
    return _shared(ReasonKind.SHARED_REGION, mine, others, "x.code", "regions")


def _partners(see: See) -> str:
    mine = f"CALL (me) {{ {_bound_to(see, 'me', 'x')} }} WITH x"
    return _shared(ReasonKind.COMMON_PARTNER, mine, _bound_to_x(see), "x.id", "organizations")


def _bound_to_x(see: See) -> str:
    return f"CALL (x) {{ {_bound_to(see, 'x', 'o')} }} WITH o"


def _bound_to(see: See, a: str, b: str) -> str:
    """The organizations a tie or a running partnership binds `a` to today."""
    return f"""MATCH ({a})-[r:TIED_TO]-({b}:Organization)
      WHERE {tie_right(see, a, b)} AND {binds("r")} RETURN {b}
    UNION
    MATCH ({a})<-[:HAS_PARTY]-(p:Partnership) WHERE {partnership_right(see, a, "p")} AND {running("p")}
    MATCH (p)-[:HAS_PARTY]->({b}:Organization) WHERE {b} <> {a} AND {party_right(see, "p", b)} RETURN {b}"""


# -- what one offers and another needs, and what both tried ---------------------------------------

_ABOUT = (("ABOUT", "Topic", "topics"), ("USES_SKILL", "Skill", "skills"))


def _mine(see: See, given: Given, label: str, edge: str) -> str:
    """The organization's open needs or offers, in `record`; or the one need that is asked for."""
    one = f"record.id = {given.value('needId')}" if given.has("needId") else "true"
    right = see.along("me", "Organization", edge, "record")
    return f"""MATCH (me)<-[:PUBLISHED_BY]-(record:{label}) WHERE {one} AND {right} AND {_open("record")}
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT {MAXIMUM_OWN}"""


def _open(record: str) -> str:
    """The condition that an offer or a need is published, not met and not over."""
    return (
        f"{record}.status = 'PUBLISHED' AND {record}.fulfillment = 'OPEN' AND {named(record)}"
        f" AND coalesce({record}.endsOn >= $today, true)"
    )


def _concept_right(see: See, record: str, label: str) -> str:
    """The right to go between a record and what it is about, in `x`."""
    rights = {see.along(record, label, edge, "x") for _, _, edge in _ABOUT}
    return " AND ".join(sorted(rights))


_CONCEPTS = "|".join(type_ for type_, _, _ in _ABOUT)


def _exchanges(see: See, given: Given, kind: ReasonKind) -> str:
    """Their offers for my needs, or their needs for my offers: of one kind, sharing a topic or skill."""
    each, times = WEIGHTS[kind]
    need, offer = ("ResourceNeed", "resourceNeeds", "needs"), ("ResourceOffer", "resourceOffers", "offers")
    mine, theirs = (need, offer) if kind is ReasonKind.OFFER_MEETS_NEED else (offer, need)
    met = mine if kind is ReasonKind.OFFER_MEETS_NEED else theirs
    counted = "mine" if met is mine else "theirs"
    reason = _reason(
        kind,
        f"{each} * CASE WHEN size({counted}) < {times} THEN size({counted}) ELSE {times} END",
        topics=f"[x IN about WHERE x:Topic][..{MAXIMUM_NAMED}]",
        skills=f"[x IN about WHERE x:Skill][..{MAXIMUM_NAMED}]",
        **{mine[2]: f"mine[..{MAXIMUM_NAMED}]", theirs[2]: f"theirs[..{MAXIMUM_NAMED}]"},
    )
    return f"""{_mine(see, given, mine[0], mine[1])}
  MATCH (record)-[:{_CONCEPTS}]->(x) WHERE {_concept_right(see, "record", mine[0])}
  CALL (record, x) {{
    MATCH (x)<-[:{_CONCEPTS}]-(other:{theirs[0]})
    WHERE other.kind = record.kind AND {_open("other")} AND {see("other", theirs[0])}
      AND {_concept_right(see, "other", theirs[0])}
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT {MAXIMUM_NEWEST}
  }}
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization) WHERE {see.along("other", theirs[0], "publisher", "o")}
  WITH o, record, other, x ORDER BY record.createdAt DESC, record.id, other.createdAt DESC, other.id, x.slug
  WITH o, collect(DISTINCT record) AS mine, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {reason} AS reason"""


def _experiences(see: See) -> str:
    """Experiences of theirs that share two topics or skills with one of mine."""
    each, times = WEIGHTS[ReasonKind.SIMILAR_EXPERIENCE]
    reason = _reason(
        ReasonKind.SIMILAR_EXPERIENCE,
        f"{each} * CASE WHEN size(theirs) < {times} THEN size(theirs) ELSE {times} END",
        topics=f"[x IN about WHERE x:Topic][..{MAXIMUM_NAMED}]",
        skills=f"[x IN about WHERE x:Skill][..{MAXIMUM_NAMED}]",
        experiences=f"theirs[..{MAXIMUM_NAMED}]",
    )
    return f"""MATCH (me)<-[:PUBLISHED_BY]-(mine:Experience)
  WHERE {see.along("me", "Organization", "experiences", "mine")} AND {named("mine")}
  WITH mine ORDER BY mine.createdAt DESC, mine.id LIMIT {MAXIMUM_OWN}
  MATCH (mine)-[:{_CONCEPTS}]->(x) WHERE {_concept_right(see, "mine", "Experience")}
  WITH x, collect(mine) AS mine ORDER BY x.slug LIMIT {MAXIMUM_OWN}
  CALL (x) {{
    MATCH (x)<-[:{_CONCEPTS}]-(other:Experience)
    WHERE {see("other", "Experience")} AND {named("other")} AND {_concept_right(see, "other", "Experience")}
    WITH other LIMIT {MAXIMUM_COMMON + 1}
    RETURN collect(other) AS having
  }}
  WITH x, mine, having WHERE size(having) <= {MAXIMUM_COMMON}
  UNWIND mine AS one UNWIND having AS other
  WITH one, other, collect(DISTINCT x) AS both WHERE size(both) > 1
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization)
  WHERE {see.along("other", "Experience", "publisher", "o")}
  UNWIND both AS x
  WITH o, other, x ORDER BY other.createdAt DESC, other.id, x.slug
  WITH o, collect(DISTINCT other) AS theirs, collect(DISTINCT x) AS about
  RETURN o, {reason} AS reason"""


COLLABORATORS = Source(
    MODEL.shapes["Collaborator"],
    _cypher,
    converts=(
        ("organizationId", values.identifier("org")),
        ("needId", values.identifier("nee")),
        ("regionIds", values.each(values.identifier("reg"))),
        ("first", values.page_size),
    ),
    defaults=(("first", _DEFAULT),),
    most="first",
)
