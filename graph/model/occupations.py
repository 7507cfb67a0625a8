"""Occupations: the code of a unit group of ISCO-08, the international list, that a record is of."""

import re
from collections.abc import MutableMapping
from dataclasses import replace
from typing import Any

from graph.errors import ValueRefused
from graph.model.declare import OPTIONAL, text
from graph.model.members import Giving, Property

_CODE = re.compile(r"[0-9]{4}")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_OCCUPATION = text(
    "occupationCode",
    "Occupation: The four digits of its group in ISCO-08, e.g. 7212 for welders; null where it is of none.",
    "شغل: چهار رقم گروه شغلی آن در ISCO-08، مانند 7212 برای جوشکاران؛ اگر از هیچ‌یک نیست null.",
    OPTIONAL,
)


def occupation(given: Giving = OPTIONAL) -> Property:
    """The occupation that a record is of, as it is given."""
    return replace(_OCCUPATION, given=given, required=given is Giving.REQUIRED)


def unit_group(code: str) -> str:
    """A code of four digits, as it is stored. Raises ValueRefused OCCUPATION_FORM.

    >>> unit_group(" ۷۲۱۲ ")
    '7212'
    """
    digits = code.strip().translate(_DIGITS)
    if not _CODE.fullmatch(digits):
        raise ValueRefused("OCCUPATION_FORM", given=code[:40])
    return digits


def expect_occupation(values: MutableMapping[str, Any]) -> None:
    """The code that is given, if one is, as it is stored. Raises ValueRefused as `unit_group` does."""
    if values.get(_OCCUPATION.name) is not None:
        try:
            values[_OCCUPATION.name] = unit_group(values[_OCCUPATION.name])
        except ValueRefused as error:
            raise error.within(_OCCUPATION.name) from None
