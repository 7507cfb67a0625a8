"""Experiences: what an organization tried, where, with whom, and what came of it."""

from dataclasses import replace

from graph.limits import MAXIMUM_LINKS
from graph.model.common import (
    LANGUAGE,
    OPENED,
    PROGRAM,
    PUBLISH,
    PUBLISHED_RECORD,
    PUBLISHER,
    REGION,
    SKILLS,
    TAKE_DOWN,
    TAKEDOWN_REASON,
    TARGET_GROUPS,
    TOPICS,
    WITHDRAW,
    published,
)
from graph.model.days import HAPPENED
from graph.model.declare import (
    BODY,
    NEVER,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    files,
    links,
    moment,
    number,
    part,
    record,
    row,
    rows,
    text,
    texts,
)
from graph.model.life import instead
from graph.model.members import Nested
from graph.model.nodes import Shape
from graph.model.words import Choice, Words


class ExperienceOutcome(
    Choice,
    en="Outcome: What came of what was tried, as its organization judges it.",
    fa="پیامد: از آنچه آزموده شد چه برآمد، به داوری سازمان خودش.",
):
    SUCCESS = "SUCCESS", "Success: It went as it was meant to.", "موفقیت: همان شد که قرار بود بشود."
    FAILURE = (
        "FAILURE",
        "Failure: It did not work; as welcome here as a success.",
        "شکست: نشد؛ این‌جا همان ارزشی را دارد که موفقیت.",
    )
    MIXED = "MIXED", "Mixed: Part of it worked, part did not.", "آمیخته: بخشی از آن شد و بخشی نشد."
    NEAR_MISS = (
        "NEAR_MISS",
        "Near miss: It nearly went wrong, and was saved in time.",
        "نزدیک به شکست: کم مانده بود خراب شود و به‌موقع نجات یافت.",
    )


class CostBand(
    Choice, en="Cost: What it cost for each person helped, roughly.", fa="هزینه: هزینهٔ هر بهره‌مند، کمابیش."
):
    LOW = "LOW", "Low: Little, beside other work of its kind.", "کم: در سنجش با کارهای همانند، اندک."
    MEDIUM = (
        "MEDIUM",
        "Medium: About as much as other work of its kind.",
        "میانه: کمابیش به اندازهٔ کارهای همانند.",
    )
    HIGH = "HIGH", "High: Much, beside other work of its kind.", "زیاد: در سنجش با کارهای همانند، بسیار."


class ParticipantRole(
    Choice,
    en="Role in an experience: What an organization did there.",
    fa="نقش در تجربه: سازمان در آن چه کرد.",
):
    LEAD = "LEAD", "Lead: Led the work and answers for it.", "راهبر: کار را پیش برد و پاسخگوی آن است."
    IMPLEMENTER = "IMPLEMENTER", "Implementer: Did the work on the spot.", "مجری: کار را در محل انجام داد."
    FUNDER = "FUNDER", "Funder: Paid for it, all or a part.", "تأمین‌کنندهٔ مالی: پول آن را داد، همه یا بخشی."
    TRAINER = (
        "TRAINER",
        "Trainer: Taught those whom it was for.",
        "آموزش‌دهنده: به کسانی که کار برایشان بود آموزش داد.",
    )
    HOST = "HOST", "Host: Gave the room, the workshop or the tools.", "میزبان: جا، کارگاه یا ابزار داد."
    ADVISER = (
        "ADVISER",
        "Adviser: Gave advice, and did none of the work.",
        "مشاور: راهنمایی کرد و در کار دست نداشت.",
    )


PARTICIPATION = (
    choice(
        "role",
        ParticipantRole,
        "Role: What it did there; in two roles it stands there twice.",
        "نقش: در آن چه کرد؛ با دو نقش دو بار می‌آید.",
        REQUIRED,
    ),
    day(
        "since",
        "Since: The day it joined; null where that is not told.",
        "از: روزی که همراه شد؛ اگر گفته نشده null.",
        OPTIONAL,
        days=HAPPENED,
        sortable=False,
    ),
    day(
        "until",
        "Until: The day it left; null where it stayed on, or that is not told.",
        "تا: روزی که کنار رفت؛ اگر مانده یا گفته نشده null.",
        OPTIONAL,
        days=HAPPENED,
        from_="since",
        sortable=False,
    ),
)

RESULT = part(
    "Result",
    "Result: What was measured: a number, where it started from, and its unit.",
    "نتیجه: آنچه سنجیده شد: یک عدد، نقطهٔ آغاز آن، و یکای آن.",
    (
        text(
            "indicator",
            "Indicator: What was counted or measured, e.g. people in work after six months.",
            "شاخص: چه شمرده یا سنجیده شد، مانند شمار شاغلان پس از شش ماه.",
            REQUIRED,
        ),
        number(
            "value",
            "Value: The number that came out, in the unit beside it.",
            "مقدار: عددی که به دست آمد، با یکای کنارش.",
            REQUIRED,
            signed=True,
            unit="unit",
        ),
        number(
            "baseline",
            "Baseline: The same number before the work began; null where nobody measured it.",
            "مقدار آغازین: همان عدد پیش از آغاز کار؛ اگر سنجیده نشده null.",
            OPTIONAL,
            signed=True,
            unit="unit",
        ),
        text(
            "unit",
            "Unit: What the numbers count, e.g. persons or percent.",
            "یکا: عددها چه را می‌شمارند، مانند نفر یا درصد.",
            OPTIONAL,
        ),
    ),
)

EXPERIENCE = record(
    "Experience",
    "exp",
    "Experience: What an organization tried and what came of it, failures told as freely as successes.",
    "تجربه: آنچه سازمانی آزمود و آنچه از آن برآمد؛ شکست را هم مانند موفقیت می‌گویند.",
    plural=("experiences", "Experiences", "تجربه‌ها"),
    common=(*PUBLISHED_RECORD, TAKEDOWN_REASON),
    life=published(
        TAKE_DOWN,
        OPENED,
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
        text(
            "title",
            "Title: What was tried, in one line.",
            "عنوان: چه آزموده شد، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        LANGUAGE,
        choice(
            "outcome",
            ExperienceOutcome,
            "Outcome: Success, failure, mixed or near miss.",
            "پیامد: موفقیت، شکست، آمیخته یا نزدیک به شکست.",
            REQUIRED,
        ),
        text(
            "context",
            "Context: How things stood before: the place, the people, the means.",
            "زمینه: پیش از آن وضع چه بود: جا، مردم، امکانات.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text(
            "intended",
            "Intended: What was meant to happen, and for whom.",
            "قصد: قرار بود چه بشود و برای چه کسانی.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text(
            "happened",
            "Happened: What did happen, told as it was.",
            "آنچه شد: در عمل چه شد، همان‌گونه که بود.",
            REQUIRED,
            long=True,
            searched=BODY,
        ),
        text(
            "why",
            "Why: Why, as far as it is known.",
            "چرا: علت، تا جایی که دانسته است.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        texts(
            "enablingFactors",
            "Enabling factors: What helped, one thing an entry.",
            "عوامل یاری‌رسان: چه یاری کرد، هر مورد یک چیز.",
            OPTIONAL,
            searched=BODY,
        ),
        texts(
            "barriers",
            "Barriers: What stood in the way, one thing an entry.",
            "موانع: چه سر راه بود، هر مورد یک چیز.",
            OPTIONAL,
            searched=BODY,
        ),
        choice(
            "costBand",
            CostBand,
            "Cost: For each person helped, roughly; null where that is not told.",
            "هزینه: برای هر بهره‌مند، کمابیش؛ اگر گفته نشده null.",
            OPTIONAL,
        ),
        day(
            "startedOn",
            "Started on: The day the work began; null where that is not told.",
            "آغاز: روزی که کار آغاز شد؛ اگر گفته نشده null.",
            OPTIONAL,
            days=HAPPENED,
        ),
        day(
            "endedOn",
            "Ended on: The day the work ended; null while it goes on, or where that is not told.",
            "پایان: روزی که کار پایان یافت؛ اگر ادامه دارد یا گفته نشده null.",
            OPTIONAL,
            days=HAPPENED,
            from_="startedOn",
        ),
        TARGET_GROUPS,
        PUBLISHER,
        rows(
            "participants",
            "HAS_PARTICIPANT",
            "Organization",
            "Participants: The organizations that took part, each with its role. Whoever is named besides the"
            " author is asked, and stands here once it has confirmed (see `participationClaims`).",
            "همراهان: سازمان‌هایی که همراه بودند، هر یک با نقش خود. از هر سازمانی جز نویسنده پرسیده"
            " می‌شود و پس از تأیید خودش این‌جا می‌آید (`participationClaims` را ببینید).",
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
                "Participations: The experiences, its own and others', that it took part in.",
                "همراهی‌ها: تجربه‌های خودش و دیگران که در آن‌ها همراه بود.",
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
        PROGRAM,
        links(
            "results",
            "HAS_RESULT",
            "Result",
            "Results: What was measured, in the order of whoever wrote it.",
            "نتیجه‌ها: آنچه سنجیده شد، به ترتیبی که نویسنده آورده است.",
            OPTIONAL,
            open=True,
        ),
        files(),
    ),
)

WRITTEN = Shape(
    "Written",
    (
        moment(
            "createdAt",
            "Created at: When it was first written into the hub.",
            "زمان ایجاد: نخستین بار کی در کانون نوشته شد.",
        ),
        moment("updatedAt", "Updated at: When it last changed.", "زمان آخرین تغییر: آخرین بار کی تغییر کرد."),
        moment(
            "publishedAt",
            "Published at: When it was first published.",
            "زمان انتشار: نخستین بار کی منتشر شد.",
        ),
        day("startedOn", "Started on: The day the work began.", "آغاز: روزی که کار آغاز شد.", days=HAPPENED),
        day("endedOn", "Ended on: The day the work ended.", "پایان: روزی که کار پایان یافت.", days=HAPPENED),
        replace(TARGET_GROUPS, required=False, given=NEVER),
        Nested("region", "Region", required=False, words=REGION.words),
        Nested("topics", "Topic", many=True, most=MAXIMUM_LINKS, words=TOPICS.words),
    ),
    Words(
        "Written: What an organization wrote of a record that is anonymized.",
        "نوشته: آنچه سازمان در رکوردی نوشته که بی‌نام است.",
    ),
)

AREA = (WRITTEN, RESULT, EXPERIENCE)
