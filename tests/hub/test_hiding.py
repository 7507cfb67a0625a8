"""Graphs of before: what is, was or may yet be anonymized is hidden from administrators, and `hub check` knows it."""

from typing import Any

from graph.check import examine, mend
from graph.connection import Database
from graph.migrations import m0011_authors
from tests.running import Hub

_AUDIENCE = "MATCH (n:Node {id: $id}) RETURN n.audience AS audience"


def written(hub: Hub, token: str, *steps: tuple[str, dict[str, Any]]) -> str:
    """A lesson that has gone through moves; its id."""
    given = {"statement": "بسنجید", "recommendation": "چنین.", "source": "گزارش"}
    record = hub.done("createLesson", given, "lesson { id version }", token)
    for mutation, more in steps:
        record = hub.done(mutation, record | more, "lesson { id version }", token)
    return str(record["id"])


async def hidden(database: Database) -> None:
    for text in m0011_authors.STATEMENTS:
        await database.statement(text)


def out_of_step(hub: Hub) -> int:
    """How many audiences `hub check` finds wrong."""
    findings = hub.run(examine)
    return sum(found.count for found in findings if found.kind == "AUDIENCE_OUT_OF_STEP")


def test_what_was_or_may_be_anonymized_its_author_alone_reads(hub: Hub) -> None:
    token = hub.member("انجمن رهروان")[1]
    anonymized = ("publishLesson", {"visibility": "ANONYMIZED"})
    named, own = (
        ("publishLesson", {"visibility": "MEMBERS"}),
        ("publishLesson", {"visibility": "ORGANIZATION"}),
    )
    taken = ("withdrawLesson", {})
    expected = {
        written(hub, token): "AUTHORS",
        written(hub, token, anonymized, taken): "AUTHORS",
        written(hub, token, anonymized, own): "AUTHORS",
        written(hub, token, anonymized, own, taken): "AUTHORS",
        written(hub, token, named, taken): "OWNERS",
        written(hub, token, anonymized, named, taken): "OWNERS",
        written(hub, token, own): "OWNERS",
        written(hub, token, named): "MEMBERS",
        written(hub, token, anonymized): "ANONYMIZED",
    }
    assert {id_: hub.cypher(_AUDIENCE, id=id_)[0]["audience"] for id_ in expected} == expected
    assert out_of_step(hub) == 0
    # As an earlier version has left it.
    hub.cypher("MATCH (n) WHERE n.audience = 'AUTHORS' SET n.audience = 'OWNERS'")
    assert (
        out_of_step(hub) == 2
    )  # The draft, and what was withdrawn as anonymized: the rest only history tells.
    hub.run(hidden)
    assert {id_: hub.cypher(_AUDIENCE, id=id_)[0]["audience"] for id_ in expected} == expected
    before = hub.cypher("MATCH (n) WHERE n.audience = 'AUTHORS' RETURN count(n) AS n")
    hub.run(hidden)
    assert hub.cypher("MATCH (n) WHERE n.audience = 'AUTHORS' RETURN count(n) AS n") == before
    draft = next(iter(expected))
    hub.cypher("MATCH (n:Node {id: $id}) SET n.audience = 'OWNERS'", id=draft)
    hub.run(mend)
    assert hub.cypher(_AUDIENCE, id=draft) == [{"audience": "AUTHORS"}]
