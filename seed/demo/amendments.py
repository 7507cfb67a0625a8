"""Add the amendments of a partnership: in force, proposed and declined ones."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from graph.model.access import Audience
from graph.model.amendments import AmendedPart, AmendmentStatus
from seed.chance import noon
from seed.content import told
from seed.demo.organizations import Member
from seed.sketch import Deed, Sketch, Thing


def add(sketch: Sketch, members: Mapping[str, Member], whole: Thing, agreement: Mapping[str, Any]) -> None:
    """Add those of a partnership, once its commitments are there."""
    keys = {
        row["key"]: thing.id
        for row, thing in zip(agreement["commitments"], sketch.linked(whole, "commitments"), strict=True)
    }
    for row in told("amendments"):
        if row["partnership"] == agreement["key"]:
            parties = [members[party["organization"]] for party in agreement["parties"]]
            _amendment(sketch, members, whole, parties, {**keys, agreement["key"]: whole.id}, row)


def _amendment(
    sketch: Sketch,
    members: Mapping[str, Member],
    whole: Thing,
    parties: list[Member],
    ids: Mapping[str, str],
    row: Mapping[str, Any],
) -> None:
    status = AmendmentStatus(row["status"])
    proposer = members[row["proposedBy"]]
    others = [party for party in parties if party is not proposer]
    in_force = status is AmendmentStatus.IN_FORCE
    rights = {"audience": whole.properties["audience"], "ownerIds": whole.properties["ownerIds"]}
    thing = sketch.record(
        "Amendment",
        f"amendment {row['key']}",
        _deeds(row, status, proposer, others, members),
        {
            "status": status,
            "reason": row["reason"],
            "step": row.get("step"),
            "standsOn": 1,
            "inForceOn": date.fromisoformat(row["answeredOn"]) if in_force else None,
            "declineReason": row.get("declineReason"),
            **(rights if in_force else rights | {"audience": Audience.OWNERS.value}),
        },
    )
    sketch.link(whole, "amendments", [thing])
    sketch.link(thing, "proposedBy", [proposer.thing])
    sketch.link(thing, "acceptances", [proposer.thing], acceptedOn=date.fromisoformat(row["proposedOn"]))
    if in_force:
        answered = date.fromisoformat(row["answeredOn"])
        sketch.link(thing, "acceptances", [party.thing for party in others], acceptedOn=answered)
    if "declinedBy" in row:
        sketch.link(thing, "declinedBy", [members[row["declinedBy"]].thing])
    changes = [
        {**change, "part": AmendedPart(change["part"]), "about": ids[change["about"]]}
        for change in row["changes"]
    ]
    sketch.parts(thing, "changes", changes)


def _deeds(
    row: Mapping[str, Any],
    status: AmendmentStatus,
    proposer: Member,
    others: list[Member],
    members: Mapping[str, Member],
) -> list[Deed]:
    deeds = [Deed("AMENDMENT_PROPOSED", noon(date.fromisoformat(row["proposedOn"])), proposer.thing)]
    if row["answeredOn"] is None:
        return deeds
    at = noon(date.fromisoformat(row["answeredOn"]))
    if status is AmendmentStatus.DECLINED:
        return [*deeds, Deed("AMENDMENT_DECLINED", at, members[row["declinedBy"]].thing)]
    for minutes, party in enumerate(others):
        deeds.append(Deed("AMENDMENT_ACCEPTED", at + timedelta(minutes=minutes), party.thing))
    return deeds
