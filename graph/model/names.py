"""The names a graph is going to use: its labels, relationship types and property keys.

Neo4j plans a statement anew each time that a name in it comes into use which the graph had never met: on a
new hub that would be most statements, many times over. So the graph meets all names before its first record.
"""

from collections.abc import Iterator

from graph.model.core import Model
from graph.model.snapshots import kept, stored_name

_LABELS = (
    *("Account", "Challenge", "Counter", "Follow", "Idempotency", "Identity", "Invitation", "MailLink"),
    *("Merged", "Migration", "Node", "Passkey", "RecoveryCode", "SavedSearch", "Session", "Token", "Webhook"),
)
_TYPES = ("ACTS_FOR", "INVITES_TO", "MERGED_INTO", "OF", "REPLACED_BY", "TELLS")
_KEYS = (
    *("audience", "ownerIds", "askedId", "locked", "untold", "writtenAt", "toldAt", "closedLinks", "links"),
    *("of", "parts", "office", "searchBody", "searchTitle", "month", "told", "value", "key", "hash"),
    *("subject", "expiresAt", "usedAt", "lastUsedAt", "revokedAt", "scopes", "label", "mailKey"),
    *("passwordHash", "previousHash", "previousUntil", "letterKeyHash", "credential", "totpSecret"),
)
"""What is stored beside the records, in no schema; of its keys those that most statements name."""


def statements(model: Model) -> Iterator[str]:
    """The statements that make the graph meet them, each safe to run again."""
    labels, types, keys = set(_LABELS), set(_TYPES), set(_KEYS)
    for node in model.nodes.values():
        labels.add(node.label)
        for member in node.properties():
            keys.update((member.name, *member.twins))
        keys.update(stored_name(member) for member in kept(node))
        for edge in node.edges():
            types.add(edge.type)
            keys.update(member.name for member in edge.properties)
    for procedure, names in (("Label", labels), ("RelationshipType", types), ("Property", keys)):
        yield f"UNWIND {sorted(names)} AS name CALL db.create{procedure}(name)"
