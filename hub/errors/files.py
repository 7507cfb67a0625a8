"""What can be wrong with a file that is uploaded, fetched or attached."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Files",
    "پرونده‌ها",
    "A file that is sent to `/files`, fetched from there, or attached to a record.",
    (
        Entry(
            "FILE_NAME_NEEDED",
            "نام پرونده را در نشانی بفرستید، مانند name=report.pdf.",
            "Give the name of the file in the address, such as `name=report.pdf`.",
        ),
        Entry("FILE_EMPTY", "این پرونده خالی است. آن را از نو بفرستید.", "The file is empty. Send it again."),
        Entry(
            "FILE_CUT_OFF",
            "از {expected} بایتی که گفته شد {given} بایت رسید. پرونده را از نو بفرستید.",
            "{given} of the {expected} bytes that were announced came. Send the file again.",
        ),
        Entry(
            "FILE_TOO_LARGE",
            "پرونده بزرگ‌تر از {maximum} بایت است. آن را کوچک‌تر کنید: تصویر را با نقطه‌های کمتر،"
            " سند را چند بخش.",
            "The file is larger than {maximum} bytes. Make it smaller: a picture of fewer dots, a document in"
            " parts.",
            status=413,
        ),
        Entry(
            "FILE_TYPE_NOT_ALLOWED",
            "این گونه پرونده پذیرفته نمی‌شود ({found}). یکی از این‌ها را بفرستید: {allowed}.",
            "A file of this kind is not taken ({found}). Send one of these: {allowed}.",
            status=415,
        ),
        Entry(
            "FILE_NOT_AS_CLAIMED",
            "این پرونده {found} است، نه {claimed}. با نام و نوع درست بفرستید.",
            "The file is {found}, not {claimed}. Send it under its right name and type.",
            status=415,
        ),
        Entry(
            "FILE_HAS_MACROS",
            "این سند برنامه (ماکرو یا ActiveX) در خود دارد. آن را بی‌ماکرو یا به صورت PDF بفرستید.",
            "The document holds a program (a macro or ActiveX). Save it without, or as PDF, and send that.",
            status=415,
        ),
        Entry(
            "FILE_TEXT_UNREADABLE",
            "این متن UTF-8 نیست. آن را با کدگذاری UTF-8 ذخیره کنید (در Excel: CSV UTF-8) و بفرستید.",
            "The text is not UTF-8. Save it as UTF-8 (in Excel: CSV UTF-8), and send that.",
            status=415,
        ),
        Entry(
            "FILE_DAMAGED",
            "این پرونده ناقص یا خراب است: آغاز آن {found} است و باقی آن درست نیست. از نو بسازید و بفرستید.",
            "The file is cut off or damaged: it begins as {found}, and is not whole. Make it anew.",
        ),
        Entry(
            "FILES_QUOTA_EXCEEDED",
            "این پرونده {size} بایت دارد؛ از {maximum} بایت سازمان شما {used} بایت پر است."
            " پرونده‌هایی را که لازم نیست بردارید.",
            "The file has {size} bytes; of your organization's {maximum} bytes {used} are taken."
            " Remove files that are not needed.",
            status=403,
        ),
        Entry(
            "FILE_NOT_FOUND",
            "پرونده‌ای با این شناسه نیست، یا برای شما دیدنی نیست. شناسه را بررسی کنید.",
            "There is no file with this id, or none that you may see. Check the id.",
            status=404,
        ),
        Entry(
            "FILE_IN_USE",
            "این پرونده پیوست رکوردی است. نخست آن را از fileIds رکورد بردارید.",
            "The file is attached to a record. Take it out of the record's `fileIds` first.",
            status=409,
        ),
        Entry(
            "RANGE_NOT_THERE",
            "این پرونده {size} بایت دارد و Range بیرون از آن است. Range را درست کنید یا بردارید.",
            "The file has {size} bytes, and the Range lies outside of them. Mend the Range, or leave it out.",
            status=416,
        ),
        Entry(
            "NO_FILES_WHEN_ANONYMIZED",
            "رکورد بی‌نام پیوست ندارد: آنچه در پرونده است نویسنده را لو می‌دهد."
            " نخست پیوست‌ها را از fileIds بردارید.",
            "An anonymized record carries no files: what is in them can name its author."
            " Take them out of `fileIds` first.",
        ),
    ),
)
