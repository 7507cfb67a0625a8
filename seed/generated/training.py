"""Make the rows of courses, apprenticeships, payment terms and cohort reports."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from graph.model.access import Audience
from graph.model.cohort_reports import ACCEPTED as REPORT_ACCEPTED
from graph.model.cohorts import CohortBreakdown, CohortCount, Gender
from graph.model.common import Language, Visibility
from graph.model.money import AmountBasis, CurrencyUnit
from graph.model.payment_terms import ACCEPTED, PaymentRule, ProviderOwnership
from graph.model.withheld import withhold
from seed.content import told
from seed.generated import field_cypher
from seed.generated.blueprint import AGREED, LAST, PUBLISHED, Lives
from seed.generated.field import STANDING
from seed.generated.rows import (
    Batch,
    Maker,
    Row,
    Sheet,
    batches,
    counties,
    day,
    kinds,
    life,
    number,
    province,
    rights,
)
from seed.generated.templates import Template, template

_COURSES, _APPRENTICESHIPS = life("COURSE"), life("APPRENTICESHIP")
_TERMS = kinds("PAYMENT_TERMS_PROPOSED", "PAYMENT_TERMS_ACCEPTED")
_REPORTS = kinds("COHORT_REPORT_DRAFTED", "COHORT_REPORT_SUBMITTED", "COHORT_REPORT_ACCEPTED")
_COURSE = (
    *("title", "description", "mode", "place", "targetGroups", "dimensions", "capacity", "hours", "exam"),
    *("dormitory", "traineesInsured", "incomeDecileTo"),
)
_APPRENTICESHIP = ("title", "description", "occupationCode", "masterStanding", "places", "months", "goal")


@cache
def _course(place: int) -> Template:
    row = told("courses")[place]
    price = {"price": row["priceRial"], "priceUnit": CurrencyUnit.IRR if row["priceRial"] else None}
    values = {name: row[name] for name in _COURSE} | price
    return template("Course", {**values, "language": Language.FA}, "title")


@cache
def _apprenticeship(place: int) -> Template:
    row = told("apprenticeships")[place]
    values = {name: row[name] for name in (*_APPRENTICESHIP, "targetGroups")}
    stipend = {"stipend": row["stipendRial"], "stipendUnit": CurrencyUnit.IRR if row["stipendRial"] else None}
    return template("Apprenticeship", {**values, **stipend, "language": Language.FA}, "title")


def _offered(maker: Maker, lives: Lives, place: int, made: Row, sheet: Sheet) -> Row:
    """What a course and an apprenticeship have in common; every other is offered in a program."""
    owner, programs = lives.owner[place], maker.made["Program"]
    program = [sheet.others.place(programs[place % len(programs)]["id"])] if place % 4 < 2 else []
    visible = maker.rng.choice((*[Visibility.PUBLIC] * 5, Visibility.MEMBERS))
    return {
        **made,
        **rights(lives.more[place], visible),
        "publisher": maker.publisher(lives, place, sheet),
        "region": maker.region(maker.rng.choice(counties(province(owner))), sheet),
        "program": program,
    }


def courses(maker: Maker) -> Iterator[Batch]:
    """All courses, each of some months: past ones and those to come."""
    lives, texts = maker.blueprint.courses, told("courses")

    def row(place: int, sheet: Sheet) -> Row:
        which = place % len(texts)
        shared = _course(which)
        made = maker.record("cou", lives, place, sheet, _COURSES)
        maker.made["Course"].append(made)
        starts = day(made["created"]) + timedelta(days=20 + maker.rng.randrange(200))
        return {
            **_offered(maker, lives, place, made, sheet),
            **shared.filled(number(place)),
            "template": sheet.templates.place(which, shared.fixed),
            "startsOn": starts,
            "endsOn": starts + timedelta(days=20 + maker.rng.randrange(160)),
            "skills": maker.skills(texts[which]["skills"], sheet),
        }

    return batches(field_cypher.COURSE, len(lives), 500, row)


def apprenticeships(maker: Maker) -> Iterator[Batch]:
    """All apprenticeships."""
    lives, texts = maker.blueprint.apprenticeships, told("apprenticeships")

    def row(place: int, sheet: Sheet) -> Row:
        which = place % len(texts)
        shared = _apprenticeship(which)
        made = maker.record("asp", lives, place, sheet, _APPRENTICESHIPS)
        maker.made["Apprenticeship"].append(made)
        closes = day(made["created"]) + timedelta(days=60 + maker.rng.randrange(500))
        return {
            **_offered(maker, lives, place, made, sheet),
            **shared.filled(number(place)),
            "template": sheet.templates.place(which, shared.fixed),
            "startsOn": closes + timedelta(days=14),
            "closesOn": closes,
            "skills": maker.skills(texts[which]["skills"], sheet),
        }

    return batches(field_cypher.APPRENTICESHIP, len(lives), 500, row)


# -- what is paid -----------------------------------------------------------------------------------

_REQUIRED = (CohortCount.ENROLLED, CohortCount.COMPLETED, CohortCount.CERTIFIED)


@cache
def _agreed() -> Template:
    values = {
        "title": told("payment_terms")[0]["title"],
        "appliesTo": [ProviderOwnership.PRIVATE],
        "rule": PaymentRule.RECORDS_COMPLETE,
        "basis": AmountBasis.PER_PERSON,
        "countedBy": CohortCount.CERTIFIED,
        "amount": 45_000_000,
        "amountUnit": CurrencyUnit.IRR,
        "requiredCounts": list(_REQUIRED),
        "requiredBreakdowns": [CohortBreakdown.GENDER],
    }
    return template("PaymentTerms", values, "title")


def terms(maker: Maker) -> Iterator[Batch]:
    """All payment terms, agreed on by the parties of their partnerships; read by whoever reads those."""
    lives = maker.blueprint.terms

    def row(place: int, sheet: Sheet) -> Row:
        shared, partnership = _agreed(), maker.made["Partnership"][place * AGREED]
        made = maker.record("pte", lives, place, sheet, _TERMS)
        maker.made["PaymentTerms"].append(made)
        made["events"][1]["by"] = [sheet.hubs.place(maker.organizations[maker.blueprint.trainers[place]])]
        return {
            **made,
            **shared.filled(number(place)),
            "template": sheet.templates.place(0, shared.fixed),
            "status": ACCEPTED.value,
            "acceptedOn": day(made["updated"]),
            "audience": partnership["audience"],
            "owners": partnership["owners"],
            "payer": maker.publisher(lives, place, sheet),
            "partnership": [sheet.others.place(partnership["id"])],
            "steps": [
                {"share": share, "dueAfterDays": days, "position": position}
                for position, (share, days) in enumerate(((0.6, 15), (0.4, 120)))
            ],
        }

    return batches(field_cypher.PAYMENT_TERMS, len(lives), 500, row)


def reports(maker: Maker) -> Iterator[Batch]:
    """All cohort reports: two of three accepted and complete, the third waiting, and lacking a count."""
    blueprint, lives = maker.blueprint, maker.blueprint.reports

    def row(place: int, sheet: Sheet) -> Row:
        agreed, turn = place % len(blueprint.terms), place // len(blueprint.terms)
        status = STANDING[turn % len(STANDING)][0]
        made = maker.record("coh", lives, place, sheet, _REPORTS)
        payer, provider = blueprint.terms.owner[agreed], lives.owner[place]
        accepted = status is REPORT_ACCEPTED
        if accepted:
            made["events"][-1]["by"] = [sheet.hubs.place(maker.organizations[payer])]
        ends = day(made["created"]) - timedelta(days=7 + maker.rng.randrange(20))
        told_ = _counts(maker, ends, accepted)
        visible = maker.rng.choice((Visibility.PUBLIC, Visibility.MEMBERS))
        read = rights(PUBLISHED, visible)["audience"] if accepted else Audience.OWNERS.value
        return {
            **made,
            "status": status.value,
            "visibility": visible.value,
            "audience": read,
            "owners": [maker.organization_ids[provider], maker.organization_ids[payer]],
            "startsOn": ends - timedelta(days=60 + maker.rng.randrange(60)),
            "endsOn": ends,
            "complete": accepted,
            "answeredOn": day(made["updated"]) if accepted else None,
            "provider": [sheet.hubs.place(maker.organizations[provider])],
            "payer": [sheet.hubs.place(maker.organizations[payer])],
            "of": [sheet.others.place(_of(maker, agreed, turn))],
            "terms": [sheet.others.place(maker.made["PaymentTerms"][agreed]["id"])],
            "exact": _placed(told_),
            "outcomes": _placed(withhold(told_)),
        }

    return batches(field_cypher.COHORT_REPORT, len(lives), 500, row)


def _of(maker: Maker, agreed: int, turn: int) -> str:
    """The course or apprenticeship of the provider under these terms: one of four is the latter."""
    apprenticeships = maker.made["Apprenticeship"]
    if turn % 4 == 3 and 2 * agreed < len(apprenticeships):
        return str(apprenticeships[2 * agreed]["id"])
    own = maker.made["Course"][agreed :: len(maker.blueprint.terms)] or maker.made["Course"]
    return str(own[turn % len(own)]["id"])


def _counts(maker: Maker, ends: date, whole: bool) -> list[dict[str, Any]]:
    """Of each gender and in all; what is not `whole` leaves out who got a certificate."""
    late = ends + timedelta(days=190) <= day(LAST)
    parts = [_counted(maker, gender.value, late=late) for gender in (Gender.FEMALE, Gender.MALE)]
    names = [name for name in parts[0] if name != "gender"]
    in_all: dict[str, Any] = {name: parts[0][name] + parts[1][name] for name in names}
    left_out = set() if whole else {"certified"}
    return [{name: one[name] for name in one if name not in left_out} for one in (in_all, *parts)]


def _counted(maker: Maker, gender: str, *, late: bool) -> dict[str, Any]:
    enrolled = 8 + maker.rng.randrange(12)
    completed = enrolled - maker.rng.randrange(5)
    certified = completed - maker.rng.randrange(3)
    employed = maker.rng.randrange(completed // 2 + 1)
    counts = {
        "gender": gender,
        "enrolled": enrolled,
        "completed": completed,
        "examined": completed,
        "certified": certified,
        "droppedOut": enrolled - completed,
    }
    if late:
        counts |= {"employedAfter6Months": employed, "selfEmployedAfter6Months": (completed - employed) // 2}
    return counts


def _placed(rows: list[dict[str, Any]]) -> list[Mapping[str, Any]]:
    return [{"withheld": [], **row, "position": position} for position, row in enumerate(rows)]
