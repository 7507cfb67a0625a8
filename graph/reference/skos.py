"""Turn SKOS (Turtle, RDF/XML or JSON-LD) into terms, and terms into Turtle: topics and skills.

skos:Concept                     a term
skos:inScheme                    its scheme: an address that ends in `topics` or `skills`, or the file's name
skos:notation                    its short name; without one, the last part of its address
skos:notation, typed isco-08     for skills: the code of its group in ISCO-08
skos:prefLabel @fa, @en          what it is called
skos:altLabel                    its other names, in any language
skos:broader                     the term right above it, in this file or in the graph
skos:exactMatch, closeMatch      for skills: its address in ESCO
kind                             for skills: SOFT or HARD
owl:deprecated                   true: it is retired; false: it is in use; not said: as it is
dcterms:isReplacedBy             for what is retired: the term that stands for it
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any
from xml.sax import SAXParseException

from rdflib import DCTERMS, OWL, RDF, SKOS, Graph, Literal, Namespace, Node, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax

from graph.errors import FileRefused, ValueRefused
from graph.model.terms import IN_USE, RETIRED, STATUS
from graph.reference.schemes import SCHEMES, Scheme
from graph.reference.tables import term, value
from graph.reference.terms import Term

FORMATS: Mapping[str, str] = {
    ".ttl": "turtle",
    ".rdf": "xml",
    ".jsonld": "json-ld",
}
"""The formats of RDF, by the endings of their files."""

OWN = Namespace("urn:knowledge-hub:")
"""What the addresses of our own terms begin with."""
_ISCO, _KIND = OWN["isco-08"], OWN["kind"]
_ESCO = "http://data.europa.eu/esco/"
TAXONOMIES = {name: scheme for name, scheme in SCHEMES.items() if scheme.above == "broader"}


def read(text: str, file: str) -> list[Term]:
    """The terms of a SKOS file. Raises FileRefused with the file and the line, or the term's address."""
    rdf = Graph()
    try:
        rdf.parse(data=text, format=FORMATS[PurePath(file).suffix])
    except BadSyntax as error:
        raise FileRefused(f"{file}, line {error.lines + 1}", ValueRefused("NOT_RDF")) from None
    except SAXParseException as error:
        raise FileRefused(f"{file}, line {error.getLineNumber()}", ValueRefused("NOT_RDF")) from None
    except ValueError as error:  # JSON tells its line in `lineno`
        raise FileRefused(f"{file}, line {getattr(error, 'lineno', 1)}", ValueRefused("NOT_RDF")) from None
    concepts = sorted(node for node in rdf.subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef))
    if not concepts:
        raise FileRefused(file, ValueRefused("NO_CONCEPTS"))
    return [_term(rdf, concept, file) for concept in concepts]


def write(scheme: Scheme, rows: Iterable[Mapping[str, Any]]) -> str:
    """The SKOS file of a taxonomy, in Turtle. `rows` hold its columns by name, as for `tables.write`."""
    rdf = Graph()
    rdf.bind("skos", SKOS)
    rdf.bind("hub", OWN)
    whole = OWN[scheme.name]
    rdf.add((whole, RDF.type, SKOS.ConceptScheme))
    for row in rows:
        concept = _address(scheme, row[scheme.key])
        rdf.add((concept, RDF.type, SKOS.Concept))
        rdf.add((concept, SKOS.inScheme, whole))
        for predicate, said in _said(scheme, row):
            rdf.add((concept, predicate, said))
    return rdf.serialize(format="turtle")


def _said(scheme: Scheme, row: Mapping[str, Any]) -> Iterable[tuple[URIRef, Node]]:
    yield SKOS.notation, Literal(row[scheme.key])
    for predicate, name, language in (
        (SKOS.prefLabel, "labelFa", "fa"),
        (SKOS.prefLabel, "labelEn", "en"),
    ):
        if row.get(name) is not None:
            yield predicate, Literal(row[name], lang=language)
    for other in row.get("alsoKnownAs") or ():
        yield SKOS.altLabel, Literal(other)
    if row.get("broader") is not None:
        yield SKOS.broader, _address(scheme, row["broader"])
    if row.get("iscoCode") is not None:
        yield SKOS.notation, Literal(row["iscoCode"], datatype=_ISCO)
    if row.get("escoUri") is not None:
        yield SKOS.closeMatch, URIRef(row["escoUri"])
    if row.get("kind") is not None:
        yield _KIND, Literal(row["kind"])
    if row.get(STATUS.name) == RETIRED.value:
        yield OWL.deprecated, Literal(lexical_or_value=True)
    if row.get("replacedBy") is not None:
        yield DCTERMS.isReplacedBy, _address(scheme, row["replacedBy"])


def _address(scheme: Scheme, key: str) -> URIRef:
    return OWN[f"{scheme.name}:{key}"]


def _term(rdf: Graph, concept: URIRef, file: str) -> Term:
    place = f"{file}, {concept}"
    scheme = _scheme(rdf, concept, file, place)
    above = next(iter(sorted(rdf.objects(concept, SKOS.broader), key=str)), None)
    cells = {
        "slug": _slug(rdf, concept),
        "labelFa": _label(rdf, concept, "fa"),
        "labelEn": _label(rdf, concept, "en"),
        "alsoKnownAs": "|".join(sorted(map(str, rdf.objects(concept, SKOS.altLabel)))),
        "broader": "" if above is None else _slug(rdf, above),
        "iscoCode": _notation(rdf, concept, _ISCO) or "",
        "escoUri": next((uri for uri in _matches(rdf, concept) if uri.startswith(_ESCO)), ""),
        "kind": str(rdf.value(concept, _KIND) or ""),
        **_retired(rdf, concept),
    }
    try:
        given = {name: value(scheme.value(name), cells[name]) for name in scheme.columns if name in cells}
    except ValueRefused as error:
        raise FileRefused(place, error) from None
    return term(scheme, given, place)


def _retired(rdf: Graph, concept: URIRef) -> dict[str, str]:
    """Whether it is retired and what stands for it, where one of them is told."""
    deprecated, successor = rdf.value(concept, OWL.deprecated), rdf.value(concept, DCTERMS.isReplacedBy)
    if deprecated is None and successor is None:
        return {}
    retired = successor is not None or str(deprecated).lower() in {"true", "1"}
    return {
        STATUS.name: (RETIRED if retired else IN_USE).value,
        "replacedBy": "" if successor is None else _slug(rdf, successor),
    }


def _scheme(rdf: Graph, concept: URIRef, file: str, place: str) -> Scheme:
    told = [*sorted(map(str, rdf.objects(concept, SKOS.inScheme))), PurePath(file).stem]
    for name, scheme in TAXONOMIES.items():
        if any(address.endswith(name) for address in told):
            return scheme
    raise FileRefused(place, ValueRefused("SCHEME_UNKNOWN", known=", ".join(TAXONOMIES)))


def _slug(rdf: Graph, concept: Node) -> str:
    """The short name of a term: what it says, or the last part of its address."""
    return _notation(rdf, concept, None) or str(concept).replace("#", "/").replace(":", "/").rsplit("/")[-1]


def _notation(rdf: Graph, concept: Node, of: URIRef | None) -> str | None:
    said = (one for one in rdf.objects(concept, SKOS.notation) if isinstance(one, Literal))
    return next((str(one) for one in said if one.datatype == of), None)


def _label(rdf: Graph, concept: URIRef, language: str) -> str:
    labels = (one for one in rdf.objects(concept, SKOS.prefLabel) if isinstance(one, Literal))
    return next((str(one) for one in labels if one.language == language), "")


def _matches(rdf: Graph, concept: URIRef) -> list[str]:
    return sorted(str(one) for way in (SKOS.exactMatch, SKOS.closeMatch) for one in rdf.objects(concept, way))
