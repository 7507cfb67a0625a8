"""Turn Iranian identifiers, typed in any digits and with any separators, into the form they are stored in."""

import re
from dataclasses import dataclass

from graph.errors import ValueRefused
from graph.text.clean import DIGITS, clean

PROVINCES = frozenset(f"IR-{number:02}" for number in range(31))

_BETWEEN_GROUPS = re.compile("[\\s\u200c()+./_\u2010-\u2015-]+")
_MOBILE = re.compile("(?:(?:00)?980?|0)?(9[0-9]{9})")
_NATIONAL_ID_WEIGHTS = (29, 27, 23, 19, 17) * 2


class IdentifierError(ValueRefused):
    """What was typed cannot be the identifier it is given as; `code` says why."""


@dataclass(frozen=True, slots=True)
class NationalId:
    """The national id of an organization (شناسه ملی): 11 digits, and whether the last one checks."""

    digits: str
    check_ok: bool


def national_id(text: str) -> NationalId:
    """The national id of an organization.

    A wrong check digit is no error: no official text of the formula was found, and a few published ids
    fail it. It is the one most open-source checkers share (the package `fa-redact` for one; several name
    an article once at are.ir/article/shenasameli), though not all (`parsitext` ends it otherwise).
    Raises IdentifierError NATIONAL_ID_LETTERS or NATIONAL_ID_LENGTH.

    >>> national_id("۱۰۳۸۰۲۸۴۷۹۰")
    NationalId(digits='10380284790', check_ok=True)
    """
    typed = _digits(_compact(text), "NATIONAL_ID_LETTERS")
    if len(typed) != 11:
        raise IdentifierError("NATIONAL_ID_LENGTH", given=len(typed), expected=11)
    *body, check = (int(digit) for digit in typed)
    added = body[9] + 2
    total = sum((digit + added) * weight for digit, weight in zip(body, _NATIONAL_ID_WEIGHTS, strict=True))
    return NationalId(typed, check_ok=total % 11 % 10 == check)


def sheba(text: str) -> str:
    """An Iranian bank account number (شبا): `IR`, which may be left out, and 24 digits.

    The check is that of ISO 13616: mod 97 leaves 1.
    Raises IdentifierError SHEBA_LETTERS, SHEBA_LENGTH or SHEBA_CHECK.

    >>> sheba("IR06 2960 0000 0010 0324 2000 01")
    'IR062960000000100324200001'
    """
    digits = _digits(_compact(text).removeprefix("IR"), "SHEBA_LETTERS")
    if len(digits) != 24:
        raise IdentifierError("SHEBA_LENGTH", given=len(digits), expected=24)
    # I and R count as 18 and 27, and stand with the check digits at the end.
    if int(f"{digits[2:]}1827{digits[:2]}") % 97 != 1:
        raise IdentifierError("SHEBA_CHECK")
    return f"IR{digits}"


def mobile(text: str) -> str:
    """An Iranian mobile number with its country code.

    Raises IdentifierError MOBILE_LETTERS or MOBILE_FORM.

    >>> mobile("۰۹۱۲ ۳۴۵ ۶۷۸۹"), mobile("+98 (0) 912 345 67 89")
    ('+989123456789', '+989123456789')
    """
    found = _MOBILE.fullmatch(_digits(_compact(text), "MOBILE_LETTERS"))
    if found is None:
        raise IdentifierError("MOBILE_FORM")
    return f"+98{found[1]}"


def province_code(text: str) -> str:
    """A province's ISO 3166-2 code, IR-00 to IR-30. Raises IdentifierError PROVINCE_UNKNOWN.

    The codes are those since 2020-11-24. Before, many meant other provinces (IR-07 was Tehran, it is
    Fars now), which a code alone does not show: an import must say which edition it holds.

    >>> province_code("ir-۲۳")
    'IR-23'
    """
    code = f"IR-{_compact(text).removeprefix('IR')}"
    if code not in PROVINCES:
        raise IdentifierError("PROVINCE_UNKNOWN", given=text[:40])
    return code


def _compact(text: str) -> str:
    """Text in ASCII digits and capitals, without what stands between groups of digits."""
    return _BETWEEN_GROUPS.sub("", clean(text).translate(DIGITS).upper())


def _digits(typed: str, code: str) -> str:
    wrong = next((c for c in typed if c not in "0123456789"), None)
    if wrong is not None:
        # The sign alone: an error may be logged, and an account number should not be.
        raise IdentifierError(code, given=wrong)
    return typed
