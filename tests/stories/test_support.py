"""A facilitator finds what a woman who heads a household of decile 2 in a deprived county can get, and why."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from tests.running import Hub, today

ASK = """query($decile: Int, $groups: [TargetGroup!], $region: ID, $age: Int, $purpose: SupportPurpose, $on: Date) {
  supportFor(decile: $decile, targetGroups: $groups, regionId: $region, age: $age, purpose: $purpose, on: $on,
    first: 50) {
    fit mustBring
    reasons { condition words } toCheck { condition words } missed { condition words }
    support { __typename
      ... on SupportInstrument { id } ... on Program { id } ... on Course { id } ... on Apprenticeship { id }
      ... on SupportCenter { id } } } }"""

SHE = {
    "decile": 2,
    "groups": ["WOMEN_HEADS_OF_HOUSEHOLD"],
    "age": 38,
    "purpose": "SELF_EMPLOYMENT",
}


@dataclass
class Field:
    """Who is there, and what there is to get, by name."""

    hub: Hub
    facilitator: str
    payer: str
    regions: dict[str, str]
    ids: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, record: str, given: dict[str, Any], token: str) -> None:
        """Write a record down and publish it for members."""
        shown = f"{record[0].lower()}{record[1:]} {{ id version }}"
        made = self.hub.done(f"create{record}", {"visibility": "MEMBERS", **given}, shown, token)
        self.hub.done(f"publish{record}", {"id": made["id"], "version": made["version"]}, shown, token)
        self.ids[name] = made["id"]

    def ask(self, token: str | None = None, **told: Any) -> dict[str, dict[str, Any]]:
        """The answers by name, in their order."""
        names = {id_: name for name, id_ in self.ids.items()}
        rows = self.hub.ask(ASK, told, token or self.facilitator)["supportFor"]
        return {names[row["support"]["id"]]: row for row in rows}

    def fits(self, **told: Any) -> dict[str, str]:
        """How each answer fits."""
        return {name: row["fit"] for name, row in self.ask(**told).items()}


def _instrument(title: str, kind: str, **given: Any) -> dict[str, Any]:
    return {"titleFa": title, "kind": kind, "repayable": kind == "LOAN", **given}


@pytest.fixture(scope="module")
def there(hub: Hub) -> Field:
    country = hub.region("IR", "ایران", "COUNTRY")
    province = hub.region("IR-11", "سیستان و بلوچستان", part_of=country)
    regions = {
        "country": country,
        "province": province,
        "county": hub.region("IR-11-khash", "خاش", "COUNTY", province),
        "elsewhere": hub.region("IR-23", "تهران", part_of=country),
    }
    hub.cypher("MATCH (r:Region {id: $id}) SET r.deprived = true", id=regions["county"])
    facilitator = hub.member("انجمن مهر خاش")[1]
    payer, payer_token = hub.member("صندوق همیاری کار")
    center_token = hub.member("خانهٔ کار خاش")[1]
    teacher = hub.member("آموزشگاه نقش بلوچ")[1]
    made = Field(hub, facilitator, payer, regions)
    day = today()
    for_her = {
        "targetGroups": ["WOMEN_HEADS_OF_HOUSEHOLD", "PEOPLE_WITH_DISABILITIES"],
        "incomeDecileFrom": 1,
        "incomeDecileTo": 2,
        "deprivedAreasOnly": True,
        "purposes": ["SELF_EMPLOYMENT"],
        "regionIds": [province],
        "endsOn": str(day),
        "mustBring": ["کارت ملی", "معرفی‌نامهٔ مرکز"],
        "otherConditions": "بدهی سررسیدگذشته نداشته باشد.",
        "amounts": [
            {"year": 1403, "amount": "1000000000", "amountUnit": "IRR", "basis": "PER_PERSON"},
            {"year": 1404, "amount": "2000000000", "amountUnit": "IRR", "basis": "PER_PERSON"},
        ],
    }
    bare = {"purposes": ["SELF_EMPLOYMENT"]}
    for name, given in {
        "loan": _instrument("وام خوداشتغالی زنان", "LOAN", **for_her),
        "poorest": _instrument("کمک بلاعوض دهک یک", "GRANT", incomeDecileTo=1, **bare),
        "upper": _instrument("بیمهٔ دهک دو به بالا", "SELF_EMPLOYED_INSURANCE", incomeDecileFrom=2, **bare),
        "elsewhere": _instrument(
            "سرمایهٔ کار تهران", "WORK_CAPITAL", regionIds=[regions["elsewhere"]], **bare
        ),
        "far": _instrument(
            "بیمهٔ کارفرما در تهران",
            "EMPLOYER_INSURANCE",
            regionIds=[regions["elsewhere"]],
            purposes=["EMPLOYMENT"],
        ),
        "over": _instrument("طرح پارسال", "GRANT", endsOn=str(day - timedelta(days=1)), **bare),
        "coming": _instrument("طرح فردا", "GRANT", startsOn=str(day + timedelta(days=1)), **bare),
        "young": _instrument("تجهیزات جوانان", "EQUIPMENT", ageTo=37, **bare),
        "closed": _instrument("طرح داخلی", "GRANT", visibility="ORGANIZATION", **bare),
    }.items():
        made.put(name, "SupportInstrument", given, payer_token)
    made.put(
        "program",
        "Program",
        {"titleFa": "طرح نخل", "kind": "SCHEME", "targetGroups": ["DECILES_1_4"], "regionIds": [country]},
        payer_token,
    )
    made.put(
        "course",
        "Course",
        {"title": "سوزن‌دوزی", "mode": "ONSITE", "regionId": regions["county"]},
        teacher,
    )
    apprenticeship = {"occupationCode": "7533", "places": 2, "months": 4, "goal": "SELF_EMPLOYMENT"}
    made.put(
        "apprenticeship",
        "Apprenticeship",
        {
            "title": "کنار استاد سوزن‌دوز",
            "regionId": regions["county"],
            "closesOn": str(day),
            **apprenticeship,
        },
        teacher,
    )
    made.put(
        "center",
        "SupportCenter",
        {"nameFa": "مرکز خاش", "kind": "JOB_SUPPORT_CENTER", "regionId": regions["county"]},
        center_token,
    )
    return made


def test_she_is_told_what_there_is_and_what_nearly_is(there: Field) -> None:
    answers = there.ask(region=there.regions["county"], **SHE)
    assert {name: row["fit"] for name, row in answers.items()} == {
        "loan": "FITS",
        "apprenticeship": "FITS",
        "upper": "FITS",
        "program": "FITS",
        "center": "FITS",
        "poorest": "NEARLY",
        "elsewhere": "NEARLY",
        "coming": "NEARLY",
        "young": "NEARLY",
        "course": "NEARLY",
    }
    missed = {name: row["missed"]["condition"] for name, row in answers.items() if row["missed"]}
    assert missed == {
        "poorest": "INCOME_DECILE",
        "elsewhere": "REGION",
        "coming": "OPEN",
        "young": "AGE",
        "course": "PURPOSE",
    }
    assert next(iter(answers)) == "loan", "the most specific comes first"


def test_each_says_why_and_what_must_be_brought(there: Field) -> None:
    loan = there.ask(region=there.regions["county"], **SHE)["loan"]
    assert {reason["condition"]: reason["words"] for reason in loan["reasons"]} == {
        "TARGET_GROUP": "It is for women heads of household, people with disabilities.",
        "INCOME_DECILE": "It is for deciles 1 to 2.",
        "DEPRIVED_AREA": "It is for deprived areas, as this one is.",
        "REGION": "It is for سیستان و بلوچستان, which the place lies in.",
        "PURPOSE": "It is for this purpose: self-employment.",
        "OPEN": "On that day one can apply.",
    }
    assert loan["toCheck"] == [{"condition": "OTHER", "words": "بدهی سررسیدگذشته نداشته باشد."}]
    assert loan["mustBring"] == ["کارت ملی", "معرفی‌نامهٔ مرکز"]


def test_why_is_said_in_persian_too(there: Field) -> None:
    told = {"region": there.regions["county"], **SHE}
    rows = there.hub.post(ASK, told, there.facilitator, "fa").json()["data"]["supportFor"]
    loan = next(row for row in rows if row["support"]["id"] == there.ids["loan"])
    words = {reason["condition"]: reason["words"] for reason in loan["reasons"]}
    assert words["INCOME_DECILE"] == "برای دهک‌های ۱ تا ۲ است."
    assert words["TARGET_GROUP"] == "برای زنان سرپرست خانوار، افراد دارای معلولیت است."


@pytest.mark.parametrize(
    ("decile", "loan", "poorest", "upper"),
    [
        (1, "FITS", "FITS", "NEARLY"),
        (2, "FITS", "NEARLY", "FITS"),
        (3, "NEARLY", "NEARLY", "FITS"),
        (10, "NEARLY", "NEARLY", "FITS"),
    ],
)
def test_a_decile_at_the_limit_is_within_it(
    there: Field, decile: int, loan: str, poorest: str, upper: str
) -> None:
    found = there.fits(region=there.regions["county"], **SHE | {"decile": decile})
    assert (found["loan"], found["poorest"], found["upper"]) == (loan, poorest, upper)


def test_the_last_day_still_counts_and_the_next_does_not(there: Field) -> None:
    told = {"region": there.regions["county"], **SHE}
    tomorrow = there.fits(on=str(today() + timedelta(days=1)), **told)
    assert {"loan", "apprenticeship"}.isdisjoint(tomorrow)
    assert tomorrow["coming"] == "FITS"
    yesterday = there.fits(on=str(today() - timedelta(days=1)), **told)
    assert yesterday["over"] == "FITS"


def test_a_place_in_another_province_is_not_served(there: Field) -> None:
    found = there.fits(region=there.regions["elsewhere"], **SHE)
    assert found["elsewhere"] == "FITS"
    assert "loan" not in found, "neither the region nor a deprived area: two conditions fail"
    assert found["center"] == "NEARLY"


def test_of_a_province_a_county_within_it_has_to_be_asked_for(there: Field) -> None:
    answers = there.ask(region=there.regions["province"], **SHE)
    assert answers["center"]["fit"] == "MAY_FIT"
    assert answers["center"]["toCheck"] == [
        {"condition": "REGION", "words": "It is for خاش: say in which county the person lives."}
    ]
    assert answers["loan"]["missed"] == {
        "condition": "DEPRIVED_AREA",
        "words": "It is for deprived areas alone, and this one is not.",
    }


def test_what_is_not_told_is_to_be_checked_and_never_means_everything(there: Field) -> None:
    answers = there.ask()
    open_to_check = {
        name: {reason["condition"] for reason in row["toCheck"]} for name, row in answers.items()
    }
    assert open_to_check["loan"] == {
        *("TARGET_GROUP", "INCOME_DECILE", "DEPRIVED_AREA", "REGION", "PURPOSE", "OTHER"),
    }
    assert open_to_check["young"] == {"AGE", "PURPOSE"}
    assert open_to_check["program"] == {"TARGET_GROUP", "REGION"}
    assert {row["fit"] for name, row in answers.items() if name != "coming"} == {"MAY_FIT"}
    assert there.fits(**dict.fromkeys(("decile", "groups", "region", "age", "purpose", "on"))) == {
        name: row["fit"] for name, row in answers.items()
    }


def test_a_group_that_the_decile_tells_of_waits_for_the_decile(there: Field) -> None:
    told = {"groups": ["YOUTH"], "region": there.regions["county"]}
    assert there.fits(**told)["program"] == "MAY_FIT"
    assert there.fits(decile=4, **told)["program"] == "FITS"
    assert there.fits(decile=5, **told)["program"] == "NEARLY"
    assert there.ask(decile=5, groups=[])["program"]["missed"]["condition"] == "TARGET_GROUP"


def test_only_what_the_viewer_may_read_is_answered(there: Field) -> None:
    told = {"region": there.regions["county"], **SHE}
    assert there.hub.ask(ASK, told)["supportFor"] == []
    payer = there.hub.token(there.payer)
    assert there.ask(token=payer, **told)["closed"]["fit"] == "FITS"
    assert "closed" not in there.fits(**told)


def test_what_an_organization_offered_that_has_left_is_not_answered(there: Field) -> None:
    put = "MATCH (:SupportCenter {id: $id})-[:PUBLISHED_BY]->(o) SET o.status = $status"
    there.hub.cypher(put, id=there.ids["center"], status="WITHDRAWN")
    assert "center" not in there.fits()
    there.hub.cypher(put, id=there.ids["center"], status="MEMBER")
    assert "center" in there.fits()


@pytest.mark.parametrize(
    ("argument", "given"),
    [("decile", 0), ("decile", 11), ("age", 121)],
)
def test_a_number_that_nobody_has_is_refused(there: Field, argument: str, given: int) -> None:
    told = there.hub.post(ASK, {argument: given}, there.facilitator).json()
    (error,) = told["errors"]
    assert (error["extensions"]["code"], error["extensions"]["argument"]) == ("NUMBER_OUT_OF_RANGE", argument)


def test_the_page_is_bounded_and_priced(there: Field) -> None:
    asked = "{ supportFor(first: %d) { fit } }"
    told = there.hub.post(asked % 2, token=there.facilitator).json()
    assert len(told["data"]["supportFor"]) == 2
    assert told["extensions"]["cost"]["points"] > 20_000
    refused = there.hub.post(asked % 101, token=there.facilitator).json()
    assert refused["errors"][0]["extensions"]["code"] == "PAGE_SIZE"
