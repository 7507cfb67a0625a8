"""Make records from their declaration, in any state, and the inputs of the moves of their lives.

What the declaration cannot tell stands in three tables: MAKERS, TARGETS and READY. A new record or move
that needs a line there and has none is named by test_every_record.py.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any, TypeAlias

from graph.model import MODEL
from graph.model.access import Audience
from graph.model.common import PUBLISH
from graph.model.life import Move, Way
from graph.model.members import Access, Edge, Giving, Property
from graph.model.nodes import Node
from graph.model.words import Choice
from tests.hub.every.cast import Cast
from tests.hub.every.inputs import asked, creations, edits, names, target, value
from tests.hub.every.rules import maker_of
from tests.people import employ


def publishes(move: Move) -> bool:
    """Whether a move lets those read a record whom its visibility names, by rules of its own or not."""
    return move.way is Way.PUBLISH or move.input == PUBLISH.input


# -- what the declaration cannot tell ----------------------------------------------------------------

Maker: TypeAlias = Callable[[Cast, str], dict[str, Any]]
"""What a creation gives beside what is declared: `(cast, who)`."""


def _side(who: str) -> str:
    """The one of the two that a viewer is; the owner where they are neither."""
    return who if who in {"owner", "side"} else "owner"


def _other(who: str) -> str:
    """An organization that is not the viewer's."""
    return "owner" if who == "side" else "side"


def _partnership(cast: Cast, _who: str) -> dict[str, Any]:
    """Two parties."""
    two = (cast.organizations["owner"], cast.organizations["side"])
    return {"parties": [{"organizationId": id_, "role": "طرف"} for id_ in two]}


_DRAFTED = "MATCH (p:Node {id: $id}) SET p.status = 'DRAFT', p.audience = 'PUBLIC'"
_REPORTABLE = """
MATCH (p)-[:HAS_COMMITMENT]->(c:Node {id: $id}) SET p.status = 'SIGNED', p.audience = 'PUBLIC', c.target = 10.0
WITH c MATCH (c)-[by:OWED_BY]->(one), (c)-[to:OWED_TO]->(other)
OPTIONAL MATCH (c)-[:HAS_REPORT]->(r {status: 'WAITING'}) SET r.status = 'SUPERSEDED'
WITH DISTINCT c, by, to, one, other WHERE other.id = $who
DELETE by, to CREATE (c)-[:OWED_BY]->(other), (c)-[:OWED_TO]->(one)
"""


def _commitment(cast: Cast, _who: str) -> dict[str, Any]:
    """A draft that all may read, and which of its two parties owes the other."""
    partnership = once(cast, "Partnership", "DRAFT")
    cast.graph.rows(_DRAFTED, id=partnership.id)
    return {
        "partnershipId": partnership.id,
        "owedById": cast.organizations["owner"],
        "owedToId": cast.organizations["side"],
    }


def _report(cast: Cast, who: str) -> dict[str, Any]:
    """A commitment that is measured, of a signed partnership: `who` owes it, and no report of it waits."""
    commitment = once(cast, "Commitment")
    cast.graph.rows(_REPORTABLE, id=commitment.id, who=cast.organizations.get(who))
    return {"commitmentId": commitment.id}


def _amendment(cast: Cast, who: str) -> dict[str, Any]:
    """A signed partnership as it is now, a text that it does not have, and whose word it is."""
    partnership = once(cast, "Partnership", "SIGNED")
    (now,) = cast.graph.rows("MATCH (p:Node {id: $id}) RETURN p.version AS version", id=partnership.id)
    party = cast.organizations.get(who, cast.organizations["owner"])
    summary = f"چکیدهٔ نسخهٔ {now['version']}"
    return {"partnershipId": partnership.id, "version": now["version"], "summary": summary, "partyId": party}


def _adoption(cast: Cast, who: str) -> dict[str, Any]:
    """The first wording of a published lesson of another."""
    return {"adoptedId": made(cast, "Lesson", "PUBLISHED", _other(who)).id, "wording": 1}


def _review(cast: Cast, who: str) -> dict[str, Any]:
    """A published lesson of one's own; of the owner, where one has none."""
    return {"reviewedId": made(cast, "Lesson", "PUBLISHED", _side(who)).id}


def _question(cast: Cast, who: str) -> dict[str, Any]:
    """A published lesson of another, about which nobody has asked."""
    return {"aboutId": made(cast, "Lesson", "PUBLISHED", _other(who)).id}


def _answer(cast: Cast, who: str) -> dict[str, Any]:
    """A question of another, about a lesson that is not one's own."""
    asked_of = "owner" if who == "third" else "third"
    lesson = made(cast, "Lesson", "PUBLISHED", asked_of)
    given = {"aboutId": lesson.id, "text": "چند نفر؟"}
    asked = cast.hub.done("askQuestion", given, "question { id }", cast.tokens[_other(who)])
    return {"questionId": asked["id"]}


def _complaint(cast: Cast, who: str) -> dict[str, Any]:
    """A question of another."""
    return {"aboutId": made(cast, "Question", "STANDING", _other(who)).id}


def _exchange(cast: Cast, who: str) -> dict[str, Any]:
    """An offer of another, and no need."""
    return {"offerId": made(cast, "ResourceOffer", None, _other(who)).id, "needId": None}


def _lesson(_cast: Cast, _who: str) -> dict[str, Any]:
    """Where it comes from."""
    return {"source": "گزارش سالانه"}


_FORGET = "MATCH (c:TieClaim)-[:TIE_FROM|TIE_TO]->(:Node {id: $id}) DETACH DELETE c"


def _claim(cast: Cast, who: str) -> dict[str, Any]:
    """A tie of one's own to another, which nobody has claimed before; the secretariat's has a source."""
    start = _side(who)
    cast.graph.rows(_FORGET, id=cast.organizations[start])
    ends = {"fromId": cast.organizations[start], "toId": cast.organizations[_other(start)]}
    return ends | {"source": "دفتر ثبت"}


def _named(label: str, edge: str, role: str) -> Callable[[Cast], str]:
    """The claim of the other side that the owner has a role in a published record."""

    def asked_of(cast: Cast) -> str:
        node = MODEL.nodes[label]
        (create,) = creations(node)
        named = [{"organizationId": cast.organizations["owner"], "role": role}]
        given = least(cast, node, create, "side") | {edge: named}
        told = cast.do(node, create, given, cast.tokens["side"])
        assert told["errors"] == []
        put(cast, subject_of(cast, node, str(told["record"]["id"])), "PUBLISHED")
        text = "MATCH (c)-[:NAMED_IN]->(:Node {id: $id}) RETURN c.id AS id"
        return str(cast.graph.rows(text, id=told["record"]["id"])[0]["id"])

    return asked_of


_FORGET_CLAIMS = "MATCH (c)-[:CLAIMED_OF]->(:Node {id: $id}) DETACH DELETE c"


def _claimed(cast: Cast, who: str) -> dict[str, Any]:
    """A published course of one's own, of which nothing is claimed yet; the secretariat names the owner's."""
    provider = _side(who)
    course = once(cast, "Course", "PUBLISHED") if provider == "owner" else _course_of(cast, provider)
    cast.graph.rows(_FORGET_CLAIMS, id=course.id)
    cast.graph.rows("MATCH (c:Node {id: $id}) SET c.price = 1000, c.priceUnit = 'IRR'", id=course.id)
    return {"courseId": course.id}


def _course_of(cast: Cast, who: str) -> "Subject":
    return made(cast, "Course", "PUBLISHED", who)


def _share(cast: Cast, who: str) -> dict[str, Any]:
    """Half of the price, of another."""
    payer = cast.organizations[_other(who)]
    return _claimed(cast, who) | {"payerId": payer, "percent": 50.0, "amount": None, "amountUnit": None}


def _leads(cast: Cast, who: str) -> dict[str, Any]:
    """A published qualification of another."""
    qualification = made(cast, "Qualification", "PUBLISHED", _other(who))
    return _claimed(cast, who) | {"qualificationId": qualification.id}


def _recognition(cast: Cast, who: str) -> dict[str, Any]:
    """A published qualification of another."""
    return {"qualificationId": made(cast, "Qualification", "PUBLISHED", _other(who)).id}


def _coded(_cast: Cast, _who: str) -> dict[str, Any]:
    """An occupation of the list."""
    return {"occupationCode": "7212"}


def _course(_cast: Cast, _who: str) -> dict[str, Any]:
    """Under no partnership, and in no program."""
    return {"partnershipId": None, "programId": None}


def _apprenticeship(_cast: Cast, _who: str) -> dict[str, Any]:
    """A trade and a length that it can have."""
    return {"occupationCode": "7212", "months": 4, "programId": None}


def _opportunity(_cast: Cast, _who: str) -> dict[str, Any]:
    """An occupation of the list, and a pay band that goes upwards."""
    return {"occupationCode": "7212", "payFrom": "100", "payTo": "200", "payUnit": "IRR", "programId": None}


def _plan(_cast: Cast, _who: str) -> dict[str, Any]:
    """A national one: a province's has a region."""
    return {"level": "NATIONAL"}


_OPENED = "MATCH (n:Node {id: $id}) SET n.status = 'FOUNDING', n.audience = 'PUBLIC'"


def _network(cast: Cast, who: str) -> dict[str, Any]:
    """A network that is being founded, and whose secretariat `who` is; the owner where that is none."""
    network = made(cast, "Network", None, _side(who))
    cast.graph.rows(_OPENED, id=network.id)
    return {"networkId": network.id}


def _seat(cast: Cast, who: str) -> dict[str, Any]:
    """A board of a network of one's own, and another that is named for it."""
    own = _side(who)
    return {"boardId": made(cast, "Board", None, own).id, "organizationId": cast.organizations[_other(own)]}


def _charter(cast: Cast, who: str) -> dict[str, Any]:
    """A network of one's own, and an article."""
    return _network(cast, who) | {"articles": [{"number": 1, "heading": "نام", "text": "نام شبکه."}]}


def _member(cast: Cast, who: str) -> dict[str, Any]:
    """A network of one's own, and another that is invited."""
    own = _side(who)
    return _network(cast, own) | {"organizationId": cast.organizations[_other(own)]}


def _applying(cast: Cast, who: str) -> dict[str, Any]:
    """A network of another."""
    return _network(cast, _other(who))


def _affiliation(cast: Cast) -> str:
    """The office of a person of the owner."""
    owner = cast.organizations["owner"]
    return cast.hub.run(lambda database: employ(database, owner, "نرگس کریمی"))[1]


def _appointee(cast: Cast, _who: str) -> dict[str, Any]:
    """Somebody who has no role yet, and one that can be bound to topics and to no county."""
    owner = cast.organizations["owner"]
    person = cast.hub.run(lambda database: employ(database, owner, "سارا نوری"))[0]
    return {"personId": person, "role": "REVIEWER", "regionIds": []}


def _claim_of(cast: Cast, _who: str) -> dict[str, Any]:
    """A claim of an organization that is only listed, with a paper."""
    listed = cast.hub.organization("شناخته")
    cast.graph.rows("MATCH (o:Node {id: $id}) SET o.status = 'LISTED'", id=listed)
    return {"organizationId": listed, "proof": "DOCUMENT", "document": "نامهٔ هیئت‌مدیره"}


FOLLOWS: dict[str, Callable[[Cast], str]] = {
    "ParticipationClaim": _named("Experience", "participants", "HOST"),
    "ProgramRoleClaim": _named("Program", "organizations", "HOST"),
    "Affiliation": _affiliation,
}
"""Records that no move of their own begins: what makes one, and its id."""


def _participant(cast: Cast, who: str) -> dict[str, Any]:
    """Its own part: whoever else is named is asked first, and so is no participant yet."""
    own = cast.organizations.get(who, cast.organizations["owner"])
    return {"participants": [target(MODEL.nodes["Experience"].edge("participants"), own)]}


_SIGN = "MATCH (p)-[:HAS_COMMITMENT]->(:Node {id: $id}) SET p.status = 'SIGNED', p.audience = 'PUBLIC'"


def _program(cast: Cast, who: str) -> dict[str, Any]:
    """Its own part; where it is a party, a signed partnership of its own, and a commitment under one."""
    own = cast.organizations.get(who, cast.organizations["owner"])
    part = {"organizations": [target(MODEL.nodes["Program"].edge("organizations"), own)]}
    if who not in {"owner", "side"}:
        return part | {"partnershipId": None}
    commitment = made(cast, "Commitment").id
    cast.graph.rows(_SIGN, id=commitment)
    return part | {
        "partnershipId": once(cast, "Partnership", "SIGNED").id,
        "commitmentIds": [commitment],
    }


def _working_group(cast: Cast, _who: str) -> dict[str, Any]:
    """A partnership that holds."""
    return {"bodyId": once(cast, "Partnership", "SIGNED").id}


def _of_group(cast: Cast, _who: str) -> dict[str, Any]:
    """A working group of two parties that meets."""
    return {"groupId": once(cast, "WorkingGroup", "ACTIVE").id}


def _group_seat(cast: Cast, who: str) -> dict[str, Any]:
    """A seat of another in a group of its own."""
    group = made(cast, "WorkingGroup", "ACTIVE")
    return {"groupId": group.id, "organizationId": cast.organizations[_other(who)]}


def _decision(cast: Cast, who: str) -> dict[str, Any]:
    """A number that no other has."""
    return _of_group(cast, who) | {"number": secrets.randbelow(10**8)}


def _action(cast: Cast, who: str) -> dict[str, Any]:
    """What another is to do."""
    return _of_group(cast, who) | {"ownerId": cast.organizations[_other(who)]}


_STEP = {
    "title": "پذیرش",
    "text": "گفت‌وگوی نخست",
    "office": "تسهیلگر شغلی",
    "duration": 2.5,
    "takes": "کارت ملی",
    "gives": "پرونده",
    "formUrl": "https://example.org/form",
    "durationUnit": "HOURS",
}


def _process(cast: Cast, _who: str) -> dict[str, Any]:
    """A network that the owner keeps, some steps, and nothing to replace."""
    if "process of" not in cast.kept:
        cast.kept["process of"] = _network(cast, "owner")["networkId"]
    return {"networkId": cast.kept["process of"], "replacesId": None, "steps": [_STEP] * 4}


def _following(cast: Cast, _who: str) -> dict[str, Any]:
    """A standard that nobody follows yet, and a step that it has."""
    deviation = {"step": 0, "how": "در خانهٔ متقاضی", "why": "راه دور است"}
    return {"processId": made(cast, "Process", "STANDARD").id, "deviations": [deviation]}


def _campaign(cast: Cast, who: str) -> dict[str, Any]:
    """Another that is asked."""
    return {"addressedToId": cast.organizations[_other(who)]}


def _endorsement(cast: Cast, who: str) -> dict[str, Any]:
    """A published campaign of another, as it was first worded."""
    return {"campaignId": made(cast, "Campaign", "PUBLISHED", _other(who)).id, "wording": 1}


def _organization(_cast: Cast, _who: str) -> dict[str, Any]:
    """A name that no other has."""
    return {"nameFa": f"نام {secrets.token_hex(6)}", "nameEn": f"Name {secrets.token_hex(6)}"}


def _another(cast: Cast, _subject: "Subject", _who: str) -> dict[str, Any]:
    """An organization that is to go, listed only: where it is a member, the one that stays becomes one."""
    gone = cast.hub.organization(f"دیگر {secrets.token_hex(6)}")
    cast.graph.rows("MATCH (o:Node {id: $id}) SET o.status = 'LISTED'", id=gone)
    return {"mergeId": gone}


def _slug(_cast: Cast, _who: str) -> dict[str, Any]:
    """A short name that nothing else has."""
    return {"slug": f"made-{secrets.token_hex(6)}"}


def _region(_cast: Cast, _who: str) -> dict[str, Any]:
    """A country of its own."""
    one, other = secrets.token_hex(2).upper(), secrets.token_hex(2).upper()  # Four signs a part, at most.
    return {"code": f"XX-{one}-{other}", "kind": "COUNTRY", "partOfId": None}


def _word_of(argument: str) -> Maker:
    """Whose word it is, where the secretariat enters it."""
    return lambda cast, who: {} if who in cast.organizations else {argument: cast.organizations["owner"]}


def _scheme(_cast: Cast, _who: str) -> dict[str, Any]:
    """One criterion and one grade; the first edition."""
    criterion = {"name": "مربیان", "description": None, "weight": 2.0, "threshold": None}
    grades = [{"grade": "الف", "leastScore": 40.0}]
    return {"criteria": [criterion], "grades": grades, "replacesId": None}


def _rating(cast: Cast, who: str) -> dict[str, Any]:
    """Of another, by the one criterion."""
    scores = [{"criterion": "مربیان", "score": 80.0, "note": None}]
    ends = {
        "providerId": cast.organizations[_other(who)],
        "schemeId": once(cast, "RatingScheme", "PUBLISHED").id,
    }
    return ends | {"scores": scores}


def _payment_terms(cast: Cast, _who: str) -> dict[str, Any]:
    """Of a signed partnership, by complete records alone: the side pays."""
    links = {"partnershipId": once(cast, "Partnership", "SIGNED").id, "payerId": cast.organizations["side"]}
    steps = [{"grade": None, "share": 1.0, "dueAfterDays": 10}]
    return links | {"schemeId": None, "raterId": None, "replacesId": None, "steps": steps}


_FIRST = date(2020, 1, 1)
_COHORTS = count()


def _cohort(cast: Cast, who: str) -> dict[str, Any]:
    """A cohort of its own of a course of one's own; the owner's is paid for by the side."""
    own = _side(who)
    course = cast.kept.setdefault(f"Course of {own}", None) or made(cast, "Course", "PUBLISHED", own)
    cast.kept[f"Course of {own}"] = course
    day = str(_FIRST + timedelta(days=next(_COHORTS)))
    part = MODEL.nodes["CohortOutcome"]
    given = (member.name for member in part.properties() if member.given is not Giving.NEVER)
    return {
        "courseId": course.id,
        "apprenticeshipId": None,
        "correctsId": None,
        "termsId": once(cast, "PaymentTerms", "ACCEPTED").id if own == "owner" else None,
        "startsOn": day,
        "endsOn": day,
        "outcomes": [dict.fromkeys(given) | {"enrolled": 20, "completed": 12}],
    }


_TO_PAY = """
MATCH (n:Node {id: $id})-[r:COHORT_REPORTED_BY]->(a), (n)-[p:COHORT_PAID_BY]->(b), (n)-[:PAID_BY_TERMS]->(t)
SET n.ownerIds = [a.id, b.id], n.answeredOn = date(), t.amount = 1000000, t.amountUnit = 'IRR', t.basis = 'IN_ALL'
WITH * WHERE a.id = $who
DELETE r, p CREATE (n)-[:COHORT_REPORTED_BY]->(b), (n)-[:COHORT_PAID_BY]->(a)
"""


def _payment(cast: Cast, who: str) -> dict[str, Any]:
    """An accepted report that is to be paid for by `who`, if by one of the two."""
    report = made(cast, "CohortReport", "ACCEPTED")
    cast.graph.rows(_TO_PAY, id=report.id, who=cast.organizations.get(who, cast.organizations["owner"]))
    return {"reportId": report.id}


MAKERS: dict[str, Maker] = {
    "Organization": _organization,
    "Region": _region,
    "Topic": _slug,
    "Skill": _slug,
    "Lesson": _lesson,
    "TieClaim": _claim,
    "Experience": _participant,
    "Program": _program,
    "Partnership": _partnership,
    "Commitment": _commitment,
    "CommitmentReport": _report,
    "Amendment": _amendment,
    "Adoption": _adoption,
    "Review": _review,
    "Question": _question,
    "Answer": _answer,
    "Applicability": _question,
    "Complaint": _complaint,
    "Exchange": _exchange,
    "Network": _plan,
    "WorkingGroup": _working_group,
    "GroupSeat": _group_seat,
    "Meeting": _of_group,
    "Decision": _decision,
    "Action": _action,
    "Qualification": _coded,
    "Recognition": _recognition,
    "Course": _course,
    "CostShare": _share,
    "CourseQualification": _leads,
    "Service": lambda *_: {"programId": None},
    "Apprenticeship": _apprenticeship,
    "JobOpportunity": _opportunity,
    "SupportCenter": _word_of("operatorId"),
    "SupportInstrument": _word_of("payerId"),
    "Process": _process,
    "ProcessFollowing": _following,
    "Campaign": _campaign,
    "Endorsement": _endorsement,
    "RatingScheme": _scheme,
    "QualityRating": _rating,
    "PaymentTerms": _payment_terms,
    "CohortReport": _cohort,
    "Payment": _payment,
    "FoundingStep": _network,
    "Board": _network,
    "BoardSeat": _seat,
    "Charter": _charter,
    "NetworkMembership": _member,
    "MembershipApplication": _applying,
    "Appointment": _appointee,
    "OrganizationClaim": _claim_of,
}
"""Of each record whose creation has rules of its own."""

Targets: TypeAlias = Callable[["Cast", "Subject", str], dict[str, Any]]
"""What the input of a move names beside what is declared: `(cast, subject, who)`."""


def _evidence(cast: Cast, subject: "Subject", who: str) -> dict[str, Any]:
    """An experience of one's own; whoever is neither side has none, and names the owner's."""
    told = {"lessonId": subject.id, "experienceId": made(cast, "Experience", "PUBLISHED", _side(who)).id}
    return told | {"supports": True}


def _party(_cast: Cast, subject: "Subject", who: str) -> dict[str, Any]:
    return {"partyId": subject.acting(who)}


def _wording(_cast: Cast, _subject: "Subject", _who: str) -> dict[str, Any]:
    return {"wording": 2}


def _given_evidence(cast: Cast, subject: "Subject", who: str) -> dict[str, Any]:
    told = _evidence(cast, subject, who)
    del told["supports"]
    text = "MATCH (l:Node {id: $lessonId}), (e:Node {id: $experienceId}) CREATE (l)-[:SUPPORTED_BY]->(e)"
    cast.graph.rows(text, **told)
    return told | {"reason": "اشتباه بود"}


def _ending(cast: Cast, subject: "Subject", who: str) -> dict[str, Any]:
    return _party(cast, subject, who) | {"endReason": "بودجه تمام شد"}


def _into(cast: Cast, subject: "Subject", _who: str) -> dict[str, Any]:
    return {"intoId": made(cast, subject.node.label).id}


def _in_a_province(cast: Cast, _subject: "Subject", _who: str) -> dict[str, Any]:
    region = made(cast, "Region").id
    cast.graph.rows("MATCH (r:Node {id: $id}) SET r.kind = 'PROVINCE'", id=region)
    return {"regionId": region}


TARGETS: dict[str, Targets] = {
    "foundProvincialNetwork": _in_a_province,
    "mergeRegion": _into,
    "mergeTopic": _into,
    "mergeSkill": _into,
    "removeEvidence": _given_evidence,
    "turnEvidence": _given_evidence,
    "confirmOutcome": _wording,
    "confirmEndorsement": _wording,
    "requestChanges": lambda *_: {"wording": 1},
    "validateReview": lambda *_: {"wording": 1},
    "rejectReview": lambda *_: {"wording": 1},
    "answerCampaign": lambda *_: {"answerSource": "نامهٔ ۱۲"},
    "endPartnership": _ending,
    "acceptAmendment": _party,
    "declineAmendment": _party,
    "withdrawAmendment": _party,
    "addEvidence": _evidence,
    "mergeOrganizations": _another,
    "confirmTie": lambda *_: {"source": "دفتر ثبت"},
    "disputeTie": lambda *_: {"reason": "چنین نیست."},
    "answerDispute": lambda *_: {"answer": "هست."},
    "endTie": lambda *_: {"until": "2026-03-02"},
    "acceptPaymentTerms": _party,
    "declinePaymentTerms": _party,
    "withdrawPaymentTerms": _party,
    "signPartnership": _party,
    "withdrawSignature": _party,
    "endGroupSeat": lambda *_: {"reason": "دوره‌اش به سر رسید"},
    **{f"hide{of}": lambda *_: {"reason": "توهین‌آمیز است"} for of in ("Question", "Answer", "Applicability")},
    "completeAction": lambda *_: {"evidence": "گزارش در دبیرخانه است"},
}
"""Of each move that names more than its record, its version and its values."""

_PROPOSED = (
    "MATCH (x:Node {id: $id})-[p:PROPOSED_BY]->(), (x)-[:PROVIDED_BY|RECEIVED_BY]->(o)"
    " WHERE (o.id = $acting) = $mine DELETE p CREATE (x)-[:PROPOSED_BY]->(o)"
)
_SIGNED = "MATCH (:Node {id: $id})-[r:HAS_PARTY]->(o) SET r.signedOn = CASE WHEN $who THEN date() END"
_CLAIMED = (
    "MATCH (c:Node {id: $id}) OPTIONAL MATCH (c)-[r:CLAIMED_BY|ASKS|CONFIRMED_BY]->() DELETE r"
    " WITH DISTINCT c MATCH (c)-[:TIE_FROM|TIE_TO]->(o)"
    " FOREACH (_ IN CASE WHEN (o.id = $acting) = $mine THEN [1] ELSE [] END | CREATE (c)-[:CLAIMED_BY]->(o))"
    " FOREACH (_ IN CASE WHEN (o.id = $acting) = $mine THEN [] ELSE [1] END | CREATE (c)-[:ASKS]->(o))"
)
_OF_DRAFT = "MATCH (p)-[:HAS_COMMITMENT]->(:Node {id: $id}) SET p.status = 'DRAFT', p.audience = 'PUBLIC'"
_OWED = """
WITH c MATCH (c)-[by:OWED_BY]->(one), (c)-[to:OWED_TO]->(other) WHERE one.id = $acting
DELETE by, to CREATE (c)-[:OWED_BY]->(other), (c)-[:OWED_TO]->(one)
"""
_CLOSABLE = (
    "MATCH (p)-[:HAS_COMMITMENT]->(c:Node {id: $id})"
    f" SET p.status = 'SIGNED', p.audience = 'PUBLIC', c.dueOn = date('2020-01-01') {_OWED}"
)
_ANSWERABLE = f"MATCH (c:Commitment)-[:HAS_REPORT]->(:Node {{id: $id}}) {_OWED}"
_AMENDED = (
    "MATCH (n:Node {id: $id})-[b:PROPOSED_BY]->() DELETE b WITH n"
    " MATCH (n)<-[:HAS_AMENDMENT]-()-[:HAS_PARTY]->(o) WHERE (o.id = $acting) = $mine"
    " CREATE (n)-[:PROPOSED_BY]->(o)"
)
_OTHERS_PROPOSAL = (
    "MATCH (n:Node {id: $id}) OPTIONAL MATCH (n)-[p:PROPOSED_BY]->() DELETE p WITH DISTINCT n"
    " MATCH (o:Organization) WHERE o.id IN n.ownerIds AND o.id <> $acting CREATE (n)-[:PROPOSED_BY]->(o)"
)
_GROUP_OF_NETWORK = (
    "MATCH (g:Node {id: $id})<-[r:HAS_WORKING_GROUP]-(b:Partnership)"
    " CREATE (w:Network {id: 'net_of' + g.id, ownerIds: b.ownerIds, status: 'FOUNDING'})"
    " CREATE (w)-[:HAS_WORKING_GROUP]->(g) DELETE r"
)
_TERMS = (
    "MATCH (t:Node {id: $id})<-[b:PROPOSED_TERMS]-(), (t)-[q:PAYER]->() DELETE b, q WITH DISTINCT t"
    " MATCH (t)<-[:HAS_PAYMENT_TERMS]-()-[:HAS_PARTY]->(o) WHERE (o.id = $acting) = $mine"
    " MATCH (a:Node {id: $acting}) CREATE (t)<-[:PROPOSED_TERMS]-(o), (t)-[:PAYER]->(a)"
)


def _turned(one: str, other: str) -> str:
    """The two ends of a record in each other's place, unless $acting is the one already."""
    return (
        f"MATCH (n:Node {{id: $id}})-[r:{one}]->(a), (n)-[p:{other}]->(b)"
        f" WITH * WHERE a.id <> $acting DELETE r, p CREATE (n)-[:{one}]->(b), (n)-[:{other}]->(a)"
    )


_OF_NETWORK = """
MATCH (n:Node {id: $id})
OPTIONAL MATCH (n)-[:MEMBER_OF|APPLIES_TO]->(a:Network)
OPTIONAL MATCH (n)<-[:HAS_SEAT]-(:Board)<-[:HAS_BOARD]-(b:Network)
WITH n, coalesce(a, b) AS w SET w.ownerIds = [$acting]
WITH n, w OPTIONAL MATCH (w)<-[:MEMBER_OF]-(m) WHERE m <> n AND NOT n:BoardSeat DETACH DELETE m
"""
_NAMED_ONE = """
MATCH (n:Node {id: $id})-[r:SEATS|MEMBER|APPLIED_BY]->(), (o:Node {id: $acting})
WITH n, o, r, type(r) AS type DELETE r
FOREACH (_ IN CASE type WHEN 'SEATS' THEN [1] ELSE [] END | CREATE (n)-[:SEATS]->(o))
FOREACH (_ IN CASE type WHEN 'MEMBER' THEN [1] ELSE [] END | CREATE (n)-[:MEMBER]->(o))
FOREACH (_ IN CASE type WHEN 'APPLIED_BY' THEN [1] ELSE [] END | CREATE (n)-[:APPLIED_BY]->(o))
"""
_OFFERED = """
MATCH (n:Node {id: $id}), (o:Node {id: $acting}) OPTIONAL MATCH (n)-[r:OFFERED_TO]->() DELETE r
WITH DISTINCT n, o CREATE (n)-[:OFFERED_TO]->(o)
"""


_PROVIDED = (
    "MATCH (n:Node {id: $id}) UNWIND n.ownerIds AS other WITH n, other WHERE other <> $acting"
    " SET n.askedId = other"
)
_ASKED = (
    "MATCH (n:Node {id: $id})-[r:SEAT_OF|ASSIGNED_TO]->() WITH n, r, type(r) AS type"
    " MATCH (o:Node {id: $acting}) DELETE r WITH n, o, type"
    " FOREACH (_ IN CASE type WHEN 'SEAT_OF' THEN [1] ELSE [] END | CREATE (n)-[:SEAT_OF]->(o))"
    " FOREACH (_ IN CASE type WHEN 'SEAT_OF' THEN [] ELSE [1] END | CREATE (n)-[:ASSIGNED_TO]->(o))"
)
_ASKED_OF = "MATCH (n:Node {id: $id}) SET n.askedId = $acting"
_PROVIDER = _turned("COHORT_REPORTED_BY", "COHORT_PAID_BY").replace("$acting", "n.ownerIds[0]")


_CLAIMED_ONE = "MATCH (:Node {id: $id})-[:CLAIM_OF]->(o) SET o.status = "

READY: dict[str, str] = {
    "acceptOrganizationClaim": f"{_CLAIMED_ONE} 'LISTED'",
    "undoOrganizationClaim": f"{_CLAIMED_ONE} 'MEMBER'",
    "acceptPaymentTerms": _TERMS.replace("$mine", "false"),
    "declinePaymentTerms": _TERMS.replace("$mine", "false"),
    "withdrawPaymentTerms": _TERMS.replace("$mine", "true"),
    "editCohortReport": _PROVIDER,
    "submitCohortReport": _PROVIDER,
    "withdrawCohortReport": _PROVIDER,
    "acceptCohortReport": _turned("COHORT_PAID_BY", "COHORT_REPORTED_BY"),
    "returnCohortReport": _turned("COHORT_PAID_BY", "COHORT_REPORTED_BY"),
    "answerRating": _turned("RATES", "RATED_BY"),
    "publishRating": _turned("RATED_BY", "RATES"),
    "withdrawRating": _turned("RATED_BY", "RATES"),
    "confirmPayment": _turned("PAYMENT_TO", "PAYMENT_FROM"),
    "disputePayment": _turned("PAYMENT_TO", "PAYMENT_FROM"),
    "withdrawPayment": _turned("PAYMENT_FROM", "PAYMENT_TO"),
    "foundProvincialNetwork": "MATCH (:Node {id: $id})<-[r:UNDER]-() DELETE r",
    "acceptSecretariat": _OFFERED,
    "declineSecretariat": _OFFERED,
    "acceptSeat": _NAMED_ONE,
    "declineSeat": _NAMED_ONE,
    "withdrawSeat": _OF_NETWORK,
    "acceptInvitation": _NAMED_ONE,
    "declineInvitation": _NAMED_ONE,
    "withdrawInvitation": _OF_NETWORK,
    "passDocuments": _OF_NETWORK,
    "passLicence": _OF_NETWORK,
    "returnApplication": _OF_NETWORK,
    "rejectApplication": _OF_NETWORK,
    "acceptApplication": f"{_OF_NETWORK} WITH DISTINCT n SET n.submittedOn = date('2026-01-01')",
    "confirmCostShare": _ASKED_OF,
    "refuseCostShare": _ASKED_OF,
    "confirmCourseQualification": _ASKED_OF,
    "refuseCourseQualification": _ASKED_OF,
    "withdrawCostShare": _PROVIDED,
    "withdrawCourseQualification": _PROVIDED,
    "confirmEndorsement": "MATCH (e:Node {id: $id})-[:ENDORSES]->(c) SET e.wording = 1, c.wording = 2",
    "answerCampaign": "MATCH (c:Node {id: $id}) REMOVE c.answerToldBy",
    "concludeCampaign": "MATCH (c:Node {id: $id}) SET c.answer = 'می‌پذیریم'",
    "confirmOutcome": "MATCH (a:Node {id: $id})-[:ADOPTS]->(l) SET a.outcome = 'SUCCESS', l.wording = 2",
    "editTie": _CLAIMED.replace("$mine", "true"),
    "confirmTie": _CLAIMED.replace("$mine", "false"),
    "disputeTie": _CLAIMED.replace("$mine", "false"),
    "answerDispute": _CLAIMED.replace("$mine", "true"),
    "withdrawTie": _CLAIMED.replace("$mine", "true"),
    "editCommitment": _OF_DRAFT,
    "removeCommitment": _OF_DRAFT,
    "waiveCommitment": _CLOSABLE,
    "declareMissed": _CLOSABLE,
    "confirmReport": _ANSWERABLE,
    "disputeReport": _ANSWERABLE,
    "acceptAmendment": "MATCH (n:Node {id: $id})<-[:HAS_AMENDMENT]-(p) OPTIONAL MATCH (p)-[:HAS_AMENDMENT]->(o) WHERE o <> n"
    " SET o.status = 'WITHDRAWN' WITH DISTINCT n OPTIONAL MATCH (n)-[a:ACCEPTED_BY]->() DELETE a WITH DISTINCT n"
    " MATCH (n)<-[:HAS_AMENDMENT]-()-[:HAS_PARTY]->(o) WHERE o.id <> $acting"
    " CREATE (n)-[:ACCEPTED_BY {acceptedOn: date()}]->(o)",
    "declineAmendment": _AMENDED.replace("$mine", "false"),
    "withdrawAmendment": _AMENDED.replace("$mine", "true"),
    "renewPartnership": "MATCH (:Node {id: $id})<-[r:RENEWS]-() DELETE r",
    "signPartnership": _SIGNED.replace("$who", "o.id <> $acting"),
    "withdrawSignature": _SIGNED.replace("$who", "o.id = $acting"),
    "resubmitForReview": "MATCH (r:Node {id: $id})-[:REVIEWS]->(l) SET r.wording = l.wording - 1",
    "acceptExchange": _PROPOSED.replace("$mine", "false"),
    "declineExchange": _PROPOSED.replace("$mine", "false"),
    "cancelExchange": _PROPOSED.replace("$mine", "true"),
    "confirmDelivery": "MATCH (x:Node {id: $id})-[:PROVIDED_BY]->(o)"
    " SET x.providerConfirmedAt = CASE WHEN o.id <> $acting THEN datetime() END,"
    " x.receiverConfirmedAt = CASE WHEN o.id = $acting THEN datetime() END",
    "editWorkingGroup": _GROUP_OF_NETWORK,
    "approveWorkingGroup": _OTHERS_PROPOSAL,
    "approveDecision": _OTHERS_PROPOSAL,
    "denyAttendance": "MATCH (m:Node {id: $id}), (o:Node {id: $acting}) MERGE (m)-[:ATTENDED_BY]->(o)"
    " WITH m, o MATCH (m)-[r:ATTENDANCE_DENIED_BY]->(o) DELETE r",
    "confirmGroupSeat": _ASKED,
    "refuseGroupSeat": _ASKED,
    "editAction": _ASKED,
    "acceptAction": _ASKED,
    "declineAction": _ASKED,
    "completeAction": _ASKED,
    "reopenAction": _ASKED,
}
"""Cypher by which the others have done their part, and $acting has not: now its move arrives at its end."""

# -- records -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Subject:
    """A record in a state: whose it is, whom it binds, and the tokens of its viewers."""

    id: str
    node: Node
    owners: frozenset[str]
    sides: frozenset[str]
    organizations: dict[str, str]
    tokens: dict[str, str | None]
    properties: dict[str, Any]
    """As its creation left it."""

    def acting(self, who: str) -> str:
        """The side that a viewer acts for: its own, or the owner's."""
        own = self.organizations.get(who)
        return own if own is not None and own in self.sides else self.organizations["owner"]


def full(cast: Cast, node: Node, move: Move) -> dict[str, Any]:
    """Everything that a creation may be given."""
    given = {
        field.name: told(cast, node, field.home) for field in asked(node, move) if field.home is not None
    }
    more = MAKERS.get(node.label)
    return given | (more(cast, "owner") if more else {})


def least(cast: Cast, node: Node, move: Move, who: str = "owner") -> dict[str, Any]:
    """What a creation must be given, and may be read by all."""
    given = {
        field.name: told(cast, node, field.home, whole=False)
        for field in asked(node, move)
        if (field.required and field.home is not None) or field.name == "visibility"
    }
    more = MAKERS.get(node.label)
    return given | (more(cast, who) if more else {})


def told(cast: Cast, node: Node, home: Any, *, whole: bool = True) -> Any:
    """A value for a property or an edge."""
    if not isinstance(home, Edge):
        return value(node.label, home)
    if not whole and node.label in MAKERS:
        return [] if home.many else None
    one = target(home, known(cast, home.to), whole=whole)
    return [one] if home.many else one


def known(cast: Cast, to: str) -> str:
    """A record of a label, or of the first of a union, that everybody may read."""
    label = MODEL.labels(to)[0].label
    if label == "Organization":
        return cast.organizations["side"]
    if MODEL.nodes[label].prefix is None:
        return ""
    life = MODEL.nodes[label].life
    if life is None:
        return cast.reference(label)
    # Published: whoever makes a record that leads to it must be able to read it.
    return once(cast, label, "PUBLISHED" if "PUBLISHED" in life.states.__members__ else None).id


def once(cast: Cast, label: str, state: str | None = None) -> Subject:
    """A record of the owner that many tests may use, and none changes."""
    name = f"{label} {state}"
    if name not in cast.kept:
        cast.kept[name] = made(cast, label, state)
    found = cast.kept[name]
    assert isinstance(found, Subject)
    return found


def made(cast: Cast, label: str, state: str | None = None, who: str = "owner") -> Subject:
    """A fresh record of an organization, in a state; where its creation left it when none is named."""
    node = MODEL.nodes[label]
    if label in FOLLOWS:
        subject = subject_of(cast, node, FOLLOWS[label](cast))
    else:
        move = creations(node)[0]
        token = cast.tokens[maker_of(move, who)]
        payload = cast.do(node, move, least(cast, node, move, who), token)
        assert payload["errors"] == [], f"{move.mutation} could not make a {label}: {payload['errors']}"
        subject = subject_of(cast, node, str(payload["record"]["id"]))
    if state is not None:
        put(cast, subject, state)
    return subject


def put(cast: Cast, subject: Subject, state: str) -> None:
    """Let a record stand as it was created, but in a state that would take many moves to get to."""
    changed = {"status": state}
    if "audience" in subject.properties and "visibility" in subject.properties:
        hidden = state in {"DRAFT", "WITHDRAWN"}
        changed["audience"] = (Audience.OWNERS if hidden else Audience.PUBLIC).value
        if state == "DRAFT" and subject.node.anonymizable:
            changed["audience"] = Audience.AUTHORS.value
    if subject.node.label == "Network" and state != "PLANNED":
        changed["audience"] = Audience.PUBLIC.value  # Everybody reads what was begun.
    text = (
        "MATCH (n:Node {id: $id}) SET n = $properties WITH n"
        " MATCH (n)-[:HAS_VERSION]->(v) WHERE v.number > n.version DETACH DELETE v"
    )
    cast.graph.rows(text, id=subject.id, properties=subject.properties | changed)


def subject_of(cast: Cast, node: Node, id_: str) -> Subject:
    """Whose a record is: its own where it is an organization; its parent's owners where it has a parent."""
    text = (
        "MATCH (n:Node {id: $id}) OPTIONAL MATCH (n)--(o:Organization)"
        " RETURN properties(n) AS properties, collect(o.id) AS sides"
    )
    (row,) = cast.graph.rows(text, id=id_)
    properties = row["properties"]
    organizations, tokens = dict(cast.organizations), dict(cast.tokens)
    if node.label == "Organization":
        organizations["owner"], tokens["owner"] = id_, cast.graph.token(id_)
        sides = frozenset((id_, organizations["side"]))
        return Subject(id_, node, frozenset((id_,)), sides, organizations, tokens, properties)
    owners = frozenset(properties.get("ownerIds") or _owners_of_whole(cast, node, id_) or row["sides"])
    # Where one of its owners is asked, it alone answers: the others have said their part. Where one of them
    # has made it, either can be the one that is asked (see READY).
    asked_of = properties.get("askedId") if node.label in FOLLOWS else None
    sides = frozenset(row["sides"]) | owners if asked_of is None else frozenset((asked_of,))
    return Subject(id_, node, owners, sides, organizations, tokens, properties)


def _owners_of_whole(cast: Cast, node: Node, id_: str) -> list[str]:
    """Whose the record is that this one is read with."""
    if node.access is not Access.PARENT or node.parent is None:
        return []
    text = f"MATCH (:Node {{id: $id}})-[:{node.parent.type}]-(w:{node.parent.to}) RETURN w.ownerIds AS owners"
    return list(cast.graph.rows(text, id=id_)[0]["owners"] or [])


# -- their moves -------------------------------------------------------------------------------------


def step(
    cast: Cast, subject: Subject, move: Move, who: str = "owner", state: str | None = None
) -> dict[str, Any]:
    """The input of a move of a record that stands in a state, once the others have done their part."""
    node, mutation = subject.node, move.mutation or ""
    if mutation in READY:
        cast.graph.rows(READY[mutation], id=subject.id, acting=subject.acting(who))
    given: dict[str, Any] = {}
    for field in asked(node, move):
        if field.name in {"id", "version"}:
            given[field.name] = subject.properties[field.name]
        elif field.home is not None and field.required:
            given[field.name] = told(cast, node, field.home)
    if edits(move):
        given |= edited(cast, node, move)
    if publishes(move) and move.end is not None and state == move.end.value:
        given["visibility"] = "MEMBERS"
    more = TARGETS.get(mutation)
    return given | (more(cast, subject, who) if more else {})


def edited(cast: Cast, node: Node, move: Move) -> dict[str, Any]:
    """A value that an edit changes, and what a maker gives."""
    (first, *_) = (field for field in asked(node, move) if isinstance(field.home, Property))
    more = MAKERS[node.label](cast, "owner") if node.label in MAKERS else {}
    wanted = names(node, move)
    return {first.name: told(cast, node, first.home)} | {n: v for n, v in more.items() if n in wanted}


def states(node: Node) -> type[Choice]:
    """The states of a record."""
    assert node.life is not None
    return node.life.states


def start_of(node: Node, move: Move) -> str:
    """A state that a move starts from."""
    return (move.start or tuple(states(node)))[0].name
