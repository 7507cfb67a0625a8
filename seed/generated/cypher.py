"""The statements that create generated records, a whole experience with all that hangs on it at once.

Each takes `$hubs`, the database's own ids of the nodes its rows lead to, and rows that name a hub by
its place in that list: one look-up per batch instead of one per relationship. What belongs to a record
(results, lessons, steps, events) is created with it, so that its ends need no look-up at all.
"""

from collections.abc import Mapping

from seed.generated.templates import PLACE, stored_names

_HUBS = "CYPHER replan=skip UNWIND $hubs AS hub MATCH (m) WHERE id(m) = hub WITH collect(m) AS hubs"
"""A graph that grows would have each statement planned anew, over and over, to the same plan."""
_OTHERS = "UNWIND $others AS other MATCH (m:Node {id: other}) WITH hubs, collect(m) AS others"
"""Records that were created before, found by their own ids."""


def moment(milliseconds: str) -> str:
    """A moment of so many milliseconds."""
    return f"datetime.fromepochmillis({milliseconds})"


def moment_if_any(milliseconds: str) -> str:
    """The same, null where there is none."""
    return f"CASE WHEN {milliseconds} IS NULL THEN null ELSE {moment(milliseconds)} END"


_TIMES = (
    f"{moment('r.created')} AS created, {moment('r.updated')} AS updated,"
    f" {moment_if_any('r.published')} AS published"
)
VERSIONED = {
    "id": "r.id",
    "version": "r.version",
    "createdAt": "created",
    "updatedAt": "updated",
    "demo": "true",
}
OWNED = {"audience": "r.audience", "ownerIds": "r.owners"}
PUBLISHED = (
    VERSIONED | OWNED | {"status": "r.status", "visibility": "r.visibility", "publishedAt": "published"}
)


def properties(label: str, shared: str, own: Mapping[str, str]) -> str:
    """Every property a record of the label may store: from the row, or from its template `shared`."""
    return map_({name: own.get(name, f"{shared}.{name}") for name in stored_names(label)})


def map_(given: Mapping[str, str]) -> str:
    """A map of Cypher, from its names and values."""
    return "{" + ", ".join(f"{name}: {value}" for name, value in given.items()) + "}"


def of_row(*names: str, row: str = "r") -> dict[str, str]:
    """What stands in a row under its own name."""
    return {name: f"{row}.{name}" for name in names}


def _filled(blank: str, number: str) -> str:
    """A text of `templates.Blank.open` with the number in it."""
    return f"replace({blank}.text, '{PLACE}', {number}) + left({number}, {blank}.kept)"


def to_hubs(node: str, row: str, **types: str) -> str:
    """Relationships to the hubs that a row lists under each name."""
    return "\n".join(
        f"FOREACH (m IN [place IN {row}.{name} | hubs[place]] | CREATE ({node})-[:{type_}]->(m))"
        for name, type_ in types.items()
    )


def events(node: str, row: str, owned: str = "r") -> str:
    """The events of a record; `e.by` lists nobody or the hub that did it."""
    return (
        f"FOREACH (e IN {row}.events | CREATE (x:Node:Event {{id: e.id, kind: e.kind,"
        f" at: {moment('e.at')}, toldAt: {moment('e.at')}, sequence: e.sequence,"
        f" audience: {owned}.audience, ownerIds: {owned}.owners}})-[:SUBJECT]->({node})"
        " FOREACH (o IN [place IN e.by | hubs[place]] | CREATE (x)-[:BY]->(o)))"
    )


def record(label: str, templates: str | None, values: str, *lines: str, others: bool = False) -> str:
    """A statement that makes records of a label in `n`, from their templates, and what `lines` add."""
    known = "hubs, others" if others else "hubs"
    shared = f"${templates}[r.template] AS t, " if templates else ""
    return "\n".join(
        [
            _HUBS,
            *([_OTHERS] if others else []),
            f"UNWIND $rows AS r WITH {known}, r, {shared}{_TIMES}",
            f"CREATE (n:Node:{label} {values})",
            *lines,
        ]
    )


TITLES = ("title", "titleFold", "titleSort", "searchTitle")
NAMES = ("nameFa", "nameFaFold", "nameFaSort", "nameEn", "nameEnFold", "nameEnSort", "searchTitle")

ORGANIZATION = record(
    "Organization",
    "templates",
    properties(
        "Organization",
        "t",
        VERSIONED | of_row(*NAMES, "status", "foundingDate", "registrationNumber", "website"),
    ),
    "FOREACH (c IN r.contacts | CREATE (n)-[:HAS_CONTACT]->"
    "(:Contact {kind: c.kind, value: c.value, office: c.office, position: c.position}))",
    to_hubs("n", "r", topics="ABOUT", regions="SERVES", location="LOCATED_IN"),
    events("n", "r"),
    "RETURN collect(id(n)) AS ids",
)

_TIE = map_(of_row("id", "kind", "status", "since", "until", "source"))
TIE = "\n".join(
    [
        _HUBS,
        "UNWIND $rows AS r WITH hubs, r, hubs[r.from] AS n, hubs[r.to] AS m",
        f"CREATE (n)-[:TIED_TO {_TIE}]->(m)",
        events("n", "r"),
    ]
)

_LESSON = properties(
    "Lesson",
    "$parts[l.template]",
    PUBLISHED
    | {"id": "l.id", "version": "l.version"}
    | {"createdAt": moment("l.created"), "updatedAt": moment("l.updated")}
    | {"publishedAt": moment_if_any("l.published")}
    | {
        name: _filled(f"$parts[l.template].{name}", "l.number")
        for name in ("statement", "statementFold", "statementSort", "searchTitle")
    },
)

EXPERIENCE = record(
    "Experience",
    "templates",
    properties("Experience", "t", PUBLISHED | of_row(*TITLES, "startedOn", "endedOn")),
    "FOREACH (x IN t.results | CREATE (n)-[:HAS_RESULT]->(:Result {indicator: x.indicator,"
    " value: round(x.value * r.factor), baseline: x.baseline, unit: x.unit, position: x.position}))",
    to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN", topics="ABOUT", skills="USES_SKILL"),
    "FOREACH (p IN r.participants | FOREACH (m IN [hubs[p.place]] |"
    " CREATE (n)-[:HAS_PARTICIPANT {role: p.role, since: r.startedOn, until: r.endedOn}]->(m)))",
    events("n", "r"),
    f"FOREACH (l IN r.lessons | CREATE (y:Node:Lesson {_LESSON})-[:DRAWN_FROM]->(n)",
    to_hubs("y", "l", publisher="PUBLISHED_BY", topics="ABOUT", skills="USES_SKILL"),
    f"{events('y', 'l')})",
)

APPROACH = record(
    "Approach",
    "templates",
    properties("Approach", "t", PUBLISHED | of_row(*TITLES)),
    "FOREACH (s IN t.steps | CREATE (n)-[:HAS_STEP]->"
    "(:Step {title: s.title, text: s.text, position: s.position}))",
    to_hubs("n", "r", publisher="PUBLISHED_BY", topics="ABOUT", skills="USES_SKILL"),
    "FOREACH (m IN [place IN r.experiences | others[place]] | CREATE (n)-[:DRAWN_FROM]->(m))",
    events("n", "r"),
    others=True,
)

ADOPTION = record(
    "Adoption",
    None,
    map_(
        PUBLISHED
        | of_row("note", "startedOn", "outcome", "outcomeNote", "searchTitle", "searchBody")
        | {"outcomeRecordedAt": "CASE WHEN r.outcome IS NULL THEN null ELSE updated END"}
        | {"wording": "1", "holdsFor": "[1]"},
    ),
    to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN"),
    "FOREACH (m IN [others[r.adopted]] | CREATE (n)-[:ADOPTS]->(m))",
    events("n", "r"),
    others=True,
)

EVIDENCE = "\n".join(
    [
        _HUBS,
        _OTHERS,
        "UNWIND $rows AS r WITH hubs, r, others[r.lesson] AS n, others[r.experience] AS m",
        "FOREACH (_ IN r.supports | CREATE (n)-[:SUPPORTED_BY]->(m))",
        "FOREACH (_ IN r.contradicts | CREATE (n)-[:CONTRADICTED_BY]->(m))",
        events("n", "r"),
    ]
)

_COMMITMENT = properties(
    "Commitment",
    "$parts[c.template]",
    of_row("id", "version", "titleFa", "titleFaFold", "titleFaSort", "titleEn", "titleEnFold", row="c")
    | of_row("searchTitle", "dueOn", "status", row="c")
    | {"createdAt": "created", "updatedAt": moment("c.updated"), "demo": "true"},
)

PARTNERSHIP = record(
    "Partnership",
    "templates",
    properties(
        "Partnership",
        "t",
        VERSIONED
        | OWNED
        | of_row("titleFa", "titleFaFold", "titleFaSort", "titleEn", "titleEnFold", "searchTitle")
        | of_row("status", "visibility", "signedOn", "startsOn", "endsOn"),
    ),
    "FOREACH (p IN r.parties | FOREACH (m IN [hubs[p.place]] | CREATE (n)-[:HAS_PARTY"
    " {role: p.role, signatoryOffice: p.signatoryOffice, signedOn: r.signedOn}]->(m)))",
    to_hubs("n", "r", regions="COVERS", topics="ABOUT"),
    events("n", "r"),
    f"FOREACH (c IN r.commitments | CREATE (y:Node:Commitment {_COMMITMENT})<-[:HAS_COMMITMENT]-(n)",
    to_hubs("y", "c", owedBy="OWED_BY", owedTo="OWED_TO"),
    f"{events('y', 'c')})",
)


def resource(label: str) -> str:
    """The statement for offers or for needs."""
    own = PUBLISHED | of_row(*TITLES, "startsOn", "endsOn", "fulfillment")
    if label == "ResourceNeed":
        own |= of_row("targetGroups")
    return record(
        label,
        "templates",
        properties(label, "t", own),
        to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN", topics="ABOUT", skills="USES_SKILL"),
        events("n", "r"),
    )


EXCHANGE = record(
    "Exchange",
    None,
    map_(
        VERSIONED
        | OWNED
        | of_row("status", "note", "quantity", "unit", "amount", "amountUnit", "searchTitle", "searchBody")
        | {
            name: moment_if_any(f"r.{name}")
            for name in ("providerConfirmedAt", "receiverConfirmedAt", "deliveredAt")
        },
    ),
    to_hubs("n", "r", provider="PROVIDED_BY", receiver="RECEIVED_BY", proposer="PROPOSED_BY"),
    "FOREACH (m IN [others[r.offer]] | CREATE (n)-[:OF_OFFER]->(m))",
    "FOREACH (m IN [others[r.need]] | CREATE (n)-[:FOR_NEED]->(m))",
    events("n", "r"),
    others=True,
)
