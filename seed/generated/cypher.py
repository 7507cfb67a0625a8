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


def _moment(milliseconds: str) -> str:
    return f"datetime.fromepochmillis({milliseconds})"


def _moment_if_any(milliseconds: str) -> str:
    return f"CASE WHEN {milliseconds} IS NULL THEN null ELSE {_moment(milliseconds)} END"


_TIMES = (
    f"{_moment('r.created')} AS created, {_moment('r.updated')} AS updated,"
    f" {_moment_if_any('r.published')} AS published"
)
_VERSIONED = {
    "id": "r.id",
    "version": "r.version",
    "createdAt": "created",
    "updatedAt": "updated",
    "demo": "true",
}
_OWNED = {"audience": "r.audience", "ownerIds": "r.owners"}
_PUBLISHED = (
    _VERSIONED | _OWNED | {"status": "r.status", "visibility": "r.visibility", "publishedAt": "published"}
)


def _properties(label: str, shared: str, own: Mapping[str, str]) -> str:
    """Every property a record of the label may store: from the row, or from its template `shared`."""
    return _map({name: own.get(name, f"{shared}.{name}") for name in stored_names(label)})


def _map(given: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in given.items()) + "}"


def _of_row(*names: str, row: str = "r") -> dict[str, str]:
    return {name: f"{row}.{name}" for name in names}


def _filled(blank: str, number: str) -> str:
    """A text of `templates.Blank.open` with the number in it."""
    return f"replace({blank}.text, '{PLACE}', {number}) + left({number}, {blank}.kept)"


def _to_hubs(node: str, row: str, **types: str) -> str:
    """Relationships to the hubs that a row lists under each name."""
    return "\n".join(
        f"FOREACH (m IN [place IN {row}.{name} | hubs[place]] | CREATE ({node})-[:{type_}]->(m))"
        for name, type_ in types.items()
    )


def _events(node: str, row: str, owned: str = "r") -> str:
    """The events of a record; `e.by` lists nobody or the hub that did it."""
    return (
        f"FOREACH (e IN {row}.events | CREATE (x:Node:Event {{id: e.id, kind: e.kind,"
        f" at: {_moment('e.at')}, toldAt: {_moment('e.at')}, sequence: e.sequence,"
        f" audience: {owned}.audience, ownerIds: {owned}.owners}})-[:SUBJECT]->({node})"
        " FOREACH (o IN [place IN e.by | hubs[place]] | CREATE (x)-[:BY]->(o)))"
    )


def _record(label: str, templates: str | None, properties: str, *lines: str, others: bool = False) -> str:
    known = "hubs, others" if others else "hubs"
    shared = f"${templates}[r.template] AS t, " if templates else ""
    return "\n".join(
        [
            _HUBS,
            *([_OTHERS] if others else []),
            f"UNWIND $rows AS r WITH {known}, r, {shared}{_TIMES}",
            f"CREATE (n:Node:{label} {properties})",
            *lines,
        ]
    )


_TITLES = ("title", "titleFold", "titleSort", "searchTitle")
_NAMES = ("nameFa", "nameFaFold", "nameFaSort", "nameEn", "nameEnFold", "nameEnSort", "searchTitle")

ORGANIZATION = _record(
    "Organization",
    "templates",
    _properties(
        "Organization",
        "t",
        _VERSIONED | _of_row(*_NAMES, "status", "foundingDate", "registrationNumber", "website"),
    ),
    "FOREACH (c IN r.contacts | CREATE (n)-[:HAS_CONTACT]->"
    "(:Contact {kind: c.kind, value: c.value, office: c.office, position: c.position}))",
    _to_hubs("n", "r", topics="ABOUT", regions="SERVES", location="LOCATED_IN"),
    _events("n", "r"),
    "RETURN collect(id(n)) AS ids",
)

_TIE = _map(_of_row("id", "kind", "status", "since", "until", "source"))
TIE = "\n".join(
    [
        _HUBS,
        "UNWIND $rows AS r WITH hubs, r, hubs[r.from] AS n, hubs[r.to] AS m",
        f"CREATE (n)-[:TIED_TO {_TIE}]->(m)",
        _events("n", "r"),
    ]
)

_LESSON = _properties(
    "Lesson",
    "$parts[l.template]",
    _PUBLISHED
    | {"id": "l.id", "version": "l.version"}
    | {"createdAt": _moment("l.created"), "updatedAt": _moment("l.updated")}
    | {"publishedAt": _moment_if_any("l.published")}
    | {
        name: _filled(f"$parts[l.template].{name}", "l.number")
        for name in ("statement", "statementFold", "statementSort", "searchTitle")
    },
)

EXPERIENCE = _record(
    "Experience",
    "templates",
    _properties("Experience", "t", _PUBLISHED | _of_row(*_TITLES, "startedOn", "endedOn")),
    "FOREACH (x IN t.results | CREATE (n)-[:HAS_RESULT]->(:Result {indicator: x.indicator,"
    " value: round(x.value * r.factor), baseline: x.baseline, unit: x.unit, position: x.position}))",
    _to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN", topics="ABOUT", skills="USES_SKILL"),
    "FOREACH (p IN r.participants | FOREACH (m IN [hubs[p.place]] |"
    " CREATE (n)-[:HAS_PARTICIPANT {role: p.role, since: r.startedOn, until: r.endedOn}]->(m)))",
    _events("n", "r"),
    f"FOREACH (l IN r.lessons | CREATE (y:Node:Lesson {_LESSON})-[:DRAWN_FROM]->(n)",
    _to_hubs("y", "l", publisher="PUBLISHED_BY", topics="ABOUT", skills="USES_SKILL"),
    f"{_events('y', 'l')})",
)

APPROACH = _record(
    "Approach",
    "templates",
    _properties("Approach", "t", _PUBLISHED | _of_row(*_TITLES)),
    "FOREACH (s IN t.steps | CREATE (n)-[:HAS_STEP]->"
    "(:Step {title: s.title, text: s.text, position: s.position}))",
    _to_hubs("n", "r", publisher="PUBLISHED_BY", topics="ABOUT", skills="USES_SKILL"),
    "FOREACH (m IN [place IN r.experiences | others[place]] | CREATE (n)-[:DRAWN_FROM]->(m))",
    _events("n", "r"),
    others=True,
)

ADOPTION = _record(
    "Adoption",
    None,
    _map(
        _PUBLISHED
        | _of_row("note", "startedOn", "outcome", "outcomeNote", "searchTitle", "searchBody")
        | {"outcomeRecordedAt": "CASE WHEN r.outcome IS NULL THEN null ELSE updated END"}
        | {"wording": "1", "holdsFor": "[1]"},
    ),
    _to_hubs("n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN"),
    "FOREACH (m IN [others[r.adopted]] | CREATE (n)-[:ADOPTS]->(m))",
    _events("n", "r"),
    others=True,
)

EVIDENCE = "\n".join(
    [
        _HUBS,
        _OTHERS,
        "UNWIND $rows AS r WITH hubs, r, others[r.lesson] AS n, others[r.experience] AS m",
        "FOREACH (_ IN r.supports | CREATE (n)-[:SUPPORTED_BY]->(m))",
        "FOREACH (_ IN r.contradicts | CREATE (n)-[:CONTRADICTED_BY]->(m))",
        _events("n", "r"),
    ]
)

_COMMITMENT = _properties(
    "Commitment",
    "$parts[c.template]",
    _of_row("id", "version", "titleFa", "titleFaFold", "titleFaSort", "titleEn", "titleEnFold", row="c")
    | _of_row("searchTitle", "dueOn", "status", row="c")
    | {"createdAt": "created", "updatedAt": _moment("c.updated"), "demo": "true"},
)

PARTNERSHIP = _record(
    "Partnership",
    "templates",
    _properties(
        "Partnership",
        "t",
        _VERSIONED
        | _OWNED
        | _of_row("titleFa", "titleFaFold", "titleFaSort", "titleEn", "titleEnFold", "searchTitle")
        | _of_row("status", "visibility", "signedOn", "startsOn", "endsOn"),
    ),
    "FOREACH (p IN r.parties | FOREACH (m IN [hubs[p.place]] | CREATE (n)-[:HAS_PARTY"
    " {role: p.role, signatoryOffice: p.signatoryOffice, signedOn: r.signedOn}]->(m)))",
    _to_hubs("n", "r", regions="COVERS", topics="ABOUT"),
    _events("n", "r"),
    f"FOREACH (c IN r.commitments | CREATE (y:Node:Commitment {_COMMITMENT})<-[:HAS_COMMITMENT]-(n)",
    _to_hubs("y", "c", owedBy="OWED_BY", owedTo="OWED_TO"),
    f"{_events('y', 'c')})",
)


def resource(label: str) -> str:
    """The statement for offers or for needs."""
    own = _PUBLISHED | _of_row(*_TITLES, "startsOn", "endsOn", "fulfillment")
    return _record(
        label,
        "templates",
        _properties(label, "t", own),
        _to_hubs(
            "n", "r", publisher="PUBLISHED_BY", region="LOCATED_IN", topics="ABOUT", skills="USES_SKILL"
        ),
        _events("n", "r"),
    )


EXCHANGE = _record(
    "Exchange",
    None,
    _map(
        _VERSIONED
        | _OWNED
        | _of_row("status", "note", "quantity", "unit", "amount", "amountUnit", "searchTitle", "searchBody")
        | {
            name: _moment_if_any(f"r.{name}")
            for name in ("providerConfirmedAt", "receiverConfirmedAt", "deliveredAt")
        },
    ),
    _to_hubs("n", "r", provider="PROVIDED_BY", receiver="RECEIVED_BY", proposer="PROPOSED_BY"),
    "FOREACH (m IN [others[r.offer]] | CREATE (n)-[:OF_OFFER]->(m))",
    "FOREACH (m IN [others[r.need]] | CREATE (n)-[:FOR_NEED]->(m))",
    _events("n", "r"),
    others=True,
)
