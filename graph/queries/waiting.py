"""Find what waits for an organization's word.

Each kind is one pattern from the organization `me` to a record `n` that it owns or is a side of.
"""

import re

from graph.limits import MAXIMUM_DAYS_AHEAD
from graph.model import MODEL
from graph.model.actions import ActionStatus
from graph.model.affiliations import AffiliationRight
from graph.model.affiliations import current as holds
from graph.model.amendments import PROPOSED
from graph.model.applications import RETURNED, WITH_APPLICANT, WITH_NETWORK
from graph.model.boards import SeatStatus
from graph.model.campaigns import AnswerTeller
from graph.model.cohort_reports import CohortReportStatus
from graph.model.commitment_reports import WAITING
from graph.model.commitments import CommitmentStatus
from graph.model.common import OWNER_EDGE, RecordStatus
from graph.model.complaints import OPEN as OPEN_COMPLAINT
from graph.model.course_claims import CourseClaimStatus
from graph.model.followings import current
from graph.model.founding_steps import TO_DO
from graph.model.group_seats import GroupSeatStatus
from graph.model.members import See
from graph.model.memberships import ACTIVE, INVITED
from graph.model.networks import DISSOLVED
from graph.model.participations import ParticipationStatus
from graph.model.partnerships import BINDING, PartnershipStatus, running
from graph.model.payment_terms import TermsStatus
from graph.model.payments import PaymentStatus
from graph.model.processes import DRAFT as DRAFT_PROCESS
from graph.model.processes import PROPOSED as PROPOSED_PROCESS
from graph.model.processes import REPEALED, SUPERSEDED
from graph.model.program_roles import ProgramRoleStatus
from graph.model.remarks import STANDING
from graph.model.resources import ExchangeStatus
from graph.model.review_standing import CHANGES_REQUESTED, SUBMITTED
from graph.model.ties import TieStatus
from graph.model.tokens import ENDS_SOON_DAYS
from graph.model.viewer import EDITOR
from graph.model.waiting import SHOWN_DAYS, WaitingKind
from graph.model.working_groups import GroupStatus
from graph.queries.remarks import within
from graph.queries.reviewers import covered, since

_GONE = f"(:Network {{status: '{DISSOLVED.value}'}})"
"""A network in which nothing waits any more."""
_OPEN = [CommitmentStatus.PLANNED.value, CommitmentStatus.IN_PROGRESS.value]


def _drafted() -> list[str]:
    """The labels of what is written before others read it, as `DRAFT`s of its own organization."""
    begun = (RecordStatus.DRAFT, DRAFT_PROCESS)
    return [
        node.label
        for node in MODEL.nodes.values()
        if node.life is not None and any(move.end in begun for move in node.life.moves)
    ]


def _drafts(_see: See) -> str:
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(n:{'|'.join(_drafted())})"
        f" WHERE n.status = '{RecordStatus.DRAFT.value}'"
    )


def _signatures(_see: See) -> str:
    return (
        "MATCH (me)<-[signed:HAS_PARTY]-(n:Partnership)"
        f" WHERE n.status = '{PartnershipStatus.DRAFT.value}' AND signed.signedOn IS NULL"
    )


def _answers(_see: See) -> str:
    return (
        "MATCH (me)<-[:PROVIDED_BY|RECEIVED_BY]-(n:Exchange)"
        f" WHERE n.status = '{ExchangeStatus.PROPOSED.value}' AND NOT (n)-[:PROPOSED_BY]->(me)"
    )


def _deliveries(_see: See) -> str:
    return (
        "MATCH (me)<-[side:PROVIDED_BY|RECEIVED_BY]-(n:Exchange)"
        f" WHERE n.status = '{ExchangeStatus.ACCEPTED.value}' AND CASE type(side)"
        " WHEN 'PROVIDED_BY' THEN n.providerConfirmedAt ELSE n.receiverConfirmedAt END IS NULL"
    )


def _amendments(_see: See) -> str:
    return (
        "MATCH (me)<-[:HAS_PARTY]-(:Partnership)-[:HAS_AMENDMENT]->(n:Amendment)"
        f" WHERE n.status = '{PROPOSED.value}' AND NOT (n)-[:ACCEPTED_BY]->(me)"
    )


def _reports(_see: See) -> str:
    return f"MATCH (me)<-[:REPORTED_TO]-(n:CommitmentReport) WHERE n.status = '{WAITING.value}'"


def _commitments(_see: See) -> str:
    soon = f"n.dueOn <= $today + duration({{days: {MAXIMUM_DAYS_AHEAD}}})"
    return (
        f"MATCH (me)<-[:OWED_BY]-(n:Commitment)<-[:HAS_COMMITMENT]-(p:Partnership)"
        f" WHERE n.status IN {_OPEN} AND n.claimedOn IS NULL AND {soon} AND {running('p')}"
    )


def _ties(_see: See) -> str:
    return f"MATCH (me)<-[:ASKS]-(n:TieClaim) WHERE n.status = '{TieStatus.CLAIMED.value}'"


def _disputes(_see: See) -> str:
    return f"MATCH (me)<-[:CLAIMED_BY]-(n:TieClaim) WHERE n.status = '{TieStatus.DISPUTED.value}'"


def _participations(_see: See) -> str:
    return (
        f"MATCH (me)<-[:NAMES]-(n:ParticipationClaim) WHERE n.status = '{ParticipationStatus.CLAIMED.value}'"
    )


def _program_roles(_see: See) -> str:
    return f"MATCH (me)<-[:NAMES]-(n:ProgramRoleClaim) WHERE n.status = '{ProgramRoleStatus.CLAIMED.value}'"


def _course_claims(_see: See) -> str:
    return (
        "MATCH (me)<-[:ASKED_TO_PAY|ASKS_ISSUER]-(n:CostShare|CourseQualification)"
        f" WHERE n.status = '{CourseClaimStatus.CLAIMED.value}'"
    )


def _outcomes(_see: See) -> str:
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(n:Adoption)"
        f" WHERE n.status = '{RecordStatus.PUBLISHED.value}' AND n.outcome IS NULL"
    )


def _reviews(see: See) -> str:
    return (
        f"UNWIND $viewer.reviews AS a MATCH (n:Review {{status: '{SUBMITTED.value}'}})-[:REVIEWS]->(x)"
        " WHERE NOT coalesce($viewer.organization IN n.ownerIds, false)"
        f" AND NOT EXISTS {{ (:Node&Person {{id: $viewer.person}})<-[:AFFILIATES]-(f:Affiliation)"
        f"-[:AFFILIATED_WITH]->(o) WHERE o.id IN n.ownerIds AND {since('f', 'x')} }}"
        f" AND {covered('x', 'a', see)} WITH DISTINCT n"
    )


def _changes(_see: See) -> str:
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(x:Lesson|Approach)<-[:REVIEWS]-(n:Review)"
        f" WHERE n.status = '{CHANGES_REQUESTED.value}'"
    )


def _questions(_see: See) -> str:
    answered = f"(n)<-[:ANSWERS]-(a:Answer {{status: '{STANDING.value}', fromAuthor: true}})"
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}|HAS_PARTY]-(x)<-[:ASKED_ABOUT]-(n:Question)"
        f" WHERE n.status = '{STANDING.value}' AND NOT me.id IN n.ownerIds AND NOT EXISTS {{ {answered} }}"
        f" AND x.status <> '{RecordStatus.WITHDRAWN.value}'"
    )


def _complaints(see: See) -> str:
    here = f"($viewer.regions = [] OR {within('x', '$viewer.regions', see)})"
    return (
        f"MATCH (n:Complaint {{status: '{OPEN_COMPLAINT.value}'}})-[:COMPLAINS_OF]->(x)"
        f" WHERE $role IN ['COORDINATOR', 'ADMINISTRATOR'] AND x.status = '{STANDING.value}'"
        " AND NOT coalesce($viewer.organization IN n.ownerIds, false)"
        " AND NOT coalesce($viewer.organization IN x.ownerIds, false)"
        f" AND {here}"
    )


def _working_groups(_see: See) -> str:
    return (
        f"MATCH (me)<-[:HAS_PARTY|RUN_BY]-(b:Partnership|Network)"
        "-[:HAS_WORKING_GROUP]->(n:WorkingGroup)"
        f" WHERE n.status = '{GroupStatus.PROPOSED.value}' AND b.status <> '{DISSOLVED.value}'"
        " AND (b:Network OR NOT (n)-[:PROPOSED_BY]->(me))"
    )


def _group_seats(_see: See) -> str:
    return (
        "MATCH (me)<-[:SEAT_OF]-(n:GroupSeat)-[:SEAT_IN]->(g:WorkingGroup)"
        f" WHERE n.status = '{GroupSeatStatus.ASKED.value}' AND g.status = '{GroupStatus.ACTIVE.value}'"
        f" AND NOT EXISTS {{ (g)<-[:HAS_WORKING_GROUP]-{_GONE} }}"
    )


def _assignments(_see: See) -> str:
    return f"MATCH (me)<-[:ASSIGNED_TO]-(n:Action) WHERE n.status = '{ActionStatus.ASSIGNED.value}'"


def _actions(_see: See) -> str:
    soon = f"n.dueOn <= $today + duration({{days: {MAXIMUM_DAYS_AHEAD}}})"
    return f"MATCH (me)<-[:ASSIGNED_TO]-(n:Action) WHERE n.status = '{ActionStatus.OPEN.value}' AND {soon}"


def _processes(_see: See) -> str:
    return (
        "MATCH (me)<-[:RUN_BY]-(:Network)<-[:PROPOSED_TO]-(n:Process)"
        f" WHERE n.status = '{PROPOSED_PROCESS.value}'"
    )


def _editions(_see: See) -> str:
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(n:ProcessFollowing)-[:FOLLOWS]->(p:Process)"
        f" WHERE {current('n')} AND p.status IN {[SUPERSEDED.value, REPEALED.value]}"
    )


def _campaigns(_see: See) -> str:
    return (
        "MATCH (me)<-[:ADDRESSED_TO]-(n:Campaign)"
        f" WHERE n.status = '{RecordStatus.PUBLISHED.value}' AND n.closedOn IS NULL"
        f" AND coalesce(n.answerToldBy <> '{AnswerTeller.BODY.value}', true)"
    )


def _endorsements(see: See) -> str:
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(n:Endorsement)-[:ENDORSES]->(c:Campaign)"
        f" WHERE n.status = '{RecordStatus.PUBLISHED.value}' AND c.wording > n.wording"
        f" AND c.closedOn IS NULL AND {see('c', 'Campaign')}"
    )


def _terms(_see: See) -> str:
    return (
        "MATCH (me)<-[:HAS_PARTY]-(p:Partnership)-[:HAS_PAYMENT_TERMS]->(n:PaymentTerms)"
        f" WHERE p.status IN {[status.value for status in BINDING]}"
        f" AND n.status = '{TermsStatus.PROPOSED.value}' AND NOT (n)<-[:PROPOSED_TERMS]-(me)"
        " AND (EXISTS { (n)-[:PAYER]->(me) } OR EXISTS { (n)-[:PAYER]->()-[:PROPOSED_TERMS]->(n) })"
    )


def _cohorts(_see: See) -> str:
    return (
        "MATCH (me)<-[:COHORT_PAID_BY]-(n:CohortReport)"
        f" WHERE n.status = '{CohortReportStatus.SUBMITTED.value}'"
    )


def _returned(_see: See) -> str:
    return (
        "MATCH (me)<-[:COHORT_REPORTED_BY]-(n:CohortReport)"
        f" WHERE n.status = '{CohortReportStatus.RETURNED.value}'"
    )


def _payments(_see: See) -> str:
    return (
        "MATCH (me)<-[r:PAYMENT_TO|PAYMENT_FROM]-(n:Payment)"
        f" WHERE n.status = CASE type(r) WHEN 'PAYMENT_TO' THEN '{PaymentStatus.PAID.value}'"
        f" ELSE '{PaymentStatus.DISPUTED.value}' END"
    )


def _founding_steps(_see: See) -> str:
    soon = f"n.dueOn <= $today + duration({{days: {MAXIMUM_DAYS_AHEAD}}})"
    return (
        "MATCH (me)<-[:RUN_BY]-(w:Network)-[:HAS_FOUNDING_STEP]->(n:FoundingStep)"
        f" WHERE n.status = '{TO_DO.value}' AND w.status <> '{DISSOLVED.value}' AND {soon}"
    )


def _secretariats(_see: See) -> str:
    return "MATCH (me)<-[:OFFERED_TO]-(n:Network)"


def _seats(_see: See) -> str:
    return (
        f"MATCH (me)<-[:SEATS]-(n:BoardSeat) WHERE n.status = '{SeatStatus.PROPOSED.value}'"
        f" AND NOT EXISTS {{ (n)<-[:HAS_SEAT]-(:Board)<-[:HAS_BOARD]-{_GONE} }}"
    )


def _invitations(_see: See) -> str:
    return (
        f"MATCH (me)<-[:MEMBER]-(n:NetworkMembership) WHERE n.status = '{INVITED.value}'"
        f" AND NOT EXISTS {{ (n)-[:MEMBER_OF]->{_GONE} }}"
    )


def _applications(_see: See) -> str:
    return (
        "MATCH (me)<-[:RUN_BY]-(:Network)<-[:APPLIES_TO]-(n:MembershipApplication)"
        f" WHERE n.status IN {[status.value for status in WITH_NETWORK]}"
        f" AND NOT EXISTS {{ (n)-[:APPLIES_TO]->{_GONE} }}"
    )


def _returned_applications(_see: See) -> str:
    return (
        f"MATCH (me)<-[:APPLIED_BY]-(n:MembershipApplication) WHERE n.status = '{RETURNED.value}'"
        f" AND NOT EXISTS {{ (n)-[:APPLIES_TO]->{_GONE} }}"
    )


def _tokens(_see: See) -> str:
    soon = f"n.expiresAt <= $now + duration({{days: {ENDS_SOON_DAYS}}})"
    # Whoever has made it has read its secret, and it goes on acting for the organization they have left.
    left = (
        "n.madeBy IS NOT NULL AND NOT EXISTS { (me)<-[:AFFILIATED_WITH]-(f:Affiliation {right:"
        f" '{AffiliationRight.EDITOR.value}'}})-[:AFFILIATES]->({{id: n.madeBy}}) WHERE {holds('f')} }}"
    )
    return (
        f"MATCH (me)<-[:ACTS_FOR]-(n:Token {{role: 'MEMBER'}}) WHERE {EDITOR} AND n.expiresAt > $now"
        f" AND n.revokedAt IS NULL AND n.rotatedAt IS NULL AND ({soon} OR ({left}))"
    )


def _webhooks(_see: See) -> str:
    return (
        f"MATCH (me)<-[:TELLS]-(n:Webhook) WHERE {EDITOR} AND n.disabledAt IS NOT NULL"
        " AND n.failingSince IS NOT NULL"
    )


def _openings(_see: See) -> str:
    return (
        "MATCH (n:Opening) WHERE me.id IN n.ownerIds"
        f" AND n.openedAt > $now - duration({{days: {SHOWN_DAYS}}})"
    )


def _renewals(_see: See) -> str:
    waits = [status.value for status in (*WITH_APPLICANT, *WITH_NETWORK)]
    asked = f"EXISTS {{ (n)<-[:RENEWS_MEMBERSHIP]-(a) WHERE a.status IN {waits} }}"
    return (
        f"MATCH (me)<-[:MEMBER]-(n:NetworkMembership) WHERE n.status = '{ACTIVE.value}'"
        f" AND n.until <= $today + duration({{days: {MAXIMUM_DAYS_AHEAD}}}) AND NOT {asked}"
        f" AND NOT EXISTS {{ (n)-[:MEMBER_OF]->{_GONE} }}"
    )


WAYS = {
    WaitingKind.DRAFT: _drafts,
    WaitingKind.SIGNATURE: _signatures,
    WaitingKind.ANSWER: _answers,
    WaitingKind.AMENDMENT: _amendments,
    WaitingKind.REPORT: _reports,
    WaitingKind.DELIVERY: _deliveries,
    WaitingKind.COMMITMENT: _commitments,
    WaitingKind.TIE: _ties,
    WaitingKind.DISPUTE: _disputes,
    WaitingKind.PARTICIPATION: _participations,
    WaitingKind.PROGRAM_ROLE: _program_roles,
    WaitingKind.COURSE_CLAIM: _course_claims,
    WaitingKind.PROCESS: _processes,
    WaitingKind.EDITION: _editions,
    WaitingKind.CAMPAIGN: _campaigns,
    WaitingKind.ENDORSEMENT: _endorsements,
    WaitingKind.TERMS: _terms,
    WaitingKind.COHORT: _cohorts,
    WaitingKind.RETURNED: _returned,
    WaitingKind.PAYMENT: _payments,
    WaitingKind.OUTCOME: _outcomes,
    WaitingKind.REVIEW: _reviews,
    WaitingKind.CHANGES: _changes,
    WaitingKind.QUESTION: _questions,
    WaitingKind.COMPLAINT: _complaints,
    WaitingKind.WORKING_GROUP: _working_groups,
    WaitingKind.GROUP_SEAT: _group_seats,
    WaitingKind.ASSIGNMENT: _assignments,
    WaitingKind.ACTION: _actions,
    WaitingKind.TOKEN: _tokens,
    WaitingKind.WEBHOOK: _webhooks,
    WaitingKind.FOUNDING_STEP: _founding_steps,
    WaitingKind.SECRETARIAT: _secretariats,
    WaitingKind.SEAT: _seats,
    WaitingKind.INVITATION: _invitations,
    WaitingKind.APPLICATION: _applications,
    WaitingKind.RETURNED_APPLICATION: _returned_applications,
    WaitingKind.RENEWAL: _renewals,
    WaitingKind.OPENING: _openings,
}
"""How what waits is found: for each kind a `MATCH … WHERE …` from `me` to `n`."""
_LABELS = re.compile(r"\(n:([A-Za-z|]+)")
_BESIDE = ("Token", "Webhook", "Opening")
"""What is no record, and is led to from its own organization alone."""


def shown(see: See) -> str:
    """Whether the viewer may read what was found: asked once, of all, not in each of forty ways."""
    named = {label for way in WAYS.values() for of in _LABELS.findall(way(see)) for label in of.split("|")}
    return f"(n:{'|'.join(_BESIDE)} OR {see('n', *sorted(named.difference(_BESIDE)))})"


_DUE = {
    WaitingKind.COMMITMENT,
    WaitingKind.FOUNDING_STEP,
    WaitingKind.APPLICATION,
    WaitingKind.RETURNED_APPLICATION,
    WaitingKind.ASSIGNMENT,
    WaitingKind.ACTION,
}
"""What has a day that it is due."""


def due(kind: WaitingKind) -> str:
    if kind is WaitingKind.TOKEN:
        return "date(datetime({datetime: n.expiresAt, timezone: $zone}))"
    if kind is WaitingKind.RENEWAL:
        return "n.until"
    return "n.dueOn" if kind in _DUE else "null"
