"""Draw the plan of a graph of any size, before a row of it is made.

A million nodes are planned in some seconds and some dozen megabytes. The degrees are those of real
networks: few organizations tell much, few topics and lessons draw many.
"""

from array import array
from random import Random

from graph.model.common import Visibility
from graph.model.experiences import ExperienceOutcome
from graph.model.partnerships import CommitmentStatus
from seed.bulk_plan import (
    DAY,
    DRAFT,
    EXCHANGES,
    FIRST,
    LAST,
    PUBLISHED,
    VISIBILITIES,
    WITHDRAWN,
    Plan,
    of_side,
)
from seed.content import told

_READ = {Visibility.PUBLIC, Visibility.MEMBERS, Visibility.PARTNERS}
_WEIGHTS = {"PUBLIC": 58, "MEMBERS": 28, "PARTNERS": 9, "ORGANIZATION": 5}
_DRAWN = [VISIBILITIES.index(Visibility(name)) for name, often in _WEIGHTS.items() for _ in range(often)]

_PER_EXPERIENCE = {"organizations": 1 / 9, "ways": 1 / 12, "adoptions": 0.4, "evidence": 0.35}
_PER_EXPERIENCE |= {"partnerships": 1 / 60, "resources": 0.3, "exchanges": 0.08, "ties": 1 / 6}
NODES_PER_EXPERIENCE = 16.72
"""What an experience brings with it on average: its share of everything else, and all their events."""


def plan(nodes: int, seed: int) -> Plan:
    """The plan of a graph of so many nodes; the same seed gives the same plan."""
    made = Plan(Random(seed))  # noqa: S311 - made up to be read, not to be kept secret
    whole = max(1, round(nodes / NODES_PER_EXPERIENCE))
    counts = {name: max(2, round(share * whole)) for name, share in _PER_EXPERIENCE.items()}
    _organizations(made, counts["organizations"])
    _ties(made, counts["ties"])
    _experiences(made, whole)
    _ways(made, counts["ways"])
    _adoptions(made, counts["adoptions"])
    _evidence(made, counts["evidence"])
    _partnerships(made, counts["partnerships"])
    _resources(made, counts["resources"])
    _exchanges(made, counts["exchanges"])
    _contacts(made, nodes - made.nodes())
    return made


def _organizations(made: Plan, count: int) -> None:
    # All there are within the first fifth of the time, so that each is older than what it tells.
    for place in range(count):
        at = FIRST + (LAST - FIRST) * place // (5 * count)
        made.organizations.add(made.calendar, place, [at])


def _contacts(made: Plan, count: int) -> None:
    """Spread what is left of the wanted number of nodes as contacts: some two or three of each."""
    organizations = len(made.organizations)
    count = min(max(count, 0), 9 * organizations)
    made.contacts = array("l", [count // organizations] * organizations)
    for place in range(count % organizations):
        made.contacts[place] += 1


def _ties(made: Plan, count: int) -> None:
    for _ in range(count):
        made.ties.add(made.calendar, _any(made), [_time(made, 0.2, 1.0)])


def _any(made: Plan) -> int:
    return made.rng.randrange(len(made.organizations))


def _time(made: Plan, first: float, last: float) -> int:
    return FIRST + int((LAST - FIRST) * made.rng.uniform(first, last))


def _life(made: Plan, start: int, more: int) -> list[int]:
    """Created at `start`, published within nine days, withdrawn within ninety."""
    moments = [start]
    for days in (9, 90)[:more]:
        moments.append(min(moments[-1] + 1 + int(made.rng.random() * days * DAY), LAST))
    return moments


def _standing(made: Plan) -> int:
    chance = made.rng.random()
    return PUBLISHED if chance < 0.93 else DRAFT if chance < 0.98 else WITHDRAWN


def _experiences(made: Plan, count: int) -> None:
    stories = told("experiences")
    # The first stories are told most: so their topics are hubs.
    weights = [1 / (place + 4) for place in range(len(stories))]
    made.stories.extend(made.rng.choices(range(len(stories)), weights, k=count))
    failed = {ExperienceOutcome.FAILURE.value, ExperienceOutcome.NEAR_MISS.value}
    risky = [story["outcome"] in failed for story in stories]
    tellers = _tellers(made, count)
    for place, owner in enumerate(tellers):
        start = FIRST + int((LAST - FIRST) * (0.2 + 0.79 * (place + made.rng.random()) / count))
        more = _standing(made)
        made.experiences.add(made.calendar, owner, _life(made, start, more))
        hidden = risky[made.stories[place]] and made.rng.random() < 0.25
        made.seen.append(VISIBILITIES.index(Visibility.ANONYMIZED) if hidden else made.rng.choice(_DRAWN))
        for _ in range(2):
            begun = min(start + int(made.rng.random() * DAY / 4), LAST)
            made.lessons.add(made.calendar, owner, _life(made, begun, more))


def _tellers(made: Plan, count: int) -> list[int]:
    """The publisher of each experience: three to thirty of most organizations, nine on average."""
    organizations = len(made.organizations)
    often = [3 + min(27, int(made.rng.paretovariate(1.2) * 2.2) - 1) for _ in range(organizations)]
    row = [place for place, times in enumerate(often) for _ in range(times)]
    row += [made.rng.choice(row) for _ in range(count - len(row))]
    made.rng.shuffle(row)
    return row[:count]


def _ways(made: Plan, count: int) -> None:
    for _ in range(count):
        more = PUBLISHED if made.rng.random() < 0.95 else DRAFT
        made.ways.add(made.calendar, _any(made), _life(made, _time(made, 0.5, 0.99), more))


def _adoptions(made: Plan, count: int) -> None:
    """Half of the adoptions go to the hundredth of lessons that everybody knows."""
    step = 100 if len(made.lessons) > 400 else 7
    taken: set[tuple[int, int]] = set()
    for _ in range(4 * count):
        place = made.rng.randrange(len(made.lessons))
        if made.rng.random() < 0.5:
            place -= place % step
        adopter = _any(made)
        own = adopter == made.lessons.owner[place] or (place, adopter) in taken
        if own or not made.is_read(place) or len(made.adoptions) == count:
            continue
        taken.add((place, adopter))
        since = made.lessons.moments(made.calendar, place)[1]
        moments = [_after(made, since, 0.6)]
        if made.rng.random() < 0.8:
            moments.append(_after(made, moments[0], 1.0))
        made.adoptions.add(made.calendar, adopter, moments)
        made.adopted.append(place)


def _after(made: Plan, since: int, share: float) -> int:
    """A moment in the first `share` of the time left since another."""
    return since + int((LAST - since) * made.rng.random() * share)


def _evidence(made: Plan, count: int) -> None:
    """Four of five pieces are of the lesson's own story, told by others; the rest of any."""
    told_by: list[list[int]] = [[] for _ in told("experiences")]
    for place, story in enumerate(made.stories):
        if made.experiences.more[place] == PUBLISHED and made.visibility(place) in _READ:
            told_by[story].append(place)
    for _ in range(count):
        lesson = made.rng.randrange(len(made.lessons))
        story = made.stories[lesson // 2] if made.rng.random() < 0.8 else made.rng.choice(made.stories)
        if not made.is_read(lesson) or not told_by[story]:
            continue
        experience = made.rng.choice(told_by[story])
        owner = made.experiences.owner[experience]
        if owner != made.lessons.owner[lesson]:
            read = made.lessons.moments(made.calendar, lesson)[1]
            told_at = made.experiences.moments(made.calendar, experience)[1]
            made.evidence.add(made.calendar, owner, [_after(made, max(read, told_at), 1.0)])
            made.pairs.extend((lesson, experience))


def _partnerships(made: Plan, count: int) -> None:
    """Drafted, signed by two parties and started; what is owed is reported on, or only planned."""
    agreements = told("partnerships")
    for place in range(count):
        start = _time(made, 0.2, 0.9)
        owner = _any(made)
        moments = [start, start + DAY, start + DAY + 600_000, start + 2 * DAY]
        made.partnerships.add(made.calendar, owner, moments)
        for row in agreements[place % len(agreements)]["commitments"]:
            reported = row["status"] != CommitmentStatus.PLANNED.value
            begun = [start + 60_000, *([_after(made, moments[-1], 1.0)] if reported else [])]
            made.commitments.add(made.calendar, owner, begun)


def _resources(made: Plan, count: int) -> None:
    for _ in range(count):
        made.resources.add(made.calendar, _any(made), [_time(made, 0.3, 0.9)])
    made.exchanged = array("b", [-1] * count)


def _exchanges(made: Plan, count: int) -> None:
    """Exchanges of an offer and the need that follows it and matches it; no offer is promised twice."""
    listed = of_side("OFFER")
    for offer in range(0, len(made.resources) - 1, 2):
        provider, receiver = made.resources.owner[offer], made.resources.owner[offer + 1]
        matching = told("offers_needs")[listed[offer // 2 % len(listed)]]["match"]
        if len(made.exchanges) == count or not matching or provider == receiver:
            continue
        state = len(made.exchanges) % len(EXCHANGES)
        start = _time(made, 0.91, 0.93)
        moments = [start, start + 3 * DAY, start + 9 * DAY, start + 10 * DAY]
        events = len(EXCHANGES[state][1])
        made.exchanges.add(made.calendar, provider if offer % 4 else receiver, moments[:events])
        made.offered.append(offer)
        made.exchanged[offer] = made.exchanged[offer + 1] = state
