"""Turn a place in the feed of events into what comes next for an organization, by its rights of then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from graphql import parse

from graph.compiler import Compiler, Role
from graph.connection import Database
from graph.errors import DatabaseUnavailable, GraphError
from graph.model.life import Scope
from hub.context import Context, Viewer, scope_name
from hub.http.execution import executed, root_fields
from hub.schema import CORE
from hub.settings import Settings

_NEXT = parse(
    """query($after: String!, $filter: EventFilter) {
      events(after: $after, first: 1, sort: [TOLD_AT_ASC], filter: $filter) {
        edges { cursor node { id kind at toldAt subject { __typename ... on Node { id } } } }
      }
    }"""
)
_ROOT = root_fields(CORE, _NEXT)[None]


@dataclass(frozen=True, slots=True)
class Feed:
    """Reads the feed beside requests: as a query of `events`, by the same rights and in the same order."""

    database: Database
    compiler: Compiler
    settings: Settings

    async def next(
        self, viewer: Viewer, after: str, kinds: Sequence[str], now: datetime, bookmark: str
    ) -> tuple[str, dict[str, Any]] | None:
        """The next event of these kinds, or of any, and the cursor that it stands at; None where none is.

        Raises GraphError.
        """
        context = Context(
            self.database,
            self.compiler,
            viewer,
            self.settings.zone,
            self.settings.anonymity,
            "en",
            bookmark,
            clock=lambda: now,
        )
        given = {"after": after, "filter": {"kind": {"in": list(kinds)}} if kinds else None}
        result = await executed(CORE, _NEXT, _ROOT, context, given, None)
        for error in result.errors or ():
            if isinstance(error.original_error, GraphError):
                raise error.original_error
            raise DatabaseUnavailable from error
        edges = orjson.loads(orjson.dumps(result.data))["events"]["edges"]
        return (edges[0]["cursor"], edges[0]["node"]) if edges else None


def member_of(organization: str, partners: Sequence[str]) -> Viewer:
    """A member of an organization who reads and follows, and does nothing else."""
    scopes = frozenset({scope_name(Scope.READ), scope_name(Scope.EVENTS)})
    return Viewer(Role.MEMBER, organization, tuple(partners), scopes)
