"""What a file of terms holds: regions, topics or skills, by their key, each below another of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import MODEL
from graph.model.members import Edge, Kind, Property
from graph.model.nodes import Node
from graph.model.terms import STATUS

SEVERAL = "|"
"""What stands between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The terms of one label: `name` is that of its file, `above` the edge to the term right above.

    A file need not say the `status` of a term, nor what it is `replaced` by.
    """

    label: str
    name: str
    key: str
    above: str
    columns: tuple[str, ...]

    @property
    def node(self) -> Node:
        """The record as the model declares it."""
        return MODEL.nodes[self.label]

    @property
    def edge(self) -> Edge:
        """The edge to the term right above."""
        return self.node.edge(self.above)

    def value(self, column: str) -> Property | None:
        """The property that a column gives; None for one that names another term."""
        member = self.node.by_name[column]
        return member if isinstance(member, Property) else None

    @property
    def required(self) -> frozenset[str]:
        """The columns that every file has."""
        said = (c for c in self.columns if c != STATUS.name)
        return frozenset(c for c in said if (p := self.value(c)) is not None and _must(p))

    @property
    def replaced(self) -> Edge:
        """The edge from a retired term to the one that stands for it."""
        assert self.node.successor is not None
        return self.node.successor


def _must(member: Property) -> bool:
    return member.required and not member.many and member.kind is not Kind.BOOLEAN


_KEPT = (STATUS.name, "replacedBy")

SCHEMES: Mapping[str, Scheme] = {
    scheme.name: scheme
    for scheme in (
        Scheme(
            "Region",
            "regions",
            "code",
            "partOf",
            ("code", "kind", "partOf", "nameFa", "nameEn", "alsoKnownAs", "deprived", *_KEPT),
        ),
        Scheme(
            "Topic",
            "topics",
            "slug",
            "broader",
            ("slug", "broader", "labelFa", "labelEn", "alsoKnownAs", *_KEPT),
        ),
        Scheme(
            "Skill",
            "skills",
            "slug",
            "broader",
            ("slug", "broader", "labelFa", "labelEn", "kind", "iscoCode", "escoUri", "alsoKnownAs", *_KEPT),
        ),
    )
}
"""All schemes, by the names of their files without the ending."""
