"""Accounts: what only the person knows of them, and what they do with them: mail, password, leaving."""

from graph.model.declare import OPTIONAL, REQUIRED, asked, flag, text, whole
from graph.model.deeds import Doer, deed
from graph.model.members import Kind
from graph.model.personal import languages, listed

_SENT = flag(
    "accepted",
    "Accepted: Always so: whether there is such an account is told to nobody but by mail.",
    "پذیرفته: همیشه چنین است: این که چنین حسابی هست تنها با نامه گفته می‌شود.",
)
_DONE = flag("done", "Done: Whether it was done.", "انجام شد: آیا انجام شد.")
_TOKENS_ENDED = whole(
    "tokensEnded",
    "Tokens ended: How many tokens of organizations ended, since nobody else edits for them.",
    "توکن‌های پایان‌یافته: چند توکن سازمان‌ها پایان یافت، چون ویرایشگر دیگری ندارند.",
)
_MAIL = text(
    "mail", "Mail address: Where the person gets mail.", "نشانی رایانامه: نشانی پست الکترونیکی شخص.", REQUIRED
)
_TOKEN = text(
    "token",
    "Token: What the link ends with.",
    "توکن پیوند: آنچه پیوند با آن پایان می‌یابد.",
    REQUIRED,
    long=True,
)
_PASSWORD = text(
    "password",
    "Password: As it was typed; at least 12 characters where it is new.",
    "گذرواژه: همان‌گونه که نوشته شد؛ گذرواژهٔ تازه دست‌کم ۱۲ نویسه.",
    REQUIRED,
    long=True,
    verbatim=True,
)

DEEDS = (
    deed(
        "requestPasswordReset",
        "Ask for a reset: Mail a link by which a new password is set, if there is such an account.",
        "درخواست بازنشانی: اگر چنین حسابی باشد، پیوندی فرستاده می‌شود که گذرواژهٔ تازه می‌گذارد.",
        Doer.ANYBODY,
        (_MAIL,),
        (_SENT,),
    ),
    deed(
        "resetPassword",
        "Reset: Set a new password by the link that was mailed; all sessions of the account end.",
        "بازنشانی: با پیوند فرستاده‌شده گذرواژهٔ تازه بگذارید؛ همهٔ نشست‌های حساب پایان می‌یابد.",
        Doer.ANYBODY,
        (_TOKEN, _PASSWORD),
        (_DONE,),
    ),
    deed(
        "changePassword",
        "Change the password: Set another, soon after signing in; the other sessions end.",
        "تغییر گذرواژه: اندکی پس از ورود گذرواژهٔ دیگری بگذارید؛ نشست‌های دیگر پایان می‌یابد.",
        Doer.PERSON,
        (_PASSWORD,),
        (_DONE,),
    ),
    deed(
        "changeMail",
        "Change the address: A link goes to the new one, a note to the old; it changes once that is opened.",
        "تغییر نشانی: پیوندی به نشانی تازه و خبری به نشانی پیشین می‌رود؛ با گشودن پیوند عوض می‌شود.",
        Doer.PERSON,
        (_MAIL,),
        (_SENT,),
    ),
    deed(
        "confirmMail",
        "Confirm the address: By the link that was mailed to it.",
        "تأیید نشانی: با پیوندی که به آن فرستاده شد.",
        Doer.ANYBODY,
        (_TOKEN,),
        (_DONE,),
    ),
    deed(
        "editPerson",
        "Edit yourself: Your name, your languages, and whether all members may see your name.",
        "ویرایش خود: نام و زبان‌های شما، و این که همهٔ اعضا نام شما را ببینند یا نه.",
        Doer.PERSON,
        (
            text("name", "Name: What the person is called.", "نام: شخص را به چه نامی می‌خوانند.", OPTIONAL),
            languages(OPTIONAL),
            listed(OPTIONAL),
        ),
        (_DONE,),
    ),
    deed(
        "leaveOrganization",
        "Leave: End your own office in an organization. If nobody else edits for it, the tokens that its"
        " editors"
        " have made end, too: hand it on first (`invitePerson`).",
        "ترک سازمان: به سمت خود در سازمانی پایان دهید. اگر ویرایشگر دیگری نماند، توکن‌هایی که ویرایشگرانش"
        " ساخته‌اند هم پایان می‌یابند: نخست کار را بسپارید (`invitePerson`).",
        Doer.PERSON,
        (
            asked(
                "organizationId",
                Kind.ID,
                "Organization: The one you leave.",
                "سازمان: سازمانی که ترک می‌کنید.",
                required=True,
            ),
        ),
        (_DONE, _TOKENS_ENDED),
    ),
    deed(
        "deleteAccount",
        "Delete: Your personal data goes at once; what your organizations have written stays theirs. Where"
        " you are the"
        " last editor, the tokens that its editors have made end.",
        "حذف حساب: داده‌های شخصی شما بی‌درنگ پاک می‌شود؛ آنچه سازمان‌هایتان نوشته‌اند از آنِ خودشان می‌ماند. اگر"
        " واپسین ویرایشگر باشید، توکن‌هایی که ویرایشگران ساخته‌اند پایان می‌یابند.",
        Doer.PERSON,
        (_MAIL,),
        (_DONE, _TOKENS_ENDED),
    ),
    deed(
        "disableAccount",
        "Disable: The person can do nothing from now on, and signs in no more (administrators).",
        "بستن حساب: شخص از این پس کاری نمی‌تواند بکند و وارد نمی‌شود (سرپرستان).",
        Doer.WRITER,
        (asked("personId", Kind.ID, "Person: Whose account it is.", "شخص: حساب از آنِ کیست.", required=True),),
        (_DONE,),
    ),
    deed(
        "enableAccount",
        "Enable: The person can sign in again (administrators).",
        "گشودن حساب: شخص دوباره می‌تواند وارد شود (سرپرستان).",
        Doer.WRITER,
        (asked("personId", Kind.ID, "Person: Whose account it is.", "شخص: حساب از آنِ کیست.", required=True),),
        (_DONE,),
    ),
)

AREA = ()
