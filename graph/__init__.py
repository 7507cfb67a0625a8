"""The graph: its model, the compiler that reads it, and the only way to the database."""

VERSION = "0.1.0"
"""That of the code; `pyproject.toml` has the same (tests/graph/dump/test_restore.py)."""
