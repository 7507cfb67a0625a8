"""Topics and skills: two SKOS taxonomies with Persian and English labels."""

from enum import Enum

from graph.model.common import ID, bilingual
from graph.model.core import Direction, Edge, Kind, Node, Property


class SkillKind(Enum):
    """Soft (how one works with others) or hard (a trade)."""

    SOFT = "SOFT"
    HARD = "HARD"


_LABELS = (
    ID,
    Property("slug", required=True, key=True, sortable=True),
    Property("labelFa", required=True, fold="labelFaFold", sort="labelFaSort", sortable=True),
    Property("labelEn", fold="labelEnFold"),
    bilingual("label", "labelFa", "labelEn"),
)

TOPIC = Node(
    "Topic",
    "top",
    (
        *_LABELS,
        Edge("broader", "BROADER", "Topic", many=False, open=True),
        Edge("narrower", "BROADER", "Topic", Direction.IN, open=True),
        Edge("within", "BROADER", "Topic", open=True, hops=(0, 4), filter_only=True),
        Edge("organizations", "ABOUT", "Organization", Direction.IN, open=True),
        Edge("experiences", "ABOUT", "Experience", Direction.IN, open=True),
        Edge("lessons", "ABOUT", "Lesson", Direction.IN, open=True),
    ),
    order=(("labelFa", True),),
    search=(("labelFa", "labelEn"), ()),
)

SKILL = Node(
    "Skill",
    "ski",
    (
        *_LABELS,
        Property("kind", Kind.ENUM, enum=SkillKind, required=True),
        Property("escoUri", filterable=False),
        Property("iscoCode"),
        Edge("broader", "BROADER", "Skill", many=False, open=True),
        Edge("narrower", "BROADER", "Skill", Direction.IN, open=True),
        Edge("within", "BROADER", "Skill", open=True, hops=(0, 4), filter_only=True),
        Edge("experiences", "USES_SKILL", "Experience", Direction.IN, open=True),
    ),
    order=(("labelFa", True),),
    search=(("labelFa", "labelEn"), ()),
)
