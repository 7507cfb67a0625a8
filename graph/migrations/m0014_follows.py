"""What people follow, and the searches they have saved, are found by their ids."""

STATEMENTS = (
    "CREATE CONSTRAINT Follow_id IF NOT EXISTS FOR (n:Follow) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT SavedSearch_id IF NOT EXISTS FOR (n:SavedSearch) REQUIRE n.id IS UNIQUE",
)
