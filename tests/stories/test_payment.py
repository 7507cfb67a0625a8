"""A training center reports a cohort, learns what is missing, completes it, and is paid by its grade."""

from typing import Any

import pytest

from tests.running import Hub, today

REPORT = (
    "cohortReport { id version status complete missing { count breakdown gender }"
    " payment { due amount unit grade missing { what count breakdown whoHasToSupply }"
    " installments { share amount dueOn } } }"
)
PUBLIC = "enrolled completed examined certified droppedOut withheld gender"
PARTNERSHIP = "partnership { id version }"


@pytest.fixture(scope="module")
def cast(hub: Hub) -> dict[str, Any]:
    """A payer and its partner, who have signed; a training center with a course; somebody else."""
    made: dict[str, Any] = {}
    for name in ("payer", "partner", "center", "other"):
        made[name], made[f"{name}_token"] = hub.member(f"سازمان {name}")
    parties = [{"organizationId": made[name], "role": "طرف"} for name in ("payer", "partner")]
    given = {
        "kind": "MOU",
        "titleFa": "از مهارت تا کار",
        "visibility": "PUBLIC",
        "startsOn": "2025-01-01",
        "parties": parties,
    }
    drafted = hub.done("draftPartnership", given, PARTNERSHIP, made["payer_token"])
    sign = {"id": drafted["id"], "version": 1, "signedOn": "2025-01-01"}
    for name in ("payer", "partner"):
        hub.done("signPartnership", sign, PARTNERSHIP, made[f"{name}_token"])
    course = hub.done(
        "createCourse",
        {"title": "جوشکاری برق", "mode": "ONSITE", "visibility": "PUBLIC"},
        "course { id version }",
        made["center_token"],
    )
    hub.done("publishCourse", course, "course { id }", made["center_token"])
    return made | {"partnership": drafted["id"], "course": course["id"]}


def scheme(hub: Hub, cast: dict[str, Any]) -> Any:
    """What the payer rates training centers by: published."""
    given = {
        "title": "شیوه‌نامهٔ رتبه‌بندی مراکز",
        "visibility": "PUBLIC",
        "criteria": [
            {"name": "مربیان", "weight": 2},
            {"name": "ایمنی کارگاه", "weight": 1, "threshold": 50},
        ],
        "grades": [{"grade": "الف", "leastScore": 75}, {"grade": "ب", "leastScore": 40}],
    }
    made = hub.done("createRatingScheme", given, "ratingScheme { id version edition }", cast["payer_token"])
    assert made.pop("edition") == 1
    hub.done("publishRatingScheme", made, "ratingScheme { id }", cast["payer_token"])
    return made["id"]


def terms(hub: Hub, cast: dict[str, Any], scheme_id: str) -> Any:
    """Proposed by the payer, accepted by its partner."""
    given = {
        "partnershipId": cast["partnership"],
        "payerId": cast["payer"],
        "title": "پرداخت به مراکز آزاد",
        "appliesTo": ["PRIVATE"],
        "rule": "QUALITY_GRADE",
        "schemeId": scheme_id,
        "basis": "PER_PERSON",
        "countedBy": "CERTIFIED",
        "amount": "20000000",
        "amountUnit": "IRR",
        "requiredCounts": ["ENROLLED", "COMPLETED", "CERTIFIED"],
        "requiredBreakdowns": ["GENDER"],
        "steps": [
            {"grade": "الف", "share": 0.7, "dueAfterDays": 10},
            {"grade": "الف", "share": 0.3, "dueAfterDays": 90},
            {"grade": "ب", "share": 0.6, "dueAfterDays": 30},
        ],
    }
    wanted = "paymentTerms { id version status }"
    made = hub.done("proposePaymentTerms", given, wanted, cast["payer_token"])
    read = f'{{ node(id: "{made["id"]}") {{ id }} }}'
    assert hub.ask(read, token=cast["center_token"])["node"] is None
    refused = hub.refused("acceptPaymentTerms", {"id": made["id"]}, wanted, cast["payer_token"])
    assert refused[0] == "NOT_ALLOWED"
    held = hub.done("acceptPaymentTerms", {"id": made["id"]}, wanted, cast["partner_token"])
    assert held["status"] == "ACCEPTED"
    assert hub.ask(read, token=cast["center_token"])["node"] is not None
    return made["id"]


def disputed(hub: Hub, cast: dict[str, Any], step: dict[str, Any]) -> Any:
    """A payment that the center disputes: it waits with the payer from then on."""
    query = "{ viewer { waiting { kind record { ... on Payment { id } } } } }"
    row = {"kind": "PAYMENT", "record": {"id": step["id"]}}

    def waits() -> list[bool]:
        tokens = (cast["center_token"], cast["payer_token"])
        return [row in hub.ask(query, token=token)["viewer"]["waiting"] for token in tokens]

    assert waits() == [True, False]
    not_so = step | {"disputeReason": "به حساب ننشسته است."}
    told = hub.done("disputePayment", not_so, "payment { id version status }", cast["center_token"])
    assert waits() == [False, True]
    return told


def missing_beside_or_alone(hub: Hub, id_: str, tokens: tuple[str, ...]) -> list[Any]:
    """What is missing, asked for alone and with what is due, which is found with the same facts."""
    gaps = "missing { count breakdown gender }"
    read = f'{{ cohortReport(id: "{id_}") {{ {gaps} %s }} }}'
    asked = [(read % more, token) for more in ("", "payment { due }") for token in tokens]
    return [hub.ask(text, token=token)["cohortReport"]["missing"] for text, token in asked]


def test_a_cohort_is_reported_completed_accepted_and_paid_by_its_grade(
    hub: Hub, cast: dict[str, Any]
) -> None:
    scheme_id = scheme(hub, cast)
    terms_id = terms(hub, cast, scheme_id)
    center, payer = cast["center_token"], cast["payer_token"]
    given = {
        "courseId": cast["course"],
        "termsId": terms_id,
        "startsOn": "2026-03-01",
        "endsOn": "2026-05-30",
        "visibility": "PUBLIC",
        "outcomes": [{"enrolled": 24, "completed": 20, "droppedOut": 3}],
    }
    drafted = hub.done("draftCohortReport", given, REPORT, center)
    assert (drafted["complete"], drafted["missing"]) == (
        False,
        [
            {"count": "CERTIFIED", "breakdown": "IN_ALL", "gender": None},
            {"count": "ENROLLED", "breakdown": "GENDER", "gender": None},
            {"count": "COMPLETED", "breakdown": "GENDER", "gender": None},
            {"count": "CERTIFIED", "breakdown": "GENDER", "gender": None},
        ],
    )
    step = {"id": drafted["id"], "version": drafted["version"]}
    sent = hub.done("submitCohortReport", step, REPORT, center)
    assert missing_beside_or_alone(hub, drafted["id"], (center, payer)) == [drafted["missing"]] * 4

    # The payer reads what is missing, and whose turn it is; nothing can be accepted or paid.
    read = f'{{ cohortReport(id: "{drafted["id"]}") {{ {REPORT.removeprefix("cohortReport {")} }}'
    due = hub.ask(read, token=payer)["cohortReport"]["payment"]
    assert (due["due"], due["amount"]) == (False, None)
    assert [(one["what"], one["count"], one["whoHasToSupply"]) for one in due["missing"]] == [
        ("COUNT", "CERTIFIED", "PROVIDER"),
        ("COUNT", "ENROLLED", "PROVIDER"),
        ("COUNT", "COMPLETED", "PROVIDER"),
        ("COUNT", "CERTIFIED", "PROVIDER"),
        ("ACCEPTANCE", None, "PAYER"),
        ("RATING", None, "RATER"),
    ]
    pay = {"reportId": drafted["id"], "paidOn": str(today())}
    payment = "payment { id version status amount amountUnit grade }"
    assert hub.refused("recordPayment", pay, payment, payer) == ("PAYMENT_NOT_DUE", ["input", "reportId"])
    step = {"id": drafted["id"], "version": sent["version"]}
    assert hub.refused("acceptCohortReport", step, REPORT, payer)[0] == "REPORT_INCOMPLETE"
    reason = {**step, "returnReason": "گواهی‌گرفته‌ها و تفکیک جنسیت نیامده است."}
    back = hub.done("returnCohortReport", reason, REPORT, payer)
    assert back["status"] == "RETURNED"

    # The center completes it.
    whole = {"enrolled": 24, "completed": 20, "certified": 18, "droppedOut": 3}
    women = {"gender": "FEMALE", "enrolled": 6, "completed": 4, "certified": 4}
    men = {"gender": "MALE", "enrolled": 18, "completed": 16, "certified": 14}
    step = {"id": drafted["id"], "version": back["version"], "outcomes": [whole, women, men]}
    edited = hub.done("editCohortReport", step, REPORT, center)
    assert (edited["complete"], edited["missing"]) == (True, [])
    step = {"id": drafted["id"], "version": edited["version"]}
    sent = hub.done("submitCohortReport", step, REPORT, center)
    accepted = hub.done("acceptCohortReport", step | {"version": sent["version"]}, REPORT, payer)
    assert accepted["status"] == "ACCEPTED"
    assert [one["what"] for one in accepted["payment"]["missing"]] == ["RATING"]

    # The payer rates it: the grade of the cohort's last day counts.
    rating = {
        "providerId": cast["center"],
        "schemeId": scheme_id,
        "validFrom": "2026-01-01",
        "validUntil": "2026-12-31",
        "scores": [{"criterion": "مربیان", "score": 90}, {"criterion": "ایمنی کارگاه", "score": 60}],
    }
    rated = hub.done("rateProvider", rating, "qualityRating { id version score grade }", payer)
    assert (rated["score"], rated["grade"]) == (80, "الف")
    answer = {"id": rated["id"], "version": rated["version"], "answer": "مربی تازه‌ای هم آمده است."}
    hub.done("answerRating", answer, "qualityRating { answer }", center)
    due = hub.ask(read, token=center)["cohortReport"]["payment"]
    assert (due["due"], due["amount"], due["unit"], due["grade"]) == (True, "360000000", "IRR", "الف")
    assert [(one["share"], one["amount"]) for one in due["installments"]] == [
        (0.7, "252000000"),
        (0.3, "108000000"),
    ]

    # Payer says paid, center confirms received; the second part is what is left.
    first = hub.done("recordPayment", pay | {"amount": "252000000", "amountUnit": "IRR"}, payment, payer)
    assert (first["status"], first["grade"]) == ("PAID", "الف")
    step = {"id": first["id"], "version": first["version"]}
    step["version"] = disputed(hub, cast, step)["version"]
    assert hub.refused("confirmPayment", step, payment, payer)[0] == "NOT_ALLOWED"
    assert hub.done("confirmPayment", step, payment, center)["status"] == "CONFIRMED"
    too_much = hub.refused(
        "recordPayment", pay | {"amount": "108000001", "amountUnit": "IRR"}, payment, payer
    )
    assert too_much == ("PAYMENT_EXCEEDS_DUE", ["input", "amount"])
    assert hub.done("recordPayment", pay, payment, payer)["amount"] == "108000000"
    assert hub.refused("recordPayment", pay, payment, payer)[0] == "ALREADY_PAID"


def test_others_read_no_count_under_five(hub: Hub, cast: dict[str, Any]) -> None:
    query = f"{{ cohortReports(first: 5) {{ nodes {{ exact {{ completed }} missing {{ count }} payment {{ amount }} outcomes {{ {PUBLIC} }} }} }} }}"
    for token in (None, cast["other_token"], cast["partner_token"]):
        (one,) = hub.ask(query, token=token)["cohortReports"]["nodes"]
        assert (one["exact"], one["missing"], one["payment"]) == ([], [], None)
        whole, women, men = one["outcomes"]
        assert (whole["enrolled"], whole["completed"], whole["certified"]) == (24, 20, 18)
        assert (whole["droppedOut"], whole["withheld"]) == (None, ["DROPPED_OUT"])
        for row in (women, men):
            assert (row["enrolled"], row["completed"], row["certified"]) == (None, None, None)
            assert row["withheld"] == ["ENROLLED", "COMPLETED", "CERTIFIED"]
    for name in ("center", "payer"):
        (one,) = hub.ask(query, token=cast[f"{name}_token"])["cohortReports"]["nodes"]
        assert [row["completed"] for row in one["exact"]] == [20, 4, 16]
        assert one["payment"]["amount"] == "360000000"


def test_neither_versions_nor_filters_tell_them(hub: Hub, cast: dict[str, Any]) -> None:
    query = (
        "{ cohortReports(first: 5) { nodes { versions(first: 20) { nodes { values { field value } } } } } }"
    )
    (one,) = hub.ask(query, token=cast["other_token"])["cohortReports"]["nodes"]
    told = str(one["versions"]["nodes"])
    assert "exact" not in told
    assert "'droppedOut'" not in told.replace("DROPPED_OUT", "")
    some = "{ cohortReports(first: 5, filter: {outcomes: {some: {droppedOut: {eq: 3}}}}) { totalCount } }"
    for token in (cast["other_token"], cast["center_token"]):
        assert hub.ask(some, token=token)["cohortReports"]["totalCount"] == 0


# -- what is said later ----------------------------------------------------------------------------


def _drafted(hub: Hub, cast: dict[str, Any], month: int, certified: int = 18) -> Any:
    """A complete report by the terms of this story, of two weeks of 2026."""
    terms_id = hub.ask("{ paymentTermsList(first: 1) { nodes { id } } }", token=cast["center_token"])[
        "paymentTermsList"
    ]["nodes"][0]["id"]
    whole = {"enrolled": 24, "completed": 20, "certified": certified}
    women = {"gender": "FEMALE", "enrolled": 6, "completed": 4, "certified": certified and 4}
    men = {"gender": "MALE", "enrolled": 18, "completed": 16, "certified": certified and certified - 4}
    given = {
        "courseId": cast["course"],
        "termsId": terms_id,
        "startsOn": f"2026-0{month}-10",
        "endsOn": f"2026-0{month}-20",
        "visibility": "PUBLIC",
        "outcomes": [whole, women, men],
    }
    return hub.done("draftCohortReport", given, REPORT, cast["center_token"])


def _moved(hub: Hub, verb: str, record: Any, token: str, **more: Any) -> Any:
    step = {"id": record["id"], "version": record["version"], **more}
    return hub.done(f"{verb}CohortReport", step, REPORT, token)


def test_what_a_rater_says_after_acceptance_changes_nothing_of_what_is_due(
    hub: Hub, cast: dict[str, Any]
) -> None:
    center, payer = cast["center_token"], cast["payer_token"]
    made = _drafted(hub, cast, 6)
    sent = _moved(hub, "submit", made, center)
    back = _moved(hub, "return", sent, payer, returnReason="یک بار دیگر بشمارید.")
    sent = _moved(hub, "submit", back, center)
    accepted = _moved(hub, "accept", sent, payer)
    assert (accepted["payment"]["grade"], accepted["payment"]["amount"]) == ("الف", "360000000")
    # Why it was returned stays between the two.
    read = f'{{ cohortReport(id: "{made["id"]}") {{ status returnReason payment {{ grade amount }} }} }}'
    public = {"status": "ACCEPTED", "returnReason": None, "payment": None}
    assert hub.ask(read)["cohortReport"] == public

    query = "{ qualityRatings(first: 5) { nodes { id version scheme { id } } } }"
    (rating,) = hub.ask(query, token=payer)["qualityRatings"]["nodes"]
    worse = {
        "providerId": cast["center"],
        "schemeId": rating.pop("scheme")["id"],
        "validFrom": "2026-06-01",
        "scores": [{"criterion": "مربیان", "score": 40}, {"criterion": "ایمنی کارگاه", "score": 50}],
    }
    assert hub.done("rateProvider", worse, "qualityRating { grade }", payer)["grade"] == "ب"
    hub.done("withdrawRating", rating | {"withdrawalReason": "اشتباه"}, "qualityRating { id }", payer)
    due = hub.ask(read, token=center)["cohortReport"]["payment"]
    assert due == {"grade": "الف", "amount": "360000000"}


def test_who_is_no_longer_to_pay_no_longer_reads_the_counts_as_they_were_told(
    hub: Hub, cast: dict[str, Any]
) -> None:
    center, payer = cast["center_token"], cast["payer_token"]
    sent = _moved(hub, "submit", _drafted(hub, cast, 7), center)
    back = _moved(hub, "return", sent, payer, returnReason="با شرایط دیگری است.")
    read = f'{{ cohortReport(id: "{sent["id"]}") {{ status returnReason exact {{ certified }} }} }}'
    assert hub.ask(read, token=payer)["cohortReport"]["status"] == "RETURNED"
    alone = _moved(hub, "edit", back, center, termsId=None)
    assert hub.ask(read, token=payer)["cohortReport"] is None
    _moved(hub, "submit", alone, center)
    told = hub.ask(read, token=payer)["cohortReport"]
    assert told == {"status": "SUBMITTED", "returnReason": None, "exact": []}


def test_where_nobody_counts_there_is_nothing_to_pay(hub: Hub, cast: dict[str, Any]) -> None:
    center, payer = cast["center_token"], cast["payer_token"]
    sent = _moved(hub, "submit", _drafted(hub, cast, 8, certified=0), center)
    accepted = _moved(hub, "accept", sent, payer)
    assert (accepted["payment"]["due"], accepted["payment"]["amount"]) == (True, "0")
    pay = {"reportId": accepted["id"], "paidOn": str(today())}
    told = hub.refused("recordPayment", pay, "payment { id }", payer)
    assert told == ("NOTHING_TO_PAY", ["input", "reportId"])


def test_the_first_rating_after_acceptance_decides_for_good(hub: Hub, cast: dict[str, Any]) -> None:
    center, payer = cast["center_token"], cast["payer_token"]
    query = "{ qualityRatings(first: 5) { nodes { id version status scheme { id } } } }"
    ratings = hub.ask(query, token=payer)["qualityRatings"]["nodes"]
    scheme_id = ratings[0]["scheme"]["id"]
    for rating in ratings:
        if rating["status"] != "WITHDRAWN":
            step = {"id": rating["id"], "version": rating["version"], "withdrawalReason": "کهنه است"}
            hub.done("withdrawRating", step, "qualityRating { id }", payer)
    accepted = _moved(hub, "accept", _moved(hub, "submit", _drafted(hub, cast, 9), center), payer)
    assert [one["what"] for one in accepted["payment"]["missing"]] == ["RATING"]
    read = f'{{ cohortReport(id: "{accepted["id"]}") {{ payment {{ grade amount }} }} }}'

    def rated(trainers: int) -> Any:
        scores = [{"criterion": "مربیان", "score": trainers}, {"criterion": "ایمنی کارگاه", "score": 60}]
        given = {
            "providerId": cast["center"],
            "schemeId": scheme_id,
            "validFrom": "2026-01-01",
            "scores": scores,
        }
        return hub.done("rateProvider", given, "qualityRating { id version grade }", payer)

    good = rated(90)
    due = {"grade": "الف", "amount": "360000000"}
    assert hub.ask(read, token=center)["cohortReport"]["payment"] == due
    assert rated(40)["grade"] == "ب"
    step = {"id": good["id"], "version": good["version"], "withdrawalReason": "پشیمان شدیم"}
    hub.done("withdrawRating", step, "qualityRating { id }", payer)
    assert hub.ask(read, token=center)["cohortReport"]["payment"] == due
