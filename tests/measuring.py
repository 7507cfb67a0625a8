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
        self._used = False
        self._trace(True)

    def follow(self, wanted: bool) -> None:
        """Trace the test that comes now, or rest."""
        self._used = True
        self._trace(wanted)

    def _trace(self, wanted: bool) -> None:
        if wanted is not self._running:
            (self._coverage.start if wanted else self._coverage.stop)()
            self._running = wanted

    def keep(self) -> None:
        """Stop, and write what was seen; the process that only shares tests out has seen nothing."""
        self._trace(False)
        if self._used:
            self._coverage.save()


MEASURED = Measured() if os.environ.get("HUB_COVERAGE") else None
