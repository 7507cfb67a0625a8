"""The schema says what everything in it is, in English and in Persian."""

from collections.abc import Iterator
from typing import Any

from hub.schema import CORE
from hub.schema.persian import descriptions, in_persian
from hub.texts import PERSIAN

_BUILT_IN = {"ID", "String", "Int", "Float", "Boolean"}


def _described() -> Iterator[tuple[str, Any]]:
    """Every type, field, argument, input field and enum value of ours, with its place."""
    for name, named in CORE.type_map.items():
        if name.startswith("__") or name in _BUILT_IN:
            continue
        yield name, named
        for value, of_enum in getattr(named, "values", {}).items():
            yield f"{name}.{value}", of_enum
        for field, of_type in getattr(named, "fields", {}).items():
            yield f"{name}.{field}", of_type
            for argument, of_field in getattr(of_type, "args", {}).items():
                yield f"{name}.{field}({argument}:)", of_field


def test_everything_is_described() -> None:
    assert [place for place, part in _described() if not part.description] == []


def test_every_description_is_a_sentence() -> None:
    assert [
        (place, part.description)
        for place, part in _described()
        if not (part.description or ".").endswith(".")
    ] == []


def test_every_description_has_its_persian() -> None:
    told = {part.description for part in descriptions(CORE)}
    assert told - PERSIAN.keys() == set()
    assert {text for text in told if "ي" in PERSIAN[text] or "ك" in PERSIAN[text]} == set()


def test_the_schema_in_persian_has_no_english_description_left() -> None:
    english = {part.description for part in descriptions(CORE)}
    persian = [part.description for part in descriptions(in_persian(CORE))]
    assert len(persian) == len(list(descriptions(CORE)))
    assert english.isdisjoint(persian)
