"""Turn what one offers and another needs into reasons: what meets, and what is only of one kind and topic.

An offer meets a need of its kind if both are of the same thing, counted alike, with days in common, within
reach of each other, and something is left of both. The thing is the same where their titles share a word of
what is wanted (`graph.text.wanted`); work and knowledge are the same also where they share a skill. But
looms and cloth share one, too, so of things, money and rooms no skill tells.
"""

from dataclasses import dataclass

from graph.compiler import Given
from graph.limits import MAXIMUM_NAMED, MAXIMUM_NEWEST, MAXIMUM_OWN
from graph.model.collaborators import ReasonKind
from graph.model.members import See
from graph.model.resources import Fulfillment, ResourceKind, rest
from graph.queries.reasons import WEIGHTS, reason_of
from graph.queries.ties import named

_ABOUT = (("ABOUT", "Topic", "topics"), ("USES_SKILL", "Skill", "skills"))
CONCEPTS = "|".join(type_ for type_, _, _ in _ABOUT)
"""The relationships to what a record is about."""

_DEFT = (ResourceKind.HUMAN, ResourceKind.KNOWLEDGE)
# A trainer is asked for by the head or by the hour, a room by the day, by the seat or as one.
_COUNTED_ALIKE = {
    ResourceKind.HUMAN: ("TIME", "PEOPLE"),
    ResourceKind.SPACE: ("TIME", "PIECES", "PEOPLE", "AREA"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """Offers or needs: their label, how their organization and exchanges lead to them, their list."""

    label: str
    edge: str
    taken: str
    listed: str


OFFERS = Side("ResourceOffer", "resourceOffers", "OF_OFFER", "offers")
NEEDS = Side("ResourceNeed", "resourceNeeds", "FOR_NEED", "needs")


def mine(see: See, given: Given, side: Side) -> str:
    """The organization's offers or needs that stand, in `record`; or the one need that is asked for."""
    one = f"record.id = {given.value('needId')}" if given.has("needId") else "true"
    right = see.along("me", "Organization", side.edge, "record")
    return f"""MATCH (me)<-[:PUBLISHED_BY]-(record:{side.label})
  WHERE {one} AND {right} AND {_stands("record")} AND {_is_left("record", side)}
  WITH record ORDER BY record.createdAt DESC, record.id LIMIT {MAXIMUM_OWN}"""


def concept_right(see: See, record: str, label: str) -> str:
    """The right to go between a record and what it is about, in `x`."""
    rights = {see.along(record, label, edge, "x") for _, _, edge in _ABOUT}
    return " AND ".join(sorted(rights))


def exchanges(see: See, given: Given, meets: ReasonKind, near: ReasonKind) -> str:
    """Their offers for my needs, or their needs for my offers: of one kind, sharing a topic or skill."""
    asked = meets is ReasonKind.OFFER_MEETS_NEED
    own, others = (NEEDS, OFFERS) if asked else (OFFERS, NEEDS)
    return f"""{mine(see, given, own)}
  MATCH (record)-[:{CONCEPTS}]->(x) WHERE {concept_right(see, "record", own.label)}
  CALL (record, x) {{
    MATCH (x)<-[:{CONCEPTS}]-(other:{others.label})
    WHERE other.kind = record.kind AND {_stands("other")} AND {see("other", others.label)}
      AND {concept_right(see, "other", others.label)}
    RETURN other ORDER BY other.createdAt DESC, other.id LIMIT {MAXIMUM_NEWEST}
  }}
  WITH record, other, x ORDER BY x.slug
  WITH record, other, collect(x) AS both WHERE {_is_left("other", others)}
  MATCH (other)-[:PUBLISHED_BY]->(o:Organization) WHERE {see.along("other", others.label, "publisher", "o")}
  WITH o, record, other, both, {_meets(see, own, others)} AS meets
  ORDER BY record.createdAt DESC, record.id, other.createdAt DESC, other.id
  UNWIND both AS x
  WITH o, meets, collect(DISTINCT record) AS mine, collect(DISTINCT other) AS theirs,
    collect(DISTINCT x) AS about
  RETURN o, {_told(meets, near, own, others)} AS reason"""


def _told(meets: ReasonKind, near: ReasonKind, own: Side, others: Side) -> str:
    """The reason of `mine` and `theirs`, which meet each other or do not; each need counts once."""
    needs = "mine" if own is NEEDS else "theirs"
    (strong, times), (weak, _) = WEIGHTS[meets], WEIGHTS[near]
    return reason_of(
        f"CASE WHEN meets THEN '{meets.name}' ELSE '{near.name}' END",
        f"CASE WHEN meets THEN {strong} ELSE {weak} END"
        f" * CASE WHEN size({needs}) < {times} THEN size({needs}) ELSE {times} END",
        topics=f"[x IN about WHERE x:Topic][..{MAXIMUM_NAMED}]",
        skills=f"[x IN about WHERE x:Skill][..{MAXIMUM_NAMED}]",
        **{own.listed: f"mine[..{MAXIMUM_NAMED}]", others.listed: f"theirs[..{MAXIMUM_NAMED}]"},
    )


# -- whether one meets the other ------------------------------------------------------------------


def _stands(record: str) -> str:
    """The condition that an offer or a need is published, not all met and not over."""
    return (
        f"{record}.status = 'PUBLISHED' AND {record}.fulfillment <> '{Fulfillment.FULFILLED.value}'"
        f" AND {named(record)} AND coalesce({record}.endsOn >= $today, true)"
    )


def _is_left(record: str, side: Side) -> str:
    """The condition that not all of it is promised. What is promised and not counted is promised whole."""
    quantity = rest(record, "quantity", "unit", side.taken)
    amount = rest(record, "amount", "amountUnit", side.taken)
    counted = f"({record}.quantity IS NOT NULL OR {record}.amount IS NOT NULL)"
    return (
        f"({record}.fulfillment = '{Fulfillment.OPEN.value}'"
        f" OR {counted} AND coalesce({quantity} > 0, true) AND coalesce({amount} > 0, true))"
    )


def _meets(see: See, own: Side, others: Side) -> str:
    """The condition that `record` and `other`, of one kind and sharing `both`, meet each other."""
    deft = [kind.value for kind in _DEFT]
    same = "any(word IN record.titleMatch WHERE word IN other.titleMatch)"
    skilled = f"record.kind IN {deft} AND any(x IN both WHERE x:Skill)"
    days = (
        "coalesce(record.startsOn <= other.endsOn, true) AND coalesce(other.startsOn <= record.endsOn, true)"
    )
    return f"(({same} OR {skilled}) AND {_counted()} AND {days} AND {reach(see, own.label, others.label)})"


def _counted() -> str:
    """The condition that both are counted alike, or one is not counted."""
    alike = " OR ".join(
        f"record.kind = '{kind.value}'"
        f" AND all(measure IN [record.unitMatch, other.unitMatch] WHERE measure IN {list(units)})"
        for kind, units in _COUNTED_ALIKE.items()
    )
    return f"(coalesce(record.unitMatch = other.unitMatch, true) OR {alike})"


def reach(see: See, label: str, others: str) -> str:
    """The condition that `record` and `other`, of these labels, are within reach of each other.

    Both are in one province, one holds the other, or one is bound to no region.
    """
    here = f"(record)-[:LOCATED_IN]->(here:Region) WHERE {see.along('record', label, 'region', 'here')}"
    there = f"(other)-[:LOCATED_IN]->(there:Region) WHERE {see.along('other', others, 'region', 'there')}"
    return f"""(NOT EXISTS {{ {here} }} OR NOT EXISTS {{ {there} }} OR EXISTS {{
    MATCH {here}
    MATCH {there}
    MATCH (here)-[:PART_OF*0..3]->(within:Region)<-[:PART_OF*0..3]-(there)
    WHERE within.kind <> 'COUNTRY' OR within IN [here, there]
  }})"""
