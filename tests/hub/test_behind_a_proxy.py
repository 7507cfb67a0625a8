"""Behind a proxy whoever tries is counted by the address that the proxy saw, whatever else they say of it."""

import pytest

from graph.limits import MAXIMUM_TRIES_OF_ADDRESS
from tests.conftest import Neo4j
from tests.running import Hub, own_hub

MOST = int(MAXIMUM_TRIES_OF_ADDRESS)
CONFIRM = "mutation($input: ConfirmMailInput!) { confirmMail(input: $input) { errors { code } } }"


def tried(hub: Hub, forwarded: str) -> str:
    """The code of a try with a link that opens nothing."""
    response = hub.post(CONFIRM, {"input": {"token": "none"}}, x_forwarded_for=forwarded)
    (error,) = response.json()["data"]["confirmMail"]["errors"]
    return str(error["code"])


@pytest.mark.parametrize(
    ("first", "again", "other"),
    [
        (
            "198.51.100.1",
            ["203.0.113.9, 198.51.100.1", "198.51.100.1:5123", "::ffff:198.51.100.1"],
            "198.51.100.2",
        ),
        ("2001:db8:0:1::5", ["2001:db8:0:1:ffff::6", "[2001:db8:0:1::7]:443"], "2001:db8:0:2::5"),
    ],
)
def test_an_address_is_counted_however_it_is_told_and_no_other_for_it(
    neo4j_server: Neo4j, first: str, again: list[str], other: str
) -> None:
    with own_hub(neo4j_server) as hub:
        assert {tried(hub, first) for _ in range(MOST)} == {"LINK_WRONG"}
        assert {tried(hub, one) for one in (first, *again)} == {"TOO_MANY_TRIES"}
        assert tried(hub, other) == "LINK_WRONG"


def test_where_no_proxy_is_trusted_nobody_is_who_they_say(neo4j_server: Neo4j) -> None:
    with own_hub(neo4j_server, HUB_TRUSTED_PROXIES="none") as hub:
        told = [tried(hub, f"198.51.100.{number}") for number in range(MOST + 1)]
        assert told == ["LINK_WRONG"] * MOST + ["TOO_MANY_TRIES"]
