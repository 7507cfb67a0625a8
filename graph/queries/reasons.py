"""What speaks for working together: what each reason weighs, and how Cypher tells it."""

from graph.model.collaborators import NAMED, ReasonKind

WEIGHTS: dict[ReasonKind, tuple[float, int]] = {
    ReasonKind.OFFER_MEETS_NEED: (4.0, 3),
    ReasonKind.NEED_MEETS_OFFER: (3.0, 3),
    ReasonKind.PROGRAM_FILLS_GAP: (2.0, 3),
    ReasonKind.APPRENTICESHIP_NEAR_COURSE: (2.0, 3),
    ReasonKind.COURSE_NEAR_APPRENTICESHIP: (2.0, 3),
    ReasonKind.JOB_FOR_SKILL: (2.0, 3),
    ReasonKind.SKILL_FOR_JOB: (2.0, 3),
    ReasonKind.SHARED_TOPIC: (2.0, 5),
    ReasonKind.SIMILAR_EXPERIENCE: (1.5, 3),
    ReasonKind.COMMON_PARTNER: (1.5, 5),
    ReasonKind.SHARED_REGION: (1.0, 5),
    ReasonKind.OFFER_NEAR_NEED: (1.0, 3),
    ReasonKind.NEED_NEAR_OFFER: (0.75, 3),
}
"""What one instance of a reason weighs, and how many instances count."""


def reason(kind: ReasonKind, weight: str, **named: str) -> str:
    """A reason as a map: `named` are lists of nodes; those it does not name are empty."""
    return reason_of(f"'{kind.name}'", weight, **named)


def reason_of(kind: str, weight: str, **named: str) -> str:
    """The same, of a kind that Cypher works out."""
    lists = ", ".join(f"{name}: {named.get(name, '[]')}" for name in NAMED)
    return f"{{kind: {kind}, weight: round({weight}, 3), {lists}}}"
