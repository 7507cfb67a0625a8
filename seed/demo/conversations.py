"""Add what organizations say under the records of others: questions, answers, whether it applies."""

from collections.abc import Mapping
from typing import Any

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.applying import ApplicabilityAnswer
from graph.model.common import Language, RecordStatus
from graph.model.complaints import ComplaintStatus
from graph.model.partnerships import PartnershipStatus
from graph.model.remarks import RemarkStatus
from seed.content import told
from seed.demo.approaches import Way
from seed.demo.organizations import Member
from seed.demo.stories import Story, recorded
from seed.sketch import Deed, Sketch, Thing

_HIDDEN = {Audience.ANONYMIZED.value, Audience.AUTHORS.value}
_READ = {RecordStatus.PUBLISHED.value, PartnershipStatus.ACTIVE.value}


def add(
    sketch: Sketch,
    members: Mapping[str, Member],
    stories: Mapping[str, Story],
    ways: Mapping[str, Way],
    others: Mapping[str, Thing],
) -> None:
    """Add all that the content tells; `others` are offers, needs and partnerships by their keys."""
    content = told("conversations")
    numbers: dict[str, int] = {}
    for row in content["questions"]:
        _question(sketch, members, _about(row, stories, ways, others), row, numbers)
    for row in content["applicability"]:
        _applicability(sketch, members, _about(row, stories, ways, others), row, numbers)


def _about(
    row: Mapping[str, Any],
    stories: Mapping[str, Story],
    ways: Mapping[str, Way],
    others: Mapping[str, Thing],
) -> Thing:
    """The record that something is said about, which others read."""
    if "approach" in row:
        thing = ways[row["approach"]].thing
    elif "lessonOf" in row:
        thing = stories[row["lessonOf"]].lessons[row["lesson"]].thing
    elif "experience" in row:
        thing = stories[row["experience"]].thing
    else:
        thing = others[row.get("resource") or row["partnership"]]
    assert thing.properties["status"] in _READ, f"nobody reads {row}"
    return thing


def _said(about: Thing, owners: list[str], row: Mapping[str, Any], number: int) -> dict[str, Any]:
    """What everything that is said keeps of it."""
    hidden = row.get("hidden")
    return {
        "status": RemarkStatus.HIDDEN if hidden else RemarkStatus.STANDING,
        "hiddenReason": hidden and hidden["reason"],
        "audience": (
            Audience.ANONYMIZED if about.properties["audience"] in _HIDDEN else Audience.PUBLIC
        ).value,
        "ownerIds": owners,
        "number": number,
    }


def _next(numbers: dict[str, int], whole: Thing, label: str) -> int:
    key = f"{label} {whole.id}"
    numbers[key] = numbers.get(key, 0) + 1
    return numbers[key]


def _question(
    sketch: Sketch,
    members: Mapping[str, Member],
    about: Thing,
    row: Mapping[str, Any],
    numbers: dict[str, int],
) -> None:
    key, asker = f"question {row['key']}", members[row["asker"]].thing
    assert asker.id not in about.properties["ownerIds"], f"{key} is asked by its author"
    deeds = [Deed("QUESTION_ASKED", recorded(key, row["on"]))]
    assert deeds[0].at > about.properties.get("publishedAt", about.properties["createdAt"]), (
        f"{key} is too early"
    )
    if "hidden" in row:
        deeds.append(Deed("QUESTION_HIDDEN", recorded(f"{key} hidden", row["hidden"]["on"])))
    values = _said(about, [asker.id], row, _next(numbers, about, "Question"))
    question = sketch.record("Question", key, deeds, values | {"text": row["text"], "language": Language.FA})
    sketch.link(question, "about", [about])
    sketch.link(question, "asker", [asker])
    _complaint(sketch, members, question, row, key)
    for answer in row["answers"]:
        _answer(sketch, members, question, about, answer, numbers)


def _answer(
    sketch: Sketch,
    members: Mapping[str, Member],
    question: Thing,
    about: Thing,
    row: Mapping[str, Any],
    numbers: dict[str, int],
) -> None:
    key = f"answer {question.id} {row['key']}"
    author = "by" not in row
    owners = about.properties["ownerIds"] if author else [members[row["by"]].thing.id]
    values = _said(about, owners, row, _next(numbers, question, "Answer"))
    values |= {"text": row["text"], "language": Language.FA, "fromAuthor": author, "questionVersion": 1}
    deeds = [Deed("QUESTION_ANSWERED", recorded(key, row["on"]))]
    answer = sketch.record("Answer", key, deeds, values)
    sketch.link(answer, "question", [question])
    if not author or not MODEL.nodes[about.label].anonymizable:
        by = (member.thing for member in members.values() if member.thing.id == owners[0])
        sketch.link(answer, "organization", list(by))
    _complaint(sketch, members, answer, row, key)


def _complaint(
    sketch: Sketch, members: Mapping[str, Member], about: Thing, row: Mapping[str, Any], key: str
) -> None:
    """What somebody finds wrong with it: upheld where it is hidden."""
    if "complaint" not in row:
        return
    made, hidden = row["complaint"], row.get("hidden")
    deeds = [Deed("COMPLAINT_MADE", recorded(f"{key} complaint", made["on"]))]
    if hidden:
        deeds.append(Deed("COMPLAINT_UPHELD", recorded(f"{key} hidden", hidden["on"])))
    values = {
        "status": ComplaintStatus.UPHELD if hidden else ComplaintStatus.OPEN,
        "reason": made["reason"],
        "audience": Audience.COORDINATORS.value,
        "ownerIds": [members[made["by"]].thing.id],
    }
    complaint = sketch.record("Complaint", f"complaint {key}", deeds, values)
    sketch.link(complaint, "about", [about])


def _applicability(
    sketch: Sketch,
    members: Mapping[str, Member],
    about: Thing,
    row: Mapping[str, Any],
    numbers: dict[str, int],
) -> None:
    by = members[row["by"]].thing
    key = f"applicability {row['by']} {about.id}"
    assert by.id not in about.properties["ownerIds"], f"{key} is said by its author"
    values = _said(about, [by.id], row, _next(numbers, about, "Applicability"))
    values |= {
        "answer": ApplicabilityAnswer(row["answer"]),
        "reason": row["reason"],
        "wording": about.properties["wording"],
    }
    deeds = [Deed("APPLICABILITY_SAID", recorded(key, row["on"]))]
    assert deeds[0].at > about.properties["publishedAt"], f"{key} is too early"
    said = sketch.record("Applicability", key, deeds, values)
    sketch.link(said, "about", [about])
    sketch.link(said, "organization", [by])
