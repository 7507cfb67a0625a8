"""One counter for the order of events: locked last in every write, so its order is commit order."""

STATEMENTS = (
    "CREATE CONSTRAINT Counter_name IF NOT EXISTS FOR (n:Counter) REQUIRE n.name IS UNIQUE",
    "MERGE (c:Counter {name: 'events'}) ON CREATE SET c.value = 0",
)
