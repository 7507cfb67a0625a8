"""Turn a folder into the room on its disk, and refuse changes where that is too little.

Neo4j that meets a full disk in the middle of a write serves nothing until it is started again, so changes
end before (docs/decisions/0027-faults.md).
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StorageFull

_GIB = 2**30
_LEAST, _SHARE, _MOST = _GIB, 20, 5 * _GIB
"""What changes need: a twentieth of the disk, but no less and no more than this many bytes."""

TO_START, TO_MAKE = 2**27, _GIB
"""What a database needs to start, one that is there and a new one: with less it hangs, or stays offline."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room on a disk, in bytes.

    >>> Room(free=2 * 2**30, total=100 * 2**30).is_short
    True
    >>> Room(free=6 * 2**30, total=4000 * 2**30).is_short
    False
    """

    free: int
    total: int

    @property
    def needed(self) -> int:
        """Below so many free bytes no change is made."""
        return min(max(self.total // _SHARE, _LEAST), _MOST)

    @property
    def is_short(self) -> bool:
        """Whether changes end."""
        return self.free < self.needed

    def __str__(self) -> str:
        return f"{self.free / _GIB:.1f} of {self.total / _GIB:.0f} GiB"


def room_at(folder: Path) -> Room:
    """The room on the disk that a folder is on, or will be where it is not there yet."""
    nearest = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    usage = shutil.disk_usage(nearest)
    return Room(usage.free, usage.total)


def expect_room(folder: Path | None) -> None:
    """Raises StorageFull. Where the database is elsewhere (None), only the database itself knows."""
    if folder is not None and room_at(folder).is_short:
        raise StorageFull
