"""The first HTML of each page: what anybody may read of it, without a script, and what browsers may do with it."""

import json
import re
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from hub.web.addresses import NOT_FOUND, PAGES
from hub.web.client import FOLDER, Client
from hub.web.document import POLICY
from tests.running import Hub

HTML = {"accept": "text/html"}
ENDS = "نیمی رفتند </script><script>alert(1)</script>"


@dataclass
class Cast:
    """An organization with an experience that it told, the lesson drawn from it, and one that members read."""

    hub: Hub
    organization: str
    experience: str
    lesson: str
    inner: str

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The page of a path."""
        return self.hub.client.get(path, headers=HTML | headers)

    def linked(self, path: str) -> dict[str, Any]:
        """What machines read of a page."""
        told = re.findall(r'<script type="application/ld\+json">(.*?)</script>', self.get(path).text)
        (block,) = told
        return dict(json.loads(block))


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    organization, token = hub.member("انجمن <مهر>", mission="کار برای مادران")
    told = {"title": "مهد کارگاه & غیبت", "outcome": "FAILURE", "happened": ENDS, "visibility": "PUBLIC"}
    experience = hub.done("createExperience", told, "experience { id version }", token)
    hub.done("publishExperience", experience, "experience { id }", token)

    def lesson(statement: str, visibility: str) -> str:
        given = {
            "statement": statement,
            "recommendation": "اتاقی نزدیک بگذارید.",
            "appliesWhen": "کودک زیر مدرسه دارند",
            "experienceIds": [experience["id"]],
            "visibility": visibility,
        }
        made = hub.done("createLesson", given, "lesson { id version }", token)
        hub.done("publishLesson", made, "lesson { id }", token)
        return str(made["id"])

    return Cast(
        hub,
        organization,
        experience["id"],
        lesson("مهد را پیش از مربی پیدا کنید", "PUBLIC"),
        lesson("تنها برای اعضا", "MEMBERS"),
    )


def test_a_lesson_is_read_without_a_script_in_the_language_of_its_address(cast: Cast) -> None:
    persian = cast.get(f"/lessons/{cast.lesson}").text
    assert persian.startswith('<!doctype html><html lang="fa" dir="rtl" data-zone="Asia/Tehran">')
    assert "<title>مهد را پیش از مربی پیدا کنید · کانون تجربه</title>" in persian
    assert '<meta name="description" content="اتاقی نزدیک بگذارید.">' in persian
    assert "<h1>مهد را پیش از مربی پیدا کنید</h1>" in persian
    assert '<h2 class="rub">به کار می‌آید وقتی</h2><p>کودک زیر مدرسه دارند</p>' in persian
    assert f'<a href="/experiences/{cast.experience}">مهد کارگاه &amp; غیبت</a>' in persian
    assert f'<a href="/organizations/{cast.organization}">انجمن &lt;مهر&gt;</a>' in persian
    assert f'<link rel="alternate" hreflang="en" href="/en/lessons/{cast.lesson}">' in persian
    english = cast.get(f"/en/lessons/{cast.lesson}").text
    assert english.startswith('<!doctype html><html lang="en" dir="ltr" data-zone="Asia/Tehran">')
    assert '<h2 class="rub">Applies when</h2>' in english
    assert f'href="/en/experiences/{cast.experience}"' in english


def test_lists_lead_to_what_is_in_them(cast: Cast) -> None:
    assert f'href="/lessons/{cast.lesson}"' in cast.get("/lessons").text
    assert f'href="/experiences/{cast.experience}"' in cast.get("/experiences").text
    assert f'href="/en/organizations/{cast.organization}"' in cast.get("/en/organizations").text
    home = cast.get("/").text
    assert f'href="/lessons/{cast.lesson}"' in home
    assert f'href="/experiences/{cast.experience}"' in home


def test_machines_read_what_a_record_is(cast: Cast) -> None:
    lesson = cast.linked(f"/lessons/{cast.lesson}")
    assert lesson["@context"] == "https://schema.org"
    assert lesson["@type"] == "LearningResource"
    assert lesson["name"] == "مهد را پیش از مربی پیدا کنید"
    assert lesson["inLanguage"] == "fa"
    assert lesson["isBasedOn"] == [f"/experiences/{cast.experience}"]
    assert lesson["author"] == {
        "@type": "Organization",
        "name": "انجمن <مهر>",
        "url": f"/organizations/{cast.organization}",
    }
    organization = cast.linked(f"/organizations/{cast.organization}")
    assert (organization["@type"], organization["description"]) == ("NGO", "کار برای مادران")
    assert cast.linked("/en")["potentialAction"]["target"]["urlTemplate"] == "/en/search?q={words}"
    assert cast.linked("/lessons")["itemListElement"][0]["name"] == "مهد را پیش از مربی پیدا کنید"


def test_what_is_offered_is_told_with_whose_it_is(cast: Cast) -> None:
    organization, token = cast.hub.member("بنیاد سفره")
    given = {"kind": "MATERIAL", "title": "ده دار قالی", "language": "FA", "visibility": "PUBLIC"}
    offer = cast.hub.done("offerResource", given, "resourceOffer { id }", token)["id"]
    page = cast.get(f"/offers/{offer}").text
    assert "<h1>ده دار قالی</h1>" in page
    assert f'<a href="/organizations/{organization}">بنیاد سفره</a>' in page
    told = cast.linked(f"/offers/{offer}")
    assert (told["@type"], told["provider"]["name"]) == ("Offer", "بنیاد سفره")
    assert f'href="/en/offers/{offer}"' in cast.get("/en/offers").text
    cast.hub.done("offerResource", given | {"visibility": "MEMBERS"}, "resourceOffer { id }", token)
    assert cast.get("/offers").text.count("ده دار قالی</a>") == 1


def test_no_text_of_a_record_becomes_a_part_of_the_page(cast: Cast) -> None:
    page = cast.get(f"/experiences/{cast.experience}").text
    assert "<script>alert" not in page
    assert cast.linked(f"/experiences/{cast.experience}")["description"] == ENDS


@pytest.mark.parametrize("path", ["/lessons/{}", "/en/lessons/{}"])
def test_what_members_read_is_told_to_nobody_else(cast: Cast, path: str) -> None:
    there, nowhere = cast.get(path.format(cast.inner)), cast.get(path.format("les_none"))
    assert there.status_code == nowhere.status_code == 404
    assert "تنها برای اعضا" not in there.text
    assert there.text.replace(cast.inner, "") == nowhere.text.replace("les_none", "")
    assert "تنها برای اعضا" not in cast.get("/lessons").text + cast.get("/").text


def test_whoever_has_a_session_is_told_by_the_client_alone(cast: Cast) -> None:
    page = cast.get(f"/lessons/{cast.lesson}", cookie="hub=anything").text
    assert page.startswith('<!doctype html><html lang="fa" dir="rtl" data-zone="Asia/Tehran" data-session>')
    assert "مهد را پیش از مربی" not in page


@pytest.mark.parametrize(("sent", "kept"), [("dark", ' data-theme="dark"'), ('"><script>', "")])
def test_a_theme_that_was_chosen_is_there_from_the_first(cast: Cast, sent: str, kept: str) -> None:
    page = cast.get("/sign-in", cookie=f"theme={sent}").text
    assert page.startswith(f'<!doctype html><html lang="fa" dir="rtl" data-zone="Asia/Tehran"{kept}>')


def test_a_page_runs_files_of_the_hub_and_nothing_else(cast: Cast) -> None:
    for page in PAGES:
        response = cast.get(re.sub(r"\{\w+\}", cast.lesson, page.path))
        assert response.headers["content-security-policy"] == POLICY
        assert response.headers["cache-control"] == "no-cache"
        assert "Cookie" in response.headers["vary"]
        assert not re.search(
            r"<script(?! type=\"application/ld\+json\")(?![^>]* src=\"/assets/)", response.text
        )
        assert not re.search(r" (?:style|on\w+)=", response.text)
    assert "unsafe" not in POLICY


def test_an_address_that_leads_nowhere_is_a_page_for_people_and_json_for_programs(cast: Cast) -> None:
    page = cast.get("/en/nowhere/at-all")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "This address leads nowhere" in page.text
    assert "elsewhere" not in cast.get("/en//elsewhere.example/").text
    told = cast.hub.client.get("/nowhere/at-all", headers={"accept": "application/json"})
    assert told.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND_HERE"


def test_a_page_is_paid_for_by_whoever_asks_for_it(cast: Cast) -> None:
    before = cast.hub.ask("{ rateLimit { remaining } }")["rateLimit"]["remaining"]
    assert cast.get("/lessons").status_code == 200
    assert cast.hub.ask("{ rateLimit { remaining } }")["rateLimit"]["remaining"] < before


def test_the_files_of_the_client_are_kept_for_good_and_compressed(cast: Cast, web_client: Client) -> None:
    for page in (*PAGES, NOT_FOUND):
        heads = [str(one) for one in web_client.head(page, "fa")]
        assert sum('rel="preload"' in one for one in heads) == 1
        assert sum("<script" in one for one in heads) == 1
    (script,) = re.findall(r'<script type="module" src="([^"]+)"', cast.get("/").text)
    whole = cast.hub.client.get(script, headers={"accept-encoding": "identity"})
    for encoding in ("br", "gzip"):
        packed = cast.hub.client.get(script, headers={"accept-encoding": encoding})
        assert packed.headers["content-encoding"] == encoding
        assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert packed.headers["content-type"] == "text/javascript; charset=utf-8"
        assert packed.headers["x-content-type-options"] == "nosniff"
        assert not {"content-security-policy", "etag"} & set(packed.headers)
        assert int(packed.headers["content-length"]) < len(whole.content) / 2
    licenses = cast.hub.client.get("/assets/licenses.md").text
    assert all(name in licenses for name in ("vue", "vue-router", "@fluent/bundle"))
    for path in ("/assets/none.js", "/assets/..%2Fmanifest.json", "/assets/manifest.json"):
        assert cast.hub.client.get(path).status_code == 404


def test_a_page_names_the_texts_of_all_that_it_is_made_of(cast: Cast, web_client: Client) -> None:
    assert web_client.built
    built = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    page = cast.get("/sign-in").text
    for name in ("every.ts", "door.ftl?raw", "form.ftl?raw"):
        assert f'<link rel="modulepreload" href="/{built[f"src/texts/fa/{name}"]["file"]}">' in page


@pytest.mark.parametrize("path", ["/", "/en", "/lessons", "/lessons/{}", "/search", "/sign-in"])
def test_a_first_view_is_at_most_a_hundred_thousand_bytes(cast: Cast, web_client: Client, path: str) -> None:
    assert web_client.built
    page = cast.hub.client.get(path.format(cast.lesson), headers=HTML | {"accept-encoding": "gzip"})
    files = set(re.findall(r'"(/assets/[^"]+)"', page.text))
    sizes = [int(page.headers.get("content-length", len(page.content)))]
    for file in files:
        got = cast.hub.client.get(file, headers={"accept-encoding": "br, gzip"})
        sizes.append(int(got.headers["content-length"]))
    answer = 3_000
    assert len(files) >= 8
    assert sum(sizes) + answer < 100_000


def test_a_link_that_is_shared_has_a_picture_in_the_language_of_its_page(cast: Cast) -> None:
    for base, language in (("", "fa"), ("/en", "en")):
        page = cast.get(f"{base}/lessons/{cast.lesson}").text
        assert f'<meta property="og:image" content="/cards/{language}.png">' in page
        assert '<meta property="og:title" content="مهد را پیش از مربی پیدا کنید">' in page
        picture = cast.get(f"/cards/{language}.png")
        assert picture.headers["content-type"] == "image/png"
        width, height = (int.from_bytes(picture.content[at : at + 4]) for at in (16, 20))
        assert (width, height) == (1200, 630)
    assert cast.get("/cards/xx.png").status_code == 404


def test_machines_that_come_by_are_told_what_is_not_for_them(cast: Cast) -> None:
    told = cast.get("/robots.txt").text.splitlines()
    assert told[0] == "User-agent: *"
    assert {"Disallow: /graphql", "Disallow: /en/sign-in", "Disallow: /search"} <= set(told)
    assert not [line for line in told if line in {"Disallow: /", "Disallow: /lessons"}]
