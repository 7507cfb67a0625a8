"""Turn a restricted plan into Cypher text and the parameters it needs.

Everything below the root is one expression, so a row's projection nests without a limit: a single
node is `head(COLLECT { … })`, a list `COLLECT { … }`, a connection one map that holds its edges,
page info and count. Names come from the model; every value is a parameter.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from graph.compiler import conditions_text, connections_text, paging
from graph.compiler.text import HOLE, answered, braced, where
from graph.compiler.tree import (
    Along,
    ById,
    Case,
    Computation,
    Connection,
    Every,
    Given,
    Hop,
    Inside,
    Item,
    Leaf,
    Listing,
    Lookup,
    Nothing,
    Page,
    Plan,
    Projection,
    Role,
    Single,
    Typename,
    Value,
)
from graph.compiler.visibility import Sight
from graph.model.core import Computed, Finished, Model, Property


@dataclass(frozen=True, slots=True)
class Emitted:
    """A query: `text`, the parameters it takes by name, and the pages that multiply (for a bound)."""

    text: str
    parameters: tuple[tuple[str, Value], ...]
    pages: tuple[tuple[Value, ...], ...]


def emit(plan: Plan, model: Model, *, typed: bool = False) -> Emitted:
    """The query of a plan that `visibility.restrict` has passed over.

    `typed` puts the type of a row that may be of several under the key `__type`, for whoever
    completes the answer.
    """
    assert plan.role is not None, "a plan without rights is never emitted"
    writer = Writer(plan.role, model, typed=typed)
    text = writer.statement(plan)
    return Emitted(text, tuple(writer.parameters), tuple(writer.pages))


class Writer:
    """Writes one query; hands out variables and parameters."""

    def __init__(self, role: Role, model: Model, *, typed: bool) -> None:
        self.see = Sight(role, model)
        self.typed = typed
        self.parameters: list[tuple[str, Value]] = []
        self.pages: list[tuple[Value, ...]] = []
        self._open_pages: tuple[Value, ...] = ()
        self._count = 0

    def variable(self, letter: str) -> str:
        """A variable of its own, e.g. `n3`."""
        self._count += 1
        return f"{letter}{self._count}"

    def parameter(self, value: Value) -> str:
        """A parameter for a value, e.g. `$p0`."""
        name = f"p{len(self.parameters)}"
        self.parameters.append((name, value))
        return f"${name}"

    def statement(self, plan: Plan) -> str:
        """The whole query: it returns one row with one `value`, or no row for null."""
        root = plan.root
        match root:
            case Single():
                n = self.variable("n")
                return f"{self.reach(root.hop, n)}\nRETURN {self.projection(root.below, n)} AS value LIMIT 1"
            case Listing(page=page):
                assert page is not None
                n = self.variable("n")
                lines = [self.reach(root.hop, n, ordered=page), self.page(page, n, None)]
                with_page = self.within(page.limit, lambda: self.projection(root.below, n))
                return "\n".join([*lines, f"RETURN collect({with_page}) AS value"])
            case Connection():
                found, answer = connections_text.page_and_answer(self, root, None)
                held = "" if found is None else f"WITH {found} AS page\n"
                return f"{held}RETURN {answer} AS value"
            case Lookup():
                return self._lookup(root)
            case Computation():
                given = _GivenArguments(self, root)
                rows = root.origin.source.cypher(self.see, given)
                below = self.within(root.origin.most, lambda: self.projection(root.below, "row"))
                return f"{rows}\nRETURN {f'collect({below})' if root.many else below} AS value"
            case _:
                assert_never(root)

    def _lookup(self, root: Lookup) -> str:
        n, ids = self.variable("n"), self.parameter(root.ids)
        guard = conditions_text.guard(root.hop, n, None)
        below = self.within(replace(root.ids, convert=len), lambda: self.projection(root.below, n))
        return (
            f"UNWIND {ids} AS wanted\n"
            f"WITH {{found: head(COLLECT {{ MATCH ({n}:Node {{id: wanted}}) WHERE {guard}"
            f" RETURN {below} AS v }})}} AS entry\n"
            f"RETURN [entry IN collect(entry) | entry.found] AS value"
        )

    # -- reaching rows ----------------------------------------------------------------------------

    def reach(
        self,
        hop: Hop,
        n: str,
        *,
        parent: str | None = None,
        r: str | None = None,
        ordered: Page | None = None,
    ) -> str:
        """The clauses that bind `n` (and the relationship `r`) to the rows of a hop."""
        wheres = [conditions_text.guard(hop, n, parent)]
        match hop.source:
            case Every():
                lifted, rest = conditions_text.lift(hop.condition)
                clauses = [f"MATCH ({n}:{hop.targets[0].label})"]
                for through in lifted:
                    clauses += conditions_text.lifted(self, through, n)
                if conditions_text.asks_for_id(rest):
                    wheres.append(f"{n}:Node")
                wheres.append(conditions_text.condition(self, rest, n))
                if ordered is not None:
                    wheres.append(paging.keyset(self, ordered, n, None))
                    if not lifted:
                        wheres.append(paging.index_hint(ordered, n))
                told = where(wheres)
                if lifted:
                    # The rows' own conditions go to the first MATCH: the planner joins all of them.
                    clauses[0] += told
                    return "\n".join([*clauses, f"WITH DISTINCT {n}"])
                return "\n".join([clauses[0] + told])
            case ById(value):
                labels = f":Node&{hop.targets[0].label}" if len(hop.targets) == 1 else ":Node"
                return f"MATCH ({n}{labels} {{id: {self.parameter(value)}}}){where(wheres)}"
            case Along(edge):
                wheres.append(conditions_text.condition(self, hop.condition, n))
                if ordered is not None:
                    wheres.append(paging.keyset(self, ordered, n, r))
                pattern = conditions_text.pattern(edge, parent or "", n, hop, r)
                return f"MATCH {pattern}{where(wheres)}"
            case Inside(nested):
                held = f"{parent}.{nested.name}"
                if nested.cypher is not None:
                    held = nested.cypher(parent or "", self.see)
                rows = held if nested.many else f"[{held}]"
                return f"UNWIND {rows} AS {n} WITH {n}{where([f'{n} IS NOT NULL', *wheres])}"
            case _:
                assert_never(hop.source)

    def page(self, page: Page, n: str, r: str | None, *, ahead: bool = False) -> str:
        # ORDER BY and LIMIT come before the projection: after it, every row's subqueries would
        # run and most be thrown away.
        kept = n if r is None else f"{n}, {r}"
        limit = self.parameter(page.limit)
        more = " + 1" if ahead else ""
        order = paging.order_by(page, n, r)
        return f"WITH {kept}" + (f" ORDER BY {order}" if order else "") + f" LIMIT {limit}{more}"

    def within(self, limit: Value | None, write: "paging.Write") -> str:
        """Write what is below a page of at most `limit` rows, counting it into the bound on rows."""
        if limit is None:
            return write()
        outer = self._open_pages
        self._open_pages = (*outer, limit)
        self.pages.append(self._open_pages)
        text = write()
        self._open_pages = outer
        return text

    # -- answering a row --------------------------------------------------------------------------

    def projection(self, projection: Projection, n: str) -> str:
        """The map that answers for the row in `n`."""
        if len(projection.cases) == 1:
            return self._map(projection.cases[0], n)
        answers: dict[str, list[str]] = {}
        for case in projection.cases:
            answers.setdefault(self._map(case, n, typed=self.typed), []).append(case.type.name)
        cases = " ".join(f"WHEN {n}:{'|'.join(names)} THEN {map_}" for map_, names in answers.items())
        return f"CASE {cases} END"

    def _map(self, case: Case, n: str, *, typed: bool = False) -> str:
        items = [(item.key, self._item(item, n, case)) for item in case.items]
        return braced([("__type", f"'{case.type.name}'"), *items] if typed else items)

    def _item(self, item: Item, n: str, case: Case) -> str:
        match item:
            case Leaf():
                return self._leaf(item, n)
            case Nothing():
                return "null"
            case Typename():
                return f"'{case.type.name}'"
            case Single():
                text = self._held_one(item, n) if _in_place(item) else self._found_one(item, n)
                return f"coalesce({text}, {HOLE})" if item.required else text
            case Listing(page=None):
                m = self.variable("n")
                below = self.within(item.most, lambda: self.projection(item.below, m))
                if _in_place(item):
                    rows, right = self._held(item, n, m)
                    return f"[{m} IN {rows} WHERE {right} | {below}]"
                return f"COLLECT {{ {self.reach(item.hop, m, parent=n)} RETURN {below} AS v }}"
            case Listing(page=page):
                assert page is not None
                m = self.variable("n")
                reach = self.reach(item.hop, m, parent=n, ordered=page)
                paged = self.page(page, m, None)
                below = self.within(page.limit, lambda: self.projection(item.below, m))
                return f"COLLECT {{ {reach} {paged} RETURN {below} AS v }}"
            case Connection():
                return connections_text.connection(self, item, n)
            case _:
                assert_never(item)

    def _found_one(self, single: Single, n: str) -> str:
        m = self.variable("n")
        inner = f"{self.reach(single.hop, m, parent=n)} RETURN {self.projection(single.below, m)} AS v"
        return f"head(COLLECT {{ {inner} LIMIT 1 }})"

    def _held_one(self, single: Single, n: str) -> str:
        held, right = self._held(single, n)
        return f"CASE WHEN {right} THEN {self.projection(single.below, held)} END"

    def _held(self, item: Single | Listing, n: str, m: str | None = None) -> tuple[str, str]:
        """What the computed row `n` holds, and the right to it, or to each of its rows `m`."""
        assert isinstance(item.hop.source, Inside)
        held = f"{n}.{item.hop.source.nested.name}"
        right = conditions_text.guard(item.hop, m or held, n)
        return held, f"{m or held} IS NOT NULL" if right == "true" else right

    def _leaf(self, leaf: Leaf, n: str) -> str:
        match leaf.member:
            case Property() as member:
                text = answered(f"{n}.{member.name}", member)
            case Computed() as member:
                text = answered(member.cypher(n, self.see), member)
            case Finished() as member:
                text = f"{n}.{member.name}"
            case _:
                assert_never(leaf.member)
        return f"coalesce({text}, {HOLE})" if leaf.required else text


class _GivenArguments(Given):
    """The arguments of a computation, as parameters and conditions."""

    def __init__(self, writer: Writer, computation: Computation) -> None:
        self.writer = writer
        origin = computation.origin
        self.values = {name: writer.parameter(value) for name, value in origin.values}
        self.filters = {name: condition for name, _, condition in origin.filters}

    def has(self, name: str) -> bool:
        return name in self.values or name in self.filters

    def value(self, name: str) -> str:
        return self.values.get(name, "null")

    def where(self, name: str, variable: str) -> str:
        if name not in self.filters:
            return "true"
        return conditions_text.condition(self.writer, self.filters[name], variable)


def _in_place(item: Single | Listing) -> bool:
    """Whether what a computed row holds is answered where it stands: no part of it needs a pattern.

    A subquery for each costs ten times what it answers: the two ends of 5,000 ties took 80 ms.
    """
    source, guard = item.hop.source, item.hop.guard
    held = isinstance(source, Inside) and source.nested.cypher is None
    return held and guard is not None and guard.flat and _flat(item.below)


def _flat(below: Projection) -> bool:
    """Whether an answer is made of the row's own values, and what it holds, alone."""
    for item in (item for case in below.cases for item in case.items):
        match item:
            case Typename() | Nothing() | Leaf(member=Property() | Computed(flat=True)):
                pass
            case Single() | Listing(page=None) if _in_place(item):
                pass
            case _:
                return False
    return True
