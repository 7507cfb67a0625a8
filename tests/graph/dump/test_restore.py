"""A graph that was dumped and restored is the same graph, and a dump that is not whole restores nothing."""

import asyncio
import gzip
import json
import math
import re
import threading
import tomllib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import DateTime, Duration, Time

from graph import VERSION
from graph.connection import Database, Transaction
from graph.dump import Key, check, head_of, is_empty, measure, restore, write
from graph.dump.sealed import KeyKind
from graph.errors import FileRefused, ValueRefused
from graph.migrations import migrate, steps
from hub import tokens
from hub.errors import message
from seed.demo.loader import load
from tests.conftest import Neo4j
from tests.network import empty
from tests.running import worked

T = TypeVar("T")
ROOT = Path(__file__).parents[3]
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


def silent(_what: str, _share: float) -> None:
    pass


@pytest.fixture
def run(neo4j_server: Neo4j) -> Callable[[Callable[[Database], Coroutine[Any, Any, T]]], T]:
    return partial(worked, neo4j_server)


@pytest.fixture(scope="module", autouse=True)
def left_migrated(neo4j_server: Neo4j) -> Iterator[None]:
    """Leave the database to the next module as it expects it: migrated, and empty."""
    yield

    async def work() -> None:
        async with Database(neo4j_server.uri, neo4j_server.user, neo4j_server.password).opened() as database:
            await emptied(database)
            await empty(database)

    asyncio.run(work())


async def emptied(database: Database) -> None:
    """Take away all there is, with every index and constraint."""
    await database.statement(_EMPTY)
    for kind, all_of in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
        for row in await database.rows(f"SHOW {all_of} YIELD name RETURN name"):
            await database.statement(f"DROP {kind} `{row['name']}` IF EXISTS")


@asynccontextmanager
async def odd(database: Database) -> AsyncIterator[Database]:
    """A graph with a value of every kind that Neo4j keeps."""
    await emptied(database)
    await database.statement(
        "CREATE (a:Odd:`with space`) SET a = $values, a.zoned = datetime('2026-03-21T01:02:03.123456789[UTC]'),"
        " a.tehran = datetime('2021-09-21T23:30:00[Asia/Tehran]'), a.moments = [datetime('2026-01-01T00:00Z')]"
        " CREATE (a)-[:`ODD WAY` {at: datetime('2026-03-21T01:02:03.1+03:30')}]->(a)"
        " CREATE (a)-[:`ODD WAY`]->(), (a)-[:`ODD WAY`]->()",
        values={
            "whole": 2**63 - 1,
            "part": 0.1,
            "round": 1.0,
            "minus": -0.0,
            "nan": math.nan,
            "endless": -math.inf,
            "text": 'مهارت \u200c" \\ \n 🙂',
            "no": False,
            "bytes": b"\x00\xff",
            "none": [],
            "list": ["a", "b"],
            "days": [date(2026, 3, 21)],
            "nanoseconds": DateTime(2026, 3, 21, 1, 2, 3, 123456789, tzinfo=UTC),
            "local": DateTime(2026, 3, 21, 1, 2, 3, 4),
            "time": Time(1, 2, 3, 4),
            "long": Duration(months=14, days=3, seconds=5, nanoseconds=7),
            "place": WGS84Point((51.4, 35.7)),
            "corner": CartesianPoint((1.5, 2.5, 3.5)),
        },
    )
    yield database


@asynccontextmanager
async def filled(database: Database) -> AsyncIterator[Database]:
    """The same with the demo and a token, migrated."""
    async with odd(database):
        await migrate(database)
        await load(database, silent)
        await tokens.create(database, None, "ADMINISTRATOR", ["read"], 30, "kept")
        yield database


async def whole(database: Database) -> Any:
    """All of a graph, by the database's own texts of its values, without its own ids: another way than a dump's."""
    values = "[k IN keys({0}) | k + ' ' + valueType({0}[k]) + ' ' + {1}]"
    text = "CASE WHEN {0}[k] IS :: LIST<ANY> THEN reduce(t = '', x IN {0}[k] | t + '|' + toString(x)) ELSE coalesce(toStringOrNull({0}[k]), '?') END"
    told = {name: values.format(name, text.format(name)) for name in "nab"}
    way = values.format("r", text.format("r"))
    nodes = await database.rows(f"MATCH (n) RETURN labels(n) AS labels, {told['n']} AS told")
    ways = await database.rows(
        f"MATCH (a)-[r]->(b) RETURN {told['a']} AS a, type(r) AS type, {way} AS told, {told['b']} AS b"
    )
    return (
        Counter((*sorted(row["labels"]), "", *sorted(row["told"])) for row in nodes),
        Counter((*sorted(row["a"]), row["type"], *sorted(row["told"]), *sorted(row["b"])) for row in ways),
        await database.rows(
            "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, options, owningConstraint ORDER BY name"
        ),
        await database.rows("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties ORDER BY name"),
    )


def test_a_restored_graph_is_the_same_whatever_it_is_asked(run: Any, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    async def work(database: Database) -> None:
        async with filled(database):
            written = await write(database, first, None)
            assert not written.held
            assert written.manifest == check(first, None)
            before = await whole(database)
            await emptied(database)
            # Ids of the graph that restores it are others.
            await database.statement("UNWIND range(1, 1500) AS i CREATE (:Gone)")
            await database.statement("MATCH (n:Gone) WITH n SKIP 100 DELETE n")
            await database.statement("MATCH (n:Gone) DELETE n")
            restored = await restore(database, first, None, silent)
            assert (restored.applied, restored.lacking) == ([], [])
            assert await whole(database) == before
            again = await write(database, second, None)
            assert again.manifest.holds_the_same(written.manifest)
            assert again.head.schema == written.head.schema
            assert again.head.migrations == written.head.migrations
            assert await migrate(database) == []
            assert [token.label for token in await tokens.list_all(database)] == ["kept"]

    run(work)


def test_a_sealed_dump_restores_with_its_key_alone(run: Any, tmp_path: Path) -> None:
    file, key = tmp_path / "file", Key(KeyKind.FILE, b"k" * 32)

    async def work(database: Database) -> None:
        async with odd(database):
            await database.statement(
                "UNWIND $names AS name CREATE (:Migration {name: name})", names=steps()[:-2]
            )
            written = await write(database, file, key)
            assert b"ODD" not in file.read_bytes()
            assert file.stat().st_mode & 0o777 == 0o600
            await database.statement(_EMPTY)
            for wrong, code in ((None, "DUMP_SEALED"), (Key(KeyKind.FILE, b"x" * 32), "KEY_WRONG")):
                with pytest.raises(FileRefused) as refusal:
                    await restore(database, file, wrong, silent)
                assert refusal.value.cause.code == code
                assert await is_empty(database)
            # The two steps that it has not been through are applied to what is there.
            assert (await restore(database, file, key, silent)).applied == steps()[-2:]
            await database.statement(
                "MATCH (m:Migration) WHERE m.name IN $names DELETE m", names=steps()[-2:]
            )
            assert (await measure(database)).content == written.manifest.content

    run(work)


def test_the_content_of_a_graph_changes_with_every_value_and_with_no_order(run: Any) -> None:
    async def work(database: Database) -> None:
        await emptied(database)
        seen = set()
        for text in (
            "CREATE (:A {x: 1})-[:R {y: 1}]->(:B), (:A {x: 2})",
            "MATCH (a:A {x: 1}) SET a.x = 1.0",
            "MATCH ()-[r:R]->() SET r.y = 2",
            "MATCH (a)-[r:R]->(b) CREATE (b)-[s:R]->(a) SET s = r DELETE r",
            "MATCH (b:B)-[r:R]->(a:A) MATCH (c:A {x: 2}) CREATE (b)-[s:R]->(c) SET s = r DELETE r",
            "MATCH (a:A {x: 2}) SET a:C",
        ):
            await database.statement(text)
            seen.add((await measure(database)).content)
        assert len(seen) == 6
        await database.statement("MATCH (n) DETACH DELETE n")
        await database.statement("CREATE (c:C:A {x: 2}) CREATE (a:A {x: 1.0}) CREATE (:B)-[:R {y: 2}]->(c)")
        assert (await measure(database)).content in seen

    run(work)


def test_a_change_beside_a_backup_waits_and_is_in_none_or_wholly_in_it(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "file"

    async def write_on(database: Database, stop: threading.Event) -> int:
        """What every change of a record does: a record, and last, behind the counter, its event."""
        number = 0
        while not stop.is_set():
            number += 1

            async def work(transaction: Transaction, number: int = number) -> None:
                await transaction.run("CREATE (:Topic:Written {number: $number})", number=number)
                await transaction.run(
                    "MATCH (c:Counter {name: 'events'}) SET c.locked = true REMOVE c.locked"
                    " SET c.value = c.value + 1 CREATE (:Told {number: $number})",
                    number=number,
                )

            await database.write(work)
            await asyncio.sleep(0.005)
        return number

    async def work(database: Database) -> None:
        async with odd(database):
            await database.statement("CREATE (:Counter {name: 'events', value: 0})")
            await database.statement("UNWIND range(1, 5000) AS i CREATE (:Plain {number: i})")
            stop = threading.Event()
            writing = asyncio.create_task(write_on(database, stop))
            await asyncio.sleep(0.2)
            written = await write(database, file, None)
            stop.set()
            number = await writing
            labels = check(file, None).labels
            assert written.held
            assert 0 < labels["Written"] == labels["Told"] <= number
            assert labels["Written"] >= number - 5

    run(work)


def test_a_graph_that_keeps_changing_is_no_backup(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter(range(100))

    async def another(_database: Database) -> str:
        return str(next(numbers))

    monkeypatch.setattr(Database, "moment", another)

    async def work(database: Database) -> None:
        with pytest.raises(ValueRefused) as refusal:
            await write(database, tmp_path / "file", None)
        assert refusal.value.code == "GRAPH_KEEPS_CHANGING"

    run(work)
    assert next(numbers) == 8


def test_a_graph_that_is_not_empty_is_left_as_it_was(run: Any, tmp_path: Path) -> None:
    async def work(database: Database) -> None:
        async with odd(database):
            await write(database, tmp_path / "file", None)
            before = await measure(database)
            with pytest.raises(ValueRefused) as refusal:
                await restore(database, tmp_path / "file", None, silent)
            assert refusal.value.code == "GRAPH_NOT_EMPTY"
            assert await measure(database) == before

    run(work)


# -- files that are not whole ----------------------------------------------------------------------


HEAD = {"dump": 1, "hub": VERSION, "at": "2026-11-29T00:00:00+00:00", "migrations": steps(), "schema": []}
LINES = [
    json.dumps(HEAD).encode(),
    b'["n",["A"],{}]',
    b'["n",["B"],{"at":{"date":"2026-03-21"}}]',
    b'["r",0,"R",1,{}]',
]


def _dump(file: Path, *lines: bytes) -> Path:
    file.write_bytes(gzip.compress(b"".join(line + b"\n" for line in lines)))
    return file


def _refused(file: Path) -> str:
    with pytest.raises(FileRefused) as refusal:
        check(file, None)
    assert message(refusal.value.cause.code, "fa", refusal.value.cause.details)
    return refusal.value.cause.code


@pytest.fixture
def complete() -> list[bytes]:
    from graph.dump.form import Tally

    tally = Tally()
    tally.head(LINES[0] + b"\n")
    tally.node(LINES[1] + b"\n", ["A"])
    tally.node(LINES[2] + b"\n", ["B"])
    tally.relationship(LINES[3] + b"\n", 0, "R", 1, {})
    return [*LINES, tally.manifest().line().strip()]


def test_a_dump_that_lacks_has_or_changes_a_line_is_refused(tmp_path: Path, complete: list[bytes]) -> None:
    assert check(_dump(tmp_path / "whole", *complete), None).nodes == 2
    for name, lines in {
        "without the manifest": complete[:-1],
        "without a node": [complete[0], *complete[2:]],
        "without the relationship": [*complete[:3], complete[4]],
        "with more": [*complete, complete[1]],
        "changed": [*complete[:2], complete[2].replace(b"21", b"22"), *complete[3:]],
        "no value": [*complete[:2], b'["n",["B"],{"at":{"day":"2026-03-21"}}]', *complete[3:]],
        "leads nowhere": [*complete[:3], b'["r",0,"R",2,{}]', complete[4]],
        "another head": [complete[0].replace(b"2026-11", b"2026-10"), *complete[1:]],
    }.items():
        assert _refused(_dump(tmp_path / "file", *lines)) == "DUMP_CHANGED", name
    cut = tmp_path / "cut"
    cut.write_bytes((tmp_path / "whole").read_bytes()[:-9])
    assert _refused(cut) == "DUMP_CHANGED"


def test_what_is_no_dump_is_refused(tmp_path: Path) -> None:
    for text in (b"", b"hello", gzip.compress(b"hello\n"), gzip.compress(b"[1]\n")):
        (tmp_path / "file").write_bytes(text)
        assert _refused(tmp_path / "file") == "DUMP_UNREADABLE"


def test_a_dump_of_a_newer_version_is_refused_by_its_head(tmp_path: Path, complete: list[bytes]) -> None:
    later = HEAD | {"hub": "9.0.0", "migrations": [*steps(), "m9999_later"]}
    for head, what in ((later, "m9999_later"), (HEAD | {"dump": 3, "hub": "9.0.0"}, "form 3")):
        file = _dump(tmp_path / "file", json.dumps(head).encode(), *complete[1:])
        with pytest.raises(FileRefused) as refusal:
            head_of(file, None)
        assert refusal.value.cause.code == "DUMP_NEWER"
        assert re.search(
            rf"newer hub \(9\.0\.0\).*{what}", message("DUMP_NEWER", "en", refusal.value.cause.details)
        )


def test_the_version_of_the_code_is_that_of_the_package() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION
