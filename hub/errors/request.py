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
            "BAD_EXTENSIONS",
            "extensions باید یک شیء JSON باشد. آن را درست کنید یا بردارید.",
            "`extensions` must be a JSON object. Mend it, or leave it out.",
        ),
        Entry(
            "BAD_PERSISTED_QUERY",
            "persistedQuery نسخهٔ 1 و sha256Hash با ۶۴ رقم شانزده‌شانزدهی می‌خواهد. آن را درست کنید.",
            "`persistedQuery` needs `version: 1` and a `sha256Hash` of 64 hexadecimal digits. Mend it.",
        ),
        Entry(
            "PERSISTED_QUERY_MISMATCH",
            "sha256Hash از آنِ این سند نیست. آن را از متن query حساب کنید.",
            "The `sha256Hash` is not that of this document. Work it out from the text in `query`.",
        ),
        Entry(
            "PERSISTED_QUERY_NOT_FOUND",
            "سندی با این sha256Hash این‌جا نیست. متن آن را یک بار در query همراهش بفرستید.",
            "No document of this `sha256Hash` is here. Send its text along once, as `query`.",
            status=200,
        ),
        Entry(
            "PERSISTED_QUERY_NOT_SUPPORTED",
            "این سامانه سندها را با sha256Hash نمی‌پذیرد. متن را در query بفرستید.",
            "This hub takes no documents by `sha256Hash`. Send the text as `query`.",
            status=200,
        ),
        Entry(
            "DOCUMENT_NOT_TRUSTED",
            "این سامانه تنها سندهای فهرست خود را اجرا می‌کند. یکی را با documentId یا sha256Hash بخواهید.",
            "This hub runs the documents of its list alone. Ask for one by its `documentId` or `sha256Hash`.",
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
            "SUBSCRIPTION_NEEDS_STREAM",
            "اشتراک پاسخ‌های پیاپی دارد. آن را با WebSocket (graphql-transport-ws) بفرستید یا با"
            " Accept: text/event-stream.",
            "A subscription has many answers. Send it over a WebSocket (graphql-transport-ws), or with"
            " `Accept: text/event-stream`.",
        ),
        Entry(
            "SUBSCRIPTION_EXPECTED",
            "روی WebSocket تنها اشتراک فرستاده می‌شود. پرس‌وجو و تغییر را با POST بفرستید.",
            "A WebSocket takes subscriptions alone. Send queries and mutations by POST.",
        ),
        Entry(
            "TOO_MANY_SUBSCRIPTIONS",
            "{maximum} اشتراک باز است و بیش از آن نمی‌شود. چند تا را ببندید یا چند رکورد را با یک پالایه"
            " دنبال کنید.",
            "{maximum} subscriptions are open, and no more can be. End some, or follow several records by one"
            " filter.",
            status=429,
        ),
        Entry(
            "SUBSCRIBER_TOO_SLOW",
            "پاسخ‌ها گرفته نشد و اتصال بسته شد. دوباره مشترک شوید و آخرین نشانگر را در after بفرستید.",
            "The answers were not taken, and the connection was closed. Subscribe again, with the last cursor"
            " as `after`.",
            status=408,
        ),
        Entry(
            "HTTP_MALFORMED",
            "این درخواست HTTP درستی نیست. آن را با یک برنامهٔ HTTP/1.1 بفرستید.",
            "This is no sound HTTP. Send it with a program that speaks HTTP/1.1.",
        ),
        Entry(
            "HEAD_TOO_LARGE",
            "سطر نخست و سرآیندهای درخواست از {maximum} بایت بزرگ‌تر است. آن‌ها را کوتاه کنید و پرس‌وجو را با"
            " POST بفرستید.",
            "The first line and the headers of the request are larger than {maximum} bytes. Shorten them, and"
            " send the query by POST.",
            status=431,
        ),
        Entry(
            "HEAD_TOO_SLOW",
            "سرآیندهای درخواست در {maximum} ثانیه نرسید. آن‌ها را یک‌جا بفرستید.",
            "The head of the request did not come within {maximum} seconds. Send it at once.",
            status=408,
        ),
        Entry(
            "BODY_TOO_SLOW",
            "بدنهٔ درخواست در {maximum} ثانیه نرسید. آن را چند بخش کنید.",
            "The body of the request did not come within {maximum} seconds. Split it.",
            status=408,
        ),
        Entry(
            "TOO_MANY_CONNECTIONS",
            "از این نشانی {maximum} اتصال باز است. چند تا را ببندید یا چند درخواست را روی یکی بفرستید.",
            "This address has {maximum} connections open. Close some, or ask several times on one.",
            status=429,
        ),
        Entry(
            "HOST_NOT_ALLOWED",
            "این سامانه با نام {given} پاسخ نمی‌دهد. درخواست را به نشانی خود آن بفرستید.",
            "The hub does not answer as {given}. Send the request to its own address.",
            status=421,
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
