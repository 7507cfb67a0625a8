"""POST /files takes a file in; GET /files/{id} gives it to whoever may read it; DELETE removes it again."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import orjson
import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse

from graph.compiler.visibility import Sight
from graph.connection import Database, Transaction
from graph.errors import DatabaseUnavailable, GraphError, ValueRefused
from graph.limits import MAXIMUM_UPLOADS
from graph.model import MODEL
from graph.model.files import PATH
from graph.model.ids import new_id
from graph.model.life import Scope
from graph.queries import files as queries
from graph.room import expect_room
from hub.bill import WRITE_POINTS
from hub.context import ANONYMOUS, Caller, Context, Viewer
from hub.files import content
from hub.files.names import disposition, named
from hub.files.receiving import Received, receive, receiving
from hub.files.store import Store
from hub.http.addresses import household
from hub.http.graphql import BOOKMARK, GraphQLEndpoint
from hub.http.refusals import refusal
from hub.i18n import language
from hub.permissions import may_use, may_write, speaking_for
from hub.settings import Settings
from hub.visit import Visit

log = structlog.get_logger("hub")

_ID = re.compile(r"fil_[0-9a-z]{26}")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_READ_POINTS = 100
_BYTES_A_POINT = 1_000
_STATUS = {
    "SIGN_IN_REQUIRED": 401,
    "SCOPE_REQUIRED": 403,
    "NO_ORGANIZATION": 403,
    "EDITOR_REQUIRED": 403,
    "NOT_ALLOWED": 403,
    "NOT_FOUND": 404,
}
"""Where a change within GraphQL is refused in an answer, and here the request is."""
_SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'; form-action 'none'; base-uri 'none'"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for what with a request, and by which bookmark."""

    request: Request
    caller: Caller
    viewer: Viewer
    context: Context
    bookmark: str | None

    @property
    def see(self) -> Sight:
        """What the viewer may read."""
        return Sight(self.viewer.role, MODEL)


class Files:
    """Answers at `/files`, for the viewers and within the budgets of GraphQL. `store`: None for none."""

    def __init__(self, endpoint: GraphQLEndpoint, store: Store | None) -> None:
        self._endpoint = endpoint
        self._database: Database = endpoint.database
        self._settings: Settings = endpoint.settings
        self._store = store
        self._uploads: Counter[str] = Counter()

    async def __call__(self, request: Request) -> Response:
        """The response to a request, whatever goes wrong on the way."""
        tongue = language(request.headers.get("accept-language"))
        caller = self._endpoint.askers.caller(request)
        response = await self._response(request, caller, tongue)
        self._endpoint.askers.answer_caller(caller, response)
        return response

    async def _response(self, request: Request, caller: Caller, tongue: str) -> Response:
        try:
            async with asyncio.timeout(self._settings.request_seconds):
                asked = await self._asked(request, caller, tongue)
            match request.method:
                case "POST":
                    return await self._upload(asked)
                case "DELETE":
                    return await self._remove(asked)
                case _:
                    return await self._fetch(asked)
        except ClientDisconnect:
            return Response(status_code=400)  # Nobody reads it.
        except TimeoutError:
            return _failed(DatabaseUnavailable(), tongue)
        except GraphError as error:
            return _failed(error, tongue)

    async def _asked(self, request: Request, caller: Caller, tongue: str) -> _Asked:
        """Raises what `Askers.viewer` does, and ValueRefused SCOPE_REQUIRED, FILES_NOT_SET_UP."""
        viewer = await self._viewer(request, caller)
        visit: Visit = request.scope["state"]["visit"]
        visit.viewer, visit.token = viewer.role.value.lower(), viewer.token
        may_use(viewer, Scope.READ)
        context = Context(
            self._database, self._endpoint.compiler, viewer, self._settings.zone, language=tongue
        )
        return _Asked(request, caller, viewer, context, request.headers.get(BOOKMARK))

    async def _viewer(self, request: Request, caller: Caller) -> Viewer:
        """Who asks. Whose session has ended may be given what anybody may: a link is followed once."""
        try:
            return await self._endpoint.askers.viewer(request, caller)
        except ValueRefused:
            if caller.ended is None or request.method not in {"GET", "HEAD"}:
                raise
            return ANONYMOUS

    def _kept(self) -> Store:
        if self._store is None:
            raise ValueRefused("FILES_NOT_SET_UP")
        return self._store

    async def _pay(self, asked: _Asked, points: int) -> dict[str, str]:
        """Pay for a request; what is left, as headers. Raises ValueRefused RATE_LIMITED."""
        purse = self._endpoint.budget.of(asked.viewer, _address(asked.request))
        return {} if purse is None else (await purse.take(points)).headers()

    # -- taking in -------------------------------------------------------------------------------------

    async def _upload(self, asked: _Asked) -> Response:
        organization = _speaking(asked)
        store, limit = self._kept(), self._settings.file_bytes
        expect_room(self._settings.data_dir)
        name = named(asked.request.query_params.get("name", ""))
        length = _length(asked.request)
        if length is not None and length > limit:
            raise ValueRefused("FILE_TOO_LARGE", maximum=limit)
        quota = self._settings.files_quota
        size = limit if length is None else length
        account = await self._pay(asked, WRITE_POINTS + size // _BYTES_A_POINT)
        with self._turn(asked):
            await queries.expect_room(self._database, organization, length or 1, quota)
            with receiving(store) as received:
                await self._received(asked, received, limit, length)
                # It may have taken minutes: who may no longer write meanwhile has sent it for nothing.
                asked = await self._asked(asked.request, asked.caller, asked.context.language)
                _speaking(asked)
                file = await self._looked_at(asked, received, name)
                return await self._keep(asked, store, organization, file, received, account)

    @contextmanager
    def _turn(self, asked: _Asked) -> Iterator[None]:
        """Be one of the few uploads of a viewer. Raises ValueRefused TOO_BUSY."""
        key = asked.viewer.key or _address(asked.request)
        if self._uploads[key] >= MAXIMUM_UPLOADS:
            raise ValueRefused("TOO_BUSY")
        self._uploads[key] += 1
        try:
            yield
        finally:
            self._uploads[key] -= 1
            if not self._uploads[key]:
                del self._uploads[key]

    async def _received(self, asked: _Asked, received: Received, limit: int, length: int | None) -> None:
        try:
            async with asyncio.timeout(self._settings.upload_seconds):
                body = asked.request.stream()
                await receive(received, body, limit, self._settings.body_seconds)
        except TimeoutError:
            raise ValueRefused("BODY_TOO_SLOW", maximum=self._settings.upload_seconds) from None
        if length is not None and received.size != length:
            raise ValueRefused("FILE_CUT_OFF", given=received.size, expected=length)
        if not received.size:
            raise ValueRefused("FILE_EMPTY")

    async def _looked_at(self, asked: _Asked, received: Received, name: str) -> dict[str, Any]:
        """What is told of a file. Raises ValueRefused as `media_type_of` does."""
        claimed = asked.request.headers.get("content-type", "")
        digest = await asyncio.to_thread(received.digest)
        media = await asyncio.to_thread(content.media_type_of, received.file, name, claimed)
        told = {"id": new_id("fil"), "name": name, "mediaType": media, "size": received.size}
        return told | {"digest": digest, "createdAt": datetime.now(UTC)}

    async def _keep(
        self,
        asked: _Asked,
        store: Store,
        organization: str,
        file: dict[str, Any],
        received: Received,
        account: dict[str, str],
    ) -> Response:
        """Keep the bytes, then what is told of them.

        A file that is there already is answered with: who has lost an answer sends the same again.
        """
        there = await queries.same(self._database, organization, file["name"], file["digest"])
        if there is not None:
            return _told(there, HTTPStatus.OK, account)
        await store.put(file["id"], received.file)

        async def work(transaction: Transaction) -> None:
            await queries.keep(transaction, organization, file | {"ownerIds": [organization]}, quota)

        quota = self._settings.files_quota
        try:
            _, bookmark = await self._database.write(work, asked.bookmark)
        except ValueRefused:
            await store.remove(file["id"])
            raise
        # Where the database has gone it may have committed: what no file is told of, `hub.daily` removes.
        self._noted("file_uploaded", asked, file["id"])
        return _told(file, HTTPStatus.CREATED, {**account, BOOKMARK: bookmark})

    # -- giving ----------------------------------------------------------------------------------------

    async def _fetch(self, asked: _Asked) -> Response:
        request, store = asked.request, self._kept()
        file = await self._found(asked)
        size, etag = int(file["size"]), f'"{file["digest"]}"'
        headers = _headers(file, etag) | await self._pay(asked, _READ_POINTS)
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        start, end = 0, size
        status = HTTPStatus.OK
        if request.headers.get("if-range", etag) == etag:
            try:
                asked_for = ranged(request.headers.get("range", ""), size)
            except ValueRefused as error:
                refused = _failed(error, asked.context.language)
                refused.headers["content-range"] = f"bytes */{size}"
                return refused
            if asked_for is not None:
                (start, end), status = asked_for, HTTPStatus.PARTIAL_CONTENT
                headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
        headers["content-length"] = str(end - start)
        if await store.size(file["id"]) != size:
            log.error("file_lost", file=file["id"])
            raise ValueRefused("FILE_LOST")
        if request.method == "HEAD":
            return Response(status_code=status, headers=headers)
        await self._pay(asked, (end - start) // _BYTES_A_POINT)
        return StreamingResponse(store.read(file["id"], start, end), status, headers)

    async def _found(self, asked: _Asked) -> dict[str, Any]:
        """What is told of the file that is asked for. Raises ValueRefused FILE_NOT_FOUND."""
        id_ = _id_of(asked.request)
        share = self._endpoint.shares.of(asked.viewer.key or _address(asked.request))
        async with share.turn(dear=False):
            file = await queries.readable(
                self._database, asked.see, id_, asked.context.parameters(), asked.bookmark
            )
        if file is None:
            raise asked.caller.ended or ValueRefused("FILE_NOT_FOUND")
        return file

    # -- removing --------------------------------------------------------------------------------------

    async def _remove(self, asked: _Asked) -> Response:
        may_write(asked.viewer, Scope.PUBLISH)
        id_, store = _id_of(asked.request), self._kept()
        account = await self._pay(asked, WRITE_POINTS)

        async def work(transaction: Transaction) -> None:
            await queries.remove(transaction, asked.see, id_, asked.context.parameters())

        _, bookmark = await self._database.write(work, asked.bookmark)
        await store.remove(id_)
        self._noted("file_removed", asked, id_)
        return Response(status_code=204, headers={**account, BOOKMARK: bookmark})

    def _noted(self, what: str, asked: _Asked, id_: str) -> None:
        """Tell of what was done: here an audit hears of it."""
        visit: Visit = asked.request.scope["state"]["visit"]
        viewer = asked.viewer
        log.info(what, request=visit.number, file=id_, token=viewer.token, organization=viewer.organization)


def _headers(file: dict[str, Any], etag: str) -> dict[str, str]:
    """What every answer with a file says: whoever keeps it asks again whether it may still be read."""
    inline = file["mediaType"] in content.IMAGES
    media = file["mediaType"]
    return {
        "content-type": f"{media}; charset=utf-8" if media.startswith("text/") else media,
        "content-disposition": disposition(file["name"], inline=inline),
        "content-security-policy": _SANDBOX,
        "cache-control": "private, no-cache",
        "vary": "Authorization, Cookie",
        "etag": etag,
        "accept-ranges": "bytes",
    }


def ranged(header: str, size: int) -> tuple[int, int] | None:
    """The bytes of a Range, from and to before; None where all are wanted, or more than one part.

    Raises ValueRefused RANGE_NOT_THERE.

    >>> ranged("bytes=0-99", 50), ranged("bytes=-10", 50), ranged("bytes=1-2,4-5", 50)
    ((0, 50), (40, 50), None)
    """
    found = _RANGE.fullmatch(header.replace(" ", ""))
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
        if last and int(last) < int(first):
            return None
    if start >= size or start >= end:
        raise ValueRefused("RANGE_NOT_THERE", size=size)
    return start, end


def _speaking(asked: _Asked) -> str:
    """The organization that a file is uploaded for. Raises ValueRefused as `may_write`, `speaking_for` do."""
    may_write(asked.viewer, Scope.PUBLISH)
    return speaking_for(asked.viewer, asked.request.query_params.get("organizationId"))


def _id_of(request: Request) -> str:
    id_ = str(request.path_params["id"])
    if not _ID.fullmatch(id_):
        raise ValueRefused("FILE_NOT_FOUND")
    return id_


def _length(request: Request) -> int | None:
    """What a request says of its length; None for one that comes in chunks."""
    given = request.headers.get("content-length", "")
    return int(given) if given.isdigit() and len(given) < 20 else None


def _address(request: Request) -> str:
    return household(request.client.host) if request.client else ""


def _told(file: dict[str, Any], status: HTTPStatus, headers: dict[str, str]) -> Response:
    url = PATH + file["id"]
    told = {name: file[name] for name in ("id", "name", "mediaType", "size", "digest")} | {"url": url}
    headers = {**headers, "location": url, "cache-control": "no-store"}
    return Response(orjson.dumps({"file": told}), status, headers, media_type="application/json")


def _failed(error: GraphError, tongue: str) -> Response:
    response = refusal(error.code, tongue, **error.details)
    response.status_code = _STATUS.get(error.code, response.status_code)
    response.headers["vary"] = "Accept-Language, Authorization, Cookie"
    if response.status_code == HTTPStatus.UNAUTHORIZED:
        response.headers["www-authenticate"] = "Bearer"
    if "seconds" in error.details:
        response.headers["retry-after"] = str(error.details["seconds"])
    if response.status_code == HTTPStatus.REQUEST_TIMEOUT:
        response.headers["connection"] = "close"
    return response
