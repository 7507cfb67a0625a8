"""Followings: an organization's own word that it follows an edition of a process, and where it deviates."""

from graph.model.common import EDIT, PUBLISHED_RECORD, PUBLISHER, WITHDRAW, RecordStatus
from graph.model.days import PLANNED
from graph.model.declare import (
    BODY,
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    day,
    link,
    links,
    move,
    part,
    record,
    text,
    those,
    whole,
)
from graph.model.life import Blank, By, Life, Way, instead
from graph.model.members import Computed, Kind
from graph.model.words import Words


def current(n: str) -> str:
    """The condition, in Cypher, that a following stands today."""
    return f"({n}.status = '{RecordStatus.PUBLISHED.value}' AND coalesce({n}.until >= $today, true))"


FOLLOWERS = Computed(
    "followerCount",
    Kind.INT,
    lambda n, see: (
        f"COUNT {{ MATCH ({n})<-[:FOLLOWS]-(f:ProcessFollowing)"
        f" WHERE {see('f', 'ProcessFollowing')} AND {current('f')} AND f.since <= $today"
        " RETURN DISTINCT f.ownerIds }"
    ),
    filterable=True,
    sortable=True,
    words=Words(
        "Followers: How many organizations follow this edition today, of those you may read.",
        "شمار پیروان: امروز چند سازمان از این نگارش پیروی می‌کنند، از آن‌ها که می‌خوانید.",
    ),
)

DEVIATION = part(
    "ProcessDeviation",
    "Deviation: Where an organization does a step otherwise: which one, how, and why.",
    "تفاوت: کدام گام را سازمانی به گونه‌ای دیگر انجام می‌دهد، چگونه و چرا.",
    (
        whole(
            "step",
            "Step: The place of the step in the edition that is followed, counted from 0.",
            "گام: جای آن گام در نگارشی که پیروی می‌شود، با شمارش از ۰.",
            REQUIRED,
        ),
        text(
            "stepTitle",
            "Title of the step: What is done in that step, as the edition has it.",
            "عنوان گام: در آن گام چه می‌شود، همان‌گونه که در نگارش آمده است.",
            NEVER,
        ),
        text(
            "how",
            "How: What is done instead, or that the step is left out.",
            "چگونه: به جای آن چه می‌شود، یا این‌که آن گام انجام نمی‌شود.",
            REQUIRED,
            long=True,
        ),
        text(
            "why",
            "Why: What makes it necessary; null where that is not told.",
            "چرا: چه چیز آن را لازم کرده است؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
        ),
    ),
)

FOLLOWING = record(
    "ProcessFollowing",
    "fol",
    "Following of a process: An organization says that it works by an edition of a process.",
    "پیروی از فرایند: سازمانی می‌گوید بر پایهٔ یک نگارش فرایند کار می‌کند.",
    plural=("followings", "Followings of processes", "پیروی‌ها از فرایندها"),
    common=PUBLISHED_RECORD,
    life=Blank(
        Life(
            RecordStatus,
            (
                move(
                    "followProcess",
                    ("PROCESS_FOLLOWED", "Process followed", "پیروی از فرایند"),
                    "Follow: Say that your organization follows a standard, and where it deviates.",
                    "پیروی: بگویید سازمان شما از یک استاندارد پیروی می‌کند، و در کجا به گونه‌ای دیگر عمل"
                    " می‌کند.",
                    Way.CREATE,
                    by=By.MEMBER,
                    end=RecordStatus.PUBLISHED,
                    gives=(
                        "Following: Your organization works by this edition. Published at once.",
                        "پیروی: سازمان شما بر پایهٔ این نگارش کار می‌کند. بی‌درنگ منتشر می‌شود.",
                    ),
                ),
                instead(
                    EDIT,
                    "Edit: Change what you have said: since when, until when, where you deviate.",
                    "ویرایش: آنچه را گفته‌اید تغییر دهید: از کی، تا کی، و تفاوت‌ها.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                move(
                    "endProcessFollowing",
                    ("PROCESS_FOLLOWING_ENDED", "Following of a process ended", "پایان پیروی از فرایند"),
                    "End: Say that your organization follows it no longer, from a day on.",
                    "پایان: بگویید سازمان شما از روزی به بعد دیگر از آن پیروی نمی‌کند.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                instead(
                    WITHDRAW,
                    "Withdraw: Take back what was never so; what is over is ended instead.",
                    "پس گرفتن: آنچه را هرگز درست نبوده پس بگیرید؛ آنچه به سر رسیده را پایان دهید.",
                ),
            ),
        )
    ),
    members=(
        day(
            "since",
            "Followed since: The first day it works by it.",
            "آغاز پیروی: نخستین روزی که بر پایهٔ آن کار می‌کند.",
            REQUIRED,
            days=PLANNED,
        ),
        day(
            "until",
            "Followed until: The last day it works by it; null while it goes on.",
            "پایان پیروی: واپسین روزی که بر پایهٔ آن کار می‌کند؛ تا ادامه دارد null.",
            OPTIONAL,
            days=PLANNED,
            from_="since",
        ),
        text(
            "note",
            "Note: How far it has come, or what others should know; null where that is not told.",
            "یادداشت: تا کجا پیش رفته است، یا آنچه دیگران باید بدانند؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        Computed(
            "current",
            Kind.BOOLEAN,
            lambda n, _see: f"({current(n)} AND {n}.since <= $today)",
            flat=True,
            filterable=True,
            words=Words(
                "Current: Whether it works by it today.",
                "برقرار: آیا امروز بر پایهٔ آن کار می‌کند.",
            ),
        ),
        PUBLISHER,
        link(
            "process",
            "FOLLOWS",
            "Process",
            "Process: The edition that is followed, which no longer changes.",
            "فرایند: نگارشی که پیروی می‌شود و دیگر عوض نمی‌شود.",
            ONCE,
            back=those(
                "Who works by this edition, and who did.", "آن‌ها که بر پایهٔ این نگارش کار می‌کنند یا می‌کردند."
            ),
        ),
        links(
            "deviations",
            "HAS_DEVIATION",
            "ProcessDeviation",
            "Deviations: Where it does otherwise; empty where it does all as the edition says.",
            "تفاوت‌ها: در کجا جز آن می‌کند؛ خالی یعنی همه را همان‌گونه انجام می‌دهد.",
            OPTIONAL,
        ),
    ),
)

AREA = (DEVIATION, FOLLOWING)
