"""What users do with networks: plan, found, dissolve one, found a province's, hand the secretariat over."""

from collections.abc import Sequence
from typing import Any

import strawberry

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.limits import MAXIMUM_STEP_DAYS
from graph.model.access import Audience
from graph.model.charters import DRAFT
from graph.model.founding_steps import TO_DO
from graph.model.life import Way
from graph.model.networks import ACTIVE, PLANNED, NetworkLevel
from graph.queries import groups, records
from graph.queries import networks as queries
from graph.queries.records import Link, Record
from hub.permissions import acting_organization, may_change, may_speak_for
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.provinces import may_coordinate_there
from hub.texts import say

NETWORK = "Network"

_WHICH = say("The network.", "شبکه.")
_VERSION = say("The version you have read.", "نسخه‌ای که خوانده‌اید.")


@strawberry.input(description=say("Which network is dissolved, and why.", "کدام شبکه منحل می‌شود، و چرا."))
class DissolveNetworkInput:
    """Dissolves a network."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    end_reason: str = gives(NETWORK, "endReason", required=True)


@strawberry.input(
    description=say(
        "For which province, and what its network is called; the purpose is the national one's where you give"
        " none.",
        "برای کدام استان، و نام شبکهٔ آن؛ اگر هدف نیاید همان هدف شبکهٔ ملی است.",
    )
)
class FoundProvincialNetworkInput:
    """Founds a provincial network."""

    id: strawberry.ID = strawberry.field(description=say("The national network.", "شبکهٔ ملی."))
    region_id: strawberry.ID = gives(NETWORK, "region", required=True)
    name_fa: str = gives(NETWORK, "nameFa", required=True)
    name_en: str | None = gives(NETWORK, "nameEn")
    purpose: str | None = gives(NETWORK, "purpose")


@strawberry.input(
    description=say("Who is asked to be the secretariat.", "از چه سازمانی خواسته می‌شود دبیرخانه باشد.")
)
class OfferSecretariatInput:
    """Offers the secretariat."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)
    offered_to_id: strawberry.ID = gives(NETWORK, "offeredTo", required=True)


@strawberry.input(description=say("Which network's offer is answered.", "پیشنهاد کدام شبکه پاسخ داده می‌شود."))
class SecretariatStep:
    """Answers an offer."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=_VERSION)


# -- planned, founded, dissolved -------------------------------------------------------------------


async def create_network(act: Act, given: Any) -> Done:
    """Plan a network whose secretariat the viewer's organization is."""
    secretariat = acting_organization(act.viewer)
    values, links = values_of(given), {"region": [], **links_of(given)}
    await _expect_sound(act, values, links, level=values["level"])
    links["secretariat"] = [Link(secretariat)]
    return act.done(records.create(act.writing, NETWORK, values, links, **_planned(secretariat)))


def _planned(secretariat: str) -> dict[str, Any]:
    """What makes a network a plan, which its secretariat and coordinators read."""
    return {"status": PLANNED, "audience": Audience.COORDINATORS.value, "ownerIds": [secretariat]}


async def _expect_sound(act: Act, values: dict[str, Any], links: records.Links, *, level: Any) -> None:
    """Raises ValueRefused VALUE_REQUIRED, NOT_A_PROVINCE (a province's has one), TOO_MANY_DAYS."""
    if level is NetworkLevel.PROVINCIAL:
        if not links.get("region", True):
            raise ValueRefused("VALUE_REQUIRED", at="region")
        for link in links.get("region", ()):
            await queries.expect_province(act.writing, str(link.id), "region")
    days = values.get("stepDays")
    if days is not None and days > MAXIMUM_STEP_DAYS:
        raise ValueRefused("TOO_MANY_DAYS", at="stepDays", given=days, maximum=MAXIMUM_STEP_DAYS)


async def edit_network(act: Act, given: Any) -> Done:
    """Change what is said of a network."""
    network = await act.own(given)
    act.expect(network)
    values, links = values_of(given), links_of(given)
    await _expect_sound(act, values, links, level=network.choice("level"))
    for link in links.get("region", ()):
        await _expect_alone(act, network, str(link.id), "region")
    return act.done(records.edit(act.writing, network, values, links))


async def begin_founding(act: Act, given: Any) -> Done:
    """Let everybody read a network that was planned."""
    network = await act.own(given)
    act.expect(network)
    return act.done(records.mark(act.writing, network, status=act.move.end, audience=Audience.PUBLIC.value))


async def activate_network(act: Act, given: Any) -> Done:
    """Say that a network is founded, once nothing of its founding is still to be done."""
    network = await act.own(given)
    act.expect(network)
    left = (await queries.steps(act.writing, network.id)).to_do()
    if left is not None:
        raise ValueRefused("STEPS_OPEN", title=left.properties["titleFa"])
    founded = network.properties.get("foundedOn") or act.writing.parameters["today"]
    return act.done(records.mark(act.writing, network, status=ACTIVE, foundedOn=founded))


async def dissolve_network(act: Act, given: DissolveNetworkInput) -> Done:
    """End a network, with the reason; nobody is asked to be its secretariat any more."""
    network = await _ended_or_reopened(act, given)
    today, why = act.writing.parameters["today"], act.said("endReason", given.end_reason)
    ended = {"status": act.move.end, "dissolvedOn": today, "endReason": why}
    return act.done(records.edit(act.writing, network, {}, {"offeredTo": []}, **ended))


async def reopen_network(act: Act, given: Any) -> Done:
    """Take the founding of a dissolved network up again."""
    network = await _ended_or_reopened(act, given)
    if network.properties["audience"] != Audience.PUBLIC.value:
        may_change(act.viewer, network.owners)  # What was only planned nobody else makes public.
    region = await queries.region(act.writing, network.id)
    if region is not None:
        await _expect_alone(act, network, region, None)
    again = {"status": act.move.end, "audience": Audience.PUBLIC.value}
    return act.done(records.mark(act.writing, network, **again, dissolvedOn=None, endReason=None))


async def _expect_alone(act: Act, network: Record, region: str, at: str | None) -> None:
    """Raises ValueRefused PROVINCE_HAS_NETWORK where its parent has another network in that region."""
    parent = await queries.parent(act.writing, network.id)
    known = parent and await queries.provincial(act.writing, parent, region, but=network.id)
    if known:
        raise ValueRefused("PROVINCE_HAS_NETWORK", at=at, id=known)


async def _ended_or_reopened(act: Act, given: Any) -> Record:
    """The network, which its secretariat ends or takes up again, and coordinators where that does not.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    network = await act.found(given.id)
    if act.viewer.role is not Role.COORDINATOR:
        may_change(act.viewer, network.owners)
    elif act.viewer.organization not in network.owners:
        region = await queries.region(act.writing, network.id)
        await may_coordinate_there(act, [region] if region is not None else [])
    records.expect_version(network, given.version)
    act.expect(network)
    return network


# -- provinces -------------------------------------------------------------------------------------


async def found_provincial_network(act: Act, given: FoundProvincialNetworkInput) -> Done:
    """Plan a province's network: the national one's steps to be taken anew, its charter as a draft."""
    national = await act.found(given.id)
    may_change(act.viewer, national.owners)
    act.expect(national)
    if national.choice("level") is not NetworkLevel.NATIONAL:
        raise ValueRefused("NOT_NATIONAL")
    await queries.expect_province(act.writing, given.region_id, "region")
    known = await queries.provincial(act.writing, national.id, given.region_id)
    if known is not None:
        raise ValueRefused("PROVINCE_HAS_NETWORK", at="region", id=known)
    kept = {name: national.properties.get(name) for name in ("purpose", "stepDays")}
    links: dict[str, Sequence[Link]] = {
        **links_of(given),
        "parent": [Link(national.id)],
        "topics": await queries.topics(act.writing, national.id),
        "secretariat": [Link(national.owners[0])],
    }
    values = {**kept, **values_of(given), "level": NetworkLevel.PROVINCIAL}
    change = records.create(act.writing, NETWORK, values, links, **_planned(national.owners[0]))
    await act.writing.send(change)
    province = Record(change.id, NETWORK, {})
    await _take_steps_over(act, national, province)
    await _take_charter_over(act, national, province)
    return act.sent(province.id)


async def _take_steps_over(act: Act, national: Record, province: Record) -> None:
    """The steps of the national network, each still to be done, on no day yet."""
    for step in (await queries.steps(act.writing, national.id)).of:
        values = {name: step.properties.get(name) for name in ("titleFa", "titleEn", "place", "body")}
        await _follow(act, "FOUNDING_STEP_ADDED", "FoundingStep", values, province, status=TO_DO)


async def _take_charter_over(act: Act, national: Record, province: Record) -> None:
    """The charter that holds in the national network, where there is one: a draft of the province's."""
    charter = await queries.charter_in_force(act.writing, national.id)
    if charter is None:
        return
    values = {name: charter.properties.get(name) for name in ("title", "summary", "language")}
    links = {**await records.parts(act.writing, charter), "basedOn": [Link(charter.id)]}
    draft = {"status": DRAFT, "edition": 1}
    owned = {"audience": Audience.OWNERS.value, "ownerIds": national.owners}
    await _follow(act, "CHARTER_DRAFTED", "Charter", values, province, links, **draft, **owned)


async def _follow(
    act: Act,
    event: str,
    label: str,
    values: dict[str, Any],
    network: Record,
    links: records.Links | None = None,
    **system: Any,
) -> None:
    """Create what belongs to a network, with its own event."""
    to = {**(links or {}), "network": [Link(network.id)]}
    change = records.create(act.writing, label, values, to, **system)
    await act.follow(event, Record(change.id, label, {}), change)


# -- the secretariat -------------------------------------------------------------------------------


async def offer_secretariat(act: Act, given: OfferSecretariatInput) -> Done:
    """Ask another organization to be the secretariat."""
    network = await act.own(given)
    act.expect(network)
    if given.offered_to_id in network.owners:
        raise ValueRefused("SAME_ORGANIZATION", at="offeredTo")
    await queries.expect_member(act.writing, given.offered_to_id, "offeredTo")
    return act.done(records.edit(act.writing, network, {}, links_of(given)))


async def accept_secretariat(act: Act, given: Any) -> Done:
    """Become the secretariat, and read from now on what the former one did."""
    network, asked = await _offered(act, given)
    may_speak_for(act.viewer, asked)
    _expect_read(act, network, given, asked)
    await queries.expect_member(act.writing, str(asked))
    links = {"secretariat": [Link(asked)], "offeredTo": []}
    await act.writing.send(records.edit(act.writing, network, {}, links, ownerIds=[asked]))
    await queries.hand_over(act.writing, network.id, str(asked))
    await groups.spread_of(act.writing, network.id)
    return act.sent(network.id)


async def decline_secretariat(act: Act, given: Any) -> Done:
    """Say no to an offer, or take it back."""
    network, asked = await _offered(act, given)
    if act.viewer.organization is None or act.viewer.organization != asked:
        may_change(act.viewer, network.owners)
    _expect_read(act, network, given, asked)
    return act.done(records.edit(act.writing, network, {}, {"offeredTo": []}))


async def _offered(act: Act, given: Any) -> tuple[Record, str | None]:
    network = await act.found(given.id)
    return network, await queries.offered_to(act.writing, network.id)


def _expect_read(act: Act, network: Record, given: Any, asked: str | None) -> None:
    """Raises ValueRefused VERSION_CHANGED, WRONG_STATUS, NOT_OFFERED."""
    records.expect_version(network, given.version)
    act.expect(network)
    if asked is None:
        raise ValueRefused("NOT_OFFERED")


VERBS = {
    "createNetwork": Verb(create_network, Way.CREATE),
    "editNetwork": Verb(edit_network, Way.EDIT),
    "beginFounding": Verb(begin_founding, Way.GO),
    "activateNetwork": Verb(activate_network, Way.GO),
    "dissolveNetwork": Verb(dissolve_network, DissolveNetworkInput),
    "reopenNetwork": Verb(reopen_network, Way.GO),
    "foundProvincialNetwork": Verb(found_provincial_network, FoundProvincialNetworkInput),
    "offerSecretariat": Verb(offer_secretariat, OfferSecretariatInput),
    "acceptSecretariat": Verb(accept_secretariat, SecretariatStep),
    "declineSecretariat": Verb(decline_secretariat, SecretariatStep),
}
