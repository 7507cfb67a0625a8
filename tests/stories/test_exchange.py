"""An NGO finds collaborators for a need, and the exchange runs to confirmed delivery."""

from typing import Any

import pytest

from tests.running import Hub

EXCHANGE = "exchange { id version status providerConfirmedAt receiverConfirmedAt deliveredAt }"


@pytest.fixture(scope="module")
def parties(hub: Hub) -> dict[str, Any]:
    region = hub.region("IR-13", "همدان")
    carpet, welding = hub.topic("carpet", "قالی‌بافی"), hub.topic("welding", "جوشکاری")
    needing, needing_token = hub.member("انجمن گره و تار", topicIds=[carpet], regionIds=[region])
    offering, offering_token = hub.member("آموزشگاه نقش نو", topicIds=[carpet], regionIds=[region])
    other, other_token = hub.member("کارگاه آهن و کار", topicIds=[welding])
    offer = {
        "kind": "MATERIAL",
        "title": "دار قالی",
        "quantity": 10,
        "unit": "دستگاه",
        "visibility": "MEMBERS",
        "topicIds": [carpet],
        "regionId": region,
    }
    made = {
        "need": hub.done(
            "needResource",
            {**offer, "title": "دار قالی برای کارگاه", "quantity": 4},
            "resourceNeed { id }",
            needing_token,
        ),
        "offer": hub.done("offerResource", offer, "resourceOffer { id }", offering_token),
        "unfit": hub.done(
            "offerResource", {**offer, "kind": "SPACE", "title": "سوله"}, "resourceOffer { id }", other_token
        ),
    }
    ids = {name: node["id"] for name, node in made.items()}
    return {
        **ids,
        "needing": needing,
        "needing_token": needing_token,
        "offering": offering,
        "offering_token": offering_token,
        "other": other,
        "other_token": other_token,
    }


def test_collaborators_are_ranked_with_their_reasons(hub: Hub, parties: dict[str, Any]) -> None:
    query = """query($o: ID!, $n: ID) { collaborators(organizationId: $o, needId: $n) {
      organization { id } score alreadyPartners
      reasons { kind weight topics { label } offers { id title } needs { id } } } }"""
    variables = {"o": parties["needing"], "n": parties["need"]}
    found = hub.ask(query, variables, parties["needing_token"])["collaborators"]
    best = found[0]
    assert best["organization"] == {"id": parties["offering"]}
    assert best["alreadyPartners"] is False
    assert best["score"] == pytest.approx(sum(reason["weight"] for reason in best["reasons"]), abs=0.01)
    by_kind = {reason["kind"]: reason for reason in best["reasons"]}
    assert by_kind["OFFER_MEETS_NEED"]["offers"] == [{"id": parties["offer"], "title": "دار قالی"}]
    assert by_kind["OFFER_MEETS_NEED"]["needs"] == [{"id": parties["need"]}]
    assert by_kind["SHARED_TOPIC"]["topics"] == [{"label": "قالی‌بافی"}]
    assert parties["other"] not in {one["organization"]["id"] for one in found}


def test_offers_for_members_meet_no_needs_of_the_anonymous(hub: Hub, parties: dict[str, Any]) -> None:
    query = """query($o: ID!) { collaborators(organizationId: $o) { reasons { kind offers { id } } } }"""
    found = hub.ask(query, {"o": parties["needing"]})["collaborators"]
    kinds = {reason["kind"] for one in found for reason in one["reasons"]}
    assert kinds.isdisjoint({"OFFER_MEETS_NEED", "NEED_MEETS_OFFER"})


def test_the_exchange_runs_to_confirmed_delivery(hub: Hub, parties: dict[str, Any]) -> None:
    needing, offering, other = (parties[f"{name}_token"] for name in ("needing", "offering", "other"))
    proposed = hub.done(
        "proposeExchange",
        {"offerId": parties["offer"], "needId": parties["need"], "quantity": 4, "unit": "دستگاه"},
        "exchange { id version status provider { id } receiver { id } proposedBy { id } }",
        needing,
    )
    assert proposed | {"id": None} == {
        "id": None,
        "version": 1,
        "status": "PROPOSED",
        "provider": {"id": parties["offering"]},
        "receiver": {"id": parties["needing"]},
        "proposedBy": {"id": parties["needing"]},
    }
    given = {"id": proposed["id"]}
    seen = f'{{ node(id: "{proposed["id"]}") {{ id }} }}'
    assert hub.ask(seen, token=other)["node"] is None
    assert hub.refused("acceptExchange", given, EXCHANGE, other)[0] == "NOT_FOUND"
    assert hub.refused("acceptExchange", given, EXCHANGE, needing)[0] == "NOT_ALLOWED"
    assert hub.refused("confirmDelivery", given, EXCHANGE, needing)[0] == "WRONG_STATUS"
    assert hub.done("acceptExchange", given, EXCHANGE, offering)["status"] == "ACCEPTED"
    first = hub.done("confirmDelivery", given, EXCHANGE, offering)
    assert (first["status"], first["deliveredAt"], first["receiverConfirmedAt"]) == ("ACCEPTED", None, None)
    assert first["providerConfirmedAt"] is not None
    assert hub.refused("confirmDelivery", given, EXCHANGE, offering)[0] == "ALREADY_CONFIRMED"
    last = hub.done("confirmDelivery", given, EXCHANGE, needing)
    assert last["status"] == "DELIVERED"
    assert last["deliveredAt"] == last["receiverConfirmedAt"]
    assert hub.refused("confirmDelivery", given, EXCHANGE, needing)[0] in {
        "ALREADY_CONFIRMED",
        "WRONG_STATUS",
    }
    fulfilled = hub.ask(
        f'{{ resourceNeed(id: "{parties["need"]}") {{ fulfillment }} }}', token=parties["other_token"]
    )
    assert fulfilled["resourceNeed"] == {"fulfillment": "FULFILLED"}


def test_both_sides_find_the_way_in_their_feed_and_nobody_else_does(
    hub: Hub, parties: dict[str, Any]
) -> None:
    query = """{ events(first: 50, filter: {kind: {in: [EXCHANGE_PROPOSED, EXCHANGE_ACCEPTED, DELIVERY_CONFIRMED]}}) {
      nodes { kind organization { id } } } }"""
    for name in ("needing", "offering"):
        events = hub.ask(query, token=parties[f"{name}_token"])["events"]["nodes"]
        assert [(e["kind"], e["organization"]["id"]) for e in events] == [
            ("DELIVERY_CONFIRMED", parties["needing"]),
            ("DELIVERY_CONFIRMED", parties["offering"]),
            ("EXCHANGE_ACCEPTED", parties["offering"]),
            ("EXCHANGE_PROPOSED", parties["needing"]),
        ]
    assert hub.ask(query, token=parties["other_token"])["events"]["nodes"] == []
    assert hub.ask(query)["events"]["nodes"] == []
