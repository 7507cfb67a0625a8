"""The map of who is bound to whom, and the ways of introduction through it."""

from graph.limits import MAXIMUM_PATH
from graph.model.core import Shape
from graph.model.declare import choice, day, flag, whole
from graph.model.members import Nested
from graph.model.organizations import TieKind
from graph.model.words import Choice, Words, choice_of

MapTieKind = choice_of(
    "MapTieKind",
    {
        **{kind.name: kind.words for kind in TieKind},
        "PARTNERSHIP": Words("Partnership: Both are parties to it.", "مشارکت: هر دو طرف آن‌اند."),
        "SHARED_EXPERIENCE": Words(
            "Shared experience: Both took part in it.", "تجربهٔ مشترک: هر دو در آن همراه بودند."
        ),
    },
    "Tie on the map: What ties two organizations: a tie of its kind, a partnership, or an experience.",
    "پیوند نقشه: آنچه دو سازمان را به هم می‌بندد: پیوندی از گونهٔ خود، مشارکت، یا تجربه.",
)


class MapNodeSort(
    Choice,
    en="Order of organizations: Which organizations of the map come first.",
    fa="ترتیب سازمان‌ها: کدام سازمان‌های نقشه نخست می‌آیند.",
):
    DEGREE_DESC = (
        "DEGREE_DESC",
        "Most ties first: By how many ties they have on the map, then by name.",
        "پرپیوندترین: به شمار پیوندها در نقشه، سپس به نام.",
    )
    NAME_ASC = "NAME_ASC", "By name: In the order of the Persian alphabet.", "به نام: به ترتیب الفبای فارسی."


class MapTieSort(
    Choice,
    en="Order of ties: Which ties of the map come first.",
    fa="ترتیب پیوندها: کدام پیوندهای نقشه نخست می‌آیند.",
):
    SINCE_DESC = (
        "SINCE_DESC",
        "Newest first: By the day they began, the latest first; those without one last.",
        "تازه‌ترین: به روز آغاز، نخست دیرترین؛ بی‌تاریخ‌ها آخر.",
    )
    SINCE_ASC = (
        "SINCE_ASC",
        "Oldest first: By the day they began, the earliest first; those without one last.",
        "کهن‌ترین: به روز آغاز، نخست زودترین؛ بی‌تاریخ‌ها آخر.",
    )
    KIND_ASC = (
        "KIND_ASC",
        "By kind: Ties of one kind together, the newest first.",
        "به گونه: پیوندهای هر گونه کنار هم، نخست تازه‌ترین.",
    )


_SPAN = (
    day(
        "since",
        "Since: The day the tie began; null where that is not known.",
        "از: روزی که پیوند آغاز شد؛ اگر دانسته نیست null.",
    ),
    day(
        "until",
        "Until: The last day of the tie; null while it goes on.",
        "تا: واپسین روز پیوند؛ تا ادامه دارد null.",
    ),
)
_TIE_KIND = choice(
    "kind",
    MapTieKind,
    "Kind: A kind of tie, a partnership or a shared experience.",
    "گونه: گونه‌ای پیوند، مشارکت یا تجربهٔ مشترک.",
    required=True,
)
_TIE_PARTNERSHIP = Nested(
    "partnership",
    "Partnership",
    required=False,
    words=Words(
        "Partnership: The one that ties them; null for other ties.",
        "مشارکت: مشارکتی که آن‌ها را می‌بندد؛ برای پیوندهای دیگر null.",
    ),
)
_ORGANIZATION = Nested(
    "organization",
    "Organization",
    words=Words("Organization: The organization at this place.", "سازمان: سازمانی که این‌جاست."),
)

NETWORK_MAP = Shape(
    "NetworkMap",
    (
        Nested(
            "nodes",
            "MapNode",
            many=True,
            most="nodesFirst",
            words=Words(
                "Organizations: The first of them, in the order asked for.",
                "سازمان‌ها: نخستین‌های آن‌ها، به ترتیبی که خواسته‌اید.",
            ),
        ),
        Nested(
            "ties",
            "MapTie",
            many=True,
            most="tiesFirst",
            words=Words(
                "Ties: Those between the organizations answered here.",
                "پیوندها: آن‌ها که میان سازمان‌های همین پاسخ‌اند.",
            ),
        ),
        whole(
            "totalNodes",
            "All organizations: How many organizations the map has, answered here or not.",
            "همهٔ سازمان‌ها: نقشه چند سازمان دارد، در این پاسخ یا نه.",
            required=True,
        ),
        whole(
            "totalTies",
            "All ties: How many ties the map has, answered here or not.",
            "همهٔ پیوندها: نقشه چند پیوند دارد، در این پاسخ یا نه.",
            required=True,
        ),
        flag(
            "truncated",
            "Truncated: Whether organizations or ties are left out.",
            "کوتاه‌شده: آیا سازمان یا پیوندی کنار مانده است.",
        ),
    ),
    Words(
        "Map: Who is bound to whom, as far as you may read that.",
        "نقشه: کدام سازمان با کدام پیوند دارد، تا جایی که می‌توانید بخوانید.",
    ),
)

INTRODUCTION_PATH = Shape(
    "IntroductionPath",
    (
        whole(
            "length",
            "Length: How many ties it goes over: 1 where they know each other.",
            "طول: از چند پیوند می‌گذرد: ۱ یعنی آشنایند.",
            required=True,
        ),
        Nested(
            "steps",
            "IntroductionStep",
            many=True,
            most=MAXIMUM_PATH + 1,
            words=Words(
                "Steps: From the first organization to the last.", "گام‌ها: از نخستین سازمان تا واپسین."
            ),
        ),
    ),
    Words(
        "Introduction path: A shortest way from one organization to another, over today's ties.",
        "مسیر معرفی: کوتاه‌ترین راه از سازمانی به سازمانی دیگر، بر پیوندهای امروز.",
    ),
)

MAP_SHAPES = (
    Shape(
        "MapNode",
        (
            _ORGANIZATION,
            whole(
                "degree",
                "Degree: How many ties it has on this map, answered here or not.",
                "درجه: چند پیوند در این نقشه دارد، در این پاسخ یا نه.",
                required=True,
            ),
        ),
        Words(
            "Place on the map: An organization on the map, with how many ties it has.",
            "جای روی نقشه: سازمانی روی نقشه، با شمار پیوندهایش.",
        ),
    ),
    Shape(
        "MapTie",
        (
            Nested(
                "source",
                "Organization",
                words=Words(
                    "From: The organization the tie starts at.", "از: سازمانی که پیوند از آن آغاز می‌شود."
                ),
            ),
            Nested(
                "target",
                "Organization",
                words=Words(
                    "To: The organization it leads to; partnerships and experiences point no way.",
                    "به: سازمانی که پیوند به آن می‌رسد؛ مشارکت و تجربه جهتی ندارند.",
                ),
            ),
            _TIE_KIND,
            *_SPAN,
            _TIE_PARTNERSHIP,
            Nested(
                "experience",
                "Experience",
                required=False,
                words=Words(
                    "Experience: The one that both took part in; null for other ties.",
                    "تجربه: تجربه‌ای که هر دو در آن همراه بودند؛ برای پیوندهای دیگر null.",
                ),
            ),
        ),
        Words(
            "Tie on the map: What binds two organizations on the map.",
            "پیوند نقشه: آنچه دو سازمان را روی نقشه می‌بندد.",
        ),
    ),
    Shape(
        "IntroductionStep",
        (
            _ORGANIZATION,
            Nested(
                "via",
                "IntroductionTie",
                required=False,
                words=Words(
                    "Via: What leads here from the step before; null for the first.",
                    "از راه: آنچه از گام پیش به این‌جا می‌رسد؛ برای نخستین null.",
                ),
            ),
        ),
        Words(
            "Step: An organization on the way, and what led to it.",
            "گام: سازمانی در راه، و آنچه به آن رساند.",
        ),
    ),
    Shape(
        "IntroductionTie",
        (_TIE_KIND, *_SPAN, _TIE_PARTNERSHIP),
        Words(
            "Tie: What leads from one organization to the next.",
            "پیوند: آنچه از سازمانی به سازمان بعد می‌رسد.",
        ),
    ),
)
