"""Money: which rial an amount is stated in."""

from graph.model.words import Choice


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
