"""A disk without room takes no file in, says so, and keeps nothing of it; what is there is still given."""

import asyncio
import errno
import io
from pathlib import Path

import pytest

from graph.errors import FilesUnavailable, StorageFull
from hub.files.receiving import Received, receiving
from hub.files.store import Store
from hub.settings import Settings
from tests import documents
from tests.conftest import Neo4j
from tests.hub.disks import small_disk
from tests.hub.files.conftest import Shelf, code
from tests.running import own_hub


def test_a_hub_whose_disk_for_files_is_nearly_full_gives_and_takes_none(
    neo4j_server: Neo4j, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "fault").mkdir()
    with small_disk(tmp_path / "disk", tmp_path / "fault") as disk:
        folder = disk.folder / "files"
        with own_hub(neo4j_server, HUB_FILES=str(folder), **disk.variables) as hub:
            shelf = Shelf(hub, folder)
            _, token = hub.member("سازمان پر")
            file = shelf.sent(token)
            disk.fill(500 * 2**20)
            answer = shelf.send(documents.pdf("more"), "more.pdf", token)
            assert code(answer) == (503, "STORAGE_FULL")
            assert "retry-after" in answer.headers
            assert (shelf.kept(), shelf.told()) == ({file["id"]}, {file["id"]})
            assert shelf.reads(file["id"], token)
            disk.free()
            assert shelf.sent(token, "more.pdf", documents.pdf("more"))


def test_a_disk_that_is_full_in_the_middle_is_told_as_such(tmp_path: Path) -> None:
    with Path("/dev/full").open("r+b", buffering=0) as full, pytest.raises(StorageFull):
        Received(full).write(b"x" * 100_000)
    with small_disk(tmp_path, tmp_path) as disk:
        if disk.fault is not None:
            return  # Nothing but a real disk is full to the store.
        store = Store(str(tmp_path / "files"), Settings(files=str(tmp_path / "files")))
        asyncio.run(store.put("fil_a", io.BytesIO(b"before")))
        disk.fill(1_000_000)
        with pytest.raises(StorageFull):
            asyncio.run(store.put("fil_b", io.BytesIO(bytes(9_000_000))))
        assert [path.name for path in (tmp_path / "files").iterdir()] == ["fil_a"]


def test_a_folder_that_cannot_be_written_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("no folder")
    store = Store(str(tmp_path / "files"), Settings(files=str(tmp_path / "files")))
    with pytest.raises(FilesUnavailable) as told, receiving(store):
        pass
    assert isinstance(told.value.__cause__, OSError)
    assert told.value.__cause__.errno in {errno.EEXIST, errno.ENOTDIR}
