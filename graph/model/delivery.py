"""Delivery: whether people come to a course or a service, or it comes to them."""

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
