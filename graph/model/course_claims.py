"""What a provider says of others about its course, until they have confirmed it: who pays, who certifies.

Both live alike: claimed by the provider, confirmed or refused by the one that is named. What is confirmed
stands on the course itself.
"""

from graph.model.common import CLAIM, REFUSAL, claim_status
from graph.model.courses import SHARE
from graph.model.declare import ONCE, OPTIONAL, back, link, move, record, text, those
from graph.model.life import Also, Blank, By, Life
from graph.model.members import Access, Edge
from graph.model.sides import Side
from graph.model.words import Choice


class CourseClaimStatus(
    Choice,
    en="Status of a claim about a course: Whether the organization that is named has confirmed it.",
    fa="وضعیت اظهار دربارهٔ دوره: آیا سازمان نام‌برده آن را تأیید کرده است.",
):
    CLAIMED = (
        "CLAIMED",
        "Claimed: The provider says so, and the other has not answered.",
        "اظهارشده: آموزش‌دهنده چنین می‌گوید و دیگری پاسخ نداده است.",
    )
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: The other says so too, and it stands on the course.",
        "تأییدشده: دیگری هم چنین می‌گوید و بر دوره نوشته شده است.",
    )
    REFUSED = (
        "REFUSED",
        "Refused: The other says that it is not so; it need not say why.",
        "ردشده: دیگری می‌گوید چنین نیست؛ لازم نیست دلیلی بگوید.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The provider has taken it back, and it no longer stands.",
        "پس‌گرفته: آموزش‌دهنده آن را پس گرفته و دیگر برقرار نیست.",
    )


CLAIMED, CONFIRMED = CourseClaimStatus.CLAIMED, CourseClaimStatus.CONFIRMED
REFUSED, WITHDRAWN = CourseClaimStatus.REFUSED, CourseClaimStatus.WITHDRAWN


def _life(*refusable: CourseClaimStatus) -> Blank:
    """The life of a claim that can be refused from these states."""
    return Blank(
        Life(
            CourseClaimStatus,
            (
                move(
                    "claim«Label»",
                    ("«LABEL»_CLAIMED", "«» claimed", "اظهار «»"),
                    "Claim: Put down «a» of your course, which the other organization is asked to confirm.",
                    "اظهار: «» دورهٔ خود را بنویسید؛ از سازمان دیگر خواسته می‌شود آن را تأیید کند.",
                    by=By.SIDE,
                    sides=(Side.PROVIDER,),
                    end=CLAIMED,
                    gives=(
                        "Claim: Read by your organization and the other alone, until it is confirmed.",
                        "اظهار: تا تأیید نشده تنها سازمان شما و سازمان دیگر آن را می‌خوانند.",
                    ),
                ),
                move(
                    "confirm«Label»",
                    ("«LABEL»_CONFIRMED", "«» confirmed", "تأیید «»"),
                    "Confirm: Say for your organization that it is so; from now on it stands on the course.",
                    "تأیید: از سوی سازمان خود بگویید چنین است؛ از این پس بر دوره نوشته می‌شود.",
                    by=By.SIDE,
                    sides=(Side.ASKED,),
                    start=(CLAIMED, REFUSED),
                    end=CONFIRMED,
                ),
                move(
                    "refuse«Label»",
                    ("«LABEL»_REFUSED", "«» refused", "رد «»"),
                    "Refuse: Say for your organization that it is not so; with a reason or without.",
                    "رد: از سوی سازمان خود بگویید چنین نیست؛ با دلیل یا بی آن.",
                    by=By.SIDE,
                    sides=(Side.ASKED,),
                    start=refusable,
                    end=REFUSED,
                ),
                move(
                    "withdraw«Label»",
                    ("«LABEL»_WITHDRAWN", "«» withdrawn", "پس گرفتن «»"),
                    "Withdraw: Take back what you have claimed of your course, confirmed or not.",
                    "پس گرفتن: آنچه را دربارهٔ دورهٔ خود اظهار کرده‌اید پس بگیرید، تأییدشده یا نه.",
                    by=By.SIDE,
                    sides=(Side.CLAIMANT,),
                    also=Also(By.ADMINISTRATOR),
                    start=(CLAIMED, CONFIRMED, REFUSED),
                    end=WITHDRAWN,
                    already="ALREADY_WITHDRAWN",
                ),
            ),
        )
    )


_STATUS = claim_status(CourseClaimStatus)
_NOTE = text(
    "note",
    "Note: What the other should know before it answers.",
    "یادداشت: آنچه سازمان دیگر پیش از پاسخ باید بداند.",
    OPTIONAL,
    long=True,
)


def _course(back_en: str, back_fa: str) -> Edge:
    return link(
        "course",
        "CLAIMED_OF",
        "Course",
        "Course: The course of the provider that it is about; null where it is closed to you.",
        "دوره: دوره‌ای از آموزش‌دهنده که این دربارهٔ آن است؛ اگر بر شما بسته است null.",
        ONCE,
        back=those(back_en, back_fa),
    )


COST_SHARE = record(
    "CostShare",
    "cos",
    "Cost share: The share of a course's price that another organization pays, once it has confirmed.",
    "سهم شهریه: سهمی از شهریهٔ دوره که سازمانی دیگر، اگر تأیید کند، می‌پردازد.",
    plural=("costShares", "Cost shares", "سهم‌های شهریه"),
    access=Access.ASKED,
    parent="course",
    common=CLAIM,
    life=_life(CLAIMED),  # Who has said that it pays does not go back on it alone.
    members=(
        _STATUS,
        *SHARE,
        _NOTE,
        REFUSAL,
        _course(
            "What others are asked to pay; read by the provider, and each by its payer.",
            "آنچه از دیگران خواسته شده بپردازند؛ آموزش‌دهنده همه را و هر پرداخت‌کننده سهم خود را می‌بیند.",
        ),
        link(
            "payer",
            "ASKED_TO_PAY",
            "Organization",
            "Payer: The organization that is asked to pay it.",
            "پرداخت‌کننده: سازمانی که از آن خواسته شده بپردازد.",
            ONCE,
            back=back(
                "askedCostShares",
                "Cost shares it is asked for: Those `CLAIMED` wait for its word.",
                "سهم‌هایی که از آن خواسته‌اند: آن‌ها که `CLAIMED` هستند چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
    ),
)

COURSE_QUALIFICATION = record(
    "CourseQualification",
    "coq",
    "Qualification of a course: That a course leads to a qualification, once its issuer has confirmed.",
    "گواهینامهٔ دوره: این‌که دوره به گواهینامه‌ای می‌رسد، اگر صادرکننده تأیید کند.",
    plural=("courseQualifications", "Qualifications of courses", "گواهینامه‌های دوره‌ها"),
    access=Access.ASKED,
    parent="course",
    common=CLAIM,
    life=_life(CLAIMED, CONFIRMED),  # An issuer no longer stands for a course that has changed.
    members=(
        _STATUS,
        _NOTE,
        REFUSAL,
        _course(
            "The qualifications it is said to lead to; read by the provider, and each by its issuer.",
            "گواهینامه‌هایی که گفته شده به آن‌ها می‌رسد؛ آموزش‌دهنده همه را و هر صادرکننده از آنِ خود را می‌بیند.",
        ),
        link(
            "qualification",
            "CLAIMS",
            "Qualification",
            "Qualification: The one the course is said to lead to.",
            "گواهینامه: گواهینامه‌ای که گفته شده دوره به آن می‌رسد.",
            ONCE,
            back=back(
                "claimedCourses",
                "Claims of courses: Those said to lead to it, as far as you are a side of the claim.",
                "اظهارهای دوره‌ها: آن‌ها که گفته شده به آن می‌رسند، تا جایی که خود در آن طرف هستید.",
            ),
        ),
        link(
            "issuer",
            "ASKS_ISSUER",
            "Organization",
            "Issuer: The organization that issues the qualification, and is asked.",
            "صادرکننده: سازمانی که گواهینامه را صادر می‌کند و از آن پرسیده می‌شود.",
            required=True,
            back=back(
                "askedCourseQualifications",
                "Courses it is asked to certify: Those `CLAIMED` wait for its word.",
                "دوره‌هایی که تأییدش را می‌خواهند: آن‌ها که `CLAIMED` هستند چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
    ),
)

AREA = (COST_SHARE, COURSE_QUALIFICATION)
