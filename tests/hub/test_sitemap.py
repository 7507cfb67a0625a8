"""The site map: every page that anybody may read, in both languages, and none that they may not."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest

from graph.compiler import Role
from graph.compiler.visibility import Sight
from graph.connection import Database
from graph.model import MODEL
from graph.queries import crawled
from hub.context import ANONYMOUS
from hub.web.addresses import OF_RECORDS, PAGES
from hub.web.telling import TOLD
from tests.running import Hub

_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


@dataclass
class Cast:
    """A member's lessons, one for each of those who may read them."""

    hub: Hub
    token: str
    open: str
    closed: list[str]

    def read(self, path: str) -> ET.Element:
        """A file of the map."""
        response = self.hub.client.get(path)
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("application/xml")
        assert response.headers["cache-control"] == "no-cache"
        return ET.fromstring(response.content)  # noqa: S314 - the hub under test has made it

    def places(self, path: str) -> list[str]:
        """The addresses that a file names, without the hub's own."""
        root = str(self.hub.client.base_url).rstrip("/")
        found = [str(place.text) for place in self.read(path).iter(f"{_MAP}loc")]
        assert all(place.startswith(f"{root}/") for place in found)
        return [place.removeprefix(root) for place in found]


def _lesson(hub: Hub, token: str, **published: str) -> dict[str, object]:
    given = {"statement": "بسنجید", "recommendation": "چنین.", "source": "گزارش"}
    made = hub.done("createLesson", given, "lesson { id version }", token)
    return (
        dict(hub.done("publishLesson", made | published, "lesson { id version }", token))
        if published
        else made
    )


@pytest.fixture(scope="module")
def cast(hub: Hub) -> Cast:
    token = hub.member("انجمن مهر")[1]
    hub.member("انجمن رهروان")
    taken = _lesson(hub, token, visibility="PUBLIC")
    hub.done("withdrawLesson", taken, "lesson { id }", token)
    kept = ("MEMBERS", "ANONYMIZED", "ORGANIZATION")
    closed = [taken, _lesson(hub, token), *(_lesson(hub, token, visibility=one) for one in kept)]
    shown = _lesson(hub, token, visibility="PUBLIC")
    return Cast(hub, token, str(shown["id"]), [str(one["id"]) for one in closed])


def test_what_anybody_may_read_is_named_once_in_each_language_and_nothing_else(cast: Cast) -> None:
    assert cast.places("/sitemaps/lesson-0.xml") == [f"/lessons/{cast.open}", f"/en/lessons/{cast.open}"]
    told = cast.hub.client.get("/sitemaps/lesson-0.xml").text
    assert [id_ for id_ in cast.closed if id_ in told] == []
    assert "lastmod" not in told
    for page in cast.read("/sitemaps/lesson-0.xml"):
        others = {link.get("hreflang"): link.get("href") for link in page.iter(_LINK)}
        assert sorted(others) == ["en", "fa"]
        assert page.findtext(f"{_MAP}loc") in others.values()


def test_the_index_names_the_files_that_are_there(cast: Cast) -> None:
    files = cast.places("/sitemap.xml")
    assert files[0] == "/sitemaps/pages.xml"
    assert {"/sitemaps/lesson-0.xml", "/sitemaps/organization-0.xml"} <= set(files)
    assert "/sitemaps/campaign-0.xml" not in files
    for path in files:
        assert cast.places(path)
    lists = cast.places("/sitemaps/pages.xml")
    assert {"/", "/en", "/lessons", "/en/campaigns"} <= set(lists)
    assert len(lists) == 2 * sum(page.name in TOLD and "{" not in page.path for page in PAGES)
    assert (
        f"Sitemap: {str(cast.hub.client.base_url).rstrip('/')}/sitemap.xml"
        in cast.hub.client.get("/robots.txt").text.splitlines()
    )


def test_a_page_that_it_names_is_there(cast: Cast) -> None:
    html = {"accept": "text/html"}
    for path in (*cast.places("/sitemaps/pages.xml"), *cast.places("/sitemaps/lesson-0.xml")):
        assert cast.hub.client.get(path, headers=html).status_code == 200


@pytest.mark.parametrize(
    "name", ["lesson-1", "lesson-20", "lesson", "lesson-", "lesson-۰", "desk-0", "person-0", "Lesson-0", "x"]
)
def test_what_is_no_file_of_it_is_not_there(cast: Cast, name: str) -> None:
    assert cast.hub.client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_every_type_of_record_that_has_a_page_for_anybody_is_in_it(cast: Cast) -> None:
    see, labels = (
        Sight(Role.ANONYMOUS, MODEL),
        tuple(label for label, page in OF_RECORDS.items() if page in TOLD),
    )
    shown = {page.name for page in PAGES if page.name in TOLD and "{" in page.path}
    assert {OF_RECORDS[label] for label in labels} == shown
    parameters = {"viewer": ANONYMOUS.parameter(), "today": None}

    async def counted(database: Database) -> dict[str, int]:
        return await crawled.parts(database, see, labels, parameters)

    assert set(cast.hub.run(counted)) == set(labels)


def test_more_than_a_file_takes_goes_on_in_the_next(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    more = [str(_lesson(cast.hub, cast.token, visibility="PUBLIC")["id"]) for _ in range(3)]
    monkeypatch.setattr(crawled, "MAXIMUM_CRAWLED", 2)
    monkeypatch.setattr(crawled, "MAXIMUM_CRAWLED_PARTS", 5)
    see, parameters = Sight(Role.ANONYMOUS, MODEL), {"viewer": ANONYMOUS.parameter()}

    async def read(database: Database) -> tuple[dict[str, int], list[list[str]]]:
        parts = await crawled.parts(database, see, ("Lesson",), parameters)
        return parts, [await crawled.ids(database, see, "Lesson", at, parameters) for at in range(3)]

    parts, (first, second, third) = cast.hub.run(read)
    assert parts == {"Lesson": 2}
    assert (len(first), len(second), third) == (2, 2, [])
    assert first + second == sorted([cast.open, *more])


def test_a_term_that_another_stands_for_is_read_there(cast: Cast) -> None:
    kept, merged = cast.hub.topic("sewing", "خیاطی"), cast.hub.topic("tailoring", "دوزندگی")
    assert f"/topics/{merged}" in cast.places("/sitemaps/topic-0.xml")
    type_ = MODEL.nodes["Topic"].successor
    assert type_ is not None
    cast.hub.cypher(
        f"MATCH (a:Topic {{id: $merged}}), (b:Topic {{id: $kept}}) CREATE (a)-[:{type_.type}]->(b)",
        merged=merged,
        kept=kept,
    )
    told = cast.places("/sitemaps/topic-0.xml")
    assert f"/topics/{kept}" in told
    assert f"/topics/{merged}" not in told
