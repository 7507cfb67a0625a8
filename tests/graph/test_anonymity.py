"""The least that must be given up so that enough could have written it: against every other way to give up."""

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from graph.model.anonymity import Candidate, Candidates, Shown, Written, generalized

REGIONS = {"a1": ("a1", "a"), "a2": ("a2", "a"), "b1": ("b1", "b")}
TOPICS = {"t11": ("t11", "t1", "t"), "t12": ("t12", "t1", "t"), "t2": ("t2", "t")}
GROUPS = ("g", "h")
DAYS = st.sampled_from([None, date(2020, 3, 5), date(2020, 11, 1), date(2023, 1, 1)])

candidates = st.builds(
    Candidate,
    regions=st.sampled_from(list(REGIONS.values())).map(frozenset),
    topics=st.sets(st.sampled_from(list(TOPICS))).map(
        lambda all_: frozenset(x for t in all_ for x in TOPICS[t])
    ),
    groups=st.frozensets(st.sampled_from(GROUPS)),
    founded=DAYS,
)
told = st.builds(
    Written,
    dates=DAYS.map(lambda day: {"startedOn": day} if day else {}),
    region=st.sampled_from([(), *REGIONS.values()]),
    topics=st.lists(st.sampled_from(list(TOPICS.values())), max_size=2, unique=True).map(tuple),
    groups=st.lists(st.sampled_from(GROUPS), unique=True).map(tuple),
)


def fits(one: Candidate, shown: Shown) -> bool:
    """The rule, said once more."""
    there = shown.until is None or one.founded is None or one.founded <= shown.until
    place = shown.region is None or shown.region in one.regions
    return there and place and shown.topics <= one.topics and shown.groups <= one.groups


@given(told, st.lists(candidates, max_size=8), st.integers(1, 4))
def test_enough_fit_and_no_smaller_step_would_do(
    written: Written, organizations: list[Candidate], least: int
) -> None:
    coarser = generalized(written, (), Candidates(organizations), least)
    if coarser is None:
        assert len(organizations) < least
        return
    assert sum(fits(one, coarser.shown()) for one in organizations) >= least
    region = written.region.index(coarser.region) if coarser.region else len(written.region)
    taken = region + len(written.groups) - len(coarser.groups)
    # With no step at all in place, group or topic, what is exact must not have been enough.
    exact = Shown(
        written.region[0] if written.region else None,
        frozenset(topic[0] for topic in written.topics),
        frozenset(written.groups),
        coarser.until if written.dates else None,
    )
    if taken or set(coarser.topics) != {topic[0] for topic in written.topics}:
        until = _month(written)
        assert (
            sum(fits(one, Shown(exact.region, exact.topics, exact.groups, until)) for one in organizations)
            < least
        )


def _month(written: Written) -> date | None:
    days = list(written.dates.values())
    return (
        date(days[0].year + days[0].month // 12, days[0].month % 12 + 1, 1).replace(day=1) if days else None
    )


@given(told, st.lists(candidates, min_size=4, max_size=8))
def test_everybody_fits_what_shows_nothing(written: Written, organizations: list[Candidate]) -> None:
    assert generalized(written, (), Candidates(organizations), 4) is not None


def test_dates_are_given_up_before_places_and_places_before_topics() -> None:
    there = {"topics": frozenset(TOPICS["t11"]), "groups": frozenset("g")}
    author = Candidate(frozenset(REGIONS["a1"]), founded=date(2020, 1, 1), **there)
    younger = Candidate(frozenset(REGIONS["a1"]), founded=date(2020, 12, 1), **there)
    written = Written({"startedOn": date(2020, 3, 5)}, REGIONS["a1"], (TOPICS["t11"],), ("g",))
    coarser = generalized(written, (), Candidates([author, younger]), 2)
    assert coarser is not None
    assert coarser.dates == {"startedOn": date(2020, 1, 1)}
    assert (coarser.region, coarser.topics, coarser.groups) == ("a1", ("t11",), ("g",))


def test_what_leads_to_it_must_fit_at_once() -> None:
    both = [
        Candidate(frozenset(REGIONS[region]), frozenset(TOPICS[topic]), frozenset(), None)
        for region, topic in product(("a1", "a2"), ("t11", "t12"))
    ]
    written = Written({}, (), (TOPICS["t11"],), ())
    alone = generalized(written, (), Candidates(both), 2)
    joined = generalized(written, (Shown(region="a1"),), Candidates(both), 2)
    assert alone is not None
    assert joined is not None
    assert (alone.topics, joined.topics) == (("t11",), ("t1",))
