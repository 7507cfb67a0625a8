"""Turn a viewer into who they are, and into what waits for their organization's word.

Each kind of waiting is one pattern from the organization `me` to a record `n` that it owns or is a side of.
"""

from graph.compiler import Given, Source
from graph.limits import MAXIMUM_DAYS_AHEAD, MAXIMUM_WAITING
from graph.model import MODEL
from graph.model.amendments import PROPOSED
from graph.model.cohort_reports import CohortReportStatus
from graph.model.commitment_reports import WAITING
from graph.model.commitments import CommitmentStatus
from graph.model.common import OWNER_EDGE, RecordStatus
from graph.model.course_claims import CourseClaimStatus
from graph.model.members import See
from graph.model.participations import ParticipationStatus
from graph.model.partnerships import PartnershipStatus, running
from graph.model.payment_terms import TermsStatus
from graph.model.payments import PaymentStatus
from graph.model.program_roles import ProgramRoleStatus
from graph.model.resources import ExchangeStatus
from graph.model.ties import TieStatus
from graph.model.viewer import WaitingKind

_OPEN = [CommitmentStatus.PLANNED.value, CommitmentStatus.IN_PROGRESS.value]


def _drafted() -> list[str]:
    """The labels of what is written before it is published."""
    return [
        node.label
        for node in MODEL.nodes.values()
        if node.life is not None and any(move.end is RecordStatus.DRAFT for move in node.life.moves)
    ]


def _drafts(see: See) -> str:
    rights = " OR ".join(f"(n:{label} AND {see('n', label)})" for label in _drafted())
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(n:{'|'.join(_drafted())})"
        f" WHERE n.status = '{RecordStatus.DRAFT.value}' AND ({rights})"
    )


def _signatures(see: See) -> str:
    return (
        "MATCH (me)<-[signed:HAS_PARTY]-(n:Partnership)"
        f" WHERE n.status = '{PartnershipStatus.DRAFT.value}' AND signed.signedOn IS NULL"
        f" AND {see('n', 'Partnership')}"
    )


def _answers(see: See) -> str:
    return (
        "MATCH (me)<-[:PROVIDED_BY|RECEIVED_BY]-(n:Exchange)"
        f" WHERE n.status = '{ExchangeStatus.PROPOSED.value}' AND NOT (n)-[:PROPOSED_BY]->(me)"
        f" AND {see('n', 'Exchange')}"
    )


def _deliveries(see: See) -> str:
    return (
        "MATCH (me)<-[side:PROVIDED_BY|RECEIVED_BY]-(n:Exchange)"
        f" WHERE n.status = '{ExchangeStatus.ACCEPTED.value}' AND CASE type(side)"
        " WHEN 'PROVIDED_BY' THEN n.providerConfirmedAt ELSE n.receiverConfirmedAt END IS NULL"
        f" AND {see('n', 'Exchange')}"
    )


def _amendments(see: See) -> str:
    return (
        "MATCH (me)<-[:HAS_PARTY]-(:Partnership)-[:HAS_AMENDMENT]->(n:Amendment)"
        f" WHERE n.status = '{PROPOSED.value}' AND NOT (n)-[:ACCEPTED_BY]->(me) AND {see('n', 'Amendment')}"
    )


def _reports(see: See) -> str:
    return (
        "MATCH (me)<-[:REPORTED_TO]-(n:CommitmentReport)"
        f" WHERE n.status = '{WAITING.value}' AND {see('n', 'CommitmentReport')}"
    )


def _commitments(see: See) -> str:
    soon = f"n.dueOn <= $today + duration({{days: {MAXIMUM_DAYS_AHEAD}}})"
    return (
        f"MATCH (me)<-[:OWED_BY]-(n:Commitment)<-[:HAS_COMMITMENT]-(p:Partnership)"
        f" WHERE n.status IN {_OPEN} AND n.claimedOn IS NULL AND {soon} AND {running('p')}"
        f" AND {see('n', 'Commitment')}"
    )


def _ties(see: See) -> str:
    return (
        f"MATCH (me)<-[:ASKS]-(n:TieClaim) WHERE n.status = '{TieStatus.CLAIMED.value}'"
        f" AND {see('n', 'TieClaim')}"
    )


def _disputes(see: See) -> str:
    return (
        f"MATCH (me)<-[:CLAIMED_BY]-(n:TieClaim) WHERE n.status = '{TieStatus.DISPUTED.value}'"
        f" AND {see('n', 'TieClaim')}"
    )


def _participations(see: See) -> str:
    return (
        "MATCH (me)<-[:NAMES]-(n:ParticipationClaim)"
        f" WHERE n.status = '{ParticipationStatus.CLAIMED.value}' AND {see('n', 'ParticipationClaim')}"
    )


def _program_roles(see: See) -> str:
    return (
        "MATCH (me)<-[:NAMES]-(n:ProgramRoleClaim)"
        f" WHERE n.status = '{ProgramRoleStatus.CLAIMED.value}' AND {see('n', 'ProgramRoleClaim')}"
    )


def _course_claims(see: See) -> str:
    return (
        "MATCH (me)<-[:ASKED_TO_PAY|ASKS_ISSUER]-(n:CostShare|CourseQualification)"
        f" WHERE n.status = '{CourseClaimStatus.CLAIMED.value}'"
        f" AND {see('n', 'CostShare', 'CourseQualification')}"
    )


def _outcomes(see: See) -> str:
    return (
        f"MATCH (me)<-[:{OWNER_EDGE}]-(n:Adoption)"
        f" WHERE n.status = '{RecordStatus.PUBLISHED.value}' AND n.outcome IS NULL AND {see('n', 'Adoption')}"
    )


def _terms(see: See) -> str:
    return (
        "MATCH (me)<-[:HAS_PARTY]-(:Partnership)-[:HAS_PAYMENT_TERMS]->(n:PaymentTerms)"
        f" WHERE n.status = '{TermsStatus.PROPOSED.value}' AND NOT (n)<-[:PROPOSED_TERMS]-(me)"
        " AND (EXISTS { (n)-[:PAYER]->(me) } OR EXISTS { (n)-[:PAYER]->()-[:PROPOSED_TERMS]->(n) })"
        f" AND {see('n', 'PaymentTerms')}"
    )


def _cohorts(see: See) -> str:
    return (
        "MATCH (me)<-[:COHORT_PAID_BY]-(n:CohortReport)"
        f" WHERE n.status = '{CohortReportStatus.SUBMITTED.value}' AND {see('n', 'CohortReport')}"
    )


def _returned(see: See) -> str:
    return (
        "MATCH (me)<-[:COHORT_REPORTED_BY]-(n:CohortReport)"
        f" WHERE n.status = '{CohortReportStatus.RETURNED.value}' AND {see('n', 'CohortReport')}"
    )


def _payments(see: See) -> str:
    return (
        "MATCH (me)<-[:PAYMENT_TO]-(n:Payment)"
        f" WHERE n.status = '{PaymentStatus.PAID.value}' AND {see('n', 'Payment')}"
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
    WaitingKind.TERMS: _terms,
    WaitingKind.COHORT: _cohorts,
    WaitingKind.RETURNED: _returned,
    WaitingKind.PAYMENT: _payments,
    WaitingKind.OUTCOME: _outcomes,
}
"""How what waits is found: for each kind a `MATCH … WHERE …` from `me` to `n`."""


def _cypher(see: See, _given: Given) -> str:
    ways = "\n    UNION ALL\n    ".join(
        f"{way(see)} RETURN '{kind.value}' AS kind, n, {_due(kind)} AS dueOn" for kind, way in WAYS.items()
    )
    return f"""OPTIONAL MATCH (me:Node&Organization {{id: $viewer.organization}})
CALL (me) {{
  CALL (me) {{
    {ways}
  }}
  WITH kind, n, dueOn ORDER BY dueOn IS NULL, dueOn, n.updatedAt DESC, n.id
  RETURN collect({{kind: kind, record: n, since: n.updatedAt, dueOn: dueOn}}) AS things
}}
WITH {{role: $role, scopes: $scopes, organization: me, today: $today,
  waiting: things[..{MAXIMUM_WAITING}], waitingCount: size(things)}} AS row"""


def _due(kind: WaitingKind) -> str:
    return "n.dueOn" if kind is WaitingKind.COMMITMENT else "null"


VIEWER = Source(MODEL.shapes["Viewer"], _cypher, price=500)

RATE = Source(MODEL.shapes["RateLimit"], lambda _see, _given: "WITH $rate AS row")
