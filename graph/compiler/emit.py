"""Turn a restricted plan into Cypher text and the parameters it needs.

Names come from the model; every value is a parameter. What the root field's rows answer with is one
expression (`answers_text`).
"""

from dataclasses import dataclass
from typing import assert_never

from graph.compiler import conditions_text, paging
from graph.compiler.answers_text import page_and_answer, projection
from graph.compiler.draft import Draft
from graph.compiler.rows_text import reach
from graph.compiler.tree import (
    Computation,
    Connection,
    Given,
    Hop,
    Inside,
    Item,
    Leaf,
    Listing,
    Lookup,
    Plan,
    Single,
    Value,
)


@dataclass(frozen=True, slots=True)
class Emitted:
    """A query: `text`, and the parameters it takes by name."""

    text: str
    parameters: tuple[tuple[str, Value], ...]


def emit(plan: Plan, *, typed: bool = False) -> Emitted:
    """The query of a plan that `visibility.restrict` has passed over.

    `typed` puts the type of a row that may be of several under the key `text.TYPE`, for whoever
    completes the answer.
    """
    assert plan.see is not None, "a plan without rights is never emitted"
    draft = Draft(plan.see, typed=typed)
    text = _statement(draft, plan)
    return Emitted(text, tuple(draft.parameters))


def _statement(draft: Draft, plan: Plan) -> str:
    """The whole query: it returns one row with one `value`, or no row for null."""
    root = plan.root
    match root:
        case Single():
            n = draft.variable("n")
            return f"{reach(draft, root.hop, n)}\nRETURN {projection(draft, root.below, n)} AS value LIMIT 1"
        case Listing():
            return _listing(draft, root)
        case Connection():
            found, answer = page_and_answer(draft, root, None)
            held = "" if found is None else f"WITH {found} AS page\n"
            return f"{held}RETURN {answer} AS value"
        case Lookup():
            return _lookup(draft, root)
        case Computation():
            return _computation(draft, root)
        case _:
            assert_never(root)


def _listing(draft: Draft, root: Listing) -> str:
    page = root.page
    assert page is not None  # a list at the root is of all rows of a label
    n = draft.variable("n")
    lines = [reach(draft, root.hop, n, ordered=page), paging.limited(draft, page, n, None)]
    below = projection(draft, root.below, n)
    return "\n".join([*lines, f"RETURN collect({below}) AS value"])


def _lookup(draft: Draft, root: Lookup) -> str:
    n, ids = draft.variable("n"), draft.parameter(root.ids)
    guard = conditions_text.guard(root.hop, n, None)
    below = projection(draft, root.below, n)
    return (
        f"UNWIND {ids} AS wanted\n"
        f"WITH {{found: head(COLLECT {{ MATCH ({n}:Node {{id: wanted}}) WHERE {guard}"
        f" RETURN {below} AS v }})}} AS entry\n"
        f"RETURN [entry IN collect(entry) | entry.found] AS value"
    )


def _computation(draft: Draft, root: Computation) -> str:
    rows = root.origin.source.cypher(draft.see, _GivenArguments(draft, root))
    below = projection(draft, root.below, "row")
    return f"{rows}\nRETURN {f'collect({below})' if root.many else below} AS value"


def _held_as(item: Item) -> str | None:
    """The field of a row that an item of its answer is made of."""
    match item:
        case Leaf(member=member):
            return member.name
        case Single(hop=Hop(source=Inside(nested=nested))) | Listing(hop=Hop(source=Inside(nested=nested))):
            return nested.name
        case _:
            return None


class _GivenArguments(Given):
    """The arguments of a computation, as parameters and conditions."""

    def __init__(self, draft: Draft, computation: Computation) -> None:
        self.draft = draft
        origin = computation.origin
        self.values = {name: draft.parameter(value) for name, value in origin.values}
        self.filters = {name: condition for name, _, condition in origin.filters}
        self.wanted = {_held_as(item) for case in computation.below.cases for item in case.items}

    def wants(self, name: str) -> bool:
        return name in self.wanted

    def has(self, name: str) -> bool:
        return name in self.values or name in self.filters

    def value(self, name: str) -> str:
        return self.values.get(name, "null")

    def where(self, name: str, variable: str) -> str:
        if name not in self.filters:
            return "true"
        return conditions_text.condition(self.draft, self.filters[name], variable)
