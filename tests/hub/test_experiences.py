"""Experiences over HTTP: written, edited, published, withdrawn, by their organization alone."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest

from tests.running import Hub

SHORT = "experience { id version status visibility publishedAt }"
STANDING = "experience { id version status visibility }"
ALL = (
    "experience { version status visibility publishedAt title language outcome context intended happened why"
    " enablingFactors barriers costBand startedOn endedOn targetGroups demo publisher { id } region { id }"
    " topics { id } skills { id } results { indicator value baseline unit position }"
    " participants { edges { role since until node { id } } } }"
)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
AUTHOR_EN = "Ravan Guild"


@dataclass(frozen=True)
class Cast:
    """An author, a reader, and a coordinator."""

    author: str
    author_token: str
    reader: str
    reader_token: str
    coordinator: str
    region: str
    topics: tuple[str, str]


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    author, author_token = hub.member("صنف روان", nameEn=AUTHOR_EN)
    reader, reader_token = hub.member("انجمن خوانا")
    return Cast(
        author,
        author_token,
        reader,
        reader_token,
        hub.token(None, "COORDINATOR"),
        hub.region("IR-07", "فارس"),
        (hub.topic("sewing", "خیاطی"), hub.topic("loans", "وام")),
    )


def full(cast: Cast) -> dict[str, Any]:
    """All that can be told of an experience."""
    return {
        "title": "کارگاه خیاطی روستا",
        "outcome": "MIXED",
        "happened": "نیمی ماندند.\nنیمی رفتند.",
        "language": "FA",
        "visibility": "PUBLIC",
        "context": "روستای دور",
        "intended": "بیست شغل",
        "why": "بازار دور بود.",
        "enablingFactors": ["مربی بومی", "همراهی شورا"],
        "barriers": ["راه"],
        "costBand": "LOW",
        "startedOn": "2024-03-20",
        "endedOn": "2025-03-20",
        "targetGroups": ["RURAL"],
        "regionId": cast.region,
        "topicIds": list(cast.topics),
        "participants": [
            {"organizationId": cast.author, "role": "FUNDER", "since": "2024-03-20", "until": "2024-09-20"}
        ],
        "results": [
            {"indicator": "شغل", "value": 10, "baseline": 0.5, "unit": "نفر"},
            {"indicator": "درآمد", "value": 2.5},
        ],
    }


def full_as_kept(cast: Cast) -> dict[str, Any]:
    """What the graph answers for it."""
    given = {name: value for name, value in full(cast).items() if not name.endswith(("Id", "Ids"))}
    return given | {
        "version": 1,
        "status": "DRAFT",
        "publishedAt": None,
        "demo": False,
        "publisher": {"id": cast.author},
        "region": {"id": cast.region},
        "topics": by_id(*cast.topics),
        "skills": [],
        "participants": {
            "edges": [
                {"role": "FUNDER", "since": "2024-03-20", "until": "2024-09-20", "node": {"id": cast.author}}
            ]
        },
        "results": [
            {"indicator": "شغل", "value": 10.0, "baseline": 0.5, "unit": "نفر", "position": 0},
            {"indicator": "درآمد", "value": 2.5, "baseline": None, "unit": None, "position": 1},
        ],
    }


def by_id(*ids: str) -> list[dict[str, str]]:
    return [{"id": id_} for id_ in sorted(ids)]


def drafted(hub: Hub, cast: Cast, **given: Any) -> str:
    made = {"title": "تجربه", "outcome": "SUCCESS", "happened": "شد.", **given}
    return str(hub.done("createExperience", made, SHORT, cast.author_token)["id"])


def published(hub: Hub, cast: Cast, **given: Any) -> str:
    """A published one: version 2."""
    made = drafted(hub, cast, **given)
    hub.done("publishExperience", {"id": made, "version": 1}, SHORT, cast.author_token)
    return made


def withdrawn(hub: Hub, cast: Cast, **given: Any) -> str:
    """A withdrawn one: version 3."""
    made = published(hub, cast, **given)
    hub.done("withdrawExperience", {"id": made, "version": 2}, SHORT, cast.author_token)
    return made


def stored(hub: Hub, id_: str, wanted: str = ALL) -> Any:
    """An experience as it stands, topics by id."""
    document = f"query($id: ID!) {{ {wanted.replace('experience', 'experience(id: $id)', 1)} }}"
    found = hub.ask(document, {"id": id_}, hub.owner_of(id_))["experience"]
    if "topics" in found:
        found["topics"].sort(key=lambda topic: str(topic["id"]))
    return found


def standing(hub: Hub, id_: str) -> tuple[str, str, int]:
    found = stored(hub, id_, STANDING)
    return found["status"], found["visibility"], found["version"]


def kinds(hub: Hub, subject: str) -> list[str]:
    """What happened to it, oldest first, without the first word of each."""
    text = "MATCH (e:Event)-[:SUBJECT]->({id: $id}) RETURN e.kind AS kind ORDER BY e.sequence"
    return [row["kind"].removeprefix("EXPERIENCE_") for row in hub.cypher(text, id=subject)]


def found(hub: Hub, cast: Cast, words: str) -> list[str]:
    """The experiences that a filter by title finds, which must be those that a search finds."""
    query = (
        "query($words: String!) { experiences(filter: {title: {contains: $words}}) { nodes { id } }"
        " search(query: $words, types: [EXPERIENCE]) { hits { missing node { ... on Experience { id } } } } }"
    )
    answer = hub.ask(query, {"words": words}, cast.reader_token)
    ids = [node["id"] for node in answer["experiences"]["nodes"]]
    whole = [hit["node"]["id"] for hit in answer["search"]["hits"] if not hit["missing"]]
    assert sorted(whole) == sorted(ids)
    return ids


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


# -- create and edit -------------------------------------------------------------------------------


def test_what_is_not_told_has_its_default(hub: Hub, cast: Cast) -> None:
    kept = stored(hub, drafted(hub, cast))
    told = {"title": "تجربه", "outcome": "SUCCESS", "happened": "شد.", "language": "FA", "demo": False}
    assert {name: value for name, value in kept.items() if value not in (None, [])} == {
        **told,
        "version": 1,
        "status": "DRAFT",
        "visibility": "MEMBERS",
        "publisher": {"id": cast.author},
        "participants": {"edges": []},
    }


def test_an_edit_replaces_what_is_given_and_keeps_the_rest(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast, **full(cast))
    before = stored(hub, made, "experience { createdAt updatedAt }")
    change = {
        "title": "کارگاه قالی",
        "outcome": "FAILURE",
        "why": None,
        "costBand": None,
        "endedOn": None,
        "barriers": None,
        "enablingFactors": ["بازار نزدیک"],
        "regionId": None,
        "topicIds": [cast.topics[1]],
        "results": [{"indicator": "شغل", "value": 3}],
    }
    edit = {"id": made, "version": 1, **change}
    told = hub.done("editExperience", edit, SHORT, cast.author_token)
    assert told == {
        "id": made,
        "version": 2,
        "status": "DRAFT",
        "visibility": "PUBLIC",
        "publishedAt": None,
    }
    assert stored(hub, made) == full_as_kept(cast) | {
        "version": 2,
        **{name: value for name, value in change.items() if not name.endswith(("Id", "Ids"))},
        "barriers": [],
        "region": None,
        "topics": by_id(cast.topics[1]),
        "results": [{"indicator": "شغل", "value": 3.0, "baseline": None, "unit": None, "position": 0}],
    }
    after = stored(hub, made, "experience { createdAt updatedAt }")
    assert after["createdAt"] == before["createdAt"] < after["updatedAt"]
    assert MOMENT.fullmatch(after["updatedAt"])
    assert kinds(hub, made) == ["CREATED", "EDITED"]
    orphans = "MATCH (r:Result) WHERE NOT EXISTS { (r)<-[:HAS_RESULT]-() } RETURN count(r) AS n"
    assert hub.cypher(orphans) == [{"n": 0}]


def test_after_an_edit_the_new_title_is_found_and_the_old_one_is_not(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast, title="آسیاب‌گردانی", happened="نخست.")
    other = published(hub, cast, title="بادبان‌بافی", happened="دوم.")
    assert found(hub, cast, "آسياب گرداني") == [made]
    assert sorted_by_title(hub, cast, made, other) == [made, other]
    edit = {"id": made, "version": 2, "title": "پوستین‌دوزی", "happened": "آسیاب نیست."}
    hub.done("editExperience", edit, SHORT, cast.author_token)
    assert (found(hub, cast, "آسياب گرداني"), found(hub, cast, "پوستین دوزی")) == ([], [made])
    assert sorted_by_title(hub, cast, made, other) == [other, made]


def sorted_by_title(hub: Hub, cast: Cast, *ids: str) -> list[str]:
    query = "query($ids: [ID!]) { experiences(sort: [TITLE_ASC], filter: {id: {in: $ids}}) { nodes { id } } }"
    nodes = hub.ask(query, {"ids": list(ids)}, cast.reader_token)["experiences"]["nodes"]
    return [node["id"] for node in nodes]


WRONG: tuple[tuple[dict[str, Any], str, list[str]], ...] = (
    ({"topicIds": ["top_sewing", "reg_ir07"]}, "NOT_FOUND", ["input", "topicIds", "1"]),
    ({"regionId": "top_sewing"}, "NOT_FOUND", ["input", "regionId"]),
)


@pytest.mark.parametrize(("change", "code", "path"), WRONG)
def test_what_is_no_topic_or_region_is_not_linked_as_one(
    hub: Hub, cast: Cast, change: dict[str, Any], code: str, path: list[str]
) -> None:
    made = drafted(hub, cast)
    before = hub.count()
    given = {"title": "تجربه", "outcome": "SUCCESS", "happened": "شد.", **change}
    assert hub.refused("createExperience", given, SHORT, cast.author_token) == (code, path)
    edit = {"id": made, "version": 1, **change}
    assert hub.refused("editExperience", edit, SHORT, cast.author_token) == (code, path)
    assert hub.count() == before
    assert standing(hub, made) == ("DRAFT", "MEMBERS", 1)


def test_a_participant_stands_once_in_each_role(hub: Hub, cast: Cast) -> None:
    host = {"organizationId": cast.author, "role": "HOST"}
    made = drafted(hub, cast)
    edit = {"id": made, "version": 1, "participants": [host, {**host, "since": "2025-01-02"}]}
    told = hub.refused("editExperience", edit, SHORT, cast.author_token)
    assert told == ("LISTED_TWICE", ["input", "participants", "1"])
    assert stored(hub, made)["participants"] == {"edges": []}
    edit["participants"] = [host, {**host, "role": "FUNDER"}]
    hub.done("editExperience", edit, SHORT, cast.author_token)
    assert [edge["role"] for edge in stored(hub, made)["participants"]["edges"]] == ["FUNDER", "HOST"]


def test_an_edit_of_one_day_is_checked_against_the_other(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast, startedOn="2024-03-20", endedOn="2025-03-20")
    for change in ({"startedOn": "2025-03-21"}, {"endedOn": "2024-03-19"}):
        edit = {"id": made, "version": 1, **change}
        told = hub.refused("editExperience", edit, SHORT, cast.author_token)
        assert told == ("END_BEFORE_START", ["input", "endedOn"])
    assert stored(hub, made, "experience { startedOn endedOn version }") == {
        "startedOn": "2024-03-20",
        "endedOn": "2025-03-20",
        "version": 1,
    }


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "This text cannot be empty. Write it."),
        ("fa", "این متن نمی‌تواند خالی باشد. آن را بنویسید."),
    ],
)
def test_an_error_is_told_in_the_language_asked_for(
    hub: Hub, cast: Cast, language: str, message: str
) -> None:
    document = (
        "mutation($input: CreateExperienceInput!) { createExperience(input: $input)"
        " { experience { id } errors { path message code } } }"
    )
    given = {"title": " ", "outcome": "SUCCESS", "happened": "شد."}
    before = hub.count()
    answer = hub.post(document, {"input": given}, cast.author_token, language).json()
    error = {"path": ["input", "title"], "message": message, "code": "TEXT_EMPTY"}
    assert answer["data"] == {"createExperience": {"experience": None, "errors": [error]}}
    assert hub.count() == before


# -- who may ---------------------------------------------------------------------------------------


def test_what_is_hidden_from_a_viewer_is_to_them_as_if_it_were_not_there(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    for id_ in (made, "exp_nowhere", cast.author):
        for mutation in ("editExperience", "publishExperience", "withdrawExperience"):
            for token in (cast.reader_token, cast.coordinator):
                told = hub.do(mutation, {"id": id_, "version": 1}, SHORT, token)
                message = "Nothing with this id, or nothing that you may see. Check the id."
                assert told["errors"] == [{"code": "NOT_FOUND", "message": message, "path": ["input", "id"]}]
    assert standing(hub, made) == ("DRAFT", "MEMBERS", 1)


# -- publish and withdraw --------------------------------------------------------------------------


def test_an_experience_is_published_withdrawn_and_published_again(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    steps = (
        ("publishExperience", {}, ("PUBLISHED", "MEMBERS", 2)),
        ("publishExperience", {"visibility": "PUBLIC"}, ("PUBLISHED", "PUBLIC", 3)),
        ("editExperience", {"visibility": "PARTNERS"}, ("PUBLISHED", "PARTNERS", 4)),
        ("withdrawExperience", {}, ("WITHDRAWN", "PARTNERS", 5)),
        ("publishExperience", {"visibility": "MEMBERS"}, ("PUBLISHED", "MEMBERS", 6)),
    )
    moments = set()
    for version, (mutation, more, after) in enumerate(steps, start=1):
        told = hub.done(mutation, {"id": made, "version": version, **more}, SHORT, cast.author_token)
        assert (told["status"], told["visibility"], told["version"]) == after
        moments.add(told["publishedAt"])
    (first,) = moments
    assert MOMENT.fullmatch(first)
    assert kinds(hub, made) == ["CREATED", "PUBLISHED", "PUBLISHED", "EDITED", "WITHDRAWN", "PUBLISHED"]


NAMING: tuple[tuple[dict[str, Any], list[str]], ...] = (
    ({"title": "کارگاه صنف روان"}, ["input", "title"]),
    ({"happened": f"so {AUTHOR_EN.upper()} stopped"}, ["input", "happened"]),
    ({"barriers": ["راه", "صنفِ روان"]}, ["input", "barriers", "1"]),
    (
        {"results": [{"indicator": "شغل", "value": 1}, {"indicator": "عضو صنف‌روان", "value": 1}]},
        ["input", "results", "1", "indicator"],
    ),
    (
        {"results": [{"indicator": "عضو", "value": 1, "unit": "نفر صنف روان"}]},
        ["input", "results", "0", "unit"],
    ),
)


@pytest.mark.parametrize(("naming", "path"), NAMING)
def test_a_text_that_names_its_author_is_not_anonymized(
    hub: Hub, cast: Cast, naming: dict[str, Any], path: list[str]
) -> None:
    told = drafted(hub, cast, **naming)
    publish = {"id": told, "version": 1, "visibility": "ANONYMIZED"}
    refused = hub.refused("publishExperience", publish, SHORT, cast.author_token)
    assert refused == ("NAMES_ITS_AUTHOR", path)
    assert standing(hub, told) == ("DRAFT", "MEMBERS", 1)
    named = published(hub, cast, **naming)
    edit = {"id": named, "version": 2, "visibility": "ANONYMIZED"}
    assert hub.refused("editExperience", edit, SHORT, cast.author_token) == ("NAMES_ITS_AUTHOR", path)
    assert standing(hub, named) == ("PUBLISHED", "MEMBERS", 2)
    anonymized = published(hub, cast, visibility="ANONYMIZED")
    edit = {"id": anonymized, "version": 2, **naming}
    assert hub.refused("editExperience", edit, SHORT, cast.author_token) == ("NAMES_ITS_AUTHOR", path)
    assert standing(hub, anonymized) == ("PUBLISHED", "ANONYMIZED", 2)
    # Once what names it is replaced, it may be.
    clear = {name: None if name in {"barriers", "results"} else "متن" for name in naming}
    edit = {"id": told, "version": 1, "visibility": "ANONYMIZED", **clear}
    hub.done("editExperience", edit, SHORT, cast.author_token)
    hub.done("publishExperience", {"id": told, "version": 2}, SHORT, cast.author_token)
    assert standing(hub, told) == ("PUBLISHED", "ANONYMIZED", 3)


# -- versions and keys -----------------------------------------------------------------------------


def test_of_many_edits_of_one_version_at_once_one_wins(hub: Hub, cast: Cast) -> None:
    made = drafted(hub, cast)
    wanted = "experience { version title results { indicator position } topics { id } }"
    edits = [
        {
            "id": made,
            "version": 1,
            "title": f"عنوان {n}",
            "results": [{"indicator": f"{n}.{m}", "value": m} for m in range(n + 1)],
            "topicIds": [cast.topics[n % 2]],
        }
        for n in range(6)
    ]
    payloads = at_once(
        *[lambda edit=edit: hub.do("editExperience", edit, wanted, cast.author_token) for edit in edits]
    )
    assert codes(payloads) == [[], *[["VERSION_CHANGED"]] * 5]
    n = [not payload["errors"] for payload in payloads].index(True)
    won = {
        "version": 2,
        "title": f"عنوان {n}",
        "results": [{"indicator": f"{n}.{m}", "position": m} for m in range(n + 1)],
        "topics": by_id(cast.topics[n % 2]),
    }
    assert payloads[n]["experience"] == won
    assert stored(hub, made, wanted) == won
    assert kinds(hub, made) == ["CREATED", "EDITED"]


def test_an_experience_published_and_withdrawn_at_once_is_one_of_both(hub: Hub, cast: Cast) -> None:
    for _ in range(5):
        made = drafted(hub, cast)
        given = {"id": made, "version": 1}
        payloads = at_once(
            lambda given=given: hub.do("publishExperience", given, SHORT, cast.author_token),
            lambda given=given: hub.do("withdrawExperience", given, SHORT, cast.author_token),
        )
        assert codes(payloads) == [[], ["VERSION_CHANGED"]]
        status = "WITHDRAWN" if payloads[0]["errors"] else "PUBLISHED"
        assert standing(hub, made) == (status, "MEMBERS", 2)
        assert kinds(hub, made) == ["CREATED", status]


def test_the_same_key_writes_once_whatever_happened_since(hub: Hub, cast: Cast) -> None:
    given = {"title": "تجربه", "outcome": "SUCCESS", "happened": "شد.", "topicIds": [cast.topics[0]]}
    before = hub.count()
    payloads = at_once(
        *[lambda: hub.do("createExperience", given, STANDING, cast.author_token, key="c-1")] * 5
    )
    assert codes(payloads) == [[]] * 5
    (made,) = {payload["experience"]["id"] for payload in payloads}
    # The experience, its version, its event, and what remembers the key.
    assert hub.count() == before + 4
    publish = {"id": made, "version": 1, "visibility": "PUBLIC"}
    after = {"id": made, "version": 2, "status": "PUBLISHED", "visibility": "PUBLIC"}
    for _ in range(2):
        told = hub.do("publishExperience", publish, STANDING, cast.author_token, key="p-1")
        assert told == {"experience": after, "errors": []}
    replayed = hub.do("createExperience", given, STANDING, cast.author_token, key="c-1")
    assert replayed == {"experience": after, "errors": []}
    other = hub.do("createExperience", {**given, "topicIds": []}, SHORT, cast.author_token, key="c-1")
    assert codes([other]) == [["IDEMPOTENCY_KEY_REUSED"]]
    assert kinds(hub, made) == ["CREATED", "PUBLISHED"]
    # The event and the version of its publication, and what remembers that key.
    assert hub.count() == before + 7
