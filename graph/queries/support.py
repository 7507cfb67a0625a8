"""Turn what is told of somebody into what there is for them: what fits, what may, what nearly does, and why.

Every record states some conditions and leaves others open. Each it states is met, missed, or not to be
checked, since too little was told; what misses two or more is left out. What is open keeps nobody out.
The rules of eligibility are those of `graph.model.eligibility`; region, purpose and days come on top.
"""

from collections.abc import Sequence
from typing import Any

from graph.compiler import Given, Source, values
from graph.compiler.tree import Convert
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS, MAXIMUM_SUPPORT
from graph.model import MODEL
from graph.model.apprenticeships import ApprenticeshipGoal
from graph.model.common import OWNER_EDGE, RecordStatus, TargetGroup
from graph.model.delivery import DeliveryMode
from graph.model.eligibility import (
    HIGHEST_DECILE,
    LOWEST_DECILE,
    OLDEST,
    EligibilityRule,
    Who,
    holds,
    stated,
)
from graph.model.found import alike, under, within
from graph.model.members import See
from graph.model.organizations import OrganizationStatus
from graph.model.regions import REGION
from graph.model.support import SUPPORT, SupportFit
from graph.model.support_instruments import SupportPurpose

_DEFAULT = 20
_LOW, _POOR = TargetGroup.DECILES_1_4.value, TargetGroup.DEPRIVED_AREAS.value


def between(least: int, most: int) -> Convert:
    """A whole number within bounds, or null. Raises ValueRefused NUMBER_OUT_OF_RANGE."""

    def check(value: Any) -> int | None:
        if value is not None and not least <= value <= most:
            raise ValueRefused("NUMBER_OUT_OF_RANGE", given=value, least=least, most=most)
        return value if value is None else int(value)

    return check


def _cypher(see: See, given: Given) -> str:
    each = "\n  UNION ALL\n  ".join(_candidates(see, label) for label in SUPPORT.labels)
    order = f"{_rank('fit', [fit.value for fit in SupportFit])}, specific DESC, rank, n.id"
    who, where, purpose = _rules(given)
    # Where it is asks for a way through the graph: only of what nothing else keeps out.
    return f"""WITH coalesce({given.value("on")}, $today) AS day, {_groups(given)} AS groups
OPTIONAL MATCH (home:Node&Region {{id: {given.value("regionId")}}})
WITH day, groups, home WHERE {given.value("regionId")} IS NULL OR home IS NOT NULL
OPTIONAL MATCH (home){within(REGION)}
WITH day, groups, home, collect(DISTINCT value.countsAs) AS around
OPTIONAL MATCH (value:Region {alike(REGION, "home")}){under(REGION, "part")}
WITH day, groups, home, around, collect(DISTINCT part) AS inside
WITH day, groups, around, inside, home.countsAs AS home, {_DEPRIVED} AS deprived
CALL (day) {{
  {each}
}}
WITH n, rank, around, inside, home, purposes, [{who}] AS who, [{purpose}, open] AS what
WHERE size([code IN who + what WHERE code = {_MISSED}]) <= 1
WITH n, rank, around, inside, home, purposes, who, what, {_PLACES} AS places
WITH n, rank, around, places, purposes, who + [{where}] + what AS codes
WHERE size([code IN codes WHERE code = {_MISSED}]) <= 1
WITH n, rank, around, places, purposes, codes, size([code IN codes WHERE code = {_MET}]) AS specific,
  {_FIT} AS fit
ORDER BY {order}
LIMIT {given.value("first")}
WITH n, rank, around, places, purposes, specific, fit,
  [i IN range(0, {len(_CONDITIONS) - 1}) WHERE codes[i] <> {_UNSTATED} | {{condition: {list(_CONDITIONS)}[i],
    met: CASE codes[i] WHEN {_MET} THEN true WHEN {_MISSED} THEN false END}}] AS rules
WITH {{
  fit: fit, support: n, mustBring: coalesce(n.mustBring, []),
  reasons: [rule IN rules WHERE rule.met | {_TOLD}],
  toCheck: [rule IN rules WHERE rule.met IS NULL | {_TOLD}] + {_OTHER},
  missed: head([rule IN rules WHERE NOT rule.met | {_TOLD}])
}} AS row, n, rank, fit, specific
ORDER BY {order}"""


def _rank(value: str, order: Sequence[str]) -> str:
    places = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(order))
    return f"CASE {value} {places} END"


# -- who asks ----------------------------------------------------------------------------------------


def _groups(given: Given) -> str:
    """The groups somebody belongs to: null where that is not told, no group's name where they are of none."""
    groups = given.value("targetGroups")
    return f"CASE WHEN {groups} = [] THEN ['NONE'] ELSE {groups} END"


# Of a place that was merged, what stands for it tells. Where no place tells, the person may.
_DEPRIVED = f"""coalesce(
  head([(home)-[:REPLACED_BY*0..1]->(there:Region) WHERE there.countsAs = there.id | there.deprived]),
  CASE WHEN '{_POOR}' IN groups THEN true END)"""


# -- what there is -----------------------------------------------------------------------------------

_LAST_DAY = {
    "Apprenticeship": "coalesce(n.closesOn, n.startsOn)",
    "Course": "coalesce(n.endsOn, n.startsOn)",
}
"""What tells of a record until when there is something to get, where that is not `endsOn` alone."""
_TOWARD = f"""CASE n.goal WHEN '{ApprenticeshipGoal.JOB.value}' THEN '{SupportPurpose.EMPLOYMENT.value}'
  ELSE '{SupportPurpose.SELF_EMPLOYMENT.value}' END"""
_PURPOSES = {
    "SupportInstrument": "n.purposes",
    "Course": f"['{SupportPurpose.TRAINING.value}']",
    "Apprenticeship": f"['{SupportPurpose.TRAINING.value}', {_TOWARD}]",
}
_OPEN = {
    "Course": ("n.startsOn IS NOT NULL", "n.startsOn >= day"),
    "Apprenticeship": (f"{_LAST_DAY['Apprenticeship']} IS NOT NULL", "true"),
}
"""Whether a record tells when one can apply, and whether one can, where its two days do not say it."""
_RUNS = ("n.startsOn IS NOT NULL OR n.endsOn IS NOT NULL", "coalesce(n.startsOn <= day, true)")


def _candidates(see: See, label: str) -> str:
    """What is published, readable, of nobody who has left, and has not ended; the newest of very many."""
    last = _LAST_DAY.get(label, "n.endsOn")
    return (
        f"MATCH (n:{label}) WHERE n.status = '{RecordStatus.PUBLISHED.value}' AND {see('n', label)}"
        f" AND coalesce({last} >= day, true) AND NOT EXISTS {{ (n)-[:{OWNER_EDGE}]->(:Organization"
        f" {{status: '{OrganizationStatus.WITHDRAWN.value}'}}) }}"
        f" WITH n, day ORDER BY n.createdAt DESC, n.id LIMIT {MAXIMUM_SUPPORT}"
        f" RETURN n, {SUPPORT.labels.index(label)} AS rank, {_PURPOSES.get(label, '[]')} AS purposes,"
        f" {_code(*_OPEN.get(label, _RUNS))} AS open"
    )


_WAY = "(n)-[:COVERS|LOCATED_IN]->(nearest:Region)"
_BOUND = f"NOT coalesce(n.mode = '{DeliveryMode.ONLINE.value}', false)"
_PLACES = f"[{_WAY} WHERE {_BOUND} | nearest]"

# -- conditions --------------------------------------------------------------------------------------


_MET, _MISSED, _UNTOLD, _UNSTATED = 1, 0, -1, 2
"""How it stands with a condition: in numbers, since a map of each for everything would cost as much again."""
_CONDITIONS = (*(rule.name for rule in EligibilityRule), "REGION", "PURPOSE", "OPEN")


def _code(states: str, met: str) -> str:
    return f"CASE WHEN {states} THEN coalesce(toInteger({met}), {_UNTOLD}) ELSE {_UNSTATED} END"


def _rules(given: Given) -> tuple[str, str, str]:
    """The codes of who it is for, of where it is, and of what it is for, as Cypher."""
    who = Who("groups", given.value("decile"), "deprived", given.value("age"))
    said, held = stated("n"), dict(holds("n", who))
    held[EligibilityRule.TARGET_GROUP] = _of_group(held[EligibilityRule.TARGET_GROUP], who)
    return (
        ",\n  ".join(_code(said[rule], held[rule]) for rule in EligibilityRule),
        _code("size(places) > 0", _in_region()),
        _code("size(purposes) > 0", f"{given.value('purpose')} IN purposes"),
    )


def _of_group(held: str, who: Who) -> str:
    """Not to be checked where a group that decile or place tell of is asked for, and these are not told."""
    untold = (
        f"any(g IN n.targetGroups WHERE (g = '{_LOW}' AND {who.decile} IS NULL)"
        f" OR (g = '{_POOR}' AND {who.deprived} IS NULL))"
    )
    return f"CASE WHEN ({held}) OR NOT {untold} THEN ({held}) END"


def _in_region() -> str:
    """Whether the place lies in a region of `n`; not to be checked where such a region lies in the place."""
    return """CASE WHEN home IS NULL THEN null
    WHEN any(r IN places WHERE r.countsAs IN around) THEN true
    WHEN any(r IN places WHERE r IN inside) THEN null
    ELSE false END"""


_FIT = f"""CASE WHEN {_MISSED} IN codes THEN '{SupportFit.NEARLY.value}'
  WHEN {_UNTOLD} IN codes THEN '{SupportFit.MAY_FIT.value}' ELSE '{SupportFit.FITS.value}' END"""

# -- in words ----------------------------------------------------------------------------------------

_NAMED = f"""[r IN places WHERE NOT coalesce(rule.met, false) OR r.countsAs IN around
    | CASE $language WHEN 'en' THEN coalesce(r.nameEn, r.nameFa) ELSE r.nameFa END][..{MAXIMUM_LINKS}]"""
_TOLD = f"""{{condition: rule.condition, words: {{
    condition: rule.condition, met: rule.met, language: $language,
    names: CASE rule.condition WHEN 'TARGET_GROUP' THEN n.targetGroups WHEN 'PURPOSE' THEN purposes
      WHEN 'REGION' THEN {_NAMED} END,
    least: CASE rule.condition WHEN 'INCOME_DECILE' THEN n.incomeDecileFrom WHEN 'AGE' THEN n.ageFrom END,
    most: CASE rule.condition WHEN 'INCOME_DECILE' THEN n.incomeDecileTo WHEN 'AGE' THEN n.ageTo END}}}}"""
_OTHER = """CASE WHEN n.otherConditions IS NULL THEN []
    ELSE [{condition: 'OTHER', words: {condition: 'OTHER', text: n.otherConditions}}] END"""


SUPPORT_FOR = Source(
    MODEL.shapes["SupportMatch"],
    _cypher,
    converts=(
        ("decile", between(LOWEST_DECILE, HIGHEST_DECILE)),
        ("targetGroups", values.each(str)),
        ("regionId", values.identifier("reg")),
        ("age", between(0, OLDEST)),
        ("purpose", str),
        ("on", lambda value: value),
        ("first", values.page_size),
    ),
    defaults=(("first", _DEFAULT),),
    most="first",
    price=20_000,
    asks_about=(("regionId", "Region"),),
)
