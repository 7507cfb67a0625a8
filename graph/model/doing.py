"""All that is done beside the moves of records: the deeds of the areas, and those that speak of all areas."""

from graph.model import areas, webhooks
from graph.model.deeds import Deed

DEEDS: tuple[Deed, ...] = (*areas.DEEDS, *webhooks.DEEDS)
"""All deeds, each declared in the `DEEDS` of its file."""
