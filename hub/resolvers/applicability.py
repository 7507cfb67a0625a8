"""What users do with applicability: say whether another's lesson applies to them, and say it anew."""

from typing import Any

from graph.errors import ValueRefused
from graph.model.applying import ApplicabilityAnswer
from graph.model.life import Way
from graph.queries import remarks as queries
from hub.permissions import acting_organization
from hub.resolvers import remarks
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.remarks import HideInput, RemarkInput

_OF = ("Lesson", "Approach")


async def say_applicability(act: Act, given: Any) -> Done:
    """Say whether the present wording of another's lesson or approach applies to one's organization."""
    organization = acting_organization(act.viewer)
    record = await remarks.found_of(act, given.aboutId, "aboutId", _OF)
    if organization in record.owners:
        raise ValueRefused("OWN_RECORD", at="aboutId")
    remarks.expect_open(record)
    there = await queries.applies(act.writing, record.id, organization)
    if there is not None:
        raise ValueRefused("ALREADY_SAID", at="aboutId", id=there, ids=[there])
    _expect_reason(act, values_of(given))
    more = {"ownerIds": [organization], "wording": record.properties["wording"]}
    return await remarks.said(act, given, "about", record, record, ("organization", organization), **more)


async def edit(act: Act, given: Any) -> Done:
    """Say it anew, of the present wording."""
    own = await act.own(given)
    act.expect(own)
    record = await remarks.under(act, own)
    remarks.expect_open(record)
    values = values_of(given)
    _expect_reason(act, dict(own.properties) | values)
    return await remarks.edited(
        act, own, record, values | {"wording": record.properties["wording"]}, links_of(given)
    )


def _expect_reason(act: Act, values: dict[str, Any]) -> None:
    """Raises ValueRefused VALUE_REQUIRED, TEXT_EMPTY where it does not apply, and nothing says why."""
    if values["answer"] in {ApplicabilityAnswer.DOES_NOT_APPLY, ApplicabilityAnswer.DOES_NOT_APPLY.value}:
        act.said("reason", values.get("reason"))


VERBS = {
    "sayApplicability": Verb(say_applicability, Way.CREATE),
    "editApplicability": Verb(edit, Way.EDIT),
    "withdrawApplicability": Verb(remarks.withdraw, RemarkInput),
    "hideApplicability": Verb(remarks.hide, HideInput),
    "unhideApplicability": Verb(remarks.unhide, RemarkInput),
}
