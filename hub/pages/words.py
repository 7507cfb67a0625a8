"""Turn the enums that pages show into the words of the web client, one file for each language."""

from collections.abc import Iterator

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


def texts(language: str) -> str:
    """The words in 'fa' or 'en', as a Fluent file: `TargetGroup-RURAL = Rural people`."""
    return "\n".join(["# Made by `hub pages --write` from graph/model/.", *_lines(language), ""])


def _lines(language: str) -> Iterator[str]:
    named = {enum.__name__: enum for enum in ENUMS}
    for name in SHOWN:
        yield ""
        for value in named[name]:
            yield f"{name}-{value.name} = {value.words.label(language)}"
