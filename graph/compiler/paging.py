"""Turn a page into Cypher: its order, the side of a cursor it lies on, and its cursors.

A cursor is a keyset, never an offset: JSON text of the order's signature, the row's value for each
key, and the tie breakers: the row's id and, where a row may be reached twice, the relationship's.
So page 1,000 costs what page 1 costs, and rows put in between two requests move nothing.
"""

from graph.compiler.draft import Draft
from graph.compiler.tree import Connection, OrderKey, Page, Value
from graph.compiler.values import signature
from graph.model.members import Computed, Kind
from graph.model.nodes import ModelError


def _value(draft: Draft, key: OrderKey, n: str) -> str:
    if isinstance(key.property, Computed):
        return key.property.cypher(n, draft.see)
    return f"{n}.{key.property.sort or key.property.name}"


def _tie_ascending(page: Page) -> bool:
    # The same way as the first key, so that one walk along an index gives the whole order.
    return page.order[0].ascending if page.order else True


def _ties(page: Page, n: str, r: str | None) -> list[tuple[str, Kind]]:
    """What rows that are equal in the order are told apart by."""
    ties = [] if page.tie is None else [(f"{n}.{page.tie}", Kind.ID)]
    if page.parallel is not None:
        ties.append((f"{r}.{page.parallel.name}", page.parallel.kind))
    return ties


def order_by(draft: Draft, page: Page, n: str, r: str | None) -> str:
    """The ORDER BY of a page, turned round for the last rows."""

    def direction(*, ascending: bool) -> str:
        return "ASC" if ascending is not page.backwards else "DESC"

    keys = [f"{_value(draft, key, n)} {direction(ascending=key.ascending)}" for key in page.order]
    keys += [f"{tie} {direction(ascending=_tie_ascending(page))}" for tie, _ in _ties(page, n, r)]
    return ", ".join(keys)


def limited(draft: Draft, page: Page, n: str, r: str | None, *, ahead: bool = False) -> str:
    """The clause that keeps the rows of a page, and one more with `ahead`."""
    # ORDER BY and LIMIT come before the projection: after it, every row's subqueries would
    # run and most be thrown away.
    kept = n if r is None else f"{n}, {r}"
    limit = draft.parameter(page.limit)
    more = " + 1" if ahead else ""
    order = order_by(draft, page, n, r)
    return f"WITH {kept}" + (f" ORDER BY {order}" if order else "") + f" LIMIT {limit}{more}"


def index_hint(draft: Draft, page: Page, n: str) -> str:
    """A condition that is always true, by which the planner may walk an index in order."""
    if not page.order or isinstance(page.order[0].property, Computed) or not page.order[0].property.required:
        return ""
    return f"{_value(draft, page.order[0], n)} IS NOT NULL"


def keyset(draft: Draft, page: Page, n: str, r: str | None) -> str:
    """The condition that a row lies after `after` and before `before`."""
    parts = []
    if page.after is not None:
        parts.append(_beyond(draft, page, n, r, draft.parameter(page.after), forward=True))
    if page.before is not None:
        parts.append(_beyond(draft, page, n, r, draft.parameter(page.before), forward=False))
    return " AND ".join(parts)


def _beyond(draft: Draft, page: Page, n: str, r: str | None, cursor: str, *, forward: bool) -> str:
    tie_operator = ">" if _tie_ascending(page) is forward else "<"
    ties = [tie for tie, _ in _ties(page, n, r)]
    last, *others = reversed([*enumerate(ties, start=len(page.order))])
    text = f"{last[1]} {tie_operator} {cursor}[{last[0]}]"
    for index, tie in others:
        there = f"{cursor}[{index}]"
        text = f"({tie} {tie_operator} {there} OR ({tie} = {there} AND {text}))"
    for index in reversed(range(len(page.order))):
        key = page.order[index]
        here, there = _value(draft, key, n), f"{cursor}[{index}]"
        up = key.ascending is forward
        if key.property.required:
            # Not as `a > x OR (a = x AND …)`: the planner would seek both in the index, lose the
            # index's order with that, and sort all rows that follow to find the next page.
            text = f"({here} {'>=' if up else '<='} {there} AND ({here} <> {there} OR {text}))"
        else:
            # Cypher puts null last when ascending, first when descending: null is the largest.
            beyond = (
                f"({there} IS NOT NULL AND ({here} > {there} OR {here} IS NULL))"
                if up
                else f"(({there} IS NULL AND {here} IS NOT NULL) OR {here} < {there})"
            )
            same = f"({here} = {there} OR ({here} IS NULL AND {there} IS NULL))"
            text = f"({beyond} OR ({same} AND {text}))"
    return text


def cursor(draft: Draft, page: Page, n: str, r: str | None) -> str:
    """The cursor of a row, as JSON text."""
    values = [_json(_value(draft, key, n), key.property.kind) for key in page.order]
    values += [_json(tie, kind) for tie, kind in _ties(page, n, r)]
    listed = " + ',' + ".join(values)
    return f"'[\"{signature(page.order)}\",' + {listed} + ']'"


def _json(value: str, kind: Kind) -> str:
    match kind:
        case Kind.INT | Kind.FLOAT | Kind.RIAL | Kind.BOOLEAN:
            return f"coalesce(toString({value}), 'null')"
        case Kind.DATE | Kind.DATETIME:
            return f"coalesce('\"' + toString({value}) + '\"', 'null')"
        case Kind.ID:
            # Letters, digits and marks that JSON leaves as they are.
            return f"coalesce('\"' + {value} + '\"', 'null')"
        case _:
            escaped = f"replace(replace({value}, '\\\\', '\\\\\\\\'), '\"', '\\\\\"')"
            return f"coalesce('\"' + {escaped} + '\"', 'null')"


def page_info(name: str, connection: Connection, rows: str, more: str) -> str:
    """One part of `pageInfo`, from the list of rows and whether there are more.

    Beyond a cursor lies its row at least: so there is more on that side, whichever end the page is taken
    from. To look there for rows that have gone since would cost a second query.
    Raises ModelError for a part that there is not.
    """
    page = connection.page
    match name:
        case "startCursor":
            return f"head({rows}).c"
        case "endCursor":
            return f"last({rows}).c"
        case "hasNextPage":
            return _more(page.before, more if not page.backwards else "false")
        case "hasPreviousPage":
            return _more(page.after, more if page.backwards else "false")
        case "__typename":
            return "'PageInfo'"
        case _:
            raise ModelError(f"PageInfo has a field {name!r} that no page has.")


def _more(cursor: Value | None, among: str) -> str:
    """Whether there are rows on a side: beyond the cursor given there, or among those up to it."""
    return among if cursor is None else "true"
