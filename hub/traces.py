"""Where traces of OpenTelemetry are wanted, what makes them; nothing of it is imported where they are not."""

from typing import Protocol

from graph.errors import ValueRefused
from hub.visit import Visit


class Traces(Protocol):
    """Makes a span of each request, and one below it of each statement that the database ran for it."""

    def begin(self, visit: Visit, headers: list[tuple[bytes, bytes]]) -> None:
        """Begin the span of a request: below the one that its `traceparent` names, if it has one."""

    def statement(self, visit: Visit, text: str, seconds: float) -> None:
        """Tell of a statement that has just ended."""

    def end(self, visit: Visit, method: str, route: str) -> None:
        """End the span of a request."""

    def close(self) -> None:
        """Send what is left."""


def traces(endpoint: str) -> Traces | None:
    """What sends spans to an endpoint; None without one.

    Raises ValueRefused TRACES_NOT_INSTALLED without the packages of the extra `otel`.
    """
    if not endpoint:
        return None
    try:
        from hub.spans import Spans, sending
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        raise ValueRefused("TRACES_NOT_INSTALLED", package=package) from error
    return Spans(sending(endpoint))
