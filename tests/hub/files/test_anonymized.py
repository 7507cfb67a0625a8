"""What is anonymized carries no file, on no way there: what is in a file can name its author."""

from typing import Any

import pytest

from tests import documents
from tests.hub.files.conftest import Shelf

LESSON = "lesson { id version visibility status files { id } }"
APPROACH = "approach { id version }"
EXPERIENCE = "experience { id version files { id } }"
REFUSED = "NO_FILES_WHEN_ANONYMIZED"


@pytest.fixture(scope="module")
def author(shelf: Shelf) -> tuple[str, str]:
    """An organization that has a name nobody writes into a lesson."""
    return shelf.hub.member("انجمن سپیدار", nameEn="Sepidar")


def attached(shelf: Shelf, token: str, what: str) -> tuple[str, Any]:
    """A file that names its author, and a draft that carries it."""
    file = shelf.sent(token, f"{what}.pdf", documents.pdf(f"Sepidar {what}"))["id"]
    given = {"statement": f"درس {what}", "recommendation": "بلندتر", "source": "گزارش", "fileIds": [file]}
    return file, shelf.hub.done("createLesson", given, LESSON, token)


def publish(lesson: Any, visibility: str) -> dict[str, Any]:
    return {"id": lesson["id"], "version": lesson["version"], "visibility": visibility}


def test_a_draft_with_files_is_not_published_without_its_authors_name(
    shelf: Shelf, author: tuple[str, str]
) -> None:
    hub, token = shelf.hub, author[1]
    file, lesson = attached(shelf, token, "draft")
    refused = hub.refused("publishLesson", publish(lesson, "ANONYMIZED"), LESSON, token)
    assert refused == (REFUSED, ["input", "visibility"])
    query = "query($id: ID!) { previewLesson(id: $id, visibility: ANONYMIZED) { errors { code } members { id } } }"
    told = hub.ask(query, {"id": lesson["id"]}, token)["previewLesson"]
    assert told == {"errors": [{"code": REFUSED}], "members": None}
    given = {"id": lesson["id"], "version": lesson["version"], "fileIds": []}
    lesson = hub.done("editLesson", given, LESSON, token)
    lesson = hub.done("publishLesson", publish(lesson, "ANONYMIZED"), LESSON, token)
    assert lesson["files"] == []
    _, other = hub.member("خیریهٔ خواننده")
    assert not shelf.reads(file, other)


def test_a_named_record_with_files_is_not_anonymized_later(shelf: Shelf, author: tuple[str, str]) -> None:
    hub, token = shelf.hub, author[1]
    file, lesson = attached(shelf, token, "named")
    lesson = hub.done("publishLesson", publish(lesson, "PUBLIC"), LESSON, token)
    assert hub.refused("publishLesson", publish(lesson, "ANONYMIZED"), LESSON, token)[0] == REFUSED
    edit = {"id": lesson["id"], "version": lesson["version"], "visibility": "ANONYMIZED"}
    assert hub.refused("editLesson", edit, LESSON, token)[0] == REFUSED
    both = hub.done("editLesson", edit | {"fileIds": []}, LESSON, token)
    assert (both["visibility"], both["files"]) == ("ANONYMIZED", [])
    _, other = hub.member("خیریهٔ پسین")
    assert not shelf.reads(file, other)
    query = "query($id: ID!) { node(id: $id) { ... on Lesson { versions { nodes { values { field value } } } } } }"
    told = str(hub.ask(query, {"id": both["id"]}, other))
    assert file not in told
    assert author[0] not in told


def test_an_anonymized_record_takes_no_file(shelf: Shelf, author: tuple[str, str]) -> None:
    hub, token = shelf.hub, author[1]
    given = {"title": "کارگاه", "outcome": "FAILURE", "happened": "نشد", "visibility": "ANONYMIZED"}
    record = hub.done("createExperience", given, EXPERIENCE, token)
    record = hub.done(
        "publishExperience", {"id": record["id"], "version": record["version"]}, EXPERIENCE, token
    )
    file = shelf.sent(token, "late.pdf", documents.pdf("Sepidar late"))["id"]
    edit = {"id": record["id"], "version": record["version"], "fileIds": [file]}
    refused = hub.refused("editExperience", edit, EXPERIENCE, token)
    assert refused == (REFUSED, ["input", "fileIds"])
    (row,) = hub.cypher("MATCH (f:File {id: $id}) RETURN EXISTS { (f)<-[:HAS_FILE]-() } AS is", id=file)
    assert row["is"] is False
    named = {"id": record["id"], "version": record["version"], "visibility": "PUBLIC", "fileIds": [file]}
    assert hub.done("editExperience", named, EXPERIENCE, token)["files"] == [{"id": file}]
    assert shelf.reads(file)


def test_a_file_that_stands_by_an_anonymized_record_all_the_same_is_given_to_nobody_else(
    shelf: Shelf, author: tuple[str, str]
) -> None:
    """As a load or an earlier fault might have left it."""
    hub, token = shelf.hub, author[1]
    file, lesson = attached(shelf, token, "forced")
    hub.done("publishLesson", publish(lesson, "MEMBERS"), LESSON, token)
    hub.cypher("MATCH (n:Node {id: $id}) SET n.audience = 'ANONYMIZED'", id=lesson["id"])
    _, other = hub.member("خیریهٔ کنجکاو")
    query = "query($id: ID!) { lesson(id: $id) { id files { id } } }"
    assert hub.ask(query, {"id": lesson["id"]}, other)["lesson"] == {"id": lesson["id"], "files": []}
    assert not shelf.reads(file, other)
    assert shelf.reads(file, token)
