"""Regions: country, province, county (ISO 3166-2)."""

from graph.model.common import bilingual
from graph.model.core import Access
from graph.model.declare import TITLE, back_list, choice, flag, link, links, record, text
from graph.model.words import Choice, Words


class RegionKind(Choice, en="Kind of region: The level of a region.", fa="گونهٔ ناحیه: سطح ناحیه."):
    COUNTRY = "COUNTRY", "Country", "کشور"
    PROVINCE = "PROVINCE", "Province", "استان"
    COUNTY = "COUNTY", "County", "شهرستان"


REGION = record(
    "Region",
    "reg",
    "Region: A country, province or county (ISO 3166-2).",
    "ناحیه: کشور، استان یا شهرستان (ISO 3166-2).",
    plural=("regions", "Regions", "ناحیه‌ها"),
    access=Access.OPEN,
    order=(("nameFa", True),),
    members=(
        text(
            "code",
            "Code: ISO 3166-2 as of 2020-11-24 (`IR-23` is Tehran); counties carry codes of ours.",
            "کد: ISO 3166-2 از ۲۰۲۰-۱۱-۲۴ (`IR-23` تهران است)؛ کد شهرستان‌ها از خود ماست.",
            required=True,
            key=True,
            sortable=True,
        ),
        choice("kind", RegionKind, "Kind", "گونه", required=True),
        bilingual(
            "name", "nameFa", "nameEn", Words("Name: The name in your language.", "نام: نام به زبان شما.")
        ),
        text("nameFa", "Persian name", "نام فارسی", required=True, sortable=True, searched=TITLE),
        text("nameEn", "English name", "نام انگلیسی", searched=TITLE),
        flag(
            "deprived",
            "Deprived: Whether it is generally counted among the deprived areas.",
            "محروم: آیا عموماً از مناطق محروم شمرده می‌شود.",
        ),
        link(
            "partOf",
            "PART_OF",
            "Region",
            "Part of: The region it lies in.",
            "بخشی از: ناحیه‌ای که در آن است.",
            open=True,
            back=back_list("parts", "Parts: The regions that lie in it.", "بخش‌ها: ناحیه‌هایی که در آن‌اند."),
        ),
        links("within", "PART_OF", "Region", "Within", "درون", open=True, hops=(0, 3), filter_only=True),
    ),
)

AREA = (REGION,)
