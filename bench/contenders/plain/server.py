"""The plain server: root fields, and Strawberry's own ASGI application."""

from typing import Any

import orjson
import strawberry
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache

from bench.contenders import publishing
from bench.contenders.environment import Environment
from bench.contenders.plain import discovery
from bench.contenders.plain.inputs import CreateLessonInput, ExperienceFilter, NetworkMapFilter, PublishInput
from bench.contenders.plain.loading import READABLE, Loading, columns, right
from bench.contenders.plain.types import (
    CONFIG,
    TYPES,
    Connection,
    Event,
    Experience,
    Info,
    Lesson,
    Node,
    Organization,
    Rows,
)


@strawberry.type
class UserError:
    """Why not."""

    code: str
    path: list[str]


@strawberry.type
class LessonPayload:
    """The lesson written."""

    lesson: Lesson | None
    errors: list[UserError]


def _conditions(filter_: ExperienceFilter | None) -> tuple[list[str], dict[str, Any]]:
    """What a filter asks of `n`: an EXISTS an edge, as one writes it without looking at plans."""
    told: list[str] = []
    values: dict[str, Any] = {}
    if filter_ is None:
        return told, values
    if filter_.topics:
        told.append("EXISTS { (n)-[:ABOUT]->(t:Topic) WHERE t.id = $topic }")
        values["topic"] = filter_.topics.some.id.eq
    if filter_.outcome:
        told.append("n.outcome = $outcome")
        values["outcome"] = filter_.outcome.eq.value
    if filter_.publisher:
        inner = []
        if filter_.publisher.regions:
            inner.append("EXISTS { (o)-[:SERVES]->(r:Region) WHERE r.id = $region }")
            values["region"] = filter_.publisher.regions.some.id.eq
        if filter_.publisher.kind:
            inner.append("o.kind = $kind")
            values["kind"] = filter_.publisher.kind.eq.value
        if filter_.publisher.location:
            inner.append("EXISTS { (o)-[:LOCATED_IN]->(l:Region) WHERE l.deprived = $deprived }")
            values["deprived"] = filter_.publisher.location.deprived.eq
        told.append(f"EXISTS {{ (n)-[:PUBLISHED_BY]->(o:Organization) WHERE {' AND '.join(inner)} }}")
    return told, values


@strawberry.type
class Query:
    """The root of reads."""

    @strawberry.field
    async def organization(self, info: Info, id: strawberry.ID) -> Organization | None:  # noqa: A002
        """One organization."""
        text = f"MATCH (n:Node:Organization {{id: $id}}) RETURN {columns(Organization)}"
        rows = await info.context.run(text, id=id)
        return Organization(**rows[0][0]) if rows else None

    @strawberry.field
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:  # noqa: A002
        """One record of any type."""
        loading = info.context
        text = "MATCH (n:Node {id: $id}) RETURN head([l IN labels(n) WHERE l <> 'Node']) AS label"
        rows = await loading.run(text, id=id)
        if not rows:
            return None
        type_ = TYPES[rows[0]["label"]]
        open_ = rows[0]["label"] in {"Organization", "Region", "Topic", "Skill"}
        may = "true" if open_ else right(loading.member, READABLE)
        found = await loading.run(f"MATCH (n:Node {{id: $id}}) WHERE {may} RETURN {columns(type_)}", id=id)
        made: Node | None = type_(**found[0][0]) if found else None
        return made

    @strawberry.field
    async def organizations(self, info: Info, first: int = 20) -> Connection[Organization]:
        """All organizations."""
        text = (
            "MATCH (n:Organization) WHERE n.nameFaSort IS NOT NULL"
            f" WITH n ORDER BY n.nameFaSort, n.id LIMIT $first RETURN {columns(Organization)}"
        )
        rows = [Organization(**record[0]) for record in await info.context.run(text, first=first)]
        count = "MATCH (n:Organization) RETURN count(n) AS count"
        return Connection(source=Rows(info.context, "", Organization, "", first, rows, count_text=count))

    @strawberry.field
    async def experiences(
        self,
        info: Info,
        first: int = 20,
        filter: ExperienceFilter | None = None,  # noqa: A002
    ) -> Connection[Experience]:
        """Experiences, the newest first."""
        conditions, values = _conditions(filter)
        told = ["n.createdAt IS NOT NULL", right(info.context.member, READABLE), *conditions]
        text = (
            f"MATCH (n:Experience) WHERE {' AND '.join(told)}"
            f" WITH n ORDER BY n.createdAt DESC, n.id DESC LIMIT $first RETURN {columns(Experience)}"
        )
        rows = [Experience(**record[0]) for record in await info.context.run(text, first=first, **values)]
        return Connection(source=Rows(info.context, "", Experience, "", first, rows))

    @strawberry.field
    async def events(self, info: Info, after: str, first: int = 20) -> Connection[Event]:
        """What happened, the newest first."""
        told = orjson.loads(after)[1]
        text = (
            f"MATCH (n:Event) WHERE n.toldAt < datetime($told) AND {right(info.context.member, READABLE)}"
            f" WITH n ORDER BY n.toldAt DESC LIMIT $first RETURN {columns(Event)}"
        )
        records = await info.context.run(text, told=told, first=first + 1)
        rows = [Event(**record[0]) for record in records]
        more = len(rows) > first
        return Connection(source=Rows(info.context, "", Event, "", first, rows[:first], more))

    @strawberry.field
    async def search(self, info: Info, query: str, first: int = 20) -> discovery.SearchResult:
        """What answers a search."""
        return await discovery.search(info.context, query, first)

    @strawberry.field
    async def collaborators(
        self, info: Info, organization_id: strawberry.ID, first: int = 10
    ) -> list[discovery.Collaborator]:
        """Whom to work with."""
        assert first == len(range(10))
        return await discovery.collaborators(info.context, organization_id)

    @strawberry.field
    async def network_map(
        self,
        info: Info,
        filter: NetworkMapFilter,  # noqa: A002
        nodes_first: int,
        ties_first: int,
    ) -> discovery.NetworkMap:
        """Who is bound to whom."""
        assert (nodes_first, ties_first, filter.ever) == (2_000, 5_000, True)
        return await discovery.network_map(info.context, filter.region_ids)


@strawberry.type
class Mutation:
    """The root of writes: the limit's statements, each in one transaction."""

    @strawberry.mutation
    async def create_lesson(self, info: Info, input: CreateLessonInput) -> LessonPayload:  # noqa: A002
        """Write down a lesson."""
        given = {
            "statement": input.statement,
            "recommendation": input.recommendation,
            "experienceIds": input.experience_ids,
            "topicIds": input.topic_ids,
        }
        return await _written(info, publishing.create_lesson, given)

    @strawberry.mutation
    async def publish_lesson(self, info: Info, input: PublishInput) -> LessonPayload:  # noqa: A002
        """Let it be read."""
        given = {"id": input.id, "version": input.version, "visibility": input.visibility.value}
        return await _written(info, publishing.publish_lesson, given)


async def _written(info: Info, work: Any, given: dict[str, Any]) -> LessonPayload:
    async with info.context.driver.session() as session:
        made = await session.execute_write(work, info.context.viewer, given)
    known = {name: made.get(name, "") for name in ("id", "version", "status", "visibility")}
    return LessonPayload(lesson=Lesson(**known), errors=[])


SCHEMA = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    types=[*TYPES.values()],
    config=CONFIG,
    extensions=[lambda: ParserCache(maxsize=100), lambda: ValidationCache(maxsize=100)],
)


class Plain(GraphQL[Loading, None]):
    """Strawberry's application, with a loading for each request and orjson for its answers."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(SCHEMA, graphql_ide=None)
        self.environment = environment
        self.driver = environment.driver()

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Loading:  # noqa: ARG002
        """What a request loads with."""
        return Loading(self.driver, self.environment.viewer(request.headers.get("authorization")))

    def encode_json(self, data: object) -> bytes:
        """JSON, as fast as the others make it."""
        return orjson.dumps(data)
