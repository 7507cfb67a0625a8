"""What happens is told: to an organization's system by webhook, to its people by mail, as they may read it then.

Two hub processes run side by side, as they do behind a proxy; nobody is told twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest

from tests.browser import Browser, joined
from tests.conftest import Neo4j
from tests.postman import Postman, delivering, html_of, text_of
from tests.receiver import Receiver, receiving
from tests.running import Hub, own_hub, start_hub, stop_hub

LESSON = {"recommendation": "شرح", "source": "بازدید", "visibility": "PUBLIC"}
ANSWERED = {"title": "کارگاه", "happened": "شرح", "outcome": "FAILURE", "visibility": "PUBLIC"}


@dataclass
class Cast:
    """Weavers who publish; storekeepers who are told, with an editor, a reader of English, and a system."""

    hub: Hub
    postman: Postman
    receiver: Receiver
    weavers: str
    topic: str
    storekeepers: str
    editor: Browser
    reader: Browser


@pytest.fixture(scope="module")
def cast(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    with delivering() as postman, receiving() as receiver:
        given = {
            "HUB_STATE_DIR": str(tmp_path_factory.mktemp("state")),
            "HUB_ANONYMITY": "1",
            "HUB_ADDRESS": "",
            "HUB_TELLING": "on",
            "HUB_WEBHOOK_NETWORKS": "127.0.0.0/8",
            "HUB_MAIL_SERVER": "127.0.0.1",
            "HUB_MAIL_PORT": str(postman.port),
            "HUB_MAIL_SECURITY": "none",
        }
        with own_hub(neo4j_server, **given) as hub:
            beside, _ = start_hub(neo4j_server, **given)
            try:
                weavers = hub.token(hub.organization("انجمن بافندگان", nameEn="Weavers"), days=300)
                ours = hub.organization("انجمن انبارداران", nameEn="Storekeepers")
                topic = hub.topic("weaving", "بافندگی")
                editor = joined(hub, postman, ours, "editor@example.ir")
                reader = joined(hub, postman, ours, "reader@example.ir", "MEMBER")
                reader.done("editPerson", {"languages": ["EN", "FA"]}, "done")
                yield Cast(hub, postman, receiver, weavers, topic, ours, editor, reader)
            finally:
                assert stop_hub(beside) == 0


def _published(cast: Cast, statement: str) -> dict[str, object]:
    given = {**LESSON, "statement": statement, "topicIds": [cast.topic]}
    made = cast.hub.done("createLesson", given, "lesson { id version }", cast.weavers)
    return dict(cast.hub.done("publishLesson", made, "lesson { id version }", cast.weavers))


def test_from_following_a_topic_to_hearing_of_it_and_to_the_end_of_that(cast: Cast) -> None:
    hub, postman, receiver = cast.hub, cast.postman, cast.receiver
    for browser in (cast.editor, cast.reader):
        browser.done("follow", {"id": cast.topic}, "id")
    given = {
        "label": "انبار",
        "address": receiver.address,
        "kinds": ["LESSON_PUBLISHED", "EXPERIENCE_PUBLISHED"],
    }
    secret = cast.editor.done("createWebhook", given, "webhook { id } secret")["secret"]

    # The system of the storekeepers is told at once, in order, and signed; while it does not answer, it waits.
    receiver.answers = [503]
    kept = _published(cast, "نخست گوش بدهید")
    withdrawn = _published(cast, "پس گرفته")
    for count, id_ in ((1, kept["id"]), (2, kept["id"]), (3, withdrawn["id"])):
        one = receiver.next(count)
        assert one.is_signed(secret)
        assert one.told["data"]["record"] == {"type": "Lesson", "id": id_}

    # What is taken back, or loses its author's name, before the letter is written, is not told in it.
    hub.done("withdrawLesson", withdrawn, "lesson { id }", cast.weavers)
    made = hub.done(
        "createExperience", {**ANSWERED, "topicIds": [cast.topic]}, "experience { id version }", cast.weavers
    )
    made = hub.done("publishExperience", made, "experience { id version }", cast.weavers)
    assert receiver.next(4).told["data"]["record"]["id"] == made["id"]
    hub.done("editExperience", {**made, "visibility": "ANONYMIZED"}, "experience { id }", cast.weavers)

    # A Saturday has gone by since they came: the letter is due now.
    hub.cypher("MATCH (a:Account) SET a.createdAt = a.createdAt - $week", week=timedelta(days=8))
    letters = {letter["to"]: letter for letter in (postman.next(), postman.next())}
    persian, english = letters["editor@example.ir"], letters["reader@example.ir"]
    assert (persian["content-language"], english["content-language"]) == ("fa", "en")
    assert "انتشار درس‌آموخته: «نخست گوش بدهید»" in text_of(persian)
    assert "Lesson published: “نخست گوش بدهید”, by Weavers" in text_of(english)
    assert "You are told because you follow “بافندگی”." in text_of(english)
    for letter in (persian, english):
        told = text_of(letter) + html_of(letter)
        assert not any(hidden in told for hidden in ("پس گرفته", "کارگاه", str(made["id"])))

    # One click, by whoever has the letter, and no more of them come; the other reader still gets theirs.
    link = english["list-unsubscribe"].strip(" <>")
    path = "/unsubscribe/" + link.partition("/unsubscribe/")[2]
    with httpx.Client(base_url=hub.address) as alone:
        assert alone.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    _published(cast, "دومی")
    assert receiver.next(5).told["type"] == "LESSON_PUBLISHED"
    hub.cypher("MATCH (a:Account) SET a.digestAt = a.digestAt - $week", week=timedelta(days=8))
    another = postman.next()
    assert another["to"] == "editor@example.ir"
    assert "دومی" in text_of(another)
    assert "نخست گوش بدهید" not in text_of(another)
    assert len(postman.letters) == postman.read  # None twice, though two processes wrote.
    assert len(receiver.received) == 5
