"""What Prometheus is told: counted as requests end, and measured when it asks.

No label has values that a client can choose: there are as many series as there are codes, statuses and roles.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from graph import VERSION
from graph.limits import MAXIMUM_POINTS
from graph.recent import Recent
from graph.room import room_at
from hub.errors import CATALOG
from hub.visit import Visit

CONTENT_TYPE = prometheus_client.CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
_POINTS = (100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, MAXIMUM_POINTS)
_GRAPHQL = "graphql"

# When each series began is of no use here, and doubles them.
prometheus_client.disable_created_metrics()


class Metrics:
    """The metrics of one hub process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._gauge("hub_info", "The version of the hub.", "version").labels(VERSION).set(1)
        self._requests = Counter(
            "hub_requests",
            "Requests that have ended; status lost: the client had gone.",
            ("route", "status", "viewer"),
            registry=self.registry,
        )
        self._errors = Counter(
            "hub_errors", "Requests that met an error, by its code.", ("code",), registry=self.registry
        )
        self._seconds = self._histogram("hub_request_seconds", "How long GraphQL requests took.", _SECONDS)
        self._database = self._histogram(
            "hub_database_seconds", "How long the database worked for a GraphQL request.", _SECONDS
        )
        self._points = self._histogram("hub_points", "What GraphQL requests cost, in points.", _POINTS)
        self._slow = Counter(
            "hub_slow_statements",
            "Statements that took longer than HUB_SLOW_MILLISECONDS.",
            registry=self.registry,
        )
        self.up = self._gauge("hub_database_up", "Whether the database answers: 1 or 0.")
        self.events = self._gauge("hub_events", "Events in the feed: every change has one.")

    def count(self, visit: Visit, route: str) -> None:
        """Count a request that is over."""
        status = "lost" if visit.status is None else str(visit.status)
        self._requests.labels(route, status, visit.viewer).inc()
        for code in visit.codes:
            self._errors.labels(code if code in CATALOG else "OTHER").inc()
        if route == _GRAPHQL and not visit.streamed:
            self._seconds.observe(visit.seconds)
            if visit.bill is not None:
                self._database.observe(visit.database)
                self._points.observe(visit.points)

    def slow(self) -> None:
        """Count a slow statement."""
        self._slow.inc()

    # -- what is measured when it is asked for -----------------------------------------------------------

    def connections(self, count: Callable[[], int]) -> None:
        """Measure the open HTTP connections."""
        self._gauge("hub_http_connections", "Open HTTP connections.").set_function(count)

    def pool(self, count: Callable[[], tuple[int, int]]) -> None:
        """Measure the connections to the database: in use, and idle."""
        about = "Connections to the database."
        used = self._gauge("hub_database_connections", about, "state")
        used.labels("in_use").set_function(lambda: count()[0])
        used.labels("idle").set_function(lambda: count()[1])

    def shares(self, count: Callable[[], int]) -> None:
        """Measure how many wait for their turn at the database."""
        self._gauge("hub_shares_waiting", "Statements that wait for their turn.").set_function(count)

    def subscriptions(self, count: Callable[[str], int], ways: Iterable[str]) -> None:
        """Measure the open subscriptions, by the way they go out."""
        opened = self._gauge("hub_subscriptions", "Open subscriptions.", "way")
        for way in ways:
            opened.labels(way).set_function(partial(count, way))

    def caches(self, kept: Mapping[str, Recent[object, object]]) -> None:
        """Measure what is remembered."""
        weight = self._gauge("hub_cache_weight", "What is remembered, in the unit of its limit.", "cache")
        most = self._gauge("hub_cache_limit", "The most that is remembered (docs/limits.md).", "cache")
        for name, cache in kept.items():
            weight.labels(name).set_function(partial(getattr, cache, "weight"))
            most.labels(name).set(cache.most)

    def disk(self, folder: Path) -> None:
        """Measure the disk that the data folder is on."""
        about = "Bytes that are free where the data is."
        self._gauge("hub_disk_free_bytes", about).set_function(lambda: room_at(folder).free)
        about = "Bytes that must be free there for changes to be taken."
        self._gauge("hub_disk_needed_bytes", about).set_function(lambda: room_at(folder).needed)

    def told(self) -> bytes:
        """All of them, as Prometheus reads them."""
        return generate_latest(self.registry)

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(name, about, labels, registry=self.registry)

    def _histogram(self, name: str, about: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(name, about, buckets=buckets, registry=self.registry)
