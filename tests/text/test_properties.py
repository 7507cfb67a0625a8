"""What holds of every text, however it is written."""

import json
import re
from itertools import chain
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from graph.limits import MAXIMUM_WORDS
from graph.text import clean, fold, index_text, query, snippet, sort_key, words
from graph.text.clean import ZWNJ
from graph.text.endings import LONGEST_WORD, base, stem
from graph.text.english import english_stem
from graph.text.fold import compounds
from graph.text.tables import PLURALS, WORDS
from tests.text.matching import holds, holds_term, terms

CASES = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
SENTENCES = [text for _, text, _ in CASES["search"]]
ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"


# Lucene refuses a query of more terms than this.
MAXIMUM_TERMS = 1024

PERSIAN = st.text(f"{ALPHABET}{ZWNJ}يكةۀأؤئء \u064e\u0651\u0640\u200f۰۱٤5،.-Ab", max_size=60)
ENDED = st.builds(
    "".join,
    st.lists(
        st.sampled_from([*ALPHABET, *WORDS["endings"], *WORDS["affixes"], "ان", "ین", "ات", "گان", "و", "به"])
    ),
)
ROWS = st.lists(st.sampled_from([*" ".join(SENTENCES).split(), "می", "ها", "ی", "و"]), max_size=30).map(
    " ".join
)
TEXT = st.one_of(st.text(), PERSIAN, ENDED, ROWS)

# What each letter of a stored text may have been typed as, without a reader seeing another word.
LOOKS_LIKE = {
    "ی": ["ي", "ى", "\ufef1"],
    "ک": ["ك", "\ufed9"],
    "آ": ["ا", "ا\u0653"],
    "ؤ": ["و", "و\u0654"],
    "ئ": ["ي\u0654"],
    "ه": ["ة", "\ufee9"],
    "۴": ["4", "٤"],
    " ": ["  ", " \u200f", "\u00a0", f"{ZWNJ} ", "، "],
}


@st.composite
def _retyped(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence, and the same with letters typed otherwise, stretched, marked or beside something unseen."""
    sentence = draw(st.sampled_from(SENTENCES))
    noise = st.sampled_from(["", "", "", "\u064e", "\u0651", "\u0640", "\u200e", "\u00ad"])
    typed = [
        draw(st.sampled_from([c, *LOOKS_LIKE.get(c, [])])) + (draw(noise) if c.isalpha() else "")
        for c in sentence
    ]
    return sentence, "".join(typed)


@given(TEXT)
def test_cleaning_and_folding_twice_is_doing_it_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)
    assert fold(clean(text)) == fold(text)
    assert words(text) == fold(text).split(" ") or not fold(text)


@given(ENDED)
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)
    assert base(base(word)) == base(word)


def test_what_the_tables_give_is_left_alone() -> None:
    given_back = [*PLURALS["broken"].values(), *PLURALS["feminine"].values(), *WORDS["verbs"]]
    assert [word for word in given_back if stem(word) != word] == []
    assert [word for word in PLURALS["not_plural"] if stem(word) != word] == []
    assert [word for word in WORDS["spellings"].values() if base(word) != word] == []


def test_the_words_of_the_tables_are_in_their_letters_and_in_one_piece() -> None:
    words = [*WORDS["people"], *WORDS["affixes"], *PLURALS["begins_with_and"]]
    assert [word for word in words if compounds(word) != [[word]]] == []


def test_a_broken_plural_and_its_singular_find_each_other() -> None:
    for plural, singular in chain(PLURALS["broken"].items(), PLURALS["feminine"].items()):
        assert holds(index_text(plural), query(singular)), (plural, singular)
        assert holds(index_text(singular), query(plural)), (plural, singular)


LATIN = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


@given(
    st.builds(
        "".join, st.tuples(LATIN, st.sampled_from(["", "s", "es", "ing", "ised", "ization", "our", "ers"]))
    )
)
def test_an_english_stem_is_its_own_stem(word: str) -> None:
    assert english_stem(english_stem(word)) == english_stem(word)


@given(_retyped())
def test_a_retyped_sentence_folds_and_sorts_alike_and_is_found(pair: tuple[str, str]) -> None:
    sentence, typed = pair
    assert fold(typed) == fold(sentence)
    assert sort_key(typed).replace(":", ";") == sort_key(sentence).replace(":", ";")
    assert holds(index_text(sentence), query(typed))
    assert holds(index_text(typed), query(sentence))


@given(TEXT)
def test_folded_text_is_small_letters_digits_and_single_spaces(text: str) -> None:
    assert all(word.isalnum() for word in words(text))
    assert "  " not in fold(text)
    assert fold(text) == fold(text).casefold().strip()


@given(TEXT)
def test_nothing_typed_becomes_lucene_syntax(text: str) -> None:
    asked = terms(query(text))
    assert len(asked) <= MAXIMUM_WORDS
    assert bool(asked) == bool(words(text))
    for term in (term for clause in asked for term in clause):
        assert len(term["whole"] or term["begun"] or "") <= LONGEST_WORD


@given(st.lists(st.text(ALPHABET, min_size=1, max_size=60), max_size=40).map(f"{ZWNJ}".join))
def test_a_query_stays_below_lucenes_limit_of_terms(text: str) -> None:
    assert sum(2 * len(clause) for clause in terms(query(text))) < MAXIMUM_TERMS


@given(TEXT)
def test_every_text_is_found_by_itself_and_by_each_of_its_words(text: str) -> None:
    assert holds(index_text(text), query(text))
    assert all(holds(index_text(text), query(word)) for word in words(text))


@given(st.lists(st.text(ALPHABET, max_size=8), max_size=20))
def test_keys_sort_as_the_alphabet_does(texts: list[str]) -> None:
    by_alphabet = sorted(texts, key=lambda text: [ALPHABET.index(letter) for letter in text])
    assert sorted(texts, key=sort_key) == by_alphabet


@given(TEXT)
def test_a_key_is_bounded_and_ignores_case_and_half_spaces(text: str) -> None:
    assert len(sort_key(text)) <= 120
    assert sort_key(text) == sort_key(text.replace(ZWNJ, "")) == sort_key(clean(text))


@given(st.one_of(ROWS, TEXT), st.one_of(ROWS, TEXT), st.integers(20, 200))
def test_a_snippet_marks_only_words_that_answer(text: str, asked: str, width: int) -> None:
    told = snippet(text, asked, width)
    if told is None:
        assert not words(asked) or not holds(index_text(text), query(asked))
        return
    assert told.ranges
    assert told.ranges == sorted(told.ranges)
    for start, end in told.ranges:
        assert 0 <= start < end <= len(told.text)
        marked = index_text(told.text[start:end])
        assert any(_answers(marked, term) for clause in terms(query(asked)) for term in clause), marked
    longest = max(end - start for start, end in told.ranges)
    assert len(told.text) <= max(width, longest) + len("……")


def _answers(marked: str, term: re.Match[str]) -> bool:
    halves = set((term["phrase"] or "").split())
    return bool(halves & set(marked.split())) or holds_term(marked, term)
