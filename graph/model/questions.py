"""Questions under experiences, lessons, approaches, offers, needs and partnerships, and their answers.

An answer stands under a question, and nothing under an answer. What the author of a record that can be
anonymized answers is the author's: no edge and no signature says whose that is, the record alone does.
"""

from graph.model.common import LANGUAGE
from graph.model.declare import ONCE, REQUIRED, back, flag, link, move, record, text, whole
from graph.model.life import Blank, By, Life
from graph.model.members import Access
from graph.model.nodes import Union
from graph.model.remarks import COMMON, REMARK, SHARED_MOVES, STANDING, RemarkStatus
from graph.model.words import Words

_NUMBER = (
    "Number: Its place among all that was said there, counted from 1 on.",
    "شماره: جای آن میان همهٔ آنچه آن‌جا گفته شده، با شمارش از ۱.",
)

QUESTION = record(
    "Question",
    "que",
    "Question: What another organization asks about a record.",
    "پرسش: آنچه سازمانی دیگر دربارهٔ رکوردی می‌پرسد.",
    plural=("questions", "Questions", "پرسش‌ها"),
    access=Access.SAID,
    parent="about",
    common=COMMON,
    order=(("number", True),),
    life=Blank(
        Life(
            RemarkStatus,
            (
                move(
                    "askQuestion",
                    ("QUESTION_ASKED", "Question asked", "پرسیدن"),
                    "Ask: Ask about a record of another; its readers read the question and who asks.",
                    "پرسیدن: دربارهٔ رکورد سازمانی دیگر بپرسید؛ خوانندگانش پرسش و پرسنده را می‌بینند.",
                    by=By.MEMBER,
                    end=STANDING,
                    gives=("Question: What you ask, and about what.", "پرسش: چه می‌پرسید و دربارهٔ چه."),
                ),
                *SHARED_MOVES,
            ),
        )
    ),
    members=(
        text("text", "Text: What is asked.", "متن: چه پرسیده شده است.", REQUIRED, long=True),
        LANGUAGE,
        *REMARK,
        whole("number", *_NUMBER, required=True, sortable=True),
        link(
            "about",
            "ASKED_ABOUT",
            "Discussed",
            "About: The record that it is about.",
            "دربارهٔ: رکوردی که پرسش دربارهٔ آن است.",
            ONCE,
            open=True,
            back=back(
                "questions",
                "Questions: What others ask about it, the first one first.",
                "پرسش‌ها: دیگران دربارهٔ آن چه پرسیده‌اند، به ترتیب پرسیدن.",
            ),
        ),
        link(
            "asker",
            "ASKED_BY",
            "Organization",
            "Asker: The organization whose question it is.",
            "پرسنده: سازمانی که این پرسش از آن است.",
            open=True,
            back=back(
                "questions",
                "Questions: What it has asked, as far as you may read it.",
                "پرسش‌ها: آنچه پرسیده است، تا جایی که می‌توانید بخوانید.",
            ),
        ),
    ),
)

ANSWER = record(
    "Answer",
    "ans",
    "Answer: What an organization answers to a question: the author of the record, or another that knows.",
    "پاسخ: آنچه سازمانی به پرسشی پاسخ می‌دهد: نویسندهٔ رکورد، یا سازمانی دیگر که می‌داند.",
    plural=("answers", "Answers", "پاسخ‌ها"),
    access=Access.SAID,
    parent="question",
    common=COMMON,
    order=(("number", True),),
    life=Blank(
        Life(
            RemarkStatus,
            (
                move(
                    "answerQuestion",
                    ("QUESTION_ANSWERED", "Question answered", "پاسخ دادن به پرسش"),
                    "Answer: Answer a question about a record; of yours, as its author.",
                    "پاسخ دادن: به پرسشی دربارهٔ رکوردی پاسخ دهید؛ اگر رکورد شماست، در مقام نویسنده.",
                    by=By.MEMBER,
                    end=STANDING,
                    gives=("Answer: What you answer, and to what.", "پاسخ: چه پاسخ می‌دهید و به چه."),
                ),
                *SHARED_MOVES,
            ),
        )
    ),
    members=(
        text("text", "Text: What is answered.", "متن: چه پاسخ داده شده است.", REQUIRED, long=True),
        LANGUAGE,
        *REMARK,
        flag(
            "fromAuthor",
            "From the author: Whether the organization whose the record is has answered.",
            "از نویسنده: آیا سازمان صاحب رکورد پاسخ داده است.",
        ),
        whole("number", *_NUMBER, required=True, sortable=True),
        whole(
            "questionVersion",
            "Version of the question: Which one was answered; compare it with the present one.",
            "نسخهٔ پرسش: به کدام نسخه پاسخ داده شد؛ با نسخهٔ کنونی بسنجید.",
            required=True,
            filterable=False,
        ),
        link(
            "question",
            "ANSWERS",
            "Question",
            "Question: What it answers.",
            "پرسش: به چه پاسخ می‌دهد.",
            ONCE,
            open=True,
            back=back(
                "answers",
                "Answers: What was answered, the first one first.",
                "پاسخ‌ها: آنچه پاسخ داده شده، به ترتیب پاسخ.",
            ),
        ),
        link(
            "organization",
            "ANSWERED_BY",
            "Organization",
            "Organization: Who answers; null for the author of an experience, a lesson or an approach, whom"
            " the record names or not.",
            "سازمان: چه کسی پاسخ می‌دهد؛ برای نویسندهٔ تجربه، درس‌آموخته یا رهیافت null، که نامش را"
            " خود رکورد می‌گوید یا نه.",
            open=True,
            back=back(
                "answers",
                "Answers: What it has answered about records of others, as far as you may read it.",
                "پاسخ‌ها: آنچه دربارهٔ رکوردهای دیگران پاسخ داده، تا جایی که می‌توانید بخوانید.",
            ),
        ),
    ),
)

DISCUSSED = Union(
    "Discussed",
    ("Experience", "Lesson", "Approach", "ResourceOffer", "ResourceNeed", "Partnership"),
    Words(
        "Discussed: What questions can be asked about.",
        "موضوع پرسش: آنچه می‌توان درباره‌اش پرسید.",
    ),
)

AREA = (QUESTION, ANSWER, DISCUSSED)
