"""Turn a record that is to be anonymized into what others read of it, or say what gives its author away."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.anonymity import Coarser, Written, generalized
from graph.model.members import Kind, Property
from graph.model.nodes import Node
from graph.queries import anonymity as queries
from graph.queries import records
from graph.queries.records import Link, Links, Record, Writing
from graph.text import fold
from graph.text.traces import Facts, reached_by, trace, word

_GENERIC = frozenset(
    fold(
        "انجمن خیریه مؤسسه بنیاد سازمان شبکه کانون جمعیت مرکز تعاونی شرکت آموزشگاه خانه گروه مردم نهاد"
        " نیکوکاری اداره کل association charity foundation institute society network organization centre"
        " center cooperative company school house group of the and for in"
    ).split()
)
"""Words of names that say what sort of body it is, not which."""
_ID = re.compile(rf"(?:{'|'.join(MODEL.prefixes)})_[0-9a-z]{{20,32}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A record as its organization wrote it: `targets` are the ids along the edges that may show others."""

    node: Node
    id: str
    owners: Sequence[str]
    values: Mapping[str, Any]
    links: Links
    targets: Mapping[str, Sequence[str]]
    acknowledged: frozenset[str]


@dataclass(frozen=True, slots=True)
class Protected:
    """What others read instead of some values, and along which targets."""

    values: Mapping[str, Any]
    targets: Mapping[str, Sequence[str]]


async def protected(writing: Writing, claim: Claim) -> Protected:
    """What others may read of a record without its author's name.

    Raises ValueRefused NAMES_ITS_AUTHOR, TOO_FEW_LIKE_IT, HINTS_AT_ITS_AUTHOR.
    """
    facts = await queries.facts(writing, claim.owners)
    await _expect_nameless(writing, claim, facts)
    shown, places = await _coarser(writing, claim)
    await _expect_acknowledged(writing, claim, facts, places)
    return shown


# -- how exactly ------------------------------------------------------------------------------------


async def _coarser(writing: Writing, claim: Claim) -> tuple[Protected, list[str]]:
    """What is shown, and the regions that no longer are."""
    least: int = writing.parameters["anonymity"]
    if least < 2:
        return Protected({}, claim.targets), []
    told = await written(writing, claim)
    drawn = [
        link.id for name, to in claim.links.items() if name not in claim.targets for link in to if link.id
    ]
    beside = await queries.beside(writing, claim.id, drawn)
    candidates = await queries.candidates(writing, claim.owners[0])
    coarser = generalized(told, beside, candidates, least)
    if coarser is None:
        raise ValueRefused("TOO_FEW_LIKE_IT", at="visibility", least=least)
    hidden = [region for region in told.region if coarser.region is None or region != coarser.region]
    if coarser.region in told.region:
        hidden = list(told.region[: told.region.index(coarser.region)])
    return _shown(claim, coarser), hidden


def _shown(claim: Claim, coarser: Coarser) -> Protected:
    values: dict[str, Any] = dict(coarser.dates)
    if "targetGroups" in claim.node.by_name:
        values["targetGroups"] = list(coarser.groups)
    found = {"region": [coarser.region] if coarser.region else [], "topics": list(coarser.topics)}
    return Protected(values, {name: found[name] for name in claim.targets})


async def written(writing: Writing, claim: Claim) -> Written:
    """What of a record an organization can be told by."""
    regions = await queries.above(writing, claim.targets.get("region", ()))
    groups = claim.values.get("targetGroups") or ()
    return Written(
        {name: day for name in ("startedOn", "endedOn") if isinstance(day := claim.values.get(name), date)},
        regions[0] if regions else (),
        tuple(await queries.above(writing, claim.targets.get("topics", ()))),
        tuple(str(group.value if isinstance(group, Enum) else group) for group in groups),
    )


async def recheck(writing: Writing) -> None:
    """Show less of what is anonymized wherever too few fit it, since the network has changed.

    Never more: whoever read the coarser form before would learn who came. What nobody could have written any
    more in safety, its owners alone read.
    """
    least: int = writing.parameters["anonymity"]
    if least < 2:
        return
    known = {record.id: record for record in await queries.standing(writing)}
    if not known:
        return
    kinds = await queries.by_kind(writing)
    shown = {id_: record.shown for id_, record in known.items()}
    for joint in (False, True):
        for id_, record in known.items():
            beside = [shown[other] for other in record.beside if joint and other in shown]
            candidates = kinds.get(record.kind)
            fit = candidates.all if candidates else 0
            for one in (shown.get(id_), *beside):
                fit &= candidates.fitting(one) if candidates and one else 0
            if id_ not in shown or fit.bit_count() >= least:
                continue
            told = await queries.written(writing, record)
            coarser = generalized(told, beside, candidates, least) if candidates else None
            if coarser is None:
                await queries.withhold(writing, record.id)
                del shown[id_]
            else:
                await queries.show(writing, record, coarser)
                shown[id_] = coarser.shown()


# -- whom it names -----------------------------------------------------------------------------------


async def _expect_nameless(writing: Writing, claim: Claim, facts: Facts) -> None:
    for place, text in texts(claim.node, claim.values, claim.links):
        await _expect_no_trace(writing, place, text, facts, claim.owners)


async def _expect_no_trace(
    writing: Writing, place: str, text: str, facts: Facts, owners: Sequence[str]
) -> None:
    found = trace(text, facts)
    if found is not None:
        raise ValueRefused("NAMES_ITS_AUTHOR", at=place, found=found.found, start=found.start, end=found.end)
    ids = {one[0].lower(): one for one in _ID.finditer(text)}
    for id_ in await queries.own(writing, list(ids), owners) if ids else ():
        start, end = ids[id_].span()
        raise ValueRefused("NAMES_ITS_AUTHOR", at=place, found=id_, start=start, end=end)


async def _expect_acknowledged(writing: Writing, claim: Claim, facts: Facts, regions: list[str]) -> None:
    """Raises ValueRefused HINTS_AT_ITS_AUTHOR, with all words that are still to be acknowledged."""
    words = {part for name in facts.names for part in fold(name).split() if len(part) > 2} - _GENERIC
    rare = await queries.rare_words(writing, sorted(words)) if words else []
    places = await queries.names_of_regions(writing, regions) if regions else []
    hints: dict[str, str] = {}
    for place, text in texts(claim.node, claim.values, claim.links):
        for hint in (*rare, *places):
            found = word(text, hint) or trace(text, Facts(names=(hint,)) if hint in places else Facts())
            if found is not None and not set(fold(hint).split()) <= claim.acknowledged:
                hints.setdefault(found.found, place)
        for reached in reached_by(text):
            if not set(fold(reached).split()) <= claim.acknowledged:
                hints.setdefault(reached, place)
    if hints:
        at, asked = next(iter(hints.values())), list(hints)
        raise ValueRefused("HINTS_AT_ITS_AUTHOR", at=at, found="، ".join(asked), words=asked)


async def expect_nameless(writing: Writing, record: Record, at: str, text: str) -> None:
    """Raises ValueRefused NAMES_ITS_AUTHOR where a text that stands beside a record names its organization.

    Also of a record that is named today: the text stays, when the record is anonymized.
    """
    facts = await queries.facts(writing, record.owners)
    await _expect_no_trace(writing, at, text, facts, record.owners)


async def expect_unnamed(
    writing: Writing, record: Record, values: Mapping[str, Any], contacts: Sequence[Link] | None
) -> None:
    """Look for new names and contacts of an organization in what it has published without its name.

    Raises ValueRefused NAMED_BY_ANONYMIZED, with the id of the record that would name it.
    """
    names = tuple(str(values[name]) for name in ("nameFa", "nameEn") if values.get(name))
    spellings, numbers = queries.facts_of(values, [link.values for link in contacts or ()])
    facts = Facts(names, tuple(spellings), tuple(numbers))
    if not (names or spellings or numbers):
        return
    for told in await queries.anonymized_by(writing, record.id):
        parts = await records.parts(writing, told)
        for _place, text in texts(MODEL.nodes[told.label], told.properties, parts):
            found = trace(text, facts)
            if found is not None:
                at = next((name for name in ("nameFa", "nameEn") if values.get(name)), "contacts")
                raise ValueRefused("NAMED_BY_ANONYMIZED", at=at, record=told.id, found=found.found)


def texts(node: Node, values: Mapping[str, Any], parts: Links) -> Iterator[tuple[str, str]]:
    """The texts of a record and of its parts, each with its place in the input."""
    for member in node.properties():
        value = values.get(member.name)
        if member.kind is Kind.STRING and not member.hidden and value:
            yield from _of(member, value)
    for name, links in parts.items():
        part = MODEL.nodes.get(node.edge(name).to)
        if part is not None and part.prefix is None:
            for index, link in enumerate(links):
                for place, text in texts(part, link.values, {}):
                    yield f"{name}.{index}.{place}", text


def _of(member: Property, value: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(value, list):
        yield member.name, str(value)
        return
    for index, text in enumerate(value):
        yield f"{member.name}.{index}", str(text)
