"""Turn a place in the feed of events into what comes next for an organization, by its rights of then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.compiler import Compiler, Role
from graph.connection import Database
from graph.model.life import Scope
from hub.context import Context, Viewer, scope_name
from hub.news import answered
from hub.settings import Settings

_NEXT = """query($after: String!, $filter: EventFilter) {
  events(after: $after, first: 1, sort: [TOLD_AT_ASC], filter: $filter) {
    edges { cursor node { id kind at toldAt subject { __typename ... on Node { id } } } }
  }
}"""


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
        edges = (await answered(context, _NEXT, given))["events"]["edges"]
        return (edges[0]["cursor"], edges[0]["node"]) if edges else None


def member_of(organization: str, partners: Sequence[str]) -> Viewer:
    """A member of an organization who reads and follows, and does nothing else."""
    scopes = frozenset({scope_name(Scope.READ), scope_name(Scope.EVENTS)})
    return Viewer(Role.MEMBER, organization, tuple(partners), scopes)
