"""Turn a web address as it was typed or pasted into the address that is stored, or refuse it."""

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

from graph.errors import ValueRefused
from graph.text.clean import ZWNJ

_SCHEMES = frozenset({"http", "https"})
# What would end the address in a page or a mail (quotes, brackets), or that browsers read as another sign.
_UNSAFE = frozenset("\"'`<>{}|\\^")
# White space, quotation marks, and all that nobody sees.
_UNSAFE_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Pi", "Pf", "Cc", "Cf", "Cs", "Co", "Cn"})
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
_LONGEST_HOST = 253


def web_address(text: str) -> str:
    """A web address with its scheme and host in small letters; the rest stays as it was typed.

    Names of hosts may be in any script (RFC 5890), paths too (RFC 3987). Who would sign in with the address
    (`user@host`) is no part of a link. Raises ValueRefused BAD_WEB_ADDRESS.

    >>> web_address("HTTPS://EXAMPLE.IR/A"), web_address("http://مثال.ایران/درباره")
    ('https://example.ir/A', 'http://مثال.ایران/درباره')
    """
    typed = text.strip()
    if any(_is_unsafe(c) for c in typed):
        raise ValueRefused("BAD_WEB_ADDRESS")
    try:
        parts = urlsplit(typed)
        fits = parts.scheme in _SCHEMES and "@" not in parts.netloc and parts.port != 0 and _is_host(parts)
    except ValueError:  # brackets that do not match, a port that is none, a label that is too long
        fits = False
    if not fits:
        raise ValueRefused("BAD_WEB_ADDRESS")
    return parts._replace(netloc=unicodedata.normalize("NFKC", parts.netloc).lower()).geturl()


def _is_unsafe(c: str) -> bool:
    # A half space stands inside the words of Persian paths.
    return c in _UNSAFE or (c != ZWNJ and unicodedata.category(c) in _UNSAFE_CATEGORIES)


def _is_host(parts: SplitResult) -> bool:
    """Whether there is a host that the net could know: an address, or a name of two labels at least."""
    host = parts.hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("idna").decode()
    else:
        return True
    labels = name.split(".")
    known = len(labels) > 1 and not labels[-1].isdigit() and len(name) <= _LONGEST_HOST
    return known and all(_LABEL.fullmatch(label) for label in labels)
