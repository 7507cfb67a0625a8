"""collaborators: who is suggested, why, and what may not be told by it."""

from math import log2
from typing import Any

import pytest

from hub.context import Viewer
from tests.compiler.ways import Ways
from tests.hub.discovery.asking import answered, missed, operators, refused
from tests.hub.discovery.network import OTHERS, VIEWERS

COLLABORATORS = """query($of: ID!, $need: ID, $regions: [ID!], $first: Int) {
  collaborators(organizationId: $of, needId: $need, regionIds: $regions, first: $first) {
    organization { id } score alreadyPartners
    reasons { kind weight topics { slug } skills { slug } regions { code } organizations { id }
      experiences { id } offers { id } needs { id } }
  }
}"""
ANONYMOUS = VIEWERS["anonymous"]


def _reason(kind: str, weight: float, **named: Any) -> dict[str, Any]:
    names = ("topics", "skills", "regions", "organizations", "experiences", "offers", "needs")
    return {"kind": kind, "weight": round(weight, 3)} | {name: named.get(name, []) for name in names}


HOME = [{"slug": "home"}]
OF_FOUR, OF_TWO = 1 / log2(5), 1 / log2(3)
"""What a topic of four organizations counts for, and a region or partner of two."""
FAR = {
    "organization": {"id": "org_far"},
    "score": 7.307,
    "alreadyPartners": False,
    "reasons": [
        _reason(
            "OFFER_MEETS_NEED",
            4,
            topics=HOME,
            offers=[{"id": "off_machines"}],
            needs=[{"id": "nee_machines"}],
        ),
        _reason(
            "SIMILAR_EXPERIENCE", 1.5, topics=[*HOME, {"slug": "sewing"}], experiences=[{"id": "exp_far"}]
        ),
        _reason("COMMON_PARTNER", 1.5 * OF_TWO, organizations=[{"id": "org_third"}]),
        _reason("SHARED_TOPIC", 2 * OF_FOUR, topics=HOME),
    ],
}
THIRD = {
    "organization": {"id": "org_third"},
    "score": 4.492,
    "alreadyPartners": True,
    "reasons": [
        _reason(
            "NEED_MEETS_OFFER", 3, topics=HOME, offers=[{"id": "off_advice"}], needs=[{"id": "nee_advice"}]
        ),
        _reason("SHARED_TOPIC", 2 * OF_FOUR, topics=HOME),
        _reason("SHARED_REGION", OF_TWO, regions=[{"code": "IR-23"}]),
    ],
}


@pytest.mark.parametrize("viewer", OTHERS)
def test_every_reason_names_what_is_behind_it(ways: Ways, viewer: str) -> None:
    assert answered(ways, COLLABORATORS, VIEWERS[viewer], of="org_helper") == [FAR, THIRD]


def _suggested(ways: Ways, viewer: Viewer, of: str, **given: Any) -> dict[str, list[str]]:
    """The kinds of reasons, by organization."""
    answer = answered(ways, COLLABORATORS, viewer, of=of, **given)
    return {
        suggested["organization"]["id"]: [reason["kind"] for reason in suggested["reasons"]]
        for suggested in answer
    }


@pytest.mark.parametrize("viewer", ["author", "administrator"])
def test_a_secret_offer_counts_for_those_who_may_read_it(ways: Ways, viewer: str) -> None:
    assert _suggested(ways, VIEWERS[viewer], "org_helper")["org_author"] == ["OFFER_NEAR_NEED"]


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("of", ["org_helper", "org_third", "org_far", "org_lonely"])
def test_a_failure_suggests_its_author_to_nobody(ways: Ways, viewer: str, of: str) -> None:
    answer = answered(ways, COLLABORATORS, VIEWERS[viewer], of=of)
    assert "exp_hidden" not in str(answer)
    kinds = _suggested(ways, VIEWERS[viewer], of).get("org_author", [])
    assert "SIMILAR_EXPERIENCE" not in kinds
    if viewer in OTHERS:
        # What both serve is public, and is no way from the failure to its author.
        assert kinds == (["SHARED_REGION"] if of == "org_far" else [])


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_failure_suggests_nobody_to_its_author(ways: Ways, viewer: str) -> None:
    suggested = _suggested(ways, VIEWERS[viewer], "org_author")
    expected = {"org_far": ["SHARED_REGION"]}
    if viewer in {"author", "administrator"}:
        expected = {
            "org_helper": ["NEED_NEAR_OFFER"],
            "org_far": ["SHARED_REGION"],
            "org_third": ["COMMON_PARTNER"],
        }
    assert suggested == expected


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_secret_partnership_makes_partners_for_those_who_may_read_it(ways: Ways, viewer: str) -> None:
    answer = answered(ways, COLLABORATORS, VIEWERS[viewer], of="org_author")
    (far,) = (one for one in answer if one["organization"]["id"] == "org_far")
    assert far["alreadyPartners"] is (viewer in {"author", "administrator"})


def test_a_need_is_met_by_offers_and_by_who_works_on_it(ways: Ways) -> None:
    suggested = _suggested(ways, ANONYMOUS, "org_helper", need="nee_machines")
    assert suggested["org_far"][0] == "OFFER_MEETS_NEED"
    assert suggested["org_third"] == ["SHARED_TOPIC", "SHARED_REGION"]
    assert _suggested(ways, ANONYMOUS, "org_helper", need="nee_advice") == {}


def test_regions_narrow_the_suggestions(ways: Ways) -> None:
    assert list(_suggested(ways, ANONYMOUS, "org_helper", regions=["reg_frs"])) == ["org_far"]
    assert list(_suggested(ways, ANONYMOUS, "org_helper", regions=["reg_ir"])) == ["org_far", "org_third"]
    assert _suggested(ways, ANONYMOUS, "org_helper", regions=[]) == {}


def test_the_first_are_the_best(ways: Ways) -> None:
    assert answered(ways, COLLABORATORS, ANONYMOUS, of="org_helper", first=1) == [FAR]


def test_withdrawn_organizations_are_not_suggested_and_nobody_has_none(ways: Ways) -> None:
    for viewer in VIEWERS.values():
        assert "org_gone" not in _suggested(ways, viewer, "org_third")
    assert missed(ways, COLLABORATORS, ANONYMOUS, of="org_nobody") == "NOT_FOUND"


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("PAGE_SIZE", {"first": 0}),
        ("PAGE_SIZE", {"first": 101}),
        ("BAD_ID", {"of": "exp_open"}),
        ("BAD_ID", {"need": "off_machines"}),
        ("BAD_ID", {"regions": ["top_home"]}),
    ],
)
def test_what_is_out_of_bounds_is_refused(ways: Ways, code: str, arguments: dict[str, Any]) -> None:
    assert refused(ways, COLLABORATORS, ANONYMOUS, **({"of": "org_helper"} | arguments)) == code


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("given", [{}, {"need": "nee_machines", "regions": ["reg_ir"]}])
def test_suggestions_start_from_the_organization(ways: Ways, viewer: str, given: dict[str, Any]) -> None:
    found = operators(ways, COLLABORATORS, VIEWERS[viewer], of="org_helper", **given)
    assert "NodeUniqueIndexSeek" in found
    assert [operator for operator in found if "Scan" in operator] == []
