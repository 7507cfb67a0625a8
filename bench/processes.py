"""What the hub is as a process: with more workers, beside another one, in memory, and at its start."""

import asyncio
import contextlib
import http.client
import random
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench import answers
from bench.load import share, timed
from bench.measure import CLIENTS, Bench, Say, Schedule
from bench.servers import Server, environment, memory, process, running, wait_for
from bench.shapes import BY_NAME
from graph.server.launcher import free_port

_SHAPES = ("page_20", "node", "filter_selective")
"""One that is most of all work of the database, one of the server, and one between."""
_READY_SECONDS = 120.0


@contextmanager
def _workers(bench: Bench, number: int) -> Iterator[Server]:
    port = free_port()
    arguments = [sys.executable, "-m", "bench.contenders.hub", "--workers", str(number)]
    with process(arguments, environment(bench.database, port, {})) as started:
        wait_for(port, started, f"the hub with {number} workers")
        yield Server("hub", port, started.pid)


@contextmanager
def _pair(bench: Bench) -> Iterator[Server]:
    """Two hub processes on one address: the system gives each connection to one of them."""
    port = free_port()
    arguments = [sys.executable, "-m", "bench.contenders.hub", "--shared"]
    with ExitStack() as stack:
        for _ in range(2):
            started = stack.enter_context(process(arguments, environment(bench.database, port, {})))
            wait_for(port, started, "one of two hubs")
            time.sleep(3)  # the first answers for the second until that one listens, too
        yield Server("hub", port, started.pid)


async def workers(bench: Bench, plan: Schedule, numbers: list[int]) -> dict[str, Any]:
    """Requests a second and medians with that many workers, and with two processes, in turns."""
    made: dict[str, Any] = {}
    with ExitStack() as stack:
        servers: dict[str, Server] = {}
        for number in numbers:
            bench.say(f"Starting the hub with {number} workers", 0.0)
            entered = await asyncio.to_thread(stack.enter_context, _workers(bench, number))
            servers[f"{number} worker{'s' if number > 1 else ''}"] = entered
        servers["2 processes, one address"] = await asyncio.to_thread(stack.enter_context, _pair(bench))
        rates: dict[tuple[str, str], list[float]] = {}
        medians: dict[tuple[str, str], list[float]] = {}
        for number in range(plan.rounds + 1):
            for shape in (BY_NAME[name] for name in _SHAPES):
                bench.say(
                    f"Workers, round {number} of {plan.rounds}: {shape.name}", number / (plan.rounds + 1)
                )
                for name in random.sample(list(servers), len(servers)):
                    source = answers.jobs(servers[name], shape, bench.asking(shape))
                    seconds = plan.seconds if number else max(plan.warm, 2.0)
                    crowd = await timed(servers[name].port, source, CLIENTS, seconds, least=1)
                    if number:
                        rates.setdefault((name, shape.name), []).append(crowd.rate)
                        medians.setdefault((name, shape.name), []).append(share(crowd.each, 0.5) * 1e3)
        for (name, shape_name), served in rates.items():
            made.setdefault(name, {})[shape_name] = {
                "rate": statistics.median(served),
                "p50": statistics.median(medians[name, shape_name]),
            }
    return made


async def held(bench: Bench, plan: Schedule) -> dict[str, float]:
    """The MiB of a hub process: just started, and after it has served every shape to 16 clients."""
    start = running("hub", bench.database, bench.viewers)
    server = await asyncio.to_thread(start.__enter__)
    try:
        begun = memory(server.pid)["now"]
        for number, shape in enumerate(bench.shapes):
            bench.say(f"Memory: {shape.name}", number / len(bench.shapes))
            if not shape.writes:
                source = answers.jobs(server, shape, bench.asking(shape))
                await timed(server.port, source, CLIENTS, plan.seconds, least=1, longest=120)
        return {"started": begun, "served": memory(server.pid)["now"], "most": memory(server.pid)["most"]}
    finally:
        await asyncio.to_thread(start.__exit__, None, None, None)


def ready(data_dir: Path, heap: str, pagecache: str, say: Say, times: int = 3) -> list[float]:
    """Seconds from the command to the first `ready` of the hub with its own database, which is there."""
    made = []
    for number in range(times):
        say("From start to ready", number / times)
        port = free_port()
        sizes = ["--heap", heap, "--pagecache", pagecache]
        arguments = [sys.executable, "-m", "hub", "up", "--no-demo", "--data-dir", str(data_dir)]
        begun = time.monotonic()
        with process([*arguments, "--port", str(port), *sizes], {"NEO4J_URI": ""}) as started:
            while not _is_ready(port):
                if started.poll() is not None or time.monotonic() - begun > _READY_SECONDS:
                    raise TimeoutError("The hub did not become ready; its reason stands above.")
                time.sleep(0.02)
            made.append(time.monotonic() - begun)
    return made


def _is_ready(port: int) -> bool:
    with contextlib.suppress(OSError):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status == 200
        finally:
            connection.close()
    return False
