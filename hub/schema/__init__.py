"""The contract: every type, and where each of its fields has its home in the model."""

import strawberry
from graphql import print_schema

from hub.schema import (
    commitments,
    discovery,
    events,
    experiences,
    lessons,
    organizations,
    partnerships,
    regions,
    resources,
    topics,
)
from hub.schema.scalars import CONFIG
from hub.schema.wiring import attach_arguments, bind


@strawberry.type(description="Everything that can be read. Each field is one query of the graph.")
class Query(
    organizations.OrganizationQuery,
    regions.RegionQuery,
    topics.TopicQuery,
    experiences.ExperienceQuery,
    lessons.LessonQuery,
    partnerships.PartnershipQuery,
    resources.ResourceQuery,
    events.EventQuery,
    discovery.DiscoveryQuery,
):
    """The root of reads."""


@strawberry.type(description="Everything that can be done. Each field is one transaction with its event.")
class Mutation(
    organizations.OrganizationMutation,
    experiences.ExperienceMutation,
    lessons.LessonMutation,
    partnerships.PartnershipMutation,
    commitments.CommitmentMutation,
    resources.ResourceMutation,
):
    """The root of writes."""


TYPES = (
    organizations.Organization,
    organizations.Contact,
    regions.Region,
    topics.Topic,
    topics.Skill,
    experiences.Experience,
    experiences.Result,
    lessons.Lesson,
    lessons.Step,
    lessons.Approach,
    lessons.Adoption,
    partnerships.Partnership,
    partnerships.Commitment,
    resources.ResourceOffer,
    resources.ResourceNeed,
    resources.Exchange,
    events.Event,
)

attach_arguments(TYPES, Query)
SCHEMA = strawberry.Schema(query=Query, mutation=Mutation, types=TYPES, config=CONFIG)
bind(SCHEMA)
CORE = SCHEMA._schema  # noqa: SLF001 - Strawberry has no public way to its graphql-core schema


def sdl() -> str:
    """The schema in GraphQL's schema definition language."""
    return print_schema(CORE) + "\n"
