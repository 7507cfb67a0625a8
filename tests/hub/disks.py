"""A small disk that a test can fill: mounted where that is allowed, and else a fault put into the processes."""

import errno
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_SIZE = 1792 * 2**20
"""A database that has just been made takes half a gigabyte of it, changes need one."""
_USED = 512 * 2**20
_NOTHING = 1
"""The length of the longest file that a full disk leaves room for."""

# Python runs it as it starts, so that whoever asks how much is free is told what the test says.
_FAULT = """
import collections, pathlib, shutil
_usage = collections.namedtuple("usage", "total used free")
def _told(_path, _file=pathlib.Path(__file__).with_name("free")):
    free = int(_file.read_text())
    return _usage({size}, {size} - free, free)
shutil.disk_usage = _told
"""


@dataclass
class Disk:
    """A disk: its folder, and where none could be mounted the folder of the fault."""

    folder: Path
    fault: Path | None = None
    _limited: dict[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        """What the environment tells a process that is to be on it."""
        return {} if self.fault is None else {"PYTHONPATH": str(self.fault)}

    def fill(self, left: int, database: int | None = None) -> None:
        """Leave so many bytes free; where nothing is, a database process can make no file longer."""
        if self.fault is None:
            with (self.folder / f"filler-{time.monotonic_ns()}").open("wb") as file:
                while not self._allocated(file.fileno(), left):
                    continue
            return
        (self.fault / "free").write_text(str(left))
        if database is not None:
            self._limited[database] = resource.prlimit(database, resource.RLIMIT_FSIZE)
            _, most = self._limited[database]
            resource.prlimit(database, resource.RLIMIT_FSIZE, (_NOTHING, most))

    def _allocated(self, file: int, left: int) -> bool:
        """Whether it took all but so many bytes: not where a database took some of them meanwhile."""
        wanted = shutil.disk_usage(self.folder).free - left
        try:
            if wanted > 0:
                os.posix_fallocate(file, 0, wanted)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            return False
        return True

    def free(self) -> None:
        """Give the room back."""
        if self.fault is not None:
            (self.fault / "free").write_text(str(_SIZE - _USED))
        for file in self.folder.glob("filler-*"):
            file.unlink()
        for database, limits in self._limited.items():
            if Path(f"/proc/{database}").exists():
                resource.prlimit(database, resource.RLIMIT_FSIZE, limits)
        self._limited.clear()


@contextmanager
def small_disk(folder: Path, fault: Path) -> Iterator[Disk]:
    """One on `folder`, which is empty; `fault` is another, for where none can be mounted."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", folder]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        try:
            yield Disk(folder)
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    (fault / "sitecustomize.py").write_text(_FAULT.format(size=_SIZE))
    made = Disk(folder, fault)
    made.free()
    yield made


def databases_of(hub: int) -> list[int]:
    """The database processes of a hub (Linux)."""
    tasks = Path(f"/proc/{hub}/task").glob("*/children")
    children = [int(pid) for task in tasks for pid in task.read_text().split()]
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
    return [pid for pid, command in commands.items() if b"graph.server.process" in command]
