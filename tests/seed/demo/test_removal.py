"""`hub demo remove` takes the demo away, and nothing else, whatever real records link to it."""

from dataclasses import dataclass

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
