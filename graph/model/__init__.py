"""The one truth about records: their values, edges, lives and words, and who may read what."""

from graph.model.appointments import VIEWER_APPOINTMENT
from graph.model.areas import AREAS
from graph.model.audit import AUDIT_ENTRY
from graph.model.charters import COMPARE_CHARTERS
from graph.model.collaborators import COLLABORATOR, COLLABORATORS, REASON
from graph.model.core import Model
from graph.model.coverage import COVERAGE_SHAPES, GAPS, OVERLAPS
from graph.model.events import EVENT, SUBJECT
from graph.model.found import SEARCHABLE
from graph.model.lasting_jobs import LASTING, LASTING_JOBS, LASTING_SHARE
from graph.model.network import INTRODUCTION, INTRODUCTION_PATH, MAP_SHAPES, NETWORK, NETWORK_MAP
from graph.model.news import NEWS_SHAPES, NOTIFICATIONS
from graph.model.nodes import Node, Union
from graph.model.pathways import PATHWAY, PATHWAYS
from graph.model.personal import OFFICE, SIGN_IN_PROVIDER, VIEWER_PERSON
from graph.model.process_comparison import COMPARE_PROCESSES, PROCESS_COMPARISON, STEP_DIFFERENCE
from graph.model.saved_searches import SAVED_SEARCH
from graph.model.search import SEARCH, SEARCH_RESULT, SEARCH_SHAPES
from graph.model.support import SUPPORT, SUPPORT_FOR, SUPPORT_MATCH, SUPPORT_REASON
from graph.model.versions import COMPARE, COMPARISON, FIELD_CHANGE, FIELD_VALUE, VERSION
from graph.model.viewer import PROVIDERS, RATE, RATE_SHAPE, VIEWER, VIEWER_SHAPE
from graph.model.waiting import WAITING
from graph.model.webhooks import WEBHOOK
from graph.model.wordings import WORDING

_NODES = (*(area for area in AREAS if isinstance(area, Node)), EVENT, VERSION, AUDIT_ENTRY)

MODEL = Model.of(
    *AREAS,
    EVENT,
    SUBJECT,
    VERSION,
    AUDIT_ENTRY,
    FIELD_VALUE,
    FIELD_CHANGE,
    COMPARISON,
    WORDING,
    SEARCHABLE,
    *SEARCH_SHAPES,
    SEARCH_RESULT,
    REASON,
    COLLABORATOR,
    *MAP_SHAPES,
    NETWORK_MAP,
    INTRODUCTION_PATH,
    *COVERAGE_SHAPES,
    PATHWAY,
    LASTING_SHARE,
    LASTING_JOBS,
    STEP_DIFFERENCE,
    PROCESS_COMPARISON,
    SUPPORT,
    SUPPORT_REASON,
    SUPPORT_MATCH,
    WAITING,
    OFFICE,
    VIEWER_PERSON,
    SIGN_IN_PROVIDER,
    SAVED_SEARCH,
    *NEWS_SHAPES,
    WEBHOOK,
    VIEWER_APPOINTMENT,
    VIEWER_SHAPE,
    RATE_SHAPE,
    Union("Node", tuple(node.label for node in _NODES if node.prefix is not None)),
)

INQUIRIES = (
    VIEWER,
    SEARCH,
    COLLABORATORS,
    NETWORK,
    INTRODUCTION,
    OVERLAPS,
    GAPS,
    PATHWAYS,
    SUPPORT_FOR,
    LASTING,
    COMPARE,
    COMPARE_CHARTERS,
    COMPARE_PROCESSES,
    NOTIFICATIONS,
    RATE,
    PROVIDERS,
)
"""The root fields of what is worked out."""
