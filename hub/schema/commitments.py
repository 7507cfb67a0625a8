"""What is done with commitments, in GraphQL; the type itself is a part of the partnerships."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry
from strawberry import UNSET

from graph.model.partnerships import CommitmentStatus
from hub.resolvers import commitments as resolvers
from hub.schema.base import described
from hub.schema.payloads import Payload, writes

if TYPE_CHECKING:
    from hub.schema.partnerships import Commitment

CommitmentLater: TypeAlias = Annotated["Commitment", strawberry.lazy("hub.schema.partnerships")]

_VERSION = "The version you have read."


@strawberry.type(description="The commitment written, or why not.")
class CommitmentPayload(Payload):
    """What commitment mutations answer with."""

    commitment: CommitmentLater | None


@strawberry.input
class CommitmentValues:
    """What can be said of a commitment, besides its title and sides."""

    title_en: str | None = UNSET
    measure: str | None = UNSET
    target: float | None = UNSET
    unit: str | None = UNSET
    due_on: date | None = UNSET


@strawberry.input(description="What one party owes another.")
class AddCommitmentInput(CommitmentValues):
    """Adds a commitment."""

    partnership_id: strawberry.ID
    title_fa: str
    owed_by_id: strawberry.ID
    owed_to_id: strawberry.ID


@strawberry.input(description="What changes; what is left out stays, null takes away.")
class EditCommitmentInput(CommitmentValues):
    """Edits a commitment."""

    id: strawberry.ID
    version: int = described(_VERSION)
    title_fa: str | None = UNSET


@strawberry.input(description="How a commitment stands; evidence that is left out stays.")
class ReportCommitmentInput:
    """Reports on a commitment."""

    id: strawberry.ID
    version: int = described(_VERSION)
    status: CommitmentStatus
    evidence: str | None = UNSET
    evidence_url: str | None = UNSET


@strawberry.type
class CommitmentMutation:
    """What users do with commitments."""

    add_commitment: CommitmentPayload = writes(
        resolvers.add_commitment, AddCommitmentInput, "Put down what one party owes another."
    )
    edit_commitment: CommitmentPayload = writes(
        resolvers.edit_commitment, EditCommitmentInput, "Change what is owed (by who owes or is owed)."
    )
    report_commitment: CommitmentPayload = writes(
        resolvers.report_commitment, ReportCommitmentInput, "Say how it stands (by who owes or is owed)."
    )
