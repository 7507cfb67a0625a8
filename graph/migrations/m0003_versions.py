"""Versions: every record starts its history with the version that it has."""

from graph.queries.versions import beginnings

STATEMENTS = tuple(beginnings(how="IN TRANSACTIONS OF 5000 ROWS"))
