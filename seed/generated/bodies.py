"""Make the rows of networks with their boards, and of working groups."""

from collections.abc import Iterator
from functools import cache

from graph.model.access import Audience
from graph.model.boards import BoardKind, SeatSelection
from graph.model.common import Visibility
from graph.model.networks import NetworkLevel, NetworkStatus
from graph.model.working_groups import ACTIVE, GroupLevel, SeatRole
from seed.content import told
from seed.generated import field_cypher
from seed.generated.blueprint import PUBLISHED, SEATS
from seed.generated.rows import Batch, Maker, Row, Sheet, batches, day, kinds, number, province, rights
from seed.generated.templates import Template, template

_NETWORK = kinds("NETWORK_CREATED", "NETWORK_ACTIVATED")
_BOARD, _SEAT = kinds("BOARD_FORMED"), kinds("SEAT_PROPOSED", "SEAT_CONFIRMED")
_GROUP = kinds("WORKING_GROUP_PROPOSED", "WORKING_GROUP_APPROVED")


@cache
def _network(place: int) -> Template:
    row = told("networks")[place]
    values = {name: row[name] for name in ("nameFa", "nameEn", "purpose")}
    return template("Network", {**values, "level": NetworkLevel.PROVINCIAL}, "nameFa", "nameEn")


@cache
def _group(place: int) -> Template:
    row = told("working_groups")[place]
    return template(
        "WorkingGroup",
        {"title": row["title"], "purpose": row["purpose"], "level": GroupLevel.PROVINCIAL},
        "title",
    )


def networks(maker: Maker) -> Iterator[Batch]:
    """All networks, each with a board that sits."""
    lives, texts = maker.blueprint.networks, told("networks")

    def row(place: int, sheet: Sheet) -> Row:
        shared = _network(place % len(texts))
        made = maker.record("net", lives, place, sheet, _NETWORK)
        maker.made["Network"].append(made)
        return {
            **made,
            **shared.filled(number(place)),
            "template": sheet.templates.place(place % len(texts), shared.fixed),
            "status": NetworkStatus.ACTIVE.value,
            "audience": Audience.PUBLIC.value,
            "foundedOn": day(made["updated"]),
            "secretariat": maker.publisher(lives, place, sheet),
            "region": maker.region(province(lives.owner[place]), sheet),
            "topics": maker.topics(texts[place % len(texts)]["topics"], sheet),
            "boards": [_board(maker, place, made, sheet)],
        }

    return batches(field_cypher.NETWORK, len(lives), 200, row)


def _board(maker: Maker, place: int, network: Row, sheet: Sheet) -> Row:
    board = maker.record("boa", maker.blueprint.boards, place, sheet, _BOARD)
    since = day(board["created"])
    return {
        **board,
        "audience": Audience.PUBLIC.value,
        "owners": network["owners"],
        "kind": BoardKind.DIRECTORS.value,
        "since": since,
        "seats": [
            {
                **maker.record("sea", maker.blueprint.seats, place * SEATS + turn, sheet, _SEAT),
                "audience": Audience.PUBLIC.value,
                "owners": sorted({maker.organization_ids[who], *network["owners"]}),
                "office": "رئیس هیئت‌مدیره" if turn == 0 else "عضو هیئت‌مدیره",
                "selection": SeatSelection.ELECTED.value,
                "since": since,
                "organization": [sheet.hubs.place(maker.organizations[who])],
            }
            for turn, who in enumerate(_some(maker, SEATS))
        ],
    }


def _some(maker: Maker, count: int) -> list[int]:
    """So many organizations, each once where there are as many."""
    every = range(len(maker.organizations))
    return maker.rng.sample(every, count) if len(every) >= count else maker.rng.choices(every, k=count)


def groups(maker: Maker) -> Iterator[Batch]:
    """All working groups: of networks and of partnerships in turn, of three to six organizations."""
    lives, texts = maker.blueprint.groups, told("working_groups")

    def row(place: int, sheet: Sheet) -> Row:
        shared = _group(place % len(texts))
        made = maker.record("wgr", lives, place, sheet, _GROUP)
        bodies = maker.made["Partnership" if place % 2 else "Network"]
        body = bodies[place // 2 % len(bodies)]
        visible = maker.rng.choice((*[Visibility.PUBLIC] * 2, Visibility.MEMBERS))
        sitting = sorted(set(_some(maker, 3 + maker.rng.randrange(4))))
        roles = [SeatRole.CHAIR, SeatRole.SECRETARY, *[SeatRole.MEMBER] * len(sitting)]
        return {
            **made,
            **shared.filled(number(place)),
            "template": sheet.templates.place(place % len(texts), shared.fixed),
            "status": ACTIVE.value,
            "visibility": visible.value,
            "audience": rights(PUBLISHED, visible)["audience"],
            "owners": body["owners"],
            "since": day(made["updated"]),
            "region": maker.region(province(lives.owner[place]), sheet),
            "proposedBy": maker.publisher(lives, place, sheet),
            "body": [sheet.others.place(body["id"])],
            "members": [
                {"place": sheet.hubs.place(maker.organizations[who]), "role": role.value}
                for who, role in zip(sitting, roles, strict=False)
            ],
        }

    return batches(field_cypher.WORKING_GROUP, len(lives), 500, row)
