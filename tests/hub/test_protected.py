"""Protected failures over HTTP: at least five could have written what is anonymized, and no text names who did.

On a hub of its own with the usual setting: elsewhere in the tests there are too few organizations.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.conftest import Neo4j
from tests.running import Hub, own_hub

SHOWN = "region { id } topics { id } targetGroups startedOn endedOn"
EXPERIENCE = f"experience {{ id version {SHOWN} written {{ {SHOWN} }} }}"
QUERY = f"query($id: ID!) {{ experience(id: $id) {{ {SHOWN} written {{ {SHOWN} }} publisher {{ id }} }} }}"


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j) -> Iterator[Hub]:
    """A hub that asks for five."""
    with own_hub(neo4j_server) as made:
        yield made


@dataclass(frozen=True)
class Cast:
    """Five organizations of one province, one of them alone in its county, with its craft and its group."""

    author: str
    token: str
    reader_token: str
    others: list[str]
    county: str
    province: str
    narrow: str
    broad: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    country = hub.region("IR", "ایران", "COUNTRY")
    province = hub.region("IR-11", "سیستان", part_of=country)
    county = hub.region("IR-11-x", "چابهار", "COUNTY", province)
    broad, narrow = hub.topic("crafts", "صنایع دستی"), hub.topic("dhow", "لنج‌سازی", "top_crafts")
    told: dict[str, Any] = {"regionIds": [province], "topicIds": [broad], "targetGroups": ["RURAL"]}
    own = {**told, "regionIds": [county], "topicIds": [narrow], "targetGroups": ["RURAL", "REFUGEES"]}
    contacts = [
        {"kind": "MOBILE", "value": "09123456789"},
        {"kind": "EMAIL", "value": "info@mowj-e-omid.example"},
    ]
    author, token = hub.member(
        "خیریهٔ موج امید",
        nameEn="Mowj Omid Relief",
        website="https://www.mowjomid.ir/fa",
        nationalId="10380284790",
        contacts=contacts,
        **own,
    )
    made = [hub.member(f"گروه {n}", **told) for n in ("یک", "دو", "سه", "چهار")]
    # Others elsewhere, and one of another kind, do not help.
    hub.organization("دور", regionIds=[country], topicIds=[broad])
    hub.organization("اداره", kind="STATE_BODY", **own)
    return Cast(author, token, made[0][1], [id_ for id_, _ in made], county, province, narrow, broad)


def told(cast: Cast, **given: Any) -> dict[str, Any]:
    """An experience that only its author could have written."""
    return {
        "title": "تجربه",
        "outcome": "FAILURE",
        "happened": "نشد.",
        "visibility": "ANONYMIZED",
        "regionId": cast.county,
        "topicIds": [cast.narrow],
        "targetGroups": ["RURAL", "REFUGEES"],
        "startedOn": "2024-03-20",
        "endedOn": "2024-09-05",
        **given,
    }


def drafted(hub: Hub, cast: Cast, **given: Any) -> dict[str, Any]:
    return dict(hub.done("createExperience", told(cast, **given), "experience { id version }", cast.token))


def published(hub: Hub, cast: Cast, **given: Any) -> dict[str, Any]:
    return dict(hub.done("publishExperience", drafted(hub, cast, **given), EXPERIENCE, cast.token))


def read(hub: Hub, id_: str, token: str | None) -> Any:
    return hub.ask(QUERY, {"id": id_}, token)["experience"]


# -- who could have written it -----------------------------------------------------------------------


def test_what_only_one_could_have_written_is_shown_less_exactly(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    shown = read(hub, made["id"], cast.reader_token)
    assert shown == {
        "region": {"id": cast.province},
        "topics": [{"id": cast.broad}],
        "targetGroups": ["RURAL"],
        "startedOn": "2024-03-01",
        "endedOn": "2024-09-01",
        "written": None,
        "publisher": None,
    }
    own = read(hub, made["id"], cast.token)
    exact = {"startedOn": "2024-03-20", "endedOn": "2024-09-05", "targetGroups": ["RURAL", "REFUGEES"]}
    assert own["written"] == {**exact, "region": {"id": cast.county}, "topics": [{"id": cast.narrow}]}
    # No filter finds what is not shown.
    query = """query($county: ID!, $narrow: ID!) {
      a: experiences(filter: {region: {id: {eq: $county}}}) { totalCount }
      b: experiences(filter: {topics: {some: {id: {eq: $narrow}}}}) { totalCount }
      c: experiences(filter: {targetGroups: {has: REFUGEES}}) { totalCount }
      d: experiences(filter: {startedOn: {eq: "2024-03-20"}}) { totalCount }
      region(id: $county) { experiences { totalCount } } topic(id: $narrow) { experiences { totalCount } } }"""
    answer = hub.ask(query, {"county": cast.county, "narrow": cast.narrow}, cast.reader_token)
    assert {answer[name]["totalCount"] for name in "abcd"} == {0}
    assert answer["region"]["experiences"]["totalCount"] == answer["topic"]["experiences"]["totalCount"] == 0


SEARCH = """query($word: String!, $regions: [ID!], $topics: [ID!]) {
  search(query: $word, regionIds: $regions, topicIds: $topics) {
    totalCount facets { regions { region { id } } topics { topic { id } } } } }"""


def test_a_search_places_it_where_it_is_shown_and_nowhere_else(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast, title="یکتانام")
    lesson = {"statement": "یکتادرس", "recommendation": "بسنجید.", "experienceIds": [made["id"]]}
    drawn = {**lesson, "topicIds": [cast.narrow], "visibility": "ANONYMIZED"}
    written = hub.done("createLesson", drawn, "lesson { id version }", cast.token)
    hub.done("publishLesson", written, "lesson { id }", cast.token)
    for word, places in (("یکتانام", {cast.province, "reg_ir"}), ("یکتادرس", set())):
        for viewer in (cast.reader_token, cast.token):
            found = hub.ask(SEARCH, {"word": word}, viewer)["search"]
            assert found["totalCount"] == 1
            regions = {row["region"]["id"] for row in found["facets"]["regions"]}
            topics = {row["topic"]["id"] for row in found["facets"]["topics"]}
            assert (regions, topics) == (places, {cast.broad})
            for exact in ({"regions": [cast.county]}, {"topics": [cast.narrow]}):
                assert hub.ask(SEARCH, {"word": word, **exact}, viewer)["search"]["totalCount"] == 0


def test_what_five_could_have_written_is_shown_as_it_is(hub: Hub, cast: Cast) -> None:
    given = {"regionId": cast.province, "topicIds": [cast.broad], "targetGroups": ["RURAL"]}
    shown = read(hub, published(hub, cast, **given)["id"], cast.reader_token)
    assert (shown["region"], shown["topics"]) == ({"id": cast.province}, [{"id": cast.broad}])
    assert (shown["targetGroups"], shown["startedOn"]) == (["RURAL"], "2024-03-01")


def test_an_edit_starts_from_what_was_written_and_named_again_it_is_as_it_was(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    edit = {"id": made["id"], "version": 2, "title": "دیگر"}
    hub.done("editExperience", edit, EXPERIENCE, cast.token)
    assert read(hub, made["id"], cast.token)["written"]["region"] == {"id": cast.county}
    assert read(hub, made["id"], cast.reader_token)["region"] == {"id": cast.province}
    named = {"id": made["id"], "version": 3, "visibility": "MEMBERS"}
    hub.done("publishExperience", named, EXPERIENCE, cast.token)
    assert read(hub, made["id"], cast.reader_token) == {
        "region": {"id": cast.county},
        "topics": [{"id": cast.narrow}],
        "targetGroups": ["RURAL", "REFUGEES"],
        "startedOn": "2024-03-20",
        "endedOn": "2024-09-05",
        "written": None,
        "publisher": {"id": cast.author},
    }


def test_what_too_few_could_have_written_however_little_it_shows_is_refused(hub: Hub, cast: Cast) -> None:
    alone, token = hub.member("بنیادی", kind="FOUNDATION")
    given = told(cast, regionId=None, topicIds=[], targetGroups=[], startedOn=None, endedOn=None)
    draft = hub.done("createExperience", given, "experience { id version }", token)
    refused = hub.refused("publishExperience", draft, "experience { id }", token)
    assert refused == ("TOO_FEW_LIKE_IT", ["input", "visibility"])
    assert read(hub, draft["id"], cast.reader_token) is None
    assert hub.cypher("MATCH (n {id: $id}) RETURN n.status AS s", id=draft["id"]) == [{"s": "DRAFT"}]
    assert alone


def test_a_lesson_shows_no_more_than_five_could_have_drawn_from_it(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    given = {
        "statement": "بسنجید",
        "recommendation": "چنین کنید.",
        "experienceIds": [made["id"]],
        "topicIds": [cast.narrow],
        "visibility": "ANONYMIZED",
    }
    draft = hub.done("createLesson", given, "lesson { id version }", cast.token)
    lesson = hub.done(
        "publishLesson", draft, "lesson { topics { id } written { topics { id } } }", cast.token
    )
    assert (lesson["topics"], lesson["written"]["topics"]) == ([{"id": cast.broad}], [{"id": cast.narrow}])


# -- whom a text names -------------------------------------------------------------------------------

NAMING = (
    "کارگاه خیریهٔ موج‌امید بسته شد",
    "خیریهموجامید",
    "خيريه‌ي موج\u200bامید",
    "Mоwj Omid Rеlief stopped",
    "the MOR workshop",
    "بنگرید به www.mowjomid.ir",
    "بنگرید به mowjomid . ir",
    "info@mowj-e-omid.example",
    "زنگ بزنید: ۰۹۱۲ ۳۴۵ ۶۷۸۹",
    "+98 912-345-6789",
    "شناسهٔ ملی ۱۰۳۸۰۲۸۴۷۹۰",
)


@pytest.mark.parametrize("text", NAMING)
def test_a_text_that_names_its_author_is_refused_with_the_place(hub: Hub, cast: Cast, text: str) -> None:
    draft = drafted(hub, cast, barriers=["راه", f"نخست {text} سپس"])
    payload = hub.do("publishExperience", draft, "experience { id }", cast.token)
    (error,) = payload["errors"]
    assert (error["code"], error["path"]) == ("NAMES_ITS_AUTHOR", ["input", "barriers", "1"])
    assert "character" in error["message"]
    assert read(hub, draft["id"], cast.reader_token) is None


def test_the_id_of_an_own_record_is_refused(hub: Hub, cast: Cast) -> None:
    other = drafted(hub, cast)
    for id_ in (other["id"], cast.author):
        draft = drafted(hub, cast, why=f"مانند {id_}")
        refused = hub.refused("publishExperience", draft, "experience { id }", cast.token)
        assert refused == ("NAMES_ITS_AUTHOR", ["input", "why"])


def test_a_word_that_hints_at_its_author_must_be_acknowledged(hub: Hub, cast: Cast) -> None:
    draft = drafted(hub, cast, happened="موجی از امید در چابهار بود.")
    payload = hub.do("publishExperience", draft, "experience { id }", cast.token)
    (error,) = payload["errors"]
    assert (error["code"], error["path"]) == ("HINTS_AT_ITS_AUTHOR", ["input", "happened"])
    assert {word for word in ("موج", "امید", "چابهار") if word in error["message"]} == {
        "موج",
        "امید",
        "چابهار",
    }
    meant = {**draft, "acknowledge": ["موج", "امید", "چابهار"]}
    hub.done("publishExperience", meant, "experience { id }", cast.token)
    edit = {"id": draft["id"], "version": 2, "why": "امید کم بود."}
    hub.done("editExperience", edit, "experience { id }", cast.token)


def test_the_words_that_hint_are_told_as_a_list_which_an_edit_gives_back(hub: Hub, cast: Cast) -> None:
    draft = drafted(hub, cast)
    hub.done("publishExperience", draft, "experience { id }", cast.token)
    edit = {"id": draft["id"], "version": 2, "happened": "موجی از امید در چابهار بود."}
    asked = (
        "mutation($input: EditExperienceInput!) { editExperience(input: $input)"
        " { experience { version } errors { code path ids words } } }"
    )
    refused = hub.ask(asked, {"input": edit}, cast.token)["editExperience"]
    words = refused["errors"][0].pop("words")
    assert sorted(words) == ["امید", "موج", "چابهار"]
    why = {"code": "HINTS_AT_ITS_AUTHOR", "path": ["input", "happened"], "ids": []}
    assert refused == {"experience": None, "errors": [why]}
    kept = hub.ask(asked, {"input": {**edit, "acknowledge": words}}, cast.token)["editExperience"]
    assert kept == {"experience": {"version": 3}, "errors": []}


def test_what_anybody_could_be_reached_by_must_be_acknowledged(hub: Hub, cast: Cast) -> None:
    draft = drafted(hub, cast, happened="به ۰۹۳۵ ۱۱۱ ۲۲۳۳ یا someone@example.org بگویید؛ ۱۲۰۰۰۰۰۰۰ ریال شد.")
    (error,) = hub.do("publishExperience", draft, "experience { id }", cast.token)["errors"]
    assert (error["code"], error["path"]) == ("HINTS_AT_ITS_AUTHOR", ["input", "happened"])
    assert "۰۹۳۵ ۱۱۱ ۲۲۳۳، someone@example.org" in error["message"]
    assert "۱۲۰" not in error["message"]
    meant = {**draft, "acknowledge": ["۰۹۳۵ ۱۱۱ ۲۲۳۳", "someone@example.org"]}
    assert hub.done("publishExperience", meant, "experience { status }", cast.token) == {
        "status": "PUBLISHED"
    }


def test_a_new_name_that_an_anonymized_text_holds_is_refused(hub: Hub, cast: Cast) -> None:
    published(hub, cast, happened="کارگاه نیلوفر آبی بسته شد.")
    version = hub.cypher("MATCH (o {id: $id}) RETURN o.version AS v", id=cast.author)[0]["v"]
    edit = {"id": cast.author, "version": version, "nameEn": "نیلوفر آبی"}
    refused = hub.refused("editOrganization", edit, "organization { id }", cast.token)
    assert refused == ("NAMED_BY_ANONYMIZED", ["input", "nameEn"])


# -- when the network changes ------------------------------------------------------------------------


def test_when_an_organization_leaves_less_is_shown_and_never_more(hub: Hub, cast: Cast) -> None:
    made = published(hub, cast)
    assert read(hub, made["id"], cast.reader_token)["region"] == {"id": cast.province}
    gone = cast.others[-1]
    version = hub.cypher("MATCH (o {id: $id}) RETURN o.version AS v", id=gone)[0]["v"]
    given = {"id": gone, "version": version}
    hub.done("withdrawOrganization", given, "organization { id }", hub.admin)
    shown = read(hub, made["id"], cast.reader_token)
    # Four of the province are left: the distant one fits only where the region is away.
    assert shown["region"] is None
    assert (shown["topics"], shown["written"]) == ([{"id": cast.broad}], None)
    told_again = {"regionIds": [cast.province], "topicIds": [cast.broad], "targetGroups": ["RURAL"]}
    hub.organization("گروه پنج", **told_again)
    assert read(hub, made["id"], cast.reader_token) == shown
    assert read(hub, made["id"], cast.token)["written"]["region"] == {"id": cast.county}


# -- before it is published ---------------------------------------------------------------------------

PREVIEW = """query($id: ID!, $visibility: Visibility!, $acknowledge: [String!]) {
  previewExperience(id: $id, visibility: $visibility, acknowledge: $acknowledge) {
    everybody { title } members { region { id } publisher { id } written { region { id } } }
    who: partners { publisher { id } } own { region { id } publisher { id } written { region { id } } }
    coarser hints errors { code path ids } } }"""


def previewed(hub: Hub, id_: str, visibility: str, token: str | None, **more: Any) -> Any:
    variables = {"id": id_, "visibility": visibility, **more}
    return hub.ask(PREVIEW, variables, token)["previewExperience"]


def test_a_preview_shows_what_every_audience_would_read_and_writes_nothing(hub: Hub, cast: Cast) -> None:
    draft = drafted(hub, cast)
    before = hub.cypher("MATCH (n) RETURN count(n) AS nodes, sum(n.version) AS versions")
    author = {"id": cast.author}
    told_before = previewed(hub, draft["id"], "ANONYMIZED", cast.token)
    times = {"createdAt", "updatedAt", "publishedAt", "startedOn", "endedOn"}
    assert set(told_before.pop("coarser")) == times | {"targetGroups", "region", "topics"}
    assert told_before == {
        "everybody": None,
        "members": {"region": {"id": cast.province}, "publisher": None, "written": None},
        "who": {"publisher": None},
        "own": {
            "region": {"id": cast.province},
            "publisher": author,
            "written": {"region": {"id": cast.county}},
        },
        "hints": [],
        "errors": [],
    }
    named = {"region": {"id": cast.county}, "publisher": author, "written": None}
    public = previewed(hub, draft["id"], "PUBLIC", cast.token)
    assert (public["everybody"], public["members"]) == ({"title": "تجربه"}, named)
    assert (public["own"], public["coarser"]) == (named, [])
    partners = previewed(hub, draft["id"], "PARTNERS", cast.token)
    assert (partners["everybody"], partners["members"]) == (None, None)
    assert partners["who"] == {"publisher": author}
    assert hub.cypher("MATCH (n) RETURN count(n) AS nodes, sum(n.version) AS versions") == before


def test_a_preview_says_why_it_would_be_refused(hub: Hub, cast: Cast) -> None:
    named = drafted(hub, cast, why="صنف خیریهٔ موج امید")
    told_why = previewed(hub, named["id"], "ANONYMIZED", cast.token)
    assert told_why["errors"] == [{"code": "NAMES_ITS_AUTHOR", "path": ["why"], "ids": []}]
    assert (told_why["members"], told_why["own"], told_why["coarser"]) == (None, None, [])
    hint = drafted(hub, cast, why="امید کم بود.")
    told_why = previewed(hub, hint["id"], "ANONYMIZED", cast.token)
    assert told_why["errors"] == [{"code": "HINTS_AT_ITS_AUTHOR", "path": ["why"], "ids": []}]
    assert told_why["hints"] == ["امید"]
    meant = previewed(hub, hint["id"], "ANONYMIZED", cast.token, acknowledge=told_why["hints"])
    assert (meant["errors"], meant["hints"]) == ([], [])


def test_nobody_previews_what_is_not_theirs(hub: Hub, cast: Cast) -> None:
    draft, public = drafted(hub, cast), published(hub, cast, visibility="PUBLIC")
    for id_, code in ((draft["id"], "NOT_FOUND"), (public["id"], "NOT_ALLOWED")):
        variables = {"id": id_, "visibility": "PUBLIC"}
        answer = hub.post(PREVIEW, variables, cast.reader_token).json()
        assert [error["extensions"]["code"] for error in answer["errors"]] == [code]
