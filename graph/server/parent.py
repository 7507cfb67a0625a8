"""Turn the death of a parent into a signal for its child."""

import ctypes
import os
import sys
import threading

_PR_SET_PDEATHSIG = 1


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
