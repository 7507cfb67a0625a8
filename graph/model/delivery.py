"""Delivery: how something is offered to people, and within which program."""

from graph.model.declare import OPTIONAL, link, those
from graph.model.words import Choice


class DeliveryMode(
    Choice,
    en="Mode: Whether people meet for it, in a room or over the net.",
    fa="شیوه: آیا برای آن گرد هم می‌آیند، در یک جا یا از راه اینترنت.",
):
    ONSITE = "ONSITE", "On site: In a room or workshop.", "حضوری: در کلاس یا کارگاه."
    ONLINE = "ONLINE", "Online: Over the net alone.", "برخط: تنها از راه اینترنت."
    BLENDED = (
        "BLENDED",
        "Blended: Partly on site, partly online.",
        "آمیخته: بخشی حضوری، بخشی برخط.",
    )


IN_PROGRAM = link(
    "program",
    "OFFERED_IN",
    "Program",
    "Program: The one it is offered in, which its organization has a part in; null without one.",
    "برنامه: برنامه‌ای که در آن عرضه می‌شود و سازمانش در آن نقشی دارد؛ اگر نیست null.",
    OPTIONAL,
    back=those("Those offered in it.", "آن‌ها که در آن عرضه می‌شوند."),
)
