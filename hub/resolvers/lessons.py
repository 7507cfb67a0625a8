"""What users do with lessons and approaches by rules of their own: word them, and give evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING
from typing import Any

import strawberry

from graph.errors import ValueRefused
from graph.model.lessons import FORMER_EVIDENCE
from graph.model.stored import stored_values
from graph.model.wordings import WORDED
from graph.queries import lessons as queries
from graph.queries import records
from graph.queries.records import Link, Record
from graph.text import clean
from hub.permissions import may_mend
from hub.resolvers import protecting
from hub.resolvers.given import field
from hub.resolvers.moves import Act, Done, Verb
from hub.texts import say, text_of


@strawberry.input(
    description=say("Evidence from an experience of your organization.", "شاهدی از تجربهٔ سازمان شما.")
)
class AddEvidenceInput:
    """Adds evidence to a lesson."""

    lesson_id: strawberry.ID = strawberry.field(
        description=say("The lesson it speaks to.", "درس‌آموخته‌ای که دربارهٔ آن است.")
    )
    experience_id: strawberry.ID = strawberry.field(
        description=say("The experience of yours that speaks.", "تجربهٔ شما که شاهد است.")
    )
    supports: bool = strawberry.field(
        description=say(
            "True when it speaks for the lesson, false when against.",
            "true اگر موافق درس‌آموخته است، false اگر مخالف.",
        )
    )


_REASON = next(member for member in FORMER_EVIDENCE if member.name == "reason")


@strawberry.input(
    description=say("Evidence that is no longer such, and why.", "شاهدی که دیگر چنین نیست، و چرا.")
)
class TakeEvidence:
    """Removes evidence, or turns it."""

    lesson_id: strawberry.ID = strawberry.field(
        description=say("The lesson it speaks to.", "درس‌آموخته‌ای که دربارهٔ آن است.")
    )
    experience_id: strawberry.ID = strawberry.field(
        description=say("The experience of yours that is evidence.", "تجربهٔ شما که شاهد است.")
    )
    reason: str = field(_REASON, text_of(_REASON.words), MISSING)


async def check(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """A lesson comes from experiences, or says where else it comes from.

    Raises ValueRefused ORIGIN_NEEDED.
    """
    await reword(act, record, values, links)
    before = {} if record is None else record.properties
    if clean({**before, **values}.get("source") or ""):
        return
    if "experiences" in links:
        drawn = bool(links["experiences"])
    else:
        drawn = record is not None and await queries.is_drawn(act.writing, record.id)
    if not drawn:
        raise ValueRefused("ORIGIN_NEEDED", at="experiences" if "experiences" in links else "source")


async def reword(
    act: Act, record: Record | None, values: dict[str, Any], links: dict[str, Sequence[Link]]
) -> None:
    """Count the wordings: what changes of one that was published already is a new one."""
    if record is None:
        values["wording"] = 1
    elif record.properties.get("publishedAt") is not None and await _says_else(act, record, values, links):
        values["wording"] = record.properties["wording"] + 1


async def _says_else(
    act: Act, record: Record, values: Mapping[str, Any], links: Mapping[str, Sequence[Link]]
) -> bool:
    worded = WORDED[record.label]
    if any(_said(values[name]) != record.properties.get(name) for name in worded if name in values):
        return True
    for name in set(worded) & links.keys():
        before = (await records.parts(act.writing, record))[name]
        if [_texts(part) for part in links[name]] != [_texts(part) for part in before]:
            return True
    return False


def _said(text: str | None) -> str | None:
    return clean(text or "") or None


def _texts(part: Link) -> dict[str, str]:
    return {
        name: said for name, value in part.values.items() if isinstance(value, str) and (said := _said(value))
    }


async def add_evidence(act: Act, given: AddEvidenceInput) -> Done:
    """Put an experience of the viewer's organization beside a lesson, for or against it."""
    lesson = await act.found(given.lesson_id, at="lessonId")
    act.expect(lesson)
    experience = await act.found(given.experience_id, at="experienceId", label="Experience")
    may_mend(act.viewer, experience)
    if not await queries.add_evidence(act.writing, lesson.id, experience.id, given.supports):
        raise ValueRefused("EVIDENCE_EXISTS")
    # The event is about the experience, and read as it is: about a lesson that all may read, it
    # would name the author of the anonymized experience beside it.
    return act.sent(experience.id, label="Experience", answer_with=lesson.id)


async def remove_evidence(act: Act, given: TakeEvidence) -> Done:
    """Take an experience of the viewer's organization away from a lesson."""
    return await _take_away(act, given, turned=False)


async def turn_evidence(act: Act, given: TakeEvidence) -> Done:
    """Turn an experience of the viewer's organization from for a lesson to against it, or back."""
    return await _take_away(act, given, turned=True)


async def _take_away(act: Act, given: TakeEvidence, *, turned: bool) -> Done:
    # The word is that of the experience's owner, who has put it there: never that of the lesson's.
    lesson = await act.found(given.lesson_id, at="lessonId")
    experience = await act.found(given.experience_id, at="experienceId", label="Experience")
    may_mend(act.viewer, experience)
    reason = stored_values((_REASON,), {"reason": given.reason})["reason"]
    await protecting.expect_nameless(act.writing, experience, "reason", reason)
    if not await queries.take_away(act.writing, lesson.id, experience.id, reason, turned=turned):
        raise ValueRefused("NO_EVIDENCE", at="experienceId")
    return act.sent(experience.id, label="Experience", answer_with=lesson.id)


VERBS = {
    "removeEvidence": Verb(remove_evidence, TakeEvidence),
    "turnEvidence": Verb(turn_evidence, TakeEvidence),
    "addEvidence": Verb(add_evidence, AddEvidenceInput),
}
CHECKS = {"Lesson": check, "Approach": reword}
