"""Traces: a span a request, below whoever asked, and one a statement; nothing of it where it is not wanted."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub.http.documents import digest_of
from hub.slow import hash_of
from tests.conftest import Neo4j
from tests.running import hub_alone, lines, prepared

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"

SERVING = """
import json
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from hub import spans
from hub.up import serve_only

kept = InMemorySpanExporter()
spans.sending = lambda endpoint: SimpleSpanProcessor(kept)
serve_only("127.0.0.1", 0)
print(json.dumps([json.loads(span.to_json()) for span in kept.get_finished_spans()]))
"""


@dataclass
class Traced:
    """The answers of a hub by the names of what was asked, and the spans it made."""

    answers: dict[str, httpx.Response]
    spans: list[dict[str, Any]]

    def of(self, name: str) -> dict[str, Any]:
        """The span of a request."""
        number = self.answers[name].headers["x-request-id"]
        (span,) = [one for one in self.spans if one["attributes"].get("hub.request") == number]
        return span

    def below(self, name: str) -> list[dict[str, Any]]:
        """The spans of its statements."""
        return [one for one in self.spans if one["parent_id"] == self.of(name)["context"]["span_id"]]


LOOK = "query Look { organizations { totalCount } }"


@pytest.fixture(scope="module")
def traced(neo4j_server: Neo4j) -> Traced:
    environment = {
        **os.environ,
        "NEO4J_URI": neo4j_server.uri,
        "NEO4J_USER": neo4j_server.user,
        "NEO4J_PASSWORD": neo4j_server.password,
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1",
        "OTEL_SERVICE_NAME": "",
    }
    with subprocess.Popen(
        [sys.executable, "-c", SERVING], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("Serving on ").strip()
        hub = prepared(address, neo4j_server)
        _, token = hub.member("بنیاد ردپا")
        above = {"traceparent": f"00-{TRACE}-{PARENT}-01"}
        document = (
            f"mutation Tell($input: {hub.input_of('createExperience')}!)"
            " { createExperience(input: $input) { experience { id } } }"
        )
        given = {"title": "پنهان", "happened": "پنهان", "outcome": "SUCCESS"}
        answers = {
            "read": hub.post(LOOK, None, token, **above),
            "written": hub.post(document, {"input": given}, token),
            "refused": hub.post("{ nothing }"),
            "health": hub.client.get("/health/live"),
            "odd": hub.client.get("/health/live", headers={"traceparent": "what is this"}),
        }
        process.terminate()
        spans = json.loads(process.stdout.read())
        assert process.wait(60) == 0
        hub.client.close()
    return Traced(answers, spans)


def test_a_request_continues_the_trace_it_came_with(traced: Traced) -> None:
    span = traced.of("read")
    assert span["context"]["trace_id"] == f"0x{TRACE}"
    assert span["parent_id"] == f"0x{PARENT}"
    assert span["name"] == "POST /graphql"
    assert span["kind"] == "SpanKind.SERVER"
    assert span["resource"]["attributes"]["service.name"] == "knowledge-hub"
    assert span["attributes"] == {
        "http.request.method": "POST",
        "http.route": "/graphql",
        "http.response.status_code": 200,
        "graphql.operation.name": "Look",
        "hub.request": traced.answers["read"].headers["x-request-id"],
        "hub.viewer": "member",
        "hub.document": digest_of(LOOK),
        "hub.points": traced.answers["read"].json()["extensions"]["cost"]["points"],
        "hub.codes": [],
    }


def test_each_statement_has_a_span_below_it_in_its_time(traced: Traced) -> None:
    read, written = traced.below("read"), traced.below("written")
    assert read
    assert {one["name"] for one in read} == {"statement"}
    assert [one["name"] for one in written].count("commit") == 1
    assert [one["name"] for one in written].count("statement") >= 1
    for name, found in (("read", read), ("written", written)):
        span = traced.of(name)
        for one in found:
            assert one["context"]["trace_id"] == span["context"]["trace_id"]
            assert one["kind"] == "SpanKind.CLIENT"
            assert set(one["attributes"]) == {"db.system.name", "hub.statement"}
            assert one["start_time"] <= one["end_time"] <= span["end_time"]
    assert {one["attributes"]["hub.statement"] for one in written} >= {hash_of("COMMIT")}


def test_what_came_without_a_trace_begins_one(traced: Traced) -> None:
    begun = [traced.of(name) for name in ("written", "refused", "health", "odd")]
    assert [span["parent_id"] for span in begun] == [None] * 4
    assert len({span["context"]["trace_id"] for span in begun}) == 4
    assert traced.of("refused")["attributes"]["hub.codes"] == ["VALIDATION_FAILED"]
    assert traced.of("health")["name"] == "GET /health"


def test_nothing_that_was_said_is_in_a_span(traced: Traced) -> None:
    text = json.dumps(traced.spans, ensure_ascii=False)
    assert "پنهان" not in text
    assert "MATCH" not in text


# -- where it is not wanted, or cannot be ----------------------------------------------------------

OFF = """
import sys
from hub.app import create_app
from hub.settings import Settings
create_app(Settings("bolt://127.0.0.1:1", "", ""))
print([name for name in sys.modules if name.startswith(("opentelemetry", "hub.spans"))])
"""

MISSING = """
import sys
sys.modules["opentelemetry"] = None
from hub.cli import main
main(["serve", "--port", "0"])
"""


def test_nothing_is_imported_where_it_is_not_wanted() -> None:
    told = {name: value for name, value in os.environ.items() if not name.startswith("OTEL_")}
    ran = subprocess.run([sys.executable, "-c", OFF], capture_output=True, text=True, check=True, env=told)
    assert ran.stdout == "[]\n"


def test_without_its_packages_the_start_says_so() -> None:
    told = {**os.environ, "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"}
    ran = subprocess.run(
        [sys.executable, "-c", MISSING], capture_output=True, text=True, check=False, env=told
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.splitlines()[-1] == (
        "OTEL_EXPORTER_OTLP_ENDPOINT is set, and the package opentelemetry is missing. Install"
        " requirements-otel.lock, or leave the setting out."
    )


def test_a_collector_that_does_not_answer_costs_no_answer(tmp_path: Path) -> None:
    log = tmp_path / "hub.log"
    with hub_alone(log=log, OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:1") as (_, address):
        assert httpx.post(f"{address}/graphql", json={"query": "{ __typename }"}).status_code == 200
    told = {one["event"] for one in lines(log)} - {"daily_failed"}
    assert told == {"database_silent", "request", "library"}
    assert all(one["logger"].startswith("opentelemetry.") for one in lines(log) if one["event"] == "library")
