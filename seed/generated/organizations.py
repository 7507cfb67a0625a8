"""Make the rows of organizations and of the ties between them."""

from collections.abc import Iterator
from datetime import timedelta

from graph.model.organizations import ContactKind, OrganizationStatus
from graph.model.ties import CONFIRMED, ENDED, TieKind
from seed.content import told
from seed.generated import cypher, templates
from seed.generated.rows import Batch, Maker, Row, Sheet, batches, counties, day, kinds, number, province

_CONTACTS = (
    (ContactKind.PHONE, "+98 21 000 {0}", "دبیرخانه"),
    (ContactKind.EMAIL, "info@o{0}.example", "روابط عمومی"),
    (ContactKind.ADDRESS, "خیابان نمونه، پلاک {0}", "دفتر مرکزی"),
    (ContactKind.EMAIL, "jobs@o{0}.example", "مسئول اشتغال"),
    (ContactKind.MESSENGER, "https://messenger.example/o{0}", "مدیر اجرایی"),
)
_REGISTERED, _LISTED = kinds("ORGANIZATION_REGISTERED"), kinds("ORGANIZATION_LISTED")
_TIED = kinds("TIE_DECLARED")


def organizations(maker: Maker) -> Iterator[Batch]:
    """All organizations with their contacts."""

    def row(place: int, sheet: Sheet) -> Row:
        texts = told("organizations")
        which = place % len(texts)
        template = templates.organization(which)
        member = maker.rng.random() < 0.85
        known = _REGISTERED if member else _LISTED
        made = maker.record("org", maker.blueprint.organizations, place, sheet, known)
        near = counties(province(place))
        served = [maker.rng.choice(near) for _ in range(1 + maker.rng.randrange(3))]
        return {
            **made,
            **template.filled(number(place)),
            "template": sheet.templates.place(which, template.fixed),
            "status": (OrganizationStatus.MEMBER if member else OrganizationStatus.LISTED).value,
            "foundingDate": day(made["created"]) - timedelta(days=300 + maker.rng.randrange(6000)),
            "registrationNumber": number(place),
            "website": f"https://o{number(place)}.example",
            "audience": "PUBLIC",
            "owners": [made["id"]],
            "contacts": list(_contacts(place, maker.blueprint.contacts[place])),
            "topics": maker.topics(texts[which]["topics"], sheet),
            "regions": [maker.region(code, sheet)[0] for code in dict.fromkeys(served)],
            "location": maker.region(served[0], sheet),
        }

    return batches(cypher.ORGANIZATION, len(maker.blueprint.organizations), 500, row)


def _contacts(place: int, count: int) -> Iterator[Row]:
    for position in range(count):
        kind, value, office = _CONTACTS[position % len(_CONTACTS)]
        text = value.format(number(place * 10 + position))
        yield {"kind": kind.value, "value": text, "office": office, "position": position}


_TIES = (*[TieKind.WORKS_WITH] * 4, *TieKind)
_TIE_SOURCES = ("اظهار سازمان", "صورت‌جلسهٔ نشست استانی", "گزارش سالانه")


def ties(maker: Maker) -> Iterator[Batch]:
    """All ties, half of them to one of the few that many are tied to."""
    count = len(maker.organizations)

    def row(place: int, sheet: Sheet) -> Row:
        made = maker.record("tie", maker.blueprint.ties, place, sheet, _TIED)
        start = maker.blueprint.ties.owner[place]
        end = maker.rng.randrange(count) if maker.rng.random() < 0.5 else maker.rng.randrange(1 + count // 20)
        since = day(made["created"]) - timedelta(days=maker.rng.randrange(1500))
        kind, over = maker.rng.choice(_TIES), maker.rng.random() < 0.1
        return {
            **made,
            "audience": "PUBLIC",
            "from": sheet.hubs.place(maker.organizations[start]),
            "to": sheet.hubs.place(maker.organizations[(end + (end == start)) % count]),
            "kind": kind.value,
            "status": (ENDED if over else CONFIRMED).value,
            "since": since,
            "until": day(made["created"]) if over else None,
            "source": maker.rng.choice(_TIE_SOURCES),
        }

    return batches(cypher.TIE, len(maker.blueprint.ties), 2000, row)
