"""The demo's processes and campaigns hang together: who wrote, keeps, follows, asks, answers and signs."""

from datetime import date
from typing import Any

import pytest

from graph.model.campaigns import CampaignOutcome
from graph.model.processes import DurationUnit, ProcessStatus
from seed.content import told
from seed.timeline import TOLD

ORGANIZATIONS = {row["key"]: row for row in told("organizations")}
NETWORKS = {row["key"]: row for row in told("networks")}
STORIES = {row["key"]: row for row in told("experiences")}
APPROACHES = {row["key"] for row in told("approaches")}
PROCESSES = {row["key"]: row for row in told("processes")}
CAMPAIGNS = {row["key"]: row for row in told("campaigns")}
LAST = TOLD.date().isoformat()

each_process = pytest.mark.parametrize("row", PROCESSES.values(), ids=PROCESSES)
each_campaign = pytest.mark.parametrize("row", CAMPAIGNS.values(), ids=CAMPAIGNS)


@each_process
def test_a_process_is_whole(row: dict[str, Any]) -> None:
    assert row["publisher"] in ORGANIZATIONS
    assert NETWORKS[row["network"]]["begunOn"] < row["createdOn"]
    assert set(row["approaches"]) <= APPROACHES
    assert all(place < len(STORIES[key]["lessons"]) for key, place in row["lessons"])
    days = [row[name] for name in ("createdOn", "proposedOn", "adoptedOn") if row[name]]
    assert days == sorted(days)
    assert days[-1] <= LAST
    status = ProcessStatus(row["status"])
    assert bool(row["adoptedOn"]) is (status in {ProcessStatus.STANDARD, ProcessStatus.SUPERSEDED})
    for step in row["steps"]:
        assert step["title"]
        assert step["office"]
        assert DurationUnit(step["durationUnit"])


@each_process
def test_a_next_edition_supersedes_the_one_before(row: dict[str, Any]) -> None:
    before = PROCESSES.get(row["replaces"])
    assert row["edition"] == (1 if before is None else before["edition"] + 1)
    if before is not None and row["adoptedOn"]:
        assert before["status"] == "SUPERSEDED"
        assert before["network"] == row["network"]


@each_process
def test_followers_follow_a_standard_and_deviate_from_steps_it_has(row: dict[str, Any]) -> None:
    followers = [following["organization"] for following in row["followings"]]
    assert len(followers) == len(set(followers))
    assert set(followers) <= ORGANIZATIONS.keys()
    for following in row["followings"]:
        assert row["adoptedOn"] <= following["since"] <= LAST
        assert following["until"] is None or following["since"] <= following["until"] <= LAST
        places = [deviation["step"] for deviation in following["deviations"]]
        assert len(places) == len(set(places))
        assert all(0 <= place < len(row["steps"]) for place in places)


@each_campaign
def test_a_campaign_is_whole(row: dict[str, Any]) -> None:
    assert row["publisher"] in ORGANIZATIONS
    assert row["addressedTo"] or row["addressedToWords"]
    assert row["addressedTo"] in {None, *ORGANIZATIONS} - {row["publisher"]}
    assert set(row["experiences"]) <= STORIES.keys()
    assert all(place < len(STORIES[key]["lessons"]) for key, place in row["lessons"])
    answer = row["answer"]
    if answer is not None:
        assert answer["by"] == row["addressedTo"] or answer["source"]
        assert row["createdOn"] < answer["on"] <= LAST
    assert CampaignOutcome(row["outcome"]) is CampaignOutcome.OPEN or answer is not None
    assert row["closedOn"] is None or date.fromisoformat(row["closedOn"]) <= TOLD.date()


@each_campaign
def test_others_sign_it_while_it_goes_on(row: dict[str, Any]) -> None:
    signers = [signature["organization"] for signature in row["signatures"]]
    assert len(signers) == len(set(signers))
    assert set(signers) <= ORGANIZATIONS.keys() - {row["publisher"]}
    for signature in row["signatures"]:
        assert row["createdOn"] < signature["on"] < (row["closedOn"] or LAST)
        assert 1 <= signature["wording"] <= row["wording"]


def test_every_outcome_and_both_visibilities_are_told() -> None:
    assert {row["outcome"] for row in CAMPAIGNS.values()} == set(CampaignOutcome.__members__)
    signatures = [signature for row in CAMPAIGNS.values() for signature in row["signatures"]]
    assert {signature["visibility"] for signature in signatures} == {"PUBLIC", "MEMBERS"}
