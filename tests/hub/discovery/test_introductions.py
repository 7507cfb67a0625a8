"""introductionPath: the fewest ties from one organization to another."""

from datetime import date
from typing import Any

import pytest

from hub.context import Viewer
from tests.compiler.ways import Ways
from tests.hub.discovery.asking import answered, operators, refused
from tests.hub.discovery.network import NETWORK, OTHERS, VIEWERS, organization, partnership
from tests.network import Network

PATH = """query($from: ID!, $to: ID!, $most: Int) {
  introductionPath(fromId: $from, toId: $to, maxLength: $most) {
    length steps { organization { id } via { kind since until partnership { id } } } } }"""
ANONYMOUS = VIEWERS["anonymous"]


def _ring() -> Network:
    """From one to two: three ties, or two partnerships, which are more relationships but fewer steps.

    Beside it a chain of seven ties, and ways that have ended or are withdrawn.
    """
    made = Network()
    for name in ("one", "two", "tie_a", "tie_b", "mid", "low", "ended", *(f"c{i}" for i in range(8))):
        organization(made, f"org_{name.replace('_', '')}", name)
    organization(made, "org_gone", "رفته", status="WITHDRAWN")

    def tie(a: str, b: str, **given: Any) -> None:
        said = {"id": f"tie_{a}{b}", "kind": "WORKS_WITH", "status": "CONFIRMED"}
        made.link(f"org_{a}", "TIED_TO", f"org_{b}", **said, **given)

    tie("one", "tiea")
    tie("tieb", "tiea")
    tie("tieb", "two")
    partnership(made, "par_z", "org_one", "org_mid", startsOn=date(2025, 5, 1))
    partnership(made, "par_b", "org_mid", "org_two", "org_low")
    partnership(made, "par_a", "org_one", "org_low")
    partnership(made, "par_draft", "org_one", "org_two", status="DRAFT")
    partnership(made, "par_ended", "org_one", "org_two", endsOn=date(2026, 3, 20))
    tie("one", "ended", until=date(2026, 3, 20))
    tie("ended", "two")
    tie("c0", "gone")
    tie("gone", "c7")
    for i in range(7):
        tie(f"c{i}", f"c{i + 1}")
    made.things |= NETWORK.things
    made.links += NETWORK.links
    return made


@pytest.fixture(scope="module")
def network() -> Network:
    """The ring beside the network of discovery."""
    return _ring()


def _way(ways: Ways, viewer: Viewer, a: str, b: str, most: int | None = None) -> list[str] | None:
    """The organizations on the way, without the prefix of their ids."""
    path = answered(ways, PATH, viewer, **{"from": f"org_{a}", "to": f"org_{b}", "most": most})
    if path is None:
        return None
    assert path["length"] == len(path["steps"]) - 1
    return [step["organization"]["id"][4:] for step in path["steps"]]


def test_a_partnership_is_one_step_and_the_same_way_is_always_taken(ways: Ways) -> None:
    assert answered(ways, PATH, ANONYMOUS, **{"from": "org_one", "to": "org_two"}) == {
        "length": 2,
        "steps": [
            {"organization": {"id": "org_one"}, "via": None},
            {
                "organization": {"id": "org_low"},
                "via": {"kind": "PARTNERSHIP", "since": None, "until": None, "partnership": {"id": "par_a"}},
            },
            {
                "organization": {"id": "org_two"},
                "via": {"kind": "PARTNERSHIP", "since": None, "until": None, "partnership": {"id": "par_b"}},
            },
        ],
    }
    assert _way(ways, ANONYMOUS, "two", "one") == ["two", "low", "one"]


def test_a_way_is_no_longer_than_asked_for(ways: Ways) -> None:
    assert _way(ways, ANONYMOUS, "one", "two", 1) is None
    assert _way(ways, ANONYMOUS, "c0", "c4") == ["c0", "c1", "c2", "c3", "c4"]
    assert _way(ways, ANONYMOUS, "c0", "c5") is None
    assert _way(ways, ANONYMOUS, "c0", "c6", 6) == [f"c{i}" for i in range(7)]
    assert _way(ways, ANONYMOUS, "c0", "c7", 6) is None


def test_a_withdrawn_organization_introduces_nobody_but_can_be_reached(ways: Ways) -> None:
    assert _way(ways, ANONYMOUS, "c7", "gone") == ["c7", "gone"]
    assert _way(ways, ANONYMOUS, "c6", "gone") == ["c6", "c7", "gone"]


def test_an_organization_is_no_steps_from_itself(ways: Ways) -> None:
    assert _way(ways, ANONYMOUS, "one", "one") == ["one"]


def test_there_is_no_way_to_what_is_unknown(ways: Ways) -> None:
    assert _way(ways, ANONYMOUS, "one", "nobody") is None
    assert _way(ways, ANONYMOUS, "one", "lonely") is None


@pytest.mark.parametrize("viewer", VIEWERS)
def test_no_way_goes_over_a_failure_or_a_partnership_the_viewer_may_not_read(ways: Ways, viewer: str) -> None:
    assert _way(ways, VIEWERS[viewer], "helper", "far") == ["helper", "third", "far"]
    secret = None if viewer in OTHERS else ["helper", "third", "far", "author"]
    assert _way(ways, VIEWERS[viewer], "helper", "author", 6) == secret


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("PATH_LENGTH", {"most": 0}),
        ("PATH_LENGTH", {"most": 7}),
        ("BAD_ID", {"from": "exp_open"}),
        ("BAD_ID", {"to": "org_"}),
    ],
)
def test_what_is_out_of_bounds_is_refused(ways: Ways, code: str, arguments: dict[str, Any]) -> None:
    assert refused(ways, PATH, ANONYMOUS, **({"from": "org_one", "to": "org_two"} | arguments)) == code


@pytest.mark.parametrize("viewer", VIEWERS)
def test_a_way_starts_from_its_ends(ways: Ways, viewer: str) -> None:
    found = operators(ways, PATH, VIEWERS[viewer], **{"from": "org_one", "to": "org_two"})
    assert [operator for operator in found if "Scan" in operator] == []
