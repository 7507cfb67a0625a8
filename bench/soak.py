"""`python -m bench.soak`: members read and write for half an hour, the database killed under them.

Every write has an idempotency key and is sent until it is acknowledged. In the end each acknowledged one is
looked for, once and no more. What is kept: refusals by their code, memory over time, how long an outage was.
"""

import asyncio
import contextlib
import itertools
import os
import random
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import orjson
import uvloop

from bench import data, results
from bench.draws import Drawn, draw
from bench.load import Client, Reply, ServerGone, connected, request
from bench.run import Progress
from bench.servers import Address, memory, process, wait_for
from bench.shapes import BY_NAME
from graph.connection import Database
from graph.server.launcher import free_port
from hub import tokens

CLIENTS = 24
WRITES = 0.05
"""Which part of what a client does is a write."""
_PAUSE = 0.05
"""Seconds a client reads what it got: 24 of them are some 300 requests a second."""
_KILLED_AFTER = 300.0
_SAMPLED_AFTER = 30.0
_GIVES_UP = 40.0
_READS = (
    "record",
    "page_20_member",
    "filter_selective",
    "counts",
    "facets",
    "search",
    "collaborators",
    "node",
)

_CREATE = """
mutation($input: CreateLessonInput!, $key: String) {
  createLesson(input: $input, idempotencyKey: $key) { lesson { id version } errors { code } }
}
"""
_PUBLISH = """
mutation($input: PublishInput!, $key: String) {
  publishLesson(input: $input, idempotencyKey: $key) { lesson { id status } errors { code } }
}
"""
_FOUND = """
UNWIND $written AS w
RETURN w.statement AS statement,
       COUNT { MATCH (l:Lesson {statement: w.statement}) } AS alike,
       COUNT {
         MATCH (:Lesson {id: w.id, status: 'PUBLISHED'})<-[:SUBJECT]-(:Event {kind: 'LESSON_PUBLISHED'})
       } AS published
"""
_MEMBERS = """
MATCH (o:Organization {status: 'MEMBER'})<-[:PUBLISHED_BY]-(:Experience)
RETURN DISTINCT o.id AS id ORDER BY id LIMIT $number
"""


@dataclass(slots=True)
class Soak:
    """What happened so far."""

    answers: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)
    """The ids of the lessons that were acknowledged as published, by their statements."""
    again: int = 0
    waited: list[float] = field(default_factory=list)
    kills: int = 0
    outages: list[float] = field(default_factory=list)
    """Seconds from a kill to the next answer of the database."""
    sizes: list[dict[str, float]] = field(default_factory=list)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--minutes", default=30.0, show_default=True, help="How long.")
@click.option("--size", default=65_000, show_default=True, help="How many nodes, about.")
@click.option("--data-dir", type=click.Path(path_type=Path), default=Path(".bench"), show_default=True)
def main(minutes: float, size: int, data_dir: Path) -> None:
    """Let members read and write for a while, and kill the database under them."""
    say = Progress()
    facts = uvloop.run(_soaked(minutes * 60, size, data_dir.absolute() / f"soak-{size}", say))
    say.clear()
    results.write(results.KEPT / "soak.json" if minutes >= 30 else data_dir / "soak.json", facts)
    click.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())


async def _soaked(seconds: float, size: int, folder: Path, say: Progress) -> dict[str, Any]:
    with data.database(folder, "1g", "512m", say) as database:
        drawn, secrets = await _prepared(database, folder, size, say)
    port, soak = free_port(), Soak()
    command = [*_UP, "--data-dir", str(folder), "--port", str(port), "--heap", "1g", "--pagecache", "512m"]
    with process(command, {"NEO4J_URI": ""}) as hub:
        wait_for(port, hub, "the hub")
        until = time.monotonic() + seconds
        members = [_member(port, secret, drawn, soak, until, number) for number, secret in enumerate(secrets)]
        await asyncio.gather(*members, _kill(port, hub.pid, soak, until), _sample(hub.pid, soak, until, say))
    with data.database(folder, "1g", "512m", say) as database:
        async with Database(database.uri, database.user, database.password).opened() as connection:
            lost, twice = await _missing(connection, soak)
    return _told(soak, seconds, lost, twice)


_UP = [sys.executable, "-m", "hub", "up", "--no-demo"]


async def _prepared(
    database: Address, folder: Path, size: int, say: Progress
) -> tuple[Drawn, list[tuple[str, str]]]:
    """What is asked for, and for every client its organization and token."""
    async with Database(database.uri, database.user, database.password).opened() as connection:
        await data.filled(connection, folder, size, say)
        drawn = await draw(connection)
        members = [row["id"] for row in await connection.rows(_MEMBERS, number=CLIENTS)]
        made = [
            (
                id_,
                (await tokens.create(connection, id_, "MEMBER", ["read", "publish", "exchange"], 2, "soak"))[
                    1
                ],
            )
            for id_ in itertools.islice(itertools.cycle(members), CLIENTS)
        ]
    return drawn, made


async def _member(
    port: int, who: tuple[str, str], drawn: Drawn, soak: Soak, until: float, number: int
) -> None:
    """Read and write like a member, each after the other, until the end."""
    rng = random.Random(number)  # noqa: S311 - so that it can be done again
    reads = _sent(drawn, who[1], rng)
    lessons = itertools.count()
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            async with connected(port) as client:
                while time.monotonic() < until:
                    try:
                        if rng.random() < WRITES:
                            await _write(client, who, drawn, soak, f"{number}-{next(lessons)}")
                        else:
                            await _ask(client, next(reads), soak)
                    except ServerGone:
                        soak.answers["connection closed"] += 1
                        break
                    await asyncio.sleep(_PAUSE)
        await asyncio.sleep(_PAUSE)


def _sent(drawn: Drawn, token: str, rng: random.Random) -> Iterator[bytes]:
    while True:
        shape = BY_NAME[rng.choice(_READS)]
        (query,) = shape.steps("hub")
        body = {"query": query, "variables": rng.choice(drawn.variables[shape.name])}
        yield request("/graphql", orjson.dumps(body), f"Bearer {token}")


async def _ask(client: Client, sent: bytes, soak: Soak) -> Any:
    """Ask once, and note what came; the data, or None."""
    begun = time.monotonic()
    try:
        async with asyncio.timeout(_GIVES_UP):
            reply = await client.ask(sent)
    except TimeoutError:
        soak.answers["no answer"] += 1
        raise ServerGone("no answer") from None
    soak.waited.append(time.monotonic() - begun)
    code, told = _said(reply)
    soak.answers[code] += 1
    return told if code == "answered" else None


def _said(reply: Reply) -> tuple[str, Any]:
    """What an answer says: `answered` with its data, or a code; what is no refusal of ours is `unclear`."""
    try:
        told = orjson.loads(reply.body)
        if told.get("errors"):
            return str(told["errors"][0]["extensions"]["code"]), None
        return "answered", told["data"]
    except (ValueError, LookupError, TypeError):
        return f"unclear: {reply.status}", None


async def _write(client: Client, who: tuple[str, str], drawn: Drawn, soak: Soak, number: str) -> None:
    """Write and publish a lesson; what is refused for an outage is sent again with its key."""
    statement = f"در آزمون پایداری درس {number} نوشته شد."
    source = drawn.variables["publish_lesson"][0]
    draft = {
        "statement": statement,
        "recommendation": "بار دیگر بیازمایید.",
        "source": "آزمون پایداری",
        "topicIds": source["topicIds"],
    }
    made = await _acknowledged(client, who[1], _CREATE, draft, f"create {number}", soak)
    if made is None:
        return
    lesson = made["createLesson"]["lesson"]
    release = {"id": lesson["id"], "version": lesson["version"], "visibility": "MEMBERS"}
    done = await _acknowledged(client, who[1], _PUBLISH, release, f"publish {number}", soak)
    if done is not None:
        soak.written[statement] = lesson["id"]


async def _acknowledged(
    client: Client, token: str, query: str, given: dict[str, Any], key: str, soak: Soak
) -> Any:
    """The data of a change that was made; None where it was refused for good."""
    body = {"query": query, "variables": {"input": given, "key": f"soak {token[-6:]} {key}"}}
    sent = request("/graphql", orjson.dumps(body), f"Bearer {token}")
    for attempt in range(40):
        told = await _ask(client, sent, soak)
        if told is not None:
            payload = next(iter(told.values()))
            if payload["errors"]:
                soak.answers[f"refused: {payload['errors'][0]['code']}"] += 1
                return None
            return told
        soak.again += 1
        await asyncio.sleep(min(0.25 * (attempt + 1), 2.0))
    return None


async def _kill(port: int, hub: int, soak: Soak, until: float) -> None:
    """Kill the database process every few minutes, and see when it answers again."""
    while time.monotonic() + _KILLED_AFTER < until:
        await asyncio.sleep(_KILLED_AFTER)
        for child in _databases(hub):
            os.kill(child, signal.SIGKILL)
        soak.kills += 1
        begun = time.monotonic()
        while not await _is_back(port) and time.monotonic() < until:  # noqa: ASYNC110 - it is elsewhere
            await asyncio.sleep(0.25)
        soak.outages.append(time.monotonic() - begun)


async def _is_back(port: int) -> bool:
    sent = request("/graphql", orjson.dumps({"query": "{ topics(first: 1) { totalCount } }"}))
    with contextlib.suppress(ServerGone, OSError, TimeoutError):
        async with connected(port) as client, asyncio.timeout(10):
            return _said(await client.ask(sent))[0] == "answered"
    return False


def _databases(hub: int) -> list[int]:
    """The database processes of a hub (Linux)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            command = (stat.parent / "cmdline").read_bytes()
            if parent == hub and b"graph.server.process" in command:
                found.append(int(stat.parent.name))
    return found


async def _sample(hub: int, soak: Soak, until: float, say: Progress) -> None:
    """Note how much memory the hub and its database hold."""
    begun = time.monotonic()
    while (now := time.monotonic()) < until:
        sizes = {"seconds": now - begun, "hub": memory(hub)["now"]}
        with contextlib.suppress(OSError, KeyError):
            sizes["database"] = sum(memory(pid)["now"] for pid in _databases(hub))
        soak.sizes.append(sizes)
        say("Soaking", (now - begun) / (until - begun))
        await asyncio.sleep(min(_SAMPLED_AFTER, max(until - now, 0.0)))


async def _missing(connection: Database, soak: Soak) -> tuple[list[str], list[str]]:
    """The statements of acknowledged lessons that are not there, and of those that are there twice."""
    written = [{"statement": statement, "id": id_} for statement, id_ in soak.written.items()]
    rows = await connection.rows(_FOUND, written=written)
    lost = [row["statement"] for row in rows if row["published"] != 1]
    return lost, [row["statement"] for row in rows if row["alike"] > 1]


def _told(soak: Soak, seconds: float, lost: list[str], twice: list[str]) -> dict[str, Any]:
    ordered = sorted(soak.waited)
    return {
        "machine": data.machine(),
        "minutes": seconds / 60,
        "clients": CLIENTS,
        "requests": sum(soak.answers.values()),
        "answers": dict(soak.answers.most_common()),
        "ms": {
            "p50": statistics.median(ordered) * 1e3,
            "p99": ordered[int(len(ordered) * 0.99)] * 1e3,
            "most": ordered[-1] * 1e3,
        },
        "written": len(soak.written),
        "sent_again": soak.again,
        "lost": lost,
        "twice": twice,
        "kills": soak.kills,
        "outages_seconds": soak.outages,
        "memory_mib": soak.sizes,
    }


if __name__ == "__main__":
    main()
