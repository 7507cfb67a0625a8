"""Add the demo's organizations, with their contacts and the ties between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.model.access import Audience
from graph.model.organizations import ContactKind
from graph.model.ties import TieKind, TieStatus
from seed.chance import day, moment, number, one, share, some
from seed.content import counties, place_names, told
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import FOUNDED, JOINED, TOLD


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """An organization, with what the content tells of it."""

    key: str
    thing: Thing
    told: Mapping[str, Any]

    @property
    def joined(self) -> bool:
        """Whether it is a member, and so publishes."""
        return bool(self.told["status"] == "MEMBER")

    @property
    def province(self) -> str:
        """The code of its province."""
        return str(self.told["province"])

    def county(self, key: str) -> str:
        """The code of a county where it works."""
        served = [code for code in self.told["regions"] if code.count("-") == 2]
        return str(one(f"{key} county", served or counties(self.province)))

    def names(self) -> tuple[str, str]:
        """Its name in Persian and in English."""
        return self.told["nameFa"], self.told["nameEn"]


def add(sketch: Sketch, places: Places) -> dict[str, Member]:
    """Add them all; by their keys."""
    members = {row["key"]: _member(sketch, row) for row in told("organizations")}
    for member in members.values():
        _place(sketch, places, member)
    _ties(sketch, members)
    return members


def _member(sketch: Sketch, row: Mapping[str, Any]) -> Member:
    key = f"organization {row['key']}"
    known = moment(key, FOUNDED, JOINED)
    if row["status"] == "LISTED":
        deeds = [Deed("ORGANIZATION_LISTED", known)]
    elif share(f"{key} claimed") < 0.15:
        claimed = Deed("ORGANIZATION_CLAIMED", moment(f"{key} claim", known, JOINED))
        deeds = [Deed("ORGANIZATION_LISTED", known), claimed]
    else:
        deeds = [Deed("ORGANIZATION_REGISTERED", known)]
    # The register office is that of the province; the number means nothing.
    registered = {
        "registrationNumber": str(1000 + number(f"{key} registered", 60_000)),
        "registeredAt": f"ادارهٔ ثبت {place_names()[row['province']][0]}",
    }
    values = _values(row) | registered
    thing = sketch.record("Organization", row["key"], deeds, values)
    sketch.parts(thing, "contacts", list(_contacts(row["key"], row)))
    return Member(row["key"], thing, row)


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    founded = row["founded"]
    kept = {name: row[name] for name in ("kind", "status", "nameFa", "nameEn", "mission", "website")}
    return {
        **kept,
        "targetGroups": row["targetGroups"],
        "nationalIdDoubtful": False,
        "foundingDate": founded and date.fromisoformat(founded),
    }


def _contacts(key: str, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Contacts by office. No subscriber's number begins with 0, and `.example` belongs to nobody."""
    place = place_names()[row["province"]][0]
    line = f"+98 21 000 {number(f'{key} phone', 10_000):04}"
    yield {"kind": ContactKind.PHONE, "value": line, "office": "دبیرخانه"}
    yield {"kind": ContactKind.EMAIL, "value": f"info@{key}.example", "office": "روابط عمومی"}
    if share(f"{key} jobs") < 0.6:
        yield {"kind": ContactKind.EMAIL, "value": f"jobs@{key}.example", "office": "مسئول اشتغال"}
    if share(f"{key} address") < 0.5:
        value = f"{place}، خیابان نمونه، پلاک {1 + number(f'{key} door', 90)}"
        yield {"kind": ContactKind.ADDRESS, "value": value, "office": "دفتر مرکزی"}
    if share(f"{key} messenger") < 0.3:
        value = f"https://messenger.example/{key}"
        yield {"kind": ContactKind.MESSENGER, "value": value, "office": "مدیر اجرایی"}


def _place(sketch: Sketch, places: Places, member: Member) -> None:
    served = member.told["regions"] or ["IR"]
    home = next((code for code in served if code.startswith(f"{member.province}-")), member.province)
    sketch.link(member.thing, "location", [places.regions[home]])
    sketch.link(member.thing, "regions", [places.regions[code] for code in served])
    sketch.link(member.thing, "topics", [places.topics[slug] for slug in member.told["topics"]])


# -- ties -----------------------------------------------------------------------------------------

_ALONE = 5
"""So many members have no tie: whoever maps a network looks for them."""

Tie = tuple[str, TieKind, str]


def _ties(sketch: Sketch, members: Mapping[str, Member]) -> None:
    joined = [m for m in members.values() if m.joined]
    alone = {m.key for m in some("alone", [m for m in joined if m.told["kind"] == "NGO"], _ALONE)}
    made: list[Tie] = []
    for tie in _guessed([m for m in joined if m.key not in alone]):
        if tie not in made:
            made.append(tie)
    for tie in made:
        _tie(sketch, members, tie)


def _guessed(members: Sequence[Member]) -> Iterator[Tie]:
    """Ties between organizations that have a topic in common, by what kind each of them is."""
    for member in members:
        match member.told["kind"]:
            case "FOUNDATION":
                yield from _towards(member, TieKind.FUNDS, _of(members, "NGO"), 4)
            case "TRAINING_PROVIDER":
                yield from _towards(member, TieKind.TRAINS_FOR, _of(members, "NGO", "ENTERPRISE"), 2)
            case "NETWORK":
                for other in _nearest(member, _of(members, "NGO"), 9):
                    yield other.key, TieKind.MEMBER_OF, member.key
            case "NGO":
                count = number(f"{member.key} friends", 4)
                yield from _towards(member, TieKind.WORKS_WITH, _of(members, "NGO"), count)
                if share(f"{member.key} refers") < 0.4:
                    yield from _towards(member, TieKind.REFERS_TO, _of(members, "TRAINING_PROVIDER"), 1)


def _of(members: Sequence[Member], *kinds: str) -> list[Member]:
    return [member for member in members if member.told["kind"] in kinds]


def _towards(member: Member, kind: TieKind, others: Sequence[Member], count: int) -> Iterator[Tie]:
    for other in _nearest(member, others, count):
        # Two who work together are tied once, whichever of them said so.
        ends = sorted((member.key, other.key)) if kind is TieKind.WORKS_WITH else (member.key, other.key)
        yield ends[0], kind, ends[1]


def _nearest(member: Member, others: Sequence[Member], count: int) -> list[Member]:
    def distance(other: Member) -> tuple[int, int]:
        shared = len({*member.told["topics"]} & {*other.told["topics"]})
        return -shared - 2 * (member.province == other.province), number(f"{member.key} to {other.key}")

    return sorted((other for other in others if other is not member), key=distance)[:count]


def _tie(sketch: Sketch, members: Mapping[str, Member], tie: Tie) -> None:
    """A claim, and the tie that comes of it once it is confirmed."""
    start, kind, end = members[tie[0]].thing, tie[1], members[tie[2]].thing
    key = f"tie {tie[0]} {kind.value} {tie[2]}"
    status, deeds, until = _word(key, start, end)
    values = {
        "kind": kind,
        "status": status,
        "since": day(f"{key} since", date(2019, 3, 21), date(2025, 9, 22)),
        "until": until,
        "source": one(f"{key} source", _SOURCES),
    }
    binds = status is not TieStatus.CLAIMED
    rights = {
        "audience": (Audience.PUBLIC if binds else Audience.COORDINATORS).value,
        "ownerIds": [start.id, end.id],
    }
    claim = sketch.record("TieClaim", key, deeds, values | rights)
    sketch.link(claim, "fromOrganization", [start])
    sketch.link(claim, "toOrganization", [end])
    sketch.link(claim, "claimedBy", [start])
    sketch.link(claim, "asked", [end])
    if binds:
        sketch.link(claim, "confirmedBy", [end])
        sketch.link(start, "ties", [end], id=claim.id, **values)


def _word(key: str, start: Thing, end: Thing) -> tuple[TieStatus, list[Deed], date | None]:
    """Whose word there is for a tie: its status, what was done, and its last day where it has ended."""
    declared = moment(key, JOINED, TOLD)
    deeds = [Deed("TIE_DECLARED", declared, start)]
    if share(f"{key} waits") < 0.08:
        return TieStatus.CLAIMED, deeds, None
    confirmed = moment(f"{key} confirmed", declared, TOLD)
    deeds.append(Deed("TIE_CONFIRMED", confirmed, end))
    if share(f"{key} ended") >= 0.1:
        return TieStatus.CONFIRMED, deeds, None
    ended = moment(f"{key} end", confirmed, TOLD)
    return TieStatus.ENDED, [*deeds, Deed("TIE_ENDED", ended, start)], ended.date()


_SOURCES = ("اظهار سازمان", "صورت‌جلسهٔ نشست استانی", "گزارش سالانه", "گفت‌وگوی هماهنگ‌کننده")
