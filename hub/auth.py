"""Turn an Authorization header into a viewer."""

import time
from datetime import UTC, datetime, tzinfo

from graph.compiler import Role
from graph.connection import Database
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_KEPT_VIEWERS
from graph.model.appointments import HELD
from graph.model.organizations import OrganizationStatus
from graph.model.partnerships import running
from hub.context import ANONYMOUS, Viewer, day_of
from hub.offices import offices
from hub.tokens import TRUSTEE, hashed

_FIND = f"""
MATCH (t:Token {{hash: $hash}})
OPTIONAL MATCH (t)-[:ACTS_FOR]->(o:Organization)
OPTIONAL MATCH (t)-[:OF]->(p:Person)
RETURN t.id AS id, t.role AS role, t.scopes AS scopes, o.id AS organization,
       coalesce(t.regions, []) AS regions,
       coalesce(o.status = '{OrganizationStatus.WITHDRAWN.value}', false) AS withdrawn,
       t.expiresAt <= $now AS expired, t.revokedAt IS NOT NULL AS revoked,
       t.expiresAt.epochSeconds AS expires,
       COLLECT {{
         MATCH (o)<-[:HAS_PARTY]-(w:Partnership)-[:HAS_PARTY]->(other:Organization)
         WHERE {running("w")} AND other <> o
         RETURN DISTINCT other.id
       }} AS partners, p.id AS person, CASE WHEN p IS NULL
         OR EXISTS {{ (p)<-[:OF]-(a:Account) WHERE a.disabledAt IS NOT NULL }} THEN []
         ELSE {HELD} END AS offices
"""


class Viewers:
    """Remembers who is behind a token for a few seconds, so that most requests ask nothing.

    A token revoked by another process is refused `seconds` later at the latest.
    """

    def __init__(self, database: Database, seconds: float, zone: tzinfo) -> None:
        self._database = database
        self._seconds = seconds
        self._zone = zone
        self._kept: dict[str, tuple[float, float, Viewer]] = {}

    def forget(self) -> None:
        """Ask anew at the next request: a partnership or a membership has changed."""
        self._kept.clear()

    async def of(self, header: str | None) -> Viewer:
        """The viewer of an Authorization header; anonymous without one.

        Raises ValueRefused TOKEN_WRONG, TOKEN_EXPIRED, TOKEN_REVOKED or TOKEN_OF_WITHDRAWN, and
        DatabaseUnavailable.
        """
        if header is None:
            return ANONYMOUS
        kind, _, secret = header.partition(" ")
        if kind.lower() != "bearer" or not secret.strip():
            raise ValueRefused("TOKEN_WRONG")
        key = hashed(secret.strip())
        kept = self._kept.get(key)
        if kept is not None and kept[0] > time.monotonic():
            if kept[1] <= time.time():
                raise ValueRefused("TOKEN_EXPIRED")
            return kept[2]
        expires, viewer = await self._find(key)
        if len(self._kept) >= MAXIMUM_KEPT_VIEWERS:
            self._kept.clear()
        self._kept[key] = (time.monotonic() + self._seconds, expires, viewer)
        return viewer

    async def _find(self, key: str) -> tuple[float, Viewer]:
        now = datetime.now(UTC)
        rows = await self._database.rows(_FIND, hash=key, now=now, today=day_of(now, self._zone))
        if not rows:
            raise ValueRefused("TOKEN_WRONG")
        row = rows[0]
        if row["revoked"]:
            raise ValueRefused("TOKEN_REVOKED")
        if row["expired"]:
            raise ValueRefused("TOKEN_EXPIRED")
        if row["withdrawn"]:
            raise ValueRefused("TOKEN_OF_WITHDRAWN")
        trustee = row["role"] == TRUSTEE
        viewer = Viewer(
            role=Role.MEMBER if trustee else Role(row["role"]),
            trustee=trustee,
            regions=tuple(row.get("regions", ())),
            organization=row["organization"],
            partners=tuple(row["partners"]),
            scopes=frozenset(row["scopes"]),
            token=row["id"],
            person=row["person"],
            # Of a person's offices a token has this alone: what else it may do was said when it was made.
            reviews=offices(row["offices"]).reviews,
        )
        return float(row["expires"]), viewer
