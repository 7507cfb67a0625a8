"""Add the demo's campaigns: whom they ask, what they rest on, who signs, and what came of them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from graph.model.campaigns import AnswerTeller
from graph.model.common import Language, RecordStatus, Visibility
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at, standing
from seed.demo.stories import Story, recorded
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing


def add(sketch: Sketch, places: Places, members: Mapping[str, Member], stories: Mapping[str, Story]) -> None:
    """Add them all, each with its signatures."""
    for row in told("campaigns"):
        thing = _campaign(sketch, members, row)
        if row["addressedTo"]:
            sketch.link(thing, "addressedTo", [members[row["addressedTo"]].thing])
        if row["region"]:
            sketch.link(thing, "region", [places.regions[row["region"]]])
        sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])
        sketch.link(thing, "experiences", [stories[key].thing for key in row["experiences"]])
        sketch.link(thing, "lessons", [stories[key].lessons[place].thing for key, place in row["lessons"]])
        sketch.parts(thing, "sources", row["sources"])
        sketch.parts(thing, "actions", [_dated(action, "takesPlaceOn") for action in row["actions"]])
        for signature in row["signatures"]:
            _endorsement(sketch, thing, members[signature["organization"]].thing, row, signature)


def _campaign(sketch: Sketch, members: Mapping[str, Member], row: Mapping[str, Any]) -> Thing:
    key, owner, at = f"campaign {row['key']}", members[row["publisher"]].thing, standing(row)
    deeds = life("CAMPAIGN", key, owner, at, recorded(key, row["createdOn"]))
    for wording in range(2, row["wording"] + 1):
        deeds.append(Deed("CAMPAIGN_EDITED", _reworded(row, wording), owner))
    answer, body = row["answer"], None
    if answer:
        body = members[answer["by"]].thing if answer["by"] else None
        deeds.append(Deed("CAMPAIGN_ANSWERED", recorded(f"{key} answer", answer["on"]), body or owner))
    if row["closedOn"]:
        deeds.append(Deed("CAMPAIGN_CONCLUDED", recorded(f"{key} end", row["closedOn"]), owner))
    names = ("title", "issue", "position", "addressedToWords", "wording", "targetGroups")
    values = {
        **{name: row[name] for name in (*names, "outcome", "outcomeNote")},
        **_answered(answer, body),
        "language": Language.FA,
        "closedOn": date.fromisoformat(row["closedOn"]) if row["closedOn"] else None,
        **published(owner, at, published_at(deeds)),
    }
    thing = sketch.record("Campaign", key, deeds, values)
    sketch.link(thing, "publisher", [owner])
    return thing


def _reworded(row: Mapping[str, Any], wording: int) -> datetime:
    """When a wording began: some days before it was first signed."""
    first = min(one["on"] for one in row["signatures"] if one["wording"] == wording)
    return recorded(f"campaign {row['key']} wording {wording}", first) - timedelta(days=3)


def _answered(answer: Mapping[str, Any] | None, body: Thing | None) -> dict[str, Any]:
    if answer is None:
        return {}
    return {
        "answer": answer["text"],
        "answerToldBy": AnswerTeller.OWNER if body is None else AnswerTeller.BODY,
        "answeredOn": date.fromisoformat(answer["on"]),
        "answerSource": answer["source"],
    }


def _dated(part: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {**part, name: date.fromisoformat(part[name])}


def _endorsement(
    sketch: Sketch, campaign: Thing, signer: Thing, row: Mapping[str, Any], told_: Mapping[str, Any]
) -> None:
    key = f"endorsement {row['key']} {told_['organization']}"
    deeds = [Deed("CAMPAIGN_ENDORSED", recorded(key, told_["on"]), signer)]
    at = Standing(RecordStatus.PUBLISHED, Visibility(told_["visibility"]))
    if "off" in told_:
        deeds.append(Deed("ENDORSEMENT_WITHDRAWN", recorded(f"{key} off", told_["off"]), signer))
        at = Standing(RecordStatus.WITHDRAWN, at.visibility)
    values = {
        "wording": told_["wording"],
        "statement": told_["statement"],
        **published(signer, at, deeds[0].at),
    }
    thing = sketch.record("Endorsement", key, deeds, values)
    sketch.link(thing, "publisher", [signer])
    sketch.link(thing, "campaign", [campaign])
