"""Stored files in the graph: what is known of them, who fetches them, what they are attached to."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from graph.compiler.visibility import Sight
from graph.connection import Database, Transaction
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LOOSE_DAYS
from graph.model.files import HOLDER
from graph.model.members import FILE, HAS_FILE
from graph.model.organizations import OrganizationStatus
from graph.queries.records import Writing, locked

HOLDERS = frozenset(HOLDER.labels)
"""The labels of records that files can be attached to."""
BATCH = 100

_CARRIES = f"RETURN EXISTS {{ (:Node {{id: $id}})-[:{HAS_FILE}]->(:{FILE}) }} AS carries"
_USED = f"COLLECT {{ MATCH (o)<-[:UPLOADED_BY]-(x:{FILE}) RETURN coalesce(sum(x.size), 0) }}[0]"
_TOLD = "properties(f)"
_SAME = f"""
MATCH (f:{FILE} {{digest: $digest}})-[:UPLOADED_BY]->(:Node&Organization {{id: $organization}})
WHERE f.name = $name
RETURN {_TOLD} AS file LIMIT 1
"""
_ROOM = f"""
MATCH (o:Node&Organization {{id: $organization}}) WHERE o.status <> '{OrganizationStatus.WITHDRAWN.value}'
RETURN {_USED} AS used
"""
_KEEP = f"""
MATCH (o:Node&Organization {{id: $organization}}) WHERE o.status <> '{OrganizationStatus.WITHDRAWN.value}'
{locked("o")}
WITH o, {_USED} AS used
FOREACH (_ IN CASE WHEN used + $file.size <= $quota THEN [1] ELSE [] END |
  CREATE (:Node&{FILE} {{id: $file.id}})-[:UPLOADED_BY]->(o))
RETURN used
"""
_FILL = f"MATCH (f:Node&{FILE} {{id: $file.id}}) SET f = $file"
_REMOVE = f"""
MATCH (f:Node&{FILE} {{id: $id}}) WHERE «sees»
{locked("f")}
WITH f, «owns» AS owns, EXISTS {{ (f)<-[:{HAS_FILE}]-() }} AS attached
OPTIONAL MATCH (f)-[by:UPLOADED_BY]->()
FOREACH (_ IN CASE WHEN attached OR NOT owns THEN [] ELSE [1] END | DELETE by, f)
RETURN owns, attached
"""
_MARK = f"""
MATCH (f:{FILE}) WHERE f.looseSince IS NULL AND NOT EXISTS {{ (f)<-[:{HAS_FILE}]-() }} SET f.looseSince = $now
"""
_UNMARK = f"""
MATCH (f:{FILE}) WHERE f.looseSince IS NOT NULL AND EXISTS {{ (f)<-[:{HAS_FILE}]-() }} REMOVE f.looseSince
"""
# Not DETACH: where somebody attaches one meanwhile, nothing of the batch is removed.
_LOOSE = f"""
MATCH (f:{FILE}) WHERE f.looseSince < $before WITH f LIMIT {BATCH}
{locked("f")}
WITH f, f.id AS id WHERE NOT EXISTS {{ (f)<-[:{HAS_FILE}]-() }}
OPTIONAL MATCH (f)-[by:UPLOADED_BY]->()
DELETE by, f
RETURN id
"""
_ALL = f"MATCH (f:{FILE}) RETURN f.id, f.size, f.digest"
_KNOWN = f"UNWIND $ids AS id MATCH (f:Node&{FILE} {{id: id}}) RETURN f.id AS id"


async def carries(writing: Writing, record: str) -> bool:
    """Whether a file is attached to a record."""
    (row,) = await writing.run(_CARRIES, id=record)
    return bool(row["carries"])


async def readable(
    database: Database, see: Sight, id_: str, parameters: Mapping[str, Any], bookmark: str | None
) -> dict[str, Any] | None:
    """What is told of a file that the viewer may read."""
    text = f"OPTIONAL MATCH (f:Node&{FILE} {{id: $id}}) WHERE {see('f', FILE)} RETURN {_TOLD} AS value"
    found: dict[str, Any] | None = await database.value(
        text, {"id": id_, **_used(text, parameters)}, bookmark
    )
    return found


async def same(database: Database, organization: str, name: str, digest: str) -> dict[str, Any] | None:
    """A file of an organization with this name and content, if there is one."""
    rows = await database.rows(_SAME, organization=organization, name=name, digest=digest)
    return rows[0]["file"] if rows else None


async def expect_room(database: Database, organization: str, size: int, quota: int) -> None:
    """Raises ValueRefused NOT_FOUND for no such organization, FILES_QUOTA_EXCEEDED."""
    _expect_room(await database.rows(_ROOM, organization=organization), size, quota)


async def keep(transaction: Transaction, organization: str, file: Mapping[str, Any], quota: int) -> None:
    """Keep what is told of a file whose content is stored. Raises ValueRefused as `expect_room` does.

    The organization is locked meanwhile: two files that come together share what is left.
    """
    rows = await transaction.run(_KEEP, organization=organization, file=dict(file), quota=quota)
    _expect_room(rows, int(file["size"]), quota)
    await transaction.run(_FILL, file=dict(file))


def _expect_room(rows: Sequence[Mapping[str, Any]], size: int, quota: int) -> None:
    if not rows:
        raise ValueRefused("NOT_FOUND")
    used = int(rows[0]["used"])
    if used + size > quota:
        raise ValueRefused("FILES_QUOTA_EXCEEDED", size=size, used=used, maximum=quota)


async def remove(transaction: Transaction, see: Sight, id_: str, parameters: Mapping[str, Any]) -> None:
    """Remove a file of the viewer's organization.

    Raises ValueRefused FILE_NOT_FOUND, NOT_ALLOWED, FILE_IN_USE.
    """
    text = _REMOVE.replace("«owns»", see.owns("f")).replace("«sees»", see("f", FILE))
    rows = await transaction.run(text, id=id_, **_used(text, parameters))
    if not rows:
        raise ValueRefused("FILE_NOT_FOUND")
    if not rows[0]["owns"]:
        raise ValueRefused("NOT_ALLOWED")
    if rows[0]["attached"]:
        raise ValueRefused("FILE_IN_USE")


def _used(text: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parameters.items() if f"${name}" in text}


# -- what nothing refers to ----------------------------------------------------------------------------


async def mark_loose(database: Database, now: datetime) -> None:
    """Note since when nothing refers to a file, and of those that something refers to nothing."""

    async def work(transaction: Transaction) -> None:
        await transaction.run(_UNMARK)
        await transaction.run(_MARK, now=now)

    await database.write(work)


async def remove_loose(database: Database, now: datetime) -> list[str]:
    """Remove a batch of files that nothing refers to since `MAXIMUM_LOOSE_DAYS`; their ids, none at last."""

    async def work(transaction: Transaction) -> list[str]:
        before = now - timedelta(days=MAXIMUM_LOOSE_DAYS)
        return [row["id"] for row in await transaction.run(_LOOSE, before=before)]

    ids, _ = await database.write(work)
    return ids


async def known(database: Database, ids: Sequence[str]) -> set[str]:
    """Those of the ids that are files of the graph."""
    return {row["id"] for row in await database.rows(_KNOWN, ids=list(ids))}


async def told(database: Database) -> list[tuple[str, int, str]]:
    """Id, size and digest of every file."""
    return [(id_, size, digest) async for id_, size, digest in database.stream(_ALL)]
