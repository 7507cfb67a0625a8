"""Turn "what, how far" reports into a bar on stderr; where nobody watches, into one line per step."""

import sys
import threading

_WIDTH = 24


class Bar:
    """Callable as the `on_progress` of every slow step, from any thread. Writes to stderr only."""

    def __init__(self) -> None:
        self._stream = sys.stderr
        self._watched = self._stream.isatty()
        self._what = ""
        self._drawn = False
        self._lock = threading.Lock()

    def __call__(self, what: str, share: float) -> None:
        """Show that `what` is done to `share`, between 0.0 and 1.0."""
        with self._lock:
            if self._watched:
                full = round(_WIDTH * min(max(share, 0.0), 1.0))
                bar = "█" * full + "·" * (_WIDTH - full)
                self._write(f"\r\x1b[2K{bar} {what}")
                self._drawn = True
            elif what != self._what:
                self._write(f"{what} …\n")
            self._what = what

    def clear(self) -> None:
        """Take the bar away, so that the next line starts at the margin."""
        with self._lock:
            if self._drawn:
                self._write("\r\x1b[2K")
            self._drawn = False

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
