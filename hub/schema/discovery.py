"""The roots of what is worked out: who asks, searching, collaborators, map, introductions, coverage, ways."""

import sys
from typing import Any

import strawberry
from strawberry.types.arguments import StrawberryArgument

from graph.compiler import Source
from graph.model import INQUIRIES
from graph.model.members import Inquiry, Parts, Property
from graph.model.words import Words, digits
from graph.queries.charters import COMPARE_CHARTERS
from graph.queries.collaborators import COLLABORATORS
from graph.queries.coverage import GAPS, OVERLAPS
from graph.queries.lasting_jobs import LASTING_JOBS
from graph.queries.network import INTRODUCTION, NETWORK
from graph.queries.news import NOTIFICATIONS
from graph.queries.pathways import PATHWAYS
from graph.queries.process_comparison import COMPARE_PROCESSES
from graph.queries.search import SEARCH
from graph.queries.support import SUPPORT_FOR
from graph.queries.versions import COMPARE_VERSIONS
from graph.queries.viewer import PROVIDERS, RATE, VIEWER
from hub.schema.making import Attribute, attribute, list_of, make, scalar
from hub.schema.types import output
from hub.schema.wiring import argument, reads
from hub.texts import text_of

_SOURCES = (
    VIEWER,
    SEARCH,
    COLLABORATORS,
    NETWORK,
    INTRODUCTION,
    OVERLAPS,
    GAPS,
    PATHWAYS,
    SUPPORT_FOR,
    LASTING_JOBS,
    COMPARE_VERSIONS,
    COMPARE_CHARTERS,
    COMPARE_PROCESSES,
    NOTIFICATIONS,
    RATE,
    PROVIDERS,
)


def _argument(asked: Property | Parts, source: Source) -> StrawberryArgument:
    default = dict(source.defaults).get(asked.name, 0)
    en, fa = asked.words.en, asked.words.fa
    words = Words(en.replace("«default»", str(default)), fa.replace("«default»", digits(default)))
    return argument(asked.name, _kind(asked), text_of(words))


def _kind(argument: Property | Parts) -> Any:
    if isinstance(argument, Parts):
        fields = {
            member.name: attribute(
                member.name, _kind(member), text_of(member.words), default=strawberry.UNSET
            )
            for member in argument.members
        }
        here = sys.modules[__name__]
        return make(strawberry.input, here, argument.to, text_of(argument.about), fields) | None
    one = scalar(argument.kind, argument.enum)
    kind = list_of(one) if argument.many else one
    return kind if argument.required else kind | None


def _field(inquiry: Inquiry, source: Source) -> Attribute:
    rows = list_of(output(inquiry.to)) if inquiry.many else output(inquiry.to)
    field = reads(source, text_of(inquiry.words), (_argument(asked, source) for asked in inquiry.arguments))
    return Attribute(rows if inquiry.required else rows | None, field)


SOURCES = {inquiry.name: source for inquiry, source in zip(INQUIRIES, _SOURCES, strict=True)}
"""Where each inquiry starts."""
FIELDS = {inquiry.name: _field(inquiry, SOURCES[inquiry.name]) for inquiry in INQUIRIES}
"""The fields of Query that start at a source."""
