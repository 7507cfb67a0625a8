"""A connection that became a WebSocket: whoever does not take what is sent is told so, and cut off."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from hub.http.untaken import untaken
from hub.settings import Settings

TOO_SLOW = 4508
"""The close code of whoever did not take what was sent."""


def upgraded(settings: Settings) -> "type[Upgraded]":
    """The protocol of WebSockets that keep to the settings."""

    class Bounded(Upgraded):
        bounds = settings

    return Bounded


class Upgraded(WebSocketsSansIOProtocol):
    """One WebSocket."""

    bounds: ClassVar[Settings]
    lost: Callable[[], None] | None = None
    """Called when it has gone."""
    _unread: asyncio.TimerHandle | None = None
    """Runs while what was sent is not taken."""

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it no more."""
        self._stop_waiting()
        super().connection_lost(exc)
        if self.lost is not None:
            self.lost()

    def pause_writing(self) -> None:
        """More waits than the system takes."""
        super().pause_writing()
        self._wait_for_reader()

    def resume_writing(self) -> None:
        """Most of it was taken; what is left before a close may still lie there."""
        super().resume_writing()
        self._stop_waiting()
        if self.transport.is_closing():
            self._wait_for_reader()

    def _wait_for_reader(self) -> None:
        left = untaken(self.transport)
        self._unread = self.loop.call_later(self.bounds.stall_seconds, self._end_unless_taken, left)

    def _stop_waiting(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _end_unless_taken(self, before: int) -> None:
        """Say that it ends, after all that waits; who does not take that either is cut off."""
        if untaken(self.transport) < before:
            self._wait_for_reader()
        elif self.close_sent:
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
        self._wait_for_reader()
