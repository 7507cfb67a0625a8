"""`scripts/bench`: start everything, see that all answer the same, take the times in turns, keep them."""

import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import uvloop

from bench import data, hostile, picture, processes, results
from bench.answers import Different, Refused
from bench.draws import draw
from bench.load import own_cost, share
from bench.measure import Bench, Schedule, measure
from bench.servers import CONTENDERS, DidNotStart, install_peers
from bench.shapes import BY_NAME, SHAPES
from bench.writes import NotWritten
from graph.connection import Database
from hub import tokens

PARTS = ("shapes", "workers", "memory", "ready", "sieges")


SIEGE_SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for."""

    size: int
    shapes: tuple[str, ...]
    contenders: tuple[str, ...]
    parts: tuple[str, ...]
    workers: list[int]
    plan: Schedule
    folder: Path
    heap: str
    pagecache: str
    kept: Path


class Progress:
    """One line on standard error that says what is being done, and how far it is."""

    def __init__(self) -> None:
        self._shown = ""
        self._live = sys.stderr.isatty()

    def __call__(self, what: str, done: float) -> None:
        """Say it; where nobody looks on, only when something else begins."""
        if self._live:
            sys.stderr.write(f"\r\033[K{what} … {done:.0%}")
        elif what != self._shown:
            sys.stderr.write(f"{what} …\n")
        sys.stderr.flush()
        self._shown = what

    def clear(self) -> None:
        """Take the line away."""
        if self._live:
            sys.stderr.write("\r\033[K")


def _listed(known: tuple[str, ...], asked: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in asked.split(",")) if asked else known
    unknown = set(wanted) - set(known)
    if unknown:
        raise click.BadParameter(f"{', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
    return tuple(name for name in known if name in wanted)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--size", default=65_000, show_default=True, help="How many nodes, about.")
@click.option("--shapes", default="", help="Only these shapes, parted by commas.")
@click.option("--contenders", default="", help="Only these contenders, parted by commas.")
@click.option("--parts", default="", help=f"Only these parts: {', '.join(PARTS)}.")
@click.option("--rounds", default=5, show_default=True, help="How often each contender has its turn.")
@click.option("--seconds", default=1.5, show_default=True, help="How long a turn is, at 1 and at 16 clients.")
@click.option("--workers", default="1,2,4", show_default=True, help="Numbers of uvicorn workers to compare.")
@click.option("--quick", is_flag=True, help="Two short rounds; nothing is kept in bench/results.")
@click.option("--data-dir", type=click.Path(path_type=Path), default=Path(".bench"), show_default=True)
@click.option("--heap", default="1g", show_default=True, help="Java memory of the database.")
@click.option("--pagecache", default="1g", show_default=True, help="Memory for the graph's pages.")
def main(
    *, size: int, shapes: str, contenders: str, parts: str, rounds: int, seconds: float, **more: Any
) -> None:
    """Measure the hub beside hand-written Cypher, plain Strawberry and @neo4j/graphql."""
    plan = Schedule(2, 0.4, 0.4) if more["quick"] else Schedule(rounds, seconds, 1.5)
    whole = not (more["quick"] or shapes or contenders)
    kept = results.KEPT if whole else more["data_dir"] / "results"
    options = Options(
        size,
        _listed(tuple(BY_NAME), shapes),
        _listed(CONTENDERS, contenders),
        _listed(PARTS, parts),
        [int(number) for number in more["workers"].split(",")],
        plan,
        more["data_dir"].absolute() / str(size),
        more["heap"],
        more["pagecache"],
        kept / f"{size}.json",
    )
    try:
        facts = uvloop.run(_measured(options))
    except (Different, Refused, NotWritten, DidNotStart, FileExistsError, LookupError) as error:
        raise click.ClickException(str(error)) from error
    results.write(options.kept, facts)
    if facts.get("shapes"):
        options.kept.with_suffix(".svg").write_text(picture.svg(facts), encoding="utf-8")
        click.echo("\n".join(results.table(facts)))
    click.echo(f"Kept in {options.kept}.", err=True)


@contextmanager
def _told() -> Iterator[Progress]:
    progress = Progress()
    try:
        yield progress
    finally:
        progress.clear()


async def _measured(options: Options) -> dict[str, Any]:
    """What was kept of this size, with the parts that were asked for measured anew."""
    facts = results.read(options.kept) if options.kept.is_relative_to(results.KEPT) else {}
    with _told() as say:
        if any(name.startswith("peer") for name in options.contenders):
            install_peers()
        with data.database(options.folder, options.heap, options.pagecache, say) as database:
            async with Database(database.uri, database.user, database.password).opened() as connection:
                loaded = await data.filled(connection, options.folder, options.size, say)
                facts |= {
                    "size": options.size,
                    "nodes": loaded["nodes"],
                    "loading": loaded,
                    "machine": {**data.machine(), "heap": options.heap, "pagecache": options.pagecache},
                }
                say("Choosing what to ask for", 0.0)
                drawn = await draw(connection)
                secret = (
                    await tokens.create(
                        connection,
                        drawn.member["organization"],
                        "MEMBER",
                        ["read", "publish", "exchange"],
                        2,
                        "bench",
                    )
                )[1]
                shapes = [shape for shape in SHAPES if shape.name in options.shapes]
                bench = Bench(connection, database, drawn, secret, shapes, options.contenders, say)
                async for part in _parts(bench, options):
                    facts |= part
                    results.write(options.kept, facts)  # what is measured outlives what fails after it
        if "ready" in options.parts:
            facts["ready"] = processes.ready(options.folder, options.heap, options.pagecache, say)
    return facts


async def _parts(bench: Bench, options: Options) -> AsyncIterator[dict[str, Any]]:
    begun = time.monotonic()
    if "shapes" in options.parts:
        cost = await own_cost()
        await measure(bench, options.plan)
        yield {
            "shapes": {shape.name: _told_of(bench, shape.name) for shape in bench.shapes},
            "deep_row": bench.drawn.deep_row,
            "client_us": share(cost.each, 0.5) * 1e6,
            "measured": {
                "at": f"{datetime.now(UTC):%Y-%m-%d}",
                "minutes": (time.monotonic() - begun) / 60,
                "rounds": options.plan.rounds,
                "seconds": options.plan.seconds,
            },
        }
    if "workers" in options.parts:
        yield {"workers": await processes.workers(bench, options.plan, options.workers)}
    if "memory" in options.parts:
        yield {"memory": await processes.held(bench, options.plan)}
    if "sieges" in options.parts:
        yield {"sieges": await hostile.sieges(bench, SIEGE_SECONDS)}


def _told_of(bench: Bench, shape: str) -> dict[str, Any]:
    told = {}
    for name in bench.contenders:
        if reason := BY_NAME[shape].left_out(name):
            told[name] = {"not_asked": reason}
        else:
            told[name] = bench.series[shape, name].told()
    return told


if __name__ == "__main__":
    main()
