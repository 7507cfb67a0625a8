"""Turn the death of a parent into a signal for its child."""

import ctypes
import os
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1
_LOOK_SECONDS = 2.0


def signal_at_its_end(number: int) -> None:
    """Have Linux send this process a signal once the *thread* that started it has ended."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number)


def leave_at_its_end(pipe: int) -> None:
    """Leave at once when a pipe ends which the parent holds open, whichever of its threads started us."""

    def wait() -> None:
        while os.read(pipe, 1024):
            pass
        os._exit(1)

    threading.Thread(target=wait, name="parent", daemon=True).start()


def leave_long_after_it(seconds: float) -> None:
    """Leave, so long after the parent has gone, whatever the other threads are stuck in."""
    parent = os.getppid()

    def wait() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_SECONDS)
        time.sleep(seconds)
        os._exit(1)

    threading.Thread(target=wait, name="parent", daemon=True).start()
