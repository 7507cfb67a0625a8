"""Did it help? An organization says of another's lesson or approach that it applies to it, or why not.

That it was adopted nobody says here: an adoption does, and is seen by it.
"""

from graph.model.applying import APPLICABILITY_STANDING, ApplicabilityAnswer
from graph.model.declare import ONCE, OPTIONAL, REQUIRED, back, choice, link, move, record, text, whole
from graph.model.life import Blank, By, Life
from graph.model.members import Access
from graph.model.remarks import COMMON, REMARK, SHARED_MOVES, STANDING, RemarkStatus

APPLICABILITY = record(
    "Applicability",
    "apl",
    "Applicability: What an organization says of another's lesson or approach: it applies to us or not, why.",
    "کاربردپذیری: سازمانی دربارهٔ درس‌آموخته یا رهیافت دیگری می‌گوید به کارش می‌آید یا نه، و چرا.",
    plural=("applicabilities", "Applicability", "کاربردپذیری‌ها"),
    access=Access.SAID,
    parent="about",
    common=COMMON,
    order=(("number", True),),
    life=Blank(
        Life(
            RemarkStatus,
            (
                move(
                    "sayApplicability",
                    ("APPLICABILITY_SAID", "Applicability said", "گفتن کاربردپذیری"),
                    "Say: Tell whether the present wording of another's lesson or approach applies to you.",
                    "گفتن: بگویید متن کنونی درس‌آموخته یا رهیافت دیگری به کار شما می‌آید یا نه.",
                    by=By.MEMBER,
                    end=STANDING,
                    gives=(
                        "Applicability: What you say, and of what.",
                        "کاربردپذیری: چه می‌گویید و دربارهٔ چه.",
                    ),
                ),
                *SHARED_MOVES,
            ),
        )
    ),
    members=(
        choice(
            "answer",
            ApplicabilityAnswer,
            "Answer: It applies to us, or it does not.",
            "پاسخ: به کار ما می‌آید، یا نمی‌آید.",
            REQUIRED,
        ),
        text(
            "reason",
            "Reason: Why it does not apply; where it does, how, if that is told.",
            "دلیل: چرا به کار نمی‌آید؛ اگر می‌آید، چگونه، اگر گفته شده باشد.",
            OPTIONAL,
            long=True,
        ),
        *REMARK,
        APPLICABILITY_STANDING,
        whole(
            "wording",
            "Wording: The number of the wording that it is said of; compare it with the present one.",
            "متن: شمارهٔ متنی که دربارهٔ آن گفته شده است؛ با متن کنونی بسنجید.",
            required=True,
            filterable=False,
        ),
        whole(
            "number",
            "Number: Its place among all that was said of it, counted from 1 on.",
            "شماره: جای آن میان همهٔ آنچه درباره‌اش گفته شده، با شمارش از ۱.",
            required=True,
            sortable=True,
        ),
        link(
            "about",
            "SAID_OF",
            "Adoptable",
            "About: The lesson or approach that it is said of.",
            "دربارهٔ: درس‌آموخته یا رهیافتی که دربارهٔ آن گفته شده است.",
            ONCE,
            open=True,
            back=back(
                "applicability",
                "Applicability: To whom it applies and to whom not, and why.",
                "کاربردپذیری: به کار چه کسانی می‌آید و به کار چه کسانی نه، و چرا.",
            ),
        ),
        link(
            "organization",
            "SAID_BY",
            "Organization",
            "Organization: Who says so.",
            "سازمان: چه کسی می‌گوید.",
            open=True,
            back=back(
                "applicability",
                "Applicability: What it says of the lessons and approaches of others.",
                "کاربردپذیری: آنچه دربارهٔ درس‌آموخته‌ها و رهیافت‌های دیگران می‌گوید.",
            ),
        ),
    ),
)

AREA = (APPLICABILITY,)
