"""Two like authors cannot be told apart by whatever a member reads: no guess at who told is better than chance.

Each round both publish a story under their names, and one of them, drawn by a seed, tells a failure without its
name right after its own. Every guesser below reads one thing and names an author; without protection those of
times, orders, ids and the feed are right in every round.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest

from tests.conftest import Neo4j
from tests.running import Hub, own_hub

ROUNDS = 24
MOST = 21
"""Of 24 fair coins, 22 or more fall one way once in 28,000 times."""

RECORDS = "id title version createdAt updatedAt publishedAt publisher { id }"


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j) -> Iterator[Hub]:
    """A hub that asks for five."""
    with own_hub(neo4j_server) as made:
        yield made


@dataclass(frozen=True)
class Pair:
    """What a member has read, and who wrote what."""

    one: str
    other: str
    authors: list[str]
    read: dict[str, Any]

    def told(self, number: int) -> str:
        """The title of the failure of a round."""
        return f"شکست {number:02}"


_PAGE = f"{{ edges {{ cursor node {{ {RECORDS} }} }} }}"
_COUNTS = "experiences { totalCount } lessons { totalCount } participations { totalCount }"
READS = (
    f"created: experiences(first: 100, sort: [CREATED_AT_ASC]) {_PAGE}",
    f"updated: experiences(first: 100, sort: [UPDATED_AT_ASC]) {_PAGE}",
    f"published: experiences(first: 100, sort: [PUBLISHED_AT_DESC]) {_PAGE}",
    f"plain: experiences(first: 100) {_PAGE}",
    f"topic(id: $topic) {{ experiences(first: 100) {_PAGE} }}",
    f"region(id: $region) {{ experiences(first: 100) {_PAGE} }}",
    f'search(query: "تجربه", first: 100) {{ hits {{ node {{ ... on Experience {{ {RECORDS} }} }} }} }}',
    f"organizations(first: 100) {{ nodes {{ id version updatedAt {_COUNTS} }} }}",
    "collaborators(organizationId: $reader, first: 20) { organization { id } score reasons { kind weight } }",
    "networkMap { nodes { organization { id } degree } }",
)
FEED = """query($after: String) { events(first: 100, sort: [TOLD_AT_ASC], after: $after) {
  edges { cursor node { id at toldAt kind organization { id } subject { ... on Experience { id title } } } }
  pageInfo { hasNextPage endCursor } } }"""


def published(hub: Hub, token: str, **given: Any) -> None:
    made = hub.done("createExperience", given, "experience { id version }", token)
    hub.done("publishExperience", made, "experience { id }", token)


@pytest.fixture(scope="module")
def pair(hub: Hub) -> Pair:
    region, topic = hub.region("IR-07", "فارس"), hub.topic("sewing", "خیاطی")
    like = {"regionIds": [region], "topicIds": [topic], "targetGroups": ["RURAL"]}
    names = ("کوشا", "پویا", "سوم", "چهارم", "پنجم", "خواننده")
    (one, one_token), (other, other_token), *_, (reader, reader_token) = [
        hub.member(n, **like) for n in names
    ]
    tokens = {one: one_token, other: other_token}
    rng = Random(20260301)  # noqa: S311 - the same in every run, and no secret
    authors = []
    told = {"outcome": "SUCCESS", "happened": "تجربه‌ای بود.", "regionId": region, "topicIds": [topic]}
    told |= {"targetGroups": ["RURAL"], "startedOn": "2025-01-10"}
    for number in range(ROUNDS):
        authors.append(rng.choice((one, other)))
        for who in rng.sample((one, other), 2):
            published(hub, tokens[who], **told, title=f"تجربهٔ {number:02} {names[(one, other).index(who)]}")
            if who == authors[-1]:
                published(hub, tokens[who], **told, title=f"شکست {number:02}", visibility="ANONYMIZED")
    hub.cypher("MATCH (e:Event) WHERE e.untold IS NOT NULL SET e.untold = '2001-02'")
    hub.cypher("MATCH (c:Counter {name: 'events'}) SET c.month = '2001-02'")
    hub.organization("پس از ماه")
    variables = {"topic": topic, "region": region, "reader": reader}
    read: dict[str, Any] = {}
    for text in READS:
        given = {name: id_ for name, id_ in variables.items() if f"${name}" in text}
        head = f"query({', '.join(f'${name}: ID!' for name in given)})" if given else "query"
        read |= hub.ask(f"{head} {{ {text} }}", given, reader_token)
    read["feed"], page = [], {"hasNextPage": True, "endCursor": None}
    while page["hasNextPage"]:
        events = hub.ask(FEED, {"after": page["endCursor"]}, reader_token)["events"]
        read["feed"] += events["edges"]
        page = events["pageInfo"]
    return Pair(one, other, authors, read)


# -- guessers ----------------------------------------------------------------------------------------

Guess = str | None
Guesser = Callable[[Pair, int], Guess]
"""Names the author of a round's failure; None where there is nothing to go by."""


def named(node: Any) -> Guess:
    return node["publisher"]["id"] if node.get("publisher") else None


def beside(pair: Pair, nodes: list[Any], number: int) -> Guess:
    """The author of the named record that stands nearest, in that order."""
    place = next((n for n, node in enumerate(nodes) if node.get("title") == pair.told(number)), None)
    if place is None:
        return None
    near = sorted((abs(n - place), n) for n, node in enumerate(nodes) if named(node))
    return named(nodes[near[0][1]]) if near else None


def in_list(*path: str) -> Guesser:
    def guess(pair: Pair, number: int) -> Guess:
        found: Any = pair.read
        for name in path:
            found = found[name]
        return beside(pair, [edge["node"] for edge in found["edges"]], number)

    return guess


def by(value: Callable[[Any], Any]) -> Guesser:
    """By what a record shows: those of all lists in the order of that value."""

    def guess(pair: Pair, number: int) -> Guess:
        nodes = [edge["node"] | {"cursor": edge["cursor"]} for edge in pair.read["plain"]["edges"]]
        return beside(pair, sorted(nodes, key=value), number)

    return guess


def in_search(pair: Pair, number: int) -> Guess:
    return beside(pair, [hit["node"] for hit in pair.read["search"]["hits"]], number)


def in_feed(key: Callable[[Any], Any] | None) -> Guesser:
    """By the named event that stands nearest to the first of the failure's."""

    def guess(pair: Pair, number: int) -> Guess:
        nodes = [edge["node"] | {"cursor": edge["cursor"]} for edge in pair.read["feed"]]
        nodes = nodes if key is None else sorted(nodes, key=key)
        titles = [(node["subject"] or {}).get("title") for node in nodes]
        if pair.told(number) not in titles:
            return None
        place = titles.index(pair.told(number))
        near = sorted((abs(n - place), n) for n, node in enumerate(nodes) if node["organization"])
        return str(nodes[near[0][1]]["organization"]["id"])

    return guess


def by_count(value: Callable[[Any], Any]) -> Guesser:
    """By which of the two has more: the same guess in each round, right as often as it wrote."""

    def guess(pair: Pair, _number: int) -> Guess:
        ones = {node["id"]: value(node) for node in pair.read["organizations"]["nodes"]}
        if ones[pair.one] == ones[pair.other]:
            return None
        return max((pair.one, pair.other), key=lambda id_: ones[id_])

    return guess


GUESSERS: dict[str, Guesser] = {
    "order of creation": in_list("created"),
    "order of change": in_list("updated"),
    "order of publishing": in_list("published"),
    "the usual order": in_list("plain"),
    "order of a topic": in_list("topic", "experiences"),
    "order of a region": in_list("region", "experiences"),
    "order of a search": in_search,
    "ids": by(lambda node: node["id"]),
    "cursors": by(lambda node: node["cursor"]),
    "versions": by(lambda node: node["version"]),
    "moments": by(lambda node: (node["createdAt"], node["publishedAt"])),
    "order of the feed": in_feed(None),
    "moments of the feed": in_feed(lambda node: node["at"]),
    "ids of the feed": in_feed(lambda node: node["id"]),
    "cursors of the feed": in_feed(lambda node: node["cursor"]),
}


@pytest.mark.parametrize("name", GUESSERS)
def test_no_guess_is_better_than_chance(pair: Pair, name: str) -> None:
    right = wrong = 0
    for number, author in enumerate(pair.authors):
        guess = GUESSERS[name](pair, number)
        if guess is None or guess not in {pair.one, pair.other}:
            continue
        right, wrong = right + (guess == author), wrong + (guess != author)
    assert max(right, wrong) <= MOST, f"{right} of {right + wrong} authors were guessed by {name}"


@pytest.mark.parametrize("value", ["experiences", "lessons", "participations"])
def test_what_is_counted_of_the_two_is_the_same(pair: Pair, value: str) -> None:
    found = {n["id"]: n[value]["totalCount"] for n in pair.read["organizations"]["nodes"]}
    assert found[pair.one] == found[pair.other]


def test_the_two_are_alike_to_whoever_looks_for_partners_or_at_the_map(pair: Pair) -> None:
    collaborators = {
        row["organization"]["id"]: (row["score"], row["reasons"]) for row in pair.read["collaborators"]
    }
    assert collaborators.get(pair.one) == collaborators.get(pair.other)
    degrees = {row["organization"]["id"]: row["degree"] for row in pair.read["networkMap"]["nodes"]}
    assert degrees.get(pair.one) == degrees.get(pair.other)
    versions = {node["id"]: node["version"] for node in pair.read["organizations"]["nodes"]}
    assert versions[pair.one] == versions[pair.other]


def test_each_of_them_is_read_by_members(pair: Pair) -> None:
    titles = {edge["node"]["title"] for edge in pair.read["plain"]["edges"]}
    assert {pair.told(number) for number in range(ROUNDS)} <= titles
    told = {(edge["node"]["subject"] or {}).get("title") for edge in pair.read["feed"]}
    assert {pair.told(number) for number in range(ROUNDS)} <= told
