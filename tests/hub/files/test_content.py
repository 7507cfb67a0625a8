"""A file is what its content says: what is on the list is taken, all else and all that lies is refused."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_ENTRIES
from hub.files.content import TAKEN, media_type_of
from hub.files.names import disposition, named
from tests import documents
from tests.documents import SHEET, SOUND, WORD, office_open, open_document, packed

REFUSALS = {
    "FILE_TYPE_NOT_ALLOWED",
    "FILE_DAMAGED",
    "FILE_HAS_MACROS",
    "FILE_TEXT_UNREADABLE",
    "FILE_NOT_AS_CLAIMED",
}


def told(content: bytes, name: str, claimed: str = "") -> str:
    """Its media type, or the code with which it is refused."""
    try:
        return media_type_of(io.BytesIO(content), name, claimed)
    except ValueRefused as error:
        return error.code


@pytest.mark.parametrize("name", SOUND)
def test_every_kind_on_the_list_is_taken_for_what_it_is(name: str) -> None:
    content, media_type = SOUND[name]
    assert told(content, name) == media_type
    assert told(content, name, f"{media_type}; charset=utf-8") == media_type
    assert told(content, name, "application/octet-stream") == media_type


def test_a_sound_file_of_each_kind_is_there() -> None:
    assert {media for _, media in SOUND.values()} == {kind.media_type for kind in TAKEN}


def test_a_csv_is_one_by_its_name_whatever_a_browser_calls_it() -> None:
    content = SOUND["members.csv"][0]
    assert told(content, "members.csv", "application/vnd.ms-excel") == "text/csv"
    assert told(content, "members.csv", "text/plain") == "text/csv"
    assert told(content, "members.txt", "text/plain") == "text/plain"
    assert told(content, "members.txt", "text/csv") == "FILE_NOT_AS_CLAIMED"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"<!DOCTYPE html><script>alert(1)</script>", "page.html", "FILE_TYPE_NOT_ALLOWED"),
        (b"\n <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.svg", "FILE_TYPE_NOT_ALLOWED"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "notes.txt", "FILE_TYPE_NOT_ALLOWED"),
        (b"#!/bin/sh\nrm -rf /\n", "notes.txt", "FILE_TYPE_NOT_ALLOWED"),
        (b"{\\rtf1 x}", "notes.txt", "FILE_TYPE_NOT_ALLOWED"),
        (b"MZ" + bytes(300), "report.pdf", "FILE_TYPE_NOT_ALLOWED"),
        (b"\x7fELF" + bytes(300), "photo.jpg", "FILE_TYPE_NOT_ALLOWED"),
        (b"GIF89a" + bytes(50), "photo.gif", "FILE_TYPE_NOT_ALLOWED"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old.doc", "FILE_TYPE_NOT_ALLOWED"),
        (bytes(40), "notes.txt", "FILE_TYPE_NOT_ALLOWED"),
        ("سلام".encode("cp1256"), "members.csv", "FILE_TEXT_UNREADABLE"),
        ("سلام".encode("cp1256"), "members.pdf", "FILE_TYPE_NOT_ALLOWED"),
        (packed({"a.txt": b"x"}), "docs.zip", "FILE_TYPE_NOT_ALLOWED"),
        (packed({"AndroidManifest.xml": b"x", "classes.dex": b"y"}), "statutes.docx", "FILE_TYPE_NOT_ALLOWED"),
        (office_open("application/vnd.openxmlformats-officedocument.presentationml.presentation"), "a.pptx",
         "FILE_TYPE_NOT_ALLOWED"),
        (office_open(word__vbaProject_bin=b"x").replace(b"vbaProject_bin", b"vbaProject.bin"), "a.docx",
         "FILE_HAS_MACROS"),
        (office_open("application/vnd.ms-word.document.macroEnabled"), "a.docx", "FILE_HAS_MACROS"),
        (office_open(SHEET, xl__macrosheets__s1=b"x"), "a.xlsx", "FILE_HAS_MACROS"),
        (open_document(Basic__Standard=b"x"), "a.odt", "FILE_HAS_MACROS"),
        (open_document(Scripts__run=b"x"), "a.odt", "FILE_HAS_MACROS"),
        (documents.png() + b"<script>", "map.png", "FILE_DAMAGED"),
        (documents.png()[:-4], "map.png", "FILE_DAMAGED"),
        (documents.jpeg()[:-2], "photo.jpg", "FILE_DAMAGED"),
        (documents.webp()[:-3], "photo.webp", "FILE_DAMAGED"),
        (documents.pdf()[:-6], "report.pdf", "FILE_DAMAGED"),
        (office_open()[:-30], "statutes.docx", "FILE_DAMAGED"),
        (b"PK\x03\x04" + bytes(100), "statutes.docx", "FILE_DAMAGED"),
    ],
)  # fmt: skip
def test_what_is_not_on_the_list_or_not_whole_or_holds_a_program_is_refused(
    content: bytes, name: str, code: str
) -> None:
    assert told(content, name) == code


def test_an_archive_of_too_many_entries_is_not_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(6_000):
            archive.writestr(f"{number}", b"")
    assert told(out.getvalue(), "a.docx") == "FILE_DAMAGED"
    lying = bytearray(out.getvalue())
    at = lying.rfind(b"PK\x05\x06")
    lying[at + 8 : at + 12] = struct.pack("<HH", 1, 1)
    assert told(bytes(lying), "a.docx") == "FILE_TYPE_NOT_ALLOWED"


@pytest.mark.parametrize("way", ["within", "before"])
def test_an_archive_that_says_elsewhere_how_many_entries_it_has_is_not_read(way: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(MAXIMUM_ENTRIES + 1):
            archive.writestr(f"{number:05}" * 30, b"")
    content = bytearray(out.getvalue())
    at = content.rfind(b"PK\x05\x06")
    _, _, _, count, _, length, start, _ = struct.unpack("<4s4H2IH", content[at:])
    if way == "within":  # In the numbers of disks, which nobody reads.
        content[at + 4 : at + 8] = b"PK\x05\x06"
    else:
        large = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
        locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, at, 1)
        content[at:] = large + locator + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, 1, 0, 0)
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        assert len(archive.namelist()) > MAXIMUM_ENTRIES, "Python reads them all."
    assert told(bytes(content), "a.docx") == "FILE_DAMAGED"


@given(st.sampled_from(sorted(SOUND)), st.sampled_from(sorted(SOUND)))
def test_a_file_under_the_name_or_the_type_of_another_kind_is_refused(one: str, other: str) -> None:
    (content, media_type), (_, claimed) = SOUND[one], SOUND[other]
    same = media_type == claimed
    texts = {media_type, claimed} <= {"text/csv", "text/plain"}
    if not texts:
        assert told(content, other) == (media_type if same else "FILE_NOT_AS_CLAIMED")
        assert told(content, one, claimed) == (media_type if same else "FILE_NOT_AS_CLAIMED")


@given(st.sampled_from(sorted(SOUND)), st.data())
def test_a_file_that_is_cut_off_or_spoilt_is_taken_for_itself_or_refused_and_never_for_another(
    name: str, data: st.DataObject
) -> None:
    content, media_type = SOUND[name]
    spoilt = bytearray(content[: data.draw(st.integers(1, len(content)))])
    for _ in range(data.draw(st.integers(0, 3))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    assert told(bytes(spoilt), name, media_type) in {media_type, *REFUSALS}


@given(
    st.binary(min_size=1, max_size=2_000), st.sampled_from([*sorted(SOUND), "page.html", "a.svg", "run.exe"])
)
def test_bytes_at_random_are_text_or_refused(content: bytes, name: str) -> None:
    found = told(content, name)
    assert found in {"text/plain", "text/csv", *REFUSALS}
    if found.startswith("text/"):
        content.decode("utf-8")
        assert b"\0" not in content
        assert not content.lstrip().startswith(b"<")


MARKUP = st.sampled_from(
    ["<html>", "<!DOCTYPE html>", "<svg ", "<?xml ", "<script>", "<!--", "<body>", "<a "]
)


@given(MARKUP, st.text(max_size=50), st.sampled_from(["", " ", "\n\t", "\ufeff", "\ufeff "]))
def test_what_a_browser_would_draw_is_no_text(markup: str, rest: str, before: str) -> None:
    content = (before + markup + rest).encode("utf-8", "replace")
    assert told(content, "notes.txt", "text/plain") == "FILE_TYPE_NOT_ALLOWED"
    assert told(content, "members.csv", "text/csv") == "FILE_TYPE_NOT_ALLOWED"


@given(st.text(max_size=300))
def test_a_name_is_one_line_without_folders_and_fits_a_header(given_: str) -> None:
    try:
        name = named(given_)
    except ValueRefused:
        assert not any(c.isalnum() for c in given_.replace("\\", "/").split("/")[-1])
        return
    assert 0 < len(name) <= 150
    assert not set(name) & set('/\\<>:"|?*\r\n\u202e\u2066\0')
    assert named(name) == name
    header = disposition(name, inline=False)
    assert header.isascii()
    assert "\n" not in header


def test_a_long_name_keeps_its_ending() -> None:
    assert named("گ" * 300 + ".pdf") == "گ" * 146 + ".pdf"


def test_a_word_document_is_no_sheet() -> None:
    assert told(office_open(WORD), "a.xlsx") == "FILE_NOT_AS_CLAIMED"
