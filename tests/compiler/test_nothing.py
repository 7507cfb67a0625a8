"""Whatever is compared with nothing finds nothing, or is refused: never every row."""

from typing import Any

from graphql import get_named_type, parse, validate
from hypothesis import assume, given, seed
from hypothesis import strategies as st

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.members import Computed, Property
from hub.schema import CORE
from tests.compiler.asking import EVERY
from tests.compiler.test_random import at_random
from tests.compiler.ways import VIEWERS, Ways
from tests.reference import SCHEMA
from tests.rights.seed import SEED

NOTHING = ("null", "$unset", "[]", '""', '"\u200c"', '"\u2800"', '"\ufe0f"', '"%"', '"؟"', '"\U0001f600"')


def comparisons() -> list[tuple[str, str, str, str]]:
    """Every operator there is: the root field, what is compared, the operator and its type."""
    found = []
    for root, label in EVERY.items():
        filter_: Any = SCHEMA.type_map[f"{label}Filter"]
        for name, field in filter_.fields.items():
            if isinstance(MODEL.nodes[label].by_name.get(name), Property | Computed):
                operators: Any = get_named_type(field.type)
                found += [(root, name, operator, str(of.type)) for operator, of in operators.fields.items()]
    return found


@seed(SEED)
@at_random(60)
@given(
    asked=st.sampled_from(comparisons()),
    nothing=st.sampled_from(NOTHING),
    viewer=st.sampled_from(list(VIEWERS.values())),
)
def test_what_is_compared_with_nothing_finds_nothing_or_is_refused(
    asked: tuple[str, str, str, str], nothing: str, viewer: Any, ways: Ways
) -> None:
    root, name, operator, of = asked
    declared = f"($unset: {of})" if nothing == "$unset" else ""
    document = (
        f"query Q{declared} {{ {root}(filter: {{{name}: {{{operator}: {nothing}}}}}) {{ totalCount }} }}"
    )
    assume(not validate(CORE, parse(document)))  # No day is "".
    if (operator, nothing) == ("eq", "null"):
        ways.same_all_ways(document, viewer)  # What has no value.
        return
    answer = ways.ask(document, viewer)
    if answer.errors:
        assert all(isinstance(error, ValueRefused) for error in answer.raised)
        assert answer.queries == []
    else:
        assert answer.data == {root: {"totalCount": 0}}
