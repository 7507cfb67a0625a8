"""Make the rows of organizations and ties, experiences and lessons, approaches, adoptions and evidence."""

from collections.abc import Iterator
from datetime import timedelta

from graph.model.common import Visibility
from graph.model.experiences import AdoptionOutcome
from graph.model.organizations import ContactKind, OrganizationStatus, ParticipantRole, TieKind
from seed import bulk_cypher, bulk_texts
from seed.bulk_plan import PUBLISHED
from seed.bulk_rows import Batch, Maker, Page, Row, batches, day, kinds, life, number, rights
from seed.content import counties, rows, told

_PROVINCES = tuple(row["code"] for row in rows("provinces"))
_CONTACTS = (
    (ContactKind.PHONE, "+98 21 000 {0}", "دبیرخانه"),
    (ContactKind.EMAIL, "info@o{0}.example", "روابط عمومی"),
    (ContactKind.ADDRESS, "خیابان نمونه، پلاک {0}", "دفتر مرکزی"),
    (ContactKind.EMAIL, "jobs@o{0}.example", "مسئول اشتغال"),
    (ContactKind.MESSENGER, "https://messenger.example/o{0}", "مدیر اجرایی"),
)
_OPEN = (Visibility.PUBLIC, Visibility.PUBLIC, Visibility.MEMBERS)
_BRIEF = 0.5
"""The share of experiences and lessons that say no more than they must."""
_EXPERIENCE, _LESSON, _APPROACH = life("EXPERIENCE"), life("LESSON"), life("APPROACH")
_REGISTERED, _LISTED = kinds("ORGANIZATION_REGISTERED"), kinds("ORGANIZATION_LISTED")
_TIED, _SHOWN = kinds("TIE_DECLARED"), kinds("EVIDENCE_ADDED")
_ADOPTED = kinds("ADOPTED", "ADOPTION_OUTCOME_RECORDED")


def province(place: int) -> str:
    """The province of the organization of that number: a few have many organizations."""
    return _PROVINCES[(place * place + place // 7) % len(_PROVINCES)]


# -- organizations --------------------------------------------------------------------------------


def organizations(maker: Maker) -> Iterator[Batch]:
    """All organizations with their contacts."""

    def row(place: int, page: Page) -> Row:
        texts = told("organizations")
        which = place % len(texts)
        template = bulk_texts.organization(which)
        member = maker.rng.random() < 0.85
        known = _REGISTERED if member else _LISTED
        made = maker.record("org", maker.plan.organizations, place, page, known)
        near = counties(province(place))
        served = [maker.rng.choice(near) for _ in range(1 + maker.rng.randrange(3))]
        return {
            **made,
            **template.filled(number(place)),
            "template": page.templates.place(which, template.fixed),
            "status": (OrganizationStatus.MEMBER if member else OrganizationStatus.LISTED).value,
            "foundingDate": day(made["created"]) - timedelta(days=300 + maker.rng.randrange(6000)),
            "registrationNumber": number(place),
            "website": f"https://o{number(place)}.example",
            "audience": "PUBLIC",
            "owners": [made["id"]],
            "contacts": list(_contacts(place, maker.plan.contacts[place])),
            "topics": maker.topics(texts[which]["topics"], page),
            "regions": [maker.region(code, page)[0] for code in dict.fromkeys(served)],
            "location": maker.region(served[0], page),
        }

    return batches(bulk_cypher.ORGANIZATION, len(maker.plan.organizations), 500, row)


def _contacts(place: int, count: int) -> Iterator[Row]:
    for position in range(count):
        kind, value, office = _CONTACTS[position % len(_CONTACTS)]
        text = value.format(number(place * 10 + position))
        yield {"kind": kind.value, "value": text, "office": office, "position": position}


_TIES = (*[TieKind.WORKS_WITH] * 4, *TieKind)
_TIE_SOURCES = ("اظهار سازمان", "صورت‌جلسهٔ نشست استانی", "گزارش سالانه")


def ties(maker: Maker) -> Iterator[Batch]:
    """All ties, half of them to one of the few that many are tied to."""
    count = len(maker.organizations)

    def row(place: int, page: Page) -> Row:
        made = maker.record("tie", maker.plan.ties, place, page, _TIED)
        start = maker.plan.ties.owner[place]
        end = maker.rng.randrange(count) if maker.rng.random() < 0.5 else maker.rng.randrange(1 + count // 20)
        since = day(made["created"]) - timedelta(days=maker.rng.randrange(1500))
        return {
            **made,
            "audience": "PUBLIC",
            "from": page.hubs.place(maker.organizations[start]),
            "to": page.hubs.place(maker.organizations[(end + (end == start)) % count]),
            "kind": maker.rng.choice(_TIES).value,
            "since": since,
            "until": day(made["created"]) if maker.rng.random() < 0.1 else None,
            "source": maker.rng.choice(_TIE_SOURCES),
        }

    return batches(bulk_cypher.TIE, len(maker.plan.ties), 2000, row)


# -- experiences and lessons ----------------------------------------------------------------------


def experiences(maker: Maker) -> Iterator[Batch]:
    """All experiences, each with its results and its two lessons."""
    plan = maker.plan

    def row(place: int, page: Page) -> Row:
        story = plan.stories[place]
        text = told("experiences")[story]
        made = maker.record("exp", plan.experiences, place, page, _EXPERIENCE)
        maker.experience_ids.append(made["id"])
        visibility = plan.visibility(place)
        tell = bulk_texts.brief_story if maker.rng.random() < _BRIEF else bulk_texts.story
        home = province(plan.experiences.owner[place])
        region = home if visibility is Visibility.ANONYMIZED else maker.rng.choice(counties(home))
        ended = day(made["created"]) - timedelta(days=20 + maker.rng.randrange(700))
        started = ended - timedelta(days=60 + maker.rng.randrange(400))
        return {
            **made,
            **rights(plan.experiences.more[place], visibility),
            **bulk_texts.story_title(story, region).filled(number(place)),
            "template": page.templates.place((tell, story), tell(story)),
            "factor": 0.5 + maker.rng.random(),
            "startedOn": started,
            "endedOn": ended,
            "publisher": maker.publisher(plan.experiences, place, page),
            "region": maker.region(region, page),
            "topics": maker.topics(text["topics"], page),
            "skills": maker.skills(text["skills"], page),
            "participants": _participants(maker, plan.experiences.owner[place], page),
            "lessons": [_lesson(maker, 2 * place + which, story, visibility, page) for which in (0, 1)],
        }

    return batches(bulk_cypher.EXPERIENCE, len(plan.experiences), 200, row)


_ROLES = tuple(role.value for role in ParticipantRole if role is not ParticipantRole.LEAD)


def _participants(maker: Maker, owner: int, page: Page) -> list[Row]:
    """The publisher as the lead, and up to three others."""
    count = len(maker.organizations)
    others = {maker.rng.randrange(count) for _ in range(maker.rng.randrange(4))} - {owner}
    roles = {owner: ParticipantRole.LEAD.value} | {
        other: maker.rng.choice(_ROLES) for other in sorted(others)
    }
    return [{"place": page.hubs.place(maker.organizations[who]), "role": role} for who, role in roles.items()]


def _lesson(maker: Maker, place: int, story: int, visibility: Visibility, page: Page) -> Row:
    lessons = maker.plan.lessons
    text = told("experiences")[story]
    tell = bulk_texts.brief_lesson if maker.rng.random() < _BRIEF else bulk_texts.lesson
    made = maker.record("les", lessons, place, page, _LESSON)
    maker.lesson_ids.append(made["id"])
    return {
        **made,
        "number": number(place),
        "template": page.parts.place((tell, story, place % 2), tell(story, place % 2)),
        "publisher": maker.publisher(lessons, place, page),
        "topics": maker.topics(text["topics"][:2], page),
        "skills": maker.skills(text["skills"][:1], page),
        **rights(lessons.more[place], visibility),
    }


def evidence(maker: Maker) -> Iterator[Batch]:
    """All evidence: for a lesson where the experience came out as its own story did, else against it."""
    plan = maker.plan

    def row(place: int, page: Page) -> Row:
        lesson, experience = plan.pairs[2 * place], plan.pairs[2 * place + 1]
        stories = told("experiences")
        same = stories[plan.stories[lesson // 2]]["outcome"] == stories[plan.stories[experience]]["outcome"]
        lives, by = plan.evidence, maker.publisher(plan.evidence, place, page)
        moments = lives.moments(plan.calendar, place)
        return {
            "events": maker.events(lives.first[place], moments, _SHOWN, by),
            "audience": rights(PUBLISHED, plan.visibility(lesson // 2))["audience"],
            "owners": [maker.organization_ids[plan.lessons.owner[lesson]]],
            "lesson": page.others.place(maker.lesson_ids[lesson]),
            "experience": page.others.place(maker.experience_ids[experience]),
            "supports": [1] if same else [],
            "contradicts": [] if same else [1],
        }

    return batches(bulk_cypher.EVIDENCE, len(plan.evidence), 2000, row)


# -- approaches and adoptions ---------------------------------------------------------------------


def ways(maker: Maker) -> Iterator[Batch]:
    """All approaches with their steps."""
    plan = maker.plan

    def row(place: int, page: Page) -> Row:
        texts = told("approaches")
        which = place % len(texts)
        template = bulk_texts.approach(which)
        steps = [
            {"title": step["titleFa"], "text": step["text"], "position": position}
            for position, step in enumerate(texts[which]["steps"])
        ]
        drawn = [maker.rng.choice(maker.experience_ids) for _ in range(1 + maker.rng.randrange(3))]
        return {
            **maker.record("app", plan.ways, place, page, _APPROACH),
            **rights(plan.ways.more[place], maker.rng.choice(_OPEN)),
            **template.filled(number(place)),
            "template": page.templates.place(which, {**template.fixed, "steps": steps}),
            "publisher": maker.publisher(plan.ways, place, page),
            "topics": maker.topics(texts[which]["topics"], page),
            "skills": maker.skills(texts[which]["skills"], page),
            "experiences": page.others.all(list(dict.fromkeys(drawn))),
        }

    return batches(bulk_cypher.APPROACH, len(plan.ways), 1000, row)


_OUTCOMES = {
    "SUCCEEDED": AdoptionOutcome.SUCCESS.value,
    "PARTLY": AdoptionOutcome.MIXED.value,
    "FAILED": AdoptionOutcome.FAILURE.value,
}


def adoptions(maker: Maker) -> Iterator[Batch]:
    """All adoptions; those with a second event have an outcome."""
    plan = maker.plan
    ended = [text for text in told("adoptions") if text["outcome"]]

    def row(place: int, page: Page) -> Row:
        made = maker.record("ado", plan.adoptions, place, page, _ADOPTED)
        text = maker.rng.choice(ended)
        said = plan.adoptions.more[place] > 0
        home = province(plan.adoptions.owner[place])
        return {
            **made,
            **rights(PUBLISHED, maker.rng.choice(_OPEN)),
            "published": made["created"],
            "note": text["note"],
            "startedOn": day(made["created"]),
            "outcome": _OUTCOMES[text["outcome"]] if said else None,
            "outcomeNote": text["outcomeNote"] if said else None,
            "publisher": maker.publisher(plan.adoptions, place, page),
            "region": maker.region(maker.rng.choice(counties(home)), page),
            "adopted": page.others.place(maker.lesson_ids[plan.adopted[place]]),
        }

    return batches(bulk_cypher.ADOPTION, len(plan.adoptions), 2000, row)
