"""Write and send the letters of what is new: once for each moment they are due at, none if there is nothing.

Any number of processes look; one claims an account, asks what is new for its person as they may read it now,
hands the letter over, and then notes up to where they were told. One that is not taken is written anew later.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from hashlib import sha256
from secrets import token_hex
from typing import Any
from uuid import uuid4

import structlog

from graph.errors import GraphError
from graph.model.personal import DigestPace
from graph.model.waiting import WaitingKind
from graph.queries import digests as queries
from hub.context import day_of
from hub.http.followed import place_after
from hub.mail import Letter, Post
from hub.own_address import own_address
from hub.seals import SealBroken, Seals
from hub.telling.letter import Reader, letter
from hub.telling.news import News, Reading, Waits
from hub.tokens import hashed

log = structlog.get_logger("hub.telling")

_SATURDAY = 5
_PERIODS = {DigestPace.DAILY: timedelta(days=1), DigestPace.WEEKLY: timedelta(days=7)}
_LEASE = timedelta(minutes=5)
_AT_ONCE = 50
"""Letters that are looked for at a time."""
_PAUSES = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
"""Until the next try, by how often it has failed; the last from then on."""
_KEY_BYTES = 16
_PREVIEW = "preview"
"""What stands in place of a key, and of an id, in what is only looked at."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def slot(now: datetime, zone: tzinfo, pace: DigestPace, hour: int) -> datetime:
    """The last moment, until now, at which such a letter was due. A week's is sent on Saturday.

    >>> from zoneinfo import ZoneInfo
    >>> tehran, sunday = ZoneInfo("Asia/Tehran"), datetime(2026, 11, 29, 21, 0, tzinfo=UTC)
    >>> slot(sunday, tehran, DigestPace.DAILY, 0).isoformat()
    '2026-11-29T20:30:00+00:00'
    >>> slot(sunday, tehran, DigestPace.WEEKLY, 8).isoformat()
    '2026-11-28T04:30:00+00:00'
    """
    day = day_of(now, zone)
    if pace is DigestPace.WEEKLY:
        day -= timedelta(days=(day.weekday() - _SATURDAY) % 7)
    if datetime.combine(day, time(hour), zone) > now:
        day -= _PERIODS[pace]
    # As UTC: the driver does not take the zones of zoneinfo.
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def slots(now: datetime, zone: tzinfo) -> dict[str, list[datetime]]:
    """That moment for each pace and hour."""
    return {pace.value: [slot(now, zone, pace, hour) for hour in range(24)] for pace in _PERIODS}


@dataclass(slots=True)
class Digests:
    """All letters that this process sends. Once `stopping` it begins no other."""

    reading: Reading
    post: Post
    clock: Callable[[], datetime] = _utc_now
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while a letter is under way: whoever ends this waits for it."""
    _seals: Seals = field(init=False)

    def __post_init__(self) -> None:
        self._seals = Seals(self.reading.settings)

    async def look(self) -> Counter[str]:
        """Write to all who are due a letter; how many were sent, had nothing new, or were not taken.

        Raises GraphError.
        """
        told: Counter[str] = Counter()
        while True:
            now = self.clock()
            due_at = slots(now, self.reading.settings.zone)
            accounts = await queries.due(self.reading.database, due_at, now, _AT_ONCE)
            for account in accounts:
                if self.stopping.is_set():
                    return told
                async with self.writing:
                    what = await self._written(account, due_at, now)
                told[what] += 1
                if what == "failed":  # Most likely the server takes none: all others are tried later.
                    return told
            if len(accounts) < _AT_ONCE:
                return told

    async def preview(self, row: dict[str, Any], now: datetime) -> Letter | None:
        """What would be sent now to an account (a row of `queries.of_mail`); None for nothing.

        Nothing is sent, or noted. Its links end nothing: whoever looks at it is not whom it is for.
        """
        if row["disabled"] or DigestPace(row["pace"]) not in _PERIODS:
            return None
        news = await self._news(row, now)
        if not _is_worth(news, row, now, self.reading.settings.zone):
            return None
        return self._letter({**row, "key": _PREVIEW}, news, _PREVIEW, now)

    async def _written(self, account: str, due_at: dict[str, list[datetime]], now: datetime) -> str:
        database, lease = self.reading.database, str(uuid4())
        given = {"slots": due_at, "now": now, "until": now + _LEASE, "lease": lease}
        row = await queries.claim(database, account, **given)
        if row is None:
            return "claimed"
        news = await self._news(row, now)
        if not _is_worth(news, row, now, self.reading.settings.zone):
            await queries.done(database, account, lease, row["due"], row["told"])
            return "none"
        mail = await queries.holds(database, account, lease)
        if mail is None:
            return "claimed"
        try:
            key = await self._key(row, lease)
            told = {**row, "mail": mail, "key": key}
            await self.post.send(self._letter(told, news, _id(account, row["due"]), now))
        except GraphError as error:
            pause = _PAUSES[min(row["tries"], len(_PAUSES) - 1)]
            await queries.failed(database, account, lease, now + pause)
            log.warning("letter_waits", reason=error.code)
            return "failed"
        await queries.done(database, account, lease, row["due"], row["told"])
        return "sent"

    async def _key(self, row: dict[str, Any], lease: str) -> str:
        """What the links of an account's letters end with: the same in each, as long as its seal opens."""
        key = self._opened(row)
        if key is None:
            key = token_hex(_KEY_BYTES)
            await queries.keep_key(
                self.reading.database, row["account"], lease, self._seals.sealed(key), hashed(key)
            )
        return key

    def _opened(self, row: dict[str, Any]) -> str | None:
        try:
            return None if row["key"] is None else self._seals.opened(row["key"])
        except SealBroken:
            return None

    async def _news(self, row: dict[str, Any], now: datetime) -> News:
        since, until = _place(row["since"] or row["created"]), _place(row["told"])
        return await self.reading.of(row["person"], _language(row), since, until, now)

    def _letter(self, row: dict[str, Any], news: News, id_: str, now: datetime) -> Letter:
        settings = self.reading.settings
        reader = Reader(row["mail"], _language(row), DigestPace(row["pace"]), row["key"])
        return letter(reader, news, own_address(settings), id_, now, settings.zone)


def _language(row: dict[str, Any]) -> str:
    return "en" if row["language"] == "EN" else "fa"


def _place(moment: datetime | None) -> str:
    """The place in the feed after a moment."""
    return place_after(None if moment is None else moment.isoformat().replace("+00:00", "Z"))


def _id(account: str, due: datetime) -> str:
    """What stays of a letter however often it is tried: mail programs show one of those twice once."""
    return f"news-{sha256(f'{account} {due.isoformat()}'.encode()).hexdigest()[:32]}"


def _is_worth(news: News, row: dict[str, Any], now: datetime, zone: tzinfo) -> bool:
    """Whether anything is new: what waits as it did at the last letter is not, unless its day comes."""
    today, period = day_of(now, zone), _PERIODS[DigestPace(row["pace"])]
    before = row["at"] or row["created"]
    return bool(news.happened) or any(
        _is_since(one, before) or (one.due is not None and today <= one.due <= today + period)
        for one in news.waits
    )


def _is_since(one: Waits, before: datetime) -> bool:
    """Whether it waits since then; of a review the day alone is told, so that of its own day counts."""
    if one.kind is WaitingKind.REVIEW:
        return one.since >= before.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return one.since > before
