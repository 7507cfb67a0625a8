"""What is worked out rather than stored: search results, collaborators, the map, introductions."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.limits import MAXIMUM_FACET, MAXIMUM_HIGHLIGHT, MAXIMUM_HIGHLIGHTS, MAXIMUM_NAMED, MAXIMUM_PATH
from graph.model.areas import AREAS
from graph.model.core import Direction, Edge, Finished, Kind, Nested, Node, Property, See, Shape, Union
from graph.model.declare import choice, day, flag, number, text, upper, whole
from graph.model.experiences import ExperienceOutcome
from graph.model.organizations import TieKind
from graph.model.regions import REGION
from graph.model.topics import TOPIC
from graph.model.words import Choice, Words, choice_of
from graph.text import snippet

_FOUND = sorted(
    (area for area in AREAS if isinstance(area, Node) and any(area.search)),
    key=lambda node: node.life is None,  # what members wrote, before what it is about
)
SearchType = choice_of(
    "SearchType",
    {upper(node.label): Words(node.words.label("en"), node.words.label("fa")) for node in _FOUND},
    "Type of hit: What can be found by searching.",
    "گونهٔ یافته: چه را می‌توان جست.",
)


class ReasonKind(
    Choice,
    en="Reason: Why two organizations might work together.",
    fa="دلیل: چرا دو سازمان می‌توانند با هم کار کنند.",
):
    OFFER_MEETS_NEED = "OFFER_MEETS_NEED", "Its offer meets the need", "عرضه‌اش نیاز را برمی‌آورد"
    NEED_MEETS_OFFER = "NEED_MEETS_OFFER", "Its need fits the offer", "نیازش با عرضه می‌خواند"
    SHARED_TOPIC = "SHARED_TOPIC", "Shared topic", "موضوع مشترک"
    SIMILAR_EXPERIENCE = "SIMILAR_EXPERIENCE", "Similar experience", "تجربهٔ همانند"
    COMMON_PARTNER = "COMMON_PARTNER", "Common partner", "شریک مشترک"
    SHARED_REGION = "SHARED_REGION", "Shared region", "ناحیهٔ مشترک"


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
    en="Order of organizations: The order of the map's organizations: those with most ties first, or by name.",
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


SEARCHED: Mapping[Choice, Node] = dict(zip(SearchType, _FOUND, strict=True))
SEARCHABLE = Union(
    "Searchable",
    tuple(node.label for node in _FOUND),
    Words("Searchable: What can be found by searching.", "جستنی: چه را می‌توان جست."),
)


# -- search ---------------------------------------------------------------------------------------


def ways(to: Node) -> tuple[tuple[Node, Edge], ...]:
    """The edges by which what can be found leads to a topic or a region."""
    return tuple(
        (node, edge)
        for node in SEARCHED.values()
        if node is not to
        for edge in node.edges()
        if edge.to == to.label and edge.direction is Direction.OUT and edge.open and not edge.filter_only
    )


def concerning(see: See, found: str, to: Node) -> str:
    """A pattern from `found` to every topic or region, in `value`, that it is about, itself or broader.

    What is a topic itself is about itself.
    """
    types, rights = _nearest(see, found, to)
    return (
        f"({found})-[:{types}*0..1]->(nearest:{to.label})"
        f"{_within(to)} WHERE {' AND '.join([*rights, see('value', to.label)])}"
    )


def _nearest(see: See, found: str, to: Node) -> tuple[str, list[str]]:
    """The types of relationships from `found` to its `nearest` topic or region, and the rights to them."""
    types = "|".join(sorted({edge.type for _, edge in ways(to)}))
    rights = [
        f"(NOT {found}:{node.label} OR {right})"
        for node, edge in ways(to)
        if (right := see.along(found, node.label, edge.name, "nearest")) != "true"
    ]
    return types, rights


def _within(to: Node) -> str:
    """The rest of a pattern: from `nearest` to every `value` that it is in, itself or broader."""
    (within,) = (edge for edge in to.edges() if edge.hops is not None)
    assert within.hops is not None
    return f"-[:{within.type}*{within.hops[0]}..{within.hops[1]}]->(value:{to.label})"


def highlights(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The pieces of a record's texts that answer a search, titles first.

    `found`: the `query`, and `texts` as (name of the property, its text or texts).
    """
    made: list[dict[str, Any]] = []
    for name, told in found["texts"]:
        for text in told if isinstance(told, list) else [told]:
            piece = snippet(text, found["query"], MAXIMUM_HIGHLIGHT)
            if piece is not None:
                ranges = [{"start": start, "end": end} for start, end in piece.ranges]
                made.append({"field": name, "text": piece.text, "ranges": ranges})
            if len(made) == MAXIMUM_HIGHLIGHTS:
                return made
    return made


def _facet(name: str, member: str, tie: str, rows: Callable[[str, See], str], words: Words) -> Nested:
    """A facet over `hits` (maps with the node `n`), counted where asked for.

    `rows` are clauses that give each `found` with each `value` it counts for.
    """

    def cypher(row: str, see: See) -> str:
        return (
            f"COLLECT {{ {rows(row, see)}"
            f" WITH value, count(DISTINCT found) AS count WHERE value IS NOT NULL"
            f" RETURN {{{member}: value, count: count}} AS v ORDER BY count DESC, {tie}"
            f" LIMIT {MAXIMUM_FACET} }}"
        )

    to = f"{member.capitalize()}Facet"
    return Nested(name, to, many=True, most=MAXIMUM_FACET, cypher=cypher, words=words)


def _of_each(value: str) -> Callable[[str, See], str]:
    return lambda row, _: f"UNWIND {row}.hits AS hit WITH hit.n AS found WITH found, {value} AS value"


def _of_all(to: Node) -> Callable[[str, See], str]:
    """Topics or regions: the way up from each is walked once, not once for every hit."""

    def rows(row: str, see: See) -> str:
        types, rights = _nearest(see, "found", to)
        where = f" WHERE {' AND '.join(rights)}" if rights else ""
        return (
            f"CALL ({row}) {{ UNWIND {row}.hits AS hit WITH hit.n AS found"
            f" MATCH (found)-[:{types}]->(nearest:{to.label}){where} RETURN nearest, found"
            f" UNION ALL UNWIND {row}.hits AS hit WITH hit.n AS found WHERE found:{to.label}"
            f" RETURN found AS nearest, found }}"
            f" WITH nearest, collect(found) AS all MATCH (nearest){_within(to)}"
            f" WHERE {see('value', to.label)} UNWIND all AS found"
        )

    return rows


def hit_type(n: str) -> str:
    """What kind of record a hit is."""
    cases = (f"WHEN {n}:{node.label} THEN '{kind.name}'" for kind, node in SEARCHED.items())
    return f"CASE {' '.join(cases)} END"


def hit_outcome(n: str) -> str:
    """The outcome of a hit that is an experience."""
    return f"CASE WHEN {n}:Experience THEN {n}.outcome END"


def hit_year(n: str) -> str:
    """The year of a hit: when it began, or was signed or published."""
    return f"coalesce({n}.startedOn, {n}.startsOn, {n}.signedOn, {n}.publishedAt).year"


_COUNT = whole("count", "Count", "شمار", required=True)


def _counted(name: str, en: str, fa: str, value: Property | Nested) -> Shape:
    return Shape(name, (value, _COUNT), Words(en, fa))


SEARCH_SHAPES = (
    Shape(
        "PageInfo",
        (
            Property(
                "hasNextPage",
                Kind.BOOLEAN,
                required=True,
                words=Words(
                    "More after: Whether there are rows after this page.",
                    "پس از این: آیا پس از این صفحه ردیفی هست.",
                ),
            ),
            Property(
                "hasPreviousPage",
                Kind.BOOLEAN,
                required=True,
                words=Words(
                    "More before: Whether there are rows before this page.",
                    "پیش از این: آیا پیش از این صفحه ردیفی هست.",
                ),
            ),
            text(
                "startCursor",
                "First cursor: The cursor of the first row.",
                "نشانگر نخست: نشانگر نخستین ردیف.",
            ),
            text(
                "endCursor",
                "Last cursor: The cursor of the last row: give it as `after`.",
                "نشانگر واپسین: نشانگر واپسین ردیف: آن را چون `after` بفرستید.",
            ),
        ),
        Words("Page: Where a page lies among the rows.", "صفحه: صفحه در کجای ردیف‌هاست."),
    ),
    Shape(
        "HighlightRange",
        (
            whole("start", "Start", "آغاز", required=True),
            whole(
                "end",
                "End: Where it ends: the character after its last.",
                "پایان: کجا پایان می‌یابد: نویسهٔ پس از واپسین.",
                required=True,
            ),
        ),
        Words(
            "Marked word: A marked word, in characters (code points) of a highlight's text.",
            "واژهٔ نشان‌دار: واژه‌ای نشان‌دار، به شمار نویسه‌های متن.",
        ),
    ),
    Shape(
        "Highlight",
        (
            text(
                "field",
                "Field: The field the text is from, as its type names it.",
                "فیلد: فیلدی که متن از آن است، به نامی که گونه‌اش دارد.",
                required=True,
            ),
            text(
                "text",
                "Text: The piece; `…` stands where it was cut.",
                "متن: تکهٔ متن؛ `…` جایی است که بریده شده.",
                required=True,
            ),
            Nested(
                "ranges",
                "HighlightRange",
                many=True,
                words=Words(
                    "Ranges: The words that answer the search.", "بازه‌ها: واژه‌هایی که پاسخ جست‌وجویند."
                ),
            ),
        ),
        Words("Highlight: A piece of a text that answers the search.", "تکه: تکه‌ای از متن که پاسخ جست‌وجوست."),
    ),
    Shape(
        "SearchHit",
        (
            number(
                "score",
                "Score: 0 to 3: for each word 3 in the title, 2 beginning a word of the title,"
                " 1 in the text; their mean.",
                "امتیاز: ۰ تا ۳: برای هر واژه ۳ در عنوان، ۲ در آغاز واژه‌ای از عنوان، ۱ در متن؛ میانگین آن‌ها.",
                required=True,
            ),
            text(
                "cursor",
                "Cursor: The place of this hit: give it as `after`.",
                "نشانگر: جای این یافته: آن را چون `after` بفرستید.",
                required=True,
            ),
            Nested("node", "Searchable", words=Words("Record", "رکورد")),
            Finished(
                "highlights",
                Kind.STRING,
                highlights,
                many=True,
                to="Highlight",
                words=Words(
                    "Highlights: Up to three pieces of its texts, titles first.",
                    "تکه‌ها: تا سه تکه از متن‌هایش، نخست عنوان.",
                ),
            ),
        ),
        Words("Hit: A record that answers the search.", "یافته: رکوردی که پاسخ جست‌وجوست."),
    ),
    _counted(
        "TypeFacet",
        "Types: How many of the hits are of a type.",
        "گونه‌ها: چند یافته از هر گونه است.",
        choice("type", SearchType, "Type", "گونه", required=True),
    ),
    _counted(
        "TopicFacet",
        "Topics: How many of the hits are about a topic or one below it.",
        "موضوع‌ها: چند یافته دربارهٔ یک موضوع یا زیرشاخهٔ آن است.",
        Nested("topic", "Topic", words=Words("Topic", "موضوع")),
    ),
    _counted(
        "RegionFacet",
        "Regions: How many of the hits are in a region or one inside it.",
        "ناحیه‌ها: چند یافته در یک ناحیه یا درون آن است.",
        Nested("region", "Region", words=Words("Region", "ناحیه")),
    ),
    _counted(
        "OutcomeFacet",
        "Outcomes: How many of the hits are experiences with an outcome.",
        "پیامدها: چند یافته تجربه‌ای با این پیامد است.",
        choice("outcome", ExperienceOutcome, "Outcome", "پیامد", required=True),
    ),
    _counted(
        "YearFacet",
        "Years: How many of the hits began in a year of the Gregorian calendar.",
        "سال‌ها: چند یافته در هر سال میلادی آغاز شده است.",
        whole("year", "Year", "سال", required=True),
    ),
    Shape(
        "SearchFacets",
        (
            _facet("types", "type", "value", _of_each(hit_type("found")), Words("By type", "به گونه")),
            _facet("topics", "topic", "value.id", _of_all(TOPIC), Words("By topic", "به موضوع")),
            _facet("regions", "region", "value.id", _of_all(REGION), Words("By region", "به ناحیه")),
            _facet(
                "outcomes",
                "outcome",
                "value",
                _of_each(hit_outcome("found")),
                Words("By outcome", "به پیامد"),
            ),
            _facet(
                "years",
                "year",
                "value DESC",
                _of_each(hit_year("found")),
                Words(
                    "By year: The year it began; where that is not told, was published.",
                    "به سال: سال آغاز؛ آن‌جا که گفته نشده، سال انتشار.",
                ),
            ),
        ),
        Words(
            "Facets: What the hits are, each with its twenty most frequent values.",
            "وجه‌ها: یافته‌ها چیستند، هر یک با بیست مقدار پربسامدتر.",
        ),
    ),
)

SEARCH_RESULT = Shape(
    "SearchResult",
    (
        whole(
            "totalCount",
            "Total: How many hits there are; 500 stands for 500 or more.",
            "همه: چند یافته هست؛ ۵۰۰ یعنی ۵۰۰ یا بیشتر.",
            required=True,
        ),
        Nested("hits", "SearchHit", many=True, most="first", words=Words("Hits", "یافته‌ها")),
        Nested("facets", "SearchFacets", words=Words("Facets", "وجه‌ها")),
        Nested("pageInfo", "PageInfo", words=Words("Page", "صفحه")),
    ),
    Words(
        "Search result: The best 500 hits that you may read: a page of them, counts over all.",
        "نتیجهٔ جست‌وجو: بهترین ۵۰۰ یافته‌ای که می‌توانید بخوانید: یک صفحه از آن‌ها، شمارش بر همه.",
    ),
)

# -- collaborators --------------------------------------------------------------------------------


def _named(name: str, to: str, en: str, fa: str) -> Nested:
    return Nested(name, to, many=True, most=MAXIMUM_NAMED, words=Words(en, fa))


REASON = Shape(
    "Reason",
    (
        choice("kind", ReasonKind, "Kind", "گونه", required=True),
        number("weight", "Weight: What it adds to the score.", "وزن: چه به امتیاز می‌افزاید.", required=True),
        _named("topics", "Topic", "Topics", "موضوع‌ها"),
        _named("skills", "Skill", "Skills", "مهارت‌ها"),
        _named("regions", "Region", "Regions", "ناحیه‌ها"),
        _named(
            "organizations",
            "Organization",
            "Organizations: The partners both have.",
            "سازمان‌ها: شریکان هر دو.",
        ),
        _named(
            "experiences", "Experience", "Experiences: What the other tried.", "تجربه‌ها: آنچه دیگری آزمود."
        ),
        _named("offers", "ResourceOffer", "Offers", "عرضه‌ها"),
        _named("needs", "ResourceNeed", "Needs", "نیازها"),
    ),
    Words(
        "Reason: Why an organization is suggested, with the nodes behind it, five of a kind.",
        "دلیل: چرا سازمانی پیشنهاد می‌شود، با آنچه پشت آن است، از هر گونه پنج.",
    ),
)

COLLABORATOR = Shape(
    "Collaborator",
    (
        Nested("organization", "Organization", words=Words("Organization", "سازمان")),
        number(
            "score",
            "Score: The sum of the reasons: 4 for each need met (3 at most), 3 for each need of the other's (3), "
            "1.5 for each similar experience (3); and, each divided by log2(1 + how many organizations have it), "
            "2 for a topic (5), 1.5 for a partner (5), 1 for a region (5).",
            "امتیاز: جمع دلیل‌ها: ۴ برای هر نیاز برآورده (تا ۳)، ۳ برای هر نیاز دیگری (تا ۳)، ۱٫۵ برای هر تجربهٔ "
            "همانند (تا ۳)؛ و هر یک بخش بر log2(۱ + شمار سازمان‌های دارای آن): ۲ برای موضوع (تا ۵)، ۱٫۵ برای شریک "
            "(تا ۵)، ۱ برای ناحیه (تا ۵).",
            required=True,
        ),
        flag(
            "alreadyPartners",
            "Already partners: Whether a tie or a running partnership binds them today.",
            "شریک کنونی: آیا امروز پیوند یا مشارکتی جاری آن‌ها را به هم می‌بندد.",
        ),
        Nested(
            "reasons",
            "Reason",
            many=True,
            most=len(ReasonKind),
            words=Words("Reasons: The weightiest first.", "دلیل‌ها: نخست سنگین‌ترین."),
        ),
    ),
    Words("Collaborator: An organization to work with, and why.", "همکار: سازمانی برای همکاری، و چرا."),
)

# -- the map and the ways through it --------------------------------------------------------------

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

DISCOVERY = (
    SEARCHABLE,
    *SEARCH_SHAPES,
    SEARCH_RESULT,
    REASON,
    COLLABORATOR,
    *MAP_SHAPES,
    NETWORK_MAP,
    INTRODUCTION_PATH,
)
"""Everything here that the model registers."""
