"""The map of who is bound to whom, and the ways of introduction through it."""

from graph.limits import MAXIMUM_PATH
from graph.model.core import Nested, Shape
from graph.model.declare import choice, day, flag, whole
from graph.model.organizations import TieKind
from graph.model.words import Choice, Words, choice_of

MapTieKind = choice_of(
    "MapTieKind",
    {
        **{kind.name: kind.words for kind in TieKind},
        "PARTNERSHIP": Words("Partnership", "مشارکت"),
        "SHARED_EXPERIENCE": Words("Shared experience", "تجربهٔ مشترک"),
    },
    "Tie on the map: What ties two organizations: a tie of its kind, a partnership, or an experience.",
    "پیوند نقشه: آنچه دو سازمان را به هم می‌بندد: پیوندی از گونهٔ خود، مشارکت، یا تجربه.",
)


class MapNodeSort(
    Choice,
    en="Order of organizations: The order of the map's organizations: most ties first, or by name.",
    fa="ترتیب سازمان‌ها: ترتیب سازمان‌های نقشه: نخست پرپیوندترین‌ها، یا به نام.",
):
    DEGREE_DESC = "DEGREE_DESC", "Most ties first", "پرپیوندترین"
    NAME_ASC = "NAME_ASC", "By name", "به نام"


class MapTieSort(
    Choice, en="Order of ties: The order of the map's ties.", fa="ترتیب پیوندها: ترتیب پیوندهای نقشه."
):
    SINCE_DESC = "SINCE_DESC", "Newest first", "تازه‌ترین"
    SINCE_ASC = "SINCE_ASC", "Oldest first", "کهن‌ترین"
    KIND_ASC = "KIND_ASC", "By kind", "به گونه"


_SPAN = (day("since", "Since", "از"), day("until", "Until", "تا"))
_TIE_KIND = choice("kind", MapTieKind, "Kind", "گونه", required=True)
_TIE_PARTNERSHIP = Nested("partnership", "Partnership", required=False, words=Words("Partnership", "مشارکت"))
_ORGANIZATION = Nested("organization", "Organization", words=Words("Organization", "سازمان"))

NETWORK_MAP = Shape(
    "NetworkMap",
    (
        Nested("nodes", "MapNode", many=True, most="nodesFirst", words=Words("Organizations", "سازمان‌ها")),
        Nested(
            "ties",
            "MapTie",
            many=True,
            most="tiesFirst",
            words=Words(
                "Ties: Those between organizations that are listed.",
                "پیوندها: آن‌ها که میان سازمان‌های فهرست‌اند.",
            ),
        ),
        whole(
            "totalNodes",
            "All organizations: How many organizations the map has, listed or not.",
            "همهٔ سازمان‌ها: نقشه چند سازمان دارد، در فهرست یا نه.",
            required=True,
        ),
        whole(
            "totalTies",
            "All ties: How many ties the map has, listed or not.",
            "همهٔ پیوندها: نقشه چند پیوند دارد، در فهرست یا نه.",
            required=True,
        ),
        flag(
            "truncated",
            "Truncated: Whether organizations or ties are left out.",
            "کوتاه‌شده: آیا سازمان یا پیوندی کنار مانده است.",
        ),
    ),
    Words(
        "Map: Who is bound to whom, as far as you may read it.",
        "نقشه: چه کسی با چه کسی پیوند دارد، تا جایی که می‌خوانید.",
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
                "Degree: How many ties it has on this map, listed or not.",
                "درجه: چند پیوند در این نقشه دارد، در فهرست یا نه.",
                required=True,
            ),
        ),
        Words("Place on the map: An organization on the map.", "جای روی نقشه: سازمانی روی نقشه."),
    ),
    Shape(
        "MapTie",
        (
            Nested("source", "Organization", words=Words("From", "از")),
            Nested(
                "target",
                "Organization",
                words=Words(
                    "To: Partnerships and experiences point no way: any end is it.",
                    "به: مشارکت و تجربه جهت ندارند: هر سر آن است.",
                ),
            ),
            _TIE_KIND,
            *_SPAN,
            _TIE_PARTNERSHIP,
            Nested("experience", "Experience", required=False, words=Words("Experience", "تجربه")),
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
        Words("Step: An organization on the way.", "گام: سازمانی در راه."),
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
