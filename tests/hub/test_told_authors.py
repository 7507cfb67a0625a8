"""Whoever writes something is told what others say of it, without following anything first."""

import secrets

import pytest

from tests.browser import Browser, Mailbox, joined
from tests.people import reviewer
from tests.running import Hub

pytestmark = pytest.mark.mails(HUB_ANONYMITY="1")

NEWS = "{ notifications(first: 50) { nodes { event { kind } reasons { follow { id kind record { __typename } } } } } }"
FOLLOWS = "{ viewer { follows { id kind } } }"
MET = {"evidence": "MET", "applicability": "MET", "clarity": "MET", "wording": 1}


def kinds(browser: Browser) -> list[str]:
    """What somebody is told of, the oldest first."""
    return [one["event"]["kind"] for one in browser.ask(NEWS)["notifications"]["nodes"]][::-1]


@pytest.mark.parametrize("visibility", ["MEMBERS", "ANONYMIZED"])
def test_an_author_is_told_what_others_say_of_a_lesson(hub: Hub, mailbox: Mailbox, visibility: str) -> None:
    topic = hub.topic(f"t-{secrets.token_hex(4)}", "خیاطی")
    author = joined(hub, mailbox, hub.organization("نویسنده"), f"{secrets.token_hex(4)}@example.ir")
    follower = joined(hub, mailbox, hub.organization("پیگیر"), f"{secrets.token_hex(4)}@example.ir")
    follower.done("follow", {"id": topic}, "id")
    other, token = hub.member("خواننده")
    judge = reviewer(hub, hub.organization("داور"), "سارا نوری")[1]
    given = {
        "statement": "سفارش بگیرید",
        "recommendation": "با سه خریدار",
        "source": "گزارش",
        "topicIds": [topic],
    }
    made = author.write("createLesson", given, "lesson { id version }")["lesson"]
    lesson = author.write("publishLesson", made | {"visibility": visibility}, "lesson { id version }")[
        "lesson"
    ]
    submitted = author.write("submitForReview", {"reviewedId": lesson["id"]}, "review { id version }")[
        "review"
    ]
    assert kinds(author) == []

    asked = hub.done(
        "askQuestion", {"aboutId": lesson["id"], "text": "چند روز؟"}, "question { id version }", token
    )
    answer = {"questionId": asked["id"], "text": "ده روز."}
    hub.done("answerQuestion", answer, "answer { id }", token)
    no = {"aboutId": lesson["id"], "answer": "DOES_NOT_APPLY", "reason": "جای ما دور است"}
    hub.done("sayApplicability", no, "applicability { id }", token)
    adopted = {"adoptedId": lesson["id"], "note": "در کارگاه قالی", "visibility": "MEMBERS"}
    hub.done("adopt", adopted, "adoption { id }", token)
    hub.done("validateReview", submitted | MET, "review { id }", judge)
    # Said of an unnamed author's, it is told once its month is over: until then it is the author's to read.
    if visibility == "ANONYMIZED":
        hub.cypher(
            "MATCH (e:Event) SET e.toldAt = datetime() WITH max(e.toldAt) AS now MATCH (c:Counter) SET c.told = now"
        )
    said = ["QUESTION_ASKED", "QUESTION_ANSWERED", "APPLICABILITY_SAID", "ADOPTED", "REVIEW_VALIDATED"]
    assert sorted(kinds(author)) == sorted(said)
    (follow,) = author.ask(FOLLOWS)["viewer"]["follows"]
    assert follow["kind"] == "LESSON"
    assert other
    # Whoever follows its topic is told what is asked, said and judged of it, too.
    told = {"QUESTION_ASKED", "APPLICABILITY_SAID", "REVIEW_VALIDATED"}
    assert told & {*kinds(follower)} == (told if visibility == "MEMBERS" else set())
    author.done("unfollow", {"id": follow["id"]}, "done")
    # What others decided on what one has sent is told without a follow.
    assert kinds(author) == ["REVIEW_VALIDATED"]


def test_nobody_follows_by_a_token_or_half_of_what_they_may_without_having_chosen_it(
    hub: Hub, mailbox: Mailbox
) -> None:
    organization = hub.organization("پرکار")
    mail = f"{secrets.token_hex(4)}@example.ir"
    author = joined(hub, mailbox, organization, mail)
    before = hub.cypher("MATCH (f:Follow) RETURN count(f) AS n")
    given = {"title": "کلاس", "outcome": "SUCCESS", "happened": "شد."}
    hub.done("createExperience", given, "experience { id }", hub.token(organization))
    assert hub.cypher("MATCH (f:Follow) RETURN count(f) AS n") == before
    assert author.write("createExperience", given, "experience { id }")["errors"] == []
    hub.cypher(
        "MATCH (a:Account {mail: $mail}) UNWIND range(1, 49) AS n CREATE (:Follow {id: 'flw_' + n})-[:OF]->(a)",
        mail=mail,
    )
    kept = hub.cypher("MATCH (f:Follow) RETURN count(f) AS n")
    assert author.write("createExperience", given, "experience { id }")["errors"] == []
    assert hub.cypher("MATCH (f:Follow) RETURN count(f) AS n") == kept
