"""What coordinators do with regions, topics and skills: add, rename, move, merge, retire, restore."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_TEXTS
from graph.model.declare import upper
from graph.model.life import Way
from graph.model.terms import IN_USE, RETIRED
from graph.queries import records
from graph.queries import terms as queries
from graph.queries.records import Link, Links, Record
from graph.reference.schemes import SCHEMES, Scheme
from graph.reference.terms import Standing, expect_forms, expect_placed, over
from graph.text import sort_key
from hub.permissions import may_coordinate
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Rule, Verb
from hub.texts import say

_SCHEMES = {scheme.label: scheme for scheme in SCHEMES.values()}
_NAMES = ("nameFa", "nameEn", "labelFa", "labelEn")
_NEW = ""
"""The id of one that is only being added."""


@strawberry.input(
    description=say("Which one, in the version that you have read.", "کدام یک، در نسخه‌ای که خوانده‌اید.")
)
class TermInput:
    """Moves a term on."""

    id: strawberry.ID = strawberry.field(description=say("The one that is meant.", "آن‌که منظور است."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))


@strawberry.input(description=say("Which term is merged, and into which.", "کدام یک ادغام می‌شود، و در کدام."))
class MergeTermInput(TermInput):
    """Merges a term into another."""

    into_id: strawberry.ID = strawberry.field(
        description=say(
            "The one that stands for it from now on; in use.", "آن‌که از این پس به جای آن است؛ در کاربرد."
        )
    )


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Look at codes, slugs, addresses and names, and at the place where a term would stand."""
    scheme = _SCHEMES[act.label]
    expect_forms(values)
    known = await _known(act, scheme)
    tree = known.tree
    id_ = _NEW if record is None else record.id
    before = tree.get(id_, Standing(None))
    above = next((link.id for link in links[scheme.above]), None) if scheme.above in links else before.above
    if above is not None and above not in tree:
        raise ValueRefused("NOT_FOUND", at=scheme.above, given=above)
    kind = values.get("kind", before.kind)
    tree[id_] = Standing(above, getattr(kind, "value", kind))
    _expect_placed(scheme, tree, id_)
    _expect_no_twin(known, id_, {} if record is None else record.properties, values)


@dataclass(frozen=True, slots=True)
class _Known:
    """All terms of a scheme by their ids: where they stand, their names, and those that are retired."""

    tree: dict[str, Standing]
    retired: frozenset[str]
    names: dict[str, frozenset[str]]

    def below(self, id_: str) -> list[str]:
        """The terms right below one."""
        return [each for each, standing in self.tree.items() if standing.above == id_]


async def _known(act: Act, scheme: Scheme) -> _Known:
    rows = await queries.standings(act.writing, act.label, scheme.edge.type)
    retired = frozenset(row["id"] for row in rows if row["status"] == RETIRED.value)
    names = {row["id"]: frozenset(_spelled(name) for name in row["names"] if name) for row in rows}
    return _Known({row["id"]: Standing(row["above"], row["kind"]) for row in rows}, retired, names)


def _spelled(name: str) -> str:
    """A name whatever its spelling: letters, half-spaces, spaces."""
    return sort_key(name).replace(" ", "")


def _expect_no_twin(known: _Known, id_: str, before: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Raises ValueRefused TERM_TWIN where a name is new, and a term has it but for its spelling.

    Regions of one name may lie in two others.
    """
    for argument in _NAMES:
        name = _spelled(values.get(argument) or "")
        if not name or name == _spelled(before.get(argument) or ""):
            continue
        for other, names in known.names.items():
            beside = known.tree[id_].kind is None or known.tree[other] == known.tree[id_]
            if other != id_ and name in names and beside:
                raise ValueRefused("TERM_TWIN", at=argument, given=values[argument], id=other)


def _expect_placed(scheme: Scheme, tree: Mapping[str, Standing], id_: str) -> None:
    """Raises ValueRefused where a term, or one below it, could not stand where it would."""
    for each in tree:
        if each == id_ or id_ in over(tree, each):
            expect_placed(scheme, tree, each)


async def edit(act: Act, given: Any) -> Done:
    """Rename a term, or move it."""
    record = await _found(act, given)
    values, links = values_of(given), links_of(given)
    await check(act, record, values, links)
    return act.done(records.edit(act.writing, record, values, links))


async def retire(act: Act, given: TermInput) -> Done:
    """Offer a term no longer. What stands below has to go elsewhere first."""
    record = await _found(act, given)
    known = await _known(act, _SCHEMES[act.label])
    if not known.retired.issuperset(known.below(record.id)):
        raise ValueRefused("TERM_HAS_OTHERS_BELOW")
    return act.done(records.edit(act.writing, record, {}, {}, status=RETIRED))


async def merge(act: Act, given: MergeTermInput) -> Done:
    """Let another term stand for one, under whose names it is found, too; what stood below goes there."""
    record, scheme = await _found(act, given), _SCHEMES[act.label]
    into = await act.found(given.into_id, at="intoId")
    if into.id == record.id:
        raise ValueRefused("SAME_TERM", at="intoId")
    if into.properties["status"] != IN_USE.value:
        raise await records.refused_as_retired(act.writing, into.id, "intoId") or ValueRefused("NOT_FOUND")
    known = await _known(act, scheme)
    moved = _moved(scheme, known.tree, record, into)
    await _edit(act, into, {"alsoKnownAs": _joined(into, record)}, _links(scheme, moved.pop(into.id, None)))
    for id_, above in moved.items():
        await _edit(act, await act.found(id_), {}, _links(scheme, above))
    await queries.replace(act.writing, record.id, into.id)
    return act.done(records.edit(act.writing, record, {}, {}, status=RETIRED, countsAs=into.id))


def _moved(
    scheme: Scheme, known: Mapping[str, Standing], record: Record, into: Record
) -> dict[str, Standing]:
    """Where all that stands below a term goes, once the other stands for it.

    Raises ValueRefused, at the other term, where it could not stand there.
    """
    if known[record.id].kind != known[into.id].kind:
        raise ValueRefused("TERM_OF_ANOTHER_KIND", at="intoId")
    moved = {
        id_: replace(standing, above=known[record.id].above if id_ == into.id else into.id)
        for id_, standing in known.items()
        if standing.above == record.id
    }
    try:
        _expect_placed(scheme, {**known, **moved}, into.id)
    except ValueRefused as error:
        raise error.moved("intoId") from None
    return moved


def _links(scheme: Scheme, standing: Standing | None) -> Links:
    if standing is None:
        return {}
    return {scheme.above: [] if standing.above is None else [Link(standing.above)]}


async def _edit(act: Act, record: Record, values: Mapping[str, Any], links: Links) -> None:
    """Change another term that a merge changes, too, with its own event."""
    event = f"{upper(act.label)}_EDITED"
    await act.follow(event, record, records.edit(act.writing, record, values, links))


async def restore(act: Act, given: TermInput) -> Done:
    """Offer a term again, on its own. What stands above it must be in use."""
    record = await _found(act, given)
    known = await _known(act, _SCHEMES[act.label])
    above = known.tree[record.id].above
    if above is not None and above in known.retired:
        raise await records.refused_as_retired(act.writing, above) or ValueRefused("NOT_FOUND")
    await queries.separate(act.writing, record.id)
    return act.done(records.edit(act.writing, record, {}, {}, status=IN_USE, countsAs=record.id))


async def _found(act: Act, given: Any) -> Record:
    may_coordinate(act.viewer)
    record = await act.found(given.id)
    records.expect_version(record, given.version)
    act.expect(record)
    return record


def _joined(into: Record, record: Record) -> list[str]:
    """The other names of a term once it stands for another."""
    names = dict.fromkeys([*into.properties.get("alsoKnownAs", ()), *_names(record)])
    own = _own_names(into)
    return [name for name in names if name not in own][:MAXIMUM_TEXTS]


def _own_names(record: Record) -> list[str]:
    return [record.properties[name] for name in _NAMES if record.properties.get(name)]


def _names(record: Record) -> list[str]:
    return [*_own_names(record), *record.properties.get("alsoKnownAs", ())]


def _verbs() -> dict[str, Verb]:
    rules: tuple[tuple[str, Rule, type | Way], ...] = (
        ("edit", edit, Way.EDIT),
        ("merge", merge, MergeTermInput),
        ("retire", retire, TermInput),
        ("restore", restore, TermInput),
    )
    return {f"{name}{label}": Verb(rule, input_) for label in _SCHEMES for name, rule, input_ in rules}


VERBS = _verbs()
CHECKS = dict.fromkeys(_SCHEMES, check)
