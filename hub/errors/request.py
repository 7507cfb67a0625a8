"""What can be wrong with a request before anything is looked at in it."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "The request",
    "درخواست",
    "Before a request is executed: its form, its size, and whether its document fits the schema.",
    (
        Entry(
            "MALFORMED_JSON",
            "بدنهٔ درخواست JSON درستی نیست. شیئی با کلید query بفرستید.",
            "The request body is not valid JSON. Send an object with the key `query`.",
        ),
        Entry(
            "MISSING_QUERY",
            "در درخواست سندی نیست. متن GraphQL را در query بفرستید.",
            "The request holds no document. Send GraphQL text as `query`.",
        ),
        Entry(
            "BAD_VARIABLES",
            "variables باید یک شیء JSON باشد. مقدارها را با نام متغیرها در آن بفرستید.",
            "`variables` must be a JSON object. Send the values in it, by the names of the variables.",
        ),
        Entry(
            "BAD_OPERATION_NAME",
            "operationName باید متن باشد: نام یکی از عملیات سند را بفرستید.",
            "`operationName` must be text: send the name of an operation of the document.",
        ),
        Entry(
            "VARIABLES_TOO_LARGE",
            "variables بیش از {values} مقدار یا {levels} لایه دارد. آن را به چند درخواست بشکنید.",
            "`variables` holds more than {values} values or {levels} levels. Split it into several requests.",
        ),
        Entry(
            "UNSUPPORTED_MEDIA_TYPE",
            "نوع محتوا پشتیبانی نمی‌شود. با Content-Type: application/json بفرستید.",
            "The content type is not supported. Send `Content-Type: application/json`.",
            status=415,
        ),
        Entry(
            "METHOD_NOT_ALLOWED",
            "این‌جا فقط GET و POST پاسخ دارد و با GET فقط پرس‌وجو. تغییر را با POST بفرستید.",
            "Only GET and POST are answered here, and GET is for queries only. Send a mutation by POST.",
            status=405,
        ),
        Entry(
            "BODY_TOO_LARGE",
            "درخواست از {maximum} بایت بزرگ‌تر است. آن را کوتاه کنید یا چند بخش کنید.",
            "The request is larger than {maximum} bytes. Shorten it, or split it.",
            status=413,
        ),
        Entry(
            "RATE_LIMITED",
            "این درخواست {points} امتیاز می‌خواهد و {remaining} مانده است. پس از {seconds} ثانیه دوباره"
            " بفرستید یا کمتر بخواهید.",
            "This costs {points} points, and {remaining} are left. Send it again in {seconds} seconds, or"
            " ask for less.",
            status=429,
        ),
        Entry(
            "DOCUMENT_TOO_LARGE",
            "سند GraphQL بیش از اندازه بزرگ یا تودرتو است. آن را به چند پرس‌وجو بشکنید.",
            "The GraphQL document is too large or too deep. Split it into several queries.",
        ),
        Entry(
            "SYNTAX_ERROR",
            "سند GraphQL در خط {line}، ستون {column} خوانده نمی‌شود: {reason}",
            "The GraphQL document cannot be read at line {line}, column {column}: {reason}",
        ),
        Entry("VALIDATION_FAILED", "پرس‌وجو با طرح‌واره نمی‌خواند: {reason}", "{reason}"),
        Entry(
            "BAD_BOOKMARK",
            "نشانک Hub-Bookmark شناخته نشد. آن را حذف کنید یا از آخرین پاسخ بردارید.",
            "The Hub-Bookmark is not known. Leave it out, or take it from the last answer.",
        ),
        Entry(
            "NOT_FOUND_HERE",
            "چنین نشانی‌ای نیست. درخواست را به /graphql بفرستید.",
            "There is nothing at this address. Send requests to /graphql.",
            status=404,
        ),
    ),
)
