"""How often somebody may try to sign in, counted for each account, whether it exists, and each address."""

from hashlib import sha256

from limits import RateLimitItemPerMinute
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.storage import storage_from_string

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LETTERS_TO_ONE, MAXIMUM_TRIES_OF_ACCOUNT, MAXIMUM_TRIES_OF_ADDRESS
from graph.queries.accounts import mail_key
from hub.settings import Settings

_MINUTES = 15
_ACCOUNT = RateLimitItemPerMinute(MAXIMUM_TRIES_OF_ACCOUNT, _MINUTES, "account")
_ADDRESS = RateLimitItemPerMinute(MAXIMUM_TRIES_OF_ADDRESS, _MINUTES, "address")
_LETTERS = RateLimitItemPerMinute(MAXIMUM_LETTERS_TO_ONE, _MINUTES, "letters")


class Attempts:
    """Tries of the last minutes, where budgets are kept, too (HUB_BUDGET_STORE)."""

    def __init__(self, settings: Settings) -> None:
        self._counted = SlidingWindowCounterRateLimiter(storage_from_string(f"async+{settings.budget_store}"))

    async def begin(self, address: str, account: str | None = None) -> None:
        """Count a try before it is looked at, so that many at once are as many.

        Raises ValueRefused TOO_MANY_TRIES.
        """
        if not await self._counted.test(_ADDRESS, address):
            raise _refused()
        if account is not None and not await self._counted.hit(_ACCOUNT, _hidden(account)):
            raise _refused()

    async def failed(self, address: str) -> None:
        """Count what failed against an address."""
        await self._counted.hit(_ADDRESS, address)

    async def succeeded(self, account: str) -> None:
        """Forget the tries of an account: it was its owner."""
        await self._counted.clear(_ACCOUNT, _hidden(account))

    async def may_write_to(self, mail: str) -> bool:
        """Count a letter that somebody asks for, however the address is spelt; whether it may be sent."""
        return await self._counted.hit(_LETTERS, _hidden(mail_key(mail)))


def _hidden(key: str) -> str:
    """A mail address as it may stand in a store of counts."""
    return sha256(key.encode()).hexdigest()


def _refused() -> ValueRefused:
    return ValueRefused("TOO_MANY_TRIES", minutes=_MINUTES)
