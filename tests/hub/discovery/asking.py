"""Ask a discovery field: once compiled, once completed by graphql-core; the same, in one round trip.

Where nothing is found, what was asked about is looked up beside: an id of nothing is refused.
"""

from ast import literal_eval
from typing import Any

from hub.context import Viewer
from tests.compiler.ways import Ways


def answered(ways: Ways, document: str, viewer: Viewer, **variables: Any) -> Any:
    """What the one root field of a document answers."""
    skipped = ways.ask(document, viewer, variables=variables)
    completed = ways.ask(document, viewer, variables=variables, completed=True)
    assert (skipped.errors, completed.errors) == ([], [])
    assert completed.data == skipped.data
    (answer,) = skipped.data.values()
    assert skipped.round_trips == completed.round_trips
    assert skipped.round_trips == 1 or not answer
    return answer


def refused(ways: Ways, document: str, viewer: Viewer, **variables: Any) -> str:
    """The code a document is refused with, before the database is asked."""
    asked = ways.ask(document, viewer, variables=variables)
    assert asked.round_trips == 0
    (error,) = asked.errors
    code, _details = literal_eval(error["message"])
    return str(code)


def missed(ways: Ways, document: str, viewer: Viewer, **variables: Any) -> str:
    """The code a document is refused with once the database was asked."""
    asked = ways.ask(document, viewer, variables=variables)
    assert asked.round_trips > 0
    (error,) = asked.errors
    code, _details = literal_eval(error["message"])
    return str(code)


def operators(ways: Ways, document: str, viewer: Viewer, **variables: Any) -> set[str]:
    """The operators of the plan of a document's query."""
    ((text, parameters),) = ways.ask(document, viewer, variables=variables).queries
    plan = ways.run(ways.database.plan(f"EXPLAIN {text}", parameters))
    found: set[str] = set()
    rest = [plan]
    while rest:
        step = rest.pop()
        found.add(step["operatorType"].removesuffix("@neo4j"))
        rest += step.get("children", [])
    return found
