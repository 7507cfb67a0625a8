"""Name organizations in an experience: most have confirmed it, some have not answered yet."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.model.access import Audience
from graph.model.participations import CLAIMED, CONFIRMED
from seed.chance import moment, share
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

_UNANSWERED = 0.08
_ASKED_OF = {Audience.PUBLIC.value, Audience.MEMBERS.value, Audience.PARTNERS.value}
"""Only who reads an experience with its author can be asked about it."""


def named(
    sketch: Sketch, experience: Thing, other: Thing, said: Mapping[str, Any], published: datetime | None
) -> None:
    """Name `other` in an experience that was published at that time, in a role and since when until when."""
    key = f"{experience.id} {other.id} {said['role'].value}"
    asked = published is not None and experience.properties["audience"] in _ASKED_OF
    confirmed = asked and share(f"{key} unanswered") >= _UNANSWERED
    created = experience.properties["createdAt"]
    answered = moment(f"{key} answered", published, TOLD) if confirmed and published else created
    values = {
        **said,
        "status": CONFIRMED if confirmed else CLAIMED,
        "version": 2 if confirmed else 1,
        "createdAt": created,
        "updatedAt": answered,
        "demo": True,
        "audience": Audience.OWNERS.value,
        "ownerIds": [*experience.properties["ownerIds"], other.id],
        "askedId": other.id,
    }
    claim = sketch.plain("ParticipationClaim", key, values)
    sketch.link(claim, "experience", [experience])
    sketch.link(claim, "organization", [other])
    if confirmed:
        sketch.link(experience, "participants", [other], **said)
        sketch.deeds.append((Deed("PARTICIPATION_CONFIRMED", answered, other), claim))
