"""A file is given to whoever reads what it is attached to, with headers that keep it harmless."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests import documents
from tests.browser import Browser
from tests.documents import SOUND
from tests.hub.files.conftest import Shelf, code
from tests.running import Hub

LESSON = "lesson { id version files { id name url } }"


@dataclass(frozen=True)
class Cast:
    """An author, its partner, and another; the tokens of all."""

    author: str
    partner: str
    tokens: dict[str, str | None]


@pytest.fixture(scope="module")
def cast(shelf: Shelf) -> Cast:
    hub = shelf.hub
    (author, one), (partner, two), (_, three) = (
        hub.member(name) for name in ("انجمن کار نو", "بنیاد همیار", "خیریهٔ دور")
    )
    tokens = {"author": one, "partner": two, "other": three, "nobody": None, "admin": hub.admin}
    tokens["coordinator"] = hub.token(None, "COORDINATOR")
    return Cast(author, partner, tokens)


def drafted(hub: Hub, cast: Cast, **more: Any) -> Any:
    given = {
        "statement": "کارآموزی کوتاه کم‌نتیجه است",
        "recommendation": "دوره را بلند کنید",
        "source": "گزارش",
    }
    return hub.done("createLesson", given | more, LESSON, cast.tokens["author"])


def published(hub: Hub, cast: Cast, record: Any, visibility: str) -> Any:
    given = {"id": record["id"], "version": record["version"], "visibility": visibility}
    return hub.done("publishLesson", given, LESSON, cast.tokens["author"])


def readers(shelf: Shelf, cast: Cast, id_: str) -> set[str]:
    """Who gets a file; GraphQL tells of it to the same."""
    query = "query($id: ID!) { node(id: $id) { ... on File { name } } }"
    told = {w for w, t in cast.tokens.items() if shelf.hub.ask(query, {"id": id_}, t)["node"] is not None}
    given = {who for who, token in cast.tokens.items() if shelf.reads(id_, token)}
    assert given == told
    return given


def test_a_file_is_its_uploaders_until_it_is_attached_to_what_others_read(shelf: Shelf, cast: Cast) -> None:
    hub = shelf.hub
    file = shelf.sent(str(cast.tokens["author"]), "evidence.pdf", documents.pdf("evidence"))
    assert readers(shelf, cast, file["id"]) == {"author"}
    lesson = drafted(hub, cast, fileIds=[file["id"]])
    assert lesson["files"] == [{"id": file["id"], "name": "evidence.pdf", "url": file["url"]}]
    assert readers(shelf, cast, file["id"]) == {"author"}
    lesson = published(hub, cast, lesson, "MEMBERS")
    assert readers(shelf, cast, file["id"]) == {"author", "partner", "other", "coordinator", "admin"}
    lesson = published(hub, cast, lesson, "PUBLIC")
    assert readers(shelf, cast, file["id"]) == set(cast.tokens)
    lesson = published(hub, cast, lesson, "ORGANIZATION")
    assert readers(shelf, cast, file["id"]) == {"author", "admin"}
    hub.cypher(
        "MATCH (a:Node {id: $a}), (b:Node {id: $b}) CREATE (a)<-[:HAS_PARTY {signedAt: datetime()}]-"
        "(:Node&Partnership {id: 'par_files', status: 'ACTIVE', start: date('2020-01-01'), audience: 'PUBLIC',"
        " ownerIds: [$a, $b]})-[:HAS_PARTY {signedAt: datetime()}]->(b)",
        a=cast.author,
        b=cast.partner,
    )
    lesson = published(hub, cast, lesson, "PARTNERS")
    fresh = Cast(cast.author, cast.partner, cast.tokens | {"partner": hub.token(cast.partner)})
    assert readers(shelf, fresh, file["id"]) == {"author", "partner", "admin"}
    lesson = published(hub, cast, lesson, "PUBLIC")
    withdrawn = {"id": lesson["id"], "version": lesson["version"]}
    lesson = hub.done("withdrawLesson", withdrawn, LESSON, cast.tokens["author"])
    assert readers(shelf, cast, file["id"]) == {"author", "admin"}
    hub.cypher("MATCH (p {id: 'par_files'}) DETACH DELETE p")


def test_what_is_hidden_is_refused_like_what_is_not_there_letter_by_letter(shelf: Shelf, cast: Cast) -> None:
    file = shelf.sent(str(cast.tokens["author"]), "hidden.pdf", documents.pdf("hidden"))
    missing = "fil_" + "0" * 26
    for method in ("GET", "DELETE"):
        hidden = shelf.fetch(file["id"], cast.tokens["other"], method)
        none = shelf.fetch(missing, cast.tokens["other"], method)
        apart = {"x-request-id", "date", "ratelimit"}
        assert code(hidden) == (404, "FILE_NOT_FOUND")
        assert hidden.content == none.content
        told = [{k: v for k, v in answer.headers.items() if k not in apart} for answer in (hidden, none)]
        assert told[0] == told[1]
    for id_ in ("fil_", "les_" + "0" * 26, "..%2f..%2fserver.json", "fil_" + "0" * 26 + "x"):
        assert code(shelf.fetch(id_, cast.tokens["other"]))[0] == 404
    assert shelf.reads(file["id"], cast.tokens["author"])


def test_nobody_attaches_the_file_of_another_and_so_lets_others_read_it(shelf: Shelf, cast: Cast) -> None:
    hub = shelf.hub
    file = shelf.sent(str(cast.tokens["author"]), "members.pdf", documents.pdf("for members"))
    published(hub, cast, drafted(hub, cast, fileIds=[file["id"]]), "MEMBERS")
    assert shelf.reads(file["id"], cast.tokens["other"])
    given = {"statement": "س", "recommendation": "پ", "source": "گزارش", "fileIds": [file["id"]]}
    refused = hub.refused("createLesson", given, LESSON, cast.tokens["other"])
    assert refused == ("NOT_FOUND", ["input", "fileIds", "0"])
    mine = hub.done("createLesson", given | {"fileIds": []}, LESSON, cast.tokens["other"])
    change = {"id": mine["id"], "version": mine["version"], "fileIds": [file["id"]]}
    assert hub.refused("editLesson", change, LESSON, cast.tokens["other"])[0] == "NOT_FOUND"
    assert not shelf.reads(file["id"])


def test_files_are_attached_and_taken_off_again_and_the_history_tells(shelf: Shelf, cast: Cast) -> None:
    hub, token = shelf.hub, str(cast.tokens["author"])
    one, other = (shelf.sent(token, f"{n}.pdf", documents.pdf(n)) for n in ("one", "other"))
    lesson = published(hub, cast, drafted(hub, cast, fileIds=[one["id"]]), "PUBLIC")
    edited = {"id": lesson["id"], "version": lesson["version"], "fileIds": [other["id"]]}
    lesson = hub.done("editLesson", edited, LESSON, token)
    assert [file["id"] for file in lesson["files"]] == [other["id"]]
    assert (shelf.reads(one["id"]), shelf.reads(other["id"])) == (False, True)
    query = "query($id: ID!) { node(id: $id) { ... on Lesson { versions(first: 1) { nodes {"
    query += " changes { field before after } } } } } }"
    (version,) = hub.ask(query, {"id": lesson["id"]}, token)["node"]["versions"]["nodes"]
    (change,) = [change for change in version["changes"] if change["field"] == "files"]
    assert [row["id"] for row in change["before"]] == [one["id"]]
    assert [row["id"] for row in change["after"]] == [other["id"]]
    carried = "query($id: ID!) { node(id: $id) { ... on File { attachedTo { ... on Lesson { id } } } } }"
    assert hub.ask(carried, {"id": other["id"]})["node"]["attachedTo"] == [{"id": lesson["id"]}]


def test_a_file_is_removed_by_its_organization_once_nothing_carries_it(shelf: Shelf, cast: Cast) -> None:
    hub, token = shelf.hub, str(cast.tokens["author"])
    file = shelf.sent(token, "spare.pdf", documents.pdf("spare"))
    lesson = published(hub, cast, drafted(hub, cast, fileIds=[file["id"]]), "PUBLIC")
    assert code(shelf.fetch(file["id"], None, "DELETE")) == (401, "SIGN_IN_REQUIRED")
    assert code(shelf.fetch(file["id"], cast.tokens["other"], "DELETE")) == (403, "NOT_ALLOWED")
    assert code(shelf.fetch(file["id"], token, "DELETE")) == (409, "FILE_IN_USE")
    assert shelf.reads(file["id"])
    edited = {"id": lesson["id"], "version": lesson["version"], "fileIds": []}
    hub.done("editLesson", edited, LESSON, token)
    assert shelf.fetch(file["id"], token, "DELETE").status_code == 204
    assert file["id"] not in shelf.kept() | shelf.told()
    assert code(shelf.fetch(file["id"], token)) == (404, "FILE_NOT_FOUND")


def test_an_organization_that_has_left_gets_nothing_from_the_next_request_on(shelf: Shelf) -> None:
    hub = shelf.hub
    leaving, token = hub.member("سازمان رونده")
    file = shelf.sent(token, "own.pdf", documents.pdf("own"))
    assert shelf.reads(file["id"], token)
    (row,) = hub.cypher("MATCH (o:Node {id: $id}) RETURN o.version AS version", id=leaving)
    given = {"id": leaving, "version": row["version"]}
    assert hub.do("withdrawOrganization", given, "organization { id }", hub.admin)["errors"] == []
    assert code(shelf.fetch(file["id"], token)) == (401, "TOKEN_OF_WITHDRAWN")
    assert code(shelf.send(documents.pdf("more"), "more.pdf", token)) == (401, "TOKEN_OF_WITHDRAWN")
    assert file["id"] in shelf.kept()


@pytest.mark.parametrize("name", SOUND)
def test_a_file_comes_with_headers_that_let_a_browser_do_nothing_with_it(
    shelf: Shelf, cast: Cast, name: str
) -> None:
    content, media_type = SOUND[name]
    file = shelf.sent(str(cast.tokens["author"]), name, content)
    answer = shelf.fetch(file["id"], cast.tokens["author"], accept_encoding="gzip")
    assert answer.content == content
    text = "; charset=utf-8" if media_type.startswith("text/") else ""
    assert answer.headers["content-type"] == media_type + text
    assert answer.headers["x-content-type-options"] == "nosniff"
    way = "inline" if media_type.startswith("image/") else "attachment"
    assert answer.headers["content-disposition"].startswith(f"{way}; filename=")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["etag"] == f'"{file["digest"]}"'
    assert "content-encoding" not in answer.headers


def test_a_part_is_given_and_what_a_browser_has_is_not_sent_again(shelf: Shelf, cast: Cast) -> None:
    token = str(cast.tokens["author"])
    content = bytes(range(32, 127)) * 900
    file = shelf.sent(token, "parts.txt", content)
    part = shelf.fetch(file["id"], token, range="bytes=100-199")
    assert (part.status_code, part.content) == (206, content[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(content)}"
    assert shelf.fetch(file["id"], token, range="bytes=-5").content == content[-5:]
    assert shelf.fetch(file["id"], token, range="bytes=85000-").content == content[85_000:]
    whole = shelf.fetch(file["id"], token, range="bytes=0-1,5-6")
    assert (whole.status_code, whole.content) == (200, content)
    beyond = shelf.fetch(file["id"], token, range=f"bytes={len(content)}-")
    assert code(beyond) == (416, "RANGE_NOT_THERE")
    assert beyond.headers["content-range"] == f"bytes */{len(content)}"
    etag = part.headers["etag"]
    assert shelf.fetch(file["id"], token, range="bytes=0-1", if_range='"other"').status_code == 200
    assert shelf.fetch(file["id"], token, range="bytes=0-1", if_range=etag).status_code == 206
    known = shelf.fetch(file["id"], token, if_none_match=etag)
    assert (known.status_code, known.content) == (304, b"")
    assert code(shelf.fetch(file["id"], cast.tokens["other"], if_none_match=etag))[0] == 404
    head = shelf.fetch(file["id"], token, "HEAD")
    assert (head.status_code, head.headers["content-length"], head.content) == (200, str(len(content)), b"")


def test_a_page_of_another_origin_may_send_and_fetch(shelf: Shelf) -> None:
    asked = {
        "origin": "https://hub.example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }
    answer = shelf.hub.client.options("/files", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    told = shelf.hub.client.get("/files/fil_none", headers={"origin": "https://hub.example.org"})
    assert "Content-Disposition" in told.headers["access-control-expose-headers"]


def test_content_that_is_lost_is_told_as_a_fault_of_the_hub(shelf: Shelf, cast: Cast) -> None:
    token = str(cast.tokens["author"])
    file = shelf.sent(token, "lost.pdf", documents.pdf("lost"))
    (shelf.folder / file["id"]).unlink()
    assert code(shelf.fetch(file["id"], token)) == (500, "FILE_LOST")
    assert shelf.fetch(file["id"], token, "DELETE").status_code == 204


def test_a_link_is_followed_once_with_a_cookie_that_opens_no_session(shelf: Shelf) -> None:
    hub = shelf.hub
    token = hub.member("انجمن پیوند")[1]
    file = shelf.sent(token, "پیوند.pdf", documents.pdf("a link"))["id"]
    browser = Browser(hub)
    browser.secret = "a secret of before"
    assert code(browser.client.get(f"/files/{file}")) == (401, "SESSION_ENDED")
    given = {"statement": "درس", "recommendation": "بلندتر", "source": "گزارش", "fileIds": [file]}
    lesson = hub.done("createLesson", given, "lesson { id version }", token)
    hub.done("publishLesson", lesson | {"visibility": "PUBLIC"}, "lesson { id version }", token)
    browser.secret = "a secret of before"
    assert browser.client.get(f"/files/{file}").status_code == 200
    browser.secret = "a secret of before"
    assert code(browser.client.post("/files", content=b"x", params={"name": "x.txt"}))[1] == "SESSION_ENDED"


def test_a_hub_without_a_place_for_files_says_so(hub: Hub) -> None:
    _, token = hub.member("سازمان بی‌انبار")
    headers = {"authorization": f"Bearer {token}", "accept-language": "en"}
    answer = hub.client.post("/files?name=a.pdf", content=documents.pdf(), headers=headers)
    assert code(answer) == (503, "FILES_NOT_SET_UP")
