"""Who reads what, on every path: docs/decisions/0002-rights.md, worked out here once more by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import pytest

from tests.running import Hub

VISIBILITIES = ("PUBLIC", "MEMBERS", "PARTNERS", "ORGANIZATION", "ANONYMIZED")
STATUSES = ("DRAFT", "PUBLISHED", "WITHDRAWN")
Kind: TypeAlias = tuple[str, str]
"""A visibility and a status: the author has one experience of each, and one lesson drawn from it."""
KINDS: tuple[Kind, ...] = tuple(product(VISIBILITIES, STATUSES))
VIEWERS = ("anonymous", "other", "signed partner", "active partner", "coordinator", "own", "administrator")
WORD = "نمونه"

PUBLIC_TO = {
    "PUBLIC": set(VIEWERS),
    "MEMBERS": set(VIEWERS) - {"anonymous"},
    "PARTNERS": {"signed partner", "active partner"},
    "ORGANIZATION": set(),
    "ANONYMIZED": set(VIEWERS) - {"anonymous"},
}


def readable(viewer: str, kind: Kind) -> bool:
    """Whether a viewer reads the record at all."""
    visibility, status = kind
    if viewer == "administrator" and visibility != "ANONYMIZED":
        return status != "DRAFT"  # What may yet be anonymized they do not read.
    return viewer == "own" or (status == "PUBLISHED" and viewer in PUBLIC_TO[visibility])


def named(viewer: str, kind: Kind) -> bool:
    """Whether a viewer reads it together with who wrote it and who took part."""
    closed = kind == ("ANONYMIZED", "PUBLISHED") and viewer != "own"
    return readable(viewer, kind) and not closed


def nameless(viewer: str, kind: Kind) -> bool:
    """Whether a viewer reads it without them."""
    return readable(viewer, kind) and not named(viewer, kind)


@dataclass(frozen=True)
class Matrix:
    """The author's records by kind, what they hang on, and a token for each viewer."""

    author: str
    participant: str
    topic: str
    region: str
    experience: dict[Kind, str]
    lesson: dict[Kind, str]
    tokens: dict[str, str | None]

    def ids(self, label: str) -> dict[Kind, str]:
        return self.experience if label == "experience" else self.lesson

    def variables(self) -> dict[str, str]:
        return {
            "author": self.author,
            "participant": self.participant,
            "topic": self.topic,
            "region": self.region,
        }


def made(hub: Hub, token: str, label: str, kind: Kind, **given: Any) -> str:
    """A record of a kind; its id."""
    visibility, status = kind
    least: dict[str, Any] = {
        "experience": {"title": f"{WORD} {visibility}", "outcome": "FAILURE", "happened": "نشد."},
        "lesson": {
            "statement": f"{WORD} {visibility}",
            "recommendation": "بسنجید.",
            "source": "گزارش سالانه",
        },
        "approach": {"title": f"{WORD} {visibility}", "summary": "چنین.", "steps": [{"title": "آغاز"}]},
    }[label]
    wanted = f"{label} {{ id version }}"
    record = hub.done(f"create{label.title()}", {**least, "visibility": visibility, **given}, wanted, token)
    for verb in ("publish", "withdraw")[: STATUSES.index(status)]:
        record = hub.done(f"{verb}{label.title()}", record, wanted, token)
    return str(record["id"])


def partnership(hub: Hub, *parties: tuple[str, str]) -> dict[str, Any]:
    """A signed partnership between organizations, each with its token: its id and version."""
    wanted = "partnership { id version }"
    given = {
        "kind": "MOU",
        "titleFa": "تفاهم‌نامه",
        "parties": [{"organizationId": id_, "role": "طرف"} for id_, _ in parties],
    }
    drafted = hub.done("draftPartnership", given, wanted, parties[0][1])
    for _, token in parties:
        sign = {"id": drafted["id"], "version": 1, "signedOn": "2025-12-25"}
        signed = hub.done("signPartnership", sign, wanted, token)
    return dict(signed)


@pytest.fixture(scope="module")
def matrix(hub: Hub) -> Matrix:
    author, own = hub.member("صنف روان")
    participant = hub.organization("خیریهٔ همراه")
    first, second = hub.member("شریک امضاکرده"), hub.member("شریک کوشا")
    partnership(hub, (author, own), first)
    active = partnership(hub, (author, own), second)
    hub.done("activatePartnership", active, "partnership { id }", own)
    topic, region = hub.topic("sewing", "خیاطی"), hub.region("IR-07", "فارس")
    experience, lesson = {}, {}
    for kind in KINDS:
        experience[kind] = made(
            hub,
            own,
            "experience",
            kind,
            topicIds=[topic],
            regionId=region,
            participants=[{"organizationId": participant, "role": "FUNDER"}],
        )
        hub.all_named_have_confirmed()
        drawn = {"topicIds": [topic], "experienceIds": [experience[kind]]}
        lesson[kind] = made(hub, own, "lesson", kind, **drawn)
    tokens = {
        "anonymous": None,
        "other": hub.member("انجمن دیگر")[1],
        "signed partner": first[1],
        "active partner": second[1],
        "coordinator": hub.token(None, "COORDINATOR"),
        "own": own,
        "administrator": hub.admin,
    }
    return Matrix(author, participant, topic, region, experience, lesson, tokens)


# -- the matrix ------------------------------------------------------------------------------------


def root(label: str, filter_: str = "") -> str:
    arguments = f"first: 100, filter: {{{filter_}}}" if filter_ else "first: 100"
    return f"{{ {label}s({arguments}) {{ totalCount nodes {{ id }} edges {{ node {{ id }} }} }} }}"


def below(path: str, label: str) -> str:
    return (
        f"{{ {path} {{ {label}s(first: 100) {{ totalCount nodes {{ id }} edges {{ node {{ id }} }} }} }} }}"
    )


def title(label: str) -> str:
    return "title" if label == "experience" else "statement"


Path: TypeAlias = tuple[Callable[[str], str], Callable[[str, Kind], bool], set[str]]
BOTH, EXPERIENCES = {"experience", "lesson"}, {"experience"}
PATHS: dict[str, Path] = {
    "the root list": (root, readable, BOTH),
    "a filter by text": (
        lambda label: root(label, f'{title(label)}: {{contains: "{WORD}"}}'),
        readable,
        BOTH,
    ),
    "a filter by topic": (lambda label: root(label, "topics: {some: {id: {eq: $topic}}}"), readable, BOTH),
    "a filter by region": (lambda label: root(label, "region: {id: {eq: $region}}"), readable, EXPERIENCES),
    "a filter by publisher": (lambda label: root(label, "publisher: {id: {eq: $author}}"), named, BOTH),
    "a filter by no such publisher": (
        lambda label: root(label, "NOT: {publisher: {id: {eq: $author}}}"),
        nameless,
        BOTH,
    ),
    "a filter by participant": (
        lambda label: root(label, "participants: {some: {id: {eq: $participant}}}"),
        named,
        EXPERIENCES,
    ),
    "a filter by no such participant": (
        lambda label: root(label, "participants: {none: {id: {eq: $participant}}}"),
        nameless,
        EXPERIENCES,
    ),
    "a filter over both": (
        lambda label: root(
            label,
            {
                "experience": "lessons: {some: {topics: {some: {id: {eq: $topic}}}}}",
                "lesson": "experiences: {some: {region: {id: {eq: $region}}}}",
            }[label],
        ),
        readable,
        BOTH,
    ),
    "a filter over both to the publisher": (
        lambda label: root(
            label,
            {
                "experience": "lessons: {some: {publisher: {id: {eq: $author}}}}",
                "lesson": "experiences: {some: {publisher: {id: {eq: $author}}}}",
            }[label],
        ),
        named,
        BOTH,
    ),
    "the organization's list": (lambda label: below("organization(id: $author)", label), named, BOTH),
    "the topic's list": (lambda label: below("topic(id: $topic)", label), readable, BOTH),
    "the region's list": (lambda label: below("region(id: $region)", label), readable, EXPERIENCES),
    "the participant's list": (
        lambda _: below("organization(id: $participant)", "participation"),
        named,
        EXPERIENCES,
    ),
}
CASES = [
    pytest.param(path, label, id=f"{label} by {path}")
    for path, (_, _, labels) in PATHS.items()
    for label in sorted(labels)
]


def declared(document: str) -> str:
    """A document with the variables it uses declared."""
    used = [name for name in ("author", "participant", "topic", "region") if f"${name}" in document]
    return f"query({', '.join(f'${name}: ID!' for name in used)}) {document}" if used else document


def kinds(ids: dict[Kind, str], rows: list[Any]) -> list[Kind]:
    """The kinds of rows, each row once."""
    known = {id_: kind for kind, id_ in ids.items()}
    return sorted(known[row["id"]] for row in rows)


def expected(rule: Callable[[str, Kind], bool], viewer: str) -> list[Kind]:
    return sorted(kind for kind in KINDS if rule(viewer, kind))


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize(("path", "label"), CASES)
def test_a_list_holds_what_its_viewer_may_read(
    hub: Hub, matrix: Matrix, path: str, label: str, viewer: str
) -> None:
    document, rule, _ = PATHS[path]
    text = declared(document(label))
    variables = {name: id_ for name, id_ in matrix.variables().items() if f"${name}" in text}
    (answer,) = hub.ask(text, variables, matrix.tokens[viewer]).values()
    if "totalCount" not in answer:
        (answer,) = answer.values()
    wanted = expected(rule, viewer)
    assert kinds(matrix.ids(label), answer["nodes"]) == wanted
    assert kinds(matrix.ids(label), [edge["node"] for edge in answer["edges"]]) == wanted
    assert answer["totalCount"] == len(wanted)


LABELS = pytest.mark.parametrize("label", ["experience", "lesson"])
ALL = pytest.mark.parametrize("viewer", VIEWERS)


@ALL
@LABELS
def test_an_id_leads_to_what_its_viewer_may_read(hub: Hub, matrix: Matrix, label: str, viewer: str) -> None:
    ids = [matrix.ids(label)[kind] for kind in KINDS]
    entries = [
        f'a{n}: node(id: "{id_}") {{ id }} b{n}: {label}(id: "{id_}") {{ id }}' for n, id_ in enumerate(ids)
    ]
    token = matrix.tokens[viewer]
    answer = hub.ask(f"{{ {' '.join(entries)} }}", token=token)
    wanted = [{"id": id_} if readable(viewer, kind) else None for kind, id_ in zip(KINDS, ids, strict=True)]
    assert [answer[f"a{n}"] for n in range(len(ids))] == wanted
    assert [answer[f"b{n}"] for n in range(len(ids))] == wanted
    many = hub.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}, token)
    assert many["nodes"] == wanted


@ALL
@LABELS
def test_who_wrote_it_is_shown_to_whom_it_is_not_closed(
    hub: Hub, matrix: Matrix, label: str, viewer: str
) -> None:
    more = "participants { totalCount nodes { id } }" if label == "experience" else ""
    document = f"{{ {label}s(first: 100) {{ nodes {{ id publisher {{ id }} {more} }} }} }}"
    (answer,) = hub.ask(document, token=matrix.tokens[viewer]).values()
    told = {row["id"]: row for row in answer["nodes"]}
    for kind, id_ in matrix.ids(label).items():
        if readable(viewer, kind):
            row, open_ = told[id_], named(viewer, kind)
            assert row["publisher"] == ({"id": matrix.author} if open_ else None)
            if more:
                nodes = [{"id": matrix.participant}] if open_ else []
                assert row["participants"] == {"totalCount": len(nodes), "nodes": nodes}


@ALL
def test_an_experience_and_its_lesson_lead_to_each_other(hub: Hub, matrix: Matrix, viewer: str) -> None:
    document = (
        "{ experiences(first: 100) { nodes { id lessons { totalCount nodes { id publisher { id } } } } }"
        " lessons(first: 100) { nodes { id experiences { totalCount nodes { id publisher { id } } } } } }"
    )
    answer = hub.ask(document, token=matrix.tokens[viewer])
    for label, other in (("experience", "lesson"), ("lesson", "experience")):
        told = {row["id"]: row[f"{other}s"] for row in answer[f"{label}s"]["nodes"]}
        wanted = {}
        for kind in expected(readable, viewer):
            publisher = {"id": matrix.author} if named(viewer, kind) else None
            node = {"id": matrix.ids(other)[kind], "publisher": publisher}
            wanted[matrix.ids(label)[kind]] = {"totalCount": 1, "nodes": [node]}
        assert told == wanted


@ALL
@LABELS
def test_an_organization_is_found_by_what_may_be_read_with_its_name(
    hub: Hub, matrix: Matrix, label: str, viewer: str
) -> None:
    ids = [matrix.ids(label)[kind] for kind in KINDS]
    entries = [
        f'a{n}: organizations(filter: {{{label}s: {{some: {{id: {{eq: "{id_}"}}}}}}}})'
        " { totalCount nodes { id } }"
        for n, id_ in enumerate(ids)
    ]
    answer = hub.ask(f"{{ {' '.join(entries)} }}", token=matrix.tokens[viewer])
    for n, kind in enumerate(KINDS):
        nodes = [{"id": matrix.author}] if named(viewer, kind) else []
        assert answer[f"a{n}"] == {"totalCount": len(nodes), "nodes": nodes}


@ALL
@LABELS
def test_a_search_finds_what_its_viewer_may_read(hub: Hub, matrix: Matrix, label: str, viewer: str) -> None:
    kind = label.title()
    document = (
        f'{{ search(query: "{WORD}", types: [{kind.upper()}], first: 100) {{ totalCount'
        f" hits {{ node {{ ... on {kind} {{ id }} }} }}"
        " facets { types { type count } topics { count } regions { count } outcomes { count } } } }"
    )
    found = hub.ask(document, token=matrix.tokens[viewer])["search"]
    wanted = expected(readable, viewer)
    assert kinds(matrix.ids(label), [hit["node"] for hit in found["hits"]]) == wanted
    assert found["totalCount"] == len(wanted)
    counted = [{"count": len(wanted)}]
    assert found["facets"] == {
        "types": [{"type": kind.upper(), "count": len(wanted)}],
        "topics": counted,
        "regions": counted if label == "experience" else [],
        "outcomes": counted if label == "experience" else [],
    }


@ALL
@LABELS
def test_events_are_read_as_what_they_are_about(hub: Hub, matrix: Matrix, label: str, viewer: str) -> None:
    kind_ = label.title()
    document = (
        "query($by: ID!, $first: Int) {"
        f" all: events(first: $first) {{ nodes {{ organization {{ id }} subject {{ ... on {kind_} {{ id }} }} }} }}"
        " by: events(first: $first, filter: {organization: {id: {eq: $by}}}) {"
        f" nodes {{ subject {{ ... on {kind_} {{ id }} }} }} }} }}"
    )
    answer = hub.ask(document, {"by": matrix.author, "first": 100}, matrix.tokens[viewer])
    by = {"id": matrix.author}
    for kind, id_ in matrix.ids(label).items():
        here = [e["organization"] for e in answer["all"]["nodes"] if e["subject"] == {"id": id_}]
        # Of an anonymized record others are told with a later month; of a draft, its organization, and who keeps the audit.
        happened = (
            STATUSES.index(kind[1]) + (viewer in {"own", "administrator"}) if named(viewer, kind) else 0
        )
        assert here == [by] * happened
        caused = [e for e in answer["by"]["nodes"] if e["subject"] == {"id": id_}]
        assert len(caused) == happened


# -- what must not be told between the lines -------------------------------------------------------

SORTED = (
    "query($topic: ID!, $org: ID!, $first: Int, $after: String, $word: String!) {"
    " experiences(sort: [TITLE_ASC], first: $first, after: $after, filter: {topics: {some: {id: {eq: $topic}}}})"
    " { totalCount edges { cursor node { id } }"
    " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
    " backwards: experiences(sort: [TITLE_ASC], last: $first, filter: {topics: {some: {id: {eq: $topic}}}})"
    " { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } }"
    " organization(id: $org) { experiences(sort: [TITLE_ASC], first: $first) { totalCount edges { cursor } } }"
    " topic(id: $topic) { experiences(sort: [TITLE_ASC], first: $first)"
    " { totalCount edges { cursor } pageInfo { hasNextPage } } }"
    " search(query: $word, types: [EXPERIENCE], first: $first)"
    " { totalCount hits { node { ... on Experience { id } } } pageInfo { hasNextPage } } }"
)


@pytest.mark.parametrize(
    "hidden", [("ORGANIZATION", "PUBLISHED"), ("PUBLIC", "DRAFT"), ("MEMBERS", "WITHDRAWN")]
)
def test_order_and_cursors_tell_nothing_of_a_hidden_record(hub: Hub, matrix: Matrix, hidden: Kind) -> None:
    author, own = hub.member("صنف پنهان")
    topic = hub.topic(f"order-{hidden[0]}", "ترتیب")
    word = f"ردیف{hidden[0].lower()}"
    ids = [
        made(hub, own, "experience", ("PUBLIC", "PUBLISHED"), title=f"{letter} {word}", topicIds=[topic])
        for letter in "اجد"
    ]
    variables = {"topic": topic, "org": author, "word": word, "after": None}

    def pages(token: str | None) -> list[Any]:
        told = [hub.ask(SORTED, {**variables, "first": first}, token) for first in (1, 2, 3)]
        end = told[0]["experiences"]["pageInfo"]["endCursor"]
        return [*told, hub.ask(SORTED, {**variables, "first": 1, "after": end}, token)]

    viewers = [None, matrix.tokens["other"], matrix.tokens["coordinator"]]
    before = [pages(token) for token in viewers]
    between = made(hub, own, "experience", hidden, title=f"ب {word}", topicIds=[topic])
    assert [pages(token) for token in viewers] == before
    # Its own cursor, from whoever may read it, is to others a place between two rows.
    mine = hub.ask(SORTED, {**variables, "first": 2}, own)["experiences"]
    assert [edge["node"]["id"] for edge in mine["edges"]] == [ids[0], between]
    after = {**variables, "first": 1, "after": mine["edges"][1]["cursor"]}
    (next_,) = hub.ask(SORTED, after, matrix.tokens["other"])["experiences"]["edges"]
    assert next_["node"]["id"] == ids[1]


def test_the_score_of_a_hit_tells_nothing_of_a_hidden_record(hub: Hub, matrix: Matrix) -> None:
    own = str(matrix.tokens["own"])
    found = made(hub, own, "experience", ("PUBLIC", "PUBLISHED"), title="کندوداری")
    document = '{ search(query: "کندوداری") { hits { score node { ... on Experience { id } } } } }'
    before = hub.ask(document)["search"]
    hidden = made(hub, own, "experience", ("PUBLIC", "DRAFT"), title="کندوداری")
    after = hub.ask(document)["search"]
    for id_ in (found, hidden):
        hub.cypher("MATCH (n:Node {id: $id}) DETACH DELETE n", id=id_)
    assert after == before


EDGES = (
    "query($experience: ID!, $lesson: ID!) { experience(id: $experience) { lessons { totalCount nodes { id } }"
    " supports { totalCount nodes { id } } } lesson(id: $lesson) { experiences { totalCount nodes { id } }"
    " evidenceFor { totalCount nodes { id } } }"
    " found: experiences(filter: {lessons: {some: {id: {eq: $lesson}}}}) { totalCount }"
    " backed: lessons(filter: {evidenceFor: {some: {id: {eq: $experience}}}}) { totalCount }"
    " others: lessons(filter: {id: {eq: $lesson}, experiences: {none: {id: {eq: $experience}}}}) { totalCount } }"
)


@pytest.mark.parametrize(
    ("of_experience", "of_lesson", "by", "open_"),
    [
        ("ANONYMIZED", "PUBLIC", "author", False),
        ("ANONYMIZED", "MEMBERS", "author", False),
        ("MEMBERS", "ANONYMIZED", "author", False),
        ("ANONYMIZED", "ANONYMIZED", "author", True),
        ("MEMBERS", "MEMBERS", "author", True),
        # A lesson that another drew from it names nobody but that other.
        ("ANONYMIZED", "MEMBERS", "another", True),
    ],
)
def test_a_named_lesson_does_not_lead_to_the_anonymized_experience_of_its_author(
    hub: Hub, matrix: Matrix, of_experience: str, of_lesson: str, by: str, *, open_: bool
) -> None:
    own, another = matrix.tokens["own"], matrix.tokens["other"]
    assert own is not None
    assert another is not None
    experience = made(hub, own, "experience", (of_experience, "PUBLISHED"))
    writer = own if by == "author" else another
    lesson = made(hub, writer, "lesson", (of_lesson, "PUBLISHED"), experienceIds=[experience])
    given = {"lessonId": lesson, "experienceId": experience, "supports": True}
    hub.done("addEvidence", given, "lesson { id }", own)
    variables = {"experience": experience, "lesson": lesson}
    to_lesson = {"totalCount": 1, "nodes": [{"id": lesson}]}
    to_experience = {"totalCount": 1, "nodes": [{"id": experience}]}
    there = {
        "experience": {"lessons": to_lesson, "supports": to_lesson},
        "lesson": {"experiences": to_experience, "evidenceFor": to_experience},
        "found": {"totalCount": 1},
        "backed": {"totalCount": 1},
        "others": {"totalCount": 0},
    }
    nothing: dict[str, Any] = {"totalCount": 0, "nodes": []}
    closed = {
        "experience": {"lessons": nothing, "supports": nothing},
        "lesson": {"experiences": nothing, "evidenceFor": nothing},
        "found": {"totalCount": 0},
        "backed": {"totalCount": 0},
        "others": {"totalCount": 1},
    }
    assert hub.ask(EDGES, variables, matrix.tokens["own"]) == there
    for viewer in ("other", "active partner", "coordinator", "administrator"):
        assert hub.ask(EDGES, variables, matrix.tokens[viewer]) == (there if open_ else closed)
    for id_ in variables.values():
        hub.cypher("MATCH (n:Node {id: $id}) DETACH DELETE n", id=id_)


# -- partners --------------------------------------------------------------------------------------


def test_partners_read_as_long_as_their_partnership_runs(hub: Hub) -> None:
    author, partner, third = hub.member("صنف شراکت"), hub.member("شریک تازه"), hub.member("شریکِ شریک")
    own, theirs = author[1], partner[1]
    experience = made(hub, own, "experience", ("PARTNERS", "PUBLISHED"))
    lesson = made(hub, own, "lesson", ("PARTNERS", "PUBLISHED"), experienceIds=[experience])
    short = "partnership { id version }"
    document = (
        f'{{ node(id: "{experience}") {{ id }} lesson(id: "{lesson}") {{ publisher {{ id }} }}'
        f' organization(id: "{author[0]}") {{ experiences {{ totalCount }} lessons {{ nodes {{ id }} }} }}'
        f' lessons(filter: {{experiences: {{some: {{id: {{eq: "{experience}"}}}}}}}}) {{ totalCount }} }}'
    )
    seen = {
        "node": {"id": experience},
        "lesson": {"publisher": {"id": author[0]}},
        "organization": {"experiences": {"totalCount": 1}, "lessons": {"nodes": [{"id": lesson}]}},
        "lessons": {"totalCount": 1},
    }
    unseen = {
        "node": None,
        "lesson": None,
        "organization": {"experiences": {"totalCount": 0}, "lessons": {"nodes": []}},
        "lessons": {"totalCount": 0},
    }

    def reads(token: str) -> bool:
        answer = hub.ask(document, token=token)
        assert answer in (seen, unseen)
        return answer == seen

    # The third is a partner of the partner, which makes it none of the author.
    partnership(hub, partner, third)
    parties = [{"organizationId": id_, "role": "طرف"} for id_, _ in (author, partner)]
    draft = {"kind": "MOU", "titleFa": "تفاهم‌نامه", "parties": parties}
    id_ = hub.done("draftPartnership", draft, short, own)["id"]
    assert not reads(theirs)
    sign = {"id": id_, "version": 1, "signedOn": "2025-12-25"}
    hub.done("signPartnership", sign, short, own)
    assert not reads(theirs)
    version = hub.done("signPartnership", sign, short, theirs)["version"]
    assert reads(theirs)

    def agreed(step: str) -> None:
        given = {"partnershipId": id_, "version": version, "step": step}
        proposed = hub.done("proposeAmendment", given, "amendment { id }", own)
        hub.done("acceptAmendment", proposed, "amendment { id }", theirs)

    def alone(mutation: str, **more: str) -> None:
        hub.done(mutation, {"id": id_, "version": version, **more}, short, own)

    for step, after in (
        (lambda: alone("activatePartnership"), True),
        (lambda: agreed("SUSPEND"), False),
        (lambda: agreed("RESUME"), True),
        (lambda: alone("endPartnership", endReason="کار تمام شد"), False),
    ):
        step()
        version += 1
        assert reads(theirs) == after
        assert not reads(third[1])
        assert reads(own)
    # One of two that runs is enough.
    for party in (own, theirs):
        assert reads(party) == (party == own)
    partnership(hub, author, partner)
    assert reads(theirs)


def test_a_record_made_for_partners_alone_is_closed_to_those_who_read_it_before(
    hub: Hub, matrix: Matrix
) -> None:
    own = matrix.tokens["own"]
    experience = made(hub, str(own), "experience", ("PUBLIC", "PUBLISHED"))
    document = f'{{ node(id: "{experience}") {{ id }} }}'
    for version, visibility in enumerate(
        ("PUBLIC", "PARTNERS", "MEMBERS", "ORGANIZATION", "ANONYMIZED"), start=2
    ):
        if visibility != "PUBLIC":
            edit = {"id": experience, "version": version - 1, "visibility": visibility}
            hub.done("editExperience", edit, "experience { id }", own)
        for viewer in VIEWERS:
            answer = hub.ask(document, token=matrix.tokens[viewer])["node"]
            assert (answer is not None) == readable(viewer, (visibility, "PUBLISHED"))
    hub.cypher("MATCH (n:Node {id: $id}) DETACH DELETE n", id=experience)
