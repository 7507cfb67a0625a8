"""The blueprint of a generated graph, in numbers: how many of what, whose, when, and in which order."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from graph.model.common import Visibility
from graph.model.resources import ExchangeStatus
from seed.content import told
from seed.timeline import TOLD

DAY = 86_400_000
"""A day in milliseconds, the unit of every time here."""
LAST = int(TOLD.timestamp() * 1000)
FIRST = LAST - 3 * 365 * DAY

DRAFT, PUBLISHED, WITHDRAWN = 0, 1, 2
"""How many events follow the first one of a record, and so where it stands."""

RESULTS = 2
"""So many results of each experience beside those its story tells."""

AMOUNTS, STEPS, OUTCOMES, SEATS = 2, 2, 6, 5
"""So many amounts of each instrument, steps of payment terms, outcomes of a report, seats of a board.

Half of the outcomes are as they were told, half as others read them.
"""
AGREED = 6
"""Every so many partnerships are about training that is paid for."""

VISIBILITIES = tuple(Visibility)
_PROPOSED, _ACCEPTED = "EXCHANGE_PROPOSED", "EXCHANGE_ACCEPTED"
EXCHANGES = (
    (ExchangeStatus.PROPOSED, (_PROPOSED,)),
    (ExchangeStatus.DECLINED, (_PROPOSED, "EXCHANGE_DECLINED")),
    (ExchangeStatus.ACCEPTED, (_PROPOSED, _ACCEPTED)),
    (ExchangeStatus.DELIVERED, (_PROPOSED, _ACCEPTED, "DELIVERY_CONFIRMED", "DELIVERY_CONFIRMED")),
    (ExchangeStatus.CANCELLED, (_PROPOSED, "EXCHANGE_CANCELLED")),
)
"""The states exchanges take in turn, and what led to each."""


@cache
def of_side(name: str) -> list[int]:
    """The places of the told offers, or of the told needs; those that match come first, side by side."""
    return [place for place, text in enumerate(told("offers_needs")) if text["side"] == name]


@dataclass(slots=True)
class Calendar:
    """The times of all events. Their order gives each its sequence."""

    at: "array[int]" = field(default_factory=lambda: array("q"))

    def put(self, moments: Sequence[int]) -> int:
        """Put down the events of a record, in their order; the place of the first."""
        start = len(self.at)
        self.at.extend(moments)
        return start

    def sequences(self, after: int) -> "array[int]":
        """The sequence of each event, counted from `after`."""
        order = sorted(range(len(self.at)), key=self.at.__getitem__)
        made = array("q", bytes(8 * len(order)))
        for sequence, place in enumerate(order, start=after + 1):
            made[place] = sequence
        return made


@dataclass(slots=True)
class Lives:
    """Of each record of a kind: its first event's place in the calendar, how many more, its publisher."""

    first: "array[int]" = field(default_factory=lambda: array("l"))
    more: "array[int]" = field(default_factory=lambda: array("b"))
    owner: "array[int]" = field(default_factory=lambda: array("l"))

    def __len__(self) -> int:
        return len(self.first)

    def add(self, calendar: Calendar, owner: int, moments: Sequence[int]) -> None:
        """Put down a record with its events."""
        self.first.append(calendar.put(moments))
        self.more.append(len(moments) - 1)
        self.owner.append(owner)

    def moments(self, calendar: Calendar, place: int) -> "array[int]":
        """The times of a record's events."""
        return calendar.at[self.first[place] : self.first[place] + self.more[place] + 1]


@dataclass(slots=True)
class Blueprint:
    """Everything that records must agree on; the rest is made up row by row."""

    rng: Random = field(compare=False)
    calendar: Calendar = field(default_factory=Calendar)
    organizations: Lives = field(default_factory=Lives)
    contacts: "array[int]" = field(default_factory=lambda: array("l"))
    ties: Lives = field(default_factory=Lives)
    experiences: Lives = field(default_factory=Lives)
    stories: "array[int]" = field(default_factory=lambda: array("h"))
    """The told story of each experience."""
    seen: bytearray = field(default_factory=bytearray)
    """Who may read each experience and its lessons: a place in VISIBILITIES."""
    lessons: Lives = field(default_factory=Lives)
    """Two of each experience, in its order."""
    approaches: Lives = field(default_factory=Lives)
    adoptions: Lives = field(default_factory=Lives)
    adopted: "array[int]" = field(default_factory=lambda: array("l"))
    """The lesson each adoption applies."""
    evidence: Lives = field(default_factory=Lives)
    pairs: "array[int]" = field(default_factory=lambda: array("l"))
    """The lesson and the experience of each piece of evidence, one after the other."""
    partnerships: Lives = field(default_factory=Lives)
    commitments: Lives = field(default_factory=Lives)
    """As many of each partnership as its told one has."""
    resources: Lives = field(default_factory=Lives)
    exchanged: "array[int]" = field(default_factory=lambda: array("b"))
    """The place in EXCHANGES of each resource's exchange, -1 where it has none."""
    exchanges: Lives = field(default_factory=Lives)
    offered: "array[int]" = field(default_factory=lambda: array("l"))
    """The offer of each exchange; its need is the next resource."""
    programs: Lives = field(default_factory=Lives)
    courses: Lives = field(default_factory=Lives)
    apprenticeships: Lives = field(default_factory=Lives)
    instruments: Lives = field(default_factory=Lives)
    centers: Lives = field(default_factory=Lives)
    terms: Lives = field(default_factory=Lives)
    """Of every `AGREED`-th partnership, whose owner pays."""
    trainers: "array[int]" = field(default_factory=lambda: array("l"))
    """Who is paid by each of the terms: gives courses, takes apprentices and reports of both."""
    reports: Lives = field(default_factory=Lives)
    networks: Lives = field(default_factory=Lives)
    boards: Lives = field(default_factory=Lives)
    """One of each network."""
    seats: Lives = field(default_factory=Lives)
    """`SEATS` of each board."""
    groups: Lives = field(default_factory=Lives)
    """Of networks and of partnerships in turn."""

    # -- chances -----------------------------------------------------------------------------------

    def any(self) -> int:
        """An organization."""
        return self.rng.randrange(len(self.organizations))

    def time(self, first: float, last: float) -> int:
        """A moment between two shares of all time."""
        return FIRST + int((LAST - FIRST) * self.rng.uniform(first, last))

    def after(self, since: int, share: float) -> int:
        """A moment in the first `share` of the time left since another."""
        return since + int((LAST - since) * self.rng.random() * share)

    def life(self, start: int, more: int) -> list[int]:
        """Created at `start`, published within nine days, withdrawn within ninety."""
        moments = [start]
        for days in (9, 90)[:more]:
            moments.append(min(moments[-1] + 1 + int(self.rng.random() * days * DAY), LAST))
        return moments

    def standing(self) -> int:
        """How many events follow the first: most records are published."""
        chance = self.rng.random()
        return PUBLISHED if chance < 0.93 else DRAFT if chance < 0.98 else WITHDRAWN

    # -- what follows from it ------------------------------------------------------------------------

    def visibility(self, experience: int) -> Visibility:
        """Who may read an experience and its lessons."""
        return VISIBILITIES[self.seen[experience]]

    def is_read(self, lesson: int) -> bool:
        """Whether others than its owner may read a lesson."""
        readable = self.visibility(lesson // 2) is not Visibility.ORGANIZATION
        return readable and self.lessons.more[lesson] == PUBLISHED

    def nodes(self) -> int:
        """How many nodes it makes, contacts left out."""
        stories, told_approaches = told("experiences"), told("approaches")
        results = sum(len(stories[place]["results"]) + RESULTS for place in self.stories)
        steps = sum(
            len(told_approaches[place % len(told_approaches)]["steps"])
            for place in range(len(self.approaches))
        )
        lives = (self.organizations, self.experiences, self.lessons, self.approaches, self.adoptions)
        more = (self.partnerships, self.commitments, self.resources, self.exchanges)
        work = (self.programs, self.courses, self.apprenticeships, self.instruments, self.centers)
        together = (self.terms, self.reports, self.networks, self.boards, self.seats, self.groups)
        parts = results + steps + AMOUNTS * len(self.instruments) + STEPS * len(self.terms)
        parts += OUTCOMES * len(self.reports)
        return sum(len(kind) for kind in (*lives, *more, *work, *together)) + parts + len(self.calendar.at)
