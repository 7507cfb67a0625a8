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
            "در وضعیت «{status}» این کار شدنی نیست. از این‌جا: {onwards}.",
            "This cannot be done while the status is `{status}`. From here: {onwards}.",
        ),
        Entry(
            "NOT_PUBLISHED",
            "این رکورد منتشر نشده است. اگر از سازمان شماست نخست آن را منتشر کنید؛ وگرنه صاحبش باید چنین کند.",
            "The record is not published. If it is your organization's, publish it first; else its owner has"
            " to.",
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
            "متن از نویسهٔ {start} تا {end} با «{found}» نویسنده را آشکار می‌کند:"
            " نام، نشانی، شماره یا شناسه‌ای از سازمان شماست. آن را بردارید و دوباره بفرستید.",
            "The text reveals its author with “{found}”, from character {start} to {end}:"
            " a name, an address, a number or an id of your organization. Take it out, then send it again.",
        ),
        Entry(
            "HINTS_AT_ITS_AUTHOR",
            "این واژه‌ها نشانی از نویسنده دارند: {found}."
            " آن‌ها را بردارید، یا اگر باید بمانند در acknowledge بفرستید.",
            "These words hint at the author: {found}."
            " Take them out, or give them in `acknowledge` if they are to stay.",
        ),
        Entry(
            "TOO_FEW_LIKE_IT",
            "کمتر از {least} سازمان در کانون می‌توانند نویسندهٔ آن باشند، پس بی‌نام نمی‌ماند."
            " visibility دیگری برگزینید، یا تا پیوستن سازمان‌های بیشتر صبر کنید.",
            "Fewer than {least} organizations on the hub could have written it: it would not stay nameless."
            " Choose another `visibility`, or wait until more have joined.",
        ),
        Entry(
            "NAMED_BY_ANONYMIZED",
            "رکورد بی‌نام {record} «{found}» را در متن دارد و با این تغییر نویسنده‌اش آشکار می‌شود."
            " نخست آن را ویرایش کنید یا پس بگیرید.",
            "The anonymized record {record} holds “{found}”: this change would reveal its author."
            " Edit that record first, or withdraw it.",
        ),
        Entry(
            "ALREADY_CORRECTED",
            "این مورد پیش‌تر تصحیح شده است. آن را که تصحیحش کرده تصحیح کنید.",
            "This is already corrected. Correct the one that corrects it.",
        ),
        Entry(
            "SAME_ORGANIZATION",
            "دو سوی این پیوند یک سازمان است. سازمان دیگری برگزینید.",
            "Both ends of this are the same organization. Choose another for one of them.",
        ),
    ),
)
