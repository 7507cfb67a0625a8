"""A change that waits too long for what others hold does nothing, and is told to come again."""

import asyncio
from typing import Any

from graph.connection import Database
from tests.conftest import Neo4j
from tests.running import Hub, start_hub, stop_hub, worked

_HELD = "MATCH (c:Counter {name: 'events'}) SET c.held = true"
_CREATE = "mutation($i: CreateLessonInput!) { createLesson(input: $i) { lesson { id } errors { code } } }"


def _lesson(name: str) -> dict[str, Any]:
    given = {"statement": name, "recommendation": "چنین کنید", "source": "کتاب"}
    return {"query": _CREATE, "variables": {"i": given}}


def test_a_write_that_waits_too_long_for_others_is_to_be_sent_again(hub: Hub, neo4j_server: Neo4j) -> None:
    token = hub.token(hub.organization("شکیبا"))
    headers = {"Authorization": f"Bearer {token}"}
    process, address = start_hub(neo4j_server, HUB_REQUEST_SECONDS="4")
    impatient = Hub(address, neo4j_server)
    try:
        # Planned before, so that nothing but the lock takes time.
        assert hub.client.post("/graphql", json=_lesson("یکم"), headers=headers).json()["data"][
            "createLesson"
        ]

        async def held(database: Database) -> Any:
            async with database.holding(_HELD):
                return await asyncio.to_thread(
                    impatient.client.post, "/graphql", json=_lesson("دوم"), headers=headers
                )

        refused = worked(neo4j_server, held)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert refused.json()["errors"][0]["extensions"]["code"] == "DATABASE_UNAVAILABLE"
        told = hub.ask("{ lessons(sort: [CREATED_AT_ASC]) { nodes { statement } } }", token=token)
        assert [node["statement"] for node in told["lessons"]["nodes"]] == ["یکم"]
        again = impatient.client.post("/graphql", json=_lesson("دوم"), headers=headers).json()
        assert again["data"]["createLesson"]["errors"] == []
    finally:
        impatient.client.close()
        assert stop_hub(process) == 0
