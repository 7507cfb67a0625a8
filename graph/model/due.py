"""Turn a cohort's counts and the terms it is paid by into what is missing, or what is to be paid and when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from graph.model.cohorts import FIELDS, CohortBreakdown
from graph.model.members import See

_FIELD_OF = {counted.value: name for name, counted in FIELDS.items()}
_APART = {CohortBreakdown.GENDER.value: "gender", CohortBreakdown.TARGET_GROUP.value: "targetGroup"}
_TO_SUBMIT = {"DRAFT", "RETURNED", "WITHDRAWN", "SUPERSEDED"}


def gaps(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each count that terms require and that is not told.

    `found`: the `rows`, each with its counts or with the names of what is `told`; the `terms`, None where
    nobody pays.
    """
    rows = [{**dict.fromkeys(row.get("told", ()), True), **row} for row in found["rows"]]
    return list(missing(rows, found["terms"]))


def missing(rows: Sequence[Mapping[str, Any]], terms: Mapping[str, Any] | None) -> Iterator[dict[str, Any]]:
    """The same, of rows that hold the counts themselves.

    >>> terms = {"requiredCounts": ["CERTIFIED"], "requiredBreakdowns": ["GENDER"]}
    >>> [(gap["count"], gap["breakdown"]) for gap in missing([{"certified": 8}], terms)]
    [('CERTIFIED', 'GENDER')]
    """
    if terms is None:
        return
    wanted = terms.get("requiredCounts") or ()
    yield from _missing_of(rows, wanted, CohortBreakdown.IN_ALL.value)
    for breakdown in terms.get("requiredBreakdowns") or ():
        if breakdown in _APART:
            yield from _missing_of(rows, wanted, breakdown)


def _missing_of(
    rows: Sequence[Mapping[str, Any]], wanted: Iterable[str], breakdown: str
) -> Iterator[dict[str, Any]]:
    apart = _APART.get(breakdown)
    if apart is None:
        whose = [row for row in rows if all(row.get(name) is None for name in _APART.values())]
    else:
        whose = [row for row in rows if row.get(apart) is not None]
    for row in whose or [{}]:
        for counted in wanted:
            if row.get(_FIELD_OF[counted]) is None:
                groups = {name: row.get(name) for name in _APART.values()}
                yield {"count": counted, "breakdown": breakdown, **groups}


def due(found: Mapping[str, Any] | None, _parameters: Mapping[str, Any]) -> dict[str, Any] | None:
    """Whether a report is to be paid for, how much and when; or all that is missing, and whose turn it is.

    `found`: its `status`, the day it was `answeredOn` as text, its `rows`, and the `terms` with their `steps`
    and the `rating` that counts; None where the viewer may not know.
    """
    if found is None:
        return None
    lacks = [*_lacks(found)]
    terms, rating = found["terms"] or {}, (found["terms"] or {}).get("rating") or {}
    by_grade = terms.get("rule") == "QUALITY_GRADE"
    told: dict[str, Any] = {
        "due": not lacks,
        "amount": None,
        "unit": terms.get("amountUnit"),
        "grade": rating.get("grade") if by_grade else None,
        "installments": [],
        "missing": lacks,
    }
    if lacks:
        return told
    parts = list(_installments(found, terms, told["grade"]))
    return told | {"amount": str(sum(int(part["amount"]) for part in parts)), "installments": parts}


def _lacks(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    terms = found["terms"]
    if terms is None:
        yield _lack("TERMS", "PROVIDER")
        return
    needed = list(missing(found["rows"], terms))
    heads = _heads_gap(found["rows"], terms)
    if heads is not None and heads not in needed:
        needed.append(heads)
    yield from (_lack("COUNT", "PROVIDER", **gap) for gap in needed)
    if found["status"] in _TO_SUBMIT:
        yield _lack("SUBMISSION", "PROVIDER")
    elif found["status"] != "ACCEPTED":
        yield _lack("ACCEPTANCE", "PAYER")
    if terms["rule"] == "QUALITY_GRADE":
        if terms["rating"] is None:
            yield _lack("RATING", "RATER")
        elif not _steps(terms, terms["rating"].get("grade")):
            yield _lack("SHARE", "PARTIES")
    if terms.get("amount") is None:
        yield _lack("AMOUNT", "PARTIES")


def _lack(what: str, whose: str, **gap: Any) -> dict[str, Any]:
    nothing = dict.fromkeys(("count", "breakdown", "gender", "targetGroup"))
    return {"what": what, **nothing, **gap, "whoHasToSupply": whose}


def _heads_gap(rows: Sequence[Mapping[str, Any]], terms: Mapping[str, Any]) -> dict[str, Any] | None:
    """The count that an amount a head is multiplied by, where it is not told."""
    if terms.get("basis") != "PER_PERSON" or terms.get("countedBy") is None:
        return None
    return next(_missing_of(rows, [terms["countedBy"]], CohortBreakdown.IN_ALL.value), None)


def _steps(terms: Mapping[str, Any], grade: str | None) -> list[Mapping[str, Any]]:
    if terms["rule"] != "QUALITY_GRADE":
        return terms["steps"] or [{"share": 1.0, "dueAfterDays": 0}]
    return [step for step in terms["steps"] if grade is not None and step["grade"] == grade]


def _installments(
    found: Mapping[str, Any], terms: Mapping[str, Any], grade: str | None
) -> Iterator[dict[str, Any]]:
    whole, share, before = Fraction(terms["amount"]), Fraction(0), 0
    if terms["basis"] == "PER_PERSON":
        in_all = next(row for row in found["rows"] if all(row.get(name) is None for name in _APART.values()))
        whole *= in_all[_FIELD_OF[terms["countedBy"]]]
    answered = date.fromisoformat(found["answeredOn"])
    # Rounded over all until then, so that they make up the whole.
    for step in _steps(terms, grade):
        share += Fraction(str(step["share"]))
        until = round(whole * share)
        amount, before = until - before, until
        yield {
            "share": step["share"],
            "amount": str(amount),
            "unit": terms["amountUnit"],
            "dueOn": (answered + timedelta(days=step["dueAfterDays"])).isoformat(),
        }


# -- Cypher ----------------------------------------------------------------------------------------


# Whole, since a dozen properties that are asked for one by one are looked for a dozen times.


def _rows(n: str) -> str:
    """The exact counts, as maps."""
    return (
        f"COLLECT {{ MATCH ({n})-[:HAS_EXACT_OUTCOME]->(x:CohortOutcome)"
        " WITH x ORDER BY x.position RETURN properties(x) }"
    )


def _told(n: str) -> str:
    """Which counts are told, and no more: what everybody may know."""
    return (
        f"COLLECT {{ MATCH ({n})-[:HAS_EXACT_OUTCOME]->(x:CohortOutcome) WITH x ORDER BY x.position"
        " RETURN {gender: x.gender, targetGroup: x.targetGroup, told: keys(x)} }"
    )


_TERMS = "MATCH («n»)-[:PAID_BY_TERMS]->(t:PaymentTerms)"


def told_facts(n: str, _see: See) -> str:
    """What `gaps` asks of the report `n`."""
    required = (
        f"head(COLLECT {{ {_TERMS.replace('«n»', n)} RETURN t {{.requiredCounts, .requiredBreakdowns}} }})"
    )
    return f"{{rows: {_told(n)}, terms: {required}}}"


def facts(n: str) -> str:
    """Cypher for all that decides a payment for the report `n`."""
    # What held when the payer accepted decides, whatever its rater did since.
    rating = (
        f"coalesce(head([({n})-[:ACCEPTED_BY_RATING]->(q:QualityRating) | q {{.id, .grade}}]),"
        " head(COLLECT { MATCH (t)-[:GRADED_UNDER]->(first)<-[:REPLACES_SCHEME*0..20]-(scheme)"
        " MATCH (scheme)<-[:RATED_UNDER]-(q:QualityRating)-[:RATED_BY]->(r)"
        " WHERE (q.status = 'PUBLISHED' OR (q.status = 'GIVEN' AND EXISTS { (t)-[:PAYER]->(r) }))"
        f" AND q.validFrom <= {n}.endsOn AND coalesce(q.validUntil >= {n}.endsOn, true)"
        f" AND EXISTS {{ (q)-[:RATES]->()<-[:COHORT_REPORTED_BY]-({n}) }}"
        " AND r = coalesce(head([(t)-[:GRADED_BY]->(g) | g]), head([(t)-[:PAYER]->(p) | p]))"
        " WITH q ORDER BY q.validFrom DESC, q.createdAt DESC, q.id LIMIT 1 RETURN q {.id, .grade} }))"
    )
    # Only where the grade says which share is paid does anything ask for it.
    rating = f"CASE t.rule WHEN 'QUALITY_GRADE' THEN {rating} END"
    steps = (
        "COLLECT { MATCH (t)-[:HAS_STEP]->(s:PaymentStep)"
        " WITH s ORDER BY s.position RETURN s {.grade, .share, .dueAfterDays} }"
    )
    terms = (
        f"head(COLLECT {{ {_TERMS.replace('«n»', n)} RETURN t {{.rule, .basis, .countedBy, .amount,"
        f" .amountUnit, .requiredCounts, .requiredBreakdowns, steps: {steps}, rating: {rating}}} }})"
    )
    return f"{{status: {n}.status, answeredOn: toString({n}.answeredOn), rows: {_rows(n)}, terms: {terms}}}"


def told_to_others(n: str, see: See) -> str:
    """What `gaps` asks beside `payment_facts`, which serve both of them where the viewer may know."""
    return f"CASE WHEN NOT coalesce({see.owns(n)}, false) THEN {told_facts(n, see)} END"


def payment_facts(n: str, see: See) -> str:
    """What `due` asks of the report `n`, where the viewer may know."""
    return f"CASE WHEN {see.owns(n)} THEN {facts(n)} END"
