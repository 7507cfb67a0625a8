"""Actions of working groups: who does what until when, as that organization accepts, and what came of it."""

from graph.model.common import CHANGES, INTERNAL, VERSIONED
from graph.model.common import Visibility as Readers
from graph.model.days import HAPPENED
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
    links,
    move,
    record,
    text,
    those,
    web,
)
from graph.model.life import Also, By, Life
from graph.model.members import Computed, Kind
from graph.model.sides import Side
from graph.model.words import Choice, Words


class ActionStatus(
    Choice,
    en="Status: Where an action stands, from the moment it is given to somebody.",
    fa="وضعیت: اقدام در چه مرحله‌ای است، از هنگامی که به کسی سپرده می‌شود.",
):
    ASSIGNED = (
        "ASSIGNED",
        "Assigned: Given to an organization that has not accepted it yet.",
        "سپرده‌شده: به سازمانی سپرده شده که هنوز نپذیرفته است.",
    )
    DECLINED = (
        "DECLINED",
        "Declined: That organization does not take it on.",
        "نپذیرفته: آن سازمان بر عهده نگرفت.",
    )
    OPEN = "OPEN", "Open: Accepted, and still to be done.", "باز: پذیرفته شده و هنوز باید انجام شود."
    DONE = (
        "DONE",
        "Done: It was done, as its owner says and shows.",
        "انجام‌شده: انجام شد، به گفته و با شاهد مسئول آن.",
    )
    DROPPED = (
        "DROPPED",
        "Dropped: It is no longer to be done; the reason stands beside it.",
        "کنارگذاشته: دیگر لازم نیست انجام شود؛ دلیلش در کنار آن آمده است.",
    )


ASSIGNED, DECLINED = ActionStatus.ASSIGNED, ActionStatus.DECLINED
OPEN, DONE, DROPPED = ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED
_SECRETARIAT = Also(By.ADMINISTRATOR)

LIFE = Life(
    ActionStatus,
    (
        move(
            "addAction",
            ("ACTION_ADDED", "Action added", "افزودن اقدام"),
            "Add: Give an organization something to do for a working group that you run; it accepts it"
            " first. What you give your own is open at once.",
            "افزودن: کاری از کارگروهی را که اداره می‌کنید به سازمانی بسپارید؛ نخست خودش می‌پذیرد."
            " آنچه به سازمان خود بسپارید بی‌درنگ باز است.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            end=ASSIGNED,
            gives=(
                "Action: Who is to do what, until when.",
                "اقدام: چه کسی چه کاری را تا کی انجام دهد.",
            ),
        ),
        move(
            "editAction",
            ("ACTION_EDITED", "Action edited", "ویرایش اقدام"),
            "Edit: Change what is to be done, as one that runs the group; another organization is asked to"
            " accept it anew.",
            "ویرایش: کار را تغییر دهید، اگر کارگروه را اداره می‌کنید؛ از سازمان دیگر دوباره خواسته می‌شود که"
            " بپذیرد.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(ASSIGNED, OPEN),
            gives=CHANGES,
        ),
        move(
            "linkAction",
            ("ACTION_LINKED", "Action linked", "پیوند دادن اقدام"),
            "Link: Say which commitments, programs or other records of yours came of it, as its owner or as"
            " one that runs the group.",
            "پیوند: بگویید کدام تعهدها، برنامه‌ها یا رکوردهای دیگر شما از آن برآمد، اگر مسئول آن هستید یا"
            " کارگروه را اداره می‌کنید.",
            by=By.SIDE,
            sides=(Side.ASSIGNEE, Side.RUNNER),
            also=_SECRETARIAT,
            start=(ASSIGNED, OPEN, DONE),
        ),
        move(
            "acceptAction",
            ("ACTION_ACCEPTED", "Action accepted", "پذیرش اقدام"),
            "Accept: Take it on, as the organization it is given to.",
            "پذیرش: در جای سازمانی که کار به آن سپرده شده، آن را بر عهده بگیرید.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(ASSIGNED, DECLINED),
            end=OPEN,
        ),
        move(
            "declineAction",
            ("ACTION_DECLINED", "Action declined", "نپذیرفتن اقدام"),
            "Decline: Not take it on, and say why.",
            "نپذیرفتن: آن را بر عهده نگیرید و بگویید چرا.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(ASSIGNED,),
            end=DECLINED,
        ),
        move(
            "completeAction",
            ("ACTION_DONE", "Action done", "انجام اقدام"),
            "Complete: Say, as its owner, that it is done, and what shows it.",
            "انجام: در جای مسئول آن بگویید انجام شد، و چه چیز آن را نشان می‌دهد.",
            by=By.SIDE,
            sides=(Side.ASSIGNEE,),
            also=_SECRETARIAT,
            start=(OPEN,),
            end=DONE,
        ),
        move(
            "dropAction",
            ("ACTION_DROPPED", "Action dropped", "کنار گذاشتن اقدام"),
            "Drop: Say that it is no longer to be done, and why, as its owner or as one that runs the group.",
            "کنار گذاشتن: بگویید دیگر لازم نیست، و چرا، اگر مسئول آن هستید یا کارگروه را اداره می‌کنید.",
            by=By.SIDE,
            sides=(Side.ASSIGNEE, Side.RUNNER),
            also=_SECRETARIAT,
            start=(ASSIGNED, DECLINED, OPEN),
            end=DROPPED,
        ),
        move(
            "reopenAction",
            ("ACTION_REOPENED", "Action reopened", "بازگشودن اقدام"),
            "Reopen: Say, as its owner, that it is to be done after all.",
            "بازگشودن: در جای مسئول آن بگویید هنوز باید انجام شود.",
            by=By.SIDE,
            sides=(Side.ASSIGNEE,),
            start=(DONE, DROPPED),
            end=OPEN,
        ),
    ),
)

LINKED = ("commitments", "needs", "programs", "foundingSteps")
"""The edges to what an action is for, or what came of it."""
_ACTIONS = back(
    "actions",
    "Actions: Those of working groups that are for it, or that it came of.",
    "اقدام‌ها: آن‌ها که از کارگروه‌ها برای این‌اند یا این از آن‌ها برآمده است.",
)

ACTION = record(
    "Action",
    "act",
    "Action: What an organization does for a working group, until when, and what came of it.",
    "اقدام: کاری که سازمانی برای کارگروه انجام می‌دهد، تا کی، و چه از آن برآمد.",
    plural=("actions", "Actions", "اقدام‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    order=(("dueOn", True),),
    members=(
        text(
            "title",
            "Title: What is to be done, in one line.",
            "عنوان: چه باید انجام شود، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What belongs to it; null where the title says it all.",
            "شرح: چه چیزهایی در آن است؛ اگر عنوان همه‌چیز را می‌گوید null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        day(
            "dueOn",
            "Due on: The last day for it; null where there is none.",
            "سررسید: واپسین روز آن؛ اگر روزی ندارد null.",
            OPTIONAL,
            days=PLANNED_DAYS,
        ),
        choice(
            "status",
            ActionStatus,
            "Status: Assigned, declined, open, done or dropped.",
            "وضعیت: سپرده‌شده، نپذیرفته، باز، انجام‌شده یا کنارگذاشته.",
            required=True,
        ),
        Computed(
            "overdue",
            Kind.BOOLEAN,
            lambda n, _see: f"coalesce({n}.status = '{OPEN.value}' AND {n}.dueOn < $today, false)",
            filterable=True,
            flat=True,
            words=Words(
                "Overdue: Whether it is open past its due day.",
                "عقب‌افتاده: آیا از سررسیدش گذشته و هنوز باز است.",
            ),
        ),
        choice(
            "visibility",
            Readers,
            "Visibility: Who reads it beside its owner and the members of its group; with `ORGANIZATION`"
            " they alone.",
            "دیدپذیری: جز مسئول آن و اعضای کارگروه چه کسی آن را می‌خواند؛ با `ORGANIZATION` تنها همان‌ها.",
            REQUIRED,
            default=Readers.ORGANIZATION,
        ),
        day(
            "doneOn",
            "Done on: The day it was done; null until then.",
            "روز انجام: روزی که انجام گرفت؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        text(
            "evidence",
            "Evidence: What shows that it was done, in words; null where there is none.",
            "شاهد: چه نشان می‌دهد که انجام شد، به زبان نوشته؛ اگر نباشد null.",
            long=True,
        ),
        web(
            "evidenceUrl",
            "Web address of the evidence: Where it can be seen; null where it is not on the web.",
            "نشانی وب شاهد: کجا می‌توان آن را دید؛ اگر در وب نیست null.",
        ),
        text(
            "reason",
            "Reason: Why it was declined or dropped; null where it was neither.",
            "دلیل: چرا پذیرفته نشد یا کنار رفت؛ اگر هیچ‌یک نبوده null.",
            long=True,
        ),
        link(
            "group",
            "HAS_ACTION",
            "WorkingGroup",
            "Working group: For which it is done; null where the group is closed to you.",
            "کارگروه: برای کدام کارگروه انجام می‌شود؛ اگر بر شما بسته است null.",
            ONCE,
            direction=IN,
            back=those(
                "Those of it, the first due first.", "آن‌ها که از آنِ این کارگروه‌اند، نخست نزدیک‌ترین سررسید."
            ),
        ),
        link(
            "owner",
            "ASSIGNED_TO",
            "Organization",
            "Owner: The organization that does it.",
            "مسئول: سازمانی که آن را انجام می‌دهد.",
            ONCE,
            back=those(
                "Those it is given or has taken on: `ASSIGNED` ones wait for its word.",
                "آن‌ها که به آن سپرده شده یا بر عهده گرفته: `ASSIGNED`ها چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
        link(
            "assignedBy",
            "ASSIGNED_BY",
            "Organization",
            "Assigned by: The organization that gave it; null where the secretariat did.",
            "سپارنده: سازمانی که آن را سپرد؛ اگر دبیرخانه سپرده null.",
            back=back(
                "actionsAssigned",
                "Actions assigned: Those it has given to others or itself.",
                "اقدام‌های سپرده: آن‌ها که به دیگران یا خود سپرده است.",
            ),
        ),
        link(
            "decision",
            "FOLLOWS_FROM",
            "Decision",
            "Decision: The decision of its group that it carries out; null where there is none.",
            "مصوبه: مصوبه‌ای از کارگروه که این اجرایش می‌کند؛ اگر نباشد null.",
            OPTIONAL,
            back=those("Those that put it into practice.", "آن‌ها که اجرایش می‌کنند."),
        ),
        link(
            "meeting",
            "GIVEN_AT",
            "Meeting",
            "Meeting: The meeting of its group where it was given; null where there is none.",
            "جلسه: جلسهٔ کارگروه که در آن سپرده شد؛ اگر نباشد null.",
            OPTIONAL,
            back=those("Those that were given there.", "آن‌ها که در آن سپرده شدند."),
        ),
        links(
            "commitments",
            "ACTS_ON",
            "Commitment",
            "Commitments: Those that it is for, or that came of it.",
            "تعهدها: آن‌ها که این برای آن‌هاست یا از آن برآمده‌اند.",
            back=_ACTIONS,
        ),
        links(
            "needs",
            "ACTS_ON",
            "ResourceNeed",
            "Needs: Those that it is for, or that came of it.",
            "نیازها: آن‌ها که این برای آن‌هاست یا از آن برآمده‌اند.",
            back=_ACTIONS,
        ),
        links(
            "programs",
            "ACTS_ON",
            "Program",
            "Programs: Those that it is for, or that came of it.",
            "برنامه‌ها: آن‌ها که این برای آن‌هاست یا از آن برآمده‌اند.",
            back=_ACTIONS,
        ),
        links(
            "foundingSteps",
            "ACTS_ON",
            "FoundingStep",
            "Founding steps: Those that it is for.",
            "گام‌های تأسیس: آن‌ها که این برای آن‌هاست.",
            back=_ACTIONS,
        ),
    ),
)

AREA = (ACTION,)
