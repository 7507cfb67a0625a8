"""Boards of networks and the seats on them: an organization that is named has a seat once it has accepted."""

from graph.model.common import CHANGES, INTERNAL, VERSIONED
from graph.model.days import PLANNED
from graph.model.declare import IN, NEVER, ONCE, OPTIONAL, back, choice, day, link, move, record, text
from graph.model.life import Also, By, Life
from graph.model.members import Access, Computed, Kind
from graph.model.sides import Side
from graph.model.words import Choice, Words


class BoardKind(Choice, en="Kind of board: What a board is there for.", fa="گونهٔ هیئت: هیئت برای چیست."):
    FOUNDING = (
        "FOUNDING",
        "Founding board: Takes the network through its founding.",
        "هیئت مؤسس: شبکه را تا تأسیس پیش می‌برد.",
    )
    DIRECTORS = (
        "DIRECTORS",
        "Board of directors: Runs the network between two assemblies.",
        "هیئت مدیره: میان دو مجمع شبکه را اداره می‌کند.",
    )
    INSPECTORS = (
        "INSPECTORS",
        "Inspectors: Look at the work and the accounts of the directors.",
        "بازرسان: کار و حساب هیئت مدیره را بررسی می‌کنند.",
    )


class BoardStatus(Choice, en="Status of a board: Whether it sits.", fa="وضعیت هیئت: آیا هیئت بر سر کار است."):
    SITTING = (
        "SITTING",
        "Sitting: It is the board of its kind now.",
        "بر سر کار: اکنون هیئت از این گونه همین است.",
    )
    ENDED = "ENDED", "Ended: Its term is over.", "پایان‌یافته: دوره‌اش به سر رسیده است."


class SeatSelection(
    Choice,
    en="Selection: How an organization comes to a seat.",
    fa="شیوهٔ گزینش: سازمان چگونه به کرسی می‌رسد.",
):
    ELECTED = "ELECTED", "Elected: By the vote of the members.", "انتخابی: با رأی اعضا."
    APPOINTED = (
        "APPOINTED",
        "Appointed: By whoever has that right, e.g. the body that founds the network.",
        "انتصابی: از سوی کسی که این حق را دارد، مانند نهاد بنیان‌گذار.",
    )


class SeatStatus(
    Choice,
    en="Status of a seat: Whether the organization that is named has accepted it.",
    fa="وضعیت کرسی: آیا سازمان نام‌برده آن را پذیرفته است.",
):
    PROPOSED = (
        "PROPOSED",
        "Proposed: The network names it, and it has not answered; both alone read this.",
        "پیشنهادشده: شبکه نامش را برده و پاسخ نداده است؛ تنها همین دو آن را می‌خوانند.",
    )
    CONFIRMED = "CONFIRMED", "Confirmed: It has accepted the seat.", "تأییدشده: کرسی را پذیرفته است."
    DECLINED = "DECLINED", "Declined: It does not want the seat.", "ردشده: کرسی را نمی‌خواهد."
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The network took it back before an answer.",
        "پس‌گرفته: شبکه پیش از پاسخ آن را پس گرفت.",
    )
    ENDED = "ENDED", "Ended: It had the seat, and has it no more.", "پایان‌یافته: کرسی را داشت و دیگر ندارد."


SITTING, BOARD_ENDED = BoardStatus.SITTING, BoardStatus.ENDED
PROPOSED, CONFIRMED = SeatStatus.PROPOSED, SeatStatus.CONFIRMED
DECLINED, WITHDRAWN, ENDED = SeatStatus.DECLINED, SeatStatus.WITHDRAWN, SeatStatus.ENDED

_BOARD_LIFE = Life(
    BoardStatus,
    (
        move(
            "formBoard",
            ("BOARD_FORMED", "Board formed", "تشکیل هیئت"),
            "Form: Form a board of a network, as its secretariat; one of a kind sits at a time.",
            "تشکیل: در جای دبیرخانه هیئتی برای شبکه تشکیل دهید؛ از هر گونه یکی بر سر کار است.",
            by=By.OWNER,
            end=SITTING,
            gives=("Board: A board of a network, still without seats.", "هیئت: هیئتی از شبکه، هنوز بی کرسی."),
        ),
        move(
            "editBoard",
            ("BOARD_EDITED", "Board edited", "ویرایش هیئت"),
            "Edit: Change the term of a board that sits.",
            "ویرایش: دورهٔ هیئتی را که بر سر کار است تغییر دهید.",
            start=(SITTING,),
            gives=CHANGES,
        ),
        move(
            "endBoard",
            ("BOARD_ENDED", "Board ended", "پایان هیئت"),
            "End: Say that its term is over; its seats end with it, and what was proposed is withdrawn.",
            "پایان: بگویید دوره‌اش به سر رسیده است؛ کرسی‌ها با آن پایان می‌یابند و پیشنهادها پس گرفته می‌شوند.",
            start=(SITTING,),
            end=BOARD_ENDED,
        ),
    ),
)

BOARD = record(
    "Board",
    "boa",
    "Board: A board of a network: founders, directors or inspectors.",
    "هیئت: یکی از هیئت‌های شبکه: مؤسس، مدیره یا بازرسان.",
    plural=("boards", "Boards", "هیئت‌ها"),
    common=VERSIONED,
    life=_BOARD_LIFE,
    access=Access.PARENT,
    parent="network",
    members=(
        choice(
            "kind",
            BoardKind,
            "Kind: Founding board, directors or inspectors; it never changes.",
            "گونه: مؤسس، مدیره یا بازرسان؛ هرگز عوض نمی‌شود.",
            ONCE,
        ),
        choice(
            "status",
            BoardStatus,
            "Status: Sitting or ended.",
            "وضعیت: بر سر کار یا پایان‌یافته.",
            required=True,
        ),
        day(
            "since",
            "Since: The first day of its term; null where that is not told.",
            "از: نخستین روز دورهٔ آن؛ اگر گفته نشده null.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "until",
            "Until: The last day of its term; null where none is set.",
            "تا: واپسین روز دورهٔ آن؛ اگر تعیین نشده null.",
            OPTIONAL,
            days=PLANNED,
            from_="since",
        ),
        text(
            "note",
            "Note: How it came to be, e.g. by which assembly.",
            "یادداشت: چگونه تشکیل شد، مانند این‌که با کدام مجمع.",
            OPTIONAL,
            long=True,
        ),
        link(
            "network",
            "HAS_BOARD",
            "Network",
            "Network: The one whose board it is; whoever reads that reads this.",
            "شبکه: شبکه‌ای که هیئت از آن است؛ هر که آن را بخواند این را هم می‌خواند.",
            ONCE,
            direction=IN,
            back=back(
                "boards",
                "Boards: Its boards, past ones too.",
                "هیئت‌ها: هیئت‌های آن، گذشته‌ها هم.",
            ),
        ),
    ),
)

_SEAT_LIFE = Life(
    SeatStatus,
    (
        move(
            "proposeSeat",
            ("SEAT_PROPOSED", "Seat proposed", "پیشنهاد کرسی"),
            "Propose: Name an organization for a seat of a board, as the secretariat; it is asked.",
            "پیشنهاد: در جای دبیرخانه سازمانی را برای کرسی هیئت نام ببرید؛ از آن پرسیده می‌شود.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            end=PROPOSED,
            gives=(
                "Seat: Who is named, for which office.",
                "کرسی: چه سازمانی نام برده می‌شود، و برای کدام سمت.",
            ),
        ),
        move(
            "acceptSeat",
            ("SEAT_CONFIRMED", "Seat accepted", "پذیرش کرسی"),
            "Accept: Take the seat, as the organization that is named; from now on all read it.",
            "پذیرش: اگر سازمان شما نام برده شده، کرسی را بپذیرید؛ از این پس همه آن را می‌خوانند.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED, DECLINED),
            end=CONFIRMED,
        ),
        move(
            "declineSeat",
            ("SEAT_DECLINED", "Seat declined", "رد کرسی"),
            "Decline: Say that yours does not want the seat; it need not say why.",
            "رد: بگویید سازمان شما کرسی را نمی‌خواهد؛ لازم نیست دلیلی بگوید.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=DECLINED,
        ),
        move(
            "withdrawSeat",
            ("SEAT_WITHDRAWN", "Proposal of a seat withdrawn", "پس گرفتن پیشنهاد کرسی"),
            "Withdraw: Take back what you proposed, while the other has not accepted.",
            "پس گرفتن: تا دیگری نپذیرفته، پیشنهاد خود را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED, DECLINED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            "endSeat",
            ("SEAT_ENDED", "Seat ended", "پایان کرسی"),
            "End: Leave a seat, or end it as the secretariat, with the reason.",
            "پایان: کرسی را ترک کنید، یا در جای دبیرخانه پایانش دهید، با دلیل.",
            by=By.SIDE,
            sides=(Side.MEMBER, Side.SECRETARIAT),
            also=Also(By.ADMINISTRATOR),
            start=(CONFIRMED,),
            end=ENDED,
        ),
    ),
)

_BOARD_SITS = f"EXISTS {{ («n»)<-[:HAS_SEAT]-(of:Board) WHERE of.status = '{SITTING.value}' }}"
_SITS = (
    f"«n».status = '{CONFIRMED.value}' AND coalesce(«n».since <= $today, true)"
    f" AND coalesce(«n».until >= $today, true) AND {_BOARD_SITS}"
    " AND EXISTS { («n»)-[:SEATS]->(who) WHERE who.status <> 'WITHDRAWN' }"
)

BOARD_SEAT = record(
    "BoardSeat",
    "sea",
    "Seat of a board: An organization in an office of a board, since when and until when.",
    "کرسی هیئت: سازمانی در سمتی از هیئت، از کی تا کی.",
    plural=("boardSeats", "Seats of boards", "کرسی‌های هیئت"),
    common=(*VERSIONED, *INTERNAL),
    life=_SEAT_LIFE,
    members=(
        text(
            "office",
            "Office: What it is on the board, e.g. chair; never a person's name.",
            "سمت: در هیئت چه سمتی دارد، مانند رئیس؛ هرگز نام کسی نیست.",
            ONCE,
        ),
        choice(
            "selection",
            SeatSelection,
            "Selection: Elected or appointed.",
            "شیوهٔ گزینش: انتخابی یا انتصابی.",
            ONCE,
        ),
        choice(
            "status",
            SeatStatus,
            "Status: Proposed, confirmed, declined, withdrawn or ended.",
            "وضعیت: پیشنهادشده، تأییدشده، ردشده، پس‌گرفته یا پایان‌یافته.",
            required=True,
        ),
        day(
            "since",
            "Since: The first day it has the seat; null where that is not told.",
            "از: نخستین روزی که کرسی را دارد؛ اگر گفته نشده null.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "until",
            "Until: The last day it has the seat; null where none is set.",
            "تا: واپسین روزی که کرسی را دارد؛ اگر تعیین نشده null.",
            OPTIONAL,
            days=PLANNED,
            from_="since",
        ),
        Computed(
            "sits",
            Kind.BOOLEAN,
            lambda n, _see: _SITS.replace("«n»", n),
            filterable=True,
            words=Words(
                "Sits: Whether it has the seat today: confirmed, within its days, on a board that sits, by"
                " one that has not withdrawn.",
                "بر کرسی: آیا امروز کرسی را دارد: تأییدشده، در روزهایش، در هیئتی که بر سر کار است، اگر"
                " خود سازمان کنار نرفته.",
            ),
        ),
        text(
            "reason",
            "Reason: Why it was declined or ended; null where that is not told.",
            "دلیل: چرا رد شد یا پایان یافت؛ اگر گفته نشده null.",
            NEVER,
            long=True,
        ),
        link(
            "board",
            "HAS_SEAT",
            "Board",
            "Board: The one that the seat is of.",
            "هیئت: هیئتی که کرسی از آن است.",
            ONCE,
            direction=IN,
            back=back(
                "seats",
                "Seats: Those that are confirmed, past ones too; what is proposed is read by both"
                " sides alone.",
                "کرسی‌ها: آن‌ها که تأیید شده‌اند، گذشته‌ها هم؛ پیشنهادها را تنها دو سوی آن می‌خوانند.",
            ),
        ),
        link(
            "organization",
            "SEATS",
            "Organization",
            "Organization: The one that is named for the seat.",
            "سازمان: سازمانی که برای کرسی نام برده شده است.",
            ONCE,
            back=back(
                "boardSeats",
                "Seats on boards: Those it has or had; those `PROPOSED` wait for its word.",
                "کرسی‌ها: کرسی‌هایی که دارد یا داشت؛ آن‌ها که `PROPOSED` هستند چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
        link(
            "endedBy",
            "ENDED_BY",
            "Organization",
            "Ended by: Whose word ended it; null while it has not, where its board ended, and where"
            " the administrators entered it.",
            "پایان‌دهنده: به گفتهٔ چه سازمانی پایان یافت؛ تا نیافته، و اگر با پایان هیئت یا به دست"
            " سرپرستان بوده، null.",
            back=back(
                "seatsEnded",
                "Seats ended: Seats that ended by its word, its own or in a network it runs.",
                "کرسی‌های پایان‌داده: کرسی‌هایی که به گفتهٔ آن پایان یافته، کرسی خودش یا در شبکه‌ای"
                " که اداره می‌کند.",
            ),
        ),
    ),
)

AREA = (BOARD, BOARD_SEAT)
