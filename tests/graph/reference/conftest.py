"""The database, for work that is not asked over HTTP."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pytest

from graph.connection import Database
from tests.conftest import Neo4j

T = TypeVar("T")


@pytest.fixture(scope="module")
def on(neo4j_server: Neo4j) -> Callable[[Callable[[Database], Coroutine[Any, Any, T]]], T]:
    """Runs work on the database."""

    def run(work: Callable[[Database], Coroutine[Any, Any, T]]) -> T:
        async def connected() -> T:
            at = Database(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
            async with at.opened() as database:
                return await work(database)

        return asyncio.run(connected())

    return run
