"""Which addresses the hub sends to where users say the address: public ones, and those an operator allows.

Whoever could have it ask within its own network would read or command what nobody else can reach.
"""

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias

from hub.settings import Network

Address: TypeAlias = IPv4Address | IPv6Address
_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is public; ways to reach IPv4 by it lie elsewhere, or are asked for."""


class Unreachable(Exception):
    """There is no address, or one that the hub does not send to. Which of both is told to nobody."""


def is_allowed(address: Address, networks: Sequence[Network]) -> bool:
    """Whether it is an address of the public internet, or lies in one of the networks.

    >>> [is_allowed(ip_address(given), ()) for given in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1")]
    [True, False, False]
    """
    return is_public(address) or any(
        address.version == network.version and address in network for network in networks
    )


def is_public(address: Address) -> bool:
    """Whether anybody on the internet could send to it.

    >>> [is_public(ip_address(given)) for given in ("169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::")]
    [False, False, False]
    """
    if isinstance(address, IPv6Address) and (
        address not in _UNICAST or address.sixtofour is not None or address.teredo is not None
    ):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


async def resolved(host: str, port: int, networks: Sequence[Network]) -> Address:
    """The address of a host to send to. Raises Unreachable if it has none, or any that is not allowed."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ip_address(entry[4][0]) for entry in found]
    except (OSError, UnicodeError, ValueError) as error:
        raise Unreachable from error
    if not addresses or not all(is_allowed(address, networks) for address in addresses):
        raise Unreachable
    return addresses[0]
