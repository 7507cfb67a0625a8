"""A connection that became a WebSocket: whoever does not take what is sent is told so, and cut off."""

from collections.abc import Callable

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from hub.http.untaken import WaitsForReader
from hub.settings import Settings

TOO_SLOW = 4508
"""The close code of whoever did not take what was sent."""


def upgraded(settings: Settings) -> "type[Upgraded]":
    """The protocol of WebSockets that keep to the settings."""

    class Bounded(Upgraded):
        bounds = settings

    return Bounded


class Upgraded(WaitsForReader, WebSocketsSansIOProtocol):
    """One WebSocket."""

    lost: Callable[[], None] | None = None
    """Called when it has gone."""

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it no more."""
        self.stop_waiting()
        super().connection_lost(exc)
        if self.lost is not None:
            self.lost()

    def not_taken(self) -> None:
        """Say that it ends, after all that waits; who does not take that either is cut off."""
        if self.close_sent:
            self.transport.abort()
        else:
            self._end("SUBSCRIBER_TOO_SLOW")

    def _end(self, code: str) -> None:
        self.stop_keepalive()
        self.close_sent = True
        self.conn.send_close(TOO_SLOW, code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.queue.put_nowait({"type": "websocket.disconnect", "code": TOO_SLOW})
        self.disconnected = True
        self.writable.set()
        self.transport.close()
        self.wait_for_reader()
