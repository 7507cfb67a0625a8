"""Put the announced records into a graph, once: whatever becomes of them later, they do not come back."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from graph.connection import Database
from graph.model.access import Audience
from graph.model.commitments import CommitmentStatus
from graph.model.common import Visibility
from graph.model.ids import made_id
from graph.model.organizations import OrganizationStatus
from graph.model.partnerships import PartnershipStatus
from seed import events, places
from seed.announced import networks, working_groups
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.store import Progress, is_stored, store

HOUSE = "announced"
"""What the graph remembers them by, once they are loaded."""

_KNOWN = "MATCH (n:Organization) WHERE n.id IN $ids RETURN n.id AS id"


def bodies() -> Mapping[str, str]:
    """The ids of the bodies, by their keys: the same in every graph."""
    return {body["key"]: made_id("org", body["key"]) for body in _told("bodies")}


def build(now: datetime, known: frozenset[str] = frozenset()) -> Sketch:
    """The announced records, written at `now`; bodies whose ids are `known` stay as they are."""
    sketch = Sketch()
    placed = places.add(sketch)
    parties = {body["key"]: _body(sketch, placed, body, now, known) for body in _told("bodies")}
    mou = _partnership(sketch, placed, parties, _told("mou"), now)
    network = _told("network")
    networks.add(sketch, placed, parties[network["secretariat"]], network, _source(network), now)
    groups = _told("working_groups")
    founded = next(thing for thing in sketch.things if thing.label == "Network")
    for body, told in ((founded, groups["network"]), *((mou, one) for one in groups["mou"])):
        working_groups.add(sketch, placed, body, told, _source(told), now)
    events.add(sketch, HOUSE)
    return sketch


async def load_once(database: Database, now: datetime, progress: Progress) -> bool:
    """Load them unless this graph has had them; whether it did."""
    if await is_stored(database, HOUSE):
        return False
    there = await database.rows(_KNOWN, ids=list(bodies().values()))
    sketch = build(now, frozenset(row["id"] for row in there))
    await store(database, sketch, HOUSE, progress)
    return True


def _body(
    sketch: Sketch, placed: Places, body: Mapping[str, Any], now: datetime, known: frozenset[str]
) -> Thing:
    id_ = bodies()[body["key"]]
    if id_ in known:
        return sketch.known("Organization", "id", id_)
    values = {name: body[name] for name in ("kind", "nameFa", "nameEn", "mission", "targetGroups")}
    values |= {"id": id_, "status": OrganizationStatus.LISTED, "nationalIdDoubtful": False}
    deeds = [Deed("ORGANIZATION_LISTED", now)]
    thing = sketch.record("Organization", body["key"], deeds, values | _source(body), demo=False)
    sketch.link(thing, "topics", [placed.topics[slug] for slug in body["topics"]])
    return thing


def _partnership(
    sketch: Sketch, placed: Places, bodies_: Mapping[str, Thing], told: Mapping[str, Any], now: datetime
) -> Thing:
    kept = ("kind", "titleFa", "titleEn", "summary", "termYears", "endsOnWorkedOut", "targetGroups")
    signed = date.fromisoformat(told["signedOn"])
    parties = [bodies_[party["organization"]] for party in told["parties"]]
    values = {
        **{name: told[name] for name in kept},
        **_source(told),
        "signedOn": signed,
        "endsOn": date.fromisoformat(told["endsOn"]),
        "termsVersion": 1,
        "status": PartnershipStatus.SIGNED,
        "visibility": Visibility.PUBLIC,
        "audience": Audience.PUBLIC.value,
        "ownerIds": [party.id for party in parties],
    }
    deeds = [Deed("PARTNERSHIP_DRAFTED", now), *(Deed("PARTNERSHIP_SIGNED", now) for _ in parties)]
    thing = sketch.record("Partnership", told["key"], deeds, values, demo=False)
    for party, row in zip(parties, told["parties"], strict=True):
        office = row["signatoryOffice"]
        sketch.link(thing, "parties", [party], role=row["role"], signatoryOffice=office, signedOn=signed)
    for witness in told["witnesses"]:
        sketch.link(thing, "witnesses", [bodies_[witness["organization"]]], office=witness["office"])
    sketch.link(thing, "regions", [placed.regions[code] for code in told["regions"]])
    sketch.link(thing, "topics", [placed.topics[slug] for slug in told["topics"]])
    for row in told["commitments"]:
        _commitment(sketch, bodies_, thing, row, now)
    return thing


def _commitment(
    sketch: Sketch, bodies_: Mapping[str, Thing], whole: Thing, row: Mapping[str, Any], now: datetime
) -> None:
    values = {name: row[name] for name in ("titleFa", "titleEn")} | {"status": CommitmentStatus.PLANNED}
    deeds = [Deed("COMMITMENT_ADDED", now)]
    thing = sketch.record("Commitment", row["key"], deeds, values, demo=False)
    sketch.link(whole, "commitments", [thing])
    sketch.link(thing, "owedBy", [bodies_[row["owedBy"]]])
    sketch.link(thing, "owedTo", [bodies_[row["owedTo"]]])


def _source(told: Mapping[str, Any]) -> dict[str, Any]:
    """Who published what is told, and when."""
    announcement = _told("announcements")[told["announcement"]]
    day = date.fromisoformat(announcement["sourceDate"])
    return {"source": announcement["source"], "sourceDate": day, "sourceUrl": announcement.get("sourceUrl")}


@cache
def _told(name: str) -> Any:
    folder = files("seed.announced") / "content"
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
