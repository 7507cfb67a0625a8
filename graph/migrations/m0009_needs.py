"""Needs say for which groups they are; those that were there say none."""

STATEMENTS = (
    """
    MATCH (n:ResourceNeed) WHERE n.targetGroups IS NULL
    CALL (n) { SET n.targetGroups = [] } IN TRANSACTIONS OF 1000 ROWS
    """,
)
