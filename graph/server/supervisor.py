"""Turn a database process that may die into one that is there: restarted on the same port and folder.

One that lives and does not serve is ended by the watchdog, and restarted like any other.
"""

import logging
import subprocess
import threading
import time

from graph.errors import GraphError
from graph.server.archive import InBackground
from graph.server.launcher import RunningServer, end, spawn
from graph.server.watchdog import Patience, Watchdog

_log = logging.getLogger(__name__)
_FIRST_PAUSE_SECONDS = 0.2
_LONGEST_PAUSE_SECONDS = 30.0
# A child which served this long was healthy: the next death is a new story, and is answered at once.
_HEALTHY_SECONDS = 60.0


class Supervisor:
    """Watches a running server from a thread of its own, until `stop()`.

    Clients need no news of a restart: address, user and password stay the same.
    """

    def __init__(self, server: RunningServer, patience: Patience = Patience()) -> None:
        self.server = server
        self.restarts = 0
        self._stopping = threading.Event()
        self._pause = _FIRST_PAUSE_SECONDS
        self._archive = InBackground()
        self._watchdog = Watchdog(server, patience)
        self._thread = threading.Thread(target=self._watch, name="database-supervisor", daemon=True)
        self._thread.start()

    @property
    def answered(self) -> float:
        """When the database last answered, by `time.monotonic`."""
        return self._watchdog.answered

    def stop(self) -> None:
        """Stop watching, close the database, give the folder back; safe to call twice."""
        self._stopping.set()
        self._archive.stop()
        end(self.server.process)
        self._watchdog.stop()
        self._thread.join()
        self.server.stop()

    def _watch(self) -> None:
        while not self._stopping.is_set():
            begun = time.monotonic()
            code = self.server.process.wait()
            end(self.server.process)
            if self._stopping.is_set():
                return
            _log.warning("the database process ended with code %s; starting it again", code)
            if self.answered - begun > _HEALTHY_SECONDS:
                self._pause = _FIRST_PAUSE_SECONDS
            self._restart()

    def _restart(self) -> None:
        """Try until the child is back, each pause twice the one before."""
        while not self._stopping.wait(self._pause):
            self._pause = min(self._pause * 2, _LONGEST_PAUSE_SECONDS)
            child = self._try()
            if child is not None:
                self.server.process = child
                self.restarts += 1
                _log.warning("the database is back")
                return

    def _try(self) -> subprocess.Popen[bytes] | None:
        try:
            return spawn(self.server.plan, self.server.lock, self._unless_stopping)
        except _StoppedMeanwhile:
            return None
        except (GraphError, OSError) as error:
            _log.error("the database did not come back: %s", error)
            return None

    def _unless_stopping(self, _what: str, _share: float) -> None:
        if self._stopping.is_set():
            raise _StoppedMeanwhile


class _StoppedMeanwhile(Exception):
    """`stop()` was called while a child was starting."""
