"""A refusal says where the value stands, from any depth."""

from graph.errors import ValueRefused
from graph.text import IdentifierError


def test_a_place_is_prefixed_on_the_way_out() -> None:
    error = ValueRefused("TEXT_EMPTY", at="value").within("results.0").within("input")
    assert (error.code, error.at, error.path) == ("TEXT_EMPTY", "input.results.0.value", ())


def test_an_error_without_a_place_takes_the_one_it_is_found_at() -> None:
    assert ValueRefused("NOT_FOUND").at is None
    assert ValueRefused("NOT_FOUND").within("results.0").at == "results.0"


def test_an_error_stays_what_it_is_one_level_further_in() -> None:
    inner = IdentifierError("SHEBA_LENGTH", given=3, expected=24, path=("node",))
    outer = inner.within("value", path=("organizations", "nodes"))
    assert type(outer) is IdentifierError
    assert outer.details == {"given": 3, "expected": 24}
    assert outer.path == ("organizations", "nodes", "node")
    assert inner.at is None
