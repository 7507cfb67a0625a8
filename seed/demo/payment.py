"""Add how training centers are rated and paid: schemes, ratings, terms, cohorts in counts, payments."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from graph.model.access import Audience, audience
from graph.model.cohort_reports import ACCEPTED, DRAFT, EXACT, RETURNED, SUBMITTED, CohortReportStatus
from graph.model.cohorts import CohortBreakdown, CohortCount
from graph.model.common import Language, RecordStatus, Visibility
from graph.model.due import missing
from graph.model.grades import rated
from graph.model.money import AmountBasis, CurrencyUnit
from graph.model.payment_terms import PaymentRule, ProviderOwnership, TermsStatus
from graph.model.payments import PaymentStatus
from graph.model.quality_ratings import RatingStatus
from graph.model.withheld import withhold
from seed.chance import noon
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at
from seed.demo.stories import recorded
from seed.sketch import Deed, Sketch, Thing

Row = Mapping[str, Any]
Things = Mapping[str, Thing]

_READ = Standing(RecordStatus.PUBLISHED, Visibility.PUBLIC)
_HOUR = timedelta(hours=1)


def add(sketch: Sketch, members: Mapping[str, Member], partnerships: Things, courses: Things) -> None:
    """Add them all, each by its own organization."""
    schemes = {row["key"]: _scheme(sketch, members, row) for row in told("rating_schemes")}
    rows = {row["key"]: row for row in told("rating_schemes")}
    grades = {
        row["provider"]: _rating(sketch, members, row, schemes[row["scheme"]], rows[row["scheme"]])
        for row in told("quality_ratings")
    }
    terms = {row["key"]: _terms(sketch, members, row, partnerships, schemes) for row in told("payment_terms")}
    agreed = {row["key"]: row for row in told("payment_terms")}
    for row in told("cohorts"):
        _cohort(sketch, members, row, courses[row["course"]], terms, agreed, grades)


def _scheme(sketch: Sketch, members: Mapping[str, Member], row: Row) -> Thing:
    owner, key = members[row["publisher"]].thing, f"rating scheme {row['key']}"
    deeds = life("RATING_SCHEME", key, owner, _READ, recorded(key, row["recordedOn"]))
    kept = {name: row[name] for name in ("title", "description")}
    rights = published(owner, _READ, published_at(deeds))
    values = {**kept, "language": Language.FA, "edition": 1, **rights}
    thing = sketch.record("RatingScheme", key, deeds, values)
    sketch.link(thing, "publisher", [owner])
    sketch.parts(thing, "criteria", row["criteria"])
    sketch.parts(thing, "grades", row["grades"])
    return thing


def _rating(
    sketch: Sketch, members: Mapping[str, Member], row: Row, scheme: Thing, told_scheme: Row
) -> str | None:
    """The grade that a rating gives."""
    rater, provider = members[row["rater"]].thing, members[row["provider"]].thing
    key, status = f"rating {row['key']}", RatingStatus(row["status"])
    names = [one["name"] for one in told_scheme["criteria"]]
    scores = dict(zip(names, row["scores"], strict=True))
    found = rated(told_scheme["criteria"], told_scheme["grades"], scores)
    given = recorded(key, row["recordedOn"])
    deeds = [Deed("RATING_GIVEN", given, rater)]
    if row["answer"] is not None:
        deeds.append(Deed("RATING_ANSWERED", given + timedelta(days=4), provider))
    if status is not RatingStatus.GIVEN:
        deeds.append(Deed(f"RATING_{status.value}", given + timedelta(days=9), rater))
    visible = RecordStatus.PUBLISHED if status is RatingStatus.PUBLISHED else RecordStatus.DRAFT
    values = {
        **{name: row[name] for name in ("comment", "answer", "withdrawalReason")},
        **{name: _day(row[name]) for name in ("validFrom", "validUntil")},
        "status": status,
        "answeredOn": None if row["answer"] is None else (given + timedelta(days=4)).date(),
        "score": found.score,
        "grade": found.grade,
        "visibility": Visibility.PUBLIC,
        "audience": audience(visible, Visibility.PUBLIC).value,
        "ownerIds": [rater.id, provider.id],
    }
    thing = sketch.record("QualityRating", key, deeds, values)
    sketch.link(thing, "provider", [provider])
    sketch.link(thing, "rater", [rater])
    sketch.link(thing, "scheme", [scheme])
    sketch.parts(thing, "scores", [{"criterion": name, "score": scores[name]} for name in names])
    return found.grade


def _terms(
    sketch: Sketch, members: Mapping[str, Member], row: Row, partnerships: Things, schemes: Things
) -> Thing:
    key, status, whole = (
        f"payment terms {row['key']}",
        TermsStatus(row["status"]),
        partnerships[row["partnership"]],
    )
    proposer = members[row["proposedBy"]].thing
    deeds = [Deed("PAYMENT_TERMS_PROPOSED", recorded(key, row["proposedOn"]), proposer)]
    accepted = row["acceptedBy"] is not None
    if accepted:
        at = recorded(f"{key} answered", row["answeredOn"])
        deeds.append(Deed("PAYMENT_TERMS_ACCEPTED", at, members[row["acceptedBy"]].thing))
    values = {
        **{name: row[name] for name in ("title", "note")},
        "status": status,
        "appliesTo": [ProviderOwnership(one) for one in row["appliesTo"]],
        "rule": PaymentRule(row["rule"]),
        "basis": AmountBasis(row["basis"]),
        "countedBy": None if row["countedBy"] is None else CohortCount(row["countedBy"]),
        "amount": row["amountRial"],
        "amountUnit": CurrencyUnit.IRR,
        "requiredCounts": [CohortCount(one) for one in row["requiredCounts"]],
        "requiredBreakdowns": [CohortBreakdown(one) for one in row["requiredBreakdowns"]],
        "acceptedOn": _day(row["answeredOn"]),
        "audience": whole.properties["audience"] if accepted else Audience.OWNERS.value,
        "ownerIds": whole.properties["ownerIds"],
    }
    thing = sketch.record("PaymentTerms", key, deeds, values)
    sketch.link(whole, "paymentTerms", [thing])
    sketch.link(thing, "payer", [members[row["payer"]].thing])
    sketch.link(thing, "proposedBy", [proposer])
    if accepted:
        sketch.link(thing, "acceptedBy", [members[row["acceptedBy"]].thing])
    if row["scheme"] is not None:
        sketch.link(thing, "scheme", [schemes[row["scheme"]]])
    sketch.parts(thing, "steps", row["steps"])
    return thing


# -- cohorts ---------------------------------------------------------------------------------------


def _cohort(
    sketch: Sketch,
    members: Mapping[str, Member],
    row: Row,
    course: Thing,
    terms: Things,
    agreed: Mapping[str, Row],
    grades: Mapping[str, str | None],
) -> None:
    key, status = f"cohort {row['key']}", CohortReportStatus(row["status"])
    (provider,) = sketch.linked(course, "provider")
    named = row["terms"]
    payer = None if named is None else members[agreed[named]["payer"]].thing
    holds = status is ACCEPTED or (status is SUBMITTED and payer is None)
    visible = RecordStatus.PUBLISHED if holds else RecordStatus.DRAFT
    seen = [provider] if payer is None or status is DRAFT else [provider, payer]
    values = {
        **{name: row[name] for name in ("note", "returnReason")},
        **{name: _day(row[name]) for name in ("startsOn", "endsOn", "answeredOn")},
        "status": status,
        "complete": not list(missing(row["outcomes"], None if named is None else agreed[named])),
        "visibility": Visibility(row["visibility"]),
        "audience": audience(visible, Visibility(row["visibility"])).value,
        "ownerIds": [one.id for one in seen],
    }
    thing = sketch.record("CohortReport", key, _told(key, row, status, provider, payer), values)
    sketch.parts(thing, "outcomes", withhold(row["outcomes"]))
    sketch.parts(thing, EXACT, row["outcomes"])
    sketch.link(thing, "provider", [provider])
    sketch.link(thing, "course", [course])
    if payer is not None:
        sketch.link(thing, "payer", [payer])
        sketch.link(thing, "terms", [terms[named]])
        for payment in row["payments"]:
            grade = next((grades[one] for one in grades if members[one].thing is provider), None)
            _payment(
                sketch, f"payment {row['key']} {payment['paidOn']}", payment, thing, payer, provider, grade
            )


def _told(
    key: str, row: Row, status: CohortReportStatus, provider: Thing, payer: Thing | None
) -> Sequence[Deed]:
    """What led to where a report stands."""
    at = recorded(key, row["recordedOn"])
    deeds = [Deed("COHORT_REPORT_DRAFTED", at, provider)]
    if status is not DRAFT:
        deeds.append(Deed("COHORT_REPORT_SUBMITTED", at + timedelta(days=2), provider))
    if status in {ACCEPTED, RETURNED}:
        answered = noon(date.fromisoformat(row["answeredOn"])) + _HOUR
        deeds.append(Deed(f"COHORT_REPORT_{status.value}", answered, payer))
    return deeds


def _payment(
    sketch: Sketch, key: str, row: Row, report: Thing, payer: Thing, provider: Thing, grade: str | None
) -> None:
    status = PaymentStatus(row["status"])
    deeds = [Deed("PAYMENT_RECORDED", noon(date.fromisoformat(row["paidOn"])) + _HOUR, payer)]
    if status is not PaymentStatus.PAID:
        answered = noon(date.fromisoformat(row["answeredOn"])) + _HOUR
        deeds.append(Deed(f"PAYMENT_{status.value}", answered, provider))
    values = {
        **{name: row[name] for name in ("reference", "disputeReason")},
        **{name: _day(row[name]) for name in ("paidOn", "answeredOn")},
        "status": status,
        "amount": row["amountRial"],
        "amountUnit": CurrencyUnit.IRR,
        "grade": grade,
        "audience": Audience.OWNERS.value,
        "ownerIds": [payer.id, provider.id],
    }
    thing = sketch.record("Payment", key, deeds, values)
    sketch.link(thing, "report", [report])
    sketch.link(thing, "payer", [payer])
    sketch.link(thing, "provider", [provider])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
