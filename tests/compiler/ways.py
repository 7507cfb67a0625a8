"""Ways to answer a document: straight, by graphql-core without and with completion, and the reference."""

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLSchema,
    OperationDefinitionNode,
    parse,
    validate,
)

from graph.compiler import Compiler, Role
from graph.connection import Database
from graph.model import MODEL
from hub.bill import Bill
from hub.context import Context, Reviews, Viewer
from hub.http import execution
from hub.merged import NONE, Merged, Merges
from hub.schema import CORE
from tests import reference
from tests.conftest import Neo4j
from tests.network import NETWORK, NOW, Network, load

T = TypeVar("T")

VIEWERS: dict[str, Viewer] = {
    "anonymous": Viewer(),
    "omid": Viewer(Role.MEMBER, "org_omid", ("org_mehr",)),
    "mehr": Viewer(Role.MEMBER, "org_mehr", ("org_omid", "org_sabz")),
    "sabz": Viewer(Role.MEMBER, "org_sabz", ("org_mehr",)),
    "karb": Viewer(Role.MEMBER, "org_karb"),
    "member of none": Viewer(Role.MEMBER),
    "reviewer": Viewer(Role.MEMBER, "org_karb", reviews=(Reviews(),)),
    "coordinator": Viewer(Role.COORDINATOR, "org_fani", ("org_omid", "org_dolat")),
    "administrator": Viewer(Role.ADMINISTRATOR),
}
"""Who may ask, by a name that cases use. `omid` wrote what is anonymized, `mehr` wrote it with others."""


@dataclass
class Answered:
    """An answer, the queries it took (their text and parameters), and how often the database was asked.

    `errors` are as the client reads them; `raised` is what the resolvers raised.
    """

    data: Any
    errors: list[dict[str, Any]]
    queries: list[tuple[str, dict[str, Any]]]
    round_trips: int
    raised: list[Exception] = field(default_factory=list)


class Recording(Database):
    """A database that keeps the compiled queries it was sent."""

    queries: list[tuple[str, dict[str, Any]]]

    async def value(self, text: str, parameters: Mapping[str, Any], bookmark: str | None = None) -> Any:
        """The one value of a compiled query."""
        self.queries.append((text, dict(parameters)))
        return await super().value(text, parameters, bookmark)


@dataclass
class Ways:
    """One event loop, one database, one compiler for the tests of a module."""

    database: Recording
    runner: asyncio.Runner
    compiler: Compiler = field(default_factory=lambda: Compiler(MODEL))
    merged: Merged = NONE

    @classmethod
    def to(cls, server: Neo4j) -> "Ways":
        """The ways to a server."""
        runner = asyncio.Runner()

        async def connect() -> Recording:
            return Recording(server.uri, server.user, server.password)

        database = runner.run(connect())
        database.queries = []
        return cls(database, runner)

    def load(self, network: Network = NETWORK) -> None:
        """Put a network into the empty database, and know what was merged in it."""
        self.run(load(self.database, network))
        self.merged = self.run(Merges(self.database, seconds=0).known())

    def close(self) -> None:
        """Close the database, then the loop."""
        self.runner.run(self.database.close())
        self.runner.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of a coroutine."""
        return self.runner.run(work)

    def rows(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a hand-written read."""
        return self.run(self.database.rows(text, **parameters))

    def ask(
        self,
        document: DocumentNode | str,
        viewer: Viewer,
        *,
        variables: Mapping[str, Any] | None = None,
        language: str = "fa",
        completed: bool = False,
        straight: bool = True,
        schema: GraphQLSchema = CORE,
        compiler: Compiler | None = None,
        most: int = 10**12,
    ) -> Answered:
        """The hub's answer to a valid document, which may cost `most` points."""
        parsed = parse(document) if isinstance(document, str) else document
        assert not validate(schema, parsed), validate(schema, parsed)
        context = Context(
            self.database,
            compiler or self.compiler,
            viewer,
            language=language,
            clock=lambda: NOW,
            completed=completed,
            merged=self.merged,
            bill=Bill(most=most),
        )

        able = straight and not completed and schema is CORE
        root = execution.root_fields(schema, parsed).get(None) if able else None
        self.database.queries = []
        before = self.database.round_trips
        result = self.run(execution.executed(schema, parsed, root, context, dict(variables or {}), None))
        return Answered(
            data=orjson.loads(orjson.dumps(result.data)),
            errors=[error.formatted for error in result.errors or []],  # type: ignore[misc]
            queries=self.database.queries,
            round_trips=self.database.round_trips - before,
            raised=[error.original_error for error in result.errors or [] if error.original_error],
        )

    def same_all_ways(
        self,
        document: DocumentNode | str,
        viewer: Viewer,
        *,
        variables: Mapping[str, Any] | None = None,
        language: str = "fa",
    ) -> Answered:
        """The straight answer, once graphql-core's, the completed one and the reference's are the same."""
        parsed = parse(document) if isinstance(document, str) else document
        compiled = self.ask(parsed, viewer, variables=variables, language=language)
        assert compiled.errors == []
        assert compiled.round_trips == len(compiled.queries) == root_fields(parsed)
        executed = self.ask(parsed, viewer, variables=variables, language=language, straight=False)
        assert (executed.data, executed.errors, executed.queries) == (compiled.data, [], compiled.queries)
        completed = self.ask(parsed, viewer, variables=variables, language=language, completed=True)
        assert completed.errors == []
        assert completed.data == compiled.data
        expected = reference.answer(parsed, viewer, variables=variables, language=language)
        assert compiled.data == expected
        return Answered(expected, [], compiled.queries, compiled.round_trips)


def root_fields(document: DocumentNode) -> int:
    """How many root fields a document asks the graph for: none of them stands in a fragment here."""
    (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    fields = [f for f in operation.selection_set.selections if isinstance(f, FieldNode)]
    return len({(f.alias or f.name).value for f in fields if f.name.value != "__typename"})
