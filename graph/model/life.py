"""The life of a record: its states, and the moves between them: who makes one, from where, what must hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from graph.model.members import Property
from graph.model.sides import Side
from graph.model.words import SILENT, Choice, Words


class By(
    Choice,
    en="By: Who makes a move in the life of a record.",
    fa="از سوی: در زندگی رکورد چه کسی این گام را برمی‌دارد.",
):
    """Who makes a move. `hub/resolvers/` asks it of a viewer."""

    MEMBER = (
        "MEMBER",
        "Any organization: What it creates is its own.",
        "هر سازمان: آنچه می‌سازد از آنِ خود اوست.",
    )
    ANYONE = (
        "ANYONE",
        "Whoever may write: An organization, a coordinator or an administrator.",
        "هر که اجازهٔ نوشتن دارد: سازمان، هماهنگ‌کننده یا سرپرست.",
    )
    OWNER = (
        "OWNER",
        "Its owners: The organizations that own it, and administrators if they may know whose it is.",
        "صاحبان آن: سازمان‌های صاحب آن، و سرپرستان اگر اجازه دارند بدانند از کیست.",
    )
    EDITOR = (
        "EDITOR",
        "Editors: Whoever has signed in and writes for the owner, and administrators; no token of the owner.",
        "ویرایشگران: کسانی که وارد شده‌اند و از سوی صاحب آن می‌نویسند، و سرپرستان؛ نه توکن سازمان.",
    )
    OTHER = "OTHER", "Others: An organization that does not own it.", "دیگران: سازمانی جز صاحبان آن."
    SIDE = (
        "SIDE",
        "Sides: An organization that it binds, and that stands in it as the move says.",
        "طرف‌ها: سازمانی که رکورد به آن مربوط است، در جایگاهی که گام می‌گوید.",
    )
    COORDINATOR = (
        "COORDINATOR",
        "Coordinators: Coordinators of the network, and administrators.",
        "هماهنگ‌کنندگان: هماهنگ‌کنندگان شبکه و سرپرستان.",
    )
    REVIEWER = (
        "REVIEWER",
        "Reviewers: Persons appointed to review its topic or province, never of its author's organization.",
        "بازبینان: کسانی که برای بازبینی موضوع یا استان آن منصوب شده‌اند، و هرگز نه از سازمان نویسنده.",
    )
    ADMINISTRATOR = (
        "ADMINISTRATOR",
        "Administrators: The secretariat of the network.",
        "سرپرستان: دبیرخانهٔ شبکه.",
    )
    NOBODY = "NOBODY", "Nobody: It follows from another move.", "هیچ‌کس: پیامد گامی دیگر است."


class Scope(Choice, en="Scope: What a token may be used for.", fa="اجازه: توکن به چه کار می‌آید."):
    """What a token may be used for. A record's life says which its moves need."""

    READ = "READ", "Read: Ask for what you may read.", "خواندن: پرسیدن آنچه می‌توانید بخوانید."
    PUBLISH = (
        "PUBLISH",
        "Publish: Write and publish what your organization knows, does and agrees to.",
        "انتشار: نوشتن و منتشر کردن آنچه سازمان شما می‌داند، می‌کند و بر آن توافق دارد.",
    )
    EXCHANGE = (
        "EXCHANGE",
        "Exchange: Give and take: offers, needs, exchanges, and reports of what is owed and paid.",
        "تبادل: دادن و گرفتن: عرضه‌ها، نیازها، تبادل‌ها و گزارش آنچه بدهکارید و می‌پردازید.",
    )
    IMPORT = (
        "IMPORT",
        "Import: Bring many records at once. Nothing asks for it yet.",
        "درون‌بری: آوردن رکوردهای بسیار با هم. هنوز هیچ کاری آن را نمی‌خواهد.",
    )
    EXPORT = (
        "EXPORT",
        "Export: Take many records along as a file. Nothing asks for it yet.",
        "برون‌بری: بردن رکوردهای بسیار در یک پرونده. هنوز هیچ کاری آن را نمی‌خواهد.",
    )
    EVENTS = (
        "EVENTS",
        "Events: Be told of what happens as it happens, by subscriptions.",
        "رخدادها: باخبر شدن از رخدادها همان دم، با اشتراک‌ها.",
    )


class Way(Enum):
    """How a move is done: plain ones as all records do it, the others by a function of their area."""

    CREATE = "create"
    EDIT = "edit"
    PUBLISH = "publish"
    """A record is readable by those its visibility names; with another visibility also again."""
    WITHDRAW = "withdraw"
    TAKE_DOWN = "take down"
    """The secretariat takes back what another has published, and says why."""
    GO = "go"
    """The state changes, and nothing else."""
    OWN = "own"
    """By rules of its own: a function in `hub/resolvers/<area>.py` does it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """The event of a move: its kind's name, and how it is told."""

    name: str
    words: Words


@dataclass(frozen=True, slots=True)
class Holds:
    """What else must hold before a move: a property has one of these values."""

    property: str
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Also:
    """Who else may make a move: from these states alone, where `start` names some; `sides` as of a move."""

    by: By
    start: tuple[Choice, ...] = ()
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A step in the life of a record: the mutation that makes it, from which states, to which.

    `also` may make it beside `by`. `sides`: as what, where it is `By.SIDE`. `start`: empty where nothing is
    there yet, or from wherever the record stands. `end`: None where it stays or the move's own rules say.
    `already`: the code of the error where it stands at `end` already. `input` names the input; without it
    the mutation does. `mutation`: None where it only follows from another move. `takes`: what its input
    takes beside the values of the record; it reaches the record's check among the values, which takes it
    out.
    """

    mutation: str | None
    way: Way
    event: Happening
    words: Words
    by: By = By.OWNER
    sides: tuple[Side, ...] = ()
    also: Also | None = None
    start: tuple[Choice, ...] = ()
    end: Choice | None = None
    holds: tuple[Holds, ...] = ()
    already: str = "WRONG_STATUS"
    input: str | None = None
    input_words: Words = SILENT
    takes: tuple[Property, ...] = ()

    @property
    def input_name(self) -> str:
        """The name of the input's type."""
        assert self.mutation is not None
        return self.input or f"{self.mutation[0].upper()}{self.mutation[1:]}Input"

    def starts_at(self, values: Mapping[str, Any]) -> bool:
        """Whether it starts from where a record with these stored values stands."""
        states = {state.value for state in self.start}
        return values.get("status") in states and all(
            values.get(other.property) in {value.value for value in other.values} for other in self.holds
        )

    def makers(self, status: str | None = None) -> tuple[Choice, ...]:
        """Who makes it, of a record that stands there or anywhere: sides by what they are, others by role."""
        also = self.also
        if also is not None and status is not None and also.start:
            also = also if status in {state.value for state in also.start} else None
        makers = (self.sides or (self.by,), (also.sides or (also.by,)) if also is not None else ())
        return tuple(one for some in makers for one in some)

    def told(self, language: str, status: str | None = None) -> str:
        """Its mutation and who makes it, in 'en' or 'fa'."""
        names = " / ".join(maker.words.label(language) for maker in self.makers(status))
        return f"`{self.mutation}` ({names})"


def listed(moves: Sequence[Move], status: str | None = None) -> Words:
    """Moves in a sentence, each with who makes it, of a record that stands there."""
    if not moves:
        return Words(
            "no way on; where it is still wanted, begin another",
            "راهی به پیش نیست؛ اگر هنوز لازم است، تازه‌ای آغاز کنید",
        )
    return Words(
        *(
            comma.join(move.told(lang, status) for move in moves)
            for lang, comma in (("en", ", "), ("fa", "، "))
        )
    )


@dataclass(frozen=True, slots=True)
class Life:
    """The states that the property `status` goes through, and the moves.

    `binds`: a move may change who somebody is, or whose partner, and so who reads what. `scope`: what a token
    needs for its moves.
    """

    states: type[Choice]
    moves: tuple[Move, ...]
    binds: bool = False
    scope: Scope = Scope.PUBLISH

    def move(self, name: str) -> Move:
        """The move of that mutation or event."""
        (found,) = (move for move in self.moves if name in {move.mutation, move.event.name})
        return found

    def onwards(self, values: Mapping[str, Any]) -> Words:
        """The moves that start from where a record with these values stands, and who makes them."""
        return listed([move for _, move in self.mutations() if move.starts_at(values)], values.get("status"))

    def mutations(self) -> Iterator[tuple[str, Move]]:
        """The moves that somebody makes, by the name of their mutation."""
        return ((move.mutation, move) for move in self.moves if move.mutation is not None)


@dataclass(frozen=True, slots=True)
class Blank:
    """A life that many records share, before the record's name is in it: `«»` and `«a»` stand for it.

    In names `«Label»` and `«LABEL»`; in words `«»` for the label, as it is read within a sentence.
    """

    life: Life

    def of(self, label: str, upper: str, words: Words) -> Life:
        """The life of one record."""

        def named(text: str) -> str:
            return text.replace("«Label»", label).replace("«LABEL»", upper)

        def said(given: Words) -> Words:
            en, fa = words.label("en"), words.label("fa")
            article = "an" if en[:1] in "AEIOU" else "a"
            low = en[:1].lower() + en[1:]
            english = given.en.replace("«a»", f"{article} {low}").replace("«»", low)
            return Words(english[:1].upper() + english[1:], given.fa.replace("«»", fa))

        def filled(move: Move) -> Move:
            return replace(
                move,
                mutation=named(move.mutation) if move.mutation else None,
                event=Happening(named(move.event.name), said(move.event.words)),
                words=said(move.words),
                input_words=said(move.input_words),
            )

        return replace(self.life, moves=tuple(filled(move) for move in self.life.moves))


def instead(move: Move, en: str, fa: str, **more: Any) -> Move:
    """The same move, said otherwise; `more` of it may differ, too."""
    return replace(move, words=Words(en, fa), **more)
