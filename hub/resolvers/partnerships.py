"""What users do with partnerships by rules of their own: draft, sign, end and renew."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import strawberry

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.amendments import SUPERSEDED
from graph.model.commitments import PLANNED
from graph.model.common import RecordStatus, Visibility
from graph.model.life import Way
from graph.model.partnerships import DRAFT, LIFE, PARTY, SIGNED
from graph.model.stored import stored_values
from graph.queries import partnerships as queries
from graph.queries import records
from graph.queries.partnerships import Party, Term
from graph.queries.records import Link, Record
from graph.text import clean
from hub.context import Viewer
from hub.permissions import acting_organization, may_change, speaking_for
from hub.resolvers.given import field, gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, expect
from hub.resolvers.provinces import may_coordinate_of
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
    version: int = strawberry.field(
        description=say(
            "The version you have read: that text is signed. What others sign meanwhile does no harm.",
            "نسخه‌ای که خوانده‌اید: همان متن امضا می‌شود. امضای دیگران در این میان زیانی ندارد.",
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


@strawberry.input(description=say("Which partnership ends, and why.", "کدام مشارکت پایان می‌یابد، و چرا."))
class EndPartnershipInput:
    """Ends a partnership."""

    id: strawberry.ID = strawberry.field(description=_WHICH)
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    end_reason: str | None = gives("Partnership", "endReason", default=None)
    party_id: strawberry.ID | None = strawberry.field(
        default=None,
        description=say(
            "Yours when not given. Administrators enter what another has said on paper.",
            "اگر نیاید سازمان شما. سرپرستان آنچه را دیگری روی کاغذ گفته ثبت می‌کنند.",
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
    """A draft that its parties read and edit; coordinators draft for others, and read what they wrote."""
    values, links = values_of(given), links_of(given)
    _check(values)
    named = [str(party.id) for party in links["parties"]]
    if len(named) < 2:
        raise ValueRefused("TOO_FEW_PARTIES", at="parties")
    if act.viewer.role is Role.MEMBER and acting_organization(act.viewer) not in named:
        raise ValueRefused("NOT_A_PARTY", at="parties")
    await _may_draft(act, named)
    await queries.expect_members(act.writing, named, "parties")
    return act.done(records.create(act.writing, act.label, values, links, **_drafted(act.viewer, named)))


async def _may_draft(act: Act, parties: Sequence[str]) -> None:
    """Raises PROVINCE_OF_OTHERS where a coordinator drafts for others, none of whom is in their provinces."""
    if act.viewer.role is Role.COORDINATOR and act.viewer.organization not in parties:
        await may_coordinate_of(act, parties)


async def edit_partnership(act: Act, given: Any) -> Done:
    """Change a draft that nobody has signed yet: its text, and of its parties one's own place."""
    record = await _draft(act, given)
    values, links = values_of(given), links_of(given)
    _check(values)
    owners = record.owners
    if "parties" in links:
        before = await queries.parties(act.writing, record.id)
        owners = _changed(act.viewer, before, links["parties"])
        added = [id_ if id_ not in record.owners else "" for id_ in owners]
        await queries.expect_members(act.writing, added, "parties")
    term = Term.of({**record.properties, **values})
    for commitment in await queries.commitments(act.writing, record.id):
        if commitment.properties["status"] == PLANNED.value:
            term.expect(commitment.properties.get("dueOn"), "endsOn")
    grown = record.properties["version"] + 1
    return act.done(records.edit(act.writing, record, values, links, ownerIds=owners, termsVersion=grown))


def _changed(viewer: Viewer, before: Sequence[Party], links: Sequence[Link]) -> list[str]:
    """Who the parties are from now on. Raises ValueRefused ANOTHERS_PLACE, TOO_FEW_PARTIES.

    Whoever is put out must agree: a party takes itself out, and who has left the network is taken out
    by anybody. Whoever is put in agrees by signing.
    """
    named = [str(link.id) for link in links]
    leaves = viewer.organization in {party.id for party in before} and viewer.organization not in named
    if not named or (len(named) < 2 and not leaves):
        raise ValueRefused("TOO_FEW_PARTIES", at="parties")
    values = {str(link.id): link.values for link in links}
    for party in before:
        if party.id == viewer.organization or viewer.role is Role.ADMINISTRATOR or party.gone:
            continue
        now = values.get(party.id)
        place = None if now is None else (clean(now["role"]), clean(now.get("signatoryOffice") or ""))
        if place != (party.role, party.office or ""):
            raise ValueRefused("ANOTHERS_PLACE", at="parties")
    return named


async def withdraw_partnership(act: Act, given: Any) -> Done:
    """Take a draft back that nobody has signed: it stays with its parties, marked."""
    record = await _draft(act, given)
    await queries.renew_nothing(act.writing, record.id)
    return act.done(records.mark(act.writing, record, status=act.move.end))


async def _draft(act: Act, given: Any) -> Record:
    """The unsigned draft of `given.id`, locked. Its parties change it, and coordinators what they wrote.

    Raises ValueRefused NOT_FOUND, NOT_ALLOWED, VERSION_CHANGED, WRONG_STATUS.
    """
    record = await act.found(given.id)
    theirs = record.properties["audience"] == Audience.COORDINATORS.value
    if not (theirs and act.viewer.role is Role.COORDINATOR):
        may_change(act.viewer, record.owners)
    elif act.viewer.organization not in record.owners:
        await _may_draft(act, record.owners)
    records.expect_version(record, given.version)
    act.expect(record)
    await queries.expect_unsigned(act.writing, record)
    return record


async def renew_partnership(act: Act, given: RenewPartnershipInput) -> Done:
    """Draft a partnership's next term: the same text, parties, regions and topics.

    Commitments and witnesses belong to the term that was signed, so they are not taken over, and who has
    left the network is no party any more. What is renewed stays as it is until its parties have signed.
    """
    record = await act.found(given.id)
    may_change(act.viewer, record.owners)
    act.expect(record)
    terms = await queries.terms(act.writing, record.id)
    if terms.renewed:
        raise ValueRefused("ALREADY_RENEWED")
    parties = [party for party in await queries.parties(act.writing, record.id) if not party.gone]
    if len(parties) < 2:
        raise ValueRefused("TOO_FEW_PARTIES")
    kept = ("kind", "titleFa", "titleEn", "summary", "visibility", "targetGroups")
    values = {name: record.properties.get(name) for name in kept} | values_of(given)
    links: dict[str, Sequence[Link]] = {
        "parties": [Link(p.id, {"role": p.role, "signatoryOffice": p.office}) for p in parties],
        "regions": [Link(region) for region in terms.regions],
        "topics": [Link(topic) for topic in terms.topics],
        "renews": [Link(record.id)],
    }
    drafted = _drafted(act.viewer, [party.id for party in parties])
    return act.done(records.create(act.writing, act.label, values, links, **drafted))


def _drafted(viewer: Viewer, parties: Sequence[str]) -> dict[str, Any]:
    """What makes a partnership a draft, read by its parties, and by coordinators who wrote it for them."""
    for_others = viewer.role is Role.COORDINATOR and viewer.organization not in parties
    readers = Audience.COORDINATORS if for_others else Audience.OWNERS
    return {"status": DRAFT, "audience": readers.value, "ownerIds": list(parties), "termsVersion": 1}


def _check(values: Mapping[str, Any]) -> None:
    if values.get("visibility") is Visibility.ANONYMIZED:
        raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")


# -- signatures ------------------------------------------------------------------------------------


async def sign_partnership(act: Act, given: SignPartnershipInput) -> Done:
    """Sign for a party; the last signature signs the partnership and renews the one before it."""
    writing, record = act.writing, await act.found(given.id)
    parties = await queries.parties(writing, record.id)
    party = queries.party(parties, speaking_for(act.viewer, given.party_id))
    if party.signed_on is not None:
        raise ValueRefused("ALREADY_SIGNED")
    act.expect(record)
    queries.expect_read(record, given.version)
    if len(parties) < 2:
        raise ValueRefused("TOO_FEW_PARTIES")
    queries.expect_here(parties)
    day = given.signed_on or writing.parameters["today"]
    Term(None, record.properties.get("endsOn")).expect(day, "signedOn")
    office = party.office if given.signatory_office is None else given.signatory_office
    signature = {"signatoryOffice": office, "signedOn": day}
    await queries.sign(writing, record.id, party.id, stored_values(_SIGNATURE, signature))
    days = [day, *(p.signed_on for p in parties if p.signed_on is not None)]
    if len(days) < len(parties):
        return act.done(records.mark(writing, record))
    await _renew_the_one_before(act, record, parties)
    readers = audience(RecordStatus.PUBLISHED, Visibility(record.properties["visibility"])).value
    return act.done(records.mark(writing, record, status=SIGNED, signedOn=max(days), audience=readers))


async def withdraw_signature(act: Act, given: WithdrawSignatureInput) -> Done:
    """Take a party's signature back, so that a draft can be corrected."""
    record = await act.found(given.id)
    parties = await queries.parties(act.writing, record.id)
    party = queries.party(parties, speaking_for(act.viewer, given.party_id))
    act.expect(record)
    if party.signed_on is None:
        raise ValueRefused("NOT_SIGNED")
    await queries.take_signature_back(act.writing, record.id, party.id)
    return act.done(records.mark(act.writing, record))


async def _renew_the_one_before(act: Act, record: Record, signed: Sequence[Party]) -> None:
    """Mark the one before as renewed, where all its parties that are still here have signed the next term."""
    old = await queries.renewed_by(act.writing, record.id)
    if old is None:
        return
    before = {party.id for party in await queries.parties(act.writing, old.id) if not party.gone}
    if before <= {party.id for party in signed}:
        expect(_RENEWED, old)
        await _supersede_amendments(act, old)
        await act.follow(_RENEWED.event.name, old, records.mark(act.writing, old, status=_RENEWED.end))


# -- from the first day to the end -----------------------------------------------------------------


async def activate_partnership(act: Act, given: Any) -> Done:
    """Say that the work has begun: one party's word, on the first day or later."""
    record = await act.own(given)
    act.expect(record)
    start = record.properties.get("startsOn")
    if start is not None and start > act.writing.parameters["today"]:
        raise ValueRefused("NOT_BEGUN", day=start)
    return act.done(records.mark(act.writing, record, status=act.move.end))


async def end_partnership(act: Act, given: EndPartnershipInput) -> Done:
    """Close a partnership whose term is over; or end it today, by one party alone, with its reason."""
    record = await act.own(given)
    act.expect(record)
    parties = await queries.parties(act.writing, record.id)
    party = queries.party(parties, speaking_for(act.viewer, given.party_id))
    today, agreed = act.writing.parameters["today"], record.properties.get("endsOn")
    await _supersede_amendments(act, record)
    if agreed is not None and agreed < today:
        return act.done(records.mark(act.writing, record, status=act.move.end))
    why = act.said("endReason", given.end_reason)
    # One that was to begin later ends on that day: a term has no end before its start.
    last = max(today, record.properties.get("startsOn") or today)
    ended = {"status": act.move.end, "endsOn": last, "endsOnWorkedOut": None, "endReason": why}
    return act.done(records.edit(act.writing, record, {}, {"endedBy": [Link(party.id)]}, **ended))


async def _supersede_amendments(act: Act, record: Record) -> None:
    """What was proposed of a partnership that is over can no longer be accepted."""
    for amendment in await queries.open_amendments(act.writing, record.id):
        change = records.mark(act.writing, amendment, status=SUPERSEDED)
        await act.follow("AMENDMENT_SUPERSEDED", amendment, change)


VERBS = {
    "draftPartnership": Verb(draft_partnership, Way.CREATE),
    "editPartnership": Verb(edit_partnership, Way.EDIT),
    "withdrawPartnership": Verb(withdraw_partnership, Way.WITHDRAW),
    "signPartnership": Verb(sign_partnership, SignPartnershipInput),
    "withdrawSignature": Verb(withdraw_signature, WithdrawSignatureInput),
    "activatePartnership": Verb(activate_partnership, Way.GO),
    "endPartnership": Verb(end_partnership, EndPartnershipInput),
    "renewPartnership": Verb(renew_partnership, RenewPartnershipInput),
}
