"""A sealed dump opens with its key, and no changed byte of it goes unnoticed."""

import io
from pathlib import Path

import pytest

from graph.dump.sealed import MARK, OPENING, Key, KeyKind, Opened, Sealing, key_of_file, key_of_passphrase
from graph.errors import ValueRefused

PIECE = 64 * 1024 + 16
KEY = Key(KeyKind.FILE, b"k" * 32)


def _sealed(text: bytes, key: Key = KEY) -> bytes:
    file = io.BytesIO()
    sealing = Sealing(file, key)
    for start in range(0, len(text), 1000):
        sealing.write(text[start : start + 1000])
    sealing.close()
    return file.getvalue()


def _opened(file: bytes, key: Key = KEY) -> bytes:
    opened, pieces = Opened(io.BytesIO(file), key), []
    while piece := opened.read(777):
        pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_what_was_sealed_comes_out(length: int) -> None:
    text = (b"knowledge" * (length // 9 + 1))[:length]
    file = _sealed(text)
    assert _opened(file) == text
    assert b"knowledgeknowledge" not in file
    assert file.startswith(MARK)


def test_two_files_of_one_text_have_nothing_in_common() -> None:
    assert _sealed(b"same")[OPENING:] != _sealed(b"same")[OPENING:]


def test_a_passphrase_opens_it_and_another_does_not() -> None:
    file = _sealed(b"word", key_of_passphrase("correct horse battery"))
    assert _opened(file, key_of_passphrase("correct horse battery")) == b"word"
    with pytest.raises(ValueRefused) as refusal:
        _opened(file, key_of_passphrase("another horse battery"))
    assert refusal.value.code == "KEY_WRONG"


def test_a_file_that_is_cut_off_at_any_piece_is_refused() -> None:
    file = _sealed(b"x" * 200_000)
    for length in (len(file) - 1, OPENING + 3 * PIECE, OPENING + PIECE):
        with pytest.raises(ValueRefused) as refusal:
            _opened(file[:length])
        assert refusal.value.code in {"DUMP_CHANGED", "KEY_WRONG"}
    with pytest.raises(ValueRefused) as refusal:
        _opened(file[: OPENING - 1])
    assert refusal.value.code == "DUMP_UNREADABLE"


def test_a_changed_byte_anywhere_is_refused() -> None:
    file = _sealed(b"x" * 200_000)
    for place in (len(MARK) + 3, OPENING - 1, OPENING, OPENING + PIECE + 5, len(file) - 1):
        changed = bytearray(file)
        changed[place] ^= 1
        with pytest.raises(ValueRefused):
            _opened(bytes(changed))


def test_pieces_that_changed_places_and_a_piece_too_many_are_refused() -> None:
    file = _sealed(b"x" * 200_000)
    head, rest = file[:OPENING], file[OPENING:]
    first, second, more = rest[:PIECE], rest[PIECE : 2 * PIECE], rest[2 * PIECE :]
    for changed in (head + second + first + more, head + first + more, file + first):
        with pytest.raises(ValueRefused):
            _opened(changed)


def test_a_short_key_is_refused_and_no_key_shows_itself(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"k" * 31)
    with pytest.raises(ValueRefused) as refusal:
        key_of_file(tmp_path / "key")
    assert refusal.value.code == "KEY_TOO_SHORT"
    with pytest.raises(ValueRefused) as refusal:
        key_of_passphrase("elevensigns")
    assert refusal.value.code == "PASSPHRASE_TOO_SHORT"
    assert "kkk" not in repr(KEY)
