"""Adoptions: who applied whose lesson or approach, in which wording, and all that was told of the outcome."""

from graph.model.common import PUBLISHED_RECORD, REGION, WITHDRAW, RecordStatus
from graph.model.days import HAPPENED
from graph.model.declare import (
    BODY,
    ID,
    IN,
    NEVER,
    ONCE,
    OPTIONAL,
    back,
    back_one,
    choice,
    day,
    files,
    flag,
    link,
    moment,
    move,
    record,
    text,
    whole,
)
from graph.model.life import Blank, By, Life, instead
from graph.model.members import Access, Edge, Kind, Property
from graph.model.nodes import Node, Union
from graph.model.wordings import ADOPTED_WORDING
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
                    "Record the outcome: Say what came of an adoption of yours, say it anew, or correct it.",
                    "ثبت پیامد: بگویید از به‌کارگیری شما چه برآمد؛ بعدها از نو بگویید یا تصحیحش کنید.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                move(
                    "confirmOutcome",
                    (
                        "ADOPTION_OUTCOME_CONFIRMED",
                        "Outcome of an adoption confirmed for a new wording",
                        "تأیید پیامد به‌کارگیری برای متن تازه",
                    ),
                    "Confirm the outcome: Say that your outcome holds for the new wording, too.",
                    "تأیید پیامد: بگویید آنچه از به‌کارگیری شما برآمد برای متن تازه هم درست است.",
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
        whole(
            "wording",
            "Wording: The wording that was adopted, by its number; the present one, if you do not say which.",
            "متن: شمارهٔ متنی که به کار بسته شد؛ اگر نگویید کدام را خوانده‌اید، متن کنونی.",
            OPTIONAL,
            filterable=False,
        ),
        Property(
            "holdsFor",
            Kind.INT,
            required=True,
            many=True,
            filterable=False,
            words=Words(
                "Holds for: The wordings it counts for: the adopted one, and those confirmed since.",
                "درست برای: متن‌هایی که برایشان شمرده می‌شود: متن به‌کارگرفته، و آن‌ها که تأیید شده‌اند.",
            ),
        ),
        whole(
            "adoptedVersion",
            "Adopted version: The version of what it adopted, as it stood then.",
            "نسخهٔ به‌کارگرفته: نسخهٔ آنچه به کار بسته شد، چنان که آن هنگام بود.",
            filterable=False,
        ),
        ADOPTED_WORDING,
        text(
            "note",
            "Note: Why and how it is applied, and what was changed.",
            "یادداشت: چرا و چگونه به کار می‌رود و چه در آن عوض شد.",
            OPTIONAL,
            long=True,
            searched=BODY,
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
            "Outcome: Success, failure or mixed, as it was told last; null until its adopter tells.",
            "پیامد: موفقیت، شکست یا آمیخته، چنان که آخرین بار گفته شد؛ تا به‌کارگیرنده نگفته null.",
        ),
        text(
            "outcomeNote",
            "Note on the outcome: What came of it, in words.",
            "یادداشت پیامد: از آن چه برآمد، به زبان نوشته.",
            NEVER,
            long=True,
            searched=BODY,
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
        files(),
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

_OUTCOME = (
    ID,
    choice(
        "outcome",
        AdoptionOutcome,
        "Outcome: Success, failure or mixed.",
        "پیامد: موفقیت، شکست یا آمیخته.",
        required=True,
    ),
    text("note", "Note: What came of it, in words.", "یادداشت: از آن چه برآمد، به زبان نوشته.", long=True),
    moment(
        "recordedAt", "Recorded at: When it was told.", "زمان ثبت: کی گفته شد.", sortable=False, required=True
    ),
    whole(
        "telling",
        "Telling: Which telling it is, from 1 on; a correction has the number of what it corrects.",
        "بار: چندمین گفتن است، از ۱؛ تصحیح شمارهٔ همان را دارد که تصحیح می‌کند.",
        required=True,
        sortable=True,
    ),
    flag(
        "corrected",
        "Corrected: Whether a later one corrects it.",
        "تصحیح‌شده: آیا پیامدی دیرتر آن را تصحیح کرده است.",
    ),
    link(
        "adoption",
        "HAS_OUTCOME",
        "Adoption",
        "Adoption: The adoption it came of.",
        "به‌کارگیری: از کدام به‌کارگیری برآمد.",
        direction=IN,
        open=True,
        back=back(
            "outcomes",
            "Outcomes: All that was told of what came of it, newest first, corrected ones too.",
            "پیامدها: هر چه از پیامد آن گفته شد، نخست تازه‌ترین، تصحیح‌شده‌ها نیز.",
        ),
    ),
    link(
        "corrects",
        "CORRECTS",
        "Outcome",
        "Corrects: The one that it corrects; null where it was told anew.",
        "تصحیح می‌کند: آن را که تصحیح می‌کند؛ اگر تازه گفته شد null.",
        open=True,
        back=back_one(
            "correctedBy",
            "Corrected by: The one that corrects it; null while it stands.",
            "تصحیح‌شده با: آن که تصحیحش می‌کند؛ تا برجاست null.",
        ),
    ),
)
OUTCOME = Node(
    "Outcome",
    "out",
    _OUTCOME,
    access=Access.PARENT,
    parent=next(member for member in _OUTCOME if member.name == "adoption" and isinstance(member, Edge)),
    order=(("telling", False),),
    words=Words(
        "Outcome: What an adopter has told, once, of what came of it; it is corrected, never overwritten.",
        "پیامد: آنچه به‌کارگیرنده یک بار از نتیجه گفت؛ تصحیح می‌شود، هرگز بازنویسی نه.",
    ),
)

AREA = (ADOPTION, OUTCOME, ADOPTABLE)
