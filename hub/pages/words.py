"""Turn the enums that pages show into the words of the web client, one file for each language."""

from collections.abc import Iterator, Mapping

from hub.enums import ENUMS

SHOWN = (
    "AdoptionOutcome",
    "ContactKind",
    "CostBand",
    "ExperienceOutcome",
    "OrganizationKind",
    "OrganizationStatus",
    "PartnershipStatus",
    "ResourceKind",
    "SearchType",
    "TargetGroup",
    "Visibility",
    "WaitingKind",
)
"""The enums whose values a page of the client names. Each is bytes that every first view carries."""

OF_TEXTS: Mapping[str, tuple[str, ...]] = {
    "partnership": (
        "AmendedPart",
        "AmendmentStatus",
        "AmendmentStep",
        "AmountBasis",
        "CohortBreakdown",
        "CohortCount",
        "CommitmentStanding",
        "CommitmentStatus",
        "Gender",
        "PartnershipKind",
        "PaymentNeed",
        "PaymentRule",
        "ProviderOwnership",
        "ReportedStatus",
        "ReportStatus",
        "Supplier",
        "TermsStatus",
    ),
    "exchange": ("ExchangeStatus", "Fulfillment", "RecordStatus"),
    "program": (
        "CapacityLevel",
        "Dimension",
        "ProgramKind",
        "ProgramRole",
        "ProgramRoleStatus",
        "ProgramStage",
        "RecordStatus",
    ),
    "network": (
        "ApplicationStatus",
        "BoardKind",
        "BoardStatus",
        "CharterStatus",
        "FoundingStepStatus",
        "MembershipKind",
        "MembershipStatus",
        "NetworkLevel",
        "NetworkStatus",
        "SeatSelection",
        "SeatStatus",
    ),
    "group": (
        "ActionStatus",
        "DecisionStatus",
        "GroupLevel",
        "GroupSeatStatus",
        "GroupStatus",
        "MeetingStatus",
        "SeatRole",
    ),
    "process": ("DurationUnit", "ProcessStatus", "StepChange"),
    "campaign": ("CampaignOutcome", "RecordStatus", "ReportedStatus"),
}
"""Enums that come beside the texts of some pages, and with no other."""


def texts(language: str, of: str | None = None) -> str:
    """The words in 'fa' or 'en', as a Fluent file: `TargetGroup-RURAL = Rural people`.

    Those that all pages have, or that come with the texts `of` some pages.
    """
    shown = SHOWN if of is None else OF_TEXTS[of]
    return "\n".join(["# Made by `hub pages --write` from graph/model/.", *_lines(language, shown), ""])


def _lines(language: str, shown: tuple[str, ...]) -> Iterator[str]:
    named = {enum.__name__: enum for enum in ENUMS}
    for name in shown:
        yield ""
        for value in named[name]:
            yield f"{name}-{value.name} = {value.words.label(language)}"
