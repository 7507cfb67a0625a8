"""The hub, the limit and the plain server answer alike on a small network: what they are timed for."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest

from bench import answers, writes
from bench.draws import Drawn, draw
from bench.servers import Address, Server, running
from bench.shapes import SHAPES, Workload
from graph.connection import Database
from graph.model import MODEL
from graph.model.stored import stored
from hub import tokens
from tests.bench.field import field
from tests.conftest import Neo4j
from tests.network import BEGUN, load

NAMES = ("hub", "limit", "plain")
_TOPICS = "UNWIND $topics AS topic CREATE (n:Node&Topic) SET n = topic"
"""The network has no search that finds many."""


def _topic(number: int) -> dict[str, Any]:
    given = {
        "id": f"top_many{number}",
        "slug": f"many{number}",
        "labelFa": f"آموزش مهارت {number}",
        "labelEn": f"Training {number}",
    }
    return stored(MODEL.nodes["Topic"], BEGUN | given)


class Small:
    """The contenders on the small network, and what they are asked."""

    def __init__(self, neo4j: Neo4j) -> None:
        self.neo4j = neo4j
        self.servers: list[Server] = []
        self.drawn, self.token = self.run(self._prepared)

    def run(self, work: Any) -> Any:
        """The result of work on the database itself."""

        async def connected() -> Any:
            connection = Database(self.neo4j.uri, self.neo4j.user, self.neo4j.password)
            async with connection.opened():
                return await work(connection)

        return asyncio.run(connected())

    async def _prepared(self, connection: Database) -> tuple[Drawn, str]:
        await load(connection, field())
        await connection.statement(_TOPICS, topics=[_topic(number) for number in range(6)])
        await connection.statement("CALL db.awaitIndexes(300)")
        drawn = await draw(connection)
        organization = drawn.member["organization"]
        made = await tokens.create(
            connection, organization, "MEMBER", ["read", "publish", "exchange"], 1, "bench"
        )
        return drawn, made[1]

    def asking(self, shape: Workload) -> answers.Asking:
        """The values of a shape."""
        return answers.Asking(self.drawn.variables[shape.name], self.token, self.drawn.member["organization"])


@pytest.fixture(scope="module")
def small(neo4j_server: Neo4j) -> Iterator[Small]:
    made = Small(neo4j_server)
    database = Address(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    with ExitStack() as stack:
        for name in NAMES:
            start = running(name, database, {f"Bearer {made.token}": made.drawn.member})
            made.servers.append(stack.enter_context(start))
        yield made


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_all_answer_alike(small: Small, shape: Workload) -> None:
    since = datetime.now(UTC)
    asked = [server for server in small.servers if not shape.left_out(server.name)]
    ours, *others = (asyncio.run(answers.answers(s, shape, small.asking(shape))) for s in asked)
    for server, theirs in zip(asked[1:], others, strict=True):
        answers.compare(shape, server.name, theirs, ours)
    assert all(next(iter(answer.values())) is not None for answer in ours)
    if shape.writes:
        small.run(lambda connection: writes.forget(connection, small.asking(shape).organization, since))
