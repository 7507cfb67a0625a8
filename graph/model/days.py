"""Which days a value can mean: of what has happened, of what was founded, of what is agreed on or planned."""

from dataclasses import dataclass
from datetime import date

from graph.errors import ValueRefused


@dataclass(frozen=True, slots=True)
class Days:
    """From the day `earliest` on, to today or to `ahead` years after it."""

    earliest: date
    ahead: int

    def expect(self, day: date, today: date) -> None:
        """Raises ValueRefused IN_THE_FUTURE, DAY_OUT_OF_RANGE.

        >>> HAPPENED.expect(date(2025, 3, 21), today=date(2025, 3, 21))
        >>> PLANNED.expect(date(2035, 3, 21), today=date(2025, 3, 21))
        """
        if not self.ahead and day > today:
            raise ValueRefused("IN_THE_FUTURE")
        latest = date(today.year + self.ahead, 12, 31)
        if not self.earliest <= day <= latest:
            raise ValueRefused(
                "DAY_OUT_OF_RANGE",
                given=day.isoformat(),
                earliest=self.earliest.isoformat(),
                latest=latest.isoformat(),
            )


HAPPENED = Days(date(1900, 1, 1), ahead=0)
"""Of what somebody living can tell: not still to come."""
FOUNDED = Days(date(1000, 1, 1), ahead=0)
"""Of bodies that may be much older than whoever tells of them."""
PLANNED = Days(date(1900, 1, 1), ahead=100)
"""Of what begins, is due or ends by agreement."""
