"""Everybody who may ask: as a token or a session says it, and as the rules of docs/rights.md do.

Each has a credential in the graph, which the hub's own code turns into a viewer; `EXPECTED` says who that must be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graph.compiler import Role
from graph.connection import Database
from graph.errors import ValueRefused
from hub.auth import Viewers
from hub.context import Reviews, Viewer
from hub.sessions import Sessions
from hub.settings import Settings
from hub.tokens import hashed
from tests.rights.house import (
    FUTURE,
    GONE,
    LISTED,
    OTHER,
    OWN,
    PARTNER,
    PAST,
    SUSPENDED,
    TURNED,
)

HERE, THERE, TOPIC = "reg_r0", "reg_r1", "top_r0"
"""A province, another, and a topic."""


@dataclass(frozen=True)
class Credential:
    """A token, or a session of a person: of which organization, in which role, and how far that goes.

    `right`: of the person's office in the organization; `ended`: it is over; `factor`: the session has shown a
    second one.
    """

    organization: str | None = None
    role: str = "MEMBER"
    scopes: tuple[str, ...] = ("read", "publish", "exchange", "events")
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    session: bool = False
    right: str = "EDITOR"
    ended: bool = False
    factor: bool = False


CREDENTIALS: Mapping[str, Credential] = {
    "member of the owner": Credential(OWN),
    "member of a partner": Credential(PARTNER),
    "member of another": Credential(OTHER),
    "member of a partner of before": Credential(PAST),
    "member of a partner of later": Credential(FUTURE),
    "member of a partner at rest": Credential(SUSPENDED),
    "member of a partner that has ended it": Credential(TURNED),
    "member of a listed organization": Credential(LISTED),
    "token that only reads": Credential(OWN, scopes=("read",)),
    "token of events alone": Credential(PARTNER, scopes=("events",)),
    "coordinator": Credential(role="COORDINATOR"),
    "coordinator of the province": Credential(role="COORDINATOR", regions=(HERE,)),
    "coordinator of another province": Credential(role="COORDINATOR", regions=(THERE,)),
    "administrator": Credential(role="ADMINISTRATOR"),
    "trustee": Credential(role="TRUSTEE"),
    "editor in a session": Credential(OWN, session=True),
    "reader in a session": Credential(PARTNER, session=True, right="MEMBER"),
    "person who has left": Credential(OWN, session=True, ended=True),
    "person of an organization that has left": Credential(GONE, session=True),
    "reviewer": Credential(OTHER, "REVIEWER", session=True),
    "reviewer of a topic": Credential(OTHER, "REVIEWER", session=True, topics=(TOPIC,)),
    "coordinator in a session": Credential(None, "COORDINATOR", session=True, regions=(HERE,)),
    "administrator in a session": Credential(None, "ADMINISTRATOR", session=True, factor=True),
    "administrator without a second factor": Credential(None, "ADMINISTRATOR", session=True),
    "trustee in a session": Credential(None, "TRUSTEE", session=True, factor=True),
}
REFUSED: Mapping[str, Credential] = {"member of an organization that has left": Credential(GONE)}
"""Whoever asks nothing at all any more."""

_OF_OWN = (PARTNER, GONE)
"""With whom OWN shares a running partnership: that one of them has left changes nothing for what it reads."""

EXPECTED: Mapping[str, Viewer] = {
    "anonymous": Viewer(),
    "member of the owner": Viewer(Role.MEMBER, OWN, _OF_OWN),
    "member of a partner": Viewer(Role.MEMBER, PARTNER, (OWN,)),
    "member of another": Viewer(Role.MEMBER, OTHER),
    "member of a partner of before": Viewer(Role.MEMBER, PAST),
    "member of a partner of later": Viewer(Role.MEMBER, FUTURE),
    "member of a partner at rest": Viewer(Role.MEMBER, SUSPENDED),
    "member of a partner that has ended it": Viewer(Role.MEMBER, TURNED),
    "member of a listed organization": Viewer(Role.MEMBER, LISTED),
    "token that only reads": Viewer(Role.MEMBER, OWN, _OF_OWN),
    "token of events alone": Viewer(Role.MEMBER, PARTNER, (OWN,)),
    "coordinator": Viewer(Role.COORDINATOR),
    "coordinator of the province": Viewer(Role.COORDINATOR, regions=(HERE,)),
    "coordinator of another province": Viewer(Role.COORDINATOR, regions=(THERE,)),
    "administrator": Viewer(Role.ADMINISTRATOR),
    "trustee": Viewer(Role.MEMBER, trustee=True),
    "editor in a session": Viewer(Role.MEMBER, OWN, _OF_OWN),
    "reader in a session": Viewer(Role.MEMBER, PARTNER, (OWN,)),
    "person who has left": Viewer(),
    "person of an organization that has left": Viewer(),
    "reviewer": Viewer(Role.MEMBER, OTHER, reviews=(Reviews(),)),
    "reviewer of a topic": Viewer(Role.MEMBER, OTHER, reviews=(Reviews((TOPIC,)),)),
    "coordinator in a session": Viewer(Role.COORDINATOR, regions=(HERE,)),
    "administrator in a session": Viewer(Role.ADMINISTRATOR),
    "administrator without a second factor": Viewer(),
    "trustee in a session": Viewer(Role.MEMBER, trustee=True),
}
"""Who each is, by the rules alone."""

_TOKEN = """
CREATE (t:Token:Shown) SET t = $properties
WITH t MATCH (o:Node {id: $organization}) CREATE (t)-[:ACTS_FOR]->(o)
"""
_SESSION = """
CREATE (s:Session:Shown)-[:OF]->(a:Account:Shown {id: 'acc_' + $key})-[:OF]->(p:Node:Person:Shown {id: 'per_' + $key})
SET s = $properties
WITH p
CALL (p) {
  MATCH (o:Node {id: $organization})
  CREATE (:Affiliation:Shown {id: 'aff_' + $key, status: $status, right: $right, createdAt: $now})-[:AFFILIATES]->(p)
  WITH o MATCH (f:Shown {id: 'aff_' + $key}) CREATE (f)-[:AFFILIATED_WITH]->(o)
}
CALL (p) {
  WITH p WHERE $role <> 'MEMBER'
  CREATE (h:Appointment:Shown {id: 'apt_' + $key, role: $role, status: 'ACTIVE', since: date('2026-01-01')})
  CREATE (h)-[:APPOINTS]->(p)
  WITH h
  CALL (h) { MATCH (r:Region) WHERE r.id IN $regions CREATE (h)-[:APPOINTED_FOR]->(r) }
  CALL (h) { MATCH (t:Topic) WHERE t.id IN $topics CREATE (h)-[:APPOINTED_ABOUT]->(t) }
}
"""


async def shown(database: Database) -> dict[str, Viewer | str]:
    """Who the hub takes each for; the code with which it refuses one. Nothing of it stays in the graph."""
    found: dict[str, Viewer | str] = {"anonymous": await Viewers(database, 0, _SETTINGS.zone).of(None)}
    credentials = {**CREDENTIALS, **REFUSED}
    for key, (name, credential) in enumerate(credentials.items()):
        await _keep(database, str(key), name, credential)
    for name, credential in credentials.items():
        try:
            found[name] = await _viewer(database, name, credential)
        except ValueRefused as error:
            found[name] = error.code
    await database.statement("MATCH (n:Shown) DETACH DELETE n")
    return found


_SETTINGS = Settings("", "", "")


async def _viewer(database: Database, name: str, credential: Credential) -> Viewer:
    if credential.session:
        return (await Sessions(database, _SETTINGS).of(name)).viewer
    return await Viewers(database, 0, _SETTINGS.zone).of(f"Bearer {name}")


async def _keep(database: Database, key: str, name: str, credential: Credential) -> None:
    now = datetime.now(UTC)
    kept = {
        "id": f"shown_{key}",
        "hash": hashed(name),
        "createdAt": now,
        "expiresAt": now + timedelta(days=1),
    }
    if credential.session:
        kept |= {"usedAt": now, "authenticatedAt": now, "secondFactorAt": now if credential.factor else None}
        text = _SESSION
    else:
        kept |= {
            "role": credential.role,
            "scopes": list(credential.scopes),
            "regions": list(credential.regions),
        }
        text = _TOKEN
    given = {
        "key": key,
        "properties": kept,
        "now": now,
        "organization": credential.organization,
        "status": "ENDED" if credential.ended else "ACTIVE",
        "right": credential.right,
        "role": credential.role,
        "regions": list(credential.regions),
        "topics": list(credential.topics),
    }
    used = {name: value for name, value in given.items() if f"${name}" in text}
    await database.write(lambda transaction: transaction.run(text, **used))


def differing(found: Mapping[str, Viewer | str]) -> Iterator[str]:
    """Those whom the hub takes for somebody else."""
    for name, expected in EXPECTED.items():
        told = found[name]
        if not isinstance(told, Viewer) or _who(told) != _who(expected):
            yield f"{name}: {told}"


def _who(viewer: Viewer) -> tuple[object, ...]:
    return (
        viewer.role,
        viewer.organization,
        set(viewer.partners),
        viewer.regions,
        viewer.trustee,
        viewer.reviews,
    )
