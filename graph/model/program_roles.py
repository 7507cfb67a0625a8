"""Roles in programs: the claim that another organization has a part in a program, until it has confirmed."""

from graph.model.common import CLAIM, REFUSAL, claim_status
from graph.model.declare import back, link, move, record, those
from graph.model.life import By, Life
from graph.model.members import Access
from graph.model.programs import INVOLVEMENT
from graph.model.sides import Side
from graph.model.words import Choice


class ProgramRoleStatus(
    Choice,
    en="Status of a role in a program: Whether the organization that is named has confirmed it.",
    fa="وضعیت نقش در برنامه: آیا سازمان نام‌برده آن را تأیید کرده است.",
):
    CLAIMED = (
        "CLAIMED",
        "Claimed: The publisher of the program says so, and the other has not answered.",
        "اظهارشده: ناشر برنامه چنین می‌گوید و دیگری پاسخ نداده است.",
    )
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: It stands among the program's organizations.",
        "تأییدشده: در میان سازمان‌های برنامه آمده است.",
    )
    REFUSED = (
        "REFUSED",
        "Refused: The organization does not have this part, or no longer; it need not say why.",
        "ردشده: سازمان چنین نقشی ندارد یا دیگر ندارد؛ لازم نیست دلیلی بگوید.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The publisher no longer names it.",
        "پس‌گرفته: ناشر دیگر نامش را نمی‌برد.",
    )


CLAIMED, CONFIRMED = ProgramRoleStatus.CLAIMED, ProgramRoleStatus.CONFIRMED
REFUSED = ProgramRoleStatus.REFUSED

LIFE = Life(
    ProgramRoleStatus,
    (
        move(
            "confirmProgramRole",
            ("PROGRAM_ROLE_CONFIRMED", "Role in a program confirmed", "تأیید نقش در برنامه"),
            "Confirm a role: Say that your organization has this part in the program.",
            "تأیید نقش: بگویید سازمان شما در برنامه همین نقش را دارد.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(CLAIMED, REFUSED),
            end=CONFIRMED,
        ),
        move(
            "refuseProgramRole",
            ("PROGRAM_ROLE_REFUSED", "Role in a program refused", "رد نقش در برنامه"),
            "Refuse a role: Say that your organization has no such part, or no longer;"
            " with a reason or without.",
            "رد نقش: بگویید سازمان شما چنین نقشی ندارد یا دیگر ندارد؛ با دلیل یا بی آن.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(CLAIMED, CONFIRMED),
            end=REFUSED,
        ),
    ),
)

PROGRAM_ROLE_CLAIM = record(
    "ProgramRoleClaim",
    "prc",
    "Claim of a role in a program: An organization that the publisher of a program names, and is asked.",
    "اظهار نقش در برنامه: سازمانی که ناشر برنامه نامش را می‌برد و از آن پرسیده می‌شود.",
    plural=("programRoleClaims", "Claims of roles in programs", "اظهارهای نقش در برنامه"),
    access=Access.ASKED,
    parent="program",
    common=CLAIM,
    life=LIFE,
    members=(
        claim_status(ProgramRoleStatus),
        *INVOLVEMENT,
        REFUSAL,
        link(
            "program",
            "NAMED_IN",
            "Program",
            "Program: The one it is said to have a part in; null where it is closed to you.",
            "برنامه: برنامه‌ای که گفته شده در آن نقشی دارد؛ اگر بر شما بسته است null.",
            back=those(
                "Whom its publisher names and asks; read by the publisher, and by each that is named.",
                "آن‌ها که ناشر نام برده و از آنان پرسیده است؛ ناشر همه را و هر سازمان تنها خود را می‌بیند.",
            ),
        ),
        link(
            "organization",
            "NAMES",
            "Organization",
            "Organization: The one that is named, and asked.",
            "سازمان: سازمانی که نامش آمده و از آن پرسیده می‌شود.",
            required=True,
            back=back(
                "askedProgramRoles",
                "Roles in programs it is asked about: Those `CLAIMED` wait for its word.",
                "نقش‌هایی در برنامه‌ها که از آن پرسیده‌اند: آن‌ها که `CLAIMED` هستند چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
    ),
)

AREA = (PROGRAM_ROLE_CLAIM,)
