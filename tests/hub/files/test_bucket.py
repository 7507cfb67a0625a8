"""Files in a bucket of an S3-compatible store: the same as in a folder, over HTTP, also when it is away."""

import asyncio
import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest

from graph.errors import FilesUnavailable
from hub.files.store import Store, store_of
from hub.settings import Settings
from tests import documents
from tests.conftest import Neo4j
from tests.hub.files.conftest import code
from tests.running import ended_with_us, own_hub

BUCKET = "hub-files"
KEY, SECRET = "the-key-of-the-hub", "a-secret-of-some-length-0123456789"


@dataclass(frozen=True)
class Bucket:
    """A real S3 server on this machine, and the settings for a bucket of it."""

    process: subprocess.Popen[bytes]
    settings: Settings

    def environment(self) -> dict[str, str]:
        """The same settings as variables."""
        given = self.settings
        return {
            "HUB_FILES": given.files,
            "HUB_FILES_ENDPOINT": given.files_endpoint,
            "HUB_FILES_KEY": given.files_key,
            "HUB_FILES_SECRET": given.files_secret,
        }


@pytest.fixture
def bucket(tmp_path: Path) -> Iterator[Bucket]:
    (tmp_path / BUCKET).mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "nanio", "serve", "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            **os.environ,
            "NANIO_DATA_DIR": str(tmp_path),
            "NANIO_ACCESS_KEY": KEY,
            "NANIO_SECRET_KEY": SECRET,
        },
        preexec_fn=ended_with_us,  # noqa: PLW1509 (one call of the system)
    )
    try:
        _wait_for(address)
        settings = Settings(
            files=f"s3://{BUCKET}/of/hub", files_endpoint=address, files_key=KEY, files_secret=SECRET
        )
        yield Bucket(process, settings)
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            httpx.get(address, timeout=30)
        except httpx.TransportError:
            assert time.monotonic() < end
            time.sleep(0.1)
        else:
            return


def test_bytes_are_kept_given_in_parts_listed_and_removed(bucket: Bucket) -> None:
    content = bytes(range(256)) * 60_000  # more than one part of an upload

    async def work(store: Store) -> None:
        await store.put("fil_a", io.BytesIO(content))
        assert await store.size("fil_a") == len(content)
        assert b"".join([piece async for piece in store.read("fil_a")]) == content
        assert b"".join([piece async for piece in store.read("fil_a", 5, 300)]) == content[5:300]
        assert [id_ async for id_, size, _ in store.kept() if size == len(content)] == ["fil_a"]
        await store.remove("fil_a")
        await store.remove("fil_a")
        assert await store.size("fil_a") is None
        assert await store.digest("fil_a") is None
        await store.answers()

    store = store_of(bucket.settings)
    assert store is not None
    asyncio.run(work(store))


def test_a_hub_keeps_files_there_and_says_when_it_is_away(bucket: Bucket, neo4j_server: Neo4j) -> None:
    with own_hub(neo4j_server, HUB_ANONYMITY="1", **bucket.environment()) as hub:
        _, token = hub.member("سازمان ابری")
        headers = {"authorization": f"Bearer {token}", "accept-language": "en"}
        answer = hub.client.post("/files?name=a.pdf", content=documents.pdf(), headers=headers)
        assert answer.status_code == 201
        url = answer.json()["file"]["url"]
        assert hub.client.get(url, headers=headers).content == documents.pdf()
        part = hub.client.get(url, headers={**headers, "range": "bytes=1-3"})
        assert (part.status_code, part.content) == (206, documents.pdf()[1:4])
        bucket.process.terminate()
        bucket.process.wait()
        assert code(hub.client.get(url, headers=headers)) == (503, "FILES_UNAVAILABLE")
        again = hub.client.post("/files?name=b.pdf", content=documents.pdf("b"), headers=headers)
        assert code(again) == (503, "FILES_UNAVAILABLE")
        assert hub.cypher("MATCH (f:File) RETURN count(f) AS n") == [{"n": 1}]
        assert "data" in hub.post("{ viewer { role } }", token=token).json()


def test_a_bucket_that_is_not_there_or_a_wrong_key_is_told_to_the_operator(bucket: Bucket) -> None:
    wrong = ({"files": "s3://another"}, {"files_secret": "another"}, {"files_key": "another"})
    for one in wrong:
        store = store_of(replace(bucket.settings, **one))
        assert store is not None
        with pytest.raises(FilesUnavailable):
            asyncio.run(store.answers())
