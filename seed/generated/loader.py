"""Fill a graph with generated records, up to a million nodes: the same for the same seed.

What follows from the blueprint is written by several sessions at once, while Python makes the next rows. The
indexes are taken away first and made anew when all is there: built once, in order, they cost a tenth.
That of the ids comes back as soon as records are looked up by them.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from graph.connection import Database, Transaction
from graph.errors import GraphError
from graph.migrations import migrate
from graph.model import MODEL
from graph.model.indexes import statements
from graph.model.settled import settling
from seed.generated import (
    bodies,
    experiences,
    lessons,
    organizations,
    partnerships,
    programs,
    resources,
    support,
    training,
)
from seed.generated.draw import draw
from seed.generated.rows import Batch, Ground, Maker

Progress = Callable[[str, float], None]

SESSIONS = 2
"""One more than the database has cores here: while one waits for Python, the others keep it busy."""

_EVENTS = "MATCH (c:Counter {name: 'events'}) RETURN c.value AS value"
_COUNT = "MERGE (c:Counter {name: 'events'}) SET c.value = $value"
_SIZE = "RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS relationships"
_GROUND = """
RETURN COLLECT { MATCH (r:Region) RETURN [r.code, id(r)] } AS regions,
       COLLECT { MATCH (t:Topic) RETURN [t.slug, id(t)] } AS topics,
       COLLECT { MATCH (s:Skill) RETURN [s.slug, id(s)] } AS skills
"""
(_IDS,) = (text for text in statements(MODEL) if text.startswith("CREATE CONSTRAINT Node_id "))
_INDEXES = "SHOW INDEXES YIELD name, owningConstraint WHERE owningConstraint IS NULL RETURN name"
_FORGET_INDEXES = "MATCH (m:Migration) WHERE m.name STARTS WITH 'indexes_' DELETE m"


_KINDS = (
    experiences.experiences,
    resources.resources,
    partnerships.partnerships,
    organizations.ties,
    programs.programs,
    support.centers,
    support.instruments,
    bodies.networks,
)
"""What leads to organizations, places and its own parts alone."""
_LED = (
    *(lessons.approaches, lessons.adoptions, lessons.evidence, resources.exchanges),
    *(training.courses, training.apprenticeships, training.terms, training.reports, bodies.groups),
)
"""What leads to those, which are found by their ids."""


class AlreadyGenerated(GraphError):
    """The graph holds the records of this seed."""

    code = "ALREADY_GENERATED"

    def __str__(self) -> str:
        return f"The graph holds records of seed {self.details['seed']} already. Take another seed."


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What was loaded, and how fast; `index_seconds` is the time to make the indexes anew after it."""

    nodes: int
    relationships: int
    seconds: float
    nodes_per_second: float
    index_seconds: float


async def load(database: Database, nodes: int, seed: int, progress: Progress) -> LoadReport:
    """Load about `nodes` nodes beside the regions, topics and skills that the graph has.

    Nobody else should write meanwhile: ids are checked when all is there, events numbered before. Raises
    AlreadyGenerated (then nothing is written) and DatabaseUnavailable.
    """
    await migrate(database)
    began = time.perf_counter()
    before = await _size(database)
    loading = await _prepared(database, nodes, seed, progress)
    await _drop_indexes(database)
    try:
        await loading.run()
        seconds = time.perf_counter() - began - loading.index_seconds
    finally:
        progress("Making the indexes", 0.0)
        await migrate(database)
    progress("Making the indexes", 1.0)
    made = [after - earlier for after, earlier in zip(await _size(database), before, strict=True)]
    whole = time.perf_counter() - began
    return LoadReport(made[0], made[1], seconds, made[0] / seconds, whole - seconds)


async def _size(database: Database) -> tuple[int, int]:
    (row,) = await database.rows(_SIZE)
    return row["nodes"], row["relationships"]


async def _drop_indexes(database: Database) -> None:
    # First the note that they are there: should this process end here, the next start makes them anew.
    await database.statement(_FORGET_INDEXES)
    names = [index["name"] for index in await database.rows(_INDEXES)]

    async def work(transaction: Transaction) -> None:
        for name in names:
            await transaction.run(f"DROP INDEX {name} IF EXISTS")
        await transaction.run("DROP CONSTRAINT Node_id IF EXISTS")

    # In one transaction: the database needs longer for its end than for all that is in it.
    await database.write(work)


async def _prepared(database: Database, nodes: int, seed: int, progress: Progress) -> "_Loading":
    progress("Planning", 0.0)
    counters = await database.rows(_EVENTS)
    first = counters[0]["value"] if counters else 0
    blueprint = draw(nodes, seed)
    rng = Random(seed)  # noqa: S311 - made up to be read, not to be kept secret
    maker = Maker(blueprint, await _ground(database), blueprint.calendar.sequences(first), rng)
    first_batches = list(organizations.organizations(maker))
    id_ = first_batches[0].parameters["rows"][0]["id"]
    if await database.rows("MATCH (n:Node {id: $id}) RETURN n.id AS id", id=id_):
        raise AlreadyGenerated(seed=seed)
    return _Loading(database, progress, maker, first_batches)


async def _ground(database: Database) -> Ground:
    """The regions, topics and skills of the graph."""
    (row,) = await database.rows(_GROUND)
    return Ground(**{name: dict(pairs) for name, pairs in row.items()})


@dataclass(slots=True)
class _Loading:
    """Runs the batches of a blueprint, in several sessions at once."""

    database: Database
    progress: Progress
    maker: Maker
    organizations: list[Batch]
    index_seconds: float = 0.0
    events: int = 0
    """How many are written. They are half of all nodes, so they measure the rest too."""

    async def run(self) -> None:
        """Write everything."""
        maker = self.maker
        # One batch after the other: the organizations keep the order of the blueprint.
        own, ids = [], []
        for batch in self.organizations:
            own += await self.ids(batch)
            ids += [row["id"] for row in batch.parameters["rows"]]
        maker.organizations, maker.organization_ids = own, ids
        for kind in _KINDS:
            await self.all(kind(maker))
        began = time.perf_counter()
        await self.database.statement(_IDS)
        self.index_seconds = time.perf_counter() - began
        for kind in _LED:
            await self.all(kind(maker))
        await self.database.statement(_COUNT, value=max(maker.sequences))
        for text in settling(MODEL, "IN TRANSACTIONS OF 5000 ROWS"):
            await self.database.statement(text)

    async def ids(self, batch: Batch) -> list[int]:
        """Run one batch; the database's own ids of its records, in the order of its rows."""

        async def work(transaction: Transaction) -> list[int]:
            (row,) = await transaction.run(batch.text, **batch.parameters)
            return list(row["ids"])

        made, _ = await self.database.write(work)
        self._tell(batch)
        return made

    async def all(self, batches: Iterator[Batch]) -> None:
        """Run all batches, in any order."""
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(SESSIONS):
                    group.create_task(self._session(batches))
        except ExceptionGroup as failed:
            # What stopped the first session is told; the others were only stopped with it.
            raise failed.exceptions[0] from None

    async def _session(self, batches: Iterator[Batch]) -> None:
        for batch in batches:

            async def work(transaction: Transaction, batch: Batch = batch) -> None:
                await transaction.run(batch.text, **batch.parameters)

            await self.database.write(work)
            self._tell(batch)

    def _tell(self, batch: Batch) -> None:
        rows = batch.parameters["rows"]
        self.events += sum(len(row["events"]) for row in rows)
        inner = [part for row in rows for name in ("lessons", "boards") for part in row.get(name, ())]
        inner += [seat for part in inner for seat in part.get("seats", ())]
        self.events += sum(len(part["events"]) for part in inner)
        self.progress("Writing", min(self.events / len(self.maker.sequences), 1.0))
