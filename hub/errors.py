"""Every error a client can meet: a stable code, and what happened and what next in both languages.

`{name}` in a text is filled from the error's details.
"""

from collections.abc import Mapping
from typing import Any

CATALOG: dict[str, tuple[str, str]] = {
    # -- the request ---------------------------------------------------------------------------
    "MALFORMED_JSON": (
        "بدنهٔ درخواست JSON درستی نیست. شیئی با کلید query بفرستید.",
        "The request body is not valid JSON. Send an object with the key `query`.",
    ),
    "MISSING_QUERY": (
        "در درخواست سندی نیست. متن GraphQL را در query بفرستید.",
        "The request holds no document. Send GraphQL text as `query`.",
    ),
    "BAD_VARIABLES": (
        "variables باید یک شیء JSON باشد.",
        "`variables` must be a JSON object.",
    ),
    "BAD_OPERATION_NAME": (
        "operationName باید متن باشد: نام یکی از عملیات سند.",
        "`operationName` must be text: the name of an operation of the document.",
    ),
    "VARIABLES_TOO_LARGE": (
        "variables بیش از {values} مقدار یا {levels} لایه دارد. آن را به چند درخواست بشکنید.",
        "`variables` holds more than {values} values or {levels} levels. Split it into several requests.",
    ),
    "UNSUPPORTED_MEDIA_TYPE": (
        "نوع محتوا پشتیبانی نمی‌شود. با Content-Type: application/json بفرستید.",
        "The content type is not supported. Send `Content-Type: application/json`.",
    ),
    "METHOD_NOT_ALLOWED": (
        "این‌جا فقط GET و POST پاسخ دارد و با GET فقط پرس‌وجو. تغییر را با POST بفرستید.",
        "Only GET and POST are answered here, and GET is for queries only. Send a mutation by POST.",
    ),
    "BODY_TOO_LARGE": (
        "درخواست از {maximum} بایت بزرگ‌تر است. آن را کوتاه کنید یا چند بخش کنید.",
        "The request is larger than {maximum} bytes. Shorten it, or split it.",
    ),
    "DOCUMENT_TOO_LARGE": (
        "سند GraphQL بیش از اندازه بزرگ یا تودرتو است. آن را به چند پرس‌وجو بشکنید.",
        "The GraphQL document is too large or too deep. Split it into several queries.",
    ),
    "SYNTAX_ERROR": (
        "سند GraphQL در خط {line}، ستون {column} خوانده نمی‌شود: {reason}",
        "The GraphQL document cannot be read at line {line}, column {column}: {reason}",
    ),
    "VALIDATION_FAILED": ("پرس‌وجو با طرح‌واره نمی‌خواند: {reason}", "{reason}"),
    "BAD_BOOKMARK": (
        "نشانک Hub-Bookmark شناخته نشد. آن را حذف کنید یا از آخرین پاسخ بردارید.",
        "The Hub-Bookmark is not known. Leave it out, or take it from the last answer.",
    ),
    "NOT_FOUND_HERE": ("چنین نشانی‌ای نیست.", "There is nothing at this address."),
    # -- who asks ------------------------------------------------------------------------------
    "TOKEN_WRONG": (
        "این توکن شناخته نشد. توکن را دوباره بررسی کنید یا از سرپرست شبکه توکن تازه بگیرید.",
        "The token is not known. Check it, or ask the network's administrator for a new one.",
    ),
    "TOKEN_EXPIRED": (
        "مهلت این توکن تمام شده است. از سرپرست شبکه توکن تازه بگیرید.",
        "The token has expired. Ask the network's administrator for a new one.",
    ),
    "TOKEN_SETTINGS": (
        "نقش، اجازه‌ها یا مهلت توکن درست نیست. اجازه‌ها: {scopes}؛ توکن عضو سازمان می‌خواهد.",
        "The token's role, scopes or term is not right. Scopes: {scopes}; a member needs an organization.",
    ),
    "TOKEN_REVOKED": (
        "این توکن باطل شده است. از سرپرست شبکه توکن تازه بگیرید.",
        "The token has been revoked. Ask the network's administrator for a new one.",
    ),
    "SIGN_IN_REQUIRED": (
        "برای این کار باید توکن یک عضو را بفرستید.",
        "This needs the token of a member.",
    ),
    "SCOPE_REQUIRED": (
        "این توکن اجازهٔ «{scope}» ندارد. توکنی با این اجازه بگیرید.",
        "The token lacks the scope `{scope}`. Ask for one that has it.",
    ),
    "NOT_ALLOWED": (
        "این کار در اختیار سازمان شما نیست.",
        "Your organization may not do this.",
    ),
    # -- values --------------------------------------------------------------------------------
    "PAGE_SIZE": (
        "اندازهٔ صفحه {given} است؛ باید از ۱ تا {maximum} باشد.",
        "The page size is {given}; it must be 1 to {maximum}.",
    ),
    "FIRST_AND_LAST": (
        "first و last را با هم نفرستید؛ یکی را بردارید.",
        "Give `first` or `last`, not both.",
    ),
    "BAD_CURSOR": (
        "این نشانگر صفحه به این فهرست و ترتیب تعلق ندارد. از صفحهٔ نخست آغاز کنید.",
        "The cursor does not belong to this list and order. Start from the first page.",
    ),
    "BAD_ID": (
        "«{given}» شناسهٔ درستی نیست؛ شناسهٔ این‌جا با {prefixes} آغاز می‌شود.",
        "`{given}` is not a valid id; an id here starts with {prefixes}.",
    ),
    "PATH_LENGTH": (
        "طول مسیر {given} است؛ باید از ۱ تا {maximum} باشد.",
        "The path length is {given}; it must be 1 to {maximum}.",
    ),
    "LIST_TOO_LONG": (
        "فهرست {given} مورد دارد؛ بیشینه {maximum} است.",
        "The list has {given} entries; the most is {maximum}.",
    ),
    "TEXT_TOO_LONG": (
        "متن {given} نویسه دارد؛ بیشینه {maximum} است. آن را کوتاه کنید.",
        "The text has {given} characters; the most is {maximum}. Shorten it.",
    ),
    "VALUE_REQUIRED": ("این مقدار لازم است.", "This value is required."),
    "TEXT_EMPTY": ("این متن نمی‌تواند خالی باشد.", "This text cannot be empty."),
    "CONTROL_CHARACTERS": (
        "متن نویسه‌های کنترلی دارد. آن‌ها را بردارید.",
        "The text holds control characters. Take them out.",
    ),
    "NUMBER_TOO_LARGE": (
        "عدد {given} در ۶۴ بیت نمی‌گنجد.",
        "The number {given} does not fit 64 bits.",
    ),
    "NUMBER_NEGATIVE": ("این عدد نمی‌تواند منفی باشد.", "This number cannot be negative."),
    "SUM_TOO_LARGE": (
        "جمع مبلغ‌ها در ۶۴ بیت نمی‌گنجد.",
        "The sum of the amounts does not fit 64 bits.",
    ),
    "QUERY_TOO_LARGE": (
        "این پرس‌وجو تا {rows} ردیف می‌خواهد؛ بیشینه {maximum} است. صفحه‌ها را کوچک‌تر کنید.",
        "The query asks for up to {rows} rows; the most is {maximum}. Ask for smaller pages.",
    ),
    "END_BEFORE_START": (
        "پایان پیش از آغاز است. تاریخ‌ها را بررسی کنید.",
        "The end is before the start. Check the dates.",
    ),
    "IN_THE_FUTURE": (
        "این روز هنوز نیامده است. روزی تا امروز بفرستید.",
        "This day is still to come. Give a day up to today.",
    ),
    "AMOUNT_NEEDS_UNIT": (
        "مبلغ بدون واحد پول است. amountUnit را هم بفرستید.",
        "The amount has no unit. Give `amountUnit` too.",
    ),
    "NATIONAL_ID_LENGTH": (
        "شناسهٔ ملی باید ۱۱ رقم باشد.",
        "A national identifier has 11 digits.",
    ),
    "NATIONAL_ID_LETTERS": (
        "شناسهٔ ملی فقط رقم دارد.",
        "A national identifier is digits only.",
    ),
    "MOBILE_LETTERS": (
        "شمارهٔ همراه فقط رقم دارد.",
        "A mobile number is digits only.",
    ),
    "MOBILE_FORM": (
        "شمارهٔ همراه به شکل ۰۹۱۲۳۴۵۶۷۸۹ یا ‎+989123456789‎ نوشته می‌شود.",
        "A mobile number is written as 09123456789 or +989123456789.",
    ),
    "SHEBA_LETTERS": (
        "شمارهٔ شبا پس از IR فقط رقم دارد.",
        "An account number (sheba) has digits only after IR.",
    ),
    "SHEBA_LENGTH": (
        "شمارهٔ شبا ۲۴ رقم دارد؛ این {given} رقم است.",
        "An account number (sheba) has 24 digits; this has {given}.",
    ),
    "SHEBA_CHECK": (
        "رقم‌های کنترل شمارهٔ شبا نمی‌خواند. شماره را دوباره بررسی کنید.",
        "The check digits of the account number (sheba) do not fit. Check the number.",
    ),
    "PROVINCE_UNKNOWN": (
        "«{given}» کد هیچ استانی نیست؛ کدها از IR-00 تا IR-30 است.",
        "`{given}` is the code of no province; the codes are IR-00 to IR-30.",
    ),
    "BAD_WEB_ADDRESS": (
        "نشانی وب باید با http:// یا https:// آغاز شود.",
        "A web address starts with http:// or https://.",
    ),
    "NOT_FOUND": (
        "چیزی با این شناسه نیست، یا برای شما دیدنی نیست.",
        "Nothing with this id, or nothing that you may see.",
    ),
    # -- the state of things -------------------------------------------------------------------
    "VERSION_CHANGED": (
        "این رکورد در این میان به نسخهٔ {current} رسیده است. آن را دوباره بخوانید و ویرایش را از نو بفرستید.",
        "The record has meanwhile changed to version {current}. Read it again, then repeat your edit.",
    ),
    "IDEMPOTENCY_KEY_REUSED": (
        "این کلید پیش‌تر با ورودی دیگری به کار رفته است. کلید تازه‌ای بسازید.",
        "This key was used before with a different input. Make a new key.",
    ),
    "NOT_PUBLISHED": ("این رکورد منتشر نشده است.", "The record is not published."),
    "ALREADY_PUBLISHED": ("این رکورد پیش‌تر منتشر شده است.", "The record is already published."),
    "ALREADY_WITHDRAWN": ("این رکورد پیش‌تر پس گرفته شده است.", "The record is already withdrawn."),
    "CANNOT_BE_ANONYMIZED": (
        "این گونه رکورد بی‌نام منتشر نمی‌شود.",
        "Records of this kind cannot be anonymized.",
    ),
    "NAMES_ITS_AUTHOR": (
        "متن نام سازمان شما را دارد و نویسنده را آشکار می‌کند. نام را بردارید و دوباره منتشر کنید.",
        "The text names your organization and so reveals its author. Take the name out, then publish again.",
    ),
    "OWN_LESSON": (
        "سازمان نمی‌تواند درس یا رهیافت خود را به کار گرفته اعلام کند.",
        "An organization cannot adopt its own lesson or approach.",
    ),
    "ALREADY_ADOPTED": (
        "سازمان شما این را پیش‌تر به کار گرفته است.",
        "Your organization has already adopted this.",
    ),
    "OUTCOME_ALREADY_RECORDED": (
        "نتیجهٔ این به‌کارگیری پیش‌تر ثبت شده است.",
        "The outcome of this adoption is already recorded.",
    ),
    "ALREADY_CLAIMED": (
        "این سازمان پیش‌تر عضو شده است.",
        "The organization is already a member.",
    ),
    "NATIONAL_ID_TAKEN": (
        "سازمان دیگری با این شناسهٔ ملی ثبت شده است.",
        "Another organization has this national identifier.",
    ),
    "SAME_ORGANIZATION": (
        "دو سوی این پیوند یک سازمان است.",
        "Both ends of this are the same organization.",
    ),
    "TIE_EXISTS": ("این پیوند پیش‌تر ثبت شده است.", "This tie is already recorded."),
    "TIE_ENDED": ("این پیوند پیش‌تر پایان یافته است.", "This tie has already ended."),
    "ALREADY_SIGNED": (
        "این طرف پیش‌تر امضا کرده است.",
        "This party has already signed.",
    ),
    "NOT_SIGNED": (
        "این طرف هنوز امضا نکرده است.",
        "This party has not signed.",
    ),
    "NOT_A_PARTY": (
        "این سازمان از طرف‌های مشارکت نیست.",
        "The organization is not a party to the partnership.",
    ),
    "LISTED_TWICE": (
        "همین مورد پیش‌تر در این فهرست آمده است. یکی را بردارید.",
        "The same one is already in this list. Take one of the two out.",
    ),
    "TOO_FEW_PARTIES": (
        "مشارکت دست‌کم دو طرف دارد.",
        "A partnership has at least two parties.",
    ),
    "ALREADY_RENEWED": (
        "پیش‌نویس تمدید این مشارکت نوشته شده است. همان پیش‌نویس را ویرایش یا امضا کنید.",
        "A renewal of this partnership is already drafted. Edit or sign that draft.",
    ),
    "WRONG_STATUS": (
        "در وضعیت {status} این کار شدنی نیست.",
        "This cannot be done while the status is {status}.",
    ),
    "ALREADY_CONFIRMED": (
        "شما تحویل را پیش‌تر تأیید کرده‌اید.",
        "You have already confirmed the delivery.",
    ),
    "NO_COUNTERPART": (
        "تبادل به یک عرضه یا یک نیاز از سازمانی دیگر نیاز دارد.",
        "An exchange needs an offer or a need of another organization.",
    ),
    "UNIT_DIFFERS": (
        "یکای این مقدار با یکای عرضه ({unit}) یکی نیست. مقدار را با همان یکا بفرستید.",
        "The unit is not that of the offer ({unit}). State it in that unit.",
    ),
    "EXCEEDS_OFFER": (
        "از این عرضه {remaining} مانده است. کمتر بخواهید.",
        "Of this offer {remaining} remains. Ask for less.",
    ),
    "ALREADY_PROMISED": (
        "{promised} از این عرضه وعده داده شده است. کمتر از آن یا با یکای دیگر نمی‌شود.",
        "{promised} of this offer is already promised. It cannot become less, or change its unit.",
    ),
    "EVIDENCE_EXISTS": (
        "این تجربه پیش‌تر به عنوان شاهد آمده است.",
        "This experience is already given as evidence.",
    ),
    # -- the hub itself ------------------------------------------------------------------------
    "DATABASE_UNAVAILABLE": (
        "پایگاه داده پاسخ نمی‌دهد. چند لحظه دیگر دوباره بفرستید.",
        "The database does not answer. Try again in a moment.",
    ),
    "MISSING_VALUE": (
        "مقداری که باید در {field} باشد در گراف نیست. به سرپرست شبکه خبر دهید.",
        "The graph lacks the value promised as {field}. Tell the network's administrator.",
    ),
    "TIMEOUT": (
        "پاسخ بیش از اندازه طول کشید. پرس‌وجوی کوچک‌تری بفرستید.",
        "The answer took too long. Ask for less.",
    ),
    "INTERNAL": (
        "خطایی در سامانه رخ داد و ثبت شد. اگر تکرار شد با شمارهٔ {request} به سرپرست شبکه خبر دهید.",
        "Something went wrong here and was logged. If it happens again, report it with {request}.",
    ),
    # -- scalars -------------------------------------------------------------------------------
    "RIAL_EXPECTED": (
        'مبلغ ریال متنی از رقم است، مانند "3000000000".',
        'An amount in rials is a text of digits, such as "3000000000".',
    ),
    "DATE_EXPECTED": (
        'تاریخ به شکل "2025-12-25" نوشته می‌شود.',
        'A date is written as "2025-12-25".',
    ),
    "DATETIME_EXPECTED": (
        'زمان با اختلاف ساعت نوشته می‌شود، مانند "2025-12-25T08:30:00Z".',
        'A moment is written with its offset, as "2025-12-25T08:30:00Z".',
    ),
}


class _Details(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def message(code: str, language: str, details: Mapping[str, Any] | None = None) -> str:
    """The text of an error in the viewer's language.

    >>> message("PAGE_SIZE", "en", {"given": 0, "maximum": 100})
    'The page size is 0; it must be 1 to 100.'
    """
    persian, english = CATALOG[code]
    return (english if language == "en" else persian).format_map(_Details(details or {}))
