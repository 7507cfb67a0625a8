"""Turn a database that is there and does not serve into one that ends; its supervisor starts it again.

A panic (a disk that was full) and a hang leave the process where it is: whoever watches processes sees
nothing of them. So the database is asked for a read, and now and then for a write that is taken back, which
leaves nothing: no record, and no commit that would have a backup begin anew (0027).
"""

import asyncio
import logging
import subprocess
import threading
import time
from dataclasses import dataclass

from graph.errors import GraphError
from graph.room import room_at
from graph.server.launcher import RunningServer, end

_log = logging.getLogger(__name__)
_READ = "MATCH (c:Counter {name: 'events'}) RETURN c.value AS value"
# Without a label or a property: a new name would be a commit of its own.
_WRITE = "CREATE ()"


@dataclass(frozen=True)
class Patience:
    """How long is waited, in seconds.

    Between two questions, of which every `writes`th asks for a write, too; for an answer; without a good one
    until the process is ended; and for its clean end, until it is killed.
    """

    pause: float = 10.0
    writes: int = 6
    answer: float = 15.0
    silence: float = 60.0
    end: float = 30.0


class Watchdog:
    """Asks the database of a running server from a thread of its own, until `stop()`.

    `answered` is the last time of `time.monotonic` that it did.
    """

    def __init__(self, server: RunningServer, patience: Patience) -> None:
        self.answered = time.monotonic()
        self._server = server
        self._patience = patience
        self._stopping = threading.Event()
        self._short = False
        self._thread = threading.Thread(target=self._watch, name="database-watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask no more."""
        self._stopping.set()
        self._thread.join()

    def _watch(self) -> None:
        watched, silent_since, count, failed = self._server.process, None, 0, 0
        while not self._stopping.wait(self._patience.pause):
            process = self._server.process
            if process is not watched or process.poll() is not None:
                # Started again, or about to be: a new story.
                watched, silent_since, failed = process, None, 0
                continue
            count += 1
            begun = time.monotonic()
            reason = self._trouble(writes=count % self._patience.writes == 0)
            if reason is None:
                self.answered, silent_since, failed = time.monotonic(), None, 0
                continue
            silent_since, failed = silent_since or begun, failed + 1
            silence = time.monotonic() - silent_since
            # Once says little: a machine that slept finds that its question took all night.
            if failed > 1 and silence >= self._patience.silence and not self._stopping.is_set():
                self._end(process, silence, reason)

    def _trouble(self, *, writes: bool) -> str | None:
        """What keeps the database from serving; None where nothing does."""
        try:
            asyncio.run(self._asked(writes=self._has_room() and writes))
        except GraphError as error:
            cause = error.__cause__
            return str(getattr(cause, "code", None) or type(cause or error).__name__)
        except TimeoutError:
            return "no answer"
        except Exception as error:  # noqa: BLE001 (a watchdog that has died would be missed by nobody)
            return type(error).__name__
        return None

    async def _asked(self, *, writes: bool) -> None:
        """Raises GraphError and TimeoutError where it does not do what it is asked."""
        # Imported here: the database's own process loads this package, and asks nobody.
        from graph.connection import Database

        server = self._server
        async with asyncio.timeout(self._patience.answer):
            async with Database(server.uri, server.user, server.password, pool=1).opened() as database:
                await database.rows(_READ)
                if writes:
                    async with database.holding(_WRITE):
                        pass

    def _has_room(self) -> bool:
        """Whether a write can be asked for: on a full disk none is taken, and what is read is served."""
        room = room_at(self._server.plan.data_dir)
        if room.is_short is not self._short:
            self._short = room.is_short
            told = "changes are refused" if self._short else "changes are taken again"
            _log.warning("%s are free where the data is: %s", room, told)
        return not self._short

    def _end(self, process: subprocess.Popen[bytes], seconds: float, reason: str) -> None:
        _log.error("the database has not served for %.0f s (%s); it is ended", seconds, reason)
        end(process, self._patience.end)
