"""What the declaration cannot tell stands in tables: they are complete, and nothing in them is left over."""

import pytest

from graph.model import MODEL
from graph.model.life import Way
from tests.hub.every.inputs import LABELS, RECORDS, asked, creations, moves, steps
from tests.hub.every.making import FOLLOWS, MAKERS, READY, TARGETS
from tests.hub.every.rules import OTHERWISE
from tests.hub.every.test_moves import BESIDE


@pytest.mark.parametrize("label", LABELS)
def test_a_record_can_be_made_from_its_declaration_or_by_a_maker(label: str) -> None:
    own = [move.mutation for move in creations(MODEL.nodes[label]) if move.way is Way.OWN]
    assert creations(MODEL.nodes[label]) or label in FOLLOWS, f"No move creates a {label}."
    assert not own or label in MAKERS, (
        f"{own[0]} creates a {label} by rules of its own: say in MAKERS (tests/hub/every/making.py)"
        " what its input needs beside what is declared."
    )


@pytest.mark.parametrize("label", LABELS)
def test_what_a_move_names_is_declared_or_in_the_table_of_targets(label: str) -> None:
    node = MODEL.nodes[label]
    for move in steps(node):
        unknown = [
            field.name
            for field in asked(node, move)
            if field.required and field.home is None and field.name not in {"id", "version"}
        ]
        assert not unknown or move.mutation in TARGETS, (
            f"{move.mutation} needs {', '.join(unknown)}: say in TARGETS (tests/hub/every/making.py)"
            " what is given for it."
        )


def test_the_tables_name_nothing_that_is_gone() -> None:
    known = {move.mutation for node in RECORDS for move in moves(node)}
    assert {*TARGETS, *READY, *OTHERWISE, *BESIDE} <= known
    assert MAKERS.keys() | FOLLOWS.keys() <= set(LABELS)
