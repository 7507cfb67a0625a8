"""Turn CSV files into terms, and terms into CSV files: one row a term, named columns, UTF-8."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from graph.errors import FileRefused, ValueRefused
from graph.model.members import Kind, Property
from graph.model.stored import stored_values
from graph.model.terms import STATUS
from graph.reference.schemes import SCHEMES, SEVERAL, Scheme
from graph.reference.terms import Term, expect_forms

_TRUTH = {"true": True, "false": False}
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def shipped() -> list[Term]:
    """The terms that the hub brings along."""
    folder = files("graph.reference") / "data"
    names = [f"{name}.csv" for name in SCHEMES]
    return [term for name in names for term in read((folder / name).read_text(encoding="utf-8"), name)]


def read(text: str, file: str) -> list[Term]:
    """The terms of a CSV file; its columns say what it holds. Raises FileRefused with file and line."""
    table = csv.DictReader(io.StringIO(text.removeprefix(_BOM), newline=""), restval="")
    try:
        scheme = _scheme(table.fieldnames or (), file)
        return [_term(scheme, row, f"{file}, line {table.line_num}") for row in table]
    except csv.Error:
        raise FileRefused(f"{file}, line {table.line_num}", ValueRefused("NOT_CSV")) from None


def write(scheme: Scheme, rows: Iterable[Mapping[str, Any]]) -> str:
    """The CSV file of a scheme. `rows` hold its columns by name: values as stored, and keys."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(scheme.columns)
    table.writerows([_cell(row.get(column)) for column in scheme.columns] for row in rows)
    return out.getvalue()


def term(scheme: Scheme, given: Mapping[str, Any], place: str) -> Term:
    """The term of a row: `given` are values, and keys of other terms, by column.

    Raises FileRefused where one of them cannot be.
    """
    properties = [p for name in given if (p := scheme.value(name)) is not None]
    try:
        kept = stored_values(tuple(properties), given)
        expect_forms(kept)
    except ValueRefused as error:
        raise FileRefused(place, error) from None
    values = {p.name: kept.get(p.name) for p in properties}
    names = {name: key or None for name, key in given.items() if name not in values}
    return Term(scheme, str(values[scheme.key]), values, names, place)


def _scheme(columns: Sequence[str], file: str) -> Scheme:
    """The one scheme that a file with these columns is of."""
    given = set(columns)
    fits = [s for s in SCHEMES.values() if s.required <= given <= set(s.columns)]
    # Topics have no column that skills have not: whoever says no kind means a topic.
    if not fits or len(given) < len(columns):
        known = "; ".join(f"{s.name}: {', '.join(s.columns)}" for s in SCHEMES.values())
        raise FileRefused(f"{file}, line 1", ValueRefused("COLUMNS_UNKNOWN", known=known))
    return fits[0]


def _term(scheme: Scheme, row: Mapping[str, str], place: str) -> Term:
    if None in row:
        raise FileRefused(place, ValueRefused("TOO_MANY_CELLS", columns=len(scheme.columns)))
    try:
        given = {name: value(scheme.value(name), text) for name, text in row.items()}
    except ValueRefused as error:
        raise FileRefused(place, error) from None
    if given.get(STATUS.name) is None:
        given.pop(STATUS.name, None)  # Whatever it is in the graph, it stays.
    return term(scheme, given, place)


def value(member: Property | None, text: str) -> Any:
    """The value of a cell. Raises ValueRefused NOT_AN_OPTION."""
    cell = text.strip()
    if member is None:
        return cell
    if member.many:
        return [part for part in map(str.strip, cell.split(SEVERAL)) if part]
    if not cell:
        return None
    options: Mapping[str, Any] = _TRUTH
    if member.enum is not None:
        options = member.enum.__members__
    elif member.kind is not Kind.BOOLEAN:
        return cell
    if cell not in options:
        raise ValueRefused("NOT_AN_OPTION", at=member.name, given=cell[:40], options=", ".join(options))
    return options[cell]


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return SEVERAL.join(value)
        case _:
            return str(value)
