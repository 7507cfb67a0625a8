"""Versions and keys: nothing is changed that was not read, and nothing is written twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.life import Move
from graph.model.members import Property
from graph.model.nodes import Node
from tests.hub.every.cast import Cast
from tests.hub.every.inputs import LABELS, asked, creations, edits, names, steps
from tests.hub.every.making import FOLLOWS, least, made, put, start_of, step
from tests.hub.every.rules import maker_of

AT_ONCE = 4


@pytest.mark.parametrize("label", LABELS)
def test_a_version_that_was_not_read_changes_nothing(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    subject = made(cast, label)
    for move in (move for move in steps(node) if "version" in names(node, move)):
        put(cast, subject, start_of(node, move))
        given = step(cast, subject, move)
        before = cast.graph.everything(subject.id)
        for version in (given["version"] - 1, given["version"] + 1):
            told = cast.refusal(
                node, move, given | {"version": version}, subject.tokens[maker_of(move, "owner")]
            )
            assert told == ("VERSION_CHANGED", ["input", "version"]), move.mutation
        assert cast.graph.everything(subject.id) == before, move.mutation


@pytest.mark.parametrize("label", LABELS)
def test_a_key_makes_a_move_once_and_stands_for_its_input(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    for move in creations(node):
        token = cast.tokens[maker_of(move, "owner")]
        expect_once(cast, node, move, least(cast, node, move), token, None)
    subject = made(cast, label)
    for move in steps(node):
        put(cast, subject, start_of(node, move))
        given = step(cast, subject, move, state=start_of(node, move))
        expect_once(cast, node, move, given, subject.tokens[maker_of(move, "owner")], subject.id)


def expect_once(
    cast: Cast, node: Node, move: Move, given: dict[str, Any], token: str | None, id_: str | None
) -> None:
    """Sent again, it answers with the same record and does nothing; another input is refused."""
    key = f"key of {move.mutation}"
    first = cast.do(node, move, given, token, key)
    assert first["errors"] == [], move.mutation
    id_ = id_ or first["record"]["id"]
    before = cast.graph.everything(id_)
    assert cast.do(node, move, given, token, key) == first, move.mutation
    told = cast.refusal(node, move, given | another(node, move, given), token, key)
    assert told == ("IDEMPOTENCY_KEY_REUSED", ["idempotencyKey"]), move.mutation
    assert cast.graph.everything(id_) == before, move.mutation


def another(node: Node, move: Move, given: dict[str, Any]) -> dict[str, Any]:
    """Something else than what was given."""
    for name in given:
        if name.endswith(("id", "Id")):
            return {name: "nowhere"}
    texts = (f.name for f in asked(node, move) if isinstance(f.home, Property) and f.home.enum is None)
    return {next(texts): "2026-01-01"}


@pytest.mark.parametrize("label", [label for label in LABELS if label not in FOLLOWS])
def test_of_many_at_once_one_is_made(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    create = creations(node)[0]
    given, token = least(cast, node, create), cast.tokens[maker_of(create, "owner")]
    told = at_once(lambda: cast.do(node, create, given, token, f"{label} at once"))
    assert [payload["errors"] for payload in told] == [[]] * AT_ONCE
    assert len({payload["record"]["id"] for payload in told}) == 1
    for move in filter(edits, steps(node)):
        subject = made(cast, label, start_of(node, move))
        edit = step(cast, subject, move)
        told = at_once(lambda s=subject, m=move, e=edit: cast.do(node, m, e, s.tokens[maker_of(m, "owner")]))
        codes = sorted(error["code"] for payload in told for error in payload["errors"])
        assert codes == ["VERSION_CHANGED"] * (AT_ONCE - 1)
        assert cast.graph.everything(subject.id)["record"]["version"] == edit["version"] + 1


def at_once(work: Callable[[], Any]) -> list[Any]:
    """The results of the same work, begun several times at one moment."""
    gate = Barrier(AT_ONCE)

    def begun(_n: int) -> Any:
        gate.wait()
        return work()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(begun, range(AT_ONCE)))
