"""What users do with questions and answers: ask about a record of others, answer, edit, take back; hide."""

from typing import Any

from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.life import Way
from graph.model.questions import DISCUSSED
from graph.model.remarks import STANDING
from graph.queries import remarks as queries
from graph.queries.records import Record
from hub.permissions import acting_organization
from hub.resolvers import remarks
from hub.resolvers.given import links_of, values_of
from hub.resolvers.moves import Act, Done, Verb
from hub.resolvers.remarks import HideInput, RemarkInput

_ABOUT = MODEL.nodes["Question"].edge("about")
_OF = MODEL.nodes["Answer"].edge("question")


async def ask(act: Act, given: Any) -> Done:
    """Ask about a record of others; the parties of a partnership ask each other, too."""
    organization = acting_organization(act.viewer)
    record = await remarks.found_of(act, given.aboutId, "aboutId", DISCUSSED.labels)
    if organization in record.owners and record.label != "Partnership":
        raise ValueRefused("OWN_RECORD", at="aboutId")
    remarks.expect_open(record)
    await remarks.expect_few(act, record, _ABOUT, organization)
    signed = ("asker", organization)
    return await remarks.said(act, given, "about", record, record, signed, ownerIds=[organization])


async def answer(act: Act, given: Any) -> Done:
    """Answer a question: as the author of the record, whom nothing names but the record, or as another."""
    organization = acting_organization(act.viewer)
    question = await act.found(given.questionId, at="questionId", label="Question")
    if question.choice("status") is not STANDING:
        raise question.not_from_here(at="questionId")
    record = await remarks.under(act, question)
    remarks.expect_open(record)
    await remarks.expect_few(act, question, _OF, organization)
    author = organization in record.owners
    unsigned = author and remarks.is_unsigned(record)
    if unsigned:
        await remarks.expect_nameless(act, record, given.text)
    return await remarks.said(
        act,
        given,
        "question",
        question,
        record,
        None if unsigned else ("organization", organization),
        ownerIds=record.owners if unsigned else [organization],
        fromAuthor=author,
        questionVersion=question.properties["version"],
    )


async def edit_answer(act: Act, given: Any) -> Done:
    """Change an answer of one's own."""
    own = await act.own(given)
    act.expect(own)
    record = await remarks.under(act, own)
    remarks.expect_open(record)
    values = values_of(given)
    if _is_authors(own, record):
        await remarks.expect_nameless(act, record, values.get("text"))
    return await remarks.edited(act, own, record, values, links_of(given))


def _is_authors(answer: Record, record: Record) -> bool:
    return bool(answer.properties["fromAuthor"]) and remarks.is_unsigned(record)


async def withdraw_question(act: Act, given: RemarkInput) -> Done:
    """Take a question back that nobody else has answered."""
    own = await act.own(given)
    act.expect(own)
    if await queries.is_answered(act.writing, own.id, own.owners):
        raise ValueRefused("QUESTION_HAS_ANSWERS", at="id")
    return await remarks.withdraw(act, given)


VERBS = {
    "askQuestion": Verb(ask, Way.CREATE),
    "editQuestion": Verb(remarks.edit, Way.EDIT),
    "withdrawQuestion": Verb(withdraw_question, RemarkInput),
    "hideQuestion": Verb(remarks.hide, HideInput),
    "unhideQuestion": Verb(remarks.unhide, RemarkInput),
    "answerQuestion": Verb(answer, Way.CREATE),
    "editAnswer": Verb(edit_answer, Way.EDIT),
    "withdrawAnswer": Verb(remarks.withdraw, RemarkInput),
    "hideAnswer": Verb(remarks.hide, HideInput),
    "unhideAnswer": Verb(remarks.unhide, RemarkInput),
}
