"""What can be wrong with how others are told: webhooks and letters."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Telling",
    "خبررسانی",
    "Webhooks, and the letters that tell what is new.",
    (
        Entry(
            "WEBHOOK_ADDRESS",
            "وب‌هوک تنها به نشانی https در اینترنت همگانی گفته می‌شود. نشانی سامانهٔ خود را چنین بدهید.",
            "A webhook is told over https on the public internet alone. Give such an address of your system.",
        ),
        Entry(
            "CANNOT_BE_FOLLOWED",
            "این گونه رکورد دنبال نمی‌شود. یکی از این‌ها را دنبال کنید، یا جست‌وجویی را ذخیره کنید: {followed}.",
            "Records of this kind are not followed. Follow one of these, or save a search: {followed}.",
        ),
        Entry(
            "LINK_UNKNOWN",
            "این پیوند را کانون نمی‌شناسد؛ شاید حساب آن دیگر نیست. در صفحهٔ خود بگویید نامه‌ای نفرستند.",
            "The hub does not know this link; its account may be gone. Say in your account what is mailed.",
            status=404,
        ),
        Entry(
            "WEBHOOKS_TOO_MANY",
            "سازمان شما {maximum} وب‌هوک دارد و بیش از آن نمی‌تواند. نخست یکی را بردارید.",
            "Your organization has {maximum} webhooks, and may have no more. Remove one first.",
        ),
    ),
)
