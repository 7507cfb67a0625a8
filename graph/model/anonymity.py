"""Turn what a record would show into the most that at least k organizations could have written.

k-anonymity by minimal generalization (P. Samarati, "Protecting respondents' identities in microdata
release", IEEE TKDE 13 (6), 2001; L. Sweeney, "Achieving k-anonymity privacy protection using generalization
and suppression", IJUFKS 10 (5), 2002): every attribute has a ladder, exact on the ground and nothing at the
top; of all combinations that k organizations fit, the one with the fewest steps is taken. Of equals, dates
are given up before the region, the region before target groups, and those before topics.

An organization fits where what it tells of itself lies within what is shown: it serves the region or sits
in it or in a part of it, works on the topics or on narrower ones, for the target groups, and was founded by
then. Which are counted among, is up to the caller: those on the hub, of the author's kind.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record shows that an organization can be told by. `until`: by when its author was there."""

    region: str | None = None
    topics: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organization that could be the author, with all that its regions and topics lie within."""

    regions: frozenset[str]
    topics: frozenset[str]
    groups: frozenset[str]
    founded: date | None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: dates, the region and each topic with all they lie within, the groups."""

    dates: Mapping[str, date]
    region: tuple[str, ...]
    topics: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coarser:
    """What is shown instead: dates by the first day of their month or year, or none."""

    dates: Mapping[str, date | None]
    region: str | None
    topics: tuple[str, ...]
    groups: tuple[str, ...]
    until: date | None
    """The last day that the dates may stand for."""

    def shown(self) -> Shown:
        """What an organization can be told by."""
        return Shown(self.region, frozenset(self.topics), frozenset(self.groups), self.until)


class Candidates:
    """All organizations that could be authors: a set of them is the bits of one number."""

    def __init__(self, organizations: Sequence[Candidate]) -> None:
        self.organizations = organizations
        self.all = (1 << len(organizations)) - 1
        self._known: dict[tuple[str, str], int] = {}
        for place, one in enumerate(organizations):
            named = (("region", one.regions), ("topic", one.topics), ("group", one.groups))
            for what, value in ((what, value) for what, values in named for value in values):
                self._known[what, value] = self._known.get((what, value), 0) | 1 << place

    def fitting(self, shown: Shown) -> int:
        """Those that fit, as bits."""
        found = self.all if shown.region is None else self._known.get(("region", shown.region), 0)
        for topic in shown.topics:
            found &= self._known.get(("topic", topic), 0)
        for group in shown.groups:
            found &= self._known.get(("group", group), 0)
        return found & self._there(shown.until)

    def _there(self, until: date | None) -> int:
        if until is None:
            return self.all
        founded = (
            1 << place
            for place, one in enumerate(self.organizations)
            if one.founded is None or one.founded <= until
        )
        return sum(founded)


def generalized(
    written: Written, beside: Sequence[Shown], candidates: Candidates, least: int
) -> Coarser | None:
    """The most that may be shown so that `least` organizations fit it; None where nothing may.

    `beside` is what records show that lead to this one and share its author: all must fit at once.

    >>> both = [Candidate(frozenset({county, "p"}), frozenset(), frozenset(), None) for county in ("a", "b")]
    >>> generalized(Written({}, ("a", "p"), (), ()), (), Candidates(both), 2).region
    'p'
    """
    others = candidates.all
    for shown in beside:
        others &= candidates.fitting(shown)
    rarest = sorted(
        written.groups, key=lambda group: candidates.fitting(Shown(groups=frozenset({group}))).bit_count()
    )
    for levels in _ladder(written):
        coarser = _at(replace(written, groups=tuple(rarest)), levels)
        if (candidates.fitting(coarser.shown()) & others).bit_count() >= least:
            kept = tuple(group for group in written.groups if group in coarser.groups)
            return replace(coarser, groups=kept)
    return None


def _ladder(written: Written) -> Iterator[tuple[int, ...]]:
    """All combinations of steps, the fewest first: of topics, groups, the region, dates."""
    most = (
        max((len(topic) for topic in written.topics), default=0),
        len(written.groups),
        len(written.region),
        2 if written.dates else 0,
    )
    return iter(
        sorted(product(*(range(steps + 1) for steps in most)), key=lambda levels: (sum(levels), levels))
    )


def _at(written: Written, levels: tuple[int, ...]) -> Coarser:
    topics, groups, region, dates = levels
    return Coarser(
        {name: _date(day, dates) for name, day in written.dates.items()},
        written.region[region] if region < len(written.region) else None,
        tuple(dict.fromkeys(topic[topics] for topic in written.topics if topics < len(topic))),
        written.groups[groups:],
        _last(max(written.dates.values()), dates) if written.dates else None,
    )


def _date(day: date, level: int) -> date | None:
    return (day.replace(day=1), day.replace(month=1, day=1), None)[level]


def _last(day: date, level: int) -> date | None:
    return (_month_end(day), day.replace(month=12, day=31), None)[level]


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
