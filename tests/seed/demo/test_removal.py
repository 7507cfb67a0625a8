"""`hub demo remove` takes the demo away, and nothing else, whatever real records link to it."""

from dataclasses import dataclass
from typing import Any

import pytest

from graph.connection import Database
from seed.demo.loader import load, load_if_empty
from seed.demo.removal import Leaving, LostLink, remove, survey
from tests.network import empty
from tests.running import Hub

_NODES = """
MATCH (n) WHERE NOT n:Migration AND NOT n:Counter AND NOT n:Seed AND NOT n:Token|AuditEntry AND NOT n:Idempotency
RETURN labels(n) AS labels, properties(n) AS own
"""
_LINKS = """
MATCH (a)-[r]->(b) WHERE NOT a:Token|AuditEntry
RETURN properties(a) AS start, type(r) AS type, properties(r) AS own, properties(b) AS end
"""
_DEMO = "MATCH (n) WHERE n.demo = true RETURN count(n) AS n"
_LESSON = """MATCH (l:Lesson {demo: true, audience: 'PUBLIC', status: 'PUBLISHED'})-[:DRAWN_FROM]->(e:Experience)
WHERE e.audience = 'PUBLIC' MATCH (l)-[:PUBLISHED_BY]->(o:Organization)
RETURN l.id AS lesson, e.id AS experience, o.id AS organization ORDER BY l.id LIMIT 1"""


def quiet(_what: str, _share: float) -> None:
    pass


def fingerprint(hub: Hub) -> tuple[list[str], list[str]]:
    """All that is there: nodes and relationships, with what they hold."""
    nodes = sorted(str(sorted(row["labels"])) + str(sorted(row["own"].items())) for row in hub.cypher(_NODES))
    links = [
        str([row["type"], *(sorted(row[name].items()) for name in ("start", "own", "end"))])
        for row in hub.cypher(_LINKS)
    ]
    return nodes, sorted(links)


@dataclass
class Tried:
    """A hub where members worked beside the demo, before and after it was taken away."""

    hub: Hub
    before: tuple[list[str], list[str]]
    real: dict[str, str]
    tried: str
    leaving: Leaving
    demo_organization: str
    demo_token: str


@pytest.fixture(scope="module")
def tried(hub: Hub) -> Tried:
    hub.run(lambda database: empty(database, terms=True))
    hub.admin = hub.token(None, "ADMINISTRATOR")
    one, token = hub.member("انجمن نخست")
    other = hub.organization("انجمن دوم")
    hub.done("declareTie", {"toId": other, "kind": "WORKS_WITH"}, "tieClaim { id }", token)
    before = fingerprint(hub)
    hub.run(lambda database: load(database, quiet))
    (found,) = hub.cypher(_LESSON)
    theirs = found["organization"]
    demo_token = hub.token(theirs)
    real = {
        "adoption": hub.done("adopt", {"adoptedId": found["lesson"]}, "adoption { id }", token)["id"],
        "partnership": hub.done(
            "draftPartnership",
            {
                "kind": "MOU",
                "titleFa": "با نمایشی",
                "parties": [{"organizationId": id_, "role": "طرف"} for id_ in (one, theirs)],
            },
            "partnership { id }",
            token,
        )["id"],
        "lesson": hub.done(
            "createLesson",
            {"statement": "درس ما", "recommendation": "چنین کنید", "experienceIds": [found["experience"]]},
            "lesson { id }",
            token,
        )["id"],
    }
    real["program"] = hub.done(
        "createProgram",
        {
            "titleFa": "برنامهٔ ما",
            "kind": "PROJECT",
            "organizations": [{"organizationId": theirs, "role": "FUNDER"}],
        },
        "program { id }",
        token,
    )["id"]
    real["course"] = hub.done("createCourse", {"title": "دوره", "mode": "ONLINE"}, "course { id }", token)[
        "id"
    ]
    (issued,) = hub.cypher(
        "MATCH (q:Qualification {demo: true, status: 'PUBLISHED', audience: 'PUBLIC'})"
        " RETURN q.id AS id ORDER BY id LIMIT 1"
    )
    leads = {"courseId": real["course"], "qualificationId": issued["id"]}
    hub.done("claimCourseQualification", leads, "courseQualification { id }", token)
    hub.done("declareTie", {"toId": theirs, "kind": "WORKS_WITH"}, "tieClaim { id }", token)
    hub.cypher(
        "MATCH (a:Organization {id: $one}), (b:Organization {id: $theirs})"
        " CREATE (a)-[:TIED_TO {id: 'tie_x', kind: 'FUNDS'}]->(b)",
        one=one,
        theirs=theirs,
    )
    given = {"statement": "آزمایشی", "recommendation": "چنین کنید", "source": "کتاب"}
    tried = hub.done("createLesson", given, "lesson { id }", demo_token)
    leaving = hub.run(survey)
    return Tried(hub, before, real, str(tried["id"]), leaving, theirs, demo_token)


async def away(database: Database) -> Leaving:
    await remove(database, await survey(database), quiet)
    return await survey(database)


def test_it_tells_what_goes_and_which_real_records_lose_a_link(tried: Tried) -> None:
    counts = tried.leaving.counts()
    (marked,) = tried.hub.cypher(_DEMO)
    assert counts["Organization"] == 64
    assert sum(counts.values()) > marked["n"]
    assert (counts["Token"], counts["Region"], counts["Topic"], counts["Skill"]) == (1, 0, 0, 0)
    lost = {(link.label, link.type, link.to) for link in tried.leaving.lost}
    assert lost == {
        ("Adoption", "ADOPTS", "Lesson"),
        ("Partnership", "HAS_PARTY", "Organization"),
        ("Lesson", "DRAWN_FROM", "Experience"),
        ("Organization", "TIED_TO", "Organization"),
        # Claims go with whom they ask: a claim without its other end would break what is promised.
        ("Program", "NAMED_IN", "ProgramRoleClaim"),
        ("Course", "CLAIMED_OF", "CourseQualification"),
        ("Organization", "TIE_FROM", "TieClaim"),
        ("Organization", "CLAIMED_BY", "TieClaim"),
    }
    assert LostLink("Lesson", tried.real["lesson"], "DRAWN_FROM", "Experience") in tried.leaving.lost


def test_nothing_of_the_demo_is_left_and_all_else_is_as_it_was(tried: Tried) -> None:
    hub = tried.hub
    left = hub.run(away)
    assert (left.counts(), left.lost) == ({}, [])
    assert hub.cypher(_DEMO) == [{"n": 0}]
    ids = [tried.tried, tried.demo_organization]
    assert hub.cypher("MATCH (n:Node) WHERE n.id IN $ids RETURN n.id AS id", ids=ids) == []
    assert hub.cypher("MATCH (n) WHERE $id IN n.ownerIds RETURN n", id=tried.demo_organization) == []
    real = (
        "{ adoption(id: $adoption) { adopter { name } adopted { __typename } }"
        " partnership(id: $partnership) { parties { nodes { name } } }"
        " lesson(id: $lesson) { statement experiences { totalCount } publisher { name } } }"
    )
    query = f"query($adoption: ID!, $partnership: ID!, $lesson: ID!) {real}"
    token = hub.token(hub.cypher("MATCH (o:Organization {nameFa: 'انجمن نخست'}) RETURN o.id AS id")[0]["id"])
    assert hub.ask(query, tried.real, token) == {
        "adoption": {"adopter": {"name": "انجمن نخست"}, "adopted": None},
        "partnership": {"parties": {"nodes": [{"name": "انجمن نخست"}]}},
        "lesson": {
            "statement": "درس ما",
            "experiences": {"totalCount": 0},
            "publisher": {"name": "انجمن نخست"},
        },
    }
    claims = (
        "{ programRoleClaims(first: 5) { nodes { organization { name } program { titleFa } } }"
        " courseQualifications(first: 5) { nodes { issuer { name } course { title } } }"
        ' tieClaims(first: 5, filter: {toOrganization: {nameFa: {eq: "انجمن دوم"}}}) { totalCount }'
        " all: tieClaims(first: 5) { nodes { fromOrganization { name } toOrganization { name } } } }"
    )
    told = hub.ask(claims, token=token)
    assert (told["programRoleClaims"], told["courseQualifications"]) == ({"nodes": []}, {"nodes": []})
    assert len(told["all"]["nodes"]) == told["tieClaims"]["totalCount"] == 1
    hub.cypher(
        "MATCH (n:Node) WHERE n.id IN $ids OPTIONAL MATCH (n)<-[:SUBJECT]-(e)"
        " OPTIONAL MATCH (n)-[:HAS_VERSION]->(v) DETACH DELETE e, v, n",
        ids=list(tried.real.values()),
    )
    assert fingerprint(hub) == tried.before


def test_it_is_not_loaded_again_and_the_tokens_of_its_organizations_stop(tried: Tried) -> None:
    hub = tried.hub
    hub.run(away)
    assert hub.run(lambda database: load_if_empty(database, quiet)) is False
    assert hub.post("{ __typename }", token=tried.demo_token).status_code == 401


def test_what_stood_on_the_demo_is_still_moved_on(hub: Hub) -> None:
    (_, token), (theirs, their_token) = hub.member("انجمن ماندنی"), hub.member("انجمن رفتنی")

    def network(whose: str) -> str:
        given = {"nameFa": "شبکه", "level": "NATIONAL"}
        made = hub.done("createNetwork", given, "network { id version }", whose)
        return str(hub.done("beginFounding", made, "network { id }", whose)["id"])

    def process(whose: str, of: str) -> Any:
        given = {
            "title": "فرایند",
            "purpose": "کار",
            "networkId": of,
            "steps": [{"title": "گام", "office": "تسهیلگر"}],
            "visibility": "PUBLIC",
        }
        made = hub.done("createProcess", given, "process { id version }", whose)
        return hub.done("proposeProcess", made, "process { id version }", whose)

    gone = network(their_token)
    standard = hub.done("adoptProcess", process(their_token, gone), "process { id }", their_token)
    follow = {"processId": standard["id"], "since": "2026-01-01"}
    following = hub.done("followProcess", follow, "processFollowing { id version }", token)
    asked = {"title": "بیمه", "issue": "نیست.", "position": "باشد.", "addressedToWords": "مجلس"}
    campaign = hub.done("createCampaign", asked, "campaign { id version }", their_token)
    hub.done("publishCampaign", campaign, "campaign { id }", their_token)
    sign = {"campaignId": campaign["id"], "wording": 1}
    endorsement = hub.done("endorseCampaign", sign, "endorsement { id version }", token)
    proposed = process(token, gone)
    group = {"bodyId": network(token), "title": "کارگروه", "level": "NATIONAL"}
    group = hub.done("proposeWorkingGroup", group, "workingGroup { id version }", token)
    hub.done("approveWorkingGroup", group, "workingGroup { id }", token)
    seat = {"groupId": group["id"], "organizationId": theirs, "role": "MEMBER"}
    seat = hub.done("askForGroupSeat", seat, "groupSeat { id version }", token)
    action = {"groupId": group["id"], "ownerId": theirs, "title": "کار"}
    action = hub.done("addAction", action, "action { id version }", token)

    hub.cypher("MATCH (n:Node) WHERE n.id IN $ids SET n.demo = true", ids=[theirs, gone])
    assert hub.run(away).counts() == {}
    hub.done("dropAction", action | {"reason": "سپرده‌شده رفت"}, "action { id }", token)
    hub.done("withdrawGroupSeat", seat, "groupSeat { id }", token)
    over = following | {"until": None, "note": "دیگر نیست"}
    hub.done("editProcessFollowing", over, "processFollowing { id }", token)
    edited = proposed | {"title": "فرایند ما", "visibility": "PUBLIC"}
    edited = hub.done("editProcess", edited, "process { id version network { id } }", token)
    assert edited.pop("network") is None
    hub.done("withdrawProcess", edited, "process { id }", token)
    told = hub.refused("confirmEndorsement", endorsement | {"wording": 2}, "endorsement { id }", token)
    assert told[0] == "NOT_FOUND"
