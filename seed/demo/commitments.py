"""Add what the parties of a partnership owe each other, and what was reported and answered."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from graph.model.commitment_reports import ReportedStatus
from graph.model.commitments import CommitmentStatus, ReportStatus
from seed.chance import moment, noon
from seed.content import told
from seed.demo.organizations import Member
from seed.sketch import Deed, Sketch, Thing
from seed.timeline import TOLD

_HOUR = timedelta(hours=1)
_ANSWERS = {ReportStatus.CONFIRMED: "REPORT_CONFIRMED", ReportStatus.DISPUTED: "REPORT_DISPUTED"}


def add(sketch: Sketch, members: Mapping[str, Member], whole: Thing, row: Mapping[str, Any]) -> Thing:
    """Add a commitment of a partnership, with its reports."""
    key = f"commitment {row['key']}"
    sides = members[row["owedBy"]].thing, members[row["owedTo"]].thing
    reports = _reports(row, whole)
    last = reports[-1] if reports else None
    confirmed = [report for report in reports if report["answer"] == "CONFIRMED"]
    measured = {name: row[name] for name in ("titleFa", "titleEn", "measure", "unit")}
    waits = last is not None and last["answer"] is None and last["says"] == "MET"
    thing = sketch.record(
        "Commitment",
        key,
        _deeds(key, whole, row, sides),
        {
            **measured,
            "target": float(row["target"]),
            "dueOn": _day(row["dueOn"]),
            "status": CommitmentStatus(row["status"]),
            "reportStatus": last and (last["answer"] or "WAITING"),
            "claimedOn": _day(last["on"]) if last is not None and waits else None,
            "progress": float(confirmed[-1]["actual"]) if confirmed else None,
            "progressOn": _day(confirmed[-1]["on"]) if confirmed else None,
        },
    )
    sketch.link(whole, "commitments", [thing])
    sketch.link(thing, "owedBy", [sides[0]])
    sketch.link(thing, "owedTo", [sides[1]])
    for place, report in enumerate(reports):
        _report(sketch, f"report {row['key']} {place}", thing, sides, report)
    return thing


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _reports(row: Mapping[str, Any], whole: Thing) -> list[dict[str, Any]]:
    """What is told of reports; where nothing is, one that it was met on its day."""
    found = [report for report in told("reports") if report["commitment"] == row["key"]]
    if found or row["status"] != "MET" or not whole.properties["demo"]:
        return found
    met = {"says": "MET", "actual": row["target"], "note": "صورت‌جلسهٔ بازدید مشترک، به امضای دو طرف."}
    return [{**met, "on": row["dueOn"], "answer": "CONFIRMED", "answeredOn": row["dueOn"]}]


def _deeds(
    key: str,
    whole: Thing,
    row: Mapping[str, Any],
    sides: tuple[Thing, Thing],
) -> list[Deed]:
    """What happened to the commitment itself."""
    drafted = whole.properties["createdAt"]
    deeds = [Deed("COMMITMENT_ADDED", moment(f"{key} added", drafted, drafted + _HOUR), sides[0])]
    if row["status"] == "MISSED":
        after = noon(date.fromisoformat(row["dueOn"])) + timedelta(days=9)
        deeds.append(Deed("COMMITMENT_MISSED", min(after, TOLD), sides[1]))
    for amendment in told("amendments"):
        if amendment["status"] == "IN_FORCE" and row["key"] in {c["about"] for c in amendment["changes"]}:
            at = noon(date.fromisoformat(amendment["answeredOn"])) + _HOUR
            deeds.append(Deed("COMMITMENT_AMENDED", at, sides[1]))
    return deeds


def _report(
    sketch: Sketch, key: str, of: Thing, sides: tuple[Thing, Thing], report: Mapping[str, Any]
) -> None:
    status = ReportStatus(report["answer"] or "WAITING")
    # What was reported before the hub was there was put on record with the rest.
    at = max(noon(date.fromisoformat(report["on"])), of.properties["createdAt"] + 3 * _HOUR)
    deeds = [Deed("COMMITMENT_REPORTED", at, sides[0])]
    if status in _ANSWERS:
        answered = max(noon(date.fromisoformat(report["answeredOn"])), at) + _HOUR
        deeds.append(Deed(_ANSWERS[status], answered, sides[1]))
    thing = sketch.record(
        "CommitmentReport",
        key,
        deeds,
        {
            "status": status,
            "reportedStatus": ReportedStatus(report["says"]),
            "asOf": _day(report["on"]),
            "actual": float(report["actual"]),
            "target": of.properties["target"],
            "unit": of.properties["unit"],
            "note": report["note"],
            "answeredOn": _day(report["answeredOn"]),
            "disputeReason": report.get("disputeReason"),
        },
    )
    sketch.link(of, "reports", [thing])
    sketch.link(thing, "reportedBy", [sides[0]])
    sketch.link(thing, "reportedTo", [sides[1]])
