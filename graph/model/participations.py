"""Participations: the claim that another organization took part in an experience, until it has confirmed."""

from graph.model.common import CLAIM, REFUSAL, claim_status
from graph.model.declare import back, link, move, record, those
from graph.model.experiences import PARTICIPATION
from graph.model.life import By, Life
from graph.model.members import Access
from graph.model.sides import Side
from graph.model.words import Choice


class ParticipationStatus(
    Choice,
    en="Status of a participation: Whether the organization that is named has confirmed it.",
    fa="وضعیت همراهی: آیا سازمان نام‌برده آن را تأیید کرده است.",
):
    CLAIMED = (
        "CLAIMED",
        "Claimed: The author of the experience says so, and the other has not answered.",
        "اظهارشده: نویسندهٔ تجربه چنین می‌گوید و دیگری پاسخ نداده است.",
    )
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: It stands among the participants.",
        "تأییدشده: در میان همراهان آمده است.",
    )
    REFUSED = (
        "REFUSED",
        "Refused: The organization does not want to stand there; it need not say why.",
        "ردشده: سازمان نمی‌خواهد نامش آن‌جا باشد؛ لازم نیست دلیلی بگوید.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The author no longer names it.",
        "پس‌گرفته: نویسنده دیگر نامش را نمی‌برد.",
    )


CLAIMED, CONFIRMED = ParticipationStatus.CLAIMED, ParticipationStatus.CONFIRMED
REFUSED, WITHDRAWN = ParticipationStatus.REFUSED, ParticipationStatus.WITHDRAWN

LIFE = Life(
    ParticipationStatus,
    (
        move(
            "confirmParticipation",
            ("PARTICIPATION_CONFIRMED", "Participation confirmed", "تأیید همراهی"),
            "Confirm a participation: Say that your organization took part, as it is told.",
            "تأیید همراهی: بگویید سازمان شما همان‌گونه که آمده همراه بوده است.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(CLAIMED, REFUSED),
            end=CONFIRMED,
        ),
        move(
            "refuseParticipation",
            ("PARTICIPATION_REFUSED", "Participation refused", "رد همراهی"),
            "Refuse a participation: Ask not to stand there, at once or later; with a reason or without.",
            "رد همراهی: بخواهید نام سازمان شما آن‌جا نباشد، همان‌گاه یا بعدها؛ با دلیل یا بی آن.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(CLAIMED, CONFIRMED),
            end=REFUSED,
        ),
    ),
)

PARTICIPATION_CLAIM = record(
    "ParticipationClaim",
    "pac",
    "Claim of a participation: An organization that the author of an experience names, and is asked.",
    "اظهار همراهی: سازمانی که نویسندهٔ تجربه نامش را می‌برد و از آن پرسیده می‌شود.",
    plural=("participationClaims", "Claims of participations", "اظهارهای همراهی"),
    access=Access.ASKED,
    parent="experience",
    common=CLAIM,
    life=LIFE,
    members=(
        claim_status(ParticipationStatus),
        *PARTICIPATION,
        REFUSAL,
        link(
            "experience",
            "NAMED_IN",
            "Experience",
            "Experience: The one it is said to have taken part in; null where it is closed to you.",
            "تجربه: تجربه‌ای که گفته شده در آن همراه بوده است؛ اگر بر شما بسته است null.",
            back=those(
                "Whom its author names and asks; read by the author, and each by the one that is named.",
                "آن‌ها که نویسنده نام برده و از آنان پرسیده است؛ نویسنده همه را و هر سازمان تنها خود را"
                " می‌بیند.",
            ),
        ),
        link(
            "organization",
            "NAMES",
            "Organization",
            "Organization: The one that is named, and asked.",
            "سازمان: سازمانی که نامش آمده و از آن پرسیده می‌شود.",
            required=True,
            back=back(
                "askedParticipations",
                "Participations it is asked about: Those `CLAIMED` wait for its word.",
                "همراهی‌هایی که از آن پرسیده‌اند: آن‌ها که `CLAIMED` هستند چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
    ),
)

AREA = (PARTICIPATION_CLAIM,)
