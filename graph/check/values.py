"""The rules that one node or relationship is held to by itself, as the model declares it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from graph.check.findings import Mend
from graph.model import MODEL
from graph.model.access import Audience, audience
from graph.model.common import AUDIENCE, OWNER_IDS, RecordStatus, Visibility
from graph.model.members import Kind, Property
from graph.model.nodes import Node
from graph.model.stored import twins

Fault: TypeAlias = tuple[str, str, Mend]
"""Its kind, what it is about, and what can be done."""

BESIDE = frozenset(
    {"Token", "Migration", "Counter", "Idempotency", "Seed", "Merged"}
    | {"Account", "Session", "Invitation", "MailLink", "RecoveryCode", "Passkey", "Identity", "Challenge"}
    | {"Follow", "SavedSearch", "Webhook"}
)
"""Labels of what the hub keeps beside the records, and no reader sees."""

# By the names of the driver's types, which only `graph.wire` and `graph.connection` know.
_TYPES: Mapping[Kind, frozenset[str]] = {
    Kind.ID: frozenset({"str"}),
    Kind.STRING: frozenset({"str"}),
    Kind.ENUM: frozenset({"str"}),
    Kind.INT: frozenset({"int"}),
    Kind.RIAL: frozenset({"int"}),
    Kind.FLOAT: frozenset({"float", "int"}),
    Kind.BOOLEAN: frozenset({"bool"}),
    Kind.DATE: frozenset({"Date"}),
    Kind.DATETIME: frozenset({"DateTime"}),
}


def of_node(labels: Sequence[str], values: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with a node."""
    known = [MODEL.nodes[label] for label in labels if label in MODEL.nodes]
    for label in labels:
        if label not in MODEL.nodes and label not in BESIDE and label != "Node":
            yield "LABEL_UNKNOWN", label, Mend.CODE
    if not known and not BESIDE.intersection(labels):
        yield "NODE_OF_NO_LABEL", "|".join(sorted(labels)) or "none", Mend.CODE
    if len(known) > 1:
        yield "LABELS_TOGETHER", "|".join(sorted(labels)), Mend.CODE
    for node in known:
        if ("Node" in labels) is (node.prefix is None):
            yield "LABEL_NODE", node.label, Mend.CODE
        if node.prefix is not None and not str(values.get("id")).startswith(f"{node.prefix}_"):
            yield "ID_OF_ANOTHER_KIND", node.label, Mend.CODE
        yield from of_values(node.label, node.properties(), values)
        yield from _rights(node, values)
        yield from _twins(node, values)


def of_values(owner: str, properties: Iterable[Property], values: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with the values of a node or a relationship: missing, or not what is declared."""
    for member in properties:
        value = values.get(member.name)
        about = f"{owner}.{member.name}"
        if value is None:
            if member.required:
                yield "VALUE_MISSING", about, Mend.BACKUP
        elif isinstance(value, list) is not member.many or not _fit(member, value):
            yield "VALUE_OF_ANOTHER_KIND", about, Mend.CODE


def _fit(member: Property, value: Any) -> bool:
    return all(_fits(member, item) for item in (value if member.many else [value]))


def _fits(member: Property, value: Any) -> bool:
    if type(value).__name__ not in _TYPES[member.kind]:
        return False
    return member.enum is None or value in {choice.value for choice in member.enum}


def expected_audience(node: Node, values: Mapping[str, Any]) -> frozenset[str] | None:
    """Who may be the readers of a record by its status and visibility; None where these do not say.

    What was anonymized once, or was withheld since too few could have written it, its owners alone read.
    """
    status, visibility = node.by_name.get("status"), str(values.get("visibility"))
    if visibility not in {choice.value for choice in Visibility} or not isinstance(status, Property):
        return None
    published = audience(RecordStatus.PUBLISHED, Visibility(visibility))
    if status.enum is not RecordStatus:
        return frozenset({published.value, Audience.OWNERS.value, Audience.COORDINATORS.value})
    if values.get("status") not in {choice.value for choice in RecordStatus}:
        return None
    due = audience(RecordStatus(values["status"]), Visibility(visibility), anonymizable=node.anonymizable)
    hidden = node.anonymizable and due in {Audience.ANONYMIZED, Audience.OWNERS}
    return frozenset({due.value, *({Audience.AUTHORS.value} if hidden else ())})


def _rights(node: Node, values: Mapping[str, Any]) -> Iterator[Fault]:
    names = {member.name for member in node.properties()}
    for member in (AUDIENCE, OWNER_IDS):
        if member.name in names and values.get(member.name) is None:
            yield "RIGHTS_MISSING", f"{node.label}.{member.name}", Mend.BACKUP
    allowed = expected_audience(node, values)
    if allowed is not None and values.get(AUDIENCE.name) not in allowed:
        yield "AUDIENCE_OUT_OF_STEP", node.label, Mend.DERIVED if len(allowed) < 3 else Mend.EDIT


def _twins(node: Node, values: Mapping[str, Any]) -> Iterator[Fault]:
    for name, value in twins(node, values).items():
        if values.get(name) != value:
            yield "TWIN_OUT_OF_STEP", f"{node.label}.{name}", Mend.DERIVED
