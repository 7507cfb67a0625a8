"""What can go wrong in the hub itself."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "The hub itself",
    "خود سامانه",
    "Any request; nothing that the client sent was wrong, except that it may have asked for too much.",
    (
        Entry(
            "DATABASE_UNAVAILABLE",
            "پایگاه داده پاسخ نمی‌دهد. چند لحظه دیگر دوباره بفرستید.",
            "The database does not answer. Try again in a moment.",
            status=503,
        ),
        Entry(
            "STORAGE_FULL",
            "دیسک سامانه پر است، پس تغییری پذیرفته نمی‌شود؛ خواندن ادامه دارد."
            " به سرپرست شبکه خبر دهید و بعدتر دوباره بفرستید.",
            "The hub's disk is full, so no change is taken; reading goes on."
            " Tell the network's administrator, and try again later.",
            status=503,
        ),
        Entry(
            "FILES_UNAVAILABLE",
            "جای نگهداری پرونده‌ها پاسخ نمی‌دهد؛ باقی کانون در کار است. چند لحظه دیگر دوباره بفرستید.",
            "Where files are kept does not answer; the rest of the hub does. Try again in a moment.",
            status=503,
        ),
        Entry(
            "FILES_NOT_SET_UP",
            "این کانون جایی برای پرونده‌ها ندارد. سرپرست آن باید HUB_FILES را بگذارد.",
            "This hub has no place for files. Its administrator has to set HUB_FILES.",
            status=503,
        ),
        Entry(
            "FILE_LOST",
            "محتوای این پرونده در جای نگهداری نیست. به سرپرست شبکه خبر دهید.",
            "The content of this file is not where it was kept. Tell the network's administrator.",
            status=500,
        ),
        Entry(
            "STORE_UNREADABLE",
            "بخشی از آنچه ذخیره شده است خوانده نشد. دوباره فرستادن سودی ندارد؛ به سرپرست شبکه خبر دهید.",
            "Part of what is stored could not be read."
            " Trying again does not help: tell the network's administrator.",
            status=500,
        ),
        Entry(
            "TOO_BUSY",
            "درخواست‌های دیگری در کارند. چند لحظه دیگر دوباره بفرستید و درخواست‌ها را یکی‌یکی بفرستید.",
            "Other requests are being answered. Try again in a moment, and send them one by one.",
            status=503,
        ),
        Entry(
            "ANSWER_TOO_LARGE",
            "پاسخ بزرگ‌تر از آن است که یک‌جا فرستاده شود. صفحه‌های کوچک‌تر یا فیلدهای کمتری بخواهید.",
            "The answer is larger than can be sent at once. Ask for smaller pages or fewer fields.",
        ),
        Entry(
            "HUB_FULL",
            "اتصال‌های باز سامانه به {maximum} رسیده است. چند لحظه دیگر دوباره بفرستید.",
            "The hub has {maximum} connections open. Try again in a moment.",
            status=503,
        ),
        Entry(
            "HUB_STOPPING",
            "سامانه خاموش یا از نو راه‌اندازی می‌شود."
            " چند لحظه دیگر دوباره بفرستید، و تغییر را با همان idempotencyKey.",
            "The hub is being stopped or started anew."
            " Send it again in a moment, and a change with the same idempotencyKey.",
            status=503,
        ),
        Entry(
            "TIMEOUT",
            "پاسخ بیش از اندازه طول کشید. پرس‌وجوی کوچک‌تری بفرستید.",
            "The answer took too long. Ask for less.",
            status=504,
        ),
        Entry(
            "MISSING_VALUE",
            "مقداری که باید در {field} باشد در گراف نیست. به سرپرست شبکه خبر دهید.",
            "The graph lacks the value promised as {field}. Tell the network's administrator.",
        ),
        Entry(
            "SETTING_WRONG",
            "تنظیم {name} با مقدار {given} پذیرفتنی نیست. مقداری مانند {example} بگذارید.",
            "The setting {name} cannot be {given}. Give it a value such as {example}.",
        ),
        Entry(
            "SETTING_UNKNOWN",
            "تنظیمی به نام {name} نیست ({file}). نزدیک‌ترین نام {meant} است؛ همه در docs/operations.md است.",
            "There is no setting {name} ({file}). The nearest is {meant}; docs/operations.md lists all.",
        ),
        Entry(
            "SETTING_FILE_UNREADABLE",
            "پروندهٔ {file} که {name} نام می‌برد خوانده نمی‌شود: {reason}. مسیر و دسترسی آن را درست کنید.",
            "The file {file} that {name} names cannot be read: {reason}. Correct its path or its rights.",
        ),
        Entry(
            "SETTINGS_FILE_WRONG",
            "پروندهٔ تنظیم‌ها، {file}، خوانده نمی‌شود: {reason}. آن را به صورت TOML بنویسید.",
            "The settings file {file} cannot be read: {reason}. Write it as TOML, a line each: port = 8000.",
        ),
        Entry(
            "TRACES_NOT_INSTALLED",
            "OTEL_EXPORTER_OTLP_ENDPOINT داده شده و بستهٔ {package} نیست. requirements-otel.lock را نصب کنید.",
            "OTEL_EXPORTER_OTLP_ENDPOINT is set, and the package {package} is missing. Install"
            " requirements-otel.lock, or leave the setting out.",
        ),
        Entry(
            "INTERNAL",
            "خطایی در سامانه رخ داد و ثبت شد. اگر تکرار شد با شمارهٔ {request} به سرپرست شبکه خبر دهید.",
            "Something went wrong here and was logged. If it happens again, report it with {request}.",
            status=500,
        ),
    ),
)
