"""Lessons and approaches drawn from experiences, and the evidence behind them."""

from dataclasses import replace

from graph.model.common import (
    CREATE,
    LANGUAGE,
    PUBLISHED_RECORD,
    PUBLISHER,
    SKILLS,
    TOPICS,
    published,
)
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    links,
    move,
    part,
    record,
    rows,
    text,
    those,
    web,
)
from graph.model.life import Also, By, instead
from graph.model.wordings import REUSE
from graph.model.words import Words

LESSON = record(
    "Lesson",
    "les",
    "Lesson: What experiences teach; it counts as learned once another organization tells what came of it.",
    "درس‌آموخته: آنچه تجربه‌ها می‌آموزند؛ وقتی سازمانی دیگر پیامد به‌کارگیری را بگوید آموخته‌شده است.",
    plural=("lessons", "Lessons", "درس‌آموخته‌ها"),
    common=PUBLISHED_RECORD,
    life=published(
        move(
            "addEvidence",
            ("EVIDENCE_ADDED", "Evidence added", "افزودن شاهد"),
            "Add evidence: Put an experience of yours beside a lesson, for or against it.",
            "افزودن شاهد: یکی از تجربه‌های خود را، موافق یا مخالف، کنار درس‌آموخته‌ای بگذارید.",
            by=By.MEMBER,
            also=Also(By.ADMINISTRATOR),
        ),
        create=replace(
            CREATE,
            input_words=Words(
                "Draft: A draft, drawn from experiences that you may read, or from a source that you name.",
                "پیش‌نویس: برگرفته از تجربه‌هایی که می‌توانید بخوانید، یا از منبعی که نام می‌برید.",
            ),
        ),
    ),
    anonymizable=True,
    members=(
        text(
            "statement",
            "Statement: The lesson itself, in one sentence.",
            "گزاره: خود درس‌آموخته، در یک جمله.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "recommendation",
            "Recommendation: What to do about it, for whoever does such work.",
            "پیشنهاد: هر که چنین کاری می‌کند چه کند.",
            REQUIRED,
            long=True,
            searched=BODY,
        ),
        text(
            "appliesWhen",
            "Applies when: The places, people and times it holds for; null where that is not told.",
            "کجا به کار می‌آید: برای چه جا، چه کسانی و چه هنگام درست است؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text(
            "notAppliesWhen",
            "Does not apply when: Where it would mislead; null where that is not told.",
            "کجا به کار نمی‌آید: کجا گمراه می‌کند؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        text(
            "source",
            "Source: Where else it comes from, a report or a book: who said it, and when; null where"
            " experiences of the hub say all. Needed where there is none.",
            "منبع: از کجای دیگر آمده است، گزارش یا کتاب: چه کسی گفته و کی؛ اگر تجربه‌های کانون همه را می‌گویند"
            " null. اگر تجربه‌ای نیست، لازم است.",
            OPTIONAL,
            long=True,
        ),
        web(
            "sourceUrl",
            "Link to the source: Where the source can be read; null where it is not on the web.",
            "پیوند منبع: منبع را کجا می‌توان خواند؛ اگر در وب نیست null.",
            OPTIONAL,
        ),
        LANGUAGE,
        *REUSE,
        PUBLISHER,
        rows(
            "experiences",
            "DRAWN_FROM",
            "Experience",
            "Experiences: The experiences it was drawn from: at least one, where no source is told.",
            "تجربه‌ها: تجربه‌هایی که از آن‌ها برگرفته شده است؛ اگر منبعی گفته نشده دست‌کم یکی.",
            OPTIONAL,
            open=True,
            back=back(
                "lessons",
                "Lessons: Those drawn from this experience, by whichever organization.",
                "درس‌آموخته‌ها: آن‌ها که هر سازمانی از این تجربه برگرفته است.",
            ),
        ),
        rows(
            "evidenceFor",
            "SUPPORTED_BY",
            "Experience",
            "Evidence for: Experiences, of any organization, that speak for it.",
            "شاهد موافق: تجربه‌هایی از هر سازمان که آن را تأیید می‌کنند.",
            open=True,
            back=back(
                "supports",
                "Supports: The lessons it is evidence for.",
                "پشتیبان: درس‌آموخته‌هایی که این تجربه شاهد موافق آن‌هاست.",
            ),
        ),
        rows(
            "evidenceAgainst",
            "CONTRADICTED_BY",
            "Experience",
            "Evidence against: Experiences, of any organization, that speak against it.",
            "شاهد مخالف: تجربه‌هایی از هر سازمان که آن را رد می‌کنند.",
            open=True,
            back=back(
                "contradicts",
                "Contradicts: The lessons it is evidence against.",
                "ناقض: درس‌آموخته‌هایی که این تجربه شاهد مخالف آن‌هاست.",
            ),
        ),
        TOPICS,
        SKILLS,
    ),
)

STEP = part(
    "Step",
    "Step: One step of an approach: what to do, and how.",
    "گام: گامی از یک رهیافت: چه باید کرد و چگونه.",
    (
        text(
            "title",
            "Title: What to do in this step, in one line.",
            "عنوان: در این گام چه باید کرد، در یک خط.",
            REQUIRED,
        ),
        text(
            "text",
            "Text: How it is done, and what to look out for; null where the title is enough.",
            "شرح: چگونه و با چه هشدارهایی؛ اگر عنوان کافی است null.",
            OPTIONAL,
            long=True,
        ),
    ),
)

APPROACH = record(
    "Approach",
    "app",
    "Approach: A method that others can follow, step by step.",
    "رهیافت: روشی که دیگران می‌توانند گام‌به‌گام پی بگیرند.",
    plural=("approaches", "Approaches", "رهیافت‌ها"),
    common=PUBLISHED_RECORD,
    life=published(
        create=replace(
            instead(
                CREATE,
                "Create: Write down a method as a draft, which only your organization reads.",
                "ایجاد: پیش‌نویس روشی را بنویسید که تنها سازمان شما می‌خواند.",
            ),
            input_words=Words(
                "Draft: A draft of a method that others can follow.",
                "پیش‌نویس: پیش‌نویس روشی که دیگران بتوانند پی بگیرند.",
            ),
        ),
    ),
    anonymizable=True,
    members=(
        text(
            "title",
            "Title: What the method is called.",
            "عنوان: نام روش.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "summary",
            "Summary: What it is for and how it goes, for whoever decides whether to read on.",
            "چکیده: به چه کار می‌آید و چگونه پیش می‌رود، برای کسی که می‌خواهد بداند بخواند یا نه.",
            REQUIRED,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        *REUSE,
        PUBLISHER,
        links(
            "steps",
            "HAS_STEP",
            "Step",
            "Steps: What is to be done, in this order.",
            "گام‌ها: آنچه باید کرد، به همین ترتیب.",
            REQUIRED,
            open=True,
        ),
        rows(
            "experiences",
            "DRAWN_FROM",
            "Experience",
            "Experiences: The experiences it was drawn from.",
            "تجربه‌ها: تجربه‌هایی که از آن‌ها برگرفته شده است.",
            OPTIONAL,
            open=True,
            back=those("Those drawn from this experience.", "آن‌ها که از این تجربه برگرفته‌اند."),
        ),
        TOPICS,
        SKILLS,
    ),
)

AREA = (LESSON, STEP, APPROACH)
