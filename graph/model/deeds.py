"""Deeds: what is done that is no move of a record, such as signing in: what it takes and gives, who may."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.life import Scope
from graph.model.members import Nested, Property
from graph.model.words import Choice, Words


class Doer(
    Choice,
    en="Doer: Who does a deed.",
    fa="کننده: چه کسی کاری را انجام می‌دهد.",
):
    """Who may do a deed, before its own rules are asked. `hub/resolvers/deeds.py` asks it of a viewer."""

    ANYBODY = (
        "ANYBODY",
        "Anybody: Also whoever is not signed in.",
        "هر کس: حتی کسی که وارد نشده است.",
    )
    PERSON = (
        "PERSON",
        "A person: Whoever has signed in with an account; no token.",
        "شخص: هر که با حساب کاربری وارد شده است؛ نه توکن.",
    )
    WRITER = (
        "WRITER",
        "Whoever may write: A person or a token with that scope.",
        "هر که اجازهٔ نوشتن دارد: شخص یا توکنی با این اجازه.",
    )
    TRUSTEE = (
        "TRUSTEE",
        "A trustee: Whom the network trusts with that; a token of one must be allowed to write.",
        "امین: کسی که شبکه این را به او سپرده است؛ توکن او باید اجازهٔ نوشتن داشته باشد.",
    )


@dataclass(frozen=True, slots=True)
class Deed:
    """A mutation that moves no record: its input has the values of `takes`, its payload those of `gives`.

    A `Nested` of `gives` leads to a shape (a map of its values) or to a record (its id), which the payload
    shows as far as the viewer may read it.
    """

    name: str
    words: Words
    by: Doer
    takes: tuple[Property, ...]
    gives: tuple[Property | Nested, ...]
    scope: Scope = Scope.PUBLISH
    """What a token needs for it, where a token may do it."""

    @property
    def input_name(self) -> str:
        """The name of the input's type."""
        return f"{self._type}Input"

    @property
    def payload_name(self) -> str:
        """The name of the payload's type."""
        return f"{self._type}Payload"

    @property
    def _type(self) -> str:
        return self.name[0].upper() + self.name[1:]


def deed(
    name: str,
    en: str,
    fa: str,
    by: Doer,
    takes: Iterable[Property],
    gives: Iterable[Property | Nested] = (),
) -> Deed:
    """A deed; its words are a label and a sentence, as those of a move."""
    return Deed(name, Words(en, fa), by, tuple(takes), tuple(gives))
