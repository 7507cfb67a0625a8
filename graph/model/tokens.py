"""API tokens: how an organization lets other systems ask in its name, for what, and how that ends."""

from graph.limits import MAXIMUM_OWN_TOKEN_DAYS, MAXIMUM_TOKEN_OVERLAP
from graph.model.declare import OPTIONAL, REQUIRED, choices, moment, text, whole
from graph.model.deeds import Doer, deed
from graph.model.life import Scope
from graph.model.members import Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.words import Words, digits

ENDS_SOON_DAYS = 14
"""How long before its end a token waits to be rotated."""

API_TOKEN = Shape(
    "ApiToken",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words(
                "Id: That of the token, which is no secret.", "شناسه: شناسهٔ توکن، که رازی در آن نیست."
            ),
        ),
        text("label", "Label: What it is for.", "برچسب: برای چیست.", required=True),
        choices("scopes", Scope, "Scopes: What it may be used for.", "اجازه‌ها: به چه کار می‌آید."),
        moment("createdAt", "Created at: When it was made.", "زمان ایجاد: کی ساخته شد.", required=True),
        moment("expiresAt", "Ends at: When it ends.", "زمان پایان: کی پایان می‌یابد.", required=True),
        moment(
            "lastUsedAt",
            "Last used at: Noted once an hour at most, so it may have been used up to an hour later; null"
            " where never.",
            "آخرین کاربرد: ساعتی یک بار ثبت می‌شود، پس شاید تا یک ساعت دیرتر هم به کار رفته باشد؛ اگر هرگز،"
            " null.",
        ),
        moment(
            "revokedAt",
            "Revoked at: When it was taken back; null where it was not.",
            "زمان ابطال: کی باطل شد؛ اگر نشده null.",
        ),
    ),
    Words(
        "API token: What another system asks with in the name of your organization.",
        "توکن: آنچه سامانه‌ای دیگر با آن از سوی سازمان شما می‌پرسد.",
    ),
)

_ID = Property(
    "id",
    Kind.ID,
    given=REQUIRED,
    required=True,
    words=Words("Token: Its id, not its secret.", "توکن: شناسهٔ آن، نه راز آن."),
)
_LABEL = text(
    "label",
    "Label: What it is for, e.g. the system that uses it.",
    "برچسب: برای چیست، مانند نام سامانه‌ای که آن را به کار می‌برد.",
    REQUIRED,
)
_SCOPES = choices(
    "scopes",
    Scope,
    "Scopes: What it may be used for; to read, always.",
    "اجازه‌ها: به چه کار می‌آید؛ خواندن همیشه هست.",
    REQUIRED,
)
_DAYS = whole(
    "days",
    f"Days: How long it holds, {MAXIMUM_OWN_TOKEN_DAYS:,} at most; 90 where you do not say.",
    f"روزها: چند روز برقرار است، بیشینه {digits(MAXIMUM_OWN_TOKEN_DAYS)}؛ اگر نگویید ۹۰.",
    OPTIONAL,
    least=1,
    most=MAXIMUM_OWN_TOKEN_DAYS,
)
_OVERLAP = whole(
    "overlapHours",
    f"Overlap: How many hours the old secret holds on, {MAXIMUM_TOKEN_OVERLAP} at most; none where you do not"
    " say, as it must be for one that was stolen.",
    f"هم‌پوشانی: راز پیشین چند ساعت دیگر برقرار است، بیشینه {digits(MAXIMUM_TOKEN_OVERLAP)}؛"
    " اگر نگویید هیچ، چنان که برای توکن دزدیده باید.",
    OPTIONAL,
    least=0,
    most=MAXIMUM_TOKEN_OVERLAP,
)
_TOKEN = Nested("token", "ApiToken", words=Words("Token: As it is now.", "توکن: چنان که اکنون هست."))
_SECRET = text(
    "secret",
    "Secret: What the system sends as `Authorization: Bearer …`. It is shown this once, and kept nowhere.",
    "راز: آنچه سامانه در `Authorization: Bearer …` می‌فرستد. تنها همین یک بار نشان داده می‌شود.",
)

DEEDS = (
    deed(
        "createToken",
        "Make a token: For another system that asks in the name of your organization, with no more scopes"
        " than you have; its editors may.",
        "ساختن توکن: برای سامانه‌ای دیگر که از سوی سازمان شما می‌پرسد، با اجازه‌هایی که خود دارید و نه بیشتر؛"
        " ویرایشگران سازمان می‌توانند.",
        Doer.PERSON,
        (_LABEL, _SCOPES, _DAYS),
        (_TOKEN, _SECRET),
    ),
    deed(
        "rotateToken",
        "Rotate a token: Another with a new secret takes its place, with the same label and scopes.",
        "چرخاندن توکن: توکنی با راز تازه جای آن را می‌گیرد، با همان برچسب و اجازه‌ها.",
        Doer.PERSON,
        (_ID, _DAYS, _OVERLAP),
        (_TOKEN, _SECRET),
    ),
    deed(
        "narrowToken",
        "Narrow a token: Take scopes away from it; none is ever added.",
        "تنگ کردن توکن: اجازه‌هایی را از آن بگیرید؛ هیچ‌گاه افزوده نمی‌شود.",
        Doer.PERSON,
        (_ID, _SCOPES),
        (_TOKEN,),
    ),
    deed(
        "revokeToken",
        "Revoke a token: It opens nothing any more.",
        "باطل کردن توکن: دیگر چیزی را باز نمی‌کند.",
        Doer.PERSON,
        (_ID,),
        (_TOKEN,),
    ),
)

AREA = (API_TOKEN,)
