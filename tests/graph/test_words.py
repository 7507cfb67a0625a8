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


def _of_each(said: list[tuple[str, Words]]) -> pytest.MarkDecorator:
    """One test for each type, of all that it is and has."""
    owned: dict[str, dict[str, Words]] = {}
    for name, words in said:
        owned.setdefault(name.partition(".")[0], {})[name] = words
    return pytest.mark.parametrize("said", owned.values(), ids=owned)


@_of_each(_SAID)
def test_each_has_a_label_and_a_sentence_in_both_languages(said: dict[str, Words]) -> None:
    for name, words in said.items():
        for language in LANGUAGES:
            label, text = words.label(language), words.text(language)
            assert label, name
            assert not label.endswith((".", ":", " ")), (name, label)
            assert text.endswith("."), f"{name}: {label!r} has no sentence: {text!r}"
            assert text != f"{label}.", f"{name}: the sentence says what the label does not"
        assert re.match("[A-Z0-9`]", words.text("en")), f"{name}: a sentence begins with a capital"
        _is_persian(words.fa)


@_of_each(_LABELLED)
def test_each_event_is_told_in_both_languages_by_a_phrase(said: dict[str, Words]) -> None:
    for name, words in said.items():
        assert all(words.label(language) for language in LANGUAGES), name
        _is_persian(words.fa)


def _is_persian(text: str) -> None:
    assert _PERSIAN.search(text), text
    assert not _ARABIC.search(text), f"ی and ک are the Persian ones: {text}"
    assert not re.search("[٠-٩]", text), f"digits are Persian: {text}"


def test_an_english_sentence_has_one_persian_one() -> None:
    persian: dict[str, set[str]] = {}
    for _, words in _SAID:
        persian.setdefault(words.text("en"), set()).add(words.text("fa"))
    assert {en: fa for en, fa in persian.items() if len(fa) > 1} == {}
