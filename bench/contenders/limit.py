"""The limit: a bare Starlette endpoint a shape, running the best Cypher we could write for it by hand.

`POST /<shape>` takes the variables of the shape's GraphQL document as JSON and answers what the hub
answers. Nothing is checked, nothing is general, and no other field could be asked for.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.contenders import field
from bench.contenders.environment import Environment
from bench.contenders.mapping import mapped
from bench.contenders.publishing import create_lesson, publish_lesson
from graph.model.search import highlights
from graph.queries.search import asked

QUERIES = Path(__file__).parents[1] / "queries"
TEXTS = {path.parent.name: path.read_text(encoding="utf-8") for path in QUERIES.glob("*/limit.cypher")}
FIELDS = {
    "record": "organization",
    "page": "organizations",
    "page_member": "organizations",
    "scalars": "experiences",
    "filter_edges": "experiences",
    "filter_values": "experiences",
    "deep": "events",
    "counts": "organizations",
    "facets": "search",
    "search": "search",
    "collaborators": "collaborators",
    "map": "networkMap",
    "node": "node",
    "cohorts": "cohortReports",
    "support": "supportFor",
    "gaps": "programGaps",
}
"""The root field each shape answers."""

Variables = dict[str, Any]


def _cursor(variables: Variables) -> Variables:
    return {"told": orjson.loads(variables["after"])[1]}


def _asked(variables: Variables) -> Variables:
    return {"asked": asked(variables["query"])}


def _today(variables: Variables) -> Variables:
    return {**variables, "today": date.fromisoformat(f"{datetime.now(UTC):%Y-%m-%d}")}


def _highlighted(value: Any, variables: Variables) -> Any:
    for hit in value["hits"]:
        told = [pair for pair in hit["highlights"] if pair[1] is not None]
        hit["highlights"] = highlights({"query": variables["query"], "texts": told}, {})
    return value


PREPARE: dict[str, Callable[[Variables], Variables]] = {
    "deep": _cursor,
    "search": _asked,
    "facets": _asked,
    "collaborators": _today,
    "support": _today,
    "gaps": _today,
}
FINISH: dict[str, Callable[[Any, Variables], Any]] = {
    "map": lambda value, _: mapped(value),
    "search": _highlighted,
    "cohorts": lambda value, _: field.paid(value),
    "support": lambda value, _: field.worded(value),
    "gaps": lambda value, _: field.cells(value),
}


class Limit:
    """All endpoints, over one driver."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.driver = environment.driver()

    async def read(self, request: Request) -> Response:
        """The answer of a shape that reads: one query, one transaction."""
        shape = request.path_params["shape"]
        viewer = self.environment.viewer(request.headers.get("authorization"))
        variables = orjson.loads(await request.body())
        prepare = PREPARE.get(shape)
        parameters = (prepare(variables) if prepare else variables) | viewer
        async with self.driver.session(default_access_mode=neo4j.READ_ACCESS, fetch_size=-1) as session:
            result = await session.run(TEXTS[shape], parameters)
            record = await result.single()
        value: Any = None if record is None else record[0]
        if shape in FINISH:
            value = FINISH[shape](value, variables)
        return _told({FIELDS[shape]: value})

    async def create(self, request: Request) -> Response:
        """The first half of publishing a lesson: a draft."""
        viewer = self.environment.viewer(request.headers.get("authorization"))
        given = orjson.loads(await request.body())["input"]
        async with self.driver.session() as session:
            lesson = await session.execute_write(create_lesson, viewer, given)
        return _told({"createLesson": {"lesson": lesson, "errors": []}})

    async def publish(self, request: Request) -> Response:
        """The second half: the draft is let out."""
        viewer = self.environment.viewer(request.headers.get("authorization"))
        given = orjson.loads(await request.body())["input"]
        async with self.driver.session() as session:
            lesson = await session.execute_write(publish_lesson, viewer, given)
        return _told({"publishLesson": {"lesson": lesson, "errors": []}})


def _told(data: Any) -> Response:
    return Response(orjson.dumps({"data": data}), media_type="application/json")


def app() -> Starlette:
    """The application, for `python -m bench.contenders.limit`."""
    limit = Limit(Environment.read())
    return Starlette(
        routes=[
            Route("/create_lesson", limit.create, methods=["POST"]),
            Route("/publish_lesson", limit.publish, methods=["POST"]),
            Route("/{shape}", limit.read, methods=["POST"]),
        ]
    )


if __name__ == "__main__":
    uvicorn.run(
        app(),
        port=Environment.read().port,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
    )
