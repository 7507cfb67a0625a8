"""What an inquiry asks about must be there: an id of nothing, or of what is hidden, is refused, and is no empty answer."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.model import INQUIRIES
from graph.model.ids import new_id
from graph.model.members import Kind, Property
from hub.schema.discovery import SOURCES
from tests.hub.every.cast import Cast, cast_of
from tests.hub.every.making import made
from tests.rights.selecting import asked
from tests.running import Hub

ASKED_ABOUT = [(name, *one) for name, source in SOURCES.items() for one in source.asks_about]
"""Each inquiry with one of its ids, and the label that is."""


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Iterator[Cast]:
    """Who is there."""
    with cast_of(hub) as there:
        yield there


def known(cast: Cast) -> dict[str, Any]:
    """What all may read, by the names of arguments."""
    return {
        "organizationId": cast.organizations["owner"],
        "skillId": cast.reference("Skill"),
        "regionId": cast.reference("Region"),
    }


def test_every_id_that_an_inquiry_cannot_answer_without_is_asked_about() -> None:
    # What may be null is null where a record is not there, as `node` is; lists of ids narrow, as filters do.
    single = {
        (inquiry.name, argument.name)
        for inquiry in INQUIRIES
        if inquiry.many or inquiry.required
        for argument in inquiry.arguments
        if isinstance(argument, Property) and argument.kind is Kind.ID and not argument.many
    }
    assert single == {(name, argument) for name, argument, _ in ASKED_ABOUT}


@pytest.mark.parametrize(("name", "argument", "label"), ASKED_ABOUT)
def test_an_id_of_nothing_is_refused(cast: Cast, name: str, argument: str, label: str) -> None:
    given = known(cast) if argument != "needId" else {"organizationId": cast.organizations["owner"]}
    there = made(cast, label).id if label in {"ResourceNeed", "Program"} else None
    if there is not None:  # One that is hidden, too.
        text = "MATCH (n:Node {id: $id}) SET n.status = 'DRAFT', n.audience = 'OWNERS'"
        cast.graph.rows(text, id=there)
    prefix = {"Organization": "org", "ResourceNeed": "nee", "Program": "prg", "Skill": "ski", "Region": "reg"}
    for id_ in filter(None, (new_id(prefix[label]), there)):
        answer = cast.hub.post(asked(name, {**given, argument: id_}, 1), None, cast.tokens["third"]).json()
        (error,) = answer["errors"]
        told = error["extensions"]
        assert (told["code"], error["path"], told["argument"]) == ("NOT_FOUND", [name], argument)
        assert not (answer["data"] or {}).get(name)
    known_id = there or given.get(argument) or cast.organizations["owner"]
    answer = cast.hub.post(asked(name, {**given, argument: known_id}, 1), None, cast.tokens["owner"]).json()
    assert "errors" not in answer
