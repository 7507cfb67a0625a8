"""Offers, needs and exchanges over HTTP: how much is left, who may do what, and both sides at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub

OFFER = "resourceOffer { id version status fulfillment }"
NEED = "resourceNeed { id version status fulfillment }"
EXCHANGE = "exchange { id version status quantity unit amount amountUnit offer { fulfillment } need { fulfillment } }"
SHORT = "exchange { id version status }"
LARGEST = str(2**63 - 1)


@dataclass(frozen=True)
class Cast:
    """One that gives, one that takes, and one that stands outside."""

    giver: str
    taker: str
    outsider: str
    giver_token: str
    taker_token: str
    outsider_token: str
    coordinator: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    made = [hub.member(name) for name in ("کارگاه بخشنده", "خانهٔ گیرنده", "انجمن بیرونی")]
    return Cast(*(m[0] for m in made), *(m[1] for m in made), coordinator=hub.token(None, "COORDINATOR"))


def offered(hub: Hub, cast: Cast, **given: Any) -> str:
    told = {"kind": "MATERIAL", "title": "چرخ خیاطی", "visibility": "PUBLIC", **given}
    return str(hub.done("offerResource", told, OFFER, cast.giver_token)["id"])


def needed(hub: Hub, cast: Cast, **given: Any) -> str:
    told = {"kind": "MATERIAL", "title": "چرخ برای کارگاه", "visibility": "PUBLIC", **given}
    return str(hub.done("needResource", told, NEED, cast.taker_token)["id"])


def proposed(hub: Hub, cast: Cast, **given: Any) -> str:
    """A proposal of the taker."""
    return str(hub.done("proposeExchange", given, SHORT, cast.taker_token)["id"])


def accepted(hub: Hub, cast: Cast, **given: Any) -> str:
    made = proposed(hub, cast, **given)
    hub.done("acceptExchange", {"id": made}, SHORT, cast.giver_token)
    return made


def delivered(hub: Hub, cast: Cast, **given: Any) -> str:
    made = accepted(hub, cast, **given)
    for token in (cast.giver_token, cast.taker_token):
        hub.done("confirmDelivery", {"id": made}, SHORT, token)
    return made


def seen(hub: Hub, id_: str, token: str | None) -> Any:
    return hub.ask("query($id: ID!) { node(id: $id) { id } }", {"id": id_}, token)["node"]


def stored(hub: Hub, exchange: str) -> tuple[str, int]:
    """The status and version of an exchange, whoever may read it."""
    query = "query($id: ID!) { exchange(id: $id) { status version } }"
    found = hub.ask(query, {"id": exchange}, hub.admin)["exchange"]
    return found["status"], found["version"]


def fulfillment(hub: Hub, offer: str) -> str:
    query = "query($id: ID!) { node(id: $id) { ... on ResourceOffer { fulfillment } ... on ResourceNeed { fulfillment } } }"
    return str(hub.ask(query, {"id": offer}, hub.admin)["node"]["fulfillment"])


def kinds(hub: Hub, subject: str, token: str | None) -> list[str]:
    """What happened to it, oldest first."""
    query = (
        "{ events(first: 100) { nodes { kind subject {"
        " ... on ResourceOffer { id } ... on ResourceNeed { id } ... on Exchange { id } } } } }"
    )
    events = hub.ask(query, token=token)["events"]["nodes"]
    return [e["kind"] for e in reversed(events) if (e["subject"] or {}).get("id") == subject]


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """The results of works that begin at the same moment."""
    gate = Barrier(len(works))

    def begun(work: Callable[[], Any]) -> Any:
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begun, works))


def codes(payloads: list[Any]) -> list[list[str]]:
    return sorted([error["code"] for error in payload["errors"]] for payload in payloads)


# -- offers and needs ------------------------------------------------------------------------------


def test_an_offer_is_published_at_once_as_given(hub: Hub, cast: Cast) -> None:
    region, topic = hub.region("IR-07", "تهران"), hub.topic("sewing", "خیاطی")
    given = {
        "kind": "MATERIAL",
        "title": "ده چرخ خیاطی",
        "description": "سرویس‌شده",
        "quantity": 10,
        "unit": "دستگاه",
        "amount": "3000000000",
        "amountUnit": "IRR",
        "startsOn": "2026-01-01",
        "endsOn": "2026-12-31",
        "regionId": region,
        "topicIds": [topic],
        "visibility": "PUBLIC",
    }
    wanted = (
        "resourceOffer { id kind title description language quantity unit amount amountUnit startsOn endsOn"
        " fulfillment status visibility version publisher { id } region { id } topics { id }"
        " exchanges { totalCount } }"
    )
    made = hub.done("offerResource", given, wanted, cast.giver_token)
    id_ = made.pop("id")
    linked = {"regionId": ("region", {"id": region}), "topicIds": ("topics", [{"id": topic}])}
    assert made == {
        **dict(linked.get(name, (name, value)) for name, value in given.items()),
        "quantity": 10.0,
        "language": "FA",
        "fulfillment": "OPEN",
        "status": "PUBLISHED",
        "version": 1,
        "publisher": {"id": cast.giver},
        "exchanges": {"totalCount": 0},
    }
    query = f'{{ resourceOffer(id: "{id_}") {{ publishedAt createdAt }} }}'
    read = hub.ask(query)["resourceOffer"]
    assert read["publishedAt"] == read["createdAt"]
    assert kinds(hub, id_, None) == ["RESOURCE_OFFERED"]


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"amount": "5"}, "AMOUNT_NEEDS_UNIT", ["input", "amountUnit"]),
        ({"visibility": "ANONYMIZED"}, "CANNOT_BE_ANONYMIZED", ["input", "visibility"]),
    ],
)
def test_a_wrong_offer_or_need_writes_nothing(
    hub: Hub, cast: Cast, change: dict[str, Any], code: str, path: list[str]
) -> None:
    given = {"kind": "FINANCIAL", "title": "کمک", **change}
    before = hub.count()
    assert hub.refused("offerResource", given, OFFER, cast.giver_token) == (code, path)
    assert hub.refused("needResource", given, NEED, cast.giver_token) == (code, path)
    assert hub.count() == before
    made = offered(hub, cast)
    told = hub.refused("editOffer", {"id": made, "version": 1, **change}, OFFER, cast.giver_token)
    assert told == (code, path)
    assert hub.count() == before + 3


def test_an_amount_past_64_bits_never_reaches_the_graph(hub: Hub, cast: Cast) -> None:
    document = "mutation($i: OfferResourceInput!) { offerResource(input: $i) { resourceOffer { id } } }"
    given = {"kind": "FINANCIAL", "title": "کمک", "amount": str(2**63), "amountUnit": "IRR"}
    before = hub.count()
    told = hub.post(document, {"i": given}, cast.giver_token).json()
    assert [error["extensions"]["code"] for error in told["errors"]] == ["NUMBER_TOO_LARGE"]
    assert hub.count() == before


def test_a_need_is_published_edited_and_withdrawn(hub: Hub, cast: Cast) -> None:
    made = needed(hub, cast, quantity=2.5)
    edited = hub.done("editNeed", {"id": made, "version": 1, "quantity": None}, NEED, cast.taker_token)
    assert edited == {"id": made, "version": 2, "status": "PUBLISHED", "fulfillment": "OPEN"}
    narrowed = {"id": made, "version": 2, "visibility": "ORGANIZATION"}
    hub.done("editNeed", narrowed, NEED, cast.taker_token)
    assert seen(hub, made, cast.giver_token) is None
    told = hub.refused("withdrawNeed", {"id": made, "version": 3}, NEED, cast.giver_token)
    assert told == ("NOT_FOUND", ["input", "id"])
    gone = hub.done("withdrawNeed", {"id": made, "version": 3}, NEED, cast.taker_token)
    assert gone["status"] == "WITHDRAWN"


# -- proposals -------------------------------------------------------------------------------------


def test_a_proposal_has_its_sides_from_the_offer_and_the_need(hub: Hub, cast: Cast) -> None:
    offer, need = offered(hub, cast), needed(hub, cast)
    wanted = (
        "exchange { status provider { id } receiver { id } proposedBy { id } offer { id } need { id } note }"
    )
    for given, token, by in (
        ({"offerId": offer}, cast.taker_token, cast.taker),
        ({"needId": need}, cast.giver_token, cast.giver),
        ({"offerId": offer, "needId": need, "note": "با وانت"}, cast.giver_token, cast.giver),
    ):
        assert hub.done("proposeExchange", given, wanted, token) == {
            "status": "PROPOSED",
            "provider": {"id": cast.giver},
            "receiver": {"id": cast.taker},
            "proposedBy": {"id": by},
            "offer": {"id": offer} if "offerId" in given else None,
            "need": {"id": need} if "needId" in given else None,
            "note": given.get("note"),
        }


def test_a_proposal_without_another_side_is_refused(hub: Hub, cast: Cast) -> None:
    offer, need = offered(hub, cast), needed(hub, cast)
    own = hub.done("needResource", {"kind": "MATERIAL", "title": "نیاز خود"}, NEED, cast.giver_token)["id"]
    before = hub.count()
    refused = [
        ({}, cast.taker_token, ("NO_COUNTERPART", [])),
        ({"offerId": offer}, cast.giver_token, ("NO_COUNTERPART", [])),
        ({"needId": need}, cast.taker_token, ("NO_COUNTERPART", [])),
        ({"offerId": offer, "needId": own}, cast.giver_token, ("SAME_ORGANIZATION", [])),
        ({"offerId": offer, "needId": need}, cast.outsider_token, ("NOT_ALLOWED", [])),
        ({"offerId": "off_nowhere"}, cast.taker_token, ("NOT_FOUND", ["input", "offerId"])),
        ({"offerId": need}, cast.taker_token, ("NOT_FOUND", ["input", "offerId"])),
        ({"needId": "nee_nowhere"}, cast.giver_token, ("NOT_FOUND", ["input", "needId"])),
    ]
    for given, token, told in refused:
        assert hub.refused("proposeExchange", given, EXCHANGE, token) == told
    assert hub.count() == before


def test_an_offer_that_is_hidden_cannot_be_proposed_for(hub: Hub, cast: Cast) -> None:
    hidden = offered(hub, cast, visibility="ORGANIZATION")
    before = hub.count()
    told = hub.refused("proposeExchange", {"offerId": hidden}, EXCHANGE, cast.taker_token)
    assert told == ("NOT_FOUND", ["input", "offerId"])
    assert hub.count() == before


def test_an_exchange_is_read_by_its_two_sides_alone(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast)
    made = proposed(hub, cast, offerId=offer)
    count = f'{{ resourceOffer(id: "{offer}") {{ exchanges {{ totalCount }} }} }}'
    for token, sees in (
        (cast.giver_token, True),
        (cast.taker_token, True),
        (hub.admin, True),
        (cast.outsider_token, False),
        (cast.coordinator, False),
        (None, False),
    ):
        assert seen(hub, made, token) == ({"id": made} if sees else None)
        assert hub.ask(count, token=token)["resourceOffer"] == {"exchanges": {"totalCount": int(sees)}}
        assert kinds(hub, made, token) == (["EXCHANGE_PROPOSED"] if sees else [])


def test_where_no_measure_is_given_all_that_remains_is_meant(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10, unit="دستگاه", amount="900", amountUnit="IRR")
    accepted(hub, cast, offerId=offer, quantity=2.5, amount="100", amountUnit="IRR")
    rest = hub.done("proposeExchange", {"offerId": offer}, EXCHANGE, cast.taker_token)
    told = (rest["quantity"], rest["unit"], rest["amount"], rest["amountUnit"])
    assert told == (7.5, "دستگاه", "800", "IRR")
    need = needed(hub, cast, quantity=4, unit="دستگاه")
    both = hub.done("proposeExchange", {"offerId": offer, "needId": need}, EXCHANGE, cast.taker_token)
    assert (both["quantity"], both["amount"]) == (4.0, "800")


@pytest.mark.parametrize(
    ("given", "code", "path", "text"),
    [
        ({"quantity": 7.5}, "EXCEEDS_OFFER", ["input", "quantity"], "Of this offer 7 remains. Ask for less."),
        (
            {"amount": "801", "amountUnit": "IRR"},
            "EXCEEDS_OFFER",
            ["input", "amount"],
            "Of this offer 800 remains. Ask for less.",
        ),
        (
            {"amount": LARGEST, "amountUnit": "IRR"},
            "SUM_TOO_LARGE",
            ["input", "amount"],
            "The sum of the amounts does not fit 64 bits. Ask for less.",
        ),
        (
            {"quantity": 1, "unit": "کیلو"},
            "UNIT_DIFFERS",
            ["input", "unit"],
            "The unit is not that of the offer (دستگاه). State it in that unit.",
        ),
        (
            {"amount": "1", "amountUnit": "NEW_IRR"},
            "UNIT_DIFFERS",
            ["input", "amountUnit"],
            "The unit is not that of the offer (Rial). State it in that unit.",
        ),
        (
            {"amount": "1"},
            "AMOUNT_NEEDS_UNIT",
            ["input", "amountUnit"],
            "The amount has no unit. Give its unit too.",
        ),
        (
            {"quantity": -1},
            "NUMBER_NEGATIVE",
            ["input", "quantity"],
            "This number cannot be negative. Give 0 or more.",
        ),
    ],
)
def test_a_proposal_for_more_than_remains_writes_nothing(
    hub: Hub, cast: Cast, given: dict[str, Any], code: str, path: list[str], text: str
) -> None:
    offer = offered(hub, cast, quantity=10, unit="دستگاه", amount="900", amountUnit="IRR")
    accepted(hub, cast, offerId=offer, quantity=3, amount="100", amountUnit="IRR")
    before = hub.count()
    payload = hub.do("proposeExchange", {"offerId": offer, **given}, EXCHANGE, cast.taker_token)
    assert payload == {"exchange": None, "errors": [{"code": code, "message": text, "path": path}]}
    assert hub.count() == before


LEFT = "remaining { quantity unit amount amountUnit }"


def left(hub: Hub, id_: str, token: str | None) -> dict[str, Any] | None:
    """What remains of an offer or a need, as a viewer reads it."""
    query = f"query($id: ID!) {{ node(id: $id) {{ ... on ResourceOffer {{ {LEFT} }} ... on ResourceNeed {{ {LEFT} }} }} }}"
    node = hub.ask(query, {"id": id_}, token)["node"]
    return None if node is None else dict(node["remaining"])


def test_what_remains_is_read_by_all_who_read_the_offer(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10, unit="دستگاه", amount="900", amountUnit="IRR")
    need = needed(hub, cast, quantity=1, unit="دستگاه")
    whole = {"quantity": 10.0, "unit": "دستگاه", "amount": "900", "amountUnit": "IRR"}
    assert left(hub, offer, None) == whole
    proposed(hub, cast, offerId=offer, quantity=9)
    assert left(hub, offer, None) == whole
    accepted(hub, cast, offerId=offer, needId=need, quantity=0.7)
    delivered(hub, cast, offerId=offer, quantity=0.2, amount="899", amountUnit="IRR")
    for token in (None, cast.outsider_token, cast.giver_token, hub.admin):
        assert left(hub, offer, token) == {**whole, "quantity": 9.1, "amount": "1"}
        assert left(hub, need, token) == {
            "quantity": 0.3,
            "unit": "دستگاه",
            "amount": None,
            "amountUnit": None,
        }
    # Whoever asks for too much is told what they read beside it.
    told = hub.do("proposeExchange", {"offerId": offer, "quantity": 9.2}, SHORT, cast.outsider_token)
    assert [error["message"] for error in told["errors"]] == ["Of this offer 9.1 remains. Ask for less."]
    delivered(hub, cast, offerId=offer, quantity=9.1)
    assert left(hub, offer, None) == {**whole, "quantity": 0.0, "amount": "1"}


def test_what_remains_of_a_hidden_offer_is_told_to_nobody_else(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10, unit="دستگاه", visibility="ORGANIZATION")
    assert left(hub, offer, cast.giver_token) is not None
    for token in (None, cast.outsider_token, cast.coordinator):
        assert left(hub, offer, token) is None
        told = {"offerId": offer, "quantity": 11}
        if token == cast.outsider_token:
            assert hub.refused("proposeExchange", told, SHORT, token) == ("NOT_FOUND", ["input", "offerId"])


def test_tenths_add_up_without_rounding(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=0.3, unit="تن")
    for quantity in (0.1, 0.2):
        delivered(hub, cast, offerId=offer, quantity=quantity)
    assert fulfillment(hub, offer) == "FULFILLED"


def test_amounts_of_one_offer_never_add_up_past_64_bits(hub: Hub, cast: Cast) -> None:
    offer, need = offered(hub, cast), needed(hub, cast)
    for place in ({"offerId": offer}, {"needId": need}):
        given = {**place, "amount": LARGEST, "amountUnit": "IRR"}
        by, other = cast.taker_token, cast.giver_token
        if "needId" in place:
            by, other = other, by
        made = [hub.done("proposeExchange", given, SHORT, by)["id"] for _ in range(2)]
        hub.done("acceptExchange", {"id": made[0]}, SHORT, other)
        told = hub.refused("acceptExchange", {"id": made[1]}, SHORT, other)
        assert told[0] == "SUM_TOO_LARGE"
        assert stored(hub, made[1]) == ("PROPOSED", 1)
        more = {**place, "amount": "1", "amountUnit": "IRR"}
        before = hub.count()
        assert hub.refused("proposeExchange", more, SHORT, by) == ("SUM_TOO_LARGE", ["input", "amount"])
        assert hub.count() == before


# -- from the proposal to the delivery -------------------------------------------------------------


def test_an_exchange_from_proposal_to_delivery(hub: Hub, cast: Cast) -> None:
    offer, need = offered(hub, cast, quantity=5, unit="دستگاه"), needed(hub, cast, quantity=5, unit="دستگاه")
    made = proposed(hub, cast, offerId=offer, needId=need)
    assert (fulfillment(hub, offer), fulfillment(hub, need)) == ("OPEN", "OPEN")
    taken = hub.done("acceptExchange", {"id": made, "version": 1}, EXCHANGE, cast.giver_token)
    assert taken == {
        "id": made,
        "version": 2,
        "status": "ACCEPTED",
        "quantity": 5.0,
        "unit": "دستگاه",
        "amount": None,
        "amountUnit": None,
        "offer": {"fulfillment": "RESERVED"},
        "need": {"fulfillment": "RESERVED"},
    }
    wanted = "exchange { status version providerConfirmedAt receiverConfirmedAt deliveredAt }"
    first = hub.done("confirmDelivery", {"id": made}, wanted, cast.taker_token)
    assert (first["status"], first["version"], first["providerConfirmedAt"], first["deliveredAt"]) == (
        "ACCEPTED",
        3,
        None,
        None,
    )
    assert first["receiverConfirmedAt"]
    again = hub.refused("confirmDelivery", {"id": made}, EXCHANGE, cast.taker_token)
    assert again == ("ALREADY_CONFIRMED", [])
    assert stored(hub, made) == ("ACCEPTED", 3)
    assert fulfillment(hub, offer) == "RESERVED"
    last = hub.done("confirmDelivery", {"id": made}, wanted, cast.giver_token)
    assert (last["status"], last["version"]) == ("DELIVERED", 4)
    assert last["deliveredAt"] == last["providerConfirmedAt"] > last["receiverConfirmedAt"]
    assert (fulfillment(hub, offer), fulfillment(hub, need)) == ("FULFILLED", "FULFILLED")
    assert kinds(hub, made, cast.taker_token) == [
        "EXCHANGE_PROPOSED",
        "EXCHANGE_ACCEPTED",
        "DELIVERY_CONFIRMED",
        "DELIVERY_CONFIRMED",
    ]


def test_what_is_delivered_is_neither_cancelled_nor_proposed_again(hub: Hub, cast: Cast) -> None:
    offer, need = offered(hub, cast), needed(hub, cast)
    made = delivered(hub, cast, offerId=offer, needId=need)
    for token in (cast.giver_token, cast.taker_token):
        assert hub.refused("confirmDelivery", {"id": made}, EXCHANGE, token) == ("ALREADY_CONFIRMED", [])
        assert hub.refused("cancelExchange", {"id": made}, EXCHANGE, token) == ("WRONG_STATUS", [])
    assert stored(hub, made) == ("DELIVERED", 4)
    before = hub.count()
    for place, token in (({"offerId": offer}, cast.taker_token), ({"needId": need}, cast.giver_token)):
        told = hub.refused("proposeExchange", place, EXCHANGE, token)
        assert told == ("WRONG_STATUS", ["input", next(iter(place))])
    assert hub.count() == before


def test_only_the_other_side_answers_a_proposal(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast)
    made = proposed(hub, cast, offerId=offer)
    for act in ("acceptExchange", "declineExchange"):
        for token, code in (
            (cast.taker_token, "NOT_ALLOWED"),
            (hub.admin, "NOT_ALLOWED"),
        ):
            assert hub.refused(act, {"id": made}, EXCHANGE, token) == (code, [])
    for act in ("cancelExchange", "confirmDelivery"):
        code = "NOT_ALLOWED" if act == "cancelExchange" else "WRONG_STATUS"
        assert hub.refused(act, {"id": made}, EXCHANGE, cast.giver_token) == (code, [])
    assert stored(hub, made) == ("PROPOSED", 1)
    assert fulfillment(hub, offer) == "OPEN"
    assert kinds(hub, made, hub.admin) == ["EXCHANGE_PROPOSED"]


@pytest.mark.parametrize("side", ["giver_token", "taker_token"])
def test_either_side_cancels_what_was_accepted_and_opens_the_offer_again(
    hub: Hub, cast: Cast, side: str
) -> None:
    offer = offered(hub, cast, quantity=5)
    made = accepted(hub, cast, offerId=offer)
    other = accepted(hub, cast, offerId=offered(hub, cast))
    assert fulfillment(hub, offer) == "RESERVED"
    gone = hub.done("cancelExchange", {"id": made}, EXCHANGE, getattr(cast, side))
    assert (gone["status"], gone["version"], gone["offer"]) == ("CANCELLED", 3, {"fulfillment": "OPEN"})
    assert stored(hub, other) == ("ACCEPTED", 2)
    whole = hub.done("proposeExchange", {"offerId": offer}, EXCHANGE, cast.taker_token)
    assert whole["quantity"] == 5.0


def test_a_part_that_is_delivered_leaves_the_rest_open(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10)
    delivered(hub, cast, offerId=offer, quantity=3)
    assert fulfillment(hub, offer) == "OPEN"
    accepted(hub, cast, offerId=offer, quantity=4)
    second = accepted(hub, cast, offerId=offer)
    assert fulfillment(hub, offer) == "RESERVED"
    before = hub.count()
    told = hub.refused("proposeExchange", {"offerId": offer}, EXCHANGE, cast.taker_token)
    assert told == ("EXCEEDS_OFFER", [])
    assert hub.count() == before
    for token in (cast.giver_token, cast.taker_token):
        hub.done("confirmDelivery", {"id": second}, SHORT, token)
    assert fulfillment(hub, offer) == "RESERVED"
    query = f'{{ resourceOffer(id: "{offer}") {{ exchanges(filter: {{status: {{eq: DELIVERED}}}}) {{ nodes {{ quantity }} }} }} }}'
    nodes = hub.ask(query, token=cast.giver_token)["resourceOffer"]["exchanges"]["nodes"]
    assert sorted(node["quantity"] for node in nodes) == [3.0, 3.0]


def test_what_is_promised_can_neither_be_withdrawn_nor_made_less(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10, unit="دستگاه")
    accepted(hub, cast, offerId=offer, quantity=4)
    withdraw = {"id": offer, "version": 2}
    assert hub.refused("withdrawOffer", withdraw, OFFER, cast.giver_token) == ("WRONG_STATUS", [])
    less = hub.do("editOffer", {"id": offer, "version": 2, "quantity": 3}, OFFER, cast.giver_token)
    assert less["errors"] == [
        {
            "code": "ALREADY_PROMISED",
            "message": "4 of this offer is already promised. It cannot become less, or change its unit. Keep at least as much.",
            "path": ["input", "quantity"],
        }
    ]
    unit = {"id": offer, "version": 2, "unit": "کیلو"}
    told = hub.refused("editOffer", unit, OFFER, cast.giver_token)
    assert told == ("ALREADY_PROMISED", ["input", "unit"])
    query = f'{{ resourceOffer(id: "{offer}") {{ quantity unit version status }} }}'
    assert hub.ask(query)["resourceOffer"] == {
        "quantity": 10.0,
        "unit": "دستگاه",
        "version": 2,
        "status": "PUBLISHED",
    }
    edited = hub.done("editOffer", {"id": offer, "version": 2, "quantity": 4}, OFFER, cast.giver_token)
    assert edited == {"id": offer, "version": 3, "status": "PUBLISHED", "fulfillment": "RESERVED"}


def test_the_unit_of_what_is_promised_can_be_told_later_and_not_be_another(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10, unit="دستگاه")
    accepted(hub, cast, offerId=offer, quantity=4)
    untold = {"id": offer, "version": 2, "unit": None}
    assert hub.refused("editOffer", untold, OFFER, cast.giver_token) == (
        "ALREADY_PROMISED",
        ["input", "unit"],
    )
    offer = offered(hub, cast, quantity=10)
    accepted(hub, cast, offerId=offer, quantity=4)
    told = {"id": offer, "version": 2, "unit": "دستگاه"}
    assert hub.done("editOffer", told, OFFER, cast.giver_token)["version"] == 3
    for unit in (None, "کیلو"):
        other = {"id": offer, "version": 3, "unit": unit}
        refused = hub.refused("editOffer", other, OFFER, cast.giver_token)
        assert refused == ("ALREADY_PROMISED", ["input", "unit"])
    query = f'{{ resourceOffer(id: "{offer}") {{ unit version remaining {{ quantity unit }} }} }}'
    left = {"quantity": 6.0, "unit": "دستگاه"}
    assert hub.ask(query)["resourceOffer"] == {"unit": "دستگاه", "version": 3, "remaining": left}


def test_what_comes_in_another_unit_neither_covers_a_need_nor_takes_from_it(hub: Hub, cast: Cast) -> None:
    need = needed(hub, cast, quantity=5, unit="نفر")
    offer = offered(hub, cast, quantity=5, unit="دستگاه")
    made = delivered(hub, cast, offerId=offer, needId=need)
    query = "query($id: ID!) { exchange(id: $id) { quantity unit need { remaining { quantity unit } } } }"
    assert hub.ask(query, {"id": made}, cast.taker_token)["exchange"] == {
        "quantity": 5.0,
        "unit": "دستگاه",
        "need": {"remaining": {"quantity": 5.0, "unit": "نفر"}},
    }
    assert (fulfillment(hub, offer), fulfillment(hub, need)) == ("FULFILLED", "OPEN")
    accepted(
        hub, cast, offerId=offered(hub, cast, quantity=9, unit="نفر"), needId=need, quantity=2, unit="نفرها"
    )
    assert hub.ask(query, {"id": made}, cast.taker_token)["exchange"]["need"]["remaining"]["quantity"] == 3.0


def test_null_is_as_good_as_left_out_of_a_proposal_and_of_its_key(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=5)
    payloads = [
        hub.do("proposeExchange", {"offerId": offer, **more}, SHORT, cast.taker_token, key="one proposal")
        for more in ({}, {"needId": None}, {"needId": None, "note": None})
    ]
    assert [payload["errors"] for payload in payloads] == [[]] * 3
    assert len({payload["exchange"]["id"] for payload in payloads}) == 1


def test_an_offer_that_grows_after_its_delivery_is_open_again(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=4)
    delivered(hub, cast, offerId=offer)
    assert fulfillment(hub, offer) == "FULFILLED"
    query = f'{{ resourceOffer(id: "{offer}") {{ version }} }}'
    version = hub.ask(query)["resourceOffer"]["version"]
    grown = {"id": offer, "version": version, "quantity": 6}
    assert hub.done("editOffer", grown, OFFER, cast.giver_token)["fulfillment"] == "OPEN"


def test_a_proposal_for_what_was_withdrawn_or_taken_meanwhile_is_not_accepted(hub: Hub, cast: Cast) -> None:
    gone, taken = offered(hub, cast), offered(hub, cast, quantity=5)
    late, first, second = (proposed(hub, cast, offerId=o) for o in (gone, taken, taken))
    hub.done("withdrawOffer", {"id": gone, "version": 1}, OFFER, cast.giver_token)
    assert hub.refused("acceptExchange", {"id": late}, EXCHANGE, cast.giver_token) == ("NOT_PUBLISHED", [])
    hub.done("acceptExchange", {"id": first}, SHORT, cast.giver_token)
    assert hub.refused("acceptExchange", {"id": second}, EXCHANGE, cast.giver_token)[0] == "EXCEEDS_OFFER"
    assert (stored(hub, late), stored(hub, second)) == (("PROPOSED", 1), ("PROPOSED", 1))


def test_an_exchange_goes_on_when_the_other_side_narrows_its_need(hub: Hub, cast: Cast) -> None:
    need = needed(hub, cast)
    made = hub.done("proposeExchange", {"needId": need}, SHORT, cast.giver_token)["id"]
    hub.done("acceptExchange", {"id": made}, SHORT, cast.taker_token)
    narrowed = {"id": need, "version": 2, "visibility": "ORGANIZATION"}
    hub.done("editNeed", narrowed, NEED, cast.taker_token)
    assert seen(hub, need, cast.giver_token) is None
    for token in (cast.taker_token, cast.giver_token):
        last = hub.done("confirmDelivery", {"id": made}, EXCHANGE, token)
    assert (last["status"], last["need"]) == ("DELIVERED", None)
    assert fulfillment(hub, need) == "FULFILLED"


# -- at once ---------------------------------------------------------------------------------------


def test_both_sides_that_confirm_at_once_deliver_once(hub: Hub, cast: Cast) -> None:
    for _ in range(8):
        offer, need = offered(hub, cast, quantity=5), needed(hub, cast, quantity=5)
        made = accepted(hub, cast, offerId=offer, needId=need)
        payloads = at_once(
            lambda made=made: hub.do("confirmDelivery", {"id": made}, SHORT, cast.giver_token),
            lambda made=made: hub.do("confirmDelivery", {"id": made}, SHORT, cast.taker_token),
        )
        assert codes(payloads) == [[], []]
        assert sorted(p["exchange"]["status"] for p in payloads) == ["ACCEPTED", "DELIVERED"]
        assert stored(hub, made) == ("DELIVERED", 4)
        assert (fulfillment(hub, offer), fulfillment(hub, need)) == ("FULFILLED", "FULFILLED")
        assert kinds(hub, made, hub.admin).count("DELIVERY_CONFIRMED") == 2


def test_one_side_that_confirms_many_times_at_once_confirms_once(hub: Hub, cast: Cast) -> None:
    made = accepted(hub, cast, offerId=offered(hub, cast))
    confirm = {"id": made}
    payloads = at_once(*[lambda: hub.do("confirmDelivery", confirm, SHORT, cast.giver_token)] * 6)
    assert codes(payloads) == [[], *[["ALREADY_CONFIRMED"]] * 5]
    assert stored(hub, made) == ("ACCEPTED", 3)


def test_proposals_accepted_at_once_never_promise_more_than_there_is(hub: Hub, cast: Cast) -> None:
    offer = offered(hub, cast, quantity=10)
    made = [proposed(hub, cast, offerId=offer, quantity=4) for _ in range(5)]
    payloads = at_once(
        *[lambda id_=id_: hub.do("acceptExchange", {"id": id_}, SHORT, cast.giver_token) for id_ in made]
    )
    assert codes(payloads) == [[], [], *[["EXCEEDS_OFFER"]] * 3]
    assert sorted(stored(hub, id_)[0] for id_ in made) == ["ACCEPTED"] * 2 + ["PROPOSED"] * 3


def test_an_exchange_that_is_cancelled_and_accepted_at_once_ends_one_way(hub: Hub, cast: Cast) -> None:
    for _ in range(6):
        offer = offered(hub, cast)
        made = proposed(hub, cast, offerId=offer)
        at_once(
            lambda made=made: hub.do("acceptExchange", {"id": made}, SHORT, cast.giver_token),
            lambda made=made: hub.do("cancelExchange", {"id": made}, SHORT, cast.taker_token),
        )
        assert stored(hub, made)[0] == "CANCELLED"
        assert fulfillment(hub, offer) == "OPEN"
