"""Turn an organization's own neighborhoods into the organizations it might work with, and why.

A score is the sum of its reasons' weights; `reasons.WEIGHTS` says what each counts for, and how many times.
`matching` says what an offer and a need must share for the one to meet the other, `complementing` what
one has that the other's programs and courses lack.
What many share says little: a topic, a partner or a region counts for 1 / log2(1 + how many
organizations have it), and for nothing where more than `MAXIMUM_COMMON` do. That also bounds the way.

Nobody's suggestions go over an anonymized record, and what a viewer may not read weighs nothing.
"""

from graph.compiler import Given, Source, values
from graph.limits import MAXIMUM_COMMON, MAXIMUM_NAMED, MAXIMUM_OWN
from graph.model import MODEL
from graph.model.collaborators import ReasonKind
from graph.model.found import concerning, one_of
from graph.model.members import See
from graph.model.partnerships import running
from graph.model.regions import REGION
from graph.queries.complementing import complements
from graph.queries.matching import CONCEPTS, NEEDS, concept_right, exchanges, mine
from graph.queries.reasons import WEIGHTS, reason
from graph.queries.ties import SEEK, binds, named, partnership_right, party_right, tie_right

_DEFAULT = 10


def _cypher(see: See, given: Given) -> str:
    need = given.has("needId")
    parts = [
        exchanges(see, given, ReasonKind.OFFER_MEETS_NEED, ReasonKind.OFFER_NEAR_NEED),
        _topics(see, given),
        _experiences(see),
        _partners(see),
        _regions(see),
    ]
    if not need:
        parts.insert(1, exchanges(see, given, ReasonKind.NEED_MEETS_OFFER, ReasonKind.NEED_NEAR_OFFER))
        parts += complements(see)
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
    return (
        f"EXISTS {{ {concerning(see, 'o', REGION)} AND {one_of('value', REGION, given.value('regionIds'))} }}"
    )


def _on_need(given: Given) -> str:
    """With a need, only who offers what it asks for, or works on what it is about."""
    helpful = (ReasonKind.OFFER_MEETS_NEED, ReasonKind.OFFER_NEAR_NEED, ReasonKind.SHARED_TOPIC)
    kinds = [kind.name for kind in helpful]
    return f"any(r IN reasons WHERE r.kind IN {kinds})" if given.has("needId") else "true"


def _bound(see: See) -> str:
    """Whether a tie or a running partnership binds the two today."""
    return (
        f"(EXISTS {{ (me)-[r:TIED_TO]-(o) WHERE {tie_right(see, 'me', 'o')}"
        f" AND {binds('r')} }}"
        f" OR EXISTS {{ (me)<-[:HAS_PARTY]-(p:Partnership)-[:HAS_PARTY]->(o)"
        f" WHERE {partnership_right(see, 'me', 'p')} AND {party_right(see, 'p', 'o')} AND {running('p')} }})"
    )


# -- what both have -------------------------------------------------------------------------------


def _shared(kind: ReasonKind, mine: str, others: str, order: str, member: str) -> str:
    """The reason of sharing what `mine` binds as `x`; `others` binds each organization `o` that has it."""
    each, times = WEIGHTS[kind]
    told = reason(
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
  RETURN o, {told} AS reason"""


def _topics(see: See, given: Given) -> str:
    start = f"MATCH (me)-[:ABOUT]->(x:Topic) WHERE {see.along('me', 'Organization', 'topics', 'x')}"
    if given.has("needId"):
        start = (
            f"{mine(see, given, NEEDS)}\n  MATCH (record)-[:ABOUT]->(x:Topic)"
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


# -- what both tried -------------------------------------------------------------------------------


def _experiences(see: See) -> str:
    """Experiences of theirs that share two topics or skills with one of mine."""
    each, times = WEIGHTS[ReasonKind.SIMILAR_EXPERIENCE]
    told = reason(
        ReasonKind.SIMILAR_EXPERIENCE,
        f"{each} * CASE WHEN size(theirs) < {times} THEN size(theirs) ELSE {times} END",
        topics=f"[x IN about WHERE x:Topic][..{MAXIMUM_NAMED}]",
        skills=f"[x IN about WHERE x:Skill][..{MAXIMUM_NAMED}]",
        experiences=f"theirs[..{MAXIMUM_NAMED}]",
    )
    return f"""MATCH (me)<-[:PUBLISHED_BY]-(mine:Experience)
  WHERE {see.along("me", "Organization", "experiences", "mine")} AND {named("mine")}
  WITH mine ORDER BY mine.createdAt DESC, mine.id LIMIT {MAXIMUM_OWN}
  MATCH (mine)-[:{CONCEPTS}]->(x) WHERE {concept_right(see, "mine", "Experience")}
  WITH x, collect(mine) AS mine ORDER BY x.slug LIMIT {MAXIMUM_OWN}
  CALL (x) {{
    MATCH (x)<-[:{CONCEPTS}]-(other:Experience)
    WHERE {see("other", "Experience")} AND {named("other")} AND {concept_right(see, "other", "Experience")}
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
  RETURN o, {told} AS reason"""


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
    price=6_000,
    asks_about=(("organizationId", "Organization"), ("needId", "ResourceNeed")),
)
