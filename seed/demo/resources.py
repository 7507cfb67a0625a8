"""Add the offers and needs, and the exchanges between them in every state an exchange can be in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.model.access import Audience
from graph.model.common import Language, RecordStatus, Visibility
from graph.model.money import CurrencyUnit
from graph.model.resources import ExchangeStatus, Fulfillment
from graph.queries.records import Record
from graph.queries.resources import Ledger
from seed.chance import day, moment, number, one, share
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, published, visibility
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

_LABELS = {"OFFER": "ResourceOffer", "NEED": "ResourceNeed"}
_STATES = (
    ExchangeStatus.DELIVERED,
    ExchangeStatus.ACCEPTED,
    ExchangeStatus.PROPOSED,
    ExchangeStatus.DELIVERED,
    ExchangeStatus.DECLINED,
    ExchangeStatus.CANCELLED,
    None,
)
"""Matching offers and needs take these in turn: the last of them have not found each other yet."""

_NOTES = {
    "need": (
        "از پیشنهاد شما سپاسگزاریم؛ برای دورهٔ پیش رو لازم داریم.",
        "اگر از ابتدای هفتهٔ آینده آغاز کنیم، آماده‌اید؟",
    ),
    "offer": ("نیاز شما را دیدیم و آنچه داریم به کارتان می‌آید.", "می‌توانیم از ابتدای ماه آینده همراه شویم."),
}


@dataclass(frozen=True, eq=False, slots=True)
class Resource:
    """An offer or a need, with its publisher."""

    key: str
    thing: Thing
    publisher: Member


def add(sketch: Sketch, places: Places, members: Mapping[str, Member]) -> dict[str, Thing]:
    """Add the offers and needs, then the exchanges; the offers and needs by their keys."""
    found: dict[str, Resource] = {}
    for listed in told("offers_needs"):
        found[listed["key"]] = _resource(sketch, places, listed, members[listed["publisher"]])
    for turn, (offer, need) in enumerate(_pairs(found)):
        status = _STATES[turn % len(_STATES)]
        if status is not None:
            _exchange(sketch, offer, need, status)
    for provider, receiver in _single(found, members):
        status = one(f"{provider.key} {receiver.key}", _STATES[:4])
        _exchange(sketch, provider, receiver, status or ExchangeStatus.PROPOSED)
    return {key: resource.thing for key, resource in found.items()}


def _resource(sketch: Sketch, places: Places, listed: Mapping[str, Any], publisher: Member) -> Resource:
    key = f"resource {listed['key']}"
    label = _LABELS[listed["side"]]
    kind = "RESOURCE_OFFERED" if listed["side"] == "OFFER" else "RESOURCE_NEEDED"
    made = moment(f"{key} made", datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC))
    deeds = [Deed(kind, made, publisher.thing)]
    asked = listed["match"] or "with" in listed
    at = Standing(RecordStatus.PUBLISHED, Visibility.PUBLIC if asked else visibility(key))
    if not asked and share(f"{key} withdrawn") < 0.12:
        at = Standing(RecordStatus.WITHDRAWN, at.visibility)
        withdrawn = moment(f"{key} gone", made, min(made + timedelta(days=50), TOLD))
        deeds.append(Deed("RESOURCE_WITHDRAWN", withdrawn, publisher.thing))
    values = _values(key, listed, made) | published(publisher.thing, at, made)
    if label == "ResourceNeed":
        values["targetGroups"] = publisher.told["targetGroups"]
    thing = sketch.record(label, key, deeds, values)
    sketch.link(thing, "publisher", [publisher.thing])
    sketch.link(thing, "topics", [places.topics[slug] for slug in listed["topics"]])
    sketch.link(thing, "skills", [places.skills[slug] for slug in listed["skills"]])
    if listed["region"]:
        sketch.link(thing, "region", [places.regions[listed["region"]]])
    return Resource(listed["key"], thing, publisher)


def _values(key: str, listed: Mapping[str, Any], made: datetime) -> dict[str, Any]:
    starts = day(f"{key} starts", made.date(), (made + timedelta(days=30)).date())
    ends = starts + timedelta(days=60 + number(f"{key} days", 240))
    return {
        "kind": listed["kind"],
        "title": listed["titleFa"],
        "description": listed["description"],
        "language": Language.FA,
        "quantity": float(listed["quantity"]),
        "unit": listed["unit"],
        "amount": listed["amountRial"],
        "amountUnit": CurrencyUnit.IRR if listed["amountRial"] else None,
        "startsOn": starts,
        "endsOn": ends if share(f"{key} ends") < 0.7 else None,
        "fulfillment": Fulfillment.OPEN,
    }


# -- exchanges ------------------------------------------------------------------------------------


def _pairs(found: Mapping[str, Resource]) -> Iterator[tuple[Resource, Resource]]:
    for listed in told("offers_needs"):
        if listed["side"] == "OFFER" and listed["match"]:
            yield found[listed["key"]], found[listed["match"]]


def _single(
    found: Mapping[str, Resource], members: Mapping[str, Member]
) -> Iterator[tuple[Resource | Member, Resource | Member]]:
    """An offer and who asks for it, or who meets a need and the need: they have nothing on the list."""
    for listed in told("offers_needs"):
        if "with" in listed:
            resource, other = found[listed["key"]], members[listed["with"]]
            yield (resource, other) if listed["side"] == "OFFER" else (other, resource)


def _exchange(
    sketch: Sketch, offer: Resource | Member, need: Resource | Member, status: ExchangeStatus
) -> None:
    key = f"exchange {offer.key} {need.key}"
    ends = [side for side in (offer, need) if isinstance(side, Resource)]
    sides = [side.publisher if isinstance(side, Resource) else side for side in (offer, need)]
    # Who has nothing on the list proposes; of two who have, either does.
    proposer = next((i for i, side in enumerate((offer, need)) if isinstance(side, Member)), number(key, 2))
    first, second = sides[proposer].thing, sides[1 - proposer].thing
    begun = max(end.thing.properties["createdAt"] for end in ends)
    proposed = moment(f"{key} proposed", begun, begun + (TOLD - begun) / 4)
    deeds = [Deed("EXCHANGE_PROPOSED", proposed, first)]
    deeds += _course(key, status, proposed, first, second)
    confirmed = _confirmed(key, status, deeds, sides)
    note = one(f"{key} note", _NOTES["need" if proposer else "offer"])
    values = {**_measures(ends), **confirmed, "status": status, "note": note}
    owners = [side.thing.id for side in sides]
    values |= {"audience": Audience.OWNERS.value, "ownerIds": owners}
    thing = sketch.record("Exchange", key, deeds, values)
    for edge, other in zip(("provider", "receiver", "proposedBy"), [*sides, sides[proposer]], strict=True):
        sketch.link(thing, edge, [other.thing])
    for end in ends:
        sketch.link(thing, "offer" if end is offer else "need", [end.thing])
        _settle(end.thing, thing)


def _course(
    key: str, status: ExchangeStatus, proposed: datetime, first: Thing, second: Thing
) -> Iterator[Deed]:
    """What followed a proposal of `first` to `second`."""
    answered = moment(f"{key} answered", proposed, proposed + (TOLD - proposed) / 3)
    match status:
        case ExchangeStatus.PROPOSED:
            return
        case ExchangeStatus.DECLINED:
            yield Deed("EXCHANGE_DECLINED", answered, second)
        case ExchangeStatus.CANCELLED:
            yield Deed("EXCHANGE_CANCELLED", answered, first)
        case ExchangeStatus.ACCEPTED | ExchangeStatus.DELIVERED:
            yield Deed("EXCHANGE_ACCEPTED", answered, second)
            handed = moment(f"{key} handed", answered, answered + (TOLD - answered) / 2)
            received = moment(f"{key} received", handed, min(handed + timedelta(days=5), TOLD))
            if status is ExchangeStatus.DELIVERED or share(f"{key} half") < 0.5:
                yield Deed("DELIVERY_CONFIRMED", handed, first)
            if status is ExchangeStatus.DELIVERED:
                yield Deed("DELIVERY_CONFIRMED", received, second)


def _confirmed(
    key: str, status: ExchangeStatus, deeds: Sequence[Deed], sides: Sequence[Member]
) -> dict[str, datetime]:
    """When the provider and the receiver said that it was handed over."""
    handed = [deed for deed in deeds if deed.kind == "DELIVERY_CONFIRMED"]
    provider = sides[0].thing
    values = {("providerConfirmedAt" if d.by is provider else "receiverConfirmedAt"): d.at for d in handed}
    if status is ExchangeStatus.DELIVERED:
        assert len(values) == 2, key
        values["deliveredAt"] = handed[-1].at
    return values


def _measures(ends: Sequence[Resource]) -> dict[str, Any]:
    """As much as both have: in the unit of the offer, and all of it where the need counts otherwise."""
    first = ends[0].thing.properties
    values: dict[str, Any] = {n: first[n] for n in ("quantity", "unit", "amount", "amountUnit") if n in first}
    other = ends[-1].thing.properties
    if "amount" in values and "amount" in other:
        values["amount"] = min(values["amount"], other["amount"])
    if values["unit"] == other["unit"]:
        values["quantity"] = min(values["quantity"], other["quantity"])
    return values


def _settle(resource: Thing, exchange: Thing) -> None:
    """Bring an offer or a need up to date with its one exchange, as a write does."""
    promised = {"quantity": None, "amount": None, "unit": None, "amountUnit": None} | exchange.properties
    held = promised["status"] in {ExchangeStatus.ACCEPTED.value, ExchangeStatus.DELIVERED.value}
    record = Record(resource.id, resource.label, resource.properties)
    now = Ledger(record, [promised] if held else []).fulfillment()
    if now is not Fulfillment.OPEN:
        steps = 2 if now is Fulfillment.FULFILLED else 1
        resource.properties |= {
            "fulfillment": now.value,
            "version": resource.properties["version"] + steps,
            "updatedAt": exchange.properties["updatedAt"],
        }
