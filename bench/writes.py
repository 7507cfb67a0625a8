"""Write a lesson and let it out: what each contender is sent for it, and how it is taken away again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from typing import Any

import orjson

from bench.draws import Variables
from bench.load import Client, Job, Reply, request
from bench.servers import Server
from bench.shapes import Workload
from graph.connection import Database
from graph.model.ids import new_id
from graph.text import fold, index_text, sort_key

_STATEMENT = "پیش از خرید تجهیزات بازار را بسنجید"
_RECOMMENDATION = "دست‌کم با ده خریدار گفت‌وگو کنید."
# The hub works these out of the text; a peer's client has to send them.
_TWINS = {
    "statementFold": fold(_STATEMENT),
    "statementSort": sort_key(_STATEMENT),
    "searchTitle": index_text(_STATEMENT),
    "searchBody": index_text(_RECOMMENDATION),
}
# Peers know no time finer than a millisecond: theirs may lie before the moment at which they were asked.
_FORGET = """
MATCH (l:Lesson)
WHERE l.createdAt >= datetime.truncate('millisecond', $since) AND l.ownerIds = [$organization]
CALL (l) {
  OPTIONAL MATCH (l)<-[:SUBJECT]-(e:Event) WITH l, collect(e) AS events
  OPTIONAL MATCH (l)-[:HAS_VERSION]->(v:Version) WITH l, events, collect(v) AS versions
  FOREACH (gone IN events + versions | DETACH DELETE gone)
  DETACH DELETE l
} IN TRANSACTIONS OF 500 ROWS
"""


class NotWritten(Exception):
    """A contender refused a write."""


def jobs(
    server: Server, shape: Workload, drawn: list[Variables], authorization: str, organization: str
) -> Iterator[Job]:
    """One published lesson after another, without end."""
    peer = server.name.startswith("peer")
    sources = cycle(drawn)
    create, publish = shape.steps(server.name)

    async def job(client: Client) -> Reply:
        source = next(sources)
        first = _peer_draft(source, organization) if peer else _draft(source)
        lesson = _lesson(await client.ask(_sent(server, create, first, authorization)))
        second = _peer_release(lesson, organization) if peer else _release(lesson)
        reply = await client.ask(_sent(server, publish, second, authorization))
        _lesson(reply)
        return reply

    while True:
        yield job


def _sent(server: Server, step: str, variables: Variables, authorization: str) -> bytes:
    if server.name == "limit":
        return request(step, orjson.dumps(variables), authorization)
    return request("/graphql", orjson.dumps({"query": step, "variables": variables}), authorization)


def _lesson(reply: Reply) -> dict[str, Any]:
    """The lesson of a payload. Raises NotWritten."""
    told = orjson.loads(reply.body)
    payload = next(iter((told.get("data") or {}).values()), None) or {}
    lesson: Any = payload.get("lesson")
    if isinstance(lesson, list):
        lesson = lesson[0] if lesson else None
    if not lesson:
        raise NotWritten(f"{reply.status} {reply.body[:2000]!r}")
    return dict(lesson)


def _draft(source: Variables) -> Variables:
    return {"input": {"statement": _STATEMENT, "recommendation": _RECOMMENDATION, **source}}


def _release(lesson: dict[str, Any]) -> Variables:
    return {"input": {"id": lesson["id"], "version": lesson["version"], "visibility": "MEMBERS"}}


# What the library's own mutations can do: no number is given to the event, and no lock is taken.


def _peer_draft(source: Variables, organization: str) -> Variables:
    now = datetime.now(UTC)
    lesson = {
        "id": new_id("les"),
        "statement": _STATEMENT,
        "recommendation": _RECOMMENDATION,
        **_TWINS,
        "language": "FA",
        "status": "DRAFT",
        "visibility": "MEMBERS",
        "audience": "OWNERS",
        "ownerIds": [organization],
        "version": 1,
        "demo": False,
        "createdAt": now.isoformat(),
        "updatedAt": now.isoformat(),
        "publisher": _connected(organization),
        "experiences": _connected(*source["experienceIds"]),
        "topics": _connected(*source["topicIds"]),
        "events": {"create": [_event("LESSON_CREATED", "OWNERS", organization, now)]},
    }
    return {"input": [lesson]}


def _peer_release(lesson: dict[str, Any], organization: str) -> Variables:
    now = datetime.now(UTC)
    update = {
        "status": {"set": "PUBLISHED"},
        "visibility": {"set": "MEMBERS"},
        "audience": {"set": "MEMBERS"},
        "publishedAt": {"set": now.isoformat()},
        "updatedAt": {"set": now.isoformat()},
        "version": {"set": lesson["version"] + 1},  # adding would call APOC
        "events": [{"create": [_event("LESSON_PUBLISHED", "MEMBERS", organization, now)]}],
    }
    return {"id": lesson["id"], "version": lesson["version"], "organization": organization, "update": update}


def _event(kind: str, audience: str, organization: str, now: datetime) -> dict[str, Any]:
    node = {
        "id": new_id("eve"),
        "kind": kind,
        "at": now.isoformat(),
        "toldAt": now.isoformat(),
        "audience": audience,
        "ownerIds": [organization],
        "by": _connected(organization),
    }
    return {"node": node}


def _connected(*ids: str) -> dict[str, Any]:
    return {"connect": [{"where": {"node": {"id": {"eq": id_}}}} for id_ in ids]}


async def forget(connection: Database, organization: str, since: datetime) -> None:
    """Take away what was written since then, so that the next round finds the graph as it was."""
    await connection.statement(_FORGET, organization=organization, since=since)
