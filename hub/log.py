"""One JSON line an event, on standard error: of the hub, and of the libraries that it stands on.

Never a variable, a token or a password, and nothing that a client or a record says: of an error its kind
and where it came up, of a library's message the first line.
"""

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import orjson
import structlog

from hub.visit import VISIT

_ROOT = f"{Path(__file__).parents[1]}/"
_FRAMES = 20
_LONGEST = 300
"""Characters of what a library says."""
_PLAIN = (AssertionError, AttributeError, ImportError, NameError)
"""Errors that speak of the code alone; others may repeat what they were given."""


def configure() -> None:
    """Set logging up for the whole process: structlog, the standard library's loggers, and warnings."""
    structlog.configure(
        processors=[
            _numbered,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _traced,
            structlog.processors.JSONRenderer(serializer=_json),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: _Lines(sys.stderr.buffer),
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers = [handler for handler in root.handlers if not isinstance(handler, _Folded)]
    root.addHandler(_Folded())
    # uvicorn reports every line that a client gets wrong, which is told by a code already.
    logging.getLogger("uvicorn").setLevel(logging.ERROR)
    logging.captureWarnings(True)


class _Lines:
    """Writes lines as they come; a full disk, or a reader that has gone, costs no answer."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def line(self, text: bytes) -> None:
        """Write one."""
        with suppress(OSError):
            self._out.write(text + b"\n")
            self._out.flush()

    debug = info = warning = error = critical = line


class _Folded(logging.Handler):
    """Turns what a library logs into a line like any other: `logger` says whose it is."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._log = structlog.get_logger("hub")

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, as far as it may be told."""
        try:
            said = record.getMessage().strip().partition("\n")[0][:_LONGEST]
            level = max(logging.WARNING, min(record.levelno, logging.CRITICAL) // 10 * 10)
            self._log.log(level, "library", logger=record.name, said=said, exc_info=record.exc_info)
        except Exception:  # noqa: BLE001 - a line that cannot be written must not end a request
            self.handleError(record)


def _numbered(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Whatever is logged while a request is answered has its number."""
    visit = VISIT.get()
    if visit is not None:
        event.setdefault("request", visit.number)
    return event


def _traced(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Turn `exc_info` into `trace`."""
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["trace"] = list(_trace(error))
    return event


def _trace(error: BaseException) -> Iterator[str]:
    """An error and what it came from: each with its kind, and below it where it came up, innermost last."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and cause is not error:
        yield from _trace(cause)
    kind = type(error).__name__
    yield f"{kind}: {error}" if isinstance(error, _PLAIN) else kind
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    yield from (f"  {frame.filename.removeprefix(_ROOT)}:{frame.lineno} {frame.name}" for frame in frames)


def _json(event: Any, **_options: Any) -> bytes:
    return orjson.dumps(event, default=str)
