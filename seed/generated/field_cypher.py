"""The statements that create programs, support, training with its reports, boards and working groups."""

from graph.model.cohorts import FIELDS, MONTHS, at_work
from seed.generated.cypher import (
    NAMES,
    OWNED,
    PUBLISHED,
    TITLES,
    VERSIONED,
    events,
    map_,
    of_row,
    properties,
    record,
    to_hubs,
)

_BILINGUAL = ("titleFa", "titleFaFold", "titleFaSort", "titleEn", "titleEnFold", "searchTitle")
_DAYS = ("startsOn", "endsOn")


def _made(label: str, *own: str) -> str:
    return properties(label, "t", PUBLISHED | of_row(*own))


def _agreed(label: str, *own: str) -> str:
    """Of what has no visibility of its own: its audience is that of its row."""
    return properties(label, "t", VERSIONED | OWNED | of_row(*own, "status"))


def _to_others(row: str, **types: str) -> str:
    """Relationships to records that were created before, listed under each name."""
    return "\n".join(
        f"FOREACH (m IN [place IN {row}.{name} | others[place]] | CREATE (n)-[:{type_}]->(m))"
        for name, type_ in types.items()
    )


PROGRAM = record(
    "Program",
    "templates",
    _made("Program", *_BILINGUAL, *_DAYS),
    to_hubs("n", "r", publisher="PUBLISHED_BY", regions="COVERS", topics="ABOUT"),
    "FOREACH (p IN r.involved | FOREACH (m IN [hubs[p.place]] | CREATE (n)-[:INVOLVES {role: p.role}]->(m)))",
    events("n", "r"),
)

SUPPORT_CENTER = record(
    "SupportCenter",
    "templates",
    _made("SupportCenter", *NAMES, "startsOn"),
    to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN"),
    events("n", "r"),
)

_AMOUNT = map_(of_row("year", "calendar", "amount", "amountUnit", "basis", "position", row="a"))
SUPPORT_INSTRUMENT = record(
    "SupportInstrument",
    "templates",
    _made("SupportInstrument", *_BILINGUAL, *_DAYS),
    to_hubs("n", "r", publisher="PUBLISHED_BY", regions="COVERS"),
    f"FOREACH (a IN r.amounts | CREATE (n)-[:HAS_AMOUNT]->(:SupportAmount {_AMOUNT}))",
    events("n", "r"),
)

COURSE = record(
    "Course",
    "templates",
    _made("Course", *TITLES, *_DAYS),
    to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN", skills="USES_SKILL"),
    _to_others("r", program="OFFERED_IN"),
    events("n", "r"),
    others=True,
)

APPRENTICESHIP = record(
    "Apprenticeship",
    "templates",
    _made("Apprenticeship", *TITLES, "startsOn", "closesOn"),
    to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN", skills="USES_SKILL"),
    _to_others("r", program="OFFERED_IN"),
    events("n", "r"),
    others=True,
)

_STEP = map_(of_row("share", "dueAfterDays", "position", row="s"))
PAYMENT_TERMS = record(
    "PaymentTerms",
    "templates",
    _agreed("PaymentTerms", "title", "acceptedOn"),
    to_hubs("n", "r", payer="PAYER"),
    "FOREACH (m IN [place IN r.payer | hubs[place]] | CREATE (m)-[:PROPOSED_TERMS]->(n))",
    "FOREACH (m IN [place IN r.partnership | others[place]] | CREATE (m)-[:HAS_PAYMENT_TERMS]->(n))",
    f"FOREACH (s IN r.steps | CREATE (n)-[:HAS_STEP]->(:PaymentStep {_STEP}))",
    events("n", "r"),
    others=True,
)

_COUNTS = ("gender", *FIELDS, *map(at_work, MONTHS), "withheld", "position")
COHORT_REPORT = record(
    "CohortReport",
    None,
    map_(VERSIONED | OWNED | of_row("status", "visibility", *_DAYS, "complete", "answeredOn")),
    to_hubs("n", "r", provider="COHORT_REPORTED_BY", payer="COHORT_PAID_BY"),
    _to_others("r", of="COHORT_OF", terms="PAID_BY_TERMS"),
    *(
        f"FOREACH (x IN r.{name} | CREATE (n)-[:{type_}]->(:CohortOutcome {map_(of_row(*_COUNTS, row='x'))}))"
        for name, type_ in (("outcomes", "HAS_OUTCOME"), ("exact", "HAS_EXACT_OUTCOME"))
    ),
    events("n", "r"),
    others=True,
)

_SEAT = map_(
    of_row("id", "version", "office", "selection", "since", row="s")
    | {"status": "'CONFIRMED'", "createdAt": "created", "updatedAt": "updated", "demo": "true"}
    | {"audience": "'PUBLIC'", "ownerIds": "s.owners"}
)
NETWORK = record(
    "Network",
    "templates",
    _agreed(
        "Network", "nameFa", "nameFaFold", "nameFaSort", "nameEn", "nameEnFold", "searchTitle", "foundedOn"
    ),
    to_hubs("n", "r", secretariat="RUN_BY", region="LOCATED_IN", topics="ABOUT"),
    events("n", "r"),
    "FOREACH (b IN r.boards | CREATE (n)-[:HAS_BOARD]->(y:Node:Board {id: b.id, version: b.version,"
    " kind: b.kind, status: 'SITTING', since: b.since, createdAt: created, updatedAt: created, demo: true})",
    events("y", "b", "b"),
    f"FOREACH (s IN b.seats | CREATE (y)-[:HAS_SEAT]->(z:Node:BoardSeat {_SEAT})",
    to_hubs("z", "s", organization="SEATS"),
    f"{events('z', 's', 's')}))",
)

WORKING_GROUP = record(
    "WorkingGroup",
    "templates",
    properties("WorkingGroup", "t", VERSIONED | OWNED | of_row(*TITLES, "status", "visibility", "since")),
    to_hubs("n", "r", region="LOCATED_IN", proposedBy="PROPOSED_BY"),
    "FOREACH (m IN [place IN r.body | others[place]] | CREATE (m)-[:HAS_WORKING_GROUP]->(n))",
    "FOREACH (p IN r.members | FOREACH (m IN [hubs[p.place]] |"
    " CREATE (n)-[:HAS_GROUP_MEMBER {role: p.role, since: r.since}]->(m)))",
    events("n", "r"),
    others=True,
)
