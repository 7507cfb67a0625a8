"""Turn the model into the statements that make its constraints and indexes."""

from collections.abc import Iterator

from graph.model.core import Model
from graph.model.members import Kind
from graph.model.nodes import Node

FULL_TEXT = "search"
"""The name of the full-text index."""
SKILL_NAMES = "skillNames"
"""The name of the full-text index of skills alone, by what they are called."""
SEARCH_TITLE, SEARCH_BODY = "searchTitle", "searchBody"
"""The properties it holds: folded text (see `graph.text`), titles apart from bodies."""
ANALYZER = "standard-no-stop-words"
"""Not `persian`: its stop words hide common words of the field."""
_ANALYZED = f" OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"

_FIXED = (
    "CREATE CONSTRAINT Node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT Token_hash IF NOT EXISTS FOR (n:Token) REQUIRE n.hash IS UNIQUE",
    "CREATE CONSTRAINT Idempotency_key IF NOT EXISTS FOR (n:Idempotency) REQUIRE n.key IS UNIQUE",
    # Those that every database is born with, here too for whoever took them away to load much.
    "CREATE LOOKUP INDEX Node_labels IF NOT EXISTS FOR (n) ON EACH labels(n)",
    "CREATE LOOKUP INDEX Relationship_types IF NOT EXISTS FOR ()-[r]-() ON EACH type(r)",
)


def statements(model: Model) -> list[str]:
    """All of them, each safe to run again."""
    texts = list(_FIXED)
    for node in model.nodes.values():
        texts += _of_node(node)
    texts.append(
        f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:{'|'.join(searched(model))})"
        f" ON EACH [n.{SEARCH_TITLE}, n.{SEARCH_BODY}]"
        f"{_ANALYZED}"
    )
    if "Skill" in model.nodes:
        texts.append(
            f"CREATE FULLTEXT INDEX {SKILL_NAMES} IF NOT EXISTS FOR (n:Skill) ON EACH [n.{SEARCH_TITLE}]"
            f"{_ANALYZED}"
        )
    return texts


def searched(model: Model) -> list[str]:
    """The labels that the full-text index holds."""
    return [node.label for node in model.nodes.values() if any(node.search)]


def _of_node(node: Node) -> Iterator[str]:
    label = node.label
    for member in node.properties():
        if member.key and member.kind is not Kind.ID:
            yield (
                f"CREATE CONSTRAINT {label}_{member.name} IF NOT EXISTS"
                f" FOR (n:{label}) REQUIRE n.{member.name} IS UNIQUE"
            )
        elif member.sortable:
            name = member.sort or member.name
            yield f"CREATE INDEX {label}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
    for edge in node.edges():
        if any(member.kind is Kind.ID for member in edge.properties):
            yield f"CREATE INDEX {edge.type}_id IF NOT EXISTS FOR ()-[r:{edge.type}]-() ON (r.id)"
    for names in node.indexes:
        on = ", ".join(f"n.{name}" for name in names)
        yield f"CREATE INDEX {label}_{'_'.join(names)} IF NOT EXISTS FOR (n:{label}) ON ({on})"
