"""search by the names of skills and occupations: what is found by them, after its own words, and by whom."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.access import audience
from graph.model.common import RecordStatus, Visibility
from hub.context import Viewer
from tests.compiler.ways import Ways
from tests.hub.discovery.asking import answered
from tests.hub.discovery.network import VIEWERS, organization
from tests.hub.every.inputs import value
from tests.network import BEGUN, Network

SEARCH = """query($query: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    totalCount
    pageInfo { endCursor }
    hits { score missing node { ... on Node { id } } highlights { field text } }
    facets { types { type count } }
  }
}"""
ANONYMOUS, AUTHOR, OUTSIDER = (VIEWERS[name] for name in ("anonymous", "author", "outsider"))

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_VERSIONED = {"version": 1, "createdAt": _MADE, "updatedAt": _MADE, "demo": False}
_FIELD = Network()


def _skill(key: str, fa: str, en: str, *, above: str | None = None, **given: Any) -> None:
    fixed = {"slug": key.removeprefix("ski_"), "kind": "HARD", **BEGUN}
    _FIELD.add("Skill", key, labelFa=fa, labelEn=en, **(fixed | given))
    if above is not None:
        _FIELD.link(key, "BROADER", above)


def _record(label: str, key: str, title: str, visibility: str = "PUBLIC", **given: Any) -> None:
    status, skills = given.pop("status", "PUBLISHED"), given.pop("skills", ())
    read_by = audience(
        RecordStatus(status), Visibility(visibility), anonymizable=MODEL.nodes[label].anonymizable
    ).value
    fixed = {"language": "FA", "status": status, "visibility": visibility, "publishedAt": _MADE}
    values = {"title": title, "wording": 1} if label != "Lesson" else {"statement": title, "wording": 1}
    known = fixed | values | _VERSIONED | given | {"audience": read_by, "ownerIds": ["org_author"]}
    must = {
        member.name: value(label, member)
        for member in MODEL.nodes[label].properties()
        if member.required and member.name not in {"id", *known} and member.name != "recommendation"
    }
    if label == "Lesson":
        known["recommendation"] = "همین."
    _FIELD.add(label, key, **(must | known))
    _FIELD.link(key, "PUBLISHED_BY", "org_author")
    _FIELD.link(key, "USES_SKILL", *skills)


organization(_FIELD, "org_author", "انجمن نهان")
organization(_FIELD, "org_lonely", "جمعیت تنها")
_skill("ski_metal", "فلزکاری", "Metalwork")
_skill("ski_weld", "جوشکاری", "Welding", above="ski_metal", iscoCode="7212", alsoKnownAs=["سرب‌بندی"])
_skill("ski_arc", "قوس", "Arc", status="RETIRED", countsAs="ski_weld")
_FIELD.link("ski_arc", "REPLACED_BY", "ski_weld")
_skill("ski_sewing", "دوزندگی", "Sewing", iscoCode="7531")
_PLACES = {"places": 4, "filledPlaces": 0, "targetGroups": [], "dimensions": ["ECONOMIC"], "hours": 100}
_record("Course", "cou_named", "کلاس جوشکاری", **_PLACES)
_record("Course", "cou_skilled", "کلاس سازه", skills=("ski_weld",), **_PLACES)
_record("Lesson", "les_retired", "سازه پیش از نقشه", skills=("ski_arc",))
_record("Lesson", "les_draft", "سازه‌ای دیگر", status="DRAFT", skills=("ski_weld",))
_record("JobOpportunity", "job_coded", "سازندهٔ در", kind="JOB", occupationCode="7212", **_PLACES)
_record(
    "Experience", "exp_hidden", "در کارگاه", "ANONYMIZED", skills=("ski_weld",),
    outcome="FAILURE", happened="سرد بود.", startedOn=date(2025, 1, 1),
)  # fmt: skip
_record("Course", "cou_other", "کلاس پارچه", skills=("ski_sewing",), **_PLACES)


@pytest.fixture(scope="module")
def network() -> Network:
    """The network of this file."""
    return _FIELD


def _found(ways: Ways, query: str, viewer: Viewer = ANONYMOUS, **given: Any) -> dict[str, float]:
    hits = answered(ways, SEARCH, viewer, query=query, **given)["hits"]
    return {hit["node"]["id"]: hit["score"] for hit in hits if not hit["missing"]}


BY_SKILL = {"cou_skilled": 0.25, "job_coded": 0.25, "les_retired": 0.25}


@pytest.mark.parametrize("typed", ["Welding", "welding", "welders", "سرب بندی", "سرب‌بندی"])
def test_what_has_a_skill_is_found_by_each_of_its_names_after_the_skill_itself(
    ways: Ways, typed: str
) -> None:
    found = _found(ways, typed)
    assert next(iter(found)) == "ski_weld"
    assert {id_: score for id_, score in found.items() if id_ != "ski_weld"} == BY_SKILL
    assert list(found)[1:] == sorted(BY_SKILL)


def test_its_own_words_come_first(ways: Ways) -> None:
    found = _found(ways, "جوشکاری")
    assert list(found) == ["cou_named", "ski_weld", *sorted(BY_SKILL)]
    assert min(found["cou_named"], found["ski_weld"]) > 3


def test_a_broader_skill_finds_what_has_a_narrower_one_and_no_other_way_round(ways: Ways) -> None:
    assert list(_found(ways, "فلزکاری")) == ["ski_metal", *sorted(BY_SKILL)]
    assert "ski_metal" not in _found(ways, "جوشکاری")


def test_each_word_may_be_its_own_or_a_skills(ways: Ways) -> None:
    assert list(_found(ways, "کلاس جوشکاری")) == ["cou_named", "cou_skilled"]
    assert _found(ways, "سازه welding") == {"les_retired": 1.625, "cou_skilled": 1.625}


def test_what_is_closed_is_not_found_by_its_skill(ways: Ways) -> None:
    assert set(_found(ways, "welding", OUTSIDER)) == {"ski_weld", "exp_hidden", *BY_SKILL}
    assert set(_found(ways, "welding", AUTHOR)) == {"ski_weld", "exp_hidden", "les_draft", *BY_SKILL}
    assert "exp_hidden" not in _found(ways, "welding")


def test_facets_count_them_and_a_filter_leaves_what_they_say(ways: Ways) -> None:
    answer = answered(ways, SEARCH, ANONYMOUS, query="welding")
    counts = {row["type"]: row["count"] for row in answer["facets"]["types"]}
    assert counts == {"SKILL": 1, "COURSE": 1, "LESSON": 1, "JOB_OPPORTUNITY": 1}
    assert answer["totalCount"] == 4
    for kind, count in counts.items():
        assert len(_found(ways, "welding", types=[kind])) == count


def test_pages_go_on_through_them(ways: Ways) -> None:
    seen: list[str] = []
    after = None
    while True:
        answer = answered(ways, SEARCH, ANONYMOUS, query="welding", first=1, after=after)
        if not answer["hits"]:
            break
        seen += [hit["node"]["id"] for hit in answer["hits"]]
        after = answer["pageInfo"]["endCursor"]
    assert seen == ["ski_weld", *sorted(BY_SKILL)]


def test_a_hit_tells_which_skill_it_was_found_by(ways: Ways) -> None:
    hits = answered(ways, SEARCH, ANONYMOUS, query="welding")["hits"]
    told = {hit["node"]["id"]: hit["highlights"] for hit in hits}
    assert told["cou_skilled"] == [{"field": "skills", "text": "Welding"}]
    assert told["job_coded"] == [{"field": "skills", "text": "Welding"}]


def test_the_beginning_of_a_skills_name_is_not_its_name(ways: Ways) -> None:
    assert set(_found(ways, "جوشک")) == {"ski_weld", "cou_named"}
