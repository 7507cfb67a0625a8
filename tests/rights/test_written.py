"""Writing what a viewer may not read changes no answer of theirs, byte for byte; of those who read it, it does.

Each record is created, and taken through its moves as long as it is hidden, by the API itself: so also what a write
leaves beside its record tells nothing, as numbers of events, moments of change, cursors, versions and prices do.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.life import Move
from graph.model.nodes import Node
from tests.compiler.asking import EVERY
from tests.hub.every.cast import Cast, cast_of
from tests.hub.every.inputs import LABELS, creations, steps
from tests.hub.every.making import FOLLOWS, Subject, least, step, subject_of
from tests.hub.every.rules import maker_of, starts
from tests.rights.cells import edges, of
from tests.rights.seed import SEED, chosen
from tests.rights.selecting import asked, but_for_budget, inquiries, leaves
from tests.running import Hub

A_RUN = 3
"""The labels that a run writes."""
NEAR, WORKED_OUT = 3, 4
"""How many of the types that a record is tied to are asked about, and how many of what is worked out."""
MOVES = 2
"""How many of the moves of a hidden record are made."""
ASKERS = ("owner", "third", "coordinator", "administrator", "anonymous")
ROOTS = {label: root for root, label in EVERY.items()}


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Iterator[Cast]:
    """Who is there."""
    with cast_of(hub) as there:
        yield there


def _questions(cast: Cast, label: str) -> list[str]:
    """What is asked of everything that a record could show in: its type, those around it, and what is worked out."""
    around = sorted({edge.to for edge in edges(label) if edge.to in ROOTS} - {label})
    lists = [_list(one) for one in (label, *chosen(around, NEAR, f"near {label}"))]
    sorted_ = [_sorted(label)] if "updatedAt" in of(label).fields else []
    return [*lists, *sorted_, _FEED, *chosen(list(_worked_out(cast)), WORKED_OUT, f"worked out {label}")]


def _list(label: str) -> str:
    return (
        f"{{ {ROOTS[label]}(first: 30) {{ totalCount nodes {{ {leaves(of(label))} }} edges {{ cursor }} }} }}"
    )


def _sorted(label: str) -> str:
    below = "edges { cursor node { id updatedAt } } pageInfo { hasNextPage hasPreviousPage }"
    return f"{{ {ROOTS[label]}(last: 30, sort: [UPDATED_AT_ASC]) {{ {below} }} }}"


_FEED = "{ events(last: 30) { totalCount edges { cursor node { id kind toldAt } } pageInfo { hasPreviousPage } } }"


def _worked_out(cast: Cast) -> Iterator[str]:
    """Of what is worked out: what can be asked for by an organization, a region and a word."""
    region = cast.kept.setdefault("region of the capital", None) or cast.hub.region("IR-23", "تهران")
    cast.kept["region of the capital"] = region
    known = {
        "query": "متن",
        "organizationId": cast.organizations["side"],
        "fromId": cast.organizations["owner"],
        "toId": cast.organizations["third"],
        "regionId": region,
        "first": 20,
    }
    for name, field in inquiries().items():
        required = {
            arg for arg, of_ in field.args.items() if str(of_.type).endswith("!") and "ID" in str(of_.type)
        }
        if required <= known.keys() and not name.startswith("preview"):
            yield asked(name, known, 1)


def _answers(cast: Cast, label: str, tokens: dict[str, str | None]) -> dict[str, dict[str, bytes]]:
    """The bytes that each is answered with."""
    questions = _questions(cast, label)
    return {
        who: {q: but_for_budget(cast.hub.post(q, None, tokens[who]).content) for q in questions}
        for who in ASKERS
    }


def _readers(cast: Cast, id_: str, tokens: dict[str, str | None]) -> set[str]:
    return {who for who in ASKERS if cast.reads(tokens[who], id_) == [True]}


def _expect_untold(
    before: dict[str, dict[str, bytes]], after: dict[str, dict[str, bytes]], readers: set[str], where: str
) -> None:
    """Who reads none of it is answered as before."""
    for who in set(ASKERS) - readers:
        told = [question for question, answer in after[who].items() if answer != before[who][question]]
        assert not told, (
            f"RIGHTS_SEED={SEED}: {where} is told to {who} by {told[0]}\n"
            f"{before[who][told[0]].decode()}\n{after[who][told[0]].decode()}"
        )


@pytest.mark.parametrize("label", chosen([one for one in LABELS if one not in FOLLOWS], A_RUN, "written"))
def test_who_does_not_read_a_record_is_answered_as_if_it_were_not_written(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    create = creations(node)[0]
    who = maker_of(create, "owner")
    given = least(cast, node, create, "owner")
    _answers(cast, label, cast.tokens)  # What is asked for the first time is planned, which costs more.
    before = _answers(cast, label, cast.tokens)
    id_ = _made(cast, node, create, given, cast.tokens[who])
    after = _answers(cast, label, cast.tokens)
    readers = _readers(cast, id_, cast.tokens)
    _expect_untold(before, after, readers, create.mutation or "")
    # The control: whoever may read it is answered otherwise.
    assert readers
    for reader in readers:
        assert before[reader] != after[reader], reader
    subject = subject_of(cast, node, id_)
    for move in chosen(_hidden_steps(subject), MOVES, f"moves of {label}"):
        _expect_move_untold(cast, id_, move)


def _made(cast: Cast, node: Node, move: Move, given: dict[str, Any], token: str | None) -> str:
    payload = cast.do(node, move, given, token)
    assert payload["errors"] == [], (move.mutation, payload["errors"])
    return str(payload["record"]["id"])


def _hidden_steps(subject: Subject) -> list[Move]:
    """The moves that a record as it was created can make, of its owner."""
    state = subject.properties["status"]
    return [move for move in steps(subject.node) if starts(move, state)]


def _expect_move_untold(cast: Cast, id_: str, move: Move) -> None:
    subject = subject_of(cast, _node_of(id_), id_)
    if not starts(move, subject.properties["status"]):
        return  # A move before it has led elsewhere.
    given = step(cast, subject, move, "owner", subject.properties["status"])
    label, tokens = subject.node.label, subject.tokens
    readers = _readers(cast, id_, tokens)
    before = _answers(cast, label, tokens)
    payload = cast.do(subject.node, move, given, tokens[maker_of(move, "owner")])
    after = _answers(cast, label, tokens)
    readers |= _readers(cast, id_, tokens)
    _expect_untold(before, after, readers, move.mutation or "")
    assert payload["errors"] == [] or before == after, (move.mutation, payload["errors"])


def _node_of(id_: str) -> Node:
    prefix = id_.partition("_")[0]
    return next(node for node in MODEL.nodes.values() if node.prefix == prefix)
