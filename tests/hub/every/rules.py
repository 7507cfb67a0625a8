"""What the declaration of a move says: who makes it, and what whoever may not is told."""

from graph.model.life import By, Move
from tests.hub.every.inputs import creates

SECRETARIAT = {
    By.COORDINATOR: {"coordinator", "administrator"},
    By.ADMINISTRATOR: {"administrator"},
    By.EDITOR: {"administrator"},
}
"""Who of these has the tokens for it: those of an organization are no person, and no editor."""
ORGANIZATIONS = {"owner", "side", "third"}

OTHERWISE = {
    "recordOutcome": "NOT_PUBLISHED",
}
"""What moves with rules of their own say of a state they do not start from, other than WRONG_STATUS."""

OF_PROVIDER = {"editCohortReport", "submitCohortReport", "withdrawCohortReport"}
"""Moves of the one side that cannot change places with the other: the course is its own."""
OF_WITNESS = {"addEvidence", "removeEvidence", "turnEvidence"}
"""Moves of whoever the record beside is of, whosever the record itself is: `TARGETS` gives both sides one."""


def who_may(by: By, owners: set[str], sides: set[str]) -> set[str]:
    """The viewers of a record who make a move that is `by` them."""
    match by:
        case By.MEMBER:
            return ORGANIZATIONS
        case By.ANYONE:
            return ORGANIZATIONS | SECRETARIAT[By.COORDINATOR]
        case By.OWNER:
            return owners | SECRETARIAT[By.ADMINISTRATOR]
        case By.OTHER:
            return ORGANIZATIONS - owners
        case By.SIDE:
            return sides
        case By.REVIEWER:
            return {"third"} - owners
        case By.NOBODY:
            return set()
        case _:
            return SECRETARIAT[by]


def makers(move: Move, state: str, owners: set[str], sides: set[str]) -> set[str]:
    """The viewers of a record in a state who make a move."""
    if move.mutation in OF_PROVIDER:
        sides = sides & {"owner"}
    if move.mutation in OF_WITNESS:
        sides = {"owner", "side"}
    made = who_may(move.by, owners, sides)
    also = move.also
    if also is not None and (not also.start or state in {start.name for start in also.start}):
        made = made | who_may(also.by, owners, sides)
    return made


def maker_of(move: Move, who: str) -> str:
    """Who makes a move for an organization: itself, the secretariat where only that may, or a reviewer."""
    if move.by is By.REVIEWER:
        return "third"
    return who if move.by not in SECRETARIAT else "administrator"


def starts(move: Move, state: str) -> bool:
    """Whether a move starts from a state."""
    return creates(move) or not move.start or state in {start.name for start in move.start}


def wrong_state(move: Move, state: str) -> str:
    """The code of a move that does not start from a state."""
    there = move.end is not None and move.end.name == state
    return move.already if there else OTHERWISE.get(move.mutation or "", "WRONG_STATUS")


def refused(who: str, *, may: bool, reads: bool) -> set[str]:
    """The codes, any of which tells a viewer that a move is not theirs; none where it is."""
    if who == "anonymous":
        return {"SIGN_IN_REQUIRED"}
    if who == "reader":
        return {"SCOPE_REQUIRED"}
    if not reads:
        return {"NOT_FOUND"}
    return set() if may else {"NOT_ALLOWED", "NOT_A_PARTY", "PERSON_REQUIRED"}
