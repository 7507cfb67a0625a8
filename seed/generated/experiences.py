"""Make the rows of experiences, each with the lessons drawn from it."""

from collections.abc import Iterator
from datetime import timedelta

from graph.model.common import Visibility
from graph.model.experiences import ParticipantRole
from seed.content import told
from seed.generated import cypher, templates
from seed.generated.rows import (
    Batch,
    Maker,
    Row,
    Sheet,
    batches,
    counties,
    day,
    life,
    number,
    province,
    rights,
)

_BRIEF = 0.5
"""The share of experiences and lessons that say no more than they must."""
_EXPERIENCE, _LESSON = life("EXPERIENCE"), life("LESSON")


def experiences(maker: Maker) -> Iterator[Batch]:
    """All experiences, each with its results and its two lessons."""
    blueprint = maker.blueprint

    def row(place: int, sheet: Sheet) -> Row:
        story = blueprint.stories[place]
        text = told("experiences")[story]
        made = maker.record("exp", blueprint.experiences, place, sheet, _EXPERIENCE)
        maker.experience_ids.append(made["id"])
        visibility = blueprint.visibility(place)
        tell = templates.brief_story if maker.rng.random() < _BRIEF else templates.story
        home = province(blueprint.experiences.owner[place])
        region = home if visibility is Visibility.ANONYMIZED else maker.rng.choice(counties(home))
        ended = day(made["created"]) - timedelta(days=20 + maker.rng.randrange(700))
        started = ended - timedelta(days=60 + maker.rng.randrange(400))
        return {
            **made,
            **rights(blueprint.experiences.more[place], visibility),
            **templates.story_title(story, region).filled(number(place)),
            "template": sheet.templates.place((tell, story), tell(story)),
            "factor": 0.5 + maker.rng.random(),
            "startedOn": started,
            "endedOn": ended,
            "publisher": maker.publisher(blueprint.experiences, place, sheet),
            "region": maker.region(region, sheet),
            "topics": maker.topics(text["topics"], sheet),
            "skills": maker.skills(text["skills"], sheet),
            "participants": _participants(maker, blueprint.experiences.owner[place], sheet),
            "lessons": [_lesson(maker, 2 * place + which, story, visibility, sheet) for which in (0, 1)],
        }

    return batches(cypher.EXPERIENCE, len(blueprint.experiences), 200, row)


_ROLES = tuple(role.value for role in ParticipantRole if role is not ParticipantRole.LEAD)


def _participants(maker: Maker, owner: int, sheet: Sheet) -> list[Row]:
    """The publisher as the lead, and up to three others."""
    count = len(maker.organizations)
    others = {maker.rng.randrange(count) for _ in range(maker.rng.randrange(4))} - {owner}
    roles = {owner: ParticipantRole.LEAD.value} | {
        other: maker.rng.choice(_ROLES) for other in sorted(others)
    }
    return [
        {"place": sheet.hubs.place(maker.organizations[who]), "role": role} for who, role in roles.items()
    ]


def _lesson(maker: Maker, place: int, story: int, visibility: Visibility, sheet: Sheet) -> Row:
    lessons = maker.blueprint.lessons
    text = told("experiences")[story]
    tell = templates.brief_lesson if maker.rng.random() < _BRIEF else templates.lesson
    made = maker.record("les", lessons, place, sheet, _LESSON)
    maker.lesson_ids.append(made["id"])
    return {
        **made,
        "number": number(place),
        "template": sheet.parts.place((tell, story, place % 2), tell(story, place % 2)),
        "publisher": maker.publisher(lessons, place, sheet),
        "topics": maker.topics(text["topics"][:2], sheet),
        "skills": maker.skills(text["skills"][:1], sheet),
        **rights(lessons.more[place], visibility),
    }
