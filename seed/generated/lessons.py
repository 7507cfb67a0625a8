"""Make the rows of what others do with lessons: evidence, approaches and adoptions."""

from collections.abc import Iterator

from graph.model.adoptions import AdoptionOutcome
from graph.model.common import Visibility
from seed.content import told
from seed.generated import cypher, templates
from seed.generated.blueprint import PUBLISHED
from seed.generated.rows import (
    Batch,
    Maker,
    Row,
    Sheet,
    batches,
    counties,
    day,
    kinds,
    life,
    number,
    province,
    rights,
)

_OPEN = (Visibility.PUBLIC, Visibility.PUBLIC, Visibility.MEMBERS)
_APPROACH, _SHOWN = life("APPROACH"), kinds("EVIDENCE_ADDED")
_ADOPTED = kinds("ADOPTED", "ADOPTION_OUTCOME_RECORDED")


def evidence(maker: Maker) -> Iterator[Batch]:
    """All evidence: for a lesson where the experience came out as its own story did, else against it."""
    blueprint = maker.blueprint

    def row(place: int, sheet: Sheet) -> Row:
        lesson, experience = blueprint.pairs[2 * place], blueprint.pairs[2 * place + 1]
        stories = told("experiences")
        same = (
            stories[blueprint.stories[lesson // 2]]["outcome"]
            == stories[blueprint.stories[experience]]["outcome"]
        )
        lives, by = blueprint.evidence, maker.publisher(blueprint.evidence, place, sheet)
        moments = lives.moments(blueprint.calendar, place)
        return {
            "events": maker.events(lives.first[place], moments, _SHOWN, by),
            "audience": rights(PUBLISHED, blueprint.visibility(lesson // 2))["audience"],
            "owners": [maker.organization_ids[blueprint.lessons.owner[lesson]]],
            "lesson": sheet.others.place(maker.lesson_ids[lesson]),
            "experience": sheet.others.place(maker.experience_ids[experience]),
            "supports": [1] if same else [],
            "contradicts": [] if same else [1],
        }

    return batches(cypher.EVIDENCE, len(blueprint.evidence), 2000, row)


def approaches(maker: Maker) -> Iterator[Batch]:
    """All approaches with their steps."""
    blueprint = maker.blueprint

    def row(place: int, sheet: Sheet) -> Row:
        texts = told("approaches")
        which = place % len(texts)
        template = templates.approach(which)
        steps = [
            {"title": step["titleFa"], "text": step["text"], "position": position}
            for position, step in enumerate(texts[which]["steps"])
        ]
        drawn = [maker.rng.choice(maker.experience_ids) for _ in range(1 + maker.rng.randrange(3))]
        return {
            **maker.record("app", blueprint.approaches, place, sheet, _APPROACH),
            **rights(blueprint.approaches.more[place], maker.rng.choice(_OPEN)),
            **template.filled(number(place)),
            "template": sheet.templates.place(which, {**template.fixed, "steps": steps}),
            "publisher": maker.publisher(blueprint.approaches, place, sheet),
            "topics": maker.topics(texts[which]["topics"], sheet),
            "skills": maker.skills(texts[which]["skills"], sheet),
            "experiences": sheet.others.all(list(dict.fromkeys(drawn))),
        }

    return batches(cypher.APPROACH, len(blueprint.approaches), 1000, row)


_OUTCOMES = {
    "SUCCEEDED": AdoptionOutcome.SUCCESS.value,
    "PARTLY": AdoptionOutcome.MIXED.value,
    "FAILED": AdoptionOutcome.FAILURE.value,
}


def adoptions(maker: Maker) -> Iterator[Batch]:
    """All adoptions; those with a second event have an outcome."""
    blueprint = maker.blueprint
    ended = [text for text in told("adoptions") if text["outcome"]]

    def row(place: int, sheet: Sheet) -> Row:
        made = maker.record("ado", blueprint.adoptions, place, sheet, _ADOPTED)
        text = maker.rng.choice(ended)
        said = blueprint.adoptions.more[place] > 0
        home = province(blueprint.adoptions.owner[place])
        return {
            **made,
            **rights(PUBLISHED, maker.rng.choice(_OPEN)),
            **templates.searched(
                "Adoption", ("note", text["note"]), ("outcomeNote", text["outcomeNote"] if said else None)
            ),
            "published": made["created"],
            "note": text["note"],
            "startedOn": day(made["created"]),
            "outcome": _OUTCOMES[text["outcome"]] if said else None,
            "outcomeNote": text["outcomeNote"] if said else None,
            "publisher": maker.publisher(blueprint.adoptions, place, sheet),
            "region": maker.region(maker.rng.choice(counties(home)), sheet),
            "adopted": sheet.others.place(maker.lesson_ids[blueprint.adopted[place]]),
        }

    return batches(cypher.ADOPTION, len(blueprint.adoptions), 2000, row)
