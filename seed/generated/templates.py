"""Turn told texts into templates, so that a million records need no million foldings.

A template is what `graph.model.stored.stored` makes of a text with a number in it. A record of the
template has a number of its own in the same places, so it is exactly what `stored` would have made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.model import MODEL
from graph.model.common import Language
from graph.model.indexes import SEARCH_BODY, SEARCH_TITLE
from graph.model.stored import stored, twins
from seed.content import place_names, results, told
from seed.timeline import FOUNDED

DIGITS = 7
"""Every number has so many digits, so that a sort key holds it the same way."""
MARK, OTHER_MARK = "7135792", "8246803"
PLACE = "\ue000"
"""A sign of no meaning that stands for a number."""

SYSTEM = {
    "id": "x",
    "version": 1,
    "createdAt": FOUNDED,
    "updatedAt": FOUNDED,
    "demo": True,
    "status": "PUBLISHED",
    "visibility": "PUBLIC",
    "publishedAt": FOUNDED,
    "audience": "PUBLIC",
    "ownerIds": [],
}
"""What every row tells itself; here only to fill places that must be filled."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A text with places for a number: between its parts, and the `kept` first digits at a cut end."""

    parts: tuple[str, ...]
    kept: int

    def filled(self, number: str) -> str:
        """The text with the number in it."""
        return number.join(self.parts) + number[: self.kept]

    def open(self) -> dict[str, Any]:
        """The text with `PLACE` for the number, and how many digits of it follow; Cypher fills it."""
        return {"text": PLACE.join(self.parts), "kept": self.kept}


@dataclass(frozen=True, slots=True)
class Template:
    """The properties all its records share, and those with a number in them."""

    fixed: Mapping[str, Any]
    blanks: Mapping[str, Blank]

    def filled(self, number: str) -> dict[str, str]:
        """The properties of the record of that number that others do not share."""
        return {name: blank.filled(number) for name, blank in self.blanks.items()}

    def open(self) -> dict[str, Any]:
        """All properties, those with a number as `Blank.open`: Cypher fills them."""
        return {**self.fixed, **{name: blank.open() for name, blank in self.blanks.items()}}


def stored_names(label: str) -> list[str]:
    """The names of all properties a record of a label may store, twins and search texts with them."""
    node = MODEL.nodes[label]
    names = [name for p in node.properties() for name in (p.name, *p.twins)]
    return [*names, SEARCH_TITLE, SEARCH_BODY] if any(node.search) else names


def template(label: str, given: Mapping[str, Any], *numbered: str) -> Template:
    """The template of a record whose `numbered` texts end in its number, in brackets."""

    def made(mark: str) -> dict[str, Any]:
        values = {name: f"{given[name]} ({mark})" for name in numbered if given.get(name)}
        return stored(MODEL.nodes[label], {**SYSTEM, **given, **values})

    one = made(MARK)
    beside = [SEARCH_TITLE, *numbered]
    # What a title is matched by holds no numbers.
    beside += [
        n for p in MODEL.nodes[label].properties() if p.name in numbered for n in (p.fold, p.sort) if n
    ]
    cut = any(MARK not in one[name] for name in beside if name in one)
    other = made(OTHER_MARK) if cut else {}
    blanks = {name: _blank(one[name], other.get(name)) for name in beside if name in one}
    fixed = {name: value for name, value in one.items() if name not in blanks and name not in SYSTEM}
    return Template(fixed, blanks)


def _blank(one: str, other: str | None) -> Blank:
    """The blank of a text, known by two of its fillings where a sort key may be cut in the number."""
    if other is None:
        return Blank(tuple(one.split(MARK)), 0)
    cuts = range(DIGITS - 1, -1, -1)
    kept = next(k for k in cuts if one.endswith(MARK[:k]) and other.endswith(OTHER_MARK[:k]))
    blank = Blank(tuple(one[: len(one) - kept].split(MARK)), kept)
    assert blank.filled(OTHER_MARK) == other
    return blank


@cache
def searched(label: str, *texts: tuple[str, str | None]) -> dict[str, Any]:
    """What is searched of a record with these texts, by the names of its properties."""
    return twins(MODEL.nodes[label], dict(texts))


# -- the templates of each label ------------------------------------------------------------------


@cache
def organization(place: int) -> Template:
    """The organization at a place of content/organizations.json."""
    row = told("organizations")[place]
    values = {name: row[name] for name in ("kind", "nameFa", "nameEn", "mission", "website", "targetGroups")}
    values |= {"nationalIdDoubtful": False, "registeredAt": "ادارهٔ ثبت شرکت‌ها"}
    return template("Organization", values, "nameFa", "nameEn")


_COUNTED = {
    "FA": (
        {"indicator": "شرکت‌کننده", "value": 40.0, "unit": "نفر"},
        {"indicator": "سر کار پس از شش ماه", "value": 18.0, "baseline": 4.0, "unit": "نفر"},
    ),
    "EN": (
        {"indicator": "Participants", "value": 40.0, "unit": "people"},
        {"indicator": "In work after six months", "value": 18.0, "baseline": 4.0, "unit": "people"},
    ),
}


_TEXTS = ("title", "language", "outcome", "happened", "why", "targetGroups")
_MORE = ("context", "intended", "enablingFactors", "barriers", "costBand")


@cache
def story(place: int) -> dict[str, Any]:
    """What all experiences of a told story share, and their results."""
    return _shared(place, *_TEXTS, *_MORE)


@cache
def brief_story(place: int) -> dict[str, Any]:
    """The same of those that say little more than they must."""
    return _shared(place, *_TEXTS)


def _shared(place: int, *names: str) -> dict[str, Any]:
    row = told("experiences")[place]
    counted = [*results(row), *_COUNTED[row["language"]]]
    numbered = [{**result, "position": position} for position, result in enumerate(counted)]
    values = {name: row[name] for name in names}
    return {**template("Experience", values, "title").fixed, "results": numbered}


_AT = {"FA": "{title}؛ {place}", "EN": "{title}, {place}"}


@cache
def story_title(place: int, region: str) -> Template:
    """The titles of a told story at any region: only the shape is to be like life."""
    row = told("experiences")[place]
    name = place_names()[region][row["language"] == "EN"]
    # The body is that of `story`; folding it again for every region would take the most time of all.
    values = {"language": row["language"], "outcome": row["outcome"], "happened": "-"}
    values["title"] = _AT[row["language"]].format(title=row["title"], place=name)
    return template("Experience", values, "title")


@cache
def lesson(place: int, which: int) -> dict[str, Any]:
    """A lesson of a told story, open."""
    return template("Lesson", _advice(place, which), "statement").open()


@cache
def brief_lesson(place: int, which: int) -> dict[str, Any]:
    """The same lesson, which does not say when it applies."""
    unsaid = {"appliesWhen": None, "notAppliesWhen": None}
    return template("Lesson", _advice(place, which) | unsaid, "statement").open()


def _advice(place: int, which: int) -> dict[str, Any]:
    row = told("experiences")[place]
    return {**row["lessons"][which], "language": row["language"], "wording": 1}


@cache
def approach(place: int) -> Template:
    """A told approach."""
    row = told("approaches")[place]
    values = {"title": row["titleFa"], "summary": row["summary"], "language": Language.FA, "wording": 1}
    return template("Approach", values, "title")


@cache
def partnership(place: int) -> Template:
    """A told partnership; its status and its days are those of a row."""
    row = told("partnerships")[place]
    values = {name: row[name] for name in ("kind", "titleFa", "titleEn", "summary")}
    made = template("Partnership", {**values, "status": "ACTIVE", "termsVersion": 1}, "titleFa", "titleEn")
    return Template(made.fixed, made.blanks)


@cache
def commitment(place: int, which: int) -> Template:
    """A commitment of a told partnership."""
    row = told("partnerships")[place]["commitments"][which]
    values = {name: row[name] for name in ("titleFa", "titleEn", "measure", "unit")}
    return template("Commitment", {**values, "target": float(row["target"])}, "titleFa", "titleEn")


@cache
def resource(place: int) -> Template:
    """A told offer or need."""
    row = told("offers_needs")[place]
    values = {
        "kind": row["kind"],
        "title": row["titleFa"],
        "description": row["description"],
        "language": Language.FA,
        "quantity": float(row["quantity"]),
        "unit": row["unit"],
        "amount": row["amountRial"],
        "amountUnit": "IRR" if row["amountRial"] else None,
        "fulfillment": "OPEN",
    }
    return template("ResourceOffer" if row["side"] == "OFFER" else "ResourceNeed", values, "title")
