"""Apprenticeships: a trade learned at the side of a master, for three to six months, toward work."""

from graph.model.common import (
    LANGUAGE,
    OWNER_EDGE,
    PUBLISHED,
    PUBLISHED_RECORD,
    REGION,
    SKILLS,
)
from graph.model.days import PLANNED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    choice,
    day,
    link,
    record,
    rial,
    text,
    those,
    whole,
)
from graph.model.delivery import IN_PROGRAM
from graph.model.eligibility import ELIGIBILITY
from graph.model.members import Giving
from graph.model.money import CurrencyUnit
from graph.model.occupations import occupation
from graph.model.openings import CLOSES_ON, OPEN
from graph.model.words import Choice

LEAST_MONTHS, MOST_MONTHS = 3, 6
"""How long an apprenticeship is."""


class ApprenticeshipGoal(
    Choice,
    en="Goal of an apprenticeship: Which work it leads to.",
    fa="هدف استادشاگردی: به چه کاری می‌رسد.",
):
    JOB = "JOB", "A job: With its host or another employer.", "استخدام: نزد همان میزبان یا کارفرمایی دیگر."
    SELF_EMPLOYMENT = (
        "SELF_EMPLOYMENT",
        "Self-employment: A workshop or trade of one's own.",
        "خوداشتغالی: کارگاه یا پیشه‌ای از آنِ خود.",
    )


APPRENTICESHIP = record(
    "Apprenticeship",
    "asp",
    "Apprenticeship: Places at a host to learn a trade at the side of a master, for three to six months.",
    "استادشاگردی: جایی نزد میزبان برای آموختن حرفه‌ای کنار استادکار، سه تا شش ماه.",
    plural=("apprenticeships", "Apprenticeships", "استادشاگردی‌ها"),
    common=PUBLISHED_RECORD,
    indexes=(("occupationCode",),),
    life=PUBLISHED,
    members=(
        text(
            "title",
            "Title: The trade and the workshop, in one line.",
            "عنوان: حرفه و کارگاه، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "description",
            "Description: What an apprentice does and learns there.",
            "شرح: کارآموز آن‌جا چه می‌کند و می‌آموزد.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        *ELIGIBILITY,
        occupation(Giving.REQUIRED),
        text(
            "masterStanding",
            "Standing of the master: What makes the master one, e.g. years at the trade; never a name.",
            "پایهٔ استادکار: استادکار چه پیشینه‌ای دارد، مانند سال‌های کار؛ هرگز نام کسی نیست.",
            OPTIONAL,
        ),
        whole(
            "places",
            "Places: How many apprentices it takes.",
            "جا: چند کارآموز می‌پذیرد.",
            REQUIRED,
            least=1,
            most=10_000,
        ),
        whole(
            "months",
            "Months: How long it is, three to six months.",
            "ماه: چند ماه است، از سه تا شش.",
            REQUIRED,
        ),
        day(
            "startsOn",
            "Starts on: Its first day; null where one can start any day.",
            "آغاز: نخستین روز آن؛ اگر همیشه می‌توان آغاز کرد null.",
            OPTIONAL,
            days=PLANNED,
        ),
        CLOSES_ON,
        OPEN,
        rial(
            "stipend",
            "Stipend: What an apprentice gets a month, in whole rials; 0 for nothing, null where not told.",
            "کمک‌هزینه: هر ماه به کارآموز چه می‌دهند، به ریال درست؛ اگر هیچ ۰، اگر گفته نشده null.",
            OPTIONAL,
            unit="stipendUnit",
        ),
        choice(
            "stipendUnit",
            CurrencyUnit,
            "Currency unit: Which rial the stipend is in; needed where there is one.",
            "واحد پول: کمک‌هزینه به کدام ریال است؛ هر جا کمک‌هزینه هست لازم است.",
            OPTIONAL,
        ),
        choice(
            "goal",
            ApprenticeshipGoal,
            "Goal: Whether it leads to a job or to self-employment.",
            "هدف: به استخدام می‌رسد یا به خوداشتغالی.",
            REQUIRED,
        ),
        link(
            "host",
            OWNER_EDGE,
            "Organization",
            "Host: The organization in whose workshop it takes place.",
            "میزبان: سازمانی که کار در کارگاه آن است.",
            back=those("Those that it hosts.", "آن‌ها که خود میزبانشان است."),
        ),
        REGION,
        SKILLS,
        IN_PROGRAM,
    ),
)

AREA = (APPRENTICESHIP,)
