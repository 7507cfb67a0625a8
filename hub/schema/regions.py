"""Regions in GraphQL."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from graph.compiler import EveryOf, OneOf
from graph.model.regions import RegionKind
from hub.schema.base import Connection, Node, described, reads

if TYPE_CHECKING:
    from hub.schema.experiences import Experience
    from hub.schema.organizations import Organization

ExperienceLater: TypeAlias = Annotated["Experience", strawberry.lazy("hub.schema.experiences")]
OrganizationLater: TypeAlias = Annotated["Organization", strawberry.lazy("hub.schema.organizations")]


@strawberry.type(description="A country, province or county (ISO 3166-2).")
class Region(Node):
    """A place the work is done in."""

    code: str = described("ISO 3166-2 as of 2020-11-24 (`IR-23` is Tehran); counties carry codes of ours.")
    kind: RegionKind
    name: str = described("The name in your language.")
    name_fa: str
    name_en: str | None
    deprived: bool = described("Whether it is generally counted among the deprived areas.")
    part_of: "Region | None" = described("The region it lies in.")
    parts: list["Region"] = described("The regions that lie in it.")
    organizations: Connection[OrganizationLater] = described("The organizations that serve it.")
    experiences: Connection[ExperienceLater] = described("What was tried here.")


@strawberry.type
class RegionQuery:
    """The root fields of regions."""

    regions: Connection[Region] = reads(EveryOf("Region"), "All regions.")
    region: Region | None = reads(OneOf("Region"), "One region.")
