"""What can stand against a change of working groups, their seats, meetings, decisions and actions."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Working groups",
    "کارگروه‌ها",
    "Working groups, who sits in them, their meetings, decisions and actions.",
    (
        Entry(
            "GROUP_AGREED_ON",
            "طرف‌های مشارکت بر این کارگروه توافق کرده‌اند و یکی به‌تنهایی آن را عوض نمی‌کند. پایانش دهید"
            " و کارگروه دیگری پیشنهاد کنید.",
            "The parties of a partnership have agreed on this working group, and one alone cannot change it."
            " End it, and propose another.",
        ),
        Entry(
            "OWN_PROPOSAL",
            "این پیشنهاد خود شماست. تأیید آن با سازمان دیگری از کارگروه است.",
            "This is your own proposal. Another organization of the group has to approve it.",
        ),
        Entry(
            "SEAT_EXISTS",
            "این سازمان در کارگروه کرسی دارد یا از آن خواسته‌اند. نخست آن کرسی را پایان دهید یا پس بگیرید.",
            "The organization sits in this working group, or is asked to. End or withdraw that seat first.",
        ),
        Entry(
            "NOT_FOR_PARTNERS",
            "آنچه از کارگروه است برای «شریکان» منتشر نمی‌شود، چون شریکان همهٔ اعضا آن را می‌خواندند."
            " ORGANIZATION، MEMBERS یا PUBLIC را برگزینید.",
            "What is of a working group is not for partners: those of each of its members would read it."
            " Choose ORGANIZATION, MEMBERS or PUBLIC.",
        ),
        Entry(
            "NOT_IN_GROUP",
            "این سازمان در آن روز در کارگروه کرسی نداشته یا دیگر عضو آن نیست. آن را بردارید، یا نخست کرسی‌اش"
            " را ثبت کنید.",
            "The organization did not sit in the working group on that day, or is no member any more. Leave"
            " it out, or record its seat first.",
        ),
        Entry(
            "ATTENDANCE_WAS_DENIED",
            "این سازمان گفته است که در این جلسه نبوده. آن را از فهرست حاضران بردارید.",
            "The organization has said that it was not at this meeting. Leave it out of the attendance.",
        ),
        Entry(
            "MEETING_TO_COME",
            "روز این جلسه {day} است و هنوز نرسیده. آن روز یا پس از آن ثبتش کنید، یا روزش را درست کنید.",
            "The day of this meeting is {day}, still to come. Record it on that day or later, or correct the"
            " day.",
        ),
        Entry(
            "TIME_FORM",
            "«{given}» ساعت نیست. ساعت و دقیقه را با دو رقم بنویسید، مانند 14:30.",
            "`{given}` is no time of day. Write hours and minutes with two digits each, e.g. 14:30.",
        ),
        Entry(
            "NUMBER_TAKEN",
            "مصوبهٔ دیگری از این کارگروه شمارهٔ {given} را دارد. شمارهٔ دیگری بدهید یا هیچ، تا شمارهٔ بعدی را"
            " بگیرد.",
            "Another decision of this working group has the number {given}. Give another, or none: it takes"
            " the next.",
        ),
        Entry(
            "MORE_VOTES_THAN_SEATS",
            "کارگروه در آن روز {seats} کرسی داشت و {given} رأی شمرده شده است. شمار رأی‌ها را درست کنید.",
            "The working group had {seats} seats on that day, and {given} votes are given. Correct them.",
        ),
    ),
)
