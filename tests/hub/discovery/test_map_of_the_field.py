"""What programs, boards, working groups and apprenticeships say on the map, and for working together."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.model import MODEL
from tests.compiler.ways import Ways
from tests.hub.discovery.asking import answered
from tests.hub.discovery.network import VIEWERS, organization
from tests.hub.every.inputs import value
from tests.network import BEGUN, Network

ANONYMOUS = VIEWERS["anonymous"]
MAP = """query($filter: NetworkMapFilter) { networkMap(filter: $filter) {
  totalTies
  ties { source { id } target { id } kind sourceLabel targetLabel since until
    partnership { id } experience { id } program { id } board { id } workingGroup { id } apprenticeship { id } }
} }"""
WHY = """query($id: ID!) { collaborators(organizationId: $id) {
  organization { id } score
  reasons { kind weight skills { id } regions { id } programs { id } courses { id } apprenticeships { id }
    jobOpportunities { id } }
} }"""

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_VERSIONED = {"version": 1, "createdAt": _MADE, "updatedAt": _MADE, "demo": False}
_FIELD = Network()


def _put(label: str, key: str, **given: Any) -> None:
    """A record with these values, and some for whatever else it must have."""
    must = {
        member.name: value(label, member)
        for member in MODEL.nodes[label].properties()
        if member.required and member.name not in {"id", *given}
    }
    _FIELD.add(label, key, **(must | given))


def _record(label: str, key: str, owner: str, status: str = "PUBLISHED", **given: Any) -> None:
    read_by = "PUBLIC" if status == "PUBLISHED" else "OWNERS"
    fixed = {"language": "FA", "status": status, "visibility": "PUBLIC", "publishedAt": _MADE, **_VERSIONED}
    _put(label, key, audience=read_by, ownerIds=[owner], title=key, **(fixed | given))
    _FIELD.link(key, "PUBLISHED_BY", owner)


def _seat(key: str, board: str, who: str, status: str, **days: Any) -> None:
    read_by = "PUBLIC" if status in {"CONFIRMED", "ENDED"} else "OWNERS"
    said = {"office": "عضو", "selection": "ELECTED", "status": status, **days, **_VERSIONED}
    _put("BoardSeat", key, audience=read_by, ownerIds=[who], **said)
    _FIELD.link(board, "HAS_SEAT", key)
    _FIELD.link(key, "SEATS", who)


for _key in ("org_a", "org_b", "org_c", "org_d", "org_e"):
    organization(_FIELD, _key, _key)
_FIELD.add("Region", "reg_ir", code="IR", kind="COUNTRY", nameFa="ایران", deprived=False, **BEGUN)
_FIELD.add("Region", "reg_frs", code="IR-07", kind="PROVINCE", nameFa="فارس", deprived=False, **BEGUN)
_FIELD.link("reg_frs", "PART_OF", "reg_ir")
_FIELD.add("Skill", "ski_weld", slug="welding", labelFa="جوشکاری", kind="HARD", **BEGUN)

_WIDOWS = {"targetGroups": ["WOMEN_HEADS_OF_HOUSEHOLD"], "levels": []}
_record("Program", "prg_open", "org_a", startsOn=date(2025, 1, 1), dimensions=["ECONOMIC"], **_WIDOWS)
_record("Program", "prg_over", "org_a", endsOn=date(2025, 1, 1), dimensions=["ECONOMIC"], **_WIDOWS)
_record("Program", "prg_draft", "org_a", "DRAFT", dimensions=["ECONOMIC"], **_WIDOWS)
_record("Program", "prg_wide", "org_e", dimensions=["SOCIAL", "ECONOMIC"], **_WIDOWS)
_FIELD.link("prg_open", "COVERS", "reg_frs")
_FIELD.link("prg_wide", "COVERS", "reg_ir")
_FIELD.link("prg_open", "INVOLVES", "org_b", role="FUNDER", since=date(2025, 6, 1))
_FIELD.link("prg_over", "INVOLVES", "org_c", role="FUNDER")
_FIELD.link("prg_draft", "INVOLVES", "org_d", role="FUNDER")

_put(
    "Network", "net_one", nameFa="شبکه", level="NATIONAL", status="ACTIVE", visibility="PUBLIC",
    audience="PUBLIC", ownerIds=["org_a"], **_VERSIONED,
)  # fmt: skip
_put(
    "Board",
    "boa_one",
    kind="DIRECTORS",
    status="SITTING",
    audience="PUBLIC",
    ownerIds=["org_a"],
    **_VERSIONED,
)
_FIELD.link("net_one", "HAS_BOARD", "boa_one")
_seat("sea_b", "boa_one", "org_b", "CONFIRMED", since=date(2025, 3, 1))
_seat("sea_c", "boa_one", "org_c", "CONFIRMED", since=date(2025, 4, 1), until=date(2027, 4, 1))
_seat("sea_d", "boa_one", "org_d", "PROPOSED")
_seat("sea_e", "boa_one", "org_e", "ENDED", until=date(2025, 3, 31))

_put(
    "WorkingGroup", "wgr_one", title="کارگروه", level="NATIONAL", status="ACTIVE", visibility="PUBLIC",
    audience="PUBLIC", ownerIds=["org_c"], **_VERSIONED,
)  # fmt: skip
_FIELD.link("net_one", "HAS_WORKING_GROUP", "wgr_one")
_FIELD.link("wgr_one", "HAS_GROUP_MEMBER", "org_c", role="CHAIR")
_FIELD.link("wgr_one", "HAS_GROUP_MEMBER", "org_d", role="MEMBER", since=date(2025, 9, 1))

_PLACES = {"places": 4, "filledPlaces": 0, "targetGroups": [], "dimensions": ["ECONOMIC"]}
_record("Apprenticeship", "asp_one", "org_d", occupationCode="7212", months=4, goal="JOB", **_PLACES)
_FIELD.link("asp_one", "OFFERED_IN", "prg_open")
_record("Course", "cou_one", "org_b", hours=100, **_PLACES)
_record("JobOpportunity", "job_one", "org_c", kind="JOB", occupationCode="7212", **_PLACES)
_record(
    "JobOpportunity",
    "job_full",
    "org_e",
    kind="JOB",
    occupationCode="7212",
    **(_PLACES | {"filledPlaces": 4}),
)
for _key in ("asp_one", "cou_one", "job_one", "job_full"):
    _FIELD.link(_key, "USES_SKILL", "ski_weld")
    _FIELD.link(_key, "LOCATED_IN", "reg_frs")


@pytest.fixture(scope="module")
def network() -> Network:
    """The network of this file."""
    return _FIELD


def _ties(ways: Ways, **given: Any) -> list[str]:
    answer = answered(ways, MAP, ANONYMOUS, **given)
    assert answer["totalTies"] == len(answer["ties"])
    return sorted(
        f"{tie['source']['id'][4:]} {tie['kind']} {tie['target']['id'][4:]}" for tie in answer["ties"]
    )


def test_the_map_shows_who_is_in_something_together_today(ways: Ways) -> None:
    assert _ties(ways) == [
        "a APPRENTICESHIP d",
        "a PROGRAM b",
        "b BOARD c",
        "c WORKING_GROUP d",
    ]


def test_it_shows_as_of_a_day_who_was_in_it_then(ways: Ways) -> None:
    assert _ties(ways, filter={"asOf": "2025-03-15", "tieKinds": ["BOARD"]}) == ["b BOARD e"]
    assert _ties(ways, filter={"asOf": "2025-05-15", "tieKinds": ["PROGRAM"]}) == []
    assert _ties(ways, filter={"asOf": "2024-12-31", "tieKinds": ["PROGRAM"]}) == ["a PROGRAM c"]


def test_two_who_were_never_there_at_a_time_are_not_tied(ways: Ways) -> None:
    assert _ties(ways, filter={"ever": True, "tieKinds": ["BOARD"]}) == ["b BOARD c", "b BOARD e"]


def test_a_tie_says_its_record_its_days_and_its_words(ways: Ways) -> None:
    answer = answered(ways, MAP, ANONYMOUS)
    told = {tie["kind"]: tie for tie in answer["ties"]}
    records = ("partnership", "experience", "program", "board", "workingGroup", "apprenticeship")
    assert {kind: [tie[name]["id"] for name in records if tie[name]] for kind, tie in told.items()} == {
        "PROGRAM": ["prg_open"],
        "BOARD": ["boa_one"],
        "WORKING_GROUP": ["wgr_one"],
        "APPRENTICESHIP": ["asp_one"],
    }
    assert (told["PROGRAM"]["since"], told["BOARD"]["since"]) == ("2025-06-01", "2025-04-01")
    assert (told["BOARD"]["until"], told["WORKING_GROUP"]["since"]) == ("2027-04-01", "2025-09-01")
    assert all(tie["sourceLabel"] and tie["targetLabel"] for tie in answer["ties"])
    assert told["APPRENTICESHIP"]["sourceLabel"] != told["APPRENTICESHIP"]["targetLabel"]


def _why(ways: Ways, organization_: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    """Who is suggested, for which reasons, with the lists behind each."""
    return {
        one["organization"]["id"]: {
            reason["kind"]: {
                name: [node["id"] for node in nodes]
                for name, nodes in reason.items()
                if isinstance(nodes, list) and nodes
            }
            for reason in one["reasons"]
        }
        for one in answered(ways, WHY, ANONYMOUS, id=organization_)
    }


def test_a_program_that_fills_a_gap_is_a_reason(ways: Ways) -> None:
    assert _why(ways, "org_a")["org_e"] == {
        "PROGRAM_FILLS_GAP": {"regions": ["reg_frs"], "programs": ["prg_wide"]},
    }


def test_whoever_has_the_missing_dimension_already_finds_no_gap(ways: Ways) -> None:
    assert "org_a" not in _why(ways, "org_e")


def test_a_course_leads_to_places_and_jobs_and_back(ways: Ways) -> None:
    skill = {"skills": ["ski_weld"]}
    taught = _why(ways, "org_b")
    assert taught["org_d"]["APPRENTICESHIP_NEAR_COURSE"] == skill | {"apprenticeships": ["asp_one"]}
    assert taught["org_c"]["JOB_FOR_SKILL"] == skill | {"jobOpportunities": ["job_one"]}
    assert "org_e" not in taught  # Its places are taken.
    assert _why(ways, "org_d")["org_b"]["COURSE_NEAR_APPRENTICESHIP"] == skill | {"courses": ["cou_one"]}
    assert _why(ways, "org_c")["org_b"]["SKILL_FOR_JOB"] == skill | {"courses": ["cou_one"]}
