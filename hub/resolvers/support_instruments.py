"""What users do with support instruments by rules of their own: write one down, on terms that agree."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import ValueRefused
from graph.model.life import Way
from graph.model.support_instruments import (
    FIRST_YEAR,
    GIVEN,
    LAST_YEAR,
    PAID_BACK,
    SupportInstrumentKind,
    YearCalendar,
)
from graph.queries.records import Link, Record
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb, created, whose


async def create_support_instrument(act: Act, given: Any) -> Done:
    """Write down what one pays or gives, as its payer."""
    values, links = values_of(given), links_of(given)
    payer = await whose(act, values.pop("payerId", None), "payerId")
    _settle(values, values)
    await _expect_sound(act, links, payer)
    return act.done(await created(act, payer, values, links))


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """What an edit leaves agrees with itself. Raises ValueRefused as a creation does."""
    assert record is not None, "created by a rule of its own"
    _settle(values, {**record.properties, **values})
    await _expect_sound(act, links, record.owners[0])


def _settle(values: dict[str, Any], stands: Mapping[str, Any]) -> None:
    """Say of a kind that always or never is paid back that it is so. Raises MUST_BE_REPAID, NEVER_REPAID."""
    if stands["kind"] is None:
        return  # Refused with the other values, when they are stored.
    kind, repayable = SupportInstrumentKind(stands["kind"]), stands.get("repayable")
    if kind in PAID_BACK and repayable is False:
        raise ValueRefused("MUST_BE_REPAID", at="repayable")
    if kind in GIVEN and repayable is True:
        raise ValueRefused("NEVER_REPAID", at="repayable")
    if repayable is None and kind in PAID_BACK | GIVEN:
        values["repayable"] = kind in PAID_BACK


async def _expect_sound(act: Act, links: Mapping[str, Sequence[Link]], payer: str) -> None:
    """Raises ValueRefused NOT_FOUND, NOT_THE_PAYERS_CENTER, and as `_expect_years` does."""
    for center in links.get("applyAt", ()):
        found = await act.found(str(center.id), at="applyAt.0", label="SupportCenter")
        if found.owners != [payer]:
            raise ValueRefused("NOT_THE_PAYERS_CENTER", at="applyAt.0")
    _expect_years([amount.values for amount in links.get("amounts", ())])


def _expect_years(amounts: Sequence[Mapping[str, Any]]) -> None:
    """Raises ValueRefused NUMBER_OUT_OF_RANGE, LISTED_TWICE, YEARS_OUT_OF_ORDER.

    Amounts of one basis and calendar go up in years, each year once; those without a year stand anywhere.
    """
    last: dict[Any, int] = {}
    for place, amount in enumerate(amounts):
        year = amount.get("year")
        if year is None:
            continue
        at = f"amounts.{place}.year"
        calendar: YearCalendar = amount["calendar"]
        least, most = FIRST_YEAR[calendar], LAST_YEAR[calendar]
        if not least <= year <= most:
            raise ValueRefused("NUMBER_OUT_OF_RANGE", at=at, given=year, least=least, most=most)
        before = last.get((amount["basis"], calendar), 0)
        if year <= before:
            raise ValueRefused("LISTED_TWICE" if year == before else "YEARS_OUT_OF_ORDER", at=at)
        last[amount["basis"], calendar] = year


VERBS = {"createSupportInstrument": Verb(create_support_instrument, Way.CREATE)}
CHECKS = {"SupportInstrument": check}
