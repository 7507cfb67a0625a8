"""A small network, written by hand, and the way it gets into Neo4j.

It holds every label, edge, audience and optional value of the model at least once, ties in everything
that can be sorted by, and the hard cases of reading rights. Its times are fixed: `NOW`, `TODAY`.

The database of a test run holds one data set at a time: `load` empties it first. So a fixture that loads
has the scope of a module (or of the run), and tests do not run side by side.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.connection import Database, Transaction
from graph.migrations import migrate, pending
from graph.model import MODEL
from graph.model.access import audience
from graph.model.common import RecordStatus, Visibility
from graph.model.files import HOLDER
from graph.model.stored import stored

NOW = datetime(2026, 3, 21, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 21)


@dataclass(eq=False)
class Thing:
    """A node: its label, the properties that are stored, and (once loaded) its element id."""

    label: str
    key: str
    properties: dict[str, Any]


@dataclass(eq=False)
class Link:
    """A relationship, with its properties."""

    type: str
    start: Thing
    end: Thing
    properties: dict[str, Any]


@dataclass
class Network:
    """Nodes by key (the id, where they have one) and the relationships between them."""

    things: dict[str, Thing] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    _around: dict[Thing, list[Link]] = field(default_factory=dict, repr=False)
    _known: int = 0

    def add(self, label: str, key: str, **given: Any) -> None:
        """Put in a node; values in camelCase, as the graph names them."""
        node = MODEL.nodes[label]
        if node.prefix is not None:
            given["id"] = key
        self.things[key] = Thing(label, key, stored(node, given))

    def link(self, start: str, type_: str, *ends: str, **given: Any) -> None:
        """Put in relationships from one node to others, all with the same properties."""
        for end in ends:
            facts = {name: value for name, value in given.items() if value is not None}
            self.links.append(Link(type_, self.things[start], self.things[end], facts))

    def around(self, thing: Thing) -> list[Link]:
        """The relationships of a node."""
        if self._known != len(self.links):
            self._around, self._known = {}, len(self.links)
            for link in self.links:
                for end in {link.start, link.end}:
                    self._around.setdefault(end, []).append(link)
        return self._around.get(thing, [])

    def of(self, label: str) -> list[Thing]:
        """The nodes of a label."""
        return [thing for thing in self.things.values() if thing.label == label]


NETWORK = Network()
_add, _link = NETWORK.add, NETWORK.link


def _versioned(day: int, hour: int = 8) -> dict[str, Any]:
    """The record's own times: few different ones, so that many records tie."""
    created = datetime(2026, 1, day, hour, tzinfo=UTC)
    return {
        "version": 1 + day % 3,
        "createdAt": created,
        "updatedAt": created + timedelta(days=day % 4, microseconds=500_000 * (day % 2)),
        "demo": day % 2 == 0,
    }


def _published(
    owners: str | tuple[str, ...], visibility: str, status: str = "PUBLISHED", day: int | None = 3
) -> dict[str, Any]:
    """What decides who reads a record; `day` of January 2026 it was published on."""
    owned_by = (owners,) if isinstance(owners, str) else owners
    return {
        "status": status,
        "visibility": visibility,
        "publishedAt": None if day is None else datetime(2026, 1, day, 12, tzinfo=UTC),
        "audience": audience(RecordStatus(status), Visibility(visibility)).value,
        "ownerIds": list(owned_by),
    }


_ALONE = {"audience": "AUTHORS"}
"""What is, was or may yet be anonymized, and is read by its owners alone."""

# -- regions: a country, provinces, counties, a county that lies in none ---------------------------


BEGUN: dict[str, Any] = {"status": "IN_USE", "version": 1, "demo": False}
BEGUN |= dict.fromkeys(("createdAt", "updatedAt"), datetime(2026, 1, 1, tzinfo=UTC))
"""How the life of a term begins."""


def _region(key: str, code: str, kind: str, fa: str, en: str | None, *, deprived: bool = False) -> None:
    _add("Region", key, code=code, kind=kind, nameFa=fa, nameEn=en, deprived=deprived, **BEGUN)


_region("reg_iran", "IR", "COUNTRY", "ایران", "Iran")
_region("reg_tehran", "IR-23", "PROVINCE", "تهران", "Tehran")
_region("reg_sistan", "IR-11", "PROVINCE", "سیستان و بلوچستان", "Sistan and Baluchestan", deprived=True)
_region("reg_kerman", "IR-08", "PROVINCE", "کرمان", None, deprived=True)
_region("reg_gilan", "IR-01", "PROVINCE", "گیلان", "Gilan")
_region("reg_rey", "IR-23-rey", "COUNTY", "ری", "Rey")
_region("reg_chabahar", "IR-11-chabahar", "COUNTY", "چابهار", "Chabahar", deprived=True)
_region("reg_zahedan", "IR-11-zahedan", "COUNTY", "زاهدان", None, deprived=True)
_region("reg_bam", "IR-08-bam", "COUNTY", "بم", "Bam", deprived=True)
# The same name twice: rows that tie in the order by name.
_region("reg_rudbar", "IR-01-rudbar", "COUNTY", "رودبار", "Rudbar")
_region("reg_rudbarjonub", "IR-08-rudbar", "COUNTY", "رودبار", "Rudbar-e Jonubi", deprived=True)
_region("reg_alone", "XX-1", "COUNTY", "جزیره", None)
for _province in ("tehran", "sistan", "kerman", "gilan"):
    _link(f"reg_{_province}", "PART_OF", "reg_iran")
for _county, _province in (
    ("rey", "tehran"),
    ("chabahar", "sistan"),
    ("zahedan", "sistan"),
    ("bam", "kerman"),
    ("rudbarjonub", "kerman"),
    ("rudbar", "gilan"),
):
    _link(f"reg_{_county}", "PART_OF", f"reg_{_province}")


# -- topics: a chain of six, so that the deepest is not within the first; skills ---------------------


def _topic(key: str, fa: str, en: str | None, broader: str | None = None) -> None:
    _add("Topic", key, slug=key.removeprefix("top_"), labelFa=fa, labelEn=en, **BEGUN)
    if broader:
        _link(key, "BROADER", broader)


_topic("top_work", "کار و معیشت", "Work and livelihood")
_topic("top_employment", "اشتغال", "Employment", "top_work")
_topic("top_business", "کسب‌وکار خانگی", "Home business", "top_employment")
_topic("top_crafts", "صنایع دستی", "Crafts", "top_business")
_topic("top_weaving", "بافندگی", None, "top_crafts")
_topic("top_kilim", "گلیم‌بافی", "Kilim weaving", "top_weaving")
_topic("top_health", "سلامت", "Health")
_topic("top_addiction", "اعتیاد", "Addiction", "top_health")
_topic("top_water", "آب", "Water")
_topic("top_unused", "ژرف‌نگری", None)
_add(
    "Topic",
    "top_handwork",
    slug="handwork",
    labelFa="هنرهای دستی",
    **{**BEGUN, "status": "RETIRED", "countsAs": "top_crafts"},
)
_link("top_handwork", "REPLACED_BY", "top_crafts")


def _skill(
    key: str, fa: str, en: str | None, kind: str, broader: str | None = None, **given: str | None
) -> None:
    _add("Skill", key, slug=key.removeprefix("ski_"), labelFa=fa, labelEn=en, kind=kind, **given, **BEGUN)
    if broader:
        _link(key, "BROADER", broader)


_skill("ski_talk", "گفت‌وگو", "Conversation", "SOFT")
_skill("ski_agree", "مذاکره", "Negotiation", "SOFT", "ski_talk", escoUri="http://data.europa.eu/esco/skill/1")
_skill("ski_listen", "گوش دادن", None, "SOFT", "ski_talk")
_skill("ski_sew", "خیاطی", "Sewing", "HARD", iscoCode="7531")
_skill("ski_weave", "بافندگی", "Weaving", "HARD", "ski_sew", iscoCode="7318")
_skill("ski_books", "حسابداری", "Bookkeeping", "HARD", iscoCode="7531")


# -- organizations: equal names, missing values, ties both ways --------------------------------------


def _organization(key: str, fa: str, en: str | None, day: int, **given: Any) -> None:
    defaults = {"kind": "NGO", "status": "MEMBER", "nationalIdDoubtful": False}
    _add("Organization", key, **(defaults | {"nameFa": fa, "nameEn": en} | _versioned(day) | given))


_organization(
    "org_omid",
    "بنیاد امید",
    "Omid Foundation",
    1,
    kind="FOUNDATION",
    mission="توانمندسازی زنان سرپرست خانوار",
    nationalId="14000000011",
    registrationNumber="101",
    registeredAt="فرمانداری تهران",
    foundingDate=date(2001, 5, 1),
    website="https://omid.example",
    targetGroups=["WOMEN_HEADS_OF_HOUSEHOLD", "YOUTH"],
)
_organization(
    "org_mehr",
    "خانهٔ مهر",
    "Mehr House",
    2,
    nationalId="14000000022",
    nationalIdDoubtful=True,
    foundingDate=date(2001, 5, 1),
    targetGroups=["RECOVERING_FROM_ADDICTION"],
)
_organization("org_sabz", "راه سبز", None, 2, foundingDate=date(2010, 1, 1), targetGroups=["YOUTH", "RURAL"])
# The same name as the first, and as the first is written with another kaf and a half space.
_organization("org_omidb", "بنیاد امید", "Omid of the South", 4, registrationNumber="102")
_organization("org_kara", "کار‌آفرینان جوان", "Young Entrepreneurs", 5, kind="NETWORK")
_organization("org_karb", "کارآفرینان جوان", None, 5, kind="ENTERPRISE", status="LISTED")
_organization("org_fani", "آموزش فنی", "Technical Training", 6, kind="TRAINING_PROVIDER")
_organization("org_dolat", "ادارهٔ کار", "Labour Office", 7, kind="STATE_BODY", targetGroups=["DECILES_1_4"])
_organization("org_gone", "چشمهٔ خشک", None, 8, status="WITHDRAWN", foundingDate=date(1990, 12, 31))
_organization("org_bare", 'Zeta "quoted" \\ group', "Zeta", 9)

_link("org_omid", "ABOUT", "top_work", "top_employment", "top_business")
_link("org_mehr", "ABOUT", "top_addiction", "top_health")
_link("org_sabz", "ABOUT", "top_water")
_link("org_kara", "ABOUT", "top_employment", "top_kilim", "top_handwork")
_link("org_fani", "ABOUT", "top_employment")
_link("org_omid", "SERVES", "reg_tehran", "reg_sistan", "reg_rey")
_link("org_mehr", "SERVES", "reg_tehran")
_link("org_sabz", "SERVES", "reg_chabahar", "reg_zahedan")
_link("org_omidb", "SERVES", "reg_bam", "reg_rudbarjonub")
_link("org_dolat", "SERVES", "reg_iran")
_link("org_omid", "LOCATED_IN", "reg_rey")
_link("org_mehr", "LOCATED_IN", "reg_tehran")
_link("org_sabz", "LOCATED_IN", "reg_zahedan")
_link("org_omidb", "LOCATED_IN", "reg_bam")

for _key, _owner, _kind, _value, _office, _position in (
    ("c1", "org_omid", "PHONE", "021-5550001", "دبیرخانه", 0),
    ("c2", "org_omid", "EMAIL", "office@omid.example", None, 1),
    ("c3", "org_omid", "ADDRESS", "تهران، شهر ری", "دبیرخانه", 2),
    ("c4", "org_mehr", "MOBILE", "0912-5550002", "مددکاری", 0),
    ("c5", "org_sabz", "MESSENGER", "@sabz", None, 0),
    ("c6", "org_dolat", "PHONE", "021-5550003", "روابط عمومی", 0),
):
    _add("Contact", _key, kind=_kind, value=_value, office=_office, position=_position)
    _link(_owner, "HAS_CONTACT", _key)

# Ties: twice the same way, once the other way round, and one from an organization to itself; then claims
# that nobody has confirmed, so that there is no tie.


def _tie(start: str, end: str, key: str, kind: str, status: str = "CONFIRMED", **given: Any) -> None:
    said = {name: value for name, value in given.items() if name not in {"reason", "answer", "claimed"}}
    binds = status in {"CONFIRMED", "ENDED"}
    rights = {"audience": "PUBLIC" if binds else "COORDINATORS", "ownerIds": [start, end]}
    told = {name: given[name] for name in ("reason", "answer") if name in given}
    _add(
        "TieClaim",
        key,
        kind=kind,
        status=status,
        **rights,
        **said,
        **told,
        **_versioned(1 + ord(key[-1]) % 9),
    )
    _link(key, "TIE_FROM", start)
    _link(key, "TIE_TO", end)
    claimed = given.get("claimed", start)
    if claimed:
        _link(key, "CLAIMED_BY", claimed)
        _link(key, "ASKS", end if claimed == start else start)
    if claimed and binds:
        _link(key, "CONFIRMED_BY", end if claimed == start else start)
    if binds:
        _link(start, "TIED_TO", end, id=key, kind=kind, status=status, **said)


_tie("org_omid", "org_mehr", "tie_a1", "WORKS_WITH", since=date(2020, 1, 1), source="سند")
_tie("org_omid", "org_mehr", "tie_a2", "FUNDS", since=date(2021, 1, 1))
_tie("org_mehr", "org_omid", "tie_a0", "REFERS_TO")
_tie("org_omid", "org_fani", "tie_b1", "TRAINS_FOR", "ENDED", until=date(2025, 1, 1))
_tie("org_omid", "org_omidb", "tie_b2", "MEMBER_OF")
_tie(
    "org_dolat", "org_omid", "tie_c1", "SUPERVISES", claimed=None,
    since=date(2019, 6, 1), sourceUrl="https://example.org/register",
)  # fmt: skip
_tie("org_dolat", "org_mehr", "tie_c2", "SUPERVISES", since=date(2019, 6, 1))
_tie("org_kara", "org_karb", "tie_d1", "MEMBER_OF")
_tie("org_sabz", "org_sabz", "tie_e1", "WORKS_WITH")
_tie("org_mehr", "org_dolat", "tie_f1", "SUPERVISES", "CLAIMED")
_tie("org_mehr", "org_sabz", "tie_f2", "FUNDS", "DISPUTED", reason="چنین نیست.", claimed="org_sabz")
_tie("org_omid", "org_sabz", "tie_f3", "WORKS_WITH", "CLAIMED", reason="نه هنوز.", answer="از پارسال.")
_tie("org_fani", "org_omid", "tie_f4", "TRAINS_FOR", "WITHDRAWN")


# -- experiences --------------------------------------------------------------------------------------


def _experience(
    key: str,
    title: str,
    day: int,
    outcome: str,
    published: dict[str, Any],
    publisher: str | None,
    **given: Any,
) -> None:
    defaults = {"language": "FA", "happened": f"شرح {title}"}
    values = defaults | {"title": title, "outcome": outcome} | _versioned(day) | published | given
    _add("Experience", key, **values)
    if publisher:
        _link(key, "PUBLISHED_BY", publisher)


_experience(
    "exp_loan",
    "وام خرد برای زنان سرپرست خانوار",
    10,
    "SUCCESS",
    _published("org_omid", "PUBLIC"),
    "org_omid",
    context="شهر ری، ۱۴۰۲",
    intended="اشتغال پنجاه زن",
    why="ضامن گروهی کار را ساده کرد",
    enablingFactors=["ضمانت گروهی", "آموزش پیش از وام"],
    barriers=["تورم"],
    costBand="LOW",
    startedOn=date(2023, 4, 1),
    endedOn=date(2024, 3, 19),
    targetGroups=["WOMEN_HEADS_OF_HOUSEHOLD"],
)
_experience(
    "exp_market",
    "بازارچهٔ صنایع دستی",
    10,
    "MIXED",
    _published("org_omid", "MEMBERS", day=4),
    "org_omid",
    costBand="MEDIUM",
    startedOn=date(2023, 4, 1),
    targetGroups=["WOMEN_HEADS_OF_HOUSEHOLD", "RURAL"],
)
# The hard one: anonymized, with everything around it that could name its author.
_experience(
    "exp_hush",
    "شکست یک کارگاه",
    10,
    "FAILURE",
    _published("org_omid", "ANONYMIZED"),
    "org_omid",
    barriers=["نبود بازار فروش"],
    costBand="HIGH",
    startedOn=date(2022, 1, 1),
    endedOn=date(2022, 6, 1),
    targetGroups=["WOMEN_HEADS_OF_HOUSEHOLD"],
)
_experience(
    "exp_whisper",
    "شکست یک کارگاه",
    11,
    "FAILURE",
    _published(("org_mehr", "org_sabz"), "ANONYMIZED", day=4),
    "org_mehr",
    startedOn=date(2022, 1, 1),
)
_experience(
    "exp_draft",
    "پیش‌نویس",
    12,
    "SUCCESS",
    _published("org_omid", "PUBLIC", "DRAFT", None) | _ALONE,
    "org_omid",
)
_experience(
    "exp_taken",
    "تجربهٔ پس‌گرفته",
    12,
    "MIXED",
    _published("org_mehr", "PUBLIC", "WITHDRAWN"),
    "org_mehr",
    endedOn=date(2024, 3, 19),
)
_experience(
    "exp_circle",
    "دایرهٔ شریکان",
    12,
    "NEAR_MISS",
    _published("org_mehr", "PARTNERS"),
    "org_mehr",
    language="EN",
    startedOn=date(2024, 7, 1),
)
_experience(
    "exp_joint",
    "کار مشترک",
    13,
    "SUCCESS",
    _published(("org_omid", "org_fani"), "PARTNERS", day=5),
    "org_fani",
    costBand="LOW",
)
_experience(
    "exp_inner",
    "یادداشت درونی",
    13,
    "FAILURE",
    _published("org_sabz", "ORGANIZATION", day=None) | _ALONE,
    "org_sabz",
)
_experience(
    "exp_water",
    "آب آشامیدنی روستا",
    14,
    "SUCCESS",
    _published("org_sabz", "PUBLIC", day=5),
    "org_sabz",
    costBand="HIGH",
    startedOn=date(2024, 7, 1),
    endedOn=date(2025, 1, 1),
    targetGroups=["RURAL", "YOUTH"],
)
_experience(
    "exp_camp",
    "اردوی ترک اعتیاد",
    14,
    "MIXED",
    _published("org_mehr", "PUBLIC"),
    "org_mehr",
    language="EN",
    targetGroups=["RECOVERING_FROM_ADDICTION"],
)
_experience("exp_solo", "بی ناشر", 15, "SUCCESS", _published((), "PUBLIC"), None)
_experience(
    "exp_kilim",
    "گلیم‌بافی در خانه",
    15,
    "SUCCESS",
    _published("org_kara", "MEMBERS"),
    "org_kara",
    costBand="LOW",
    startedOn=date(2025, 2, 1),
)

for _key, _regions, _topics, _skills in (
    ("exp_loan", "reg_rey", ("top_employment", "top_business"), ("ski_books", "ski_agree")),
    ("exp_market", "reg_chabahar", ("top_crafts", "top_kilim"), ("ski_weave",)),
    ("exp_hush", "reg_rey", ("top_business",), ("ski_sew",)),
    ("exp_whisper", "reg_tehran", ("top_addiction",), ()),
    ("exp_draft", "reg_tehran", ("top_employment",), ("ski_listen",)),
    ("exp_taken", None, ("top_health",), ()),
    ("exp_circle", "reg_tehran", ("top_employment", "top_health"), ("ski_talk",)),
    ("exp_joint", "reg_iran", ("top_work",), ()),
    ("exp_inner", "reg_zahedan", ("top_water",), ()),
    ("exp_water", "reg_zahedan", ("top_water", "top_health"), ()),
    ("exp_camp", "reg_gilan", ("top_addiction",), ("ski_talk", "ski_listen")),
    ("exp_kilim", "reg_rudbarjonub", ("top_kilim",), ("ski_weave",)),
):
    if _regions:
        _link(_key, "LOCATED_IN", _regions)
    _link(_key, "ABOUT", *_topics)
    _link(_key, "USES_SKILL", *_skills)

# An organization with two roles in one experience: two relationships between the same two nodes.
_link("exp_loan", "HAS_PARTICIPANT", "org_omid", role="LEAD", since=date(2023, 4, 1), until=date(2024, 3, 19))
_link("exp_loan", "HAS_PARTICIPANT", "org_omid", role="FUNDER")
_link("exp_loan", "HAS_PARTICIPANT", "org_fani", role="TRAINER", since=date(2023, 5, 1))
_link("exp_loan", "HAS_PARTICIPANT", "org_dolat", role="HOST")
_link("exp_hush", "HAS_PARTICIPANT", "org_omid", role="LEAD")
_link("exp_hush", "HAS_PARTICIPANT", "org_fani", role="TRAINER")
_link("exp_whisper", "HAS_PARTICIPANT", "org_sabz", role="IMPLEMENTER")
_link("exp_camp", "HAS_PARTICIPANT", "org_mehr", role="LEAD")
_link("exp_camp", "HAS_PARTICIPANT", "org_sabz", role="ADVISER", until=date(2024, 1, 1))
_link("exp_joint", "HAS_PARTICIPANT", "org_omid", "org_fani", role="IMPLEMENTER")
_link("exp_circle", "HAS_PARTICIPANT", "org_omid", role="HOST")

# Who is named and asked: by an open, a draft, an anonymized and a partners' experience; in every status.
for _key, _owner, _experience, _named, _role, _status, _reason in (
    ("pac_1", "org_omid", "exp_loan", "org_fani", "TRAINER", "CONFIRMED", None),
    ("pac_2", "org_omid", "exp_loan", "org_dolat", "HOST", "CONFIRMED", None),
    ("pac_3", "org_omid", "exp_loan", "org_mehr", "ADVISER", "CLAIMED", None),
    ("pac_4", "org_omid", "exp_loan", "org_sabz", "FUNDER", "REFUSED", "ما نبودیم."),
    ("pac_5", "org_omid", "exp_hush", "org_mehr", "ADVISER", "CLAIMED", None),
    ("pac_6", "org_omid", "exp_circle", "org_fani", "HOST", "CLAIMED", None),
    ("pac_7", "org_omid", "exp_circle", "org_mehr", "HOST", "WITHDRAWN", None),
):
    _add(
        "ParticipationClaim", _key, status=_status, role=_role, reason=_reason, audience="OWNERS",
        ownerIds=[_owner, _named], askedId=_named, **_versioned(int(_key[-1])),
    )  # fmt: skip
    _link(_key, "NAMED_IN", _experience)
    _link(_key, "NAMES", _named)

for _key, _owner, _indicator, _amount, _baseline, _unit, _position in (
    ("r1", "exp_loan", "زنان شاغل", 42.0, 5.0, "نفر", 0),
    ("r2", "exp_loan", "بازپرداخت", 97.5, None, "%", 1),
    ("r3", "exp_loan", "میانگین درآمد", 0.25, 0.1, None, 2),
    ("r4", "exp_water", "روستاها", 7.0, None, None, 0),
    ("r5", "exp_hush", "فروش", 0.0, None, "نفر", 0),
):
    _add(
        "Result",
        _key,
        indicator=_indicator,
        value=_amount,
        baseline=_baseline,
        unit=_unit,
        position=_position,
    )
    _link(_owner, "HAS_RESULT", _key)


# -- lessons and approaches ----------------------------------------------------------------------------


def _lesson(
    key: str, statement: str, day: int, published: dict[str, Any], publisher: str | None, **given: Any
) -> None:
    defaults = {"language": "FA", "recommendation": f"پیشنهاد {key}", "wording": 1 + day % 2}
    _add("Lesson", key, **(defaults | {"statement": statement} | _versioned(day) | published | given))
    if publisher:
        _link(key, "PUBLISHED_BY", publisher)


_lesson(
    "les_guarantee",
    "ضمانت گروهی بازپرداخت را بالا می‌برد",
    16,
    _published("org_omid", "PUBLIC"),
    "org_omid",
    appliesWhen="گروه همدیگر را می‌شناسند",
    notAppliesWhen="شهر بزرگ",
)
_lesson("les_price", "نخست بازار، سپس تولید", 16, _published("org_omid", "MEMBERS"), "org_omid")
_lesson("les_hush", "بی بازار نسازید", 16, _published("org_omid", "ANONYMIZED"), "org_omid")
_lesson("les_shared", "شکست را بگویید", 17, _published(("org_omid", "org_mehr"), "ANONYMIZED"), "org_mehr")
_lesson("les_named", "درس با نام", 17, _published("org_mehr", "PUBLIC", day=4), "org_mehr", language="EN")
_lesson("les_draft", "درس پیش‌نویس", 18, _published("org_mehr", "PUBLIC", "DRAFT", None) | _ALONE, "org_mehr")
_lesson("les_taken", "درس پس‌گرفته", 18, _published("org_omid", "MEMBERS", "WITHDRAWN"), "org_omid")
_lesson("les_circle", "درس شریکان", 18, _published("org_mehr", "PARTNERS", day=5), "org_mehr")
_lesson("les_inner", "درس درونی", 19, _published("org_fani", "ORGANIZATION"), "org_fani")
_lesson("les_water", "چاه را به مردم بسپارید", 19, _published("org_sabz", "PUBLIC"), "org_sabz")
_lesson("les_twin", "چاه را به مردم بسپارید", 19, _published("org_karb", "PUBLIC"), "org_karb", language="EN")
_lesson("les_orphan", "بی ناشر و بی تجربه", 20, _published((), "MEMBERS", day=None), None)

_link("les_guarantee", "DRAWN_FROM", "exp_loan", "exp_hush")
_link("les_price", "DRAWN_FROM", "exp_market", "exp_hush")
_link("les_hush", "DRAWN_FROM", "exp_hush", "exp_market", "exp_camp")
_link("les_shared", "DRAWN_FROM", "exp_whisper", "exp_hush", "exp_camp")
_link("les_named", "DRAWN_FROM", "exp_camp", "exp_circle", "exp_whisper")
_link("les_draft", "DRAWN_FROM", "exp_camp")
_link("les_circle", "DRAWN_FROM", "exp_circle")
_link("les_water", "DRAWN_FROM", "exp_water", "exp_inner")
_link("les_guarantee", "SUPPORTED_BY", "exp_kilim", "exp_joint", "exp_draft")
_link("les_hush", "SUPPORTED_BY", "exp_loan", "exp_kilim", "exp_whisper")
_link("les_water", "SUPPORTED_BY", "exp_hush", "exp_taken")
_link("les_guarantee", "CONTRADICTED_BY", "exp_hush", "exp_camp")
_link("les_price", "CONTRADICTED_BY", "exp_water")
_link("les_guarantee", "ABOUT", "top_employment", "top_business")
_link("les_hush", "ABOUT", "top_business")
_link("les_shared", "ABOUT", "top_health")
_link("les_water", "ABOUT", "top_water")
_link("les_named", "ABOUT", "top_addiction")
_link("les_guarantee", "USES_SKILL", "ski_agree")
_link("les_hush", "USES_SKILL", "ski_sew", "ski_books")


def _approach(
    key: str, title: str, day: int, published: dict[str, Any], publisher: str, steps: int = 0
) -> None:
    given = {"title": title, "summary": f"چکیدهٔ {title}", "language": "FA", "wording": 1}
    _add("Approach", key, **(given | _versioned(day) | published))
    _link(key, "PUBLISHED_BY", publisher)
    for position in range(steps):
        step = f"{key}step{position}"
        text = None if position == 1 else f"متن {position}"
        _add("Step", step, title=f"گام {position + 1}", text=text, position=position)
        _link(key, "HAS_STEP", step)


_approach("app_group", "گروه هم‌یار", 20, _published("org_omid", "PUBLIC"), "org_omid", steps=3)
_approach("app_hush", "روش بی‌نام", 20, _published("org_sabz", "ANONYMIZED", day=4), "org_sabz", steps=2)
_approach("app_circle", "روش شریکان", 21, _published("org_fani", "PARTNERS"), "org_fani")
_approach(
    "app_draft", "روش پیش‌نویس", 21, _published("org_mehr", "MEMBERS", "DRAFT", None) | _ALONE, "org_mehr"
)
_approach("app_inner", "گروه هم‌یار", 21, _published("org_kara", "MEMBERS"), "org_kara", steps=1)
_link("app_group", "DRAWN_FROM", "exp_loan", "exp_hush")
_link("app_hush", "DRAWN_FROM", "exp_inner", "exp_water", "exp_whisper")
_link("app_group", "ABOUT", "top_work")
_link("app_hush", "ABOUT", "top_water")
_link("app_group", "USES_SKILL", "ski_agree", "ski_talk")


# -- adoptions: with and without an outcome, seen and unseen -------------------------------------------

_ADOPTIONS = (
    # key, adopted, owner, visibility, status, outcome, region, startedOn
    (
        "ado_one",
        "les_guarantee",
        "org_mehr",
        "PUBLIC",
        "PUBLISHED",
        "SUCCESS",
        "reg_tehran",
        date(2025, 1, 1),
    ),
    ("ado_two", "les_guarantee", "org_sabz", "MEMBERS", "PUBLISHED", "FAILURE", None, date(2025, 1, 1)),
    ("ado_three", "les_guarantee", "org_fani", "PARTNERS", "PUBLISHED", "MIXED", "reg_bam", None),
    ("ado_four", "les_guarantee", "org_kara", "PUBLIC", "PUBLISHED", None, None, date(2025, 6, 1)),
    ("ado_five", "les_hush", "org_mehr", "PUBLIC", "PUBLISHED", "SUCCESS", "reg_rey", None),
    # By the author of an anonymized lesson: the way between the two is closed.
    ("ado_own", "les_hush", "org_omid", "PUBLIC", "PUBLISHED", "MIXED", None, date(2025, 6, 1)),
    ("ado_six", "les_water", "org_mehr", "MEMBERS", "DRAFT", "SUCCESS", None, None),
    ("ado_seven", "les_named", "org_omid", "ORGANIZATION", "PUBLISHED", "FAILURE", None, None),
    ("ado_eight", "app_group", "org_sabz", "PUBLIC", "PUBLISHED", "MIXED", "reg_zahedan", date(2025, 7, 1)),
    ("ado_nine", "app_hush", "org_omid", "MEMBERS", "PUBLISHED", None, None, date(2025, 8, 1)),
    ("ado_ten", "app_circle", "org_omid", "PUBLIC", "WITHDRAWN", "SUCCESS", None, None),
    ("ado_joint", "les_shared", "org_sabz", "PUBLIC", "PUBLISHED", None, None, None),
)
for _number, (_key, _of, _owner, _visible, _status, _outcome, _where, _started) in enumerate(_ADOPTIONS):
    _recorded = datetime(2026, 2, 1 + _number % 3, tzinfo=UTC) if _outcome else None
    _add(
        "Adoption",
        _key,
        note=f"یادداشت {_number}" if _number % 2 else None,
        startedOn=_started,
        outcome=_outcome,
        outcomeNote="خوب پیش رفت" if _outcome == "SUCCESS" else None,
        outcomeRecordedAt=_recorded,
        wording=1,
        holdsFor=[1] if _number % 3 else [1, 2],
        adoptedVersion=2,
        **_versioned(22 + _number % 2),
        **_published(_owner, _visible, _status),
    )
    if _outcome:
        _told = {"outcome": _outcome, "note": None, "recordedAt": _recorded}
        _add("Outcome", f"out_{_number}a", **_told, telling=1, corrected=_number % 2 == 0)
        _link(_key, "HAS_OUTCOME", f"out_{_number}a")
        if _number % 2 == 0:
            _add("Outcome", f"out_{_number}b", **_told, telling=1, corrected=False)
            _link(_key, "HAS_OUTCOME", f"out_{_number}b")
            _link(f"out_{_number}b", "CORRECTS", f"out_{_number}a")
    _link(_key, "ADOPTS", _of)
    _link(_key, "PUBLISHED_BY", _owner)
    if _where:
        _link(_key, "LOCATED_IN", _where)


# -- reviews: validated, in review, of an earlier wording, of what is anonymized or read by few ---------

_REVIEWS = (
    # key, reviewed, number, status, wording, evidence
    ("rvw_early", "les_guarantee", 1, "VALIDATED", 7, "MET"),
    ("rvw_late", "les_guarantee", 2, "SUBMITTED", 1, None),
    ("rvw_hush", "les_hush", 1, "VALIDATED", 1, "PARTLY_MET"),
    ("rvw_draft", "les_water", 1, "CHANGES_REQUESTED", 1, "NOT_MET"),
    ("rvw_gone", "app_group", 1, "WITHDRAWN", 1, None),
    ("rvw_group", "app_group", 2, "REJECTED", 1, "NOT_MET"),
    ("rvw_other", "les_shared", 1, "REJECTED", 7, "NOT_MET"),
)
for _number, (_key, _of, _which, _status, _wording, _evidence) in enumerate(_REVIEWS):
    _add(
        "Review",
        _key,
        status=_status,
        number=_which,
        wording=_wording,
        reviewedVersion=2,
        evidence=_evidence,
        applicability=_evidence,
        clarity=_evidence and "MET",
        evidenceNote="یک سال" if _evidence and _number % 2 else None,
        applicabilityNote="برای شهر" if _status == "VALIDATED" else None,
        clarityNote="روشن است" if _status == "VALIDATED" else None,
        changesRequested="سال دوم را بیاورید" if _status == "CHANGES_REQUESTED" else None,
        rejectionReason="شاهدی ندارد" if _status == "REJECTED" else None,
        judgedOn=date(2026, 2, 1 + _number) if _evidence else None,
        audience="PUBLIC" if _status == "VALIDATED" else "REVIEWERS",
        ownerIds=NETWORK.things[_of].properties["ownerIds"],
        **_versioned(20 + _number % 3),
    )
    _link(_key, "REVIEWS", _of)


# -- partnerships and commitments -----------------------------------------------------------------------


def _partnership(
    key: str, fa: str, en: str | None, day: int, visibility: str, parties: tuple[str, ...], **given: Any
) -> None:
    status = RecordStatus.DRAFT if given["status"] == "DRAFT" else RecordStatus.PUBLISHED
    rights = {"audience": audience(status, Visibility(visibility)).value, "ownerIds": list(parties)}
    values = {"titleFa": fa, "titleEn": en, "visibility": visibility, "termsVersion": 1}
    _add("Partnership", key, **(values | _versioned(day) | rights | given))
    for number, party in enumerate(parties):
        _link(
            key,
            "HAS_PARTY",
            party,
            role="میزبان" if number else "مجری",
            signatoryOffice="مدیرعامل" if number else None,
            signedOn=date(2025, 1, 1 + number) if status is RecordStatus.PUBLISHED else None,
        )


_partnership(
    "par_jobs",
    "تفاهم‌نامهٔ اشتغال",
    "Jobs memorandum",
    24,
    "PUBLIC",
    ("org_omid", "org_mehr"),
    kind="MOU",
    status="ACTIVE",
    summary="آموزش و وام",
    signedOn=date(2025, 1, 2),
    startsOn=date(2025, 2, 1),
    endsOn=date(2027, 2, 1),
)
_partnership(
    "par_old",
    "تفاهم‌نامهٔ اشتغال",
    None,
    24,
    "PUBLIC",
    ("org_omid", "org_mehr"),
    kind="MOU",
    status="RENEWED",
    signedOn=date(2023, 1, 2),
    startsOn=date(2023, 2, 1),
    endsOn=date(2025, 2, 1),
)
_partnership(
    "par_skills",
    "مهارت برای همه",
    "Skills for all",
    24,
    "MEMBERS",
    ("org_fani", "org_omid", "org_dolat"),
    kind="CONSORTIUM",
    status="SIGNED",
    signedOn=date(2025, 1, 2),
)
_partnership(
    "par_water", "آب", None, 25, "PARTNERS", ("org_sabz", "org_mehr"), kind="AGREEMENT", status="SUSPENDED"
)
_partnership(
    "par_inner", "درونی", None, 25, "ORGANIZATION", ("org_kara", "org_karb"), kind="MOU", status="ENDED"
)
_partnership("par_draft", "پیش‌نویس", None, 25, "PUBLIC", ("org_omid", "org_sabz"), kind="MOU", status="DRAFT")
# A coordinator wrote it for its two parties.
_partnership(
    "par_written",
    "برای دیگران",
    None,
    25,
    "PUBLIC",
    ("org_mehr", "org_sabz"),
    kind="MOU",
    status="DRAFT",
    audience="COORDINATORS",
)
_link("par_jobs", "RENEWS", "par_old")
_link("par_draft", "RENEWS", "par_water")
_link("par_jobs", "WITNESSED_BY", "org_dolat", office="مدیرکل")
_link("par_jobs", "WITNESSED_BY", "org_dolat", office="معاون")
_link("par_skills", "WITNESSED_BY", "org_dolat", office="مدیرکل")
_link("par_jobs", "COVERS", "reg_tehran", "reg_rey")
_link("par_water", "COVERS", "reg_zahedan")
_link("par_jobs", "ABOUT", "top_employment")
_link("par_skills", "ABOUT", "top_work", "top_crafts")

for _number, (_key, _whole, _by, _to, _status, _due) in enumerate(
    (
        ("com_train", "par_jobs", "org_omid", "org_mehr", "IN_PROGRESS", date(2026, 3, 20)),
        ("com_lend", "par_jobs", "org_mehr", "org_omid", "PLANNED", date(2026, 3, 21)),
        ("com_late", "par_jobs", "org_mehr", None, "PLANNED", date(2025, 12, 31)),
        ("com_met", "par_jobs", "org_omid", "org_mehr", "MET", date(2025, 12, 31)),
        ("com_open", "par_jobs", "org_omid", "org_mehr", "IN_PROGRESS", None),
        ("com_teach", "par_skills", "org_fani", "org_omid", "MISSED", date(2025, 5, 1)),
        ("com_well", "par_water", "org_sabz", "org_mehr", "IN_PROGRESS", date(2025, 5, 1)),
        ("com_inner", "par_inner", "org_kara", "org_karb", "WAIVED", None),
        ("com_draft", "par_draft", "org_omid", "org_sabz", "PLANNED", date(2025, 5, 1)),
        ("com_claimed", "par_jobs", "org_mehr", "org_omid", "IN_PROGRESS", date(2025, 12, 31)),
        ("com_past", "par_old", "org_mehr", "org_omid", "IN_PROGRESS", date(2024, 12, 31)),
    )
):
    _add(
        "Commitment",
        _key,
        titleFa="آموزش ۱۰ نفر" if _number % 4 == 0 else f"تعهد {_number}",
        titleEn=None if _number % 3 else f"Commitment {_number}",
        measure="نفر آموزش‌دیده" if _number % 2 else None,
        target=float(10 * _number) if _number % 3 else None,
        unit="نفر" if _number % 2 else None,
        dueOn=_due,
        status=_status,
        reportStatus={"com_train": "WAITING", "com_met": "CONFIRMED", "com_well": "DISPUTED"}.get(_key),
        claimedOn=date(2025, 12, 30) if _key == "com_claimed" else None,
        progress=4.0 if _key in {"com_train", "com_lend", "com_met"} else None,
        progressOn=date(2025, 12, 1) if _key == "com_train" else None,
        **_versioned(26 + _number % 2),
    )
    _link(_whole, "HAS_COMMITMENT", _key)
    _link(_key, "OWED_BY", _by)
    if _to:
        _link(_key, "OWED_TO", _to)


for _number, (_key, _of, _status, _says, _by, _to) in enumerate(
    (
        ("rep_train", "com_train", "CONFIRMED", "IN_PROGRESS", "org_omid", "org_mehr"),
        ("rep_mended", "com_train", "WAITING", "IN_PROGRESS", "org_omid", "org_mehr"),
        ("rep_met", "com_met", "CONFIRMED", "MET", "org_omid", "org_mehr"),
        ("rep_well", "com_well", "DISPUTED", "MET", "org_sabz", "org_mehr"),
        ("rep_inner", "com_inner", "SUPERSEDED", "MISSED", "org_kara", "org_karb"),
    )
):
    _add(
        "CommitmentReport",
        _key,
        status=_status,
        reportedStatus=_says,
        asOf=date(2025, 12, 1),
        actual=float(_number) if _number % 2 == 0 else None,
        target=10.0 if _number % 2 == 0 else None,
        unit="نفر" if _number % 2 == 0 else None,
        note="فهرست حضور" if _says == "MET" else None,
        evidenceUrl="https://example.org/list" if _says == "MET" else None,
        answeredOn=date(2025, 12, 9) if _status in {"CONFIRMED", "DISPUTED"} else None,
        disputeReason="چاه هنوز خشک است" if _status == "DISPUTED" else None,
        **_versioned(26 + _number % 2),
    )
    _link(_of, "HAS_REPORT", _key)
    _link(_key, "REPORTED_BY", _by)
    _link(_key, "REPORTED_TO", _to)
_link("rep_mended", "CORRECTS", "rep_train")

for _number, (_key, _status, _by) in enumerate(
    (
        ("ame_force", "IN_FORCE", "org_omid"),
        ("ame_open", "PROPOSED", "org_mehr"),
        ("ame_no", "DECLINED", "org_mehr"),
    )
):
    _add(
        "Amendment",
        _key,
        status=_status,
        reason="دو ماه بیشتر" if _number else None,
        standsOn=1,
        inForceOn=date(2025, 11, 1) if _status == "IN_FORCE" else None,
        declineReason="دیر است" if _status == "DECLINED" else None,
        audience="PUBLIC" if _status == "IN_FORCE" else "OWNERS",
        ownerIds=["org_omid", "org_mehr"],
        **_versioned(28 + _number % 2),
    )
    _link("par_jobs", "HAS_AMENDMENT", _key)
    _link(_key, "PROPOSED_BY", _by)
    _link(_key, "ACCEPTED_BY", _by, acceptedOn=date(2025, 10, 1))
    for _position, (_about, _field, _before, _after) in enumerate(
        (("com_train", "target", None, "10"), ("par_jobs", "endsOn", "2026-12-01", "2027-02-01"))
    ):
        _add(
            "AmendmentChange",
            f"{_key}change{_position}",
            part="TERMS" if _position else "COMMITMENT_CHANGED",
            about=_about,
            field=_field,
            before=_before,
            after=_after,
            position=_position,
        )
        _link(_key, "HAS_CHANGE", f"{_key}change{_position}")
_link("ame_force", "ACCEPTED_BY", "org_mehr", acceptedOn=date(2025, 11, 1))
_link("ame_no", "DECLINED_BY", "org_omid")
_link("par_inner", "ENDED_BY", "org_kara")


# -- resources and exchanges ------------------------------------------------------------------------------


def _resource(
    label: str, key: str, title: str, day: int, owner: str, visibility: str, status: str, **given: Any
) -> None:
    defaults = {"kind": "MATERIAL", "language": "FA", "fulfillment": "OPEN", "title": title}
    _add(label, key, **(defaults | _versioned(day) | _published(owner, visibility, status) | given))
    _link(key, "PUBLISHED_BY", owner)


_resource(
    "ResourceOffer",
    "off_machines",
    "ده چرخ خیاطی",
    28,
    "org_omid",
    "PUBLIC",
    "PUBLISHED",
    description="کارکرده و سالم",
    quantity=10.0,
    unit="دستگاه",
    startsOn=date(2026, 1, 1),
    endsOn=date(2026, 12, 31),
)
_resource(
    "ResourceOffer",
    "off_money",
    "کمک نقدی",
    28,
    "org_mehr",
    "MEMBERS",
    "PUBLISHED",
    kind="FINANCIAL",
    amount=3_000_000_000,
    amountUnit="IRR",
    fulfillment="RESERVED",
)
_resource("ResourceOffer", "off_room", "سالن", 28, "org_sabz", "PARTNERS", "PUBLISHED", kind="SPACE")
_resource("ResourceOffer", "off_draft", "ده چرخ خیاطی", 29, "org_fani", "PUBLIC", "DRAFT", publishedAt=None)
_resource(
    "ResourceOffer",
    "off_course",
    "دورهٔ خیاطی",
    29,
    "org_fani",
    "PUBLIC",
    "PUBLISHED",
    kind="KNOWLEDGE",
    language="EN",
    fulfillment="FULFILLED",
    startsOn=date(2026, 1, 1),
)
_resource(
    "ResourceNeed",
    "nee_machines",
    "چرخ خیاطی",
    28,
    "org_mehr",
    "PUBLIC",
    "PUBLISHED",
    quantity=2.5,
    unit="دستگاه",
    endsOn=date(2026, 6, 1),
)
_resource(
    "ResourceNeed",
    "nee_money",
    "سرمایهٔ در گردش",
    28,
    "org_sabz",
    "MEMBERS",
    "PUBLISHED",
    kind="FINANCIAL",
    amount=9_007_199_254_740_993,
    amountUnit="NEW_IRR",
)
_resource("ResourceNeed", "nee_trainer", "مربی", 29, "org_omid", "ORGANIZATION", "PUBLISHED", kind="HUMAN")
_resource("ResourceNeed", "nee_taken", "چرخ خیاطی", 29, "org_kara", "PUBLIC", "WITHDRAWN")
_link("off_machines", "LOCATED_IN", "reg_rey")
_link("off_room", "LOCATED_IN", "reg_zahedan")
_link("nee_machines", "LOCATED_IN", "reg_tehran")
_link("off_machines", "ABOUT", "top_crafts", "top_business")
_link("nee_machines", "ABOUT", "top_crafts")
_link("off_machines", "USES_SKILL", "ski_sew")
_link("off_course", "USES_SKILL", "ski_sew", "ski_weave")
_link("nee_trainer", "USES_SKILL", "ski_sew")

for _number, (_key, _offer, _need, _from, _to, _by, _status, _open_to) in enumerate(
    (
        (
            "exc_done",
            "off_machines",
            "nee_machines",
            "org_omid",
            "org_mehr",
            "org_omid",
            "DELIVERED",
            "PUBLIC",
        ),
        ("exc_new", "off_money", None, "org_mehr", "org_sabz", "org_sabz", "PROPOSED", "ORGANIZATION"),
        ("exc_half", None, "nee_money", "org_omid", "org_sabz", "org_omid", "ACCEPTED", "MEMBERS"),
        ("exc_no", "off_course", None, "org_fani", "org_kara", "org_kara", "DECLINED", "PARTNERS"),
        (
            "exc_void",
            "off_machines",
            "nee_trainer",
            "org_omid",
            "org_karb",
            "org_karb",
            "CANCELLED",
            "PUBLIC",
        ),
    )
):
    _confirmed = datetime(2026, 2, 10, 6, 30, 15, 250_000, tzinfo=UTC)
    _add(
        "Exchange",
        _key,
        status=_status,
        note="با وانت" if _number == 0 else None,
        quantity=float(_number) if _number % 2 == 0 else None,
        unit="دستگاه" if _number % 2 == 0 else None,
        amount=1_500_000 * _number if _number % 2 else None,
        amountUnit="IRR" if _number % 2 else None,
        providerConfirmedAt=_confirmed if _number in {0, 2} else None,
        receiverConfirmedAt=_confirmed if _number == 0 else None,
        deliveredAt=_confirmed if _number == 0 else None,
        audience=audience(RecordStatus.PUBLISHED, Visibility(_open_to)).value,
        ownerIds=[_from, _to],
        **_versioned(30 + _number % 2),
    )
    if _offer:
        _link(_key, "OF_OFFER", _offer)
    if _need:
        _link(_key, "FOR_NEED", _need)
    _link(_key, "PROVIDED_BY", _from)
    _link(_key, "RECEIVED_BY", _to)
    _link(_key, "PROPOSED_BY", _by)


# -- what is said under records: standing, hidden, taken back; under what was named then and is not now -------


def _said(
    label: str, key: str, by: str | tuple[str, ...], way: tuple[str, str], number: int, **given: Any
) -> None:
    owners = [by] if isinstance(by, str) else list(by)
    usual = {"status": "STANDING", "audience": "PUBLIC", "ownerIds": owners, "number": number}
    _add(label, key, **(usual | _versioned(20 + number % 3, 8 + number) | given))
    _link(key, *way)


_UNNAMED: dict[str, Any] = {"audience": "ANONYMIZED"}
_QUESTIONS: tuple[tuple[str, str, str, int, dict[str, Any]], ...] = (
    # key, about, asker, number, what is otherwise
    ("que_loan", "exp_loan", "org_mehr", 1, {}),
    ("que_hidden", "exp_loan", "org_sabz", 2, {"status": "HIDDEN", "hiddenReason": "توهین"}),
    ("que_gone", "exp_loan", "org_mehr", 3, {"status": "WITHDRAWN"}),
    ("que_hush", "exp_hush", "org_mehr", 1, _UNNAMED),
    ("que_named", "exp_hush", "org_sabz", 2, {}),
    ("que_shame", "les_hush", "org_sabz", 1, _UNNAMED | {"status": "HIDDEN", "hiddenReason": "نام می‌برد"}),
    ("que_before", "les_guarantee", "org_sabz", 1, _UNNAMED),
    ("que_taken", "les_taken", "org_mehr", 1, {}),
    ("que_way", "app_group", "org_kara", 1, {"language": "EN"}),
    ("que_room", "off_room", "org_mehr", 1, {}),
    ("que_need", "nee_trainer", "org_mehr", 1, {}),
    ("que_water", "par_water", "org_mehr", 1, {}),
    ("que_inner", "par_inner", "org_kara", 1, {}),
)
for _key, _of, _by, _number, _more in _QUESTIONS:
    _given = {"text": f"پرسش {_key}", "language": "FA"} | _more
    _said("Question", _key, _by, ("ASKED_ABOUT", _of), _number, **_given)
    _link(_key, "ASKED_BY", _by)
_ANSWERS: tuple[tuple[str, str, str | tuple[str, ...], str | None, int, dict[str, Any]], ...] = (
    # key, question, owners, who signs it, number, what is otherwise
    ("ans_loan", "que_loan", "org_omid", None, 1, {"fromAuthor": True}),
    ("ans_other", "que_loan", "org_kara", "org_kara", 2, {"questionVersion": 2}),
    ("ans_rude", "que_loan", "org_sabz", "org_sabz", 3, {"status": "HIDDEN", "hiddenReason": "توهین"}),
    ("ans_under", "que_hidden", "org_omid", None, 1, {"fromAuthor": True}),
    ("ans_hush", "que_hush", "org_omid", None, 1, _UNNAMED | {"fromAuthor": True}),
    ("ans_beside", "que_hush", "org_kara", "org_kara", 2, _UNNAMED),
    # Said while it was named: it is gone with the name.
    ("ans_named", "que_hush", "org_kara", "org_kara", 3, {}),
    ("ans_back", "que_hush", "org_omid", None, 4, _UNNAMED | {"fromAuthor": True, "status": "WITHDRAWN"}),
    ("ans_before", "que_before", "org_omid", None, 1, _UNNAMED | {"fromAuthor": True}),
    ("ans_water", "que_water", "org_sabz", "org_sabz", 1, {"fromAuthor": True}),
    ("ans_way", "que_way", "org_kara", "org_kara", 1, {}),
)
for _key, _of, _owners, _by, _number, _more in _ANSWERS:
    _given = {"text": f"پاسخ {_key}", "language": "FA", "fromAuthor": False, "questionVersion": 1} | _more
    _said("Answer", _key, _owners, ("ANSWERS", _of), _number, **_given)
    if _by:
        _link(_key, "ANSWERED_BY", _by)
_APPLICABILITY: tuple[tuple[str, str, str, int, dict[str, Any]], ...] = (
    # key, about, who says it, number, what is otherwise
    ("apl_yes", "les_guarantee", "org_fani", 1, {}),
    ("apl_no", "les_guarantee", "org_karb", 2, {"answer": "DOES_NOT_APPLY", "reason": "شهر ما بزرگ است"}),
    # It has adopted it meanwhile: by an adoption that all read, by one that members read.
    ("apl_adopter", "les_guarantee", "org_mehr", 3, {}),
    ("apl_member", "les_guarantee", "org_sabz", 4, {"answer": "DOES_NOT_APPLY", "reason": "شاید"}),
    ("apl_early", "les_guarantee", "org_kara", 5, {"wording": 7}),
    ("apl_rude", "les_guarantee", "org_dolat", 6, {"status": "HIDDEN", "hiddenReason": "توهین"}),
    ("apl_hush", "les_hush", "org_kara", 1, _UNNAMED),
    ("apl_named", "les_hush", "org_sabz", 2, {}),
    ("apl_way", "app_group", "org_fani", 1, {"status": "WITHDRAWN"}),
    ("apl_circle", "app_circle", "org_omid", 1, {}),
)
for _key, _of, _by, _number, _more in _APPLICABILITY:
    _given = {"answer": "APPLIES", "wording": 1} | _more
    _said("Applicability", _key, _by, ("SAID_OF", _of), _number, **_given)
    _link(_key, "SAID_BY", _by)
for _number, (_of, _by, _status, _open_to) in enumerate(
    (
        ("que_loan", "org_kara", "OPEN", "COORDINATORS"),
        ("que_hidden", "org_omid", "UPHELD", "COORDINATORS"),
        ("ans_hush", "org_mehr", "DISMISSED", "COORDINATORS"),
        ("que_water", "org_sabz", "OPEN", "OWNERS"),
        ("apl_no", "org_omid", "WITHDRAWN", "COORDINATORS"),
    )
):
    _given = {"reason": f"ایراد {_number}", "answer": "ایرادی نیست" if _status == "DISMISSED" else None}
    _given |= {"status": _status, "audience": _open_to, "ownerIds": [_by]}
    _add("Complaint", f"cpl_{_number}", **(_given | _versioned(20 + _number % 2)))
    _link(f"cpl_{_number}", "COMPLAINS_OF", _of)


# -- events: one of every kind of subject -----------------------------------------------------------------

_EVENTS: tuple[tuple[str, str, str | None, str | None, tuple[str, ...]], ...] = (
    # kind, audience, subject, by, owners
    ("ORGANIZATION_REGISTERED", "PUBLIC", "org_omid", "org_omid", ("org_omid",)),
    ("EXPERIENCE_PUBLISHED", "PUBLIC", "exp_loan", "org_omid", ("org_omid",)),
    ("EXPERIENCE_PUBLISHED", "ANONYMIZED", "exp_hush", "org_omid", ("org_omid",)),
    # What it is about was anonymized when it happened, and has been published under its name since.
    ("LESSON_PUBLISHED", "ANONYMIZED", "les_guarantee", "org_omid", ("org_omid",)),
    # The other way round: told in public, and anonymized since.
    ("LESSON_CREATED", "PUBLIC", "les_hush", "org_omid", ("org_omid",)),
    ("LESSON_PUBLISHED", "ANONYMIZED", "les_shared", "org_mehr", ("org_omid", "org_mehr")),
    ("APPROACH_PUBLISHED", "MEMBERS", "app_inner", "org_kara", ("org_kara",)),
    ("ADOPTED", "PUBLIC", "ado_one", "org_mehr", ("org_mehr",)),
    ("PARTNERSHIP_SIGNED", "PUBLIC", "par_jobs", "org_mehr", ("org_omid", "org_mehr")),
    ("COMMITMENT_REPORTED", "PUBLIC", "rep_met", "org_omid", ("org_omid", "org_mehr")),
    ("AMENDMENT_PROPOSED", "OWNERS", "ame_open", "org_mehr", ("org_omid", "org_mehr")),
    # The event is public, what it is about is not.
    ("COMMITMENT_ADDED", "PUBLIC", "com_inner", "org_kara", ("org_kara", "org_karb")),
    ("RESOURCE_OFFERED", "MEMBERS", "off_money", "org_mehr", ("org_mehr",)),
    ("RESOURCE_NEEDED", "PUBLIC", "nee_machines", "org_mehr", ("org_mehr",)),
    ("DELIVERY_CONFIRMED", "PARTNERS", "exc_done", "org_omid", ("org_omid", "org_mehr")),
    ("EXPERIENCE_CREATED", "AUTHORS", "exp_draft", "org_omid", ("org_omid",)),
    ("TIE_DECLARED", "PUBLIC", None, None, ()),
    ("QUESTION_ASKED", "ANONYMIZED", "que_hush", None, ("org_omid",)),
    ("QUESTION_HIDDEN", "COORDINATORS", "que_hidden", None, ("org_sabz",)),
    ("QUESTION_ANSWERED", "AUTHORS", "ans_named", None, ("org_omid",)),
)
for _number, (_kind, _open_to, _subject, _actor, _owners) in enumerate(_EVENTS):
    _key = f"eve_{_number:02}"
    _at = datetime(2026, 3, 1, 10, _number // 2, tzinfo=UTC)
    _add(
        "Event",
        _key,
        kind=_kind,
        at=_at,
        toldAt=_at + timedelta(seconds=_number),
        sequence=_number + 1,
        audience=_open_to,
        ownerIds=list(_owners),
    )
    if _subject:
        _link(_key, "SUBJECT", _subject)
    if _actor:
        _link(_key, "BY", _actor)


# -- the audit: who did what, of which some would name an author; and what was refused -------------------

for _number, (_event, _actor) in enumerate(
    [(f"eve_{n:02}", actor) for n, (_, _, _, actor, _) in enumerate(_EVENTS)]
    + [(None, "org_kara"), (None, None)]
):
    _key = f"aud_{_number:02}"
    _add(
        "AuditEntry",
        _key,
        kind="CHANGE" if _event else "REFUSAL",
        what="publishLesson" if _event else "NOT_ALLOWED",
        at=datetime(2026, 3, 1, 10, _number // 2, tzinfo=UTC),
        times=1 if _event else 7,
        tokenId=f"tok_{_actor}",
        address="192.0.2.1",
    )
    if _event:
        _link(_key, "AUDIT_OF", _event)
    if _actor:
        _link(_key, "AUDIT_FOR", _actor)


# -- versions: of what anybody reads, of what was hidden then, of what is anonymized ---------------------


def _version(
    number: int, event: str | None, by: str | None, of: str, open_to: str, owners: tuple[str, ...], **was: Any
) -> None:
    """A version as a write keeps it; `was` are its values, or lists of what it led to."""
    key = f"ver_{of}{number}".replace("_", "", 2).replace("ver", "ver_", 1)
    office = "MEMBER" if by else "HUB" if event is None else "COORDINATOR"
    _add("Version", key, number=number, event=event, office=office, audience=open_to, ownerIds=list(owners))
    kept = {name: was.pop(name, []) for name in ("parts", "links", "closedLinks")}
    values = {f"was{name[0].upper()}{name[1:]}": value for name, value in was.items()}
    at = datetime(2026, 2, 10 + number, 7, 30, tzinfo=UTC)
    NETWORK.things[key].properties |= {"of": NETWORK.things[of].label, "at": at} | kept | values
    _link(of, "HAS_VERSION", key)
    if by:
        _link(key, "BY", by)


def _entry(edge: str, to: str | int, **values: str) -> str:
    """A link or a part as a version keeps it."""
    return "\x1f".join([edge, str(to), *(f"{name}\x1e{value}" for name, value in values.items())])


_OMID: tuple[str, ...] = ("org_omid",)
_version(
    1, "ORGANIZATION_REGISTERED", None, "org_omid", "PUBLIC", _OMID, nameFa="امید", kind="NGO", status="LISTED",
    parts=[_entry("contacts", 1, kind="PHONE", value="021"), _entry("contacts", 0, kind="EMAIL", value="a@b.ir")],
)  # fmt: skip
_version(2, None, "org_omid", "org_omid", "PUBLIC", _OMID, nameFa="امید", kind="NGO", status="MEMBER")
_version(
    1, "LESSON_CREATED", "org_omid", "les_hush", "AUTHORS", _OMID, statement="پیش‌نویس", status="DRAFT",
    links=[_entry("topics", "top_weaving"), _entry("experiences", "exp_hush")],
)  # fmt: skip
_version(
    2,
    "LESSON_PUBLISHED",
    "org_omid",
    "les_hush",
    "MEMBERS",
    _OMID,
    statement="به امید بگویید",
    status="PUBLISHED",
)
_version(
    3, "LESSON_PUBLISHED", "org_omid", "les_hush", "ANONYMIZED", _OMID, statement="بگویید", status="PUBLISHED", wording=1,
    links=[_entry("experiences", "exp_hush"), _entry("experiences", "exp_loan")],
)  # fmt: skip
_version(
    2, "LESSON_EDITED", "org_omid", "les_guarantee", "PUBLIC", _OMID, statement="ضمانت", status="PUBLISHED", wording=1,
    links=[_entry("topics", "top_crafts"), _entry("experiences", "exp_hush"), _entry("experiences", "exp_loan")],
)  # fmt: skip
_version(
    1, "COMMITMENT_ADDED", "org_kara", "com_inner", "OWNERS", ("org_kara", "org_karb"), titleFa="تعهد", target=3.5,
    dueOn=date(2026, 4, 1), closedLinks=[_entry("owedBy", "org_kara"), _entry("owedTo", "org_karb")],
)  # fmt: skip


# -- files: attached to records of every audience, to two, and to none -----------------------------------


def _file(number: int, owner: str, *holders: str) -> None:
    key = f"fil_{number}"
    _add(
        "File",
        key,
        name=f"گزارش {number % 5}.pdf",
        mediaType="application/pdf" if number % 2 else "image/png",
        size=1_000 * (number % 4),
        digest=f"{number:064x}",
        createdAt=datetime(2026, 2, 1 + number % 3, 8, tzinfo=UTC),
        ownerIds=[owner],
    )
    _link(key, "UPLOADED_BY", owner)
    for holder in holders:
        _link(holder, "HAS_FILE", key)


_held = [thing for label in HOLDER.labels for thing in NETWORK.of(label)]
for _number, _holder in enumerate(_held[::2]):
    _file(_number, (_holder.properties.get("ownerIds") or ["org_kara"])[0], _holder.key)
_file(900, "org_omid", "les_hush", "les_guarantee")
_file(901, "org_mehr")


# -- into the database --------------------------------------------------------------------------------------

_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
_RECORDS = _EMPTY.replace("(n)", "(n:!Migration&!Counter)", 1)
_BEGIN = "MATCH (c:Counter) SET c = CASE c.name WHEN 'events' THEN {name: c.name, value: 0} ELSE {name: c.name} END"
_BATCH = 1_000


async def empty(database: Database, *, terms: bool = False) -> None:
    """Take everything out of the database, and migrate; the hub's own `terms` come in where they are wanted.

    What is migrated stays so: to go through every step again takes longer than many a module's tests.
    """
    if not terms and not await pending(database):
        await database.statement(_RECORDS)
        await database.statement(_BEGIN)
        return
    await database.statement(_EMPTY)
    if not terms:
        await database.statement("CREATE (:Migration {name: 'm0002_reference', at: datetime()})")
    await migrate(database)


async def load(database: Database, network: Network = NETWORK) -> None:
    """Empty the database and put a network in."""
    await empty(database)
    await database.write(lambda transaction: _put(transaction, network))
    await database.statement("CALL db.awaitIndexes(300)")


async def _put(transaction: Transaction, network: Network) -> None:
    element_ids: dict[str, str] = {}
    for label in {thing.label: None for thing in network.things.values()}:
        labels = label if MODEL.nodes[label].prefix is None else f"Node:{label}"
        nodes = [{"key": thing.key, "properties": thing.properties} for thing in network.of(label)]
        for batch in _batches(nodes):
            made = await transaction.run(
                f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties"
                " RETURN row.key AS key, elementId(n) AS made",
                rows=batch,
            )
            element_ids |= {row["key"]: row["made"] for row in made}
    for type_ in {link.type: None for link in network.links}:
        links = [link for link in network.links if link.type == type_]
        rows = [
            {
                "start": element_ids[link.start.key],
                "end": element_ids[link.end.key],
                "properties": link.properties,
            }
            for link in links
        ]
        for batch in _batches(rows):
            await transaction.run(
                "UNWIND $rows AS row MATCH (a), (b) WHERE elementId(a) = row.start AND elementId(b) = row.end"
                f" CREATE (a)-[r:{type_}]->(b) SET r = row.properties",
                rows=batch,
            )


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
