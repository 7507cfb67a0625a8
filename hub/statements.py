"""Note what the database did for a request, and tell of what took it long."""

from contextlib import suppress
from pathlib import Path

import structlog

from graph.connection import COMMIT
from hub.aside import beside
from hub.metrics import Metrics
from hub.slow import hash_of, keep
from hub.traces import Traces
from hub.visit import VISIT, Visit

log = structlog.get_logger("hub")


class Statements:
    """Hears of every statement as it ends. The texts of slow ones are kept in `folder`, if there is one."""

    def __init__(
        self, milliseconds: int, folder: Path | None, metrics: Metrics, traces: Traces | None
    ) -> None:
        self._slow = milliseconds / 1_000
        self._folder = folder
        self._metrics = metrics
        self._traces = traces

    def over(self, text: str, seconds: float) -> None:
        """Note a statement."""
        visit = VISIT.get()
        if visit is not None:
            visit.statements += 1
            visit.database += seconds
            if self._traces is not None:
                self._traces.statement(visit, text, seconds)
        if seconds >= self._slow:
            self._metrics.slow()
            self._tell(text, seconds, visit)

    def _tell(self, text: str, seconds: float, visit: Visit | None) -> None:
        log.warning(
            "slow_statement",
            statement="commit" if text == COMMIT else hash_of(text),
            milliseconds=round(seconds * 1_000, 1),
            operation=visit and visit.operation,
            points=visit and visit.points,
        )
        if self._folder is not None and text != COMMIT:
            beside(self._keep, self._folder, text)

    def _keep(self, folder: Path, text: str) -> None:
        with suppress(OSError):  # A full disk is told of by others, and must not cost an answer.
            keep(folder, text)
