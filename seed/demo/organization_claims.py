"""Add the claims of listed organizations: one that waits for a coordinator, and one that was rejected."""

from collections.abc import Mapping
from typing import Any

from graph.model.access import Audience
from graph.model.organization_claims import SUBMITTED, ClaimProof, OrganizationClaimStatus
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.people import at
from seed.sketch import Deed, Sketch

_DECIDED = {"REJECTED": "ORGANIZATION_CLAIM_REJECTED"}


def add(sketch: Sketch, members: Mapping[str, Member]) -> None:
    """Add every claim that the content tells."""
    for row in told("organization_claims"):
        _claim(sketch, members, row)


def _claim(sketch: Sketch, members: Mapping[str, Member], row: Mapping[str, Any]) -> None:
    organization, maker = members[row["organization"]], members[row["madeBy"]].thing
    assert not organization.joined, f"{organization.key} is a member, and is asked for no more"
    deeds = [Deed("ORGANIZATION_CLAIM_SUBMITTED", at(row["submitted"]), maker)]
    status = OrganizationClaimStatus(row["status"]) if "status" in row else SUBMITTED
    if status is not SUBMITTED:
        deeds.append(Deed(_DECIDED[status.value], at(row["decided"])))
    values = {
        "status": status,
        "office": row["office"],
        "proof": ClaimProof.DOCUMENT,
        "document": row["document"],
        "reason": row.get("reason"),
        "audience": Audience.COORDINATORS.value,
        "ownerIds": [maker.id],
    }
    thing = sketch.record("OrganizationClaim", f"claim {organization.key}", deeds, values)
    sketch.link(thing, "organization", [organization.thing])
    sketch.link(thing, "madeBy", [maker])
