"""The search cases again, in a real full-text index."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph.text import index_text, query
from tests.conftest import Neo4j

CASES = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))

# What a search box sees from the curious and the careless.
HOSTILE = [
    "*:*",
    "searchTitle:زن",
    'a" OR "b',
    "[a TO z]",
    "/زن/",
    "زن~",
    "AND",
    "OR NOT زن",
    "a\\",
    "(((",
    "زن^9",
    "{}",
]

_CREATE = """CREATE FULLTEXT INDEX lab_text IF NOT EXISTS
FOR (n:LabText) ON EACH [n.searchTitle, n.searchBody]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}"""

_SEARCH = "CALL db.index.fulltext.queryNodes('lab_text', $asked) YIELD node RETURN collect(node.i) AS found"

Search = Callable[[str], list[int]]


@pytest.fixture(scope="module")
def run(neo4j_server: Neo4j) -> Iterator[Callable[..., list[Any]]]:
    server = neo4j_server
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:

        def run(cypher: str, **parameters: object) -> list[Any]:
            return driver.execute_query(cypher, parameters).records

        run(_CREATE)
        run("CALL db.awaitIndexes(60)")
        try:
            yield run
        finally:
            run("MATCH (n:LabText) DELETE n")
            run("DROP INDEX lab_text")


@pytest.fixture
def search(run: Callable[..., list[Any]]) -> Callable[[str, list[str]], Search]:
    """Put texts into one property of the index, and get what searches them."""

    def filled(field: str, texts: list[str]) -> Search:
        run("MATCH (n:LabText) DELETE n")
        rows = [{"i": i, field: index_text(text)} for i, text in enumerate(texts)]
        run("UNWIND $rows AS row CREATE (n:LabText) SET n = row", rows=rows)
        return lambda asked: sorted(run(_SEARCH, asked=query(asked))[0]["found"])

    return filled


@pytest.mark.parametrize("field", ["searchTitle", "searchBody"])
def test_neo4j_finds_what_a_search_asks_for_and_nothing_else(
    search: Callable[[str, list[str]], Search], field: str
) -> None:
    find = search(field, [text for _, text, _ in CASES["search"]])
    wrong = [case for i, case in enumerate(CASES["search"]) if (i in find(case[0])) is not case[2]]
    assert wrong == []


@pytest.mark.parametrize("spellings", CASES["folds_alike"])
def test_neo4j_finds_every_spelling_by_every_other(
    search: Callable[[str, list[str]], Search], spellings: list[str]
) -> None:
    find = search("searchBody", spellings)
    assert [find(asked) for asked in spellings] == [list(range(len(spellings)))] * len(spellings)


@pytest.mark.parametrize("typed", HOSTILE)
def test_lucene_syntax_is_no_more_than_words(search: Callable[[str, list[str]], Search], typed: str) -> None:
    find = search("searchBody", ["اشتغال", "خیریه"])
    assert query(typed) == "" or find(typed) == []


def test_the_title_and_the_whole_word_come_first(run: Callable[..., list[Any]]) -> None:
    run("MATCH (n:LabText) DELETE n")
    rows = [
        {"i": "begun, in a body", "searchTitle": index_text("آموزش"), "searchBody": index_text("زندگی")},
        {"i": "whole, in a body", "searchTitle": index_text("مهارت"), "searchBody": index_text("زن‌ها")},
        {"i": "whole, in a title", "searchTitle": index_text("زنان"), "searchBody": index_text("اشتغال")},
    ]
    run("UNWIND $rows AS row CREATE (n:LabText) SET n = row", rows=rows)
    assert run(_SEARCH, asked=query("زن"))[0]["found"] == [row["i"] for row in reversed(rows)]
