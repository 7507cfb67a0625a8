"""A network made for discovery: what should be found, and what must not be found out.

`org_author` wrote an anonymized failure with `org_third` in it, and has a secret partnership and a secret
offer. Nothing public leads to it, so wherever it stands in an answer, something led there.
"""

from datetime import UTC, date, datetime
from typing import Any

from graph.compiler import Role
from graph.model import MODEL
from graph.model.access import audience
from graph.model.common import RecordStatus, Visibility
from hub.context import Viewer
from tests.network import BEGUN, Network

VIEWERS = {
    "anonymous": Viewer(),
    "author": Viewer(Role.MEMBER, "org_author", ("org_far",)),
    "helper": Viewer(Role.MEMBER, "org_helper", ("org_third",)),
    "outsider": Viewer(Role.MEMBER, "org_lonely"),
    "coordinator": Viewer(Role.COORDINATOR, "org_third", ("org_helper",)),
    "administrator": Viewer(Role.ADMINISTRATOR),
}
OTHERS = ["anonymous", "helper", "outsider", "coordinator"]
"""Who must not learn who the author is."""

NETWORK = Network()
_add, _link = NETWORK.add, NETWORK.link
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_VERSIONED = {"version": 1, "createdAt": _MADE, "updatedAt": _MADE, "demo": False}


def organization(network: Network, key: str, fa: str, **given: Any) -> None:
    """Put an organization in a network."""
    fixed = {"kind": "NGO", "status": "MEMBER", "nationalIdDoubtful": False, **_VERSIONED}
    network.add("Organization", key, **(fixed | {"nameFa": fa} | given))


def partnership(network: Network, key: str, *parties: str, **given: Any) -> None:
    """Put a partnership in a network: public and active, unless told otherwise."""
    fixed = {"kind": "MOU", "titleFa": key, "status": "ACTIVE", "visibility": "PUBLIC", "termsVersion": 1}
    fixed |= _VERSIONED
    values = fixed | given
    read_by = audience(RecordStatus.PUBLISHED, Visibility(values["visibility"])).value
    network.add("Partnership", key, audience=read_by, ownerIds=list(parties), **values)
    network.link(key, "HAS_PARTY", *parties, role="طرف")


def _record(label: str, key: str, owner: str, visibility: str = "PUBLIC", **given: Any) -> None:
    topics, skills = given.pop("topics", ()), given.pop("skills", ())
    status = given.pop("status", "PUBLISHED")
    fixed = {"language": "FA", "status": status, "visibility": visibility, "wording": 1, **_VERSIONED}
    read_by = audience(
        RecordStatus(status), Visibility(visibility), anonymizable=MODEL.nodes[label].anonymizable
    ).value
    _add(label, key, audience=read_by, ownerIds=[owner], publishedAt=_MADE, **fixed, **given)
    _link(key, "PUBLISHED_BY", owner)
    _link(key, "ABOUT", *topics)
    _link(key, "USES_SKILL", *skills)


for _key, _code, _kind, _name in (
    ("reg_ir", "IR", "COUNTRY", "ایران"),
    ("reg_thr", "IR-23", "PROVINCE", "تهران"),
    ("reg_frs", "IR-07", "PROVINCE", "فارس"),
    ("reg_rey", "IR-23-rey", "COUNTY", "ری"),
):
    _add("Region", _key, code=_code, kind=_kind, nameFa=_name, deprived=False, **BEGUN)
_link("reg_thr", "PART_OF", "reg_ir")
_link("reg_frs", "PART_OF", "reg_ir")
_link("reg_rey", "PART_OF", "reg_thr")

for _key, _name in (
    ("top_work", "معیشت"),
    ("top_home", "کسب‌وکار خانگی"),
    ("top_sewing", "دوخت‌ودوز"),
    ("top_health", "سلامت"),
):
    _add("Topic", _key, slug=_key.removeprefix("top_"), labelFa=_name, **BEGUN)
_link("top_home", "BROADER", "top_work")
_link("top_sewing", "BROADER", "top_home")
_add("Skill", "ski_sewing", slug="sewing", labelFa="دوزندگی", kind="HARD", **BEGUN)

organization(NETWORK, "org_author", "انجمن نهان")
organization(NETWORK, "org_helper", "بنیاد یاور")
organization(NETWORK, "org_third", "مؤسسهٔ میانه", mission="پیوند میان سازمان‌ها")
organization(NETWORK, "org_far", "خیریهٔ دور")
organization(NETWORK, "org_lonely", "جمعیت تنها")
organization(NETWORK, "org_gone", "کانون رفته", status="WITHDRAWN")
_link("org_author", "ABOUT", "top_health")
_link("org_helper", "ABOUT", "top_home", "top_work")
_link("org_third", "ABOUT", "top_home")
_link("org_far", "ABOUT", "top_home")
_link("org_gone", "ABOUT", "top_home")
_link("org_author", "SERVES", "reg_frs")
_link("org_helper", "SERVES", "reg_thr")
_link("org_third", "SERVES", "reg_thr")
_link("org_far", "SERVES", "reg_frs")
_link("org_helper", "LOCATED_IN", "reg_rey")

_record(
    "Experience",
    "exp_hidden",
    "org_author",
    "ANONYMIZED",
    title="شکست کشت زعفران",
    outcome="FAILURE",
    happened="گلخانه یخ زد.",
    startedOn=date(2022, 5, 1),
    topics=("top_home", "top_sewing"),
    skills=("ski_sewing",),
)
_record(
    "Experience",
    "exp_open",
    "org_helper",
    title="کارگاه خیاطی زنان سرپرست خانوار",
    outcome="SUCCESS",
    context="در سال ۱۴۰۲ دو گروه با هم پیوند خوردند.",
    happened="همه هر روز تمرین کردند و دوره‌ها را تا پایان گذراندند.",
    barriers=["گرانی پارچه", "دوری راه"],
    startedOn=date(2023, 4, 1),
    endedOn=date(2023, 10, 1),
    topics=("top_home", "top_sewing"),
    skills=("ski_sewing",),
)
_record(
    "Experience",
    "exp_far",
    "org_far",
    title="فروشگاه محله",
    outcome="MIXED",
    happened="فروش کم بود.",
    startedOn=date(2024, 2, 1),
    topics=("top_home", "top_sewing"),
)
_record(
    "Experience",
    "exp_members",
    "org_author",
    "MEMBERS",
    title="پایش سلامت",
    outcome="SUCCESS",
    happened="انجام شد.",
    topics=("top_health", "top_home"),
)
_record(
    "Experience",
    "exp_draft",
    "org_author",
    status="DRAFT",
    title="کشت زعفران، بار دوم",
    outcome="SUCCESS",
    happened="هنوز نه.",
    topics=("top_health",),
)
for _key in ("exp_hidden", "exp_open"):
    _link(_key, "LOCATED_IN", "reg_rey")
    _link(_key, "HAS_PARTICIPANT", "org_third", role="HOST")
_record(
    "Lesson",
    "les_open",
    "org_helper",
    statement="آموزش پیش از وام",
    recommendation="یک پیوندگاه بسازید.",
    topics=("top_home",),
)

partnership(
    NETWORK, "par_open", "org_helper", "org_third",
    titleFa="پیوند دو مؤسسه", startsOn=date(2024, 1, 1), endsOn=date(2027, 1, 1),
)  # fmt: skip
partnership(
    NETWORK, "par_secret", "org_author", "org_far",
    kind="AGREEMENT", visibility="ORGANIZATION", startsOn=date(2025, 1, 1),
)  # fmt: skip
partnership(
    NETWORK, "par_past", "org_third", "org_far",
    status="ENDED", startsOn=date(2020, 1, 1), endsOn=date(2021, 1, 1),
)  # fmt: skip
_link("par_open", "COVERS", "reg_thr")
_link(
    "org_helper",
    "TIED_TO",
    "org_lonely",
    id="tie_funds",
    kind="FUNDS",
    status="CONFIRMED",
    since=date(2023, 1, 1),
)
_link(
    "org_third",
    "TIED_TO",
    "org_far",
    id="tie_guide",
    kind="SUPERVISES",
    status="CONFIRMED",
    since=date(2021, 1, 1),
)
_link(
    "org_third", "TIED_TO", "org_far",
    id="tie_past", kind="WORKS_WITH", status="ENDED", since=date(2019, 1, 1), until=date(2020, 12, 31),
)  # fmt: skip

_link(
    "org_author", "TIED_TO", "org_gone",
    id="tie_over", kind="REFERS_TO", status="ENDED", since=date(2025, 1, 1), until=date(2026, 3, 21),
)  # fmt: skip
_add(
    "TieClaim", "tie_claim", kind="SUPERVISES", status="CLAIMED", audience="COORDINATORS",
    ownerIds=["org_lonely", "org_far"], **_VERSIONED,
)  # fmt: skip
for _type, _end in (("TIE_FROM", "lonely"), ("TIE_TO", "far"), ("CLAIMED_BY", "lonely"), ("ASKS", "far")):
    _link("tie_claim", _type, f"org_{_end}")


def _resource(label: str, key: str, owner: str, kind: str, title: str, **given: Any) -> None:
    fixed = {"kind": kind, "title": title, "fulfillment": "OPEN", "topics": ("top_home",)}
    _record(label, key, owner, **(fixed | given))


_resource("ResourceNeed", "nee_machines", "org_helper", "MATERIAL", "ترازوی صنعتی")
_resource("ResourceNeed", "nee_advice", "org_third", "KNOWLEDGE", "راهنمای فروش")
_resource("ResourceOffer", "off_machines", "org_far", "MATERIAL", "پیوندگاه، ترازو")
_resource("ResourceOffer", "off_advice", "org_helper", "KNOWLEDGE", "آموزگار فروش")
_resource("ResourceOffer", "off_over", "org_third", "MATERIAL", "ابزار", endsOn=date(2025, 1, 1))
_resource("ResourceOffer", "off_space", "org_third", "SPACE", "سالن")
_resource("ResourceOffer", "off_secret", "org_author", "MATERIAL", "ابزار", visibility="ORGANIZATION")
