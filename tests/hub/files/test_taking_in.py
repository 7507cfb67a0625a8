"""A file is taken in whole or not at all: every refusal leaves nothing in the store, and nothing in the graph."""

import hashlib
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import pytest

from graph.limits import MAXIMUM_UPLOADS
from tests import documents
from tests.documents import SOUND
from tests.hub.files.conftest import LARGEST, QUOTA, Shelf, code, until


@pytest.fixture(scope="module")
def author(shelf: Shelf) -> tuple[str, str]:
    """An organization, and a token of it."""
    return shelf.hub.member("انجمن کار نو")


@pytest.fixture
def nothing_left(shelf: Shelf) -> Iterator[None]:
    """The store and the graph are as they were; nothing half-written is in the folder either."""
    before = shelf.kept(), shelf.told()
    yield
    assert until(lambda: (shelf.kept(), shelf.told()) == before)


@pytest.mark.parametrize("name", SOUND)
def test_a_file_of_every_kind_comes_in_and_out_as_it_is(
    shelf: Shelf, author: tuple[str, str], name: str
) -> None:
    content, media_type = SOUND[name]
    answer = shelf.send(content, name, author[1], content_type=media_type)
    assert answer.status_code == 201
    told = answer.json()["file"]
    assert (told["name"], told["mediaType"], told["size"]) == (name, media_type, len(content))
    assert told["digest"] == hashlib.sha256(content).hexdigest()
    assert answer.headers["location"] == told["url"] == f"/files/{told['id']}"
    assert shelf.fetch(told["id"], author[1]).content == content
    assert (shelf.folder / told["id"]).read_bytes() == content


def test_the_graph_tells_of_a_file_what_the_upload_did(shelf: Shelf, author: tuple[str, str]) -> None:
    told = shelf.sent(author[1])
    query = "query($id: ID!) { node(id: $id) { ... on File { id name mediaType size digest url createdAt"
    query += " uploadedBy { id } attachedTo { __typename } } } }"
    found = shelf.hub.ask(query, {"id": told["id"]}, author[1])["node"]
    assert found.pop("createdAt")
    assert found == {**told, "uploadedBy": {"id": author[0]}, "attachedTo": []}
    listed = shelf.hub.ask(
        "query($id: ID!) { organization(id: $id) { files { totalCount } } }", {"id": author[0]}, author[1]
    )
    assert listed["organization"]["files"]["totalCount"] == len(shelf.told())


def test_who_sends_the_same_file_again_gets_the_one_that_is_there(
    shelf: Shelf, author: tuple[str, str]
) -> None:
    first = shelf.send(documents.pdf("again"), "again.pdf", author[1])
    before = shelf.kept()
    second = shelf.send(documents.pdf("again"), "again.pdf", author[1])
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json() == first.json()
    assert shelf.kept() == before
    _, other = shelf.hub.member("خیریهٔ دیگر")
    assert shelf.sent(other, "again.pdf", documents.pdf("again"))["id"] != first.json()["file"]["id"]


def test_a_name_is_cleaned_and_is_no_path(shelf: Shelf, author: tuple[str, str]) -> None:
    told = shelf.sent(author[1], "../../etc/\u202eگزارش.pdf", documents.pdf("names"))
    assert told["name"] == "گزارش.pdf"
    assert told["id"] in shelf.kept()


def test_what_is_in_the_store_is_its_owners_alone(shelf: Shelf, author: tuple[str, str]) -> None:
    told = shelf.sent(author[1], "map.png")
    assert (shelf.folder / told["id"]).stat().st_mode & 0o077 == 0
    assert shelf.folder.stat().st_mode & 0o077 == 0


def test_a_body_in_chunks_is_taken_too(shelf: Shelf, author: tuple[str, str]) -> None:
    content = documents.pdf("chunks")
    told = shelf.send(iter([content[:7], content[7:50], content[50:]]), "chunks.pdf", author[1])
    assert told.status_code == 201
    assert shelf.fetch(told.json()["file"]["id"], author[1]).content == content


@pytest.mark.usefixtures("nothing_left")
class TestRefusals:
    """Each leaves the store and the graph as they were."""

    def test_nobody_uploads_without_a_token_that_may_write(
        self, shelf: Shelf, author: tuple[str, str]
    ) -> None:
        content = documents.pdf("rights")
        assert code(shelf.send(content)) == (401, "SIGN_IN_REQUIRED")
        assert code(shelf.send(content, token="hub_none")) == (401, "TOKEN_WRONG")
        reading = shelf.hub.token(author[0], scopes=("read",))
        assert code(shelf.send(content, token=reading)) == (403, "SCOPE_REQUIRED")

    def test_nobody_uploads_for_another_organization_but_an_administrator(
        self, shelf: Shelf, author: tuple[str, str]
    ) -> None:
        other, token = shelf.hub.member("سازمان سوم")
        answer = shelf.hub.client.post(
            f"/files?name=a.pdf&organizationId={author[0]}",
            content=documents.pdf(),
            headers={"authorization": f"Bearer {token}"},
        )
        assert code(answer) == (403, "NOT_ALLOWED")
        admin = {"authorization": f"Bearer {shelf.hub.admin}"}
        answer = shelf.hub.client.post("/files?name=a.pdf", content=documents.pdf(), headers=admin)
        assert code(answer) == (403, "NOT_ALLOWED")
        answer = shelf.hub.client.post(
            "/files?name=a.pdf&organizationId=org_none", content=documents.pdf(), headers=admin
        )
        assert code(answer) == (404, "NOT_FOUND")
        answer = shelf.hub.client.post(
            f"/files?name=a.pdf&organizationId={other}", content=documents.pdf("entered"), headers=admin
        )
        assert answer.status_code == 201
        gone = shelf.fetch(answer.json()["file"]["id"], token, "DELETE")
        assert gone.status_code == 204

    @pytest.mark.parametrize(
        ("content", "name", "claimed", "refused"),
        [
            (
                b"<html><script>alert(1)</script>",
                "page.pdf",
                "application/pdf",
                (415, "FILE_TYPE_NOT_ALLOWED"),
            ),
            (b"<svg onload='alert(1)'/>", "a.svg", "image/svg+xml", (415, "FILE_TYPE_NOT_ALLOWED")),
            (documents.png(), "photo.jpg", "", (415, "FILE_NOT_AS_CLAIMED")),
            (documents.png(), "photo.png", "image/jpeg", (415, "FILE_NOT_AS_CLAIMED")),
            (documents.png()[:-5], "photo.png", "", (400, "FILE_DAMAGED")),
            (documents.open_document(Basic__x=b""), "a.odt", "", (415, "FILE_HAS_MACROS")),
            ("نام".encode("cp1256"), "members.csv", "text/csv", (415, "FILE_TEXT_UNREADABLE")),
            (b"", "notes.txt", "", (400, "FILE_EMPTY")),
            (documents.pdf(), "", "", (400, "FILE_NAME_NEEDED")),
            (documents.pdf(), None, "", (400, "FILE_NAME_NEEDED")),
            (documents.pdf(), "..", "", (400, "FILE_NAME_NEEDED")),
        ],
    )
    def test_what_is_not_taken_is_told_why(
        self,
        shelf: Shelf,
        author: tuple[str, str],
        content: bytes,
        name: str | None,
        claimed: str,
        refused: tuple[int, str],
    ) -> None:
        headers = {"content_type": claimed} if claimed else {}
        assert code(shelf.send(content, name, author[1], **headers)) == refused

    def test_a_file_that_is_too_large_is_refused_by_its_length_and_by_its_bytes(
        self, shelf: Shelf, author: tuple[str, str]
    ) -> None:
        content = b"x" * (LARGEST + 1)
        assert code(shelf.send(content, "a.txt", author[1])) == (413, "FILE_TOO_LARGE")
        assert code(shelf.send(iter([content[:9], content[9:]]), "a.txt", author[1])) == (
            413,
            "FILE_TOO_LARGE",
        )

    def test_a_body_that_ends_before_its_length_leaves_nothing(
        self, shelf: Shelf, author: tuple[str, str]
    ) -> None:
        with _begun(shelf, author[1], length=1_000, content=documents.pdf()) as connection:
            connection.shutdown(socket.SHUT_WR)
            assert b" 201 " not in _all_of(connection, seconds=20)

    def test_a_body_that_stalls_is_refused(self, shelf: Shelf, author: tuple[str, str]) -> None:
        with _begun(shelf, author[1], length=1_000, content=documents.pdf()) as connection:
            answer = _all_of(connection, seconds=20)
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"BODY_TOO_SLOW" in answer

    def test_who_hangs_up_in_the_middle_leaves_nothing(self, shelf: Shelf, author: tuple[str, str]) -> None:
        with _begun(shelf, author[1], length=250_000, content=b"x" * 200_000):
            assert until(lambda: _incoming(shelf) == 0)

    def test_who_has_as_many_uploads_under_way_as_they_may_waits_with_the_next(
        self, shelf: Shelf, author: tuple[str, str]
    ) -> None:
        begun = [_begun(shelf, author[1], length=1_000, content=b"x") for _ in range(MAXIMUM_UPLOADS + 1)]
        with ExitStack() as closing:
            for connection in begun:
                closing.enter_context(connection)
            answered, _, _ = select.select(begun, [], [], 1.5)
            assert [b"TOO_BUSY" in _all_of(connection) for connection in answered] == [True]
        assert until(lambda: code(shelf.send(b"", "a.txt", author[1])) == (400, "FILE_EMPTY"))


def _all_of(connection: socket.socket, seconds: float = 1.5) -> bytes:
    """What comes until its end, head and body, or until nothing comes for so long."""
    connection.settimeout(seconds)
    answer = b""
    with suppress(TimeoutError):
        while part := connection.recv(10_000):
            answer += part
    return answer


def test_an_organization_has_a_quota_that_two_uploads_at_once_do_not_pass(shelf: Shelf) -> None:
    _, token = shelf.hub.member("سازمان پرکار")
    rest = QUOTA
    for number in range(2):
        shelf.sent(token, f"{number}.txt", f"{number}".encode() * LARGEST)
        rest -= LARGEST
    last = [bytes([letter]) * (rest - LARGEST // 2) for letter in b"ab"]
    last = [content[:LARGEST] for content in last]
    before = shelf.kept()
    answers: list[int] = []
    senders = [
        threading.Thread(
            target=lambda c=content, n=number: answers.append(shelf.send(c, f"l{n}.txt", token).status_code)
        )
        for number, content in enumerate(last)
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sorted(answers) == [201, 403]
    assert len(shelf.kept() - before) == 1
    assert code(shelf.send(b"z" * LARGEST, "z.txt", token)) == (403, "FILES_QUOTA_EXCEEDED")


def _incoming(shelf: Shelf) -> int:
    return len([name for name in shelf.kept() if not name.startswith("fil_")])


def _begun(shelf: Shelf, token: str, length: int, content: bytes) -> socket.socket:
    """A connection on which an upload has begun."""
    where = urlsplit(shelf.hub.address)
    connection = socket.create_connection((where.hostname or "", where.port or 0))
    head = (
        f"POST /files?name=a.pdf HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Length: {length}\r\n\r\n"
    )
    connection.sendall(head.encode() + content)
    return connection
