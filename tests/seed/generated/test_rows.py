"""Rows follow from size and seed alone: not from what else the model knows, nor from the hour."""

import importlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from itertools import count
from random import Random
from types import MappingProxyType
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.core import Model
from graph.model.members import Property
from graph.model.nodes import Node

Statement = tuple[str, Any]


def statements(seed: int) -> list[Statement]:
    """Every statement of a load, with its parameters, in a graph that gives out ids of its own."""
    loader: Any = importlib.import_module("seed.generated.loader")
    rows: Any = importlib.import_module("seed.generated.rows")
    blueprint = loader.draw(2_000, seed)
    given: list[defaultdict[str, int]] = [defaultdict(count(start).__next__) for start in (0, 1_000, 2_000)]
    rng = Random(seed)  # noqa: S311 - made up to be read, not to be kept secret
    maker = rows.Maker(blueprint, rows.Ground(*given), blueprint.calendar.sequences(0), rng)
    first = list(loader.organizations.organizations(maker))
    maker.organization_ids = [row["id"] for batch in first for row in batch.parameters["rows"]]
    maker.organizations = list(range(10_000, 10_000 + len(maker.organization_ids)))
    later = [batch for kind in (*loader._KINDS, *loader._LED) for batch in kind(maker)]
    return [(batch.text, batch.parameters) for batch in (*first, *later)]


def ids(value: Any) -> Iterator[str]:
    """The ids of all that is made, at any depth."""
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        for part in value.values():
            yield from ids(part)
    elif isinstance(value, list):
        for part in value:
            yield from ids(part)


def grown() -> tuple[Model, type[Enum]]:
    """The model with a label, an edge and a kind of event that nobody here knows."""
    kinds = Enum("EventKind", {name: name for name in (*_known_kinds(), "UNDERTAKING_OPENED")})
    experience, event = MODEL.nodes["Experience"], MODEL.nodes["Event"]
    edge = replace(
        experience.edge("topics"), name="undertakings", type="PART_OF_UNDERTAKING", to="Undertaking"
    )
    members = [
        replace(m, enum=kinds) if isinstance(m, Property) and m.name == "kind" else m for m in event.members
    ]
    nodes: list[Node] = [
        replace(MODEL.nodes["Topic"], label="Undertaking", prefix="udt", plural=None, life=None),
        replace(experience, members=(*experience.members, edge)),
        replace(event, members=tuple(members)),
    ]
    union = replace(MODEL.unions["Node"], labels=(*MODEL.unions["Node"].labels, "Undertaking"))
    return replace(
        MODEL,
        nodes=MappingProxyType({**MODEL.nodes, **{node.label: node for node in nodes}}),
        unions=MappingProxyType({**MODEL.unions, "Node": union}),
    ), kinds


def _known_kinds() -> list[str]:
    kind = MODEL.nodes["Event"].by_name["kind"]
    assert isinstance(kind, Property)
    assert kind.enum is not None
    return [one.value for one in kind.enum]


def test_the_same_seed_makes_the_same_rows() -> None:
    assert statements(7) == statements(7)


def test_two_seeds_have_no_id_in_common() -> None:
    one, other = {*ids([given for _, given in statements(7)])}, {*ids([given for _, given in statements(8)])}
    assert len(one) > 1_000
    assert not one & other


def test_what_the_model_gains_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = statements(7)
    model, kinds = grown()
    assert "Undertaking" in model.nodes
    assert "UNDERTAKING_OPENED" in kinds.__members__
    monkeypatch.setattr("graph.model.MODEL", model)
    monkeypatch.setattr("graph.model.events.EventKind", kinds)
    for name in [name for name in sys.modules if name.partition(".")[0] == "seed"]:
        monkeypatch.delitem(sys.modules, name)
    assert statements(7) == before
    assert importlib.import_module("seed.generated.templates").MODEL is model


def test_an_unknown_kind_of_event_is_refused() -> None:
    rows: Any = importlib.import_module("seed.generated.rows")
    assert rows.kinds("ADOPTED") == ("ADOPTED",)
    with pytest.raises(ValueError, match="UNHEARD_OF"):
        rows.kinds("ADOPTED", "UNHEARD_OF")
