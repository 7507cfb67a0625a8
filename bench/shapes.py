"""What is asked: the shapes, each with the texts that ask for it and what the hub is to reach.

The texts stand side by side in queries/<folder>/: `hub.graphql` (for the plain server, too),
`limit.cypher` and `peer.graphql`.
"""

from dataclasses import dataclass
from pathlib import Path

QUERIES = Path(__file__).parent / "queries"

READ_GOAL, WRITE_GOAL = 1.15, 1.3
"""The hub's median may be this many times the limit's."""
RATE_GOAL = 0.9
"""It is to answer at least this many times the limit's requests a second."""


@dataclass(frozen=True, slots=True)
class Workload:
    """One thing to ask for.

    `peer_goal` is how many times a peer's median must be the hub's. `no_peer` and `no_plain` say why a
    peer, or the plain server, is not asked. `clients` overrides how many ask at once.
    """

    name: str
    title: str
    folder: str
    peer_goal: float = 1.0
    member: bool = False
    no_peer: str = ""
    no_plain: str = ""
    writes: bool = False
    clients: int | None = None

    @property
    def goal(self) -> float:
        """How many times the limit's median the hub's may be."""
        return WRITE_GOAL if self.writes else READ_GOAL

    def left_out(self, contender: str) -> str:
        """Why a contender is not asked; empty where it is."""
        if contender.startswith("peer"):
            return self.no_peer
        return self.no_plain if contender == "plain" else ""

    def steps(self, contender: str) -> tuple[str, ...]:
        """The documents that a contender is asked, one after another; for the limit, its paths."""
        kind = "peer" if contender.startswith("peer") else "hub"
        if contender == "limit":
            return ("/create_lesson", "/publish_lesson") if self.writes else (f"/{self.folder}",)
        names = (f"{kind}.create", f"{kind}.publish") if self.writes else (kind,)
        return tuple(
            (QUERIES / self.folder / f"{name}.graphql").read_text(encoding="utf-8") for name in names
        )


_SEARCH = (
    "its full-text field searches one type and knows no rights by type; the folded words, the score and the "
    "facets would be the limit's own Cypher in a custom field"
)

_WORKED_OUT = (
    "what it tells is worked out, so that it would run the limit's own statement, as it does for the map"
)
_PAYMENT = "what is missing and what is due is worked out of counts that nobody else reads"

SHAPES: tuple[Workload, ...] = (
    Workload("record", "one record, three levels", "record", peer_goal=4),
    Workload("page_20", "a page of 20, three levels", "page", peer_goal=4),
    Workload("page_100", "a page of 100, three levels", "page", peer_goal=4),
    Workload(
        "page_20_member", "a page of 20, three levels, as a member", "page_member", peer_goal=4, member=True
    ),
    Workload("scalars_100", "a page of 100 rows of 21 scalars", "scalars"),
    Workload("filter_selective", "a filter through two edges, rare topic", "filter_edges", peer_goal=15),
    Workload(
        "filter_unselective", "a filter through two edges, most common topic", "filter_edges", peer_goal=15
    ),
    Workload("filter_values", "a filter by values at the far end of two edges", "filter_values"),
    Workload("deep", "20 events from row 15,000 on, as a member", "deep", peer_goal=5, member=True),
    Workload("counts", "a page of 20 with four counts", "counts"),
    Workload("facets", "a search's counts by five facets", "facets", no_peer=_SEARCH),
    Workload("search", "a search with highlights", "search", no_peer=_SEARCH),
    Workload("collaborators", "ten collaborators with reasons", "collaborators"),
    Workload("map", "the map: 2,000 organizations, 5,000 ties", "map"),
    Workload("node", "node(id)", "node"),
    Workload(
        "cohorts",
        "20 cohort reports with what is due, as their payer",
        "cohorts",
        member=True,
        no_peer=_PAYMENT,
        no_plain=_PAYMENT,
    ),
    Workload("support", "what there is for somebody", "support", no_peer=_WORKED_OUT, no_plain=_WORKED_OUT),
    Workload("gaps", "gaps of programs in a country", "gaps", no_peer=_WORKED_OUT, no_plain=_WORKED_OUT),
    Workload("publish_lesson", "a lesson written and published", "publish_lesson", member=True, writes=True),
    Workload(
        "ten_publishers",
        "ten publishers at once",
        "publish_lesson",
        member=True,
        writes=True,
        clients=10,
    ),
)

BY_NAME = {shape.name: shape for shape in SHAPES}
