"""Programs, support, training that is paid for, boards and groups, beside the small network of all tests."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.model.withheld import withhold
from tests.network import NETWORK, Network

_CREATED = datetime(2026, 1, 5, 9, tzinfo=UTC)
_TODAY = datetime.now(UTC).date()
"""What runs and what is over is told by the day that is: the contenders have no clock of ours."""
_RUNS = {"startsOn": _TODAY - timedelta(days=30), "endsOn": _TODAY + timedelta(days=400)}
_PAYER, _PROVIDER, _OTHER = "org_omid", "org_mehr", "org_fani"


def field() -> Network:
    """The small network with the field in it; Omid pays Mehr for training."""
    network = Network(dict(NETWORK.things), list(NETWORK.links))
    for part in (_programs, _support, _training, _reports, _bodies, _needs):
        part(network)
    return network


def _add(network: Network, label: str, key: str, owner: str, **given: Any) -> None:
    rights = {"status": "PUBLISHED", "visibility": "PUBLIC", "audience": "PUBLIC", "ownerIds": [owner]}
    dated = {"createdAt": _CREATED, "updatedAt": _CREATED, "version": 1, "demo": False}
    network.add(label, key, **{**rights, **dated, **given})


def _programs(network: Network) -> None:
    shared = {"kind": "PROJECT", "dimensions": ["ECONOMIC", "SOCIAL"], "levels": ["PERSON"], **_RUNS}
    rows: dict[str, dict[str, Any]] = {
        "prg_loan": {"targetGroups": ["YOUTH"], "incomeDecileTo": 4},
        "prg_sew": {"targetGroups": ["YOUTH", "RURAL"], "deprivedAreasOnly": True},
        "prg_inner": {"targetGroups": ["RURAL"], "audience": "OWNERS", "visibility": "ORGANIZATION"},
        "prg_unplaced": {"targetGroups": ["YOUTH"], "dimensions": []},
    }
    for key, given in rows.items():
        _add(network, "Program", key, _PAYER, **{**shared, "titleFa": key, **given})
        network.link(key, "PUBLISHED_BY", _PAYER)
        network.link(key, "INVOLVES", _PAYER, role="FUNDER")
    network.link("prg_loan", "COVERS", "reg_sistan", "reg_rey")
    network.link("prg_sew", "COVERS", "reg_sistan", "reg_bam")
    network.link("prg_inner", "COVERS", "reg_iran")
    network.link("prg_unplaced", "COVERS", "reg_bam")
    network.link("prg_loan", "INVOLVES", _PROVIDER, role="TRAINER", since=_TODAY - timedelta(days=9))
    network.link("prg_loan", "INVOLVES", "org_sabz", role="HOST", until=_TODAY - timedelta(days=12))


def _support(network: Network) -> None:
    for number, (group, purposes) in enumerate((("YOUTH", ["TRAINING"]), ("RURAL", []), ("REFUGEES", []))):
        key = f"sin_{number}"
        shared = {"kind": "GRANT", "titleFa": f"کمک {number}", "purposes": purposes, "targetGroups": [group]}
        more = {"incomeDecileTo": 3, "ageFrom": 18, "mustBring": ["کارت ملی"], "otherConditions": "در پی کار"}
        _add(network, "SupportInstrument", key, _PAYER, **shared, **more, **_RUNS)
        network.link(key, "PUBLISHED_BY", _PAYER)
        network.add(
            "SupportAmount", f"{key}a", calendar="SOLAR_HIJRI", amount=10, amountUnit="IRR", basis="PER_PERSON",
            year=1404, position=0,
        )  # fmt: skip
        network.link(key, "HAS_AMOUNT", f"{key}a")
    network.link("sin_0", "COVERS", "reg_sistan")
    network.link("sin_1", "COVERS", "reg_gilan")
    for place, region in enumerate(("reg_chabahar", "reg_rey")):
        key, shared = f"sce_{place}", {"kind": "JOB_SUPPORT_CENTER", "scope": "ONE_CENTER", "services": []}
        _add(network, "SupportCenter", key, _OTHER, **shared, nameFa=f"مرکز {place}", targetGroups=["YOUTH"])
        network.link(key, "PUBLISHED_BY", _OTHER)
        network.link(key, "LOCATED_IN", region)


def _training(network: Network) -> None:
    shared = {"language": "FA", "targetGroups": ["YOUTH"], "title": "جوشکاری"}
    _add(network, "Course", "cou_a", _PROVIDER, **shared, mode="ONSITE", dimensions=["ECONOMIC"],
         startsOn=_TODAY + timedelta(days=20), endsOn=_TODAY + timedelta(days=60))  # fmt: skip
    network.link("cou_a", "PUBLISHED_BY", _PROVIDER)
    network.link("cou_a", "LOCATED_IN", "reg_chabahar")
    network.link("cou_a", "OFFERED_IN", "prg_loan")
    work = {"occupationCode": "7212", "places": 2, "months": 4, "goal": "JOB"}
    closes = {"closesOn": _TODAY + timedelta(days=10), "startsOn": _TODAY + timedelta(days=20)}
    _add(network, "Apprenticeship", "asp_a", _PROVIDER, **shared, **work, **closes)
    network.link("asp_a", "PUBLISHED_BY", _PROVIDER)
    network.link("asp_a", "LOCATED_IN", "reg_zahedan")
    network.link("asp_a", "OFFERED_IN", "prg_loan")


def _reports(network: Network) -> None:
    terms = {
        "status": "ACCEPTED", "title": "شرایط", "rule": "RECORDS_COMPLETE", "basis": "PER_PERSON",
        "countedBy": "CERTIFIED", "amount": 1_000, "amountUnit": "IRR", "acceptedOn": date(2026, 1, 6),
        "requiredCounts": ["ENROLLED", "CERTIFIED"], "requiredBreakdowns": ["GENDER"],
    }  # fmt: skip
    _add(network, "PaymentTerms", "pte_a", _PAYER, **terms)
    network.link("par_jobs", "HAS_PAYMENT_TERMS", "pte_a")
    network.link("pte_a", "PAYER", _PAYER)
    for position, (share, after) in enumerate(((0.7, 10), (0.3, 90))):
        network.add("PaymentStep", f"step{position}", share=share, dueAfterDays=after, position=position)
        network.link("pte_a", "HAS_STEP", f"step{position}")
    whole = [{"enrolled": 20, "completed": 18, "certified": 17, "droppedOut": 2}]
    apart = [{"gender": gender, "enrolled": 10, "certified": 8} for gender in ("FEMALE", "MALE")]
    for key, of, status, rows in (
        ("coh_paid", "cou_a", "ACCEPTED", whole + apart),
        ("coh_lacks", "asp_a", "SUBMITTED", whole),
    ):
        accepted = status == "ACCEPTED"
        days = {"startsOn": date(2025, 9, 1), "endsOn": date(2025, 12, 1)}
        answered = {"answeredOn": date(2026, 1, 9), "complete": True} if accepted else {"complete": False}
        owners = {"ownerIds": [_PROVIDER, _PAYER], "audience": "PUBLIC" if accepted else "OWNERS"}
        _add(network, "CohortReport", key, _PAYER, **{"status": status, **days, **answered, **owners})
        ends = (("COHORT_OF", of), ("PAID_BY_TERMS", "pte_a"), ("COHORT_REPORTED_BY", _PROVIDER))
        for type_, end in (*ends, ("COHORT_PAID_BY", _PAYER)):
            network.link(key, type_, end)
        for type_, counts in (("HAS_EXACT_OUTCOME", rows), ("HAS_OUTCOME", withhold(rows))):
            for position, row in enumerate(counts):
                name = f"{key} {type_} {position}"
                network.add("CohortOutcome", name, **{"withheld": [], **row, "position": position})
                network.link(key, type_, name)


def _bodies(network: Network) -> None:
    _add(network, "Network", "net_a", _OTHER, status="ACTIVE", level="PROVINCIAL", nameFa="شبکه")
    network.link("net_a", "RUN_BY", _OTHER)
    _add(network, "Board", "boa_a", _OTHER, status="SITTING", kind="DIRECTORS", since=date(2025, 1, 1))
    network.link("net_a", "HAS_BOARD", "boa_a")
    for member, status in ((_PAYER, "CONFIRMED"), (_PROVIDER, "CONFIRMED"), ("org_sabz", "ENDED")):
        key = f"sea_{member}"
        seat = {"office": "عضو", "selection": "ELECTED", "since": date(2025, 2, 1), "status": status}
        _add(network, "BoardSeat", key, member, **seat)
        network.link("boa_a", "HAS_SEAT", key)
        network.link(key, "SEATS", member)
    group = {"title": "کارگروه", "level": "PROVINCIAL", "since": date(2025, 3, 1)}
    _add(network, "WorkingGroup", "wgr_a", _OTHER, **{**group, "status": "ACTIVE"})
    network.link("net_a", "HAS_WORKING_GROUP", "wgr_a")
    network.link("wgr_a", "HAS_GROUP_MEMBER", _PAYER, role="CHAIR", since=date(2025, 5, 1))
    network.link("wgr_a", "HAS_GROUP_MEMBER", _PROVIDER, role="MEMBER")


def _needs(network: Network) -> None:
    """Open ones for people, of which an exchange has met a part."""
    for number, (region, group) in enumerate((("reg_chabahar", "YOUTH"), ("reg_bam", "REFUGEES"))):
        key = f"nee_people{number}"
        shared = {"title": f"نیاز {number}", "language": "FA", "kind": "FINANCIAL", "fulfillment": "OPEN"}
        _add(network, "ResourceNeed", key, _OTHER, **shared, quantity=12.0 + number, unit="نفر",
             targetGroups=[group, "RURAL"], **_RUNS)  # fmt: skip
        network.link(key, "PUBLISHED_BY", _OTHER)
        network.link(key, "LOCATED_IN", region)
    owned = {"ownerIds": [_PROVIDER, _OTHER], "audience": "OWNERS", "status": "ACCEPTED"}
    _add(network, "Exchange", "exc_people", _OTHER, **{**owned, "quantity": 5.0, "unit": "نفر"})
    network.link("exc_people", "FOR_NEED", "nee_people0")
    network.link("exc_people", "PROVIDED_BY", _PROVIDER)
    network.link("exc_people", "RECEIVED_BY", _OTHER)
