"""Lessons and approaches drawn from experiences, the evidence behind them, and their adoptions."""

from dataclasses import replace

from graph.model.common import (
    CREATE,
    LANGUAGE,
    PUBLISHED_RECORD,
    PUBLISHER,
    REGION,
    SKILLS,
    TOPICS,
    WITHDRAW,
    RecordStatus,
    published,
)
from graph.model.days import HAPPENED
from graph.model.declare import (
    BODY,
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    links,
    moment,
    move,
    part,
    record,
    rows,
    text,
    those,
    web,
)
from graph.model.life import Also, Blank, By, Life, instead
from graph.model.members import Computed, Kind, See
from graph.model.nodes import Union
from graph.model.words import Choice, Words


class AdoptionOutcome(
    Choice,
    en="Outcome: What came of an adoption, as its adopter judges it.",
    fa="پیامد: از به‌کارگیری چه برآمد، به داوری به‌کارگیرنده.",
):
    SUCCESS = "SUCCESS", "Success: It worked there too.", "موفقیت: آن‌جا هم جواب داد."
    FAILURE = "FAILURE", "Failure: It did not work there.", "شکست: آن‌جا جواب نداد."
    MIXED = (
        "MIXED",
        "Mixed: Part of it worked there, part did not.",
        "آمیخته: بخشی از آن، آن‌جا جواب داد و بخشی نه.",
    )


def _adoptions(n: str, see: See, condition: str) -> str:
    return f"({n})<-[:ADOPTS]-(a:Adoption) WHERE {see('a', 'Adoption')} AND {condition}"


_STANDS = f"a.status = '{RecordStatus.PUBLISHED.value}'"
_TOLD = f"{_STANDS} AND a.outcome IS NOT NULL"

REUSE = (
    Computed(
        "learned",
        Kind.BOOLEAN,
        lambda n, see: f"EXISTS {{ {_adoptions(n, see, _TOLD)} }}",
        filterable=True,
        words=Words(
            "Learned: Whether an adoption of it, among those you may read, has an outcome.",
            "آموخته‌شده: آیا از به‌کارگیری‌هایی که می‌خوانید یکی پیامدی دارد.",
        ),
    ),
    Computed(
        "reuseCount",
        Kind.INT,
        lambda n, see: f"COUNT {{ {_adoptions(n, see, _STANDS)} }}",
        filterable=True,
        words=Words(
            "Reuse: How many organizations apply it, of the adoptions you may read.",
            "شمار به‌کارگیری: چند سازمان آن را به کار بسته‌اند، از آن‌ها که می‌خوانید.",
        ),
    ),
    Computed(
        "successShare",
        Kind.FLOAT,
        lambda n, see: (
            f"head(COLLECT {{ MATCH {_adoptions(n, see, _TOLD)} "
            "RETURN avg(CASE a.outcome WHEN 'SUCCESS' THEN 1.0 WHEN 'MIXED' THEN 0.5 ELSE 0.0 END) })"
        ),
        required=False,
        filterable=True,
        words=Words(
            "Success share: 0 to 1: the mean of outcomes, success 1, mixed 0.5, failure 0; null without any.",
            "سهم موفقیت: ۰ تا ۱: میانگین پیامدها، موفقیت ۱، آمیخته ۰٫۵، شکست ۰؛ بی هیچ پیامدی null.",
        ),
    ),
)
"""A lesson is learned once an adoption of it has an outcome. `successShare` (0 to 1): the mean over
adoptions with an outcome of success 1, mixed ½, failure 0; null where there is none."""


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

ADOPTION = record(
    "Adoption",
    "ado",
    "Adoption: An organization applied another's lesson or approach: where, when, what came of it.",
    "به‌کارگیری: سازمانی درس‌آموخته یا رهیافت دیگری را به کار بست: کجا، کی، و چه شد.",
    plural=("adoptions", "Adoptions", "به‌کارگیری‌ها"),
    common=PUBLISHED_RECORD,
    life=Blank(
        Life(
            RecordStatus,
            (
                move(
                    "adopt",
                    ("ADOPTED", "Adopted", "به‌کارگیری"),
                    "Adopt: Say that your organization applies another's lesson or approach.",
                    "به‌کارگیری: بگویید سازمان شما درس‌آموخته یا رهیافت سازمانی دیگر را به کار می‌بندد.",
                    by=By.MEMBER,
                    end=RecordStatus.PUBLISHED,
                    gives=(
                        "Adoption: Your organization applies a lesson or an approach of another.",
                        "به‌کارگیری: سازمان شما درس‌آموخته یا رهیافت سازمانی دیگر را به کار می‌بندد.",
                    ),
                ),
                move(
                    "recordOutcome",
                    ("ADOPTION_OUTCOME_RECORDED", "Outcome of an adoption told", "ثبت پیامد به‌کارگیری"),
                    "Record the outcome: Say, once, what came of an adoption of yours.",
                    "ثبت پیامد: یک بار بگویید از به‌کارگیری شما چه برآمد.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                instead(
                    WITHDRAW,
                    "Withdraw: Take an adoption back; it no longer counts as reuse.",
                    "پس گرفتن: به‌کارگیری را پس بگیرید؛ دیگر شمرده نمی‌شود.",
                ),
            ),
        )
    ),
    members=(
        text(
            "note",
            "Note: Why and how it is applied, and what was changed.",
            "یادداشت: چرا و چگونه به کار می‌رود و چه در آن عوض شد.",
            OPTIONAL,
            long=True,
        ),
        day(
            "startedOn",
            "Started on: The day the adopter began; null where that is not told.",
            "آغاز: روزی که به‌کارگیرنده آغاز کرد؛ اگر گفته نشده null.",
            OPTIONAL,
            days=HAPPENED,
        ),
        choice(
            "outcome",
            AdoptionOutcome,
            "Outcome: Success, failure or mixed; null until its adopter tells.",
            "پیامد: موفقیت، شکست یا آمیخته؛ تا به‌کارگیرنده نگفته null.",
        ),
        text(
            "outcomeNote",
            "Note on the outcome: What came of it, in words.",
            "یادداشت پیامد: از آن چه برآمد، به زبان نوشته.",
            NEVER,
            long=True,
        ),
        moment(
            "outcomeRecordedAt",
            "Outcome recorded at: When the outcome was told; null until then.",
            "زمان ثبت پیامد: پیامد کی گفته شد؛ تا آن هنگام null.",
        ),
        link(
            "adopter",
            "PUBLISHED_BY",
            "Organization",
            "Adopter: The organization that applies it; null where that is closed to you.",
            "به‌کارگیرنده: سازمانی که آن را به کار می‌بندد؛ آن‌جا که بر شما بسته است null.",
            back=back(
                "adoptions",
                "Adoptions: What it has taken over from others.",
                "به‌کارگیری‌ها: آنچه از دیگران گرفته و به کار بسته است.",
            ),
        ),
        link(
            "adopted",
            "ADOPTS",
            "Adoptable",
            "Adopted: The lesson or approach of another that it applies; null where you may not read it.",
            "به‌کارگرفته: درس‌آموخته یا رهیافت سازمانی دیگر؛ اگر نمی‌توانید بخوانید null.",
            ONCE,
            open=True,
            back=back(
                "adoptions",
                "Adoptions: Who has applied it, and what came of that.",
                "به‌کارگیری‌ها: چه کسانی آن را به کار بسته‌اند و چه برآمد.",
            ),
        ),
        REGION,
    ),
)

ADOPTABLE = Union(
    "Adoptable",
    ("Lesson", "Approach"),
    Words(
        "Adoptable: What an organization can adopt: a lesson or an approach.",
        "به‌کاربستنی: آنچه سازمانی می‌تواند به کار ببندد: درس‌آموخته یا رهیافت.",
    ),
)

AREA = (LESSON, STEP, APPROACH, ADOPTION, ADOPTABLE)
