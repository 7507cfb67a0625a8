"""Every program of docs/clients.md, as it stands there, against a running hub."""

import re
import shutil
import subprocess
import venv
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import chromium
from tests.hub.test_outside import BESIDE, OUTSIDE, ROOT, packages
from tests.running import Hub

__all__ = ["packages"]

STATEMENT = "نخست مهد، سپس کارگاه."
TOLD = f"1 {STATEMENT}\n"
_BLOCK = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def lesson(hub: Hub) -> str:
    """A public lesson that another organization has applied with success."""
    _, writer = hub.member("انجمن مهر")
    _, adopter = hub.member("بنیاد سفره")
    given = {"statement": STATEMENT, "recommendation": "اتاقی نزدیک بگذارید.", "source": "گزارش"}
    made = hub.done("createLesson", {**given, "visibility": "PUBLIC"}, "lesson { id version }", writer)
    hub.done("publishLesson", made, "lesson { id }", writer)
    adopted = {"adoptedId": made["id"], "note": "در کارگاه", "visibility": "PUBLIC"}
    adoption = hub.done("adopt", adopted, "adoption { id version }", adopter)
    hub.done("recordOutcome", {**adoption, "outcome": "SUCCESS"}, "adoption { id }", adopter)
    return str(made["id"])


@pytest.fixture
def folder(tmp_path: Path, hub: Hub, lesson: str) -> Path:
    """All programs of the page, with the address of the hub for its example."""
    page = (ROOT / "docs/clients.md").read_text("utf-8")
    for name, text in _BLOCK.findall(page):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        own = text.replace("https://hub.example", hub.address).replace("LESSON", lesson)
        file.write_text(own if name.endswith(".html") else text.replace("https://hub.example", hub.address))
    shutil.copy(ROOT / "schema.graphql", tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "node_modules").symlink_to(OUTSIDE / "node_modules")
    return tmp_path


def _ran(folder: Path, *command: str | Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.usefixtures("packages")
def test_apollo_reads_the_hub(folder: Path) -> None:
    assert _ran(folder, BESIDE / "node", "apollo.js") == TOLD


@pytest.mark.usefixtures("packages")
def test_relay_compiles_against_the_contract_and_reads_the_hub(folder: Path) -> None:
    _ran(folder, BESIDE / "node", OUTSIDE / "node_modules/relay-compiler/cli.js")
    assert _ran(folder, BESIDE / "node", "src/lessons.js") == TOLD


@pytest.fixture(scope="module")
def python() -> Path:
    """A Python of its own, with ariadne-codegen as the lock has it: it needs another graphql-core than the hub."""
    home, lock = OUTSIDE / ".venv", OUTSIDE / "requirements.lock"
    mark = home / "locked"
    if not mark.exists() or mark.read_text() != lock.read_text():
        venv.create(home, with_pip=True, clear=True)
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)]
        subprocess.run([home / "bin/python", *install], check=True)
        mark.write_text(lock.read_text())
    return home / "bin"


def test_a_client_of_python_is_made_of_the_contract_and_reads_the_hub(folder: Path, python: Path) -> None:
    _ran(folder, python / "ariadne-codegen")
    assert _ran(folder, python / "python", "lessons.py") == TOLD


@pytest.mark.usefixtures("web_client")
def test_a_page_of_another_site_reads_the_hub_and_shows_a_card(folder: Path, lesson: str, hub: Hub) -> None:
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as elsewhere, sync_playwright() as playwright:
        Thread(target=elsewhere.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        context = browser.new_context()
        # Whoever is signed in at the hub is nobody to another site.
        context.add_cookies([{"name": "hub", "value": "secret", "url": hub.address}])
        page, faults, cookies = context.new_page(), list[str](), list[str | None]()
        page.on("console", lambda message: faults.append(message.text))
        page.on("request", lambda request: cookies.append(request.all_headers().get("cookie")))
        root = f"http://localhost:{elsewhere.server_port}"
        page.goto(f"{root}/page.html")
        page.get_by_text(TOLD.strip()).wait_for()
        page.goto(f"{root}/card.html")
        link = page.get_by_role("link", name=STATEMENT)
        link.wait_for()
        assert link.get_attribute("href") == f"{hub.address}/en/lessons/{lesson}"
        card = page.locator("hub-lesson")
        assert card.get_by_text("Learned: one adoption").is_visible()
        assert [card.locator(f"path.{kind}").count() for kind in ("w", "e")] == [1, 7]
        assert set(cookies) == {None}
        assert [fault for fault in faults if "favicon" not in fault and "404" not in fault] == []
        browser.close()
        elsewhere.shutdown()


def test_the_card_keeps_its_address_and_sets_no_cookie(hub: Hub, web_client: object) -> None:
    del web_client
    told = hub.client.get("/embed/lesson.js", headers={"origin": "https://elsewhere.example"})
    assert told.status_code == 200
    assert told.headers["access-control-allow-origin"] == "*"
    assert told.headers["cache-control"] == "public, max-age=3600"
    assert "set-cookie" not in told.headers
    assert "hub-lesson" in told.text
