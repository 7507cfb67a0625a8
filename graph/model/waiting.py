"""What waits for an organization's word: of which kind, with which record, since when and until when."""

from graph.limits import MAXIMUM_DAYS_AHEAD, MAXIMUM_FAILING_DAYS
from graph.model.days import PLANNED
from graph.model.declare import choice, day, moment
from graph.model.members import Nested
from graph.model.nodes import Shape
from graph.model.tokens import ENDS_SOON_DAYS
from graph.model.words import Choice, Words, digits

SHOWN_DAYS = 30
"""How long the opening of an author stands on the desk of its organization."""


class WaitingKind(
    Choice,
    en="What waits: What an organization still has to do, or to say.",
    fa="کار مانده: سازمان هنوز چه باید بکند یا بگوید.",
):
    DRAFT = (
        "DRAFT",
        "Draft: It is written and not published.",
        "پیش‌نویس: نوشته شده و منتشر نشده است.",
    )
    SIGNATURE = (
        "SIGNATURE",
        "Signature: A partnership draft that yours has not signed.",
        "امضا: پیش‌نویس مشارکتی که سازمان شما امضا نکرده است.",
    )
    ANSWER = (
        "ANSWER",
        "Answer: The other side proposed an exchange and waits for yes or no.",
        "پاسخ: سوی دیگر تبادلی پیشنهاد داده و در انتظار آری یا نه است.",
    )
    AMENDMENT = (
        "AMENDMENT",
        "Amendment: Another party proposed to change a partnership; yours has not answered.",
        "الحاقیه: طرفی دیگر تغییری در مشارکت پیشنهاد داده و سازمان شما پاسخ نداده است.",
    )
    REPORT = (
        "REPORT",
        "Report: Another reports on what it owes yours; it waits to be confirmed or disputed.",
        "گزارش: سازمانی از تعهدش به شما گزارش داده و در انتظار تأیید یا رد است.",
    )
    DELIVERY = (
        "DELIVERY",
        "Delivery: An accepted exchange whose delivery your side has not confirmed.",
        "تحویل: تبادل پذیرفته‌ای که سوی شما تحویلش را تأیید نکرده است.",
    )
    COMMITMENT = (
        "COMMITMENT",
        f"Commitment: One of yours that is overdue, or due within {MAXIMUM_DAYS_AHEAD:,} days.",
        f"تعهد: تعهدی از شما که سررسیدش گذشته یا تا {digits(MAXIMUM_DAYS_AHEAD)} روز دیگر است.",
    )
    TIE = (
        "TIE",
        "Tie: Another says what binds it to yours; confirm or dispute it.",
        "پیوند: دیگری گفته چه چیز آن را به سازمان شما می‌بندد؛ تأیید یا رد کنید.",
    )
    DISPUTE = (
        "DISPUTE",
        "Dispute: A tie you claim that the other end disputes; answer, or withdraw it.",
        "رد پیوند: پیوندی که گفته‌اید و سوی دیگر رد کرده است؛ پاسخ دهید یا آن را پس بگیرید.",
    )
    REVIEW = (
        "REVIEW",
        "Review: A lesson or an approach that is submitted, and yours to review.",
        "بازبینی: درس‌آموخته یا رهیافتی که فرستاده شده و بازبینی‌اش با شماست.",
    )
    CHANGES = (
        "CHANGES",
        "Changes: A reviewer has asked for changes; make them and submit it again, or withdraw it.",
        "اصلاح: بازبین اصلاحی خواسته است؛ انجامش دهید و دوباره بفرستید، یا پس بگیرید.",
    )
    PARTICIPATION = (
        "PARTICIPATION",
        "Participation: An experience of another that names yours; confirm or refuse it.",
        "همراهی: تجربهٔ دیگری که نام سازمان شما در آن است؛ تأیید یا رد کنید.",
    )
    PROGRAM_ROLE = (
        "PROGRAM_ROLE",
        "Role in a program: A program of another that names yours; confirm or refuse it.",
        "نقش در برنامه: برنامهٔ دیگری که نام سازمان شما در آن است؛ تأیید یا رد کنید.",
    )
    COURSE_CLAIM = (
        "COURSE_CLAIM",
        "Claim about a course: A provider says that yours pays a share, or certifies; confirm or refuse it.",
        "اظهار دربارهٔ دوره: آموزش‌دهنده‌ای می‌گوید سازمان شما سهمی می‌پردازد یا گواهی می‌دهد؛ تأیید یا رد کنید.",
    )
    PROCESS = (
        "PROCESS",
        "Process: It is proposed to a network that yours keeps; adopt it, or give it back.",
        "فرایند: به شبکه‌ای پیشنهاد شده که دبیرخانه‌اش سازمان شماست؛ آن را تصویب کنید یا بازگردانید.",
    )
    EDITION = (
        "EDITION",
        "Edition: Yours follows an edition that is no longer the standard; end that, or follow the next.",
        "نگارش: از نگارشی پیروی می‌کنید که دیگر استاندارد نیست؛ پایانش دهید یا از بعدی پیروی کنید.",
    )
    CAMPAIGN = (
        "CAMPAIGN",
        "Campaign: It asks something of yours, which has not answered.",
        "کارزار: از سازمان شما چیزی می‌خواهد و هنوز پاسخ نداده‌اید.",
    )
    ENDORSEMENT = (
        "ENDORSEMENT",
        "Endorsement: A campaign that yours has signed was worded anew; sign again, or sign off.",
        "پشتیبانی: متن کارزاری که امضا کرده‌اید عوض شده است؛ دوباره امضا کنید یا امضا را پس بگیرید.",
    )
    TERMS = (
        "TERMS",
        "Payment terms: Another party proposed them; yours can accept or decline.",
        "شرایط پرداخت: طرفی دیگر آن را پیشنهاد داده است؛ می‌توانید بپذیرید یا رد کنید.",
    )
    COHORT = (
        "COHORT",
        "Cohort: A report that you are to pay for; accept it or send it back.",
        "گروه: گزارشی که باید برای آن بپردازید؛ آن را بپذیرید یا بازگردانید.",
    )
    RETURNED = (
        "RETURNED",
        "Returned: A cohort report of yours that the payer sent back.",
        "بازگردانده: گزارش گروهی از شما که پرداخت‌کننده بازگردانده است.",
    )
    PAYMENT = (
        "PAYMENT",
        "Payment: Another says that it has paid you: confirm or dispute it. Or it disputes yours.",
        "پرداخت: دیگری می‌گوید به شما پرداخته است: تأیید یا رد کنید. یا پرداخت شما را نپذیرفته است.",
    )
    OUTCOME = (
        "OUTCOME",
        "Outcome: You applied what another learned and have not said what came of it.",
        "پیامد: درس دیگری را به کار بسته‌اید و نگفته‌اید از آن چه برآمد.",
    )
    FOUNDING_STEP = (
        "FOUNDING_STEP",
        f"Founding step: One of a network of yours, overdue or due within {MAXIMUM_DAYS_AHEAD:,} days.",
        f"گام تأسیس: گامی از شبکهٔ شما که سررسیدش گذشته یا تا {digits(MAXIMUM_DAYS_AHEAD)} روز دیگر است.",
    )
    SECRETARIAT = (
        "SECRETARIAT",
        "Secretariat: A network asks yours to be its secretariat; accept or decline.",
        "دبیرخانه: شبکه‌ای از سازمان شما خواسته دبیرخانه‌اش باشد؛ بپذیرید یا رد کنید.",
    )
    SEAT = (
        "SEAT",
        "Seat: A network names yours for a seat on a board; accept or decline.",
        "کرسی: شبکه‌ای سازمان شما را برای کرسی هیئت نام برده است؛ بپذیرید یا رد کنید.",
    )
    INVITATION = (
        "INVITATION",
        "Invitation: A network invites yours to be a member; accept or decline.",
        "دعوت: شبکه‌ای سازمان شما را به عضویت دعوت کرده است؛ بپذیرید یا رد کنید.",
    )
    APPLICATION = (
        "APPLICATION",
        "Application: Another wants to join a network of yours; check or decide.",
        "درخواست عضویت: سازمانی می‌خواهد عضو شبکهٔ شما شود؛ بررسی کنید یا تصمیم بگیرید.",
    )
    RETURNED_APPLICATION = (
        "RETURNED_APPLICATION",
        "Returned application: One of yours misses something; mend it and submit it again.",
        "درخواست برگشته: درخواست شما چیزی کم دارد؛ کاملش کنید و دوباره بفرستید.",
    )
    RENEWAL = (
        "RENEWAL",
        f"Renewal: A membership of yours ends within {MAXIMUM_DAYS_AHEAD:,} days, or has; apply to go on.",
        f"تمدید: عضویت شما تا {digits(MAXIMUM_DAYS_AHEAD)} روز دیگر پایان می‌یابد یا یافته؛ تمدید بخواهید.",
    )
    QUESTION = (
        "QUESTION",
        "Question: Asked about a record of yours, and not answered by you.",
        "پرسش: دربارهٔ رکوردی از شما پرسیده شده و هنوز پاسخ نداده‌اید.",
    )
    COMPLAINT = (
        "COMPLAINT",
        "Complaint: A member finds something wrong with what was said; hide it or dismiss the complaint.",
        "شکایت: عضوی به گفته‌ای ایراد دارد؛ پنهانش کنید یا شکایت را ناوارد بدانید.",
    )
    WORKING_GROUP = (
        "WORKING_GROUP",
        "Working group: Proposed in a partnership or network of yours; approve it, or turn it down.",
        "کارگروه: در مشارکت یا شبکهٔ شما پیشنهاد شده است؛ تأییدش کنید یا نپذیرید.",
    )
    GROUP_SEAT = (
        "GROUP_SEAT",
        "Seat: A working group asks yours to sit in it; confirm or refuse.",
        "کرسی: کارگروهی از سازمان شما خواسته عضو شود؛ تأیید یا رد کنید.",
    )
    ASSIGNMENT = (
        "ASSIGNMENT",
        "Assignment: A working group gives yours something to do; accept or decline.",
        "واگذاری: کارگروهی کاری به سازمان شما سپرده است؛ بپذیرید یا نپذیرید.",
    )
    OPENING = (
        "OPENING",
        f"Author opened: In {SHOWN_DAYS} days a trustee was told whose it is; see `viewer.openings`.",
        f"بازشدن نویسنده: در {digits(SHOWN_DAYS)} روز گذشته به امینی گفته شد از کیست؛ نک. `viewer.openings`.",
    )
    TOKEN = (
        "TOKEN",
        f"Token: It ends within {ENDS_SOON_DAYS} days, or its maker edits no more; rotate. Editors see it.",
        f"توکن: تا {digits(ENDS_SOON_DAYS)} روز دیگر پایان می‌یابد یا سازنده‌اش دیگر ویرایشگر نیست؛ بچرخانیدش.",
    )
    WEBHOOK = (
        "WEBHOOK",
        f"Webhook: It failed for {MAXIMUM_FAILING_DAYS} days and is disabled; mend it. Editors see it.",
        f"وب‌هوک: {digits(MAXIMUM_FAILING_DAYS)} روز ناموفق بود و خاموش شد؛ درستش کنید. ویرایشگران می‌بینند.",
    )
    ACTION = (
        "ACTION",
        f"Action: What yours does for a group, overdue or due within {MAXIMUM_DAYS_AHEAD:,} days.",
        f"اقدام: کاری از شما برای کارگروه که سررسیدش گذشته یا تا {digits(MAXIMUM_DAYS_AHEAD)} روز دیگر است.",
    )


WAITING = Shape(
    "Waiting",
    (
        choice(
            "kind",
            WaitingKind,
            "Kind: What is to be done.",
            "گونه: چه باید کرد.",
            required=True,
        ),
        Nested(
            "record",
            "Subject",
            required=False,
            words=Words(
                "Record: What it is to be done with; null for a token or a webhook, which are no records.",
                "رکورد: با چه باید کرد؛ برای توکن و وب‌هوک که رکورد نیستند null.",
            ),
        ),
        moment(
            "since",
            "Since: When the record last changed, the token was made, the webhook was disabled or the author"
            " opened.",
            "از: رکورد آخرین بار کی تغییر کرد، توکن کی ساخته، وب‌هوک کی خاموش یا نویسنده کی باز شد.",
            required=True,
        ),
        day(
            "dueOn",
            "Due on: The last day for it; null where there is none.",
            "سررسید: واپسین روز آن؛ اگر روزی ندارد null.",
            days=PLANNED,
        ),
    ),
    Words(
        "What waits: Something that waits for your organization.",
        "کار مانده: آنچه در انتظار سازمان شماست.",
    ),
)
