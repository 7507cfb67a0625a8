"""A hub that keeps files in a folder of its own, and what tests ask of it there."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import Neo4j
from tests.documents import SOUND
from tests.running import Hub, own_hub

LARGEST, QUOTA = 300_000, 1_000_000


@dataclass
class Shelf:
    """The files of a hub: over HTTP, and in its store."""

    hub: Hub
    folder: Path

    def send(
        self, content: Any, name: str | None = "گزارش سالانه.pdf", token: str | None = None, **headers: str
    ) -> httpx.Response:
        """The answer to an upload."""
        told = {"accept-language": "en", **{k.replace("_", "-"): v for k, v in headers.items()}}
        if token:
            told["authorization"] = f"Bearer {token}"
        parameters = {} if name is None else {"name": name}
        return self.hub.client.post("/files", content=content, params=parameters, headers=told)

    def sent(
        self, token: str, name: str = "گزارش سالانه.pdf", content: bytes | None = None
    ) -> dict[str, Any]:
        """What is told of a file that is taken."""
        answer = self.send(SOUND[name][0] if content is None else content, name, token)
        assert answer.status_code in {200, 201}, answer.text
        return dict(answer.json()["file"])

    def fetch(
        self, id_: str, token: str | None = None, method: str = "GET", **headers: str
    ) -> httpx.Response:
        """The answer to a request for a file."""
        told = {"accept-language": "en", **{k.replace("_", "-"): v for k, v in headers.items()}}
        if token:
            told["authorization"] = f"Bearer {token}"
        return self.hub.client.request(method, f"/files/{id_}", headers=told)

    def reads(self, id_: str, token: str | None = None) -> bool:
        """Whether a file is given."""
        answer = self.fetch(id_, token)
        assert answer.status_code in {200, 404}, answer.text
        return answer.status_code == 200

    def kept(self) -> set[str]:
        """What is in the store."""
        return {path.name for path in self.folder.iterdir()} if self.folder.exists() else set()

    def told(self) -> set[str]:
        """The files of the graph."""
        return {row["id"] for row in self.hub.cypher("MATCH (f:File) RETURN f.id AS id")}


def code(answer: httpx.Response) -> tuple[int, str]:
    """The status of a refusal, and its code."""
    (error,) = answer.json()["errors"]
    assert error["message"]
    return answer.status_code, error["extensions"]["code"]


def until(true: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether something becomes true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="module")
def shelf(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """A hub with small limits, and files in a folder."""
    folder = tmp_path_factory.mktemp("store") / "files"
    limits = {"HUB_FILE_BYTES": str(LARGEST), "HUB_FILES_QUOTA": str(QUOTA), "HUB_BODY_SECONDS": "2"}
    with own_hub(neo4j_server, HUB_ANONYMITY="1", HUB_FILES=str(folder), **limits) as hub:
        yield Shelf(hub, folder)
