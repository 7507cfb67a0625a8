"""What users do with charters: write a version, and put it in force in the place of the one before."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_LINKS
from graph.model.access import Audience
from graph.model.charters import DRAFT, REPLACED
from graph.model.life import Way
from graph.queries import networks as queries
from graph.queries import records
from graph.queries.records import Link, Record
from hub.resolvers.given import gives, links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.secretariat import of_own_network, own_network
from hub.texts import say

_ARTICLES = "articles"


@strawberry.input(
    description=say(
        "Which draft is adopted, and when (today where you do not say).",
        "کدام پیش‌نویس تصویب شد، و کی (اگر نگویید امروز).",
    )
)
class AdoptCharterInput:
    """Adopts a charter."""

    id: strawberry.ID = strawberry.field(description=say("The draft.", "پیش‌نویس."))
    version: int = strawberry.field(description=say("The version you have read.", "نسخه‌ای که خوانده‌اید."))
    adopted_on: date | None = gives("Charter", "adoptedOn")


async def draft_charter(act: Act, given: Any) -> Done:
    """Write the next version of a network's charter, which the secretariat alone reads."""
    network = await own_network(act, given.networkId)
    queries.expect_there(network, "networkId")
    links = links_of(given)
    _expect_told_apart(links)
    draft = {
        "status": DRAFT,
        "edition": await queries.next_edition(act.writing, network.id),
        "audience": Audience.OWNERS.value,
        "ownerIds": network.owners,
    }
    return act.done(records.create(act.writing, act.label, values_of(given), links, **draft))


async def edit_charter(act: Act, given: Any) -> Done:
    """Change a draft."""
    _, charter = await of_own_network(act, given)
    links = links_of(given)
    _expect_told_apart(links)
    return act.done(records.edit(act.writing, charter, values_of(given), links))


def _expect_told_apart(links: records.Links) -> None:
    """Raises ValueRefused LIST_TOO_LONG, and LISTED_TWICE about an article whose number another has."""
    articles: Sequence[Link] = links.get(_ARTICLES, ())
    if len(articles) > MAXIMUM_LINKS:
        raise ValueRefused("LIST_TOO_LONG", at=_ARTICLES, given=len(articles), maximum=MAXIMUM_LINKS)
    seen: set[Any] = set()
    for place, article in enumerate(articles):
        number = article.values.get("number")
        if number in seen:
            raise ValueRefused("LISTED_TWICE", at=f"{_ARTICLES}.{place}.number")
        seen.add(number)


async def adopt_charter(act: Act, given: AdoptCharterInput) -> Done:
    """Put a draft in force; the one that held until now is replaced."""
    network, charter = await of_own_network(act, given)
    queries.expect_open(network)
    if not (await records.parts(act.writing, charter))[_ARTICLES]:
        raise ValueRefused("NO_ARTICLES")
    adopted = given.adopted_on if isinstance(given.adopted_on, date) else act.writing.parameters["today"]
    before = await queries.charter_in_force(act.writing, network.id)
    if before is not None:
        await _replace(act, before, adopted)
    links = {"replaces": [] if before is None else [Link(before.id)]}
    shown: dict[str, Any] = {"status": act.move.end, "adoptedOn": adopted, "audience": Audience.PUBLIC.value}
    return act.done(records.edit(act.writing, charter, {}, links, **shown))


async def _replace(act: Act, before: Record, adopted: date) -> None:
    """Let the one that held hold no more. Raises ValueRefused ADOPTED_EARLIER."""
    held = before.properties.get("adoptedOn")
    if held is not None and adopted < held:
        raise ValueRefused("ADOPTED_EARLIER", at="adoptedOn", day=held)
    change = records.mark(act.writing, before, status=REPLACED, replacedOn=adopted)
    await act.follow("CHARTER_REPLACED", before, change)


VERBS = {
    "draftCharter": Verb(draft_charter, Way.CREATE),
    "editCharter": Verb(edit_charter, Way.EDIT),
    "adoptCharter": Verb(adopt_charter, AdoptCharterInput),
}
