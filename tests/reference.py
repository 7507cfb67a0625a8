"""A slow, obvious reader of the network in memory: what the compiler's answers are measured against.

It reads the schema's text and shares nothing with `graph.compiler`: graphql-core executes the document,
and every resolver below walks plain Python objects. From the model it takes facts (which relationship a
field follows, who may read a label), never logic. It knows the rules of `docs`, not those of Cypher:

- who reads what: `sees` (rows) and `may_walk` (what lies between an anonymized record and its owners);
- a retired term is found from records by what counts as one with it, and is left out of lists of terms: `_listed`;
- a missing value fulfills no comparison but `isNull: true` and `eq: null`; it is the largest in an order;
- a part of a text of which nothing is left is part of no text;
- rows that tie are ordered by id, then by what tells parallel relationships apart, both the way of the first key.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cmp_to_key
from typing import Any, TypeAlias

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    build_schema,
    execute,
    get_named_type,
)

from graph.model import MODEL
from graph.model.members import Access, Computed, Direction, Edge, Kind, Property
from graph.model.ties import TieRole
from graph.text import clean, fold
from hub.context import Viewer
from hub.schema import sdl
from tests import past
from tests.network import NETWORK, TODAY, Link, Network, Thing

SCHEMA: GraphQLSchema = build_schema(sdl())
"""The schema as its text says it, with no resolver in it."""

DEFAULT_PAGE = 20
_OPEN = Edge("", "", "", open=True)
"""Any edge that leads to nothing that could name the author of an anonymized record."""

Row: TypeAlias = tuple[Thing, Link | None]


def answer(
    document: DocumentNode,
    viewer: Viewer,
    *,
    variables: Mapping[str, Any] | None = None,
    language: str = "fa",
    network: Network = NETWORK,
) -> dict[str, Any]:
    """What a viewer should be answered. The document is valid and its values are acceptable."""
    result = execute(
        SCHEMA,
        document,
        context_value=Reader(network, viewer, language),
        variable_values=dict(variables or {}),
        field_resolver=_resolve,
        type_resolver=lambda thing, _info, _type: thing.label,
    )
    assert isinstance(result, ExecutionResult)
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


def _resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    reader: Reader = info.context
    returned = get_named_type(info.return_type)
    match source:
        case None:
            value = reader.root(info, arguments)
        case Thing():
            value = reader.field(source, info.field_name, arguments, connection=_is_connection(returned))
        case _:
            value = source[info.field_name]
    return told(value, rial=returned.name == "Rial")


def _is_connection(returned: object) -> bool:
    return isinstance(returned, GraphQLObjectType) and returned.name.endswith("Connection")


def told(value: Any, *, rial: bool = False) -> Any:
    """A value as the client reads it."""
    match value:
        case datetime():
            text = value.astimezone(UTC).isoformat().removesuffix("+00:00")
            return (text.rstrip("0") if "." in text else text) + "Z"
        case date():
            return value.isoformat()
        case int() if rial:
            return str(value)
        case _:
            return value


Read: TypeAlias = Callable[[Thing, str], Any]
"""A value of a row, by its name."""


@dataclass(frozen=True)
class Key:
    """One value rows are ordered by."""

    property: Property | Computed
    ascending: bool

    def of(self, thing: Thing, read: Read) -> Any:
        """What a row is placed by."""
        if isinstance(self.property, Computed):
            return read(thing, self.property.name)
        return thing.properties.get(self.property.sort or self.property.name)


@dataclass(frozen=True)
class Order:
    """The whole order of a list. `apart` tells two relationships to one node apart, where there may be two.

    `read_value` works out a value of a row, for who asks.
    """

    keys: tuple[Key, ...]
    apart: str | None
    read_value: Read

    def place(self, row: Row) -> list[Any]:
        """What places a row: its value for each key, its id, what tells its relationship apart."""
        thing, link = row
        place = [key.of(thing, self.read_value) for key in self.keys]
        if "id" in thing.properties:
            place.append(thing.properties["id"])
        if self.apart:
            assert link is not None
            place.append(link.properties[self.apart])
        return place

    def compare(self, one: list[Any], other: list[Any]) -> int:
        """Negative where the first place comes before the second."""
        ways = [key.ascending for key in self.keys]
        ways += [ways[0] if ways else True] * 2
        for a, b, ascending in zip(one, other, ways, strict=False):
            if a != b:
                smaller = b is None or (a is not None and a < b)
                return -1 if smaller is ascending else 1
        return 0

    def key(self, row: Row) -> Any:
        """What a row is sorted by."""
        return cmp_to_key(self.compare)(self.place(row))

    def cursor(self, row: Row) -> str:
        """The cursor of a row."""
        signature = "".join(("+" if key.ascending else "-") + key.property.name for key in self.keys)
        values = [told(value) for value in self.place(row)]
        return json.dumps([signature, *values], ensure_ascii=False, separators=(",", ":"))

    def read(self, cursor: str) -> list[Any]:
        """The place a cursor stands for."""
        _, *values = json.loads(cursor)
        kinds = [key.property.kind for key in self.keys]
        placed = [_parsed(v, kind) for v, kind in zip(values, kinds, strict=False)]
        return [*placed, *values[len(kinds) :]]


def _parsed(value: Any, kind: Kind) -> Any:
    """A client's value, as what is stored of that kind."""
    match value, kind:
        case str(), Kind.DATE:
            return date.fromisoformat(value)
        case str(), Kind.DATETIME:
            return datetime.fromisoformat(value)
        case str(), Kind.RIAL:
            return int("".join(c for c in value if c.isdigit() or c == "-"))
        case str(), Kind.STRING:
            return clean(value)
        case _:
            return value


def _stored(thing: Thing, name: str) -> Any:
    return thing.properties.get(name)


def order_of(label: str, sort: list[str] | None, edge: Edge | None = None, read: Read = _stored) -> Order:
    """The order a client asked for, or the label's own."""
    node = MODEL.nodes[label]
    sortable = {p.name: p for p in (*node.properties(), *node.sorts())}
    asked: dict[str, bool] = {}
    for name in sort or ():
        words = name.rsplit("_", 1)
        first, *others = words[0].lower().split("_")
        asked.setdefault(first + "".join(other.title() for other in others), words[1] == "ASC")
    ways = asked or dict(node.order)
    keys = tuple(Key(sortable[name], ascending) for name, ascending in ways.items())
    return Order(keys, edge.parallel if edge else None, read)


class Reader:
    """Reads for one viewer."""

    def __init__(self, network: Network, viewer: Viewer, language: str) -> None:
        self.network = network
        self.viewer = viewer
        self.language = language
        self.is_member = viewer.role.value != "ANONYMOUS"
        self.is_administrator = viewer.role.value == "ADMINISTRATOR"

    # -- rights -------------------------------------------------------------------------------------

    def sees(self, thing: Thing) -> bool:
        """Whether the viewer may read a row, whichever way it was reached."""
        if MODEL.nodes[thing.label].access is Access.AUDIT:
            return self.is_administrator and all(map(self._is_told, self.ends(thing, _parent(thing))))
        match MODEL.nodes[thing.label].access:
            case Access.OPEN:
                return True
            case Access.MEMBERS:
                return self.is_member
            case Access.PARENT:
                return any(self.sees(whole) for whole, _ in self.ends(thing, _parent(thing)))
            case Access.HISTORY:
                record = self.record_of(thing)
                named = self.is_named(record) or thing.properties["audience"] == "ANONYMIZED"
                return self.sees(record) and named and self._is_in_audience(thing)
            case Access.JUDGED:
                wholes = self.ends(thing, _parent(thing))
                return self._is_in_audience(thing) and any(self.sees(whole) for whole, _ in wholes)
            case Access.ASKED:
                return (self.owns(thing) and self._knows_of(thing)) or (
                    self.is_administrator and self._knows_of(thing, asked=True)
                )
            case Access.ATTACHED:
                holders = (holder for holder, _ in self.ends(thing, _parent(thing)))
                return self.owns(thing) or any(self.sees(one) and self.is_named(one) for one in holders)
            case Access.SAID:
                return self._hears(thing)
            case Access.OWNED:
                return self._is_in_audience(thing)

    def _hears(self, thing: Thing, below: tuple[Thing, ...] = ()) -> bool:
        """Whether the viewer reads what was said, and all that it stands under.

        Under what is anonymized nothing is heard that was said while it was named.
        """
        status, said = thing.properties["status"], (thing, *below)
        coordinates = self.viewer.role.value == "COORDINATOR" and status == "HIDDEN"
        if not (status == "STANDING" or self.owns(thing) or self.is_administrator or coordinates):
            return False
        ((whole, _),) = self.ends(thing, _parent(thing))
        if MODEL.nodes[whole.label].access is Access.SAID:
            return self._hears(whole, said)
        hidden = whole.properties["audience"] in {"ANONYMIZED", "AUTHORS"}
        unnamed = all(one.properties["audience"] == "ANONYMIZED" for one in said)
        return self.sees(whole) and (unnamed or not hidden)

    def _is_told(self, row: Row) -> bool:
        """Whether administrators may know who is behind what an entry of the audit tells of."""
        event, _ = row
        if "untold" in event.properties or not self.sees(event):
            return False
        about = [thing for thing, _ in self.ends(event, MODEL.nodes["Event"].edge("subject"))]
        wholes = [
            whole
            for thing in about
            if MODEL.nodes[thing.label].access in {Access.PARENT, Access.ASKED}
            for whole, _ in self.ends(thing, _parent(thing))
        ]
        hidden = {"ANONYMIZED", "AUTHORS"}
        return all(thing.properties.get("audience") not in hidden for thing in (event, *about, *wholes))

    def _is_in_audience(self, thing: Thing) -> bool:
        audience = thing.properties["audience"]
        if audience == "PUBLIC":
            return True
        if not self.is_member:
            return False
        if audience in {"MEMBERS", "ANONYMIZED"} or self.owns(thing):
            return True
        if self.is_administrator:
            return audience != "AUTHORS"
        if audience == "REVIEWERS":
            return bool(self.viewer.reviews)
        if audience == "COORDINATORS":
            return self.viewer.role.value == "COORDINATOR"
        return audience == "PARTNERS" and any(o in self.viewer.partners for o in _owners(thing))

    def record_of(self, version: Thing) -> Thing:
        """What a version is one of."""
        ((record, _),) = self.ends(version, _parent(version))
        return record

    def is_named(self, record: Thing) -> bool:
        """Whether the viewer may know who is behind a record."""
        anonymized = record.properties.get("audience") in {"ANONYMIZED", "AUTHORS"}
        return not anonymized or self.owns(record)

    def _knows_of(self, claim: Thing, *, asked: bool = False) -> bool:
        """Whoever is asked about a record knows of it once it reads that record, or has answered, with its author."""
        asked = asked or claim.properties["askedId"] == self.viewer.organization
        ((record, _),) = self.ends(claim, _parent(claim))
        answered = claim.properties["status"] in {"CONFIRMED", "REFUSED"}
        return not asked or ((self.sees(record) or answered) and self.is_named(record))

    def owns(self, thing: Thing) -> bool:
        """Whether the viewer's organization owns a record."""
        return self.viewer.organization in _owners(thing)

    def may_walk(self, edge: Edge, one: Thing, other: Thing) -> bool:
        """Whether the viewer may walk an edge: nothing leads from an anonymized record to its owners."""
        for record, far in ((one, other), (other, one)):
            if not MODEL.nodes[record.label].anonymizable:
                continue
            if record.properties.get("audience") != "ANONYMIZED" or self.owns(record):
                continue
            if not edge.open:
                return False
            # A review names nobody: it is read as what it is about.
            is_owned = MODEL.nodes[far.label].access is Access.OWNED
            names_owner = is_owned and bool(_owners(record) & _owners(far))
            if names_owner and far.properties["audience"] != "ANONYMIZED":
                return False
        return True

    # -- rows ---------------------------------------------------------------------------------------

    def ends(self, thing: Thing, edge: Edge) -> Iterator[Row]:
        """What lies at the other end of an edge, seen or not."""
        labels = {node.label for node in MODEL.labels(edge.to)}
        for link in self.network.around(thing):
            if link.type != edge.type:
                continue
            if link.start is thing and edge.direction is not Direction.IN and link.end.label in labels:
                yield link.end, link
            elif link.end is thing and edge.direction is not Direction.OUT and link.start.label in labels:
                yield link.start, link

    def along(self, thing: Thing, edge: Edge) -> list[Row]:
        """The rows at the other end of an edge that the viewer may read."""
        found: list[Row] = list(self._far(thing, edge)) if edge.hops else list(self.ends(thing, edge))
        return [row for row in found if self.sees(row[0]) and self.may_walk(edge, thing, row[0])]

    def _far(self, thing: Thing, edge: Edge) -> Iterator[Row]:
        assert edge.hops is not None
        least, most = edge.hops
        here = {thing.key: thing}
        reached: dict[str, Thing] = {}
        for hop in range(most + 1):
            if hop >= least:
                reached |= here
            here = {end.key: end for t in here.values() for end, _ in self.ends(t, edge)}
        yield from ((end, None) for end in reached.values())

    # -- filters --------------------------------------------------------------------------------------

    def fulfills(self, thing: Thing, asked: Mapping[str, Any] | None, *, led: bool = False) -> bool:
        """Whether a row fulfills a filter. No filter asks for nothing. `led`: it is at the end of an edge."""
        return all(self._part(thing, name, part, led=led) for name, part in (asked or {}).items())

    def _part(self, thing: Thing, name: str, asked: Any, *, led: bool) -> bool:
        match name:
            case "AND":
                return all(self.fulfills(thing, one, led=led) for one in asked)
            case "OR":
                return any(self.fulfills(thing, one, led=led) for one in asked)
            case "NOT":
                return not self.fulfills(thing, asked, led=led)
        member = MODEL.nodes[thing.label].by_name[name]
        if not isinstance(member, Edge):
            named = led and names(thing.label, name, asked)
            return any(
                all(self._compares(one, name, operator, value) for operator, value in asked.items())
                for one in (self.alike(thing) if named else [thing])
            )
        starts = self.followed(thing) if led and member.filter_only else [thing]
        rows = [end for start in starts for end, _ in self.along(start, member)]
        if member.to in MODEL.unions:
            return any(self._is_such(end, asked) for end in rows)
        if not member.many or member.filter_only:
            return any(self.fulfills(end, asked, led=True) for end in rows)
        return all(
            {"some": any, "none": _none, "every": all}[quantifier](
                self.fulfills(end, part, led=True) for end in rows
            )
            for quantifier, part in asked.items()
        )

    def _is_such(self, thing: Thing, asked: Mapping[str, Any]) -> bool:
        """Whether a row of several types is what a filter asks for."""
        return all(
            all(self._compares(thing, "id", operator, value) for operator, value in part.items())
            if name == "id"
            else name.lower() == thing.label.lower() and self.fulfills(thing, part)
            for name, part in asked.items()
        )

    def followed(self, thing: Thing) -> list[Thing]:
        """A term, and what stands for it."""
        ways = (link for link in self.network.links if link.type == "REPLACED_BY" and link.start is thing)
        return [thing, *(link.end for link in ways)]

    def alike(self, thing: Thing) -> list[Thing]:
        """All that count as one with a term: what stands for it, and what that or it stands for."""
        found = [thing]
        for one in found:
            for link in self.network.links:
                if link.type == "REPLACED_BY" and one in {link.start, link.end}:
                    other = link.end if link.start is one else link.start
                    found += [] if other in found else [other]
        return found

    def _compares(self, thing: Thing, name: str, operator: str, asked: Any) -> bool:
        member = MODEL.nodes[thing.label].by_name[name]
        kind = getattr(member, "kind", Kind.STRING)
        here = self.value(thing, name)
        if operator == "isNull" or asked is None:
            return (here is None) is (asked is None or asked)
        if here is None:
            return False
        if operator in {"contains", "startsWith"}:
            folds = getattr(member, "fold", None)
            here, asked = (fold(here), fold(asked)) if folds else (here, clean(asked))
            return asked != "" and bool(asked in here if operator == "contains" else here.startswith(asked))
        if operator == "in":
            return here in [_parsed(value, kind) for value in asked]
        asked = _parsed(asked, kind)
        match operator:
            case "eq":
                return bool(here == asked)
            case "has":
                return asked in here
            case "lt":
                return bool(here < asked)
            case "lte":
                return bool(here <= asked)
            case "gt":
                return bool(here > asked)
            case "gte":
                return bool(here >= asked)
        raise AssertionError(operator)

    # -- values -----------------------------------------------------------------------------------------

    def value(self, thing: Thing, name: str) -> Any:
        """A stored value, or one that is worked out."""
        match thing.label, name:
            case ("Organization" | "Region", "name") | ("Topic" | "Skill", "label"):
                return self._in_language(thing, name)
            case ("Partnership" | "Commitment", "title"):
                return self._in_language(thing, name)
            case "TieClaim", "toRole" | "fromLabel" | "toLabel":
                return self._of_tie(thing.properties["kind"], name)
            case "Version", _:
                return self._of_version(thing, name)
            case "Commitment", "overdue" | "standing" | "progressShare":
                return self._of_commitment(thing, name)
            case _, "learned":
                return bool(self._outcomes(thing))
            case _, "reuseCount":
                return len(self._adoptions(thing))
            case _, "successShare":
                return _mean(self._outcomes(thing))
            case _, "wordings" | "adoptedWording" | "reviewedWording":
                ways = (self._wordings, self._adopted_wording, self._reviewed_wording)
                return dict(zip("war", ways, strict=True))[name[0]](thing)
            case (_, "reviewStatus") | ("Review", "answeredOn"):
                return (self._review_status if name == "reviewStatus" else self._answered_on)(thing)
            case (_, "saidAt" | "changedAt" | "appliesCount" | "doesNotApplyCount") | (
                "Applicability",
                "standing",
            ):
                return self._of_what_is_said(thing, name)
            case _, "remaining":
                return self._remaining(thing)
        return thing.properties.get(name)

    def _answered_on(self, review: Thing) -> Any:
        day = review.properties.get("judgedOn")
        return day if day is None or self._judges_named(review) else day.replace(day=1)

    def _judges_named(self, review: Thing) -> bool:
        """Whether the viewer may know whose it is what is reviewed."""
        ((record, _),) = self.ends(review, MODEL.nodes["Review"].edge("reviewed"))
        return self.is_named(record)

    def _of_version(self, version: Thing, name: str) -> Any:
        record = self.record_of(version)
        named = self.is_named(record)
        match name:
            case "at":
                at = version.properties["at"]
                exactly = named and (record.label != "Review" or self._judges_named(record))
                return at if exactly else past.month(at)
            case "organization":
                by = [link.end for link in self.network.links if link.type == "BY" and link.start is version]
                return by[0] if by and named else None
            case "values":
                return [{"field": field, "value": value} for field, value in self._past(version).items()]
            case "changes":
                earlier = self._before(version)
                return past.differing(self._past(earlier) if earlier else {}, self._past(version))
        return version.properties.get(name)

    def _remaining(self, thing: Thing) -> dict[str, Any]:
        """What is left of an offer or a need, by its exchanges, whoever may read those."""
        taken = [
            exchange.properties
            for exchange, _ in self.ends(thing, MODEL.nodes[thing.label].edge("exchanges"))
            if exchange.properties["status"] in {"ACCEPTED", "DELIVERED"}
        ]
        left: dict[str, Any] = {"unit": thing.properties.get("unit")}
        left["amountUnit"] = thing.properties.get("amountUnit")
        for measure in ("quantity", "amount"):
            stated = thing.properties.get(measure)
            left[measure] = None
            if stated is not None:
                over = thing.properties["fulfillment"] == "FULFILLED"
                rest = stated - sum(one.get(measure) or 0 for one in taken)
                left[measure] = stated - stated if over else max(stated - stated, round(rest, 9))
        return left

    def _of_tie(self, kind: str, name: str) -> str:
        role = kind if name == "fromLabel" else _ROLES.get(kind, kind)
        return role if name == "toRole" else self._role(role)

    def _role(self, name: str) -> str:
        return TieRole[name].words.label(self.language)

    def _of_commitment(self, thing: Thing, name: str) -> Any:
        if name == "progressShare":
            done, wanted = thing.properties.get("progress"), thing.properties.get("target")
            return done / wanted if wanted and done is not None else None
        standing = self._standing(thing)
        return standing == "OVERDUE" if name == "overdue" else standing

    def _standing(self, thing: Thing) -> str:
        """How a commitment stands today, by its partnership first, then by its own days."""
        (partnership,) = (
            link.start.properties
            for link in self.network.links
            if link.type == "HAS_COMMITMENT" and link.end is thing
        )
        own, status, ends = thing.properties, partnership["status"], partnership.get("endsOn")
        begins = partnership.get("startsOn") or partnership.get("signedOn")
        if status in {"DRAFT", "WITHDRAWN"}:
            return "NOT_BINDING"
        if own["status"] not in {"PLANNED", "IN_PROGRESS"}:
            return "CLOSED"
        if status == "SUSPENDED":
            return "AT_REST"
        if status in {"ENDED", "RENEWED"} or (ends is not None and ends < TODAY):
            return "LEFT_OPEN"
        due, claimed = own.get("dueOn"), own.get("claimedOn")
        in_time = claimed is not None and due is not None and claimed <= due
        if due is not None and due < TODAY and not in_time and (begins is None or begins <= TODAY):
            return "OVERDUE"
        return "RUNNING" if claimed is None else "CLAIMED"

    def _in_language(self, thing: Thing, name: str) -> Any:
        persian, english = thing.properties.get(f"{name}Fa"), thing.properties.get(f"{name}En")
        first, second = (english, persian) if self.language == "en" else (persian, english)
        return second if first is None else first

    def _past(self, version: Thing) -> dict[str, Any]:
        record = self.record_of(version)
        return past.whole(
            version,
            member=self.is_member,
            named=self.is_named(record),
            linked=lambda other: self.sees(other) and self.may_walk(_OPEN, record, other),
            told=told,
        )

    def _before(self, version: Thing) -> Thing | None:
        versions = MODEL.nodes[version.properties["of"]].edge("versions")
        rows = [other for other, _ in self.along(self.record_of(version), versions)]
        before = [other for other in rows if other.properties["number"] < version.properties["number"]]
        return max(before, key=lambda other: other.properties["number"], default=None)

    def _wordings(self, record: Thing) -> list[dict[str, Any]]:
        versions = [other for other, _ in self.along(record, MODEL.nodes[record.label].edge("versions"))]
        versions.sort(key=lambda version: version.properties["number"])
        worded: dict[int, list[Thing]] = {}
        for version in versions:
            if version.properties.get("wasWording") is not None:
                worded.setdefault(version.properties["wasWording"], []).append(version)
        return [self._wording(record, number, of) for number, of in sorted(worded.items(), reverse=True)]

    def _wording(self, record: Thing, number: int, versions: list[Thing]) -> dict[str, Any]:
        since = versions[0].properties["at"]
        texts = {
            "Lesson": ["statement", "recommendation", "appliesWhen", "notAppliesWhen"],
            "Approach": ["title", "summary", "steps"],
        }[record.label]
        past_ = self._past(versions[-1])
        return {
            "number": number,
            "since": since if self.is_named(record) else past.month(since),
            "values": [{"field": name, "value": value} for name, value in past_.items() if name in texts],
            "learned": bool(self._outcomes(record, number)),
            "reuseCount": len(self._adoptions(record, number)),
            "successShare": _mean(self._outcomes(record, number)),
        }

    def _adopted_wording(self, adoption: Thing) -> dict[str, Any] | None:
        ((record, _),) = self.ends(adoption, MODEL.nodes["Adoption"].edge("adopted"))
        version = next(
            (
                other
                for other, _ in self.along(record, MODEL.nodes[record.label].edge("versions"))
                if other.properties["number"] == adoption.properties["adoptedVersion"]
            ),
            None,
        )
        if not self.may_walk(_OPEN, adoption, record):
            return None
        return self._as_worded(record, version)

    def _reviewed_wording(self, review: Thing) -> dict[str, Any] | None:
        ((record, _),) = self.ends(review, MODEL.nodes["Review"].edge("reviewed"))
        versions = [other for other, _ in self.along(record, MODEL.nodes[record.label].edge("versions"))]
        number = review.properties["reviewedVersion"]
        return self._as_worded(record, next((v for v in versions if v.properties["number"] == number), None))

    def _as_worded(self, record: Thing, version: Thing | None) -> dict[str, Any] | None:
        if version is None:
            return None
        number = version.properties["wasWording"]
        (first,) = [row for row in self._wordings(record) if row["number"] == number]
        return self._wording(record, number, [version]) | {"since": first["since"]}

    def _review_status(self, thing: Thing) -> str:
        """Of the last review that the viewer reads, and that says something of today's wording."""
        told = "NOT_REVIEWED", 0
        for review, _ in self.ends(thing, MODEL.nodes[thing.label].edge("reviews")):
            status, number = review.properties["status"], review.properties["number"]
            other = review.properties["wording"] != thing.properties["wording"]
            if not self.sees(review) or status == "WITHDRAWN" or (status == "REJECTED" and other):
                continue
            if number > told[1]:
                told = ("EARLIER_WORDING" if status == "VALIDATED" and other else status), number
        return told[0]

    def _of_what_is_said(self, thing: Thing, name: str) -> Any:
        """When something was said, whether it applies, or to how many."""
        if name == "standing":
            return "ADOPTED" if self._has_adopted(thing) else thing.properties["answer"]
        if name in {"appliesCount", "doesNotApplyCount"}:
            return self._said_so(thing, "APPLIES" if name == "appliesCount" else "DOES_NOT_APPLY")
        at = thing.properties["createdAt" if name == "saidAt" else "updatedAt"]
        return at if self.is_named(thing) else past.month(at)

    def _has_adopted(self, said: Thing) -> bool:
        """Whether the organization that says it has an adoption of today's wording, which the viewer reads."""
        ((worded, _),) = self.ends(said, MODEL.nodes["Applicability"].edge("about"))
        ((who, _),) = self.ends(said, MODEL.nodes["Applicability"].edge("organization"))
        adopter = MODEL.nodes["Adoption"].edge("adopter")
        return any(who is end for one in self._adoptions(worded) for end, _ in self.ends(one, adopter))

    def _said_so(self, thing: Thing, answer: str) -> int:
        """How many say so of its present wording, of those that the viewer reads, who have not adopted it."""
        said = (one for one, _ in self.ends(thing, MODEL.nodes[thing.label].edge("applicability")))
        return sum(
            one.properties["answer"] == answer
            and one.properties["status"] == "STANDING"
            and one.properties["wording"] == thing.properties["wording"]
            and self.sees(one)
            and not self._has_adopted(one)
            for one in said
        )

    def _adoptions(self, thing: Thing, wording: int | None = None) -> list[Thing]:
        edge = MODEL.nodes[thing.label].edge("adoptions")
        return [
            adoption
            for adoption, _ in self.ends(thing, edge)
            if self.sees(adoption)
            and adoption.properties["status"] == "PUBLISHED"
            and (wording or thing.properties["wording"]) in adoption.properties["holdsFor"]
        ]

    def _outcomes(self, thing: Thing, wording: int | None = None) -> list[str]:
        outcomes = [adoption.properties.get("outcome") for adoption in self._adoptions(thing, wording)]
        return [outcome for outcome in outcomes if outcome is not None]

    # -- fields -----------------------------------------------------------------------------------------

    def root(self, info: GraphQLResolveInfo[Any], arguments: Mapping[str, Any]) -> Any:
        """The value of a root field."""
        returned = get_named_type(info.return_type)
        if "id" in arguments:
            return self._by_id(arguments["id"], returned.name)
        if "ids" in arguments:
            return [self._by_id(id_, returned.name) for id_ in arguments["ids"]]
        label = returned.name.removesuffix("Connection")
        rows: list[Row] = [(thing, None) for thing in self.network.of(label) if self.sees(thing)]
        return self._connection(rows, label, arguments, None)

    def _by_id(self, id_: str, name: str) -> Thing | None:
        thing = self.network.things.get(id_)
        if thing is None or not self.sees(thing):
            return None
        return thing if name in {"Node", thing.label} else None

    def field(self, thing: Thing, name: str, arguments: Mapping[str, Any], *, connection: bool) -> Any:
        """The value of a node's field: its own, or the rows along an edge."""
        edge = MODEL.nodes[thing.label].by_name[name]
        if not isinstance(edge, Edge):
            return self.value(thing, name)
        rows = self.along(thing, edge)
        if not edge.many:
            return rows[0][0] if rows else None
        if connection:
            return self._connection(rows, edge.to, arguments, edge)
        order = order_of(edge.to, arguments.get("sort"), read=self.value)
        kept = self._listed(rows, edge.to, arguments, edge)
        kept.sort(key=order.key)
        return [end for end, _ in kept[: arguments.get("first") or DEFAULT_PAGE]]

    def _listed(
        self, rows: list[Row], label: str, arguments: Mapping[str, Any], edge: Edge | None
    ) -> list[Row]:
        """The rows that a list's filter asks for; of terms, where nothing else is asked, those in use."""
        asked = arguments.get("filter") or {}
        offers = label in _TERMS and (edge is None or edge.name in {"narrower", "parts"})
        if offers and not all_named(label, asked) and not asks_for_status(asked):
            rows = [row for row in rows if row[0].properties["status"] == "IN_USE"]
        return [row for row in rows if self.fulfills(row[0], asked, led=edge is not None)]

    def _connection(
        self, rows: list[Row], label: str, arguments: Mapping[str, Any], edge: Edge | None
    ) -> dict[str, Any]:
        order = order_of(label, arguments.get("sort"), edge, self.value)
        wanted = self._listed(rows, label, arguments, edge)
        wanted.sort(key=order.key)
        after, before = arguments.get("after"), arguments.get("before")
        first, last = arguments.get("first"), arguments.get("last")
        between = [
            row
            for row in wanted
            if (after is None or order.compare(order.place(row), order.read(after)) > 0)
            and (before is None or order.compare(order.place(row), order.read(before)) < 0)
        ]
        size = last or first or DEFAULT_PAGE
        page = between[-size:] if last else between[:size]
        more = len(between) > size
        return {
            "totalCount": len(wanted),
            "nodes": [thing for thing, _ in page],
            "edges": [self._edge(row, order, edge) for row in page],
            "pageInfo": {
                # Beyond a cursor there is its row at least.
                "hasNextPage": before is not None or (more and not last),
                "hasPreviousPage": after is not None or (more and bool(last)),
                "startCursor": order.cursor(page[0]) if page else None,
                "endCursor": order.cursor(page[-1]) if page else None,
            },
        }

    def _edge(self, row: Row, order: Order, edge: Edge | None) -> dict[str, Any]:
        thing, link = row
        facts = {p.name: link.properties.get(p.name) for p in edge.properties} if edge and link else {}
        if link and link.type == "TIED_TO":
            kind, outgoing = link.properties["kind"], link.end is thing
            role = kind if outgoing else _ROLES.get(kind, kind)
            direction = ("OUTGOING" if outgoing else "INCOMING") if kind in _ROLES else "MUTUAL"
            facts |= {"role": role, "direction": direction, "label": self._role(role)}
        return facts | {"cursor": order.cursor(row), "node": thing}


_TERMS = {"Region": "code", "Topic": "slug", "Skill": "slug"}
"""What may be retired, and what names it beside its id."""


def names(label: str, field: str, asked: Mapping[str, Any]) -> bool:
    """Whether a part of a filter names terms."""
    keys = {"id", _TERMS.get(label)}
    return (
        label in _TERMS
        and field in keys
        and any(asked.get(operator) is not None for operator in ("eq", "in"))
    )


def all_named(label: str, asked: Mapping[str, Any]) -> bool:
    """Whether a filter can be fulfilled by none but terms that it names."""
    return any(
        any(all_named(label, one) for one in part)
        if name == "AND"
        else all(all_named(label, one) for one in part)
        if name == "OR"
        else name != "NOT" and names(label, name, part)
        for name, part in asked.items()
    )


def asks_for_status(asked: Mapping[str, Any]) -> bool:
    """Whether a filter asks whether a term is in use."""
    parts = [*asked.get("AND", ()), *asked.get("OR", ()), *([asked["NOT"]] if "NOT" in asked else [])]
    return "status" in asked or any(asks_for_status(part) for part in parts)


_ROLES = {
    "FUNDS": "FUNDED_BY",
    "MEMBER_OF": "HAS_MEMBER",
    "SUPERVISES": "SUPERVISED_BY",
    "REFERS_TO": "REFERRED_BY",
    "TRAINS_FOR": "TRAINED_BY",
}
"""What the end a tie leads to is, by its kind; the others are the same from both ends."""


def _parent(thing: Thing) -> Edge:
    parent = MODEL.nodes[thing.label].parent
    assert parent is not None
    return parent


def _owners(thing: Thing) -> set[str]:
    return set(thing.properties.get("ownerIds", ()))


def _mean(outcomes: list[str]) -> float | None:
    """How much of it succeeded, 0 to 1."""
    points = [{"SUCCESS": 1.0, "MIXED": 0.5, "FAILURE": 0.0}[outcome] for outcome in outcomes]
    return sum(points) / len(points) if points else None


def _none(found: Iterator[bool]) -> bool:
    return not any(found)
