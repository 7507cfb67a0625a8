"""Versions over HTTP: what changed, by whom, the whole as it was; read by whoever read it then and reads it now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from graph.migrations import migrate
from graph.model.written import month_of
from hub.settings import TIME_ZONE
from tests.running import Hub

VERSIONS = (
    "versions { totalCount nodes { number event office organization { id } changes { field before after } } }"
)
WHOLE = "versions { nodes { number values { field value } } }"


@dataclass(frozen=True)
class Cast:
    """A writer and a reader, each with a token, and a topic."""

    writer: str
    writer_token: str
    reader: str
    reader_token: str
    topic: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    writer, reader = hub.member("صنف نگارنده"), hub.member("انجمن خواننده")
    return Cast(*writer, *reader, hub.topic("sewing", "خیاطی"))


def written(hub: Hub, cast: Cast, visibility: str = "MEMBERS", **given: Any) -> str:
    """A lesson, drafted, corrected, published: three versions."""
    told = {"statement": "نخست", "recommendation": "چنین کنید.", "source": "گزارش", "topicIds": [cast.topic]}
    made = hub.done(
        "createLesson", told | {"visibility": visibility} | given, "lesson { id }", cast.writer_token
    )["id"]
    edit = {"id": made, "version": 1, "statement": "دوم", "topicIds": []}
    hub.done("editLesson", edit, "lesson { id }", cast.writer_token)
    hub.done("publishLesson", {"id": made, "version": 2}, "lesson { id }", cast.writer_token)
    return str(made)


def versions(hub: Hub, id_: str, token: str | None, wanted: str = VERSIONS) -> list[dict[str, Any]]:
    query = f"query($id: ID!) {{ lesson(id: $id) {{ {wanted} }} }}"
    return list(hub.ask(query, {"id": id_}, token)["lesson"]["versions"]["nodes"])


def changed(version: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {change["field"]: (change["before"], change["after"]) for change in version["changes"]}


def test_each_write_leaves_a_version_with_what_it_changed_and_by_whom(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast)
    published, edited, created = versions(hub, made, cast.writer_token)
    by = {"id": cast.writer}
    told = [(v["number"], v["event"], v["office"], v["organization"]) for v in (published, edited, created)]
    assert told == [
        (3, "LESSON_PUBLISHED", "MEMBER", by),
        (2, "LESSON_EDITED", "MEMBER", by),
        (1, "LESSON_CREATED", "MEMBER", by),
    ]
    topic = {"id": cast.topic, "title": "خیاطی"}
    assert changed(edited) == {"statement": ("نخست", "دوم"), "topics": ([topic], [])}
    assert changed(published).keys() == {"status", "publishedAt"}
    assert changed(published)["status"] == ("DRAFT", "PUBLISHED")
    assert changed(created)["topics"] == (None, [topic])
    whole = {
        v["number"]: {f["field"]: f["value"] for f in v["values"]}
        for v in versions(hub, made, cast.writer_token, WHOLE)
    }
    assert (whole[1]["statement"], whole[1]["status"], whole[1]["topics"]) == ("نخست", "DRAFT", [topic])
    assert (whole[3]["statement"], whole[3]["status"], whole[3]["topics"]) == ("دوم", "PUBLISHED", [])


def test_what_a_draft_said_is_its_owners_alone(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast)
    (version,) = versions(hub, made, cast.reader_token)
    assert (version["number"], version["organization"]) == (3, {"id": cast.writer})
    assert changed(version)["statement"] == (None, "دوم")
    assert "نخست" not in str(versions(hub, made, cast.reader_token, WHOLE))
    for token, count in ((cast.reader_token, 1), (cast.writer_token, 3), (hub.admin, 1)):
        query = "query($id: ID!) { lesson(id: $id) { versions { totalCount } } }"
        assert hub.ask(query, {"id": made}, token)["lesson"] == {"versions": {"totalCount": count}}
    ids = [v["id"] for v in versions(hub, made, cast.writer_token, "versions { nodes { id } }")]
    found = hub.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}, cast.reader_token)[
        "nodes"
    ]
    assert [node is not None for node in found] == [True, False, False]


def test_a_version_is_not_read_once_its_record_is_not(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast, "PUBLIC")
    ids = [v["id"] for v in versions(hub, made, None, "versions { nodes { id } }")]
    assert len(ids) == 1
    hub.done("withdrawLesson", {"id": made, "version": 3}, "lesson { id }", cast.writer_token)
    query = "query($id: ID!) { node(id: $id) { id } }"
    for token in (None, cast.reader_token):
        assert hub.ask(query, {"id": ids[0]}, token) == {"node": None}
    assert hub.ask(query, {"id": ids[0]}, cast.writer_token) == {"node": {"id": ids[0]}}


def test_an_anonymized_record_keeps_its_author_closed_in_every_version(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast, recommendation="به صنف نگارنده بگویید.")
    edit = {"id": made, "version": 3, "recommendation": "بگویید."}
    hub.done("editLesson", edit, "lesson { id }", cast.writer_token)
    publish = {"id": made, "version": 4, "visibility": "ANONYMIZED"}
    hub.done("publishLesson", publish, "lesson { id }", cast.writer_token)
    wanted = "versions { nodes { number at organization { id } values { field value } changes { field } } }"
    for token in (cast.reader_token, hub.token(None, "COORDINATOR")):
        (version,) = versions(hub, made, token, wanted)
        assert (version["number"], version["organization"]) == (5, None)
        at = datetime.fromisoformat(version["at"])
        assert month_of(at, TIME_ZONE) == at
        assert {f["field"] for f in version["values"]} == {
            "statement",
            "recommendation",
            "appliesWhen",
            "notAppliesWhen",
            "source",
            "sourceUrl",
            "takedownReason",
        }
        assert "نگارنده" not in str(version)
    own = versions(hub, made, cast.writer_token, wanted)
    assert [v["number"] for v in own] == [5, 4, 3, 2, 1]
    assert all(v["organization"] == {"id": cast.writer} for v in own)


def test_a_version_shows_no_link_that_its_reader_may_not_read(hub: Hub, cast: Cast) -> None:
    given = {"title": "ناگفته", "outcome": "SUCCESS", "happened": "شد."}
    hidden = hub.done("createExperience", given, "experience { id }", cast.writer_token)["id"]
    made = written(hub, cast, experienceIds=[hidden])
    link = {"id": hidden, "title": "ناگفته"}
    for token, links in ((cast.writer_token, [link]), (cast.reader_token, [])):
        version = versions(hub, made, token, WHOLE)[0]
        assert {f["field"]: f["value"] for f in version["values"]}["experiences"] == links


COMPARE = """
query($id: ID!, $earlier: Int!, $later: Int!) {
  compareVersions(id: $id, earlier: $earlier, later: $later) {
    earlier { number } later { number } changes { field before after } } }
"""


def test_two_versions_compare_for_whoever_reads_both(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast)
    asked = {"id": made, "earlier": 1, "later": 3}
    told = hub.ask(COMPARE, asked, cast.writer_token)["compareVersions"]
    assert (told["earlier"], told["later"]) == ({"number": 1}, {"number": 3})
    assert changed(told)["statement"] == ("نخست", "دوم")
    back = hub.ask(COMPARE, {"id": made, "earlier": 3, "later": 1}, cast.writer_token)["compareVersions"]
    assert changed(back)["statement"] == ("دوم", "نخست")
    for token in (cast.reader_token, None):
        assert hub.ask(COMPARE, asked, token) == {"compareVersions": None}
    assert hub.ask(COMPARE, asked | {"later": 9}, cast.writer_token) == {"compareVersions": None}


def test_one_key_may_stand_for_different_fields_of_different_types(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast)
    query = (
        "query($ids: [ID!]!) { nodes(ids: $ids) {"
        " ... on Lesson { versions(first: 1) { nodes { number told: values { field } } } }"
        " ... on Organization { versions(first: 1) { edges { node { told: changes { field after } } } nodes { number } } } } }"
    )
    lesson, organization, topic = hub.ask(query, {"ids": [made, cast.writer, cast.topic]}, cast.writer_token)[
        "nodes"
    ]
    assert (
        lesson["versions"]["nodes"][0]["told"][0] == {"field": "status"}
        or lesson["versions"]["nodes"][0]["told"]
    )
    first = organization["versions"]["edges"][0]["node"]["told"]
    assert {"field": "nameFa", "after": "صنف نگارنده"} in first
    assert topic == {}


def test_what_was_written_by_the_secretariat_says_its_office(hub: Hub, cast: Cast) -> None:
    made = hub.organization("انجمن تازه")
    query = "query($id: ID!) { organization(id: $id) { versions { nodes { number office organization { id } } } } }"
    told = hub.ask(query, {"id": made}, cast.reader_token)["organization"]["versions"]["nodes"]
    assert told == [{"number": 1, "office": "ADMINISTRATOR", "organization": None}]


def test_a_graph_of_before_starts_with_the_versions_it_has(hub: Hub, cast: Cast) -> None:
    made = written(hub, cast)
    hub.cypher("MATCH (v:Version) DETACH DELETE v")
    for _ in range(2):
        hub.cypher("MATCH (m:Migration) WHERE m.name STARTS WITH 'm0003' DELETE m")
        assert "m0003_versions" in hub.run(migrate)
        (version,) = versions(hub, made, cast.writer_token)
        told = (version["number"], version["event"], version["office"], version["organization"])
        assert told == (3, None, "HUB", None)
        assert changed(version)["statement"] == (None, "دوم")
    hub.done("withdrawLesson", {"id": made, "version": 3}, "lesson { id }", cast.writer_token)
    assert changed(versions(hub, made, cast.writer_token)[0]) == {"status": ("PUBLISHED", "WITHDRAWN")}
