"""What users do with complaints: members complain of what was said, coordinators say why it stays."""

from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_COMPLAINTS
from graph.model.access import Audience
from graph.model.complaints import REMARK
from graph.model.life import Way
from graph.model.remarks import STANDING
from graph.queries import complaints as queries
from graph.queries import records
from graph.queries import remarks as saying
from hub.permissions import acting_organization
from hub.resolvers import remarks
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say


@strawberry.input(description=say("Which complaint is taken back.", "کدام شکایت پس گرفته می‌شود."))
class WithdrawComplaintInput:
    """Takes a complaint back."""

    id: strawberry.ID = strawberry.field(description=say("The complaint.", "شکایت."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


@strawberry.input(description=say("Which complaint is dismissed, and why.", "کدام شکایت و چرا ناوارد است."))
class DismissComplaintInput(WithdrawComplaintInput):
    """Dismisses a complaint."""

    answer: str = gives("Complaint", "answer", required=True)


async def complain(act: Act, given: Any) -> Done:
    """Tell coordinators what is wrong with what another has said; nobody is told who did."""
    organization = acting_organization(act.viewer)
    about = await remarks.found_of(act, given.aboutId, "aboutId", REMARK.labels)
    if organization in about.owners:
        raise ValueRefused("OWN_REMARK", at="aboutId")
    if about.choice("status") is not STANDING:
        raise about.not_from_here(at="aboutId")
    record = await remarks.under(act, about)
    for complaint in await saying.complaints(act.writing, about.id):
        if organization in complaint.owners:
            raise ValueRefused("ALREADY_SAID", at="aboutId", id=complaint.id, ids=[complaint.id])
    if await queries.complained(act.writing, organization) >= MAXIMUM_COMPLAINTS:
        raise ValueRefused("COMPLAINTS_SPENT", maximum=int(MAXIMUM_COMPLAINTS))
    # Of what coordinators do not all read, administrators decide.
    read = saying.is_read_by_coordinators(record)
    made = records.create(
        act.writing,
        act.label,
        values_of(given),
        links_of(given),
        status=act.move.end,
        audience=(Audience.COORDINATORS if read else Audience.OWNERS).value,
        ownerIds=[organization],
    )
    return act.unsigned(made, act.viewer.role.value)


async def withdraw(act: Act, given: WithdrawComplaintInput) -> Done:
    """Take a complaint back."""
    own = await act.own(given)
    act.expect(own)
    return act.unsigned(records.mark(act.writing, own, status=act.move.end), act.viewer.role.value)


async def dismiss(act: Act, given: DismissComplaintInput) -> Done:
    """Say as a coordinator why what was complained of stays."""
    record = await act.found(given.id)
    label, id_ = await queries.about(act.writing, record.id)
    await remarks.may_judge(act, await act.found(id_, label=label), record.owners)
    records.expect_version(record, given.version)
    act.expect(record)
    change = records.edit(act.writing, record, values_of(given), {}, status=act.move.end)
    return act.unsigned(change, act.viewer.role.value)


VERBS = {
    "complain": Verb(complain, Way.CREATE),
    "withdrawComplaint": Verb(withdraw, WithdrawComplaintInput),
    "dismissComplaint": Verb(dismiss, DismissComplaintInput),
}
