"""Small sound files of every kind that the hub takes, made by hand, and what has been done to them."""

import io
import struct
import zipfile
import zlib

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"


def pdf(text: str = "report") -> bytes:
    """A PDF of one empty page, with its author's name in it."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    )
    body += f"3 0 obj<</Author({text})>>endobj\n".encode()
    return body + b"trailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF\n"


def png(side: int = 3) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + bytes(side) for _ in range(side))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(after: bytes = b"") -> bytes:
    """The frame of a picture: its segments, a scan, its end, and what a phone puts after it."""
    segments = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return (
        b"\xff\xd8"
        + segments
        + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
        + b"\x12" * 40
        + b"\xff\xd9"
        + after
    )


def webp() -> bytes:
    """The frame of a WebP picture."""
    inner = b"WEBPVP8 " + struct.pack("<I", 10) + bytes(10)
    return b"RIFF" + struct.pack("<I", len(inner)) + inner


def packed(entries: dict[str, bytes], first: str | None = None) -> bytes:
    """A zip archive; `first` is not compressed, and comes first."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def open_document(media_type: str = OPEN_TEXT, **more: bytes) -> bytes:
    """An ODT or ODS."""
    entries = {"mimetype": media_type.encode(), "content.xml": b"<office:document-content/>"}
    return packed(entries | {name.replace("__", "/"): data for name, data in more.items()}, "mimetype")


def office_open(kind: str = WORD, **more: bytes) -> bytes:
    """A DOCX or XLSX."""
    main = f'<Types><Override PartName="/doc.xml" ContentType="{kind}.main+xml"/></Types>'.encode()
    entries = {"[Content_Types].xml": main, "word/document.xml": b"<w:document/>"}
    return packed(entries | {name.replace("__", "/"): data for name, data in more.items()})


SOUND: dict[str, tuple[bytes, str]] = {
    "گزارش سالانه.pdf": (pdf(), "application/pdf"),
    "map.png": (png(), "image/png"),
    "photo.jpg": (jpeg(), "image/jpeg"),
    "IMG_2024.JPEG": (jpeg(b"film" * 100), "image/jpeg"),
    "photo.webp": (webp(), "image/webp"),
    "minutes.odt": (open_document(), OPEN_TEXT),
    "counts.ods": (open_document(OPEN_SHEET), OPEN_SHEET),
    "statutes.docx": (office_open(), WORD),
    "members.xlsx": (office_open(SHEET), SHEET),
    "members.csv": ("نام,استان\nامید,فارس\n".encode(), "text/csv"),
    "notes.txt": ("\ufeffیادداشت".encode(), "text/plain"),
}
"""A file of every kind that is taken, by a name for it, with its media type."""
