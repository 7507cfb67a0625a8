"""What is said of a thing to people, in both languages: a label, and a sentence that says more."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, EnumType
from typing import Any, cast

LANGUAGES = ("en", "fa")


_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def digits(number: int) -> str:
    """A number as Persian writes it.

    >>> digits(120)
    '۱۲۰'
    """
    return str(number).translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class Words:
    """`"Label: sentence."` in English and in Persian; the sentence may be missing.

    >>> title = Words("Title: what it is called.", "عنوان: نام آن.")
    >>> title.label("en"), title.text("fa")
    ('Title', 'نام آن.')
    >>> Words("Title", "عنوان").text("en")
    ''
    """

    en: str
    fa: str

    def label(self, language: str) -> str:
        """What it is called, in 'en' or 'fa'."""
        return self._said(language).partition(": ")[0]

    def text(self, language: str) -> str:
        """What it means, in 'en' or 'fa'; empty where the label says all."""
        return self._said(language).partition(": ")[2]

    def _said(self, language: str) -> str:
        return self.en if language == "en" else self.fa


SILENT = Words("", "")
"""For what no person meets: twins, inner values, tests."""


class Choice(Enum):
    """An enum whose values people read: each is its stored name, its English and its Persian words.

    >>> class Size(Choice, en="Size: how large it is.", fa="اندازه: بزرگی آن."):
    ...     SMALL = "SMALL", "Small", "کوچک"
    >>> Size.SMALL.value, Size.SMALL.words.label("fa"), Size.about().text("en")
    ('SMALL', 'کوچک', 'how large it is.')
    """

    _value_: str
    words: Words

    def __new__(cls, value: str, en: str = "", fa: str = "") -> "Choice":
        """A value with its words. (Looking one up, `Size("SMALL")`, gives the value alone.)"""
        member = object.__new__(cls)
        member._value_ = value
        member.words = Words(en, fa)
        return member

    def __init_subclass__(cls, *, en: str, fa: str, **more: Any) -> None:
        super().__init_subclass__(**more)
        _ABOUT[cls] = Words(en, fa)

    @classmethod
    def about(cls) -> Words:
        """What the enum itself is."""
        return _ABOUT[cls]


_ABOUT: dict[type[Choice], Words] = {}


def choice_of(name: str, values: Mapping[str, Words], en: str, fa: str) -> type[Choice]:
    """An enum made of what stands elsewhere: its values by their names, with their words."""
    body = EnumType.__prepare__(name, (Choice,), en=en, fa=fa)
    for value, words in values.items():
        body[value] = (value, words.en, words.fa)
    return cast("type[Choice]", EnumType(name, (Choice,), body, en=en, fa=fa))
