"""A trained welder's way from course to job: who teaches, pays, certifies and hires, each by its own word."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from tests.running import Hub, today

WAY = """
query Way($skill: ID, $occupation: String, $region: ID) {
  pathways(skillId: $skill, occupation: $occupation, regionId: $region, first: 5) {
    missing
    courses {
      title hours exam traineesInsured unpaidPercent
      provider { nameFa }
      payers { edges { percent amount node { nameFa } } }
      qualification { title }
      jobOpportunities(first: 5) { nodes { title } }
    }
    qualifications { title standardCode issuer { nameFa } recognitions(first: 5) { nodes { purpose recognizer { nameFa } } } }
    apprenticeships { title months goal occupationCode host { nameFa } }
    jobOpportunities { title kind placesLeft isOpen employer { nameFa } courses { title } }
  }
}
"""
NOTHING = {
    "missing": ["COURSE", "QUALIFICATION", "APPRENTICESHIP", "JOB_OPPORTUNITY"],
    "courses": [],
    "qualifications": [],
    "apprenticeships": [],
    "jobOpportunities": [],
}


@dataclass
class Field:
    """Who is there, where, and for what: ids and tokens."""

    hub: Hub
    skill: str
    county: str
    province: str
    elsewhere: str
    ids: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    def published(self, who: str, label: str, given: dict[str, Any]) -> str:
        """A record of somebody that everybody may read."""
        name = f"{label[0].lower()}{label[1:]}"
        usual = {"visibility": "PUBLIC"}
        made = self.hub.done(f"create{label}", usual | given, f"{name} {{ id version }}", self.tokens[who])
        self.hub.done(f"publish{label}", made, f"{name} {{ id }}", self.tokens[who])
        return str(made["id"])

    def way(self, **asked: Any) -> Any:
        """The way to the trade, as everybody reads it."""
        return self.hub.ask(WAY, asked)["pathways"]


def _skill(hub: Hub) -> str:
    given = {"slug": "welding", "labelFa": "جوشکاری", "kind": "HARD", "iscoCode": "721"}
    return str(hub.done("addSkill", given, "skill { id }", hub.admin)["id"])


@pytest.fixture(scope="module")
def world(hub: Hub) -> Field:
    country = hub.region("IR", "ایران", "COUNTRY")
    province = hub.region("IR-10", "خوزستان", part_of=country)
    county = hub.region("IR-10-01", "دزفول", "COUNTY", part_of=province)
    elsewhere = hub.region("IR-23", "تهران", part_of=country)
    found = Field(hub, _skill(hub), county, province, elsewhere)
    for who, name in (
        ("center", "آموزشگاه کارون"),
        ("authority", "سازمان آموزش فنی"),
        ("payer", "بنیاد حامی"),
        ("workshop", "کارگاه شعله"),
        ("factory", "کارخانهٔ سازه"),
    ):
        found.ids[who], found.tokens[who] = hub.member(name)
    return found


def test_from_a_course_to_a_job_each_by_its_own_word(world: Field) -> None:
    hub, soon = world.hub, str(today() + timedelta(days=20))
    assert world.way(skill=world.skill, region=world.province) == NOTHING

    # The authority issues a certificate; the factory says for itself that it recognizes it.
    qualification = world.published(
        "authority",
        "Qualification",
        {
            "title": "جوشکار برق درجه ۲",
            "standardCode": "72120210",
            "occupationCode": "۷۲۱۲",
            "validMonths": 60,
            "skillIds": [world.skill],
        },
    )
    recognized = {"qualificationId": qualification, "purpose": "استخدام", "visibility": "PUBLIC"}
    hub.done("recognizeQualification", recognized, "recognition { id }", world.tokens["factory"])

    # The center gives a course, and asks the authority and the payer for their word.
    course = world.published(
        "center",
        "Course",
        {
            "title": "جوشکاری برق مقدماتی",
            "mode": "ONSITE",
            "hours": 220,
            "capacity": 15,
            "startsOn": soon,
            "endsOn": str(today() + timedelta(days=80)),
            "price": "80000000",
            "priceUnit": "IRR",
            "traineesInsured": True,
            "dormitory": False,
            "exam": "WRITTEN_AND_PRACTICAL",
            "dimensions": ["ECONOMIC"],
            "regionId": world.county,
            "skillIds": [world.skill],
        },
    )
    leads = {"courseId": course, "qualificationId": qualification}
    claim = "courseQualification { id version status }"
    leads = hub.done("claimCourseQualification", leads, claim, world.tokens["center"])
    share = {"courseId": course, "payerId": world.ids["payer"], "percent": 70}
    share = hub.done("claimCostShare", share, "costShare { id version status }", world.tokens["center"])
    assert (leads["status"], share["status"]) == ("CLAIMED", "CLAIMED")
    (seen,) = world.way(skill=world.skill)["courses"]
    assert (seen["qualification"], seen["payers"]["edges"], seen["unpaidPercent"]) == (None, [], 100)

    step = {name: leads[name] for name in ("id", "version")}
    hub.done("confirmCourseQualification", step, claim, world.tokens["authority"])
    step = {name: share[name] for name in ("id", "version")}
    hub.done("confirmCostShare", step, "costShare { id }", world.tokens["payer"])

    # A workshop takes apprentices for four months, and the factory graduates of the course.
    world.published(
        "workshop",
        "Apprenticeship",
        {
            "title": "شاگردی جوشکاری در و پنجره",
            "occupationCode": "7212",
            "masterStanding": "بیست سال جوشکاری، کارت مهارت درجه یک",
            "places": 2,
            "months": 4,
            "stipend": "50000000",
            "stipendUnit": "IRR",
            "goal": "SELF_EMPLOYMENT",
            "regionId": world.province,
        },
    )
    job = world.published(
        "factory",
        "JobOpportunity",
        {
            "title": "جوشکار سازهٔ فلزی",
            "kind": "JOB",
            "occupationCode": "7212",
            "places": 3,
            "closesOn": soon,
            "payFrom": "180000000",
            "payTo": "240000000",
            "payUnit": "IRR",
            "regionId": world.county,
            "skillIds": [world.skill],
            "courseIds": [course],
        },
    )

    told = world.way(skill=world.skill, region=world.province)
    assert told == {
        "missing": ["APPRENTICESHIP"],
        "courses": [
            {
                "title": "جوشکاری برق مقدماتی",
                "hours": 220,
                "exam": "WRITTEN_AND_PRACTICAL",
                "traineesInsured": True,
                "unpaidPercent": 30,
                "provider": {"nameFa": "آموزشگاه کارون"},
                "payers": {"edges": [{"percent": 70, "amount": None, "node": {"nameFa": "بنیاد حامی"}}]},
                "qualification": {"title": "جوشکار برق درجه ۲"},
                "jobOpportunities": {"nodes": [{"title": "جوشکار سازهٔ فلزی"}]},
            }
        ],
        "qualifications": [
            {
                "title": "جوشکار برق درجه ۲",
                "standardCode": "72120210",
                "issuer": {"nameFa": "سازمان آموزش فنی"},
                "recognitions": {"nodes": [{"purpose": "استخدام", "recognizer": {"nameFa": "کارخانهٔ سازه"}}]},
            }
        ],
        "apprenticeships": [],
        "jobOpportunities": [
            {
                "title": "جوشکار سازهٔ فلزی",
                "kind": "JOB",
                "placesLeft": 3,
                "isOpen": True,
                "employer": {"nameFa": "کارخانهٔ سازه"},
                "courses": [{"title": "جوشکاری برق مقدماتی"}],
            }
        ],
    }
    # By the occupation the apprenticeship is found, too: the workshop did not name the skill.
    by_code = world.way(occupation="7212", region=world.province)
    assert by_code["missing"] == []
    assert [one["months"] for one in by_code["apprenticeships"]] == [4]
    assert [one["title"] for one in by_code["courses"]] == ["جوشکاری برق مقدماتی"]
    # In another province there is only what is bound to no place: the certificate.
    away = world.way(occupation="7212", region=world.elsewhere)
    assert (away["missing"], len(away["qualifications"])) == (
        ["COURSE", "APPRENTICESHIP", "JOB_OPPORTUNITY"],
        1,
    )

    # The factory hires: once its places are gone the job closes by itself, and the way ends before it.
    version = hub.ask("query($id: ID!) { jobOpportunity(id: $id) { version } }", {"id": job})[
        "jobOpportunity"
    ]
    filled = {"id": job, "version": version["version"], "filledPlaces": 3}
    told = hub.done(
        "fillPlaces", filled, "jobOpportunity { placesLeft isOpen status }", world.tokens["factory"]
    )
    assert told == {"placesLeft": 0, "isOpen": False, "status": "PUBLISHED"}
    assert world.way(occupation="7212")["missing"] == ["JOB_OPPORTUNITY"]
