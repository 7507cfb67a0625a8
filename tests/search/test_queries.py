"""What people type finds what they mean, among the first five: `queries.yaml`, searched in the demo."""

import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.compiler import Role
from graph.model.found import SEARCHED
from graph.queries.search import TITLE, forms, held
from hub.context import Viewer
from tests.compiler.ways import Ways

QUERIES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8")
)
TYPED = [(kind, typed, wanted) for kind, row in QUERIES.items() for typed, wanted in row.items()]
FLOOR = 0.93
"""The least share that has to be found."""

_TITLES = {node.label: node.search[0] for node in SEARCHED.values()}
SEARCH = (
    "query($typed: String!) { search(query: $typed, first: 5) { hits { node { __typename "
    + " ".join(
        f"... on {label} {{ {' '.join(f'{label}_{name}: {name}' for name in names)} }}"
        for label, names in _TITLES.items()
        if names
    )
    + " } } } }"
)
MEMBER = Viewer(Role.MEMBER)
_LETTERS = str.maketrans("يىكآأإؤئۀة", "ییکاااویهه")


def _plain(text: str) -> str:
    """Letters and digits alone, so that a piece is found however it is spelled; not the hub's own folding."""
    bare = (c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if c.isalnum())
    return "".join(bare).casefold()


def titles(demo: Ways, typed: str) -> list[str]:
    """What the first five hits are called, each in all its languages."""
    answer = demo.ask(SEARCH, MEMBER, variables={"typed": typed})
    assert answer.errors == []
    return [_called(hit["node"]) for hit in answer.data["search"]["hits"]]


def _called(node: dict[str, Any]) -> str:
    return " ".join(text for name, text in node.items() if text and not name.startswith("__"))


def _found(called: list[str], wanted: str) -> bool:
    pieces = [_plain(piece) for piece in wanted.split("|")]
    return any(piece in _plain(title) for title in called for piece in pieces)


def test_the_list_is_long_enough_and_says_each_thing_once() -> None:
    typed = [re.sub(r"\s+", " ", typed) for _, typed, _ in TYPED]
    assert len(typed) >= 150
    assert len(set(typed)) == len(typed)
    assert all(_plain(piece) for _, _, wanted in TYPED for piece in wanted.split("|"))


def test_what_is_typed_is_found_among_the_first_five(demo: Ways, capsys: pytest.CaptureFixture[str]) -> None:
    missed = [(kind, typed) for kind, typed, wanted in TYPED if not _found(titles(demo, typed), wanted)]
    share = 1 - len(missed) / len(TYPED)
    lines = [f"\n{len(TYPED) - len(missed)} of {len(TYPED)} searches find what they mean: {share:.1%}."]
    lines += [f"  not found ({kind}): {typed}" for kind, typed in missed]
    with capsys.disabled():
        sys.stdout.write("\n".join(lines) + "\n")
    assert share >= FLOOR


_WHOLE = "query($typed: String!) { search(query: $typed, first: 100) { hits { missing node { ... on Node { id } } } } }"
_HOLDS = (
    f"MATCH (n:Node) WHERE n.id IN $ids WITH n, {TITLE} AS title"
    f" WHERE all(word IN $words WHERE {held('word')}) RETURN n.id AS id"
)
_SKILLED = (
    "MATCH (n:Node) WHERE n.id IN $ids AND (n.occupationCode IS NOT NULL OR EXISTS { (n)--(:Skill) })"
    " RETURN n.id AS id"
)


def test_a_saved_search_is_answered_by_what_the_search_finds(demo: Ways) -> None:
    """Of all that a search answers with, what holds every word itself is what a saved one would tell of."""
    compared = 0
    for _, typed, _ in TYPED:
        hits = demo.ask(_WHOLE, MEMBER, variables={"typed": typed}).data["search"]["hits"]
        whole = {hit["node"]["id"] for hit in hits if not hit["missing"]}
        ids, words = [hit["node"]["id"] for hit in hits], forms(typed)
        assert words, typed
        rows = demo.run(demo.database.rows(_HOLDS, ids=ids, words=words))
        found = {row["id"] for row in rows}
        assert found <= whole, typed
        # The rest is found by the name of a skill or an occupation: a saved search tells of no such.
        skilled = demo.run(demo.database.rows(_SKILLED, ids=list(whole - found)))
        assert {row["id"] for row in skilled} == whole - found, typed
        compared += len(whole)
    assert compared > 500
