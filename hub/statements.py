"""Turn what the database was asked into what is known of the request that it was asked for."""

from hub.visit import VISIT


def told(_text: str, seconds: float) -> None:
    """Note a statement that has ended."""
    visit = VISIT.get()
    if visit is not None:
        visit.statements += 1
        visit.database += seconds
