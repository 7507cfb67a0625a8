"""What users do with resources: offer, ask for, exchange, and confirm that they were handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import strawberry

from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.events import EventKind
from graph.model.resources import ExchangeStatus, Fulfillment
from graph.queries import records
from graph.queries import resources as queries
from graph.queries.records import Link, Record, Writing
from graph.queries.resources import EXCHANGE, NEED, OFFER, Ledger, Sides
from hub.context import Context
from hub.permissions import acting_organization
from hub.resolvers import publishing
from hub.resolvers.write import Done, links_of, values_of, write

if TYPE_CHECKING:
    from hub.schema import payloads
    from hub.schema import resources as schema

Info = strawberry.Info[Context, Any]


# -- offers and needs ------------------------------------------------------------------------------


async def offer_resource(info: Info, given: "schema.OfferResourceInput", key: str | None) -> Any:
    """Publish an offer of the viewer's organization."""
    return await _publish(info, OFFER, given, key, EventKind.RESOURCE_OFFERED)


async def need_resource(info: Info, given: "schema.NeedResourceInput", key: str | None) -> Any:
    """Publish a need of the viewer's organization."""
    return await _publish(info, NEED, given, key, EventKind.RESOURCE_NEEDED)


async def edit_offer(info: Info, given: "schema.EditOfferInput", key: str | None) -> Any:
    """Change an offer; what is promised of it stays promised."""
    return await _edit(info, OFFER, given, key)


async def edit_need(info: Info, given: "schema.EditNeedInput", key: str | None) -> Any:
    """Change a need."""
    return await _edit(info, NEED, given, key)


async def withdraw_offer(info: Info, given: "payloads.WithdrawInput", key: str | None) -> Any:
    """Take an offer back, unless an accepted exchange holds it."""
    return await _withdraw(info, OFFER, given, key)


async def withdraw_need(info: Info, given: "payloads.WithdrawInput", key: str | None) -> Any:
    """Take a need back, unless an accepted exchange holds it."""
    return await _withdraw(info, NEED, given, key)


async def _publish(info: Info, label: str, given: Any, key: str | None, kind: EventKind) -> Any:
    async def work(writing: Writing) -> Done:
        owner = acting_organization(info.context.viewer)
        values = values_of(given, label)
        if given.visibility is Visibility.ANONYMIZED:
            raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")
        _check(values)
        made = await records.create(
            writing,
            label,
            values,
            {**links_of(given, label), "publisher": [Link(owner)]},
            status=RecordStatus.PUBLISHED,
            publishedAt=writing.parameters["now"],
            fulfillment=Fulfillment.OPEN,
            audience=audience(RecordStatus.PUBLISHED, given.visibility).value,
            ownerIds=[owner],
        )
        return Done(kind, made)

    return await write(info, label, given, key, work)


async def _edit(info: Info, label: str, given: Any, key: str | None) -> Any:
    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, label, given.id, given.version)
        values = values_of(given, label)
        changed = {**record.properties, **values}
        _check(changed)
        ledger = await queries.ledger(writing, record)
        ledger.expect_kept(changed)
        now = Ledger(Record(record.id, label, changed), ledger.exchanges).fulfillment()
        links = links_of(given, label)
        await publishing.edit(writing, record, {**values, "fulfillment": now}, links)
        return Done(EventKind.RESOURCE_EDITED, record.id)

    return await write(info, label, given, key, work)


async def _withdraw(info: Info, label: str, given: "payloads.WithdrawInput", key: str | None) -> Any:
    async def work(writing: Writing) -> Done:
        record = await publishing.own(writing, info.context.viewer, label, given.id, given.version)
        if record.properties["fulfillment"] == Fulfillment.RESERVED.value:
            raise ValueRefused("WRONG_STATUS", status=Fulfillment.RESERVED.value)
        return await publishing.withdraw(writing, record, EventKind.RESOURCE_WITHDRAWN)

    return await write(info, label, given, key, work)


def _check(values: Mapping[str, Any]) -> None:
    _has_unit(values)
    publishing.check_period(values, "startsOn", "endsOn")


def _has_unit(values: Mapping[str, Any]) -> None:
    if values.get("amount") is not None and values.get("amountUnit") is None:
        raise ValueRefused("AMOUNT_NEEDS_UNIT", at="amountUnit")


# -- exchanges -------------------------------------------------------------------------------------


async def propose_exchange(info: Info, given: "schema.ProposeExchangeInput", key: str | None) -> Any:
    """Propose to take an offer, or to meet a need, of another organization."""

    async def work(writing: Writing) -> Done:
        acting = acting_organization(info.context.viewer)
        offer = await _open(writing, OFFER, given.offer_id, "offerId")
        need = await _open(writing, NEED, given.need_id, "needId")
        sides = _sides(acting, offer, need)
        values = values_of(given, EXCHANGE)
        _has_unit(values)
        ledgers = [await queries.ledger(writing, record) for record in (offer, need) if record is not None]
        queries.fill(values, ledgers)
        for ledger in ledgers:
            ledger.check_room(values)
        made = await records.create(
            writing,
            EXCHANGE,
            values,
            {
                **links_of(given, EXCHANGE),
                "provider": [Link(sides.provider)],
                "receiver": [Link(sides.receiver)],
                "proposedBy": [Link(acting)],
            },
            status=ExchangeStatus.PROPOSED,
            audience=Audience.OWNERS.value,
            ownerIds=[sides.provider, sides.receiver],
        )
        return Done(EventKind.EXCHANGE_PROPOSED, made)

    return await write(info, EXCHANGE, given, key, work)


def _sides(acting: str, offer: Record | None, need: Record | None) -> Sides:
    """Who provides and who receives: `acting` stands where there is no offer, or no need."""
    provider = offer.owners[0] if offer else acting
    receiver = need.owners[0] if need else acting
    if provider == receiver:
        raise ValueRefused("SAME_ORGANIZATION" if offer and need else "NO_COUNTERPART")
    if acting not in {provider, receiver}:
        raise ValueRefused("NOT_ALLOWED")
    return Sides(provider, receiver, acting)


async def _open(writing: Writing, label: str, id_: str | None, argument: str) -> Record | None:
    if id_ is None:
        return None
    try:
        record = await records.find(writing, label, id_)
        queries.expect_open(record)
    except ValueRefused as error:
        raise error.within(argument) from None
    return record


async def accept_exchange(info: Info, given: "schema.AcceptExchangeInput", key: str | None) -> Any:
    """Accept what the other side has proposed, if there is still enough."""

    async def work(writing: Writing) -> Done:
        step = await _step(info, writing, given)
        if step.acting == step.sides.proposer:
            raise ValueRefused("NOT_ALLOWED")
        step.expect(ExchangeStatus.PROPOSED)
        for record in step.held:
            queries.expect_open(record)
            (await queries.ledger(writing, record)).check_room(step.exchange.properties)
        return await step.to(writing, ExchangeStatus.ACCEPTED, EventKind.EXCHANGE_ACCEPTED)

    return await write(info, EXCHANGE, given, key, work)


async def decline_exchange(info: Info, given: "schema.DeclineExchangeInput", key: str | None) -> Any:
    """Decline what the other side has proposed."""

    async def work(writing: Writing) -> Done:
        step = await _step(info, writing, given)
        if step.acting == step.sides.proposer:
            raise ValueRefused("NOT_ALLOWED")
        step.expect(ExchangeStatus.PROPOSED)
        return await step.to(writing, ExchangeStatus.DECLINED, EventKind.EXCHANGE_DECLINED)

    return await write(info, EXCHANGE, given, key, work)


async def cancel_exchange(info: Info, given: "schema.CancelExchangeInput", key: str | None) -> Any:
    """Cancel one's own proposal, or, from either side, what was accepted."""

    async def work(writing: Writing) -> Done:
        step = await _step(info, writing, given)
        step.expect(ExchangeStatus.PROPOSED, ExchangeStatus.ACCEPTED)
        if step.status is ExchangeStatus.PROPOSED and step.acting != step.sides.proposer:
            raise ValueRefused("NOT_ALLOWED")
        return await step.to(writing, ExchangeStatus.CANCELLED, EventKind.EXCHANGE_CANCELLED)

    return await write(info, EXCHANGE, given, key, work)


async def confirm_delivery(info: Info, given: "schema.ConfirmDeliveryInput", key: str | None) -> Any:
    """Confirm for one's own side that it was handed over; delivered once both have."""

    async def work(writing: Writing) -> Done:
        step = await _step(info, writing, given)
        mine, other = "providerConfirmedAt", "receiverConfirmedAt"
        if step.acting == step.sides.receiver:
            mine, other = other, mine
        confirmed = step.exchange.properties
        if step.status in {ExchangeStatus.ACCEPTED, ExchangeStatus.DELIVERED} and mine in confirmed:
            raise ValueRefused("ALREADY_CONFIRMED")
        step.expect(ExchangeStatus.ACCEPTED)
        now = writing.parameters["now"]
        if other in confirmed:
            values = {mine: now, "deliveredAt": now}
            return await step.to(writing, ExchangeStatus.DELIVERED, EventKind.DELIVERY_CONFIRMED, **values)
        return await step.to(writing, ExchangeStatus.ACCEPTED, EventKind.DELIVERY_CONFIRMED, **{mine: now})

    return await write(info, EXCHANGE, given, key, work)


@dataclass(frozen=True, slots=True)
class _Step:
    """An exchange that one of its sides moves on, locked with its offer and its need."""

    exchange: Record
    held: Sequence[Record]
    sides: Sides
    acting: str

    @property
    def status(self) -> ExchangeStatus:
        return ExchangeStatus(self.exchange.properties["status"])

    def expect(self, *statuses: ExchangeStatus) -> None:
        if self.status not in statuses:
            raise ValueRefused("WRONG_STATUS", status=self.status.value)

    async def to(self, writing: Writing, status: ExchangeStatus, kind: EventKind, **values: Any) -> Done:
        await records.edit(writing, self.exchange, {}, {}, status=status, **values)
        await queries.settle(writing, self.held)
        return Done(kind, self.exchange.id)


async def _step(info: Info, writing: Writing, given: "schema.ExchangeStep") -> _Step:
    """Raises ValueRefused NOT_FOUND, NOT_ALLOWED (whoever reads it as an administrator), VERSION_CHANGED."""
    exchange = await records.find(writing, EXCHANGE, given.id)
    acting = acting_organization(info.context.viewer)
    if acting not in exchange.owners:
        raise ValueRefused("NOT_ALLOWED")
    if given.version is not None:
        records.expect_version(exchange, given.version)
    held, sides = await queries.held(writing, exchange.id), await queries.sides(writing, exchange.id)
    return _Step(exchange, held, sides, acting)
