"""Turn news into a letter: the same as text and as HTML without pictures, with why each thing is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from html import escape

from graph.limits import MAXIMUM_LETTER_ROWS
from graph.model.events import EventKind
from graph.model.news import OwnReason
from graph.model.personal import DigestPace
from graph.model.words import digits
from graph.text.calendar import persian_date
from hub.context import day_of
from hub.mail import Letter
from hub.telling.news import Happened, News, Reason, Thing, Waits
from hub.web.addresses import address as page

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """What letters are made of in one language; `day` writes a day, `number` a number."""

    direction: str
    language: str
    day: Callable[[date], str]
    number: Callable[[int], str]
    subject: str
    opening: str
    waits: str
    waits_for: str
    due: str
    overdue: str
    desk: str
    rest: str
    unlisted: str
    happened: str
    quoted: str
    by: str
    because: str
    follows: str
    own: Mapping[OwnReason, str]
    also: str
    followed: str
    search: str
    joined: str
    listed: str
    more: str
    following: str
    unfollow: str
    closing: dict[DigestPace, str]
    unsubscribe: str


def _english_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_ENGLISH = Phrases(
    direction="ltr",
    language="en",
    day=_english_day,
    number=str,
    subject="Knowledge hub: {news} new, {waits} waiting",
    opening="What is new at the knowledge hub for you, until {day}.",
    waits="Waits for you",
    waits_for="Waits for {organization}",
    due="due on {day}",
    overdue="was due on {day}",
    desk="On your desk",
    rest="{count} more. See all that waits there.",
    unlisted="{count} to do. See all that waits there.",
    happened="What happened",
    quoted="“{name}”",
    by="by {name}",
    because="You are told because {reasons}.",
    follows="you follow {names}",
    own={
        OwnReason.BEGUN: "you or your organization had a part in it",
        OwnReason.MEMBER: "your organization is a member",
        OwnReason.PERSON: "it is about you",
        OwnReason.AUTHOR: "your organization wrote it",
    },
    also=", and because ",
    followed="“{name}”",
    search="the saved search “{name}”",
    joined=" and ",
    listed=", ",
    more="There is more: {count} further ones, or more. See them at the hub.",
    following="To follow something no more, open its link",
    unfollow="{name}",
    closing={
        DigestPace.DAILY: "You get this letter once a day, and none where nothing is new.",
        DigestPace.WEEKLY: "You get this letter on Saturdays, and none where nothing is new.",
    },
    unsubscribe="To get no more of them, open this link",
)
_PERSIAN = Phrases(
    direction="rtl",
    language="fa",
    day=persian_date,
    number=digits,
    subject="کانون تجربه: {news} خبر تازه، {waits} کار مانده",
    opening="تازه‌های کانون تجربه برای شما، تا {day}.",
    waits="در انتظار شما",
    waits_for="در انتظار «{organization}»",
    due="سررسید {day}",
    overdue="سررسید {day} گذشته است",
    desk="روی میز کار شما",
    rest="{count} کار دیگر هم مانده است. همه را آن‌جا ببینید.",
    unlisted="{count} کار مانده است. همه را آن‌جا ببینید.",
    happened="آنچه رخ داد",
    quoted="«{name}»",
    by="از سوی {name}",
    because="این خبر را می‌گیرید چون {reasons}.",
    follows="{names} را دنبال می‌کنید",
    own={
        OwnReason.BEGUN: "شما یا سازمانتان در آن دستی داشته‌اید",
        OwnReason.MEMBER: "سازمان شما عضو است",
        OwnReason.PERSON: "دربارهٔ خود شماست",
        OwnReason.AUTHOR: "سازمان شما آن را نوشته است",
    },
    also=" و نیز چون ",
    followed="«{name}»",
    search="جست‌وجوی ذخیره‌شدهٔ «{name}»",
    joined=" و ",
    listed="، ",
    more="خبرهای دیگری هم هست: {count} تا یا بیشتر. در کانون ببینیدشان.",
    following="برای دنبال نکردن هر یک، پیوند آن را باز کنید",
    unfollow="{name}",
    closing={
        DigestPace.DAILY: "این نامه روزی یک بار می‌آید، و اگر خبری نباشد نمی‌آید.",
        DigestPace.WEEKLY: "این نامه شنبه‌ها می‌آید، و اگر خبری نباشد نمی‌آید.",
    },
    unsubscribe="برای این که دیگر نیاید، این پیوند را باز کنید",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: its text, where it leads, and what is said of it below."""

    text: str
    where: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a letter: its heading, and what it tells."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a letter is for, and how it ends: `key` opens nothing but the end of these letters."""

    mail: str
    language: str
    pace: DigestPace
    key: str


def letter(reader: Reader, news: News, address: str, id_: str, now: datetime, zone: tzinfo) -> Letter:
    """The letter that tells a reader the news. `address` is where people find the hub."""
    words = _ENGLISH if reader.language == "en" else _PERSIAN
    ending = f"{address}/unsubscribe/{reader.key}"
    today = day_of(now, zone)
    opening = words.opening.format(day=words.day(today))
    parts = list(_parts(news, words, address, ending, today))
    subject = words.subject.format(news=words.number(len(news.happened)), waits=words.number(news.waiting))
    closing = words.closing.get(reader.pace, "")
    return Letter(
        reader.mail,
        reader.language,
        subject,
        _text(opening, parts, closing, f"{words.unsubscribe}:\n{ending}"),
        _html(words, reader.language, subject, opening, parts, closing, ending),
        id_,
        {"List-Unsubscribe": f"<{ending}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


# -- what it tells ---------------------------------------------------------------------------------


def _parts(news: News, words: Phrases, address: str, ending: str, today: date) -> Iterator[Part]:
    listed = 0
    for organization in dict.fromkeys(one.organization for one in news.waits):
        rows = [one for one in news.waits if one.organization == organization][:MAXIMUM_LETTER_ROWS]
        heading = words.waits_for.format(organization=organization) if organization else words.waits
        listed += len(rows)
        yield Part(heading, tuple(_waiting(one, words, address, today) for one in rows))
    if news.waiting > listed:
        others = (words.rest if listed else words.unlisted).format(count=words.number(news.waiting - listed))
        yield Part(words.desk, (Line(others, _page(None, words, address)),))
    shown, rest = news.happened[:MAXIMUM_LETTER_ROWS], len(news.happened[MAXIMUM_LETTER_ROWS:])
    lines = [_told(one, words, address) for one in shown]
    if rest or news.more:
        lines.append(Line(words.more.format(count=words.number(max(rest, 1)))))
    if lines:
        yield Part(words.happened, tuple(lines))
    reasons = dict.fromkeys(reason for one in shown for reason in one.reasons if reason.own is None)
    if reasons:
        yield Part(
            words.following,
            tuple(Line(_followed(one, words), f"{ending}/{one.id}") for one in reasons),
        )


def _waiting(one: Waits, words: Phrases, address: str, today: date) -> Line:
    text = _said(one.kind.words.label(words.language), one.thing, words)
    if one.by and not (one.thing and one.thing.name == one.by):
        text = f"{text}{words.listed}{words.by.format(name=one.by)}"
    if one.due is not None:
        due = words.overdue if one.due < today else words.due
        text = f"{text} ({due.format(day=words.day(one.due))})"
    return Line(text, _page(one.thing, words, address))


def _told(one: Happened, words: Phrases, address: str) -> Line:
    what = words.listed.join(EventKind(kind).words.label(words.language) for kind in one.kinds)
    text = _said(what, one.thing, words)
    if one.by and not (one.thing and one.thing.name == one.by):
        text = f"{text}{words.listed}{words.by.format(name=one.by)}"
    named = [_followed(reason, words) for reason in one.reasons if reason.name]
    because = [words.follows.format(names=words.joined.join(named))] if named else []
    because += [words.own[reason.own] for reason in one.reasons if reason.own is not None]
    why = words.because.format(reasons=words.also.join(because)) if because else ""
    where = _page(one.thing, words, address) if one.thing and one.thing.place else ""
    return Line(text, where, why)


def _said(what: str, thing: Thing | None, words: Phrases) -> str:
    return what if thing is None or not thing.name else f"{what}: {words.quoted.format(name=thing.name)}"


def _followed(reason: Reason, words: Phrases) -> str:
    return (words.search if reason.search else words.followed).format(name=reason.name or "…")


def _page(thing: Thing | None, words: Phrases, address: str) -> str:
    """Where a thing is read; the desk for what has no page."""
    if thing is None or thing.place is None:
        return f"{address}{page('desk', words.language)}"
    name, id_ = thing.place
    return f"{address}{page(name, words.language, id=id_)}"


# -- how it looks ----------------------------------------------------------------------------------


def _text(opening: str, parts: Sequence[Part], *closing: str) -> str:
    blocks = [opening]
    for part in parts:
        rows = ["\n  ".join(filter(None, (f"• {one.text}", one.below, one.where))) for one in part.lines]
        blocks.append("\n".join([f"{part.heading}:", *rows]))
    return "\n\n".join([*blocks, *filter(None, closing)]) + "\n"


def _html(
    words: Phrases,
    language: str,
    subject: str,
    opening: str,
    parts: Sequence[Part],
    closing: str,
    ending: str,
) -> str:
    told = "".join(
        f"<h2>{escape(part.heading)}</h2><ul>{''.join(map(_item, part.lines))}</ul>" for part in parts
    )
    return (
        f'<!doctype html><html lang="{language}" dir="{words.direction}"><head><meta charset="utf-8">'
        f'<title>{escape(subject)}</title></head><body dir="{words.direction}"><p>{escape(opening)}</p>{told}'
        f'<p>{escape(closing)}</p><p><a href="{escape(ending)}">{escape(words.unsubscribe)}</a></p>'
        "</body></html>\n"
    )


def _item(line: Line) -> str:
    text = f"<bdi>{escape(line.text)}</bdi>"
    linked = f'<a href="{escape(line.where)}">{text}</a>' if line.where else text
    below = f"<br><small>{escape(line.below)}</small>" if line.below else ""
    return f"<li>{linked}{below}</li>"
