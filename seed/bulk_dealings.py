"""Make the rows of partnerships and commitments, of offers and needs, and of exchanges."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from graph.model.common import Visibility
from graph.model.partnerships import CommitmentStatus, PartnershipStatus
from graph.model.resources import ExchangeStatus, Fulfillment
from seed import bulk_cypher, bulk_texts
from seed.bulk_plan import EXCHANGES, LAST, PUBLISHED, of_side
from seed.bulk_rows import OWNERS, Batch, Maker, Page, Row, batches, day, kinds, number, rights
from seed.bulk_stories import province
from seed.content import counties, told

_TERM = 3 * 365
_SIGNED = kinds("PARTNERSHIP_DRAFTED", "PARTNERSHIP_SIGNED", "PARTNERSHIP_SIGNED", "PARTNERSHIP_ACTIVATED")
_OWED = kinds("COMMITMENT_ADDED", "COMMITMENT_REPORTED")


# -- partnerships ---------------------------------------------------------------------------------


def partnerships(maker: Maker) -> Iterator[Batch]:
    """All partnerships, each of two to four parties, with their commitments."""
    plan, texts = maker.plan, told("partnerships")
    owed = [len(text["commitments"]) for text in texts]
    starts = list(
        accumulate((owed[place % len(texts)] for place in range(len(plan.partnerships))), initial=0)
    )

    def row(place: int, page: Page) -> Row:
        which = place % len(texts)
        template = bulk_texts.partnership(which)
        made = maker.record("par", plan.partnerships, place, page, _SIGNED)
        parties = _parties(maker, plan.partnerships.owner[place])
        signed = day(made["created"]) + timedelta(days=1)
        ended = signed + timedelta(days=_TERM) < day(LAST)
        homes = list(dict.fromkeys(province(who) for who in parties))
        common = {
            **made,
            "visibility": (visible := maker.rng.choice((Visibility.PUBLIC, Visibility.MEMBERS))).value,
            "audience": rights(PUBLISHED, visible)["audience"],
            "owners": [maker.organization_ids[who] for who in parties],
        }
        return {
            **common,
            **template.filled(number(place)),
            "template": page.templates.place(which, template.fixed),
            "status": (PartnershipStatus.ENDED if ended else PartnershipStatus.ACTIVE).value,
            "signedOn": signed,
            "startsOn": signed + timedelta(days=1),
            "endsOn": signed + timedelta(days=_TERM),
            "parties": [_party(maker, who, turn, which, page) for turn, who in enumerate(parties)],
            "regions": [maker.region(code, page)[0] for code in homes],
            "topics": maker.topics(told("organizations")[parties[0] % 64]["topics"][:3], page),
            "commitments": [
                _commitment(maker, starts[place] + turn, (which, turn), parties, page)
                for turn in range(owed[which])
            ],
        }

    return batches(bulk_cypher.PARTNERSHIP, len(plan.partnerships), 300, row)


def _parties(maker: Maker, owner: int) -> list[int]:
    count = len(maker.organizations)
    others = {maker.rng.randrange(count) for _ in range(1 + maker.rng.randrange(3))} - {owner}
    return [owner, *sorted(others or {(owner + 1) % count})]


def _party(maker: Maker, who: int, turn: int, which: int, page: Page) -> Row:
    told_of = told("partnerships")[which]["parties"]
    party = told_of[turn % len(told_of)]
    place = page.hubs.place(maker.organizations[who])
    return {"place": place, "role": party["role"], "signatoryOffice": party["signatoryOffice"]}


def _commitment(maker: Maker, place: int, of: tuple[int, int], parties: list[int], page: Page) -> Row:
    text = told("partnerships")[of[0]]["commitments"][of[1]]
    template = bulk_texts.commitment(*of)
    made = maker.record("com", maker.plan.commitments, place, page, _OWED)
    due: date = day(made["created"]) + timedelta(days=60 + maker.rng.randrange(_TERM))
    met = text["status"] == CommitmentStatus.MET.value
    by, to = parties[of[1] % len(parties)], parties[(of[1] + 1) % len(parties)]
    return {
        **made,
        **template.filled(number(place)),
        "template": page.parts.place(of, template.fixed),
        "status": text["status"],
        "dueOn": due,
        "evidence": "گزارش پایان کار در پرونده است." if met else None,
        "owedBy": [page.hubs.place(maker.organizations[by])],
        "owedTo": [page.hubs.place(maker.organizations[to])],
    }


# -- resources ------------------------------------------------------------------------------------

_FULFILLMENT = {
    ExchangeStatus.ACCEPTED: Fulfillment.RESERVED.value,
    ExchangeStatus.DELIVERED: Fulfillment.FULFILLED.value,
}
_SIDES = {"OFFER": ("ResourceOffer", "off"), "NEED": ("ResourceNeed", "nee")}


def resources(maker: Maker) -> Iterator[Batch]:
    """All offers, then all needs: the offers have even numbers."""
    maker.resource_ids = [""] * len(maker.plan.resources)
    for side, first in (("OFFER", 0), ("NEED", 1)):
        yield from _resources(maker, side, first)


def _resources(maker: Maker, side: str, first: int) -> Iterator[Batch]:
    plan, texts = maker.plan, told("offers_needs")
    label, prefix = _SIDES[side]
    known = kinds("RESOURCE_OFFERED" if side == "OFFER" else "RESOURCE_NEEDED")
    listed = of_side(side)

    def row(turn: int, page: Page) -> Row:
        place = 2 * turn + first
        which = listed[turn % len(listed)]
        text = texts[which]
        template = bulk_texts.resource(which)
        made = maker.record(prefix, plan.resources, place, page, known)
        maker.resource_ids[place] = made["id"]
        state = plan.exchanged[place]
        starts = day(made["created"]) + timedelta(days=maker.rng.randrange(30))
        home = province(plan.resources.owner[place])
        visible = maker.rng.choice((Visibility.PUBLIC, Visibility.PUBLIC, Visibility.MEMBERS))
        fulfilled = _FULFILLMENT.get(EXCHANGES[state][0]) if state >= 0 else None
        return {
            **made,
            **rights(PUBLISHED, visible),
            **template.filled(number(place)),
            "published": made["created"],
            "template": page.templates.place(which, template.fixed),
            "fulfillment": fulfilled or Fulfillment.OPEN.value,
            "startsOn": starts,
            "endsOn": starts + timedelta(days=60 + maker.rng.randrange(300)),
            "publisher": maker.publisher(plan.resources, place, page),
            "region": maker.region(maker.rng.choice(counties(home)), page),
            "topics": maker.topics(text["topics"], page),
            "skills": maker.skills(text["skills"], page),
        }

    count = (len(plan.resources) + 1 - first) // 2
    return batches(bulk_cypher.resource(label), count, 1000, row)


def exchanges(maker: Maker) -> Iterator[Batch]:
    """All exchanges, in every state."""
    plan, listed = maker.plan, of_side("OFFER")

    def row(place: int, page: Page) -> Row:
        offer = plan.offered[place]
        sides = [plan.resources.owner[offer], plan.resources.owner[offer + 1]]
        status, names = EXCHANGES[place % len(EXCHANGES)]
        made = maker.record("exc", plan.exchanges, place, page, kinds(*names))
        template = bulk_texts.resource(listed[offer // 2 % len(listed)])
        hubs = [page.hubs.place(maker.organizations[side]) for side in sides]
        proposer = sides.index(plan.exchanges.owner[place])
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
            "note": None,
            "provider": hubs[:1],
            "receiver": hubs[1:],
            "proposer": [hubs[proposer]],
            "offer": page.others.place(maker.resource_ids[offer]),
            "need": page.others.place(maker.resource_ids[offer + 1]),
        }

    return batches(bulk_cypher.EXCHANGE, len(plan.exchanges), 1000, row)


def _delivered(status: ExchangeStatus, made: Row) -> dict[str, Any]:
    names = ("providerConfirmedAt", "receiverConfirmedAt", "deliveredAt")
    if status is not ExchangeStatus.DELIVERED:
        return dict.fromkeys(names)
    handed, received = made["events"][2]["at"], made["events"][3]["at"]
    return dict(zip(names, (handed, received, received), strict=True))
