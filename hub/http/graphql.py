"""POST /graphql (and GET for queries): a request enters, a response leaves."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeAlias

import orjson
from graphql import ExecutionResult, GraphQLSyntaxError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from graph.compiler import Role
from graph.connection import Database
from graph.errors import DatabaseUnavailable, GraphError, ValueRefused
from graph.model.life import Scope
from graph.recent import Recent
from graph.room import expect_room
from hub.aside import aside
from hub.bill import READING, Account, Bill
from hub.context import ANONYMOUS, Caller, Context, Viewer
from hub.errors import CATALOG
from hub.http.askers import Askers
from hub.http.budget import Budget, Purse
from hub.http.documents import Documents, digest_of
from hub.http.execution import executed
from hub.http.failures import failure, formatted
from hub.http.graphiql import page
from hub.http.introspection import Introspection
from hub.http.questions import Question, Questions
from hub.http.refusals import RETRY_SECONDS
from hub.http.warming import Warming
from hub.i18n import language
from hub.permissions import may_use
from hub.schema import CORE, described
from hub.settings import Settings
from hub.shares import Share
from hub.visit import Visit, note

BOOKMARK = "Hub-Bookmark"
_GRACE_SECONDS = 2.0
_SPENT, _SPENT_SECONDS = "RATE_LIMITED", 1.0
"""Whoever has spent all is told so after a while: who asks again at once would make all others wait."""
_RETRIED = {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
_LARGE = 100_000
"""Bytes that take so long to compress that others would notice."""
_RESPONSE_JSON = "application/graphql-response+json"
_NAMING = {"query", "extensions", "documentId"}
"""What a document can be asked for by."""


Streamed: TypeAlias = Callable[[Request, Question, str], Awaitable[Response]]
"""Answers a subscription, in a language."""


class GraphQLEndpoint:
    """Answers GraphQL over HTTP (the GraphQL-over-HTTP draft, without batching)."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.settings = settings
        self.askers = Askers(database, settings)
        self.questions = Questions(settings)
        self.compiler, self.shares = self.askers.compiler, self.askers.shares
        self.budget = Budget(settings)
        self.introspection = Introspection()
        described("fa")  # Made now: at the first question it would hold everybody up.
        self.documents = Documents(CORE, settings.document_tokens, settings.document_depth)
        self.warming = Warming(lambda viewer: self.askers.context_for(viewer, self.shares.of("warming")))

    async def __call__(self, request: Request, streamed: Streamed | None = None) -> Response:
        """The response to a request, whatever goes wrong on the way; subscriptions are `streamed`."""
        tongue = language(request.headers.get("accept-language"))
        wants_page = request.method == "GET" and not request.query_params.keys() & _NAMING
        if wants_page and self.settings.graphiql and "text/html" in request.headers.get("accept", ""):
            return page()
        caller = self.askers.caller(request)
        response = await self._response(request, caller, tongue, streamed)
        self.askers.answer_caller(caller, response)
        return response

    async def _response(
        self, request: Request, caller: Caller, tongue: str, streamed: Streamed | None
    ) -> Response:
        try:
            question = await self.questions.of(request)
            if streamed is not None and await self._subscribes(question):
                return await streamed(request, question, tongue)
            async with asyncio.timeout(self.settings.request_seconds + _GRACE_SECONDS):
                viewer = await self._viewer(request, caller)
                visit: Visit = request.scope["state"]["visit"]
                visit.viewer, visit.token = viewer.role.value.lower(), viewer.token
                visit.person, visit.session = viewer.person, viewer.session
                may_use(viewer, Scope.READ)
                response = await self._paid(request, question, viewer, tongue, visit, caller)
                return await _compressed(request, response)
        except ClientDisconnect:
            return Response(status_code=400)  # Nobody reads it.
        except TimeoutError:
            # The database was to give up before this: it does not answer at all.
            return _failed(request, DatabaseUnavailable(), tongue)
        except GraphError as error:
            if error.code == _SPENT:
                await asyncio.sleep(_SPENT_SECONDS)
            return _failed(request, error, tongue)

    async def _viewer(self, request: Request, caller: Caller) -> Viewer:
        """Who asks. Whose session has ended is nobody: that says so once it is known what they ask for."""
        try:
            return await self.askers.viewer(request, caller)
        except ValueRefused:
            if caller.ended is None:
                raise
            return ANONYMOUS

    async def _subscribes(self, question: Question) -> bool:
        try:
            checked = await self.documents.checked(question.document)
        except GraphQLSyntaxError:
            return False  # It is told where every other one is.
        return checked.subscribes(question.operation)

    def remembered(self) -> Mapping[str, Recent[Any, Any]]:
        """What is remembered beside viewers, by its name."""
        return {
            "documents": self.documents.kept,
            "introspection": self.introspection.kept,
            "persisted": self.questions.persisted.kept,
            "queries": self.compiler.kept,
            "selections": self.compiler.selections.kept,
        }

    async def _paid(
        self,
        request: Request,
        question: Question,
        viewer: Viewer,
        tongue: str,
        visit: Visit,
        caller: Caller,
    ) -> Response:
        """The answer. What is refused before it has paid for anything costs what it took to read it."""
        purse = self.budget.of(viewer, caller.address)
        share = self.shares.of(viewer.key or caller.address)
        points = READING * len(question.document)
        if purse is not None and question.document not in self.documents.kept:
            await purse.expect(points)
        fault = False
        try:
            response = await self._answer(request, question, viewer, tongue, visit, purse, share, caller)
            fault = bool(visit.codes)
        except GraphError as error:
            fault = CATALOG[error.code].status < HTTPStatus.TOO_MANY_REQUESTS
            raise
        finally:
            if fault and purse is not None and not (visit.bill and visit.bill.begun):
                await purse.spend(points)
        return response

    async def _answer(
        self,
        request: Request,
        question: Question,
        viewer: Viewer,
        tongue: str,
        visit: Visit,
        purse: Purse | None,
        share: Share,
        caller: Caller,
    ) -> Response:
        number = visit.number
        try:
            async with share.entrance():
                checked = await self.documents.checked(question.document)
        except GraphQLSyntaxError as error:
            visit.document = digest_of(question.document)
            return not_executed(request, [formatted(error, tongue, number)], tongue)
        visit.document = checked.digest
        if caller.ended is not None and not checked.needs_nobody(question.operation):
            raise caller.ended
        if checked.errors:
            return not_executed(request, [formatted(e, tongue, number) for e in checked.errors], tongue)
        visit.operation = checked.name(question.operation)
        writes = checked.writes(question.operation)
        if checked.subscribes(question.operation):
            raise ValueRefused("SUBSCRIPTION_NEEDS_STREAM")
        if request.method == "GET" and writes:
            raise ValueRefused("METHOD_NOT_ALLOWED")
        if question.digest:
            self.questions.persisted.keep(question.digest, question.document)
        context = self.askers.context_for(
            viewer,
            share,
            language=tongue,
            bookmark=request.headers.get(BOOKMARK),
            caller=caller,
            bill=Bill() if purse is None else Bill(purse.take),
        )
        visit.bill = context.bill
        if checked.introspects(question.operation):
            # A schema that says of itself what it is says so in the language it is asked in.
            key = (tongue, question.document, question.variables, question.operation)
            result = await self.introspection.answer(described(tongue), checked.document, key, context.bill)
        else:
            # A change by whoever may make none is refused, whether or not there is a database.
            refused = writes and viewer.role is Role.ANONYMOUS
            if writes and not refused:
                expect_room(self.settings.data_dir)
            if checked.asks_the_graph(question.operation) and not refused:
                context.merged = await self.askers.merges.known()
            async with share.entrance() as leave:
                context.bill.paid = leave  # What is read and bound is paid for before it asks the database.
                result = await executed(
                    CORE,
                    checked.document,
                    checked.roots.get(question.operation),
                    context,
                    question.variables,
                    question.operation,
                )
        bill = context.bill
        if bill.refused is not None and not bill.begun:
            raise bill.refused
        causes = (error.original_error for error in result.errors or ())
        outage = next((cause for cause in causes if isinstance(cause, DatabaseUnavailable)), None)
        done = writes and any(value is not None for value in (result.data or {}).values())
        if outage is not None and not done:
            raise outage  # Whatever else was read.
        return self._response_of(request, result, context, number)

    def _response_of(
        self, request: Request, result: ExecutionResult, context: Context, number: str
    ) -> Response:
        body: dict[str, Any] = {}
        if result.errors:
            body["errors"] = [formatted(error, context.language, number) for error in result.errors]
        if result.data is None and all(error.path is None for error in result.errors or ()):
            return not_executed(request, body["errors"], context.language)
        body["data"] = result.data
        if context.bill.points:
            body["extensions"] = {"cost": context.bill.told()}
        return _response(
            request, body, context.language, bookmark=context.written_bookmark, account=context.bill.account
        )


async def _compressed(request: Request, response: Response) -> Response:
    """A large answer, compressed beside the event loop; the middleware takes the others."""
    if len(response.body) > _LARGE and "gzip" in request.headers.get("accept-encoding", ""):
        response.body = await aside(gzip.compress, bytes(response.body), 4)
        response.headers["content-encoding"] = "gzip"
        response.headers.add_vary_header("Accept-Encoding")
        response.headers["content-length"] = str(len(response.body))
    return response


def _failed(request: Request, error: GraphError, tongue: str) -> Response:
    """A request that was not executed, with the status of its code."""
    status = CATALOG[error.code].status
    seconds = error.details.get("seconds", RETRY_SECONDS if status in _RETRIED else None)
    return _response(
        request, {"errors": [failure(error, tongue)]}, tongue, status=status, retry_after=seconds
    )


def not_executed(request: Request, errors: list[dict[str, Any]], tongue: str) -> Response:
    """A well-formed request that was not executed: 400, or 200 for clients of the older media type."""
    status = 400 if _RESPONSE_JSON in request.headers.get("accept", "") else 200
    return _response(request, {"errors": errors}, tongue, status=status)


def _response(
    request: Request,
    body: dict[str, Any],
    tongue: str,
    *,
    status: int = 200,
    bookmark: str | None = None,
    account: Account | None = None,
    retry_after: object = None,
) -> Response:
    for code in [error["extensions"]["code"] for error in body.get("errors", ())]:
        note(code)
    modern = _RESPONSE_JSON in request.headers.get("accept", "")
    headers = {
        "content-language": tongue,
        "cache-control": "no-store",
        "vary": "Accept, Accept-Language, Authorization, Cookie",
    }
    if bookmark:
        headers[BOOKMARK] = bookmark
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["allow"] = "POST"
    if account is not None:
        headers |= account.headers()
    if retry_after is not None:
        headers["retry-after"] = str(retry_after)
    if status == HTTPStatus.REQUEST_TIMEOUT:
        headers["connection"] = "close"
    if status == HTTPStatus.UNAUTHORIZED:
        headers["www-authenticate"] = "Bearer"
    return Response(
        orjson.dumps(body),
        status,
        headers,
        media_type=_RESPONSE_JSON if modern else "application/json",
    )
