"""A real Chromium before a real hub: two languages, two sizes, and what must never happen on a page.

Playwright's loop runs in this thread while a browser is open, and nothing else may run one: what the tests
need of the database is made before, by the fixture that a file calls `cast`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser import Mailbox
from tests.conftest import Neo4j
from tests.running import Hub, own_hub

PATIENT_MILLISECONDS = 240_000
expect.set_options(timeout=PATIENT_MILLISECONDS)
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
LOCALES = {"fa": "fa-IR", "en": "en-GB"}
_SHOTS = Path(os.environ.get("HUB_SCREENSHOTS", ".data/screenshots"))
"""Where a run leaves what its pages looked like."""
_AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def chromium() -> str:
    """The Chromium of this machine; it is fetched where there is none. Fails with what to run.

    The one without windows, if it is there, does the same in two thirds of the time.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    if not Path(fetched).exists():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not Path(fetched).exists():
        pytest.fail(
            "No Chromium. Install it: apt-get install -y --no-install-recommends chromium-headless-shell"
        )
    return fetched


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, mailbox: Mailbox) -> Iterator[Hub]:
    """A hub of its own for each file."""
    with own_hub(neo4j_server, HUB_STATE_DIR=str(mailbox.folder.parent)) as made:
        yield made


@pytest.fixture(scope="module")
def hub_address(hub: Hub) -> str:
    """Where its pages are."""
    return hub.address


@pytest.fixture(scope="module")
def engine(cast: object, web_client: object) -> Iterator[Browser]:
    """A running Chromium, once the graph is filled and the client built."""
    del cast, web_client
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Reader:
    """Somebody before a screen, reading in a language, with a light or a dark theme."""

    context: BrowserContext
    page: Page
    address: str
    language: str
    size: str
    faults: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page by its address, and see it whole."""
        base = "/en" if self.language == "en" else ""
        self.page.goto(f"{self.address}{base}{path}".removesuffix("/") or self.address)
        self.seen()

    def seen(self) -> None:
        """Wait until what the page reads is there."""
        self.page.locator("#first").wait_for(state="detached")
        self.page.locator(".sk").first.wait_for(state="detached")

    def _to_the_end(self) -> None:
        """Scroll down until nothing more comes: what is near is fetched, and makes the page longer."""
        height = 0
        while height != (height := self.page.evaluate("document.documentElement.scrollHeight")):
            self.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            self.page.wait_for_load_state("networkidle")
            self.seen()

    def held(self, name: str) -> None:
        """Hold the page to what every page must be, and keep a picture of it."""
        self.seen()
        assert self.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        theme = (
            "dark" if self.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
        )
        _SHOTS.mkdir(parents=True, exist_ok=True)
        picture = _SHOTS / f"{name}-{self.language}-{self.size}-{theme}.png"
        self.page.screenshot(path=picture, full_page=True)
        # At its end nothing of a page lies under the dock, where axe would take a link for too small.
        self._to_the_end()
        found = Axe().run(self.page, options=_AXE).response["violations"]
        told = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]
        assert told == [], name
        assert self.faults == [], name
        self.page.evaluate("scrollTo(0, 0)")


@pytest.fixture
def reader(engine: Browser, hub_address: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A reader; `request.param` is a language, a size and a theme."""
    language, size, theme = request.param
    width, height = SIZES[size]
    context = engine.new_context(
        viewport={"width": width, "height": height},
        locale=LOCALES[language],
        timezone_id="Asia/Tehran",
        color_scheme=theme,
        reduced_motion="reduce",
        is_mobile=size == "phone",
        has_touch=size == "phone",
    )
    context.set_default_timeout(PATIENT_MILLISECONDS)
    page = context.new_page()
    made = Reader(context, page, hub_address, language, size)

    def told(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            made.faults.append(f"{message.type}: {message.text}")

    page.on("console", told)
    page.on("pageerror", lambda error: made.faults.append(str(error)))
    yield made
    context.close()
