"""Add what is taught and where it leads: qualifications, courses, services, apprenticeships and jobs."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from graph.model.access import Audience
from graph.model.apprenticeships import ApprenticeshipGoal
from graph.model.common import Language, RecordStatus, TargetGroup, Visibility
from graph.model.course_claims import CLAIMED, CONFIRMED, CourseClaimStatus
from graph.model.courses import ExamKind
from graph.model.declare import upper
from graph.model.delivery import DeliveryMode
from graph.model.job_opportunities import JobKind
from graph.model.money import CurrencyUnit
from graph.model.readiness import Dimension
from graph.model.services import ServiceKind
from seed.chance import moment
from seed.content import told
from seed.demo.organizations import Member
from seed.demo.publishing import Standing, life, published, published_at
from seed.demo.stories import recorded
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

_READ = Standing(RecordStatus.PUBLISHED, Visibility.PUBLIC)
Row = Mapping[str, Any]


def add(
    sketch: Sketch,
    places: Places,
    members: Mapping[str, Member],
    partnerships: Mapping[str, Thing],
    programs: Mapping[str, Thing],
) -> dict[str, Thing]:
    """Add them all, each published by its own organization; the courses by their keys."""
    certified = {row["key"]: _qualification(sketch, places, members, row) for row in told("qualifications")}
    courses = {
        row["key"]: _course(sketch, places, members, row, partnerships, certified) for row in told("courses")
    }
    offered = [
        *((courses[row["key"]], row) for row in told("courses")),
        *((_service(sketch, places, members[row["provider"]], row), row) for row in told("services")),
        *(
            (_apprenticeship(sketch, places, members[row["host"]], row), row)
            for row in told("apprenticeships")
        ),
        *(
            (_job(sketch, places, members[row["employer"]], row, courses), row)
            for row in told("job_opportunities")
        ),
    ]
    for thing, row in offered:
        if row["program"] is not None:
            sketch.link(thing, "program", [programs[row["program"]]])
    return courses


def _published(
    sketch: Sketch, label: str, owner: Member, row: Row, values: Row, more: Sequence[Deed] = ()
) -> Thing:
    key = f"{label} {row['key']}"
    deeds = life(upper(label), key, owner.thing, _READ, recorded(key, row["recordedOn"]))
    kept = {name: row[name] for name in ("title", "description") if name in row}
    rights = published(owner.thing, _READ, published_at(deeds))
    return sketch.record(label, key, [*deeds, *more], {**kept, "language": Language.FA, **values, **rights})


def _place(sketch: Sketch, places: Places, thing: Thing, owner: str, by: Member, row: Row) -> None:
    sketch.link(thing, owner, [by.thing])
    sketch.link(thing, "skills", [places.skills[slug] for slug in row["skills"]])
    if "region" in row:
        sketch.link(thing, "region", [places.regions[row["region"]]])


def _groups(row: Row) -> list[TargetGroup]:
    return [TargetGroup(group) for group in row["targetGroups"]]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _money(name: str, amount: int | None) -> dict[str, Any]:
    """An amount in rials, with its unit where there is one."""
    return {name: amount, f"{name}Unit": None if amount is None else CurrencyUnit.IRR}


# -- what is certified -----------------------------------------------------------------------------


def _qualification(sketch: Sketch, places: Places, members: Mapping[str, Member], row: Row) -> Thing:
    issuer = members[row["issuer"]]
    values = {name: row[name] for name in ("standardCode", "occupationCode", "validMonths")}
    thing = _published(sketch, "Qualification", issuer, row, values)
    _place(sketch, places, thing, "issuer", issuer, row)
    for one in row["recognitions"]:
        _recognition(sketch, members[one["by"]], f"recognition {row['key']} {one['by']}", one, thing)
    return thing


def _recognition(sketch: Sketch, by: Member, key: str, row: Row, qualification: Thing) -> None:
    at = recorded(key, row["recordedOn"])
    values = {"purpose": row["purpose"], "conditions": row["conditions"], "since": _day(row["since"])}
    deeds = [Deed("QUALIFICATION_RECOGNIZED", at, by.thing)]
    thing = sketch.record("Recognition", key, deeds, values | published(by.thing, _READ, at))
    sketch.link(thing, "recognizer", [by.thing])
    sketch.link(thing, "qualification", [qualification])


# -- courses ---------------------------------------------------------------------------------------


def _course(
    sketch: Sketch,
    places: Places,
    members: Mapping[str, Member],
    row: Row,
    partnerships: Mapping[str, Thing],
    certified: Mapping[str, Thing],
) -> Thing:
    provider = members[row["provider"]]
    kept = ("hours", "place", "capacity", "dormitory", "traineesInsured", "incomeDecileTo")
    values = {
        **{name: row[name] for name in kept},
        **_money("price", row["priceRial"]),
        "mode": DeliveryMode(row["mode"]),
        "exam": None if row["exam"] is None else ExamKind(row["exam"]),
        "dimensions": [Dimension(one) for one in row["dimensions"]],
        "targetGroups": _groups(row),
        "startsOn": _day(row["startsOn"]),
        "endsOn": _day(row["endsOn"]),
    }
    thing = _published(sketch, "Course", provider, row, values)
    _place(sketch, places, thing, "provider", provider, row)
    if row["partnership"] is not None:
        sketch.link(thing, "partnership", [partnerships[row["partnership"]]])
    if row["qualification"] is not None:
        _leads_to(sketch, provider, thing, row["qualification"], certified)
    for share in row["shares"]:
        _share(sketch, provider, members[share["payer"]], thing, share)
    return thing


def _leads_to(
    sketch: Sketch, provider: Member, course: Thing, row: Row, certified: Mapping[str, Thing]
) -> None:
    qualification = certified[row["key"]]
    (issuer,) = sketch.linked(qualification, "issuer")
    claim = _claim(sketch, "CourseQualification", provider.thing, issuer, course, row, {})
    sketch.link(claim, "qualification", [qualification])
    sketch.link(claim, "issuer", [issuer])
    if row["status"] == CONFIRMED.value:
        sketch.link(course, "qualification", [qualification])


def _share(sketch: Sketch, provider: Member, payer: Member, course: Thing, row: Row) -> None:
    much = {"percent": row.get("percent"), **_money("amount", row.get("amountRial"))}
    claim = _claim(sketch, "CostShare", provider.thing, payer.thing, course, row, much)
    sketch.link(claim, "payer", [payer.thing])
    if row["status"] == CONFIRMED.value:
        sketch.link(course, "payers", [payer.thing], **much)


def _claim(
    sketch: Sketch, label: str, provider: Thing, asked: Thing, course: Thing, row: Row, values: Row
) -> Thing:
    """A claim about a course; one's own qualification stands at once."""
    key = f"{label} {course.id} {asked.id}"
    status = CourseClaimStatus(row["status"])
    begun = course.properties["publishedAt"]
    claimed = moment(f"{key} claimed", begun, min(begun + timedelta(days=4), TOLD))
    deeds = [Deed(f"{upper(label)}_CLAIMED", claimed, provider)]
    if status is not CLAIMED and asked is not provider:
        answered = moment(f"{key} answered", claimed, min(claimed + timedelta(days=12), TOLD))
        deeds.append(Deed(f"{upper(label)}_{status.value}", answered, asked))
    owners = [provider.id] if asked is provider else [provider.id, asked.id]
    told_ = {"status": status, "note": row.get("note"), "reason": row.get("reason")}
    rights = {"audience": Audience.OWNERS.value, "ownerIds": owners, "askedId": asked.id}
    thing = sketch.record(label, key, deeds, {**told_, **values, **rights})
    sketch.link(thing, "course", [course])
    return thing


# -- services, apprenticeships, jobs ---------------------------------------------------------------


def _service(sketch: Sketch, places: Places, provider: Member, row: Row) -> Thing:
    values = {
        "kind": ServiceKind(row["kind"]),
        "mode": DeliveryMode(row["mode"]),
        "place": row["place"],
        "howToApply": row["howToApply"],
        "targetGroups": _groups(row),
        **_money("fee", row["feeRial"]),
    }
    thing = _published(sketch, "Service", provider, row, values)
    _place(sketch, places, thing, "provider", provider, row)
    sketch.link(thing, "regions", [places.regions[code] for code in row["regions"]])
    sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])
    return thing


def _apprenticeship(sketch: Sketch, places: Places, host: Member, row: Row) -> Thing:
    values = {
        **{name: row[name] for name in ("occupationCode", "masterStanding", "places", "months")},
        **_money("stipend", row["stipendRial"]),
        "goal": ApprenticeshipGoal(row["goal"]),
        "targetGroups": _groups(row),
        "startsOn": _day(row["startsOn"]),
        "closesOn": _day(row["closesOn"]),
    }
    thing = _published(sketch, "Apprenticeship", host, row, values)
    _place(sketch, places, thing, "host", host, row)
    return thing


def _job(sketch: Sketch, places: Places, employer: Member, row: Row, courses: Mapping[str, Thing]) -> Thing:
    key = f"job {row['key']}"
    values = {
        **{name: row[name] for name in ("occupationCode", "places")},
        "filledPlaces": row["filled"],
        "payFrom": row["payFromRial"],
        "payTo": row["payToRial"],
        "payUnit": CurrencyUnit.IRR,
        "kind": JobKind(row["kind"]),
        "targetGroups": _groups(row),
        "closesOn": _day(row["closesOn"]),
    }
    begun = recorded(key, row["recordedOn"]) + timedelta(days=10)
    filled = moment(f"{key} filled", min(begun, TOLD), TOLD)
    more = [Deed("PLACES_FILLED", filled, employer.thing)] if row["filled"] else []
    thing = _published(sketch, "JobOpportunity", employer, row, values, more)
    _place(sketch, places, thing, "employer", employer, row)
    sketch.link(thing, "courses", [courses[one] for one in row["courses"]])
    return thing
