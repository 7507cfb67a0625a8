"""What a viewer may not read changes nothing that they are answered: with all of it and without any, byte for byte.

The house is asked as it is, and once more without whatever the viewer may not read (and without what leads to it):
also what is worked out, so nothing is counted, weighed, ordered or proposed by what is hidden. As a control, those
who may read it are answered otherwise.
"""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from graph.model import MODEL
from graph.model.members import Access
from hub.context import Viewer
from tests.compiler.asking import EVERY
from tests.compiler.ways import Ways
from tests.conftest import Neo4j
from tests.network import Link, Network
from tests.reference import Reader
from tests.rights.cells import of
from tests.rights.house import OTHER, OWN, WORD, house
from tests.rights.seed import SEED, chosen
from tests.rights.selecting import asked, inquiries, whole
from tests.rights.viewers import EXPECTED

VIEWERS = (
    "anonymous",
    "member of another",
    "member of a partner",
    "reviewer",
    "coordinator",
)
"""Of each, what is hidden is something else."""
KEEPER, OWNER = "administrator", "member of the owner"
"""Who reads all but what its authors keep to themselves, and who reads more than any of these."""
LESS = {"remaining", "sequence"}
"""What is worked out from more than its reader may read, as it says: what is left of an offer or a need."""
A_RUN, ASKERS = 8, 1
"""How many of the questions a run asks, and how many viewers beside the keeper: each is given a graph of their own."""


def without(network: Network, viewer: Viewer) -> Network:
    """A network as it would be if there were nothing that a viewer may not read."""
    reader = Reader(network, viewer, "fa")
    kept = Network()
    for key, thing in network.things.items():
        if _is_part(thing.label) or reader.sees(thing):
            kept.things[key] = thing
    links = [
        link
        for link in network.links
        if link.start.key in kept.things and link.end.key in kept.things and _is_open(reader, link)
    ]
    # Of a claim that was answered its sides know, whoever reads what it was about: that stays, tied to nothing else.
    for claim in [thing for thing in kept.things.values() if MODEL.nodes[thing.label].access is Access.ASKED]:
        parent = MODEL.nodes[claim.label].parent
        assert parent is not None
        for about, link in reader.ends(claim, parent):
            if about.key not in kept.things and link is not None:
                links.append(link)
                kept.things[about.key] = about
    kept.links = links
    return kept


def _is_open(reader: Reader, link: Link) -> bool:
    """Whether a viewer may walk a relationship, by any of the edges that follow it."""
    ways = [edge for edge in MODEL.nodes[link.start.label].edges() if edge.type == link.type]
    return not ways or any(reader.may_walk(edge, link.start, link.end) for edge in ways)


def _is_part(label: str) -> bool:
    """Whether a row is found by no path but from its record."""
    return MODEL.nodes[label].prefix is None


def known(network: Network) -> dict[str, Any]:
    """What inquiries are given, by the name of the argument."""
    first = {label: network.of(label)[0].key for label in ("Region", "Topic", "Skill", "Charter", "Process")}
    return {
        "query": WORD,
        "organizationId": OWN,
        "fromId": OWN,
        "toId": OTHER,
        "regionId": first["Region"],
        "skillId": first["Skill"],
        "first": 20,
        "id": network.of("Lesson")[0].key,
        "one": first["Charter"],
        "other": network.of("Charter")[1].key,
        "earlier": 1,
        "later": 2,
    }


def documents(network: Network) -> dict[str, str]:
    """What is asked, by what it is called."""
    lists = {
        root: f"{{ {root}(first: 30) {{ totalCount nodes {{ {whole(of(label), 1, but=frozenset(LESS))} }} }} }}"
        for root, label in EVERY.items()
    }
    given = known(network)
    worked_out = {
        name: asked(name, given)
        for name in inquiries()
        if not name.startswith("preview") and name != "viewer"
    }
    return {**lists, **worked_out}


@pytest.fixture(scope="module")
def ways(neo4j_server: Neo4j) -> Iterator[Ways]:
    """The ways to the database, which each test fills."""
    made = Ways.to(neo4j_server)
    try:
        yield made
    finally:
        made.close()


def answers(ways: Ways, questions: dict[str, str], viewer: Viewer) -> dict[str, bytes]:
    """The bytes of each answer."""
    told = {}
    for name, document in questions.items():
        answered = ways.ask(document, viewer)
        told[name] = orjson.dumps([answered.data, answered.errors])
    return told


def _apart(one: bytes, other: bytes) -> str:
    """Where two answers begin to differ."""
    place = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return " | ".join(
        text[max(0, place - 200) : place + 60].decode(errors="replace") for text in (one, other)
    )


def test_nothing_is_answered_by_what_is_hidden(ways: Ways) -> None:
    network = house(SEED)
    every = documents(network)
    names = chosen(list(every), A_RUN, "unseen")
    questions = {name: every[name] for name in names}
    ways.load(network)
    viewers = [*chosen(VIEWERS, ASKERS, "who sees less"), KEEPER]
    with_all = {name: answers(ways, questions, EXPECTED[name]) for name in (*viewers, OWNER)}
    wrong, differs = [], set()
    for name in viewers:
        less = without(network, EXPECTED[name])
        ways.load(less)
        without_any = answers(ways, questions, EXPECTED[name])
        wrong += [
            f"{q} as {name}: {_apart(with_all[name][q], without_any[q])}"
            for q in questions
            if without_any[q] != with_all[name][q]
        ]
        # The control: somebody who may read what is missing now.
        of_owner = answers(ways, questions, EXPECTED[OWNER])
        differs |= {q for q in questions if of_owner[q] != with_all[OWNER][q]}
    assert not wrong, f"RIGHTS_SEED={SEED}\n" + "\n".join(wrong)
    assert len(differs) > len(questions) // 2, differs
