"""Topics and skills: two SKOS taxonomies with Persian and English labels."""

from graph.model.common import ALSO_KNOWN_AS, VERSIONED, bilingual
from graph.model.declare import (
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back_list,
    choice,
    link,
    links,
    record,
    text,
    web,
)
from graph.model.members import Access, Edge
from graph.model.terms import LIFE, STATUS, successor
from graph.model.words import Choice


class SkillKind(
    Choice,
    en="Kind of skill: Soft (how one works with others) or hard (a trade).",
    fa="گونهٔ مهارت: نرم (چگونه با دیگران کار کردن) یا سخت (یک حرفه).",
):
    SOFT = (
        "SOFT",
        "Soft: How one works with others, e.g. self-confidence or speaking up.",
        "نرم: چگونه با دیگران کار کردن، مانند اعتمادبه‌نفس یا جرئت‌ورزی.",
    )
    HARD = (
        "HARD",
        "Hard: What a trade asks for, e.g. sewing or bookkeeping.",
        "سخت: آنچه حرفه می‌خواهد، مانند دوزندگی یا حسابداری.",
    )


_LABELS = (
    text(
        "slug",
        "Short name: Latin letters for addresses and filters, e.g. `loans`; it never changes.",
        "نام کوتاه: با حروف لاتین، برای نشانی‌ها و پالایه‌ها، مانند `loans`؛ هرگز عوض نمی‌شود.",
        ONCE,
        key=True,
        taken="SLUG_TAKEN",
        sortable=True,
    ),
    bilingual("label", "Label", "برچسب"),
    text(
        "labelFa",
        "Persian label: What it is called in Persian.",
        "برچسب فارسی: به فارسی چه نام دارد.",
        REQUIRED,
        sortable=True,
        searched=TITLE,
    ),
    text(
        "labelEn",
        "English label: What it is called in English; null where it has no such name.",
        "برچسب انگلیسی: به انگلیسی چه نام دارد؛ اگر چنین نامی ندارد null.",
        OPTIONAL,
        searched=TITLE,
    ),
    ALSO_KNOWN_AS,
    STATUS,
)


def _taxonomy(label: str) -> tuple[Edge, ...]:
    """A concept's broader one, its narrower ones, and all it lies within (SKOS)."""
    narrower = back_list(
        "narrower",
        "Narrower: What stands right below it, e.g. welding below metalwork.",
        "زیرشاخه‌ها: آنچه درست زیر آن است، مانند جوشکاری زیر فلزکاری.",
    )
    return (
        link(
            "broader",
            "BROADER",
            label,
            "Broader: What stands right above it; null at the top.",
            "شاخهٔ بالاتر: آنچه درست بالای آن است؛ در بالاترین سطح null.",
            OPTIONAL,
            open=True,
            back=narrower,
        ),
        links(
            "within",
            "BROADER",
            label,
            "Within: In a filter: it is this one, or stands somewhere below it.",
            "درون: در پالایه: خود آن است یا جایی زیر آن.",
            open=True,
            hops=(0, 4),
            filter_only=True,
        ),
        successor(label),
    )


TOPIC = record(
    "Topic",
    "top",
    "Topic: What the work is about: a concept of a SKOS taxonomy.",
    "موضوع: کار دربارهٔ چیست: مفهومی از یک رده‌بندی SKOS.",
    plural=("topics", "Topics", "موضوع‌ها"),
    access=Access.OPEN,
    order=(("labelFa", True),),
    common=VERSIONED,
    life=LIFE,
    successor="replacedBy",
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
    common=VERSIONED,
    life=LIFE,
    successor="replacedBy",
    members=(
        *_LABELS,
        choice("kind", SkillKind, "Kind: Soft or hard.", "گونه: نرم یا سخت.", REQUIRED),
        web(
            "escoUri",
            "ESCO: The address of the same skill, or of the occupation of those who have it, in ESCO, the"
            " European list; null where none fits.",
            "ESCO: نشانی همین مهارت، یا شغل دارندگان آن، در ESCO، فهرست اروپایی؛ اگر هیچ‌یک نمی‌خواند null.",
            OPTIONAL,
            long=False,
        ),
        text(
            "iscoCode",
            "ISCO: The code of its group of occupations in ISCO-08; null where it has none.",
            "ISCO: کد گروه شغلی آن در ISCO-08؛ اگر ندارد null.",
            OPTIONAL,
        ),
        *_taxonomy("Skill"),
    ),
)

AREA = (TOPIC, SKILL)
