"""Who is there, what they have, and what the graph holds, as seen beside the hub."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from graph.compiler import Role
from graph.connection import Database
from graph.model import MODEL
from graph.model.ids import new_id
from graph.model.life import Move
from graph.model.members import Access
from graph.model.nodes import Node
from graph.model.stored import stored
from hub import tokens
from hub.resolvers.write import payload_field
from tests.hub.every.inputs import value
from tests.people import reviewer
from tests.running import Hub

SIGNED_IN = ("owner", "side", "third", "coordinator", "administrator")
EVERYBODY = (*SIGNED_IN, "anonymous", "reader")
"""The organization of the record; the one on its other side, where it has one; a third, whose person is a
reviewer of everything; the secretariat; nobody; and the owner again with a token that only reads."""


# But for the audit, which counts refused tries, too, and tokens, which keep when they were last used.
_EVERYTHING = """
MATCH (c:Counter {name: 'events'})
OPTIONAL MATCH (n:Node {id: $id})
RETURN c.value AS events, COUNT { () } - COUNT { (:AuditEntry) } AS nodes,
       COUNT { ()-->() } - COUNT { (:AuditEntry)-->() } AS relationships, properties(n) AS record,
       COLLECT { MATCH (n)-[r]-(m) WHERE NOT m:(AuditEntry|Token)
                 RETURN [elementId(r), type(r), properties(r), properties(m)] ORDER BY elementId(r) } AS around
"""


class Graph:
    """The database itself, through one database that stays open."""

    def __init__(self, hub: Hub) -> None:
        self._runner = asyncio.Runner()
        self._connection = Database(hub.neo4j.uri, hub.neo4j.user, hub.neo4j.password)

    def close(self) -> None:
        """Close it."""
        self._runner.run(self._connection.close())
        self._runner.close()

    def rows(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement, reading or writing."""
        work = self._connection.write(lambda transaction: transaction.run(text, **parameters))
        return self._runner.run(work)[0]

    def read(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement that reads: without a transaction of its own to begin and to commit."""
        return self._runner.run(self._connection.rows(text, **parameters))

    def token(self, organization: str | None, role: Role = Role.MEMBER, *scopes: str) -> str:
        """A fresh token's secret."""
        given = list(scopes) or ["read", "publish", "exchange"]
        made = tokens.create(self._connection, organization, role.value, given, 30, "test")
        return self._runner.run(made)[1]

    def everything(self, id_: str | None = None) -> dict[str, Any]:
        """How much there is, and all of a record: what it says, what it is tied to, its events."""
        return self.read(_EVERYTHING, id=id_)[0]


@dataclass
class Cast:
    """The viewers by name: their organizations, and their tokens."""

    hub: Hub
    graph: Graph
    organizations: dict[str, str]
    tokens: dict[str, str | None]
    kept: dict[str, Any] = field(default_factory=dict)
    """What is made once and used by many, by what it is."""

    def do(
        self, node: Node, move: Move, given: dict[str, Any], token: str | None, key: str | None = None
    ) -> dict[str, Any]:
        """The payload of a move, its record under `record`."""
        assert move.mutation is not None
        name = payload_field(node.label)
        payload = self.hub.do(move.mutation, given, f"{name} {{ id version }}", token, key)
        return {"record": payload[name], "errors": payload["errors"]}

    def refusal(
        self, node: Node, move: Move, given: dict[str, Any], token: str | None, key: str | None = None
    ) -> tuple[str, list[str]] | None:
        """The code and the path of a move that is refused; None where it is made."""
        payload = self.do(node, move, given, token, key)
        if not payload["errors"]:
            return None
        (error,) = payload["errors"]
        assert error["message"]
        assert payload["record"] is None
        return error["code"], error["path"]

    def reads(self, token: str | None, *ids: str) -> list[bool]:
        """Whether a viewer reads each of these: whose organization has left reads nothing."""
        asked = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
        answer = self.hub.post(asked, {"ids": list(ids)}, token)
        if answer.status_code == 401:
            return [False] * len(ids)
        return [node is not None for node in answer.json()["data"]["nodes"]]

    def reference(self, label: str) -> str:
        """One of what no mutation creates: a region, a topic, a skill, a file."""
        if label not in self.kept:
            node = MODEL.nodes[label]
            assert node.prefix is not None
            given = {member.name: value(label, member) for member in node.properties() if member.required}
            id_ = new_id(node.prefix)
            properties = stored(node, {**given, "id": id_})
            if node.access is Access.ATTACHED:  # Whoever makes a record of theirs may attach it.
                properties["ownerIds"] = list(self.organizations.values())
            self.graph.rows(f"CREATE (n:Node:{label}) SET n = $properties", properties=properties)
            self.kept[label] = id_
        return str(self.kept[label])


@contextmanager
def cast_of(hub: Hub) -> Iterator[Cast]:
    """Three organizations, the secretariat, and nobody, on that hub."""
    graph = Graph(hub)
    made = {name: hub.organization(f"سازمان {name}") for name in ("owner", "side", "third")}
    told: dict[str, str | None] = {name: graph.token(id_) for name, id_ in made.items()}
    told["third"] = reviewer(hub, made["third"], "نرگس کریمی")[1]
    told["coordinator"] = graph.token(None, Role.COORDINATOR)
    told["administrator"] = hub.admin
    told["anonymous"] = None
    told["reader"] = graph.token(made["owner"], Role.MEMBER, "read")
    try:
        yield Cast(hub, graph, made, told)
    finally:
        graph.close()
