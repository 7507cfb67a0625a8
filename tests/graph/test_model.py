"""The model refuses to contradict itself."""

from collections import defaultdict

import pytest

from graph.model import MODEL
from graph.model.core import Model, ModelError, Node, Union
from graph.model.members import Edge, Kind, Property

_ID = Property("id", Kind.ID, required=True)


def _box(*members: Property | Edge, prefix: str = "box", label: str = "Box") -> Node:
    return Node(label, prefix, (_ID, *members))


def _holds(parallel: str, *properties: Property) -> Edge:
    return Edge("inside", "HOLDS", "Box", properties=properties, parallel=parallel)


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ([_box(), _box(label="Lid")], "Lid and Box share a prefix."),
        ([_box(Edge("lid", "COVERED_BY", "Lid"))], "Box.lid leads to unknown 'Lid'."),
        ([_box(), Union("Thing", ("Box", "Lid"))], "Thing lists unknown label 'Lid'."),
        ([_box(_holds("slot"))], "Box.inside needs 'slot', required and open."),
        ([_box(_holds("slot", Property("slot")))], "Box.inside needs 'slot', required and open."),
        (
            [_box(_holds("slot", Property("slot", required=True, members_only=True)))],
            "Box.inside needs 'slot', required and open.",
        ),
    ],
)
def test_a_model_that_contradicts_itself_is_refused(members: list[Node | Union], told: str) -> None:
    with pytest.raises(ModelError) as raised:
        Model.of(*members)
    assert str(raised.value) == told


def test_a_node_declares_a_name_once() -> None:
    with pytest.raises(ModelError) as raised:
        _box(Property("name"), Property("name"))
    assert str(raised.value) == "Box declares 'name' twice."


def test_both_ends_of_a_relationship_tell_parallel_ones_apart_in_one_way() -> None:
    ways: dict[tuple[str, frozenset[str]], set[str | None]] = defaultdict(set)
    for node in MODEL.nodes.values():
        for edge in node.edges():
            for to in MODEL.labels(edge.to):
                ways[edge.type, frozenset({node.label, to.label})].add(edge.parallel)
    assert set(map(len, ways.values())) == {1}
