"""Cohort reports, their counts, ratings and terms: what is refused and why, corrected, and added up."""

from datetime import timedelta
from typing import Any

import pytest

from graph.model.due import due
from tests.running import Hub, today

REPORT = "cohortReport { id version status complete corrects { id } }"
RATING = "qualityRating { id version status score grade answer }"
SCHEME = "ratingScheme { id version edition status }"
TERMS = "paymentTerms { id version status }"
INPUT = ["input", "outcomes"]


@pytest.fixture(scope="module")
def cast(hub: Hub) -> dict[str, Any]:
    """A training center with two courses in a region, one that rates it, and another."""
    made: dict[str, Any] = {}
    for name in ("center", "rater", "other"):
        made[name], made[f"{name}_token"] = hub.member(f"سازمان {name}")
    for name in ("welding", "sewing", "care", "masonry"):
        given = {"title": f"دورهٔ {name}", "mode": "ONSITE", "visibility": "PUBLIC"}
        course = hub.done("createCourse", given, "course { id version }", made["center_token"])
        hub.done("publishCourse", course, "course { id }", made["center_token"])
        made[name] = course["id"]
    return made


def report(cast: dict[str, Any], *outcomes: dict[str, Any], course: str = "welding", **more: Any) -> Any:
    """What a report is drafted with."""
    days = {"startsOn": "2026-01-10", "endsOn": "2026-03-01"}
    return {"courseId": cast[course], **days, "visibility": "PUBLIC", "outcomes": list(outcomes), **more}


WHOLE = {"enrolled": 20, "completed": 16, "examined": 15, "certified": 12, "droppedOut": 4}


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([], ("VALUE_REQUIRED", INPUT)),
        ([{"gender": "FEMALE", "enrolled": 3}], ("COHORT_IN_ALL_NEEDED", INPUT)),
        ([WHOLE, WHOLE], ("LISTED_TWICE", [*INPUT, "1"])),
        ([WHOLE, {"gender": "MALE", "targetGroup": "YOUTH"}], ("GENDER_OR_TARGET_GROUP", [*INPUT, "1"])),
        ([{**WHOLE, "droppedOut": 5}], ("PARTS_EXCEED_WHOLE", [*INPUT, "0", "droppedOut"])),
        ([{**WHOLE, "examined": 17}], ("PARTS_EXCEED_WHOLE", [*INPUT, "0", "examined"])),
        ([{**WHOLE, "certified": 16}], ("PARTS_EXCEED_WHOLE", [*INPUT, "0", "certified"])),
        (
            [{**WHOLE, "employedAfter6Months": 9, "selfEmployedAfter6Months": 8}],
            ("PARTS_EXCEED_WHOLE", [*INPUT, "0", "selfEmployedAfter6Months"]),
        ),
        ([{"enrolled": 9, "certified": 5}], ("COUNT_WITHOUT_WHOLE", [*INPUT, "0", "certified"])),
        (
            [WHOLE, {"targetGroup": "YOUTH", "enrolled": 21}],
            ("GROUP_EXCEEDS_WHOLE", [*INPUT, "1", "enrolled"]),
        ),
        ([WHOLE, {"targetGroup": "YOUTH"}], ("VALUE_REQUIRED", [*INPUT, "1", "enrolled"])),
        ([WHOLE, {"gender": "FEMALE", "enrolled": 20}], ("GENDERS_INCOMPLETE", INPUT)),
        (
            [WHOLE, {"gender": "FEMALE", "enrolled": 12}, {"gender": "MALE", "enrolled": 7}],
            ("GENDERS_DO_NOT_ADD_UP", [*INPUT, "2", "enrolled"]),
        ),
        ([{"enrolled": -1}], ("NUMBER_NEGATIVE", [*INPUT, "0", "enrolled"])),
        ([{"enrolled": 100_001}], ("NUMBER_OUT_OF_RANGE", [*INPUT, "0", "enrolled"])),
    ],
)
def test_counts_that_do_not_add_up_are_refused(
    hub: Hub, cast: dict[str, Any], rows: list[dict[str, Any]], refused: Any
) -> None:
    before = hub.count()
    assert hub.refused("draftCohortReport", report(cast, *rows), REPORT, cast["center_token"]) == refused
    assert hub.count() == before


def test_a_report_is_of_one_course_of_ones_own(hub: Hub, cast: dict[str, Any]) -> None:
    center, given = cast["center_token"], report(cast, WHOLE)
    none = {name: value for name, value in given.items() if name != "courseId"}
    told = hub.refused("draftCohortReport", none, REPORT, center)
    assert told == ("COURSE_OR_APPRENTICESHIP", ["input", "courseId"])
    told = hub.refused("draftCohortReport", given, REPORT, cast["other_token"])
    assert told == ("NOT_ALLOWED", ["input", "courseId"])
    late = given | {"endsOn": "2026-01-09"}
    assert hub.refused("draftCohortReport", late, REPORT, center) == ("END_BEFORE_START", ["input", "endsOn"])
    hidden = given | {"visibility": "ANONYMIZED"}
    assert hub.refused("draftCohortReport", hidden, REPORT, center)[0] == "CANNOT_BE_ANONYMIZED"


def test_a_report_without_a_payer_is_read_once_submitted_and_corrected_by_another(
    hub: Hub, cast: dict[str, Any]
) -> None:
    center = cast["center_token"]
    drafted = hub.done("draftCohortReport", report(cast, WHOLE), REPORT, center)
    read = f'{{ cohortReport(id: "{drafted["id"]}") {{ status exact {{ enrolled }} outcomes {{ completed }} }} }}'
    assert hub.ask(read, token=cast["other_token"])["cohortReport"] is None
    again = hub.refused("draftCohortReport", report(cast, WHOLE), REPORT, center)
    assert again == ("COHORT_REPORTED", ["input", "startsOn"])
    step = {"id": drafted["id"], "version": drafted["version"]}
    sent = hub.done("submitCohortReport", step, REPORT, center)
    assert (sent["status"], sent["complete"]) == ("SUBMITTED", True)
    public = {"status": "SUBMITTED", "exact": [], "outcomes": [{"completed": 16}]}
    assert hub.ask(read)["cohortReport"] == public
    step = {"id": drafted["id"], "version": sent["version"]}
    assert hub.refused("acceptCohortReport", step, REPORT, center)[0] == "NOT_ALLOWED"
    assert hub.refused("editCohortReport", step, REPORT, center)[0] == "WRONG_STATUS"

    # What it corrects no longer is read by others: two of them would tell more than one.
    given = report(cast, WHOLE | {"completed": 15, "droppedOut": 5}, correctsId=drafted["id"])
    new = hub.done("draftCohortReport", given, REPORT, center)
    assert new["corrects"] == {"id": drafted["id"]}
    twice = hub.refused("draftCohortReport", given, REPORT, center)
    assert twice == ("ALREADY_CORRECTED", ["input", "correctsId"])
    wrong = hub.refused("draftCohortReport", given | {"courseId": cast["sewing"]}, REPORT, center)
    assert wrong == ("CORRECTION_DIFFERS", ["input", "correctsId"])
    hub.done("submitCohortReport", {"id": new["id"], "version": new["version"]}, REPORT, center)
    assert hub.ask(read)["cohortReport"] is None
    told = hub.ask(read, token=center)["cohortReport"]
    assert (told["status"], told["exact"]) == ("SUPERSEDED", [{"enrolled": 20}])


def test_a_course_has_one_cohort_at_a_time_and_work_is_told_once_the_months_have_passed(
    hub: Hub, cast: dict[str, Any]
) -> None:
    center, refused = cast["center_token"], "COHORT_REPORTED"
    first = report(cast, WHOLE, course="masonry")
    made = hub.done("draftCohortReport", first, REPORT, center)
    within = first | {"startsOn": "2026-02-01", "endsOn": "2026-04-01"}
    assert hub.refused("draftCohortReport", within, REPORT, center) == (refused, ["input", "startsOn"])
    hub.done("draftCohortReport", first | {"startsOn": "2026-03-02", "endsOn": "2026-04-01"}, REPORT, center)

    # Three months after a day are known once they have passed.
    last = today() - timedelta(days=80)
    soon = {"startsOn": str(last), "endsOn": str(last), "outcomes": [WHOLE | {"employedAfter3Months": 7}]}
    told = hub.refused("draftCohortReport", first | soon, REPORT, center)
    assert told == ("COUNT_TOO_EARLY", [*INPUT, "0", "employedAfter3Months"])
    step = {"id": made["id"], "version": made["version"]}
    edited = hub.done("editCohortReport", step | {"outcomes": soon["outcomes"]}, REPORT, center)
    late = {"id": made["id"], "version": edited["version"], "startsOn": str(last), "endsOn": str(last)}
    assert hub.refused("editCohortReport", late, REPORT, center) == ("COUNT_TOO_EARLY", ["input", "endsOn"])


def test_ratings_are_worked_out_answered_and_published(hub: Hub, cast: dict[str, Any]) -> None:
    rater, center, other = (cast[f"{name}_token"] for name in ("rater", "center", "other"))
    given = {
        "title": "کارنامه",
        "visibility": "PUBLIC",
        "criteria": [{"name": "مربیان", "weight": 2}, {"name": "ایمنی", "weight": 1, "threshold": 50}],
        "grades": [{"grade": "الف", "leastScore": 75}, {"grade": "ب", "leastScore": 40}],
    }
    twice = given | {"grades": [*given["grades"], {"grade": "ج", "leastScore": 40}]}
    assert hub.refused("createRatingScheme", twice, SCHEME, rater)[0] == "LISTED_TWICE"
    nothing = given | {"criteria": [{"name": "مربیان", "weight": 0}]}
    told = hub.refused("createRatingScheme", nothing, SCHEME, rater)
    assert told == ("NUMBER_OUT_OF_RANGE", ["input", "criteria", "0", "weight"])
    scheme = hub.done("createRatingScheme", given, SCHEME, rater)
    rating = {
        "providerId": cast["center"],
        "schemeId": scheme["id"],
        "validFrom": "2026-01-01",
        "visibility": "PUBLIC",
        "scores": [{"criterion": "ایمنی", "score": 49}, {"criterion": "مربیان", "score": 100}],
    }
    assert hub.refused("rateProvider", rating, RATING, rater) == ("NOT_PUBLISHED", ["input", "schemeId"])
    step = {"id": scheme["id"], "version": scheme["version"]}
    published = hub.done("publishRatingScheme", step, SCHEME, rater)
    own = rating | {"providerId": cast["rater"]}
    assert hub.refused("rateProvider", own, RATING, rater) == ("SAME_ORGANIZATION", ["input", "providerId"])
    one = rating | {"scores": rating["scores"][:1]}
    assert hub.refused("rateProvider", one, RATING, rater) == ("SCORES_MISSING", ["input", "scores"])
    strange = rating | {"scores": [{"criterion": "نور", "score": 5}]}
    told = hub.refused("rateProvider", strange, RATING, rater)
    assert told == ("NOT_A_CRITERION", ["input", "scores", "0", "criterion"])
    made = hub.done("rateProvider", rating, RATING, rater)
    assert (made["score"], made["grade"]) == (83, "ب")

    # Both read it and nobody else, until it is published with the answer.
    read = f'{{ node(id: "{made["id"]}") {{ id }} }}'
    assert [hub.ask(read, token=who)["node"] is not None for who in (rater, center, other)] == [
        True,
        True,
        False,
    ]
    step = {"id": made["id"], "version": made["version"]}
    assert hub.refused("answerRating", step | {"answer": "نه"}, RATING, rater)[0] == "NOT_ALLOWED"
    answered = hub.done("answerRating", step | {"answer": "کپسول‌ها عوض شد."}, RATING, center)
    step = {"id": made["id"], "version": answered["version"]}
    assert hub.refused("publishRating", step, RATING, center)[0] == "NOT_ALLOWED"
    assert hub.done("publishRating", step, RATING, rater)["status"] == "PUBLISHED"
    public = hub.ask(f'{{ qualityRating(id: "{made["id"]}") {{ grade answer }} }}')["qualityRating"]
    assert public == {"grade": "ب", "answer": "کپسول‌ها عوض شد."}

    # A scheme in use stays; its next edition takes its place.
    step = {"id": scheme["id"], "version": published["version"], "title": "دیگر"}
    assert hub.refused("editRatingScheme", step, SCHEME, rater)[0] == "SCHEME_IN_USE"
    following = hub.done("createRatingScheme", given | {"replacesId": scheme["id"]}, SCHEME, rater)
    assert following["edition"] == 2
    step = {"id": following["id"], "version": following["version"]}
    hub.done("publishRatingScheme", step, SCHEME, rater)
    assert hub.refused("rateProvider", rating, RATING, rater) == ("SCHEME_REPLACED", ["input", "schemeId"])


def test_terms_of_both_sides(hub: Hub, cast: dict[str, Any]) -> None:
    rater, other = cast["rater_token"], cast["other_token"]
    parties = [{"organizationId": cast[name], "role": "طرف"} for name in ("rater", "other")]
    given = {"kind": "MOU", "titleFa": "پیمان", "visibility": "PUBLIC", "parties": parties}
    drafted = hub.done("draftPartnership", given, "partnership { id }", rater)
    terms = {
        "partnershipId": drafted["id"],
        "payerId": cast["rater"],
        "title": "پرداخت",
        "rule": "RECORDS_COMPLETE",
    }
    assert hub.refused("proposePaymentTerms", terms, TERMS, other)[0] == "WRONG_STATUS"
    for token in (rater, other):
        hub.done("signPartnership", {"id": drafted["id"], "version": 1}, "partnership { id }", token)
    stranger = terms | {"payerId": cast["center"]}
    told = hub.refused("proposePaymentTerms", stranger, TERMS, other)
    assert told == ("NOT_A_PARTY", ["input", "payerId"])
    assert hub.refused("proposePaymentTerms", terms, TERMS, cast["center_token"])[0] == "NOT_A_PARTY"
    amount = terms | {"amount": "1000"}
    told = hub.refused("proposePaymentTerms", amount, TERMS, other)
    assert told == ("AMOUNT_NEEDS_UNIT", ["input", "amountUnit"])
    told = hub.refused("proposePaymentTerms", amount | {"amountUnit": "IRR"}, TERMS, other)
    assert told == ("VALUE_REQUIRED", ["input", "basis"])
    graded = hub.refused("proposePaymentTerms", terms | {"rule": "QUALITY_GRADE"}, TERMS, other)
    assert graded == ("VALUE_REQUIRED", ["input", "schemeId"])
    shares = terms | {"steps": [{"share": 0.7, "dueAfterDays": 1}, {"share": 0.4, "dueAfterDays": 2}]}
    told = hub.refused("proposePaymentTerms", shares, TERMS, other)
    assert told == ("SHARES_EXCEED_WHOLE", ["input", "steps", "1", "share"])
    made = hub.done("proposePaymentTerms", terms, TERMS, other)
    waits = "{ viewer { waiting { kind record { ... on PaymentTerms { id } } } } }"
    waiting = hub.ask(waits, token=rater)["viewer"]["waiting"]
    assert {"kind": "TERMS", "record": {"id": made["id"]}} in waiting
    assert hub.done("acceptPaymentTerms", {"id": made["id"]}, TERMS, rater)["status"] == "ACCEPTED"
    following = hub.done("proposePaymentTerms", terms | {"replacesId": made["id"]}, TERMS, other)
    hub.done("acceptPaymentTerms", {"id": following["id"]}, TERMS, rater)
    before = hub.ask(f'{{ paymentTerms(id: "{made["id"]}") {{ status }} }}')["paymentTerms"]
    assert before == {"status": "SUPERSEDED"}


def test_what_a_third_agreed_on_is_not_undone_over_its_head(hub: Hub, cast: dict[str, Any]) -> None:
    rater, other, center = (cast[f"{name}_token"] for name in ("rater", "other", "center"))
    parties = [{"organizationId": cast[name], "role": "طرف"} for name in ("rater", "other", "center")]
    given = {"kind": "MOU", "titleFa": "پیمان سه‌سویه", "visibility": "PUBLIC", "parties": parties}
    drafted = hub.done("draftPartnership", given, "partnership { id }", rater)
    for token in (rater, other, center):
        hub.done("signPartnership", {"id": drafted["id"], "version": 1}, "partnership { id }", token)
    scheme = {
        "title": "کارنامهٔ پیمان",
        "visibility": "PUBLIC",
        "criteria": [{"name": "مربیان", "weight": 1}],
        "grades": [{"grade": "الف", "leastScore": 50}],
    }
    made = hub.done("createRatingScheme", scheme, SCHEME, rater)
    step = {"id": made["id"], "version": made["version"]}
    published = hub.done("publishRatingScheme", step, SCHEME, rater)
    terms = {
        "partnershipId": drafted["id"],
        "payerId": cast["rater"],
        "title": "پرداخت",
        "rule": "QUALITY_GRADE",
        "schemeId": made["id"],
        "steps": [{"grade": "الف", "share": 1, "dueAfterDays": 1}],
    }
    nothing = terms | {"amount": "0", "amountUnit": "IRR", "basis": "IN_ALL"}
    told = hub.refused("proposePaymentTerms", nothing, TERMS, other)
    assert told == ("NUMBER_OUT_OF_RANGE", ["input", "amount"])
    first = hub.done("proposePaymentTerms", terms, TERMS, other)
    # What terms rest on stays as it is, though nobody has been rated yet.
    step = {"id": made["id"], "version": published["version"], "title": "دیگر"}
    assert hub.refused("editRatingScheme", step, SCHEME, rater)[0] == "SCHEME_IN_USE"
    hub.done("acceptPaymentTerms", {"id": first["id"]}, TERMS, rater)
    # Nor does its owner alone take it from those that are paid by it.
    step = {"id": made["id"], "version": published["version"]}
    assert hub.refused("withdrawRatingScheme", step, SCHEME, rater) == ("SCHEME_IN_USE", [])
    told = hub.refused("publishRatingScheme", step | {"visibility": "ORGANIZATION"}, SCHEME, rater)
    assert told == ("SCHEME_IN_USE", [])
    second = hub.done("proposePaymentTerms", terms | {"replacesId": first["id"]}, TERMS, center)
    assert hub.refused("acceptPaymentTerms", {"id": second["id"]}, TERMS, rater)[0] == "NOT_ALLOWED"
    read = f'{{ paymentTerms(id: "{first["id"]}") {{ status }} }}'
    assert hub.ask(read)["paymentTerms"] == {"status": "ACCEPTED"}
    # Whose word would not make it hold does not make it fall, either.
    assert hub.refused("declinePaymentTerms", {"id": second["id"]}, TERMS, other)[0] == "NOT_ALLOWED"
    assert hub.done("declinePaymentTerms", {"id": second["id"]}, TERMS, rater)["status"] == "DECLINED"


def test_nobody_who_has_left_is_to_pay_or_to_certify(hub: Hub, cast: dict[str, Any]) -> None:
    center, (payer, payer_token) = cast["center_token"], hub.member("پرداخت‌کنندهٔ رفتنی")
    parties = [{"organizationId": id_, "role": "طرف"} for id_ in (payer, cast["other"])]
    given = {"kind": "MOU", "titleFa": "پیمان گذرا", "visibility": "PUBLIC", "parties": parties}
    drafted = hub.done("draftPartnership", given, "partnership { id }", payer_token)
    for token in (payer_token, cast["other_token"]):
        hub.done("signPartnership", {"id": drafted["id"], "version": 1}, "partnership { id }", token)
    terms = {
        "partnershipId": drafted["id"],
        "payerId": payer,
        "title": "پرداخت",
        "rule": "RECORDS_COMPLETE",
    }
    held, waits = (hub.done("proposePaymentTerms", terms, TERMS, payer_token) for _ in range(2))
    hub.done("acceptPaymentTerms", {"id": held["id"]}, TERMS, cast["other_token"])
    issue = {"title": "گواهی گذرا", "visibility": "PUBLIC"}
    issued = hub.done("createQualification", issue, "qualification { id version }", payer_token)
    hub.done("publishQualification", issued, "qualification { id }", payer_token)
    hub.done("withdrawOrganization", {"id": payer, "version": 1}, "organization { id }", hub.admin)

    told = hub.refused("acceptPaymentTerms", {"id": waits["id"]}, TERMS, cast["other_token"])
    assert told == ("PARTY_WITHDRAWN", [])
    days = {"startsOn": "2026-09-01", "endsOn": "2026-09-20"}
    named = report(cast, WHOLE, course="masonry", termsId=held["id"], **days)
    told = hub.refused("draftCohortReport", named, REPORT, center)
    assert told == ("ORGANIZATION_WITHDRAWN", ["input", "termsId"])
    leads = {"courseId": cast["masonry"], "qualificationId": issued["id"]}
    told = hub.refused("claimCourseQualification", leads, "courseQualification { id }", center)
    assert told == ("ORGANIZATION_WITHDRAWN", ["input", "qualificationId"])


def test_installments_make_up_the_whole() -> None:
    steps = [{"share": share, "dueAfterDays": 0} for share in (0.5, 0.25, 0.25)]
    terms = {
        "rule": "RECORDS_COMPLETE",
        "basis": "IN_ALL",
        "amount": 101,
        "amountUnit": "IRR",
        "steps": steps,
    }
    found = {"status": "ACCEPTED", "answeredOn": "2026-01-01", "rows": [], "terms": terms | {"rating": None}}
    told = due(found, {})
    assert told is not None
    assert (told["amount"], [part["amount"] for part in told["installments"]]) == ("101", ["50", "26", "25"])


def test_lasting_jobs_are_of_what_is_shown(hub: Hub, cast: dict[str, Any]) -> None:
    center = cast["center_token"]
    some = {"enrolled": 30, "completed": 25, "employedAfter6Months": 12, "selfEmployedAfter6Months": 3}
    few = {"enrolled": 9, "completed": 7, "employedAfter6Months": 3, "selfEmployedAfter6Months": 4}
    for rows, course in ((some, "sewing"), (few, "care")):
        made = hub.done("draftCohortReport", report(cast, rows, course=course), REPORT, center)
        step = {"id": made["id"], "version": made["version"]}
        hub.done("submitCohortReport", step, REPORT, center)
    query = """query($by: LastingJobsBy!) { lastingJobs(by: $by) { provider { id } year
      after { months share atWork restsOn cohorts cohortsWithheld } } }"""
    six = {"months": 6, "share": 0.6, "atWork": 15, "restsOn": 25, "cohorts": 1, "cohortsWithheld": 1}
    none = {"months": 12, "share": None, "atWork": None, "restsOn": None, "cohorts": 0, "cohortsWithheld": 0}
    for token in (None, center):
        (one,) = hub.ask(query, {"by": "PROVIDER"}, token)["lastingJobs"]
        assert one == {"provider": {"id": cast["center"]}, "year": None, "after": [six, none]}
    (one,) = hub.ask(query, {"by": "YEAR"})["lastingJobs"]
    assert (one["year"], one["after"][0]) == (2026, six)
    assert hub.ask(query, {"by": "PROGRAM"})["lastingJobs"] == []
    assert hub.ask(query, {"by": "PROVINCE"})["lastingJobs"] == []
    assert hub.ask(query, {"by": "TARGET_GROUP"})["lastingJobs"] == []
