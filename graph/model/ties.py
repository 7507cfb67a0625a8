"""Ties: what binds two organizations outside of a partnership, and the claim that a tie comes of.

A claim is a record with a life. Once it is confirmed there is a tie: the relationship `TIED_TO`, with the
claim's id, which the map, ways of introduction and suggestions go over. So nothing has to ask of a tie
whether it is only claimed.
"""

from collections.abc import Callable, Mapping

from graph.model.common import INTERNAL, VERSIONED
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    back,
    choice,
    day,
    link,
    move,
    record,
    text,
    web,
)
from graph.model.life import Also, By, Life
from graph.model.members import Aspect, Computed, Kind, Property
from graph.model.sides import Side
from graph.model.words import LANGUAGES, Choice, Words, choice_of


class TieKind(
    Choice,
    en="Kind of tie: What binds two organizations outside of a partnership.",
    fa="گونهٔ پیوند: آنچه دو سازمان را بیرون از مشارکت به هم می‌بندد.",
):
    WORKS_WITH = (
        "WORKS_WITH",
        "Works with: They do some of their work together.",
        "همکار است با: بخشی از کارشان را با هم می‌کنند.",
    )
    FUNDS = (
        "FUNDS",
        "Funds: The one it starts at pays for work of the other.",
        "تأمین مالی می‌کند: سازمان آغاز پیوند هزینهٔ کاری از دیگری را می‌دهد.",
    )
    MEMBER_OF = (
        "MEMBER_OF",
        "Is a member of: The one it starts at belongs to the other, e.g. a network.",
        "عضو است در: سازمان آغاز پیوند عضو دیگری است، مانند یک شبکه.",
    )
    SUPERVISES = (
        "SUPERVISES",
        "Supervises: The one it starts at licenses or watches over the other.",
        "نظارت می‌کند بر: سازمان آغاز پیوند به دیگری مجوز می‌دهد یا بر آن نظارت دارد.",
    )
    REFERS_TO = (
        "REFERS_TO",
        "Refers to: The one it starts at sends people on to the other.",
        "ارجاع می‌دهد به: سازمان آغاز پیوند افراد را نزد دیگری می‌فرستد.",
    )
    TRAINS_FOR = (
        "TRAINS_FOR",
        "Trains for: The one it starts at teaches the people of the other.",
        "آموزش می‌دهد برای: سازمان آغاز پیوند به افراد دیگری آموزش می‌دهد.",
    )


_FROM_THE_END: Mapping[TieKind, tuple[str, Words]] = {
    TieKind.FUNDS: (
        "FUNDED_BY",
        Words(
            "Is funded by: The other pays for work of this one.",
            "تأمین مالی می‌شود از سوی: دیگری هزینهٔ کاری از این سازمان را می‌دهد.",
        ),
    ),
    TieKind.MEMBER_OF: (
        "HAS_MEMBER",
        Words(
            "Has as a member: The other belongs to this one.", "عضوی دارد به نام: دیگری عضو این سازمان است."
        ),
    ),
    TieKind.SUPERVISES: (
        "SUPERVISED_BY",
        Words(
            "Is supervised by: The other licenses or watches over this one.",
            "نظارت می‌شود از سوی: دیگری به این سازمان مجوز می‌دهد یا بر آن نظارت دارد.",
        ),
    ),
    TieKind.REFERS_TO: (
        "REFERRED_BY",
        Words(
            "Takes over from: The other sends people on to this one.",
            "می‌پذیرد از: دیگری افراد را نزد این سازمان می‌فرستد.",
        ),
    ),
    TieKind.TRAINS_FOR: (
        "TRAINED_BY",
        Words(
            "Is trained by: The other teaches the people of this one.",
            "آموزش می‌گیرد از: دیگری به افراد این سازمان آموزش می‌دهد.",
        ),
    ),
}
"""What a kind is called from the end it leads to; the others are the same from both ends."""

TieRole = choice_of(
    "TieRole",
    {
        **{kind.name: kind.words for kind in TieKind},
        **dict(_FROM_THE_END.values()),
    },
    "Role in a tie: What an organization is to the one at the other end.",
    "نقش در پیوند: سازمان برای سازمان سوی دیگر چیست.",
)


class TieDirection(
    Choice,
    en="Direction: Which way a tie points, from the organization one looks from.",
    fa="جهت: پیوند از دید سازمانی که از آن نگاه می‌کنید به کدام سو است.",
):
    OUTGOING = "OUTGOING", "Outgoing: It starts here.", "رو به بیرون: از این‌جا آغاز می‌شود."
    INCOMING = "INCOMING", "Incoming: It leads here.", "رو به درون: به این‌جا می‌رسد."
    MUTUAL = "MUTUAL", "Mutual: It is the same from both ends.", "دوسویه: از هر دو سو یکی است."


class TieStatus(
    Choice,
    en="Status of a tie: Whose word there is for it, and whether it still holds.",
    fa="وضعیت پیوند: چه کسی آن را گفته است، و آیا هنوز برقرار است.",
):
    CLAIMED = (
        "CLAIMED",
        "Claimed: One end says so; its two ends and coordinators alone read it.",
        "اظهارشده: یک سو چنین می‌گوید؛ تنها دو سوی آن و هماهنگ‌کنندگان می‌خوانند.",
    )
    CONFIRMED = (
        "CONFIRMED",
        "Confirmed: By the other end too, or by a coordinator with a source.",
        "تأییدشده: سوی دیگر هم، یا هماهنگ‌کننده با منبع، آن را تأیید کرده است.",
    )
    DISPUTED = (
        "DISPUTED",
        "Disputed: The other end says that it is not so.",
        "مورد اختلاف: سوی دیگر می‌گوید چنین نیست.",
    )
    ENDED = (
        "ENDED",
        "Ended: It was confirmed, and is over.",
        "پایان‌یافته: تأیید شده بود و پایان یافته است.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: Whoever claimed it has taken it back.",
        "پس‌گرفته: هر که گفته بود آن را پس گرفته است.",
    )


CLAIMED, CONFIRMED, DISPUTED = TieStatus.CLAIMED, TieStatus.CONFIRMED, TieStatus.DISPUTED
ENDED, WITHDRAWN = TieStatus.ENDED, TieStatus.WITHDRAWN

KIND = choice(
    "kind",
    TieKind,
    "Kind: How the one it starts at is bound to the other.",
    "گونه: سازمان آغاز پیوند با دیگری چه پیوندی دارد.",
    ONCE,
)
SAID = (
    day(
        "since",
        "Since: The day it began to bind them; null where that is not known.",
        "از: روزی که پیوند آغاز شد؛ اگر دانسته نیست null.",
        OPTIONAL,
        days=HAPPENED,
        sortable=False,
    ),
    day(
        "until",
        "Until: The last day it binds them; null while it goes on.",
        "تا: واپسین روز پیوند؛ تا ادامه دارد null.",
        OPTIONAL,
        days=PLANNED,
        from_="since",
        sortable=False,
    ),
    text(
        "source",
        "Source: Where this is known from, e.g. a report or a register.",
        "منبع: از کجا دانسته شده است، مانند گزارش یا دفتر ثبت.",
        OPTIONAL,
    ),
    web(
        "sourceUrl",
        "Link to the source: Where the source can be read.",
        "پیوند منبع: منبع را کجا می‌توان خواند.",
        OPTIONAL,
    ),
)
"""What is said of a tie beside its kind."""


# -- from the end one looks from -------------------------------------------------------------------


def _case(value: str, answers: Mapping[str, str], otherwise: str) -> str:
    cases = " ".join(f"WHEN '{given}' THEN '{answer}'" for given, answer in answers.items())
    return f"CASE {value} {cases} ELSE {otherwise} END"


_BESIDE_TIES = {
    "PARTNERSHIP": Words("Is a partner of", "طرف مشارکت است با"),
    "SHARED_EXPERIENCE": Words("Shares an experience with", "تجربهٔ مشترک دارد با"),
    "PROGRAM": Words("Is in a program with", "در برنامه‌ای است با"),
    "BOARD": Words("Sits on a board with", "در هیئتی می‌نشیند با"),
    "WORKING_GROUP": Words("Sits in a working group with", "در کارگروهی می‌نشیند با"),
    "APPRENTICESHIP": Words("Has apprentices placed at", "کارآموز می‌فرستد نزد"),
    "APPRENTICED": Words("Takes apprentices in a program of", "کارآموز می‌پذیرد در برنامهٔ"),
}
"""What else binds two organizations on the map; the same from both ends, but for apprenticeships."""
_TURNED = {kind.name: role for kind, (role, _) in _FROM_THE_END.items()} | {"APPRENTICESHIP": "APPRENTICED"}
_SYMMETRIC = [kind.name for kind in TieKind if kind not in _FROM_THE_END]


def role_from_end(kind: str) -> str:
    """Cypher: what the end that a tie leads to is to the other, by its kind."""
    return _case(kind, _TURNED, kind)


def label_of(role: str) -> str:
    """Cypher: what a role is called in `$language`; partnerships and shared experiences too."""
    named = {role.name: role.words for role in TieRole} | _BESIDE_TIES
    labels = {tongue: {name: words.label(tongue) for name, words in named.items()} for tongue in LANGUAGES}
    english, persian = (_case(role, labels[tongue], "null") for tongue in LANGUAGES)
    return f"CASE $language WHEN 'en' THEN {english} ELSE {persian} END"


def role_seen(r: str, other: str) -> str:
    """Cypher: what the end one looks from is to `other`."""
    return f"CASE WHEN endNode({r}) = {other} THEN {r}.kind ELSE {role_from_end(f'{r}.kind')} END"


def _direction(r: str, other: str) -> str:
    return (
        f"CASE WHEN {r}.kind IN {_SYMMETRIC} THEN 'MUTUAL'"
        f" WHEN endNode({r}) = {other} THEN 'OUTGOING' ELSE 'INCOMING' END"
    )


ASPECTS = (
    Aspect(
        "direction",
        Kind.ENUM,
        _direction,
        enum=TieDirection,
        words=Words(
            "Direction: Whether it starts at the organization one looks from, or leads there.",
            "جهت: از سازمانی که از آن نگاه می‌کنید آغاز می‌شود، یا به آن می‌رسد.",
        ),
    ),
    Aspect(
        "role",
        Kind.ENUM,
        role_seen,
        enum=TieRole,
        words=Words(
            "Role: What the organization one looks from is to the other, e.g. `SUPERVISED_BY`.",
            "نقش: سازمانی که از آن نگاه می‌کنید برای دیگری چیست، مانند `SUPERVISED_BY`.",
        ),
    ),
    Aspect(
        "label",
        Kind.STRING,
        lambda r, other: label_of(role_seen(r, other)),
        words=Words(
            "Label: The role in words of your language, to stand between the two names.",
            "برچسب: نقش به زبان شما، برای نشستن میان دو نام.",
        ),
    ),
)

TIE = (
    Property(
        "id",
        Kind.ID,
        required=True,
        words=Words(
            "Id: That of the claim it comes of: read it by `tieClaim`, end it by `endTie`.",
            "شناسه: شناسهٔ اظهاری که پیوند از آن است: آن را با `tieClaim` بخوانید و با `endTie` پایان دهید.",
        ),
    ),
    KIND,
    choice(
        "status",
        TieStatus,
        "Status: Confirmed, or ended.",
        "وضعیت: تأییدشده، یا پایان‌یافته.",
        required=True,
    ),
    *SAID,
)
"""What stands on the relationship of a confirmed tie."""


# -- the claim -------------------------------------------------------------------------------------

LIFE = Life(
    TieStatus,
    (
        move(
            "declareTie",
            ("TIE_DECLARED", "Tie declared", "اعلام پیوند"),
            "Declare a tie: Claim a tie of your organization; the other end is asked. A coordinator's, with a"
            " source, is confirmed at once.",
            "اعلام پیوند: پیوندی از سازمان خود را اظهار کنید؛ از سوی دیگر پرسیده می‌شود. پیوندی که هماهنگ‌کننده"
            " با منبع اعلام کند همان‌گاه تأیید است.",
            by=By.SIDE,
            sides=(Side.CLAIMANT,),
            also=Also(By.COORDINATOR),
            gives=(
                "Tie: Your organization is one of its two ends; a coordinator's need not be.",
                "پیوند: سازمان شما یکی از دو سوی آن است؛ برای هماهنگ‌کنندگان چنین نیست.",
            ),
        ),
        move(
            "editTie",
            ("TIE_EDITED", "Tie edited", "ویرایش پیوند"),
            "Edit a tie: Change what you claim while it is not confirmed.",
            "ویرایش پیوند: تا تأیید نشده، آنچه اظهار کرده‌اید را تغییر دهید.",
            by=By.SIDE,
            sides=(Side.CLAIMANT,),
            start=(CLAIMED, DISPUTED),
        ),
        move(
            "confirmTie",
            ("TIE_CONFIRMED", "Tie confirmed", "تأیید پیوند"),
            "Confirm a tie: As the end that is asked; coordinators, with a source.",
            "تأیید پیوند: از سوی سازمانی که از آن پرسیده شده؛ هماهنگ‌کنندگان با منبع.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.COORDINATOR),
            start=(CLAIMED, DISPUTED),
            end=CONFIRMED,
        ),
        move(
            "disputeTie",
            ("TIE_DISPUTED", "Tie disputed", "رد پیوند"),
            "Dispute a tie: Say, with a reason, that it is not so: as the end whose word it lacks.",
            "رد پیوند: با دلیل بگویید چنین نیست: از سوی سازمانی که آن را نگفته و تأیید نکرده است.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            start=(CLAIMED, CONFIRMED),
            end=DISPUTED,
        ),
        move(
            "answerDispute",
            ("TIE_DISPUTE_ANSWERED", "Dispute answered", "پاسخ به رد پیوند"),
            "Answer a dispute: Stand by what you claim, and ask the other end again.",
            "پاسخ به رد: بر گفتهٔ خود بمانید و از سوی دیگر دوباره بپرسید.",
            by=By.SIDE,
            sides=(Side.CLAIMANT,),
            start=(DISPUTED,),
            end=CLAIMED,
        ),
        move(
            "withdrawTie",
            ("TIE_WITHDRAWN", "Tie withdrawn", "پس گرفتن پیوند"),
            "Withdraw a tie: Take back what you claimed, while the other end has not confirmed it.",
            "پس گرفتن پیوند: تا سوی دیگر تأیید نکرده، گفتهٔ خود را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.CLAIMANT,),
            also=Also(By.COORDINATOR),
            start=(CLAIMED, CONFIRMED, DISPUTED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            "endTie",
            ("TIE_ENDED", "Tie ended", "پایان پیوند"),
            "End a tie: End a confirmed tie; either end may.",
            "پایان پیوند: پیوند تأییدشده را پایان دهید؛ هر یک از دو سو می‌تواند.",
            by=By.SIDE,
            sides=(Side.CLAIMANT, Side.ASKED),
            also=Also(By.COORDINATOR),
            start=(CONFIRMED,),
            end=ENDED,
            already="TIE_ENDED",
        ),
    ),
)


def _computed(
    name: str, kind: Kind, cypher: Callable[[str], str], en: str, fa: str, enum: type[Choice] | None = None
) -> Computed:
    return Computed(name, kind, lambda n, _see: cypher(n), enum=enum, flat=True, words=Words(en, fa))


TIE_CLAIM = record(
    "TieClaim",
    "tie",
    "Claim of a tie: What one organization says binds it and another, and whose word there is for it.",
    "اظهار پیوند: آنچه به گفتهٔ یک سازمان آن را به دیگری می‌بندد، و این‌که چه کسی آن را گفته است.",
    plural=("tieClaims", "Claims of ties", "اظهارهای پیوند"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            TieStatus,
            "Status: Claimed, confirmed, disputed, ended or withdrawn.",
            "وضعیت: اظهارشده، تأییدشده، مورد اختلاف، پایان‌یافته یا پس‌گرفته.",
            required=True,
        ),
        KIND,
        _computed(
            "toRole",
            Kind.ENUM,
            lambda n: role_from_end(f"{n}.kind"),
            "Role of the other: What the one it leads to is to the one it starts at.",
            "نقش دیگری: سازمانی که پیوند به آن می‌رسد برای سازمان آغاز آن چیست.",
            enum=TieRole,
        ),
        _computed(
            "fromLabel",
            Kind.STRING,
            lambda n: label_of(f"{n}.kind"),
            "Label from its start: To stand between the two names, in your language.",
            "برچسب از آغاز: برای نشستن میان دو نام، به زبان شما.",
        ),
        _computed(
            "toLabel",
            Kind.STRING,
            lambda n: label_of(role_from_end(f"{n}.kind")),
            "Label from its end: The same, seen from the organization it leads to.",
            "برچسب از پایان: همان، از دید سازمانی که پیوند به آن می‌رسد.",
        ),
        *SAID,
        text(
            "reason",
            "Reason: Why the other end disputed it; null where it did not.",
            "دلیل: چرا سوی دیگر آن را رد کرد؛ اگر رد نکرده null.",
            NEVER,
            long=True,
        ),
        text(
            "answer",
            "Answer: What whoever claims it says to that; null where nothing.",
            "پاسخ: پاسخ کسی که آن را گفته است؛ اگر پاسخی نیست null.",
            NEVER,
            long=True,
        ),
        link(
            "fromOrganization",
            "TIE_FROM",
            "Organization",
            "From: The organization it starts at; yours when not given.",
            "از: سازمانی که پیوند از آن آغاز می‌شود؛ اگر نیاید سازمان شما.",
            OPTIONAL,
            input="fromId",
            required=True,
            back=back(
                "outgoingTieClaims",
                "Claims of ties from here: Those that start at it, as far as you may read them.",
                "اظهارهای پیوند از این‌جا: آن‌ها که از آن آغاز می‌شوند، تا جایی که می‌توانید بخوانید.",
            ),
        ),
        link(
            "toOrganization",
            "TIE_TO",
            "Organization",
            "To: The organization it leads to.",
            "به: سازمانی که پیوند به آن می‌رسد.",
            REQUIRED,
            input="toId",
            required=True,
            back=back(
                "incomingTieClaims",
                "Claims of ties to here: Those that lead to it, as far as you may read them.",
                "اظهارهای پیوند به این‌جا: آن‌ها که به آن می‌رسند، تا جایی که می‌توانید بخوانید.",
            ),
        ),
        link(
            "claimedBy",
            "CLAIMED_BY",
            "Organization",
            "Claimed by: The end that says so; null where a coordinator does, by its source.",
            "گوینده: سویی که چنین می‌گوید؛ اگر هماهنگ‌کننده با منبع گفته null.",
            back=back(
                "claimedTies",
                "Ties it claims: What it has said binds it to others, as far as you may read that.",
                "پیوندهای گفتهٔ آن: آنچه گفته که آن را به دیگران می‌بندد، تا جایی که می‌توانید بخوانید.",
            ),
        ),
        link(
            "asked",
            "ASKS",
            "Organization",
            "Asked: The end whose word is asked: it confirms or disputes; null where a coordinator declares.",
            "پرسش از: سویی که از آن پرسیده شده و تأیید یا رد می‌کند. اگر هماهنگ‌کننده اعلام کرده null.",
            back=back(
                "askedTies",
                "Ties it is asked about: What others claim of it; those `CLAIMED` wait for its word.",
                "پیوندهایی که از آن پرسیده‌اند: آنچه دیگران دربارهٔ آن گفته‌اند؛ آن‌ها که `CLAIMED` هستند"
                " چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
        link(
            "confirmedBy",
            "CONFIRMED_BY",
            "Organization",
            "Confirmed by: The end that has; null until then, and where a coordinator has.",
            "تأییدکننده: سویی که تأیید کرده؛ تا آن هنگام، و اگر هماهنگ‌کننده تأیید کرده، null.",
            back=back(
                "confirmedTies",
                "Ties it has confirmed: What others said binds them to it, and it has confirmed.",
                "پیوندهای تأییدکردهٔ آن: آنچه دیگران گفته‌اند به آن می‌بنددشان، و تأیید کرده است.",
            ),
        ),
    ),
)

AREA = (TIE_CLAIM,)
