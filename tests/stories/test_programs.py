"""Programs: a scheme is written down with whoever has a part in it, and all see where programs meet and where none is."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from tests.running import Hub

PROGRAM = "program { id version status stage }"
CLAIM = "programRoleClaim { id version status }"
GROUPS = ("WOMEN_HEADS_OF_HOUSEHOLD", "YOUTH", "RURAL")
DIMENSIONS = ("PSYCHOLOGICAL", "SOCIAL", "ECONOMIC")


@dataclass(frozen=True)
class Cast:
    """Two parties of an MoU and an onlooker with their tokens; a country of two provinces, one with two counties."""

    funder: str
    funder_token: str
    trainer: str
    trainer_token: str
    looking: str
    regions: dict[str, str]
    partnership: str
    draft: str
    commitment: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (funder, funder_token), (trainer, trainer_token) = hub.member("بنیاد پشتیبان"), hub.member("سازمان آموزش")
    regions = {"country": hub.region("YY", "کشور", "COUNTRY")}
    for code, name in (("YY-01", "استان یک"), ("YY-02", "استان دو")):
        regions[code] = hub.region(code, name, "PROVINCE", regions["country"])
    for code, name in (("YY-01-01", "شهرستان یک"), ("YY-01-02", "شهرستان دو")):
        regions[code] = hub.region(code, name, "COUNTY", regions["YY-01"])
    partnership, commitment = agreed(hub, funder, funder_token, trainer, trainer_token)
    draft = drafted(hub, funder, funder_token, trainer)
    return Cast(
        funder,
        funder_token,
        trainer,
        trainer_token,
        hub.member("خیریهٔ تماشا")[1],
        regions,
        partnership,
        draft["id"],
        commitment,
    )


def drafted(hub: Hub, one: str, token: str, other: str) -> Any:
    parties = [{"organizationId": id_, "role": "طرف"} for id_ in (one, other)]
    given = {"kind": "MOU", "titleFa": "تفاهم‌نامهٔ آموزش", "visibility": "PUBLIC", "parties": parties}
    return hub.done("draftPartnership", given, "partnership { id version }", token)


def agreed(hub: Hub, one: str, token: str, other: str, other_token: str) -> tuple[str, str]:
    """A signed partnership, and a commitment under it."""
    id_ = drafted(hub, one, token, other)["id"]
    owed = {"partnershipId": id_, "titleFa": "پرداخت هزینه", "owedById": one, "owedToId": other}
    commitment = hub.done("addCommitment", owed, "commitment { id }", token)["id"]
    read = "query($id: ID!) { partnership(id: $id) { version } }"
    for who in (token, other_token):
        version = hub.ask(read, {"id": id_}, who)["partnership"]["version"]
        given = {"id": id_, "version": version, "signedOn": "2025-12-14"}
        hub.done("signPartnership", given, "partnership { id }", who)
    return id_, str(commitment)


def program(hub: Hub, token: str, visibility: str | None = "PUBLIC", **given: Any) -> Any:
    """A program, published unless it is to stay a draft."""
    made = hub.done("createProgram", {"kind": "SCHEME", "titleFa": "طرح", **given}, PROGRAM, token)
    if visibility is None:
        return made
    publish = {"id": made["id"], "version": made["version"], "visibility": visibility}
    return hub.done("publishProgram", publish, PROGRAM, token)


def withdrawn(hub: Hub, token: str, id_: str) -> None:
    version = hub.ask("query($id: ID!) { program(id: $id) { version } }", {"id": id_}, token)["program"]
    hub.done("withdrawProgram", {"id": id_, "version": version["version"]}, PROGRAM, token)


# -- what a program says -----------------------------------------------------------------------------

WHOLE = """query($id: ID!) { program(id: $id) {
  kind title stage dimensions levels budget budgetUnit targetGroups incomeDecileFrom incomeDecileTo deprivedAreasOnly
  ageFrom ageTo otherConditions publisher { id } partnership { id } commitments { id programs { nodes { id } } }
  regions { id } indicators { measure target baseline unit }
  organizations { totalCount edges { role since until node { id } } } } }"""


def test_a_scheme_is_written_down_whole_and_read_back(hub: Hub, cast: Cast) -> None:
    given = {
        "kind": "SCHEME",
        "titleFa": "بورس مهارت",
        "titleEn": "Skill scholarship",
        "dimensions": ["ECONOMIC", "PSYCHOLOGICAL"],
        "levels": ["PERSON", "FAMILY"],
        "startsOn": "2026-01-01",
        "endsOn": "2099-12-31",
        "budget": "50000000000",
        "budgetUnit": "IRR",
        "targetGroups": ["YOUTH"],
        "incomeDecileFrom": 1,
        "incomeDecileTo": 4,
        "deprivedAreasOnly": True,
        "ageFrom": 18,
        "ageTo": 35,
        "otherConditions": "بیکار باشد.",
        "regionIds": [cast.regions["YY-01"]],
        "partnershipId": cast.partnership,
        "commitmentIds": [cast.commitment],
        "indicators": [{"measure": "گواهینامه", "target": 120.0, "baseline": 0.0, "unit": "نفر"}],
        "organizations": [
            {"organizationId": cast.funder, "role": "FUNDER"},
            {"organizationId": cast.trainer, "role": "TRAINER", "since": "2026-01-01"},
        ],
    }
    id_ = program(hub, cast.funder_token, **given)["id"]
    told = hub.ask(WHOLE, {"id": id_})["program"]
    own = {"role": "FUNDER", "since": None, "until": None, "node": {"id": cast.funder}}
    assert told == {
        **{name: value for name, value in given.items() if name in told},
        "title": "Skill scholarship",
        "stage": "RUNNING",
        "publisher": {"id": cast.funder},
        "partnership": {"id": cast.partnership},
        "commitments": [{"id": cast.commitment, "programs": {"nodes": [{"id": id_}]}}],
        "regions": [{"id": cast.regions["YY-01"]}],
        "organizations": {"totalCount": 1, "edges": [own]},
    }
    (claim,) = claims(hub, id_, cast.trainer_token)
    assert claim["status"] == "CLAIMED"
    waiting = "{ viewer { waiting { kind record { ... on ProgramRoleClaim { id } } } } }"
    asked = {"kind": "PROGRAM_ROLE", "record": {"id": claim["id"]}}
    assert asked in hub.ask(waiting, token=cast.trainer_token)["viewer"]["waiting"]
    for token in (cast.looking, None):
        assert claims(hub, id_, token) == []
    confirm = {"id": claim["id"], "version": 1}
    assert hub.refused("confirmProgramRole", confirm, CLAIM, cast.funder_token) == ("NOT_ALLOWED", [])
    hub.done("confirmProgramRole", confirm, CLAIM, cast.trainer_token)
    trainer = {"role": "TRAINER", "since": "2026-01-01", "until": None, "node": {"id": cast.trainer}}
    assert hub.ask(WHOLE, {"id": id_})["program"]["organizations"]["edges"] == [own, trainer]
    roles = "query($id: ID!) { organization(id: $id) { programRoles { edges { role node { id } } } } }"
    found = hub.ask(roles, {"id": cast.trainer})["organization"]["programRoles"]["edges"]
    assert found == [{"role": "TRAINER", "node": {"id": id_}}]
    refuse = {"id": claim["id"], "version": 2, "reason": "دیگر نه."}
    hub.done("refuseProgramRole", refuse, CLAIM, cast.trainer_token)
    assert hub.ask(WHOLE, {"id": id_})["program"]["organizations"]["edges"] == [own]
    withdrawn(hub, cast.funder_token, id_)


def claims(hub: Hub, program_id: str, token: str | None) -> list[Any]:
    query = """query($id: ID!) { programRoleClaims(filter: {program: {id: {eq: $id}}}) { nodes { id status } } }"""
    return list(hub.ask(query, {"id": program_id}, token)["programRoleClaims"]["nodes"])


@pytest.mark.parametrize(
    ("starts", "ends", "stage"),
    [(-2, None, "RUNNING"), (-2, 0, "RUNNING"), (-2, -1, "OVER"), (1, 9, "UPCOMING"), (None, 9, "UNDATED")],
)
def test_whether_it_runs_follows_from_its_days(
    hub: Hub, cast: Cast, starts: int | None, ends: int | None, stage: str
) -> None:
    today = date.fromisoformat(hub.ask("{ viewer { today } }")["viewer"]["today"])
    days = {
        name: (today + timedelta(days=days)).isoformat()
        for name, days in (("startsOn", starts), ("endsOn", ends))
        if days is not None
    }
    assert program(hub, cast.looking, None, **days)["stage"] == stage


WRONG: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"incomeDecileFrom": 0}, "NUMBER_OUT_OF_RANGE", ["input", "incomeDecileFrom"]),
    ({"incomeDecileTo": 11}, "NUMBER_OUT_OF_RANGE", ["input", "incomeDecileTo"]),
    ({"incomeDecileFrom": 5, "incomeDecileTo": 4}, "RANGE_REVERSED", ["input", "incomeDecileTo"]),
    ({"ageFrom": 40, "ageTo": 18}, "RANGE_REVERSED", ["input", "ageTo"]),
    ({"ageTo": 121}, "NUMBER_OUT_OF_RANGE", ["input", "ageTo"]),
    ({"startsOn": "2026-02-01", "endsOn": "2026-01-31"}, "END_BEFORE_START", ["input", "endsOn"]),
    ({"budget": "1000"}, "AMOUNT_NEEDS_UNIT", ["input", "budgetUnit"]),
    ({"visibility": "ANONYMIZED"}, "CANNOT_BE_ANONYMIZED", ["input", "visibility"]),
    ({"indicators": [{"measure": "م", "target": 1.0, "unit": " "}]}, "TEXT_EMPTY", ["input", "indicators", "0", "unit"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "code", "path"), WRONG)
def test_what_cannot_be_is_refused(
    hub: Hub, cast: Cast, given: dict[str, Any], code: str, path: list[str]
) -> None:
    before = hub.count()
    whole = {"kind": "SCHEME", "titleFa": "طرح", **given}
    assert hub.refused("createProgram", whole, PROGRAM, cast.funder_token) == (code, path)
    assert hub.count() == before


def test_only_a_party_says_what_a_program_has_to_do_with_its_partnership(hub: Hub, cast: Cast) -> None:
    before = hub.count()
    for given, token, told in (
        ({"partnershipId": cast.partnership}, cast.looking, ("NOT_A_PARTY", ["input", "partnershipId"])),
        ({"partnershipId": cast.draft}, cast.looking, ("NOT_FOUND", ["input", "partnershipId"])),
        ({"partnershipId": cast.draft}, cast.funder_token, ("WRONG_STATUS", ["input", "partnershipId"])),
        (
            {"commitmentIds": [cast.commitment]},
            cast.looking,
            ("NOT_A_PARTY", ["input", "commitmentIds", "0"]),
        ),
    ):
        whole = {"kind": "SCHEME", "titleFa": "طرح", **given}
        assert hub.refused("createProgram", whole, PROGRAM, token) == told
    assert hub.count() == before


def test_whoever_has_a_part_in_a_program_says_what_came_out_of_it(hub: Hub, cast: Cast) -> None:
    trains = [{"organizationId": cast.trainer, "role": "TRAINER"}]
    id_ = program(hub, cast.funder_token, organizations=trains)["id"]
    told = {"title": "کارگاه", "outcome": "FAILURE", "happened": "نشد.", "programId": id_}
    short = "experience { id version }"
    before = hub.count()
    path = ["input", "programId"]
    for token in (cast.trainer_token, cast.looking):  # The trainer has not confirmed yet.
        assert hub.refused("createExperience", told, short, token) == ("NOT_IN_PROGRAM", path)
    need = {"kind": "FINANCIAL", "title": "بودجه", "programId": id_}
    assert hub.refused("needResource", need, "resourceNeed { id }", cast.looking) == ("NOT_IN_PROGRAM", path)
    assert hub.count() == before

    (claim,) = claims(hub, id_, cast.trainer_token)
    hub.done("confirmProgramRole", {"id": claim["id"], "version": 1}, CLAIM, cast.trainer_token)
    named, hidden = (hub.done("createExperience", told, short, cast.trainer_token) for _ in range(2))
    for one, visibility in ((named, "PUBLIC"), (hidden, "ANONYMIZED")):
        publish = {"id": one["id"], "version": one["version"], "visibility": visibility}
        hub.done("publishExperience", publish, short, cast.trainer_token)
    need_id = hub.done("needResource", need, "resourceNeed { id }", cast.funder_token)["id"]
    query = """query($id: ID!) { program(id: $id) {
      experiences { totalCount nodes { id program { id } } } resourceNeeds { nodes { id } } } }"""
    seen = hub.ask(query, {"id": id_}, cast.looking)["program"]
    shown = {"totalCount": 1, "nodes": [{"id": named["id"], "program": {"id": id_}}]}
    assert seen == {"experiences": shown, "resourceNeeds": {"nodes": [{"id": need_id}]}}
    back = "query($id: ID!) { experience(id: $id) { program { id } } }"
    assert hub.ask(back, {"id": hidden["id"]}, cast.looking) == {"experience": {"program": None}}
    by = "query($id: ID!) { experiences(filter: {program: {id: {eq: $id}}}) { totalCount } }"
    assert hub.ask(by, {"id": id_}, cast.looking)["experiences"] == {"totalCount": 1}
    assert hub.ask(by, {"id": id_}, cast.trainer_token)["experiences"] == {"totalCount": 2}
    withdrawn(hub, cast.funder_token, id_)


# -- where programs meet, and where none is ------------------------------------------------------------

COUNTS = "cells overlapping single empty unplaced truncated"
ASKED = "$region: ID!, $groups: [TargetGroup!], $dimensions: [Dimension!], $on: Date, $days: Int, $first: Int"
GIVEN = (
    "regionId: $region, targetGroups: $groups, dimensions: $dimensions, on: $on, days: $days, first: $first"
)
CELL = "region { id } targetGroup dimension"
OVERLAPS = f"""query({ASKED}) {{ programOverlaps({GIVEN}) {{
  {COUNTS} overlaps {{ {CELL} programCount programs {{ id }} }} }} }}"""
GAPS = f"""query({ASKED}) {{ programGaps({GIVEN}) {{
  {COUNTS} needCount people gaps {{ {CELL} needCount people needs {{ id }} }} }} }}"""


def seen(
    hub: Hub, token: str | None, region: str, first: int = 100, **asked: Any
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The overlaps and the gaps of a region, whose counts are the same and add up."""
    variables = {"region": region, "groups": GROUPS, "dimensions": DIMENSIONS, "first": first, **asked}
    overlaps = hub.ask(OVERLAPS, variables, token)["programOverlaps"]
    gaps = hub.ask(GAPS, variables, token)["programGaps"]
    counts = [{name: one[name] for name in COUNTS.split()} for one in (overlaps, gaps)]
    assert counts[0] == counts[1]
    assert overlaps["cells"] == overlaps["overlapping"] + overlaps["single"] + overlaps["empty"]
    return overlaps, gaps


def test_programs_meet_in_cells_and_the_empty_ones_tell_whom_they_leave_out(hub: Hub, cast: Cast) -> None:
    where, token = cast.regions, cast.funder_token
    days = {"startsOn": "2030-01-01", "endsOn": "2030-12-31"}
    wide = program(
        hub, token, targetGroups=["YOUTH"], dimensions=["ECONOMIC"], regionIds=[where["country"]], **days
    )["id"]
    near = program(
        hub,
        token,
        targetGroups=["YOUTH", "RURAL"],
        dimensions=["ECONOMIC", "SOCIAL"],
        regionIds=[where["YY-01-01"]],
        **days,
    )["id"]
    closed = program(
        hub,
        token,
        "ORGANIZATION",
        targetGroups=["RURAL"],
        dimensions=["SOCIAL"],
        regionIds=[where["YY-01"]],
        **days,
    )["id"]
    says_little = program(hub, token, regionIds=[where["YY-02"]], **days)["id"]
    need = {"kind": "KNOWLEDGE", "title": "آموزش", "startsOn": "2030-01-01"}
    trained = {"quantity": 30.0, "unit": "نفر", "targetGroups": ["RURAL", "YOUTH"]}
    people = hub.done(
        "needResource", need | trained | {"regionId": where["YY-01-02"]}, "resourceNeed { id }", token
    )["id"]
    trainers = {"kind": "HUMAN", "quantity": 4.0, "unit": "نفر", "targetGroups": ["RURAL"]}
    staff = hub.done(
        "needResource", need | trainers | {"regionId": where["YY-02"]}, "resourceNeed { id }", token
    )["id"]

    overlaps, gaps = seen(hub, cast.looking, where["country"], on="2030-06-01")
    # Two provinces, three groups, three dimensions.
    assert [overlaps[name] for name in COUNTS.split()] == [18, 1, 4, 13, 1, False]
    (meeting,) = overlaps["overlaps"]
    assert meeting == {
        "region": {"id": where["YY-01"]},
        "targetGroup": "YOUTH",
        "dimension": "ECONOMIC",
        "programCount": 2,
        "programs": [{"id": id_} for id_ in sorted((wide, near))],
    }
    assert (gaps["needCount"], gaps["people"]) == (2, 30)
    assert len(gaps["gaps"]) == 13
    told = {(row["region"]["id"], row["targetGroup"], row["dimension"]): row for row in gaps["gaps"]}
    lacking = told[where["YY-01"], "RURAL", "PSYCHOLOGICAL"]
    assert (lacking["needCount"], lacking["people"], lacking["needs"]) == (1, 30, [{"id": people}])
    lacking = told[where["YY-02"], "RURAL", "SOCIAL"]
    assert (lacking["needCount"], lacking["people"], lacking["needs"]) == (1, None, [{"id": staff}])
    assert (where["YY-01"], "RURAL", "SOCIAL") not in told
    assert [row["people"] for row in gaps["gaps"][:3]] == [30, 30, 30]

    # Whoever reads one more sees one more meet; in the province the county has it, and its neighbour not.
    mine, _ = seen(hub, token, where["country"], on="2030-06-01")
    assert [mine[name] for name in COUNTS.split()] == [18, 2, 3, 13, 1, False]
    county, empty = seen(hub, cast.looking, where["YY-01"], on="2030-06-01")
    assert [county[name] for name in COUNTS.split()] == [18, 1, 4, 13, 0, False]
    assert [row["region"]["id"] for row in county["overlaps"]] == [where["YY-01-01"]]
    assert (empty["needCount"], empty["people"]) == (1, 30)
    alone, _ = seen(hub, cast.looking, where["YY-01-02"], on="2030-06-01")
    assert [alone[name] for name in COUNTS.split()] == [9, 0, 1, 8, 0, False]
    # A day before they begin, nothing is there.
    nothing, gaps = seen(hub, cast.looking, where["country"], on="2029-12-31", first=1)
    assert [nothing[name] for name in COUNTS.split()] == [18, 0, 0, 18, 0, False]
    assert (gaps["needCount"], len(gaps["gaps"])) == (0, 1)
    for id_ in (wide, near, closed, says_little):
        withdrawn(hub, token, id_)
    assert seen(hub, token, where["country"], on="2030-06-01")[0]["empty"] == 18


def test_what_is_asked_wrongly_is_refused(hub: Hub, cast: Cast) -> None:
    region = cast.regions["country"]
    for given, code in (
        (f'regionId: "{region}", days: 0', "NUMBER_OUT_OF_RANGE"),
        (f'regionId: "{region}", days: 3661', "NUMBER_OUT_OF_RANGE"),
        (f'regionId: "{region}", first: 101', "PAGE_SIZE"),
        (f'regionId: "{cast.funder}"', "BAD_ID"),
    ):
        for field in ("programOverlaps", "programGaps"):
            answer = hub.post(f"{{ {field}({given}) {{ cells }} }}").json()
            assert answer["errors"][0]["extensions"]["code"] == code
    for field in ("programOverlaps", "programGaps"):
        assert hub.ask(f'{{ {field}(regionId: "reg_0") {{ cells }} }}') == {field: None}
        twice = (
            f'{{ {field}(regionId: "{region}", targetGroups: [YOUTH, YOUTH], dimensions: []) {{ cells }} }}'
        )
        assert hub.ask(twice)[field] == {"cells": 0}


# -- the counts, against a slow and obvious one ------------------------------------------------------

FIRST = date(2040, 1, 1)


@dataclass(frozen=True)
class Told:
    """What a program or a need says."""

    regions: frozenset[str]
    groups: frozenset[str]
    dimensions: frozenset[str]
    starts: date
    ends: date
    people: int | None = None


def _drawn(chance: Random, where: dict[str, str]) -> Told:
    starts = FIRST + timedelta(days=chance.randrange(12))
    return Told(
        frozenset(chance.sample(list(where), chance.randint(1, 2))),
        frozenset(chance.sample(GROUPS, chance.randint(1, 2))),
        frozenset(chance.sample(DIMENSIONS, chance.randint(1, 2))),
        starts,
        starts + timedelta(days=chance.randrange(6)),
        chance.choice([None, 5, 12]),
    )


def _touches(one: str, other: str) -> bool:
    """Whether one region is the other, or lies in it."""
    if "country" in (one, other):
        return True
    return one.startswith(other) or other.startswith(one)


def _counted(programs: list[Told], places: list[str], days: list[date]) -> dict[tuple[str, str, str], int]:
    """For each cell, how many programs run at most on a same day; 0 for an empty one."""
    most = {}
    for place in places:
        for group in GROUPS:
            for dimension in DIMENSIONS:
                there = [
                    p
                    for p in programs
                    if group in p.groups
                    and dimension in p.dimensions
                    and any(_touches(place, named) for named in p.regions)
                ]
                most[place, group, dimension] = max(
                    sum(p.starts <= day <= p.ends for p in there) for day in days
                )
    return most


@pytest.mark.parametrize("seed", range(6))
def test_the_counts_are_those_of_a_slow_and_obvious_count(hub: Hub, cast: Cast, seed: int) -> None:
    chance, token = Random(seed), cast.funder_token  # noqa: S311 - nothing is kept secret by it
    programs = [_drawn(chance, cast.regions) for _ in range(chance.randint(0, 9))]
    made = [
        program(
            hub,
            token,
            regionIds=[cast.regions[name] for name in sorted(one.regions)],
            targetGroups=sorted(one.groups),
            dimensions=sorted(one.dimensions),
            startsOn=one.starts.isoformat(),
            endsOn=one.ends.isoformat(),
        )["id"]
        for one in programs
    ]
    needs = []
    for _ in range(chance.randint(0, 5)):
        one = _drawn(chance, cast.regions)
        place = min(one.regions)
        given: dict[str, Any] = {"kind": "SPACE", "title": "نیاز", "targetGroups": sorted(one.groups)}
        given |= {"regionId": cast.regions[place], "startsOn": one.starts.isoformat()}
        given |= {"endsOn": one.ends.isoformat()} | (
            {"quantity": float(one.people), "unit": "نفر"} if one.people is not None else {}
        )
        id_ = hub.done("needResource", given, "resourceNeed { id }", token)["id"]
        needs.append((id_, place, one))
    names = {id_: name for name, id_ in cast.regions.items()}
    for asked, places in (
        ("country", ["YY-01", "YY-02"]),
        ("YY-01", ["YY-01-01", "YY-01-02"]),
        ("YY-02", ["YY-02"]),
    ):
        on, length = FIRST + timedelta(days=chance.randrange(12)), chance.choice([1, 1, 3, 8])
        days = [on + timedelta(days=n) for n in range(length)]
        most = _counted(programs, places, days)
        overlaps, gaps = seen(hub, token, cast.regions[asked], on=on.isoformat(), days=length)
        empty = {cell for cell, there in most.items() if there == 0}
        expected = [
            len(most),
            sum(n > 1 for n in most.values()),
            sum(n == 1 for n in most.values()),
            len(empty),
        ]
        assert [overlaps[name] for name in COUNTS.split()[:4]] == expected

        def cell(row: dict[str, Any]) -> tuple[str, str, str]:
            return names[row["region"]["id"]], row["targetGroup"], row["dimension"]

        assert {cell(row) for row in overlaps["overlaps"]} == {c for c, there in most.items() if there > 1}
        assert {cell(row) for row in gaps["gaps"]} == empty
        left = set()
        for row in gaps["gaps"]:
            place, group, _ = cell(row)
            there = {
                (id_, told.people)
                for id_, named, told in needs
                if group in told.groups
                and _touches(place, named)
                and (named == place or named.startswith(place))
                and told.starts <= days[-1]
                and told.ends >= on
            }
            telling = [people for _, people in there if people is not None]
            assert (row["needCount"], row["people"]) == (len(there), sum(telling) if telling else None)
            left |= there
        telling = [people for _, people in left if people is not None]
        assert (gaps["needCount"], gaps["people"]) == (len(left), sum(telling) if telling else None)
    for id_ in made:
        withdrawn(hub, token, id_)
    for id_, _, _ in needs:
        version = hub.ask("query($id: ID!) { resourceNeed(id: $id) { version } }", {"id": id_}, token)
        given = {"id": id_, "version": version["resourceNeed"]["version"]}
        hub.done("withdrawNeed", given, "resourceNeed { id }", token)
