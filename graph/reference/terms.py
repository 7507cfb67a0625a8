"""A term of a file: its key, its values, and the terms it names; and what is refused of terms."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import FileRefused, ValueRefused
from graph.limits import MAXIMUM_TERM_LEVELS
from graph.model.regions import RegionKind
from graph.reference.schemes import Scheme

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REGION_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,4}){0,2}")
_ISCO = re.compile(r"[0-9]{1,4}")
_ESCO = re.compile(r"https?://data\.europa\.eu/esco/\S+")

_PART_OF = {
    RegionKind.COUNTRY.value: None,
    RegionKind.PROVINCE.value: RegionKind.COUNTRY.value,
    RegionKind.COUNTY.value: RegionKind.PROVINCE.value,
}
"""What kind of region one of a kind lies in."""


@dataclass(frozen=True, slots=True)
class Term:
    """A row of a file. `names` are the keys of other terms, by column; `place` tells where it was read.

    What a file does not say of it is in neither: that stays as it is.
    """

    scheme: Scheme
    key: str
    values: Mapping[str, Any]
    names: Mapping[str, str | None]
    place: str

    def refused(self, code: str, at: str | None = None, **details: Any) -> FileRefused:
        """That it cannot be loaded."""
        return FileRefused(self.place, ValueRefused(code, at=at, **details))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a term stands in its scheme: the key of the one right above, and its kind where it has one;
    whether it is retired, and the key of what stands for it then."""

    above: str | None
    kind: str | None = None
    retired: bool = False
    successor: str | None = None


def expect_forms(values: Mapping[str, Any]) -> None:
    """Raises ValueRefused where a code, a slug or an address has not the form it must have."""
    _expect_form(values, "slug", _SLUG, "SLUG_FORM")
    _expect_form(values, "code", _REGION_CODE, "REGION_CODE_FORM")
    _expect_form(values, "iscoCode", _ISCO, "ISCO_FORM")
    _expect_form(values, "escoUri", _ESCO, "ESCO_FORM")


def _expect_form(values: Mapping[str, Any], name: str, form: re.Pattern[str], code: str) -> None:
    given = values.get(name)
    if given is not None and not form.fullmatch(str(given)):
        raise ValueRefused(code, at=name, given=str(given)[:40])


def over(tree: Mapping[str, Standing], key: str) -> list[str]:
    """The keys of the terms above one, the nearest first, as far as they are known; none twice."""
    found: list[str] = []
    above = tree[key].above
    while above is not None and above not in found:
        found.append(above)
        above = tree[above].above if above in tree else None
    return found


def expect_placed(scheme: Scheme, tree: Mapping[str, Standing], key: str) -> None:
    """Raises ValueRefused where a term cannot stand where it does, `at` the edge to the one above.

    TERM_UNKNOWN, TERM_IN_A_RING, TERM_TOO_DEEP; for regions REGION_OF_ANOTHER_LEVEL.
    """
    at, above = scheme.above, over(tree, key)
    if unknown := [name for name in above if name not in tree]:
        raise ValueRefused("TERM_UNKNOWN", at=at, given=unknown[0])
    if above and (key in above or tree[above[-1]].above is not None):
        raise ValueRefused("TERM_IN_A_RING", at=at, given=above[0])
    if len(above) > MAXIMUM_TERM_LEVELS:
        raise ValueRefused("TERM_TOO_DEEP", at=at, maximum=MAXIMUM_TERM_LEVELS)
    if scheme.label == "Region":
        wanted = _PART_OF[str(tree[key].kind)]
        if (tree[above[0]].kind if above else None) != wanted:
            raise ValueRefused("REGION_OF_ANOTHER_LEVEL", at=at)


def expect_kept(scheme: Scheme, tree: Mapping[str, Standing], key: str) -> None:
    """Raises ValueRefused where a term is retired and what is in use needs it, or is replaced by none that
    can stand for it.

    TERM_BELOW_RETIRED; TERM_UNKNOWN, SAME_TERM, REPLACED_IN_USE, SUCCESSOR_REPLACED, TERM_OF_ANOTHER_KIND.
    """
    here, at = tree[key], scheme.replaced.name
    if not here.retired and here.above is not None and tree[here.above].retired:
        raise ValueRefused("TERM_BELOW_RETIRED", at=scheme.above, given=here.above)
    if here.successor is None:
        return
    if here.successor not in tree:
        raise ValueRefused("TERM_UNKNOWN", at=at, given=here.successor)
    if here.successor == key:
        raise ValueRefused("SAME_TERM", at=at)
    if not here.retired:
        raise ValueRefused("REPLACED_IN_USE", at=at)
    if tree[here.successor].successor is not None:
        raise ValueRefused("SUCCESSOR_REPLACED", at=at, name=tree[here.successor].successor)
    if scheme.label == "Region" and tree[here.successor].kind != here.kind:
        raise ValueRefused("TERM_OF_ANOTHER_KIND", at=at)


def by_scheme(terms: Iterable[Term]) -> dict[str, dict[str, Term]]:
    """The terms by their scheme's name and their key. Raises FileRefused where one stands twice."""
    found: dict[str, dict[str, Term]] = {}
    for term in terms:
        first = found.setdefault(term.scheme.name, {}).setdefault(term.key, term)
        if first is not term:
            raise term.refused("TERM_TWICE", given=term.key, first=first.place)
    return found
