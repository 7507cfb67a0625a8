"""What can go wrong below the hub, as one tree.

GraphError
├── ValueRefused          a client's value is not acceptable; `code` says why
├── QueryTooLarge         the pages asked for multiply to too many rows
└── DatabaseUnavailable   Neo4j does not answer; try again later
"""


class GraphError(Exception):
    """The base of all errors of the graph layer. `code` is stable; `details` fill the message."""

    code = "INTERNAL"

    def __init__(self, **details: object) -> None:
        super().__init__(self.code, details)
        self.details = details


class ValueRefused(GraphError):
    """A client's value is not acceptable.

    `path` leads to the field in the answer, `argument` (e.g. `filter.title.contains`) from there.
    """

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.path: tuple[str, ...] = ()
        self.argument: str | None = None
        super().__init__(**details)


class QueryTooLarge(GraphError):
    """The pages asked for multiply to too many rows."""

    code = "QUERY_TOO_LARGE"


class DatabaseUnavailable(GraphError):
    """Neo4j does not answer."""

    code = "DATABASE_UNAVAILABLE"
