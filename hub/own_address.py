"""Where people find the hub: what links in letters begin with, and what passkeys are for.

HUB_ADDRESS says it, where it is set. Otherwise it is where the hub answers on this machine, which a running
`hub up` tells in its data folder, so that a command beside it makes links that lead there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from graph.server.folder import SERVED_FILE, read_served, write_private
from hub.settings import Settings


def own_address(settings: Settings) -> str:
    """The hub's own address, without a slash at its end.

    >>> own_address(Settings(host="0.0.0.0", port=8010))
    'http://localhost:8010'
    >>> own_address(Settings(host="2001:db8::5", port=8010))
    'http://[2001:db8::5]:8010'
    >>> own_address(Settings(address="https://hub.example.ir", port=8010))
    'https://hub.example.ir'
    """
    if settings.address:
        return settings.address
    served = read_served(settings.data_dir) if settings.data_dir is not None else None
    return served or f"http://{_name(settings.host)}:{settings.port}"


def is_guessed(settings: Settings) -> bool:
    """Whether that follows from the port alone: no address is set, and no hub has told where it is found.

    >>> is_guessed(Settings(port=8010)), is_guessed(Settings(address="https://hub.example.ir"))
    (True, False)
    """
    return not settings.address and (settings.data_dir is None or read_served(settings.data_dir) is None)


def _name(host: str) -> str:
    """A host as a link names it: browsers make passkeys for `localhost`, and for no number."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_loopback or address.is_unspecified:
        return "localhost"
    return f"[{host}]" if address.version == 6 else host


@contextmanager
def told(settings: Settings) -> Iterator[None]:
    """Tell in the data folder where the hub is found, as long as it runs."""
    if settings.data_dir is None:
        yield
        return
    file = settings.data_dir / SERVED_FILE
    file.unlink(missing_ok=True)
    write_private(file, own_address(settings))
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
