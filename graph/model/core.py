"""The model: all nodes, computed rows and unions, with both ends of every edge, free of contradictions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph.model.contradictions import contradictions
from graph.model.members import Edge, Member
from graph.model.nodes import ModelError, Node, Shape, Union


def _with_both_ends(nodes: list[Node], unions: Mapping[str, Union]) -> dict[str, Node]:
    """The nodes by label, each with the edges that others have declared from their end.

    What leads from a label to itself stands beside its edge, what comes from others after its own.
    """
    members = {node.label: [*_beside(node)] for node in nodes}
    for node in nodes:
        for edge in node.edges():
            if edge.back is not None and edge.to != node.label:
                for label in unions[edge.to].labels if edge.to in unions else (edge.to,):
                    if label in members:
                        members[label].append(edge.turned(node.label))
    return {node.label: replace(node, members=tuple(members[node.label])) for node in nodes}


def _beside(node: Node) -> Iterator[Member]:
    for member in node.members:
        yield member
        if isinstance(member, Edge) and member.back is not None and member.to == node.label:
            yield member.turned(node.label)


@dataclass(frozen=True, eq=False)
class Model:
    """All nodes, shapes and unions, checked against each other."""

    nodes: Mapping[str, Node]
    shapes: Mapping[str, Shape]
    unions: Mapping[str, Union]
    prefixes: Mapping[str, Node] = field(init=False)

    def __post_init__(self) -> None:
        for contradiction in contradictions(self.nodes, self.shapes, self.unions):
            raise ModelError(contradiction)
        prefixes = {node.prefix: node for node in self.nodes.values() if node.prefix is not None}
        object.__setattr__(self, "prefixes", MappingProxyType(prefixes))

    @classmethod
    def of(cls, *members: Node | Shape | Union) -> "Model":
        """A model of these nodes, shapes and unions. Raises ModelError when they contradict."""
        for name, times in Counter(m.label if isinstance(m, Node) else m.name for m in members).items():
            if times > 1:
                raise ModelError(f"{name} is declared {times} times.")
        unions = {m.name: m for m in members if isinstance(m, Union)}
        return cls(
            nodes=MappingProxyType(_with_both_ends([m for m in members if isinstance(m, Node)], unions)),
            shapes=MappingProxyType({m.name: m for m in members if isinstance(m, Shape)}),
            unions=MappingProxyType(unions),
        )

    def knows(self, name: str) -> bool:
        """Whether a label, shape or union has this name."""
        return name in self.nodes or name in self.shapes or name in self.unions

    def labels(self, name: str) -> tuple[Node, ...]:
        """The nodes behind a label or a union; none for a shape."""
        if name in self.nodes:
            return (self.nodes[name],)
        if name in self.unions:
            return tuple(self.nodes[label] for label in self.unions[name].labels)
        return ()
