"""What every contender is told by its environment: the database, its port, and who a token stands for."""

import os
from dataclasses import dataclass
from typing import Any

import neo4j
import orjson

_NOBODY: dict[str, Any] = {"organization": None, "partners": []}


@dataclass(frozen=True, slots=True)
class Environment:
    """BENCH_URI, BENCH_USER, BENCH_PASSWORD, BENCH_PORT, and BENCH_VIEWERS.

    `viewers` maps an Authorization header to `{organization, partners}`: the contenders are spared the
    look-up of a token that the hub does every few seconds.
    """

    uri: str
    user: str
    password: str
    port: int
    viewers: dict[str, dict[str, Any]]

    @classmethod
    def read(cls) -> "Environment":
        """The environment of this process."""
        told = os.environ
        return cls(
            told["BENCH_URI"],
            told["BENCH_USER"],
            told["BENCH_PASSWORD"],
            int(told["BENCH_PORT"]),
            orjson.loads(told.get("BENCH_VIEWERS", "{}")),
        )

    def viewer(self, authorization: str | None) -> dict[str, Any]:
        """Who asks: `organization` is None for the anonymous."""
        return _NOBODY if authorization is None else self.viewers[authorization]

    def driver(self) -> neo4j.AsyncDriver:
        """A driver set up as the hub sets up its own."""
        return neo4j.AsyncGraphDatabase.driver(
            self.uri,
            auth=(self.user, self.password),
            max_connection_pool_size=50,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
