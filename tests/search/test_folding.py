"""Texts that older rules folded are folded anew, once for each change of the rules."""

import hashlib
import json
from pathlib import Path

import pytest

from graph.migrations import migrate, pending
from graph.text import FOLDING, fold, measure, sort_key, wanted_words
from graph.text.tables import CLOSE, PLURALS, WANTED, WORDS
from tests.compiler.ways import Ways

CASES = json.loads((Path(__file__).parents[1] / "text" / "cases.json").read_text("utf-8"))
_MARK = "250739ff"


def _folded(text: str) -> str:
    return f"{fold(text)}{sort_key(text)}{wanted_words(text)}{measure(text)}"


def test_new_rules_of_folding_have_a_new_number() -> None:
    texts = [text for _, text, _ in CASES["search"]] + [str(text) for text, _ in CASES["fold"]]
    texts += [*PLURALS["broken"], *PLURALS["feminine"], *PLURALS["not_plural"], *WORDS["english_spellings"]]
    texts += [
        text for group in [*CLOSE["close"], *WANTED["same"], *WANTED["measures"].values()] for text in group
    ]
    texts += [text for name in ("light", "general", "cuts", "joins") for text in WANTED[name]]
    mark = hashlib.sha256("\n".join(_folded(text) for text in texts).encode()).hexdigest()[:8]
    assert (FOLDING, mark) == (4, _MARK), "count FOLDING up: graphs must fold their texts anew"


@pytest.fixture
def folded_long_ago(demo: Ways) -> Ways:
    """The demo, with the twins of organizations as if they were of older rules."""

    async def age() -> None:
        await demo.database.statement("MATCH (o:Organization) SET o.searchTitle = 'x', o.nameFaFold = 'x'")
        await demo.database.statement("MATCH (m:Migration) WHERE m.name STARTS WITH 'folding_' DELETE m")

    demo.run(age())
    return demo


def test_what_was_folded_by_older_rules_is_folded_anew(folded_long_ago: Ways) -> None:
    demo = folded_long_ago
    counted = "MATCH (o:Organization) RETURN count(CASE WHEN o.searchTitle = 'x' OR o.nameFaFold = 'x' THEN 1 END) AS old"
    assert demo.rows(counted)[0]["old"] > 0
    assert demo.run(migrate(demo.database)) == [f"folding_{FOLDING}"]
    assert demo.rows(counted) == [{"old": 0}]
    names = demo.rows("MATCH (o:Organization) RETURN o.nameFa AS name, o.nameFaFold AS folded")
    assert [row["name"] for row in names if fold(row["name"]) != row["folded"]] == []
    assert demo.run(pending(demo.database)) == []
    assert demo.run(migrate(demo.database)) == []
