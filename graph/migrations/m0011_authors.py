"""What is, was or may yet be anonymized its organization alone reads; administrators read it no longer."""

from graph.model import MODEL
from graph.model.settled import hiding

STATEMENTS = tuple(hiding(MODEL, "IN TRANSACTIONS OF 5000 ROWS"))
