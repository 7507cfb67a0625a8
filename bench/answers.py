"""Ask the contenders for the same thing, and see that they answer the same."""

import re
from collections.abc import Iterator
from itertools import count, cycle
from typing import Any

import orjson

from bench.draws import Variables
from bench.load import Client, Job, Reply, connected, request
from bench.servers import Server
from bench.shapes import Shape


class Different(Exception):
    """Two contenders answered one question differently: `str()` says where."""


class Refused(Exception):
    """A contender answered with an error."""


_NUMBERS = count(1)


def jobs(server: Server, shape: Shape, drawn: list[Variables], token: str | None) -> Iterator[Job]:
    """One unit of a shape after another, without end, alternating over what was drawn."""
    authorization = f"Bearer {token}" if shape.member else None
    if shape.writes:
        return _writes(server, shape, drawn, authorization)
    asked = (
        _request(server, step, variables, authorization)
        for variables in drawn
        for step in shape.steps(server.name)
    )

    def ask(sent: bytes) -> Job:
        async def job(client: Client) -> Reply:
            reply = await client.ask(sent)
            if reply.status != 200 or b'"errors":[{' in reply.body:
                raise Refused(f"{server.name}, {shape.name}: {reply.status} {reply.body[:2000]!r}")
            return reply

        return job

    return cycle([ask(sent) for sent in asked])


def _request(server: Server, step: str, variables: Variables, authorization: str | None) -> bytes:
    if server.name == "limit":
        return request(step, orjson.dumps(variables), authorization)
    body = orjson.dumps({"query": step, "variables": variables})
    return request("/graphql", body, authorization)


def _writes(server: Server, shape: Shape, drawn: list[Variables], authorization: str | None) -> Iterator[Job]:
    create, publish = shape.steps(server.name)
    sources = cycle(drawn)

    async def job(client: Client) -> Reply:
        source = next(sources)
        given = {
            "statement": f"پیش از خرید تجهیزات بازار را بسنجید {next(_NUMBERS)}",
            "recommendation": "دست‌کم با ده خریدار گفت‌وگو کنید.",
            **source,
        }
        made = await _asked(client, server, create, {"input": given}, authorization)
        lesson = _lesson(made)
        told = {"id": lesson["id"], "version": lesson["version"], "visibility": "MEMBERS"}
        return await client.ask(_request(server, publish, {"input": told}, authorization))

    while True:
        yield job


async def _asked(
    client: Client, server: Server, step: str, variables: Variables, authorization: str | None
) -> Reply:
    reply = await client.ask(_request(server, step, variables, authorization))
    if reply.status != 200:
        raise Refused(f"{server.name}: {reply.status} {reply.body[:2000]!r}")
    return reply


def _lesson(reply: Reply) -> dict[str, Any]:
    """The lesson of a payload, whichever mutation made it."""
    told = orjson.loads(reply.body)
    (payload,) = told["data"].values()
    lesson: dict[str, Any] = normal(payload)["lesson"]
    return lesson


async def answers(server: Server, shape: Shape, drawn: list[Variables], token: str | None) -> list[Any]:
    """What a server answers to everything that was drawn, as Python has it."""
    made = []
    source = jobs(server, shape, drawn, token)
    async with connected(server.port) as client:
        for _ in drawn:
            reply = await next(source)(client)
            told = orjson.loads(reply.body)
            if told.get("errors"):
                raise Refused(f"{server.name}, {shape.name}: {reply.body[:2000]!r}")
            made.append(told["data"])
    return made


def compare(shape: Shape, name: str, given: list[Any], hub: list[Any]) -> None:
    """Raises Different where the answers are not the same as the hub's, order and all.

    Every name, every value, and every list in its order; only the fields of one object have no order
    in JSON. A peer's answers are brought into one form first (see `normal`).
    """
    for number, (theirs, ours) in enumerate(zip(given, hub, strict=True)):
        if name.startswith("peer") or shape.writes:
            theirs, ours = normal(theirs), normal(ours)  # noqa: PLW2901 - from here on in one form
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


_WHOLE_SECOND = re.compile(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.0+)?Z$")


def normal(told: Any) -> Any:
    """An answer in the form that the peers' and the hub's have in common.

    - A connection that only lists its nodes is that list.
    - A moment on a whole second is written without a fraction.
    """
    match told:
        case {"nodes": list() as rows} if len(told) == 1:
            return [normal(row) for row in rows]
        case {"edges": list() as rows} if len(told) == 1:
            return [normal(row["node"]) for row in rows]
        case dict():
            return {name: normal(value) for name, value in told.items()}
        case list():
            return [normal(item) for item in told]
        case str() if found := _WHOLE_SECOND.match(told):
            return f"{found[1]}Z"
        case _:
            return told


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
