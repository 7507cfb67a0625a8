"""What can be found by searching, and how it leads to the topics and regions it concerns."""

from collections.abc import Mapping

from graph.model.areas import AREAS
from graph.model.declare import upper
from graph.model.members import Direction, Edge, See
from graph.model.nodes import Node, Union
from graph.model.words import Choice, Words, choice_of

_FOUND = sorted(
    (area for area in AREAS if isinstance(area, Node) and any(area.search)),
    # What members wrote comes before what it is about.
    key=lambda node: node.life is None or node.successor is not None,
)
SearchType = choice_of(
    "SearchType",
    {upper(node.label): node.words for node in _FOUND},
    "Type of hit: What kind of record a search finds.",
    "گونهٔ یافته: جست‌وجو چه گونه رکوردی را می‌یابد.",
)


SEARCHED: Mapping[Choice, Node] = dict(zip(SearchType, _FOUND, strict=True))
SEARCHABLE = Union(
    "Searchable",
    tuple(node.label for node in _FOUND),
    Words("Searchable: What can be found by searching.", "جستنی: چه را می‌توان جست."),
)


def ways(to: Node) -> tuple[tuple[Node, Edge], ...]:
    """The edges by which what can be found leads to a topic or a region."""
    return tuple(
        (node, edge)
        for node in SEARCHED.values()
        if node is not to
        for edge in node.edges()
        # What is hidden is what the owners of an anonymized record wrote: a search says nothing of it.
        if edge.to == to.label and edge.direction is Direction.OUT and edge.open
        if not edge.filter_only and not edge.hidden
    )


def concerning(see: See, found: str, to: Node) -> str:
    """A pattern from `found` to every topic or region, in `value`, that it is about, itself or broader.

    What is a topic itself is about itself.
    """
    types, rights = nearest(see, found, to)
    return (
        f"({found})-[:{types}*0..1]->(nearest:{to.label})"
        f"{within(to)} WHERE {' AND '.join([*rights, see('value', to.label)])}"
    )


def nearest(see: See, found: str, to: Node) -> tuple[str, list[str]]:
    """The types of relationships from `found` to its `nearest` topic or region, and the rights to them."""
    types = "|".join(sorted({edge.type for _, edge in ways(to)}))
    rights = [
        f"(NOT {found}:{node.label} OR {right})"
        for node, edge in ways(to)
        if (right := see.along(found, node.label, edge.name, "nearest")) != "true"
    ]
    return types, rights


def one_of(value: str, to: Node, ids: str) -> str:
    """The condition that a topic or a region is one of `ids`, or counts as one with it since a merge."""
    return f"EXISTS {{ (named:Node&{to.label} {alike(to, value)}) WHERE named.id IN {ids} }}"


def alike(to: Node, value: str) -> str:
    """What all topics or regions have that count as one with a `value`, in a pattern."""
    assert to.same is not None
    return f"{{{to.same.by}: {value}.{to.same.by}}}"


def within(to: Node) -> str:
    """The rest of a pattern: from `nearest`, or what stands for it, to every `value` that it is in."""
    followed, up = _ways(to)
    return f"-[{followed}]->(:{to.label})-[{up}]->(value:{to.label})"


def around(*to: Node) -> str:
    """The same from any of several labels, to every `value` of the same label that it is in."""
    labels, edges = "|".join(node.label for node in to), [_edges(node) for node in to]
    followed = "|".join(sorted({followed.type for followed, _ in edges}))
    up = "|".join(sorted({up.type for _, up in edges}))
    most = max(up.hops[1] for _, up in edges if up.hops is not None)
    return f"-[:{followed}*0..1]->()-[:{up}*0..{most}]->(value:{labels})"


def under(to: Node, found: str = "") -> str:
    """The rest of a pattern: from a `value` down to every one, `found`, in it or replaced by one."""
    followed, up = _ways(to)
    return f"<-[{up}]-(:{to.label})<-[{followed}]-({found}:{to.label})"


def _ways(to: Node) -> tuple[str, str]:
    followed, up = _edges(to)
    return _over(followed), _over(up)


def _edges(to: Node) -> tuple[Edge, Edge]:
    """The edge to what stands for it, and the one up."""
    (up,) = (edge for edge in to.edges() if edge.hops is not None)
    assert to.followed is not None
    return to.followed, up


def _over(way: Edge) -> str:
    assert way.hops is not None
    return f":{way.type}*{way.hops[0]}..{way.hops[1]}"
