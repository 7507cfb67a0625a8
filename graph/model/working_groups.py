"""Working groups of a network or a partnership: what for, where, and who sits in them."""

from graph.model.common import CHANGES, INTERNAL, REGION, SOURCE, VERSIONED
from graph.model.common import Visibility as Readers
from graph.model.days import PLANNED as PLANNED_DAYS
from graph.model.declare import (
    BODY,
    IN,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    move,
    record,
    row,
    rows,
    text,
    those,
)
from graph.model.life import Also, By, Life
from graph.model.nodes import Union
from graph.model.sides import Side
from graph.model.words import Choice, Words


class GroupStatus(
    Choice,
    en="Status: Where a working group stands, from its proposal to its end.",
    fa="وضعیت: کارگروه در چه مرحله‌ای است، از پیشنهاد تا پایان.",
):
    PROPOSED = (
        "PROPOSED",
        "Proposed: Written, and not begun; read by those of its network or partnership alone.",
        "پیشنهادشده: نوشته شده و آغاز نشده؛ تنها صاحبان شبکه یا طرف‌های مشارکت آن را می‌خوانند.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: A proposal that was taken back or turned down.",
        "پس‌گرفته: پیشنهادی که پس گرفته یا پذیرفته نشد.",
    )
    ACTIVE = (
        "ACTIVE",
        "Active: It meets and decides.",
        "فعال: جلسه می‌گذارد و تصمیم می‌گیرد.",
    )
    ENDED = (
        "ENDED",
        "Ended: Its work is over; what it did stays.",
        "پایان‌یافته: کارش به سر رسیده و آنچه کرده می‌ماند.",
    )


PROPOSED, ACTIVE = GroupStatus.PROPOSED, GroupStatus.ACTIVE
ENDED, WITHDRAWN = GroupStatus.ENDED, GroupStatus.WITHDRAWN


class GroupLevel(
    Choice,
    en="Level: How far a working group reaches.",
    fa="سطح: دامنهٔ کار کارگروه تا کجاست.",
):
    NATIONAL = "NATIONAL", "National: For the whole country.", "ملی: برای سراسر کشور."
    PROVINCIAL = "PROVINCIAL", "Provincial: For a province.", "استانی: برای یک استان."


class SeatRole(
    Choice,
    en="Role: What an organization does in a working group.",
    fa="نقش: سازمان در کارگروه چه می‌کند.",
):
    CHAIR = (
        "CHAIR",
        "Chair: Leads the group, and keeps its meetings, decisions and actions.",
        "رئیس: کارگروه را اداره می‌کند و جلسه‌ها، مصوبه‌ها و اقدام‌هایش را ثبت می‌کند.",
    )
    SECRETARY = (
        "SECRETARY",
        "Secretary: Keeps its meetings, decisions and actions.",
        "دبیر: جلسه‌ها، مصوبه‌ها و اقدام‌های کارگروه را ثبت می‌کند.",
    )
    MEMBER = (
        "MEMBER",
        "Member: Takes part, proposes decisions and votes.",
        "عضو: همراه کارگروه است، مصوبه پیشنهاد می‌دهد و رأی می‌دهد.",
    )


SEAT = (
    choice(
        "role",
        SeatRole,
        "Role: Chair, secretary or member.",
        "نقش: رئیس، دبیر یا عضو.",
        REQUIRED,
    ),
    day(
        "since",
        "Since: From which day; null where that is not told.",
        "از: از چه روزی؛ اگر گفته نشده null.",
        OPTIONAL,
        days=PLANNED_DAYS,
        sortable=False,
    ),
    day(
        "until",
        "Until: To which day; null where no end is agreed.",
        "تا: تا چه روزی؛ اگر پایانی قرار نگذاشته‌اند null.",
        OPTIONAL,
        days=PLANNED_DAYS,
        from_="since",
        sortable=False,
    ),
)
"""What is said of a seat: its role and its days."""

_SECRETARIAT = Also(By.ADMINISTRATOR)

LIFE = Life(
    GroupStatus,
    (
        move(
            "proposeWorkingGroup",
            ("WORKING_GROUP_PROPOSED", "Working group proposed", "پیشنهاد کارگروه"),
            "Propose: Write down a working group of your network, or of a partnership you are a party to.",
            "پیشنهاد: کارگروهی برای شبکهٔ خود یا مشارکتی که طرف آن هستید بنویسید.",
            by=By.SIDE,
            sides=(Side.BODY,),
            also=_SECRETARIAT,
            end=PROPOSED,
            gives=(
                "Proposal: A working group, read by its network or the parties until it is approved.",
                "پیشنهاد: کارگروهی که تا تأیید نشده تنها شبکه یا طرف‌های مشارکت می‌خوانند.",
            ),
        ),
        move(
            "editWorkingGroup",
            ("WORKING_GROUP_EDITED", "Working group edited", "ویرایش کارگروه"),
            "Edit: Change a working group. One that the parties of a partnership have agreed on stays as it"
            " is: end it and propose another.",
            "ویرایش: کارگروه را تغییر دهید. کارگروهی که طرف‌های مشارکت بر آن توافق کرده‌اند همان می‌ماند:"
            " پایانش دهید و دیگری پیشنهاد کنید.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(PROPOSED, ACTIVE),
            gives=CHANGES,
        ),
        move(
            "approveWorkingGroup",
            ("WORKING_GROUP_APPROVED", "Working group approved", "تأیید کارگروه"),
            "Approve: Let it begin: in a network its owner does, in a partnership a party that did not"
            " propose it.",
            "تأیید: بگذارید آغاز شود: در شبکه صاحب آن، و در مشارکت طرفی که پیشنهادش نداده است.",
            by=By.SIDE,
            sides=(Side.BODY,),
            also=_SECRETARIAT,
            start=(PROPOSED,),
            end=ACTIVE,
        ),
        move(
            "withdrawWorkingGroup",
            ("WORKING_GROUP_WITHDRAWN", "Proposed working group withdrawn", "پس گرفتن پیشنهاد کارگروه"),
            "Withdraw: Take a proposed working group back, or turn it down as another party.",
            "پس گرفتن: پیشنهاد کارگروه را پس بگیرید، یا در جای طرف دیگر نپذیرید.",
            by=By.SIDE,
            sides=(Side.BODY,),
            also=_SECRETARIAT,
            start=(PROPOSED,),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
            input="WithdrawInput",
        ),
        move(
            "endWorkingGroup",
            ("WORKING_GROUP_ENDED", "Working group ended", "پایان کارگروه"),
            "End: Say that its work is over, and why; it is shown as your word.",
            "پایان: بگویید کارش به سر رسیده، و چرا؛ به نام شما نشان داده می‌شود.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(ACTIVE,),
            end=ENDED,
        ),
    ),
)

GROUP_BODY = Union(
    "GroupBody",
    ("Partnership", "Network"),
    Words(
        "Whose group: The network or the partnership that a working group belongs to.",
        "صاحب کارگروه: شبکه یا مشارکتی که کارگروه از آن است.",
    ),
)

WORKING_GROUP = record(
    "WorkingGroup",
    "wgr",
    "Working group: Organizations of a network or a partnership that work on one matter together.",
    "کارگروه: سازمان‌هایی از یک شبکه یا مشارکت که با هم روی یک موضوع کار می‌کنند.",
    plural=("workingGroups", "Working groups", "کارگروه‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        text(
            "title",
            "Title: What it is called.",
            "عنوان: نام آن.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        choice(
            "level",
            GroupLevel,
            "Level: National or provincial.",
            "سطح: ملی یا استانی.",
            REQUIRED,
        ),
        text(
            "purpose",
            "Purpose: What it is for, in a few sentences.",
            "هدف: برای چه تشکیل شده است، در چند جمله.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        choice(
            "status",
            GroupStatus,
            "Status: Proposed, withdrawn, active or ended.",
            "وضعیت: پیشنهادشده، پس‌گرفته، فعال یا پایان‌یافته.",
            required=True,
        ),
        choice(
            "visibility",
            Readers,
            "Visibility: Who reads it once it is approved, beside those who sit in it; with `ORGANIZATION`"
            " they alone.",
            "دیدپذیری: پس از تأیید، جز آنان که در آن کرسی دارند چه کسی آن را می‌خواند؛ با"
            " `ORGANIZATION` تنها همان‌ها.",
            REQUIRED,
            default=Readers.MEMBERS,
        ),
        day(
            "since",
            "Since: The first day of its work; null where that is not told.",
            "از: نخستین روز کار آن؛ اگر گفته نشده null.",
            OPTIONAL,
            days=PLANNED_DAYS,
        ),
        day(
            "until",
            "Until: The last day of its work, agreed or past; null where there is none.",
            "تا: واپسین روز کار آن، قرارگذاشته یا گذشته؛ اگر نباشد null.",
            OPTIONAL,
            days=PLANNED_DAYS,
            from_="since",
        ),
        *SOURCE,
        text(
            "endReason",
            "Reason of the end: Why it ended, as the one that ended it says; null until then.",
            "دلیل پایان: چرا به پایان رسید، به گفتهٔ پایان‌دهنده؛ تا آن هنگام null.",
            long=True,
        ),
        link(
            "body",
            "HAS_WORKING_GROUP",
            "GroupBody",
            "Whose: The network or the partnership it belongs to; null where that is closed to you.",
            "از آنِ: شبکه یا مشارکتی که از آن است؛ اگر بر شما بسته است null.",
            ONCE,
            direction=IN,
            back=those("Those of it, past ones too.", "آن‌ها که از آنِ این‌اند، گذشته‌ها هم."),
        ),
        REGION,
        rows(
            "members",
            "HAS_GROUP_MEMBER",
            "Organization",
            "Members: The organizations that sit in it and have confirmed it, each in its role.",
            "اعضا: سازمان‌هایی که در آن کرسی دارند و تأیید کرده‌اند، هر یک با نقش خود.",
            properties=SEAT,
            row=row(
                "GroupMember",
                "Members of a working group: An organization that sits in it, with its role and days.",
                "اعضای کارگروه: سازمانی که در آن کرسی دارد، با نقش و روزهای آن.",
            ),
            back=back(
                "workingGroups",
                "Working groups: Those it sits in, as it has confirmed; ended groups too.",
                "کارگروه‌ها: آن‌ها که در آن کرسی دارد و تأیید کرده است؛ کارگروه‌های پایان‌یافته هم.",
                row=row(
                    "OrganizationWorkingGroup",
                    "An organization's working groups: A working group it sits in, with its role and days.",
                    "کارگروه‌های یک سازمان: کارگروهی که سازمان در آن کرسی دارد، با نقش و روزهای آن.",
                ),
            ),
        ),
        link(
            "proposedBy",
            "PROPOSED_BY",
            "Organization",
            "Proposed by: The organization that wrote it; null where the secretariat did.",
            "پیشنهاددهنده: سازمانی که آن را نوشت؛ اگر دبیرخانه نوشته null.",
            back=back(
                "workingGroupsProposed",
                "Working groups proposed: Those that it has proposed.",
                "کارگروه‌های پیشنهادی: آن‌ها که پیشنهاد داده است.",
            ),
        ),
        link(
            "endedBy",
            "ENDED_BY",
            "Organization",
            "Ended by: The organization that ended it; null where the secretariat did, and until then.",
            "پایان‌دهنده: سازمانی که پایانش داد؛ اگر دبیرخانه پایان داده، و تا آن هنگام، null.",
            back=back(
                "workingGroupsEnded",
                "Working groups ended: Those that it has ended.",
                "کارگروه‌های پایان‌داده: آن‌ها که پایان داده است.",
            ),
        ),
    ),
)

AREA = (WORKING_GROUP, GROUP_BODY)
