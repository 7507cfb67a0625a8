"""What holds of programs: whose partnership one runs under, and who may say what came out of it."""

from collections.abc import Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.commitments import REMOVED, CommitmentStatus
from graph.model.partnerships import DRAFT, WITHDRAWN, PartnershipStatus
from graph.queries import programs as queries
from graph.queries.records import Link, Record, wrong_status
from hub.permissions import acting_organization
from hub.resolvers.moves import Act

_UNSIGNED = (DRAFT, WITHDRAWN)
PARTNERSHIP, COMMITMENT, PROGRAM = "Partnership", "Commitment", "Program"


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """A budget has its unit; only a party says that a program runs under a partnership, or carries it out.

    Raises ValueRefused AMOUNT_NEEDS_UNIT, NOT_FOUND, NOT_A_PARTY, WRONG_STATUS, LIST_TOO_LONG.
    """
    said = values if record is None else {**record.properties, **values}
    if said.get("budget") is not None and said.get("budgetUnit") is None:
        raise ValueRefused("AMOUNT_NEEDS_UNIT", at="budgetUnit")
    if links.get("partnership"):
        await _expect_party(act, _author(act, record), links["partnership"][0])
    if links.get("commitments"):
        await _expect_owed(act, _author(act, record), links["commitments"])


def _author(act: Act, record: Record | None) -> str:
    return record.owners[0] if record is not None else acting_organization(act.viewer)


async def _expect_party(act: Act, author: str, to: Link) -> None:
    partnership = await act.found(str(to.id), at="partnership", label=PARTNERSHIP)
    if author not in partnership.owners:
        raise ValueRefused("NOT_A_PARTY", at="partnership")
    if partnership.choice("status") in _UNSIGNED:
        raise partnership.not_from_here(at="partnership")


async def _expect_owed(act: Act, author: str, given: Sequence[Link]) -> None:
    if len(given) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at="commitments", given=len(given), maximum=MAXIMUM_LINKS)
    ids = [str(link.id) for link in given]
    found = await queries.commitments(act.writing, author, ids)
    for index, id_ in enumerate(ids):
        place = f"commitments.{index}"
        if id_ not in found:
            await act.found(id_, at=place, label=COMMITMENT)  # What is not to be read is not told of.
            raise ValueRefused("NOT_A_PARTY", at=place)
        partnership, status = found[id_]
        if partnership in {state.value for state in _UNSIGNED}:
            raise wrong_status(PARTNERSHIP, PartnershipStatus(partnership), at=place)
        if status == REMOVED.value:
            raise wrong_status(COMMITMENT, CommitmentStatus(status), at=place)


async def came_out(
    act: Act, record: Record | None, _values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Whoever says that something came out of a program has a part in it: publishes it, or confirmed a role.

    Raises ValueRefused NOT_FOUND, NOT_IN_PROGRAM.
    """
    if not links.get("program"):
        return
    program = await act.found(str(links["program"][0].id), at="program", label=PROGRAM)
    known = record.id if record is not None else None
    if not await queries.takes_part(act.writing, _author(act, record), program.id, known):
        raise ValueRefused("NOT_IN_PROGRAM", at="program")


_OF_PROGRAMS = (
    *("Experience", "Lesson", "ResourceNeed"),
    *("Course", "Service", "Apprenticeship", "JobOpportunity"),
)
"""What can come out of a program, or be offered in one."""

CHECKS = {"Program": check} | dict.fromkeys(_OF_PROGRAMS, came_out)
