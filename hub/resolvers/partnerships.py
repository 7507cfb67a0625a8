"""What users do with partnerships: draft, sign, start, suspend, end and renew."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry import UNSET

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model.access import Audience, audience
from graph.model.common import RecordStatus, Visibility
from graph.model.events import EventKind
from graph.model.organizations import PARTY
from graph.model.stored import stored_values
from graph.queries import events, records
from graph.queries import partnerships as queries
from graph.queries.partnerships import DRAFT, SIGNED, Party
from graph.queries.records import Link, Record, Writing
from hub.context import Context, Viewer
from hub.permissions import acting_organization, may_administer, may_change
from hub.resolvers.publishing import check_period, own
from hub.resolvers.write import Done, links_of, values_of, write

if TYPE_CHECKING:
    from hub.schema import partnerships as schema

Info = strawberry.Info[Context, Any]
LABEL = "Partnership"

_SIGNATURE = tuple(p for p in PARTY if p.name != "role")


async def draft_partnership(info: Info, given: "schema.DraftPartnershipInput", key: str | None) -> Any:
    """A draft that its parties read and edit; coordinators draft for others."""

    async def work(writing: Writing) -> Done:
        values = values_of(given, LABEL)
        _check(values)
        _check_parties(info.context.viewer, given.parties)
        made = await records.create(
            writing,
            LABEL,
            values,
            links_of(given, LABEL),
            **_drafted([p.organization_id for p in given.parties]),
        )
        return Done(EventKind.PARTNERSHIP_DRAFTED, made)

    return await write(info, LABEL, given, key, work)


async def edit_partnership(info: Info, given: "schema.EditPartnershipInput", key: str | None) -> Any:
    """Change a draft that nobody has signed yet."""

    async def work(writing: Writing) -> Done:
        record = await own(writing, info.context.viewer, LABEL, given.id, given.version)
        await queries.expect_unsigned(writing, record)
        values = values_of(given, LABEL)
        _check({**record.properties, **values})
        owners = record.owners
        if given.parties is not UNSET:
            _check_parties(info.context.viewer, given.parties or [])
            owners = [party.organization_id for party in given.parties or []]
        await records.edit(writing, record, values, links_of(given, LABEL), ownerIds=owners)
        return Done(EventKind.PARTNERSHIP_EDITED, record.id)

    return await write(info, LABEL, given, key, work)


async def renew_partnership(info: Info, given: "schema.RenewPartnershipInput", key: str | None) -> Any:
    """Draft a partnership's next term: the same text, parties, regions and topics.

    Commitments and witnesses belong to the term that was signed, so they are not taken over. What is
    renewed stays as it is until the last party signs the renewal.
    """

    async def work(writing: Writing) -> Done:
        record = await records.find(writing, LABEL, given.id)
        may_change(info.context.viewer, record.owners)
        queries.target(record, EventKind.PARTNERSHIP_RENEWED)
        terms = await queries.terms(writing, record.id)
        if terms.renewed:
            raise ValueRefused("ALREADY_RENEWED")
        parties = await queries.parties(writing, record.id)
        kept = ("kind", "titleFa", "titleEn", "summary", "visibility")
        values = {name: record.properties.get(name) for name in kept} | values_of(given, LABEL)
        _check(values)
        links = {
            "parties": [Link(p.id, {"role": p.role, "signatoryOffice": p.office}) for p in parties],
            "regions": [Link(region) for region in terms.regions],
            "topics": [Link(topic) for topic in terms.topics],
            "renews": [Link(record.id)],
        }
        made = await records.create(writing, LABEL, values, links, **_drafted([p.id for p in parties]))
        return Done(EventKind.PARTNERSHIP_DRAFTED, made)

    return await write(info, LABEL, given, key, work)


def _drafted(parties: Sequence[str]) -> dict[str, Any]:
    """What makes a partnership a draft, read by its parties alone."""
    return {"status": DRAFT, "audience": Audience.OWNERS.value, "ownerIds": list(parties)}


def _check(values: dict[str, Any]) -> None:
    if values.get("visibility") is Visibility.ANONYMIZED:
        raise ValueRefused("CANNOT_BE_ANONYMIZED", at="visibility")
    check_period(values, "startsOn", "endsOn")


def _check_parties(viewer: Viewer, parties: "Sequence[schema.PartyInput]") -> None:
    named = [party.organization_id for party in parties]
    if len(named) < 2:
        raise ValueRefused("TOO_FEW_PARTIES", at="parties")
    if viewer.role is Role.MEMBER and acting_organization(viewer) not in named:
        raise ValueRefused("NOT_A_PARTY", at="parties")


async def sign_partnership(info: Info, given: "schema.SignPartnershipInput", key: str | None) -> Any:
    """Sign for a party; the last signature signs the partnership and renews the one before it."""

    async def work(writing: Writing) -> Done:
        record = await records.find(writing, LABEL, given.id)
        if given.version is not None:
            records.expect_version(record, given.version)
        parties = await queries.parties(writing, record.id)
        party = _party(info.context.viewer, given.party_id, parties)
        if party.signed_on is not None:
            raise ValueRefused("ALREADY_SIGNED")
        queries.target(record, EventKind.PARTNERSHIP_SIGNED)
        day = _past(given.signed_on, writing, "signedOn")
        signature = {"signatoryOffice": given.signatory_office or party.office, "signedOn": day}
        await queries.sign(writing, record.id, party.id, stored_values(_SIGNATURE, signature))
        days = [day, *(p.signed_on for p in parties if p.signed_on is not None)]
        if len(days) == len(parties):
            await _signed_by_all(writing, record, max(days), info.context.viewer)
        else:
            await records.mark(writing, record)
        return Done(EventKind.PARTNERSHIP_SIGNED, record.id)

    return await _changing_partners(info, given, key, work)


async def withdraw_signature(info: Info, given: "schema.WithdrawSignatureInput", key: str | None) -> Any:
    """Take a party's signature back, so that a draft can be corrected."""

    async def work(writing: Writing) -> Done:
        record = await records.find(writing, LABEL, given.id)
        parties = await queries.parties(writing, record.id)
        party = _party(info.context.viewer, given.party_id, parties)
        queries.target(record, EventKind.PARTNERSHIP_SIGNED)
        if party.signed_on is None:
            raise ValueRefused("NOT_SIGNED")
        await queries.take_signature_back(writing, record.id, party.id)
        await records.mark(writing, record)
        return Done(EventKind.SIGNATURE_WITHDRAWN, record.id)

    return await write(info, LABEL, given, key, work)


def _party(viewer: Viewer, wanted: str | None, parties: Sequence[Party]) -> Party:
    """The party the viewer signs for: their own, or as an administrator any."""
    if wanted is not None and wanted != viewer.organization:
        may_administer(viewer)
    signing = wanted or acting_organization(viewer)
    for party in parties:
        if party.id == signing:
            return party
    raise ValueRefused("NOT_A_PARTY")


async def _signed_by_all(writing: Writing, record: Record, day: date, viewer: Viewer) -> None:
    visibility = Visibility(record.properties["visibility"])
    readers = audience(RecordStatus.PUBLISHED, visibility).value
    await records.mark(writing, record, status=SIGNED, signedOn=day, audience=readers)
    old = await queries.renewed_by(writing, record.id)
    if old is not None:
        status = queries.target(old, EventKind.PARTNERSHIP_RENEWED)
        await records.mark(writing, old, status=status)
        kind = EventKind.PARTNERSHIP_RENEWED
        await events.append(writing, kind, old.id, viewer.organization, None, old.id)


async def activate_partnership(info: Info, given: "schema.ActivatePartnershipInput", key: str | None) -> Any:
    """Start a signed partnership, or resume a suspended one."""
    return await _move(info, given, key, EventKind.PARTNERSHIP_ACTIVATED)


async def suspend_partnership(info: Info, given: "schema.SuspendPartnershipInput", key: str | None) -> Any:
    """Let an active partnership rest."""
    return await _move(info, given, key, EventKind.PARTNERSHIP_SUSPENDED)


async def end_partnership(info: Info, given: "schema.EndPartnershipInput", key: str | None) -> Any:
    """End a partnership; one that ends before its term has that day as its end."""

    async def work(writing: Writing) -> Done:
        record = await own(writing, info.context.viewer, LABEL, given.id, given.version)
        status = queries.target(record, EventKind.PARTNERSHIP_ENDED)
        agreed, start = record.properties.get("endsOn"), record.properties.get("startsOn")
        day = _past(given.ended_on, writing, "endedOn")
        last = max(min(day, agreed or day), start or date.min)
        await records.mark(writing, record, status=status, endsOn=last)
        return Done(EventKind.PARTNERSHIP_ENDED, record.id)

    return await _changing_partners(info, given, key, work)


async def _move(info: Info, given: Any, key: str | None, kind: EventKind) -> Any:
    async def work(writing: Writing) -> Done:
        record = await own(writing, info.context.viewer, LABEL, given.id, given.version)
        await records.mark(writing, record, status=queries.target(record, kind))
        return Done(kind, record.id)

    return await _changing_partners(info, given, key, work)


async def _changing_partners(info: Info, given: Any, key: str | None, work: Any) -> Any:
    try:
        return await write(info, LABEL, given, key, work)
    finally:
        # Who reads what PARTNERS may has changed with the commit, whatever became of the answer.
        info.context.forget_viewers()


def _past(day: date | None, writing: Writing, argument: str) -> date:
    """The day given, or today. Raises ValueRefused IN_THE_FUTURE."""
    today: date = writing.parameters["today"]
    # Today is a day of UTC: further east it may be tomorrow already.
    if day is not None and day > today + timedelta(days=1):
        raise ValueRefused("IN_THE_FUTURE", at=argument)
    return day or today
