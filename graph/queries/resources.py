"""What writes ask of offers, needs and exchanges: their sides, and how much of them is promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_NUMBER
from graph.model.common import RecordStatus
from graph.model.money import CurrencyUnit
from graph.model.resources import ExchangeStatus, Fulfillment
from graph.queries.records import Record, Writing, edit, locked
from graph.text import fold

OFFER, NEED, EXCHANGE = "ResourceOffer", "ResourceNeed", "Exchange"

_CURRENCIES = {unit.value: unit for unit in CurrencyUnit}

MEASURES = {"quantity": "unit", "amount": "amountUnit"}
"""What an offer, a need or an exchange may state, and the property that holds its unit."""

_SIDES = """
MATCH (x:Node&Exchange {id: $id})
MATCH (x)-[:PROVIDED_BY]->(provider), (x)-[:RECEIVED_BY]->(receiver), (x)-[:PROPOSED_BY]->(proposer)
RETURN provider.id AS provider, receiver.id AS receiver, proposer.id AS proposer
"""

# Nobody's rights are asked here: whoever shares an exchange settles it, also where the other side
# has narrowed its offer since. Always the offer before the need, so that no two wait for each other.
_LOCK = f"""
MATCH (x:Node&Exchange {{id: $id}})
OPTIONAL MATCH (x)-[:OF_OFFER]->(offer:ResourceOffer)
{locked("offer")}
WITH x, offer
OPTIONAL MATCH (x)-[:FOR_NEED]->(need:ResourceNeed)
{locked("need")}
RETURN properties(offer) AS offer, properties(need) AS need
"""

_PROMISED = """
MATCH (:Node {id: $id})<-[:OF_OFFER|FOR_NEED]-(x:Exchange) WHERE x.status IN $held
RETURN collect(x {.status, .quantity, .unit, .amount, .amountUnit}) AS exchanges
"""


@dataclass(frozen=True, slots=True)
class Sides:
    """The organizations of an exchange."""

    provider: str
    receiver: str
    proposer: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """An offer or a need, with the exchanges of it that are accepted or delivered."""

    record: Record
    exchanges: list[Mapping[str, Any]]

    def promised(self, measure: str) -> Decimal:
        """How much of it is promised or delivered in its own unit, added without rounding."""
        return self._sum(self.exchanges, measure)

    def rest(self, measure: str) -> Decimal | None:
        """How much of it is left; None where it states no such measure."""
        stated = self.record.properties.get(measure)
        return None if stated is None else Decimal(str(stated)) - self.promised(measure)

    def open_rest(self, measure: str) -> Decimal | None:
        """The same, but a need that is met in this measure leaves it open."""
        rest = self.rest(measure)
        return None if rest is None or (rest <= 0 and self.record.label == NEED) else rest

    def fulfillment(self) -> Fulfillment:
        """Fulfilled once deliveries cover one of its measures; a delivery that states none covers all."""
        delivered = [x for x in self.exchanges if x["status"] == ExchangeStatus.DELIVERED.value]
        stated = [name for name in MEASURES if self.record.properties.get(name) is not None]
        whole = any(all(x[name] is None for name in stated) for x in delivered)
        covered = any(
            self._sum(delivered, name) >= Decimal(str(self.record.properties[name])) for name in stated
        )
        if delivered and (whole or covered):
            return Fulfillment.FULFILLED
        return Fulfillment.RESERVED if len(self.exchanges) > len(delivered) else Fulfillment.OPEN

    def check_room(self, wanted: Mapping[str, Any]) -> None:
        """Raises ValueRefused SUM_TOO_LARGE, and for an offer UNIT_DIFFERS and EXCEEDS_OFFER."""
        for measure, unit in MEASURES.items():
            value = wanted.get(measure)
            if value is None:
                continue
            if self.promised(measure) + Decimal(str(value)) > MAXIMUM_NUMBER:
                raise ValueRefused("SUM_TOO_LARGE", at=measure)
            rest = self.rest(measure)
            if self.record.label != OFFER or rest is None:
                continue
            if not self.same_unit(unit, wanted.get(unit)):
                told = self.record.properties[unit]
                raise ValueRefused("UNIT_DIFFERS", at=unit, unit=_CURRENCIES.get(told, told))
            if Decimal(str(value)) > rest:
                raise ValueRefused("EXCEEDS_OFFER", at=measure, remaining=plain(rest))

    def expect_kept(self, changed: Mapping[str, Any]) -> None:
        """Raises ValueRefused ALREADY_PROMISED when an offer would no longer cover what is promised of it.

        Its unit may be told later, and neither be taken away nor become another.
        """
        for measure, unit in MEASURES.items():
            promised, value = self.promised(measure), changed.get(measure)
            if self.record.label != OFFER or not promised:
                continue
            less = value is not None and Decimal(str(value)) < promised
            told = [self.record.properties.get(unit), *(x[unit] for x in self._stating(measure))]
            kept = all(one is None or _folded(one) == _folded(changed.get(unit)) for one in told)
            if less or not kept:
                at = measure if less else unit
                raise ValueRefused("ALREADY_PROMISED", at=at, promised=plain(promised))

    def same_unit(self, name: str, other: Any) -> bool:
        """Whether a unit is the one it is stated in; where either is not told, it is."""
        own = self.record.properties.get(name)
        return own is None or other is None or _folded(own) == _folded(other)

    def _stating(self, measure: str) -> list[Mapping[str, Any]]:
        return [x for x in self.exchanges if x[measure] is not None]

    def _sum(self, exchanges: Sequence[Mapping[str, Any]], measure: str) -> Decimal:
        counted = (x for x in exchanges if self.same_unit(MEASURES[measure], x[MEASURES[measure]]))
        return sum((Decimal(str(x[measure])) for x in counted if x[measure] is not None), Decimal(0))


def plain(number: Decimal) -> str:
    """A number as people write it.

    >>> plain(Decimal("10.0")), plain(Decimal("2.50"))
    ('10', '2.5')
    """
    return f"{number.normalize():f}"


def fill(wanted: dict[str, Any], ledgers: Sequence[Ledger]) -> None:
    """Where no measure is wanted, want all that is left; where no unit is told, take theirs.

    Raises ValueRefused EXCEEDS_OFFER when nothing is left.
    """
    all_of_it = all(wanted.get(measure) is None for measure in MEASURES)
    for measure, unit in MEASURES.items():
        stating = [ledger for ledger in ledgers if ledger.rest(measure) is not None]
        if not stating:
            continue
        units = (ledger.record.properties.get(unit) for ledger in stating)
        stated = next((told for told in units if told is not None), None)
        rests = [ledger.open_rest(measure) for ledger in stating if ledger.same_unit(unit, stated)]
        rest = min((rest for rest in rests if rest is not None), default=None)
        if all_of_it and rest is not None:
            if rest <= 0:
                raise ValueRefused("EXCEEDS_OFFER", remaining=plain(rest))
            wanted[measure] = int(rest) if measure == "amount" else float(rest)
        told = _folded(wanted.get(unit))
        if wanted.get(measure) is not None and told in {None, _folded(stated)}:
            wanted[unit] = stated  # In one spelling, so that Cypher can tell it from others.


def expect_open(record: Record) -> None:
    """Raises ValueRefused NOT_PUBLISHED or WRONG_STATUS unless it can be exchanged."""
    if record.properties["status"] != RecordStatus.PUBLISHED.value:
        raise ValueRefused("NOT_PUBLISHED")
    if record.properties["fulfillment"] == Fulfillment.FULFILLED.value:
        raise record.not_from_here("fulfillment")


async def sides(writing: Writing, exchange: str) -> Sides:
    """The organizations of an exchange: they never change."""
    rows = await writing.run(_SIDES, id=exchange)
    return Sides(**rows[0])


async def held(writing: Writing, exchange: str) -> list[Record]:
    """The offer and the need of an exchange that is locked; now they are locked too."""
    (row,) = await writing.run(_LOCK, id=exchange)
    named = ((OFFER, row["offer"]), (NEED, row["need"]))
    return [Record(found["id"], label, found) for label, found in named if found is not None]


async def ledger(writing: Writing, record: Record) -> Ledger:
    """An offer or a need that is locked, with what is promised of it."""
    kept = [ExchangeStatus.ACCEPTED.value, ExchangeStatus.DELIVERED.value]
    (row,) = await writing.run(_PROMISED, id=record.id, held=kept)
    return Ledger(record, row["exchanges"])


async def settle(writing: Writing, found: Sequence[Record]) -> None:
    """Bring offers and needs that are locked up to date with their exchanges."""
    for record in found:
        now = (await ledger(writing, record)).fulfillment()
        if record.properties["fulfillment"] != now.value:
            await writing.send(edit(writing, record, {}, {}, fulfillment=now))


def _folded(unit: Any) -> str | None:
    """A unit however it is spelled."""
    return None if unit is None else fold(unit.value if isinstance(unit, Enum) else unit)
