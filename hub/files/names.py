"""Turn the name of a file, as it was given, into one that misleads nobody, and into headers."""

import re
from urllib.parse import quote

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_FILE_NAME
from graph.text import clean, one_line
from hub.files.content import ending_of

_FOLDERS = re.compile(r"[/\\]")
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def named(given: str) -> str:
    """A name without folders, and without what turns its direction, hides, or means something to a shell.

    Raises ValueRefused FILE_NAME_NEEDED where nothing is left.

    >>> named("C:\\\\fakepath\\\\ گزارش\\u202efdp.pdf"), named("../../etc/x.csv")
    ('گزارشfdp.pdf', 'x.csv')
    """
    last = _FOLDERS.split(given)[-1]
    name = _UNSAFE.sub("-", one_line(clean(last), 4 * MAXIMUM_FILE_NAME)).strip(" .")
    if not name.strip("-. "):
        raise ValueRefused("FILE_NAME_NEEDED")
    if len(name) <= MAXIMUM_FILE_NAME:
        return name
    ending = ending_of(name)[:20]
    return name[: MAXIMUM_FILE_NAME - len(ending)].rstrip() + ending


def disposition(name: str, *, inline: bool) -> str:
    """The Content-Disposition of a file (RFC 6266): a name for all, and the name as it is.

    >>> print(disposition("گزارش 1.pdf", inline=False))
    attachment; filename="_____ 1.pdf"; filename*=UTF-8''%DA%AF%D8%B2%D8%A7%D8%B1%D8%B4%201.pdf
    """
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%;' else "_" for c in name)
    way = "inline" if inline else "attachment"
    return f"{way}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
