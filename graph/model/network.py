"""The map of who is bound to whom, and the ways of introduction through it."""

from collections.abc import Callable
from dataclasses import replace

from graph.limits import MAXIMUM_MAP_NODES, MAXIMUM_MAP_TIES, MAXIMUM_PATH
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import asked, choice, day, flag, whole
from graph.model.members import Computed, Inquiry, Kind, Nested, Parts
from graph.model.nodes import Shape
from graph.model.partnerships import PartnershipKind
from graph.model.ties import TieKind, label_of, role_from_end
from graph.model.words import Choice, Words, choice_of, digits

MapTieKind = choice_of(
    "MapTieKind",
    {
        **{kind.name: kind.words for kind in TieKind},
        "PARTNERSHIP": Words("Partnership: Both are parties to it.", "مشارکت: هر دو طرف آن‌اند."),
        "SHARED_EXPERIENCE": Words(
            "Shared experience: Both took part in it.", "تجربهٔ مشترک: هر دو در آن همراه بودند."
        ),
        "PROGRAM": Words("Program: Both have a part in it.", "برنامه: هر دو در آن نقشی دارند."),
        "BOARD": Words(
            "Board: Both have a seat on the same board of a network.",
            "هیئت: هر دو در یک هیئت شبکه کرسی دارند.",
        ),
        "WORKING_GROUP": Words("Working group: Both sit in it.", "کارگروه: هر دو در آن کرسی دارند."),
        "APPRENTICESHIP": Words(
            "Apprenticeship: The one it leads to takes apprentices in a program of the other.",
            "استادشاگردی: سازمان پایان پیوند در برنامهٔ دیگری کارآموز می‌پذیرد.",
        ),
    },
    "Tie on the map: What ties two organizations: a tie of its kind, or what both are in.",
    "پیوند نقشه: آنچه دو سازمان را به هم می‌بندد: پیوندی از گونهٔ خود، یا آنچه هر دو در آن‌اند.",
)


class MapNodeSort(
    Choice,
    en="Order of organizations: Which organizations of the map come first.",
    fa="ترتیب سازمان‌ها: کدام سازمان‌های نقشه نخست می‌آیند.",
):
    DEGREE_DESC = (
        "DEGREE_DESC",
        "Most neighbours first: By how many others they are tied to on the map, then by name.",
        "پرهمسایه‌ترین: به شمار سازمان‌هایی که در نقشه با آن پیوند دارند، سپس به نام.",
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
        days=HAPPENED,
    ),
    day(
        "until",
        "Until: The last day of the tie; null while it goes on.",
        "تا: واپسین روز پیوند؛ تا ادامه دارد null.",
        days=PLANNED,
    ),
)
_TIE_KIND = choice(
    "kind",
    MapTieKind,
    "Kind: A kind of tie, or of what both are in: a partnership, an experience, a program and so on.",
    "گونه: گونه‌ای پیوند، یا آنچه هر دو در آن‌اند: مشارکت، تجربه، برنامه و مانند آن.",
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


def _tie_record(to: str, en: str, fa: str) -> Nested:
    name = f"{to[0].lower()}{to[1:]}"
    words = Words(f"{en}; null for other ties.", f"{fa}؛ برای پیوندهای دیگر null.")
    return Nested(name, to, required=False, words=words)


_TIE_RECORDS = (
    _tie_record(
        "Experience",
        "Experience: The one that both took part in",
        "تجربه: تجربه‌ای که هر دو در آن همراه بودند",
    ),
    _tie_record(
        "Program",
        "Program: The one that both have a part in",
        "برنامه: برنامه‌ای که هر دو در آن نقشی دارند",
    ),
    _tie_record(
        "Board",
        "Board: The one that both have a seat on",
        "هیئت: هیئتی که هر دو در آن کرسی دارند",
    ),
    _tie_record(
        "WorkingGroup",
        "Working group: The one that both sit in",
        "کارگروه: کارگروهی که هر دو در آن کرسی دارند",
    ),
    _tie_record(
        "Apprenticeship",
        "Apprenticeship: The one that is offered in a program of the other",
        "استادشاگردی: آن که در برنامهٔ دیگری عرضه می‌شود",
    ),
)
MAP_RECORD = "record"
"""What ties two organizations on the map, where it is a record: of one of these types."""
_MAP_RECORDS = tuple(replace(nested, held=MAP_RECORD) for nested in (_TIE_PARTNERSHIP, *_TIE_RECORDS))
_ORGANIZATION = Nested(
    "organization",
    "Organization",
    words=Words("Organization: The organization at this place.", "سازمان: سازمانی که این‌جاست."),
    sure=True,
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
        "Map: Who is bound to whom by what is confirmed, as far as you may read that.",
        "نقشه: کدام سازمان با پیوندی تأییدشده به کدام بسته است، تا جایی که می‌توانید بخوانید.",
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


def _label(name: str, cypher: Callable[[str], str], en: str, fa: str) -> Computed:
    return Computed(name, Kind.STRING, lambda row, _see: cypher(row), flat=True, words=Words(en, fa))


MAP_SHAPES = (
    Shape(
        "MapNode",
        (
            _ORGANIZATION,
            whole(
                "degree",
                "Degree: How many others it is tied to on this map, answered here or not: several ties to one"
                " count once.",
                "درجه: در این نقشه با چند سازمان دیگر پیوند دارد، در این پاسخ یا نه؛ چند پیوند با یک سازمان"
                " یکی شمرده می‌شود.",
                required=True,
            ),
        ),
        Words(
            "Place on the map: An organization on the map, with how many neighbours it has.",
            "جای روی نقشه: سازمانی روی نقشه، با شمار همسایه‌هایش.",
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
                sure=True,
            ),
            Nested(
                "target",
                "Organization",
                words=Words(
                    "To: The organization it leads to; what both are in points no way.",
                    "به: سازمانی که پیوند به آن می‌رسد؛ آنچه هر دو در آن‌اند جهتی ندارد.",
                ),
                sure=True,
            ),
            _TIE_KIND,
            _label(
                "sourceLabel",
                lambda tie: label_of(f"{tie}.kind"),
                "Label from the source: To stand between the two names, in your language.",
                "برچسب از آغاز: برای نشستن میان دو نام، به زبان شما.",
            ),
            _label(
                "targetLabel",
                lambda tie: label_of(role_from_end(f"{tie}.kind")),
                "Label from the target: The same, seen from the organization the tie leads to.",
                "برچسب از پایان: همان، از دید سازمانی که پیوند به آن می‌رسد.",
            ),
            *_SPAN,
            *_MAP_RECORDS,
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
        (
            _TIE_KIND,
            _label(
                "label",
                lambda via: label_of(f"{via}.role"),
                "Label: What the organization before is to this one, in words of your language.",
                "برچسب: سازمان پیشین برای این یکی چیست، به زبان شما.",
            ),
            *_SPAN,
            _TIE_PARTNERSHIP,
        ),
        Words(
            "Tie: What leads from one organization to the next.",
            "پیوند: آنچه از سازمانی به سازمان بعد می‌رسد.",
        ),
    ),
)

_NARROWED = Parts(
    "filter",
    "NetworkMapFilter",
    about=Words(
        "Part of the network: Which part of the network is wanted; all parts must hold.",
        "بخشی از شبکه: کدام بخش شبکه خواسته است؛ همهٔ شرط‌ها باید برقرار باشد.",
    ),
    words=Words(
        "Part of the network: Which part of the network; all of it when not given.",
        "بخشی از شبکه: کدام بخش شبکه؛ اگر نیاید همهٔ آن.",
    ),
    members=(
        asked(
            "topicIds",
            Kind.ID,
            "Topics: Organizations about one of these topics or one below it.",
            "موضوع‌ها: سازمان‌هایی دربارهٔ یکی از این موضوع‌ها یا زیرشاخه‌هایش.",
            many=True,
        ),
        asked(
            "regionIds",
            Kind.ID,
            "Regions: Organizations serving, or seated in, one of these or inside.",
            "ناحیه‌ها: سازمان‌هایی که در یکی از این‌ها یا درون آن کار می‌کنند یا مقر دارند.",
            many=True,
        ),
        asked(
            "tieKinds",
            Kind.ENUM,
            "Ties: Only ties of these kinds.",
            "پیوندها: تنها پیوندهای این گونه‌ها.",
            enum=MapTieKind,
            many=True,
        ),
        asked(
            "partnershipKinds",
            Kind.ENUM,
            "Partnerships: Of partnerships, only these kinds.",
            "مشارکت‌ها: از مشارکت‌ها، تنها این گونه‌ها.",
            enum=PartnershipKind,
            many=True,
        ),
        asked(
            "asOf",
            Kind.DATE,
            "As of: Only ties that held on this day; those that hold today when not given.",
            "در روز: تنها پیوندهای برقرار در این روز؛ اگر نیاید آن‌ها که امروز برقرارند.",
        ),
        asked(
            "ever",
            Kind.BOOLEAN,
            "Ever: With true, ties of any day: past ones, and those to come; then `asOf` is not looked at.",
            "هر زمان: با true، پیوندهای هر روزی: گذشته‌ها و آن‌ها که در پیش‌اند؛ آن‌گاه به `asOf` نگاه نمی‌شود.",
        ),
    ),
)
NETWORK = Inquiry(
    "networkMap",
    "NetworkMap",
    Words(
        f"Map: Who is bound to whom: up to {MAXIMUM_MAP_NODES:,} organizations"
        f" and {MAXIMUM_MAP_TIES:,} ties between them.",
        f"نقشه: چه کسی با چه کسی پیوند دارد: تا {digits(MAXIMUM_MAP_NODES)} سازمان"
        f" و {digits(MAXIMUM_MAP_TIES)} پیوند میان آن‌ها.",
    ),
    arguments=(
        _NARROWED,
        asked(
            "nodesFirst",
            Kind.INT,
            f"Organizations: At most this many organizations, 1 to {MAXIMUM_MAP_NODES:,};"
            " «default» when not given.",
            f"سازمان‌ها: بیشینهٔ سازمان‌ها، ۱ تا {digits(MAXIMUM_MAP_NODES)}؛ اگر نیاید «default».",
        ),
        asked(
            "tiesFirst",
            Kind.INT,
            f"Ties: At most this many ties, 1 to {MAXIMUM_MAP_TIES:,}; «default» when not given.",
            f"پیوندها: بیشینهٔ پیوندها، ۱ تا {digits(MAXIMUM_MAP_TIES)}؛ اگر نیاید «default».",
        ),
        asked(
            "sortNodes",
            Kind.ENUM,
            "Order: Which organizations come first; those with most neighbours when not given.",
            "ترتیب: کدام سازمان‌ها نخست بیایند؛ اگر نیاید پرهمسایه‌ترین‌ها.",
            enum=MapNodeSort,
        ),
        asked(
            "sortTies",
            Kind.ENUM,
            "Order of ties: Which ties come first; the newest when not given.",
            "ترتیب پیوندها: کدام پیوندها نخست بیایند؛ اگر نیاید تازه‌ترین‌ها.",
            enum=MapTieSort,
        ),
    ),
)
INTRODUCTION = Inquiry(
    "introductionPath",
    "IntroductionPath",
    Words(
        "Introduction path: A shortest way over ties and partnerships you may read;"
        " null where there is none so short.",
        "مسیر معرفی: کوتاه‌ترین راه بر پیوندها و مشارکت‌هایی که می‌خوانید؛ اگر راهی به این کوتاهی نباشد null.",
    ),
    required=False,
    arguments=(
        asked(
            "fromId",
            Kind.ID,
            "From: The organization that seeks the way.",
            "از: سازمانی که راه را می‌جوید.",
            required=True,
        ),
        asked(
            "toId",
            Kind.ID,
            "To: The organization to be reached.",
            "به: سازمانی که باید به آن رسید.",
            required=True,
        ),
        asked(
            "maxLength",
            Kind.INT,
            f"Longest: At most this many ties on the way, 1 to {MAXIMUM_PATH:,}; «default» when not given.",
            f"بلندترین: بیشینهٔ پیوندهای راه، ۱ تا {digits(MAXIMUM_PATH)}؛ اگر نیاید «default».",
        ),
    ),
)
