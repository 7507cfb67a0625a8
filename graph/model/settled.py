"""Turn the model into the statements that settle a graph whose anonymized records show all that was written.

For graphs of an earlier version, and for whoever loads records beside the moves: what is anonymized is shown
by its month, what was written stands beside it, and events about it
are told after their month. Each is safe to run again.
"""

from collections.abc import Iterator

from graph.model.access import Audience, narrowed
from graph.model.common import RecordStatus
from graph.model.core import Model
from graph.model.events import THEN_AUDIENCE, UNTOLD
from graph.model.members import Access, Kind
from graph.model.nodes import Node
from graph.model.snapshots import TYPE as VERSIONS
from graph.model.written import ANONYMIZED, month_text, paired, paired_edges, twin

_ZONE = "'Asia/Tehran'"
"""The hub's own unless it is told another, since there is no hub to ask."""

_NOW = month_text("datetime()", _ZONE)
_THERE = f"datetime({{datetime: e.at, timezone: {_ZONE}}})"
_NEXT_MONTH = f"datetime({{datetime: {_THERE} + duration('P1M'), timezone: 'Z'}})"

AUTHORS = Audience.AUTHORS.value
_OWNERS = Audience.OWNERS.value

_ALONE = [one.value for one in Audience if one.value not in {"PUBLIC", "MEMBERS", ANONYMIZED}]
_VALIDATED = "VALIDATED"
_AT = twin("at")
_ANONYMIZED = f"MATCH (e:Event) WHERE e.audience = '{ANONYMIZED}'"

_TOLD = (
    ("MATCH (e:Event) WHERE e.toldAt IS NULL", "e", "SET e.toldAt = e.at"),
    (f"{_ANONYMIZED} AND e.{_AT} IS NULL", "e", f"SET e.{_AT} = e.at, e.at = {month_text('e.at', _ZONE)}"),
    # Those of this month wait for its end; the others are told as of the end of their own.
    (
        f"{_ANONYMIZED} AND e.at = {_NOW} AND e.toldAt = e.{_AT}",
        "e",
        (
            f"SET e.{UNTOLD} = left(toString({_THERE}), 7), e.at = e.{_AT}, e.audience = '{AUTHORS}'"
            f" REMOVE e.{_AT}"
        ),
    ),
    (f"{_ANONYMIZED} AND e.toldAt = e.{_AT}", "e", f"SET e.toldAt = {_NEXT_MONTH}"),
    (
        "MATCH (c:Counter {name: 'events'}) WHERE c.told IS NULL",
        "c",
        (
            "SET c.told = COLLECT { MATCH (e:Event) RETURN max(e.toldAt) }[0],"
            f" c.month = left(toString(datetime({{timezone: {_ZONE}}})), 7)"
        ),
    ),
)


def settling(model: Model, how: str = "") -> list[str]:
    """The statements, in order; `how` each is carried out: `IN TRANSACTIONS …`, or at once."""
    steps = [*map(_of_records, _records(model)), *_TOLD]
    return [*_statements(steps, how), *hiding(model, how), *recalling(model, how)]


def hiding(model: Model, how: str = "") -> list[str]:
    """The statements that keep from administrators whose a record is that is, was or may yet be anonymized.

    Its versions tell what it was. Events of what is anonymized go that way until they are told.
    """
    return _statements([step for node in _records(model) for step in _hidden(node)], how)


def recalling(model: Model, how: str = "") -> list[str]:
    """The statements that let events of before be told to those alone who might read them as they happened.

    Versions know that, and the kind of an event does where none was kept; of the others it is not known.
    """
    then = f"e.{THEN_AUDIENCE}"
    of = f"v.event = e.kind AND v.at = coalesce(e.{_AT}, e.at)"
    version = f"MATCH (e:Event)-[:SUBJECT]->()-[:{VERSIONS}]->(v:Version) WHERE {then} IS NULL AND {of}"
    steps = [(version, "e, v", f"SET {then} = v.audience"), *_by_kind(model)]
    due = f"WITH e, {narrowed(then, 'e.audience')} AS due"
    wider = f"MATCH (e:Event) WHERE {then} IS NOT NULL {due} WHERE due <> e.audience"
    steps.append(
        (wider, "e, due", f"SET e.audience = due, e.at = coalesce(e.{_AT}, e.at) REMOVE e.{_AT}, e.{UNTOLD}")
    )
    waits = f"MATCH (e:Event) WHERE e.{UNTOLD} IS NOT NULL AND {then} IN {_ALONE}"
    steps.append((waits, "e", f"REMOVE e.{UNTOLD}"))
    return _statements(steps, how)


def _by_kind(model: Model) -> Iterator[tuple[str, str, str]]:
    """What begins as a draft is told to its owners; what is asked of reviewers, to reviewers."""
    for node in model.nodes.values():
        if node.life is None or "status" not in node.by_name:
            continue
        for move in node.life.moves:
            told = None
            if node.access is Access.JUDGED and move.end is not None and move.end.value != _VALIDATED:
                told = Audience.REVIEWERS
            elif move.end is RecordStatus.DRAFT and not move.start:
                told = Audience.AUTHORS if node.anonymizable else Audience.OWNERS
            if told is not None:
                found = (
                    f"MATCH (:{node.label})<-[:SUBJECT]-(e:Event) WHERE e.kind = '{move.event.name}'"
                    f" AND e.{THEN_AUDIENCE} IS NULL"
                )
                yield found, "e", f"SET e.{THEN_AUDIENCE} = '{told.value}'"


def _records(model: Model) -> list[Node]:
    return [node for node in model.nodes.values() if node.anonymizable and node.life is not None]


def _statements(steps: list[tuple[str, str, str]], how: str) -> list[str]:
    return [f"{found}\nCALL ({variable}) {{ {change} }} {how}" for found, variable, change in steps]


def _hidden(node: Node) -> Iterator[tuple[str, str, str]]:
    """What its owners and administrators read so far, and its owners alone from now on."""
    draft, owners = RecordStatus.DRAFT.value, f"'{_OWNERS}'"
    was = (
        f"head(COLLECT {{ MATCH (n)-[:{VERSIONS}]->(v:Version)"
        f" WHERE NOT v.audience IN [{owners}, '{AUTHORS}']"
        " RETURN v.audience ORDER BY v.number DESC LIMIT 1 })"
    )
    said = f"(n.status = '{draft}' OR n.visibility = '{ANONYMIZED}' OR {was} = '{ANONYMIZED}')"
    found = f"MATCH (n:{node.label}) WHERE n.audience = {owners} AND {said}"
    yield found, "n", f"SET n.audience = '{AUTHORS}'"
    hidden = f"(v.wasStatus = '{draft}' OR v.wasVisibility = '{ANONYMIZED}')"
    found = f"MATCH (:{node.label})-[:{VERSIONS}]->(v:Version) WHERE v.audience = {owners} AND {hidden}"
    yield found, "v", f"SET v.audience = '{AUTHORS}'"
    hidden = f"n.audience IN ['{ANONYMIZED}', '{AUTHORS}']"
    found = f"MATCH (n:{node.label})<-[:SUBJECT]-(e:Event) WHERE e.audience = {owners} AND {hidden}"
    yield found, "e", f"SET e.audience = '{AUTHORS}'"


def _of_records(node: Node) -> tuple[str, str, str]:
    found = f"MATCH (n:{node.label}) WHERE n.audience = '{ANONYMIZED}' AND n.{twin('createdAt')} IS NULL"
    return found, "n", "\n".join([f"SET {', '.join(_values(node))}", *_targets(node)])


def _values(node: Node) -> Iterator[str]:
    for member in paired(node):
        here = f"n.{member.name}"
        yield f"n.{twin(member.name)} = {here}"
        month = {
            Kind.DATETIME: month_text(here, _ZONE),
            Kind.DATE: f"date.truncate('month', {here})",
        }.get(member.kind)
        if month is not None:
            yield f"{here} = CASE WHEN {here} IS NOT NULL THEN {month} END"


def _targets(node: Node) -> Iterator[str]:
    for edge in paired_edges(node):
        yield (
            f"WITH n CALL (n) {{ MATCH (n)-[:{edge.type}]->(m:{edge.to})"
            f" CREATE (n)-[:WRITTEN_{edge.type}]->(m) }}"
        )
