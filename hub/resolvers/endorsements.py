"""What users do with endorsements: sign a campaign in the wording they have read, and sign a new one, too."""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.campaigns import CAMPAIGN
from graph.model.common import RecordStatus
from graph.model.endorsements import ENDORSEMENT
from graph.queries import endorsements as queries
from graph.queries import records
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say


@strawberry.input(
    description=say("Which signature holds for the present wording, too.", "کدام امضا برای متن کنونی هم هست.")
)
class ConfirmEndorsementInput:
    """Signs the present wording, too."""

    id: strawberry.ID = strawberry.field(description=say("The signature of yours.", "امضای سازمان شما."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    wording: int = strawberry.field(
        description=say(
            "The present wording of the campaign, which you have read.",
            "متن کنونی کارزار، که خوانده‌اید.",
        )
    )


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Whoever signs, signs once, what another asks for and still asks for, as it is worded now.

    Raises ValueRefused OWN_CAMPAIGN, NOT_PUBLISHED, CAMPAIGN_CLOSED, WORDING_CHANGED, ALREADY_ENDORSED.
    """
    if record is not None:
        return
    (link,) = links["campaign"]
    campaign = await act.found(str(link.id), at="campaign", label=CAMPAIGN.label)
    who = acting_organization(act.viewer)
    if who in campaign.owners:
        raise ValueRefused("OWN_CAMPAIGN", at="campaign")
    _expect_open(campaign, values["wording"], at="campaign")
    if await queries.is_signed(act.writing, campaign.id, who):
        raise ValueRefused("ALREADY_ENDORSED", at="campaign")


def _expect_open(campaign: Record, read: int, at: str | None = None) -> None:
    """Raises ValueRefused unless a campaign can be signed, and in the wording that was read."""
    if campaign.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED", at=at)
    if campaign.properties.get("closedOn") is not None:
        raise ValueRefused("CAMPAIGN_CLOSED", at=at)
    current = campaign.properties["wording"]
    if read != current:
        raise ValueRefused("WORDING_CHANGED", at="wording", given=read, current=current)


async def confirm(act: Act, given: ConfirmEndorsementInput) -> Done:
    """Sign the present wording of a campaign whose earlier one is signed."""
    record = await act.own(given)
    act.expect(record)
    campaign = await act.found(await queries.campaign(act.writing, record.id), label=CAMPAIGN.label)
    _expect_open(campaign, given.wording)
    if record.properties["wording"] == given.wording:
        raise ValueRefused("ALREADY_ENDORSED")
    return act.done(records.mark(act.writing, record, wording=given.wording))


VERBS = {"confirmEndorsement": Verb(confirm, ConfirmEndorsementInput)}
CHECKS = {ENDORSEMENT.label: check}
