"""Turn query text and parameters into values, over Bolt. Only this file and `graph.wire` import neo4j.

Reads are single auto-commit transactions in read mode, so that a replica can serve them; writes
are managed transactions, which the driver repeats when the database asks for it.
"""

import asyncio
import base64
import binascii
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from datetime import UTC
from functools import lru_cache
from time import perf_counter
from typing import Any, TypeVar, cast

import neo4j
import neo4j.time
import orjson
from neo4j.exceptions import (
    AuthError,
    ConstraintError,
    DatabaseError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import (
    AnswerTooLarge,
    DatabaseUnavailable,
    PasswordRefused,
    StorageFull,
    StoreUnreadable,
    TookTooLong,
    ValueRefused,
)
from graph.limits import MAXIMUM_CONNECTIONS, MAXIMUM_PLANS, MAXIMUM_STREAM_ROWS, MAXIMUM_WRITE_ROWS

T = TypeVar("T")

_GONE = (ServiceUnavailable, SessionExpired, TransientError)
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_ENDED = "Neo.ClientError.Transaction.LockClientStopped"
"""It waited for what others hold for as long as it may, or the database is closing: it may succeed again."""
_NO_INDEX = "There is no such fulltext schema index"
_UNPLANNED = "insanely frequent schema changes"
"""What Neo4j says of a text it planned again and again while indexes came and went: nothing has been done."""
_TOO_LARGE = (
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.StackOverFlowError",
    "Neo.DatabaseError.General.StackOverFlowError",
)
"""What would fail again, and again take all that it may."""
_READ_ONLY = (
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)
"""What Neo4j says of a change once it found no room: it turns read-only by itself."""
_UNREADABLE = (
    # Whatever reading runs into that Neo4j did not expect: bytes that are no record, in most cases.
    "Neo.DatabaseError.Statement.ExecutionFailed",
    "Neo.DatabaseError.General.StorageDamageDetected",
    "Neo.DatabaseError.General.IndexCorruptionDetected",
    "Neo.DatabaseError.General.SchemaCorruptionDetected",
)
_NO_ROOM = "No space left on device"
_PAUSES = (0.0, 0.05, 0.2, 0.5)
"""Seconds to wait before each try of what may be tried again."""
COMMIT = "COMMIT"
"""Stands for the text of what ends a write."""


_PARAMETER = re.compile(r"\$(\w+)")


class ConstraintBroken(Exception):
    """A unique constraint refused a write, or what is there refused the constraint."""


class Transaction:
    """A write under way."""

    def __init__(
        self, inner: neo4j.AsyncManagedTransaction, asking: Callable[[str], AbstractContextManager[None]]
    ) -> None:
        self._inner = inner
        self._asking = asking

    async def run(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, as maps."""
        with self._asking(text):
            result = await self._inner.run(_sent(text), given=parameters)
            records = await result.fetch(MAXIMUM_WRITE_ROWS)
        return [_native(record.data()) for record in records]


def _untold(_text: str, _seconds: float) -> None:
    pass


class Database:
    """A pool of connections to one Neo4j. `round_trips` counts the queries sent.

    `seconds` is how long the database may work on a read or a write before it gives up by itself; None
    leaves that to its own setting. `told` hears of each query as it ends, whatever became of it: its text
    and its seconds, those among them that it waited for a connection.
    """

    def __init__(
        self,
        uri: str,
        user: str,
        password: str,
        *,
        pool: int = MAXIMUM_CONNECTIONS,
        seconds: float | None = None,
        told: Callable[[str, float], None] = _untold,
    ) -> None:
        self._seconds = seconds
        self._over = told
        self._uri, self._auth = uri, (user, password)
        self._driver = neo4j.AsyncGraphDatabase.driver(
            uri,
            auth=self._auth,
            max_connection_pool_size=pool,
            connection_timeout=3,
            connection_acquisition_timeout=5,
            # Tries after 0.2, 0.6, 1.4, 3 and 6 s: a deadlock is over soon, and an outage is told within 8 s.
            initial_retry_delay=0.2,
            max_transaction_retry_time=5,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="knowledge-hub",
        )
        self.round_trips = 0
        self.is_unreadable = False
        """Whether it ever could not read what it has stored."""

    @contextmanager
    def _asking(self, text: str) -> Iterator[None]:
        self.round_trips += 1
        begun = perf_counter()
        try:
            yield
        finally:
            self._over(text, perf_counter() - begun)

    async def close(self) -> None:
        """Close every connection."""
        await self._driver.close()

    def connections(self) -> tuple[int, int]:
        """How many connections of the pool are in use, and how many idle."""
        pools = self._driver._pool.connections  # noqa: SLF001 - the driver tells it nowhere else
        in_use = [connection.in_use for pool in list(pools.values()) for connection in list(pool)]
        return sum(in_use), len(in_use) - sum(in_use)

    async def verify(self) -> str:
        """The database's version. Raises DatabaseUnavailable."""
        with _translated(self):
            rows = await self._once(
                "CALL dbms.components() YIELD versions RETURN head(versions) AS value", {}, None
            )
        return str(rows[0]["value"])

    async def value(self, text: str, parameters: Mapping[str, Any], bookmark: str | None = None) -> Any:
        """The one value of a compiled query, or None where it returns no row."""
        with _translated(self):
            rows = await self._retried(text, parameters, bookmark)
        return rows[0]["value"] if rows else None

    async def rows(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a read, as maps."""
        with _translated(self):
            return [record.data() for record in await self._retried(text, parameters, None)]

    async def _retried(
        self, text: str, parameters: Mapping[str, Any], bookmark: str | None
    ) -> list[neo4j.Record]:
        return await _again(lambda: self._once(text, parameters, bookmark), _may_pass)

    async def _once(
        self, text: str, parameters: Mapping[str, Any], bookmark: str | None
    ) -> list[neo4j.Record]:
        known = _bookmarks(bookmark)
        with self._asking(text):
            async with self._driver.session(
                default_access_mode=neo4j.READ_ACCESS, fetch_size=-1, bookmarks=known
            ) as session:
                result = await session.run(
                    neo4j.Query(_sent(text), timeout=self._seconds), given=dict(parameters)
                )
                return [record async for record in result]

    async def write(
        self, work: Callable[[Transaction], Awaitable[T]], bookmark: str | None = None
    ) -> tuple[T, str]:
        """Run `work` in one transaction; its result and the bookmark of the commit.

        `work` may run more than once. Raises DatabaseUnavailable, ConstraintBroken, or what `work`
        raises, and then nothing is written.
        """

        worked = 0.0

        @neo4j.unit_of_work(timeout=self._seconds)
        async def managed(inner: neo4j.AsyncManagedTransaction) -> T:
            nonlocal worked
            result = await work(Transaction(inner, self._asking))
            worked = perf_counter()
            return result

        with _translated(self):
            async with self._driver.session(bookmarks=_bookmarks(bookmark)) as session:
                result = await session.execute_write(managed)
                self._over(COMMIT, perf_counter() - worked)
                bookmarks = await session.last_bookmarks()
        return result, base64.urlsafe_b64encode(orjson.dumps(sorted(bookmarks.raw_values))).decode()

    async def statement(self, text: str, **parameters: Any) -> None:
        """Run a statement that wants a transaction of its own, however long: schema changes, loading."""
        with _translated(self):
            await _again(lambda: self._run(text, parameters), _is_unplanned)

    async def _run(self, text: str, parameters: Mapping[str, Any]) -> None:
        with self._asking(text):
            async with self._driver.session() as session:
                query = neo4j.Query(_sent(text), timeout=0)
                await (await session.run(query, given=dict(parameters))).consume()

    async def stream(self, text: str, **parameters: Any) -> AsyncIterator[tuple[Any, ...]]:
        """The rows of a read as the database finds them, a page at a time, each as the driver's values.

        Not repeated when it breaks off. Raises DatabaseUnavailable.
        """
        self.round_trips += 1
        # Not by the driver's asyncio: that wakes the loop several times a row, and takes three times as long.
        driver = neo4j.GraphDatabase.driver(
            self._uri, auth=self._auth, notifications_min_severity="OFF", telemetry_disabled=True
        )
        access, size = neo4j.READ_ACCESS, MAXIMUM_STREAM_ROWS
        with driver, driver.session(default_access_mode=access, fetch_size=size) as session:
            with _translated(self):
                query = neo4j.Query(_sent(text), timeout=0)
                result = await asyncio.to_thread(session.run, query, given=parameters)
            while True:
                with _translated(self):
                    page = await asyncio.to_thread(result.fetch, size)
                for record in page:
                    yield tuple(record)
                if not page:
                    return

    async def moment(self) -> str:
        """Where the database stands: the same as before while nothing has been committed."""
        self.round_trips += 1
        with _translated(self):
            async with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                await (await session.run("RETURN 1")).consume()
                return " ".join(sorted((await session.last_bookmarks()).raw_values))

    @asynccontextmanager
    async def holding(self, text: str, **parameters: Any) -> AsyncIterator[None]:
        """Keep what a statement locks until the end of a `with` block; then all of it is as it was."""
        self.round_trips += 1
        async with self._driver.session() as session:
            # What goes wrong inside of the block is the caller's: a full disk is no silent database.
            with _translated(self):
                inner = await session.begin_transaction(timeout=0)
            async with inner:
                with _translated(self):
                    await (await inner.run(_sent(text), given=parameters)).consume()
                yield
                await inner.rollback()

    async def plan(self, text: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The plan of a query, as EXPLAIN or PROFILE (in the text) gives it."""
        with _translated(self):
            async with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                summary = await (await session.run(_sent(text), given=dict(parameters))).consume()
        return cast("dict[str, Any]", summary.profile or summary.plan)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator["Database"]:
        """This connection, closed at the end of a `with` block."""
        try:
            yield self
        finally:
            await self.close()


async def _again(attempt: Callable[[], Awaitable[T]], passes: Callable[[Exception], bool]) -> T:
    """What an attempt gives, tried once more after each pause where what it failed of passes."""
    for pause in _PAUSES[1:]:
        try:
            return await attempt()
        except (Neo4jError, DriverError) as error:
            if not passes(error):
                raise
            await asyncio.sleep(pause)
    return await attempt()


def _may_pass(error: Exception) -> bool:
    """Whether a read may succeed in a moment."""
    if isinstance(error, _GONE):
        return getattr(error, "code", None) not in _TOO_LARGE
    return _is_unplanned(error)


def _is_unplanned(error: Exception) -> bool:
    return isinstance(error, DatabaseError) and _UNPLANNED in (error.message or "")


@lru_cache(MAXIMUM_PLANS)
def _sent(text: str) -> str:
    """The text that takes all of its parameters as one map.

    Neo4j plans a text anew for each combination of its parameters' types, null and steps of length among
    them, but does not look into a map.

    >>> _sent("MATCH (n:Node {id: $id}) RETURN n LIMIT $first")
    'MATCH (n:Node {id: $given.id}) RETURN n LIMIT $given.first'
    """
    return _PARAMETER.sub(r"$given.\1", text)


def _native(value: Any) -> Any:
    """Values as Python has them, so that what was read can be written back as it was."""
    match value:
        case dict():
            return {key: _native(inner) for key, inner in value.items()}
        case list():
            return [_native(inner) for inner in value]
        case neo4j.time.DateTime():
            # Back to an offset: the driver reads it as a named zone, and would write it as one.
            return value.to_native().astimezone(UTC)
        case neo4j.time.Date():
            return value.to_native()
        case _:
            return value


def _bookmarks(text: str | None) -> neo4j.Bookmarks | None:
    """The bookmarks a client sent back. Raises ValueRefused BAD_BOOKMARK."""
    if not text:
        return None
    try:
        values = orjson.loads(base64.urlsafe_b64decode(text))
        # Neo4j calls a value without this beginning a fault of its own.
        if not isinstance(values, list) or not all(str(value).startswith("FB:") for value in values):
            raise ValueRefused("BAD_BOOKMARK")
        return neo4j.Bookmarks.from_raw_values(values)
    except (ValueError, TypeError, binascii.Error) as error:
        raise ValueRefused("BAD_BOOKMARK") from error


class _translated:  # noqa: N801 - a context manager, used like a function
    """Turns the driver's errors into ours, so that no Cypher text or address gets out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        match error:
            case ConstraintError() | Neo4jError(code="Neo.DatabaseError.Schema.ConstraintCreationFailed"):
                raise ConstraintBroken(error.message) from error
            case Neo4jError(code="Neo.ClientError.Transaction.InvalidBookmark"):
                raise ValueRefused("BAD_BOOKMARK") from error
            case Neo4jError(code=code) if code in _TOO_LARGE:
                raise AnswerTooLarge from error
            case Neo4jError(code=str(code)) if code.startswith(_TIMED_OUT):
                raise TookTooLong from error
            case Neo4jError(code=code) if code in _READ_ONLY or _NO_ROOM in (error.message or ""):
                raise StorageFull from error
            case Neo4jError(code=code) if code in _UNREADABLE:
                self._database.is_unreadable = True
                raise StoreUnreadable from error
            case Neo4jError(code=code) if code == _ENDED or _NO_INDEX in (error.message or ""):
                raise DatabaseUnavailable from error  # The index: somebody is making it anew.
            case AuthError():
                raise PasswordRefused from error
            case DatabaseError() | TransientError() | DriverError():
                raise DatabaseUnavailable from error
            case OSError() | TimeoutError():
                raise DatabaseUnavailable from error
            case _:
                return
