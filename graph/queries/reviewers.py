"""Who reviews what, as Cypher: which records an appointment is for."""

from graph.model.affiliations import current
from graph.model.members import See
from graph.model.written import twin


def covered(n: str, appointment: str, see: See) -> str:
    """The condition that a reviewer's appointment is for the record `n`, as Cypher.

    A lesson lies where the experiences lie that it was drawn from, as far as the viewer may know of them.
    """
    topics = (
        f"EXISTS {{ ({n})-[:ABOUT]->(:Topic)-[:BROADER*0..4]->(t:Topic) WHERE t.id IN {appointment}.topics }}"
    )
    beside = see.along(n, "Lesson", "experiences", "e")
    regions = (
        f"EXISTS {{ ({n})-[:DRAWN_FROM]->(e:Experience)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..3]->(p:Region)"
        f" WHERE p.id IN {appointment}.regions AND {beside} }}"
    )
    return f"({appointment}.topics = [] OR {topics}) AND ({appointment}.regions = [] OR {regions})"


def since(affiliation: str, n: str) -> str:
    """The condition that an office has been held at any time since the record `n` was begun, as Cypher.

    Whoever leaves is no stranger to what they may have written.
    """
    begun = f"date(coalesce({n}.{twin('createdAt')}, {n}.createdAt))"
    return f"({current(affiliation)} OR {affiliation}.until >= {begun})"
