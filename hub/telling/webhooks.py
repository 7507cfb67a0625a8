"""Tell webhooks what happened: in order, each from its own place on, signed, again after a failure.

Any number of processes look; one claims a webhook, reads the next event as its organization may read it now,
sends it, and only then moves its place. What was sent as a process died is sent once more, under the same id.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import orjson
import structlog

from graph.errors import GraphError
from graph.limits import MAXIMUM_FAILING_DAYS, MAXIMUM_TELLING, MAXIMUM_TOLD_SECONDS
from graph.model.webhooks import WebhookFailure
from graph.queries import webhooks as queries
from hub.context import day_of
from hub.http.followed import place_after
from hub.seals import SealBroken, Seals
from hub.telling.feed import Feed, member_of
from hub.telling.sending import GONE, Failed, Message, sent

log = structlog.get_logger("hub.telling")

_LEASE = timedelta(seconds=6 * MAXIMUM_TOLD_SECONDS)
"""How long a webhook is one process's, from its last step on: long enough for any step."""
_TURN_SECONDS = float(MAXIMUM_TOLD_SECONDS)
"""After which a webhook that has more to tell lets others come first."""
_PAUSES = (5, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600)
"""Seconds until the next try, by how often it has failed; the last from then on."""
_SOUND: Mapping[str, Any] = dict.fromkeys(("failingSince", "failures", "failure", "status", "nextAt"))


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Webhooks:
    """All that are told by this process."""

    feed: Feed
    clock: Callable[[], datetime] = _utc_now
    _seals: Seals = field(init=False)
    _telling: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._seals = Seals(self.feed.settings)

    @property
    def under_way(self) -> int:
        """How many are being told."""
        return len(self._telling)

    async def look(self) -> None:
        """Begin to tell those that may have something to hear. Raises GraphError."""
        room = MAXIMUM_TELLING - len(self._telling)
        if room <= 0:
            return
        for organization, id_ in await queries.due(
            self.feed.database, self.clock(), list(self._telling), room
        ):
            task = asyncio.create_task(self._told(id_))
            self._telling[organization] = task
            task.add_done_callback(partial(self._over, organization))

    async def close(self) -> None:
        """End what is under way. What nobody has answered yet is told again, once its lease is over."""
        tasks = list(self._telling.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self.under_way:
            await asyncio.gather(*self._telling.values())

    def _over(self, organization: str, _task: asyncio.Task[None]) -> None:
        del self._telling[organization]

    async def _told(self, id_: str) -> None:
        lease = str(uuid4())
        try:
            if await queries.claim(self.feed.database, id_, lease, self.clock(), self.clock() + _LEASE):
                await self._tell(id_, lease)
        except GraphError as error:
            log.warning("webhook_waits", webhook=id_, reason=error.code)
        except Exception:  # Nobody would miss a task that has died.
            log.exception("webhook_waits", webhook=id_)

    async def _tell(self, id_: str, lease: str) -> None:
        """Tell it one event after the other, until none is left, one fails, or its turn is over."""
        end = asyncio.get_running_loop().time() + _TURN_SECONDS
        changed: dict[str, Any] = {}
        while asyncio.get_running_loop().time() < end:
            now, database = self.clock(), self.feed.database
            row, bookmark = await queries.step(database, id_, lease, day_of(now, self.feed.settings.zone))
            if row is None:
                break
            hook = row["webhook"]
            viewer = member_of(row["organization"], row["partners"])
            place = hook.get("place") or place_after(row["since"])
            found = await self.feed.next(viewer, place, hook["kinds"], now, bookmark)
            if found is None:
                # All that was told by then stands before this place: the next look begins behind it.
                changed = {"caughtUp": row["told"], "place": place_after(row["moment"])}
                break
            cursor, event = found
            failed = await self._sent(event, hook, now)
            if failed is not None:
                changed = failure_of(hook, failed, self.clock())
                log.info("webhook_failed", webhook=id_, why=failed.why.value, status=failed.status)
                break
            kept = {**_SOUND, "place": cursor, "deliveredAt": now, "leaseUntil": self.clock() + _LEASE}
            if not await queries.keep(database, id_, lease, **kept):
                break
        await queries.release(self.feed.database, id_, lease, **changed)

    async def _sent(self, event: Mapping[str, Any], hook: Mapping[str, Any], now: datetime) -> Failed | None:
        """Send an event to a webhook; why it was not taken, or None where it was."""
        try:
            secrets = self._secrets(hook, now)
        except SealBroken:
            return Failed(WebhookFailure.SECRET)
        networks = self.feed.settings.webhook_networks
        return await sent(message_of(event), hook["address"], secrets, now, networks)

    def _secrets(self, hook: Mapping[str, Any], now: datetime) -> list[str]:
        """What signs: the secret, and for a while the one before, if it can still be opened.

        Raises SealBroken.
        """
        until, former = hook.get("previousUntil"), hook.get("previousSecret")
        both = until is not None and until > now and former is not None and self._seals.opens(former)
        return [self._seals.opened(kept) for kept in (hook["secret"], *([former] if both else []))]


def message_of(event: Mapping[str, Any]) -> Message:
    """What is told of an event: which it is, of what kind, when, and to which record it happened."""
    subject = event["subject"]
    record = None if subject is None else {"type": subject["__typename"], "id": subject["id"]}
    told = {"id": event["id"], "kind": event["kind"], "at": event["at"], "record": record}
    body = {"type": event["kind"], "timestamp": event["toldAt"], "data": told}
    return Message(event["id"], orjson.dumps(body))


def failure_of(hook: Mapping[str, Any], failed: Failed, now: datetime) -> dict[str, Any]:
    """What is kept of a failure: when it is tried again, or that it is disabled."""
    failures, since = hook.get("failures") or 0, hook.get("failingSince") or now
    over = failed.status == GONE or now - since >= timedelta(days=MAXIMUM_FAILING_DAYS)
    pause = timedelta(seconds=_PAUSES[min(failures, len(_PAUSES) - 1)])
    return {
        "failingSince": since,
        "failures": failures + 1,
        "failure": failed.why.value,
        "status": failed.status,
        "nextAt": None if over else now + pause,
        "disabledAt": now if over else None,
    }
