"""What users do with roles in programs: name another organization in a program, confirm or refuse it."""

import strawberry

from graph.model.program_roles import PROGRAM_ROLE_CLAIM
from graph.queries.naming import Naming
from hub.resolvers.given import gives
from hub.resolvers.moves import Verb
from hub.resolvers.naming import confirming, naming_check, refusing
from hub.texts import say

_NAMING = Naming("Program", "organizations", PROGRAM_ROLE_CLAIM.label)
_WHICH = say(
    "The claim that your organization is asked about.", "اظهاری که از سازمان شما دربارهٔ آن پرسیده شده."
)
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("Which role is so.", "کدام نقش درست است."))
class ConfirmProgramRoleInput:
    """Confirms a role in a program."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(description=say("Which role your organization does not have.", "نقشی که سازمان شما ندارد."))
class RefuseProgramRoleInput:
    """Refuses a role in a program."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives(PROGRAM_ROLE_CLAIM.label, "reason")


VERBS = {
    "confirmProgramRole": Verb(confirming(_NAMING), ConfirmProgramRoleInput),
    "refuseProgramRole": Verb(refusing(_NAMING), RefuseProgramRoleInput),
}
CHECKS = {"Program": naming_check(_NAMING)}
