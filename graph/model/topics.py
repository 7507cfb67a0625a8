"""Topics and skills: two SKOS taxonomies with Persian and English labels."""

from graph.model.common import bilingual
from graph.model.core import Access, Edge
from graph.model.declare import TITLE, back_list, choice, link, links, record, text
from graph.model.words import Choice, Words


class SkillKind(
    Choice,
    en="Kind of skill: Soft (how one works with others) or hard (a trade).",
    fa="گونهٔ مهارت: نرم (چگونه با دیگران کار کردن) یا سخت (یک حرفه).",
):
    SOFT = "SOFT", "Soft", "نرم"
    HARD = "HARD", "Hard", "سخت"


_LABELS = (
    text(
        "slug",
        "Short name: A short name for addresses.",
        "نام کوتاه: نامی کوتاه برای نشانی‌ها.",
        required=True,
        key=True,
        sortable=True,
    ),
    bilingual(
        "label",
        "labelFa",
        "labelEn",
        Words("Label: The label in your language.", "برچسب: برچسب به زبان شما."),
    ),
    text("labelFa", "Persian label", "برچسب فارسی", required=True, sortable=True, searched=TITLE),
    text("labelEn", "English label", "برچسب انگلیسی", searched=TITLE),
)


def _taxonomy(label: str) -> tuple[Edge, Edge]:
    """A concept's broader one, its narrower ones, and all it lies within (SKOS)."""
    narrower = back_list("narrower", "Narrower", "زیرشاخه‌ها")
    return (
        link("broader", "BROADER", label, "Broader", "شاخهٔ بالاتر", open=True, back=narrower),
        links("within", "BROADER", label, "Within", "درون", open=True, hops=(0, 4), filter_only=True),
    )


TOPIC = record(
    "Topic",
    "top",
    "Topic: What the work is about: a concept of a SKOS taxonomy.",
    "موضوع: کار دربارهٔ چیست: مفهومی از یک رده‌بندی SKOS.",
    plural=("topics", "Topics", "موضوع‌ها"),
    access=Access.OPEN,
    order=(("labelFa", True),),
    members=(*_LABELS, *_taxonomy("Topic")),
)

SKILL = record(
    "Skill",
    "ski",
    "Skill: What a person is able to do, soft or hard: a concept of a SKOS taxonomy.",
    "مهارت: آنچه کسی می‌تواند، نرم یا سخت: مفهومی از یک رده‌بندی SKOS.",
    plural=("skills", "Skills", "مهارت‌ها"),
    access=Access.OPEN,
    order=(("labelFa", True),),
    members=(
        *_LABELS,
        choice("kind", SkillKind, "Kind", "گونه", required=True),
        text("escoUri", "ESCO: The same skill in ESCO.", "ESCO: همین مهارت در ESCO.", long=True),
        text("iscoCode", "ISCO: The occupation group in ISCO-08.", "ISCO: گروه شغلی در ISCO-08."),
        *_taxonomy("Skill"),
    ),
)

AREA = (TOPIC, SKILL)
