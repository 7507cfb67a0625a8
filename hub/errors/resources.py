"""What can stand against a change of offers, needs and exchanges."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Resources",
    "منابع",
    "Offers, needs, and the exchanges between them.",
    (
        Entry(
            "AMOUNT_NEEDS_UNIT",
            "مبلغ بدون واحد پول است. واحد آن را هم بفرستید.",
            "The amount has no unit. Give its unit too.",
        ),
        Entry(
            "UNIT_DIFFERS",
            "یکای این مقدار با یکای عرضه ({unit}) یکی نیست. مقدار را با همان یکا بفرستید.",
            "The unit is not that of the offer ({unit}). State it in that unit.",
        ),
        Entry(
            "SUM_TOO_LARGE",
            "جمع مبلغ‌ها در ۶۴ بیت نمی‌گنجد. کمتر بخواهید.",
            "The sum of the amounts does not fit 64 bits. Ask for less.",
        ),
        Entry(
            "EXCEEDS_OFFER",
            "از این عرضه {remaining} مانده است. کمتر بخواهید.",
            "Of this offer {remaining} remains. Ask for less.",
        ),
        Entry(
            "ALREADY_PROMISED",
            "{promised} از این عرضه وعده داده شده است. کمتر از آن یا با یکای دیگر نمی‌شود."
            " همین اندازه و یکا را نگه دارید.",
            "{promised} of this offer is already promised. It cannot become less, or change its unit."
            " Keep at least as much.",
        ),
        Entry(
            "NO_COUNTERPART",
            "تبادل به یک عرضه یا یک نیاز از سازمانی دیگر نیاز دارد. offerId یا needId آن را بفرستید.",
            "An exchange needs an offer or a need of another organization. Give its `offerId` or `needId`.",
        ),
        Entry(
            "ALREADY_CONFIRMED",
            "شما تحویل را پیش‌تر تأیید کرده‌اید. منتظر تأیید طرف دیگر بمانید.",
            "You have already confirmed the delivery. It is done once the other side has too.",
        ),
    ),
)
