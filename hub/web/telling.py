"""Turn what the API tells of a page's records into its title, its text and what machines read of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hub import linked
from hub.linked import Linked
from hub.web.addresses import OF_RECORDS, address
from hub.web.html import Content, Markup, joined, tag
from hub.web.words import WORDS

_DESCRIBED = 160
"""How many characters of a text a search engine shows."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page: its title, what is said of it in a line, its text, and JSON-LD."""

    title: str
    description: str
    body: Markup
    linked: Linked | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells pages in a language. `root` is the hub's own address, which what machines read begins with."""

    language: str
    root: str = ""

    def word(self, key: str) -> str:
        """A word of the pages."""
        return WORDS[self.language][key]

    def names(self, page: str) -> bool:
        """Whether a page has a name by itself, as lists have and records have not."""
        return page in WORDS[self.language]

    def tell(self, page: str, data: Mapping[str, Any]) -> Told | None:
        """The page of that name from the data of its query; None where its record is not there."""
        return _TELLERS[page](self, data)

    def at(self, kind: str, id_: str) -> str:
        """The address of a record, for machines."""
        return f"{self.root}{address(OF_RECORDS[kind], self.language, id=id_)}"

    def link(self, kind: str, record: Mapping[str, Any], name: str) -> Markup:
        """A link to a record."""
        return tag("a", record[name], href=address(OF_RECORDS[kind], self.language, id=record["id"]))

    def signed(self, record: Mapping[str, Any]) -> Markup:
        """Who wrote it."""
        publisher = record["publisher"]
        said = self.link("Organization", publisher, "name") if publisher else self.word("unnamed")
        return tag("p", said, class_="meta")

    def part(self, key: str, text: str | None) -> Markup | None:
        """A text under its heading."""
        return tag("section", tag("h2", self.word(key), class_="rub"), tag("p", text)) if text else None

    def links(self, key: str, kind: str, records: list[dict[str, Any]], name: str) -> Markup | None:
        """Records under a heading."""
        rows = (tag("li", self.link(kind, one, name)) for one in records)
        return tag("section", tag("h2", self.word(key), class_="rub"), tag("ul", *rows)) if records else None


def described(text: str | None) -> str:
    """The beginning of a text, whole words of it.

    >>> described("one two " * 40)[-9:]
    ' one two…'
    """
    said = text or ""
    return said if len(said) <= _DESCRIBED else f"{said[:_DESCRIBED].rpartition(' ')[0]}…"


def _leaf(*content: Content) -> Markup:
    return tag("article", tag("div", *content, class_="matn read"), class_="leaf")


def _home(telling: Telling, data: Mapping[str, Any]) -> Told:
    about = telling.word("about")
    home, search = address("home", telling.language), address("search", telling.language)
    body = joined(
        tag("h1", telling.word("motto"), class_="motto"),
        tag("p", about, class_="read mut"),
        telling.links("lessons", "Lesson", data["lessons"]["nodes"], "statement"),
        telling.links("experiences", "Experience", data["experiences"]["nodes"], "title"),
    )
    told = linked.site(
        telling.word("hub"), about, f"{telling.root}{home}", f"{telling.root}{search}?q={{words}}"
    )
    return Told(telling.word("hub"), about, body, told)


def _lesson(telling: Telling, data: Mapping[str, Any]) -> Told | None:
    record = data["lesson"]
    if record is None:
        return None
    body = _leaf(
        tag("h1", record["statement"]),
        telling.signed(record),
        tag("p", record["recommendation"]),
        telling.part("applies", record["appliesWhen"]),
        telling.part("applies-not", record["notAppliesWhen"]),
        telling.links("from", "Experience", record["experiences"]["nodes"], "title"),
    )
    said = described(record["recommendation"])
    return Told(record["statement"], said, body, linked.lesson(record, telling.at))


def _approach(telling: Telling, data: Mapping[str, Any]) -> Told | None:
    record = data["approach"]
    if record is None:
        return None
    ordered = sorted(record["steps"], key=lambda step: step["position"])
    steps = (
        tag("li", tag("span", tag("b", step["title"]), " ", tag("span", step["text"]))) for step in ordered
    )
    body = _leaf(
        tag("h1", record["title"]),
        telling.signed(record),
        tag("p", record["summary"], class_="lede"),
        tag("ol", *steps, class_="how"),
    )
    return Told(record["title"], described(record["summary"]), body, linked.approach(record, telling.at))


def _experience(telling: Telling, data: Mapping[str, Any]) -> Told | None:
    record = data["experience"]
    if record is None:
        return None
    parts = (telling.part(key, record[key]) for key in ("intended", "happened", "context", "why"))
    body = _leaf(
        tag("h1", record["title"]),
        telling.signed(record),
        *parts,
        telling.links("lessons", "Lesson", record["lessons"]["nodes"], "statement"),
    )
    return Told(record["title"], described(record["happened"]), body, linked.experience(record, telling.at))


def _organization(telling: Telling, data: Mapping[str, Any]) -> Told | None:
    record = data["organization"]
    if record is None:
        return None
    body = _leaf(
        tag("h1", record["name"]),
        tag("p", record["mission"]) if record["mission"] else None,
        telling.links("lessons", "Lesson", record["lessons"]["nodes"], "statement"),
        telling.links("experiences", "Experience", record["experiences"]["nodes"], "title"),
    )
    said = described(record["mission"]) or telling.word("about")
    return Told(record["name"], said, body, linked.organization(record, telling.at))


def _together(field: str, kind: str, text: str) -> Callable[[Telling, Mapping[str, Any]], Told | None]:
    """A record of working together: what it is called, what it is about, and who is in it."""

    def told(telling: Telling, data: Mapping[str, Any]) -> Told | None:
        record = data[field]
        if record is None:
            return None
        organizations = record.get("organizations", {"nodes": []})["nodes"]
        body = _leaf(
            tag("h1", record["title"]),
            telling.signed(record) if "publisher" in record else None,
            tag("p", record[text]) if record[text] else None,
            telling.links("organizations", "Organization", organizations, "name"),
            telling.links("commitments", "Commitment", record.get("parts", {"nodes": []})["nodes"], "title"),
        )
        said = described(record[text]) or telling.word("about")
        return Told(record["title"], said, body, linked.together(kind, record, record[text], telling.at))

    return told


def _listing(
    page: str, kind: str, name: str, text: str, field: str | None = None
) -> Callable[[Telling, Mapping[str, Any]], Told]:
    def told(telling: Telling, data: Mapping[str, Any]) -> Told:
        records = data[field or page]["nodes"]
        rows = (
            tag(
                "article",
                tag("h3", telling.link(kind, one, name)),
                tag("p", one[text], class_="ex cut"),
                class_="rec",
            )
            for one in records
        )
        title = telling.word(page)
        body = joined(tag("h1", title), tag("div", *rows, class_="leaf"))
        return Told(
            title,
            telling.word("about"),
            body,
            linked.listing(kind, records, lambda one: one[name], telling.at),
        )

    return told


def _way(
    page: str, to_machines: Callable[[Mapping[str, Any], linked.At], Linked], name: str = "title"
) -> Callable[[Telling, Mapping[str, Any]], Told | None]:
    """Tells a way into work: its text, whose it is, and what it leads to."""

    def told(telling: Telling, data: Mapping[str, Any]) -> Told | None:
        record = data[page]
        if record is None:
            return None
        body = _leaf(
            tag("h1", record[name]),
            telling.signed(record),
            tag("p", record["description"]) if record["description"] else None,
            *(
                telling.links(word, kind, _rows(record.get(edge)), "title")
                for edge, (word, kind) in _LED_TO.items()
            ),
        )
        said = described(record["description"]) or telling.word("about")
        return Told(record[name], said, body, to_machines(record, telling.at))

    return told


_LED_TO = {
    "courses": ("courses", "Course"),
    "qualification": ("leads-to", "Qualification"),
    "supportInstruments": ("apply-for", "SupportInstrument"),
}
"""What a way into work leads to or is led to by."""


def _rows(told: Any) -> list[dict[str, Any]]:
    """Records, however an edge tells them."""
    if isinstance(told, Mapping):
        nodes = told.get("nodes")
        return [dict(told)] if nodes is None else list(nodes)
    return list(told or ())


def _region(telling: Telling, data: Mapping[str, Any]) -> Told | None:
    record = data["region"]
    if record is None:
        return None
    body = _leaf(
        tag("h1", record["name"]),
        telling.links("experiences", "Experience", data["experiences"]["nodes"], "title"),
        telling.links("organizations", "Organization", data["organizations"]["nodes"], "name"),
        telling.links("parts", "Region", record["parts"], "name"),
    )
    return Told(record["name"], telling.word("about"), body, linked.region(record, telling.at))


def _topic(telling: Telling, data: Mapping[str, Any]) -> Told | None:
    record = data["topic"]
    if record is None:
        return None
    body = _leaf(
        tag("h1", record["label"]),
        telling.links("lessons", "Lesson", data["lessons"]["nodes"], "statement"),
        telling.links("experiences", "Experience", data["experiences"]["nodes"], "title"),
        telling.links("narrower", "Topic", record["narrower"], "label"),
    )
    return Told(record["label"], telling.word("about"), body, linked.topic(record, telling.at))


_TELLERS: Mapping[str, Callable[[Telling, Mapping[str, Any]], Told | None]] = {
    "home": _home,
    "lesson": _lesson,
    "approach": _approach,
    "experience": _experience,
    "organization": _organization,
    "lessons": _listing("lessons", "Lesson", "statement", "recommendation"),
    "experiences": _listing("experiences", "Experience", "title", "happened"),
    "organizations": _listing("organizations", "Organization", "name", "mission"),
    "jobs": _listing("jobs", "JobOpportunity", "title", "description"),
    "courses": _listing("courses", "Course", "title", "description"),
    "apprenticeships": _listing("apprenticeships", "Apprenticeship", "title", "description"),
    "qualifications": _listing("qualifications", "Qualification", "title", "description"),
    "services": _listing("services", "Service", "title", "description"),
    "centers": _listing("centers", "SupportCenter", "name", "description"),
    "instruments": _listing("instruments", "SupportInstrument", "title", "description"),
    "job": _way("job", linked.job),
    "course": _way("course", linked.course),
    "apprenticeship": _way("apprenticeship", linked.apprenticeship),
    "qualification": _way("qualification", linked.qualification),
    "service": _way("service", linked.service),
    "center": _way("center", linked.center, "name"),
    "instrument": _way("instrument", linked.instrument),
    "region": _region,
    "topic": _topic,
    "partnerships": _listing("partnerships", "Partnership", "title", "summary"),
    "partnership": _together("partnership", "Partnership", "summary"),
    "offers": _listing("offers", "ResourceOffer", "title", "description", "resourceOffers"),
    "offer": _together("resourceOffer", "ResourceOffer", "description"),
    "need": _together("resourceNeed", "ResourceNeed", "description"),
    "programs": _listing("programs", "Program", "title", "summary"),
    "program": _together("program", "Program", "summary"),
    "networks": _listing("networks", "Network", "title", "purpose"),
    "network": _together("network", "Network", "purpose"),
    "groups": _listing("groups", "WorkingGroup", "title", "purpose", "workingGroups"),
    "group": _together("workingGroup", "WorkingGroup", "purpose"),
    "processes": _listing("processes", "Process", "title", "purpose"),
    "process": _together("process", "Process", "purpose"),
    "campaigns": _listing("campaigns", "Campaign", "title", "issue"),
    "campaign": _together("campaign", "Campaign", "issue"),
}
TOLD = frozenset(_TELLERS)
"""The pages that have a text of their own; the others are for whoever is there."""
