"""Turn a code into the response of a request that is refused before it is read as GraphQL."""

from http import HTTPStatus

import orjson
from starlette.responses import Response

from hub.errors import CATALOG, message
from hub.http.safety import HEADERS
from hub.visit import note

RETRY_SECONDS = 5
"""When to try again what failed for a moment."""


def refusal(code: str, tongue: str, /, **details: object) -> Response:
    """The response: the code's status, and its text in that language.

    It is safe by itself, since some are sent from where no middleware stands.
    """
    note(code)
    body = {"errors": [{"message": message(code, tongue, details), "extensions": {"code": code}}]}
    headers = {
        **HEADERS,
        "content-language": tongue,
        "cache-control": "no-store",
        "vary": "Accept-Language",
    }
    status = CATALOG[code].status
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["retry-after"] = str(RETRY_SECONDS)
    return Response(orjson.dumps(body), status, headers, media_type="application/json")
