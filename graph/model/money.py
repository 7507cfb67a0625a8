"""Money: which rial an amount is stated in, and for whom."""

from collections.abc import Mapping
from typing import Any

from graph.errors import ValueRefused
from graph.model.words import Choice


class AmountBasis(
    Choice,
    en="Basis of an amount: Whether it is for each person or for all together.",
    fa="مبنای مبلغ: مبلغ برای هر نفر است یا برای همه با هم.",
):
    PER_PERSON = (
        "PER_PERSON",
        "For each person: For each one that counts.",
        "هر نفر: برای هر نفری که شمرده می‌شود.",
    )
    IN_ALL = "IN_ALL", "In all: For all together.", "در مجموع: برای همه با هم."


class CurrencyUnit(
    Choice,
    en="Currency unit: The rial that an amount is stated in, before or after its redenomination.",
    fa="واحد پول: مبلغ با کدام ریال گفته شده است، پیش یا پس از حذف صفر.",
):
    IRR = (
        "IRR",
        "Rial: The rial of before zeros were dropped; 10 make a toman.",
        "ریال: ریال پیش از حذف صفر؛ هر ۱۰ ریال یک تومان است.",
    )
    NEW_IRR = (
        "NEW_IRR",
        "New rial: The rial of after zeros were dropped; it is worth 10,000 of before.",
        "ریال نو: ریال پس از حذف صفر؛ به ارزش ۱۰٬۰۰۰ ریال پیشین.",
    )


def expect_unit(values: Mapping[str, Any], amount: str, unit: str) -> None:
    """Raises ValueRefused AMOUNT_NEEDS_UNIT where there is an amount, and nobody says of which rial.

    >>> expect_unit({"price": 0, "priceUnit": CurrencyUnit.IRR}, "price", "priceUnit")
    """
    if values.get(amount) is not None and values.get(unit) is None:
        raise ValueRefused("AMOUNT_NEEDS_UNIT", at=unit)
