"""The one truth about records: their values, edges, lives and words, and who may read what."""

from graph.model.areas import AREAS
from graph.model.core import Model, Node, Union
from graph.model.discovery import DISCOVERY
from graph.model.events import EVENT, SUBJECT

_NODES = (*(area for area in AREAS if isinstance(area, Node)), EVENT)

MODEL = Model.of(
    *AREAS,
    EVENT,
    SUBJECT,
    *DISCOVERY,
    Union("Node", tuple(node.label for node in _NODES if node.prefix is not None)),
)
