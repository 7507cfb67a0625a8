"""Meetings of working groups: when and where, what was on the agenda, who was there, the minutes."""

from graph.model.common import CHANGES, INTERNAL, SOURCE, VERSIONED
from graph.model.common import Visibility as Readers
from graph.model.days import PLANNED as PLANNED_DAYS
from graph.model.declare import (
    BODY,
    IN,
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    files,
    link,
    links,
    move,
    part,
    record,
    row,
    rows,
    text,
    those,
    web,
    whole,
)
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice


class MeetingStatus(
    Choice,
    en="Status: Whether a meeting is still to come, was held, or was cancelled.",
    fa="وضعیت: جلسه در پیش است، برگزار شده یا لغو شده.",
):
    PLANNED = "PLANNED", "Planned: It is still to come.", "در پیش: هنوز برگزار نشده است."
    HELD = "HELD", "Held: It took place.", "برگزارشده: برگزار شد."
    CANCELLED = (
        "CANCELLED",
        "Cancelled: It does not take place, and did not.",
        "لغوشده: برگزار نمی‌شود و نشد.",
    )


PLANNED, HELD, CANCELLED = MeetingStatus.PLANNED, MeetingStatus.HELD, MeetingStatus.CANCELLED
_SECRETARIAT = Also(By.ADMINISTRATOR)

LIFE = Life(
    MeetingStatus,
    (
        move(
            "planMeeting",
            ("MEETING_PLANNED", "Meeting planned", "برنامه‌ریزی جلسه"),
            "Plan: Set a meeting of a working group that you run.",
            "برنامه‌ریزی: برای کارگروهی که اداره می‌کنید جلسه بگذارید.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            end=PLANNED,
            gives=(
                "Meeting: When and where a working group meets, and about what.",
                "جلسه: کارگروه کی و کجا و دربارهٔ چه جلسه دارد.",
            ),
        ),
        move(
            "editMeeting",
            ("MEETING_EDITED", "Meeting edited", "ویرایش جلسه"),
            "Edit: Change day, place, agenda or readers of a meeting.",
            "ویرایش: روز، جا، دستور جلسه یا خوانندگان جلسه را تغییر دهید.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(PLANNED, HELD),
            gives=CHANGES,
        ),
        move(
            "holdMeeting",
            ("MEETING_HELD", "Meeting held", "برگزاری جلسه"),
            "Hold: Say that it took place, on its day; with who was there and the minutes, at once or later.",
            "برگزاری: بگویید در روز خود برگزار شد؛ با حاضران و صورت‌جلسه، همان‌گاه یا بعد.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(PLANNED,),
            end=HELD,
        ),
        move(
            "recordMinutes",
            ("MINUTES_RECORDED", "Minutes recorded", "ثبت صورت‌جلسه"),
            "Record the minutes: Put down, or put right, the minutes of a meeting and who was there.",
            "ثبت صورت‌جلسه: صورت‌جلسه و حاضران را بنویسید یا درست کنید.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(HELD,),
        ),
        move(
            "cancelMeeting",
            ("MEETING_CANCELLED", "Meeting cancelled", "لغو جلسه"),
            "Cancel: Say that it does not take place, and why; also where it was wrongly recorded as held and"
            " nothing was decided there.",
            "لغو: بگویید برگزار نمی‌شود، و چرا؛ نیز اگر به‌اشتباه برگزارشده ثبت شده و در آن مصوبه‌ای نبوده.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(PLANNED, HELD),
            end=CANCELLED,
        ),
        move(
            "denyAttendance",
            ("ATTENDANCE_DENIED", "Attendance denied", "رد حضور در جلسه"),
            "Deny: Say that your organization was not there, as it is told; it is taken off the list.",
            "رد حضور: بگویید سازمان شما، آن‌گونه که آمده، در جلسه نبوده است؛ از فهرست برداشته می‌شود.",
            by=By.SIDE,
            sides=(Side.ATTENDANT,),
            start=(HELD,),
        ),
    ),
)

PEOPLE = whole(
    "people",
    "People: How many came from it; null where that is not told.",
    "شمار حاضران: چند نفر از آن آمدند؛ اگر گفته نشده null.",
    OPTIONAL,
)

AGENDA_ITEM = part(
    "AgendaItem",
    "Item of an agenda: One thing that a meeting is about.",
    "بند دستور جلسه: یکی از چیزهایی که جلسه دربارهٔ آن است.",
    (
        text("title", "Title: What it is about.", "عنوان: دربارهٔ چیست.", REQUIRED),
        text(
            "note",
            "Note: What is to be prepared or was said about it; null where nothing is.",
            "یادداشت: چه باید آماده شود یا دربارهٔ آن چه گفته شد؛ اگر نباشد null.",
            OPTIONAL,
            long=True,
        ),
    ),
)

MEETING = record(
    "Meeting",
    "mee",
    "Meeting: A meeting of a working group, planned or held, with its agenda and minutes.",
    "جلسه: جلسهٔ یک کارگروه، در پیش یا برگزارشده، با دستور جلسه و صورت‌جلسه.",
    plural=("meetings", "Meetings", "جلسه‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    order=(("day", False),),
    members=(
        text(
            "title",
            "Title: What it is called, e.g. third meeting.",
            "عنوان: نام آن، مانند جلسهٔ سوم.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        choice(
            "status",
            MeetingStatus,
            "Status: Planned, held or cancelled.",
            "وضعیت: در پیش، برگزارشده یا لغوشده.",
            required=True,
        ),
        choice(
            "visibility",
            Readers,
            "Visibility: Who reads it beside the members of its group; with `ORGANIZATION` they alone.",
            "دیدپذیری: جز اعضای کارگروه چه کسی آن را می‌خواند؛ با `ORGANIZATION` تنها همان‌ها.",
            REQUIRED,
            default=Readers.ORGANIZATION,
        ),
        day(
            "day", "Day: The day it is held on.", "روز: در چه روزی برگزار می‌شود.", REQUIRED, days=PLANNED_DAYS
        ),
        text(
            "startTime",
            "Start: The hour and minute it begins, there where it is held, as `14:30`; null where only the"
            " day is told.",
            "ساعت آغاز: ساعت و دقیقهٔ آغاز به وقت محل برگزاری، مانند `14:30`؛ اگر تنها روز گفته شده null.",
            OPTIONAL,
        ),
        text(
            "place",
            "Place: Where it is held; null where it is online only, or not told.",
            "جا: کجا برگزار می‌شود؛ اگر تنها برخط است یا گفته نشده null.",
            OPTIONAL,
        ),
        web(
            "onlineUrl",
            "Web address: Where it is joined online; null where it is not online.",
            "نشانی وب: از کجا برخط به آن می‌پیوندند؛ اگر برخط نیست null.",
            OPTIONAL,
        ),
        text(
            "minutes",
            "Minutes: What was said and agreed; only of a meeting that was held.",
            "صورت‌جلسه: چه گفته شد و بر چه توافق شد؛ تنها برای جلسهٔ برگزارشده.",
            NEVER,
            long=True,
            searched=BODY,
        ),
        web(
            "minutesUrl",
            "Web address of the minutes: Where they can be read; null where they are not on the web.",
            "نشانی وب صورت‌جلسه: کجا می‌توان آن را خواند؛ اگر در وب نیست null.",
            NEVER,
        ),
        text(
            "cancelReason",
            "Reason of the cancellation: Why it did not take place; null where it did.",
            "دلیل لغو: چرا برگزار نشد؛ اگر لغو نشده null.",
            long=True,
        ),
        *SOURCE,
        link(
            "group",
            "HAS_MEETING",
            "WorkingGroup",
            "Working group: Whose meeting it is; null where the group is closed to you.",
            "کارگروه: جلسهٔ کدام کارگروه است؛ اگر بر شما بسته است null.",
            ONCE,
            direction=IN,
            back=those("Those of it, the latest first.", "آن‌ها که از آنِ این کارگروه‌اند، نخست تازه‌ترین."),
        ),
        links(
            "agenda",
            "HAS_AGENDA_ITEM",
            "AgendaItem",
            "Agenda: What it is about, in order.",
            "دستور جلسه: دربارهٔ چیست، به ترتیب.",
            OPTIONAL,
        ),
        rows(
            "attendance",
            "ATTENDED_BY",
            "Organization",
            "Attendance: The organizations of its group that were there; only of a meeting that was held.",
            "حاضران: سازمان‌هایی از کارگروه که حاضر بودند؛ تنها برای جلسهٔ برگزارشده.",
            properties=(PEOPLE,),
            row=row(
                "Attendance",
                "Attendance: An organization that was at a meeting, and with how many people.",
                "حاضران: سازمانی که در جلسه حاضر بود، و با چند نفر.",
            ),
            back=back(
                "meetingsAttended",
                "Meetings attended: Those of its working groups where it was present.",
                "جلسه‌هایی که در آن‌ها حضور داشته: جلسه‌های کارگروه‌هایش که در آن‌ها حاضر بوده است.",
                row=row(
                    "AttendedMeeting",
                    "Attended meetings: A meeting where an organization was present, with how many people.",
                    "جلسه‌های یک سازمان: جلسه‌ای که سازمان در آن حاضر بود، و با چند نفر.",
                ),
            ),
        ),
        links(
            "attendanceDenied",
            "ATTENDANCE_DENIED_BY",
            "Organization",
            "Attendance denied: The organizations that say they were not there, as it was told.",
            "حضورهای ردشده: سازمان‌هایی که می‌گویند آن‌گونه که آمده بود حاضر نبوده‌اند.",
            back=back(
                "attendanceDenied",
                "Attendance denied: The meetings where it says that it was not present.",
                "حضورهای ردشده: جلسه‌هایی که می‌گوید در آن‌ها حاضر نبوده است.",
            ),
        ),
        files(),
    ),
)

AREA = (MEETING, AGENDA_ITEM)
