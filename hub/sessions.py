"""Turn the secret of a session into a viewer: asked of the graph at every request, so that nothing lags.

Opaque, and kept as a hash: a session can be ended at any moment, and a copy of the graph opens none.
"""

import base64
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.compiler import Role
from graph.connection import Database
from graph.errors import ValueRefused
from graph.model.affiliations import AffiliationRight
from graph.queries import sessions as queries
from hub.context import ANONYMOUS, Viewer, day_of
from hub.offices import offices as offices_of
from hub.permissions import SCOPES
from hub.settings import Settings
from hub.tokens import hashed
from hub.visit import note_tried

_TOUCH_SECONDS = 60
"""How exactly it is known when a session was last used."""
_OVERLAP = timedelta(seconds=60)
"""How long a secret still holds beside the next one: other requests of the same page are under way."""

SECURED = frozenset({"ADMINISTRATOR", "TRUSTEE"})
"""What a person is trusted with only in a session that has shown a second factor."""


@dataclass(frozen=True, slots=True)
class Held:
    """Who a session belongs to, and its next secret where it is given another."""

    viewer: Viewer
    secret: str | None = None


def new_secret() -> str:
    """A secret of 256 random bits, as letters and digits."""
    return base64.b32encode(secrets.token_bytes(32)).decode().rstrip("=").lower()


class Sessions:
    """Who is behind the cookie of a browser."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def of(self, secret: str, organization: str | None = None) -> Held:
        """The viewer of a session's secret, who acts for `organization`, or the first of their own.

        Raises ValueRefused SESSION_ENDED, ACCOUNT_DISABLED, ORGANIZATION_NOT_YOURS, and DatabaseUnavailable.
        """
        now, hash_ = datetime.now(UTC), hashed(secret)
        row = self._in_force(
            await queries.find(self._database, hash=hash_, now=now, today=day_of(now, self._settings.zone)),
            now,
        )
        viewer = viewer_of(row, organization)
        return Held(viewer, await self._kept(row, hash_, now))

    async def beginning(self, secret: str, organization: str | None = None) -> Viewer:
        """The viewer of a secret for what outlives its request, as subscriptions do: it gets no other secret.

        Nor does it count as use: a page that is left open is idle. Raises as `of` does.
        """
        now = datetime.now(UTC)
        found = await queries.find(
            self._database, hash=hashed(secret), now=now, today=day_of(now, self._settings.zone)
        )
        return viewer_of(self._in_force(found, now), organization)

    async def still(self, session: str, organization: str | None = None) -> Viewer:
        """Who a session that has begun something is by now, whatever its secret is. Raises as `of` does."""
        now = datetime.now(UTC)
        found = await queries.still(self._database, id=session, today=day_of(now, self._settings.zone))
        return viewer_of(self._in_force(found, now), organization)

    def _in_force(self, row: dict[str, Any] | None, now: datetime) -> dict[str, Any]:
        idle = self._settings.session_idle_minutes * 60
        if row is None or min(row["expires"], row["used"] + idle) <= now.timestamp():
            raise ValueRefused("SESSION_ENDED")
        if row["disabled"]:
            note_tried("ACCOUNT_DISABLED", row["person"])
            raise ValueRefused("ACCOUNT_DISABLED")
        return row

    async def _kept(self, row: Mapping[str, Any], hash_: str, now: datetime) -> str | None:
        """Note that a session is used; its next secret, where it is to have another."""
        renews = row["renew"] and row["newest"]
        if not renews and now.timestamp() - row["used"] < _TOUCH_SECONDS:
            return None
        secret = new_secret()

        async def work(transaction: Any) -> bool:
            await queries.use(transaction, row["id"], now)
            return renews and await queries.renew(
                transaction, row["id"], hash_, hashed(secret), now + _OVERLAP
            )

        renewed, _ = await self._database.write(work)
        return secret if renewed else None


def viewer_of(row: Mapping[str, Any], organization: str | None) -> Viewer:
    """Who a session's person is, from its row. Raises ValueRefused ORGANIZATION_NOT_YOURS."""
    appointed = offices_of(one for one in row["appointments"] if row["factor"] or one["role"] not in SECURED)
    office = _office(row["offices"], organization)
    writes = office is not None and office["right"] == AffiliationRight.EDITOR.value
    # Who reviews or is a trustee reads as a member, also of no organization.
    reads = office is not None or appointed.trustee or bool(appointed.reviews)
    role = Role.MEMBER if reads else Role.ANONYMOUS
    if appointed.role is not Role.MEMBER and (organization is None or writes):
        # Who only reads for an organization writes nothing in its name, whatever else they are.
        role, office, writes = appointed.role, office if writes else None, True
    return Viewer(
        role=role,
        organization=office["organization"] if office else None,
        partners=tuple(office["partners"]) if office else (),
        scopes=frozenset(SCOPES) if writes else ANONYMOUS.scopes,
        person=row["person"],
        account=row["account"],
        session=row["id"],
        authenticated=float(row["authenticated"] or 0),
        unshown=not row["factor"] and (row["code"] or (row["passkey"] and _is_secured(row))),
        secured=not row["factor"] and _is_secured(row),
        trustee=appointed.trustee,
        regions=appointed.regions,
        reviews=appointed.reviews,
    )


def _is_secured(row: Mapping[str, Any]) -> bool:
    """Whether a person is trusted with what needs a second factor."""
    return any(one["role"] in SECURED for one in row["appointments"])


def _office(offices: Sequence[Mapping[str, Any]], organization: str | None) -> Mapping[str, Any] | None:
    if organization is None:
        first = offices[0]["organization"] if offices else None
        own = [office for office in offices if office["organization"] == first]
    else:
        own = [office for office in offices if office["organization"] == organization]
        if not own:
            raise ValueRefused("ORGANIZATION_NOT_YOURS")
    # After a merger somebody may have two offices in one organization: the stronger right holds.
    return next((office for office in own if office["right"] == AffiliationRight.EDITOR.value), None) or next(
        iter(own), None
    )
