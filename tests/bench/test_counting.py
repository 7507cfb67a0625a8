"""The counter between a contender and Neo4j counts what passes, and changes nothing of it."""

import asyncio
from typing import Any

from bench.bolt import Counted, Counter, unpack
from graph.connection import Database, Transaction
from tests.conftest import Neo4j


def test_every_kind_of_value_is_unpacked() -> None:
    text = bytes([0x82]) + b"hi"
    packed = {
        "01": 1,
        "ff": -1,
        "c8d6": -42,
        "c903e8": 1_000,
        "cb0000010000000000": 2**40,
        "c13ff8000000000000": 1.5,
        "c0": None,
        "c3": True,
        "cc0100": b"\0",
        text.hex(): "hi",
        "d002" + text[1:].hex(): "hi",
        "92" + "01" + text.hex(): [1, "hi"],
        "d40101": [1],
        "a1" + text.hex() + "c2": {"hi": False},
        "b24e0102": [1, 2],
    }
    for given, value in packed.items():
        data = bytes.fromhex(given)
        assert unpack(data, 0) == (value, len(data)), given


def _through(neo4j: Neo4j, work: Any) -> tuple[Any, Counted]:
    async def counted() -> tuple[Any, Counted]:
        counter = Counter(neo4j.uri)
        async with (
            counter.listening() as uri,
            Database(uri, neo4j.user, neo4j.password).opened() as connection,
        ):
            await connection.rows("RETURN 1 AS one")
            await asyncio.sleep(0.05)
            counter.counted = Counted()
            result = await work(connection)
            await asyncio.sleep(0.05)
            return result, counter.counted

    return asyncio.run(counted())


def test_a_read_is_one_query_one_trip_and_its_hits(neo4j_server: Neo4j) -> None:
    async def work(connection: Database) -> Any:
        return await connection.rows("MATCH (n:Nowhere) RETURN n.name AS name", long="x" * 100_000)

    rows, counted = _through(neo4j_server, work)
    assert rows == []
    assert counted.queries == ["MATCH (n:Nowhere) RETURN n.name AS name"]
    assert counted.trips == 1
    assert counted.hits >= 1


def test_a_write_is_counted_with_what_opens_and_closes_it(neo4j_server: Neo4j) -> None:
    async def work(connection: Database) -> Any:
        async def both(transaction: Transaction) -> list[Any]:
            made = await transaction.run("CREATE (n:Counted {name: $name}) RETURN n.name AS name", name="یک")
            await transaction.run("MATCH (n:Counted) DETACH DELETE n")
            return made

        return await connection.write(both)

    (rows, _), counted = _through(neo4j_server, work)
    assert rows == [{"name": "یک"}]
    assert len(counted.queries) == 2
    assert counted.trips == 4  # begin, two queries, commit
