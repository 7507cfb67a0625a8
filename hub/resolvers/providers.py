"""Turn what a provider of OpenID Connect says of somebody into a session, and take a provider away."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.connection import ConstraintBroken, Transaction
from graph.errors import ValueRefused
from graph.model.affiliations import AffiliationRight
from graph.model.appointments import AppointmentRole
from graph.model.sessions import SignInWay
from graph.queries import accounts, invitations, people
from graph.queries.records import Writing
from hub.resolvers.deeds import Does, Doing, Given
from hub.resolvers.entering import begin_session, expect_fresh
from hub.resolvers.joining import entrust, join, writing_of
from hub.visit import note_tried


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is to a provider: `subject` for good; `mail` only where the provider has verified it."""

    provider: str
    issuer: str
    subject: str
    mail: str | None
    name: str | None

    @property
    def key(self) -> str:
        """What no two people have."""
        return f"{self.issuer} {self.subject}"


async def enter(doing: Doing, identity: Identity, *, own_site: bool) -> None:
    """Begin a session of the account that signs in as this identity.

    One that is not linked yet is linked to the account that is signed in, or to a new one, where its verified
    address was invited; never to an account that merely has the same address, and to none where another site
    has begun it: that may have signed the browser in at the provider as somebody else.

    Raises ValueRefused CROSS_SITE, ACCOUNT_DISABLED, IDENTITY_TAKEN, IDENTITY_UNKNOWN, SIGN_IN_AGAIN,
    SIGN_IN_FIRST, SECOND_FACTOR_UNSHOWN.
    """

    async def work(transaction: Transaction) -> None:
        account = await accounts.of_identity(transaction, identity.key)
        own = doing.viewer.account
        if account is not None and own is not None and account != own:
            raise ValueRefused("IDENTITY_TAKEN")
        if account is None and own is not None and not own_site:
            raise ValueRefused("CROSS_SITE", origin=doing.context.caller.origin)
        if account is None:
            account = await _linked(doing, transaction, identity)
        found = await accounts.by_id(transaction, account)
        if found is None or found["disabled"]:
            note_tried("ACCOUNT_DISABLED", found["person"] if found else None)
            raise ValueRefused("ACCOUNT_DISABLED")
        if own is None:
            await begin_session(doing, transaction, account, SignInWay.OIDC, factor=False)

    try:
        await doing.write(work)
    except ConstraintBroken:
        raise ValueRefused("SIGN_IN_FIRST") from None


async def _linked(doing: Doing, transaction: Transaction, identity: Identity) -> str:
    """The account that an identity belongs to from now on."""
    account = doing.viewer.account
    if account is not None:
        expect_fresh(doing)
    else:
        account = await _invited(doing, transaction, identity)
    await accounts.identify(transaction, account, identity.key, identity.provider, doing.now)
    return account


async def _invited(doing: Doing, transaction: Transaction, identity: Identity) -> str:
    """A new account, by the invitation of a verified address."""
    if identity.mail is None:
        raise ValueRefused("IDENTITY_UNKNOWN")
    if await accounts.by_mail(transaction, identity.mail) is not None:
        raise ValueRefused("SIGN_IN_FIRST")
    key = accounts.mail_key(identity.mail)
    hash_ = await invitations.hash_for(transaction, key, doing.now)
    found = None if hash_ is None else await invitations.find(transaction, hash_, doing.now)
    if found is None or found["withdrawn"]:
        raise ValueRefused("IDENTITY_UNKNOWN")
    if not await invitations.spend(transaction, found["id"]):
        raise ValueRefused("IDENTITY_UNKNOWN")  # Taken back, or accepted, at this moment.
    return await _made(writing_of(doing.context, transaction), identity, found)


async def _made(writing: Writing, identity: Identity, found: Mapping[str, Any]) -> str:
    mail = str(found["mail"])
    person = await people.create(writing, {"name": identity.name or mail.partition("@")[0]})
    account = await accounts.create(writing.transaction, person, mail, writing.parameters["now"])
    for role in found["roles"]:
        await entrust(writing, person, AppointmentRole(role))
    if found["organization"] is not None:
        right = AffiliationRight(found["right"])
        await join(writing, person, found["organization"], right, found["office"])
    return account


async def remove(doing: Doing, given: Given) -> Mapping[str, Any]:
    """Let nobody sign in through a provider any more."""
    expect_fresh(doing)
    account, provider = str(doing.viewer.account), given["provider"]
    if not await doing.write(lambda transaction: accounts.unlink(transaction, account, provider)):
        raise ValueRefused("NOT_FOUND", at="provider", given=provider)
    return {"done": True}


DEEDS: Mapping[str, Does] = {"removeProvider": remove}
