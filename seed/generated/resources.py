"""Make the rows of offers and needs, and of the exchanges between them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from graph.model.common import TargetGroup, Visibility
from graph.model.resources import ExchangeStatus, Fulfillment
from seed.content import told
from seed.generated import cypher, templates
from seed.generated.blueprint import EXCHANGES, PUBLISHED, of_side
from seed.generated.rows import (
    OWNERS,
    Batch,
    Maker,
    Row,
    Sheet,
    batches,
    counties,
    day,
    kinds,
    number,
    province,
    rights,
)

_FULFILLMENT = {
    ExchangeStatus.ACCEPTED: Fulfillment.RESERVED.value,
    ExchangeStatus.DELIVERED: Fulfillment.FULFILLED.value,
}
_GROUPS = tuple(group.value for group in TargetGroup)
_SIDES = {"OFFER": ("ResourceOffer", "off"), "NEED": ("ResourceNeed", "nee")}


def resources(maker: Maker) -> Iterator[Batch]:
    """All offers, then all needs: the offers have even numbers."""
    maker.resource_ids = [""] * len(maker.blueprint.resources)
    for side, first in (("OFFER", 0), ("NEED", 1)):
        yield from _resources(maker, side, first)


def _resources(maker: Maker, side: str, first: int) -> Iterator[Batch]:
    blueprint, texts = maker.blueprint, told("offers_needs")
    label, prefix = _SIDES[side]
    known = kinds("RESOURCE_OFFERED" if side == "OFFER" else "RESOURCE_NEEDED")
    listed = of_side(side)

    def row(turn: int, sheet: Sheet) -> Row:
        place = 2 * turn + first
        which = listed[turn % len(listed)]
        text = texts[which]
        template = templates.resource(which)
        made = maker.record(prefix, blueprint.resources, place, sheet, known)
        maker.resource_ids[place] = made["id"]
        state = blueprint.exchanged[place]
        starts = day(made["created"]) + timedelta(days=maker.rng.randrange(30))
        home = province(blueprint.resources.owner[place])
        visible = maker.rng.choice((Visibility.PUBLIC, Visibility.PUBLIC, Visibility.MEMBERS))
        fulfilled = _FULFILLMENT.get(EXCHANGES[state][0]) if state >= 0 else None
        return {
            **made,
            **rights(PUBLISHED, visible),
            **template.filled(number(place)),
            "published": made["created"],
            "template": sheet.templates.place(which, template.fixed),
            "fulfillment": fulfilled or Fulfillment.OPEN.value,
            "targetGroups": list(
                dict.fromkeys((_GROUPS[turn % len(_GROUPS)], _GROUPS[turn // 9 % len(_GROUPS)]))
            ),
            "startsOn": starts,
            "endsOn": starts + timedelta(days=60 + maker.rng.randrange(300)),
            "publisher": maker.publisher(blueprint.resources, place, sheet),
            "region": maker.region(maker.rng.choice(counties(home)), sheet),
            "topics": maker.topics(text["topics"], sheet),
            "skills": maker.skills(text["skills"], sheet),
        }

    count = (len(blueprint.resources) + 1 - first) // 2
    return batches(cypher.resource(label), count, 1000, row)


def exchanges(maker: Maker) -> Iterator[Batch]:
    """All exchanges, in every state."""
    blueprint, listed = maker.blueprint, of_side("OFFER")

    def row(place: int, sheet: Sheet) -> Row:
        offer = blueprint.offered[place]
        sides = [blueprint.resources.owner[offer], blueprint.resources.owner[offer + 1]]
        status, names = EXCHANGES[place % len(EXCHANGES)]
        made = maker.record("exc", blueprint.exchanges, place, sheet, kinds(*names))
        template = templates.resource(listed[offer // 2 % len(listed)])
        hubs = [sheet.hubs.place(maker.organizations[side]) for side in sides]
        proposer = sides.index(blueprint.exchanges.owner[place])
        for turn, event in enumerate(made["events"]):
            # The other side answers; a proposal is taken back by who made it.
            other = turn in {1, 3} and status is not ExchangeStatus.CANCELLED
            event["by"] = [hubs[1 - proposer if other else proposer]]
        return {
            **made,
            **OWNERS,
            **_delivered(status, made),
            **{name: template.fixed.get(name) for name in ("quantity", "unit", "amount", "amountUnit")},
            "owners": [maker.organization_ids[side] for side in sides],
            "status": status.value,
            **templates.searched("Exchange"),
            "note": None,
            "provider": hubs[:1],
            "receiver": hubs[1:],
            "proposer": [hubs[proposer]],
            "offer": sheet.others.place(maker.resource_ids[offer]),
            "need": sheet.others.place(maker.resource_ids[offer + 1]),
        }

    return batches(cypher.EXCHANGE, len(blueprint.exchanges), 1000, row)


def _delivered(status: ExchangeStatus, made: Row) -> dict[str, Any]:
    names = ("providerConfirmedAt", "receiverConfirmedAt", "deliveredAt")
    if status is not ExchangeStatus.DELIVERED:
        return dict.fromkeys(names)
    handed, received = made["events"][2]["at"], made["events"][3]["at"]
    return dict(zip(names, (handed, received, received), strict=True))
