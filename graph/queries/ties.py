"""What binds two organizations: as Cypher conditions, of rights and of days; and how ties are written."""

from dataclasses import dataclass

from graph.errors import ValueRefused
from graph.model.access import Audience
from graph.model.members import See
from graph.model.organizations import OrganizationStatus
from graph.model.ties import CLAIMED, CONFIRMED, DISPUTED, ENDED, TIE, TieKind
from graph.queries.records import Writing, locked

SEEK = "USING INDEX SEEK {}:Node(id)"
"""Without it the planner, misled by the counts of a small or just filled graph, may scan all ids."""


def held(start: str, end: str, day: str) -> str:
    """The condition that something held on a day. What is not told of its ends has none."""
    return f"coalesce({start} <= {day}, true) AND coalesce({end} >= {day}, true)"


def since(p: str) -> str:
    """The day a partnership starts."""
    return f"coalesce({p}.startsOn, {p}.signedOn)"


def until(p: str) -> str:
    """The day a partnership ends."""
    return f"{p}.endsOn"


def named(record: str) -> str:
    """The condition that a record is not anonymized.

    Discovery goes over no such record, not even for its owners: what it answers is made to be shown.
    """
    return f"{record}.audience <> '{Audience.ANONYMIZED.value}'"


def binds(r: str) -> str:
    """The condition that a confirmed tie binds today: nobody has ended it, and its days hold."""
    return f"{r}.status = '{CONFIRMED.value}' AND {held(f'{r}.since', f'{r}.until', '$today')}"


def tie_right(see: See, a: str, b: str) -> str:
    """The right to go over a tie."""
    return see.along(a, "Organization", "ties", b)


def partnership_right(see: See, a: str, p: str) -> str:
    """The right to go from a party to its partnership."""
    return f"{see.along(a, 'Organization', 'partnerships', p)} AND {named(p)}"


def party_right(see: See, p: str, b: str) -> str:
    """The right to go from a partnership to a party."""
    return see.along(p, "Partnership", "parties", b)


# -- writes ----------------------------------------------------------------------------------------

_ENDS = f"""
MATCH (o:Node&Organization) WHERE o.id IN $ids
WITH o ORDER BY o.id
{locked("o")}
RETURN o.id AS id, o.status AS status
"""
_KNOWN = f"""
MATCH (:Node&Organization {{id: $from}})<-[a:TIE_FROM|TIE_TO]-(c:TieClaim {{kind: $kind}})
      -[b:TIE_FROM|TIE_TO]->(:Node&Organization {{id: $to}})
WHERE (type(a) = 'TIE_FROM' OR $kind = '{TieKind.WORKS_WITH.value}')
  AND (c.status IN {[CLAIMED.value, DISPUTED.value]}
       OR (c.status = '{CONFIRMED.value}' AND coalesce(c.until >= $today, true)))
RETURN c.id AS id LIMIT 1
"""
_SIDES = """
MATCH (c:Node&TieClaim {id: $id})
MATCH (c)-[:TIE_FROM]->(a), (c)-[:TIE_TO]->(b)
RETURN a.id AS start, a.status AS startStatus, b.id AS end, b.status AS endStatus,
       head([(c)-[:CLAIMED_BY]->(o) | o.id]) AS claimed, head([(c)-[:CONFIRMED_BY]->(o) | o.id]) AS confirmed
"""
_SHOWN = f"""
MATCH (c:Node&TieClaim {{id: $id}})
MATCH (c)-[:TIE_FROM]->(a), (c)-[:TIE_TO]->(b)
OPTIONAL MATCH (a)-[old:TIED_TO {{id: $id}}]->(b)
DELETE old
WITH DISTINCT c, a, b WHERE c.status IN {[CONFIRMED.value, ENDED.value]}
CREATE (a)-[t:TIED_TO]->(b)
SET t = {{{", ".join(f"{member.name}: c.{member.name}" for member in TIE)}}}
"""
_CONFIRMED_BY = """
MATCH (c:Node&TieClaim {id: $id}), (o:Node&Organization {id: $organization})
MERGE (c)-[:CONFIRMED_BY]->(o)
"""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a claim by their ids, who claims it, and which end has confirmed it."""

    start: str
    end: str
    claimed: str | None
    confirmed: str | None
    gone: bool
    """Whether one of the two is withdrawn."""

    def both(self) -> set[str]:
        """The ids of the two."""
        return {self.start, self.end}

    def has_given_word(self, organization: str | None) -> bool:
        """Whether that end has claimed it, or confirmed it."""
        return organization is not None and organization in {self.claimed, self.confirmed}


async def lock_ends(writing: Writing, start: str, end: str) -> None:
    """Lock both organizations, so that a tie of theirs is made once.

    Raises ValueRefused NOT_FOUND, ORGANIZATION_WITHDRAWN, with the argument it is about.
    """
    found = {row["id"]: row["status"] for row in await writing.run(_ENDS, ids=[start, end])}
    for id_, argument in ((start, "fromId"), (end, "toId")):
        if id_ not in found:
            raise ValueRefused("NOT_FOUND", at=argument)
        if found[id_] == OrganizationStatus.WITHDRAWN.value:
            raise ValueRefused("ORGANIZATION_WITHDRAWN", at=argument)


async def expect_new(writing: Writing, start: str, end: str, kind: TieKind) -> None:
    """Raises ValueRefused TIE_EXISTS where the same is claimed already, or holds."""
    rows = await writing.run(_KNOWN, **{"from": start}, to=end, kind=kind.value)
    if rows:
        raise ValueRefused("TIE_EXISTS", id=rows[0]["id"])


async def ends(writing: Writing, claim: str) -> Ends:
    """The ends of a claim."""
    (row,) = await writing.run(_SIDES, id=claim)
    gone = OrganizationStatus.WITHDRAWN.value in {row["startStatus"], row["endStatus"]}
    return Ends(row["start"], row["end"], row["claimed"], row["confirmed"], gone)


async def confirmed_by(writing: Writing, claim: str, organization: str) -> None:
    """Record which end has confirmed a claim."""
    await writing.run(_CONFIRMED_BY, id=claim, organization=organization)


async def show(writing: Writing, claim: str) -> None:
    """Let there be the tie of a claim that is confirmed or ended, as the claim says it; of others none."""
    await writing.run(_SHOWN, id=claim)
