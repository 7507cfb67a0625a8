"""Turn the lives of all records into docs/lives.md: a diagram and a table of moves each."""

from collections.abc import Iterator

from graph.model import MODEL
from graph.model.life import By, Life, Move, Scope
from graph.model.nodes import Node
from graph.model.sides import Side
from graph.model.words import Choice
from hub.context import scope_name

_HEAD = """\
# Lives · زندگی رکوردها

`hub pages --write` makes this page from `graph/model/`. Each record is created by a move and goes from state
to state by others; each move leaves an event. What a move asks beside the state, its own rules say. A token
needs the scope of the record for its moves.
"""


def page() -> str:
    """The whole page, as Markdown."""
    sections = (_section(node, node.life) for node in MODEL.nodes.values() if node.life is not None)
    return "\n".join([_HEAD, *_who(), *_scopes(), *(line for section in sections for line in section), ""])


def _who() -> Iterator[str]:
    yield "## Who makes a move · چه کسی گام برمی‌دارد\n"
    yield "| | | |\n|---|---|---|"
    for by in By:
        yield f"| `{by.name}` | {by.words.en} | {by.words.fa} |"
    yield "\n## As which side · در کدام جایگاه\n"
    yield "| | | |\n|---|---|---|"
    for side in Side:
        yield f"| `{side.name}` | {side.words.en} | {side.words.fa} |"


def _scopes() -> Iterator[str]:
    yield "\n## What a token may be used for · توکن به چه کار می‌آید\n"
    yield "| | | |\n|---|---|---|"
    for scope in Scope:
        yield f"| `{scope_name(scope)}` | {scope.words.en} | {scope.words.fa} |"


def _section(node: Node, life: Life) -> Iterator[str]:
    yield f"\n## `{node.label}` · {node.words.label('en')} · {node.words.label('fa')}\n"
    yield "```mermaid\nstateDiagram-v2"
    for state in life.states:
        yield f"  {state.name} : {state.words.label('en')} · {state.words.label('fa')}"
    for move in life.moves:
        yield from _arrows(move)
    yield "```\n"
    yield f"Scope · اجازه: `{scope_name(life.scope)}`\n"
    yield "| mutation | who | from | to | event | |\n|---|---|---|---|---|---|"
    yield from map(_row, life.moves)


def _arrows(move: Move) -> Iterator[str]:
    name = move.mutation or move.event.name
    if move.end is not None and not move.start:
        yield f"  [*] --> {move.end.name} : {name}"
    for start in move.start:
        yield f"  {start.name} --> {(move.end or start).name} : {name}"


def _row(move: Move) -> str:
    name = f"`{move.mutation}`" if move.mutation else ""
    start = _states(move.start) or ("nothing" if move.end is not None else "anywhere")
    also = "".join(f", `{held.property}` {_states(held.values)}" for held in move.holds)
    end = f"`{move.end.name}`" if move.end is not None else "stays"
    what = f"{move.words.text('en')} {move.words.text('fa')}"
    return f"| {name} | {_by(move)} | {start}{also} | {end} | `{move.event.name}` | {what} |"


def _by(move: Move) -> str:
    also = move.also
    if also is None:
        return made_by(move.by, move.sides)
    only = _states(also.start)
    beside = made_by(also.by, also.sides) + (f" from {only}" if only else "")
    return f"{made_by(move.by, move.sides)}, {beside}"


def made_by(by: By, sides: tuple[Side, ...]) -> str:
    """Who makes a move, and as what where it is a side."""
    return f"`{by.name}` ({', '.join(f'`{side.name}`' for side in sides)})" if sides else f"`{by.name}`"


def _states(states: tuple[Choice, ...]) -> str:
    return ", ".join(f"`{state.name}`" for state in states)
