"""Where each page of the web client is, and which of its files it begins with.

`web/src/addresses.ts` and `web/src/router.ts` say the same to the client; a test holds them together.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path, the client's file that shows it, and the file of its texts."""

    name: str
    path: str
    module: str
    texts: str | None = None


PAGES: tuple[Page, ...] = (
    Page("home", "/", "src/pages/home/Home.vue", "home"),
    Page("search", "/search", "src/pages/search/Search.vue", "search"),
    Page("lessons", "/lessons", "src/pages/listing/Lessons.vue", "listing"),
    Page("lesson", "/lessons/{id}", "src/pages/lesson/Lesson.vue", "lesson"),
    Page("approach", "/approaches/{id}", "src/pages/approach/Approach.vue", "lesson"),
    Page("experiences", "/experiences", "src/pages/listing/Experiences.vue", "listing"),
    Page("experience", "/experiences/{id}", "src/pages/experience/Experience.vue", "experience"),
    Page("organizations", "/organizations", "src/pages/listing/Organizations.vue", "listing"),
    Page("organization", "/organizations/{id}", "src/pages/organization/Organization.vue", "organization"),
    Page("signIn", "/sign-in", "src/pages/signin/SignIn.vue", "signin"),
    Page("desk", "/desk", "src/pages/desk/Desk.vue", "desk"),
    Page("offerNew", "/offers/new", "src/pages/resource/Offer.vue", "resource"),
    Page("offerEdit", "/offers/{id}/edit", "src/pages/resource/Offer.vue", "resource"),
    Page("needNew", "/needs/new", "src/pages/resource/Need.vue", "resource"),
    Page("needEdit", "/needs/{id}/edit", "src/pages/resource/Need.vue", "resource"),
    Page("publish", "/publish", "src/pages/publish/Publish.vue", "publish"),
    Page("lessonEdit", "/lessons/{id}/edit", "src/pages/lesson/EditLesson.vue", "lesson"),
    Page(
        "organizationEdit",
        "/organizations/{id}/edit",
        "src/pages/organization/EditOrganization.vue",
        "profile",
    ),
)
NOT_FOUND = Page("notFound", "/{rest:path}", "src/pages/notfound/NotFound.vue")
"""What any other address shows."""

_OF = {page.name: page for page in PAGES}


def base(language: str) -> str:
    """What stands before every path of a language.

    >>> base("en"), base("fa")
    ('/en', '')
    """
    return "/en" if language == "en" else ""


def address(name: str, language: str, **values: str) -> str:
    """The path of a page in a language.

    >>> address("lesson", "en", id="les_1"), address("home", "fa"), address("home", "en")
    ('/en/lessons/les_1', '/', '/en')
    """
    return in_language(_OF[name].path.format(**values), language)


def in_language(path: str, language: str) -> str:
    """A path without a language, in one.

    >>> in_language("/search", "en")
    '/en/search'
    """
    return f"{base(language)}{path}".removesuffix("/") or "/"
