"""Take the pictures of the hub that are kept in the repository: of its pages, and the cards of shared links.

`python web/pictures.py http://127.0.0.1:8000`, of a running hub with the demo network; the cards need none:
`python web/pictures.py --cards`. Chromium draws them all, and packs what is a WebP.
"""

import argparse
import base64
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from hub.web.words import WORDS

WEB = Path(__file__).parent
ROOT = WEB.parent
PAGES = ROOT / "docs/pages.webp"
CARDS = ROOT / "hub/web/cards"
_LARGEST = 150_000
_QUALITIES = (0.86, 0.8, 0.72, 0.62, 0.5)
_PETALS = re.compile(r"PETALS = \[(.*?)\]", re.DOTALL)

_PACKED = """
async ([png, quality]) => {
  const image = new Image();
  image.src = png;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality);
}
"""
_CARD = """
<!doctype html><html lang="{language}" dir="{direction}"><style>
@font-face {{ font-family: V; src: url({font}); font-weight: 400 700 }}
@font-face {{ font-family: V; src: url({latin}); font-weight: 400 700; unicode-range: U+41-5A, U+61-7A }}
* {{ margin: 0; box-sizing: border-box }}
body {{ width: 1200px; height: 630px; background: #fdfdfa; color: #17211f; font-family: V; overflow: hidden;
  display: grid; grid-template-columns: 1fr 470px; border-block: 14px double #7f8b86 }}
main {{ padding-inline-start: 84px; align-self: center; line-height: 1.5 }}
h1 {{ font-size: 92px; font-weight: 700; line-height: 1.3 }}
b {{ display: block; font-size: 44px; font-weight: 600; color: #005a58; margin-block: 8px 24px }}
p {{ font-size: 30px; line-height: 1.8; color: #4b5854; max-width: 600px }}
svg {{ align-self: center; width: 430px; overflow: visible }}
.w {{ fill: #e4a830; stroke: #79520a; stroke-width: 1.4 }}
.e {{ fill: none; stroke: #7f8b86; stroke-width: 1 }}
</style><main><h1>{hub}</h1><b>{motto}</b><p>{about}</p></main>
<svg viewBox="-50 -50 100 100">{petals}</svg></html>
"""
_COMPOSED = """
<!doctype html><style>
* {{ margin: 0 }}
body {{ width: 1600px; height: 1000px; background: #e8ece5; position: relative; overflow: hidden }}
img {{ position: absolute; border: 1px solid #7f8b86; box-shadow: 0 12px 40px -16px #17211f66 }}
.home {{ right: 40px; top: 40px; width: 900px }}
.map {{ left: 40px; top: 300px; width: 900px }}
.lesson {{ right: 80px; top: 240px; width: 350px }}
</style><img class="home" src="{home}"><img class="map" src="{map}"><img class="lesson" src="{lesson}">
"""


def _url(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def cards(browser: Browser) -> None:
    """The picture that another site shows beside a link to the hub, in each language."""
    CARDS.mkdir(exist_ok=True)
    shapes = (WEB / "src/marks/shapes.ts").read_text(encoding="utf-8")
    told = _PETALS.search(shapes)
    assert told is not None
    petals = re.findall(r"\"([^\"]+)\"", told[1])
    drawn = "".join(f'<path class="{"w" if at < 5 else "e"}" d="{one}"/>' for at, one in enumerate(petals))
    font, latin = (
        _url("font/woff2", (WEB / f"src/style/{name}.woff2").read_bytes())
        for name in ("Vazirmatn", "VazirmatnLatin")
    )
    for language, words in WORDS.items():
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        said = {name: words[name] for name in ("hub", "motto", "about")}
        direction = "rtl" if language == "fa" else "ltr"
        page.set_content(
            _CARD.format(language=language, direction=direction, font=font, latin=latin, petals=drawn, **said)
        )
        page.evaluate("document.fonts.ready")
        page.screenshot(path=CARDS / f"{language}.png")
        page.close()


def pages(browser: Browser, address: str) -> None:
    """Three pages of a hub as one picture, as small as it has to be."""
    wide, narrow = {"width": 1280, "height": 860}, {"width": 390, "height": 800}
    first = _shot(browser, f"{address}/lessons", narrow, click=".rec h3 a")
    shots = {
        "home": _shot(browser, f"{address}/", wide),
        "map": _shot(browser, f"{address}/map?colour=ties", wide, wait=".net[data-rests]"),
        "lesson": first,
    }
    page = browser.new_page(viewport={"width": 1600, "height": 1000})
    page.set_content(_COMPOSED.format(**{name: _url("image/png", shot) for name, shot in shots.items()}))
    whole = _url("image/png", page.screenshot())
    for quality in _QUALITIES:
        packed = base64.b64decode(page.evaluate(_PACKED, [whole, quality]).partition(",")[2])
        if len(packed) <= _LARGEST:
            break
    PAGES.write_bytes(packed)
    page.close()


def _shot(
    browser: Browser, address: str, size: dict[str, int], click: str = "", wait: str = "", over: str = ""
) -> bytes:
    page = browser.new_page(viewport=size, locale="fa-IR", timezone_id="Asia/Tehran", device_scale_factor=1)
    page.goto(address)
    _seen(page)
    if click:
        page.locator(click).first.click()
        page.wait_for_url("**/lessons/les_*")
        _seen(page)
    if wait:
        page.locator(wait).wait_for()
    if over:
        page.locator(over).first.evaluate("one => one.scrollIntoView()")
    page.wait_for_timeout(1_000)
    taken = page.screenshot()
    page.close()
    return taken


def _seen(page: Page) -> None:
    page.locator("#first").wait_for(state="detached")
    page.locator(".sk").first.wait_for(state="detached")


def main() -> None:
    """Take what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", nargs="?", help="of a running hub with the demo network")
    parser.add_argument("--cards", action="store_true", help="the cards of shared links")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        if given.cards:
            cards(browser)
        if given.address:
            pages(browser, given.address)
        browser.close()


if __name__ == "__main__":
    main()
