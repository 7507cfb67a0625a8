"""Seats in working groups: an organization is asked for a role, and sits there once it has confirmed."""

from graph.model.common import CHANGES, INTERNAL, VERSIONED
from graph.model.declare import ONCE, back, choice, link, move, record, text, those
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice
from graph.model.working_groups import SEAT


class GroupSeatStatus(
    Choice,
    en="Status of a seat: Whether the organization that is asked sits in the working group.",
    fa="وضعیت کرسی: آیا سازمانی که از آن خواسته شده در کارگروه کرسی دارد.",
):
    ASKED = (
        "ASKED",
        "Asked: The group asks it to sit there, and it has not answered.",
        "دعوت‌شده: کارگروه آن را دعوت کرده و هنوز پاسخ نداده است.",
    )
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: It sits there, and stands among the members.",
        "تأییدشده: در کارگروه کرسی دارد و در میان اعضا آمده است.",
    )
    REFUSED = (
        "REFUSED",
        "Refused: It does not want to sit there; it need not say why.",
        "ردشده: نمی‌خواهد در کارگروه باشد؛ لازم نیست دلیلی بگوید.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The group no longer asks.",
        "پس‌گرفته: کارگروه دعوت را پس گرفته است.",
    )
    ENDED = (
        "ENDED",
        "Ended: It sat there, and does no longer.",
        "پایان‌یافته: در کارگروه بود و دیگر نیست.",
    )


ASKED, CONFIRMED, REFUSED = GroupSeatStatus.ASKED, GroupSeatStatus.CONFIRMED, GroupSeatStatus.REFUSED
WITHDRAWN, ENDED = GroupSeatStatus.WITHDRAWN, GroupSeatStatus.ENDED
_SECRETARIAT = Also(By.ADMINISTRATOR)

LIFE = Life(
    GroupSeatStatus,
    (
        move(
            "askForGroupSeat",
            ("GROUP_SEAT_ASKED", "Seat in a working group asked for", "دعوت به عضویت در کارگروه"),
            "Ask: Ask an organization to sit in a working group that you run; your own sits there at once.",
            "دعوت: سازمانی را به عضویت کارگروهی که اداره می‌کنید دعوت کنید؛ سازمان خودتان بی‌درنگ عضو می‌شود.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            end=ASKED,
            gives=(
                "Seat: An organization in a role, which it confirms.",
                "کرسی: سازمانی در یک نقش، که خود آن را تأیید می‌کند.",
            ),
        ),
        move(
            "editGroupSeat",
            ("GROUP_SEAT_EDITED", "Seat in a working group edited", "ویرایش کرسی کارگروه"),
            "Edit: Change what is asked, as long as it waits for an answer.",
            "ویرایش: تا پاسخ نیامده، آنچه خواسته‌اید را تغییر دهید.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(ASKED,),
            gives=CHANGES,
        ),
        move(
            "confirmGroupSeat",
            ("GROUP_SEAT_CONFIRMED", "Seat in a working group confirmed", "تأیید عضویت در کارگروه"),
            "Confirm: Say, as the organization that is asked, that it sits there.",
            "تأیید: در جای سازمانی که از آن خواسته شده، عضویت را بپذیرید.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(ASKED, REFUSED),
            end=CONFIRMED,
        ),
        move(
            "refuseGroupSeat",
            ("GROUP_SEAT_REFUSED", "Seat in a working group refused", "رد عضویت در کارگروه"),
            "Refuse: Say no, as the organization that is asked; with a reason or without.",
            "رد: در جای سازمانی که از آن خواسته شده نپذیرید؛ با دلیل یا بی آن.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(ASKED,),
            end=REFUSED,
        ),
        move(
            "withdrawGroupSeat",
            ("GROUP_SEAT_WITHDRAWN", "Seat in a working group withdrawn", "پس گرفتن دعوت به کارگروه"),
            "Withdraw: No longer ask, before it was confirmed.",
            "پس گرفتن: پیش از تأیید، دعوت را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(ASKED, REFUSED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
            input="WithdrawInput",
        ),
        move(
            "endGroupSeat",
            ("GROUP_SEAT_ENDED", "Seat in a working group ended", "پایان عضویت در کارگروه"),
            "End: Leave a seat of yours, or end one of a group that you run; of another's, say why.",
            "پایان: از کرسی خود کنار بروید، یا به عضویتی در کارگروهی که اداره می‌کنید پایان دهید؛ اگر از"
            " دیگری است، دلیلش را بگویید.",
            by=By.SIDE,
            sides=(Side.MEMBER, Side.RUNNER),
            also=_SECRETARIAT,
            start=(CONFIRMED,),
            end=ENDED,
        ),
    ),
)

GROUP_SEAT = record(
    "GroupSeat",
    "gse",
    "Seat in a working group: An organization that is asked for a role there, and its answer.",
    "کرسی کارگروه: سازمانی که نقشی در کارگروه از آن خواسته شده، و پاسخ آن.",
    plural=("groupSeats", "Seats in working groups", "کرسی‌های کارگروه"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            GroupSeatStatus,
            "Status: Asked, confirmed, refused, withdrawn or ended.",
            "وضعیت: دعوت‌شده، تأییدشده، ردشده، پس‌گرفته یا پایان‌یافته.",
            required=True,
        ),
        *SEAT,
        text(
            "reason",
            "Reason: Why it was refused or ended; null where that is not told.",
            "دلیل: چرا رد شد یا پایان یافت؛ اگر گفته نشده null.",
            long=True,
        ),
        link(
            "group",
            "SEAT_IN",
            "WorkingGroup",
            "Working group: The one it is a seat in; null where it is closed to you.",
            "کارگروه: کارگروهی که این کرسی در آن است؛ اگر بر شما بسته است null.",
            ONCE,
            back=back(
                "seats",
                "Seats: Whom it has asked, and what they answered; read by those who run it, and each by"
                " the one that is asked.",
                "کرسی‌ها: از چه کسانی خواسته و چه پاسخ داده‌اند؛ ادارهٔ کارگروه همه را و هر سازمان تنها"
                " کرسی خود را می‌بیند.",
            ),
        ),
        link(
            "organization",
            "SEAT_OF",
            "Organization",
            "Organization: The one that is asked.",
            "سازمان: سازمانی که از آن خواسته شده است.",
            ONCE,
            back=those(
                "Those it is asked for, or has had: `ASKED` ones wait for its word.",
                "آن‌ها که از آن خواسته‌اند یا داشته است: `ASKED`ها چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
        link(
            "askedBy",
            "ASKED_BY",
            "Organization",
            "Asked by: The organization that asked; null where the secretariat did.",
            "دعوت‌کننده: سازمانی که دعوت کرد؛ اگر دبیرخانه دعوت کرده null.",
            back=back(
                "seatsAskedFor",
                "Seats asked for: Those in working groups that it has asked others for.",
                "عضویت‌هایی که به آن‌ها دعوت کرده است: کرسی‌های کارگروه که به دیگران پیشنهاد کرده است.",
            ),
        ),
    ),
)

AREA = (GROUP_SEAT,)
