"""Ask the contenders for the same thing, and see that they answer the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import orjson

from bench import writes
from bench.draws import Variables
from bench.load import Client, Job, Reply, connected, request
from bench.servers import Server
from bench.shapes import Workload


class Different(Exception):
    """Two contenders answered one question differently: `str()` says where."""


class Refused(Exception):
    """A contender answered with an error."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What every contender is asked with: values for a shape, and the member where one asks."""

    drawn: list[Variables]
    token: str
    organization: str


def jobs(server: Server, shape: Workload, asking: Asking) -> Iterator[Job]:
    """One unit of a shape after another, without end, alternating over what was drawn."""
    authorization = f"Bearer {asking.token}"
    if shape.writes:
        return writes.jobs(server, shape, asking.drawn, authorization, asking.organization)
    (step,) = shape.steps(server.name)
    told = authorization if shape.member else None
    return cycle([_reading(server, shape, _request(server, step, v, told)) for v in asking.drawn])


def _request(server: Server, step: str, variables: Variables, authorization: str | None) -> bytes:
    if server.name == "limit":
        return request(step, orjson.dumps(variables), authorization)
    return request("/graphql", orjson.dumps({"query": step, "variables": variables}), authorization)


def _reading(server: Server, shape: Workload, sent: bytes) -> Job:
    async def job(client: Client) -> Reply:
        reply = await client.ask(sent)
        if reply.status != 200 or b'"errors":[{' in reply.body:
            raise Refused(f"{server.name}, {shape.name}: {reply.status} {reply.body[:2000]!r}")
        return reply

    return job


async def answers(server: Server, shape: Workload, asking: Asking) -> list[Any]:
    """What a server answers to everything that was drawn, as Python has it. Raises Refused."""
    made = []
    source = jobs(server, shape, asking)
    async with connected(server.port) as client:
        for _ in asking.drawn:
            told = orjson.loads((await next(source)(client)).body)
            if told.get("errors"):
                raise Refused(f"{server.name}, {shape.name}: {str(told['errors'])[:2000]}")
            made.append(told["data"])
    return made


def compare(shape: Workload, name: str, given: list[Any], hub: list[Any]) -> None:
    """Raises Different where the answers are not the same as the hub's, order and all.

    Every name, every value, and every list in its order; only the fields of one object have no order
    in JSON. A peer's answers are brought into one form first (see `normal` and `fitted`).
    """
    for number, (theirs, ours) in enumerate(zip(given, hub, strict=True)):
        if name.startswith("peer"):
            ours = normal(ours)  # noqa: PLW2901 - from here on in one form
            theirs = fitted(normal(theirs), ours)  # noqa: PLW2901
        if shape.writes:
            theirs, ours = _unnamed(theirs), _unnamed(ours)  # noqa: PLW2901
        place = difference(theirs, ours, "data")
        if place:
            raise Different(f"{shape.name}, draw {number}: {name} and the hub differ at {place}")


def difference(theirs: Any, ours: Any, place: str) -> str:
    """Where two answers differ first, and how; empty where they are the same."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        if theirs.keys() != ours.keys():
            return f"{place}: the fields {sorted(theirs)} and {sorted(ours)}"
        return next(filter(None, (difference(theirs[k], ours[k], f"{place}.{k}") for k in ours)), "")
    if isinstance(theirs, list) and isinstance(ours, list):
        if len(theirs) != len(ours):
            return f"{place}: {len(theirs)} and {len(ours)} rows"
        pairs = enumerate(zip(theirs, ours, strict=True))
        return next(filter(None, (difference(t, o, f"{place}[{i}]") for i, (t, o) in pairs)), "")
    same = theirs == ours and isinstance(theirs, bool) is isinstance(ours, bool)
    return "" if same else f"{place}: {theirs!r} and {ours!r}"


_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$")


def normal(told: Any) -> Any:
    """An answer in the form that the peers' and the hub's have in common.

    - The rows of a connection are its nodes, and a connection of nothing else is the list of them.
    - A moment is written to the millisecond: JavaScript has no more.
    - A mutation's empty list of user errors is left out.
    """
    match told:
        case {"nodes": list() as rows} if len(told) == 1:
            return [normal(row) for row in rows]
        case {"edges": list() as rows}:
            rest = {name: value for name, value in told.items() if name != "edges"}
            return normal(rest | {"nodes": [row["node"] for row in rows]})
        case dict():
            return {
                name: normal(value) for name, value in told.items() if not (name == "errors" and value == [])
            }
        case list():
            return [normal(item) for item in told]
        case str() if found := _MOMENT.match(told):
            return f"{found[1]}{(found[2] or '.')[:4]:0<4}Z"
        case _:
            return told


def fitted(theirs: Any, ours: Any) -> Any:
    """A peer's answer with an object where it has a list of one: it knows no edge to a single node."""
    match theirs, ours:
        case [one], dict():
            return fitted(one, ours)
        case [], None:
            return None
        case dict(), dict():
            return {name: fitted(value, ours.get(name)) for name, value in theirs.items()}
        case list(), list() if len(theirs) == len(ours):
            return [fitted(t, o) for t, o in zip(theirs, ours, strict=True)]
        case _:
            return theirs


def _unnamed(told: Any) -> Any:
    """An answer without the ids that were made for it."""
    match told:
        case dict():
            return {name: _unnamed(value) for name, value in told.items()}
        case list():
            return [_unnamed(item) for item in told]
        case str() if told.startswith("les_"):
            return "les_…"
        case _:
            return told
