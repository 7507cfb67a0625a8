"""Organizations over HTTP: who may say what of whom, and what is kept of it."""

import re
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub

SHORT = "organization { id version status }"
IDENTIFIER = "organization { id nationalId nationalIdDoubtful }"
ALL = (
    "organization { version status kind nameFa nameEn mission nationalId nationalIdDoubtful registrationNumber"
    " registeredAt foundingDate website targetGroups demo topics { id } regions { id } location { id }"
    " contacts { kind value office position } }"
)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")


@dataclass(frozen=True)
class Cast:
    """Two members, a coordinator, and a token of the first that only reads."""

    first: str
    second: str
    first_token: str
    second_token: str
    coordinator: str
    reading: str
    region: str
    topics: tuple[str, str]


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    (first, first_token), (second, second_token) = hub.member("بنیاد نخست"), hub.member("انجمن دوم")
    return Cast(
        first,
        second,
        first_token,
        second_token,
        hub.token(None, "COORDINATOR"),
        hub.token(first, scopes=("read",)),
        hub.region("IR-07", "فارس"),
        (hub.topic("sewing", "خیاطی"), hub.topic("loans", "وام")),
    )


def full(cast: Cast) -> dict[str, Any]:
    """All that can be said of an organization, but for its national identifier."""
    return {
        "kind": "FOUNDATION",
        "nameFa": "بنياد كارآفرینی",
        "nameEn": "Foundation of Founders",
        "mission": "کار پایدار",
        "registrationNumber": "۱۲۳",
        "registeredAt": "ثبت شرکت‌های شیراز",
        "foundingDate": "1999-03-21",
        "website": "https://example.org/",
        "targetGroups": ["RURAL", "YOUTH"],
        "topicIds": list(cast.topics),
        "regionIds": [cast.region],
        "locationId": cast.region,
        "contacts": [
            {"kind": "PHONE", "value": "071", "office": "دبیرخانه"},
            {"kind": "EMAIL", "value": "office@example.org"},
        ],
    }


def full_as_kept(cast: Cast) -> dict[str, Any]:
    """What the graph answers for it."""
    given = {name: value for name, value in full(cast).items() if not name.endswith(("Id", "Ids"))}
    return given | {
        "version": 1,
        "status": "LISTED",
        # The Arabic yeh and kaf are stored as the Persian letters.
        "nameFa": "بنیاد کارآفرینی",
        "nationalId": None,
        "nationalIdDoubtful": False,
        "demo": False,
        "topics": by_id(*cast.topics),
        "regions": by_id(cast.region),
        "location": {"id": cast.region},
        "contacts": [
            {"kind": "PHONE", "value": "071", "office": "دبیرخانه", "position": 0},
            {"kind": "EMAIL", "value": "office@example.org", "office": None, "position": 1},
        ],
    }


def by_id(*ids: str) -> list[dict[str, str]]:
    return [{"id": id_} for id_ in sorted(ids)]


def listed(hub: Hub, cast: Cast, **given: Any) -> str:
    known = hub.cypher("MATCH (o:Organization) RETURN o.id AS id ORDER BY o.createdAt DESC LIMIT 100")
    made = {"kind": "NGO", "nameFa": f"گروه شناخته {secrets.token_hex(6)}", **given}
    made["despite"] = [row["id"] for row in known]
    return str(hub.done("listOrganization", made, SHORT, cast.first_token)["id"])


def stored(hub: Hub, id_: str, wanted: str = ALL) -> Any:
    """An organization as it stands, topics by id."""
    document = f"query($id: ID!) {{ {wanted.replace('organization', 'organization(id: $id)', 1)} }}"
    found = hub.ask(document, {"id": id_}, hub.admin)["organization"]
    if "topics" in found:
        found["topics"].sort(key=lambda topic: str(topic["id"]))
    return found


def standing(hub: Hub, id_: str) -> tuple[str, int]:
    found = stored(hub, id_, SHORT)
    return found["status"], found["version"]


def found(hub: Hub, name: str) -> list[str]:
    """The organizations that a filter by name finds, which must be those that a search finds."""
    query = (
        "query($name: String!) { organizations(filter: {nameFa: {contains: $name}}) { nodes { id } }"
        " search(query: $name, types: [ORGANIZATION]) { hits { node { ... on Organization { id } } } } }"
    )
    answer = hub.ask(query, {"name": name})
    ids = [node["id"] for node in answer["organizations"]["nodes"]]
    assert sorted(hit["node"]["id"] for hit in answer["search"]["hits"]) == sorted(ids)
    return ids


def kinds(hub: Hub, subject: str) -> list[str]:
    """What happened to it, oldest first."""
    text = "MATCH (e:Event)-[:SUBJECT]->({id: $id}) RETURN e.kind AS kind ORDER BY e.sequence"
    return [row["kind"] for row in hub.cypher(text, id=subject)]


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


# -- list, register, edit --------------------------------------------------------------------------


def test_whoever_is_not_signed_in_reads_all_but_the_contacts(hub: Hub, cast: Cast) -> None:
    made = listed(hub, cast, **full(cast))
    query = f'{{ organization(id: "{made}") {{ nameEn contacts {{ value }} }} }}'
    shown = {"nameEn": "Foundation of Founders"}
    assert hub.ask(query)["organization"] == {**shown, "contacts": []}
    contacts = [{"value": "071"}, {"value": "office@example.org"}]
    assert hub.ask(query, token=cast.second_token)["organization"] == {**shown, "contacts": contacts}


def test_an_edit_replaces_what_is_given_and_keeps_the_rest(hub: Hub, cast: Cast) -> None:
    made = listed(hub, cast, **full(cast))
    before = stored(hub, made, "organization { createdAt updatedAt }")
    change = {
        "nameFa": "کانون تازه‌نام",
        "mission": None,
        "targetGroups": None,
        "topicIds": [cast.topics[1]],
        "locationId": None,
        "contacts": [{"kind": "MOBILE", "value": "۰۹۱۲ ۳۴۵ ۶۷۸۹", "office": "روابط عمومی"}],
    }
    hub.done("editOrganization", {"id": made, "version": 1, **change}, SHORT, cast.coordinator)
    assert stored(hub, made) == full_as_kept(cast) | {
        "version": 2,
        "nameFa": "کانون تازه‌نام",
        "mission": None,
        "targetGroups": [],
        "topics": by_id(cast.topics[1]),
        "location": None,
        "contacts": [{"kind": "MOBILE", "value": "+989123456789", "office": "روابط عمومی", "position": 0}],
    }
    after = stored(hub, made, "organization { createdAt updatedAt }")
    assert after["createdAt"] == before["createdAt"] < after["updatedAt"]
    assert MOMENT.fullmatch(after["updatedAt"])
    assert kinds(hub, made) == ["ORGANIZATION_LISTED", "ORGANIZATION_EDITED"]
    # The parts that were replaced are gone, not only let go.
    orphans = "MATCH (c:Contact) WHERE NOT EXISTS { (c)<-[:HAS_CONTACT]-() } RETURN count(c) AS n"
    assert hub.cypher(orphans) == [{"n": 0}]


def test_after_an_edit_the_new_name_is_found_and_the_old_one_is_not(hub: Hub, cast: Cast) -> None:
    made = listed(hub, cast, nameFa="سرای زرین‌دشت")
    assert found(hub, "زرین دشت") == [made]
    edit = {"id": made, "version": 1, "nameFa": "سرای سیمین‌کوه"}
    hub.done("editOrganization", edit, SHORT, cast.coordinator)
    assert (found(hub, "زرین دشت"), found(hub, "سيمين كوه")) == ([], [made])
    twins = "MATCH (o:Node {id: $id}) RETURN o.nameFaFold AS fold, o.nameFaSort AS sort"
    (kept,) = hub.cypher(twins, id=made)
    (fresh,) = hub.cypher(twins, id=listed(hub, cast, nameFa="سرای سیمین‌کوه"))
    assert kept == fresh


WRONG: tuple[tuple[dict[str, Any], str, list[str]], ...] = (
    ({"website": "javascript:alert(1)"}, "BAD_WEB_ADDRESS", ["input", "website"]),
    ({"nationalId": "1038028479"}, "NATIONAL_ID_LENGTH", ["input", "nationalId"]),
    ({"nationalId": "103802847901"}, "NATIONAL_ID_LENGTH", ["input", "nationalId"]),
    ({"nationalId": "1038028479x"}, "NATIONAL_ID_LETTERS", ["input", "nationalId"]),
    ({"contacts": [{"kind": "MOBILE", "value": "0912"}]}, "MOBILE_FORM", ["input", "contacts", "0", "value"]),
)


@pytest.mark.parametrize(("change", "code", "path"), WRONG)
def test_a_value_of_a_wrong_form_writes_nothing(
    hub: Hub, cast: Cast, change: dict[str, Any], code: str, path: list[str]
) -> None:
    made = listed(hub, cast)
    before = hub.count()
    given = {"kind": "NGO", "nameFa": "گروه", **change}
    assert hub.refused("listOrganization", given, SHORT, cast.first_token) == (code, path)
    assert hub.refused("registerOrganization", given, SHORT, cast.coordinator) == (code, path)
    edit = {"id": made, "version": 1, **change}
    assert hub.refused("editOrganization", edit, SHORT, cast.coordinator) == (code, path)
    assert hub.count() == before
    assert standing(hub, made) == ("LISTED", 1)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "The record has meanwhile changed to version 1. Read it again, then repeat your edit."),
        ("fa", "این رکورد در این میان به نسخهٔ ۱ رسیده است. آن را دوباره بخوانید و ویرایش را از نو بفرستید."),
    ],
)
def test_an_error_is_told_in_the_language_asked_for(
    hub: Hub, cast: Cast, language: str, message: str
) -> None:
    document = (
        "mutation($input: EditOrganizationInput!) { editOrganization(input: $input)"
        " { organization { id } errors { __typename path message code } } }"
    )
    given = {"id": listed(hub, cast), "version": 7, "nameFa": "گروه"}
    answer = hub.post(document, {"input": given}, cast.coordinator, language).json()
    error = {
        "__typename": "UserError",
        "path": ["input", "version"],
        "message": message,
        "code": "VERSION_CHANGED",
    }
    assert answer["data"] == {"editOrganization": {"organization": None, "errors": [error]}}
    assert standing(hub, given["id"]) == ("LISTED", 1)


# -- who may ---------------------------------------------------------------------------------------


def test_an_unknown_organization_is_not_found(hub: Hub, cast: Cast) -> None:
    before = hub.count()
    for id_ in ("org_nowhere", cast.region):
        for mutation, more in (
            ("editOrganization", {"version": 1}),
            ("withdrawOrganization", {"version": 1}),
        ):
            told = hub.refused(mutation, {"id": id_, **more}, SHORT, hub.admin)
            assert told == ("NOT_FOUND", ["input", "id"])
    assert hub.count() == before


# -- the national identifier -----------------------------------------------------------------------


def test_the_national_identifier_is_read_in_any_digits_and_a_wrong_check_digit_is_a_doubt(
    hub: Hub, cast: Cast
) -> None:
    made = listed(hub, cast, nationalId="۱۰۳۸۰۲۸۴۷۹۰")
    assert stored(hub, made, IDENTIFIER) == {
        "id": made,
        "nationalId": "10380284790",
        "nationalIdDoubtful": False,
    }
    for version, (given, kept) in enumerate(
        (
            ({"nationalId": "١٠٣٨٠-٢٨٤٧٩-١"}, ("10380284791", True)),
            ({"mission": "دیگر"}, ("10380284791", True)),
            ({"nationalId": None}, (None, False)),
            ({"nationalId": "10380284791"}, ("10380284791", True)),
            ({"nationalId": "10380284790"}, ("10380284790", False)),
        ),
        start=1,
    ):
        edit = {"id": made, "version": version, **given}
        told = hub.done("editOrganization", edit, IDENTIFIER, cast.coordinator)
        assert (told["nationalId"], told["nationalIdDoubtful"]) == kept


def test_the_identifier_of_another_is_refused(hub: Hub, cast: Cast) -> None:
    listed(hub, cast, nationalId="14003281190")
    other = listed(hub, cast)
    before = hub.count()
    given = {"kind": "NGO", "nameFa": "گروه", "nationalId": "۱۴۰۰۳۲۸۱۱۹۰"}
    taken = ("NATIONAL_ID_TAKEN", ["input", "nationalId"])
    assert hub.refused("listOrganization", given, SHORT, cast.first_token) == taken
    assert hub.refused("registerOrganization", given, SHORT, cast.coordinator) == taken
    edit = {"id": other, "version": 1, "nationalId": "14003281190"}
    assert hub.refused("editOrganization", edit, SHORT, cast.coordinator) == taken
    assert hub.count() == before
    assert standing(hub, other) == ("LISTED", 1)


def test_of_many_that_take_one_identifier_at_once_one_gets_it(hub: Hub, cast: Cast) -> None:
    names = ("خانه", "سرای", "باغ", "دشت", "رود")
    before = hub.count()

    def taking(name: str) -> Any:
        given = {"kind": "NGO", "nameFa": f"{name} هم‌زمان", "nationalId": "10861234567"}
        return hub.do("listOrganization", given, SHORT, cast.first_token)

    payloads = at_once(*[lambda name=name: taking(name) for name in names])
    assert codes(payloads) == [[], *[["NATIONAL_ID_TAKEN"]] * 4]
    assert hub.count() == before + 3


# -- versions and keys -----------------------------------------------------------------------------


def test_a_key_stands_for_one_input_of_one_mutation_of_one_token(hub: Hub, cast: Cast) -> None:
    given = {"kind": "NGO", "nameFa": "گروه یک"}
    made = hub.do("listOrganization", given, SHORT, cast.coordinator, key="k-1")
    assert made["errors"] == []
    before = hub.count()
    for mutation, other in (
        ("listOrganization", {**given, "nameFa": "گروه دو"}),
        ("listOrganization", {**given, "mission": "کار"}),
        ("registerOrganization", given),
    ):
        payload = hub.do(mutation, other, SHORT, cast.coordinator, key="k-1")
        assert payload == {
            "organization": None,
            "errors": [
                {
                    "code": "IDEMPOTENCY_KEY_REUSED",
                    "message": "This key was used before with a different input. Make a new key.",
                    "path": ["idempotencyKey"],
                }
            ],
        }
    assert hub.count() == before
    other = given | {"despite": [made["organization"]["id"]]}
    another = hub.do("listOrganization", other, SHORT, cast.second_token, key="k-1")
    assert another["errors"] == []
    assert another["organization"]["id"] != made["organization"]["id"]


@pytest.mark.parametrize(("key", "code"), [("", "TEXT_EMPTY"), ("k" * 201, "TEXT_TOO_LONG")])
def test_a_key_of_a_wrong_length_writes_nothing(hub: Hub, cast: Cast, key: str, code: str) -> None:
    before = hub.count()
    given = {"kind": "NGO", "nameFa": "گروه"}
    payload = hub.do("listOrganization", given, SHORT, cast.first_token, key=key)
    assert [(error["code"], error["path"]) for error in payload["errors"]] == [(code, ["idempotencyKey"])]
    assert hub.count() == before


def test_a_refused_mutation_leaves_its_key_free(hub: Hub, cast: Cast) -> None:
    made = listed(hub, cast)
    before = hub.count()
    edit = {"id": made, "version": 2, "mission": "تازه"}
    refused = hub.do("editOrganization", edit, SHORT, cast.coordinator, key="e-1")
    assert (codes([refused]), hub.count()) == ([["VERSION_CHANGED"]], before)
    edit["version"] = 1
    for _ in range(2):
        told = hub.do("editOrganization", edit, SHORT, cast.coordinator, key="e-1")
        assert told["organization"] == {"id": made, "version": 2, "status": "LISTED"}
