"""Turn a file into its media type by what is in it, or say why it is not taken.

What is taken is a list; all else is refused, whatever it is. What a client claims, by the name's ending and
the Content-Type, must be what it is.
"""

import codecs
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_ENTRIES, MAXIMUM_PICTURE_PARTS

_HEAD = 4_096
_TAIL = 4_096
_PIECE = 256 * 1024
_UNPACKED = 1_048_576
"""The most that is unpacked of an office document: what it says of its parts."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A kind of file that is taken: what it may be called, and what clients say for it."""

    media_type: str
    endings: tuple[str, ...]
    also: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """What people call it."""
        return self.endings[0].lstrip(".").upper()


PDF = Taken("application/pdf", (".pdf",), frozenset({"application/x-pdf"}))
PNG = Taken("image/png", (".png",))
JPEG = Taken("image/jpeg", (".jpg", ".jpeg", ".jfif"), frozenset({"image/jpg", "image/pjpeg"}))
WEBP = Taken("image/webp", (".webp",))
ODT = Taken("application/vnd.oasis.opendocument.text", (".odt",))
ODS = Taken("application/vnd.oasis.opendocument.spreadsheet", (".ods",))
DOCX = Taken("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
XLSX = Taken("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
# Windows calls a CSV what Excel would open.
CSV = Taken("text/csv", (".csv",), frozenset({"application/csv", "application/vnd.ms-excel", "text/plain"}))
TEXT = Taken("text/plain", (".txt", ".text"))

TAKEN = (PDF, PNG, JPEG, WEBP, ODT, ODS, DOCX, XLSX, CSV, TEXT)
IMAGES = frozenset({PNG.media_type, JPEG.media_type, WEBP.media_type})
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_SIGNED: tuple[tuple[bytes, Taken], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"RIFF", WEBP),
)
_END_OF_ARCHIVE, _ENTRY = 65_557, 256
"""How many bytes from its end an archive may say what is in it, and how many an entry takes at most there."""
_ZIP = b"PK\x03\x04"
_END, _END_LENGTH = b"PK\x05\x06", 22
_LARGE, _BEFORE_END = b"PK\x06\x07", 20
"""What leads, right before the end, to another that counts instead."""
_UNTYPED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_PROGRAMS = re.compile(
    r"vbaproject|vbadata|activex|macrosheets|^basic/|^scripts/|dialogs/dialog-lc", re.IGNORECASE
)
_MAIN = (
    (b"wordprocessingml.document.main+xml", DOCX),
    (b"spreadsheetml.sheet.main+xml", XLSX),
)


def media_type_of(file: IO[bytes], name: str, claimed: str) -> str:
    """The media type of a file, which is called `name` and is sent as `claimed`.

    Reads it piece by piece. Raises ValueRefused FILE_TYPE_NOT_ALLOWED, FILE_DAMAGED, FILE_HAS_MACROS,
    FILE_TEXT_UNREADABLE, FILE_NOT_AS_CLAIMED.
    """
    ending = ending_of(name)
    found = _found(file, ending)
    said = claimed.partition(";")[0].strip().lower()
    if found is TEXT and ending in CSV.endings:
        found = CSV
    if ending and ending not in found.endings:
        raise ValueRefused("FILE_NOT_AS_CLAIMED", found=found.label, claimed=ending)
    if said not in _UNSAID and said != found.media_type and said not in found.also:
        raise ValueRefused("FILE_NOT_AS_CLAIMED", found=found.label, claimed=said)
    return found.media_type


def ending_of(name: str) -> str:
    """The ending of a name, in small letters.

    >>> ending_of("اساسنامه.PDF"), ending_of("notes")
    ('.pdf', '')
    """
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def _found(file: IO[bytes], ending: str) -> Taken:
    """What a file is. Raises ValueRefused as `media_type_of` does, FILE_NOT_AS_CLAIMED excepted."""
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(_ZIP):
        return _packed(file)
    for signature, kind in _SIGNED:
        if head.startswith(signature) and (kind is not WEBP or head[8:12] == b"WEBP"):
            if not _WHOLE[kind](file):
                raise ValueRefused("FILE_DAMAGED", found=kind.label)
            return kind
    return _text(file, head, ending)


# -- pictures and PDF ----------------------------------------------------------------------------------


def _whole_pdf(file: IO[bytes]) -> bool:
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    return b"%%EOF" in file.read()


def _whole_png(file: IO[bytes]) -> bool:
    """Whether its chunks follow each other to the last one, and nothing comes after."""
    size = file.seek(0, 2)
    at: int = 8
    for number in range(MAXIMUM_PICTURE_PARTS):
        if at + 12 > size:
            return False
        file.seek(at)
        length, kind = struct.unpack(">I4s", file.read(8))
        at += 12 + length
        if number == 0 and kind != b"IHDR":
            return False
        if kind == b"IEND":
            return at == size
    return False


def _whole_jpeg(file: IO[bytes]) -> bool:
    """Whether its segments follow each other to the picture, and the picture ends.

    Phones put more after it: a film, a second picture.
    """
    size = file.seek(0, 2)
    at: int = 2
    for _ in range(MAXIMUM_PICTURE_PARTS):
        if at + 4 > size:
            return False
        file.seek(at)
        mark, kind, length = struct.unpack(">BBH", file.read(4))
        if mark != 0xFF or length < 2:
            return False
        at += 2 + length
        if kind == 0xDA:
            return _holds(file, at, b"\xff\xd9")
    return False


def _holds(file: IO[bytes], at: int, wanted: bytes) -> bool:
    file.seek(at)
    before = b""
    while piece := file.read(_PIECE):
        if wanted in before + piece:
            return True
        before = piece[-len(wanted) + 1 :]
    return False


def _whole_webp(file: IO[bytes]) -> bool:
    size = file.seek(0, 2)
    file.seek(4)
    told = int.from_bytes(file.read(4), "little")
    return told + 8 in {size, size - 1}


_WHOLE: dict[Taken, Callable[[IO[bytes]], bool]] = {
    PDF: _whole_pdf,
    PNG: _whole_png,
    JPEG: _whole_jpeg,
    WEBP: _whole_webp,
}

# -- office documents ----------------------------------------------------------------------------------


def _packed(file: IO[bytes]) -> Taken:
    """What a zip archive is: an office document without programs, or nothing that is taken."""
    try:
        _expect_few(file)
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            kind = _open_document(archive) or _office_open(archive)
            if kind is not None and any(_PROGRAMS.search(name) for name in names):
                raise ValueRefused("FILE_HAS_MACROS")
    except _SPOILT:
        raise ValueRefused("FILE_DAMAGED", found="ZIP") from None
    if kind is None:
        raise _not_taken("ZIP")
    return kind


_SPOILT = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, IndexError, ValueError),
)
"""What reading an archive raises that somebody has spoilt, or packed in a way that Python does not know."""


def _expect_few(file: IO[bytes]) -> None:
    """Raises ValueRefused FILE_DAMAGED for an archive of too many entries, before they are read.

    What says how many must be at the end as `zipfile` looks for it, and alone: no other is within it, or, for
    archives of gigabytes, before it.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_OF_ARCHIVE))
    tail = file.read()
    at = tail.rfind(_END)
    hidden = tail[-_END_LENGTH:].find(_END, 1) > 0 or tail[max(0, at - _BEFORE_END) : at].startswith(_LARGE)
    entries, length = struct.unpack("<HI", tail[at + 10 : at + 16]) if at >= 0 else (0, 0)
    if at < 0 or hidden or entries > MAXIMUM_ENTRIES or length > _ENTRY * MAXIMUM_ENTRIES:
        raise ValueRefused("FILE_DAMAGED", found="ZIP")


def _open_document(archive: zipfile.ZipFile) -> Taken | None:
    """ODT or ODS: the first entry says which, and is not packed."""
    first = archive.infolist()[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
        return None
    told = _read(archive, "mimetype")
    return next((kind for kind in (ODT, ODS) if told == kind.media_type.encode()), None)


def _office_open(archive: zipfile.ZipFile) -> Taken | None:
    """DOCX or XLSX: the list of parts says which. Raises ValueRefused FILE_HAS_MACROS."""
    if "[Content_Types].xml" not in archive.namelist():
        return None
    parts = _read(archive, "[Content_Types].xml")
    if b"macroEnabled" in parts or b"vbaProject" in parts:
        raise ValueRefused("FILE_HAS_MACROS")
    return next((kind for main, kind in _MAIN if main in parts), None)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as entry:
        return entry.read(_UNPACKED)


# -- text ----------------------------------------------------------------------------------------------


def _text(file: IO[bytes], head: bytes, ending: str) -> Taken:
    """Plain text in UTF-8 that no browser and no shell takes for more."""
    if _is_markup(head):
        raise _not_taken(_name_of(head))
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    file.seek(0)
    try:
        while piece := file.read(_PIECE):
            if _UNTYPED.search(decoder.decode(piece)):
                raise _not_taken(_name_of(head))
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if ending in (*CSV.endings, *TEXT.endings) and b"\x00" not in head.lstrip(b"\xff\xfe"):
            raise ValueRefused("FILE_TEXT_UNREADABLE") from None
        raise _not_taken(_name_of(head)) from None
    return TEXT


def _is_markup(head: bytes) -> bool:
    """Whether text opens as HTML, SVG and other XML do, or as a script."""
    opening = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return opening.startswith((b"<", b"#!", b"{\\rtf"))


def _not_taken(found: str) -> ValueRefused:
    allowed = ", ".join(kind.label for kind in TAKEN)
    return ValueRefused("FILE_TYPE_NOT_ALLOWED", found=found, allowed=allowed)


def _name_of(head: bytes) -> str:
    """What a file seems to be that is not taken, for whoever sent it."""
    import puremagic  # Its table is large, and seldom wanted.

    try:
        likely = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return "?"
    return next((one.name for one in likely if one.name), "?")
