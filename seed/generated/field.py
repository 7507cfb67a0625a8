"""Draw what there is beside experiences: programs, support, training that is paid for, boards and groups."""

from graph.model.cohort_reports import ACCEPTED, SUBMITTED, CohortReportStatus
from seed.generated.blueprint import AGREED, DAY, LAST, PUBLISHED, SEATS, Blueprint, Lives

_PER_EXPERIENCE = {"programs": 1 / 40, "courses": 1 / 20, "apprenticeships": 1 / 40, "reports": 1 / 15}
_PER_EXPERIENCE |= {"instruments": 1 / 60, "centers": 1 / 60, "networks": 1 / 400, "groups": 1 / 60}

STANDING: tuple[tuple[CohortReportStatus, int], ...] = ((ACCEPTED, 2), (ACCEPTED, 2), (SUBMITTED, 1))
"""Where reports stand in turn, and how many events after the first led there."""


def draw(blueprint: Blueprint, experiences: int) -> None:
    """Draw them all; how many follows from the number of experiences."""
    counts = {name: max(1, round(share * experiences)) for name, share in _PER_EXPERIENCE.items()}
    _terms(blueprint)
    for name, owned_by_trainers in (("programs", 0), ("instruments", 0), ("centers", 0), ("courses", 1)):
        _published(blueprint, getattr(blueprint, name), counts[name], trainers=bool(owned_by_trainers))
    _apprenticeships(blueprint, counts["apprenticeships"])
    _reports(blueprint, counts["reports"])
    _networks(blueprint, counts["networks"])
    for _ in range(counts["groups"]):
        blueprint.groups.add(
            blueprint.calendar, blueprint.any(), blueprint.life(blueprint.time(0.9, 0.98), PUBLISHED)
        )


def _published(blueprint: Blueprint, lives: Lives, count: int, *, trainers: bool = False) -> None:
    for place in range(count):
        owner = blueprint.trainers[place % len(blueprint.trainers)] if trainers else blueprint.any()
        start = blueprint.time(0.3, 0.97)
        lives.add(blueprint.calendar, owner, blueprint.life(start, blueprint.standing()))


def _terms(blueprint: Blueprint) -> None:
    """Proposed by the payer soon after its partnership began, and accepted by whom it pays."""
    organizations = len(blueprint.organizations)
    for place in range(0, len(blueprint.partnerships), AGREED):
        payer = blueprint.partnerships.owner[place]
        trainer = blueprint.any()
        blueprint.trainers.append((trainer + (trainer == payer)) % organizations)
        begun = blueprint.partnerships.moments(blueprint.calendar, place)[-1]
        blueprint.terms.add(blueprint.calendar, payer, [begun + DAY, begun + 4 * DAY])


def _apprenticeships(blueprint: Blueprint, count: int) -> None:
    """Half of them at those who train for pay."""
    trainers = blueprint.trainers
    for place in range(count):
        host = blueprint.any() if place % 2 else trainers[place // 2 % len(trainers)]
        life = blueprint.life(blueprint.time(0.3, 0.97), blueprint.standing())
        blueprint.apprenticeships.add(blueprint.calendar, host, life)


def _reports(blueprint: Blueprint, count: int) -> None:
    for place in range(count):
        agreed = place % len(blueprint.terms)
        start = blueprint.after(blueprint.terms.moments(blueprint.calendar, agreed)[1], 0.9)
        moments = [start, min(start + DAY, LAST), min(start + 6 * DAY, LAST)]
        more = STANDING[place // len(blueprint.terms) % len(STANDING)][1]
        blueprint.reports.add(blueprint.calendar, blueprint.trainers[agreed], moments[: more + 1])


def _networks(blueprint: Blueprint, count: int) -> None:
    """Each with a board of confirmed seats; whoever runs it forms it and names them."""
    for _ in range(count):
        secretariat, begun = blueprint.any(), blueprint.time(0.5, 0.9)
        blueprint.networks.add(blueprint.calendar, secretariat, [begun, begun + 9 * DAY])
        blueprint.boards.add(blueprint.calendar, secretariat, [begun + DAY])
        for _ in range(SEATS):
            blueprint.seats.add(blueprint.calendar, secretariat, [begun + DAY, begun + 3 * DAY])
