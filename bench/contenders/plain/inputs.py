"""What the plain server is given: filters and drafts."""

import strawberry

from graph.model.common import Visibility
from graph.model.experiences import ExperienceOutcome
from graph.model.organizations import OrganizationKind

strawberry.enum(Visibility)


@strawberry.input
class IdIs:
    """An id to compare with."""

    eq: strawberry.ID


@strawberry.input
class KindIs:
    """A kind to compare with."""

    eq: OrganizationKind


@strawberry.input
class OutcomeIs:
    """An outcome to compare with."""

    eq: ExperienceOutcome


@strawberry.input
class TruthIs:
    """A truth to compare with."""

    eq: bool


@strawberry.input
class IdFilter:
    """Rows with an id."""

    id: IdIs


@strawberry.input
class SomeId:
    """At least one row with an id."""

    some: IdFilter


@strawberry.input
class LocationFilter:
    """Regions that are deprived or not."""

    deprived: TruthIs


@strawberry.input
class PublisherFilter:
    """Organizations wanted."""

    regions: SomeId | None = None
    kind: KindIs | None = None
    location: LocationFilter | None = None


@strawberry.input
class ExperienceFilter:
    """Experiences wanted."""

    topics: SomeId | None = None
    publisher: PublisherFilter | None = None
    outcome: OutcomeIs | None = None


@strawberry.input
class NetworkMapFilter:
    """The part of the network wanted."""

    region_ids: list[strawberry.ID]
    ever: bool


@strawberry.input
class CreateLessonInput:
    """A draft."""

    statement: str
    recommendation: str
    experience_ids: list[strawberry.ID]
    topic_ids: list[strawberry.ID]


@strawberry.input
class PublishInput:
    """A draft to let out."""

    id: strawberry.ID
    version: int
    visibility: Visibility
