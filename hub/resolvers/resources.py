"""What users do with resources by rules of their own: exchange them, and confirm the delivery."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.life import Way
from graph.model.resources import ExchangeStatus
from graph.queries import records
from graph.queries import resources as queries
from graph.queries.records import Link, Record
from graph.queries.resources import NEED, OFFER, Ledger, Sides
from hub.permissions import acting_organization
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

# -- offers and needs ------------------------------------------------------------------------------


async def check(
    act: Act, record: Record | None, values: dict[str, Any], _links: dict[str, Sequence[Link]]
) -> None:
    """An amount has its unit; what is promised of an offer stays promised."""
    if record is None:
        _has_unit(values)
        return
    changed = {**record.properties, **values}
    _has_unit(changed)
    ledger = await queries.ledger(act.writing, record)
    ledger.expect_kept(changed)
    values["fulfillment"] = Ledger(Record(record.id, record.label, changed), ledger.exchanges).fulfillment()


def _has_unit(values: Mapping[str, Any]) -> None:
    if values.get("amount") is not None and values.get("amountUnit") is None:
        raise ValueRefused("AMOUNT_NEEDS_UNIT", at="amountUnit")


# -- exchanges -------------------------------------------------------------------------------------


_STEP = say("An exchange that goes one step on.", "تبادلی که یک گام پیش می‌رود.")


@strawberry.input(description=_STEP)
class ExchangeStep:
    """A step of an exchange."""

    id: strawberry.ID = strawberry.field(
        description=say("The exchange that you are a side of.", "تبادلی که در آن طرف هستید.")
    )
    version: int | None = strawberry.field(
        default=None,
        description=say(
            "Give the version you have read where it must still be that one.",
            "نسخه‌ای که خوانده‌اید، اگر باید هنوز همان باشد.",
        ),
    )


async def propose_exchange(act: Act, given: Any) -> Done:
    """Propose to take an offer, or to meet a need, of another organization."""
    acting = acting_organization(act.viewer)
    offer = await _open(act, OFFER, given.offerId, "offerId")
    need = await _open(act, NEED, given.needId, "needId")
    sides = _sides(acting, offer, need)
    values = values_of(given)
    _has_unit(values)
    ledgers = [await queries.ledger(act.writing, record) for record in (offer, need) if record is not None]
    queries.fill(values, ledgers)
    for ledger in ledgers:
        ledger.check_room(values)
    links = {
        **links_of(given),
        "provider": [Link(sides.provider)],
        "receiver": [Link(sides.receiver)],
        "proposedBy": [Link(acting)],
    }
    change = records.create(
        act.writing,
        act.label,
        values,
        links,
        status=ExchangeStatus.PROPOSED,
        audience=Audience.OWNERS.value,
        ownerIds=[sides.provider, sides.receiver],
    )
    return act.done(change)


def _sides(acting: str, offer: Record | None, need: Record | None) -> Sides:
    """Who provides and who receives: `acting` stands where there is no offer, or no need."""
    provider = offer.owners[0] if offer else acting
    receiver = need.owners[0] if need else acting
    if provider == receiver:
        raise ValueRefused("SAME_ORGANIZATION" if offer and need else "NO_COUNTERPART")
    if acting not in {provider, receiver}:
        raise ValueRefused("NOT_ALLOWED")
    return Sides(provider, receiver, acting)


async def _open(act: Act, label: str, id_: Any, argument: str) -> Record | None:
    if not isinstance(id_, str):
        return None
    record = await act.found(id_, at=argument, label=label)
    try:
        queries.expect_open(record)
    except ValueRefused as error:
        raise error.within(argument) from None
    return record


async def accept_exchange(act: Act, given: ExchangeStep) -> Done:
    """Accept what the other side has proposed, if there is still enough."""
    step = await _step(act, given)
    step.expect_answer()
    for record in step.held:
        queries.expect_open(record)
        (await queries.ledger(act.writing, record)).check_room(step.exchange.properties)
    return await step.to(ExchangeStatus.ACCEPTED)


async def decline_exchange(act: Act, given: ExchangeStep) -> Done:
    """Decline what the other side has proposed."""
    step = await _step(act, given)
    step.expect_answer()
    return await step.to(ExchangeStatus.DECLINED)


async def cancel_exchange(act: Act, given: ExchangeStep) -> Done:
    """Cancel one's own proposal, or, from either side, what was accepted."""
    step = await _step(act, given)
    act.expect(step.exchange)
    if step.status is ExchangeStatus.PROPOSED and step.acting != step.sides.proposer:
        raise ValueRefused("NOT_ALLOWED")
    return await step.to(ExchangeStatus.CANCELLED)


async def confirm_delivery(act: Act, given: ExchangeStep) -> Done:
    """Confirm for one's own side that it was handed over; delivered once both have."""
    step = await _step(act, given)
    mine, other = "providerConfirmedAt", "receiverConfirmedAt"
    if step.acting == step.sides.receiver:
        mine, other = other, mine
    confirmed = step.exchange.properties
    if step.status in {ExchangeStatus.ACCEPTED, ExchangeStatus.DELIVERED} and mine in confirmed:
        raise ValueRefused("ALREADY_CONFIRMED")
    act.expect(step.exchange)
    now = act.writing.parameters["now"]
    if other in confirmed:
        return await step.to(ExchangeStatus.DELIVERED, **{mine: now, "deliveredAt": now})
    return await step.to(ExchangeStatus.ACCEPTED, **{mine: now})


@dataclass(frozen=True, slots=True)
class _Step:
    """An exchange that one of its sides moves on, locked with its offer and its need."""

    act: Act
    exchange: Record
    held: Sequence[Record]
    sides: Sides
    acting: str

    @property
    def status(self) -> ExchangeStatus:
        return ExchangeStatus(self.exchange.properties["status"])

    def expect_answer(self) -> None:
        """Raises ValueRefused unless the other side has proposed it, and waits."""
        if self.acting == self.sides.proposer:
            raise ValueRefused("NOT_ALLOWED")
        self.act.expect(self.exchange)

    async def to(self, status: ExchangeStatus, **values: Any) -> Done:
        writing = self.act.writing
        await writing.send(records.edit(writing, self.exchange, {}, {}, status=status, **values))
        await queries.settle(writing, self.held)
        return self.act.sent(self.exchange.id)


async def _step(act: Act, given: ExchangeStep) -> _Step:
    """Raises ValueRefused NOT_FOUND, NOT_ALLOWED (whoever reads it as an administrator), VERSION_CHANGED."""
    exchange = await act.found(given.id)
    acting = acting_organization(act.viewer)
    if acting not in exchange.owners:
        raise ValueRefused("NOT_ALLOWED")
    if given.version is not None:
        records.expect_version(exchange, given.version)
    held = await queries.held(act.writing, exchange.id)
    return _Step(act, exchange, held, await queries.sides(act.writing, exchange.id), acting)


VERBS = {
    "proposeExchange": Verb(propose_exchange, Way.CREATE),
    "acceptExchange": Verb(accept_exchange, ExchangeStep),
    "declineExchange": Verb(decline_exchange, ExchangeStep),
    "cancelExchange": Verb(cancel_exchange, ExchangeStep),
    "confirmDelivery": Verb(confirm_delivery, ExchangeStep),
}
CHECKS = {OFFER: check, NEED: check}
