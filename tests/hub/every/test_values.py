"""What the declaration says of values: each is kept as given, taken away by null, or refused with its place."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.life import Move
from graph.model.members import Edge, Giving, Property, Rows
from graph.model.nodes import Node
from hub.resolvers.write import payload_field
from tests.hub.every.cast import Cast
from tests.hub.every.inputs import LABELS, Asked, asked, creations, edits, part_of, steps, target_name, told
from tests.hub.every.making import FOLLOWS, Subject, full, least, made, start_of, step, subject_of
from tests.hub.every.rules import maker_of
from tests.hub.every.wrong import Wrong, wrongs

NEEDED = {"Lesson": {"source"}, "CohortReport": {"courseId"}}
"""What may be left out, but not taken away together with all the rest."""


@pytest.mark.parametrize("label", LABELS)
def test_a_wrong_value_is_refused_with_its_place_and_writes_nothing(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    for move in creations(node):
        expect_checked(cast, node, move, least(cast, node, move), cast.tokens[maker_of(move, "owner")])
    for move in (move for move in steps(node) if any(field.home for field in asked(node, move))):
        subject = made(cast, label, start_of(node, move))
        given = step(cast, subject, move)
        expect_checked(cast, node, move, given, subject.tokens[maker_of(move, "owner")], subject.id)


def expect_checked(
    cast: Cast, node: Node, move: Move, given: dict[str, Any], token: str | None, id_: str | None = None
) -> None:
    """Whatever is wrong for a field of the input is refused, and nothing is done."""
    before = cast.graph.everything(id_)
    fields = asked(node, move)
    names = {field.name for field in fields}
    for field in fields:
        for wrong in (*wrongs(node.label, field, given), *(_taken_away(field) if edits(move) else ())):
            if wrong.code == "END_BEFORE_START" and not wrong.given.keys() <= names:
                continue  # The move asks for the end alone: its start is kept already.
            said = cast.refusal(node, move, given | wrong.given, token)
            assert said == (wrong.code, wrong.path), f"{move.mutation} {str(wrong.given)[:80]}"
    assert cast.graph.everything(id_) == before, move.mutation


def _taken_away(field: Asked) -> Iterator[Wrong]:
    """Null for what is required."""
    home = field.home
    if isinstance(home, Property) and home.required and not home.many:
        yield Wrong({field.name: None}, "VALUE_REQUIRED", ["input", field.name])


KEPT_TOO = {"editCommitment": 1}
"""How many other records an edit makes a version of: what is owed is a part of the draft that is signed."""


@pytest.mark.parametrize("label", [label for label in LABELS if label not in FOLLOWS])
def test_what_is_given_is_kept_and_null_takes_it_away_until_it_is_given_again(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    move = creations(node)[0]
    given = full(cast, node, move)
    payload = cast.do(node, move, given, cast.tokens[maker_of(move, "owner")])
    assert payload["errors"] == []
    subject = subject_of(cast, node, payload["record"]["id"])
    fields = [field for field in asked(node, move) if field.home is not None]
    kept = {f.home.name: _kept(f.home, given[f.name]) for f in fields}
    assert _read(cast, subject, fields) == kept
    for edit in filter(edits, steps(node)):
        before = cast.graph.everything(subject.id)
        optional = [f for f in asked(node, edit) if f.home is not None and f.home.given is Giving.OPTIONAL]
        taken = [f for f in optional if f.name not in NEEDED.get(label, set())]
        nulls = {"id": subject.id, "version": 1} | {f.name: None for f in taken}
        assert cast.do(node, edit, nulls, subject.tokens[maker_of(edit, "owner")])["errors"] == []
        gone = {f.home.name: _kept(f.home, [] if f.home.many else None) for f in taken}
        assert _read(cast, subject, fields) == kept | gone
        parts = sum(len(given[f.name]) for f in taken if isinstance(f.home, Edge) and part_of(f.home))
        # The parts are gone, not only let go; and there is an event and a version.
        kept_too = KEPT_TOO.get(edit.mutation or "", 0)
        assert cast.graph.everything(subject.id)["nodes"] == before["nodes"] - parts + 2 + kept_too
        again = {"id": subject.id, "version": 2} | {f.name: given[f.name] for f in taken}
        assert cast.do(node, edit, again, subject.tokens[maker_of(edit, "owner")])["errors"] == []
        assert _read(cast, subject, fields) == kept


def _read(cast: Cast, subject: Subject, fields: list[Asked]) -> dict[str, Any]:
    wanted = " ".join(_selected(field.home) for field in fields if field.home is not None)
    name = payload_field(subject.node.label)
    query = f"query($id: ID!) {{ {name}(id: $id) {{ {wanted} }} }}"
    return dict(cast.hub.ask(query, {"id": subject.id}, subject.tokens["owner"])[name])


def _selected(home: Property | Edge) -> str:
    """The selection that reads what a field gives."""
    if isinstance(home, Property):
        return home.name
    values = " ".join(member.name for member in told(home))
    if part_of(home) is not None:
        return f"{home.name} {{ {values} }}"
    one = " ".join(f"... on {node.label} {{ id }}" for node in MODEL.labels(home.to))
    if home.row is not None:
        return f"{home.name} {{ edges {{ {values} node {{ {one} }} }} }}"
    pages = home.many and home.rows is Rows.PAGES
    return f"{home.name} {{ nodes {{ {one} }} }}" if pages else f"{home.name} {{ {one} }}"


def _kept(home: Property | Edge, given: Any) -> Any:
    """What is read of what was given."""
    if isinstance(home, Property) or part_of(home) is not None or given is None:
        return given
    if home.row is not None:
        named = target_name(home)
        rows = [{k: v for k, v in row.items() if k != named} | {"node": {"id": row[named]}} for row in given]
        wanted = [member.name for member in told(home)]
        return {"edges": [{name: row.get(name) for name in (*wanted, "node")} for row in rows]}
    if not home.many:
        return {"id": given}
    ids = [{"id": id_} for id_ in given]
    return {"nodes": ids} if home.rows is Rows.PAGES else ids
