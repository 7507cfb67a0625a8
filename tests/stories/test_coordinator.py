"""A coordinator reads the MoU with its overdue commitments, and maps who works with whom in a province."""

from datetime import date
from typing import Any

import pytest

from tests.running import Hub


@pytest.fixture(scope="module")
def coordinator(hub: Hub) -> str:
    """The token of a coordinator of the demo network."""
    hub.demo()
    return hub.token(None, "COORDINATOR")


MOU = """
query($overdue: CommitmentFilter) {
  partnerships(filter: {kind: {eq: MOU}, titleFa: {contains: "از مهارت تا کار"}, status: {eq: ACTIVE}}) {
    nodes {
      titleFa startsOn endsOn
      parties { edges { role signatoryOffice signedOn node { nameFa } } }
      witnesses { edges { office node { nameFa } } }
      all: commitments(first: 100) { totalCount nodes { titleFa overdue dueOn status owedBy { nameFa } owedTo { nameFa } } }
      overdue: commitments(first: 100, filter: $overdue, sort: [DUE_ON_ASC]) {
        totalCount nodes { titleFa overdue dueOn status }
      }
    }
  }
}
"""


def test_the_mou_is_read_with_its_parties_and_its_overdue_commitments(hub: Hub, coordinator: str) -> None:
    told = hub.ask(MOU, {"overdue": {"overdue": {"eq": True}}}, coordinator)["partnerships"]["nodes"]
    (mou,) = [one for one in told if one["startsOn"] == "2025-12-22"]
    assert mou["endsOn"] == "2030-12-21"
    parties = {edge["node"]["nameFa"]: edge for edge in mou["parties"]["edges"]}
    assert len(parties) == 2
    assert all(edge["signatoryOffice"] and edge["signedOn"] == "2025-12-14" for edge in parties.values())
    assert len(mou["witnesses"]["edges"]) == 2
    commitments = mou["all"]["nodes"]
    assert mou["all"]["totalCount"] == len(commitments) == 12
    assert {one["owedBy"]["nameFa"] for one in commitments} == set(parties)
    today = date.today().isoformat()  # noqa: DTZ011 - the days of the demo and of the test are the same
    late = {
        one["titleFa"]
        for one in commitments
        if one["dueOn"] and one["dueOn"] < today and one["status"] in {"PLANNED", "IN_PROGRESS"}
    }
    assert late
    assert {one["titleFa"] for one in mou["overdue"]["nodes"]} == late
    assert mou["overdue"]["totalCount"] == len(late)
    days = [one["dueOn"] for one in mou["overdue"]["nodes"]]
    assert days == sorted(days)


MAP = """
query($region: ID!) {
  networkMap(filter: {regionIds: [$region]}, nodesFirst: 100, tiesFirst: 500) {
    totalNodes totalTies truncated
    nodes { degree organization { id name regions { partOf { id } id } location { id partOf { id } } } }
    ties { kind source { id } target { id } since until }
  }
}
"""


def test_who_works_with_whom_in_a_province_is_mapped(hub: Hub, coordinator: str) -> None:
    region = hub.ask('{ regions(filter: {code: {eq: "IR-23"}}) { nodes { id nameFa } } }')["regions"][
        "nodes"
    ][0]
    assert region["nameFa"] == "تهران"
    told = hub.ask(MAP, {"region": region["id"]}, coordinator)["networkMap"]
    nodes = {node["organization"]["id"]: node for node in told["nodes"]}
    assert told["totalNodes"] == len(nodes) > 3
    assert told["truncated"] is False
    assert told["totalTies"] == len(told["ties"]) > 0
    for node in nodes.values():
        organization = node["organization"]
        places = [*organization["regions"], *([organization["location"]] if organization["location"] else [])]
        around = {place["id"] for place in places} | {(place["partOf"] or {}).get("id") for place in places}
        assert region["id"] in around
    neighbours: dict[str, set[str]] = {id_: set() for id_ in nodes}
    for tie in told["ties"]:
        assert tie["source"]["id"] in nodes
        assert tie["target"]["id"] in nodes
        neighbours[tie["source"]["id"]].add(tie["target"]["id"])
        neighbours[tie["target"]["id"]].add(tie["source"]["id"])
    degrees = {id_: len(others) for id_, others in neighbours.items()}
    assert degrees == {id_: node["degree"] for id_, node in nodes.items()}
    assert [n["degree"] for n in told["nodes"]] == sorted(degrees.values(), reverse=True)


def test_an_introduction_leads_from_one_organization_to_another(hub: Hub, coordinator: str) -> None:
    ends: Any = hub.ask(
        """{ ties: organizations(first: 1, sort: [NAME_FA_ASC], filter: {ties: {some: {status: {eq: MEMBER}}}}) {
          nodes { id ties(first: 1) { nodes { id ties(first: 100) { nodes { id } } } } } } }""",
        token=coordinator,
    )["ties"]["nodes"][0]
    near = ends["ties"]["nodes"][0]
    told = hub.ask(
        "query($a: ID!, $b: ID!) { introductionPath(fromId: $a, toId: $b)"
        " { length steps { organization { id } via { kind } } } }",
        {"a": ends["id"], "b": near["id"]},
        coordinator,
    )["introductionPath"]
    assert told["length"] == 1
    assert [step["organization"]["id"] for step in told["steps"]] == [ends["id"], near["id"]]
