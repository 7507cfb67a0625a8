"""Invitations of persons: by mail, from an organization or a coordinator; whoever accepts has an account."""

from graph.model.affiliations import AffiliationRight
from graph.model.common import Language
from graph.model.declare import OPTIONAL, REQUIRED, asked, choice, flag, moment, text
from graph.model.deeds import Doer, deed
from graph.model.members import Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.personal import languages, listed
from graph.model.words import Words

_MAIL = text(
    "mail", "Mail address: Where the person gets mail.", "نشانی رایانامه: نشانی پست الکترونیکی شخص.", REQUIRED
)
_OFFICE = text(
    "office",
    "Office: What the person is there, e.g. programs manager; null where that is not told.",
    "عنوان سمت: شخص در سازمان چه کاره است، مانند مدیر برنامه‌ها؛ اگر گفته نشده null.",
    OPTIONAL,
)

INVITATION = Shape(
    "PersonInvitation",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words(
                "Id: Say it to take the invitation back.", "شناسه: برای پس گرفتن دعوت همین را بگویید."
            ),
        ),
        text("mail", "Mail address: Who is invited.", "نشانی رایانامه: چه کسی دعوت شده است.", required=True),
        choice("right", AffiliationRight, "Right: What the person may do.", "اختیار: شخص چه می‌تواند بکند."),
        _OFFICE,
        moment("createdAt", "Invited at: When it was mailed.", "زمان دعوت: کی فرستاده شد.", required=True),
        moment(
            "expiresAt", "Ends at: Until when it can be accepted.", "مهلت: تا کی پذیرفتنی است.", required=True
        ),
    ),
    Words(
        "Invitation of a person: It was mailed, and nobody has accepted it yet.",
        "دعوت شخص: فرستاده شده و هنوز کسی آن را نپذیرفته است.",
    ),
)

_RIGHT = choice(
    "right",
    AffiliationRight,
    "Right: What the person may do in its name.",
    "اختیار: از سوی سازمان چه می‌تواند بکند.",
    REQUIRED,
)

DEEDS = (
    deed(
        "invitePerson",
        "Invite: Mail somebody a link to join your organization, signed in as its editor; a coordinator does"
        " it for any.",
        "دعوت: در نقش ویرایشگر و پس از ورود برای کسی پیوندی بفرستید تا به سازمان شما بپیوندد؛ هماهنگ‌کننده"
        " برای هر سازمانی.",
        Doer.WRITER,
        (
            asked(
                "organizationId",
                Kind.ID,
                "Organization: Yours; a coordinator names any.",
                "سازمان: سازمان شما؛ هماهنگ‌کننده هر سازمانی را نام می‌برد.",
                required=True,
            ),
            _MAIL,
            _RIGHT,
            _OFFICE,
            choice(
                "language",
                Language,
                "Language: That of the letter; Persian if you do not say.",
                "زبان: زبان نامه؛ اگر نگویید فارسی.",
                OPTIONAL,
            ),
        ),
        (
            Nested(
                "invitation",
                "PersonInvitation",
                required=False,
                words=Words("Invitation: As it was mailed.", "دعوت: چنان که فرستاده شد."),
            ),
        ),
    ),
    deed(
        "withdrawPersonInvitation",
        "Take back: The link of the invitation opens nothing any more.",
        "پس گرفتن دعوت: پیوند آن دیگر چیزی را باز نمی‌کند.",
        Doer.WRITER,
        (
            asked(
                "id",
                Kind.ID,
                "Invitation: One of your organization.",
                "دعوت: یکی از دعوت‌های سازمان شما.",
                required=True,
            ),
        ),
    ),
    deed(
        "acceptPersonInvitation",
        "Accept: Join by the link that was mailed, with a new account, or signed in with the one you have.",
        "پذیرش: با پیوند فرستاده‌شده بپیوندید، با حساب تازه یا با حسابی که با آن وارد شده‌اید.",
        Doer.ANYBODY,
        (
            text(
                "token",
                "Token: What the link ends with.",
                "توکن پیوند: آنچه پیوند با آن پایان می‌یابد.",
                REQUIRED,
                long=True,
            ),
            text(
                "name",
                "Name: What the person is called; needed for a new account.",
                "نام: شخص را به چه نامی می‌خوانند؛ برای حساب تازه لازم است.",
                OPTIONAL,
            ),
            text(
                "password",
                "Password: For a new account; without one, sign in by a passkey or a provider later.",
                "گذرواژه: برای حساب تازه؛ بی آن، سپس با کلید عبور یا واسطه وارد شوید.",
                OPTIONAL,
                long=True,
                verbatim=True,
            ),
            languages(OPTIONAL),
            listed(OPTIONAL),
        ),
        (flag("signedIn", "Signed in: Whether a session has begun.", "وارد شد: آیا نشستی آغاز شد."),),
    ),
)

AREA = (INVITATION,)
