"""Versions: each record as every write of it has left it; what changed, by whom, and the whole of it."""

from dataclasses import replace

from graph.model.common import INTERNAL
from graph.model.declare import ID, IN, asked, back, choice, link, text, whole
from graph.model.events import EventKind
from graph.model.members import Access, Computed, Finished, Inquiry, Kind, Nested, Property, See
from graph.model.nodes import Node, Shape
from graph.model.snapshots import TYPE, changes, found, judgements, values
from graph.model.words import Choice, Words
from graph.model.written import month_text


class Office(
    Choice,
    en="Office: As what somebody has written a version.",
    fa="سمت: چه کسی نسخه را نوشته است.",
):
    MEMBER = "MEMBER", "Member: An organization.", "عضو: یک سازمان."
    COORDINATOR = (
        "COORDINATOR",
        "Coordinator: A coordinator of the network.",
        "هماهنگ‌کننده: هماهنگ‌کنندهٔ شبکه.",
    )
    ADMINISTRATOR = (
        "ADMINISTRATOR",
        "Administrator: The secretariat of the network.",
        "سرپرست: دبیرخانهٔ شبکه.",
    )
    REVIEWER = (
        "REVIEWER",
        "Reviewer: Somebody appointed to review; who and of which organization is not told.",
        "بازبین: کسی که برای بازبینی منصوب شده؛ نام و سازمانش گفته نمی‌شود.",
    )
    HUB = (
        "HUB",
        "Hub: It followed from what was done to another record, or stood there before versions were kept.",
        "کانون: پیامد کاری با رکوردی دیگر است، یا پیش از نگه داشتن نسخه‌ها بوده.",
    )


# -- Cypher ----------------------------------------------------------------------------------------


def _of_record(v: str, text: str) -> str:
    """What is told of a version together with its record `x`."""
    return f"head(COLLECT {{ MATCH ({v})<-[:{TYPE}]-(x) RETURN {text} }})"


def _found_changes(v: str, see: See) -> str:
    before = (
        f"head(COLLECT {{ MATCH (x)-[:{TYPE}]->(p:Version) WHERE p.number < {v}.number"
        f" AND {see.then('p', 'x')} WITH x, p ORDER BY p.number DESC LIMIT 1"
        f" RETURN {found('p', see, 'x')} }})"
    )
    return _of_record(v, f"{{now: {found(v, see, 'x')}, before: {before}}}")


def _at(v: str, see: See) -> str:
    known = see.open_to("x")
    # What judges a record that hides its author is told by as much.
    ways, of = "|".join(judgements()), f"coalesce({see.open_to('judged')}, false)"
    hidden = f"EXISTS {{ MATCH (x)-[:{ways}]->(judged) WHERE NOT {of} }}"
    exactly = known if known == "true" else f"{known} AND NOT {hidden}"
    return _of_record(v, f"CASE WHEN {exactly} THEN {v}.at ELSE {month_text(f'{v}.at', '$zone')} END")


def _organization(v: str, see: See) -> str:
    return (
        f"head(COLLECT {{ MATCH (x)-[:{TYPE}]->({v})-[:BY]->(o:Organization)"
        f" WHERE {see.open_to('x')} RETURN o }})"
    )


# -- the model -------------------------------------------------------------------------------------

FIELD_VALUE = Shape(
    "FieldValue",
    (
        text(
            "field",
            "Field: The name of the field, as its type has it.",
            "فیلد: نام فیلد، همان که در گونه است.",
            required=True,
        ),
        Property(
            "value",
            Kind.JSON,
            words=Words(
                "Value: As it was; what it leads to as `{id, title}`, as far as you may read that.",
                "مقدار: همان‌گونه که بود؛ آنچه به آن می‌رسد چون `{id, title}`، تا جایی که می‌توانید بخوانید.",
            ),
        ),
    ),
    Words("Value of a field: What a field held.", "مقدار یک فیلد: فیلد چه در خود داشت."),
)
FIELD_CHANGE = Shape(
    "FieldChange",
    (
        text(
            "field",
            "Field: The name of the field, as its type has it.",
            "فیلد: نام فیلد، همان که در گونه است.",
            required=True,
        ),
        Property(
            "before",
            Kind.JSON,
            words=Words("Before: What it held; null for nothing.", "پیش: چه در خود داشت؛ null یعنی هیچ."),
        ),
        Property(
            "after",
            Kind.JSON,
            words=Words(
                "After: What it holds since; null for nothing.", "پس: از آن پس چه دارد؛ null یعنی هیچ."
            ),
        ),
    ),
    Words("Change of a field: What it was, and what it became.", "تغییر یک فیلد: چه بود و چه شد."),
)

_CHANGES = Words(
    "Changes: What differs from the version before it, of those that you may read.",
    "تغییرها: چه با نسخهٔ پیش از آن، از نسخه‌هایی که می‌خوانید، فرق دارد.",
)

VERSION = Node(
    "Version",
    "ver",
    (
        ID,
        whole(
            "number",
            "Number: The `version` of its record that it was.",
            "شماره: `version` رکوردش در آن هنگام.",
            required=True,
            sortable=True,
        ),
        Computed(
            "at",
            Kind.DATETIME,
            _at,
            words=Words(
                "At: When it was written; the first day of its month where its author is closed to you.",
                "زمان: کی نوشته شد؛ آن‌جا که نویسنده بر شما بسته است روز نخست ماه آن.",
            ),
        ),
        choice(
            "event",
            EventKind,
            "Event: What was done; null where it followed from what was done to another record.",
            "رخداد: چه شد؛ اگر پیامد کاری با رکوردی دیگر است null.",
        ),
        choice(
            "office",
            Office,
            "Office: As what it was written: by a member, the secretariat, or the hub itself.",
            "سمت: چه کسی نوشت: عضو، دبیرخانه یا خود کانون.",
            required=True,
        ),
        Nested(
            "organization",
            "Organization",
            required=False,
            cypher=_organization,
            words=Words(
                "Organization: Who wrote it; null for the secretariat, and where that is closed to you.",
                "سازمان: چه کسی نوشت؛ برای دبیرخانه، و آن‌جا که بر شما بسته است null.",
            ),
        ),
        Finished(
            "changes",
            Kind.JSON,
            changes,
            many=True,
            to="FieldChange",
            words=_CHANGES,
            cypher=_found_changes,
        ),
        Finished(
            "values",
            Kind.JSON,
            values,
            many=True,
            to="FieldValue",
            words=Words(
                "Values: The whole record as it was then.", "مقدارها: همهٔ رکورد، چنان که آن هنگام بود."
            ),
            cypher=lambda v, see: _of_record(v, found(v, see, "x")),
        ),
        *INTERNAL,
        link(
            "record",
            TYPE,
            "Subject",
            "Record: What it is a version of, as it stands now.",
            "رکورد: نسخهٔ چیست، چنان که اکنون هست.",
            direction=IN,
            open=True,
            back=back(
                "versions",
                "Versions: The record as each write has left it, newest first, where you might read it then.",
                "نسخه‌ها: رکورد پس از هر نوشتن، نخست تازه‌ترین، آن‌جا که همان هنگام می‌توانستید بخوانید.",
            ),
        ),
    ),
    access=Access.HISTORY,
    order=(("number", False),),
    words=Words(
        "Version: A record as a write has left it: what changed, and the whole of it.",
        "نسخه: رکورد چنان که یک نوشتن آن را گذاشت: چه عوض شد، و همهٔ آن.",
    ),
)
VERSION = replace(VERSION, parent=VERSION.edge("record"))

COMPARISON = Shape(
    "Comparison",
    (
        Nested("earlier", "Version", words=Words("Earlier: The one of the two.", "پیشین: یکی از آن دو.")),
        Nested("later", "Version", words=Words("Later: The other of the two.", "پسین: دیگری از آن دو.")),
        Finished(
            "changes",
            Kind.JSON,
            changes,
            many=True,
            to="FieldChange",
            words=Words(
                "Changes: What differs from the earlier to the later.",
                "تغییرها: از پیشین تا پسین چه فرق کرده است.",
            ),
        ),
    ),
    Words("Comparison: Two versions of a record, side by side.", "سنجش: دو نسخه از یک رکورد، کنار هم."),
)

COMPARE = Inquiry(
    "compareVersions",
    "Comparison",
    Words(
        "Compare versions: What differs between two versions of a record; null where you may not read both.",
        "سنجش نسخه‌ها: دو نسخهٔ یک رکورد چه فرقی دارند؛ اگر هر دو را نمی‌توانید بخوانید null.",
    ),
    (
        asked("id", Kind.ID, "Id: The record's id.", "شناسه: شناسهٔ رکورد.", required=True),
        asked(
            "earlier", Kind.INT, "Earlier: The number of one version.", "پیشین: شمارهٔ یک نسخه.", required=True
        ),
        asked("later", Kind.INT, "Later: The number of the other.", "پسین: شمارهٔ نسخهٔ دیگر.", required=True),
    ),
    required=False,
)
