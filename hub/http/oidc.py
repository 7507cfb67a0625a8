"""GET /sign-in/oidc/<provider>/…: somebody goes to a provider of OpenID Connect, and comes back signed in.

The code flow with PKCE (RFC 7636), `state` and `nonce`, and the issuer named by whoever answers (RFC 9207).
What is to come back is in a cookie of the browser that has gone, with the session it had: nobody comes back
in another's place, nor as somebody else than has gone.
"""

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.errors import GraphError, ValueRefused
from graph.model.sessions import DEEDS
from hub.context import Context
from hub.http.cookies import Cookies
from hub.http.refusals import refusal
from hub.i18n import language
from hub.resolvers.deeds import Doing
from hub.resolvers.providers import Identity, enter
from hub.settings import Provider, Settings
from hub.visit import note

log = structlog.get_logger("hub")

_MINUTES = 10
_SECONDS = 10.0
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
_LEEWAY_SECONDS = 60
_SIGN_IN = DEEDS[0]
_LONGEST_CLAIM = 255
_PLACES = ("authorization_endpoint", "token_endpoint", "jwks_uri")
"""What a provider must say of itself for anybody to sign in through it."""
_GONE_WITH = {"state", "nonce", "verifier", "provider", "next", "session"}
"""What a browser has in its cookie that has gone to a provider."""
_NAMES_ITSELF = "authorization_response_iss_parameter_supported"
"""What a provider says of itself that tells with every answer whose it is (RFC 9207)."""


class SignInElsewhere:
    """Both ways: to a provider, and back. `context_of` gives the context of a request, as for GraphQL."""

    def __init__(self, settings: Settings, context_of: Any, cookies: Cookies) -> None:
        self._settings = settings
        self._context_of = context_of
        self._put, self._is_own_site = cookies.put, cookies.is_own_site
        self._secure = settings.address.startswith("https://")
        self._cookie = "__Host-hub-oidc" if self._secure else "hub-oidc"

    async def go(self, request: Request) -> Response:
        """Send the browser to the provider."""
        try:
            provider = self._provider(request)
            known = await self._known(provider)
            context: Context = await self._context_of(request)
        except GraphError as error:
            return _told(request, error, _next(request))
        from authlib.oauth2.rfc7636 import create_s256_code_challenge

        there = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        there |= {"provider": request.path_params["provider"], "next": _next(request)}
        there["session"] = context.viewer.session or ""
        if self._is_own_site(request) is False:
            there["from"] = "another site"
        asked = {
            "response_type": "code",
            "client_id": provider.client_id,
            "redirect_uri": self._back(request),
            "scope": "openid email profile",
            "state": there["state"],
            "nonce": there["nonce"],
            "code_challenge": create_s256_code_challenge(there["verifier"]),
            "code_challenge_method": "S256",
        }
        place = known["authorization_endpoint"]
        response = RedirectResponse(f"{place}{'&' if '?' in place else '?'}{urlencode(asked)}", 303)
        self._keep(response, orjson.dumps(there).hex(), _MINUTES * 60)
        self._put_next(response, context)
        return response

    async def come(self, request: Request) -> Response:
        """Take in who comes back from the provider, and send them on."""
        try:
            there = self._there(request)
            identity = await self._identity(request, there)
            context: Context = await self._context_of(request)
            if (context.viewer.session or "") != there["session"]:
                raise ValueRefused("PROVIDER_REFUSED")  # Whoever is signed in by now has not begun this.
            await enter(Doing(context, _SIGN_IN), identity, own_site="from" not in there)
        except GraphError as error:
            response = _told(request, error, _page(self._gone_with(request).get("next", "/")))
        else:
            response = RedirectResponse(_page(there["next"]), 303)
            self._put_next(response, context)
        self._keep(response, "", 0)
        return response

    def _put_next(self, response: Response, context: Context) -> None:
        if context.caller.secret is not None:
            self._put(response, context.caller.secret)

    def _provider(self, request: Request) -> Provider:
        found = self._settings.oidc_providers.get(request.path_params["provider"])
        if found is None:
            raise ValueRefused("NOT_FOUND_HERE")
        return found

    def _back(self, request: Request) -> str:
        base = self._settings.address or f"{request.url.scheme}://{request.url.netloc}"
        return f"{base}/sign-in/oidc/{request.path_params['provider']}/callback"

    def _keep(self, response: Response, value: str, seconds: int) -> None:
        response.set_cookie(
            self._cookie, value, seconds, path="/", secure=self._secure, httponly=True, samesite="lax"
        )

    def _gone_with(self, request: Request) -> Mapping[str, str]:
        """What the browser says that it has gone with; nothing, where it says nothing that can be read."""
        try:
            there = orjson.loads(bytes.fromhex(request.cookies.get(self._cookie, "")))
        except ValueError:
            return {}
        return there if isinstance(there, dict) and all(type(one) is str for one in there.values()) else {}

    def _there(self, request: Request) -> Mapping[str, str]:
        """What the browser has gone with. Raises ValueRefused PROVIDER_REFUSED."""
        there = self._gone_with(request)
        try:
            state = request.query_params["state"]
            same = secrets.compare_digest(state.encode(), there["state"].encode())
            if same and there["provider"] == request.path_params["provider"] and there.keys() >= _GONE_WITH:
                return there
        except (KeyError, ValueError):
            pass
        raise ValueRefused("PROVIDER_REFUSED")

    async def _identity(self, request: Request, there: Mapping[str, str]) -> Identity:
        """Who the provider says has come. Raises ValueRefused PROVIDER_REFUSED, PROVIDER_SILENT."""
        provider, code = self._provider(request), request.query_params.get("code")
        known = await self._known(provider)
        _expect_issuer(request, known)
        if code is None:
            raise ValueRefused("PROVIDER_REFUSED")
        token = await self._token(provider, known, code, there["verifier"], self._back(request))
        keys = await _fetched(known["jwks_uri"])
        claims = _claims(provider, token, keys, there["nonce"])
        mail = _text(claims, "email") if claims.get("email_verified") is True else None
        return Identity(there["provider"], provider.issuer, claims["sub"], mail, _text(claims, "name"))

    async def _known(self, provider: Provider) -> Mapping[str, Any]:
        """What a provider says of itself. Raises ValueRefused PROVIDER_SILENT, _REFUSED, _INCOMPLETE."""
        known = await _fetched(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
        if not isinstance(known, dict):
            raise ValueRefused("PROVIDER_INCOMPLETE", missing="issuer")
        if known.get("issuer") != provider.issuer:
            raise ValueRefused("PROVIDER_REFUSED")
        for name in _PLACES:
            if not str(known.get(name, "")).startswith(("https://", "http://")):
                log.error("oidc_incomplete", provider=provider.name, missing=name)
                raise ValueRefused("PROVIDER_INCOMPLETE", missing=name)
        return known

    async def _token(
        self, provider: Provider, known: Mapping[str, Any], code: str, verifier: str, back: str
    ) -> str:
        from authlib.integrations.base_client import OAuthError
        from authlib.integrations.httpx_client import AsyncOAuth2Client
        from httpx import HTTPError, InvalidURL

        client = AsyncOAuth2Client(
            provider.client_id, provider.client_secret, redirect_uri=back, timeout=_SECONDS
        )
        async with client:
            try:
                token = await client.fetch_token(known["token_endpoint"], code=code, code_verifier=verifier)
            except (OAuthError, KeyError, AttributeError, TypeError) as error:
                log.warning("oidc_refused", cause=type(error).__name__)
                raise ValueRefused("PROVIDER_REFUSED") from error
            except (HTTPError, InvalidURL, ValueError) as error:
                raise ValueRefused("PROVIDER_SILENT") from error
        return str(token.get("id_token", ""))


def _expect_issuer(request: Request, known: Mapping[str, Any]) -> None:
    """Raises ValueRefused PROVIDER_REFUSED where another provider answers than was gone to (RFC 9207).

    Whoever names itself with every answer must; whoever names itself must be right.
    """
    said = request.query_params.getlist("iss")
    if said != [known["issuer"]] and (said or known.get(_NAMES_ITSELF) is True):
        raise ValueRefused("PROVIDER_REFUSED")


def _claims(provider: Provider, token: str, keys: Any, nonce: str) -> Mapping[str, Any]:
    """What an id token says, once it is known to be the provider's, for this hub and this sign-in."""
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    try:
        said = jwt.decode(token, KeySet.import_key_set(keys), algorithms=_ALGORITHMS).claims
        jwt.JWTClaimsRegistry(
            leeway=_LEEWAY_SECONDS,
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": provider.client_id},
            azp={"value": provider.client_id},
            nonce={"essential": True, "value": nonce},
            exp={"essential": True},
            sub={"essential": True},
        ).validate(said)
    except (JoseError, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("oidc_refused", cause=type(error).__name__)
        raise ValueRefused("PROVIDER_REFUSED") from error
    if not _text(said, "sub"):
        raise ValueRefused("PROVIDER_REFUSED")
    return said


def _text(claims: Mapping[str, Any], name: str) -> str | None:
    """What a claim says; None where it says nothing that could be kept."""
    said = claims.get(name)
    return said if isinstance(said, str) and said.strip() and len(said) <= _LONGEST_CLAIM else None


async def _fetched(address: str) -> Any:
    """What a provider has at an address, as JSON. Raises ValueRefused PROVIDER_SILENT."""
    from httpx import AsyncClient, HTTPError, InvalidURL

    async with AsyncClient(timeout=_SECONDS) as client:
        try:
            return (await client.get(address)).raise_for_status().json()
        except (HTTPError, InvalidURL, ValueError) as error:
            raise ValueRefused("PROVIDER_SILENT") from error


def _next(request: Request) -> str:
    """Where to go once signed in: a page of the hub, whatever a link says."""
    return _page(request.query_params.get("next", "/"))


def _page(wanted: str) -> str:
    plain = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if plain and "\\" not in wanted else "/"


def _told(request: Request, error: GraphError, wanted: str) -> Response:
    """Why somebody is not let in: for whoever reads pages, on that of signing in, in their language."""
    if "text/html" in request.headers.get("accept", ""):
        note(error.code)
        base = "/en" if f"{wanted}/".startswith("/en/") else ""
        return RedirectResponse(f"{base}/sign-in?{urlencode({'refused': error.code})}", 303)
    return refusal(error.code, language(request.headers.get("accept-language")), **error.details)
