"""Every shape can be asked of everybody, or says why not; what the peers are is pinned."""

import json
import re

import pytest
from graphql import parse, validate

from bench.contenders.limit import FIELDS, TEXTS
from bench.contenders.plain.server import SCHEMA
from bench.servers import PEER
from bench.shapes import SHAPES, Workload
from hub.schema import CORE

READS = [shape for shape in SHAPES if not shape.writes]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_hub_and_plain_server_know_the_document(shape: Workload) -> None:
    for document in map(parse, shape.steps("hub")):
        assert validate(CORE, document) == []
        assert shape.no_plain or validate(SCHEMA._schema, document) == []


@pytest.mark.parametrize("shape", READS, ids=lambda shape: shape.name)
def test_the_limit_answers_every_shape_that_reads(shape: Workload) -> None:
    assert shape.folder in TEXTS
    assert shape.folder in FIELDS


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_peer_is_asked_or_it_is_said_why_not(shape: Workload) -> None:
    if shape.no_peer:
        return
    assert all(parse(document) for document in shape.steps("peer-yoga"))


def test_the_peers_are_pinned_and_their_lock_names_no_registry() -> None:
    package = json.loads((PEER / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((PEER / "package-lock.json").read_text(encoding="utf-8"))
    for name, version in package["dependencies"].items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    assert all("resolved" not in told for told in lock["packages"].values())
    assert all("integrity" in told for name, told in lock["packages"].items() if name)
