"""Turn a hop into the clauses that bind its rows."""

from typing import assert_never

from graph.compiler import conditions_text, paging
from graph.compiler.draft import Draft
from graph.compiler.text import where
from graph.compiler.tree import Along, ById, Every, Hop, Inside, Page


def reach(
    draft: Draft,
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
            return _every(draft, hop, n, wheres, ordered)
        case ById(value):
            labels = f":Node&{hop.targets[0].label}" if len(hop.targets) == 1 else ":Node"
            return f"MATCH ({n}{labels} {{id: {draft.parameter(value)}}}){where(wheres)}"
        case Along(edge):
            wheres.append(conditions_text.condition(draft, hop.condition, n))
            if ordered is not None:
                wheres.append(paging.keyset(draft, ordered, n, r))
            pattern = conditions_text.pattern(edge, parent or "", n, hop, r)
            return f"MATCH {pattern}{where(wheres)}"
        case Inside(nested):
            held = f"{parent}.{nested.key}"
            if nested.cypher is not None:
                held = nested.cypher(parent or "", draft.see)
            rows = held if nested.many else f"[{held}]"
            return f"UNWIND {rows} AS {n} WITH {n}{where([f'{n} IS NOT NULL', *wheres])}"
        case _:
            assert_never(hop.source)


def _every(draft: Draft, hop: Hop, n: str, wheres: list[str], ordered: Page | None) -> str:
    """All rows of a label: from the few that a condition leads to, or along an index in order."""
    starts, rest = conditions_text.lift(hop.condition)
    match = f"MATCH ({n}:{hop.targets[0].label})"
    clauses = [clause for start in starts for clause in conditions_text.lifted(draft, start, n)]
    if conditions_text.asks_for_id(rest):
        wheres.append(f"{n}:Node")
    wheres.append(conditions_text.condition(draft, rest, n))
    if ordered is not None:
        wheres.append(paging.keyset(draft, ordered, n, None))
        if not starts:
            wheres.append(paging.index_hint(draft, ordered, n))
    if not starts:
        return match + where(wheres)
    # The rows' own conditions go to the first MATCH: the planner joins all of them.
    return "\n".join([match + where(wheres), *clauses, f"WITH DISTINCT {n}"])
