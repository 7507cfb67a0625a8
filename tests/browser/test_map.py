"""A coordinator sees who works with whom and who is missing, and introduces those who stand alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader
from tests.conftest import Neo4j
from tests.running import Hub, own_hub

READERS = [("fa", "phone", "light"), ("en", "desktop", "dark")]
TEXTS = {
    "fa": {
        "alone": "۱ سازمان بی‌پیوند",
        "introduce": "کانون تنها را معرفی کنید",
        "bridge": "پل است",
        "cut": "اگر نباشد، ۲ سازمان از بقیهٔ شبکه جدا می‌افتند.",
        "keyed": "در پیوند با ۳ سازمان",
        "topic": "هر دو دربارهٔ نگهداری کودک کار می‌کنند",
        "way": "چه کسی انجمن دور را معرفی کند",
        "copy": "رونوشت معرفی‌نامه",
        "copied": "رونوشت شد",
        "letter": "همکاران گرامی",
        "gaps": "در ۲ استان هیچ سازمانی دربارهٔ «نگهداری کودک» کار نمی‌کند",
        "kerman": "کرمان: ۴ سازمان",
        "filters": "صافی‌ها",
        "table": "جدول",
        "place": "استان",
        "subject": "موضوع",
        "when": "زمان",
        "ever": "هر زمان، گذشته هم",
        "margin": "با که می‌تواند کار کند؟",
        "label": "همکار است با",
    },
    "en": {
        "alone": "One organization without a tie",
        "introduce": "Introduce کانون تنها",
        "bridge": "It is a bridge",
        "cut": "Without it, 2 organizations lose their way to the rest of the network.",
        "keyed": "tied to 3 organizations",
        "topic": "Both work on نگهداری کودک",
        "way": "Who introduces انجمن دور",
        "copy": "Copy the letter",
        "copied": "Copied",
        "letter": "Dear colleagues at",
        "gaps": "In 2 provinces nobody works on “نگهداری کودک”",
        "kerman": "کرمان: 4 organizations",
        "filters": "Filters",
        "table": "Table",
        "place": "Province",
        "subject": "Topic",
        "when": "When",
        "ever": "Any day, past ones too",
        "margin": "Who could it work with?",
        "label": "Works with",
    },
}
by_each = pytest.mark.parametrize("reader", READERS, ids="-".join, indirect=True)
on_a_desktop = pytest.mark.parametrize("reader", READERS[1:], ids="-".join, indirect=True)


@dataclass(frozen=True)
class Cast:
    """A star of three around one that is its bridge, one that stands alone, and a topic two are about."""

    middle: str
    near: str
    far: str
    alone: str
    topic: str


@pytest.fixture(scope="module")
def hub(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with own_hub(neo4j_server, HUB_STATE_DIR=str(tmp_path_factory.mktemp("state"))) as made:
        yield made


def _tied(hub: Hub, one: tuple[str, str], other: tuple[str, str], **more: str) -> None:
    given = {"toId": other[0], "kind": "WORKS_WITH", "source": "گفتهٔ هر دو", **more}
    claim = hub.done("declareTie", given, "tieClaim { id version }", one[1])
    hub.done("confirmTie", claim, "tieClaim { id }", other[1])


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    topic = hub.topic("child-care", "نگهداری کودک")
    kerman = hub.region("IR-08", "کرمان")
    hub.region("IR-20", "سمنان")
    elsewhere = hub.region("AF-HER", "هرات")
    care = {"locationId": kerman, "topicIds": [topic]}
    middle = hub.member("انجمن مهر", locationId=kerman)
    near = hub.member("بنیاد سفره", website="https://sofreh.example", **care)
    far = hub.member("انجمن دور", **care)
    third = hub.member("=کانون رود", locationId=elsewhere)
    alone, _ = hub.member("کانون تنها", **care)
    _tied(hub, middle, near, since="2024-05-01")
    _tied(hub, middle, far)
    _tied(hub, third, middle)
    _tied(hub, near, far, since="2020-01-01", until="2021-01-01")
    return Cast(middle[0], near[0], far[0], alone, topic)


def _both_themes(reader: Reader, name: str) -> None:
    """Hold the page in the theme it is in, then in the other one."""
    reader.held(name)
    dark = reader.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    reader.page.emulate_media(color_scheme="light" if dark else "dark")
    reader.held(name)
    reader.page.emulate_media(color_scheme="dark" if dark else "light")


def _said(text: str) -> re.Pattern[str]:
    """A text of the pages, in which numbers and names are isolated from the direction around them."""
    return re.compile("[\u2066-\u2069]*".join(re.escape(sign) for sign in text))


def _numbers(page: Page) -> list[str]:
    return [
        text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
        for text in page.locator(".map-stats dd").all_inner_texts()
    ]


def _rested(page: Page) -> None:
    page.locator(".net[data-rests]").wait_for()


@by_each
def test_by_keyboard_from_the_map_to_whoever_holds_it_together(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    reader.go("/map")
    assert _numbers(page) == ["5", "3", "1", "1"]
    _rested(page)
    _both_themes(reader, "map")

    page.get_by_role("application").focus()
    page.keyboard.press("ArrowLeft")
    # The first that is gone to is whoever has the most neighbours.
    expect(page.get_by_role("status").filter(has_text=_said(text["keyed"]))).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_text(text["bridge"])).to_be_visible()
    expect(page.get_by_role("complementary").get_by_text(_said(text["cut"])).first).to_be_visible()
    assert page.get_by_role("heading", level=2, name="انجمن مهر").is_visible()
    assert f"at={cast.middle}" in page.url
    reader.held("map-bridge")
    page.get_by_role("application").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_text(text["bridge"])).to_have_count(0)


@by_each
def test_who_is_missing_is_named_and_introduced(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.go(f"/map?topic={cast.topic}")
    expect(page.get_by_text(_said(text["gaps"]))).to_be_visible()
    for gap in ("سمنان", "هرات"):
        expect(page.get_by_role("listitem").filter(has_text=gap).first).to_be_visible()
    # An outline where it is known, a tile where it is not; none is left out.
    assert page.locator("svg.iran path[role=button]").count() == 2
    assert page.locator(".tiles button").count() == 1
    # Those about the topic are tied to one that is not, who is not of this map.
    assert _numbers(page)[0] == "3"

    reader.go("/map")
    expect(page.get_by_role("heading", name=_said(text["alone"]))).to_be_visible()
    page.get_by_role("button", name=_said(text["kerman"])).wait_for()
    page.get_by_role("button", name=_said(text["introduce"])).press("Enter")
    reason = page.get_by_role("listitem").filter(has_text=_said(text["topic"]))
    expect(reason.first).to_be_visible()
    page.get_by_role("button", name=text["copy"]).first.press("Enter")
    expect(page.get_by_text(text["copied"])).to_be_visible()
    letter = page.evaluate("navigator.clipboard.readText()")
    assert text["letter"] in letter
    assert "نگهداری کودک" in letter
    reader.held("map-introduce")


@by_each
def test_the_same_stands_in_a_table_narrowed_by_place_and_day(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    del cast
    reader.go("/map?view=table")
    rows = page.locator("table tbody tr")
    assert rows.count() == 5
    assert "انجمن مهر" in rows.first.inner_text()
    _both_themes(reader, "map-table")
    if reader.size == "phone":
        page.get_by_role("button", name=text["filters"]).press("Enter")
    page.get_by_role("combobox", name=text["when"], exact=True).select_option(text["ever"])
    expect(page.locator(".map-stats dd").nth(1)).to_have_text(re.compile("4|۴"))
    page.get_by_role("combobox", name=text["place"], exact=True).select_option("هرات")
    expect(rows).to_have_count(1)
    assert "on=ever" in page.url
    page.reload()
    reader.seen()
    assert rows.count() == 1


@on_a_desktop
def test_the_map_is_taken_along_as_picture_drawing_and_tables(reader: Reader, cast: Cast) -> None:
    page = reader.page
    del cast
    reader.go("/map?colour=kind")
    _rested(page)
    saved = {}
    for name in ("Picture (PNG)", "Drawing (SVG)", "Organizations (CSV)", "Ties (CSV)"):
        with page.expect_download() as coming:
            page.get_by_role("button", name=name).press("Enter")
        saved[coming.value.suggested_filename] = coming.value.path().read_bytes()
    assert saved["map.png"].startswith(b"\x89PNG")
    assert len(saved["map.png"]) > 10_000
    drawn = saved["map.svg"].decode()
    assert drawn.startswith("<svg xmlns=")
    assert all(f">{name}</text>" in drawn for name in ("انجمن مهر", "کانون تنها"))
    assert "3 ties" in re.sub("[\u2066-\u2069]", "", drawn)
    table = saved["organizations.csv"].decode("utf-8-sig").splitlines()
    assert len(table) == 6
    # What begins like a formula is none.
    assert any(",'=کانون رود," in row for row in table)
    ties = saved["ties.csv"].decode("utf-8-sig").splitlines()
    assert sorted("2024-05-01" in row for row in ties[1:]) == [False, False, True]


@by_each
def test_an_organization_finds_who_to_work_with_and_who_introduces_them(reader: Reader, cast: Cast) -> None:
    page, text = reader.page, TEXTS[reader.language]
    reader.go(f"/organizations/{cast.near}")
    expect(page.get_by_role("heading", name=text["margin"])).to_be_visible()
    expect(page.locator("svg.around[role=img]")).to_be_visible()
    far = page.locator(".suggested").filter(has=page.get_by_role("link", name="انجمن دور"))
    expect(far.get_by_text(_said(text["topic"]))).to_be_visible()
    far.get_by_role("button", name=_said(text["way"])).press("Enter")
    way = far.locator("ol.way > li")
    expect(way).to_have_count(3)
    assert [
        name in step for name, step in zip(("سفره", "مهر", "دور"), way.all_inner_texts(), strict=True)
    ] == [True] * 3
    assert text["label"] in way.nth(1).inner_text()
    _both_themes(reader, "organization-margin")


@by_each
def test_the_style_guide_fills_a_star(reader: Reader, cast: Cast) -> None:
    page = reader.page
    del cast
    reader.go("/styleguide")
    star = page.locator(".growing svg.star")
    assert [star.locator(f"path.{kind}").count() for kind in ("w", "h", "x", "a", "e")] == [1, 0, 1, 1, 5]
    page.locator(".growing button").nth(1).press("Enter")
    expect(star.locator("path.h")).to_have_count(1)
    contrasts = page.locator(".guide table td:nth-child(3)").all_inner_texts()
    assert len(contrasts) == 9
    _both_themes(reader, "styleguide")


@on_a_desktop
def test_a_printed_record_has_no_ways_through_the_hub_but_says_where_its_links_lead(
    reader: Reader, cast: Cast
) -> None:
    page = reader.page
    reader.go(f"/organizations/{cast.near}")
    page.emulate_media(media="print")
    expect(page.locator("header.bar")).to_be_hidden()
    expect(page.locator(".foot")).to_be_hidden()
    expect(page.locator("button:visible, nav:visible")).to_have_count(0)
    expect(page.locator(".printed")).to_have_text(f"{reader.address}/en/organizations/{cast.near}")
    said = "getComputedStyle(document.querySelector('main a[href^=http]'), '::after').content"
    assert "https://sofreh.example" in page.evaluate(said)
