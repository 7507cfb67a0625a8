"""The days the demo is told of: the first year of the network. Fixed, so that it is always the same."""

from datetime import UTC, datetime

FOUNDED = datetime(2025, 11, 23, 8, 0, tzinfo=UTC)
"""The network's first meeting: 2 Azar 1404."""
JOINED = datetime(2026, 2, 1, tzinfo=UTC)
"""By now every organization is known to the hub."""
TOLD = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
"""Nothing has happened after this."""
