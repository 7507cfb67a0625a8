"""Regions: country, province, county (ISO 3166-2)."""

from enum import Enum

from graph.model.common import ID, bilingual
from graph.model.core import Direction, Edge, Kind, Node, Property


class RegionKind(Enum):
    """The level of a region."""

    COUNTRY = "COUNTRY"
    PROVINCE = "PROVINCE"
    COUNTY = "COUNTY"


REGION = Node(
    "Region",
    "reg",
    (
        ID,
        Property("code", required=True, key=True, sortable=True),
        Property("kind", Kind.ENUM, enum=RegionKind, required=True),
        Property("nameFa", required=True, fold="nameFaFold", sort="nameFaSort", sortable=True),
        Property("nameEn", fold="nameEnFold"),
        bilingual("name", "nameFa", "nameEn"),
        Property("deprived", Kind.BOOLEAN, required=True),
        Edge("partOf", "PART_OF", "Region", many=False, open=True),
        Edge("parts", "PART_OF", "Region", Direction.IN, open=True),
        Edge("within", "PART_OF", "Region", open=True, hops=(0, 3), filter_only=True),
        Edge("organizations", "SERVES", "Organization", Direction.IN),
        Edge("experiences", "LOCATED_IN", "Experience", Direction.IN, open=True),
    ),
    order=(("nameFa", True),),
    search=(("nameFa", "nameEn"), ()),
)
