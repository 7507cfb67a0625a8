"""What follows from the rest of the graph, as Cypher: where it does not, and the statement that mends it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.common import RecordStatus
from graph.model.events import RECORDED
from graph.model.members import Access, Property
from graph.model.nodes import COUNTS_AS, Node
from graph.model.written import ANONYMIZED
from graph.queries.readers import readers, told_of


@dataclass(frozen=True, slots=True)
class Derived:
    """A rule: `faulty` matches those that break it as `n`, `mended` sets what should be there."""

    kind: str
    about: str
    faulty: str
    mended: str


def _terms() -> Iterator[Derived]:
    for node in MODEL.nodes.values():
        if node.successor is not None:
            due = f"coalesce(head([(n)-[:{node.successor.type}]->(s:{node.label}) | s.id]), n.id)"
            yield Derived(
                "TERM_OUT_OF_STEP",
                f"{node.label}.{COUNTS_AS.name}",
                f"MATCH (n:{node.label}) WITH n, {due} AS due WHERE coalesce(n.{COUNTS_AS.name}, '') <> due",
                f"SET n.{COUNTS_AS.name} = due",
            )


def _events() -> Iterator[Derived]:
    """An event is read as its subject is, by those who were told then; of what is anonymized by its author,
    later by others."""
    for node in RECORDED:
        clauses = " ".join(readers(node, "s"))
        own = node.access not in {Access.JUDGED, Access.SAID}
        told, kept = told_of("n", "audience", "owners", own=own)
        yield Derived(
            "EVENT_OUT_OF_STEP",
            node.label,
            f"MATCH (n:Event)-[:SUBJECT]->(s:{node.label}) {clauses}"
            " MATCH (n:Event)-[:SUBJECT]->(s)"
            f" WITH n, {told} AS audience, {kept} AS owners"
            f" WITH n, owners, CASE WHEN audience <> '{ANONYMIZED}' THEN audience"
            f" WHEN n.audience = '{ANONYMIZED}' THEN n.audience ELSE '{Audience.AUTHORS.value}' END AS due"
            " WHERE n.audience <> due OR n.ownerIds <> owners",
            "SET n.audience = due, n.ownerIds = owners",
        )


def _audiences() -> Iterator[Derived]:
    """By status and visibility.

    What should be anonymized and is not goes to its author alone, who publishes it anew: only publishing
    takes from it what tells whose it is.
    """
    for node in MODEL.nodes.values():
        status = node.by_name.get("status")
        if "visibility" in node.by_name and isinstance(status, Property) and status.enum is RecordStatus:
            yield _audience(node)


def _audience(node: Node) -> Derived:
    published, owners = RecordStatus.PUBLISHED.value, f"'{Audience.OWNERS.value}'"
    alone = f"'{Audience.AUTHORS.value}'" if node.anonymizable else owners
    if node.anonymizable:
        draft = f"n.status = '{RecordStatus.DRAFT.value}' OR n.visibility = '{ANONYMIZED}'"
        owners = (
            f"CASE WHEN {draft} OR n.audience IN ['{ANONYMIZED}', {alone}] THEN {alone} ELSE {owners} END"
        )
    due = (
        f"CASE WHEN n.status <> '{published}' OR n.visibility = 'ORGANIZATION' THEN {owners}"
        f" WHEN n.visibility = '{ANONYMIZED}' AND n.audience <> '{ANONYMIZED}' THEN {alone}"
        " ELSE n.visibility END"
    )
    return Derived(
        "AUDIENCE_OUT_OF_STEP",
        node.label,
        f"MATCH (n:{node.label}) WITH n, {due} AS due WHERE n.audience <> due",
        "SET n.audience = due",
    )


_COUNTER = Derived(
    "COUNTER_BEHIND",
    "events",
    "MATCH (n:Counter {name: 'events'})"
    " CALL () { MATCH (e:Event) RETURN max(e.sequence) AS last, max(e.toldAt) AS told }"
    " WITH n, coalesce(last, 0) AS last, told WHERE n.value < last OR coalesce(n.told < told, n.told IS NULL)"
    " AND told IS NOT NULL",
    "SET n.value = CASE WHEN n.value < last THEN last ELSE n.value END,"
    " n.told = CASE WHEN n.told >= told THEN n.told ELSE told END",
)

RULES = (*_terms(), *_audiences(), *_events(), _COUNTER)
