"""`python -m bench.pages`: the pages in a Chromium held to a slow line and a slow processor, over CDP.

400 kbit/s, 400 ms there and back, a quarter of the processor. Of each page: when its text stands (the hub
sends it with the page), when the client has taken it over with all that it reads, what came over the line;
then the same once more, with what the browser has kept. Of the map: when it is drawn, when it rests, and how
many frames a second it has while it is moved. Kept in bench/results/pages.json.
"""

import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import httpx
import uvloop
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    ViewportSize,
    sync_playwright,
)

from bench import data, results
from bench.run import Progress
from bench.servers import running
from graph.connection import Database

LATENCY_MS, KBITS, SLOWER = 400, 400, 4
FIRST_MS, SECOND_MS, BYTES, DRAWN_MS, FRAMES = 2_500, 1_500, 100_000, 3_000, 30
"""What is to be reached: a first view, a second one, a page's bytes, the map's drawing, frames a second."""

ORGANIZATIONS = 1_000
"""How many the map is to have; a graph of `_NODES` generated nodes has about that many."""
_NODES = 150_000
_PATIENT_MS = 120_000
_MOVED_MS = 3_000
_KEPT = results.KEPT / "pages.json"
_PHONE = ViewportSize(width=390, height=844)

_WATCH = """
addEventListener("DOMContentLoaded", () => {
  const first = document.getElementById("first");
  if (!first) return;
  new MutationObserver((_, watching) => {
    if (document.getElementById("first")) return;
    watching.disconnect();
    requestAnimationFrame(() => performance.mark("taken-over"));
  }).observe(document.body, { childList: true });
});
"""
_AT = "name => performance.getEntriesByName(name)[0]?.startTime ?? null"
_ANSWERED = """
drawn => Math.max(...performance.getEntriesByType("resource")
  .filter((one) => one.name.endsWith("/graphql") && one.responseEnd < drawn).map((one) => one.responseEnd))
"""
_MOVED = """
async (ms) => {
  const net = document.querySelector(".net");
  let frames = 0, turn = 0;
  const end = performance.now() + ms;
  await new Promise((done) => {
    const step = () => {
      frames++;
      net.dispatchEvent(new KeyboardEvent("keydown", { key: turn++ % 40 < 20 ? "+" : "-" }));
      performance.now() < end ? requestAnimationFrame(step) : done();
    };
    requestAnimationFrame(step);
  });
  return frames / (ms / 1000);
}
"""


@dataclass(frozen=True, slots=True)
class View:
    """One view of a page: milliseconds from the click, and bytes over the line."""

    text_ms: float
    data_ms: float
    bytes: int


def _slow(context: BrowserContext, page: Page) -> tuple[CDPSession, list[float]]:
    """Hold a page to the line and the processor; what has come over the line is added up in the list."""
    session = context.new_cdp_session(page)
    came: list[float] = []
    session.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
    session.send("Network.enable")
    rate = KBITS * 1_000 / 8
    line = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": rate, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session, came


def _seen(page: Page, address: str, came: list[float]) -> View:
    came.clear()
    page.goto(address, wait_until="commit")
    page.locator("#first").wait_for(state="detached", timeout=_PATIENT_MS)
    page.wait_for_load_state("networkidle", timeout=_PATIENT_MS)
    text = page.evaluate(_AT, "first-contentful-paint")
    return View(text, page.evaluate(_AT, "taken-over"), round(sum(came)))


def _views(browser: Browser, address: str) -> tuple[View, View]:
    """A page as whoever has never been here sees it, and then as they see it again."""
    context = browser.new_context(viewport=_PHONE, locale="fa-IR")
    page = context.new_page()
    page.add_init_script(_WATCH)
    _, came = _slow(context, page)
    try:
        return _seen(page, address, came), _seen(page, address, came)
    finally:
        context.close()


def _pages(browser: Browser, root: str, rounds: int, say: Progress) -> dict[str, Any]:
    told: dict[str, Any] = {}
    addresses = dict(_addresses(root))
    for place, (name, path) in enumerate(addresses.items()):
        say(f"Looking at {name}", place / len(addresses))
        views = [_views(browser, f"{root}{path}") for _ in range(rounds)]
        first, second = ([pair[which] for pair in views] for which in (0, 1))
        told[name] = {
            "text_ms": statistics.median(view.text_ms for view in first),
            "first_ms": statistics.median(view.data_ms for view in first),
            "second_ms": statistics.median(view.data_ms for view in second),
            "bytes": max(view.bytes for view in first),
            "second_bytes": max(view.bytes for view in second),
        }
    return told


def _addresses(root: str) -> Iterator[tuple[str, str]]:
    query = (
        "{ lessons(first: 1, sort: [REUSE_COUNT_DESC]) { nodes { id } }"
        " experiences(first: 1) { nodes { id } } organizations(first: 1) { nodes { id } } }"
    )
    found = httpx.post(f"{root}/graphql", json={"query": query}, timeout=60).json()["data"]
    yield "home", "/"
    yield "lessons", "/lessons"
    for name in ("lessons", "experiences", "organizations"):
        yield name.removesuffix("s"), f"/{name}/{found[name]['nodes'][0]['id']}"
    yield "search", "/search?q=مهارت"
    yield "sign-in", "/sign-in"
    yield "map", "/map"


def _map(browser: Browser, root: str, rounds: int) -> dict[str, Any]:
    """The map of all: how soon after its answer it is drawn, and frames while it is moved."""
    taken = [_drawn(browser, f"{root}/map") for _ in range(rounds)]
    told = {key: statistics.median(one[key] for one in taken) for key in taken[0]}
    return {**told, "organizations": int(told["organizations"]), "ties": int(told["ties"])}


def _drawn(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fa-IR")
    page = context.new_page()
    _slow(context, page)
    page.goto(address, wait_until="commit")
    page.locator(".net[data-rests]").wait_for(timeout=_PATIENT_MS)
    drawn, rests = (page.evaluate(_AT, name) for name in ("map-drawn", "map-rests"))
    answered = page.evaluate(_ANSWERED, drawn)
    shown = page.locator(".map-stats dd").all_inner_texts()
    frames = page.evaluate(_MOVED, _MOVED_MS)
    context.close()
    counts = [int("".join(str(int(sign)) for sign in text if sign.isdigit())) for text in shown]
    return {
        "organizations": counts[0],
        "ties": counts[1],
        "from_answer_ms": drawn - answered,
        "rests_ms": rests - answered,
        "from_click_ms": drawn,
        "frames": frames,
    }


def missed(facts: dict[str, Any]) -> Iterator[str]:
    """What was to be reached, and was not, in words."""
    for name, page in facts["pages"].items():
        for key, most in (("first_ms", FIRST_MS), ("second_ms", SECOND_MS), ("bytes", BYTES)):
            if page[key] > most:
                yield f"{name}: {key} {page[key]:,.0f}, {most:,} was to be reached"
    drawing = facts["map"]
    if drawing["from_answer_ms"] > DRAWN_MS:
        yield f"map: drawn in {drawing['from_answer_ms']:,.0f} ms, {DRAWN_MS:,} was to be reached"
    if drawing["frames"] < FRAMES:
        yield f"map: {drawing['frames']:.0f} frames a second, {FRAMES} was to be reached"


async def _filled(uri: str, user: str, password: str, folder: Path, say: Progress) -> None:
    async with Database(uri, user, password).opened() as connection:
        await data.filled(connection, folder, _NODES, say)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--rounds", default=3, show_default=True, help="How often each page is opened.")
@click.option("--address", default="", help="Of a hub that runs; without it one is started.")
@click.option("--chromium", default="/usr/bin/chromium", show_default=True, help="The browser.")
@click.option("--keep/--no-keep", default=True, help="Whether bench/results/pages.json is written.")
def main(rounds: int, address: str, chromium: str, *, keep: bool) -> None:
    """Measure the pages on a slow phone's line and processor."""
    say = Progress()
    if address:
        facts = _measured(address, rounds, chromium, say)
    else:
        folder = Path(".bench/pages").absolute()
        with data.database(folder, "1500m", "512m", say) as database:
            uvloop.run(_filled(database.uri, database.user, database.password, folder, say))
            with running("hub", database, {}) as hub:
                facts = _measured(f"http://127.0.0.1:{hub.port}", rounds, chromium, say)
    say.clear()
    if keep:
        results.write(_KEPT, facts)
    for name, page in facts["pages"].items():
        click.echo(
            f"{name:14}{page['text_ms']:8.0f}{page['first_ms']:8.0f}{page['second_ms']:8.0f}{page['bytes']:10,}"
        )
    click.echo(str(facts["map"]))
    click.echo("\n".join(missed(facts)) or "All is reached.")


def _measured(root: str, rounds: int, chromium: str, say: Progress) -> dict[str, Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        # Once without being measured: the hub plans each statement the first time.
        for _, path in _addresses(root):
            httpx.get(f"{root}{path}", timeout=60)
        _views(browser, f"{root}/map")
        facts = {
            "machine": data.machine(),
            "load": os.getloadavg()[0],
            "at": time.strftime("%Y-%m-%d", time.gmtime()),
            "rounds": rounds,
            "line": {"kbits": KBITS, "latency_ms": LATENCY_MS, "processor": 1 / SLOWER},
            "pages": _pages(browser, root, rounds, say),
            "map": _map(browser, root, rounds),
        }
        browser.close()
    return facts


if __name__ == "__main__":
    main()
