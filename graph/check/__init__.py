"""Hold a graph to its model: `examine` finds what breaks a rule, `mend` works out anew what can be.

The rules are made from `graph.model`, so that a new record or edge is checked once it is declared.
"""

from graph.check.checking import examine, mend
from graph.check.findings import Finding, Findings, Mend

__all__ = ["Finding", "Findings", "Mend", "examine", "mend"]
