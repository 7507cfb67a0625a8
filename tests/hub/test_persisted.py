"""Documents by name: sent once and asked for by their SHA-256, or those of a list alone."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.errors import ValueRefused
from hub.http.persisted import Persisted
from hub.settings import Settings
from tests.running import hub_alone

QUERY = "{ __typename }"
ANSWER = {"data": {"__typename": "Query"}}
INTROSPECTION = "{ __schema { queryType { name } } }"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with hub_alone() as (_, found):
        yield f"{found}/graphql"


@pytest.fixture(scope="module")
def trusting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A hub that runs two documents and no others."""
    file = tmp_path_factory.mktemp("trusted") / "documents.json"
    file.write_text(json.dumps({"kind": QUERY, digest("query A { __typename }"): "query A { __typename }"}))
    with hub_alone(HUB_TRUSTED_DOCUMENTS=str(file)) as (_, found):
        yield f"{found}/graphql"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def persisted(text: str) -> dict[str, Any]:
    """What Apollo's clients send for a text."""
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest(text)}}}


def post(address: str, given: dict[str, Any], **headers: str) -> httpx.Response:
    return httpx.post(address, json=given, headers={"accept-language": "en", **headers})


def get(address: str, given: dict[str, Any], **headers: str) -> httpx.Response:
    told = {name: value if isinstance(value, str) else json.dumps(value) for name, value in given.items()}
    return httpx.get(address, params=told, headers={"accept-language": "en", **headers})


def error(response: httpx.Response) -> tuple[int, str, str]:
    (found,) = response.json()["errors"]
    assert "data" not in response.json()
    return response.status_code, found["extensions"]["code"], found["message"]


NOT_FOUND = (200, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")

# -- automatic persisted queries -------------------------------------------------------------------


@pytest.mark.parametrize("ask", [post, get])
@pytest.mark.parametrize("accept", ["*/*", "application/graphql-response+json,application/json;q=0.9"])
def test_a_document_is_sent_once_and_asked_for_by_its_sha_256(address: str, ask: Any, accept: str) -> None:
    text = f"# {ask.__name__} {accept}\n{QUERY}"
    assert error(ask(address, persisted(text), accept=accept)) == NOT_FOUND
    assert ask(address, {**persisted(text), "query": text}, accept=accept).json() == ANSWER
    for again in (post, get):
        response = again(address, persisted(text), accept=accept)
        assert (response.status_code, response.json()) == (200, ANSWER)


def test_a_document_that_is_sent_without_its_sha_256_is_not_kept(address: str) -> None:
    text = f"# alone\n{QUERY}"
    assert post(address, {"query": text}).json() == ANSWER
    assert error(post(address, persisted(text))) == NOT_FOUND


@pytest.mark.parametrize("ask", [post, get])
def test_a_wrong_sha_256_is_refused_and_nothing_is_kept(address: str, ask: Any) -> None:
    text, other = f"# wrong {ask.__name__}\n{QUERY}", f"# other {ask.__name__}\n{QUERY}"
    status, code, told = error(ask(address, {**persisted(text), "query": other}))
    assert (status, code) == (400, "PERSISTED_QUERY_MISMATCH")
    assert told == "The `sha256Hash` is not that of this document. Work it out from the text in `query`."
    for asked in (text, other):
        assert error(ask(address, persisted(asked))) == NOT_FOUND


@pytest.mark.parametrize("text", ["{", "{ nothing }", "{ __typename " * 50, "  "])
def test_what_is_refused_is_not_kept(address: str, text: str) -> None:
    assert "errors" in post(address, {**persisted(text), "query": text}).json()
    assert error(post(address, persisted(text))) == NOT_FOUND


def test_a_mutation_is_not_run_by_get_whatever_it_is_asked_by(address: str) -> None:
    text = "mutation { __typename }"
    assert post(address, {**persisted(text), "query": text}).json() == {"data": {"__typename": "Mutation"}}
    assert error(get(address, persisted(text)))[:2] == (405, "METHOD_NOT_ALLOWED")


@pytest.mark.parametrize(
    "asked",
    [
        1,
        {},
        {"version": 1},
        {"version": 2, "sha256Hash": digest(QUERY)},
        {"version": 1, "sha256Hash": digest(QUERY).upper()},
        {"version": 1, "sha256Hash": 5},
    ],
)
def test_a_name_that_is_none_is_refused(address: str, asked: Any) -> None:
    for given in ({}, {"query": QUERY}):
        refused = post(address, {**given, "extensions": {"persistedQuery": asked}})
        assert error(refused)[:2] == (400, "BAD_PERSISTED_QUERY")


@pytest.mark.parametrize("extensions", ["string", "0", "false", '["array"]', "{"])
def test_extensions_by_get_are_an_object(address: str, extensions: str) -> None:
    refused = get(address, {"query": QUERY, "extensions": extensions})
    assert error(refused)[:2] == (400, "BAD_EXTENSIONS")


def test_a_browser_that_asks_by_name_gets_its_answer_and_no_page(address: str) -> None:
    post(address, {**persisted(QUERY), "query": QUERY})
    assert get(address, persisted(QUERY), accept="text/html").json() == ANSWER


def test_where_they_are_off_clients_are_told_so() -> None:
    with hub_alone(HUB_PERSISTED_QUERIES="off") as (_, found):
        for given in (persisted(QUERY), {**persisted(QUERY), "query": QUERY}):
            assert error(post(f"{found}/graphql", given)) == (
                200,
                "PERSISTED_QUERY_NOT_SUPPORTED",
                "PersistedQueryNotSupported",
            )
        assert post(f"{found}/graphql", {"query": QUERY}).json() == ANSWER


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    kept = Persisted(Settings("", "", ""), most=10)
    for text in ("{aaa}", "{bbb}"):
        kept.keep(digest(text), text)
    assert kept.named(persisted("{aaa}")) == ("{aaa}", None)
    kept.keep(digest("{سس}"), "{سس}")
    for text in ("{aaa}", "{bbb}"):
        with pytest.raises(ValueRefused, match="PERSISTED_QUERY_NOT_FOUND"):
            kept.named(persisted(text))
    assert kept.named(persisted("{سس}")) == ("{سس}", None)
    kept.keep(digest("{aa}"), "{aa}")
    assert kept.named(persisted("{سس}")) == ("{سس}", None)


# -- trusted documents -----------------------------------------------------------------------------


@pytest.mark.parametrize("ask", [post, get])
@pytest.mark.parametrize(
    "given",
    [
        {"documentId": "kind"},
        {"documentId": digest(QUERY)},
        {"documentId": f"sha256:{digest(QUERY)}"},
        {"documentId": digest("query A { __typename }")},
        persisted(QUERY),
        {**persisted(QUERY), "query": QUERY},
        {"documentId": "kind", "query": QUERY},
    ],
)
def test_a_trusted_document_is_run_by_its_id_and_by_its_sha_256(
    trusting: str, ask: Any, given: dict[str, Any]
) -> None:
    assert ask(trusting, given).json() == ANSWER


@pytest.mark.parametrize("ask", [post, get])
@pytest.mark.parametrize(
    "given",
    [
        {"query": QUERY},
        {"query": INTROSPECTION},
        {**persisted(INTROSPECTION), "query": INTROSPECTION},
        persisted(INTROSPECTION),
        {"documentId": "other"},
        {"documentId": "kind", "query": INTROSPECTION},
        {},
    ],
)
def test_no_other_document_is_run(trusting: str, ask: Any, given: dict[str, Any]) -> None:
    assert error(ask(trusting, given)) == (
        400,
        "DOCUMENT_NOT_TRUSTED",
        "This hub runs the documents of its list alone. Ask for one by its `documentId` or `sha256Hash`.",
    )
    assert error(ask(trusting, persisted(INTROSPECTION)))[1] == "DOCUMENT_NOT_TRUSTED"


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', None])
def test_a_list_that_cannot_be_read_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str | None
) -> None:
    file = tmp_path / "documents.json"
    if text is not None:
        file.write_text(text)
    monkeypatch.setenv("HUB_TRUSTED_DOCUMENTS", str(file))
    with pytest.raises(ValueRefused, match="SETTING_WRONG") as refused:
        Settings.from_environment()
    assert refused.value.details["example"] == "documents.json"
