"""Complaints: a member tells coordinators what is wrong with what was said; nobody is told who did.

No edge and no signature leads to whoever complains: coordinators judge what was said, and an author that
complains about what stands under its anonymized record would be guessed by it.
"""

from graph.model.common import INTERNAL, VERSIONED
from graph.model.declare import NEVER, ONCE, REQUIRED, back, choice, link, move, record, text
from graph.model.life import By, Life
from graph.model.nodes import Union
from graph.model.words import Choice, Words


class ComplaintStatus(
    Choice,
    en="Status of a complaint: What coordinators have made of it.",
    fa="وضعیت شکایت: هماهنگ‌کنندگان با آن چه کرده‌اند.",
):
    OPEN = "OPEN", "Open: No coordinator has decided yet.", "باز: هنوز هیچ هماهنگ‌کننده‌ای تصمیم نگرفته است."
    UPHELD = (
        "UPHELD",
        "Upheld: What it is about was hidden.",
        "پذیرفته: آنچه شکایت دربارهٔ آن است پنهان شد.",
    )
    DISMISSED = (
        "DISMISSED",
        "Dismissed: A coordinator finds nothing wrong, and says why.",
        "ناوارد: هماهنگ‌کننده ایرادی ندید و دلیلش را گفته است.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Whoever complained has taken it back.",
        "پس‌گرفته: شاکی آن را پس گرفته است.",
    )


OPEN, UPHELD, DISMISSED = ComplaintStatus.OPEN, ComplaintStatus.UPHELD, ComplaintStatus.DISMISSED
WITHDRAWN = ComplaintStatus.WITHDRAWN

COMPLAINT = record(
    "Complaint",
    "cpl",
    "Complaint: What a member finds wrong with a question or another remark, for coordinators.",
    "شکایت: ایرادی که عضوی به پرسش یا گفته‌ای دیگر دارد، برای هماهنگ‌کنندگان.",
    plural=("complaints", "Complaints", "شکایت‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=Life(
        ComplaintStatus,
        (
            move(
                "complain",
                ("COMPLAINT_MADE", "Complaint made", "شکایت"),
                "Complain: Tell coordinators what is wrong with what was said; nobody learns that you did.",
                "شکایت: ایراد گفته‌ای را به هماهنگ‌کنندگان بگویید؛ کسی نمی‌فهمد شما گفته‌اید.",
                by=By.MEMBER,
                end=OPEN,
                gives=("Complaint: What is wrong, and with what.", "شکایت: ایراد چیست و به چه."),
            ),
            move(
                "withdrawComplaint",
                ("COMPLAINT_WITHDRAWN", "Complaint taken back", "پس گرفتن شکایت"),
                "Withdraw: Take a complaint of yours back.",
                "پس گرفتن: شکایت خود را پس بگیرید.",
                start=(OPEN,),
                end=WITHDRAWN,
                already="ALREADY_WITHDRAWN",
            ),
            move(
                "dismissComplaint",
                ("COMPLAINT_DISMISSED", "Complaint dismissed", "ناوارد دانستن شکایت"),
                "Dismiss: Say as a coordinator why it stays.",
                "ناوارد دانستن: در نقش هماهنگ‌کننده بگویید چرا آن گفته می‌ماند.",
                by=By.COORDINATOR,
                start=(OPEN,),
                end=DISMISSED,
            ),
            move(
                None,
                ("COMPLAINT_UPHELD", "Complaint upheld", "پذیرفتن شکایت"),
                "Upheld: What it is about is hidden.",
                "پذیرفتن: آنچه شکایت دربارهٔ آن است پنهان می‌شود.",
                by=By.NOBODY,
                start=(OPEN,),
                end=UPHELD,
            ),
        ),
    ),
    members=(
        choice(
            "status",
            ComplaintStatus,
            "Status: Open, upheld, dismissed or withdrawn.",
            "وضعیت: باز، پذیرفته، ناوارد یا پس‌گرفته.",
            required=True,
        ),
        text("reason", "Reason: What is wrong.", "دلیل: ایراد چیست.", REQUIRED, long=True),
        text(
            "answer",
            "Answer: Why a coordinator finds nothing wrong; null until then.",
            "پاسخ: چرا هماهنگ‌کننده ایرادی نمی‌بیند؛ تا آن هنگام null.",
            NEVER,
            long=True,
        ),
        link(
            "about",
            "COMPLAINS_OF",
            "Remark",
            "About: What is complained of; null where you may not read it.",
            "دربارهٔ: شکایت از کدام گفته است؛ اگر نمی‌توانید بخوانید null.",
            ONCE,
            open=True,
            back=back(
                "complaints",
                "Complaints: What was complained of; coordinators read it, and you your own.",
                "شکایت‌ها: ایرادهایی که گرفته شده؛ هماهنگ‌کنندگان می‌خوانند، و شما شکایت خود را.",
            ),
        ),
    ),
)

REMARK = Union(
    "Remark",
    ("Question", "Answer", "Applicability"),
    Words(
        "Remark: What is said under the record of another, and can be complained of.",
        "گفته: آنچه زیر رکورد دیگری گفته می‌شود و می‌توان از آن شکایت کرد.",
    ),
)

AREA = (COMPLAINT, REMARK)
