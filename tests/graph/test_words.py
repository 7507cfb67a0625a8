"""Everything that people meet of the model has a label and a sentence in both languages."""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import chain

import pytest

from graph.model import MODEL
from graph.model.life import By
from graph.model.members import Aspect, Computed, Edge, Member, Property
from graph.model.network import MapNodeSort, MapTieSort
from graph.model.sides import Side
from graph.model.words import LANGUAGES, Choice, Words

_PERSIAN = re.compile("[آ-یپچژکگ]")
_ARABIC = re.compile("[يىك]")


def _types() -> Iterator[tuple[str, Words]]:
    for named in chain(MODEL.nodes.values(), MODEL.shapes.values(), MODEL.unions.values()):
        if named.name != "Node":  # the interface of all that has an id, told by the schema
            yield named.name, named.words


def _members() -> Iterator[tuple[str, Words]]:
    for owner in chain(MODEL.nodes.values(), MODEL.shapes.values()):
        for member in owner.members:
            if getattr(member, "hidden", False):
                continue
            yield f"{owner.name}.{member.name}", member.words
            if isinstance(member, Edge):
                for below in member.told():
                    yield f"{owner.name}.{member.name}.{below.name}", below.words
                if member.row is not None:
                    yield f"{member.row.name}Edge", member.row.words


def _moves() -> Iterator[tuple[str, Words]]:
    for node in MODEL.nodes.values():
        for move in node.life.moves if node.life is not None else ():
            yield f"{node.label}.{move.mutation or move.event.name}", move.words
            if move.input_words.en:
                yield f"{node.label}.{move.input_name}", move.input_words


def _events() -> Iterator[tuple[str, Words]]:
    for node in MODEL.nodes.values():
        for move in node.life.moves if node.life is not None else ():
            yield move.event.name, move.event.words


def _enums() -> Iterator[type[Choice]]:
    found: dict[type[Enum], None] = {By: None, Side: None, MapNodeSort: None, MapTieSort: None}
    for owner in chain(MODEL.nodes.values(), MODEL.shapes.values()):
        for member in owner.members:
            found |= dict.fromkeys(_enums_of(member))
    for enum in found:
        assert issubclass(enum, Choice)
        yield enum


def _enums_of(member: Member | Aspect) -> Iterator[type[Enum]]:
    match member:
        case Property(enum=type() as enum) | Computed(enum=type() as enum) | Aspect(enum=type() as enum):
            yield enum
        case Edge() as edge:
            for below in edge.told():
                yield from _enums_of(below)
        case _:
            pass


def _values() -> Iterator[tuple[str, Words]]:
    for enum in _enums():
        yield enum.__name__, enum.about()
        for value in enum:
            yield f"{enum.__name__}.{value.name}", value.words


_SAID = list(chain(_types(), _members(), _moves(), _values()))
_LABELLED = list(_events())


def _params(said: list[tuple[str, Words]]) -> list[object]:
    return [pytest.param(words, id=name) for name, words in dict(said).items()]


@pytest.mark.parametrize("words", _params(_SAID))
def test_each_has_a_label_and_a_sentence_in_both_languages(words: Words) -> None:
    for language in LANGUAGES:
        label, text = words.label(language), words.text(language)
        assert label
        assert not label.endswith((".", ":", " ")), label
        assert text.endswith("."), f"{label!r} has no sentence: {text!r}"
        assert text != f"{label}.", "the sentence says what the label does not"
    assert re.match("[A-Z0-9`]", words.text("en")), "a sentence begins with a capital"
    _is_persian(words.fa)


@pytest.mark.parametrize("words", _params(_LABELLED))
def test_each_event_is_told_in_both_languages_by_a_phrase(words: Words) -> None:
    assert all(words.label(language) for language in LANGUAGES)
    _is_persian(words.fa)


def _is_persian(text: str) -> None:
    assert _PERSIAN.search(text)
    assert not _ARABIC.search(text), "ی and ک are the Persian ones"
    assert not re.search("[٠-٩]", text), "digits are Persian"


def test_an_english_sentence_has_one_persian_one() -> None:
    persian: dict[str, set[str]] = {}
    for _, words in _SAID:
        persian.setdefault(words.text("en"), set()).add(words.text("fa"))
    assert {en: fa for en, fa in persian.items() if len(fa) > 1} == {}
