"""The model refuses to contradict itself."""

from collections import defaultdict
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.core import Model
from graph.model.days import PLANNED
from graph.model.declare import OPTIONAL, back_one, choice, day, link, move, number, record, rows, text
from graph.model.life import By, Holds, Life, Move, Way
from graph.model.members import Access, Direction, Edge, Kind, Property
from graph.model.nodes import ModelError, Node, Union
from graph.model.sides import Side
from graph.model.words import Choice

_ID = Property("id", Kind.ID, required=True)


def _box(*members: Property | Edge, prefix: str = "box", label: str = "Box") -> Node:
    return Node(label, prefix, (_ID, *members))


def _holds(parallel: str, *properties: Property) -> Edge:
    return Edge("inside", "HOLDS", "Box", properties=properties, parallel=parallel)


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ([_box(), _box(label="Lid")], "Lid and Box share a prefix: 'box'."),
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


# -- lives and what clients give -------------------------------------------------------------------


class State(Choice, en="State: How it stands.", fa="حالت: چگونه است."):
    SHUT = "SHUT", "Shut", "بسته"
    OPEN = "OPEN", "Open", "باز"


class Other(Choice, en="Other: Not it.", fa="دیگر: این نیست."):
    SHUT = "SHUT", "Shut", "بسته"


STATUS = choice("status", State, "Status", "وضعیت", required=True)


def _chest(
    *members: Property | Edge, moves: tuple[Move, ...] = (), label: str = "Chest", **more: Any
) -> Node:
    given: dict[str, Any] = {
        "plural": (f"{label.lower()}s", "Chests", "صندوق‌ها"),
        "prefix": label[:3].lower(),
    }
    given |= {
        "members": (STATUS, *members),
        "life": Life(State, moves),
        "order": (),
        "access": Access.OPEN,
    } | more
    return record(label, given.pop("prefix"), "Chest", "صندوق", **given)


def _open(mutation: str = "openChest", told: str = "Opened", **more: Any) -> Move:
    given: dict[str, Any] = {"start": (State.SHUT,), "end": State.OPEN} | more
    return move(mutation, ("CHEST_OPENED", told, "باز شد"), "Open", "باز کردن", Way.GO, **given)


@pytest.mark.parametrize(
    ("nodes", "told"),
    [
        ([_chest(), _chest()], "Chest is declared 2 times."),
        (
            [_chest(), _chest(label="Trunk", plural=("chests", "Chests", "صندوق‌ها"))],
            "Trunk and Chest share a root field: 'chests'.",
        ),
        (
            [_chest(moves=(_open(),)), _chest(label="Trunk", moves=(_open(),))],
            "Trunk and Chest share a mutation: 'openChest'.",
        ),
        (
            [_chest(moves=(_open(),)), _chest(label="Trunk", moves=(_open("openTrunk", "Unlocked"),))],
            "Trunk.openTrunk tells CHEST_OPENED in other words than another move.",
        ),
        ([_chest(life=Life(Other, ()))], "Chest has a life of Other, and no such status."),
        (
            [_chest(moves=(_open(end=Other.SHUT),))],
            "Chest.openChest goes over Other.SHUT, which is no state of Chest.",
        ),
        (
            [_chest(moves=(_open(holds=(Holds("key", (State.OPEN,)),)),))],
            "Chest.openChest asks for values that 'key' never has.",
        ),
        (
            [_chest(day("until", "Until", "تا", days=PLANNED, from_="since"))],
            "Chest.until cannot end what begins at 'since': both must be days, or whole numbers.",
        ),
        (
            [_chest(number("weight", "Weight", "وزن", unit="scale"))],
            "Chest.weight counts in 'scale', which is nothing beside it.",
        ),
        (
            [
                _chest(
                    text("scale", "Scale", "یکا"),
                    number("weight", "Weight", "وزن", unit="scale", sortable=True),
                )
            ],
            "Chest.weight orders nothing: two of them may count in different units.",
        ),
        (
            [_chest(choice("kind", State, "Kind", "گونه", default=Other.SHUT))],
            "Chest.kind has the default Other.SHUT, which is no value of it.",
        ),
        (
            [_chest(text("mark", "Mark", "نشان", taken="MARK_TAKEN"))],
            "Chest.mark can be taken only if it is a key.",
        ),
        (
            [_chest(rows("boxes", "HOLDS", "Chest", "Boxes", "جعبه‌ها", OPTIONAL, properties=(STATUS,)))],
            "Chest.boxes has values that clients give, so its rows need a type.",
        ),
        (
            [_chest(plural=("chest", "Chests", "صندوق‌ها"))],
            "Chest (one) and Chest share a root field: 'chest'.",
        ),
        (
            [_chest(moves=(_open(), _open()))],
            "Chest (again) and Chest share a mutation: 'openChest'.",
        ),
        ([_chest(order=(("age", True),))], "Chest is ordered or indexed by 'age', which it has not."),
        ([_chest(access=Access.PARENT)], "Chest is read as its parent is, and names no edge to it."),
        ([_chest(text("AND", "And", "و"))], "Chest.AND has a name that no field can have."),
        (
            [_chest(link("lid", "HAS A", "Chest", "Lid", "در"))],
            "Chest.lid has the type 'HAS A': capitals, digits and _ are wanted.",
        ),
        (
            [
                _chest(
                    rows("of", "HOLDS", "Chest", "Of", "از"), rows("against", "HOLDS", "Chest", "Not", "نه")
                )
            ],
            "Chest has 2 edges HOLDS to Chest: nothing tells them apart.",
        ),
        (
            [_chest(choice("kind", State, "Kind", "گونه", OPTIONAL, default=State.SHUT))],
            "Chest.kind has a default: what must be given can have one, or what nobody gives.",
        ),
        (
            [_chest(moves=(_open(by=By.SIDE, sides=(Side.PARTY,)),))],
            "Chest.openChest is a plain move, which SIDE or others beside cannot make: write its rules.",
        ),
        (
            [_chest(moves=(_open(sides=(Side.PARTY,)),))],
            "Chest.openChest is made by sides or by others: `by` and `sides` must agree.",
        ),
        (
            [_chest(moves=(_open(end=None),))],
            "Chest.openChest begins or ends where a plain move of its kind does not.",
        ),
        (
            [_chest(moves=(_open(by=By.NOBODY),))],
            "Chest.openChest follows from another move or is made by somebody: a mutation and `by` must agree.",
        ),
        (
            [_chest(link("lid", "HAS", "Chest", "Lid", "در", back=back_one("status", "Of", "از")))],
            "Chest declares 'status' twice.",
        ),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(nodes: list[Node], told: str) -> None:
    with pytest.raises(ModelError) as raised:
        Model.of(*nodes)
    assert str(raised.value) == told


def test_every_edge_between_records_leads_both_ways() -> None:
    def leads_back(edge: Edge, home: Node, to: Node) -> bool:
        return any(
            way.type == edge.type and home in MODEL.labels(way.to)
            for way in to.edges()
            if way.direction is not edge.direction or edge.direction is Direction.BOTH
        )

    one_way = {
        f"{node.label}.{edge.name}"
        for node in MODEL.nodes.values()
        for edge in node.edges()
        for to in MODEL.labels(edge.to)
        if to.prefix is not None and not (edge.filter_only or edge.hidden) and not leads_back(edge, node, to)
    }
    # What happened to a record, or by an organization, is asked of the feed; who did it, of the audit alone.
    audit = {"AuditEntry.event", "AuditEntry.organization", "AuditEntry.version"}
    assert one_way == {"Event.organization", "Event.subject", *audit}
