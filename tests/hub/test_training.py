"""Courses and who pays for them, qualifications others rely on, apprenticeships, jobs that close by themselves."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from tests.running import Hub, today

SHARE = "costShare { id version status percent reason }"
LEADS = "courseQualification { id version status }"
JOB = "jobOpportunity { id version status isOpen placesLeft filledPlaces }"
COURSE = "course { id version status price unpaidPercent }"
APPRENTICESHIP = "apprenticeship { id version months occupationCode isOpen }"
QUALIFICATION = "qualification { id version title }"
RECOGNITION = "recognition { id version status }"


@dataclass(frozen=True)
class Cast:
    """A provider, whom it names, and who looks on: ids and tokens."""

    hub: Hub
    ids: dict[str, str]
    tokens: dict[str, str]

    def do(self, who: str, mutation: str, given: dict[str, Any], wanted: str) -> Any:
        """The record of a mutation that must succeed."""
        return self.hub.done(mutation, given, wanted, self.tokens[who])

    def refused(self, who: str, mutation: str, given: dict[str, Any], wanted: str) -> Any:
        """The code and the path of one that must not."""
        before = self.hub.count()
        told = self.hub.refused(mutation, given, wanted, self.tokens[who])
        assert self.hub.count() == before
        return told

    def published(self, who: str, label: str, wanted: str, **given: Any) -> Any:
        """A record that everybody may read."""
        made = self.do(who, f"create{label}", {"visibility": "PUBLIC"} | given, wanted)
        step = {name: made[name] for name in ("id", "version")}
        return self.do(who, f"publish{label}", step, wanted)

    def course(self, **given: Any) -> Any:
        """A course of the provider that costs a thousand rials."""
        usual = {"title": "دوره", "mode": "ONSITE", "price": "1000", "priceUnit": "IRR"}
        return self.published("provider", "Course", COURSE, **{**usual, **given})

    def share(self, course: str, payer: str = "payer", **much: Any) -> Any:
        """What a payer is asked for."""
        given = {"courseId": course, "payerId": self.ids[payer], **much}
        return self.do("provider", "claimCostShare", given, SHARE)

    def read(self, course: str, who: str = "third") -> Any:
        """A course with who pays for it, and the shares that somebody reads."""
        query = """query($id: ID!) { course(id: $id) { unpaidPercent
            payers { edges { percent amount amountUnit node { id } } }
            costShares(first: 10) { nodes { status } }
            qualification { title } courseQualifications(first: 10) { nodes { status } } } }"""
        return self.hub.ask(query, {"id": course}, self.tokens[who])["course"]

    def payers(self, course: str) -> list[Any]:
        """Who pays, as everybody reads it."""
        return [edge["node"]["id"] for edge in self.read(course)["payers"]["edges"]]


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    made = {name: hub.member(f"سازمان {name}") for name in ("provider", "payer", "other", "issuer", "third")}
    return Cast(hub, {n: m[0] for n, m in made.items()}, {n: m[1] for n, m in made.items()})


def _step(record: Any, **more: Any) -> dict[str, Any]:
    return {name: record[name] for name in ("id", "version")} | more


# -- who pays --------------------------------------------------------------------------------------


def test_a_share_stands_once_its_payer_has_confirmed_and_until_the_provider_takes_it_back(cast: Cast) -> None:
    course = cast.course()["id"]
    share = cast.share(course, percent=60)
    assert cast.payers(course) == []
    assert [one["status"] for one in cast.read(course, "payer")["costShares"]["nodes"]] == ["CLAIMED"]
    assert cast.read(course, "third")["costShares"]["nodes"] == []
    assert cast.refused("provider", "confirmCostShare", _step(share), SHARE)[0] == "NOT_ALLOWED"
    assert cast.refused("payer", "withdrawCostShare", _step(share), SHARE)[0] == "NOT_ALLOWED"
    assert cast.refused("third", "confirmCostShare", _step(share), SHARE)[0] == "NOT_FOUND"

    confirmed = cast.do("payer", "confirmCostShare", _step(share), SHARE)
    assert (cast.payers(course), cast.read(course)["unpaidPercent"]) == ([cast.ids["payer"]], 40)
    # What both have said is not taken back by the payer alone.
    assert cast.refused("payer", "refuseCostShare", _step(confirmed), SHARE)[0] == "WRONG_STATUS"
    cast.do("provider", "withdrawCostShare", _step(confirmed), SHARE)
    assert (cast.payers(course), cast.read(course)["unpaidPercent"]) == ([], 100)


def test_a_payer_refuses_with_a_reason_and_may_still_confirm(cast: Cast) -> None:
    course = cast.course()["id"]
    share = cast.share(course, amount="250", amountUnit="IRR")
    refused = cast.do("payer", "refuseCostShare", _step(share, reason="بودجه نداریم."), SHARE)
    assert (refused["status"], refused["reason"]) == ("REFUSED", "بودجه نداریم.")
    confirmed = cast.do("payer", "confirmCostShare", _step(refused), SHARE)
    assert (confirmed["status"], confirmed["reason"]) == ("CONFIRMED", None)
    assert cast.read(course)["unpaidPercent"] == 75


def test_an_old_refused_claim_is_taken_back_and_what_was_confirmed_since_stays(cast: Cast) -> None:
    course = cast.course()["id"]
    refused = cast.do("payer", "refuseCostShare", _step(cast.share(course, percent=60)), SHARE)
    cast.do("payer", "confirmCostShare", _step(cast.share(course, percent=40)), SHARE)
    cast.do("provider", "withdrawCostShare", _step(refused), SHARE)
    assert (cast.payers(course), cast.read(course)["unpaidPercent"]) == ([cast.ids["payer"]], 60)


def test_what_is_claimed_of_a_course_waits_at_the_desk_of_the_one_that_is_asked(cast: Cast) -> None:
    share = cast.share(cast.course()["id"], "other", percent=10)
    query = "{ viewer { waiting { kind record { ... on CostShare { id } } } } }"

    def waiting() -> list[Any]:
        return list(cast.hub.ask(query, token=cast.tokens["other"])["viewer"]["waiting"])

    mine = {"kind": "COURSE_CLAIM", "record": {"id": share["id"]}}
    assert mine in waiting()
    cast.do("other", "confirmCostShare", _step(share), SHARE)
    assert mine not in waiting()


def test_shares_never_exceed_the_whole(cast: Cast) -> None:
    course = cast.course()["id"]
    refused = cast.do("payer", "refuseCostShare", _step(cast.share(course, percent=60)), SHARE)
    cast.share(course, "other", amount="500", amountUnit="IRR")
    too_much = {"courseId": course, "payerId": cast.ids["third"], "percent": 50.01}
    code, path = cast.refused("provider", "claimCostShare", too_much, SHARE)
    assert (code, path) == ("SHARES_EXCEED_PRICE", ["input", "percent"])
    cast.share(course, "third", percent=50)
    # What was refused made room, and does not come back into what is full; of what the others are only
    # asked for the payer learns no number.
    payload = cast.hub.do("confirmCostShare", _step(refused), SHARE, cast.tokens["payer"])
    (error,) = payload["errors"]
    assert (error["code"], error["path"]) == ("SHARE_HAS_NO_ROOM", [])
    assert not any(sign.isdigit() for sign in error["message"])


@pytest.mark.parametrize(
    ("given", "code", "at"),
    [
        ({}, "PERCENT_OR_AMOUNT", "percent"),
        ({"percent": 10, "amount": "10", "amountUnit": "IRR"}, "PERCENT_OR_AMOUNT", "percent"),
        ({"percent": 0}, "NUMBER_OUT_OF_RANGE", "percent"),
        ({"percent": 101}, "NUMBER_OUT_OF_RANGE", "percent"),
        ({"amount": "0", "amountUnit": "IRR"}, "NUMBER_OUT_OF_RANGE", "amount"),
        ({"amount": "10"}, "AMOUNT_NEEDS_UNIT", "amountUnit"),
        ({"amount": "10", "amountUnit": "NEW_IRR"}, "PRICE_UNIT_DIFFERS", "amountUnit"),
        ({"percent": 10, "payerId": "provider"}, "SAME_ORGANIZATION", "payerId"),
    ],
)
def test_a_share_that_says_nothing_is_refused(cast: Cast, given: Any, code: str, at: str) -> None:
    share = {"courseId": cast.course()["id"], "payerId": "payer", **given}
    share["payerId"] = cast.ids[share["payerId"]]
    assert cast.refused("provider", "claimCostShare", share, SHARE) == (code, ["input", at])


def test_a_course_without_a_price_has_no_shares_and_one_payer_is_asked_once(cast: Cast) -> None:
    free = cast.course(price=None, priceUnit=None)["id"]
    share = {"courseId": free, "payerId": cast.ids["payer"], "percent": 10}
    assert cast.refused("provider", "claimCostShare", share, SHARE) == (
        "PRICE_NEEDED",
        ["input", "courseId"],
    )
    course = cast.course()["id"]
    cast.share(course, percent=10)
    assert (
        cast.refused("provider", "claimCostShare", share | {"courseId": course}, SHARE)[0] == "CLAIM_STANDS"
    )
    assert cast.refused("other", "claimCostShare", share | {"courseId": course}, SHARE)[0] == "NOT_ALLOWED"


def test_a_price_stays_while_others_pay_a_share_of_it(cast: Cast) -> None:
    course = cast.course()
    share = cast.share(course["id"], percent=10)
    dearer = _step(course, price="2000")
    assert cast.refused("provider", "editCourse", dearer, COURSE) == ("SHARES_STAND", ["input", "price"])
    for name, value in (
        ("title", "دورهٔ دیگر"),
        ("capacity", 5),
        ("hours", 8),
        ("mode", "ONLINE"),
        ("exam", "PRACTICAL"),
    ):
        told = cast.refused("provider", "editCourse", _step(course, **{name: value}), COURSE)
        assert told == ("SHARES_STAND", ["input", name])
    same = cast.do("provider", "editCourse", _step(course, price="1000", title=" دوره "), COURSE)
    cast.do("provider", "withdrawCostShare", _step(share), SHARE)
    assert cast.do("provider", "editCourse", _step(same, price="2000"), COURSE)["price"] == "2000"


def test_a_course_runs_under_a_partnership_of_its_provider_alone(cast: Cast) -> None:
    parties = [{"organizationId": cast.ids[name], "role": "طرف"} for name in ("payer", "other")]
    given = {"kind": "MOU", "titleFa": "پیمان", "visibility": "PUBLIC", "parties": parties}
    wanted = "partnership { id version termsVersion }"
    pact = cast.do("payer", "draftPartnership", given, wanted)
    mine = {"title": "دوره", "mode": "ONLINE", "partnershipId": pact["id"]}
    assert cast.refused("payer", "createCourse", mine, COURSE) == (
        "WRONG_STATUS",
        ["input", "partnershipId"],
    )
    for name in ("payer", "other"):
        cast.do(name, "signPartnership", {"id": pact["id"], "version": pact["termsVersion"]}, wanted)
    cast.do("payer", "createCourse", mine, COURSE)
    assert cast.refused("provider", "createCourse", mine, COURSE) == (
        "NOT_A_PARTY",
        ["input", "partnershipId"],
    )
    without = {"title": "دوره", "mode": "ONLINE", "price": "10"}
    assert cast.refused("payer", "createCourse", without, COURSE) == (
        "AMOUNT_NEEDS_UNIT",
        ["input", "priceUnit"],
    )


# -- what is certified -----------------------------------------------------------------------------


def test_what_a_course_leads_to_is_the_word_of_its_issuer(cast: Cast) -> None:
    certified = cast.published(
        "issuer", "Qualification", QUALIFICATION, title="جوشکار درجه ۲", validMonths=24
    )
    course = cast.course()["id"]
    given = {"courseId": course, "qualificationId": certified["id"]}
    claim = cast.do("provider", "claimCourseQualification", given, LEADS)
    assert cast.read(course)["qualification"] is None
    assert cast.refused("provider", "claimCourseQualification", given, LEADS)[0] == "CLAIM_STANDS"
    cast.do("issuer", "confirmCourseQualification", _step(claim), LEADS)
    assert cast.read(course)["qualification"] == {"title": "جوشکار درجه ۲"}
    # The provider relies on it: it is not made another under its hands.
    code, path = cast.refused("issuer", "editQualification", _step(certified, validMonths=12), QUALIFICATION)
    assert (code, path) == ("OTHERS_RELY_ON_IT", ["input", "validMonths"])
    cast.do("issuer", "editQualification", _step(certified, description="آزمون عملی"), QUALIFICATION)
    # An issuer can stop to stand for a course at any time, and take it up again.
    refused = cast.do("issuer", "refuseCourseQualification", _step(claim) | {"version": 2}, LEADS)
    assert cast.read(course)["qualification"] is None
    again = cast.do("issuer", "confirmCourseQualification", _step(refused), LEADS)
    cast.do("provider", "withdrawCourseQualification", _step(again), LEADS)
    assert cast.read(course)["qualification"] is None


def test_an_issuer_takes_its_word_back_of_a_course_that_was_closed_to_it(cast: Cast) -> None:
    certified = cast.published("issuer", "Qualification", QUALIFICATION, title="برقکار درجه ۲")
    course = cast.course()
    given = {"courseId": course["id"], "qualificationId": certified["id"]}
    claim = cast.do("provider", "claimCourseQualification", given, LEADS)
    claim = cast.do("issuer", "confirmCourseQualification", _step(claim), LEADS)
    share = cast.share(course["id"], "issuer", percent=10)
    closed = cast.do("provider", "publishCourse", _step(course, visibility="ORGANIZATION"), COURSE)
    query = """query($id: ID!, $claim: ID!, $share: ID!) { course(id: $id) { id }
        courseQualification(id: $claim) { status course { id } qualification { id } }
        costShare(id: $share) { status } }"""
    asked = {"id": course["id"], "claim": claim["id"], "share": share["id"]}
    # What it has confirmed it still reads, and not what it was only asked.
    read = {"status": "CONFIRMED", "course": None, "qualification": {"id": certified["id"]}}
    assert cast.hub.ask(query, asked, cast.tokens["issuer"]) == {
        "course": None,
        "courseQualification": read,
        "costShare": None,
    }
    assert cast.hub.ask(query, asked, cast.tokens["third"])["courseQualification"] is None
    wanted = "courseQualification { id version status course { id } }"
    refused = cast.do("issuer", "refuseCourseQualification", _step(claim), wanted)
    assert (refused["status"], refused["course"]) == ("REFUSED", None)
    assert cast.read(course["id"], "provider")["qualification"] is None
    # It does not stand for what it may not read.
    again = cast.refused("issuer", "confirmCourseQualification", _step(refused), LEADS)
    assert again == ("NOT_FOUND", ["input", "id"])
    cast.do("provider", "publishCourse", _step(closed, visibility="PUBLIC"), COURSE)
    cast.do("issuer", "confirmCourseQualification", _step(refused), LEADS)
    assert cast.read(course["id"])["qualification"] == {"title": "برقکار درجه ۲"}


def test_ones_own_qualification_needs_nobody_elses_word(cast: Cast) -> None:
    own = cast.published("provider", "Qualification", QUALIFICATION, title="گواهی پایان دوره")
    course = cast.course()["id"]
    given = {"courseId": course, "qualificationId": own["id"]}
    assert cast.do("provider", "claimCourseQualification", given, LEADS)["status"] == "CONFIRMED"
    assert cast.read(course)["qualification"] == {"title": "گواهی پایان دوره"}


def test_a_qualification_is_recognized_by_others_once_each(cast: Cast) -> None:
    certified = cast.published("issuer", "Qualification", QUALIFICATION, title="برق‌کار ساختمان")
    given = {"qualificationId": certified["id"]}
    own = cast.refused("issuer", "recognizeQualification", given, RECOGNITION)
    assert own == ("OWN_QUALIFICATION", ["input", "qualificationId"])
    draft = cast.do("issuer", "createQualification", {"title": "پیش‌نویس"}, QUALIFICATION)
    unseen = cast.refused("third", "recognizeQualification", {"qualificationId": draft["id"]}, RECOGNITION)
    assert unseen[0] == "NOT_FOUND"
    made = cast.do("third", "recognizeQualification", given, RECOGNITION)
    assert made["status"] == "PUBLISHED"
    assert cast.refused("third", "recognizeQualification", given, RECOGNITION)[0] == "ALREADY_RECOGNIZED"
    cast.do("third", "withdrawRecognition", _step(made), RECOGNITION)
    cast.do("third", "recognizeQualification", given, RECOGNITION)


# -- apprenticeships and jobs ----------------------------------------------------------------------


def _places(**given: Any) -> dict[str, Any]:
    usual = {"title": "شاگردی", "occupationCode": "7212", "places": 2, "months": 3, "goal": "JOB"}
    return usual | given


@pytest.mark.parametrize("months", [3, 6])
def test_an_apprenticeship_takes_three_to_six_months(cast: Cast, months: int) -> None:
    given = _places(months=months, occupationCode="۷۲۱۲")
    made = cast.do("provider", "createApprenticeship", given, APPRENTICESHIP)
    assert (made["months"], made["occupationCode"], made["isOpen"]) == (months, "7212", False)


@pytest.mark.parametrize(
    ("given", "code", "at"),
    [
        ({"months": 2}, "APPRENTICESHIP_LENGTH", "months"),
        ({"months": 7}, "APPRENTICESHIP_LENGTH", "months"),
        ({"occupationCode": "72"}, "OCCUPATION_FORM", "occupationCode"),
        ({"occupationCode": "welder"}, "OCCUPATION_FORM", "occupationCode"),
        ({"places": 0}, "NUMBER_OUT_OF_RANGE", "places"),
        ({"stipend": "10"}, "AMOUNT_NEEDS_UNIT", "stipendUnit"),
    ],
)
def test_an_apprenticeship_that_is_none_is_refused(cast: Cast, given: Any, code: str, at: str) -> None:
    told = cast.refused("provider", "createApprenticeship", _places(**given), APPRENTICESHIP)
    assert told == (code, ["input", at])


def test_why_a_length_is_refused_is_said(cast: Cast) -> None:
    document = """mutation($input: CreateApprenticeshipInput!) {
      createApprenticeship(input: $input) { errors { message } } }"""
    told = cast.hub.post(document, {"input": _places(months=9)}, cast.tokens["provider"], "fa").json()
    (error,) = told["data"]["createApprenticeship"]["errors"]
    assert error["message"].startswith("استادشاگردی ۳ تا ۶ ماه است، نه ۹ ماه")


def _job(cast: Cast, **given: Any) -> Any:
    return cast.published(
        "third", "JobOpportunity", JOB, **{"title": "جوشکار", "kind": "JOB", "places": 2, **given}
    )


def _found(cast: Cast, is_open: bool) -> set[str]:
    query = """query($open: Boolean) {
      jobOpportunities(first: 100, filter: {isOpen: {eq: $open}}) { nodes { id } } }"""
    return {node["id"] for node in cast.hub.ask(query, {"open": is_open})["jobOpportunities"]["nodes"]}


def test_a_job_is_open_to_the_end_of_its_last_day(cast: Cast) -> None:
    last, over = (
        _job(cast, closesOn=str(today()))["id"],
        _job(cast, closesOn=str(today() - timedelta(days=1)))["id"],
    )
    assert last in _found(cast, True)
    assert over in _found(cast, False)
    assert {last, over} & _found(cast, True) & _found(cast, False) == set()


def test_a_job_closes_once_its_places_are_gone_and_opens_where_somebody_leaves(cast: Cast) -> None:
    job = _job(cast)
    assert (job["isOpen"], job["placesLeft"]) == (True, 2)
    full = cast.do("third", "fillPlaces", _step(job, filledPlaces=2), JOB)
    assert (full["isOpen"], full["placesLeft"]) == (False, 0)
    more = cast.refused("third", "fillPlaces", _step(full, filledPlaces=3), JOB)
    assert more == ("MORE_FILLED_THAN_PLACES", ["input", "filledPlaces"])
    fewer = cast.refused("third", "editJobOpportunity", _step(full, places=1), JOB)
    assert fewer == ("MORE_FILLED_THAN_PLACES", ["input", "places"])
    assert cast.refused("provider", "fillPlaces", _step(full, filledPlaces=0), JOB)[0] == "NOT_ALLOWED"
    left = cast.do("third", "fillPlaces", _step(full, filledPlaces=1), JOB)
    assert (left["isOpen"], left["placesLeft"]) == (True, 1)


def test_a_pay_band_goes_upwards_in_one_unit(cast: Cast) -> None:
    band = {"title": "کار", "kind": "JOB", "places": 1, "payFrom": "200", "payTo": "100", "payUnit": "IRR"}
    told = cast.refused("third", "createJobOpportunity", band, JOB)
    assert told == ("RANGE_REVERSED", ["input", "payTo"])
    del band["payUnit"]
    assert cast.refused("third", "createJobOpportunity", band, JOB)[0] == "AMOUNT_NEEDS_UNIT"


def test_a_way_asks_for_a_skill_or_an_occupation(cast: Cast) -> None:
    told = cast.hub.post("{ pathways { missing } }").json()
    (error,) = told["errors"]
    assert error["extensions"]["code"] == "SKILL_OR_OCCUPATION"
    told = cast.hub.post('{ pathways(occupation: "72") { missing } }').json()
    assert told["errors"][0]["extensions"]["code"] == "OCCUPATION_FORM"


def _of_one_who_leaves(cast: Cast, **given: Any) -> None:
    gone, token = cast.hub.member("سازمان رفته")
    made = cast.hub.done(
        "createQualification", {"title": "گواهی", "visibility": "PUBLIC"} | given, QUALIFICATION, token
    )
    cast.hub.done("publishQualification", _step(made), QUALIFICATION, token)
    cast.hub.done("withdrawOrganization", {"id": gone, "version": 1}, "organization { id }", cast.hub.admin)


def test_a_way_leaves_out_what_is_over_closed_or_not_to_be_read(cast: Cast) -> None:
    way = """{ pathways(occupation: "9112") {
      missing jobOpportunities { title } apprenticeships { title } qualifications { title } courses { title } } }"""
    given = {"occupationCode": "9112"}
    _job(cast, closesOn="2024-01-01", **given)
    _job(cast, **given, visibility="MEMBERS", title="برای اعضا")
    cast.published("issuer", "Apprenticeship", APPRENTICESHIP, **_places(**given, closesOn="2024-01-01"))
    begun = cast.published(
        "issuer", "Apprenticeship", APPRENTICESHIP, **_places(**given, startsOn="2024-01-01")
    )
    assert begun["isOpen"] is False
    _of_one_who_leaves(cast, **given)
    certified = cast.published("issuer", "Qualification", QUALIFICATION, title="نظافت", **given)
    course = cast.course(startsOn="2024-01-01", endsOn="2024-02-01")["id"]
    leads = {"courseId": course, "qualificationId": certified["id"]}
    claim = cast.do("provider", "claimCourseQualification", leads, LEADS)
    cast.do("issuer", "confirmCourseQualification", _step(claim), LEADS)
    told = cast.hub.ask(way)["pathways"]
    assert told == {
        "missing": ["COURSE", "APPRENTICESHIP", "JOB_OPPORTUNITY"],
        "jobOpportunities": [],
        "apprenticeships": [],
        "qualifications": [{"title": "نظافت"}],
        "courses": [],
    }
    told = cast.hub.ask(way, token=cast.tokens["payer"])["pathways"]
    assert told["jobOpportunities"] == [{"title": "برای اعضا"}]
