"""What binds two organizations, as Cypher conditions: rights to go there, and days."""

from graph.model.access import Audience
from graph.model.members import See
from graph.model.partnerships import PartnershipStatus

SEEK = "USING INDEX SEEK {}:Node(id)"
"""Without it the planner, misled by the counts of a small or just filled graph, may scan all ids."""
_RUNNING = [PartnershipStatus.SIGNED.value, PartnershipStatus.ACTIVE.value]


def held(start: str, end: str, day: str) -> str:
    """The condition that something held on a day. What is not told of its ends has none."""
    return f"coalesce({start} <= {day}, true) AND coalesce({end} >= {day}, true)"


def since(p: str) -> str:
    """The day a partnership starts."""
    return f"coalesce({p}.startsOn, {p}.signedOn)"


def until(p: str) -> str:
    """The day a partnership ends."""
    return f"{p}.endsOn"


def running(p: str) -> str:
    """The condition that a partnership is signed and has not ended."""
    return f"{p}.status IN {_RUNNING} AND {held(since(p), until(p), '$today')}"


def named(record: str) -> str:
    """The condition that a record is not anonymized.

    Discovery goes over no such record, not even for its owners: what it answers is made to be shown.
    """
    return f"{record}.audience <> '{Audience.ANONYMIZED.value}'"


def tie_right(see: See, a: str, b: str) -> str:
    """The right to go over a tie."""
    return see.along(a, "Organization", "ties", b)


def partnership_right(see: See, a: str, p: str) -> str:
    """The right to go from a party to its partnership."""
    return f"{see.along(a, 'Organization', 'partnerships', p)} AND {named(p)}"


def party_right(see: See, p: str, b: str) -> str:
    """The right to go from a partnership to a party."""
    return see.along(p, "Partnership", "parties", b)
