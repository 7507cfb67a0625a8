"""A campaign rests on a protected failure whose author stays closed; others sign it, sign off, and sign anew."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub, today

AUTHOR = "خیریهٔ سایه‌بان کویر"
PUBLIC, MEMBERS = "PUBLIC", "MEMBERS"
SIGNED = "endorsement { id version wording holds visibility status }"


@dataclass(frozen=True)
class Story:
    """Who is in it: who campaigns, who has failed and told of it, whom is asked, and who signs."""

    owner: str
    owner_token: str
    author: str
    author_token: str
    body: str
    body_token: str
    signers: tuple[tuple[str, str], ...]
    experience: str
    lesson: str
    campaign: str


@pytest.fixture(scope="module")
def story(hub: Hub) -> Story:
    owner, owner_token = hub.member("انجمن کار پایدار")
    author, author_token = hub.member(AUTHOR)
    body, body_token = hub.member("اداره‌کل اشتغال استان")
    signers = tuple(hub.member(f"سازمان امضاکنندهٔ {name}") for name in ("یکم", "دوم", "سوم"))
    experience = hub.done(
        "createExperience",
        {"title": "وام پیش از آموزش", "outcome": "FAILURE", "happened": "وام‌ها بی آموزش هدر رفت."},
        "experience { id }",
        author_token,
    )["id"]
    lesson = hub.done(
        "createLesson",
        {
            "statement": "نخست آموزش، سپس وام",
            "recommendation": "وام را پس از پایان دوره بدهید.",
            "experienceIds": [experience],
        },
        "lesson { id }",
        author_token,
    )["id"]
    for kind, id_ in (("Experience", experience), ("Lesson", lesson)):
        given = {"id": id_, "version": 1, "visibility": "ANONYMIZED"}
        hub.done(f"publish{kind}", given, f"{kind.lower()} {{ id }}", author_token)
    campaign = hub.done("createCampaign", _campaign(body, experience, lesson), "campaign { id }", owner_token)
    hub.done("publishCampaign", {"id": campaign["id"], "version": 1}, "campaign { id }", owner_token)
    return Story(
        *(owner, owner_token, author, author_token, body, body_token, signers),
        *(experience, lesson, campaign["id"]),
    )


def _campaign(body: str, experience: str, lesson: str) -> dict[str, Any]:
    return {
        "title": "آموزش پیش از وام اشتغال",
        "issue": "وام‌هایی که پیش از آموزش داده می‌شود کسب‌وکار پایدار نمی‌سازد.",
        "position": "پرداخت وام را به گذراندن دورهٔ آموزشی وابسته کنید.",
        "addressedToId": body,
        "visibility": PUBLIC,
        "experienceIds": [experience],
        "lessonIds": [lesson],
        "sources": [{"title": "آیین‌نامهٔ وام اشتغال", "url": "https://example.ir/loans"}],
        "actions": [{"title": "نامه به اداره‌کل", "takesPlaceOn": "2026-04-12"}],
    }


# -- its evidence ----------------------------------------------------------------------------------

PATHS = (
    "{ campaign(id: $c) { experiences { totalCount nodes { id title publisher { id nameFa } } } } }",
    "{ campaign(id: $c) { lessons { nodes { publisher { id nameFa } experiences { nodes { publisher { id } } } } } } }",
    "{ experience(id: $e) { publisher { id } campaigns { nodes { id publisher { nameFa } } } } }",
    "{ organization(id: $a) { campaigns { totalCount } experiences { totalCount } } }",
    "{ campaigns(filter: {experiences: {some: {publisher: {id: {eq: $a}}}}}) { totalCount } }",
    "{ campaigns(filter: {lessons: {some: {publisher: {id: {eq: $a}}}}}) { totalCount } }",
    "{ campaign(id: $c) { versions { nodes { organization { id } changes { field after } } } } }",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_way_leads_from_the_campaign_to_the_author_of_its_evidence(
    hub: Hub, story: Story, path: str
) -> None:
    for name, id_ in {"$c": story.campaign, "$e": story.experience, "$a": story.author}.items():
        path = path.replace(name, json.dumps(id_))
    for token in (story.owner_token, story.signers[0][1], story.body_token, hub.token(None, "COORDINATOR")):
        told = json.dumps(hub.ask(path, token=token), ensure_ascii=False)
        assert AUTHOR not in told
        assert story.author not in told
        if "$a" in path or "filter" in path:
            assert '"totalCount": 0' in told


def test_members_see_the_evidence_and_the_anonymous_do_not(hub: Hub, story: Story) -> None:
    query = f"""{{ campaign(id: "{story.campaign}") {{ experiences {{ nodes {{ id publisher {{ id }} }} }}
      lessons {{ nodes {{ id }} }} sources {{ url }} actions {{ takesPlaceOn }} }} }}"""
    seen = hub.ask(query, token=story.signers[0][1])["campaign"]
    assert seen["experiences"]["nodes"] == [{"id": story.experience, "publisher": None}]
    assert seen["lessons"]["nodes"] == [{"id": story.lesson}]
    assert seen["sources"] == [{"url": "https://example.ir/loans"}]
    assert seen["actions"] == [{"takesPlaceOn": "2026-04-12"}]
    unsigned = hub.ask(query)["campaign"]
    assert unsigned["experiences"]["nodes"] == unsigned["lessons"]["nodes"] == []


def test_an_author_who_campaigns_with_its_own_protected_failure_alone_sees_that(
    hub: Hub, story: Story
) -> None:
    given = _campaign(story.body, story.experience, story.lesson)
    made = hub.done("createCampaign", given, "campaign { id }", story.author_token)
    hub.done("publishCampaign", {"id": made["id"], "version": 1}, "campaign { id }", story.author_token)
    query = f'{{ campaign(id: "{made["id"]}") {{ experiences {{ totalCount }} lessons {{ totalCount }} }} }}'
    none, one = {"totalCount": 0}, {"totalCount": 1}
    assert hub.ask(query, token=story.author_token)["campaign"] == {"experiences": one, "lessons": one}
    assert hub.ask(query, token=story.owner_token)["campaign"] == {"experiences": none, "lessons": none}
    back = f'{{ experience(id: "{story.experience}") {{ campaigns {{ nodes {{ id }} }} }} }}'
    assert hub.ask(back, token=story.owner_token)["experience"]["campaigns"]["nodes"] == [
        {"id": story.campaign}
    ]


# -- who signs -------------------------------------------------------------------------------------


def _sign(hub: Hub, story: Story, which: int, wording: int, visibility: str) -> dict[str, Any]:
    given = {"campaignId": story.campaign, "wording": wording, "visibility": visibility}
    signed: dict[str, Any] = hub.done("endorseCampaign", given, SIGNED, story.signers[which][1])
    return signed


def _counted(hub: Hub, story: Story, token: str | None) -> tuple[int, int, int]:
    """Supporters, earlier supporters, and how many signatures are listed."""
    query = f"""{{ campaign(id: "{story.campaign}") {{ supporterCount earlierSupporterCount
      endorsements {{ totalCount }} }} }}"""
    seen = hub.ask(query, token=token)["campaign"]
    return seen["supporterCount"], seen["earlierSupporterCount"], seen["endorsements"]["totalCount"]


def test_signatures_are_counted_for_each_viewer_as_they_may_read_them(hub: Hub, story: Story) -> None:
    first = _sign(hub, story, 0, 1, PUBLIC)
    second = _sign(hub, story, 1, 1, MEMBERS)
    assert (first["holds"], second["visibility"]) == (True, MEMBERS)
    assert _counted(hub, story, None) == (1, 0, 1)
    assert _counted(hub, story, story.owner_token) == (2, 0, 2)
    more = "{ campaigns(filter: {supporterCount: {gte: 2}}) { totalCount } }"
    assert hub.ask(more)["campaigns"] == {"totalCount": 0}
    assert hub.ask(more, token=story.owner_token)["campaigns"] == {"totalCount": 1}
    asked = f"""{{ organization(id: "{story.signers[1][0]}") {{ endorsements {{ totalCount }} }} }}"""
    assert hub.ask(asked)["organization"]["endorsements"] == {"totalCount": 0}
    edit = {"id": second["id"], "version": 1, "visibility": PUBLIC}
    hub.done("editEndorsement", edit, SIGNED, story.signers[1][1])
    assert _counted(hub, story, None) == (2, 0, 2)


def test_what_cannot_be_signed_is_said(hub: Hub, story: Story) -> None:
    given = {"campaignId": story.campaign, "wording": 1}

    def refused(token: str, **more: Any) -> Any:
        return hub.refused("endorseCampaign", given | more, SIGNED, token)

    assert refused(story.signers[0][1]) == ("ALREADY_ENDORSED", ["input", "campaignId"])
    assert refused(story.owner_token) == ("OWN_CAMPAIGN", ["input", "campaignId"])
    assert refused(story.signers[2][1], wording=2) == ("WORDING_CHANGED", ["input", "wording"])
    assert _counted(hub, story, story.owner_token)[2] == 2


def test_a_changed_position_asks_anew(hub: Hub, story: Story) -> None:
    seen = hub.ask(f'{{ campaign(id: "{story.campaign}") {{ version }} }}', token=story.owner_token)
    edit = {
        "id": story.campaign,
        "version": seen["campaign"]["version"],
        "actions": [{"title": "نشست با اداره‌کل", "takesPlaceOn": "2026-05-03"}],
    }
    same = hub.done("editCampaign", edit, "campaign { version wording }", story.owner_token)
    assert same["wording"] == 1
    edit = {"id": story.campaign, "version": same["version"], "position": "وام را پس از آزمون پایانی بدهید."}
    changed = hub.done("editCampaign", edit, "campaign { version wording }", story.owner_token)
    assert changed["wording"] == 2
    assert _counted(hub, story, None) == (0, 2, 2)
    desk = "{ viewer { waiting { kind record { ... on Endorsement { id version holds } } } } }"
    waits = hub.ask(desk, token=story.signers[0][1])["viewer"]["waiting"]
    (mine,) = [one["record"] for one in waits if one["kind"] == "ENDORSEMENT"]
    assert mine["holds"] is False
    confirm = {"id": mine["id"], "version": mine["version"], "wording": 1}
    token = story.signers[0][1]
    assert hub.refused("confirmEndorsement", confirm, SIGNED, token) == (
        "WORDING_CHANGED",
        ["input", "wording"],
    )
    held = hub.done("confirmEndorsement", confirm | {"wording": 2}, SIGNED, token)
    assert (held["wording"], held["holds"]) == (2, True)
    again = confirm | {"version": held["version"], "wording": 2}
    assert hub.refused("confirmEndorsement", again, SIGNED, token) == ("ALREADY_ENDORSED", [])
    assert _counted(hub, story, None) == (1, 1, 2)


def test_whoever_signs_off_no_longer_counts_and_can_sign_again(hub: Hub, story: Story) -> None:
    id_, token = story.signers[1]
    query = f'{{ organization(id: "{id_}") {{ endorsements {{ nodes {{ id version }} }} }} }}'
    (mine,) = hub.ask(query, token=token)["organization"]["endorsements"]["nodes"]
    assert hub.refused("withdrawEndorsement", mine, SIGNED, story.owner_token)[0] == "NOT_ALLOWED"
    hub.done("withdrawEndorsement", mine, SIGNED, token)
    assert _counted(hub, story, story.owner_token) == (1, 0, 1)
    assert _counted(hub, story, token) == (1, 0, 2)
    again = _sign(hub, story, 1, 2, MEMBERS)
    assert again["id"] != mine["id"]
    assert _counted(hub, story, story.owner_token) == (2, 0, 2)
    assert _counted(hub, story, None) == (1, 0, 1)


# -- what the body says ----------------------------------------------------------------------------

ANSWER = "campaign { version answer answerToldBy outcome closedOn }"


def test_the_body_finds_what_it_is_asked_and_its_own_answer_counts(hub: Hub, story: Story) -> None:
    desk = "{ viewer { waiting { kind record { ... on Campaign { id version } } } } }"
    waits = hub.ask(desk, token=story.body_token)["viewer"]["waiting"]
    asked = {one["record"]["id"]: one["record"] for one in waits if one["kind"] == "CAMPAIGN"}
    told = asked[story.campaign] | {"answer": "بررسی می‌کنیم."}
    assert hub.refused("answerCampaign", told, ANSWER, story.signers[0][1]) == ("NOT_ALLOWED", [])
    refused = hub.refused("answerCampaign", told, ANSWER, story.owner_token)
    assert refused == ("ANSWER_NEEDS_SOURCE", ["input", "answerSource"])
    early = {"id": story.campaign, "version": told["version"], "outcome": "PARTLY"}
    assert hub.refused("concludeCampaign", early, ANSWER, story.owner_token) == (
        "ANSWER_NEEDED",
        ["input", "outcome"],
    )
    sourced = told | {"answerSource": "نامهٔ ۱۲۳", "answeredOn": "2026-05-20"}
    owners = hub.done("answerCampaign", sourced, ANSWER, story.owner_token)
    assert (owners["answerToldBy"], owners["outcome"]) == ("OWNER", "OPEN")
    own = told | {"version": owners["version"], "answer": "از سال آینده چنین می‌کنیم."}
    bodys = hub.done("answerCampaign", own, ANSWER, story.body_token)
    assert (bodys["answer"], bodys["answerToldBy"]) == ("از سال آینده چنین می‌کنیم.", "BODY")
    again = sourced | {"version": bodys["version"]}
    assert hub.refused("answerCampaign", again, ANSWER, story.owner_token) == ("ANSWERED_BY_BODY", [])
    waits = hub.ask(desk, token=story.body_token)["viewer"]["waiting"]
    assert story.campaign not in {(one["record"] or {}).get("id") for one in waits}


def test_it_is_concluded_by_its_owner_and_takes_no_more_signatures(hub: Hub, story: Story) -> None:
    seen = hub.ask(f'{{ campaign(id: "{story.campaign}") {{ id version }} }}')["campaign"]
    told = seen | {"outcome": "ADOPTED", "outcomeNote": "بخشنامه صادر شد.", "closedOn": "2026-06-01"}
    assert hub.refused("concludeCampaign", told, ANSWER, story.body_token) == ("NOT_ALLOWED", [])
    ended = hub.done("concludeCampaign", told, ANSWER, story.owner_token)
    assert (ended["outcome"], ended["closedOn"]) == ("ADOPTED", "2026-06-01")
    given = {"campaignId": story.campaign, "wording": 2}
    closed = hub.refused("endorseCampaign", given, SIGNED, story.signers[2][1])
    assert closed == ("CAMPAIGN_CLOSED", ["input", "campaignId"])
    body = {"id": story.campaign, "version": ended["version"], "addressedToId": None}
    words = body | {"addressedToWords": "مجلس"}
    edit = hub.refused("editCampaign", words, "campaign { id }", story.owner_token)
    assert edit == ("ALREADY_ANSWERED", ["input", "addressedToId"])
    same = {"id": story.campaign, "version": ended["version"]}
    for name, text in (("position", "وام را ببخشید."), ("addressedToWords", "مجلس")):
        edit = hub.refused("editCampaign", same | {name: text}, "campaign { id }", story.owner_token)
        assert edit == ("ALREADY_ANSWERED", ["input", name])
    no_day = same | {"outcome": "ADOPTED", "closedOn": None}
    assert hub.done("concludeCampaign", no_day, ANSWER, story.owner_token)["closedOn"] == str(today())


def test_a_campaign_asks_somebody_else(hub: Hub, story: Story) -> None:
    given = {"title": "الف", "issue": "ب", "position": "پ"}
    made = "campaign { id }"
    nobody = hub.refused("createCampaign", given, made, story.owner_token)
    assert nobody == ("ADDRESSEE_NEEDED", ["input", "addressedToId"])
    empty = hub.refused("createCampaign", given | {"addressedToWords": " \u200c "}, made, story.owner_token)
    assert empty == ("ADDRESSEE_NEEDED", ["input", "addressedToId"])
    own = hub.refused("createCampaign", given | {"addressedToId": story.owner}, made, story.owner_token)
    assert own == ("SAME_ORGANIZATION", ["input", "addressedToId"])
    assert hub.done("createCampaign", given | {"addressedToWords": "مجلس"}, made, story.owner_token)
