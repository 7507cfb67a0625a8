"""What users do with adoptions: adopt a wording, tell what came of it, say that it holds for a new one."""

from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.adoptions import AdoptionOutcome
from graph.model.common import RecordStatus
from graph.model.ids import new_id
from graph.model.life import Way
from graph.model.stored import stored
from graph.queries import adoptions as queries
from graph.queries import records
from graph.queries.adoptions import Told
from graph.queries.records import Record
from hub.permissions import acting_organization
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created
from hub.texts import say

_WHICH = say("The adoption of yours.", "به‌کارگیری خودتان.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("What came of an adoption.", "چه از به‌کارگیری برآمد."))
class RecordOutcomeInput:
    """Records an outcome."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    outcome: AdoptionOutcome = gives("Adoption", "outcome", required=True)
    outcome_note: str | None = gives("Adoption", "outcomeNote")
    file_ids: list[strawberry.ID] | None = gives("Adoption", "files")
    corrects_id: strawberry.ID | None = strawberry.field(
        default=None,
        description=say(
            "The outcome of it that this one corrects; without it, this is what came of it meanwhile.",
            "پیامدی که این آن را تصحیح می‌کند؛ اگر نیاید، این پیامدی است که از آن پس برآمد.",
        ),
    )


@strawberry.input(
    description=say("For which wording an outcome holds, too.", "پیامد برای کدام متن هم درست است.")
)
class ConfirmOutcomeInput:
    """Confirms an outcome for a wording."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    wording: int = strawberry.field(
        description=say("The present wording, which you have read.", "متن کنونی، که خوانده‌اید.")
    )


async def adopt(act: Act, given: Any) -> Done:
    """Say that the viewer's organization applies another's lesson or approach, in its present wording."""
    adopter = acting_organization(act.viewer)
    label = "Approach" if given.adoptedId.startswith("app_") else "Lesson"
    adopted = await act.found(given.adoptedId, at="adoptedId", label=label)
    if adopter in adopted.owners:
        raise ValueRefused("OWN_LESSON")
    _expect_published(adopted)
    values, wording = values_of(given), adopted.properties["wording"]
    _expect_wording(adopted, values.get("wording"))
    if await queries.is_adopted(act.writing, adopted.id, adopter):
        raise ValueRefused("ALREADY_ADOPTED")
    values |= {"wording": wording, "holdsFor": [wording], "adoptedVersion": adopted.properties["version"]}
    return act.done(await created(act, adopter, values, links_of(given)))


def _expect_published(record: Record) -> None:
    if record.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED")


def _expect_wording(adopted: Record, read: int | None) -> None:
    """Raises ValueRefused WORDING_CHANGED unless what was read is the present wording."""
    current = adopted.properties["wording"]
    if read is not None and read != current:
        raise ValueRefused("WORDING_CHANGED", at="wording", given=read, current=current)


async def record_outcome(act: Act, given: RecordOutcomeInput) -> Done:
    """Say what came of an adoption; what was told before stays, and the last telling counts.

    A correction takes the place of what it corrects: that of an earlier telling is not the last word.
    """
    record = await act.own(given)
    _expect_published(record)
    told = await queries.outcomes(act.writing, record.id)
    telling = _telling(told, given.corrects_id)
    now, values = act.writing.parameters["now"], values_of(given)
    outcome = {
        "id": new_id("out"),
        "outcome": values["outcome"],
        "note": values.get("outcomeNote"),
        "recordedAt": now,
        "telling": telling,
        "corrected": False,
    }
    node = MODEL.nodes["Outcome"]
    try:
        kept = stored(node, outcome)
    except ValueRefused as error:  # Its note is all that can be wrong; clients give it under another name.
        error.at = "outcomeNote"
        raise
    await queries.tell(act.writing, record.id, kept, given.corrects_id)
    if telling < max((one.telling for one in told), default=0):
        links = links_of(given)
        change = records.edit(act.writing, record, {}, links) if links else records.mark(act.writing, record)
        return act.done(change)
    current = {"outcomeNote": None, **values}
    return act.done(records.edit(act.writing, record, current, links_of(given), outcomeRecordedAt=now))


def _telling(told: list[Told], corrects: str | None) -> int:
    """Which telling it is. Raises ValueRefused NOT_FOUND, ALREADY_CORRECTED."""
    if corrects is None:
        return max((one.telling for one in told), default=0) + 1
    found = next((one for one in told if one.id == corrects), None)
    if found is None:
        raise ValueRefused("NOT_FOUND", at="correctsId")
    if found.corrected:
        raise ValueRefused("ALREADY_CORRECTED", at="correctsId")
    return found.telling


async def confirm_outcome(act: Act, given: ConfirmOutcomeInput) -> Done:
    """Say that what came of an adoption holds for the present wording of what was adopted."""
    record = await act.own(given)
    act.expect(record)
    if record.properties.get("outcome") is None:
        raise ValueRefused("OUTCOME_NEEDED")
    label, id_ = await queries.adopted(act.writing, record.id)
    adopted = await act.found(id_, label=label)
    _expect_published(adopted)
    _expect_wording(adopted, given.wording)
    if given.wording in record.properties["holdsFor"]:
        raise ValueRefused("WORDING_CONFIRMED")
    if await queries.is_adopted(act.writing, adopted.id, record.owners[0]):
        raise ValueRefused("ALREADY_ADOPTED")
    held = [*record.properties["holdsFor"], given.wording]
    return act.done(records.mark(act.writing, record, holdsFor=held))


VERBS = {
    "adopt": Verb(adopt, Way.CREATE),
    "recordOutcome": Verb(record_outcome, RecordOutcomeInput),
    "confirmOutcome": Verb(confirm_outcome, ConfirmOutcomeInput),
}
