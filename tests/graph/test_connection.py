"""What Neo4j says when it cannot serve, as the errors that the hub tells."""

import asyncio
from contextlib import nullcontext

import pytest
from neo4j.exceptions import DatabaseError, Neo4jError

from graph.connection import Database, _again, _is_unplanned, _translated
from graph.errors import DatabaseUnavailable, PasswordRefused, StorageFull, StoreUnreadable

FULL = "Could not append: No space left on device"
SAID = {
    ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", ""): StorageFull,
    ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", ""): StorageFull,
    ("Neo.DatabaseError.Transaction.TransactionLogError", FULL): StorageFull,
    ("Neo.DatabaseError.Transaction.TransactionLogError", ""): DatabaseUnavailable,
    ("Neo.DatabaseError.Transaction.TransactionStartFailed", ""): DatabaseUnavailable,
    ("Neo.DatabaseError.Statement.ExecutionFailed", ""): StoreUnreadable,
    ("Neo.DatabaseError.General.StorageDamageDetected", ""): StoreUnreadable,
    ("Neo.ClientError.Security.Unauthorized", ""): PasswordRefused,
}


@pytest.mark.parametrize("said", SAID, ids=" ".join)
def test_what_neo4j_says_is_told_as_what_it_means(said: tuple[str, str]) -> None:
    code, text = said

    async def ask() -> bool:
        async with Database("bolt://127.0.0.1:1", "", "").opened() as database:
            with pytest.raises(DatabaseUnavailable) as told, _translated(database):
                raise Neo4jError._hydrate_neo4j(code=code, message=text)
            assert type(told.value) is SAID[said]
            return database.is_unreadable

    assert asyncio.run(ask()) is (SAID[said] is StoreUnreadable)


@pytest.mark.parametrize(
    ("text", "tries"),
    [("Could not compile query due to insanely frequent schema changes", 2), ("Something else", 1)],
)
def test_what_was_not_even_planned_is_tried_again_and_nothing_else(text: str, tries: int) -> None:
    tried: list[str] = []

    async def attempt() -> None:
        tried.append(text)
        if len(tried) < 2:
            raise Neo4jError._hydrate_neo4j(code="Neo.DatabaseError.General.UnknownError", message=text)

    with nullcontext() if tries > 1 else pytest.raises(DatabaseError):
        asyncio.run(_again(attempt, _is_unplanned))
    assert len(tried) == tries
