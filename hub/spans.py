"""Turn requests and their statements into spans of OpenTelemetry. `hub/traces.py` alone imports this."""

from time import time_ns

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, StatusCode, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from graph import VERSION
from graph.connection import COMMIT
from hub.slow import hash_of
from hub.visit import Visit

_PARENTS = {b"traceparent", b"tracestate"}


def sending(endpoint: str) -> SpanProcessor:
    """What sends spans to a collector (OTLP over HTTP), in a thread of its own."""
    return BatchSpanProcessor(OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces"))


class Spans:
    """The spans of one hub process. What stands in them is what a line of the log has."""

    def __init__(self, processor: SpanProcessor) -> None:
        named = Resource.create({SERVICE_VERSION: VERSION})
        if str(named.attributes.get(SERVICE_NAME, "")).startswith("unknown_service"):
            named = named.merge(Resource({SERVICE_NAME: "knowledge-hub"}))
        self._provider = TracerProvider(resource=named, shutdown_on_exit=False)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("hub", VERSION)
        self._parents = TraceContextTextMapPropagator()

    def begin(self, visit: Visit, headers: list[tuple[bytes, bytes]]) -> None:
        """Begin the span of a request."""
        carried = {name.decode(): value.decode("latin-1") for name, value in headers if name in _PARENTS}
        parent = self._parents.extract(carried)
        visit.span = self._tracer.start_span("request", parent, SpanKind.SERVER)

    def statement(self, visit: Visit, text: str, seconds: float) -> None:
        """Make the span of a statement that has just ended."""
        span: Span | None = visit.span
        if span is None or not span.is_recording():
            return
        now = time_ns()
        self._tracer.start_span(
            "commit" if text == COMMIT else "statement",
            set_span_in_context(span),
            SpanKind.CLIENT,
            {"db.system.name": "neo4j", "hub.statement": hash_of(text)},
            start_time=now - int(seconds * 1_000_000_000),
        ).end(now)

    def end(self, visit: Visit, method: str, route: str) -> None:
        """End the span of a request."""
        span: Span | None = visit.span
        if span is None:
            return
        span.update_name(f"{method} /{route}")
        facts: dict[str, str | int | tuple[str, ...] | None] = {
            "http.request.method": method,
            "http.route": f"/{route}",
            "http.response.status_code": visit.status,
            "graphql.operation.name": visit.operation,
            "hub.request": visit.number,
            "hub.viewer": visit.viewer,
            "hub.document": visit.document,
            "hub.points": visit.points,
            "hub.codes": tuple(visit.codes),
        }
        span.set_attributes({name: fact for name, fact in facts.items() if fact is not None})
        if visit.status is None or visit.status >= 500:
            span.set_status(StatusCode.ERROR)
        span.end()

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()
