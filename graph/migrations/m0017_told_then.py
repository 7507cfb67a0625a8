"""What happened while few could read is told to no more, though the record was published since.

Nor do the numbers of reviews tell how many were rejected: those that were validated are counted.
"""

from graph.model import MODEL
from graph.model.review_standing import VALIDATED
from graph.model.settled import recalling

_HOW = "IN TRANSACTIONS OF 5000 ROWS"
_NUMBERS = f"""MATCH (r:Review)-[:REVIEWS]->(x)
WITH r, 1 + COUNT {{ (x)<-[:REVIEWS]-(o:Review {{status: '{VALIDATED.value}'}})
  WHERE o.createdAt < r.createdAt }} AS number
WHERE r.number <> number
CALL (r, number) {{ SET r.number = number }} {_HOW}"""

STATEMENTS = (*recalling(MODEL, _HOW), _NUMBERS)
