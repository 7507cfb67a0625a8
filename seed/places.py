"""Add regions, topics and skills: what all records are placed by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.regions import RegionKind
from seed.content import rows, told
from seed.sketch import Sketch, Thing
from seed.timeline import FOUNDED


@dataclass(frozen=True, slots=True)
class Places:
    """Regions by their code, topics and skills by their slug."""

    regions: Mapping[str, Thing]
    topics: Mapping[str, Thing]
    skills: Mapping[str, Thing]


def add(sketch: Sketch) -> Places:
    """Add the country, its provinces and counties, and the two taxonomies."""
    return Places(_regions(sketch), _terms(sketch, "Topic", "topics"), _terms(sketch, "Skill", "skills"))


def _regions(sketch: Sketch) -> dict[str, Thing]:
    added: dict[str, Thing] = {}
    for part_of, values in _listed():
        code = values["code"]
        added[code] = sketch.term("Region", code, FOUNDED, values)
        if part_of:
            sketch.link(added[code], "partOf", [added[part_of]])
    return added


def _listed() -> Iterator[tuple[str | None, dict[str, Any]]]:
    """The code of the region it is part of, and its values; the whole before its parts."""
    iran = {"code": "IR", "kind": RegionKind.COUNTRY, "nameFa": "ایران", "nameEn": "Iran", "deprived": False}
    yield None, iran
    for row in rows("provinces"):
        yield "IR", _region(row, RegionKind.PROVINCE)
    for row in rows("counties"):
        yield row["province"], _region(row, RegionKind.COUNTY)


def _region(row: Mapping[str, str], kind: RegionKind) -> dict[str, Any]:
    return {
        "code": row["code"],
        "kind": kind,
        "nameFa": row["name_fa"],
        "nameEn": row["name_en"],
        "deprived": row["deprived"] == "true",
    }


def _terms(sketch: Sketch, label: str, name: str) -> dict[str, Thing]:
    added = {term["slug"]: sketch.term(label, term["slug"], FOUNDED, term) for term in told(name)}
    for term in told(name):
        if term["broader"]:
            sketch.link(added[term["slug"]], "broader", [added[term["broader"]]])
    return added
