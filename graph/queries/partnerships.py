"""What writes ask of partnerships: where they may go, their parties, signatures, terms and commitments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import ValueRefused
from graph.model.amendments import PROPOSED
from graph.model.commitment_reports import WAITING
from graph.model.life import listed
from graph.model.organizations import OrganizationStatus
from graph.model.partnerships import DRAFT, LIFE, WITHDRAWN
from graph.model.words import Words
from graph.queries.records import Record, Writing, edit, locked

LABEL = "Partnership"

PARTLY_SIGNED = Words("Partly signed", "نیمه‌امضاشده")
"""The status told of a draft that some have signed: it waits for the others."""
_THEN = listed([LIFE.move("signPartnership"), LIFE.move("withdrawSignature")])

_PARTIES = f"""
MATCH (:Node&Partnership {{id: $id}})-[r:HAS_PARTY]->(o:Organization)
RETURN o.id AS id, r.role AS role, r.signatoryOffice AS office, r.signedOn AS signed_on,
       o.status = '{OrganizationStatus.WITHDRAWN.value}' AS gone
ORDER BY id
"""

_GONE = f"""
UNWIND range(0, size($ids) - 1) AS place
MATCH (o:Node&Organization {{id: $ids[place]}}) WHERE o.status = '{OrganizationStatus.WITHDRAWN.value}'
RETURN place ORDER BY place LIMIT 1
"""

_SIGN = """
MATCH (:Node&Partnership {id: $id})-[r:HAS_PARTY]->(:Organization {id: $party})
SET r += $values
"""

_UNSIGN = """
MATCH (:Node&Partnership {id: $id})-[r:HAS_PARTY]->(:Organization {id: $party})
REMOVE r.signedOn
"""

# Nobody's rights are asked here: a party may sign a renewal of what it was no party to.
_RENEWED = f"""
MATCH (:Node&Partnership {{id: $id}})-[:RENEWS]->(old:Partnership)
{locked("old")}
RETURN properties(old) AS properties
"""

_NO_RENEWAL = "MATCH (:Node&Partnership {id: $id})-[r:RENEWS]->() DELETE r"

_TERMS = f"""
MATCH (p:Node&Partnership {{id: $id}})
RETURN COLLECT {{ MATCH (p)-[:COVERS]->(r:Region) RETURN r.id }} AS regions,
       COLLECT {{ MATCH (p)-[:ABOUT]->(t:Topic) RETURN t.id }} AS topics,
       EXISTS {{ (p)<-[:RENEWS]-(next:Partnership) WHERE next.status <> '{WITHDRAWN.value}' }} AS renewed
"""

_COMMITMENTS = """
MATCH (:Node&Partnership {id: $id})-[:HAS_COMMITMENT]->(c:Commitment)
RETURN properties(c) AS properties ORDER BY c.id
"""

_SIDES = """
MATCH (p:Partnership)-[:HAS_COMMITMENT]->(c:Node&Commitment {id: $id})
OPTIONAL MATCH (c)-[:OWED_BY]->(by:Organization)
OPTIONAL MATCH (c)-[:OWED_TO]->(to:Organization)
RETURN p.id AS partnership, by.id AS owed_by, to.id AS owed_to
"""

_REPORT_OF = """
MATCH (c:Commitment)-[:HAS_REPORT]->(n:Node&CommitmentReport {id: $id})
RETURN c.id AS commitment, EXISTS { (n)<-[:CORRECTS]-() } AS corrected
"""

_AMENDMENTS = f"""
MATCH (:Node&Partnership {{id: $id}})-[:HAS_AMENDMENT]->(n:Amendment) WHERE n.status = '{PROPOSED.value}'
WITH n ORDER BY n.id
{locked("n")}
RETURN properties(n) AS properties
"""

_REPORTS = f"""
MATCH (:Node&Commitment {{id: $id}})-[:HAS_REPORT]->(n:CommitmentReport) WHERE n.status = '{WAITING.value}'
{locked("n")}
RETURN properties(n) AS properties
"""


@dataclass(frozen=True, slots=True)
class Party:
    """An organization's part in a partnership; `gone` once it has left the network."""

    id: str
    role: str
    office: str | None
    signed_on: date | None
    gone: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """What a renewal takes over beside the parties; `renewed` when there is one already."""

    regions: list[str]
    topics: list[str]
    renewed: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """Where a commitment belongs, who owes it and whom it is owed to."""

    partnership: str
    owed_by: str | None
    owed_to: str | None


@dataclass(frozen=True, slots=True)
class ReportOf:
    """The commitment that a report is of, and whether another report corrects it."""

    commitment: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class Term:
    """The days a partnership holds; an end that is not told has no bound."""

    start: date | None
    end: date | None

    @classmethod
    def of(cls, partnership: Mapping[str, Any]) -> "Term":
        """The term that the values of a partnership say."""
        return cls(partnership.get("startsOn") or partnership.get("signedOn"), partnership.get("endsOn"))

    def expect(self, day: date | None, at: str) -> None:
        """Raises ValueRefused OUTSIDE_TERM about `at` unless the day lies within it."""
        early = day is not None and self.start is not None and day < self.start
        late = day is not None and self.end is not None and day > self.end
        if early or late:
            raise ValueRefused("OUTSIDE_TERM", at=at, first=self.start or "…", last=self.end or "…")


# -- parties and signatures ------------------------------------------------------------------------


async def parties(writing: Writing, partnership: str) -> Sequence[Party]:
    """The parties of a partnership that is locked."""
    return [Party(**row) for row in await writing.run(_PARTIES, id=partnership)]


def party(of: Iterable[Party], organization: str) -> Party:
    """The part of an organization. Raises ValueRefused NOT_A_PARTY."""
    for one in of:
        if one.id == organization:
            return one
    raise ValueRefused("NOT_A_PARTY")


def expect_here(of: Iterable[Party]) -> None:
    """Raises ValueRefused PARTY_WITHDRAWN where a party has left the network: nobody can speak for it."""
    if any(one.gone for one in of):
        raise ValueRefused("PARTY_WITHDRAWN")


async def expect_members(writing: Writing, organizations: Sequence[str], at: str) -> None:
    """Raises ValueRefused PARTY_WITHDRAWN about the place in the list of one that has left the network."""
    for row in await writing.run(_GONE, ids=list(organizations)):
        raise ValueRefused("PARTY_WITHDRAWN", at=f"{at}.{row['place']}")


async def sign(writing: Writing, partnership: str, party: str, values: Mapping[str, Any]) -> None:
    """Put a party's signature down: the day, and the office where it is given."""
    await writing.run(_SIGN, id=partnership, party=party, values=dict(values))


async def take_signature_back(writing: Writing, partnership: str, party: str) -> None:
    """Let a party stand unsigned again."""
    await writing.run(_UNSIGN, id=partnership, party=party)


# -- terms -----------------------------------------------------------------------------------------


async def expect_unsigned(writing: Writing, record: Record) -> None:
    """Raises ValueRefused WRONG_STATUS unless it is a draft that nobody has signed."""
    if record.choice("status") is not DRAFT:
        raise record.not_from_here()
    if any(party.signed_on is not None for party in await parties(writing, record.id)):
        raise ValueRefused("WRONG_STATUS", status=PARTLY_SIGNED, onwards=_THEN)


def expect_read(record: Record, version: int) -> None:
    """Raises ValueRefused VERSION_CHANGED unless the terms are still those of the version that was read.

    Signatures grow the version too: they change nothing that another signs.
    """
    current = record.properties["version"]
    if not record.properties["termsVersion"] <= version <= current:
        raise ValueRefused("VERSION_CHANGED", at="version", given=version, current=current)


async def change_commitments(writing: Writing, partnership: Record) -> None:
    """Make ready for a change of what is owed in an unsigned draft. Raises ValueRefused WRONG_STATUS.

    The draft's own version moves on, so that nobody signs other terms than they have read.
    """
    await expect_unsigned(writing, partnership)
    grown = partnership.properties["version"] + 1
    await writing.send(edit(writing, partnership, {}, {}, termsVersion=grown))


async def commitments(writing: Writing, partnership: str) -> list[Record]:
    """The commitments of a partnership that is locked, removed ones too."""
    rows = await writing.run(_COMMITMENTS, id=partnership)
    return [Record(row["properties"]["id"], "Commitment", row["properties"]) for row in rows]


async def terms(writing: Writing, partnership: str) -> Terms:
    """What a renewal of a partnership takes over."""
    rows = await writing.run(_TERMS, id=partnership)
    return Terms(**rows[0])


async def renewed_by(writing: Writing, partnership: str) -> Record | None:
    """The partnership that this one renews, locked."""
    rows = await writing.run(_RENEWED, id=partnership)
    return Record(rows[0]["properties"]["id"], LABEL, rows[0]["properties"]) if rows else None


async def renew_nothing(writing: Writing, partnership: str) -> None:
    """Let a draft no longer stand for the next term of another."""
    await writing.run(_NO_RENEWAL, id=partnership)


# -- what hangs on them ----------------------------------------------------------------------------


async def sides(writing: Writing, commitment: str, at: str = "id") -> Sides:
    """The sides of a commitment, which never change. Raises ValueRefused NOT_FOUND, about `at`."""
    rows = await writing.run(_SIDES, id=commitment)
    if not rows:
        raise ValueRefused("NOT_FOUND", at=at)
    return Sides(**rows[0])


async def open_amendments(writing: Writing, partnership: str) -> list[Record]:
    """The amendments of a partnership that wait for parties, locked."""
    rows = await writing.run(_AMENDMENTS, id=partnership)
    return [Record(row["properties"]["id"], "Amendment", row["properties"]) for row in rows]


async def waiting_reports(writing: Writing, commitment: str) -> list[Record]:
    """The reports of a commitment that wait for an answer, locked."""
    rows = await writing.run(_REPORTS, id=commitment)
    return [Record(row["properties"]["id"], "CommitmentReport", row["properties"]) for row in rows]


async def report_of(writing: Writing, report: str) -> ReportOf:
    """What a report is of. Raises ValueRefused NOT_FOUND."""
    rows = await writing.run(_REPORT_OF, id=report)
    if not rows:
        raise ValueRefused("NOT_FOUND", at="id")
    return ReportOf(**rows[0])
