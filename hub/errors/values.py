"""What can be wrong with a value, whatever it is given to."""

from hub.errors.entry import Area, Entry

_PAGES = (
    Entry(
        "PAGE_SIZE",
        "اندازهٔ صفحه {given} است؛ باید از ۱ تا {maximum} باشد.",
        "The page size is {given}; it must be 1 to {maximum}.",
    ),
    Entry(
        "FIRST_AND_LAST",
        "first و last را با هم نفرستید؛ یکی را بردارید.",
        "Give `first` or `last`, not both.",
    ),
    Entry(
        "BAD_CURSOR",
        "این نشانگر صفحه به این فهرست و ترتیب تعلق ندارد. از صفحهٔ نخست آغاز کنید.",
        "The cursor does not belong to this list and order. Start from the first page.",
    ),
    Entry(
        "QUERY_TOO_LARGE",
        "این درخواست {points} امتیاز می‌خواهد؛ بیشینه {maximum} است. با صفحه‌های {rows} ردیفی (first) جا می‌شود."
        " گران‌ترین بخش با {part} امتیاز: {where}.",
        "The request costs {points} points; the most is {maximum}. With pages of {rows} rows (`first`) it"
        " would"
        " fit. The dearest part costs {part} points: `{where}`.",
    ),
    Entry(
        "QUERY_TOO_DEAR",
        "این درخواست {points} امتیاز می‌خواهد؛ بیشینه {maximum} است. گران‌ترین بخش با {part} امتیاز: {where}."
        " در آن یال‌ها و پالایه‌های کمتری بخواهید، یا آن را جدا بپرسید.",
        "The request costs {points} points; the most is {maximum}. The dearest part costs {part} points:"
        " `{where}`. Ask for fewer edges and filters there, or ask for it in a request of its own.",
    ),
    Entry(
        "QUERY_TOO_LONG",
        "برنامه‌ریزی این درخواست {points} امتیاز می‌خواهد؛ بیشینه {maximum} است. درازترین بخش با {part} امتیاز:"
        " {where}. گونه‌ها و فیلدهای کمتری بخواهید، یا آن را جدا بپرسید.",
        "To plan the request costs {points} points; the most is {maximum}. The longest part costs {part}:"
        " `{where}`. Ask for fewer types and fields, or ask for it in a request of its own.",
    ),
    Entry(
        "PATH_LENGTH",
        "طول مسیر {given} است؛ باید از ۱ تا {maximum} باشد.",
        "The path length is {given}; it must be 1 to {maximum}.",
    ),
)

_LISTS_AND_TEXTS = (
    Entry(
        "LIST_TOO_LONG",
        "فهرست {given} مورد دارد؛ بیشینه {maximum} است. آن را کوتاه کنید.",
        "The list has {given} entries; the most is {maximum}. Shorten it.",
    ),
    Entry(
        "LISTED_TWICE",
        "همین مورد پیش‌تر در این فهرست آمده است. یکی را بردارید.",
        "The same one is already in this list. Take one of the two out.",
    ),
    Entry(
        "TEXT_TOO_LONG",
        "متن {given} نویسه دارد؛ بیشینه {maximum} است. آن را کوتاه کنید.",
        "The text has {given} characters; the most is {maximum}. Shorten it.",
    ),
    Entry("VALUE_REQUIRED", "این مقدار لازم است. آن را بفرستید.", "This value is required. Give it."),
    Entry(
        "TEXT_EMPTY",
        "این متن نمی‌تواند خالی باشد. آن را بنویسید.",
        "This text cannot be empty. Write it.",
    ),
    Entry(
        "CONTROL_CHARACTERS",
        "متن نویسه‌های کنترلی دارد. آن‌ها را بردارید.",
        "The text holds control characters. Take them out.",
    ),
)

_FILTERS = (
    Entry(
        "FILTER_NULL",
        "این‌جا null چیزی نمی‌پرسد. این بخش را بردارید، یا آنچه را گفته نشده با isNull: true بجویید.",
        "Null asks for nothing here. Leave this part out, or look for what is missing by `isNull: true`.",
    ),
    Entry(
        "FILTER_EMPTY",
        "در این بخش هیچ شرطی نیامده است. شرطی بنویسید یا همهٔ بخش را بردارید.",
        "No condition is given in this part. Give one, or leave the whole part out.",
    ),
    Entry(
        "FILTER_NEEDS_UNIT",
        "مقدارها با یکاهای گوناگون سنجیدنی نیستند. در همین پالایه {unit} را هم با eq بفرستید.",
        "Amounts of different units do not compare. Give `{unit}` by `eq` in the same filter too.",
    ),
)

_NUMBERS_AND_DAYS = (
    Entry(
        "NUMBER_TOO_LARGE",
        "عدد {given} در ۶۴ بیت نمی‌گنجد. عددی نزدیک‌تر به صفر بفرستید.",
        "The number {given} does not fit 64 bits. Give one nearer to zero.",
    ),
    Entry(
        "NUMBER_NEGATIVE",
        "این عدد نمی‌تواند منفی باشد. صفر یا بیشتر بفرستید.",
        "This number cannot be negative. Give 0 or more.",
    ),
    Entry(
        "NUMBER_OUT_OF_RANGE",
        "عدد {given} این‌جا معنا ندارد. عددی از {least} تا {most} بفرستید.",
        "The number {given} has no meaning here. Give one from {least} to {most}.",
    ),
    Entry(
        "RANGE_REVERSED",
        "بازه از {least} تا {most} است: پایان آن کمتر از آغاز است. یکی را درست کنید.",
        "The range goes from {least} to {most}: its end is below its start. Mend one of the two.",
    ),
    Entry(
        "RIAL_EXPECTED",
        'مبلغ ریال متنی از رقم است، مانند "3000000000" یا "۳٬۰۰۰٬۰۰۰٬۰۰۰".',
        'An amount in rials is a text of digits, such as "3000000000" or "3,000,000,000".',
    ),
    Entry(
        "DATE_EXPECTED",
        'تاریخ به شکل "2025-12-25" نوشته می‌شود.',
        'A date is written as "2025-12-25".',
    ),
    Entry(
        "DATETIME_EXPECTED",
        'زمان با اختلاف ساعت نوشته می‌شود، مانند "2025-12-25T08:30:00Z".',
        'A moment is written with its offset, as "2025-12-25T08:30:00Z".',
    ),
    Entry(
        "END_BEFORE_START",
        "پایان پیش از آغاز است. تاریخ‌ها را بررسی کنید.",
        "The end is before the start. Check the dates.",
    ),
    Entry(
        "IN_THE_FUTURE",
        "این روز هنوز نیامده است. روزی تا امروز بفرستید.",
        "This day is still to come. Give a day up to today.",
    ),
    Entry(
        "DAY_OUT_OF_RANGE",
        "روز {given} این‌جا معنا ندارد. روزی از {earliest} تا {latest} بفرستید.",
        "The day {given} has no meaning here. Give one from {earliest} to {latest}.",
    ),
    Entry(
        "JALALI_DAY",
        "«{given}» به تاریخ شمسی می‌ماند، و تاریخ‌ها این‌جا میلادی است."
        ' اگر همان روز را می‌خواهید "{meant}" بفرستید.',
        "`{given}` looks like a day of the Persian calendar, and days here are Gregorian."
        ' If it is, send "{meant}".',
    ),
)

_IDENTIFIERS = (
    Entry(
        "BAD_ID",
        "«{given}» شناسهٔ درستی نیست؛ شناسهٔ این‌جا با {prefixes} آغاز می‌شود.",
        "`{given}` is not a valid id; an id here starts with {prefixes}.",
    ),
    Entry(
        "NATIONAL_ID_LENGTH",
        "شناسهٔ ملی باید ۱۱ رقم باشد. شماره را دوباره بررسی کنید.",
        "A national identifier has 11 digits. Check the number.",
    ),
    Entry(
        "NATIONAL_ID_LETTERS",
        "شناسهٔ ملی فقط رقم دارد. نویسه‌های دیگر را بردارید.",
        "A national identifier is digits only. Take out all else.",
    ),
    Entry(
        "MOBILE_LETTERS",
        "شمارهٔ همراه فقط رقم دارد. نویسه‌های دیگر را بردارید.",
        "A mobile number is digits only. Take out all else.",
    ),
    Entry(
        "MOBILE_FORM",
        "شمارهٔ همراه به شکل ۰۹۱۲۳۴۵۶۷۸۹ یا ‎+989123456789‎ نوشته می‌شود.",
        "A mobile number is written as 09123456789 or +989123456789.",
    ),
    Entry(
        "SHEBA_LETTERS",
        "شمارهٔ شبا پس از IR فقط رقم دارد. نویسه‌های دیگر را بردارید.",
        "An account number (sheba) has digits only after IR. Take out all else.",
    ),
    Entry(
        "SHEBA_LENGTH",
        "شمارهٔ شبا ۲۴ رقم دارد؛ این {given} رقم است. شماره را دوباره بررسی کنید.",
        "An account number (sheba) has 24 digits; this has {given}. Check the number.",
    ),
    Entry(
        "SHEBA_CHECK",
        "رقم‌های کنترل شمارهٔ شبا نمی‌خواند. شماره را دوباره بررسی کنید.",
        "The check digits of the account number (sheba) do not fit. Check the number.",
    ),
    Entry(
        "PROVINCE_UNKNOWN",
        "«{given}» کد هیچ استانی نیست؛ کدها از IR-00 تا IR-30 است.",
        "`{given}` is the code of no province; the codes are IR-00 to IR-30.",
    ),
    Entry(
        "BAD_WEB_ADDRESS",
        "این نشانی وب درست نیست. آن را کامل و بی فاصله و گیومه بنویسید، مانند https://example.ir/page.",
        "This is not a web address. Write it in full, without spaces or quotes, as https://example.ir/page.",
    ),
)

AREA = Area(
    "Values",
    "مقدارها",
    "Any argument, filter or input; `extensions.argument`, or `path` in a payload, leads to it.",
    (*_PAGES, *_LISTS_AND_TEXTS, *_FILTERS, *_NUMBERS_AND_DAYS, *_IDENTIFIERS),
)
