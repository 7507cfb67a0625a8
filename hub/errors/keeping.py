"""What can stand against a backup, a restore or an upgrade."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Backup, restore and upgrade",
    "پشتیبان‌گیری، بازگردانی و ارتقا",
    "What operators run: `hub backup`, `hub restore`, `hub upgrade`, `hub migrate`, `hub up`.",
    (
        Entry(
            "FILE_EXISTS",
            "پرونده‌ای به این نام هست و بازنویسی نمی‌شود. نام دیگری بدهید.",
            "A file of this name is there, and is not overwritten. Give another name.",
        ),
        Entry(
            "GRAPH_KEEPS_CHANGING",
            "گراف پیوسته عوض می‌شود، پس پشتیبانی از یک لحظه به دست نیامد. بگذارید فرمان دیگری (بارگذاری،"
            " ارتقا) تمام شود و دوباره بکوشید.",
            "The graph keeps changing, so there is no backup of one moment. Let what else runs (a load, a"
            " migration) end, and try again.",
        ),
        Entry(
            "VALUE_NOT_KEPT",
            "در گراف مقداری از گونهٔ {kind} است که پشتیبان آن را نگه نمی‌دارد. آن را بردارید.",
            "The graph has a value of the kind {kind}, which no backup keeps. Take it away.",
        ),
        Entry(
            "DUMP_UNREADABLE",
            "این پرونده پشتیبان کانون نیست. پرونده‌ای بدهید که `hub backup` نوشته است.",
            "This is no backup of the hub. Give a file that `hub backup` wrote.",
        ),
        Entry(
            "DUMP_CHANGED",
            "این پشتیبان ناقص است یا پس از نوشتن عوض شده است. پشتیبان دیگری بدهید.",
            "This backup is cut off, or was changed after it was written. Give another one.",
        ),
        Entry(
            "DUMP_NEWER",
            "این پشتیبان از نسخهٔ تازه‌تر کانون ({hub}) است و این نسخه آن را نمی‌شناسد: {what}."
            " نخست کانون را نو کنید.",
            "This backup is of a newer hub ({hub}), and this version does not know: {what}."
            " Install the newer hub first.",
        ),
        Entry(
            "DUMP_SEALED",
            "این پشتیبان رمزگذاری شده است. کلید آن را با --key-file یا گذرواژه را با"
            " HUB_BACKUP_PASSPHRASE بدهید.",
            "This backup is encrypted. Give its key with --key-file, or its passphrase in"
            " HUB_BACKUP_PASSPHRASE.",
        ),
        Entry(
            "KEY_WRONG",
            "این پشتیبان با این کلید باز نمی‌شود، یا آغاز آن عوض شده است. کلید دیگری بدهید.",
            "This backup does not open with this key, or its beginning was changed. Give another key.",
        ),
        Entry(
            "KEY_TOO_SHORT",
            "کلیدِ {given} کوتاه است؛ دست‌کم {least} بایت لازم است. بسازید: `openssl rand -out FILE 32`.",
            "The key in {given} is short; {least} bytes at least are needed. Make one:"
            " `openssl rand -out FILE 32`.",
        ),
        Entry(
            "PASSPHRASE_TOO_SHORT",
            "گذرواژه کوتاه است. دست‌کم {least} نویسه بدهید.",
            "The passphrase is short. Give {least} characters at least.",
        ),
        Entry(
            "GRAPH_NOT_EMPTY",
            "در گراف چیزی هست و بازگردانی آن را بازنویسی نمی‌کند."
            " پوشهٔ دیگری با --data-dir یا پایگاهی خالی بدهید.",
            "There is something in the graph, and a restore overwrites nothing. Choose another folder with"
            " --data-dir, or an empty database.",
        ),
        Entry(
            "GRAPH_DIFFERS",
            "آنچه در گراف نوشته شد همان نیست که در پشتیبان است. آن را به کار نبرید"
            " و در پوشه‌ای خالی دوباره بکوشید.",
            "What was written into the graph is not what the backup holds. Do not use it; try again"
            " in an empty folder.",
        ),
        Entry(
            "GRAPH_HALF_RESTORED",
            "بازگردانی این گراف به پایان نرسیده است."
            " پوشه را کنار بگذارید و در پوشه‌ای خالی دوباره بازگردانید.",
            "A restore of this graph did not come to its end."
            " Put the folder aside, and restore into an empty one.",
        ),
        Entry(
            "GRAPH_NEWER",
            "این گراف از نسخهٔ تازه‌تر کانون است و این نسخه آن را نمی‌شناسد: {what}."
            " نسخهٔ تازه‌تر را به کار ببرید.",
            "This graph is of a newer hub, and this version does not know: {what}. Use the newer hub.",
        ),
        Entry(
            "STATEMENT_UNKNOWN",
            "دستور کندی به نام {given} در {folder} نیست. نام آن در گزارش، در سطرهای slow_statement، آمده است؛"
            " دستورهای قدیمی‌تر پاک می‌شوند.",
            "There is no slow statement {given} in {folder}. Its hash stands in the log, in the lines"
            " slow_statement; those seen longest ago are forgotten.",
        ),
    ),
)
