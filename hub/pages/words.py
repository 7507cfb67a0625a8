"""Turn the enums that pages show into the words of the web client, one file for each language."""

from collections.abc import Iterator, Sequence

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

OF_PEOPLE = (
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
)
"""Those that only the pages of accounts, the desk and the administration name, in a file of their own."""


def texts(language: str, names: Sequence[str] = SHOWN) -> str:
    """The words in 'fa' or 'en', as a Fluent file: `TargetGroup-RURAL = Rural people`."""
    return "\n".join(["# Made by `hub pages --write` from graph/model/.", *_lines(language, names), ""])


def _lines(language: str, names: Sequence[str]) -> Iterator[str]:
    named = {enum.__name__: enum for enum in ENUMS}
    for name in names:
        yield ""
        for value in named[name]:
            yield f"{name}-{value.name} = {value.words.label(language)}"
