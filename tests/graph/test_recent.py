"""What was used last is remembered, as far as it fits."""

from hypothesis import given
from hypothesis import strategies as st

from graph.recent import Recent


def test_what_was_used_longest_ago_is_forgotten() -> None:
    kept: Recent[str, int] = Recent(3)
    for number, key in enumerate("abc"):
        kept.put(key, number)
    assert kept.get("a") == 0
    kept.put("d", 3)
    assert [key for key in "abcd" if key in kept] == ["a", "c", "d"]
    assert kept.get("b") is None


def test_what_weighs_more_than_all_may_is_not_kept_and_takes_nothing_away() -> None:
    kept: Recent[str, int] = Recent(3)
    kept.put("a", 1, 3)
    kept.put("b", 2, 4)
    assert (kept.get("a"), kept.get("b")) == (1, None)
    kept.put("a", 1, 4)
    assert len(kept) == 0


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6))))
def test_all_that_is_kept_fits(puts: list[tuple[int, int]]) -> None:
    kept: Recent[int, int] = Recent(10)
    for key, weight in puts:
        kept.put(key, weight, weight)
        assert kept.get(key) == weight
    assert sum(kept.get(key) or 0 for key in range(6)) <= 10
