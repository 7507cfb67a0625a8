"""Regions: country, province, county (ISO 3166-2)."""

from graph.model.common import ALSO_KNOWN_AS, VERSIONED, bilingual
from graph.model.declare import (
    ONCE,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back_list,
    choice,
    flag,
    link,
    links,
    record,
    text,
)
from graph.model.members import Access
from graph.model.terms import LIFE, STATUS, successor
from graph.model.words import Choice


class RegionKind(
    Choice,
    en="Kind of region: The level of a region, from the country down.",
    fa="گونهٔ ناحیه: سطح ناحیه، از کشور به پایین.",
):
    COUNTRY = "COUNTRY", "Country: The whole country.", "کشور: همهٔ کشور."
    PROVINCE = (
        "PROVINCE",
        "Province: One of the parts a country is divided into; Iran has 31.",
        "استان: بخشی از کشور؛ ایران ۳۱ استان دارد.",
    )
    COUNTY = (
        "COUNTY",
        "County: A part of a province, with its town and villages.",
        "شهرستان: بخشی از استان، با شهر و روستاهایش.",
    )


REGION = record(
    "Region",
    "reg",
    "Region: A country, province or county (ISO 3166-2).",
    "ناحیه: کشور، استان یا شهرستان (ISO 3166-2).",
    plural=("regions", "Regions", "ناحیه‌ها"),
    access=Access.OPEN,
    order=(("nameFa", True),),
    common=VERSIONED,
    life=LIFE,
    successor="replacedBy",
    members=(
        text(
            "code",
            "Code: ISO 3166-2 as of 2020-11-24 (`IR-23` is Tehran); counties carry codes of ours.",
            "کد: ISO 3166-2 از ۲۰۲۰-۱۱-۲۴ (`IR-23` تهران است)؛ کد شهرستان‌ها از خود ماست.",
            ONCE,
            key=True,
            taken="REGION_CODE_TAKEN",
            sortable=True,
        ),
        choice(
            "kind",
            RegionKind,
            "Kind: Country, province or county.",
            "گونه: کشور، استان یا شهرستان.",
            ONCE,
        ),
        bilingual("name", "Name", "نام"),
        text(
            "nameFa",
            "Persian name: The name in Persian, as people write it.",
            "نام فارسی: نام به فارسی، چنان که می‌نویسند.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "nameEn",
            "English name: The name in English; null where it has none.",
            "نام انگلیسی: نام به انگلیسی؛ اگر ندارد null.",
            OPTIONAL,
            searched=TITLE,
        ),
        flag(
            "deprived",
            "Deprived: Whether it is generally counted among the deprived areas; null where not told.",
            "محروم: آیا عموماً از مناطق محروم شمرده می‌شود؛ اگر گفته نشده null.",
            OPTIONAL,
            required=False,
        ),
        ALSO_KNOWN_AS,
        STATUS,
        successor("Region"),
        link(
            "partOf",
            "PART_OF",
            "Region",
            "Part of: The region it lies in; null for a country.",
            "بخشی از: ناحیه‌ای که در آن است؛ برای کشور null.",
            OPTIONAL,
            open=True,
            back=back_list(
                "parts",
                "Parts: The regions that lie in it, one level down.",
                "بخش‌ها: ناحیه‌هایی که در آن‌اند، یک سطح پایین‌تر.",
            ),
        ),
        links(
            "within",
            "PART_OF",
            "Region",
            "Within: In a filter: it is this region, or lies somewhere inside it.",
            "درون: در پالایه: خود این ناحیه است یا جایی درون آن.",
            open=True,
            hops=(0, 3),
            filter_only=True,
        ),
    ),
)

AREA = (REGION,)
