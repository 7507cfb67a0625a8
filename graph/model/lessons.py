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
from graph.model.core import Computed, Kind, See, Union
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
)
from graph.model.life import Also, Blank, By, Life, instead
from graph.model.words import Choice, Words


class AdoptionOutcome(Choice, en="Outcome: What came of an adoption.", fa="پیامد: چه از به‌کارگیری برآمد."):
    SUCCESS = "SUCCESS", "Success", "موفقیت"
    FAILURE = "FAILURE", "Failure", "شکست"
    MIXED = "MIXED", "Mixed", "آمیخته"


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
            "Learned: Whether an adoption of it has an outcome.",
            "آموخته‌شده: آیا یکی از به‌کارگیری‌های آن نتیجه‌ای دارد.",
        ),
    ),
    Computed(
        "reuseCount",
        Kind.INT,
        lambda n, see: f"COUNT {{ {_adoptions(n, see, _STANDS)} }}",
        filterable=True,
        words=Words("Reuse: How many adoptions it has.", "شمار به‌کارگیری: چند به‌کارگیری دارد."),
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
            "Success share: Mean over outcomes: success 1, mixed 0.5, failure 0.",
            "سهم موفقیت: میانگین نتیجه‌ها: موفقیت ۱، آمیخته ۰٫۵، شکست ۰.",
        ),
    ),
)
"""A lesson is learned once an adoption of it has an outcome. `successShare` (0 to 1): the mean over
adoptions with an outcome of success 1, mixed ½, failure 0; null where there is none."""


LESSON = record(
    "Lesson",
    "les",
    "Lesson: A lesson. It counts as learned once an adoption by another organization has an outcome.",
    "درس‌آموخته: وقتی آموخته شمرده می‌شود که به‌کارگیری آن در سازمانی دیگر نتیجه‌ای داشته باشد.",
    plural=("lessons", "Lessons", "درس‌آموخته‌ها"),
    common=PUBLISHED_RECORD,
    life=published(
        move(
            "addEvidence",
            ("EVIDENCE_ADDED", "Evidence added", "افزودن شاهد"),
            "Add evidence: Put an experience of yours beside a lesson, for or against it.",
            "افزودن شاهد: یکی از تجربه‌های خود را موافق یا مخالف کنار درس بگذارید.",
            by=By.MEMBER,
            also=Also(By.ADMINISTRATOR),
        ),
        create=replace(
            CREATE,
            input_words=Words(
                "Draft: A draft, drawn from experiences that you may read.",
                "پیش‌نویس: برگرفته از تجربه‌هایی که می‌توانید بخوانید.",
            ),
        ),
    ),
    anonymizable=True,
    members=(
        text("statement", "Statement", "گزاره", REQUIRED, sortable=True, searched=TITLE),
        text("recommendation", "Recommendation", "پیشنهاد", REQUIRED, long=True, searched=BODY),
        text("appliesWhen", "Applies when", "کجا به کار می‌آید", OPTIONAL, long=True, searched=BODY),
        text(
            "notAppliesWhen", "Does not apply when", "کجا به کار نمی‌آید", OPTIONAL, long=True, searched=BODY
        ),
        LANGUAGE,
        *REUSE,
        PUBLISHER,
        rows(
            "experiences",
            "DRAWN_FROM",
            "Experience",
            "Experiences: The experiences it was drawn from.",
            "تجربه‌ها: تجربه‌هایی که از آن‌ها برگرفته شده است.",
            REQUIRED,
            open=True,
            back=back("lessons", "Lessons: The lessons drawn from it.", "درس‌آموخته‌ها: درس‌های برگرفته از آن."),
        ),
        rows(
            "evidenceFor",
            "SUPPORTED_BY",
            "Experience",
            "Evidence for",
            "شاهد موافق",
            open=True,
            back=back(
                "supports",
                "Supports: The lessons it is evidence for.",
                "پشتیبان: درس‌هایی که شاهد موافق آن‌هاست.",
            ),
        ),
        rows(
            "evidenceAgainst",
            "CONTRADICTED_BY",
            "Experience",
            "Evidence against",
            "شاهد مخالف",
            open=True,
            back=back(
                "contradicts",
                "Contradicts: The lessons it is evidence against.",
                "ناقض: درس‌هایی که شاهد مخالف آن‌هاست.",
            ),
        ),
        TOPICS,
        SKILLS,
    ),
)

STEP = part(
    "Step",
    "Step: A step of an approach.",
    "گام: گامی از یک رهیافت.",
    (
        text("title", "Title", "عنوان", REQUIRED),
        text("text", "Text", "شرح", OPTIONAL, long=True),
    ),
)

APPROACH = record(
    "Approach",
    "app",
    "Approach: A method that can be reused, step by step.",
    "رهیافت: روشی که گام به گام دوباره به کار می‌آید.",
    plural=("approaches", "Approaches", "رهیافت‌ها"),
    common=PUBLISHED_RECORD,
    life=published(
        create=replace(
            instead(
                CREATE, "Create: Write down a method, as a draft.", "ایجاد: روشی را چون پیش‌نویس بنویسید."
            ),
            input_words=Words(
                "Draft: A draft of a reusable method.", "پیش‌نویس: پیش‌نویس روشی که دوباره به کار می‌آید."
            ),
        ),
    ),
    anonymizable=True,
    members=(
        text("title", "Title", "عنوان", REQUIRED, sortable=True, searched=TITLE),
        text("summary", "Summary", "چکیده", REQUIRED, long=True, searched=BODY),
        LANGUAGE,
        *REUSE,
        PUBLISHER,
        links("steps", "HAS_STEP", "Step", "Steps", "گام‌ها", REQUIRED, open=True),
        rows(
            "experiences",
            "DRAWN_FROM",
            "Experience",
            "Experiences: The experiences it was drawn from.",
            "تجربه‌ها: تجربه‌هایی که از آن‌ها برگرفته شده است.",
            OPTIONAL,
            open=True,
            back=those("Those drawn from it.", "آن‌ها که از آن برگرفته‌اند."),
        ),
        TOPICS,
        SKILLS,
    ),
)

ADOPTION = record(
    "Adoption",
    "ado",
    "Adoption: An organization applied another's lesson or approach: where, when, what came of it.",
    "به‌کارگیری: سازمانی درس یا رهیافت دیگری را به کار بست: کجا، کی، و چه شد.",
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
                    "به‌کارگیری: بگویید سازمان شما درس یا رهیافت دیگری را به کار می‌بندد.",
                    by=By.MEMBER,
                    end=RecordStatus.PUBLISHED,
                    gives=(
                        "Adoption: Your organization applies a lesson or an approach of another.",
                        "به‌کارگیری: سازمان شما درس یا رهیافت دیگری را به کار می‌بندد.",
                    ),
                ),
                move(
                    "recordOutcome",
                    ("ADOPTION_OUTCOME_RECORDED", "Outcome of an adoption told", "ثبت نتیجهٔ به‌کارگیری"),
                    "Record the outcome: Say what came of an adoption.",
                    "ثبت نتیجه: بگویید از به‌کارگیری چه برآمد.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                instead(WITHDRAW, "Withdraw: Take an adoption back.", "پس گرفتن: به‌کارگیری را پس بگیرید."),
            ),
        )
    ),
    members=(
        text("note", "Note", "یادداشت", OPTIONAL, long=True),
        day("startedOn", "Started on", "آغاز", OPTIONAL),
        choice(
            "outcome",
            AdoptionOutcome,
            "Outcome: Null until it is known.",
            "پیامد: تا دانسته نشده null.",
        ),
        text("outcomeNote", "Note on the outcome", "یادداشت پیامد", NEVER, long=True),
        moment("outcomeRecordedAt", "Outcome recorded at", "زمان ثبت پیامد"),
        link(
            "adopter",
            "PUBLISHED_BY",
            "Organization",
            "Adopter",
            "به‌کارگیرنده",
            back=back("adoptions", "Adoptions", "به‌کارگیری‌ها"),
        ),
        link(
            "adopted",
            "ADOPTS",
            "Adoptable",
            "Adopted",
            "به‌کارگرفته",
            ONCE,
            open=True,
            back=back("adoptions", "Adoptions", "به‌کارگیری‌ها"),
        ),
        REGION,
    ),
)

ADOPTABLE = Union(
    "Adoptable",
    ("Lesson", "Approach"),
    Words("Adoptable: What can be adopted.", "به‌کاربستنی: آنچه می‌توان به کار بست."),
)
