"""The one truth about labels, properties, edges, indexes and who may read what."""

from graph.model.core import Model, Union
from graph.model.discovery import DISCOVERY
from graph.model.events import EVENT, SUBJECT
from graph.model.experiences import ADOPTABLE, ADOPTION, APPROACH, EXPERIENCE, LESSON, RESULT, STEP
from graph.model.organizations import CONTACT, ORGANIZATION
from graph.model.partnerships import COMMITMENT, PARTNERSHIP
from graph.model.regions import REGION
from graph.model.resources import EXCHANGE, RESOURCE_NEED, RESOURCE_OFFER
from graph.model.topics import SKILL, TOPIC

_NODES = (
    REGION,
    TOPIC,
    SKILL,
    CONTACT,
    ORGANIZATION,
    RESULT,
    EXPERIENCE,
    LESSON,
    STEP,
    APPROACH,
    ADOPTION,
    COMMITMENT,
    PARTNERSHIP,
    RESOURCE_OFFER,
    RESOURCE_NEED,
    EXCHANGE,
    EVENT,
)

MODEL = Model.of(
    *_NODES,
    ADOPTABLE,
    SUBJECT,
    *DISCOVERY,
    Union("Node", tuple(node.label for node in _NODES if node.prefix is not None)),
)
