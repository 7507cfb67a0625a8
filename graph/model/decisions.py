"""Decisions of working groups: proposed, approved or rejected by votes, and replaced by later ones."""

from graph.model.common import CHANGES, INTERNAL, VERSIONED
from graph.model.common import Visibility as Readers
from graph.model.days import HAPPENED
from graph.model.declare import (
    BODY,
    IN,
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    back_one,
    choice,
    day,
    link,
    links,
    move,
    record,
    text,
    those,
    whole,
)
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice


class DecisionStatus(
    Choice,
    en="Status: Where a decision stands, from its proposal on.",
    fa="وضعیت: مصوبه در چه مرحله‌ای است، از پیشنهاد به بعد.",
):
    PROPOSED = (
        "PROPOSED",
        "Proposed: It is still to be decided.",
        "پیشنهادشده: هنوز باید دربارهٔ آن تصمیم گرفت.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The proposal was taken back.",
        "پس‌گرفته: پیشنهاد پس گرفته شد.",
    )
    APPROVED = "APPROVED", "Approved: The group has decided so.", "تصویب‌شده: کارگروه آن را تصویب کرد."
    REJECTED = "REJECTED", "Rejected: The group has decided against it.", "ردشده: کارگروه آن را نپذیرفت."
    REPLACED = (
        "REPLACED",
        "Replaced: A later decision stands in its place.",
        "جایگزین‌شده: مصوبه‌ای تازه‌تر به جای آن آمده است.",
    )


PROPOSED, APPROVED = DecisionStatus.PROPOSED, DecisionStatus.APPROVED
REJECTED, REPLACED = DecisionStatus.REJECTED, DecisionStatus.REPLACED
WITHDRAWN = DecisionStatus.WITHDRAWN
_SECRETARIAT = Also(By.ADMINISTRATOR)

LIFE = Life(
    DecisionStatus,
    (
        move(
            "proposeDecision",
            ("DECISION_PROPOSED", "Decision proposed", "پیشنهاد مصوبه"),
            "Propose: Put a decision before a working group that you sit in or run.",
            "پیشنهاد: به کارگروهی که در آن کرسی دارید یا آن را اداره می‌کنید مصوبه‌ای پیشنهاد دهید.",
            by=By.SIDE,
            sides=(Side.SITTER,),
            also=_SECRETARIAT,
            end=PROPOSED,
            gives=(
                "Proposal: What a working group is to decide.",
                "پیشنهاد: کارگروه دربارهٔ چه باید تصمیم بگیرد.",
            ),
        ),
        move(
            "editDecision",
            ("DECISION_EDITED", "Decision edited", "ویرایش مصوبه"),
            "Edit: Change a proposal, as the one that made it or that runs the group.",
            "ویرایش: پیشنهاد را تغییر دهید، اگر از شماست یا کارگروه را اداره می‌کنید.",
            by=By.SIDE,
            sides=(Side.PROPOSER, Side.RUNNER),
            also=_SECRETARIAT,
            start=(PROPOSED,),
            gives=CHANGES,
        ),
        move(
            "withdrawDecision",
            ("DECISION_WITHDRAWN", "Proposed decision withdrawn", "پس گرفتن پیشنهاد مصوبه"),
            "Withdraw: Take a proposal back, as the one that made it or that runs the group.",
            "پس گرفتن: پیشنهاد را پس بگیرید، اگر از شماست یا کارگروه را اداره می‌کنید.",
            by=By.SIDE,
            sides=(Side.PROPOSER, Side.RUNNER),
            also=_SECRETARIAT,
            start=(PROPOSED,),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
            input="WithdrawInput",
        ),
        move(
            "approveDecision",
            ("DECISION_APPROVED", "Decision approved", "تصویب مصوبه"),
            "Approve: Record that the group has decided so, with the votes; in a group of a partnership,"
            " not by the one that proposed it. From then on it stays as it is.",
            "تصویب: ثبت کنید که کارگروه چنین تصمیم گرفت، با شمار رأی‌ها؛ در کارگروه یک مشارکت، نه به دست"
            " پیشنهاددهنده. از آن پس همان می‌ماند.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(PROPOSED,),
            end=APPROVED,
        ),
        move(
            "rejectDecision",
            ("DECISION_REJECTED", "Decision rejected", "رد مصوبه"),
            "Reject: Record that the group has decided against it, with the votes.",
            "رد: ثبت کنید که کارگروه آن را نپذیرفت، با شمار رأی‌ها.",
            by=By.SIDE,
            sides=(Side.RUNNER,),
            also=_SECRETARIAT,
            start=(PROPOSED,),
            end=REJECTED,
        ),
        move(
            "linkDecision",
            ("DECISION_LINKED", "Decision linked", "پیوند دادن مصوبه"),
            "Link: Say which boards, seats, charters or applications of its network it has settled, as the"
            " network's secretariat.",
            "پیوند: در جای دبیرخانهٔ شبکه بگویید کدام هیئت‌ها، کرسی‌ها، اساسنامه‌ها یا درخواست‌های عضویت شبکه با"
            " آن تعیین شد.",
            by=By.SIDE,
            sides=(Side.BODY,),
            also=_SECRETARIAT,
            start=(APPROVED, REPLACED),
        ),
        move(
            None,
            ("DECISION_REPLACED", "Decision replaced", "جایگزینی مصوبه"),
            "Replaced: A later decision that replaces it was approved.",
            "جایگزین‌شده: مصوبه‌ای تازه‌تر که جای آن را می‌گیرد تصویب شد.",
            by=By.NOBODY,
            start=(APPROVED,),
            end=REPLACED,
        ),
    ),
)

SETTLED = ("boards", "boardSeats", "charters", "applications")
"""The edges to what of its network a decision has settled."""
VOTES = ("votesFor", "votesAgainst", "votesAbstained")
"""The counts of votes: together never more than the group has seats."""

DECISION = record(
    "Decision",
    "dec",
    "Decision: What a working group has decided, or is to decide, with its number and the votes.",
    "مصوبه: آنچه کارگروه تصویب کرده یا باید دربارهٔ آن تصمیم بگیرد، با شماره و شمار رأی‌ها.",
    plural=("decisions", "Decisions", "مصوبه‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        whole(
            "number",
            "Number: Its number in its group, where no other has it; the next one where you give none.",
            "شماره: شمارهٔ آن در کارگروه، که دیگری ندارد؛ اگر ندهید شمارهٔ بعدی.",
            OPTIONAL,
            required=True,
            sortable=True,
        ),
        text(
            "title",
            "Title: What is decided, in one line.",
            "عنوان: چه تصویب می‌شود، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "text",
            "Text: What is decided, in full; null where the title says it all.",
            "متن: متن کامل مصوبه؛ اگر عنوان همه‌چیز را می‌گوید null.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        choice(
            "status",
            DecisionStatus,
            "Status: Proposed, withdrawn, approved, rejected or replaced.",
            "وضعیت: پیشنهادشده، پس‌گرفته، تصویب‌شده، ردشده یا جایگزین‌شده.",
            required=True,
        ),
        choice(
            "visibility",
            Readers,
            "Visibility: Who reads it beside the members of its group; with `ORGANIZATION` they alone.",
            "دیدپذیری: جز اعضای کارگروه چه کسی آن را می‌خواند؛ با `ORGANIZATION` تنها همان‌ها.",
            REQUIRED,
            default=Readers.ORGANIZATION,
        ),
        whole(
            "votesFor",
            "For: How many voted for it; null where that is not told.",
            "موافق: چند رأی موافق داشت؛ اگر گفته نشده null.",
        ),
        whole(
            "votesAgainst",
            "Against: How many voted against it; null where that is not told.",
            "مخالف: چند رأی مخالف داشت؛ اگر گفته نشده null.",
        ),
        whole(
            "votesAbstained",
            "Abstained: How many abstained; null where that is not told.",
            "ممتنع: چند رأی ممتنع داشت؛ اگر گفته نشده null.",
        ),
        day(
            "decidedOn",
            "Decided on: The day it was approved or rejected; null until then.",
            "روز تصمیم: روزی که تصویب یا رد شد؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        link(
            "group",
            "HAS_DECISION",
            "WorkingGroup",
            "Working group: Whose decision it is; null where the group is closed to you.",
            "کارگروه: مصوبهٔ کدام کارگروه است؛ اگر بر شما بسته است null.",
            ONCE,
            direction=IN,
            back=those("Those of it, the latest first.", "آن‌ها که از آنِ این کارگروه‌اند، نخست تازه‌ترین."),
        ),
        link(
            "meeting",
            "DECIDED_AT",
            "Meeting",
            "Meeting: The meeting of its group where it is on the table, or was decided; null where there"
            " is none.",
            "جلسه: جلسهٔ کارگروه که در آن مطرح می‌شود یا تصویب شد؛ اگر نباشد null.",
            OPTIONAL,
            back=those(
                "Those that it has taken, or is to take.", "آن‌ها که در آن گرفته شده یا باید گرفته شود."
            ),
        ),
        link(
            "replaces",
            "REPLACES",
            "Decision",
            "Replaces: The earlier decision whose place it takes once approved; null where it takes none.",
            "جایگزینِ: مصوبهٔ پیشین کارگروه که این پس از تصویب جای آن را می‌گیرد؛ اگر نباشد null.",
            OPTIONAL,
            back=back_one(
                "replacedBy",
                "Replaced by: The later decision that replaces it, approved or proposed; null where there"
                " is none.",
                "جایگزین‌شده با: مصوبهٔ تازه‌تری که جای آن را می‌گیرد، تصویب‌شده یا پیشنهادشده؛ اگر نباشد null.",
            ),
        ),
        link(
            "proposedBy",
            "PROPOSED_BY",
            "Organization",
            "Proposed by: The organization that proposed it; null where the secretariat did.",
            "پیشنهاددهنده: سازمانی که پیشنهادش داد؛ اگر دبیرخانه پیشنهاد داده null.",
            back=back(
                "decisionsProposed",
                "Decisions proposed: Those it has put before its working groups.",
                "مصوبه‌های پیشنهادی: آن‌ها که به کارگروه‌هایش پیشنهاد داده است.",
            ),
        ),
        links(
            "boards",
            "SETTLES",
            "Board",
            "Boards: Those that were formed by it.",
            "هیئت‌ها: آن‌ها که با آن تشکیل شدند.",
            back=back(
                "decisions",
                "Decisions: Those of working groups by which it was formed.",
                "مصوبه‌ها: مصوبه‌های کارگروه‌ها که با آن تشکیل شد.",
            ),
        ),
        links(
            "boardSeats",
            "SETTLES",
            "BoardSeat",
            "Seats of boards: Those that were elected or appointed by it.",
            "کرسی‌های هیئت: آن‌ها که با آن انتخاب یا منصوب شدند.",
            back=back(
                "decisions",
                "Decisions: Those of working groups by which it was elected or appointed.",
                "مصوبه‌ها: مصوبه‌های کارگروه‌ها که با آن انتخاب یا منصوب شد.",
            ),
        ),
        links(
            "charters",
            "SETTLES",
            "Charter",
            "Charters: Those that were adopted by it.",
            "اساسنامه‌ها: آن‌ها که با آن تصویب شدند.",
            back=back(
                "decisions",
                "Decisions: Those of working groups by which it was adopted.",
                "مصوبه‌ها: مصوبه‌های کارگروه‌ها که با آن تصویب شد.",
            ),
        ),
        links(
            "applications",
            "SETTLES",
            "MembershipApplication",
            "Applications: Those for membership that were decided by it.",
            "درخواست‌ها: درخواست‌های عضویت که با آن تعیین تکلیف شدند.",
            back=back(
                "decisions",
                "Decisions: Those of working groups that decided it.",
                "مصوبه‌ها: مصوبه‌های کارگروه‌ها که آن را تعیین تکلیف کرد.",
            ),
        ),
    ),
)

AREA = (DECISION,)
