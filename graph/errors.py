"""What can go wrong below the hub, as one tree.

GraphError
├── ValueRefused          a client's value is not acceptable; `code` says why
├── FileRefused           a file is not acceptable: where in it, and which value is refused
├── QueryTooLarge         the price of a request is too high for its pages
├── QueryTooDear          the price of a request is too high
├── QueryTooLong          what a request asks is too long to be planned
├── AnswerTooLarge        the answer is more than the database may hold, or the hub may send
├── TookTooLong           the answer was not there in time
└── DatabaseUnavailable   Neo4j does not answer; try again later
    ├── PasswordRefused   it answers, and refuses the user or the password
    ├── FilesUnavailable  the store of files does not answer
    ├── StorageFull       it answers, and takes no change for want of room on its disk
    └── StoreUnreadable   it answers, and cannot read what it has stored
"""

from typing import Self


class GraphError(Exception):
    """The base of all errors of the graph layer. `code` is stable; `details` fill the message."""

    code = "INTERNAL"

    def __init__(self, **details: object) -> None:
        super().__init__(self.code, details)
        self.details = details


class ValueRefused(GraphError):
    """A client's value is not acceptable.

    `at` is the place of the value in the input, e.g. `participants.0.until` or `filter.title.contains`;
    `path` leads to the field in the answer that was given it.
    """

    def __init__(
        self, code: str, *, at: str | None = None, path: tuple[str, ...] = (), **details: object
    ) -> None:
        self.code = code
        self.at = at
        self.path = path
        super().__init__(**details)

    def within(self, place: str, *, path: tuple[str, ...] = ()) -> Self:
        """The same error one level further in, for `path` to lead to.

        >>> ValueRefused("TEXT_EMPTY", at="value").within("results.0").at
        'results.0.value'
        >>> ValueRefused("NOT_FOUND").within("results.0").at
        'results.0'
        """
        at = f"{place}.{self.at}" if self.at else place
        return type(self)(self.code, at=at, path=(*path, *self.path), **self.details)

    def led(self, path: tuple[str, ...]) -> Self:
        """The same error, with another path to the field that was given the value."""
        return type(self)(self.code, at=self.at, path=path, **self.details)

    def moved(self, at: str) -> Self:
        """The same error at another place of the input."""
        return type(self)(self.code, at=at, path=self.path, **self.details)


class FileRefused(GraphError):
    """A file is not acceptable. `place` is that in the file, e.g. `topics.csv, line 3`; `cause` says why."""

    code = "FILE_REFUSED"

    def __init__(self, place: str, cause: ValueRefused) -> None:
        self.place = place if cause.at is None else f"{place}, {cause.at}"
        self.cause = cause
        super().__init__(place=self.place, code=cause.code)

    def __str__(self) -> str:
        return f"{self.place}: {self.cause.code}"


class QueryTooLarge(GraphError):
    """A request costs too much: `points` of `maximum`, most of it at `where`. With pages of `rows` it would"
    " fit."""

    code = "QUERY_TOO_LARGE"


class QueryTooDear(GraphError):
    """A request costs too much, `points` of `maximum`, most of it at `where`, whatever its pages."""

    code = "QUERY_TOO_DEAR"


class QueryTooLong(GraphError):
    """To plan a request costs too much: `points` of `maximum`, most of it for the field at `where`."""

    code = "QUERY_TOO_LONG"


class AnswerTooLarge(GraphError):
    """The answer is more than the database may hold at a time, or the hub may send."""

    code = "ANSWER_TOO_LARGE"


class TookTooLong(GraphError):
    """The answer was not there in time."""

    code = "TIMEOUT"


class DatabaseUnavailable(GraphError):
    """Neo4j does not answer."""

    code = "DATABASE_UNAVAILABLE"


class PasswordRefused(DatabaseUnavailable):
    """Neo4j answers, and refuses the user or the password."""


class StorageFull(DatabaseUnavailable):
    """There is no room for a change; what is there can be read."""

    code = "STORAGE_FULL"
    RETRY_SECONDS = 60

    def __init__(self) -> None:
        super().__init__(seconds=self.RETRY_SECONDS)


class FilesUnavailable(DatabaseUnavailable):
    """The store of files does not answer; the graph does."""

    code = "FILES_UNAVAILABLE"


class StoreUnreadable(DatabaseUnavailable):
    """What is stored cannot be read: its files are damaged."""

    code = "STORE_UNREADABLE"
