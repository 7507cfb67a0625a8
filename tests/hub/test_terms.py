"""Coordinators keep topics, skills and regions: nothing that had one loses it, and what is retired is followed."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub

TOPIC = "topic { id version status replacedBy { slug } broader { slug } alsoKnownAs }"
REGION = "region { id version status }"
LESSON = "lesson { id version topics { slug status replacedBy { slug } } }"


@dataclass
class Terms:
    """A coordinator, a member, and topics by their slugs: wells and springs below water, each with a lesson."""

    hub: Hub
    coordinator: str
    member: str
    ids: dict[str, str]
    lessons: dict[str, str]

    def version(self, slug: str) -> int:
        return int(
            self.hub.ask("query($id: ID!) { topic(id: $id) { version } }", {"id": self.ids[slug]})["topic"][
                "version"
            ]
        )

    def step(self, move: str, slug: str, **more: Any) -> Any:
        given = {"id": self.ids[slug], "version": self.version(slug)} | more
        return self.hub.done(move, given, TOPIC, self.coordinator)

    def refused(self, move: str, slug: str, token: str | None = None, **more: Any) -> Any:
        given = {"id": self.ids[slug], "version": self.version(slug)} | more
        return self.hub.refused(move, given, TOPIC, token or self.coordinator)

    def found(self, filter_: dict[str, Any]) -> set[str]:
        """The slugs of the topics whose lessons a filter on topics finds."""
        query = "query($topics: TopicEdgeFilter) { lessons(filter: {topics: $topics}) { nodes { id } } }"
        told = self.hub.ask(query, {"topics": filter_}, self.member)
        ids = {node["id"] for node in told["lessons"]["nodes"]}
        return {slug for slug, id_ in self.lessons.items() if id_ in ids}

    def listed(self, rest: str = "") -> list[str]:
        return [
            node["slug"]
            for node in self.hub.ask(f"{{ topics{rest} {{ nodes {{ slug }} }} }}")["topics"]["nodes"]
        ]


@pytest.fixture
def terms(hub: Hub) -> Terms:
    hub.cypher("MATCH (n:Node) DETACH DELETE n")
    coordinator = hub.token(None, "COORDINATOR")
    _, member = hub.member("انجمن")
    ids: dict[str, str] = {}
    for slug, above in (("water", None), ("wells", "water"), ("springs", "water"), ("qanats", None)):
        given = {"slug": slug, "labelFa": f"نام {slug}", "labelEn": slug, "broaderId": above and ids[above]}
        ids[slug] = hub.done("addTopic", given, TOPIC, coordinator)["id"]
    lessons = {slug: lesson(hub, member, [id_]) for slug, id_ in ids.items()}
    return Terms(hub, coordinator, member, ids, lessons)


def lesson(hub: Hub, token: str, topics: list[str]) -> str:
    given = {
        "statement": "گفته",
        "recommendation": "چنین کنید",
        "source": "کتاب",
        "topicIds": topics,
        "visibility": "PUBLIC",
    }
    made = hub.done("createLesson", given, LESSON, token)
    hub.done("publishLesson", {"id": made["id"], "version": made["version"]}, "lesson { id }", token)
    return str(made["id"])


def test_a_merged_topic_stays_on_what_has_it_and_each_is_found_by_the_other(terms: Terms) -> None:
    merged = terms.step("mergeTopic", "wells", intoId=terms.ids["qanats"])
    assert (merged["status"], merged["replacedBy"]) == ("RETIRED", {"slug": "qanats"})
    query = "query($id: ID!) { lesson(id: $id) { topics { slug status replacedBy { slug } } } }"
    told = terms.hub.ask(query, {"id": terms.lessons["wells"]}, terms.member)["lesson"]["topics"]
    assert told == [{"slug": "wells", "status": "RETIRED", "replacedBy": {"slug": "qanats"}}]
    for slug in ("wells", "qanats"):
        assert terms.found({"some": {"slug": {"eq": slug}}}) == {"wells", "qanats"}
        assert terms.found({"some": {"id": {"in": [terms.ids[slug]]}}}) == {"wells", "qanats"}
        assert terms.found({"none": {"slug": {"eq": slug}}}) == {"water", "springs"}
        assert terms.found({"some": {"within": {"slug": {"eq": slug}}}}) == {"wells", "qanats"}
    assert terms.found({"some": {"slug": {"eq": "springs"}}}) == {"springs"}


def test_what_it_is_merged_into_leads_up_and_takes_what_stood_below(terms: Terms) -> None:
    terms.step("editTopic", "qanats", broaderId=terms.ids["springs"])
    terms.step("mergeTopic", "wells", intoId=terms.ids["qanats"])
    assert terms.found({"some": {"within": {"slug": {"eq": "springs"}}}}) == {"wells", "qanats", "springs"}
    terms.step("mergeTopic", "water", intoId=terms.ids["springs"])
    narrower = terms.hub.ask(
        "query($id: ID!) { topic(id: $id) { broader { slug } narrower { slug } } }",
        {"id": terms.ids["springs"]},
    )
    assert narrower["topic"] == {"broader": None, "narrower": [{"slug": "qanats"}]}
    assert terms.found({"some": {"within": {"slug": {"eq": "water"}}}}) == {
        "wells",
        "qanats",
        "springs",
        "water",
    }


def test_a_merged_one_follows_where_its_successor_goes(terms: Terms) -> None:
    terms.step("mergeTopic", "wells", intoId=terms.ids["qanats"])
    terms.step("mergeTopic", "qanats", intoId=terms.ids["springs"])
    assert terms.hub.ask(
        "query($id: ID!) { topic(id: $id) { replacedBy { slug } } }", {"id": terms.ids["wells"]}
    ) == {"topic": {"replacedBy": {"slug": "springs"}}}
    assert terms.found({"some": {"slug": {"eq": "wells"}}}) == {"wells", "qanats", "springs"}


def test_a_retired_one_is_not_offered_and_a_restored_one_is(terms: Terms) -> None:
    terms.step("retireTopic", "wells")
    assert terms.listed() == ["qanats", "springs", "water"]
    assert terms.listed("(filter: {status: {eq: RETIRED}})") == ["wells"]
    assert terms.listed('(filter: {slug: {eq: "wells"}})') == ["wells"]
    found = '{ search(query: "wells") { hits { node { ... on Topic { slug } } } } }'
    assert terms.hub.ask(found)["search"]["hits"] == []
    restored = terms.step("restoreTopic", "wells")
    assert (restored["status"], restored["broader"]) == ("IN_USE", {"slug": "water"})
    assert terms.listed() == ["qanats", "springs", "water", "wells"]
    assert terms.hub.ask(found)["search"]["hits"] == [{"node": {"slug": "wells"}}]


def test_a_search_for_the_name_of_a_merged_one_finds_what_stands_for_it(terms: Terms) -> None:
    terms.step("mergeTopic", "wells", intoId=terms.ids["qanats"])
    found = '{ search(query: "wells") { hits { node { ... on Topic { slug alsoKnownAs } } } } }'
    assert terms.hub.ask(found)["search"]["hits"] == [
        {"node": {"slug": "qanats", "alsoKnownAs": ["نام wells", "wells"]}}
    ]


def test_a_retired_one_is_given_to_nothing_anew_and_stays_where_it_was(terms: Terms) -> None:
    terms.step("mergeTopic", "wells", intoId=terms.ids["qanats"])
    given = {
        "statement": "الف",
        "recommendation": "ب",
        "source": "پ",
        "topicIds": [terms.ids["water"], terms.ids["wells"]],
    }
    before = terms.hub.count()
    (error,) = terms.hub.do("createLesson", given, LESSON, terms.member)["errors"]
    assert (error["code"], error["path"]) == ("TERM_MERGED", ["input", "topicIds", "1"])
    assert f"Give “نام qanats” ({terms.ids['qanats']})" in error["message"]
    assert terms.hub.count() == before
    kept = {
        "id": terms.lessons["wells"],
        "version": 2,
        "topicIds": [terms.ids["wells"], terms.ids["springs"]],
    }
    edited = terms.hub.done("editLesson", kept, LESSON, terms.member)
    assert {topic["slug"] for topic in edited["topics"]} == {"wells", "springs"}


def test_no_ring_is_made_and_no_level_too_many(terms: Terms) -> None:
    below = ["input", "broaderId"]
    assert terms.refused("editTopic", "water", broaderId=terms.ids["wells"]) == ("TERM_IN_A_RING", below)
    assert terms.refused("editTopic", "water", broaderId=terms.ids["water"]) == ("TERM_IN_A_RING", below)
    above = terms.ids["wells"]
    for number in range(3):
        given = {"slug": f"deep-{number}", "labelFa": f"ژرف {number}", "broaderId": above}
        above = terms.hub.done("addTopic", given, TOPIC, terms.coordinator)["id"]
    given = {"slug": "deepest", "labelFa": "ژرف‌ترین", "broaderId": above}
    assert terms.hub.refused("addTopic", given, TOPIC, terms.coordinator) == ("TERM_TOO_DEEP", below)
    assert terms.refused("editTopic", "water", broaderId=terms.ids["qanats"]) == ("TERM_TOO_DEEP", below)


def test_what_does_not_fit_is_refused_with_its_place(terms: Terms) -> None:
    add = {"slug": "Wells", "labelFa": "چاه"}
    assert terms.hub.refused("addTopic", add, TOPIC, terms.coordinator) == ("SLUG_FORM", ["input", "slug"])
    taken = {"slug": "wells", "labelFa": "چاه"}
    assert terms.hub.refused("addTopic", taken, TOPIC, terms.coordinator) == ("SLUG_TAKEN", ["input", "slug"])
    assert terms.refused("retireTopic", "water") == ("TERM_HAS_OTHERS_BELOW", [])
    assert terms.refused("mergeTopic", "wells", intoId=terms.ids["wells"]) == (
        "SAME_TERM",
        ["input", "intoId"],
    )
    terms.step("retireTopic", "wells")
    assert terms.refused("mergeTopic", "qanats", intoId=terms.ids["wells"]) == (
        "TERM_RETIRED",
        ["input", "intoId"],
    )
    assert terms.refused("editTopic", "qanats", broaderId=terms.ids["wells"])[0] == "TERM_RETIRED"
    assert terms.refused("editTopic", "qanats", terms.member, labelFa="دیگر") == ("NOT_ALLOWED", [])


def test_a_region_stands_where_its_kind_belongs(hub: Hub) -> None:
    coordinator = hub.token(None, "COORDINATOR")

    def given(code: str, kind: str, part_of: str | None) -> dict[str, Any]:
        return {"code": code, "kind": kind, "nameFa": f"ناحیهٔ {code}", "partOfId": part_of}

    country = hub.done("addRegion", given("ZZ", "COUNTRY", None), REGION, coordinator)["id"]
    for code, kind, part_of in (("ZZ-01-01", "COUNTY", country), ("ZZ-01", "PROVINCE", None)):
        told = hub.refused("addRegion", given(code, kind, part_of), REGION, coordinator)
        assert told == ("REGION_OF_ANOTHER_LEVEL", ["input", "partOfId"])
    province = hub.done("addRegion", given("ZZ-01", "PROVINCE", country), REGION, coordinator)["id"]
    county = hub.done("addRegion", given("ZZ-01-01", "COUNTY", province), REGION, coordinator)
    merge = {"id": county["id"], "version": 1, "intoId": province}
    assert hub.refused("mergeRegion", merge, REGION, coordinator) == (
        "TERM_OF_ANOTHER_KIND",
        ["input", "intoId"],
    )


def test_what_a_merge_moves_is_told_by_its_own_version_and_event(terms: Terms) -> None:
    terms.step("mergeTopic", "water", intoId=terms.ids["qanats"])
    told = terms.hub.ask("{ events(first: 4) { nodes { kind subject { ... on Topic { slug } } } } }")
    events = [(event["kind"], event["subject"]["slug"]) for event in told["events"]["nodes"]]
    assert events[0] == ("TOPIC_MERGED", "water")
    assert sorted(events[1:]) == [
        ("TOPIC_EDITED", "qanats"),
        ("TOPIC_EDITED", "springs"),
        ("TOPIC_EDITED", "wells"),
    ]
    kept = terms.hub.cypher(
        "MATCH (t:Topic)-[:HAS_VERSION]->(v:Version) WHERE v.number = t.version"
        " RETURN t.slug AS slug, v.number AS number, v.event AS event, v.links AS links ORDER BY slug"
    )
    assert [(row["slug"], row["number"], row["event"]) for row in kept] == [
        ("qanats", 2, "TOPIC_EDITED"),
        ("springs", 2, "TOPIC_EDITED"),
        ("water", 2, "TOPIC_MERGED"),
        ("wells", 2, "TOPIC_EDITED"),
    ]
    assert [terms.ids["qanats"] in "".join(row["links"]) for row in kept] == [False, True, False, True]


def test_the_map_and_searches_follow_a_merged_topic(terms: Terms) -> None:
    organization = terms.hub.cypher("MATCH (o:Organization) RETURN o.id AS id, o.version AS version")[0]
    given = {**organization, "topicIds": [terms.ids["wells"]]}
    terms.hub.done("editOrganization", given, "organization { id }", terms.member)
    terms.step("mergeTopic", "wells", intoId=terms.ids["qanats"])
    shown = "query($ids: [ID!]) { networkMap(filter: {topicIds: $ids}) { totalNodes } }"
    found = (
        'query($ids: [ID!]) { search(query: "گفته", topicIds: $ids)'
        " { totalCount facets { topics { topic { slug } count } } } }"
    )
    for slug, times, hits in (("wells", 1, 2), ("qanats", 1, 2), ("springs", 0, 1), ("water", 1, 3)):
        ids = {"ids": [terms.ids[slug]]}
        assert terms.hub.ask(shown, ids)["networkMap"]["totalNodes"] == times
        assert terms.hub.ask(found, ids)["search"]["totalCount"] == hits
    facets = terms.hub.ask(found, {"ids": [terms.ids["wells"]]})["search"]["facets"]["topics"]
    assert {facet["topic"]["slug"]: facet["count"] for facet in facets} == {"qanats": 2, "water": 1}


def test_what_is_below_a_term_is_offered_unless_it_is_retired(terms: Terms) -> None:
    terms.step("retireTopic", "wells")
    below = "query($id: ID!) { topic(id: $id) { narrower { slug } } }"
    assert terms.hub.ask(below, {"id": terms.ids["water"]})["topic"]["narrower"] == [{"slug": "springs"}]
    assert terms.listed('(filter: {broader: {slug: {eq: "water"}}})') == ["springs"]
    assert terms.listed('(filter: {NOT: {slug: {eq: "water"}}})') == ["qanats", "springs"]
    named = '(filter: {OR: [{slug: {eq: "water"}}, {slug: {in: ["wells"]}}]})'
    assert terms.listed(named) == ["water", "wells"]
    assert terms.listed('(filter: {OR: [{slug: {eq: "wells"}}, {slug: {startsWith: "s"}}]})') == ["springs"]


def test_a_term_retired_with_no_successor_is_told_so(terms: Terms) -> None:
    terms.step("retireTopic", "wells")
    given = {"statement": "الف", "recommendation": "ب", "source": "پ", "topicIds": [terms.ids["wells"]]}
    refused = terms.hub.refused("createLesson", given, LESSON, terms.member)
    assert refused == ("TERM_RETIRED", ["input", "topicIds", "0"])


def test_a_term_is_not_added_twice_under_another_spelling(terms: Terms) -> None:
    spelled = {"slug": "kariz", "labelFa": "نامِ Wells", "labelEn": "Kariz"}
    (error,) = terms.hub.do("addTopic", spelled, TOPIC, terms.coordinator)["errors"]
    assert (error["code"], error["path"]) == ("TERM_TWIN", ["input", "labelFa"])
    assert terms.ids["wells"] in error["message"]
    assert terms.refused("editTopic", "qanats", labelEn="SPRINGS") == ("TERM_TWIN", ["input", "labelEn"])
    assert "kariz" not in terms.listed()
    assert terms.step("editTopic", "qanats", labelEn="Qanats!")["id"] == terms.ids["qanats"]


def test_two_regions_of_one_name_lie_in_two_others(terms: Terms) -> None:
    def added(code: str, kind: str, name: str, above: str | None) -> dict[str, Any]:
        return {"code": code, "kind": kind, "nameFa": name, "nameEn": code, "partOfId": above}

    def region(*given: Any) -> str:
        return str(terms.hub.done("addRegion", added(*given), REGION, terms.coordinator)["id"])

    country = region("QZ", "COUNTRY", "کشور", None)
    east, west = (region(f"QZ-0{n}", "PROVINCE", name, country) for n, name in ((1, "خاور"), (2, "باختر")))
    region("QZ-01-01", "COUNTY", "رودبار", east)
    region("QZ-02-01", "COUNTY", "رودبار", west)
    again = added("QZ-01-02", "COUNTY", "رود بار", east)
    assert terms.hub.refused("addRegion", again, REGION, terms.coordinator) == (
        "TERM_TWIN",
        ["input", "nameFa"],
    )
