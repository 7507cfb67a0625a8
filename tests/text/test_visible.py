"""What a message repeats stays on its line."""

from hypothesis import given
from hypothesis import strategies as st

from graph.limits import MAXIMUM_ECHO
from graph.text import one_line


def test_what_would_break_out_of_a_line_is_taken_out() -> None:
    assert one_line("الف\u200cب\n\tج\u202e\u2066د\x00\ud800") == "الف\u200cب جد"


def test_a_long_text_is_cut() -> None:
    assert one_line("x" * MAXIMUM_ECHO) == "x" * MAXIMUM_ECHO
    assert one_line("x" * 10_000) == "x" * (MAXIMUM_ECHO - 1) + "…"
    assert one_line("\u202e" * 10_000 + "x") == "…"


@given(st.text(st.characters(), max_size=80), st.integers(2, 60))
def test_whatever_is_repeated_is_one_harmless_line(text: str, most: int) -> None:
    line = one_line(text, most)
    assert len(line) <= most
    assert len(line.splitlines()) <= 1
    line.encode()
