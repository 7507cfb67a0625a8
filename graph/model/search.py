"""The answer to a search: its hits with their highlights, and counts by facets."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.limits import (
    MAXIMUM_FACET,
    MAXIMUM_FEW_HITS,
    MAXIMUM_HIGHLIGHT,
    MAXIMUM_HIGHLIGHTS,
    MAXIMUM_PAGE,
    MAXIMUM_PARTIAL_HITS,
    MAXIMUM_WORDS,
)
from graph.model.declare import asked, choice, number, text, texts, whole
from graph.model.experiences import ExperienceOutcome
from graph.model.found import SEARCHED, SearchType, nearest, within
from graph.model.members import Finished, Inquiry, Kind, Nested, Property, See
from graph.model.nodes import Node, Shape
from graph.model.regions import REGION
from graph.model.terms import IN_USE
from graph.model.topics import TOPIC
from graph.model.words import Words, digits
from graph.text import snippet
from graph.text.spelling import corrected


def highlights(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The pieces of a record's texts that answer a search, titles first.

    `found`: the `query`, and `texts` as (name of the property, its text or texts).
    """
    pieces: list[dict[str, Any]] = []
    for name, values in found["texts"]:
        for whole_text in values if isinstance(values, list) else [values]:
            piece = snippet(whole_text, found["query"], MAXIMUM_HIGHLIGHT)
            if piece is not None:
                ranges = [{"start": start, "end": end} for start, end in piece.ranges]
                pieces.append({"field": name, "text": piece.text, "ranges": ranges})
            if len(pieces) == MAXIMUM_HIGHLIGHTS:
                return pieces
    return pieces


def did_you_mean(found: Mapping[str, Any], _parameters: Mapping[str, Any]) -> str | None:
    """The search as it was probably meant; None where every word of it is known, or none is near it.

    `found`: the search's `text`, its `words` as (typed, raw), and `near`: for the place of a word the
    titles and the words of records that hold one spelled nearly like it.
    """
    near: dict[int, list[str]] = {}
    for row in found["near"]:
        said = near.setdefault(row["at"], [])
        for title in row["titles"]:
            said.extend(title if isinstance(title, list) else [title])
        said.extend(row["words"])
    return corrected(found["text"], {tuple(found["words"][at]): texts for at, texts in near.items()})


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
        types, rights = nearest(see, "found", to)
        where = f" WHERE {' AND '.join(rights)}" if rights else ""
        return (
            f"CALL ({row}) {{ UNWIND {row}.hits AS hit WITH hit.n AS found"
            f" MATCH (found)-[:{types}]->(nearest:{to.label}){where} RETURN nearest, found"
            f" UNION ALL UNWIND {row}.hits AS hit WITH hit.n AS found WHERE found:{to.label}"
            f" RETURN found AS nearest, found }}"
            f" WITH nearest, collect(found) AS all MATCH (nearest){within(to)}"
            f" WHERE {see('value', to.label)} AND value.status = '{IN_USE.value}' UNWIND all AS found"
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


_COUNT = whole(
    "count", "Count: How many of the hits, 500 at most.", "شمار: چند یافته، بیشینه ۵۰۰.", required=True
)


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
            whole(
                "start",
                "Start: Where it begins: the place of its first character, from 0.",
                "آغاز: کجا آغاز می‌شود: جای نخستین نویسه‌اش، از ۰.",
                required=True,
            ),
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
                "فیلد: متن از کدام فیلد است، به نامی که در گونهٔ خود دارد.",
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
                "Score: Up to 3.5: for each word 3 in the title, 2 beginning a word of the title or near one,"
                " 1 in the text, ½ beginning a word of the text or near one, 0 where it is missing; their"
                " mean, and up to ½ where all are in the title and make up most of it.",
                "امتیاز: تا ۳٫۵: برای هر واژه ۳ در عنوان، ۲ در آغاز واژه‌ای از عنوان یا نزدیک به آن، ۱ در متن،"
                " ½ در آغاز واژه‌ای از متن یا نزدیک به آن، ۰ اگر نیست؛ میانگین آن‌ها، و تا ½ اگر همه در عنوان"
                " باشند و بیشتر آن را بسازند.",
                required=True,
            ),
            texts(
                "missing",
                "Missing: The words of the search that this record does not hold; empty where it holds all.",
                "واژه‌های نبوده: واژه‌هایی از جست‌وجو که این رکورد ندارد؛ اگر همه را دارد خالی است.",
            ),
            text(
                "cursor",
                "Cursor: The place of this hit: give it as `after`.",
                "نشانگر: جای این یافته: آن را چون `after` بفرستید.",
                required=True,
            ),
            Nested(
                "node",
                "Searchable",
                words=Words("Record: The record that was found.", "رکورد: رکوردی که یافته شد."),
            ),
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
        choice(
            "type",
            SearchType,
            "Type: The kind of record counted here.",
            "گونه: گونهٔ رکوردی که شمرده شده.",
            required=True,
        ),
    ),
    _counted(
        "TopicFacet",
        "Topics: How many of the hits are about a topic or one below it.",
        "موضوع‌ها: چند یافته دربارهٔ یک موضوع یا زیرشاخهٔ آن است.",
        Nested(
            "topic",
            "Topic",
            words=Words(
                "Topic: The topic counted here, with all below it.",
                "موضوع: موضوعی که شمرده شده، با همهٔ زیرشاخه‌هایش.",
            ),
        ),
    ),
    _counted(
        "RegionFacet",
        "Regions: How many of the hits are in a region or one inside it.",
        "ناحیه‌ها: چند یافته در یک ناحیه یا درون آن است.",
        Nested(
            "region",
            "Region",
            words=Words(
                "Region: The region counted here, with all inside it.",
                "ناحیه: ناحیه‌ای که شمرده شده، با همهٔ درون آن.",
            ),
        ),
    ),
    _counted(
        "OutcomeFacet",
        "Outcomes: How many of the hits are experiences with an outcome.",
        "پیامدها: چند یافته تجربه‌ای با این پیامد است.",
        choice(
            "outcome",
            ExperienceOutcome,
            "Outcome: The outcome counted here.",
            "پیامد: پیامدی که شمرده شده.",
            required=True,
        ),
    ),
    _counted(
        "YearFacet",
        "Years: How many of the hits began in a year of the Gregorian calendar.",
        "سال‌ها: چند یافته در هر سال میلادی آغاز شده است.",
        whole(
            "year",
            "Year: A year of the Gregorian calendar, e.g. 2025.",
            "سال: سال میلادی، مانند ۲۰۲۵.",
            required=True,
        ),
    ),
    Shape(
        "SearchFacets",
        (
            _facet(
                "types",
                "type",
                "value",
                _of_each(hit_type("found")),
                Words(
                    "By type: Lessons, experiences, organizations and so on.",
                    "به گونه: درس‌آموخته، تجربه، سازمان و مانند آن.",
                ),
            ),
            _facet(
                "topics",
                "topic",
                "value.id",
                _of_all(TOPIC),
                Words(
                    "By topic: A hit counts for its topics and for all above them.",
                    "به موضوع: هر یافته برای موضوع‌هایش و همهٔ بالاتر از آن‌ها شمرده می‌شود.",
                ),
            ),
            _facet(
                "regions",
                "region",
                "value.id",
                _of_all(REGION),
                Words(
                    "By region: A hit counts for its regions and for all they lie in.",
                    "به ناحیه: هر یافته برای ناحیه‌هایش و همهٔ آنچه در آن‌اند شمرده می‌شود.",
                ),
            ),
            _facet(
                "outcomes",
                "outcome",
                "value",
                _of_each(hit_outcome("found")),
                Words(
                    "By outcome: Of the experiences among the hits.", "به پیامد: از میان تجربه‌های یافته‌شده."
                ),
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
            "Total: How many records hold every word; 500 stands for 500 or more.",
            "همه: چند رکورد همهٔ واژه‌ها را دارد؛ ۵۰۰ یعنی ۵۰۰ یا بیشتر.",
            required=True,
        ),
        Finished(
            "didYouMean",
            Kind.STRING,
            did_you_mean,
            required=False,
            words=Words(
                "Did you mean: The search as it was probably meant, where little is found and words of it are"
                " in nothing you may read; else null.",
                "شاید منظورتان این بود: جست‌وجو چنان‌که شاید منظور بوده، اگر چیز کمی یافته شده و برخی واژه‌ها در"
                " هیچ رکوردی که می‌خوانید نیست؛ وگرنه null.",
            ),
        ),
        Nested(
            "hits",
            "SearchHit",
            many=True,
            most="first",
            words=Words(
                "Hits: A page of them, the best first. Where no more than"
                f" {MAXIMUM_FEW_HITS} hold every word, up to {MAXIMUM_PARTIAL_HITS} that hold most of them"
                " follow, each with what it is `missing`.",
                "یافته‌ها: یک صفحه از آن‌ها، نخست بهترین. اگر بیش از"
                f" {digits(MAXIMUM_FEW_HITS)} رکورد همهٔ واژه‌ها را نداشته باشد، تا"
                f" {digits(MAXIMUM_PARTIAL_HITS)} رکورد که بیشتر واژه‌ها را دارند در پی می‌آیند،"
                " هر یک با آنچه ندارد (`missing`).",
            ),
        ),
        Nested(
            "facets",
            "SearchFacets",
            words=Words(
                "Facets: How many of those that hold every word are of each kind, to narrow the search by.",
                "وجه‌ها: از آن‌ها که همهٔ واژه‌ها را دارند، از هر گونه چند تا هست، برای باریک کردن جست‌وجو.",
            ),
        ),
        Nested(
            "pageInfo",
            "PageInfo",
            words=Words("Page: Where this page lies among the rows.", "صفحه: این صفحه در کجای ردیف‌هاست."),
        ),
    ),
    Words(
        "Search result: The best 500 hits that you may read: a page of them, counts over all.",
        "نتیجهٔ جست‌وجو: بهترین ۵۰۰ یافته‌ای که می‌توانید بخوانید: یک صفحه از آن‌ها، شمارش بر همه.",
    ),
)

SEARCH = Inquiry(
    "search",
    "SearchResult",
    Words(
        "Search: The records that hold every word, however it is spelled, and where they are few those that"
        " hold most; nothing for a search without words.",
        "جست‌وجو: رکوردهایی که همهٔ واژه‌ها را دارند، به هر املا، و اگر اندک‌اند آن‌ها که بیشترِ واژه‌ها را دارند؛"
        " جست‌وجوی بی‌واژه چیزی نمی‌یابد.",
    ),
    arguments=(
        asked(
            "query",
            Kind.STRING,
            f"Words: The words to look for, in Persian or English; the first {MAXIMUM_WORDS} count.",
            f"واژه‌ها: واژه‌هایی که می‌جویید، فارسی یا انگلیسی؛ {digits(MAXIMUM_WORDS)} واژهٔ نخست"
            " به شمار می‌آید.",
            required=True,
        ),
        asked(
            "types",
            Kind.ENUM,
            "Types: Only records of these types.",
            "گونه‌ها: تنها رکوردهای این گونه‌ها.",
            enum=SearchType,
            many=True,
        ),
        asked(
            "topicIds",
            Kind.ID,
            "Topics: Only what is about one of these topics or one below it.",
            "موضوع‌ها: تنها آنچه دربارهٔ یکی از این موضوع‌ها یا زیرشاخه‌هایشان است.",
            many=True,
        ),
        asked(
            "regionIds",
            Kind.ID,
            "Regions: Only what is in one of these regions or inside it.",
            "ناحیه‌ها: تنها آنچه در یکی از این ناحیه‌ها یا درون آن است.",
            many=True,
        ),
        asked(
            "outcomes",
            Kind.ENUM,
            "Outcomes: Only experiences with one of these outcomes.",
            "پیامدها: تنها تجربه‌هایی با یکی از این پیامدها.",
            enum=ExperienceOutcome,
            many=True,
        ),
        asked(
            "years",
            Kind.INT,
            "Years: Only what began in one of these years of the Gregorian calendar.",
            "سال‌ها: تنها آنچه در یکی از این سال‌های میلادی آغاز شده است.",
            many=True,
        ),
        asked(
            "first",
            Kind.INT,
            f"How many: At most this many hits, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
            f"چند تا: بیشینهٔ یافته‌ها، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
        ),
        asked(
            "after",
            Kind.STRING,
            "After: Only hits after this cursor.",
            "پس از: تنها یافته‌های پس از این نشانگر.",
        ),
    ),
)
