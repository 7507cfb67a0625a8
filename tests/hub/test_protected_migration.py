"""A graph of before: what is anonymized there is shown by its month, under an id that does not tell it."""

from datetime import UTC, date, datetime
from typing import Any

from graph.migrations import migrate
from graph.model.ids import tells_time
from tests.running import Hub

OLD = "exp_01m8j0kmwhfjv980y0bqd3pgyj"
MADE = datetime(2025, 3, 17, 9, 30, tzinfo=UTC)
NAMED = "exp_01m8j0kmwhfjv980y0bqd3pgyk"


def old(hub: Hub, id_: str, audience: str, author: str, region: str) -> None:
    values: dict[str, Any] = {"id": id_, "version": 2, "demo": False, "language": "FA", "outcome": "FAILURE"}
    values |= {"title": "قدیمی", "titleFold": "قدیمی", "titleSort": "A", "happened": "نشد."}
    values |= {"createdAt": MADE, "updatedAt": MADE, "publishedAt": MADE, "startedOn": date(2024, 5, 9)}
    values |= {"status": "PUBLISHED", "visibility": audience, "audience": audience, "ownerIds": [author]}
    values |= {"targetGroups": [], "enablingFactors": [], "barriers": []}
    hub.cypher(
        "MATCH (o:Organization {id: $author}), (r:Region {id: $region}), (c:Counter {name: 'events'})"
        " SET c.value = c.value + 1"
        " CREATE (n:Node:Experience)-[:PUBLISHED_BY]->(o), (n)-[:LOCATED_IN]->(r) SET n = $values"
        " CREATE (e:Node:Event {id: $event, kind: 'EXPERIENCE_PUBLISHED', at: $at, sequence: c.value,"
        " audience: $audience, ownerIds: [$author]})-[:SUBJECT]->(n), (e)-[:BY]->(o)",
        author=author,
        region=region,
        values=values,
        event=f"eve_{id_.removeprefix('exp_')}",
        at=MADE,
        audience=audience,
    )


def test_what_is_anonymized_is_settled_and_what_is_named_is_left_alone(hub: Hub) -> None:
    author, token = hub.member("صنف روان")
    reader = hub.token(hub.organization("خوانا"))
    region = hub.region("IR-07", "فارس")
    old(hub, OLD, "ANONYMIZED", author, region)
    old(hub, NAMED, "PUBLIC", author, region)
    for _ in range(2):
        hub.cypher("MATCH (m:Migration {name: 'm0006_protected'}) DELETE m")
        assert hub.run(migrate) == ["m0006_protected"]
    fields = "id createdAt publishedAt startedOn region { id } written { createdAt startedOn region { id } }"
    query = (
        f"{{ experiences(sort: [TITLE_ASC]) {{ nodes {{ {fields} }} }}"
        " events(filter: {kind: {eq: EXPERIENCE_PUBLISHED}}) { nodes { id at toldAt organization { id } } } }"
    )
    answer = hub.ask(query, token=reader)
    (nameless,) = (node for node in answer["experiences"]["nodes"] if node["id"] != NAMED)
    (named,) = (node for node in answer["experiences"]["nodes"] if node["id"] == NAMED)
    month, place = "2025-02-28T20:30:00Z", {"id": region}
    assert not tells_time(nameless.pop("id"))
    told = {"createdAt": month, "publishedAt": month, "startedOn": "2024-05-01", "region": place}
    assert nameless == {**told, "written": None}
    exact = {"createdAt": "2025-03-17T09:30:00Z", "startedOn": "2024-05-09", "region": place}
    assert {name: named[name] for name in exact} == exact
    events = {event["at"]: event for event in answer["events"]["nodes"]}
    assert set(events) == {month, exact["createdAt"]}
    assert events[month]["toldAt"] == "2025-03-31T20:30:00Z"
    assert events[month]["organization"] is None
    assert not any(tells_time(event["id"]) for event in events.values())
    own = hub.ask(query, token=token)["experiences"]["nodes"]
    assert exact in [node["written"] for node in own]
    old_id = "query($id: ID!) { node(id: $id) { id } }"
    assert hub.ask(old_id, {"id": OLD}, token)["node"] is None
