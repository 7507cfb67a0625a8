"""Turn a told page into the whole HTML document that the client takes over."""

from dataclasses import dataclass
from typing import Any

import orjson

from hub.web.addresses import Page, address, in_language
from hub.web.client import Client
from hub.web.crawling import card_of
from hub.web.html import Markup, joined, tag
from hub.web.telling import Telling, Told

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What a page may load and run: files of the hub alone, nothing that stands in the page itself."""

THEMES = ("light", "dark")
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-50 -50 100 100'%3E%3Cpath"
    " fill='%23e4a830' stroke='%2379520a' stroke-width='3'"
    " d='M0-46 13.5-32.5H32.5V-13.5L46 0 32.5 13.5V32.5H13.5L0 46"
    "-13.5 32.5H-32.5V13.5L-46 0-32.5-13.5V-32.5H-13.5z'/%3E%3C/svg%3E"
)
"""The tile of a learned lesson."""
_SECTIONS = ("experiences", "lessons", "organizations", "search", "signIn")


@dataclass(frozen=True, slots=True)
class Reader:
    """What a page's reader has: an address, a language, a theme they chose, a session or none, the zone."""

    path: str
    language: str
    theme: str | None
    session: bool
    zone: str


def document(client: Client, page: Page, told: Told, reader: Reader, telling: Telling) -> str:
    """The document. `reader.path` is the path without its language."""
    right_to_left = reader.language == "fa"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        *_said(told, reader, telling),
        tag("link", rel="icon", href=_ICON),
        *client.head(page, reader.language),
        _linked(told.linked),
    )
    body = tag(
        "body",
        tag("div", _shell(told, reader, telling, built=client.built), id="first"),
        tag("div", id="app") if client.built else None,
    )
    root = tag(
        "html",
        head,
        body,
        lang=reader.language,
        dir="rtl" if right_to_left else "ltr",
        data_zone=reader.zone,
        data_theme=reader.theme,
        data_session=reader.session,
    )
    return f"<!doctype html>{root}"


def _said(told: Told, reader: Reader, telling: Telling) -> list[Markup]:
    """The title, and what other sites show of a page that is linked to."""
    hub = telling.word("hub")
    title = hub if told.title == hub else f"{told.title} · {hub}"
    here = f"{telling.root}{in_language(reader.path, reader.language)}"
    others = (
        tag("link", rel="alternate", hreflang=one, href=f"{telling.root}{in_language(reader.path, one)}")
        for one in ("fa", "en")
    )
    card = {
        "og:title": told.title,
        "og:description": told.description,
        "og:site_name": hub,
        "og:type": "website",
        "og:url": here,
        "og:locale": "fa_IR" if reader.language == "fa" else "en_GB",
        "og:image": f"{telling.root}{card_of(reader.language)}",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"{hub}. {telling.word('motto')}",
    }
    return [
        tag("title", title),
        tag("meta", name="description", content=told.description),
        tag("link", rel="canonical", href=here),
        *others,
        *(tag("meta", property=name, content=content) for name, content in card.items()),
        tag("meta", name="twitter:card", content="summary_large_image"),
    ]


def _linked(told: dict[str, Any] | None) -> Markup | None:
    """JSON-LD: a block of data, which no policy takes for a script. Nothing in it can end it."""
    if told is None:
        return None
    return tag(
        "script", Markup(orjson.dumps(told).decode().replace("<", "\\u003c")), type="application/ld+json"
    )


def _shell(told: Told, reader: Reader, telling: Telling, *, built: bool) -> Markup:
    """The text of a page between the links of every page."""
    language = reader.language
    other = "fa" if language == "en" else "en"
    sections = (tag("a", telling.word(name), href=address(name, language)) for name in _SECTIONS)
    return joined(
        tag("a", telling.word("skip"), class_="skip", href="#main"),
        tag(
            "header",
            tag(
                "div",
                tag("a", telling.word("hub"), class_="brand", href=address("home", language)),
                tag("nav", *sections, aria_label=telling.word("sections")),
                tag("span", class_="grow"),
                tag(
                    "a",
                    telling.word("other"),
                    href=in_language(reader.path, other),
                    lang=other,
                    hreflang=other,
                ),
                class_="wrap",
            ),
            class_="bar",
        ),
        tag(
            "main",
            told.body,
            None if built else tag("p", telling.word("scripts"), class_="sm mut"),
            tag("noscript", tag("p", telling.word("scripts"), class_="sm mut")) if built else None,
            id="main",
            class_="wrap",
        ),
    )
