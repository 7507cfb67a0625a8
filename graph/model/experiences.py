"""Experiences: what an organization tried, where, with whom, and what came of it."""

from graph.model.common import (
    LANGUAGE,
    PUBLISH,
    PUBLISHED_RECORD,
    PUBLISHER,
    REGION,
    SKILLS,
    TARGET_GROUPS,
    TOPICS,
    WITHDRAW,
    published,
)
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    links,
    number,
    part,
    record,
    row,
    rows,
    text,
    texts,
)
from graph.model.life import instead
from graph.model.words import Choice


class ExperienceOutcome(
    Choice,
    en="Outcome: What came of it. A near miss: it nearly went wrong.",
    fa="پیامد: چه از آن برآمد. نزدیک به شکست: کم مانده بود کار خراب شود.",
):
    SUCCESS = "SUCCESS", "Success", "موفقیت"
    FAILURE = "FAILURE", "Failure", "شکست"
    MIXED = "MIXED", "Mixed", "آمیخته"
    NEAR_MISS = "NEAR_MISS", "Near miss", "نزدیک به شکست"


class CostBand(
    Choice, en="Cost: What it cost a person helped, roughly.", fa="هزینه: هزینهٔ هر بهره‌مند، کمابیش."
):
    LOW = "LOW", "Low", "کم"
    MEDIUM = "MEDIUM", "Medium", "میانه"
    HIGH = "HIGH", "High", "زیاد"


class ParticipantRole(
    Choice,
    en="Role in an experience: What an organization did in an experience.",
    fa="نقش در تجربه: سازمان در تجربه چه کرد.",
):
    LEAD = "LEAD", "Lead", "راهبر"
    IMPLEMENTER = "IMPLEMENTER", "Implementer", "مجری"
    FUNDER = "FUNDER", "Funder", "تأمین‌کنندهٔ مالی"
    TRAINER = "TRAINER", "Trainer", "آموزش‌دهنده"
    HOST = "HOST", "Host", "میزبان"
    ADVISER = "ADVISER", "Adviser", "مشاور"


PARTICIPATION = (
    choice("role", ParticipantRole, "Role: What it did.", "نقش: چه کرد.", REQUIRED),
    day("since", "Since", "از", OPTIONAL, sortable=False),
    day("until", "Until", "تا", OPTIONAL, from_="since", sortable=False),
)

RESULT = part(
    "Result",
    "Result: What was measured: a number, where it started from, and its unit.",
    "نتیجه: آنچه سنجیده شد: یک عدد، نقطهٔ آغاز آن، و یکای آن.",
    (
        text("indicator", "Indicator", "شاخص", REQUIRED),
        number("value", "Value", "مقدار", REQUIRED, signed=True),
        number("baseline", "Baseline", "مقدار آغازین", OPTIONAL, signed=True),
        text("unit", "Unit", "یکا", OPTIONAL),
    ),
)

EXPERIENCE = record(
    "Experience",
    "exp",
    "Experience: What an organization tried and what came of it, failure or success.",
    "تجربه: آنچه سازمانی آزمود و آنچه از آن برآمد، شکست یا موفقیت.",
    plural=("experiences", "Experiences", "تجربه‌ها"),
    common=PUBLISHED_RECORD,
    life=published(
        publish=instead(
            PUBLISH,
            "Publish: Let others read it; anonymized, its author is closed to them.",
            "انتشار: بگذارید دیگران آن را بخوانند؛ بی‌نام، نویسنده‌اش بر آنان بسته است.",
        ),
        withdraw=instead(
            WITHDRAW,
            "Withdraw: Take it back; it stays with your organization, marked.",
            "پس گرفتن: آن را پس بگیرید؛ با نشان نزد سازمان شما می‌ماند.",
        ),
    ),
    anonymizable=True,
    members=(
        text("title", "Title", "عنوان", REQUIRED, sortable=True, searched=TITLE),
        LANGUAGE,
        choice("outcome", ExperienceOutcome, "Outcome", "پیامد", REQUIRED),
        text("context", "Context", "زمینه", OPTIONAL, long=True, searched=BODY),
        text(
            "intended",
            "Intended: What was meant to happen.",
            "قصد: قرار بود چه بشود.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text("happened", "Happened: What did happen.", "رخداد: چه شد.", REQUIRED, long=True, searched=BODY),
        text(
            "why",
            "Why: Why, as far as it is known.",
            "چرا: علت، تا جایی که دانسته است.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        texts("enablingFactors", "Enabling factors", "عوامل یاری‌رسان", OPTIONAL, searched=BODY),
        texts("barriers", "Barriers", "موانع", OPTIONAL, searched=BODY),
        choice("costBand", CostBand, "Cost", "هزینه", OPTIONAL),
        day("startedOn", "Started on", "آغاز", OPTIONAL),
        day("endedOn", "Ended on", "پایان", OPTIONAL, from_="startedOn"),
        TARGET_GROUPS,
        PUBLISHER,
        rows(
            "participants",
            "HAS_PARTICIPANT",
            "Organization",
            "Participants",
            "همراهان",
            OPTIONAL,
            properties=PARTICIPATION,
            parallel="role",
            row=row(
                "Participant",
                "Participants: An organization that took part in an experience, with its role.",
                "همراهان: سازمانی که در تجربه‌ای همراه بود، با نقش آن.",
            ),
            back=back(
                "participations",
                "Participations",
                "همراهی‌ها",
                row=row(
                    "Participation",
                    "Participations: An experience an organization took part in, with its role.",
                    "همراهی‌ها: تجربه‌ای که سازمان در آن همراه بود، با نقش آن.",
                ),
            ),
        ),
        REGION,
        TOPICS,
        SKILLS,
        links("results", "HAS_RESULT", "Result", "Results", "نتیجه‌ها", OPTIONAL, open=True),
    ),
)

AREA = (RESULT, EXPERIENCE)
