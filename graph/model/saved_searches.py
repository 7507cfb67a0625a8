"""Saved searches: what a person looks for again and again, and hears of when something new answers it."""

from dataclasses import replace

from graph.limits import MAXIMUM_SAVED_SEARCHES
from graph.model.declare import OPTIONAL, REQUIRED, asked, flag, moment, text
from graph.model.deeds import Doer, deed
from graph.model.follows import OWNED
from graph.model.members import Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.search import SEARCH
from graph.model.words import Words, digits

KEPT = ("types", "topicIds", "regionIds", "outcomes", "years")
"""What a search is narrowed by, as the arguments of `search` name it."""
_ASKED = {argument.name: argument for argument in SEARCH.arguments if isinstance(argument, Property)}

_LISTS = ", ".join(f"{name}: coalesce(w.{name}, [])" for name in KEPT)
SAVED_MAP = f"{{id: w.id, name: w.name, query: w.query, {_LISTS}, told: w.told, createdAt: w.createdAt}}"
"""A row of `SavedSearch`, of the node `w`."""
SAVED = f"""COLLECT {{
  MATCH {OWNED}
  MATCH (a)<-[:OF]-(w:SavedSearch)
  RETURN {SAVED_MAP} ORDER BY w.createdAt DESC, w.id
}}"""
"""All searches that the person who asks has saved, the newest first."""


def _of(label: str, ids: str) -> str:
    return f"COLLECT {{ MATCH (n:Node&{label}) WHERE n.id IN «row».{ids} RETURN n ORDER BY n.id }}"


_TOPICS, _REGIONS = _of("Topic", "topicIds"), _of("Region", "regionIds")

SAVED_SEARCH = Shape(
    "SavedSearch",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: Say it to edit or remove it.", "شناسه: برای ویرایش یا برداشتن همین را بگویید."),
        ),
        text("name", "Name: What you call it.", "نام: نامی که به آن داده‌اید.", required=True),
        text("query", "Words: What it looks for.", "واژه‌ها: چه می‌جوید.", required=True),
        replace(_ASKED["types"], required=True),
        replace(_ASKED["outcomes"], required=True),
        replace(_ASKED["years"], required=True),
        Nested(
            "topics",
            "Topic",
            many=True,
            cypher=lambda row, _see: _TOPICS.replace("«row»", row),
            words=Words(
                "Topics: Only what is about one of these; empty for all.",
                "موضوع‌ها: تنها آنچه دربارهٔ یکی از این‌هاست؛ خالی یعنی همه.",
            ),
        ),
        Nested(
            "regions",
            "Region",
            many=True,
            cypher=lambda row, _see: _REGIONS.replace("«row»", row),
            words=Words(
                "Regions: Only what is in one of these; empty for all.",
                "ناحیه‌ها: تنها آنچه در یکی از این‌هاست؛ خالی یعنی همه.",
            ),
        ),
        flag(
            "told",
            "Told: Whether you hear of what is published from now on and answers it.",
            "خبر دادن: آیا از آنچه از این پس منتشر می‌شود و پاسخ آن است باخبر می‌شوید.",
        ),
        moment("createdAt", "Saved at: When you saved it.", "زمان ذخیره: کی ذخیره شد.", required=True),
    ),
    Words(
        "Saved search: A search of yours; nobody else sees it.",
        "جست‌وجوی ذخیره‌شده: جست‌وجویی از شما؛ جز شما کسی آن را نمی‌بیند.",
    ),
)

_ID = asked(
    "id",
    Kind.ID,
    "Search: One that you have saved.",
    "جست‌وجو: یکی از آن‌ها که ذخیره کرده‌اید.",
    required=True,
)
_NAME = text("name", "Name: What you call it.", "نام: نامی که به آن داده‌اید.", REQUIRED)
_TOLD = asked(
    "told",
    Kind.BOOLEAN,
    "Told: Whether to hear of what is published from now on and answers it; yes when not given.",
    "خبر دادن: آیا از آنچه از این پس منتشر می‌شود و پاسخ آن است باخبر شوید؛ اگر نیاید، بله.",
)
_SEARCHED = tuple(replace(_ASKED[name], given=OPTIONAL) for name in KEPT)
_DONE = (flag("done", "Done: It is so.", "انجام شد: همین شد."),)

DEEDS = (
    deed(
        "saveSearch",
        f"Save a search: With the words and the filters of `search`; {MAXIMUM_SAVED_SEARCHES} at most.",
        f"ذخیرهٔ جست‌وجو: با واژه‌ها و پالایه‌های `search`؛ بیشینه {digits(MAXIMUM_SAVED_SEARCHES)}.",
        Doer.PERSON,
        (_NAME, replace(_ASKED["query"], given=REQUIRED), *_SEARCHED, _TOLD),
        (Property("id", Kind.ID, words=Words("Id: Of the saved search.", "شناسه: شناسهٔ جست‌وجوی ذخیره‌شده.")),),
    ),
    deed(
        "editSavedSearch",
        "Edit a saved search: Its name, and whether you hear of it. What is left out stays.",
        "ویرایش جست‌وجوی ذخیره‌شده: نام آن، و این‌که خبرش به شما برسد یا نه. آنچه نیاید می‌ماند.",
        Doer.PERSON,
        (
            _ID,
            replace(_NAME, required=False, given=OPTIONAL),
            asked(
                "told",
                Kind.BOOLEAN,
                "Told: Whether to hear of what is published from now on and answers it.",
                "خبر دادن: آیا از آنچه از این پس منتشر می‌شود و پاسخ آن است باخبر شوید.",
            ),
        ),
        _DONE,
    ),
    deed(
        "removeSavedSearch",
        "Remove a saved search: It is looked for no more.",
        "برداشتن جست‌وجوی ذخیره‌شده: دیگر جسته نمی‌شود.",
        Doer.PERSON,
        (_ID,),
        _DONE,
    ),
)
