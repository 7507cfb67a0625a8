"""What users do with processes: write and propose an edition; as who keeps the network, decide on it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.decisions import APPROVED
from graph.model.life import Way
from graph.model.networks import DISSOLVED
from graph.model.processes import DRAFT, PROCESS, PROPOSED, STANDARD, SUPERSEDED
from graph.queries import processes as queries
from graph.queries import records
from graph.queries.processes import Place
from graph.queries.records import Link, Record
from hub.permissions import may_change
from hub.resolvers import publishing
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_WIDE = (Visibility.PUBLIC, Visibility.MEMBERS)
"""What a network is to decide on, its members can read."""

_WHICH = say("The process that is proposed to your network.", "فرایندی که به شبکهٔ شما پیشنهاد شده است.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("What a proposal still lacks.", "پیشنهاد هنوز چه کم دارد."))
class ReturnProcessInput:
    """Gives a proposal back."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str = gives(PROCESS.label, "reason", required=True)


@strawberry.input(
    description=say("What becomes a standard of your network.", "چه چیز استاندارد شبکهٔ شما می‌شود.")
)
class AdoptProcessInput:
    """Makes a proposal a standard."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    adopted_on: date | None = gives(PROCESS.label, "adoptedOn")
    decision_id: strawberry.ID | None = gives(PROCESS.label, "decision")


@strawberry.input(
    description=say("What is no longer a standard of your network.", "چه چیز دیگر استاندارد شبکهٔ شما نیست.")
)
class RepealProcessInput:
    """Repeals a standard."""

    id: strawberry.ID = strawberry.field(
        description=say("The standard of your network.", "استاندارد شبکهٔ شما.")
    )
    version: int = strawberry.field(description=_VERSION)
    reason: str = gives(PROCESS.label, "reason", required=True)


# -- its author ------------------------------------------------------------------------------------


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Number the edition by the one it replaces, which is a standard of the same network."""
    before = None if record is None else await queries.place(act.writing, record.id)
    if before is not None and not {"network", "replaces"} & links.keys():
        return
    network = _target(links, "network", None if before is None else before.network)
    replaced = _target(links, "replaces", None if before is None else before.replaced)
    if record is not None and before is not None and network != before.network:
        _expect_draft(record)
    values["edition"] = 1 if replaced is None else await _next(act, replaced, network, at="replaces")


def _target(links: dict[str, Sequence[Link]], name: str, before: str | None) -> str | None:
    return next((link.id for link in links[name]), None) if name in links else before


def _expect_draft(record: Record) -> None:
    """Raises ValueRefused WRONG_STATUS: another network is asked by a proposal of its own."""
    if record.choice("status") is not DRAFT:
        raise record.not_from_here(at="network")


async def _next(act: Act, replaced: str, network: str | None, at: str | None = None) -> int:
    """The number of the edition after one that is the standard. Raises ValueRefused NOT_THE_STANDARD."""
    found = await act.found(replaced, at=at or "id")
    stands = found.choice("status") is STANDARD
    if not stands or await queries.standard_of(act.writing, found.id) != network:
        raise ValueRefused("NOT_THE_STANDARD", at=at)
    return int(found.properties["edition"]) + 1


async def edit(act: Act, given: Any) -> Done:
    """Change what the network has not decided on."""
    record = await act.own(given)
    act.expect(record)
    values, links = values_of(given), links_of(given)
    await check(act, record, values, links)
    visibility = values.get("visibility") or Visibility(record.properties["visibility"])
    publishing.expect_possible(act.node, visibility)
    readers = Audience.OWNERS
    if record.choice("status") is PROPOSED:
        readers = _readers(visibility, at="visibility")
    return act.done(records.edit(act.writing, record, values, links, audience=readers.value))


def _readers(visibility: Visibility, at: str | None = None) -> Audience:
    """Who reads what is proposed. Raises ValueRefused VISIBILITY_TOO_NARROW."""
    if visibility not in _WIDE:
        raise ValueRefused("VISIBILITY_TOO_NARROW", at=at)
    return audience(RecordStatus.PUBLISHED, visibility)


async def propose(act: Act, given: Any) -> Done:
    """Let the network decide on a draft."""
    record = await act.own(given)
    act.expect(record)
    readers = _readers(Visibility(record.properties["visibility"]))
    place = await queries.place(act.writing, record.id)
    await _expect_network(act, place)
    if place.replaced is not None:
        await _next(act, place.replaced, place.network)
    now = act.writing.parameters["now"]
    told = {"status": act.move.end, "audience": readers.value, "proposedAt": now, "reason": None}
    return act.done(records.mark(act.writing, record, **told))


async def _expect_network(act: Act, place: Place) -> None:
    """Raises ValueRefused NOT_FOUND, WRONG_STATUS where the network is no longer there to decide."""
    network = await act.found(place.network, label="Network")
    if network.choice("status") is DISSOLVED:
        raise network.not_from_here()


async def withdraw(act: Act, given: Any) -> Done:
    """Take back what the network has not decided on."""
    record = await act.own(given)
    act.expect(record)
    told = {"status": act.move.end, "audience": Audience.OWNERS.value}
    return act.done(records.mark(act.writing, record, **told))


# -- the network -----------------------------------------------------------------------------------


async def give_back(act: Act, given: ReturnProcessInput) -> Done:
    """Give a proposal back to its author, who alone reads it then."""
    record, _ = await _to_decide(act, given)
    told = {"reason": act.said("reason", given.reason), "audience": Audience.OWNERS.value}
    return act.done(records.mark(act.writing, record, status=act.move.end, **told))


async def adopt(act: Act, given: AdoptProcessInput) -> Done:
    """Make a proposal the standard; the edition it replaces no longer is."""
    record, place = await _to_decide(act, given)
    await _expect_network(act, place)
    if place.replaced is not None:
        await _supersede(act, place)
    values = values_of(given)
    values["adoptedOn"] = values.get("adoptedOn") or act.writing.parameters["today"]
    links = links_of(given)
    for link in links.get("decision", ()):
        await _expect_decided(act, str(link.id), place.network)
    links["standardOf"] = [Link(place.network)]
    changed = records.edit(act.writing, record, values, links, status=act.move.end, reason=None)
    return act.done(changed)


async def _supersede(act: Act, place: Place) -> None:
    """Raises ValueRefused NOT_THE_STANDARD where another has taken its place meanwhile."""
    assert place.replaced is not None
    await _next(act, place.replaced, place.network)
    before = await act.found(place.replaced)
    change = records.mark(act.writing, before, status=SUPERSEDED)
    await act.follow("PROCESS_SUPERSEDED", before, change)


async def _expect_decided(act: Act, decision: str, network: str) -> None:
    """Raises ValueRefused NOT_FOUND, WRONG_STATUS, DECIDED_ELSEWHERE."""
    found = await act.found(decision, at="decision", label="Decision")
    if found.choice("status") is not APPROVED:
        raise found.not_from_here(at="decision")
    if not await queries.is_decided_for(act.writing, decision, network):
        raise ValueRefused("DECIDED_ELSEWHERE", at="decision")


async def repeal(act: Act, given: RepealProcessInput) -> Done:
    """Have it as a standard no longer; whoever follows it can read it on."""
    record, _ = await _to_decide(act, given)
    reason = act.said("reason", given.reason)
    return act.done(records.mark(act.writing, record, status=act.move.end, reason=reason))


async def _to_decide(act: Act, given: Any) -> tuple[Record, Place]:
    """The process, locked, and its network, which the viewer's organization keeps today.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    record = await act.found(given.id)
    place = await queries.place(act.writing, record.id)
    may_change(act.viewer, place.keepers)
    records.expect_version(record, given.version)
    act.expect(record)
    return record, place


VERBS = {
    "editProcess": Verb(edit, Way.EDIT),
    "proposeProcess": Verb(propose, Way.GO),
    "withdrawProcess": Verb(withdraw, Way.WITHDRAW),
    "returnProcess": Verb(give_back, ReturnProcessInput),
    "adoptProcess": Verb(adopt, AdoptProcessInput),
    "repealProcess": Verb(repeal, RepealProcessInput),
}
CHECKS = {PROCESS.label: check}
