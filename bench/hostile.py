"""What others notice while somebody asks for the worst: `node(id)` of one client beside a siege.

The requests were written to hurt, and no limit or price was set by them. Each is sent for some seconds by
anonymous attackers and by a member, while another member asks for one record after another. With `budgets`
the hub is as it comes; without, nobody runs out of points, and turns alone protect the others.
"""

import asyncio
import contextlib
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import orjson

from bench.load import Client, Reply, ServerGone, connected, request, share
from bench.measure import Bench
from bench.servers import Server, command, environment, memory, process, wait_for
from graph.server.launcher import free_port
from hub import tokens
from hub.settings import BUDGET_ANONYMOUS, BUDGET_COORDINATOR, BUDGET_MEMBER

ANONYMOUS, MEMBERS = 12, 12
"""How many connections of each kind attack at a time."""
_PAUSE = 0.01
"""Seconds the victim waits between two requests: it is a reader, and no load."""
_GIVES_UP = 30.0

Attack: TypeAlias = Callable[[int, dict[str, Any]], dict[str, Any]]
"""The body of the attack's n-th request, from what was drawn of the data."""


def _at_once(fields: Iterable[str]) -> dict[str, Any]:
    """A request for several root fields, each under a name of its own."""
    return {"query": "{ " + " ".join(f"a{i}: {field}" for i, field in enumerate(fields)) + " }"}


def _six_levels(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Fifty roots, each with a filter of six edges."""
    filter_ = (
        "{publisher: {experiences: {some: {lessons: {some: {topics: {some: {lessons: {some:"
        f' {{publisher: {{nameFa: {{contains: "{n}"}}}}{"}" * 10}'
    )
    return _at_once(f"experiences(first: 1, filter: {filter_}) {{ totalCount }}" for _ in range(50))


def _many_conditions(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """A hundred conditions on edges, all or any."""
    each = ", ".join(f'{{topics: {{some: {{labelFa: {{contains: "{n}{i}"}}}}}}}}' for i in range(100))
    word = "OR" if n % 2 else "AND"
    return {"query": f"{{ lessons(filter: {{{word}: [{each}]}}) {{ totalCount }} }}"}


def _schema(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """All that the schema says of itself, several times at once, never twice the same."""
    type_ = "kind name ofType { kind name ofType { kind name ofType { name } } }"
    value = f"name a{n}: description defaultValue type {{ {type_} }}"
    field_ = f"name description args {{ {value} }} type {{ {type_} }}"
    types = f"types {{ name description fields {{ {field_} }} inputFields {{ {value} }} }}"
    return {"query": f"{{ {' '.join(f's{i}: __schema {{ {types} }}' for i in range(8))} }}"}


def _new_shapes(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Texts that the database has never planned: another choice of fields each time."""
    rng = random.Random(n)  # noqa: S311 - for an attack that can be repeated
    fields = [
        "id",
        "title",
        "outcome",
        "language",
        "context",
        "happened",
        "why",
        "startedOn",
        "endedOn",
        "status",
        "createdAt",
    ]
    inner = ["id", "nameFa", "nameEn", "kind", "mission", "foundingDate"]

    def some(names: list[str]) -> str:
        return " ".join(rng.sample(names, rng.randint(2, len(names))))

    return {
        "query": f"{{ experiences(first: 2) {{ nodes {{ {some(fields)} publisher {{ {some(inner)}"
        f" location {{ nameFa partOf {{ nameFa }} }} experiences(first: 2) {{ nodes {{ {some(fields)} }} }}"
        " }"
        f" lessons(first: 2) {{ nodes {{ statement publisher {{ {some(inner)} }} }} }} }} }} }}"
    }


def _paths(n: int, drawn: dict[str, Any]) -> dict[str, Any]:
    """Ways of six ties, between others each time, several at once."""
    ids = drawn["organizations"]
    return _at_once(
        f'introductionPath(fromId: "{ids[(n + i) % len(ids)]}",'
        f' toId: "{ids[(n * 7 + 3 * i + 1) % len(ids)]}", maxLength: 6)'
        " { steps { organization { nameFa } } }"
        for i in range(8)
    )


def _maps(_n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """The whole map, with the ties of its organizations and theirs."""
    return {
        "query": "{ networkMap(filter: {ever: true}, nodesFirst: 2000, tiesFirst: 5000) { totalNodes"
        " totalTies"
        " nodes { degree organization { id nameFa mission topics { labelFa } } }"
        " ties { kind source { id nameFa } target { id nameFa } } } }"
    }


def _searches(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Ten searches for what nearly every record holds, with facets and highlights."""
    words = ["کار", "آموزش", "زنان", "خانه", "فروش", "مهارت", "وام", "بازار", "گروه", "تولید"]
    return _at_once(
        f'search(query: "{words[i]} {words[(i + n) % 10]}", first: 100) {{ totalCount'
        " hits { score node { __typename } highlights { text } }"
        " facets { types { type count } topics { count } regions { count } years { year count } } }"
        for i in range(10)
    )


def _suggestions(n: int, drawn: dict[str, Any]) -> dict[str, Any]:
    """Collaborators for a dozen organizations, with all reasons."""
    ids = drawn["organizations"]
    return _at_once(
        f'collaborators(organizationId: "{ids[(n * 12 + i) % len(ids)]}", first: 50)'
        " { score organization { nameFa } reasons { kind weight topics { labelFa } offers { title } } }"
        for i in range(12)
    )


def _deep_pages(_n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Pages in pages, as large as they may be."""
    return {
        "query": "{ organizations(first: 20) { nodes { nameFa experiences(first: 20) { totalCount nodes {"
        " title happened why lessons(first: 20) { totalCount nodes { statement"
        " adoptions(first: 5) { totalCount nodes { note outcome } } } } } } } } }"
    }


def _unsorted(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Letters inside of the texts of every record, counted, and the oldest first."""
    return {
        "query": f'{{ experiences(first: 100, filter: {{title: {{contains: "{n}"}}}}) {{ totalCount }}'
        f' lessons(first: 100, filter: {{statement: {{contains: "{n}"}}}}) {{ totalCount }}'
        " events(first: 100, sort: [TOLD_AT_ASC]) { totalCount } }"
    }


def _histories(n: int, drawn: dict[str, Any]) -> dict[str, Any]:
    """The versions of a hundred records, whole."""
    ids = drawn["nodes"]
    asked = orjson.dumps([ids[(n + i) % len(ids)] for i in range(100)]).decode()
    return {
        "query": f"{{ nodes(ids: {asked}) {{ id ... on Lesson {{ versions(first: 20) {{ nodes {{ number at"
        " values { field value } changes { field before after } } } } } }"
    }


def _large_answers(_n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Megabytes of text at a time."""
    return _at_once(
        "experiences(first: 100) { nodes { id title context intended happened why"
        " enablingFactors barriers publisher { nameFa mission } } }"
        for i in range(10)
    )


def _long_documents(n: int, _drawn: dict[str, Any]) -> dict[str, Any]:
    """Documents as long as they may be, that say nothing, never twice the same."""
    return {"query": "{ " + " ".join(f"a{n}x{i}: __typename" for i in range(900)) + " }"}


def _previews(n: int, drawn: dict[str, Any]) -> dict[str, Any]:
    """What a protected failure would look like: it is counted among all organizations."""
    ids = drawn["nodes"]
    return _at_once(
        f'previewLesson(id: "{ids[(n + i) % len(ids)]}", visibility: ANONYMIZED)'
        " { everybody { id } members { id } coarser }"
        for i in range(20)
    )


ATTACKS: dict[str, Attack] = {
    attack.__name__.strip("_"): attack
    for attack in (
        _six_levels,
        _many_conditions,
        _schema,
        _new_shapes,
        _paths,
        _maps,
        _searches,
        _suggestions,
        _deep_pages,
        _unsorted,
        _histories,
        _large_answers,
        _long_documents,
        _previews,
    )
}


@dataclass(slots=True)
class Siege:
    """What one attack did to the victim, and what became of the attack."""

    waited: list[float] = field(default_factory=list)
    failed: int = 0
    answers: Counter[str] = field(default_factory=Counter)

    def told(self) -> dict[str, Any]:
        """Milliseconds of the victim, its failures, and the attackers' answers by code."""
        return {
            "p50": share(self.waited, 0.5) * 1e3,
            "p99": share(self.waited, 0.99) * 1e3,
            "most": max(self.waited) * 1e3,
            "asked": len(self.waited),
            "failed": self.failed,
            "attacks": dict(self.answers.most_common()),
        }


async def sieges(bench: Bench, seconds: float) -> dict[str, Any]:
    """Every attack for that many seconds, with budgets and without: `{budgets: {attack: told}}`."""
    drawn = {
        "organizations": [row["id"] for row in bench.drawn.variables["collaborators"]],
        "nodes": [row["id"] for row in bench.drawn.variables["node"]],
    }
    hostile = await _another(bench)
    made: dict[str, Any] = {}
    for budgets in (True, False):
        start = _hub(bench, budgets=budgets)
        server = await asyncio.to_thread(start.__enter__)
        try:
            async with connected(server.port) as client:
                await client.ask(_reads(bench)[0])  # Planned now: this hub does not warm itself.
            told = {}
            for number, (name, attack) in enumerate({"nothing": None, **ATTACKS}.items()):
                bench.say(f"A siege by {name}", number / (len(ATTACKS) + 1))
                told[name] = (await _siege(server, bench, hostile, attack, drawn, seconds)).told()
            made["with budgets" if budgets else "without"] = told
            made[f"memory {'with budgets' if budgets else 'without'}"] = memory(server.pid)
        finally:
            await asyncio.to_thread(start.__exit__, None, None, None)
    return made


async def _another(bench: Bench) -> str:
    """A token of another organization than the victim's."""
    own = bench.drawn.member["organization"]
    other = next(row["id"] for row in bench.drawn.variables["collaborators"] if row["id"] != own)
    return (await tokens.create(bench.connection, other, "MEMBER", ["read"], 2, "siege"))[1]


@contextlib.contextmanager
def _hub(bench: Bench, *, budgets: bool) -> Iterator[Server]:
    port = free_port()
    settings = environment(bench.database, port, {})
    if budgets:
        given = (BUDGET_ANONYMOUS, BUDGET_MEMBER, BUDGET_COORDINATOR)
        names = ("ANONYMOUS", "MEMBER", "COORDINATOR")
        settings |= {f"HUB_BUDGET_{name}": str(most) for name, most in zip(names, given, strict=True)}
    with process(command("hub", port), settings) as started:
        wait_for(port, started, "the hub")
        yield Server("hub", port, started.pid)


async def _siege(
    server: Server,
    bench: Bench,
    hostile: str,
    attack: Attack | None,
    drawn: dict[str, Any],
    seconds: float,
) -> Siege:
    siege = Siege()
    over = asyncio.Event()
    numbers = iter(range(10**9))
    attackers = [None] * ANONYMOUS + [f"Bearer {hostile}"] * MEMBERS
    begun = [
        asyncio.create_task(_attack(server.port, attack, who, drawn, numbers, siege, over))
        for who in attackers
        if attack is not None
    ]
    await asyncio.sleep(0.5)
    await _victim(server.port, _reads(bench), siege, seconds)
    over.set()
    for task in begun:
        task.cancel()
    await asyncio.gather(*begun, return_exceptions=True)
    await asyncio.sleep(2.0)  # what is under way comes to its end
    return siege


async def _attack(
    port: int,
    attack: Attack,
    who: str | None,
    drawn: dict[str, Any],
    numbers: Iterator[int],
    siege: Siege,
    over: asyncio.Event,
) -> None:
    while not over.is_set():
        with contextlib.suppress(ServerGone, OSError):
            async with connected(port) as client:
                while not over.is_set():
                    body = orjson.dumps(attack(next(numbers), drawn))
                    reply = await client.ask(request("/graphql", body, who))
                    siege.answers[_said(reply)] += 1
        await asyncio.sleep(0.02)


def _said(reply: Reply) -> str:
    if reply.status == 200 and b'"errors":[{' not in reply.body:
        return "answered"
    with contextlib.suppress(ValueError, LookupError, TypeError):
        return str(orjson.loads(reply.body)["errors"][0]["extensions"]["code"])
    return f"status {reply.status}"


def _reads(bench: Bench) -> list[bytes]:
    """The requests of the victim, for one record each."""
    query = "query($id: ID!) { node(id: $id) { __typename id } }"
    bodies = (orjson.dumps({"query": query, "variables": row}) for row in bench.drawn.variables["node"])
    return [request("/graphql", body, f"Bearer {bench.token}") for body in bodies]


async def _victim(port: int, sent: list[bytes], siege: Siege, seconds: float) -> None:
    """One record after another; whatever is not its answer within half a minute is a failure."""
    until, number = time.perf_counter() + seconds, 0
    while time.perf_counter() < until:
        with contextlib.suppress(ServerGone, OSError):
            async with connected(port) as client:
                while time.perf_counter() < until:
                    number += 1
                    siege.failed += not await _asked(client, sent[number % len(sent)], siege)
                    await asyncio.sleep(_PAUSE)
            return
        siege.failed += 1


async def _asked(client: Client, sent: bytes, siege: Siege) -> bool:
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(_GIVES_UP):
            reply = await client.ask(sent)
    finally:
        siege.waited.append(time.perf_counter() - begun)
    return reply.status == 200 and b'"id":"' in reply.body
