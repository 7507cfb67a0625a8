"""What users do with participations: name another organization in an experience, confirm or refuse it."""

import strawberry

from graph.model.participations import PARTICIPATION_CLAIM
from graph.queries.naming import Naming
from hub.resolvers.given import gives
from hub.resolvers.moves import Verb
from hub.resolvers.naming import confirming, naming_check, refusing
from hub.texts import say

_NAMING = Naming("Experience", "participants", PARTICIPATION_CLAIM.label)
_WHICH = say(
    "The claim that your organization is asked about.", "اظهاری که از سازمان شما دربارهٔ آن پرسیده شده."
)
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("Which participation is so.", "کدام همراهی درست است."))
class ConfirmParticipationInput:
    """Confirms a participation."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(
    description=say("Where your organization is not to stand.", "جایی که نام سازمان شما نباید باشد.")
)
class RefuseParticipationInput:
    """Refuses a participation."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives(PARTICIPATION_CLAIM.label, "reason")


VERBS = {
    "confirmParticipation": Verb(confirming(_NAMING), ConfirmParticipationInput),
    "refuseParticipation": Verb(refusing(_NAMING), RefuseParticipationInput),
}
CHECKS = {"Experience": naming_check(_NAMING)}
