"""What users do with partnerships by rules of their own: draft, sign, end and renew."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.days import HAPPENED
from graph.model.life import Way
from graph.model.partnerships import DRAFT, LIFE, PARTY, SIGNED
from graph.model.stored import stored_values
from graph.queries import events, records
from graph.queries import partnerships as queries
from graph.queries.partnerships import Party
from graph.queries.records import Link, Record
from hub.context import Viewer
from hub.permissions import acting_organization, may_administer, may_change
from hub.resolvers.given import field, gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, expect
from hub.texts import say

_SIGNATURE = tuple(member for member in PARTY if member.name != "role")
_SIGNED_ON = next(member for member in PARTY if member.name == "signedOn")
_RENEWED = LIFE.move("PARTNERSHIP_RENEWED")


_WHICH = say("The partnership, which you are a party to.", "مشارکتی که طرف آن هستید.")


@strawberry.input(
    description=say(
        "Which partnership is signed, for whom, and when.", "کدام مشارکت امضا می‌شود، از سوی که، و کی."
    )
)
class SignPartnershipInput:
    """Signs for a party."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int | None = strawberry.field(
        default=None,
        description=say(
            "Give the version you have read, to sign exactly that text.",
            "نسخه‌ای که خوانده‌اید، تا درست همان متن امضا شود.",
        ),
    )
    signatory_office: str | None = strawberry.field(
        default=None,
        description=say(
            "As drafted when not given; never a person's name.", "اگر نیاید همان پیش‌نویس؛ هرگز نام کسی نیست."
        ),
    )
    signed_on: date | None = field(_SIGNED_ON, say("Today when not given.", "اگر نیاید امروز."), None)
    party_id: strawberry.ID | None = strawberry.field(
        default=None,
        description=say(
            "Yours when not given. Administrators enter a signature that another gave on paper.",
            "اگر نیاید سازمان شما. سرپرستان امضایی را که روی کاغذ داده شده ثبت می‌کنند.",
        ),
    )


@strawberry.input(description=say("Whose signature is taken back.", "امضای چه کسی پس گرفته می‌شود."))
class WithdrawSignatureInput:
    """Takes a signature back."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    party_id: strawberry.ID | None = strawberry.field(
        default=None,
        description=say(
            "Yours when not given. Administrators take back any.",
            "اگر نیاید سازمان شما. سرپرستان هر امضایی را پس می‌گیرند.",
        ),
    )


@strawberry.input(description=say("Which partnership ends, and when.", "کدام مشارکت پایان می‌یابد، و کی."))
class EndPartnershipInput:
    """Ends a partnership."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    ended_on: date | None = strawberry.field(
        default=None,
        description=say(
            "Today when not given. Becomes `endsOn` where that was later.",
            "اگر نیاید امروز. جای `endsOn` دیرتر را می‌گیرد.",
        ),
    )


@strawberry.input(
    description=say(
        "Which partnership is renewed, and for which term.", "کدام مشارکت تمدید می‌شود، و برای چه دوره‌ای."
    )
)
class RenewPartnershipInput:
    """Drafts the next term."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    starts_on: date | None = gives("Partnership", "startsOn", default=None)
    ends_on: date | None = gives("Partnership", "endsOn", default=None)


# -- drafts ----------------------------------------------------------------------------------------


async def draft_partnership(act: Act, given: Any) -> Done:
    """A draft that its parties read and edit; coordinators draft for others."""
    values, links = values_of(given), links_of(given)
    _check(values)
    parties = _parties(act.viewer, links)
    return act.done(records.create(act.writing, act.label, values, links, **_drafted(parties)))


async def edit_partnership(act: Act, given: Any) -> Done:
    """Change a draft that nobody has signed yet."""
    record = await act.own(given)
    await queries.expect_unsigned(act.writing, record)
    values, links = values_of(given), links_of(given)
    _check(values)
    owners = _parties(act.viewer, links) if "parties" in links else record.owners
    return act.done(records.edit(act.writing, record, values, links, ownerIds=owners))


async def renew_partnership(act: Act, given: RenewPartnershipInput) -> Done:
    """Draft a partnership's next term: the same text, parties, regions and topics.

    Commitments and witnesses belong to the term that was signed, so they are not taken over. What is
    renewed stays as it is until the last party signs the renewal.
    """
    record = await act.found(given.id)
    may_change(act.viewer, record.owners)
    act.expect(record)
    terms = await queries.terms(act.writing, record.id)
    if terms.renewed:
        raise ValueRefused("ALREADY_RENEWED")
    parties = await queries.parties(act.writing, record.id)
    kept = ("kind", "titleFa", "titleEn", "summary", "visibility", "targetGroups")
    values = {name: record.properties.get(name) for name in kept} | values_of(given)
    links = {
        "parties": [Link(p.id, {"role": p.role, "signatoryOffice": p.office}) for p in parties],
        "regions": [Link(region) for region in terms.regions],
        "topics": [Link(topic) for topic in terms.topics],
        "renews": [Link(record.id)],
    }
    drafted = _drafted([party.id for party in parties])
    return act.done(records.create(act.writing, act.label, values, links, **drafted))


def _drafted(parties: Sequence[str]) -> dict[str, Any]:
    """What makes a partnership a draft, read by its parties alone."""
    return {"status": DRAFT, "audience": Audience.OWNERS.value, "ownerIds": list(parties)}


def _check(values: Mapping[str, Any]) -> None:
    if values.get("visibility") is Visibility.ANONYMIZED:
        raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")


def _parties(viewer: Viewer, links: Mapping[str, Sequence[Link]]) -> list[str]:
    named = [str(party.id) for party in links["parties"]]
    if len(named) < 2:
        raise ValueRefused("TOO_FEW_PARTIES", at="parties")
    if viewer.role is Role.MEMBER and acting_organization(viewer) not in named:
        raise ValueRefused("NOT_A_PARTY", at="parties")
    return named


# -- signatures ------------------------------------------------------------------------------------


async def sign_partnership(act: Act, given: SignPartnershipInput) -> Done:
    """Sign for a party; the last signature signs the partnership and renews the one before it."""
    writing, record = act.writing, await act.found(given.id)
    if given.version is not None:
        records.expect_version(record, given.version)
    parties = await queries.parties(writing, record.id)
    party = _party(act.viewer, given.party_id, parties)
    if party.signed_on is not None:
        raise ValueRefused("ALREADY_SIGNED")
    act.expect(record)
    day = given.signed_on or writing.parameters["today"]
    office = party.office if given.signatory_office is None else given.signatory_office
    signature = {"signatoryOffice": office, "signedOn": day}
    await queries.sign(writing, record.id, party.id, stored_values(_SIGNATURE, signature))
    days = [day, *(p.signed_on for p in parties if p.signed_on is not None)]
    if len(days) < len(parties):
        return act.done(records.mark(writing, record))
    await _renew_the_one_before(act, record)
    readers = audience(RecordStatus.PUBLISHED, Visibility(record.properties["visibility"])).value
    return act.done(records.mark(writing, record, status=SIGNED, signedOn=max(days), audience=readers))


async def withdraw_signature(act: Act, given: WithdrawSignatureInput) -> Done:
    """Take a party's signature back, so that a draft can be corrected."""
    record = await act.found(given.id)
    party = _party(act.viewer, given.party_id, await queries.parties(act.writing, record.id))
    act.expect(record)
    if party.signed_on is None:
        raise ValueRefused("NOT_SIGNED")
    await queries.take_signature_back(act.writing, record.id, party.id)
    return act.done(records.mark(act.writing, record))


def _party(viewer: Viewer, wanted: str | None, parties: Sequence[Party]) -> Party:
    """The party the viewer signs for: their own, or as an administrator any."""
    if wanted is not None and wanted != viewer.organization:
        may_administer(viewer)
    signing = wanted or acting_organization(viewer)
    for party in parties:
        if party.id == signing:
            return party
    raise ValueRefused("NOT_A_PARTY")


async def _renew_the_one_before(act: Act, record: Record) -> None:
    old = await queries.renewed_by(act.writing, record.id)
    if old is not None:
        expect(_RENEWED, old)
        change = records.mark(act.writing, old, status=_RENEWED.end)
        organization, office = act.viewer.organization, act.viewer.role.value
        await events.append(
            act.writing, _RENEWED.event.name, act.label, old.id, organization, office, change=change
        )


# -- the end ---------------------------------------------------------------------------------------


async def end_partnership(act: Act, given: EndPartnershipInput) -> Done:
    """End a partnership; one that ends before its term has that day as its end."""
    record = await act.own(given)
    act.expect(record)
    agreed, start = record.properties.get("endsOn"), record.properties.get("startsOn")
    day = _past(given.ended_on, act.writing.parameters["today"])
    last = max(min(day, agreed or day), start or date.min)
    return act.done(records.mark(act.writing, record, status=act.move.end, endsOn=last))


def _past(ended_on: date | None, today: date) -> date:
    """The day given, or today. Raises ValueRefused as `Days.expect` does."""
    if ended_on is None:
        return today
    try:
        HAPPENED.expect(ended_on, today)
    except ValueRefused as error:
        raise error.within("endedOn") from None
    return ended_on


VERBS = {
    "draftPartnership": Verb(draft_partnership, Way.CREATE),
    "editPartnership": Verb(edit_partnership, Way.EDIT),
    "signPartnership": Verb(sign_partnership, SignPartnershipInput),
    "withdrawSignature": Verb(withdraw_signature, WithdrawSignatureInput),
    "endPartnership": Verb(end_partnership, EndPartnershipInput),
    "renewPartnership": Verb(renew_partnership, RenewPartnershipInput),
}
