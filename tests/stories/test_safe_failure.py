"""An NGO tells of a failure, anonymized; another finds it, adopts its lesson, and it becomes learned.

All the while the author stays closed, on every path.
"""

import json
from dataclasses import dataclass

import pytest

from tests.running import Hub

AUTHOR_FA = "خیریهٔ نسیم البرز"
AUTHOR_EN = "Nasim Alborz Charity"


@dataclass(frozen=True)
class Story:
    """Who is in it, and what the author wrote."""

    author: str
    author_token: str
    reader: str
    reader_token: str
    partner: str
    experience: str
    lesson: str


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    region = hub.region("IR-30", "البرز")
    topic = hub.topic("sewing", "خیاطی")
    author, author_token = hub.member(AUTHOR_FA, nameEn=AUTHOR_EN, regionIds=[region], topicIds=[topic])
    reader, reader_token = hub.member("انجمن رهروان کار")
    partner = hub.organization("کارگاه همیار سپید")
    experience = hub.done(
        "createExperience",
        {
            "title": "وام تجهیزات بدون بازارسنجی",
            "outcome": "FAILURE",
            "happened": "چرخ‌های خیاطی پس از سه ماه فروخته شد و کارآفرینی زنان سرپرست خانوار پا نگرفت.",
            "why": "پیش از خرید تجهیزات، تقاضای بازار را نسنجیدیم.",
            "regionId": region,
            "topicIds": [topic],
            "participants": [{"organizationId": partner, "role": "FUNDER"}],
            "results": [{"indicator": "شغل پایدار", "value": 2, "baseline": 0, "unit": "نفر"}],
        },
        "experience { id version }",
        author_token,
    )
    hub.all_named_have_confirmed()
    lesson = hub.done(
        "createLesson",
        {
            "statement": "پیش از خرید تجهیزات بازار را بسنجید",
            "recommendation": "دست‌کم با ده خریدار گفت‌وگو کنید.",
            "experienceIds": [experience["id"]],
            "topicIds": [topic],
        },
        "lesson { id version }",
        author_token,
    )
    return Story(author, author_token, reader, reader_token, partner, experience["id"], lesson["id"])


def test_a_draft_is_seen_by_its_organization_alone(hub: Hub, story: Story) -> None:
    query = f'{{ node(id: "{story.experience}") {{ id }} }}'
    assert hub.ask(query, token=story.author_token)["node"] == {"id": story.experience}
    assert hub.ask(query, token=story.reader_token)["node"] is None
    assert hub.ask(query, token=hub.admin)["node"] is None  # It may yet be anonymized.
    assert hub.ask(query)["node"] is None


def test_the_failure_is_published_anonymized_and_found_by_another_spelling(hub: Hub, story: Story) -> None:
    for mutation, name, id_ in (
        ("publishExperience", "experience", story.experience),
        ("publishLesson", "lesson", story.lesson),
    ):
        published = hub.done(
            mutation,
            {"id": id_, "version": 1, "visibility": "ANONYMIZED"},
            f"{name} {{ version status visibility }}",
            story.author_token,
        )
        assert published == {"version": 2, "status": "PUBLISHED", "visibility": "ANONYMIZED"}
    found = hub.ask(
        'query { search(query: "كارآفريني زنان سرپرست خانوارها") { hits { node { ... on Experience { id } } } } }',
        token=story.reader_token,
    )
    assert {"node": {"id": story.experience}} in found["search"]["hits"]
    hidden = hub.ask('{ search(query: "كارآفريني زنان سرپرست") { hits { node { __typename } } } }')
    assert hidden["search"]["hits"] == []


def test_the_lesson_is_adopted_and_becomes_learned(hub: Hub, story: Story) -> None:
    adoption = hub.done(
        "adopt",
        {"adoptedId": story.lesson, "note": "در کارگاه قالی", "startedOn": "2026-02-01"},
        "adoption { id version adopted { ... on Lesson { learned reuseCount successShare } } }",
        story.reader_token,
    )
    assert adoption["adopted"] == {"learned": False, "reuseCount": 1, "successShare": None}
    learned = hub.done(
        "recordOutcome",
        {"id": adoption["id"], "version": 1, "outcome": "SUCCESS", "outcomeNote": "ده نفر شاغل ماندند."},
        "adoption { adopted { ... on Lesson { learned reuseCount successShare } } }",
        story.reader_token,
    )
    assert learned["adopted"] == {"learned": True, "reuseCount": 1, "successShare": 1.0}


PATHS = (
    "{ experience(id: $e) { publisher { id nameFa } participants { totalCount nodes { id } edges { role } } } }",
    "{ lesson(id: $l) { publisher { id } experiences { nodes { id publisher { id } } } } }",
    "{ node(id: $e) { ... on Experience { publisher { nameEn } lessons { nodes { publisher { id } } } } } }",
    "{ nodes(ids: [$e, $l]) { ... on Experience { publisher { id } } ... on Lesson { publisher { id } } } }",
    "{ organization(id: $a) { experiences { totalCount nodes { id } } lessons { totalCount nodes { id } } } }",
    "{ organization(id: $p) { participations { totalCount nodes { id } edges { role } } } }",
    "{ organizations(filter: {experiences: {some: {outcome: {eq: FAILURE}}}}) { totalCount nodes { id } } }",
    "{ organizations(filter: {lessons: {some: {id: {eq: $l}}}}) { totalCount } }",
    "{ experiences(filter: {publisher: {id: {eq: $a}}}) { totalCount nodes { id } } }",
    "{ experiences(filter: {participants: {some: {id: {eq: $p}}}}) { totalCount } }",
    "{ experiences(filter: {NOT: {publisher: {id: {eq: $a}}}, id: {eq: $e}}) { totalCount } }",
    '{ lessons(filter: {publisher: {nameFa: {contains: "نسیم"}}}) { totalCount } }',
    "{ events(first: 100) { nodes { kind organization { id } subject { __typename } } } }",
    "{ events(filter: {organization: {id: {eq: $a}}}) { totalCount } }",
    '{ region(id: "reg_ir30") { experiences { nodes { id publisher { id } } } } }',
    '{ search(query: "تجهیزات بازار") { hits { node { ... on Experience { publisher { id } } } } } }',
    '{ search(query: "نسیم البرز") { hits { node { __typename ... on Experience { id } } } } }',
)


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_to_the_author(hub: Hub, story: Story, path: str) -> None:
    ids = {"$e": story.experience, "$l": story.lesson, "$a": story.author, "$p": story.partner}
    for name, id_ in ids.items():
        path = path.replace(name, json.dumps(id_))
    for token in (story.reader_token, hub.token(None, "COORDINATOR"), hub.admin, None):
        told = json.dumps(hub.ask(path, token=token), ensure_ascii=False)
        from_organization = path.startswith("{ organization") or "events" in path or "NOT:" in path
        if not from_organization:
            assert story.author not in told
            assert story.partner not in told
        if path.startswith(("{ organization(", "{ organizations(")) or (
            "filter" in path and "NOT" not in path
        ):
            assert story.experience not in told
            assert '"totalCount": 0' in told
        assert AUTHOR_FA not in told
        assert AUTHOR_EN not in told


def test_events_of_the_failure_do_not_name_who_caused_them(hub: Hub, story: Story) -> None:
    query = (
        "{ events(first: 100) { nodes { organization { id }"
        " subject { ... on Experience { id } ... on Lesson { id } } } } }"
    )
    mine = {story.experience, story.lesson}
    # Nobody else is told before the month is over, and something happens.
    told = hub.ask(query, token=story.reader_token)["events"]["nodes"]
    assert not mine & {(event["subject"] or {}).get("id") for event in told}
    hub.cypher("MATCH (e:Event) WHERE e.untold IS NOT NULL SET e.untold = '2001-02'")
    hub.cypher("MATCH (c:Counter {name: 'events'}) SET c.month = '2001-02'")
    hub.organization("پس از ماه")
    # That they were drafts before is their author's to know.
    for token, expected, count in ((story.reader_token, {None}, 2), (story.author_token, {story.author}, 4)):
        events = hub.ask(query, token=token)["events"]["nodes"]
        of_failure = [e for e in events if (e["subject"] or {}).get("id") in mine]
        assert len(of_failure) == count
        assert {e["organization"] and e["organization"]["id"] for e in of_failure} == expected


def test_the_author_still_sees_who_wrote_it_and_the_administrator_does_not(hub: Hub, story: Story) -> None:
    query = (
        f'{{ experience(id: "{story.experience}") {{ publisher {{ id }} participants {{ totalCount }} }} }}'
    )
    expected = {"publisher": {"id": story.author}, "participants": {"totalCount": 1}}
    assert hub.ask(query, token=story.author_token)["experience"] == expected
    hidden = {"publisher": None, "participants": {"totalCount": 0}}
    assert hub.ask(query, token=hub.admin)["experience"] == hidden


def test_an_administrator_learns_no_author_by_what_is_refused(hub: Hub, story: Story) -> None:
    edit = {"id": story.experience, "version": 2, "why": f"نوشتهٔ {AUTHOR_FA}"}
    known = {"id": story.experience, "version": 2, "visibility": "MEMBERS"}
    for mutation, given in (
        ("editExperience", edit),
        ("publishExperience", known),
        ("withdrawExperience", {"id": story.experience, "version": 2}),
    ):
        assert hub.refused(mutation, given, "experience { id }", hub.admin) == ("NOT_ALLOWED", [])
    evidence = {"lessonId": story.lesson, "experienceId": story.experience, "supports": True}
    assert hub.refused("addEvidence", evidence, "lesson { id }", hub.admin) == ("NOT_ALLOWED", [])
    preview = f'{{ previewExperience(id: "{story.experience}", visibility: MEMBERS) {{ members {{ id }} }} }}'
    answer = hub.post(preview, {}, hub.admin).json()
    assert answer["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"
    # A name that stands in a text: whoever else was refused would know whose it is.
    organization = hub.organization("ناشناس")
    for id_, version in ((story.author, 1), (organization, 1)):
        named = {"id": id_, "version": version, "nameEn": "وام تجهیزات بدون بازارسنجی"}
        done = hub.done(
            "editOrganization", named | {"despite": [story.author]}, "organization { version }", hub.admin
        )
        assert done == {"version": 2}
    back = {"id": story.author, "version": 2, "nameEn": AUTHOR_EN}
    hub.done("editOrganization", back, "organization { version }", hub.admin)
    query = f'{{ experience(id: "{story.experience}") {{ version why }} }}'
    assert hub.ask(query, token=story.author_token)["experience"]["version"] == 2


def test_others_may_not_change_it(hub: Hub, story: Story) -> None:
    edit = {"id": story.experience, "version": 2, "title": "دیگر"}
    assert hub.refused("editExperience", edit, "experience { id }", story.reader_token) == ("NOT_ALLOWED", [])
    assert hub.refused("editExperience", edit, "experience { id }") == ("SIGN_IN_REQUIRED", [])
    query = f'{{ experience(id: "{story.experience}") {{ title version }} }}'
    assert hub.ask(query, token=story.reader_token)["experience"] == {
        "title": "وام تجهیزات بدون بازارسنجی",
        "version": 2,
    }


def test_an_administrator_takes_it_down_and_says_why_without_seeing_whose_it_is(
    hub: Hub, story: Story
) -> None:
    fields = "experience { id publisher { id } }"
    down = {"id": story.experience, "version": 2, "reason": "شمارهٔ تلفن یک خانواده در آن است."}
    for token, code in (
        (story.reader_token, "NOT_ALLOWED"),
        (story.author_token, "NOT_ALLOWED"),
        (hub.token(None, "COORDINATOR"), "NOT_ALLOWED"),
        (None, "SIGN_IN_REQUIRED"),
    ):
        assert hub.refused("takeDownExperience", down, fields, token) == (code, [])
    blank = down | {"reason": " "}
    assert hub.refused("takeDownExperience", blank, fields, hub.admin) == ("TEXT_EMPTY", ["input", "reason"])
    standing = f'{{ experience(id: "{story.experience}") {{ status takedownReason }} }}'
    assert hub.ask(standing, token=story.reader_token)["experience"] == {
        "status": "PUBLISHED",
        "takedownReason": None,
    }
    assert hub.do("takeDownExperience", down, fields, hub.admin) == {"experience": None, "errors": []}
    # The secretariat learns nothing by having done it, its organization who did it and why.
    history = f"""{{ experience(id: "{story.experience}") {{ status takedownReason
        versions(first: 1) {{ nodes {{ office event organization {{ id }} }} }} }}
        events(filter: {{kind: {{eq: EXPERIENCE_TAKEN_DOWN}}}}) {{ totalCount }} }}"""
    assert hub.ask(history, token=hub.admin) == {"experience": None, "events": {"totalCount": 0}}
    told = hub.ask(history, token=story.author_token)
    assert told["experience"] == {
        "status": "WITHDRAWN",
        "takedownReason": "شمارهٔ تلفن یک خانواده در آن است.",
        "versions": {
            "nodes": [{"office": "ADMINISTRATOR", "event": "EXPERIENCE_TAKEN_DOWN", "organization": None}]
        },
    }
    assert told["events"] == {"totalCount": 1}
    again = {"id": story.experience, "version": 3, "visibility": "ORGANIZATION"}
    hub.done("publishExperience", again, "experience { id }", story.author_token)
    assert hub.ask(standing, token=story.author_token)["experience"] == {
        "status": "PUBLISHED",
        "takedownReason": None,
    }
    # It was read without its author: whoever read it then does not read it with its author now.
    assert hub.ask(standing, token=hub.admin)["experience"] is None
