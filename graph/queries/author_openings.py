"""Openings of authors: kept with the answer they give, or not given at all."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.events import THEN_AUDIENCE, UNTOLD
from graph.model.ids import new_id
from graph.model.stored import stored
from graph.queries.records import Writing, locked

LABEL = "Opening"
_SPAN = timedelta(days=1)
# Behind one lock: of two at once, each of which is the last that is left, one is refused.
_SPENT = f"""
MATCH (c:Counter {{name: 'anonymity'}}) {locked("c")}
WITH c RETURN COUNT {{ MATCH (o:Opening {{openedBy: $by}}) WHERE o.openedAt > $since }} AS spent
"""
_KEEP = f"CREATE (n:Node&{LABEL}) SET n = $properties"


# Others are told what happens to an anonymized record after its month; of this they never are.
_ALONE = (
    f"MATCH (e:Event {{id: $event}}) SET e.{THEN_AUDIENCE} = '{Audience.AUTHORS.value}' REMOVE e.{UNTOLD}"
)


async def spent(writing: Writing, by: str) -> int:
    """How many authors somebody has opened within a day."""
    (row,) = await writing.run(_SPENT, by=by, since=writing.parameters["now"] - _SPAN)
    return int(row["spent"])


async def tell_author_alone(writing: Writing, event: str) -> None:
    """Let nobody but the owners of its record ever be told of an event that was just appended."""
    await writing.run(_ALONE, event=event)


async def keep(writing: Writing, values: Mapping[str, Any]) -> None:
    """Keep that an author was opened. Raises ValueRefused as `stored` does."""
    node = MODEL.nodes[LABEL]
    assert node.prefix is not None
    made = {"id": new_id(node.prefix), "openedAt": writing.parameters["now"], **values}
    await writing.run(_KEEP, properties=stored(node, made))
