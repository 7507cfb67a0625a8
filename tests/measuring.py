"""Branch coverage of graph/compiler, where HUB_COVERAGE asks for it: from the import on, then in chosen tests.

Tracing costs most tests twice their time, and the compiler's own tests are the ones that must reach its
branches. So it runs while modules are imported and in those tests, and rests in all others.
"""

import os

from coverage import Coverage


class Measured:
    """Coverage that can rest. Its settings are those of pyproject.toml."""

    def __init__(self) -> None:
        self._coverage = Coverage(data_suffix=True)
        self._running = False
        self.follow(True)

    def follow(self, wanted: bool) -> None:
        """Trace from now on, or rest."""
        if wanted is not self._running:
            (self._coverage.start if wanted else self._coverage.stop)()
            self._running = wanted

    def keep(self) -> None:
        """Stop, and write what was seen."""
        self.follow(False)
        self._coverage.save()


MEASURED = Measured() if os.environ.get("HUB_COVERAGE") else None
