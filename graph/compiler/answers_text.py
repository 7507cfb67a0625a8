"""Turn a projection into Cypher: the map that answers for a row, and all that nests in it.

Everything below the root is one expression, so it nests without a limit: a single node is
`head(COLLECT { … })`, a list `COLLECT { … }`, a connection one map that holds its edges or nodes, page
info and count.
"""

from typing import assert_never

from graph.compiler import conditions_text, paging
from graph.compiler.draft import Draft
from graph.compiler.rows_text import reach
from graph.compiler.text import HOLE, TYPE, answered, braced
from graph.compiler.tree import (
    Case,
    Connection,
    Cursor,
    EdgeLeaf,
    Edges,
    Inside,
    Item,
    Leaf,
    Listing,
    NodeOf,
    Nodes,
    Nothing,
    PageInfo,
    Projection,
    Single,
    TotalCount,
    Typename,
)
from graph.model.members import Computed, Finished, Property


def projection(draft: Draft, given: Projection, n: str) -> str:
    """The map that answers for the row in `n`."""
    if len(given.cases) == 1:
        return _map(draft, given.cases[0], n)
    answers: dict[str, list[str]] = {}
    for case in given.cases:
        answers.setdefault(_map(draft, case, n, typed=draft.typed), []).append(case.type.name)
    cases = " ".join(f"WHEN {n}:{'|'.join(names)} THEN {map_}" for map_, names in answers.items())
    return f"CASE {cases} END"


def _map(draft: Draft, case: Case, n: str, *, typed: bool = False) -> str:
    items = [(item.key, _item(draft, item, n, case)) for item in case.items]
    return braced([(TYPE, f"'{case.type.name}'"), *items] if typed else items)


def _item(draft: Draft, item: Item, n: str, case: Case) -> str:
    match item:
        case Leaf():
            return _leaf(draft, item, n)
        case Nothing():
            return "null"
        case Typename():
            return f"'{case.type.name}'"
        case Single():
            text = _held_one(draft, item, n) if _in_place(item) else _found_one(draft, item, n)
            return f"coalesce({text}, {HOLE})" if item.required else text
        case Listing():
            return _listing(draft, item, n)
        case Connection():
            return _connection(draft, item, n)
        case _:
            assert_never(item)


def _leaf(draft: Draft, leaf: Leaf, n: str) -> str:
    match leaf.member:
        case Property() as member:
            text = answered(f"{n}.{member.name}", member)
        case Computed() as member:
            text = answered(member.cypher(n, draft.see), member)
        case Finished(cypher=None) as member:
            text = f"{n}.{member.name}"
        case Finished() as member:
            cypher = member.rest if leaf.beside else member.cypher
            assert cypher is not None
            text = braced([("mark", f"'{leaf.mark}'"), ("found", cypher(n, draft.see))])
        case _:
            assert_never(leaf.member)
    return f"coalesce({text}, {HOLE})" if leaf.required else text


# -- a single row, a list of rows -----------------------------------------------------------------


def _found_one(draft: Draft, single: Single, n: str) -> str:
    m = draft.variable("n")
    inner = f"{reach(draft, single.hop, m, parent=n)} RETURN {projection(draft, single.below, m)} AS v"
    return f"head(COLLECT {{ {inner} LIMIT 1 }})"


def _held_one(draft: Draft, single: Single, n: str) -> str:
    held, right = _held(single, n)
    return f"CASE WHEN {right} THEN {projection(draft, single.below, held)} END"


def _listing(draft: Draft, listing: Listing, n: str) -> str:
    m, page = draft.variable("n"), listing.page
    if page is None and _in_place(listing):
        rows, right = _held(listing, n, m)
        return f"[{m} IN {rows} WHERE {right} | {projection(draft, listing.below, m)}]"
    clauses = reach(draft, listing.hop, m, parent=n, ordered=page)
    if page is not None:
        clauses += f" {paging.limited(draft, page, m, None)}"
    return f"COLLECT {{ {clauses} RETURN {projection(draft, listing.below, m)} AS v }}"


def _held(item: Single | Listing, n: str, m: str | None = None) -> tuple[str, str]:
    """What the computed row `n` holds, and the right to it, or to each of its rows `m`."""
    assert isinstance(item.hop.source, Inside)
    held = f"{n}.{item.hop.source.nested.key}"
    right = conditions_text.guard(item.hop, m or held, n)
    return held, f"{m or held} IS NOT NULL" if right == "true" else right


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


# -- a connection ---------------------------------------------------------------------------------


def _connection(draft: Draft, connection: Connection, parent: str) -> str:
    """The map that answers for a connection.

    Every subquery stands outside of the list comprehension that shapes the page: one that
    aggregates nothing would lose the variables around it.
    """
    page, answer = page_and_answer(draft, connection, parent)
    return answer if page is None else f"head([page IN [{page}] | {answer}])"


def page_and_answer(draft: Draft, connection: Connection, parent: str | None) -> tuple[str | None, str]:
    """What a connection finds, as a map, and the map that answers, in which the first is `page`.

    None as the first where every part finds its own.
    """
    parts = connection.parts
    listed = [part for part in parts if isinstance(part, Edges | Nodes)]
    shaped = len(listed) > 1 or any(isinstance(part, PageInfo) for part in parts)
    if not shaped:
        plain = braced((part.key, _plain_part(draft, part, connection, parent)) for part in parts)
        if not listed:
            page = connection.page
            draft.unprinted(*(value for value in (page.limit, page.after, page.before) if value is not None))
        return None, plain
    found, limit = _found(draft, connection, parent)
    held = [("found", found)]
    if any(isinstance(part, TotalCount) for part in parts):
        held.append(("count", _count_of(draft, connection, parent)))
    rows = f"page.found[..{limit}]" if connection.looks_ahead else "page.found"
    rows = f"reverse({rows})" if connection.page.backwards else rows
    answer = braced((part.key, _shaped_part(part, connection, rows, limit)) for part in parts)
    return braced(held), answer


def _plain_part(
    draft: Draft,
    part: Edges | Nodes | PageInfo | TotalCount | Typename,
    connection: Connection,
    parent: str | None,
) -> str:
    """A part of a connection that lists its rows once and says nothing of the page."""
    match part:
        case TotalCount():
            return _count_of(draft, connection, parent)
        case Typename():
            return f"'{connection.type}'"
        case _:
            rows, _ = _found(draft, connection, parent)
            return f"reverse({rows})" if connection.page.backwards else rows


def _shaped_part(
    part: Edges | Nodes | PageInfo | TotalCount | Typename,
    connection: Connection,
    rows: str,
    limit: str,
) -> str:
    match part:
        case Edges() | Nodes():
            return f"[x IN {rows} | x.e{connection.parts.index(part)}]"
        case PageInfo():
            more = f"size(page.found) > {limit}"
            return braced((key, paging.page_info(name, connection, rows, more)) for key, name in part.parts)
        case TotalCount():
            return "page.count"
        case Typename():
            return f"'{connection.type}'"
        case _:
            assert_never(part)


def _count_of(draft: Draft, connection: Connection, parent: str | None) -> str:
    n = draft.variable("n")
    return f"COUNT {{ {reach(draft, connection.hop, n, parent=parent)} RETURN {n} }}"


def _found(draft: Draft, connection: Connection, parent: str | None) -> tuple[str, str]:
    """The rows of a page as a list, and the parameter that limits them.

    Where one part alone lists the rows they are that part; else maps with e0, e1 … for each
    part and c for the cursor.
    """
    n = draft.variable("n")
    r = draft.variable("r") if connection.names_edges else None
    page = connection.page
    clauses = reach(draft, connection.hop, n, parent=parent, r=r, ordered=page)
    clauses += f" {paging.limited(draft, page, n, r, ahead=connection.looks_ahead)}"
    limit = f"$p{len(draft.parameters) - 1}"
    row = _row(draft, connection, n, r)
    return f"COLLECT {{ {clauses} RETURN {row} AS v }}", limit


def _row(draft: Draft, connection: Connection, n: str, r: str | None) -> str:
    columns: dict[str, str] = {}
    for index, part in enumerate(connection.parts):
        match part:
            case Edges():
                columns[f"e{index}"] = _edge(draft, part, connection, n, r)
            case Nodes():
                columns[f"e{index}"] = projection(draft, part.below, n)
            case PageInfo(parts=parts) if any(name.endswith("Cursor") for _, name in parts):
                columns["c"] = paging.cursor(draft, connection.page, n, r)
            case _:
                pass
    shaped = any(isinstance(part, PageInfo) for part in connection.parts)
    if len(columns) == 1 and not shaped:
        return next(iter(columns.values()))
    return braced(columns.items())


def _edge(draft: Draft, edges: Edges, connection: Connection, n: str, r: str | None) -> str:
    def text(item: Cursor | NodeOf | EdgeLeaf | Nothing | Typename) -> str:
        match item:
            case Cursor():
                return paging.cursor(draft, connection.page, n, r)
            case NodeOf():
                return projection(draft, item.below, n)
            case EdgeLeaf(_, member):
                held = f"{r}.{member.name}" if isinstance(member, Property) else member.cypher(r or "", n)
                value = answered(held, member)
                return f"coalesce({value}, {HOLE})" if member.required else value
            case Nothing():
                return "null"
            case Typename():
                return f"'{edges.type}'"
            case _:
                assert_never(item)

    return braced((item.key, text(item)) for item in edges.items)
