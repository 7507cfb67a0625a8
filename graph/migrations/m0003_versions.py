"""Versions: every record starts its history with the version that it has."""

from graph.queries.versions import beginnings

STATEMENTS = tuple(f"{text} IN TRANSACTIONS OF 5000 ROWS" for text in beginnings())
