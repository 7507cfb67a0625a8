"""What Neo4j says when it cannot serve, as the errors that the hub tells."""

import asyncio

import pytest
from neo4j.exceptions import Neo4jError

from graph.connection import Database, _translated
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
