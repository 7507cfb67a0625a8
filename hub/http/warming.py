"""Ask for what is heavy once, when the hub has started: no user waits for the database to plan it.

One after another, for whoever has no token and for members, with a pause as long as it took, so that whoever
asks goes first. Plans are of texts, and texts of what is selected: another selection is still planned when it
is asked for, but by a database that has learned how.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import structlog
from graphql import parse

from graph.compiler import Role
from graph.errors import DatabaseUnavailable
from hub.context import Context, Viewer
from hub.http.execution import executed, root_fields
from hub.schema import CORE

log = structlog.get_logger("hub")

_ROLES = (Role.ANONYMOUS, Role.MEMBER)
_LONGEST_PAUSE = 5.0
_NOTHING = "org_none"
"""An id where the graph has no organization yet: it is planned for all the same."""


class Warming:
    """The work of one hub: `context_of` makes the context of a request by a viewer."""

    def __init__(self, context_of: Callable[[Viewer], Context]) -> None:
        self._context_of = context_of
        self._document = parse((Path(__file__).parent / "warming.graphql").read_text(encoding="utf-8"))
        self._roots = root_fields(CORE, self._document)

    async def work(self) -> None:
        """Ask for all, as soon as the database answers."""
        begun = time.monotonic()
        while True:
            try:
                await self._ask_for_all()
            except DatabaseUnavailable:
                await asyncio.sleep(_LONGEST_PAUSE)
            else:
                log.info("warmed", seconds=round(time.monotonic() - begun, 1))
                return

    async def _ask_for_all(self) -> None:
        some = await self._ask("Some", Viewer(), {})
        ids = [node["id"] for node in some["organizations"]["nodes"]] + [_NOTHING] * 2
        variables = {"id": ids[0], "from": ids[0], "to": ids[1], "query": "آموزش", "first": 20}
        for name in filter(None, self._roots):
            for role in _ROLES:
                begun = time.monotonic()
                await self._ask(name, Viewer(role=role), variables)
                await asyncio.sleep(min(time.monotonic() - begun, _LONGEST_PAUSE))

    async def _ask(self, name: str, viewer: Viewer, variables: dict[str, Any]) -> Any:
        """The data of an operation. Raises DatabaseUnavailable."""
        context, root = self._context_of(viewer), self._roots[name]
        result = await executed(CORE, self._document, root, context, variables, name)
        for error in result.errors or ():
            if isinstance(error.original_error, DatabaseUnavailable):
                raise error.original_error
        return orjson.loads(orjson.dumps(result.data))
