"""The table of errors: complete, said in both languages, and printed as docs/errors.md."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.model import MODEL
from hub.cli import main
from hub.errors import AREAS, CATALOG, message
from hub.errors.entry import by_code

ROOT = Path(__file__).parents[2]
PERSIAN = re.compile("[آ-ی]")
CODE = re.compile("[A-Z][A-Z_]+")

# -- the texts -------------------------------------------------------------------------------------


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CATALOG)
def test_every_code_is_said_in_both_languages_with_the_same_details(code: str) -> None:
    entry = CATALOG[code]
    assert (entry.code, bool(CODE.fullmatch(code))) == (code, True)
    assert code == "VALIDATION_FAILED" or not PERSIAN.search(entry.en)
    assert PERSIAN.search(entry.fa)
    assert not re.search("[يك]", entry.fa), "Arabic letters"
    assert placeholders(entry.fa) == placeholders(entry.en)
    assert entry.en.endswith((".", "}"))
    assert entry.fa.endswith((".", "}"))
    details = dict.fromkeys(placeholders(entry.en), "x")
    for tongue in ("fa", "en"):
        told = message(code, tongue, details)
        assert "{" not in told.replace("{reason}", "")
        assert "?" not in told
        # Who may, and how one says who one is, is told in general where the refusal does not know it.
        assert "?" in message(code, tongue) or details.keys() <= {"whose", "how"}


def test_a_code_that_stands_twice_is_refused_and_an_entry_stays_as_it_is() -> None:
    area = AREAS[0]
    twice = replace(area, entries=(*area.entries, area.entries[0]))
    with pytest.raises(ValueError, match=r"^MALFORMED_JSON stands twice in the table of errors\.$"):
        by_code((twice,))
    with pytest.raises(FrozenInstanceError):
        area.entries[0].code = "OTHER"


# -- the codes -------------------------------------------------------------------------------------

Function = ast.FunctionDef | ast.AsyncFunctionDef
REFUSALS = {"ValueRefused": 0, "IdentifierError": 0}
"""What is raised with a code, and where in its arguments the code stands."""


def positions(tree: ast.AST) -> dict[str, int]:
    """The functions that are given a code, as `code: str`, and where in their arguments it stands."""
    found: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, Function):
            names = [a.arg for a in (*node.args.posonlyargs, *node.args.args) if a.arg not in {"self", "cls"}]
            if "code" in names and not node.name.startswith("__"):
                found[node.name] = names.index("code")
    return found


def texts(argument: ast.expr) -> set[str]:
    """The codes of an argument; none where it is one that was given."""
    match argument:
        case ast.Constant(value=str(code)):
            return {code}
        case ast.IfExp(body=yes, orelse=no):
            return texts(yes) | texts(no)
        case ast.Name() | ast.Attribute() | ast.Constant():
            return set()
        case _:
            raise AssertionError(f"A code is written out where it is raised, not {ast.unparse(argument)}.")


def told_to_operators(node: ast.ClassDef) -> bool:
    """Whether an error says in a sentence of its own what is wrong; those never reach a client."""
    return any(isinstance(part, Function) and part.name == "__str__" for part in node.body)


def raised() -> Iterator[str]:
    """Every code that stands in the code as that of a refusal."""
    files = [file for top in ("hub", "graph") for file in (ROOT / top).rglob("*.py")]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files if file.parent.name != "errors"]
    everywhere = {name: at for tree in trees for name, at in positions(tree).items()}
    for tree in trees:
        known = everywhere | positions(tree) | REFUSALS
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if (
                    name in known and len(args) > known[name]
                ):
                    yield from texts(args[known[name]])
                case ast.Call(func=ast.Name(id="GraphQLError"), args=[ast.Constant(value=str(code)), *_]):
                    yield code
                case ast.ClassDef(
                    bases=[ast.Name(id="GraphError" | "DatabaseUnavailable" | "Exception")]
                ) if not told_to_operators(node):
                    yield from class_code(node)


def class_code(node: ast.ClassDef) -> Iterator[str]:
    for part in node.body:
        match part:
            case ast.Assign(targets=[ast.Name(id="code")], value=ast.Constant(value=str(code))):
                yield code


def declared() -> Iterator[str]:
    """Every code that the model says of a move or of a value that is taken."""
    for node in MODEL.nodes.values():
        yield from (member.taken for member in node.properties() if member.taken is not None)
        yield from (move.already for move in (node.life.moves if node.life else ()))


def test_the_table_holds_the_codes_that_are_raised_and_no_more() -> None:
    codes = {*raised(), *declared()}
    assert sorted(codes - set(CATALOG)) == [], "raised, and not in the table"
    assert sorted(set(CATALOG) - codes) == [], "in the table, and never raised"


# -- the page --------------------------------------------------------------------------------------


def test_the_page_is_what_the_table_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["pages", "errors", "--check"])
    assert (result.exit_code, result.output) == (0, "docs/errors.md is current.\n")


def test_a_stale_page_fails_the_check_and_is_mended_by_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "docs" / "errors.md"
    page.parent.mkdir()
    for stale in (None, "# The list of errors\n"):
        if stale is not None:
            page.write_text(stale, encoding="utf-8")
        result = CliRunner().invoke(main, ["pages", "errors", "--check"])
        assert (result.exit_code, result.output) == (
            1,
            "Error: docs/errors.md is not what the code makes. Run: python -m hub pages --write\n",
        )
    assert CliRunner().invoke(main, ["pages", "errors", "--write"]).output == "Wrote docs/errors.md.\n"
    assert CliRunner().invoke(main, ["pages", "errors", "--check"]).exit_code == 0
    assert CliRunner().invoke(main, ["pages", "errors"]).output == page.read_text(encoding="utf-8")


def test_every_code_stands_on_the_page_once_with_both_texts() -> None:
    rows = (ROOT / "docs/errors.md").read_text(encoding="utf-8").splitlines()
    for code, entry in CATALOG.items():
        (row,) = (row for row in rows if row.startswith(f"| `{code}` |"))
        assert entry.en in row
        assert entry.fa in row
        assert row.count("|") == 5
