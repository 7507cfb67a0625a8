"""Add the demo's partnerships, with what is owed under them."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from graph.model.common import RecordStatus, Visibility
from graph.model.partnerships import PartnershipStatus
from seed.chance import moment, noon
from seed.content import told
from seed.demo import amendments, commitments
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, rights
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import JOINED

_VISIBILITY = {"south-boats": Visibility.MEMBERS, "aras-sewing": Visibility.PARTNERS}
"""All others may be read by everybody, once they are signed."""

RENEWED = "tehran-data-work"
"""This one goes on from an earlier partnership of the same parties."""


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> dict[str, Thing]:
    """Add them all; by their keys."""
    found = {}
    for agreement in told("partnerships"):
        thing = found[agreement["key"]] = _partnership(sketch, members, agreement)
        _place(sketch, places, members, agreement, thing)
        if agreement["key"] == RENEWED:
            before = _partnership(sketch, members, _earlier(agreement))
            _place(sketch, places, members, agreement, before)
            sketch.link(thing, "renews", [before])
    return found


def _earlier(agreement: Mapping[str, Any]) -> dict[str, Any]:
    """The partnership that this one renews: the same parties, its own days, texts and commitment."""
    before = {"key": f"{agreement['key']}-before", "status": PartnershipStatus.RENEWED.value}
    return {**agreement, **agreement["before"], **before}


def _partnership(sketch: Sketch, members: Mapping[str, Member], agreement: Mapping[str, Any]) -> Thing:
    key = f"partnership {agreement['key']}"
    parties = [members[party["organization"]].thing for party in agreement["parties"]]
    status = PartnershipStatus(agreement["status"])
    deeds = _deeds(key, agreement, parties)
    visible = RecordStatus.DRAFT if status is PartnershipStatus.DRAFT else RecordStatus.PUBLISHED
    standing = Standing(visible, _VISIBILITY.get(agreement["key"], Visibility.PUBLIC))
    days = {name: _day(agreement[name]) for name in ("signedOn", "startsOn", "endsOn")}
    kept = {name: agreement[name] for name in ("kind", "titleFa", "titleEn", "summary")}
    changed = [place for place, deed in enumerate(deeds, start=1) if deed.kind in _AMENDED]
    terms = {"termsVersion": changed[-1] if changed else 1}
    values = {**kept, **days, **terms, "status": status, **rights(parties, standing)}
    thing = sketch.record("Partnership", key, deeds, values)
    for party, row in zip(parties, agreement["parties"], strict=True):
        office = row["signatoryOffice"]
        signed = {"role": row["role"], "signatoryOffice": office, "signedOn": days["signedOn"]}
        sketch.link(thing, "parties", [party], **signed)
    for witness in agreement["witnesses"]:
        sketch.link(thing, "witnesses", [members[witness["organization"]].thing], office=witness["office"])
    for commitment in agreement["commitments"]:
        commitments.add(sketch, members, thing, commitment)
    amendments.add(sketch, members, thing, agreement)
    return thing


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_AFTER = {
    PartnershipStatus.DRAFT: (),
    PartnershipStatus.SIGNED: (),
    PartnershipStatus.ACTIVE: ("PARTNERSHIP_ACTIVATED",),
    PartnershipStatus.SUSPENDED: ("PARTNERSHIP_ACTIVATED",),  # It is suspended by an amendment.
    PartnershipStatus.ENDED: ("PARTNERSHIP_ACTIVATED", "PARTNERSHIP_ENDED"),
    PartnershipStatus.RENEWED: ("PARTNERSHIP_ACTIVATED", "PARTNERSHIP_RENEWED"),
}
"""What happened to a partnership of that status after it was signed, if it was."""
_AMENDED = {"PARTNERSHIP_AMENDED", "PARTNERSHIP_SUSPENDED"}
"""What comes of an amendment, and so makes new terms."""


def _deeds(key: str, agreement: Mapping[str, Any], parties: list[Thing]) -> list[Deed]:
    """What happened on its own day, or (before the hub was there) when it was put on record."""
    signed, starts, ends = (_day(agreement[name]) for name in ("signedOn", "startsOn", "endsOn"))
    earliest = JOINED if signed is None else max(JOINED, noon(signed) - timedelta(days=12))
    drafted = moment(f"{key} drafted", earliest, earliest + timedelta(days=9))
    deeds = [Deed("PARTNERSHIP_DRAFTED", drafted, parties[0])]
    if signed is None:
        return deeds
    at = max(noon(signed), drafted + timedelta(hours=1))
    for minutes, party in enumerate(parties):
        deeds.append(Deed("PARTNERSHIP_SIGNED", at + timedelta(minutes=5 * minutes), party))
    for kind in _AFTER[PartnershipStatus(agreement["status"])]:
        own = {"PARTNERSHIP_ACTIVATED": starts, "PARTNERSHIP_ENDED": ends}.get(kind)
        at = max(noon(own or date(2026, 2, 20)), deeds[-1].at + timedelta(minutes=30))
        deeds.append(Deed(kind, at, parties[0]))
    for row in told("amendments"):
        if row["partnership"] == agreement["key"] and row["status"] == "IN_FORCE":
            fields = {change["field"] for change in row["changes"]}
            kind = "PARTNERSHIP_SUSPENDED" if "status" in fields else "PARTNERSHIP_AMENDED"
            at = noon(date.fromisoformat(row["answeredOn"])) + timedelta(hours=1)
            deeds.append(Deed(kind, at, parties[-1]))
    return deeds


def _place(
    sketch: Sketch, places: Places, members: Mapping[str, Member], agreement: Mapping[str, Any], thing: Thing
) -> None:
    """Where its parties are, and the topics most of them share."""
    parties = [members[party["organization"]] for party in agreement["parties"]]
    provinces = dict.fromkeys(party.province for party in parties)
    topics = Counter(slug for party in parties for slug in party.told["topics"])
    sketch.link(thing, "regions", [places.regions[code] for code in provinces])
    sketch.link(thing, "topics", [places.topics[slug] for slug, _ in topics.most_common(3)])
