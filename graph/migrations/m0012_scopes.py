"""Tokens say what they are for; one that could write may do what it could: publish and exchange."""

STATEMENTS = (
    """
    MATCH (t:Token) WHERE 'write' IN t.scopes
    SET t.scopes = [scope IN t.scopes WHERE scope <> 'write'] + ['publish', 'exchange']
    """,
)
