"""Who can take part in what is offered to people: all that offers something says it in the same words.

`ELIGIBILITY` is what such a record says. The functions below turn it into Cypher: which rules it states,
and which of them somebody meets. What nobody has stated keeps nobody out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.common import TARGET_GROUPS, TargetGroup
from graph.model.declare import BODY, OPTIONAL, flag, text, whole
from graph.model.words import Choice

LOWEST_DECILE, HIGHEST_DECILE, OLDEST = 1, 10, 120


class EligibilityRule(
    Choice,
    en="Rule of eligibility: By what it is decided who can take part.",
    fa="شرط پذیرش: با چه معلوم می‌شود چه کسی می‌تواند استفاده کند.",
):
    TARGET_GROUP = (
        "TARGET_GROUP",
        "Target group: One of the groups it is meant for.",
        "گروه هدف: یکی از گروه‌هایی که برای آن‌هاست.",
    )
    INCOME_DECILE = (
        "INCOME_DECILE",
        "Income decile: The decile of the household lies in its range.",
        "دهک درآمدی: دهک خانوار در بازهٔ آن است.",
    )
    DEPRIVED_AREA = (
        "DEPRIVED_AREA",
        "Deprived area: It is for deprived areas alone.",
        "منطقهٔ محروم: تنها برای مناطق محروم است.",
    )
    AGE = "AGE", "Age: The age lies in its range.", "سن: سن در بازهٔ آن است."


ELIGIBILITY = (
    TARGET_GROUPS,
    whole(
        "incomeDecileFrom",
        "Income decile from: The lowest decile of household income it is for, 1 the poorest;"
        " null for no bound.",
        "از دهک: پایین‌ترین دهک درآمدی خانوار که برای آن است، ۱ کم‌درآمدترین؛ بی‌حد null.",
        OPTIONAL,
        least=LOWEST_DECILE,
        most=HIGHEST_DECILE,
    ),
    whole(
        "incomeDecileTo",
        "Income decile to: The highest such decile; null for no bound.",
        "تا دهک: بالاترین دهک درآمدی خانوار که برای آن است؛ بی‌حد null.",
        OPTIONAL,
        least=LOWEST_DECILE,
        most=HIGHEST_DECILE,
        from_="incomeDecileFrom",
    ),
    flag(
        "deprivedAreasOnly",
        "Deprived areas only: Whether it is for deprived areas alone; null where that is not told.",
        "ویژهٔ مناطق محروم: آیا تنها برای مناطق محروم است؛ اگر گفته نشده null.",
        OPTIONAL,
        required=False,
    ),
    whole(
        "ageFrom",
        "Age from: The least age in years; null for no bound.",
        "از سن: کمترین سن به سال؛ بی‌حد null.",
        OPTIONAL,
        least=0,
        most=OLDEST,
    ),
    whole(
        "ageTo",
        "Age to: The greatest age in years; null for no bound.",
        "تا سن: بیشترین سن به سال؛ بی‌حد null.",
        OPTIONAL,
        least=0,
        most=OLDEST,
        from_="ageFrom",
    ),
    text(
        "otherConditions",
        "Other conditions: What else is asked of whoever takes part, in words; null where nothing is.",
        "شرط‌های دیگر: دیگر چه شرطی دارد، به زبان نوشته؛ اگر ندارد null.",
        OPTIONAL,
        long=True,
        searched=BODY,
    ),
)
"""What a record says of who can take part. Of its target groups one is enough; every other rule must hold."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who asks, as Cypher expressions: each null where it is not told, `groups` empty."""

    groups: str = "[]"
    decile: str = "null"
    deprived: str = "null"
    age: str = "null"


def stated(n: str) -> Mapping[EligibilityRule, str]:
    """The condition, for each rule, that `n` states it."""
    return {
        EligibilityRule.TARGET_GROUP: f"size({n}.targetGroups) > 0",
        EligibilityRule.INCOME_DECILE: (
            f"({n}.incomeDecileFrom IS NOT NULL OR {n}.incomeDecileTo IS NOT NULL)"
        ),
        EligibilityRule.DEPRIVED_AREA: f"coalesce({n}.deprivedAreasOnly, false)",
        EligibilityRule.AGE: f"({n}.ageFrom IS NOT NULL OR {n}.ageTo IS NOT NULL)",
    }


def holds(n: str, who: Who) -> Mapping[EligibilityRule, str]:
    """Whether somebody meets each rule that `n` states: true, false, or null where too little is told."""
    low, poor = f"'{TargetGroup.DECILES_1_4.value}'", f"'{TargetGroup.DEPRIVED_AREAS.value}'"
    one_of = (
        f"any(g IN {n}.targetGroups WHERE g IN {who.groups}"
        f" OR g = {low} AND coalesce({who.decile} <= 4, false)"
        f" OR g = {poor} AND coalesce({who.deprived}, false))"
    )
    return {
        EligibilityRule.TARGET_GROUP: (
            f"CASE WHEN {one_of} THEN true WHEN size({who.groups}) > 0 THEN false END"
        ),
        EligibilityRule.INCOME_DECILE: _between(n, "incomeDecileFrom", "incomeDecileTo", who.decile),
        EligibilityRule.DEPRIVED_AREA: who.deprived,
        EligibilityRule.AGE: _between(n, "ageFrom", "ageTo", who.age),
    }


def _between(n: str, least: str, most: str, value: str) -> str:
    inside = f"coalesce({n}.{least} <= {value}, true) AND coalesce({value} <= {n}.{most}, true)"
    return f"CASE WHEN {value} IS NOT NULL THEN {inside} END"


def fits(n: str, who: Who) -> str:
    """The condition that no rule of `n` keeps somebody out; what they have not told does not."""
    said = stated(n)
    return " AND ".join(
        f"NOT ({said[rule]} AND NOT coalesce({met}, true))" for rule, met in holds(n, who).items()
    )


def rules(n: str, who: Who, met: bool | None) -> str:
    """The list of the rules that `n` states and somebody meets; misses (False); has not told (None)."""
    said = stated(n)
    wanted = "IS NULL" if met is None else f"= {str(met).lower()}"
    return " + ".join(
        f"CASE WHEN {said[rule]} AND ({held}) {wanted} THEN ['{rule.value}'] ELSE [] END"
        for rule, held in holds(n, who).items()
    )


def groups(n: str) -> str:
    """The list of the groups that `n` is for: those it names, and those its other rules come to."""
    low, poor = TargetGroup.DECILES_1_4.value, TargetGroup.DEPRIVED_AREAS.value
    return (
        f"{n}.targetGroups"
        f" + CASE WHEN {n}.incomeDecileTo <= 4 AND NOT '{low}' IN {n}.targetGroups"
        f" THEN ['{low}'] ELSE [] END"
        f" + CASE WHEN {n}.deprivedAreasOnly AND NOT '{poor}' IN {n}.targetGroups"
        f" THEN ['{poor}'] ELSE [] END"
    )
