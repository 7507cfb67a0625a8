"""What an address counts as."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network


def parsed(host: str) -> IPv4Address | IPv6Address:
    """An address, without its zone and as IPv4 where it is one. Raises ValueError."""
    address = ip_address(host.partition("%")[0])
    if isinstance(address, IPv6Address):
        return address.ipv4_mapped or address
    return address


def network(host: str) -> str:
    """Roughly where an address is: the first 24 bits of one of IPv4, 48 of one of IPv6.

    >>> network("192.0.2.77"), network("2001:db8:1:2::5")
    ('192.0.2.0/24', '2001:db8:1::/48')
    """
    try:
        address = parsed(host)
    except ValueError:
        return host
    return str(ip_network(f"{address}/{24 if isinstance(address, IPv4Address) else 48}", strict=False))


def household(host: str) -> str:
    """Whose address it is: whoever has one of IPv6 has 64 bits of them.

    >>> household("2001:db8::5")
    '2001:db8::'
    >>> household("::ffff:192.0.2.1")
    '192.0.2.1'
    >>> household("a socket")
    'a socket'
    """
    try:
        address = parsed(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address)
