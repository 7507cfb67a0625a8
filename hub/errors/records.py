"""What can stand against a change of any record."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Records",
    "رکوردها",
    "Mutations of any area: what the record is, and what has become of it meanwhile.",
    (
        Entry(
            "NOT_FOUND",
            "چیزی با این شناسه نیست، یا برای شما دیدنی نیست. شناسه را بررسی کنید.",
            "Nothing with this id, or nothing that you may see. Check the id.",
        ),
        Entry(
            "VERSION_CHANGED",
            "این رکورد در این میان به نسخهٔ {current} رسیده است."
            " آن را دوباره بخوانید و ویرایش را از نو بفرستید.",
            "The record has meanwhile changed to version {current}. Read it again, then repeat your edit.",
        ),
        Entry(
            "IDEMPOTENCY_KEY_REUSED",
            "این کلید پیش‌تر با ورودی دیگری به کار رفته است. کلید تازه‌ای بسازید.",
            "This key was used before with a different input. Make a new key.",
        ),
        Entry(
            "WRONG_STATUS",
            "در وضعیت «{status}» این کار شدنی نیست. نخست وضعیت رکورد را، اگر راهی هست، تغییر دهید.",
            "This cannot be done while the status is `{status}`. Change that first, where there is a way.",
        ),
        Entry(
            "NOT_PUBLISHED",
            "این رکورد منتشر نشده است. نخست صاحبش باید آن را منتشر کند.",
            "The record is not published. Its owner has to publish it first.",
        ),
        Entry(
            "ALREADY_PUBLISHED",
            "این رکورد پیش‌تر منتشر شده است. برای تغییر خوانندگانش visibility دیگری بفرستید.",
            "The record is already published. To change who reads it, give another `visibility`.",
        ),
        Entry(
            "ALREADY_WITHDRAWN",
            "این رکورد پیش‌تر پس گرفته شده است. کار دیگری لازم نیست.",
            "The record is already withdrawn. Nothing is left to do.",
        ),
        Entry(
            "CANNOT_BE_ANONYMIZED",
            "این گونه رکورد بی‌نام منتشر نمی‌شود. visibility دیگری برگزینید.",
            "Records of this kind cannot be anonymized. Choose another `visibility`.",
        ),
        Entry(
            "NAMES_ITS_AUTHOR",
            "متن نام سازمان شما را دارد و نویسنده را آشکار می‌کند. نام را بردارید و دوباره منتشر کنید.",
            "The text names your organization and so reveals its author."
            " Take the name out, then publish again.",
        ),
        Entry(
            "SAME_ORGANIZATION",
            "دو سوی این پیوند یک سازمان است. سازمان دیگری برگزینید.",
            "Both ends of this are the same organization. Choose another for one of them.",
        ),
    ),
)
