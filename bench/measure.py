"""Take the time of every contender on every shape, in turns: machines drift, so nobody has a minute alone."""

import asyncio
import random
import statistics
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from bench import answers, bolt, writes
from bench.draws import Drawn
from bench.load import TooSlow, connected, share, timed
from bench.servers import Address, Server, processor_seconds, running
from bench.shapes import Workload
from graph.connection import Database

CLIENTS = 16
Say = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how often: `seconds` for each window, one window of one client and one of many."""

    rounds: int
    seconds: float
    warm: float
    longest: float = 30.0


@dataclass(slots=True)
class Series:
    """What one contender gave on one shape, round by round; seconds, and units a second."""

    alone: list[list[float]] = field(default_factory=list)
    crowd: list[list[float]] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    server_seconds: float = 0.0
    database_seconds: float = 0.0
    bytes: int = 0
    queries: int = 0
    trips: int = 0
    hits: int = 0
    failed: str = ""

    def told(self) -> dict[str, Any]:
        """As it goes into the results; milliseconds."""
        if self.failed or not self.alone:
            return {"failed": self.failed}
        alone, crowd = list(chain(*self.alone)), list(chain(*self.crowd))
        medians = [share(window, 0.5) * 1e3 for window in self.alone]
        return {
            "p50": share(alone, 0.5) * 1e3,
            "p99": share(alone, 0.99) * 1e3,
            "p50_rounds": medians,
            "rate": statistics.median(self.rates),
            "rate_rounds": self.rates,
            "crowd_p50": share(crowd, 0.5) * 1e3,
            "crowd_p99": share(crowd, 0.99) * 1e3,
            "requests": len(alone) + len(crowd),
            "server_ms": self.server_seconds / (len(alone) + len(crowd)) * 1e3,
            "database_ms": self.database_seconds / (len(alone) + len(crowd)) * 1e3,
            "bytes": self.bytes,
            "queries": self.queries,
            "trips": self.trips,
            "hits": self.hits,
        }


@dataclass(slots=True)
class Bench:
    """One run on one database: who is measured, with what, and what came of it."""

    connection: Database
    database: Address
    drawn: Drawn
    token: str
    shapes: Sequence[Workload]
    contenders: Sequence[str]
    say: Say
    series: dict[tuple[str, str], Series] = field(default_factory=dict)

    @property
    def viewers(self) -> dict[str, Any]:
        """Who the token stands for, as the other contenders are told."""
        return {f"Bearer {self.token}": self.drawn.member}

    def asking(self, shape: Workload) -> answers.Asking:
        """The values of a shape."""
        return answers.Asking(self.drawn.variables[shape.name], self.token, self.drawn.member["organization"])

    def asked(self, name: str, shape: Workload) -> bool:
        """Whether a contender is asked for a shape, and has not failed."""
        return not shape.left_out(name) and not self.series.setdefault((shape.name, name), Series()).failed

    async def forget(self, shape: Workload, since: datetime) -> None:
        """Take away what a shape has written."""
        if shape.writes:
            await writes.forget(self.connection, self.drawn.member["organization"], since)


async def measure(bench: Bench, plan: Schedule) -> None:
    """Compare the answers, count what goes over the wire, then take the times. Raises Different, Refused."""
    for name in bench.contenders:
        await _count(bench, name)
    with ExitStack() as stack:
        servers = []
        for number, name in enumerate(bench.contenders):
            bench.say(f"Starting {name}", number / len(bench.contenders))
            start = running(name, bench.database, bench.viewers)
            servers.append(await asyncio.to_thread(stack.enter_context, start))
        await _compare(bench, servers)
        await _rounds(bench, plan, servers)


async def _count(bench: Bench, name: str) -> None:
    """One request of each shape through the counter, by a server of its own: the clock stays clear of it."""
    bench.say(f"Counting what {name} asks the database", 0.0)
    counter = bolt.Counter(bench.database.uri)
    async with counter.listening() as uri:
        start = running(name, bench.database.at(uri), bench.viewers)
        server = await asyncio.to_thread(start.__enter__)
        try:
            for number, shape in enumerate(bench.shapes):
                bench.say(f"Counting what {name} asks the database", number / len(bench.shapes))
                if bench.asked(name, shape):
                    await _count_one(bench, counter, server, shape)
        finally:
            await asyncio.to_thread(start.__exit__, None, None, None)


async def _count_one(bench: Bench, counter: bolt.Counter, server: Server, shape: Workload) -> None:
    since = datetime.now(UTC)
    asking = bench.asking(shape)
    source = answers.jobs(server, shape, answers.Asking(asking.drawn[:1], asking.token, asking.organization))
    async with connected(server.port) as client:
        await next(source)(client)  # plans are made and connections opened
        await asyncio.sleep(0.1)
        counter.counted = bolt.Counted()
        reply = await next(source)(client)
        await asyncio.sleep(0.1)
    series, counted = bench.series[shape.name, server.name], counter.counted
    series.bytes = len(reply.body)
    series.queries, series.trips, series.hits = len(counted.queries), counted.trips, counted.hits
    await bench.forget(shape, since)


async def _compare(bench: Bench, servers: list[Server]) -> None:
    """Every contender's answers beside those of the hub, or of the first where the hub is not there."""
    reference = next((server for server in servers if server.name == "hub"), servers[0])
    for number, shape in enumerate(bench.shapes):
        bench.say(f"Comparing the answers: {shape.name}", number / len(bench.shapes))
        since = datetime.now(UTC)
        ours = await answers.answers(reference, shape, bench.asking(shape))
        for server in servers:
            if server is not reference and bench.asked(server.name, shape):
                theirs = await answers.answers(server, shape, bench.asking(shape))
                answers.compare(shape, server.name, theirs, ours)
        await bench.forget(shape, since)


async def _rounds(bench: Bench, plan: Schedule, servers: list[Server]) -> None:
    windows = (plan.rounds + 1) * len(bench.shapes)
    for number in range(plan.rounds + 1):
        for place, shape in enumerate(bench.shapes):
            what = "Warming up" if number == 0 else f"Round {number} of {plan.rounds}"
            bench.say(f"{what}: {shape.name}", (number * len(bench.shapes) + place) / windows)
            since = datetime.now(UTC)
            for server in random.sample(servers, len(servers)):
                if bench.asked(server.name, shape):
                    await _window(bench, plan, server, shape, warming=number == 0)
            await bench.forget(shape, since)


async def _window(bench: Bench, plan: Schedule, server: Server, shape: Workload, *, warming: bool) -> None:
    series = bench.series[shape.name, server.name]
    source = answers.jobs(server, shape, bench.asking(shape))
    clients = shape.clients or CLIENTS
    before = processor_seconds(server.pid), processor_seconds(bench.database.pid)
    try:
        if warming:
            await timed(server.port, source, 1, plan.warm, least=10, longest=plan.longest)
            return
        alone = await timed(server.port, source, 1, plan.seconds, longest=plan.longest)
        crowd = await timed(server.port, source, clients, plan.seconds, least=1, longest=plan.longest)
    except TooSlow as error:
        series.failed = f"an answer took more than {error}"
        return
    series.server_seconds += processor_seconds(server.pid) - before[0]
    series.database_seconds += processor_seconds(bench.database.pid) - before[1]
    series.alone.append(alone.each)
    series.crowd.append(crowd.each)
    series.rates.append(crowd.rate)
