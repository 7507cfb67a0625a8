"""Make the rows of partnerships, each with what its parties owe each other."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from graph.model.common import Visibility
from graph.model.partnerships import PartnershipStatus
from seed.content import told
from seed.generated import cypher, templates
from seed.generated.blueprint import AGREED, LAST, PUBLISHED
from seed.generated.rows import Batch, Maker, Row, Sheet, batches, day, kinds, number, province, rights

_TERM = 3 * 365
_SIGNED = kinds("PARTNERSHIP_DRAFTED", "PARTNERSHIP_SIGNED", "PARTNERSHIP_SIGNED", "PARTNERSHIP_ACTIVATED")
_OWED = kinds("COMMITMENT_ADDED", "COMMITMENT_AMENDED")


def partnerships(maker: Maker) -> Iterator[Batch]:
    """All partnerships, each of two to four parties, with their commitments."""
    blueprint, texts = maker.blueprint, told("partnerships")
    owed = [len(text["commitments"]) for text in texts]
    starts = list(
        accumulate((owed[place % len(texts)] for place in range(len(blueprint.partnerships))), initial=0)
    )

    def row(place: int, sheet: Sheet) -> Row:
        which = place % len(texts)
        template = templates.partnership(which)
        made = maker.record("par", blueprint.partnerships, place, sheet, _SIGNED)
        parties = _parties(maker, place)
        signed = day(made["created"]) + timedelta(days=1)
        ended = signed + timedelta(days=_TERM) < day(LAST)
        homes = list(dict.fromkeys(province(who) for who in parties))
        common = {
            **made,
            "visibility": (visible := maker.rng.choice((Visibility.PUBLIC, Visibility.MEMBERS))).value,
            "audience": rights(PUBLISHED, visible)["audience"],
            "owners": [maker.organization_ids[who] for who in parties],
        }
        maker.made["Partnership"].append({**common, "parties": parties})
        return {
            **common,
            **template.filled(number(place)),
            "template": sheet.templates.place(which, template.fixed),
            "status": (PartnershipStatus.ENDED if ended else PartnershipStatus.ACTIVE).value,
            "signedOn": signed,
            "startsOn": signed + timedelta(days=1),
            "endsOn": signed + timedelta(days=_TERM),
            "parties": [_party(maker, who, turn, which, sheet) for turn, who in enumerate(parties)],
            "regions": [maker.region(code, sheet)[0] for code in homes],
            "topics": maker.topics(told("organizations")[parties[0] % 64]["topics"][:3], sheet),
            "commitments": [
                _commitment(maker, starts[place] + turn, (which, turn), parties, sheet)
                for turn in range(owed[which])
            ],
        }

    return batches(cypher.PARTNERSHIP, len(blueprint.partnerships), 300, row)


def _parties(maker: Maker, place: int) -> list[int]:
    count, owner = len(maker.organizations), maker.blueprint.partnerships.owner[place]
    others = {maker.rng.randrange(count) for _ in range(1 + maker.rng.randrange(3))} - {owner}
    if place % AGREED == 0:
        others.add(maker.blueprint.trainers[place // AGREED])
    return [owner, *sorted(others or {(owner + 1) % count})]


def _party(maker: Maker, who: int, turn: int, which: int, sheet: Sheet) -> Row:
    told_of = told("partnerships")[which]["parties"]
    party = told_of[turn % len(told_of)]
    place = sheet.hubs.place(maker.organizations[who])
    return {"place": place, "role": party["role"], "signatoryOffice": party["signatoryOffice"]}


def _commitment(maker: Maker, place: int, of: tuple[int, int], parties: list[int], sheet: Sheet) -> Row:
    text = told("partnerships")[of[0]]["commitments"][of[1]]
    template = templates.commitment(*of)
    made = maker.record("com", maker.blueprint.commitments, place, sheet, _OWED)
    due: date = day(made["created"]) + timedelta(days=60 + maker.rng.randrange(_TERM))
    by, to = parties[of[1] % len(parties)], parties[(of[1] + 1) % len(parties)]
    return {
        **made,
        **template.filled(number(place)),
        "template": sheet.parts.place(of, template.fixed),
        "status": text["status"],
        "dueOn": due,
        "owedBy": [sheet.hubs.place(maker.organizations[by])],
        "owedTo": [sheet.hubs.place(maker.organizations[to])],
    }
