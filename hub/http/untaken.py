"""How much of what was sent has not arrived, and what becomes of whoever takes nothing."""

import asyncio
from abc import abstractmethod
from fcntl import ioctl
from struct import unpack
from termios import TIOCOUTQ
from typing import ClassVar

from hub.settings import Settings


def untaken(transport: asyncio.Transport) -> int:
    """The bytes of answers that have not arrived, those among them that the system holds.

    It holds megabytes, and takes more only once a third has left: a slow reader would seem to read nothing.
    """
    number = transport.get_extra_info("socket").fileno()
    (held,) = unpack("i", ioctl(number, TIOCOUTQ, bytes(4))) if number >= 0 else (0,)
    return int(held) + transport.get_write_buffer_size()


class WaitsForReader(asyncio.Protocol):
    """A connection that ends once nothing of what was sent is taken for a while; a base before uvicorn's."""

    bounds: ClassVar[Settings]
    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    _unread: asyncio.TimerHandle | None = None
    """Runs while what was sent is not taken."""

    @abstractmethod
    def not_taken(self) -> None:
        """End it: nothing was taken for `HUB_STALL_SECONDS`."""

    def pause_writing(self) -> None:
        """More waits than the system takes."""
        super().pause_writing()
        self.wait_for_reader()

    def resume_writing(self) -> None:
        """Most of it was taken; what is left before a close may still lie there."""
        super().resume_writing()
        self.stop_waiting()
        if self.transport.is_closing():
            self.wait_for_reader()

    def wait_for_reader(self) -> None:
        """Look after a while whether something was taken, unless that is waited for already."""
        if self._unread is None:
            left = untaken(self.transport)
            self._unread = self.loop.call_later(self.bounds.stall_seconds, self._look, left)

    def stop_waiting(self) -> None:
        """Look no more: it is taken, or the connection has gone."""
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _look(self, before: int) -> None:
        self._unread = None
        if untaken(self.transport) < before:
            self.wait_for_reader()
        else:
            self.not_taken()
