"""The areas with rules of their own: verbs and deeds by mutation, checks by record."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import MODEL
from graph.model.deeds import Deed
from graph.model.doing import DEEDS
from graph.model.life import Move, Way
from graph.model.nodes import ModelError, Node
from graph.queries.records import Link, Record
from hub.resolvers import (
    accounts,
    actions,
    adoptions,
    affiliations,
    amendments,
    applicability,
    applications,
    appointments,
    apprenticeships,
    author_openings,
    boards,
    campaigns,
    charters,
    cohort_reports,
    commitment_reports,
    commitments,
    complaints,
    course_claims,
    courses,
    decisions,
    digests,
    endorsements,
    followings,
    follows,
    founding_steps,
    group_seats,
    invitations,
    job_opportunities,
    lessons,
    meetings,
    memberships,
    networks,
    news,
    organization_claims,
    organizations,
    participations,
    partnerships,
    passkeys,
    payment_terms,
    payments,
    processes,
    program_roles,
    programs,
    providers,
    qualifications,
    quality_ratings,
    questions,
    rating_schemes,
    resources,
    reviews,
    saved_searches,
    second_factors,
    services,
    sessions,
    support_centers,
    support_instruments,
    terms,
    ties,
    tokens,
    webhooks,
    working_groups,
)
from hub.resolvers.deeds import Does
from hub.resolvers.moves import PLAIN, Act, Check, Rule, Verb, creating, editing

VERBS: Mapping[str, Verb] = {
    **ties.VERBS,
    **organizations.VERBS,
    **participations.VERBS,
    **lessons.VERBS,
    **adoptions.VERBS,
    **reviews.VERBS,
    **partnerships.VERBS,
    **commitments.VERBS,
    **commitment_reports.VERBS,
    **amendments.VERBS,
    **resources.VERBS,
    **questions.VERBS,
    **applicability.VERBS,
    **complaints.VERBS,
    **networks.VERBS,
    **founding_steps.VERBS,
    **boards.VERBS,
    **charters.VERBS,
    **memberships.VERBS,
    **applications.VERBS,
    **program_roles.VERBS,
    **working_groups.VERBS,
    **group_seats.VERBS,
    **meetings.VERBS,
    **decisions.VERBS,
    **actions.VERBS,
    **course_claims.VERBS,
    **job_opportunities.VERBS,
    **support_centers.VERBS,
    **support_instruments.VERBS,
    **processes.VERBS,
    **followings.VERBS,
    **campaigns.VERBS,
    **endorsements.VERBS,
    **quality_ratings.VERBS,
    **rating_schemes.VERBS,
    **payment_terms.VERBS,
    **cohort_reports.VERBS,
    **payments.VERBS,
    **terms.VERBS,
    **affiliations.VERBS,
    **appointments.VERBS,
    **organization_claims.VERBS,
}
DOES: Mapping[str, Does] = {
    **accounts.DEEDS,
    **digests.DEEDS,
    **invitations.DEEDS,
    **sessions.DEEDS,
    **second_factors.DEEDS,
    **passkeys.DEEDS,
    **tokens.DEEDS,
    **webhooks.DEEDS,
    **providers.DEEDS,
    **author_openings.DEEDS,
    **organization_claims.DEEDS,
    **follows.DEEDS,
    **saved_searches.DEEDS,
    **news.DEEDS,
}
"""How deeds are done, by their names: the `DEEDS` of each area that has some."""

_TABLES: Sequence[Mapping[str, Check]] = (
    organizations.CHECKS,
    participations.CHECKS,
    lessons.CHECKS,
    resources.CHECKS,
    programs.CHECKS,
    program_roles.CHECKS,
    terms.CHECKS,
    qualifications.CHECKS,
    courses.CHECKS,
    services.CHECKS,
    apprenticeships.CHECKS,
    job_opportunities.CHECKS,
    support_centers.CHECKS,
    support_instruments.CHECKS,
    processes.CHECKS,
    followings.CHECKS,
    campaigns.CHECKS,
    endorsements.CHECKS,
    rating_schemes.CHECKS,
)
"""Several areas may look at one record: one after the other, in this order."""


def _checks(label: str) -> Check:
    checks = [table[label] for table in _TABLES if label in table]

    async def check(
        act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
    ) -> None:
        for one in checks:
            await one(act, record, values, links)

    return check if len(checks) > 1 else checks[0]


CHECKS: Mapping[str, Check] = {label: _checks(label) for table in _TABLES for label in table}


def rule(node: Node, move: Move) -> Rule:
    """How a move of a record's life is made. Raises ModelError where nobody has written it."""
    check = CHECKS.get(node.label)
    match move.way:
        case Way.CREATE:
            return creating(check)
        case Way.EDIT:
            return editing(check)
        case Way.OWN if (verb := VERBS.get(move.mutation or "")) is not None:
            return verb.rule
        case Way.OWN:
            raise ModelError(f"{node.label} has a move {move.mutation!r} by rules that nobody has written.")
        case way:
            return PLAIN[way]


def does(deed: Deed) -> Does:
    """How a deed is done. Raises ModelError where nobody has written it."""
    found = DOES.get(deed.name)
    if found is None:
        raise ModelError(f"{deed.name!r} is a deed that nobody has written.")
    return found


def expect_no_strangers() -> None:
    """Raises ModelError for a verb that is no move by own rules of any life, a check of no record, a deed
    that is not declared.
    """
    lives = [node.life for node in MODEL.nodes.values() if node.life is not None]
    own = {name for life in lives for name, move in life.mutations() if move.way is Way.OWN}
    declared = {deed.name for deed in DEEDS}
    strangers = [
        *(VERBS.keys() - own),
        *(CHECKS.keys() - MODEL.nodes.keys()),
        *(DOES.keys() - declared),
    ]
    if strangers:
        raise ModelError(f"No record declares {', '.join(sorted(strangers))}.")
