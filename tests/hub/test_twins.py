"""Two organizations of one name: the second is meant, or the two become one and every link and id follows."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.running import Hub, today

SHORT = "organization { id version status }"
EVER = "{ networkMap(filter: {ever: true}) { ties { kind source { id } target { id } } } }"


@dataclass(frozen=True)
class Cast:
    """A member and its token, and a coordinator."""

    member: str
    token: str
    coordinator: str


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    member, token = hub.member("کانون همسایه")
    return Cast(member, token, hub.token(None, "COORDINATOR"))


def made(hub: Hub, name: str, **given: Any) -> str:
    return str(
        hub.done("registerOrganization", {"kind": "NGO", "nameFa": name, **given}, SHORT, hub.admin)["id"]
    )


def version(hub: Hub, id_: str) -> int:
    answer = hub.ask("query($id: ID!) { organization(id: $id) { version } }", {"id": id_})
    return int(answer["organization"]["version"])


def merged(hub: Hub, token: str, kept: str, gone: str) -> Any:
    given = {"id": kept, "version": version(hub, kept), "mergeId": gone}
    return hub.done("mergeOrganizations", given, SHORT, token)


# -- twins -----------------------------------------------------------------------------------------


def test_a_second_organization_of_one_name_is_meant(hub: Hub, cast: Cast) -> None:
    first = made(hub, "مؤسسهٔ خیریهٔ نیک‌اندیشان آفتاب")
    before = hub.count()
    for mutation, token in (("listOrganization", cast.token), ("registerOrganization", cast.coordinator)):
        for name in ("موسسه خيريه نیک اندیشان آفتاب", "انجمن نیک‌اندیشان آفتاب", "نیک‌اندیشان آفتاب"):
            payload = hub.ask(
                f"mutation($input: {hub.input_of(mutation)}!) {{ {mutation}(input: $input)"
                " { organization { id } errors { code path ids message } } }",
                {"input": {"kind": "NGO", "nameFa": name}},
                token,
            )[mutation]
            (error,) = payload["errors"]
            assert (error["code"], error["path"], error["ids"]) == (
                "LIKELY_TWIN",
                ["input", "nameFa"],
                [first],
            )
            assert first in error["message"]
            assert "نیک‌اندیشان آفتاب" in error["message"]
    assert hub.count() == before
    given = {"kind": "NGO", "nameFa": "انجمن نیک‌اندیشان آفتاب", "despite": [first]}
    second = hub.done("listOrganization", given, SHORT, cast.token)["id"]
    third = {**given, "nameFa": "خیریهٔ نیک‌اندیشان آفتاب"}
    assert hub.refused("listOrganization", third, SHORT, cast.token) == ("LIKELY_TWIN", ["input", "nameFa"])
    hub.done("listOrganization", {**third, "despite": [first, second]}, SHORT, cast.token)


def test_a_name_that_shares_words_is_no_twin(hub: Hub, cast: Cast) -> None:
    made(hub, "انجمن سپیدهٔ البرز")
    for name in ("انجمن سپیده", "انجمن سپیدهٔ البرز جنوبی"):
        hub.done("listOrganization", {"kind": "NGO", "nameFa": name}, SHORT, cast.token)


def test_an_english_name_has_twins_too(hub: Hub, cast: Cast) -> None:
    made(hub, "بنیاد پگاه", nameEn="Pegah Association")
    given = {"kind": "NGO", "nameFa": "خانهٔ سحر", "nameEn": "The Pegah Institute"}
    assert hub.refused("listOrganization", given, SHORT, cast.token) == ("LIKELY_TWIN", ["input", "nameEn"])


def test_a_renamed_organization_has_twins_and_one_that_keeps_its_name_has_none(hub: Hub) -> None:
    taken = made(hub, "گروه نارنجستان")
    twin = made(hub, "گروه نارنجستان", despite=[taken])
    token = hub.token(twin)
    edit = {"id": twin, "version": 1, "nameFa": "گروهِ نارنجستان", "mission": "کار"}
    hub.done("editOrganization", edit, SHORT, token)
    other, other_token = hub.member("گروه ترنجستان")
    rename = {"id": other, "version": 1, "nameFa": "نارنجستان گروه"}
    hub.done("editOrganization", rename, SHORT, other_token)
    rename = {"id": other, "version": 2, "nameFa": "گروه نارنجستان"}
    told = hub.refused("editOrganization", rename, SHORT, other_token)
    assert told == ("LIKELY_TWIN", ["input", "nameFa"])
    hub.done("editOrganization", {**rename, "despite": [taken, twin]}, SHORT, other_token)


# -- merged ----------------------------------------------------------------------------------------


def test_all_that_led_to_one_leads_to_the_other(hub: Hub, cast: Cast) -> None:
    topic, region = hub.topic("sewing", "خیاطی"), hub.region("IR-07", "فارس")
    kept = made(hub, "انجمن یکتا", contacts=[{"kind": "PHONE", "value": "071"}], topicIds=[topic])
    gone = made(
        hub, "انجمن یکتا", despite=[kept], mission="کار پایدار", nationalId="10861234567",
        topicIds=[topic], regionIds=[region], targetGroups=["RURAL"],
        contacts=[{"kind": "PHONE", "value": "071"}, {"kind": "EMAIL", "value": "a@example.org"}],
    )  # fmt: skip
    token = hub.token(gone)
    lesson = hub.done(
        "createLesson",
        {"statement": "بسنجید", "recommendation": "بپرسید", "source": "گزارش"},
        "lesson { id version }",
        token,
    )
    for start, kind in ((kept, "FUNDS"), (gone, "FUNDS"), (gone, "TRAINS_FOR")):
        tie = {"fromId": start, "toId": cast.member, "kind": kind, "source": "دفتر ثبت"}
        hub.done("declareTie", tie, "tieClaim { id }", cast.coordinator)
    own = {"fromId": kept, "toId": gone, "kind": "WORKS_WITH", "source": "دفتر ثبت"}
    hub.done("declareTie", own, "tieClaim { id }", cast.coordinator)
    given = {"id": kept, "version": 1, "mergeId": gone}
    for who in (token, cast.token, hub.token(kept)):
        assert hub.refused("mergeOrganizations", given, SHORT, who) == ("NOT_ALLOWED", [])
    assert merged(hub, cast.coordinator, kept, gone) == {"id": kept, "version": 2, "status": "MEMBER"}

    wanted = """query($id: ID!) { organization(id: $id) { id mission nationalId targetGroups
      topics { id } regions { id } contacts { kind value position } ties { edges { kind node { id } } } } }"""
    told = hub.ask(wanted, {"id": kept}, cast.token)["organization"]
    told["ties"] = sorted((tie["kind"], tie["node"]["id"]) for tie in told["ties"]["edges"])
    assert told == {
        "id": kept,
        "mission": "کار پایدار",
        "nationalId": "10861234567",
        "targetGroups": ["RURAL"],
        "topics": [{"id": topic}],
        "regions": [{"id": region}],
        "contacts": [
            {"kind": "PHONE", "value": "071", "position": 0},
            {"kind": "EMAIL", "value": "a@example.org", "position": 1},
        ],
        "ties": [("FUNDS", cast.member), ("TRAINS_FOR", cast.member)],
    }
    listed = '{ organizations(first: 100, filter: {nameFa: {contains: "یکتا"}}) { nodes { id } } }'
    assert hub.ask(listed)["organizations"]["nodes"] == [{"id": kept}]
    # Its token acts for the one that stays, which owns what it wrote.
    mine = "query($id: ID!) { lesson(id: $id) { publisher { id } } }"
    assert hub.ask(mine, {"id": lesson["id"]}, token)["lesson"] == {"publisher": {"id": kept}}
    edit = {**lesson, "statement": "پیش از خرید بسنجید"}
    hub.done("editLesson", edit, "lesson { id }", token)
    (event,) = hub.cypher(
        "MATCH (e:Event {kind: 'ORGANIZATION_MERGED'})-[:SUBJECT]->({id: $id}) RETURN e.audience AS audience",
        id=kept,
    )
    assert event == {"audience": "PUBLIC"}


def test_the_id_that_went_is_followed_wherever_it_is_given(hub: Hub, cast: Cast) -> None:
    kept = made(hub, "کانون دوگانه")
    gone = made(hub, "کانون دوگانه", despite=[kept])
    last = made(hub, "کانون دوگانه", despite=[kept, gone])
    merged(hub, cast.coordinator, kept, gone)
    queries = (
        "{ a: organization(id: $id) { id } }",
        "{ a: node(id: $id) { id } }",
        "{ a: nodes(ids: [$id]) { id } }",
        "{ a: organizations(filter: {id: {eq: $id}}) { nodes { id } } }",
        "{ a: organizations(filter: {id: {in: [$id]}}) { nodes { id } } }",
        "{ a: introductionPath(fromId: $id, toId: $id) { steps { organization { id } } } }",
    )
    for query in queries:
        answer = hub.ask(f"query($id: ID!) {query}", {"id": gone})
        assert kept in str(answer["a"]), query
    tie = {"toId": gone, "kind": "FUNDS"}
    told = hub.done("declareTie", tie, "tieClaim { asked { id } }", cast.token)
    assert told == {"asked": {"id": kept}}
    merged(hub, cast.coordinator, last, gone)
    for old in (gone, kept):
        answer = hub.ask("query($id: ID!) { organization(id: $id) { id } }", {"id": old})
        assert answer == {"organization": {"id": last}}


def test_what_an_organization_has_once_it_has_once_after_a_merge(hub: Hub, cast: Cast) -> None:
    (kept, kept_token), (gone, gone_token) = hub.member("سرای نسترن"), hub.member("سرای نسترنِ دوم")
    _, office = hub.member("دبیرخانهٔ شبکهٔ گل‌ها")
    network = hub.done(
        "createNetwork", {"nameFa": "شبکهٔ گل‌ها", "level": "NATIONAL"}, "network { id version }", office
    )
    hub.done("beginFounding", network, "network { id }", office)
    campaign = hub.done(
        "createCampaign",
        {
            "title": "بیمهٔ کارآموز",
            "issue": "نیست.",
            "position": "باشد.",
            "addressedToWords": "مجلس",
            "visibility": "PUBLIC",
        },
        "campaign { id version }",
        office,
    )
    hub.done("publishCampaign", campaign, "campaign { id }", office)
    for who, token in ((kept, kept_token), (gone, gone_token)):
        invite = {"networkId": network["id"], "organizationId": who, "kind": "FULL"}
        invited = hub.done("inviteMember", invite, "networkMembership { id version }", office)
        hub.done("acceptInvitation", invited, "networkMembership { id }", token)
        signed = {"campaignId": campaign["id"], "wording": 1, "visibility": "PUBLIC"}
        hub.done("endorseCampaign", signed, "endorsement { id }", token)
    merged(hub, cast.coordinator, kept, gone)
    text = "MATCH (o:Node {id: $id})<-[:MEMBER|PUBLISHED_BY]-(n:NetworkMembership|Endorsement) RETURN labels(n) AS labels, n.status AS status"
    found = sorted(
        (next(label for label in row["labels"] if label != "Node"), row["status"])
        for row in hub.cypher(text, id=kept)
    )
    assert found == [
        ("Endorsement", "PUBLISHED"),
        ("Endorsement", "WITHDRAWN"),
        ("NetworkMembership", "ACTIVE"),
        ("NetworkMembership", "ENDED"),
    ]
    query = "query($id: ID!) { campaign(id: $id) { supporterCount } }"
    assert hub.ask(query, {"id": campaign["id"]}) == {"campaign": {"supporterCount": 1}}


def test_seats_that_one_has_twice_after_a_merge_give_way_each_in_its_office(hub: Hub, cast: Cast) -> None:
    (kept, kept_token), (gone, gone_token) = hub.member("سرای شقایق"), hub.member("سرای شقایقِ دوم")
    _, office = hub.member("دبیرخانهٔ شبکهٔ شقایق")
    wanted = "network { id version }"
    body = hub.done("createNetwork", {"nameFa": "شبکهٔ شقایق", "level": "NATIONAL"}, wanted, office)
    hub.done("beginFounding", body, wanted, office)
    board = hub.done("formBoard", {"networkId": body["id"], "kind": "DIRECTORS"}, "board { id }", office)
    for who, token, name in (
        (kept, kept_token, "رئیس"),
        (gone, gone_token, "عضو"),
        (kept, None, "بازرس"),
        (gone, gone_token, "بازرس"),
    ):
        seat = {"boardId": board["id"], "organizationId": who, "office": name, "selection": "ELECTED"}
        made = hub.done("proposeSeat", seat, "boardSeat { id version }", office)
        if token is not None:
            hub.done("acceptSeat", made, "boardSeat { id }", token)
    wanted = "workingGroup { id version }"
    given = {"bodyId": body["id"], "title": "کارگروه", "level": "NATIONAL", "visibility": "PUBLIC"}
    group = hub.done("proposeWorkingGroup", given, wanted, office)
    hub.done("approveWorkingGroup", group, wanted, office)
    for who, token, role in ((gone, gone_token, "CHAIR"), (kept, kept_token, "MEMBER")):
        seat = {"groupId": group["id"], "organizationId": who, "role": role}
        made = hub.done("askForGroupSeat", seat, "groupSeat { id version }", office)
        hub.done("confirmGroupSeat", made, "groupSeat { id }", token)
    merged(hub, cast.coordinator, kept, gone)
    text = "MATCH (s:BoardSeat)-[:SEATS]->({id: $id}) RETURN s.office AS office, s.status AS status"
    found = sorted((row["office"], row["status"]) for row in hub.cypher(text, id=kept))
    assert found == [
        ("بازرس", "CONFIRMED"),
        ("بازرس", "WITHDRAWN"),
        ("رئیس", "CONFIRMED"),
        ("عضو", "CONFIRMED"),
    ]
    text = "MATCH (s:GroupSeat)-[:SEAT_OF]->({id: $id}) RETURN s.role AS role, s.status AS status, s.until AS until"
    seats = {row["role"]: (row["status"], row["until"]) for row in hub.cypher(text, id=kept)}
    assert seats == {"CHAIR": ("CONFIRMED", None), "MEMBER": ("ENDED", today())}
    query = "query($id: ID!) { workingGroup(id: $id) { members { edges { role node { id } } } } }"
    edges = hub.ask(query, {"id": group["id"]})["workingGroup"]["members"]["edges"]
    assert edges == [{"role": "CHAIR", "node": {"id": kept}}]


def test_a_course_shows_the_share_that_stands_after_a_merge(hub: Hub, cast: Cast) -> None:
    (kept, kept_token), (gone, gone_token) = hub.member("بنیاد نیلوفر"), hub.member("بنیاد نیلوفرِ دوم")
    _, provider = hub.member("آموزشگاه نیلوفر")
    given = {"title": "دوره", "mode": "ONSITE", "price": "1000", "priceUnit": "IRR", "visibility": "PUBLIC"}
    course = hub.done("createCourse", given, "course { id version }", provider)
    hub.done("publishCourse", course, "course { id }", provider)
    for payer, token, percent in ((gone, gone_token, 20.0), (kept, kept_token, 30.0)):
        share = {"courseId": course["id"], "payerId": payer, "percent": percent}
        claimed = hub.done("claimCostShare", share, "costShare { id version }", provider)
        hub.done("confirmCostShare", claimed, "costShare { id }", token)
    merged(hub, cast.coordinator, kept, gone)
    text = "MATCH (:Course {id: $id})-[r:PAID_BY]->(o) RETURN o.id AS payer, r.percent AS percent"
    assert hub.cypher(text, id=course["id"]) == [{"payer": kept, "percent": 20.0}]
    query = "query($id: ID!) { course(id: $id) { unpaidPercent } }"
    assert hub.ask(query, {"id": course["id"]}) == {"course": {"unpaidPercent": 80.0}}


def test_nobody_signs_its_own_campaign_after_a_merge(hub: Hub, cast: Cast) -> None:
    (kept, kept_token), (gone, gone_token) = hub.member("انجمن سوسن"), hub.member("کانون سوسن")
    asked = {"title": "بیمه", "issue": "نیست.", "position": "باشد.", "addressedToWords": "مجلس"}
    made = hub.done("createCampaign", asked | {"visibility": "PUBLIC"}, "campaign { id version }", kept_token)
    hub.done("publishCampaign", made, "campaign { id }", kept_token)
    signed = {"campaignId": made["id"], "wording": 1, "visibility": "PUBLIC"}
    hub.done("endorseCampaign", signed, "endorsement { id }", gone_token)
    merged(hub, cast.coordinator, kept, gone)
    query = "query($id: ID!) { campaign(id: $id) { supporterCount } }"
    assert hub.ask(query, {"id": made["id"]}) == {"campaign": {"supporterCount": 0}}


def test_nobody_recognizes_its_own_qualification_after_a_merge(hub: Hub, cast: Cast) -> None:
    (kept, kept_token), (gone, gone_token) = hub.member("آموزشگاه یاقوت"), hub.member("هنرستان یاقوت")
    given = {"title": "جوشکار درجهٔ ۲", "visibility": "PUBLIC"}
    issued = hub.done("createQualification", given, "qualification { id version }", kept_token)
    hub.done("publishQualification", issued, "qualification { id }", kept_token)
    told = {"qualificationId": issued["id"], "visibility": "PUBLIC"}
    recognized = hub.done("recognizeQualification", told, "recognition { id status }", gone_token)
    assert recognized["status"] == "PUBLISHED"
    merged(hub, cast.coordinator, kept, gone)
    query = "query($id: ID!) { qualification(id: $id) { recognitions(first: 5) { totalCount } } }"
    assert hub.ask(query, {"id": issued["id"]}) == {"qualification": {"recognitions": {"totalCount": 0}}}


def test_two_that_face_each_other_are_not_merged(hub: Hub, cast: Cast) -> None:
    (one, token), (other, _) = hub.member("گروه رویارو"), hub.member("دستهٔ رویارو")
    parties = [{"organizationId": id_, "role": "طرف"} for id_ in (one, other)]
    given = {"kind": "MOU", "titleFa": "تفاهم", "parties": parties}
    hub.done("draftPartnership", given, "partnership { id }", token)
    before = hub.count()
    merge = {"id": one, "version": 1, "mergeId": other}
    assert hub.refused("mergeOrganizations", merge, SHORT, cast.coordinator) == (
        "MERGE_BINDS_BOTH",
        ["input", "mergeId"],
    )
    assert hub.count() == before
    for wrong, told in (
        ({"mergeId": one}, ("SAME_ORGANIZATION", ["input", "mergeId"])),
        ({"mergeId": "org_nowhere"}, ("NOT_FOUND", ["input", "mergeId"])),
        ({"version": 7}, ("VERSION_CHANGED", ["input", "version"])),
    ):
        assert hub.refused("mergeOrganizations", merge | wrong, SHORT, cast.coordinator) == told


def test_who_asks_and_who_is_asked_are_not_merged(hub: Hub, cast: Cast) -> None:
    (kept, token), (gone, _) = hub.member("گروه پرسنده"), hub.member("دستهٔ پرسنده")
    asked = {"title": "بیمه", "issue": "نیست.", "position": "باشد.", "addressedToId": gone}
    made = hub.done("createCampaign", asked, "campaign { id version }", token)
    for one, other in ((kept, gone), (gone, kept)):
        merge = {"id": one, "version": 1, "mergeId": other}
        told = hub.refused("mergeOrganizations", merge, SHORT, cast.coordinator)
        assert told == ("MERGE_BINDS_BOTH", ["input", "mergeId"])
    hub.done("withdrawCampaign", made, "campaign { id }", token)
    assert merged(hub, cast.coordinator, kept, gone)["id"] == kept


def test_two_with_identifiers_of_their_own_are_not_merged(hub: Hub, cast: Cast) -> None:
    one, other = (
        made(hub, "بنیاد نخستین", nationalId="14003281190"),
        made(hub, "بنیاد دومین", nationalId="10380284790"),
    )
    merge = {"id": one, "version": 1, "mergeId": other}
    assert hub.refused("mergeOrganizations", merge, SHORT, cast.coordinator) == (
        "NATIONAL_IDS_DIFFER",
        ["input", "mergeId"],
    )


def test_no_refusal_to_merge_tells_whose_an_anonymized_text_is(hub: Hub, cast: Cast) -> None:
    kept, (gone, token) = made(hub, "خانهٔ فیروزه‌ای"), hub.member("سرای کهربا")
    experience = hub.done(
        "createExperience",
        {
            "title": "شکست",
            "outcome": "FAILURE",
            "happened": "با خانهٔ فیروزه‌ای نشد.",
            "visibility": "ANONYMIZED",
        },
        "experience { id version }",
        token,
    )
    hub.done("publishExperience", experience, "experience { id }", token)
    merged(hub, cast.coordinator, kept, gone)


def test_an_anonymized_record_stays_closed_to_all_but_the_one_that_stays(hub: Hub, cast: Cast) -> None:
    kept, (gone, token) = made(hub, "گلخانهٔ لاله"), hub.member("کارگاه سنبل")
    experience = hub.done(
        "createExperience",
        {"title": "آبیاری", "outcome": "FAILURE", "happened": "خشک شد.", "visibility": "ANONYMIZED"},
        "experience { id version }",
        token,
    )
    hub.done("publishExperience", experience, "experience { id }", token)
    merged(hub, cast.coordinator, kept, gone)
    query = "query($id: ID!) { experience(id: $id) { publisher { id } } }"
    for viewer, publisher in ((cast.token, None), (cast.coordinator, None), (token, {"id": kept})):
        answer = hub.ask(query, {"id": experience["id"]}, viewer)
        assert answer == {"experience": {"publisher": publisher}}


# -- withdrawn -------------------------------------------------------------------------------------


def test_a_withdrawn_organization_is_not_edited(hub: Hub) -> None:
    gone = hub.organization("سازمان بدرود")
    hub.done("withdrawOrganization", {"id": gone, "version": 1}, SHORT, hub.admin)
    edit = {"id": gone, "version": 2, "mission": "تازه"}
    assert hub.refused("editOrganization", edit, SHORT, hub.admin) == ("WRONG_STATUS", [])
    assert version(hub, gone) == 2
