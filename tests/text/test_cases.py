"""The cases of `cases.json`, which the web client's twin of this module must pass too."""

import doctest
import importlib
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graph.text import (
    IdentifierError,
    clean,
    fold,
    has_control_characters,
    index_text,
    mobile,
    national_id,
    province_code,
    query,
    sheba,
    snippet,
    sort_key,
)
from tests.text.matching import holds

CASES: dict[str, list[Any]] = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
MODULES = ["clean", "endings", "fold", "highlight", "identifiers", "letters", "lucene", "order"]


@pytest.mark.parametrize(("typed", "stored"), CASES["clean"])
def test_clean_gives_the_stored_text_and_leaves_it_alone(typed: str, stored: str) -> None:
    assert clean(typed) == stored
    assert clean(stored) == stored


@pytest.mark.parametrize(("typed", "has"), CASES["control_characters"])
def test_control_characters_are_noticed(typed: str, has: bool) -> None:
    assert has_control_characters(typed) is has


@pytest.mark.parametrize(("typed", "searched"), CASES["fold"])
def test_fold_gives_the_searched_text_and_leaves_it_alone(typed: str, searched: str) -> None:
    assert fold(typed) == searched
    assert fold(searched) == searched


@pytest.mark.parametrize("spellings", CASES["folds_alike"])
def test_spellings_of_one_text_fold_alike_and_find_each_other(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1
    assert all(holds(index_text(text), query(asked)) for text in spellings for asked in spellings)


@pytest.mark.parametrize("texts", CASES["order"])
def test_texts_sort_by_the_persian_alphabet(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    assert all(first < second for first, second in pairwise(keys)), keys


@pytest.mark.parametrize("texts", CASES["order_alike"])
def test_spellings_of_one_text_sort_alike(texts: list[str]) -> None:
    assert len({sort_key(text) for text in texts}) == 1


@pytest.mark.parametrize(("typed", "expected", "check_ok"), CASES["national_id"])
def test_national_ids_are_refused_by_form_and_doubted_by_check_digit(
    typed: str, expected: str, check_ok: bool | None
) -> None:
    if check_ok is None:
        with pytest.raises(IdentifierError) as error:
            national_id(typed)
        assert error.value.code == expected
    else:
        told = national_id(typed)
        assert (told.digits, told.check_ok) == (expected, check_ok)


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (read, *case)
        for read, name in ((sheba, "sheba"), (mobile, "mobile"), (province_code, "province_code"))
        for case in CASES[name]
    ],
)
def test_identifiers_are_read_or_refused(read: Callable[[str], str], typed: str, expected: str) -> None:
    if "_" in expected:
        with pytest.raises(IdentifierError) as error:
            read(typed)
        assert error.value.code == expected
    else:
        assert read(typed) == expected


@pytest.mark.parametrize(("asked", "text", "found"), CASES["search"])
def test_a_search_finds_what_it_asks_for_and_nothing_else(asked: str, text: str, found: bool) -> None:
    assert holds(index_text(text), query(asked)) is found


@pytest.mark.parametrize(("asked", "text", "found"), CASES["search"])
def test_what_a_search_finds_is_marked(asked: str, text: str, found: bool) -> None:
    if found:
        assert snippet(text, asked) is not None


@pytest.mark.parametrize(("asked", "text", "marked"), CASES["snippet"])
def test_a_snippet_marks_the_words_in_their_own_spelling(
    asked: str, text: str, marked: list[str] | None
) -> None:
    told = snippet(text, asked)
    assert (told and [told.text[start:end] for start, end in told.ranges]) == marked


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_docstrings_are_true(name: str) -> None:
    told = doctest.testmod(importlib.import_module(f"graph.text.{name}"))
    assert told.attempted > 0
    assert told.failed == 0
