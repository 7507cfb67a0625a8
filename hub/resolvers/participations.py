"""What users do with participations: name another organization in an experience, confirm or refuse it.

An author speaks for its own part alone. Whoever else it names is asked, and stands among the participants
once it has confirmed. Naming the same again changes nothing; another role or other days are asked anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model import MODEL
from graph.model.organizations import OrganizationStatus
from graph.model.participations import CLAIMED, CONFIRMED, PARTICIPATION_CLAIM, REFUSED, WITHDRAWN
from graph.model.stored import stored_values
from graph.queries import participations as queries
from graph.queries import records
from graph.queries.participations import Asked, Key, Named
from graph.queries.records import Link, Record
from hub.permissions import acting_organization
from hub.resolvers.given import gives, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say

_EDGE = "participants"
_PARTICIPATION = MODEL.nodes["Experience"].edge(_EDGE).properties
_WHICH = say(
    "The claim that your organization is asked about.", "اظهاری که از سازمان شما دربارهٔ آن پرسیده شده."
)
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("Which participation is so.", "کدام همراهی درست است."))
class ConfirmParticipationInput:
    """Confirms a participation."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


@strawberry.input(
    description=say("Where your organization is not to stand.", "جایی که نام سازمان شما نباید باشد.")
)
class RefuseParticipationInput:
    """Refuses a participation."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    reason: str | None = gives(PARTICIPATION_CLAIM.label, "reason")


# -- naming ----------------------------------------------------------------------------------------


async def check(
    act: Act, record: Record | None, _values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Ask whomever an experience names besides its author; who has not confirmed is no participant."""
    if _EDGE not in links:
        return
    author = record.owners[0] if record is not None else acting_organization(act.viewer)
    given = _distinct(links[_EDGE])
    found = await _expect_there(act, given)
    before = await _before(act, record)
    others = [named for named in given if named.organization != author]
    new = [
        named
        for named in others
        if named.key not in before.asked and not named.says(before.shown.get(named.key))
    ]
    for named in new:
        if found[named.organization] == OrganizationStatus.WITHDRAWN.value:
            raise ValueRefused("ORGANIZATION_WITHDRAWN", at=f"{_EDGE}.{given.index(named)}")
    stand = [named for named in given if named.organization == author or before.has_confirmed(named)]
    links[_EDGE] = [named.link() for named in stand]
    await queries.change(act.writing, before.changed_by({named.key: named for named in others}))
    if record is not None:
        await queries.ask(act.writing, author, new, record.id)
    elif new:
        links["participationClaims"] = await queries.ask(act.writing, author, new)


def _distinct(rows: Sequence[Link]) -> list[Named]:
    """Those that are named, each in a role once. Raises ValueRefused with the place of what is wrong."""
    if len(rows) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at=_EDGE, given=len(rows), maximum=MAXIMUM_LINKS)
    named: dict[Key, Named] = {}
    for index, row in enumerate(rows):
        place = f"{_EDGE}.{index}"
        try:
            one = Named(str(row.id), stored_values(_PARTICIPATION, row.values))
        except ValueRefused as error:
            raise error.within(place) from None
        if one.key in named:
            raise ValueRefused("LISTED_TWICE", at=place)
        named[one.key] = one
    return list(named.values())


async def _expect_there(act: Act, given: Sequence[Named]) -> dict[str, str]:
    """The status of each that is named. Raises ValueRefused NOT_FOUND with its place."""
    found = await queries.statuses(act.writing, [named.organization for named in given])
    for index, named in enumerate(given):
        if named.organization not in found:
            raise ValueRefused("NOT_FOUND", at=f"{_EDGE}.{index}", given=named.organization)
    return found


@dataclass(frozen=True, slots=True)
class _Before:
    """Who was asked about an experience, and who stands there."""

    asked: Mapping[Key, Asked]
    shown: Mapping[Key, Named]

    def has_confirmed(self, named: Named) -> bool:
        """Whether it has confirmed just that. Who stood there before anybody was asked still does."""
        asked = self.asked.get(named.key)
        if asked is None:
            return named.says(self.shown.get(named.key))
        return asked.status == CONFIRMED.value and named.says(asked.named)

    def changed_by(self, others: Mapping[Key, Named]) -> dict[str, dict[str, Any]]:
        """What changes in the claims, by their ids: who is named otherwise is asked anew."""
        changes: dict[str, dict[str, Any]] = {}
        for key, asked in self.asked.items():
            named = others.get(key)
            if named is None:
                changes[asked.id] = {"status": WITHDRAWN.value}
            elif not named.says(asked.named):
                days = {name: named.values.get(name) for name in ("since", "until")}
                changes[asked.id] = {**days, "status": CLAIMED.value, "reason": None}
        return changes


async def _before(act: Act, record: Record | None) -> _Before:
    if record is None:
        return _Before({}, {})
    asked = await queries.current(act.writing, record.id)
    return _Before(asked, await queries.shown(act.writing, record.id))


# -- answering -------------------------------------------------------------------------------------


async def confirm_participation(act: Act, given: ConfirmParticipationInput) -> Done:
    """Stand among the participants: the organization that is named may."""
    claim = await _asked(act, given)
    return await _answered(act, claim, status=CONFIRMED, reason=None)


async def refuse_participation(act: Act, given: RefuseParticipationInput) -> Done:
    """Not stand among the participants, or no longer."""
    claim = await _asked(act, given)
    return await _answered(act, claim, status=REFUSED, **values_of(given))


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


async def _answered(act: Act, claim: Record, **values: Any) -> Done:
    await act.writing.send(records.edit(act.writing, claim, values, {}))
    await queries.show(act.writing, claim.id)
    return act.sent(claim.id)


VERBS = {
    "confirmParticipation": Verb(confirm_participation, ConfirmParticipationInput),
    "refuseParticipation": Verb(refuse_participation, RefuseParticipationInput),
}
CHECKS = {"Experience": check}
