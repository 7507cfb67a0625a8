"""Naming organizations in a record, and their answers: participants, those with a role.

An author speaks for its own part alone. Whoever else it names is asked, and stands there once it has
confirmed. Naming the same again changes nothing; another role or other days are asked anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.organizations import OrganizationStatus
from graph.model.stored import stored_values
from graph.queries import naming as queries
from graph.queries import records
from graph.queries.naming import Asked, Key, Named, Naming
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.given import values_of
from hub.resolvers.moves import Act, Check, Done, Rule

# -- naming ----------------------------------------------------------------------------------------


def naming_check(naming: Naming) -> Check:
    """Ask whomever a record names besides its author; who has not confirmed does not stand there."""

    async def check(
        act: Act, record: Record | None, _values: dict[str, Any], links: dict[str, Sequence[Link]]
    ) -> None:
        if naming.edge in links:
            await _name(act, naming, record, links)

    return check


async def _name(act: Act, naming: Naming, record: Record | None, links: dict[str, Sequence[Link]]) -> None:
    edge = naming.edge
    author = record.owners[0] if record is not None else acting_organization(act.viewer)
    given = _distinct(naming, links[edge])
    found = await _expect_there(act, naming, given)
    before = await _before(act, naming, record)
    others = [named for named in given if named.organization != author]
    new = [
        named
        for named in others
        if named.key not in before.asked and not named.says(before.shown.get(named.key))
    ]
    for named in new:
        if found[named.organization] == OrganizationStatus.WITHDRAWN.value:
            raise ValueRefused("ORGANIZATION_WITHDRAWN", at=f"{edge}.{given.index(named)}")
    stand = [named for named in given if named.organization == author or before.has_confirmed(named)]
    links[edge] = [named.link() for named in stand]
    await queries.change(act.writing, before.changed_by({named.key: named for named in others}))
    if record is not None:
        await queries.ask(act.writing, naming, author, new, record.id)
    elif new:
        links[naming.claims] = await queries.ask(act.writing, naming, author, new)


def _distinct(naming: Naming, rows: Sequence[Link]) -> list[Named]:
    """Those that are named, each in a role once. Raises ValueRefused with the place of what is wrong."""
    if len(rows) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at=naming.edge, given=len(rows), maximum=MAXIMUM_LINKS)
    named: dict[Key, Named] = {}
    for index, row in enumerate(rows):
        place = f"{naming.edge}.{index}"
        try:
            one = Named(str(row.id), stored_values(naming.said, row.values))
        except ValueRefused as error:
            raise error.within(place) from None
        if one.key in named:
            raise ValueRefused("LISTED_TWICE", at=place)
        named[one.key] = one
    return list(named.values())


async def _expect_there(act: Act, naming: Naming, given: Sequence[Named]) -> dict[str, str]:
    """The status of each that is named. Raises ValueRefused NOT_FOUND with its place."""
    found = await queries.statuses(act.writing, [named.organization for named in given])
    for index, named in enumerate(given):
        if named.organization not in found:
            raise ValueRefused("NOT_FOUND", at=f"{naming.edge}.{index}", given=named.organization)
    return found


@dataclass(frozen=True, slots=True)
class _Before:
    """Who was asked about a record, and who stands there."""

    asked: Mapping[Key, Asked]
    shown: Mapping[Key, Named]

    def has_confirmed(self, named: Named) -> bool:
        """Whether it has confirmed just that. Who stood there before anybody was asked still does."""
        asked = self.asked.get(named.key)
        if asked is None:
            return named.says(self.shown.get(named.key))
        return asked.status == "CONFIRMED" and named.says(asked.named)

    def changed_by(self, others: Mapping[Key, Named]) -> dict[str, dict[str, Any]]:
        """What changes in the claims, by their ids: who is named otherwise is asked anew."""
        changes: dict[str, dict[str, Any]] = {}
        for key, asked in self.asked.items():
            named = others.get(key)
            if named is None:
                changes[asked.id] = {"status": "WITHDRAWN"}
            elif not named.says(asked.named):
                days = {name: named.values.get(name) for name in ("since", "until")}
                changes[asked.id] = {**days, "status": "CLAIMED", "reason": None}
        return changes


async def _before(act: Act, naming: Naming, record: Record | None) -> _Before:
    if record is None:
        return _Before({}, {})
    asked = await queries.current(act.writing, naming, record.id)
    return _Before(asked, await queries.shown(act.writing, naming, record.id))


# -- answering -------------------------------------------------------------------------------------


def confirming(naming: Naming) -> Rule:
    """Stand where a record names it: the organization that is named may."""

    async def rule(act: Act, given: Any) -> Done:
        return await _answered(act, naming, await _asked(act, given), reason=None)

    return rule


def refusing(naming: Naming) -> Rule:
    """Not stand where a record names it, or no longer."""

    async def rule(act: Act, given: Any) -> Done:
        return await _answered(act, naming, await _asked(act, given), **values_of(given))

    return rule


async def _asked(act: Act, given: Any) -> Record:
    """The claim, where the viewer's organization is the one that is named.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    claim = await act.found(given.id)
    if act.viewer.organization is None or act.viewer.organization != claim.properties["askedId"]:
        raise ValueRefused("NOT_ALLOWED")
    records.expect_version(claim, given.version)
    act.expect(claim)
    return claim


async def _answered(act: Act, naming: Naming, claim: Record, **values: Any) -> Done:
    await act.writing.send(records.edit(act.writing, claim, values | {"status": act.move.end}, {}))
    await queries.show(act.writing, naming, claim.id)
    return act.sent(claim.id)
