"""What a run chooses of all there is: another part each day, the same for the same seed.

RIGHTS_SEED=N asks what the run with that seed has asked (`scripts/test` prints it); RIGHTS_TIMES=N asks N times as
much, RIGHTS_ALL=1 everything.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import TypeVar

T = TypeVar("T")

SEED = int(os.environ.get("RIGHTS_SEED") or f"{datetime.now(UTC):%Y%m%d}")
ALL = os.environ.get("RIGHTS_ALL") == "1"
TIMES = float(os.environ.get("RIGHTS_TIMES") or 1)


def chosen(whole: Sequence[T], count: int, what: str) -> list[T]:
    """So many of them, drawn by the seed; all of them where everything is asked."""
    count = max(1, round(count * TIMES))
    if ALL or count >= len(whole):
        return list(whole)
    return Random(f"{SEED} {what}").sample(list(whole), count)  # noqa: S311 - no secret
