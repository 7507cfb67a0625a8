"""Minus zero is zero: it was stored as it was given, and reads otherwise though it is the same number."""

_AMOUNTS = (
    ("Result", "value"),
    ("Result", "baseline"),
    ("ResourceOffer", "quantity"),
    ("ResourceNeed", "quantity"),
    ("Exchange", "quantity"),
    ("Commitment", "target"),
)

STATEMENTS = tuple(
    f"MATCH (n:{label}) WHERE toString(n.{name}) = '-0.0' SET n.{name} = 0.0" for label, name in _AMOUNTS
)
