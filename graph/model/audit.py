"""The audit: who did what, from where, to which record. Administrators read it, but for unnamed authors."""

from graph.model.declare import choice, link, moment, record, text, whole
from graph.model.members import Access, Property
from graph.model.viewer import ViewerRole
from graph.model.words import Choice

TOLD_OF = "AUDIT_OF"
"""The relationship from an entry to the event of the change that it tells of."""


class AuditKind(
    Choice,
    en="Kind of entry: What an entry of the audit tells of.",
    fa="گونهٔ ردپا: ردپا از چه می‌گوید.",
):
    CHANGE = (
        "CHANGE",
        "Change: A record was changed; `event` and `version` say how.",
        "تغییر: رکوردی عوض شد؛ `event` و `version` می‌گویند چگونه.",
    )
    DEED = (
        "DEED",
        "Deed: What moves no record, such as signing in or making a token.",
        "کار: آنچه رکوردی را جابه‌جا نمی‌کند، مانند ورود یا ساختن توکن.",
    )
    REFUSAL = (
        "REFUSAL",
        "Refusal: What was tried and refused, counted by the hour.",
        "ردشده: آنچه آزموده شد و پذیرفته نشد، به شمار در هر ساعت.",
    )
    COMMAND = (
        "COMMAND",
        "Command: What was done on the command line of the server.",
        "فرمان: آنچه در خط فرمان سرور انجام شد.",
    )


AUDIT_ENTRY = record(
    "AuditEntry",
    "aud",
    "Audit entry: Who did something, when, from where and to what, for administrators; nothing that would"
    " tell the author of an anonymized record.",
    "ردپا: چه کسی، کی، از کجا و با چه، برای سرپرستان؛ بی آنچه نویسندهٔ رکوردی بی‌نام را آشکار کند.",
    plural=("audit", "Audit", "ردپاها"),
    access=Access.AUDIT,
    parent="event",
    order=(("at", False),),
    members=(
        choice(
            "kind",
            AuditKind,
            "Kind: What it tells of.",
            "گونه: از چه می‌گوید.",
            required=True,
        ),
        text(
            "what",
            "What: The mutation or the command; of a refusal the code of its error.",
            "چه: نام جهش یا فرمان؛ برای ردشده کد خطا.",
            required=True,
        ),
        moment(
            "at",
            "At: When it was; of refusals, the first of the hour.",
            "زمان: کی بود؛ برای ردشده‌ها نخستین بار در آن ساعت.",
            required=True,
        ),
        moment(
            "lastAt",
            "Last at: When the last of several refusals was; null for what happened once.",
            "آخرین بار: آخرینِ چند بار کی بود؛ برای آنچه یک بار رخ داد null.",
            sortable=False,
        ),
        whole(
            "times",
            "Times: How often within the hour; 1 for what is no refusal.",
            "بارها: چند بار در آن ساعت؛ برای آنچه ردشده نیست ۱.",
            required=True,
        ),
        choice(
            "role",
            ViewerRole,
            "Role: As what it was done; null on the command line.",
            "نقش: در چه نقشی؛ در خط فرمان null.",
        ),
        text(
            "tokenId",
            "Token: The API token it was done with; null where it was none.",
            "توکن: با کدام توکن؛ اگر با توکن نبود null.",
        ),
        text(
            "personId",
            "Person: Whose account it was done with; null for a token.",
            "شخص: با حساب چه کسی؛ برای توکن null.",
        ),
        text(
            "sessionId",
            "Session: Which of their sign-ins; null for a token.",
            "نشست: کدام ورود او؛ برای توکن null.",
        ),
        text(
            "address",
            "Address: Where it came from, of IPv6 its first 64 bits; after some days only its network.",
            "نشانی: از کجا آمد؛ نشانی IPv6 با ۶۴ بیت نخست آن؛ پس از چند روز تنها شبکهٔ آن.",
        ),
        Property("network", filterable=False, hidden=True),
        text(
            "request",
            "Request: Its number, as `X-Request-Id` and the log have it.",
            "درخواست: شمارهٔ آن، همان که در `X-Request-Id` و گزارش‌ها هست.",
        ),
        text(
            "aboutId",
            "About: What it was done to, where that is no record: a token, say; of a refused sign-in or"
            " reset, the person whose account was tried, null where there is no such account.",
            "دربارهٔ: با چه، اگر رکورد نیست: برای نمونه یک توکن؛ در ورود یا بازنشانی ردشده، شخصی که حسابش"
            " آزموده شد؛ اگر چنین حسابی نیست null.",
        ),
        link(
            "event",
            TOLD_OF,
            "Event",
            "Event: What was done, and to which record; null for what changed none.",
            "رخداد: چه شد و با کدام رکورد؛ اگر رکوردی را عوض نکرد null.",
        ),
        link(
            "version",
            "AUDIT_LEFT",
            "Version",
            "Version: The record as it was left, with what each field was before; null where it stayed.",
            "نسخه: رکورد پس از آن، با پیش و پس هر تغییر؛ اگر همان ماند null.",
        ),
        link(
            "organization",
            "AUDIT_FOR",
            "Organization",
            "Organization: For which it was done; null where for none.",
            "سازمان: از سوی کدام سازمان؛ اگر از سوی هیچ‌کدام نبود null.",
        ),
    ),
)
