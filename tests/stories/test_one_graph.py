"""One graph: from a lesson to the job that came of it, over nine kinds of records, in one statement."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from hub.context import Viewer
from tests.compiler.ways import Ways
from tests.conftest import Neo4j
from tests.running import Hub, today

FROM_LESSON_TO_JOB = """
query FromLessonToJob($id: ID!) {
  lesson(id: $id) {
    statement
    evidenceFor(first: 2) { nodes { title publisher { nameFa
      partnerships(first: 2) { nodes { titleFa
        commitments(first: 2) { nodes { titleFa
          programs(first: 2) { nodes { titleFa
            courses(first: 2) { nodes { title
              cohortReports(first: 2) { nodes { outcomes { enrolled completed withheld } } }
              jobOpportunities(first: 2) { nodes { title isOpen employer { nameFa } } } } } } } } } } } } } }
  }
}
"""
SHORT = "partnership { id version }"


@dataclass
class Told:
    """Who is there, and what they have made: ids and tokens."""

    hub: Hub
    ids: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    def published(self, who: str, label: str, **given: Any) -> str:
        """A record of somebody that everybody may read."""
        name = f"{label[0].lower()}{label[1:]}"
        made = self.hub.done(
            f"create{label}", {"visibility": "PUBLIC"} | given, f"{name} {{ id version }}", self.tokens[who]
        )
        self.hub.done(f"publish{label}", made, f"{name} {{ id }}", self.tokens[who])
        return str(made["id"])


@pytest.fixture(scope="module")
def told(hub: Hub) -> Told:
    found = Told(hub)
    for who, name in (
        ("center", "آموزشگاه کارون"),
        ("foundation", "بنیاد همراه"),
        ("workshop", "کارگاه شعله"),
    ):
        found.ids[who], found.tokens[who] = hub.member(name)
    found.ids["lesson"] = _lesson(found)
    found.ids["program"] = _program(found, _commitment(found))
    found.ids["course"] = _course(found)
    return found


def _lesson(told: Told) -> str:
    experience = told.published(
        "center", "Experience", title="دورهٔ کوتاه جوشکاری", outcome="SUCCESS", happened="همه سر کار رفتند."
    )
    lesson = told.published(
        "center",
        "Lesson",
        statement="کارفرما از روز نخست سر کلاس باشد",
        recommendation="کارفرما را به کلاس بیاورید.",
        source="گزارش سالانه",
    )
    evidence = {"lessonId": lesson, "experienceId": experience, "supports": True}
    told.hub.done("addEvidence", evidence, "lesson { id }", told.tokens["center"])
    return lesson


def _commitment(told: Told) -> str:
    two = ("center", "foundation")
    parties = [{"organizationId": told.ids[who], "role": "طرف"} for who in two]
    draft = {"kind": "MOU", "titleFa": "از مهارت تا کار", "visibility": "PUBLIC", "parties": parties}
    mou = told.hub.done("draftPartnership", draft, SHORT, told.tokens["center"])
    given = {"partnershipId": mou["id"], "titleFa": "دو دورهٔ جوشکاری در سال", "owedById": told.ids["center"]}
    given |= {"owedToId": told.ids["foundation"]}
    made = told.hub.done("addCommitment", given, "commitment { id }", told.tokens["center"])
    for who in two:
        version = told.hub.ask(
            "query($id: ID!) { partnership(id: $id) { version } }", {"id": mou["id"]}, told.tokens[who]
        )
        sign = {"id": mou["id"], "version": version["partnership"]["version"]}
        told.hub.done("signPartnership", sign, SHORT, told.tokens[who])
    told.ids["mou"] = str(mou["id"])
    return str(made["id"])


def _program(told: Told, commitment: str) -> str:
    return told.published(
        "center",
        "Program",
        kind="TRAINING_PROGRAM",
        titleFa="مهارت همراه با کارفرما",
        partnershipId=told.ids["mou"],
        commitmentIds=[commitment],
        dimensions=["ECONOMIC"],
    )


def _course(told: Told) -> str:
    given = {"title": "جوشکاری برق", "mode": "ONSITE", "place": "اهواز", "programId": told.ids["program"]}
    course = told.published("center", "Course", **given)
    counts = {"enrolled": 20, "completed": 12, "droppedOut": 8}
    report = {
        "courseId": course,
        "startsOn": str(today() - timedelta(days=200)),
        "endsOn": str(today() - timedelta(days=100)),
        "outcomes": [counts],
        "visibility": "PUBLIC",
    }
    told.hub.done("draftCohortReport", report, "cohortReport { id version }", told.tokens["center"])
    made = told.hub.ask(
        "query($id: ID!) { course(id: $id) { cohortReports(first: 1) { nodes { id version } } } }",
        {"id": course},
        told.tokens["center"],
    )["course"]["cohortReports"]["nodes"][0]
    told.hub.done("submitCohortReport", made, "cohortReport { id }", told.tokens["center"])
    job = {"title": "جوشکار سازه", "kind": "JOB", "places": 3, "courseIds": [course]}
    told.published("workshop", "JobOpportunity", **job)
    return course


def test_one_query_leads_from_a_lesson_to_the_job_that_came_of_it(told: Told) -> None:
    lesson = told.hub.ask(FROM_LESSON_TO_JOB, {"id": told.ids["lesson"]})["lesson"]
    (experience,) = lesson["evidenceFor"]["nodes"]
    (mou,) = experience["publisher"]["partnerships"]["nodes"]
    (commitment,) = mou["commitments"]["nodes"]
    (program,) = commitment["programs"]["nodes"]
    (course,) = program["courses"]["nodes"]
    (cohort,) = course["cohortReports"]["nodes"]
    (job,) = course["jobOpportunities"]["nodes"]
    assert [
        lesson["statement"],
        experience["title"],
        experience["publisher"]["nameFa"],
        mou["titleFa"],
        commitment["titleFa"],
        program["titleFa"],
        course["title"],
    ] == [
        "کارفرما از روز نخست سر کلاس باشد",
        "دورهٔ کوتاه جوشکاری",
        "آموزشگاه کارون",
        "از مهارت تا کار",
        "دو دورهٔ جوشکاری در سال",
        "مهارت همراه با کارفرما",
        "جوشکاری برق",
    ]
    assert cohort["outcomes"] == [{"enrolled": 20, "completed": 12, "withheld": []}]
    assert job == {"title": "جوشکار سازه", "isOpen": True, "employer": {"nameFa": "کارگاه شعله"}}


def test_it_is_asked_in_one_statement(told: Told, neo4j_server: Neo4j) -> None:
    given = {"id": told.ids["lesson"]}
    ways = Ways.to(neo4j_server)
    try:
        answer = ways.ask(FROM_LESSON_TO_JOB, Viewer(), variables=given)
    finally:
        ways.close()
    assert (answer.errors, answer.round_trips) == ([], 1)
    assert answer.data == told.hub.ask(FROM_LESSON_TO_JOB, given)
