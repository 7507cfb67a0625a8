"""Wordings: what a lesson or an approach said to those who adopted it; what was learned belongs to it."""

from collections.abc import Mapping
from typing import Any

from graph.limits import MAXIMUM_PAGE
from graph.model.common import RecordStatus
from graph.model.declare import whole
from graph.model.members import Computed, Finished, Kind, Nested, Property, See
from graph.model.nodes import Shape
from graph.model.snapshots import TYPE, found, values
from graph.model.words import Words
from graph.model.written import month_text

WORDED: Mapping[str, tuple[str, ...]] = {
    "Lesson": ("statement", "recommendation", "appliesWhen", "notAppliesWhen"),
    "Approach": ("title", "summary", "steps"),
}
"""The fields that are the wording: a change of one, once it was published, begins a new one."""

_STANDS = f"a.status = '{RecordStatus.PUBLISHED.value}'"
_TOLD = f"{_STANDS} AND a.outcome IS NOT NULL"
_MEAN = "avg(CASE a.outcome WHEN 'SUCCESS' THEN 1.0 WHEN 'MIXED' THEN 0.5 ELSE 0.0 END)"


def _adoptions(n: str, see: See, condition: str, wording: str) -> str:
    return (
        f"({n})<-[:ADOPTS]-(a:Adoption)"
        f" WHERE {see('a', 'Adoption')} AND {condition} AND {wording} IN a.holdsFor"
    )


def _learned(n: str, see: See, wording: str) -> str:
    return f"EXISTS {{ {_adoptions(n, see, _TOLD, wording)} }}"


def _reused(n: str, see: See, wording: str) -> str:
    return f"COUNT {{ {_adoptions(n, see, _STANDS, wording)} }}"


def _succeeded(n: str, see: See, wording: str) -> str:
    return f"head(COLLECT {{ MATCH {_adoptions(n, see, _TOLD, wording)} RETURN {_MEAN} }})"


_LEARNED = Words(
    "Learned: Whether an adoption of this wording, among those you may read, has an outcome.",
    "آموخته‌شده: آیا از به‌کارگیری‌های این متن که می‌خوانید یکی پیامدی دارد.",
)
_REUSED = Words(
    "Reuse: How many organizations apply this wording, of the adoptions you may read.",
    "شمار به‌کارگیری: چند سازمان این متن را به کار بسته‌اند، از آن‌ها که می‌خوانید.",
)
_SUCCEEDED = Words(
    "Success share: 0 to 1: the mean of outcomes, success 1, mixed 0.5, failure 0; null without any.",
    "سهم موفقیت: ۰ تا ۱: میانگین پیامدها، موفقیت ۱، آمیخته ۰٫۵، شکست ۰؛ بی هیچ پیامدی null.",
)


def _row(x: str, v: str, number: str, since: str, see: See) -> str:
    """A wording as a row: its number, its first day, its last version that may be read, what came of it."""
    begun = f"CASE WHEN {see.open_to(x)} THEN {since} ELSE {month_text(since, '$zone')} END"
    return (
        f"{{number: {number}, since: {begun}, text: {found(v, see, x)},"
        f" learned: {_learned(x, see, number)}, reuseCount: {_reused(x, see, number)},"
        f" successShare: {_succeeded(x, see, number)}}}"
    )


def _wordings(n: str, see: See) -> str:
    return (
        f"COLLECT {{ MATCH ({n})-[:{TYPE}]->(v:Version)"
        f" WHERE v.wasWording IS NOT NULL AND {see.then('v', n)}"
        " WITH v ORDER BY v.number WITH v.wasWording AS number, collect(v) AS versions"
        " WITH number, versions[0].at AS since, versions[-1] AS v ORDER BY number DESC"
        f" LIMIT {int(MAXIMUM_PAGE)}"
        f" RETURN {_row(n, 'v', 'number', 'since', see)} }}"
    )


def _adopted(a: str, see: See) -> str:
    first = (
        f"head(COLLECT {{ MATCH (x)-[:{TYPE}]->(f:Version {{wasWording: v.wasWording}})"
        f" WHERE {see.then('f', 'x')} RETURN f.at ORDER BY f.number LIMIT 1 }})"
    )
    return (
        f"head(COLLECT {{ MATCH ({a})-[:ADOPTS]->(x)-[:{TYPE}]->(v:Version {{number: {a}.adoptedVersion}})"
        # Whoever applies it reads what they apply, also where it was taken back since.
        f" WHERE {see.then('v', 'x')} AND (({see('x', *WORDED)} AND {see.together(a, 'x')}) OR {see.owns(a)})"
        f" WITH x, v, v.wasWording AS number, {first} AS since"
        f" RETURN {_row('x', 'v', 'number', 'since', see)} LIMIT 1 }})"
    )


def _reviewed(r: str, see: See) -> str:
    first = (
        f"head(COLLECT {{ MATCH (x)-[:{TYPE}]->(f:Version {{wasWording: v.wasWording}})"
        f" WHERE {see.then('f', 'x')} RETURN f.at ORDER BY f.number LIMIT 1 }})"
    )
    return (
        f"head(COLLECT {{ MATCH ({r})-[:REVIEWS]->(x)-[:{TYPE}]->(v:Version {{number: {r}.reviewedVersion}})"
        f" WHERE {see.then('v', 'x')} AND {see('x', *WORDED)}"
        f" WITH x, v, v.wasWording AS number, {first} AS since"
        f" RETURN {_row('x', 'v', 'number', 'since', see)} LIMIT 1 }})"
    )


REUSE = (
    whole(
        "wording",
        "Wording: The number of its present wording; what was learned and reused is told of that one.",
        "متن: شمارهٔ متن کنونی؛ آنچه آموخته و به کار بسته شده دربارهٔ همین است.",
        required=True,
        filterable=False,
    ),
    Computed(
        "learned",
        Kind.BOOLEAN,
        lambda n, see: _learned(n, see, f"{n}.wording"),
        filterable=True,
        words=_LEARNED,
    ),
    Computed(
        "reuseCount",
        Kind.INT,
        lambda n, see: _reused(n, see, f"{n}.wording"),
        filterable=True,
        sortable=True,
        words=_REUSED,
    ),
    Computed(
        "successShare",
        Kind.FLOAT,
        lambda n, see: _succeeded(n, see, f"{n}.wording"),
        required=False,
        filterable=True,
        words=_SUCCEEDED,
    ),
    Nested(
        "wordings",
        "Wording",
        many=True,
        most=MAXIMUM_PAGE,
        cypher=_wordings,
        words=Words(
            "Wordings: What it said to whoever adopted it, newest first, as far as you might read it then.",
            "متن‌ها: آنچه به به‌کارگیرندگان گفته است، نخست تازه‌ترین، تا جایی که همان هنگام می‌خواندید.",
        ),
    ),
)
"""A wording is learned once an adoption of it has an outcome. `successShare` (0 to 1): the mean over
adoptions with an outcome of success 1, mixed ½, failure 0; null where there is none."""

ADOPTED_WORDING = Nested(
    "adoptedWording",
    "Wording",
    required=False,
    cypher=_adopted,
    words=Words(
        "Adopted wording: What was adopted, as it said then; null where you may not read that.",
        "متن به‌کارگرفته: آنچه به کار بسته شد، همان‌گونه که می‌گفت؛ اگر نمی‌توانید بخوانید null.",
    ),
)

REVIEWED_WORDING = Nested(
    "reviewedWording",
    "Wording",
    required=False,
    cypher=_reviewed,
    words=Words(
        "Reviewed wording: What the review is about, as it said then; null where you may not read that.",
        "متن بازبینی‌شده: آنچه بازبینی دربارهٔ آن است، همان‌گونه که می‌گفت؛ اگر نمی‌توانید بخوانید null.",
    ),
)


def _text(found: Mapping[str, Any], parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    worded = WORDED[found["was"]["of"]]
    return [field for field in values(found, parameters) if field["field"] in worded]


WORDING = Shape(
    "Wording",
    (
        whole("number", "Number: Counted from 1 on.", "شماره: با شمارش از ۱.", required=True),
        Property(
            "since",
            Kind.DATETIME,
            required=True,
            words=Words(
                "Since: When it was first written; only its month where its author is closed to you.",
                "از: کی نخستین بار نوشته شد؛ آن‌جا که نویسنده بر شما بسته است روز نخست ماه آن.",
            ),
        ),
        Finished(
            "values",
            Kind.JSON,
            _text,
            many=True,
            to="FieldValue",
            cypher=lambda row, _see: f"{row}.text",
            words=Words("Values: What it says, field by field.", "مقدارها: چه می‌گوید، فیلد به فیلد."),
        ),
        Property("learned", Kind.BOOLEAN, required=True, words=_LEARNED),
        Property("reuseCount", Kind.INT, required=True, words=_REUSED),
        Property("successShare", Kind.FLOAT, words=_SUCCEEDED),
    ),
    Words(
        "Wording: What a lesson or an approach said from one change on, and what was learned of that.",
        "متن: آنچه درس‌آموخته یا رهیافت از یک تغییر به بعد می‌گفت، و آنچه از آن آموخته شد.",
    ),
)
