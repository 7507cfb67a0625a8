"""Turn two processes into their texts and steps side by side; `graph.model.process_comparison` compares."""

from graph.compiler import Given, Source, values
from graph.model import MODEL
from graph.model.members import See
from graph.model.process_comparison import COMPARED
from graph.model.processes import PROCESS

_COUNTS = ("added", "removed", "changed", "moved", "same")


def _steps(n: str) -> str:
    return f"COLLECT {{ MATCH ({n})-[:HAS_STEP]->(s:ProcessStep) RETURN s {{.*}} ORDER BY s.position }}"


def _cypher(see: See, given: Given) -> str:
    ends = "\n".join(
        f"MATCH ({n}:Node&Process {{id: {given.value(n)}}}) WHERE {see(n, PROCESS.label)}"
        for n in ("one", "other")
    )
    texts = ", ".join(f"{n}: {n} {{{', '.join(f'.{name}' for name in COMPARED)}}}" for n in ("one", "other"))
    both = ", ".join(f"{name}: steps" for name in ("steps", *_COUNTS))
    return (
        f"{ends}\nWITH one, other, {{one: {_steps('one')}, other: {_steps('other')}}} AS steps\n"
        f"WITH {{one: one, other: other, texts: {{{texts}}}, {both}}} AS row LIMIT 1"
    )


COMPARE_PROCESSES = Source(
    MODEL.shapes["ProcessComparison"],
    _cypher,
    converts=(("one", values.identifier("sop")), ("other", values.identifier("sop"))),
    price=500,
)
"""`compareProcesses(one, other)`: two editions, or two processes, step by step."""
