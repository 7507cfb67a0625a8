"""Turn a size and a seed into a blueprint, before a row of it is made.

A million nodes are drawn in some seconds and some dozen megabytes. The degrees are those of real
networks: few organizations tell much, few topics and lessons draw many.
"""

from array import array
from random import Random

from graph.model.commitments import CommitmentStatus
from graph.model.common import Visibility
from graph.model.experiences import ExperienceOutcome
from seed.content import told
from seed.generated import field
from seed.generated.blueprint import (
    DAY,
    DRAFT,
    EXCHANGES,
    FIRST,
    LAST,
    PUBLISHED,
    VISIBILITIES,
    Blueprint,
    of_side,
)

_READ = {Visibility.PUBLIC, Visibility.MEMBERS, Visibility.PARTNERS}
_WEIGHTS = {"PUBLIC": 58, "MEMBERS": 28, "PARTNERS": 9, "ORGANIZATION": 5}
_DRAWN = [VISIBILITIES.index(Visibility(name)) for name, often in _WEIGHTS.items() for _ in range(often)]

_PER_EXPERIENCE = {"organizations": 1 / 9, "approaches": 1 / 12, "adoptions": 0.4, "evidence": 0.35}
_PER_EXPERIENCE |= {"partnerships": 1 / 60, "resources": 0.3, "exchanges": 0.08, "ties": 1 / 6}
NODES_PER_EXPERIENCE = 17.92
"""What an experience brings with it on average: its share of everything else, and all their events."""
LEAST = 40
"""A network, payment terms and the like, of which there is one however small the graph is."""


def draw(nodes: int, seed: int) -> Blueprint:
    """The blueprint of a graph of so many nodes; the same seed gives the same one."""
    blueprint = Blueprint(Random(seed))  # noqa: S311 - made up to be read, not to be kept secret
    whole = max(1, round((nodes - LEAST) / NODES_PER_EXPERIENCE))
    counts = {name: max(2, round(share * whole)) for name, share in _PER_EXPERIENCE.items()}
    _organizations(blueprint, counts["organizations"])
    _ties(blueprint, counts["ties"])
    _experiences(blueprint, whole)
    _approaches(blueprint, counts["approaches"])
    _adoptions(blueprint, counts["adoptions"])
    _evidence(blueprint, counts["evidence"])
    _partnerships(blueprint, counts["partnerships"])
    _resources(blueprint, counts["resources"])
    _exchanges(blueprint, counts["exchanges"])
    field.draw(blueprint, whole)
    _contacts(blueprint, nodes - blueprint.nodes())
    return blueprint


def _organizations(blueprint: Blueprint, count: int) -> None:
    # All there are within the first fifth of the time, so that each is older than what it tells.
    for place in range(count):
        at = FIRST + (LAST - FIRST) * place // (5 * count)
        blueprint.organizations.add(blueprint.calendar, place, [at])


def _contacts(blueprint: Blueprint, count: int) -> None:
    """Spread what is left of the wanted number of nodes as contacts: some two or three of each."""
    organizations = len(blueprint.organizations)
    count = min(max(count, 0), 9 * organizations)
    blueprint.contacts = array("l", [count // organizations] * organizations)
    for place in range(count % organizations):
        blueprint.contacts[place] += 1


def _ties(blueprint: Blueprint, count: int) -> None:
    for _ in range(count):
        blueprint.ties.add(blueprint.calendar, blueprint.any(), [blueprint.time(0.2, 1.0)])


def _experiences(blueprint: Blueprint, count: int) -> None:
    stories = told("experiences")
    # The first stories are told most: so their topics are hubs.
    weights = [1 / (place + 4) for place in range(len(stories))]
    blueprint.stories.extend(blueprint.rng.choices(range(len(stories)), weights, k=count))
    failed = {ExperienceOutcome.FAILURE.value, ExperienceOutcome.NEAR_MISS.value}
    risky = [story["outcome"] in failed for story in stories]
    tellers = _tellers(blueprint, count)
    for place, owner in enumerate(tellers):
        start = FIRST + int((LAST - FIRST) * (0.2 + 0.79 * (place + blueprint.rng.random()) / count))
        more = blueprint.standing()
        blueprint.experiences.add(blueprint.calendar, owner, blueprint.life(start, more))
        hidden = risky[blueprint.stories[place]] and blueprint.rng.random() < 0.25
        blueprint.seen.append(
            VISIBILITIES.index(Visibility.ANONYMIZED) if hidden else blueprint.rng.choice(_DRAWN)
        )
        for _ in range(2):
            begun = min(start + int(blueprint.rng.random() * DAY / 4), LAST)
            blueprint.lessons.add(blueprint.calendar, owner, blueprint.life(begun, more))


def _tellers(blueprint: Blueprint, count: int) -> list[int]:
    """The publisher of each experience: three to thirty of most organizations, nine on average."""
    organizations = len(blueprint.organizations)
    often = [3 + min(27, int(blueprint.rng.paretovariate(1.2) * 2.2) - 1) for _ in range(organizations)]
    row = [place for place, times in enumerate(often) for _ in range(times)]
    row += [blueprint.rng.choice(row) for _ in range(count - len(row))]
    blueprint.rng.shuffle(row)
    return row[:count]


def _approaches(blueprint: Blueprint, count: int) -> None:
    for _ in range(count):
        more = PUBLISHED if blueprint.rng.random() < 0.95 else DRAFT
        blueprint.approaches.add(
            blueprint.calendar, blueprint.any(), blueprint.life(blueprint.time(0.5, 0.99), more)
        )


def _adoptions(blueprint: Blueprint, count: int) -> None:
    """Half of the adoptions go to the hundredth of lessons that everybody knows."""
    step = 100 if len(blueprint.lessons) > 400 else 7
    taken: set[tuple[int, int]] = set()
    for _ in range(4 * count):
        place = blueprint.rng.randrange(len(blueprint.lessons))
        if blueprint.rng.random() < 0.5:
            place -= place % step
        adopter = blueprint.any()
        own = adopter == blueprint.lessons.owner[place] or (place, adopter) in taken
        if own or not blueprint.is_read(place) or len(blueprint.adoptions) == count:
            continue
        taken.add((place, adopter))
        since = blueprint.lessons.moments(blueprint.calendar, place)[1]
        moments = [blueprint.after(since, 0.6)]
        if blueprint.rng.random() < 0.8:
            moments.append(blueprint.after(moments[0], 1.0))
        blueprint.adoptions.add(blueprint.calendar, adopter, moments)
        blueprint.adopted.append(place)


def _evidence(blueprint: Blueprint, count: int) -> None:
    """Four of five pieces are of the lesson's own story, told by others; the rest of any."""
    told_by: list[list[int]] = [[] for _ in told("experiences")]
    for place, story in enumerate(blueprint.stories):
        if blueprint.experiences.more[place] == PUBLISHED and blueprint.visibility(place) in _READ:
            told_by[story].append(place)
    for _ in range(count):
        lesson = blueprint.rng.randrange(len(blueprint.lessons))
        story = (
            blueprint.stories[lesson // 2]
            if blueprint.rng.random() < 0.8
            else blueprint.rng.choice(blueprint.stories)
        )
        if not blueprint.is_read(lesson) or not told_by[story]:
            continue
        experience = blueprint.rng.choice(told_by[story])
        owner = blueprint.experiences.owner[experience]
        if owner != blueprint.lessons.owner[lesson]:
            read = blueprint.lessons.moments(blueprint.calendar, lesson)[1]
            told_at = blueprint.experiences.moments(blueprint.calendar, experience)[1]
            blueprint.evidence.add(blueprint.calendar, owner, [blueprint.after(max(read, told_at), 1.0)])
            blueprint.pairs.extend((lesson, experience))


def _partnerships(blueprint: Blueprint, count: int) -> None:
    """Drafted, signed by two parties and started; what is owed is reported on, or only planned."""
    agreements = told("partnerships")
    for place in range(count):
        start = blueprint.time(0.2, 0.9)
        owner = blueprint.any()
        moments = [start, start + DAY, start + DAY + 600_000, start + 2 * DAY]
        blueprint.partnerships.add(blueprint.calendar, owner, moments)
        for row in agreements[place % len(agreements)]["commitments"]:
            reported = row["status"] != CommitmentStatus.PLANNED.value
            begun = [start + 60_000, *([blueprint.after(moments[-1], 1.0)] if reported else [])]
            blueprint.commitments.add(blueprint.calendar, owner, begun)


def _resources(blueprint: Blueprint, count: int) -> None:
    for _ in range(count):
        blueprint.resources.add(blueprint.calendar, blueprint.any(), [blueprint.time(0.3, 0.9)])
    blueprint.exchanged = array("b", [-1] * count)


def _exchanges(blueprint: Blueprint, count: int) -> None:
    """Exchanges of an offer and the need that follows it and matches it; no offer is promised twice."""
    listed = of_side("OFFER")
    for offer in range(0, len(blueprint.resources) - 1, 2):
        provider, receiver = blueprint.resources.owner[offer], blueprint.resources.owner[offer + 1]
        matching = told("offers_needs")[listed[offer // 2 % len(listed)]]["match"]
        if len(blueprint.exchanges) == count or not matching or provider == receiver:
            continue
        state = len(blueprint.exchanges) % len(EXCHANGES)
        start = blueprint.time(0.91, 0.93)
        moments = [start, start + 3 * DAY, start + 9 * DAY, start + 10 * DAY]
        events = len(EXCHANGES[state][1])
        blueprint.exchanges.add(blueprint.calendar, provider if offer % 4 else receiver, moments[:events])
        blueprint.offered.append(offer)
        blueprint.exchanged[offer] = blueprint.exchanged[offer + 1] = state
