"""The areas of the field, one line each. What stands here is read, searched, written and told by the hub."""

from importlib import import_module

from graph.model.deeds import Deed
from graph.model.nodes import Node, Shape, Union

NAMES = (
    "regions",
    "topics",
    "ties",
    "organizations",
    "experiences",
    "participations",
    "lessons",
    "adoptions",
    "reviews",
    "partnerships",
    "commitments",
    "commitment_reports",
    "amendments",
    "resources",
    "questions",
    "applicability",
    "complaints",
    "networks",
    "founding_steps",
    "boards",
    "charters",
    "memberships",
    "applications",
    "programs",
    "program_roles",
    "working_groups",
    "group_seats",
    "meetings",
    "decisions",
    "actions",
    "qualifications",
    "courses",
    "course_claims",
    "services",
    "apprenticeships",
    "job_opportunities",
    "support_centers",
    "support_instruments",
    "processes",
    "followings",
    "campaigns",
    "endorsements",
    "rating_schemes",
    "quality_ratings",
    "payment_terms",
    "cohort_reports",
    "payments",
    "people",
    "affiliations",
    "appointments",
    "author_openings",
    "accounts",
    "digests",
    "invitations",
    "sessions",
    "second_factors",
    "passkeys",
    "tokens",
    "files",
    "providers",
    "organization_claims",
    "follows",
)
"""The files of `graph/model/` that declare an area, in the order people meet them."""

AREAS: tuple[Node | Shape | Union, ...] = tuple(
    declared for name in NAMES for declared in import_module(f"graph.model.{name}").AREA
)
"""What they declare, each in its `AREA`."""

DOING: tuple[str, ...] = (
    "accounts",
    "digests",
    "invitations",
    "sessions",
    "second_factors",
    "passkeys",
    "providers",
    "author_openings",
    "tokens",
    "organization_claims",
    "follows",
    "saved_searches",
    "news",
)
"""The areas in which something is done that is no move of a record."""

DEEDS: tuple[Deed, ...] = tuple(deed for name in DOING for deed in import_module(f"graph.model.{name}").DEEDS)
"""All deeds, each declared in the `DEEDS` of its area."""
