"""How much of what was sent has not arrived."""

import asyncio
from fcntl import ioctl
from struct import unpack
from termios import TIOCOUTQ


def untaken(transport: asyncio.Transport) -> int:
    """The bytes of answers that have not arrived, those among them that the system holds.

    It holds megabytes, and takes more only once a third has left: a slow reader would seem to read nothing.
    """
    number = transport.get_extra_info("socket").fileno()
    (held,) = unpack("i", ioctl(number, TIOCOUTQ, bytes(4))) if number >= 0 else (0,)
    return int(held) + transport.get_write_buffer_size()
