"""Each deed is refused to everybody who may not do it, before anything of its input is looked at, and nothing is done."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLInputObjectType, get_named_type, is_list_type, is_required_input_field

from graph.model.deeds import Deed, Doer
from graph.model.doing import DEEDS
from tests.compiler.asking import Name, literal
from tests.hub.every.cast import Cast, cast_of
from tests.reference import SCHEMA
from tests.running import Hub

REFUSED: dict[Doer, dict[str, str]] = {
    Doer.ANYBODY: {},
    Doer.PERSON: {
        "anonymous": "SIGN_IN_REQUIRED",
        **dict.fromkeys(("owner", "reader", "coordinator", "administrator"), "PERSON_REQUIRED"),
    },
    Doer.WRITER: {"anonymous": "SIGN_IN_REQUIRED", "reader": "SCOPE_REQUIRED"},
    Doer.TRUSTEE: {
        "anonymous": "SIGN_IN_REQUIRED",
        "reader": "SCOPE_REQUIRED",
        **dict.fromkeys(("owner", "third", "coordinator", "administrator"), "NOT_ALLOWED"),
    },
}
"""What each who may not is told, by who may."""
_SAMPLES = {"Int": 1, "Float": 1.0, "Boolean": True, "Date": "2026-03-01", "ID": "org_none"}


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Iterator[Cast]:
    """Who is there; a token that acts in no session."""
    with cast_of(hub) as there:
        yield there


def test_every_doer_is_in_the_table() -> None:
    assert REFUSED.keys() == set(Doer)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_deed_is_refused_to_whom_it_is_not_given(cast: Cast, deed: Deed) -> None:
    document = document_of(deed.name)
    for who, code in REFUSED[deed.by].items():
        before = cast.graph.everything()
        told = cast.hub.ask(document, None, cast.tokens[who])[deed.name]
        assert [error["code"] for error in told["errors"]] == [code], who
        assert cast.graph.everything() == before, who


def document_of(name: str) -> str:
    """A deed with what must be given, and nothing else."""
    assert SCHEMA.mutation_type is not None
    arguments = SCHEMA.mutation_type.fields[name].args
    given = f"(input: {literal(_least(arguments['input'].type))})" if "input" in arguments else ""
    return f"mutation {{ {name}{given} {{ errors {{ code }} }} }}"


def _least(type_: Any) -> Any:
    """A value of a type of an input: what must be given, and nothing else."""
    named = get_named_type(type_)
    if isinstance(named, GraphQLInputObjectType):
        one: Any = {
            field: _least(of.type) for field, of in named.fields.items() if is_required_input_field(of)
        }
    elif hasattr(named, "values"):
        one = Name(next(iter(named.values)))
    else:
        one = _SAMPLES.get(named.name, "متن")
    return [one] if is_list_type(getattr(type_, "of_type", type_)) else one
