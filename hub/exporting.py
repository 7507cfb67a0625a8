"""Turn the audit into lines of JSON, one an entry, as an administrator may read it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from graph.compiler import Role
from graph.compiler.visibility import Sight
from graph.connection import Database, Transaction
from graph.model import MODEL
from graph.model.audit import TOLD_OF, AuditKind
from graph.model.members import Finished
from graph.model.versions import VERSION
from graph.queries import audit
from graph.queries.audit import Trail
from hub.context import Context, Viewer

COMMAND = "hub audit export"
_EVER = (date(1970, 1, 1), date(9000, 1, 1))
"""No entry is of a day before the one, or after the other."""
_SEE = Sight(Role.ADMINISTRATOR, MODEL)
_CHANGES = VERSION.by_name["changes"]
assert isinstance(_CHANGES, Finished)
assert _CHANGES.cypher is not None
_FOUND = f"CASE WHEN v IS NULL THEN null ELSE {_CHANGES.cypher('v', _SEE)} END"
_ROWS = f"""
MATCH (a:AuditEntry) WHERE a.at >= $since AND a.at < $until AND {_SEE("a", "AuditEntry")}
OPTIONAL MATCH (a)-[:{TOLD_OF}]->(e:Event)
OPTIONAL MATCH (e)-[:SUBJECT]->(s)
OPTIONAL MATCH (a)-[:AUDIT_LEFT]->(v:Version) WHERE {_SEE.then("v", "s")}
OPTIONAL MATCH (a)-[:AUDIT_FOR]->(o:Organization)
WITH a, e, s, v, o ORDER BY a.at, a.id
RETURN a {{.id, .kind, .what, at: toString(a.at), lastAt: toString(a.lastAt), .times, .role, .tokenId,
           .personId, .sessionId, .address, .request, .aboutId, event: e.kind, recordId: s.id,
           version: v.number, organizationId: o.id}} AS entry, {_FOUND} AS changes
"""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both among them; None: from the beginning, to the end."""

    first: date | None
    last: date | None


async def lines(database: Database, context: Context, days: Days) -> AsyncIterator[bytes]:
    """The entries of these days, the oldest first; that they are taken along is the last of them.

    Raises DatabaseUnavailable; the lines before it stand.
    """
    now = datetime.now(UTC)
    await database.write(_noting(now))
    parameters = context.parameters()
    zone = ZoneInfo(parameters["zone"])
    since = _midnight(max(days.first or _EVER[0], _EVER[0]), zone)
    last = None if days.last is None else min(days.last, _EVER[1])
    until = now + timedelta(microseconds=1) if last is None else _midnight(last + timedelta(days=1), zone)
    given = {name: value for name, value in parameters.items() if f"${name}" in _ROWS}
    async for entry, changes in database.stream(_ROWS, **given, since=since, until=until):
        yield _line(entry, changes, parameters)


def _noting(now: datetime) -> Any:
    async def work(transaction: Transaction) -> None:
        await audit.note(transaction, AuditKind.COMMAND, Trail(COMMAND), now)

    return work


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    # As UTC: the driver does not take the zones of zoneinfo.
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _line(entry: dict[str, Any], changes: Any, parameters: dict[str, Any]) -> bytes:
    assert isinstance(_CHANGES, Finished)
    told = {name: value for name, value in entry.items() if value is not None}
    if changes is not None:
        told["changes"] = _CHANGES.finish(changes, parameters)
    return orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)


def as_administrator(database: Database, zone: ZoneInfo) -> Context:
    """What the rights and times of an export are those of."""
    from graph.compiler import Compiler

    return Context(database, Compiler(MODEL), Viewer(Role.ADMINISTRATOR), zone, language="en")
