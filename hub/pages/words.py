"""Turn the enums that pages show into the words of the web client, one file for each language.

What all pages show is in `words.ftl`; what a part of them shows, beside the texts of that part.
"""

from collections.abc import Iterator, Mapping

from hub.enums import ENUMS

SHOWN = (
    "AdoptionOutcome",
    "ApplicabilityAnswer",
    "ContactKind",
    "CostBand",
    "ExperienceOutcome",
    "Judgement",
    "OrganizationKind",
    "OrganizationStatus",
    "PartnershipStatus",
    "ResourceKind",
    "ReviewStanding",
    "SearchType",
    "TargetGroup",
    "Visibility",
    "WaitingKind",
)
"""The enums whose values a page of the client names. Each is bytes that every first view carries."""

BESIDE: Mapping[str, tuple[str, ...]] = {
    "kinds": (
        "AffiliationRight",
        "ApplicationStatus",
        "AppointmentRole",
        "AuditKind",
        "ClaimProof",
        "ComplaintStatus",
        "DigestPace",
        "EventKind",
        "FollowKind",
        "Language",
        "OrganizationClaimStatus",
        "RegionKind",
        "Scope",
        "SignInWay",
        "SkillKind",
        "TermStatus",
        "ViewerRole",
        "WebhookFailure",
    ),
    "map": ("MapTieKind",),
    "organization": ("TieKind",),
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
        "BoardKind",
        "DecisionStatus",
        "GroupLevel",
        "GroupSeatStatus",
        "GroupStatus",
        "MeetingStatus",
        "SeatRole",
    ),
    "process": ("DurationUnit", "ProcessStatus", "StepChange"),
    "campaign": ("CampaignOutcome", "RecordStatus", "ReportedStatus"),
    "cohort": (
        "AmountBasis",
        "CohortBreakdown",
        "CohortCount",
        "CohortReportStatus",
        "Gender",
        "PaymentNeed",
        "PaymentStatus",
        "Supplier",
    ),
    "ways": (
        "AmountBasis",
        "ApprenticeshipGoal",
        "CourseClaimStatus",
        "DeliveryMode",
        "Dimension",
        "ExamKind",
        "JobKind",
        "LastingJobsBy",
        "PathwayStep",
        "RecordStatus",
        "RegionKind",
        "ServiceKind",
        "SupportCenterKind",
        "SupportInstrumentKind",
        "SupportPurpose",
    ),
}
"""The enums of some pages alone, by the file of texts they come with: `ways.words.ftl` beside `ways.ftl`."""


def texts(language: str, enums: tuple[str, ...] = SHOWN) -> str:
    """The words in 'fa' or 'en', as a Fluent file: `TargetGroup-RURAL = Rural people`."""
    return "\n".join(["# Made by `hub pages --write` from graph/model/.", *_lines(language, enums), ""])


def _lines(language: str, enums: tuple[str, ...]) -> Iterator[str]:
    named = {enum.__name__: enum for enum in ENUMS}
    for name in enums:
        yield ""
        for value in named[name]:
            yield f"{name}-{value.name} = {value.words.label(language)}"
