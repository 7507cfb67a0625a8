"""Support centers and instruments: whose word they are, and what of them cannot be."""

from typing import Any

import pytest

from tests.running import Hub

CENTER = "supportCenter { id version }"
INSTRUMENT = "supportInstrument { id version }"
LOAN = {"titleFa": "وام کارگاه", "kind": "LOAN", "repayable": True}
ONE = {"nameFa": "مرکز ملایر", "kind": "JOB_SUPPORT_CENTER"}


def _amount(year: int | None, basis: str = "PER_PERSON", **given: Any) -> dict[str, Any]:
    return {"year": year, "amount": "300000000", "amountUnit": "IRR", "basis": basis, **given}


@pytest.fixture(scope="module")
def cast(hub: Hub) -> dict[str, str]:
    payer, token = hub.member("صندوق مهر و کار")
    other, other_token = hub.member("خانهٔ مهارت الوند")
    return {"payer": payer, "token": token, "other": other, "other_token": other_token}


def _refused(hub: Hub, cast: dict[str, str], mutation: str, given: dict[str, Any]) -> tuple[str, list[str]]:
    """The code and the path of what is refused; nothing is written."""
    before = hub.count()
    code, path = hub.refused(mutation, given, CENTER if "Center" in mutation else INSTRUMENT, cast["token"])
    assert hub.count() == before
    assert path[0] == "input"
    return code, path[1:]


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"repayable": False}, "MUST_BE_REPAID", ["repayable"]),
        ({"kind": "GRANT"}, "NEVER_REPAID", ["repayable"]),
        ({"kind": "TRAINING_ALLOWANCE"}, "NEVER_REPAID", ["repayable"]),
        ({"kind": "EMPLOYER_INSURANCE"}, "NEVER_REPAID", ["repayable"]),
        ({"amounts": [_amount(1404), _amount(1404)]}, "LISTED_TWICE", ["amounts", "1", "year"]),
        ({"amounts": [_amount(1404), _amount(1403)]}, "YEARS_OUT_OF_ORDER", ["amounts", "1", "year"]),
        ({"amounts": [_amount(2025)]}, "NUMBER_OUT_OF_RANGE", ["amounts", "0", "year"]),
        (
            {"amounts": [_amount(1404, calendar="GREGORIAN")]},
            "NUMBER_OUT_OF_RANGE",
            ["amounts", "0", "year"],
        ),
        ({"amounts": [_amount(7)]}, "NUMBER_OUT_OF_RANGE", ["amounts", "0", "year"]),
        ({"incomeDecileFrom": 4, "incomeDecileTo": 3}, "RANGE_REVERSED", ["incomeDecileTo"]),
        ({"startsOn": "2026-05-02", "endsOn": "2026-05-01"}, "END_BEFORE_START", ["endsOn"]),
        ({"titleFa": " ‌ "}, "TEXT_EMPTY", ["titleFa"]),
        ({"applyUrl": "ملایر"}, "BAD_WEB_ADDRESS", ["applyUrl"]),
    ],
)
def test_what_contradicts_itself_is_refused(
    hub: Hub, cast: dict[str, str], given: dict[str, Any], code: str, path: list[str]
) -> None:
    assert _refused(hub, cast, "createSupportInstrument", LOAN | given) == (code, path)


@pytest.mark.parametrize("kind", ["WORK_CAPITAL", "EQUIPMENT", "DORMITORY"])
@pytest.mark.parametrize("repayable", [True, False])
def test_some_kinds_are_lent_or_given(hub: Hub, cast: dict[str, str], kind: str, repayable: bool) -> None:
    given = LOAN | {"kind": kind, "repayable": repayable}
    assert hub.done("createSupportInstrument", given, INSTRUMENT, cast["token"])["version"] == 1


def test_amounts_of_two_bases_and_without_a_year_stand_beside_each_other(
    hub: Hub, cast: dict[str, str]
) -> None:
    amounts = [_amount(None), _amount(1403), _amount(1404, "IN_ALL"), _amount(1404), _amount(None)]
    shown = "supportInstrument { amounts { year calendar basis amount amountUnit } }"
    made = hub.done("createSupportInstrument", LOAN | {"amounts": amounts}, shown, cast["token"])
    assert made["amounts"] == [one | {"calendar": "SOLAR_HIJRI"} for one in amounts]


def test_an_edit_is_held_to_what_it_leaves(hub: Hub, cast: dict[str, str]) -> None:
    made = hub.done("createSupportInstrument", LOAN, INSTRUMENT, cast["token"])
    assert _refused(hub, cast, "editSupportInstrument", made | {"repayable": False}) == (
        "MUST_BE_REPAID",
        ["repayable"],
    )
    hub.done("editSupportInstrument", made | {"repayable": False, "kind": "GRANT"}, INSTRUMENT, cast["token"])


def test_one_applies_at_a_center_of_the_payers_own(hub: Hub, cast: dict[str, str]) -> None:
    own = hub.done("createSupportCenter", ONE, CENTER, cast["token"])
    others = hub.done("createSupportCenter", ONE, CENTER, cast["other_token"])
    hub.done("publishSupportCenter", others, CENTER, cast["other_token"])
    shown = "supportInstrument { applyAt { id } }"
    made = hub.done("createSupportInstrument", LOAN | {"applyAtId": own["id"]}, shown, cast["token"])
    assert made == {"applyAt": {"id": own["id"]}}
    assert _refused(hub, cast, "createSupportInstrument", LOAN | {"applyAtId": others["id"]}) == (
        "NOT_THE_PAYERS_CENTER",
        ["applyAtId"],
    )


def test_head_counts_stand_the_latest_first_one_a_day(hub: Hub, cast: dict[str, str]) -> None:
    counts = [{"count": 2, "asOf": "2025-03-21"}, {"count": 3, "asOf": "2026-03-21"}]
    shown = "supportCenter { facilitators { count asOf } }"
    made = hub.done("createSupportCenter", ONE | {"facilitators": counts}, shown, cast["token"])
    assert made["facilitators"] == counts[::-1]
    twice = ONE | {"facilitators": [counts[0], counts[0]]}
    assert _refused(hub, cast, "createSupportCenter", twice) == (
        "LISTED_TWICE",
        ["facilitators", "1", "asOf"],
    )


def test_one_center_has_no_number_of_centers(hub: Hub, cast: dict[str, str]) -> None:
    assert _refused(hub, cast, "createSupportCenter", ONE | {"centerCount": 19}) == (
        "ONE_CENTER_ONLY",
        ["centerCount"],
    )
    all_of_them = ONE | {"centerCount": 19, "scope": "ALL_OF_KIND"}
    made = hub.done("createSupportCenter", all_of_them, CENTER, cast["token"])
    assert _refused(hub, cast, "editSupportCenter", made | {"scope": "ONE_CENTER"}) == (
        "ONE_CENTER_ONLY",
        ["centerCount"],
    )


@pytest.mark.parametrize(
    ("mutation", "given", "argument", "edge"),
    [
        ("createSupportCenter", ONE, "operatorId", "operator"),
        ("createSupportInstrument", LOAN, "payerId", "payer"),
    ],
)
def test_the_secretariat_enters_the_word_of_another_and_members_their_own(
    hub: Hub, cast: dict[str, str], mutation: str, given: dict[str, Any], argument: str, edge: str
) -> None:
    record = f"s{mutation.removeprefix('createS')}"
    shown = f"{record} {{ {edge} {{ id }} }}"
    its = given | {argument: cast["other"]}
    assert hub.done(mutation, its, shown, hub.admin) == {edge: {"id": cast["other"]}}
    assert hub.done(mutation, its, shown, cast["other_token"]) == {edge: {"id": cast["other"]}}
    assert hub.refused(mutation, its, shown, cast["token"])[0] == "NOT_ALLOWED"
    assert hub.refused(mutation, given, shown, hub.admin)[0] == "NOT_ALLOWED"
    assert hub.refused(mutation, given | {argument: "org_nobody"}, shown, hub.admin) == (
        "NOT_FOUND",
        ["input", argument],
    )
    gone = hub.organization("انجمنی که رفت")
    hub.cypher("MATCH (o:Organization {id: $id}) SET o.status = 'WITHDRAWN'", id=gone)
    assert hub.refused(mutation, given | {argument: gone}, shown, hub.admin) == (
        "ORGANIZATION_WITHDRAWN",
        ["input", argument],
    )


def test_drafts_wait_at_the_desk_of_whoever_wrote_them(hub: Hub, cast: dict[str, str]) -> None:
    made = hub.done("createSupportInstrument", LOAN, INSTRUMENT, cast["other_token"])
    asked = "{ viewer { waiting { kind record { ... on Node { id } } } } }"
    waiting = hub.ask(asked, token=cast["other_token"])["viewer"]["waiting"]
    assert {"kind": "DRAFT", "record": {"id": made["id"]}} in waiting
    asked = "query($id: ID!) { organization(id: $id) { supportInstruments(first: 50) { nodes { id } } } }"
    for token, reads in ((cast["other_token"], True), (cast["token"], False)):
        nodes = hub.ask(asked, {"id": cast["other"]}, token)["organization"]["supportInstruments"]["nodes"]
        assert ({"id": made["id"]} in nodes) is reads
