"""The areas of the field: one line each. What stands here is read, searched, written and told by the hub."""

from graph.model.commitments import COMMITMENT
from graph.model.core import Node, Union
from graph.model.experiences import EXPERIENCE, RESULT
from graph.model.lessons import ADOPTABLE, ADOPTION, APPROACH, LESSON, STEP
from graph.model.organizations import CONTACT, ORGANIZATION
from graph.model.partnerships import PARTNERSHIP
from graph.model.regions import REGION
from graph.model.resources import EXCHANGE, RESOURCE_NEED, RESOURCE_OFFER
from graph.model.topics import SKILL, TOPIC

AREAS: tuple[Node | Union, ...] = (
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
    ADOPTABLE,
    PARTNERSHIP,
    COMMITMENT,
    RESOURCE_OFFER,
    RESOURCE_NEED,
    EXCHANGE,
)
