"""What is hidden is answered as what was never there, byte for byte: by every mutation and every root with an id.

Of each record that a viewer does not read, each of its moves is asked twice by them: with its id, and with an id
that nobody has. The same holds for whatever else an input names.
"""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.ids import new_id
from graph.model.life import Move
from graph.model.members import Access
from graph.model.nodes import Node
from hub.resolvers.write import payload_field
from tests.hub.every.cast import Cast, cast_of
from tests.hub.every.inputs import LABELS, creations, moves, steps
from tests.hub.every.making import FOLLOWS, Subject, full, made, put, states, step
from tests.hub.every.rules import maker_of
from tests.reference import SCHEMA
from tests.rights.seed import SEED, chosen
from tests.rights.selecting import asked, but_for_budget, inquiries
from tests.running import Hub

A_RUN, ROOTS = 4, 24
"""How many labels a run asks about, and how many roots."""
ASKERS = ("side", "third", "coordinator", "administrator", "anonymous", "reader")
PREFIXES = {node.prefix: node.label for node in MODEL.nodes.values() if node.prefix is not None}
_CHANGING = {"date", "content-length", "x-request-id", "traceparent", "ratelimit", "ratelimit-policy"}
"""The headers that differ from one answer to the next."""


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Iterator[Cast]:
    """Who is there."""
    with cast_of(hub) as there:
        yield there


def sent(cast: Cast, node: Node, move: Move, given: dict[str, Any], token: str | None) -> httpx.Response:
    """The response to a move, with all that it can tell."""
    name = payload_field(node.label)
    document = (
        f"mutation($input: {cast.hub.input_of(move.mutation or '')}!) {{ {move.mutation}(input: $input)"
        f" {{ {name} {{ id }} errors {{ __typename code message path ids }} }} }}"
    )
    return cast.hub.post(document, {"input": given}, token)


def told(response: httpx.Response, id_: str) -> tuple[int, bytes, dict[str, str]]:
    """All of a response but for the id that was asked for."""
    headers = {name: value for name, value in response.headers.items() if name not in _CHANGING}
    if "hub-bookmark" in headers:  # What was tried is kept, and each commit has a bookmark of its own.
        headers["hub-bookmark"] = "a bookmark"
    body = but_for_budget(response.content)
    return response.status_code, body.replace(id_.encode(), b"an id"), headers


def invented(id_: str) -> str:
    """An id that nobody has, of the same kind."""
    return new_id(id_.partition("_")[0])


def label_of(value: Any) -> str | None:
    """The label of an id."""
    prefix, _, rest = value.partition("_") if isinstance(value, str) else ("", "", "")
    return PREFIXES.get(prefix) if len(rest) > 10 else None


# -- the record of a move --------------------------------------------------------------------------


@pytest.mark.parametrize("label", chosen(LABELS, A_RUN, "missing"))
def test_a_move_of_a_hidden_record_is_answered_as_one_of_none(cast: Cast, label: str) -> None:
    subject = made(cast, label)
    asked_of = 0
    for state in _hidden_states(cast, subject):
        blind = [who for who in ASKERS if _is_blind(cast, subject, who)]
        for move in steps(subject.node):
            given = step(cast, subject, move, "owner", state)
            its_own = (next(name for name, value in given.items() if value == subject.id),)
            put(cast, subject, state)
            _hide(cast, subject)
            for who in blind:
                _expect_alike(cast, subject.node, move, given, its_own, who, subject.tokens[who])
                asked_of += 1
    assert asked_of or MODEL.nodes[label].access in {Access.OPEN, Access.PARENT, Access.ASKED}


def _hidden_states(cast: Cast, subject: Subject) -> Iterator[str]:
    """The first state and the last, in which others than its owner read nothing of it."""
    names = [state.name for state in states(subject.node)]
    for state in dict.fromkeys((names[0], names[-1])):
        put(cast, subject, state)
        _hide(cast, subject)
        yield state


_OURS = (
    "MATCH (n:Node {id: $id}) WHERE n.audience IS NOT NULL SET n.audience = $audience, n.ownerIds = [$owner]"
)


def _hide(cast: Cast, subject: Subject) -> None:
    audience = Audience.AUTHORS if subject.node.anonymizable else Audience.OWNERS
    owner = subject.organizations["owner"]
    cast.graph.rows(_OURS, id=subject.id, audience=audience.value, owner=owner)


def _is_blind(cast: Cast, subject: Subject, who: str) -> bool:
    return cast.reads(subject.tokens[who], subject.id) == [False]


def _expect_alike(
    cast: Cast,
    node: Node,
    move: Move,
    given: dict[str, Any],
    path: tuple[str | int, ...],
    who: str,
    token: str | None,
    hidden: str | None = None,
) -> None:
    """With the id at that place of an input, and with one that nobody has, the answer is the same."""
    one = hidden or str(_at(given, path))
    other = invented(one)
    of_hidden = sent(cast, node, move, _with(given, path, one), token)
    of_none = sent(cast, node, move, _with(given, path, other), token)
    where = f"RIGHTS_SEED={SEED}: {move.mutation} by {who} at {path}: {of_hidden.text} {of_none.text}"
    assert told(of_hidden, one) == told(of_none, other), where
    assert of_hidden.status_code == 401 or '"errors":[{' in of_hidden.text, where


# -- what else an input names ----------------------------------------------------------------------


def _ids(given: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where an input names records."""
    match given:
        case dict():
            for key, value in given.items():
                yield from _ids(value, (*path, key))
        case list():
            for index, value in enumerate(given):
                yield from _ids(value, (*path, index))
        case _ if label_of(given) is not None and path != ("id",):
            yield path


def _at(given: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        given = given[key]
    return given


def _with(given: Any, path: tuple[str | int, ...], value: str) -> Any:
    if not path:
        return value
    key, *rest = path
    if isinstance(given, list):
        return [_with(v, tuple(rest), value) if i == key else v for i, v in enumerate(given)]
    return {**given, key: _with(given.get(str(key)), tuple(rest), value)}


def _hidden(cast: Cast, label: str) -> str | None:
    """A record of a third that the owner does not read; None where everybody reads them all."""
    name = f"hidden {label}"
    if name not in cast.kept:
        subject = _of_third(cast, label)
        cast.kept[name] = None
        if subject is not None:
            audience = Audience.AUTHORS if subject.node.anonymizable else Audience.OWNERS
            given = {"audience": audience.value, "owner": cast.organizations["third"]}
            cast.graph.rows(_OURS, id=subject.id, **given)
            if not any(cast.reads(cast.tokens["owner"], subject.id)):
                cast.kept[name] = subject.id
    found: str | None = cast.kept[name]
    return found


def _of_third(cast: Cast, label: str) -> Subject | None:
    if label not in LABELS or label in FOLLOWS or MODEL.nodes[label].access is Access.OPEN:
        return None
    return made(cast, label)


@pytest.mark.parametrize("label", chosen(LABELS, A_RUN, "named"))
def test_what_an_input_names_and_is_hidden_is_answered_as_what_is_not_there(cast: Cast, label: str) -> None:
    node = MODEL.nodes[label]
    lesson = _hidden(cast, "Lesson")
    assert lesson is not None
    for move in creations(node):
        given = full(cast, node, move)
        who = maker_of(move, "owner")
        for path in _ids(given):
            of = label_of(_at(given, path))
            assert of is not None
            for hidden in filter(None, (_hidden(cast, of), lesson)):
                _expect_alike(cast, node, move, given, path, who, cast.tokens[who], hidden)


# -- roots ------------------------------------------------------------------------------------------


def _roots() -> list[str]:
    assert SCHEMA.query_type is not None
    return [
        name
        for name, field in SCHEMA.query_type.fields.items()
        if any("ID" in str(argument.type) for argument in field.args.values())
    ]


@pytest.mark.parametrize("who", ["owner", "anonymous", "coordinator", "administrator"])
def test_a_root_is_answered_alike_for_what_is_hidden_and_what_is_not_there(cast: Cast, who: str) -> None:
    lesson, experience = _hidden(cast, "Lesson"), _hidden(cast, "Experience")
    assert lesson is not None
    assert experience is not None
    assert cast.reads(cast.tokens[who], lesson, experience) == [False, False]
    wrong = []
    for root in chosen(_roots(), ROOTS, "roots"):
        for hidden in (lesson, experience):
            other = invented(hidden)
            # What is asked for the first time is planned, which costs more, whatever it finds.
            cast.hub.post(_document(root, invented(hidden)), None, cast.tokens[who])
            of_hidden = cast.hub.post(_document(root, hidden), None, cast.tokens[who])
            of_none = cast.hub.post(_document(root, other), None, cast.tokens[who])
            if told(of_hidden, hidden) != told(of_none, other):
                wrong.append((root, of_hidden.text, of_none.text))
    assert not wrong, f"RIGHTS_SEED={SEED}: {wrong[0]}"


def _document(root: str, id_: str) -> str:
    assert SCHEMA.query_type is not None
    field = SCHEMA.query_type.fields[root]
    if root in inquiries():
        ids = {name: id_ for name, arg in field.args.items() if "ID" in str(arg.type)}
        return asked(root, {"query": "آب", "earlier": 1, "later": 2, **ids}, 1)
    given = f'ids: ["{id_}"]' if "ids" in field.args else f'id: "{id_}"'
    return f"{{ {root}({given}) {{ __typename }} }}"


def test_every_move_is_among_those_that_are_asked() -> None:
    asked_about = {move.mutation for label in LABELS for move in moves(MODEL.nodes[label])}
    made_by = {
        move.mutation for node in MODEL.nodes.values() if node.life for _, move in node.life.mutations()
    }
    assert asked_about == made_by
