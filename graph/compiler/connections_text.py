"""Turn a connection into Cypher: one map that holds its edges or nodes, page info and count."""

from typing import TYPE_CHECKING, assert_never

from graph.compiler import paging
from graph.compiler.text import HOLE, answered, braced
from graph.compiler.tree import (
    Connection,
    Cursor,
    EdgeLeaf,
    Edges,
    NodeOf,
    Nodes,
    Nothing,
    PageInfo,
    TotalCount,
    Typename,
)

if TYPE_CHECKING:
    from graph.compiler.emit import Writer


def connection(writer: "Writer", connection: Connection, parent: str | None) -> str:
    """The map that answers for a connection.

    Every subquery stands outside of the list comprehension that shapes the page: one that
    aggregates nothing would lose the variables around it.
    """
    page, answer = page_and_answer(writer, connection, parent)
    return answer if page is None else f"head([page IN [{page}] | {answer}])"


def page_and_answer(writer: "Writer", connection: Connection, parent: str | None) -> tuple[str | None, str]:
    """What a connection finds, as a map, and the map that answers, in which the first is `page`.

    None as the first where every part finds its own.
    """
    parts = connection.parts
    listed = [part for part in parts if isinstance(part, Edges | Nodes)]
    shaped = len(listed) > 1 or any(isinstance(part, PageInfo) for part in parts)
    if not shaped:
        return None, braced((part.key, _plain_part(writer, part, connection, parent)) for part in parts)
    found, limit = _found(writer, connection, parent)
    held = [("found", found)]
    if any(isinstance(part, TotalCount) for part in parts):
        held.append(("count", _count_of(writer, connection, parent)))
    rows = f"page.found[..{limit}]" if connection.looks_ahead else "page.found"
    rows = f"reverse({rows})" if connection.page.backwards else rows
    answer = braced((part.key, _shaped_part(part, connection, rows, limit)) for part in parts)
    return braced(held), answer


def _plain_part(
    writer: "Writer",
    part: Edges | Nodes | PageInfo | TotalCount | Typename,
    connection: Connection,
    parent: str | None,
) -> str:
    """A part of a connection that lists its rows once and says nothing of the page."""
    match part:
        case Edges() | Nodes():
            rows, _ = _found(writer, connection, parent)
            return f"reverse({rows})" if connection.page.backwards else rows
        case TotalCount():
            return _count_of(writer, connection, parent)
        case Typename():
            return f"'{connection.type}'"
        case PageInfo():
            raise AssertionError("a connection with pageInfo is shaped")
        case _:
            assert_never(part)


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


def _count_of(writer: "Writer", connection: Connection, parent: str | None) -> str:
    n = writer.variable("n")
    return f"COUNT {{ {writer.reach(connection.hop, n, parent=parent)} RETURN {n} }}"


def _found(writer: "Writer", connection: Connection, parent: str | None) -> tuple[str, str]:
    """The rows of a page as a list, and the parameter that limits them.

    Where one part alone lists the rows they are that part; else maps with e0, e1 … for each
    part and c for the cursor.
    """
    n = writer.variable("n")
    r = writer.variable("r") if connection.names_edges else None
    page = connection.page
    reach = writer.reach(connection.hop, n, parent=parent, r=r, ordered=page)
    paged = writer.page(page, n, r, ahead=connection.looks_ahead)
    limit = f"$p{len(writer.parameters) - 1}"
    row = writer.within(page.limit, lambda: _row(writer, connection, n, r))
    return f"COLLECT {{ {reach} {paged} RETURN {row} AS v }}", limit


def _row(writer: "Writer", connection: Connection, n: str, r: str | None) -> str:
    columns: dict[str, str] = {}
    for index, part in enumerate(connection.parts):
        match part:
            case Edges():
                columns[f"e{index}"] = _edge(writer, part, connection, n, r)
            case Nodes():
                columns[f"e{index}"] = writer.projection(part.below, n)
            case PageInfo(parts=parts) if any(name.endswith("Cursor") for _, name in parts):
                columns["c"] = paging.cursor(connection.page, n, r)
            case _:
                pass
    shaped = any(isinstance(part, PageInfo) for part in connection.parts)
    if len(columns) == 1 and not shaped:
        return next(iter(columns.values()))
    return braced(columns.items())


def _edge(writer: "Writer", edges: Edges, connection: Connection, n: str, r: str | None) -> str:
    def text(item: Cursor | NodeOf | EdgeLeaf | Nothing | Typename) -> str:
        match item:
            case Cursor():
                return paging.cursor(connection.page, n, r)
            case NodeOf():
                return writer.projection(item.below, n)
            case EdgeLeaf(_, property_):
                value = answered(f"{r}.{property_.name}", property_)
                return f"coalesce({value}, {HOLE})" if property_.required else value
            case Nothing():
                return "null"
            case Typename():
                return f"'{edges.type}'"
            case _:
                assert_never(item)

    return braced((item.key, text(item)) for item in edges.items)
