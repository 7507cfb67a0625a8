"""Terms come from files and go to files of the same form: all or nothing, twice as once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from graph.connection import Database
from graph.errors import FileRefused
from graph.reference import skos, tables
from graph.reference.files import exported, read
from graph.reference.schemes import SCHEMES
from graph.reference.storing import Stored, rows, store
from hub.up import sentence
from tests.network import empty

T = TypeVar("T")
TOPICS = "slug,broader,labelFa,labelEn,alsoKnownAs\n"
REGIONS = "code,kind,partOf,nameFa\n"
TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:x/topics/water> a skos:Concept ; skos:prefLabel "آب"@fa, "Water"@en ; skos:altLabel "آبیاری" .
<urn:x/topics/wells> a skos:Concept ; skos:notation "wells" ; skos:prefLabel "چاه"@fa ; skos:broader <urn:x/topics/water> .
"""


# -- what is read ------------------------------------------------------------------------------------


def test_a_table_is_known_by_its_columns() -> None:
    (term,) = tables.read(f"{TOPICS}wells,water,چاه,Wells,قنات|کاریز\n", "any.csv")
    assert (term.scheme.name, term.key, term.place) == ("topics", "wells", "any.csv, line 2")
    assert term.values == {
        "slug": "wells",
        "labelFa": "چاه",
        "labelEn": "Wells",
        "alsoKnownAs": ["قنات", "کاریز"],
    }
    assert term.names == {"broader": "water"}


def test_skos_is_read_from_turtle() -> None:
    water, wells = skos.read(TURTLE, "topics.ttl")
    assert (water.key, water.values["labelEn"], water.values["alsoKnownAs"]) == ("water", "Water", ["آبیاری"])
    assert (wells.key, wells.values["labelEn"], wells.names) == ("wells", None, {"broader": "water"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n", "topics.csv, line 1: The columns are of no known table."),
        (f"{TOPICS}Wells,,چاه,,\n", "topics.csv, line 2, slug: 'Wells' is no short name."),
        (f"{TOPICS}a,,الف,,\nb,,,,\n", "topics.csv, line 3, labelFa: This value is required."),
        (f"{TOPICS}a,,الف,,,,\n", "topics.csv, line 2: The row has more cells than there are columns."),
        (f"{REGIONS}XX,CITY,,شهر\n", "topics.csv, line 2, kind: 'CITY' is none of the options."),
        (f"{REGIONS}xx,COUNTRY,,کشور\n", "topics.csv, line 2, code: 'xx' is no code of a region."),
    ],
)
def test_a_refused_table_names_the_line_the_column_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(FileRefused) as refused:
        tables.read(text, "topics.csv")
    assert sentence(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("text", "file", "told"),
    [
        (f"{TURTLE}\n<", "topics.ttl", "topics.ttl, line 5: This is no sound RDF."),
        ("{", "topics.jsonld", "topics.jsonld, line 1: This is no sound RDF."),
        ("<a>", "topics.rdf", "topics.rdf, line 1: This is no sound RDF."),
        ("", "topics.ttl", "topics.ttl: The file has no skos:Concept."),
        (TURTLE, "x.ttl", "x.ttl, urn:x/topics/water: Whether it is a topic or a skill is not told."),
        (TURTLE, "skills.ttl", "skills.ttl, urn:x/topics/water, kind: This value is required."),
    ],
)
def test_refused_skos_names_the_line_or_the_term(text: str, file: str, told: str) -> None:
    with pytest.raises(FileRefused) as refused:
        skos.read(text, file)
    assert sentence(refused.value).startswith(told)


# -- into a graph, and out of it -----------------------------------------------------------------------


async def load(database: Database, files: list[Path]) -> Stored:
    return await store(database, read(files))


async def everything(database: Database) -> list[Any]:
    """All terms, without when they were stored."""
    found = [row for scheme in SCHEMES.values() for row in await rows(database, scheme)]
    return [{name: row[name] for name in row if name not in {"createdAt", "updatedAt"}} for row in found]


def test_what_is_exported_makes_the_same_terms_in_an_empty_hub(
    on: Callable[..., Any], tmp_path: Path
) -> None:
    async def there_and_back(database: Database) -> list[Any]:
        await empty(database, terms=True)
        first, texts = await everything(database), await exported(database)
        for name, text in texts.items():
            (tmp_path / name).write_text(text, "utf-8")
        told: list[Any] = []
        for ending in (".csv", ".ttl"):
            await empty(database)
            names = [name for name in texts if name.endswith(ending) or name == "regions.csv"]
            chosen = [tmp_path / name for name in names]
            stored = await load(database, chosen)
            again = await load(database, chosen)
            told += [
                (stored.added, stored.changed, again.added, again.changed),
                await everything(database) == first,
            ]
        return [*told, await exported(database) == texts]

    assert on(there_and_back) == [(645, 0, 0, 0), True, (645, 0, 0, 0), True, True]


RETIRED = (
    "slug,labelFa,alsoKnownAs,status,replacedBy\n"
    "water,آب,قنات|چاه,IN_USE,\nqanats,قنات,,RETIRED,water\nwells,چاه,,RETIRED,water\nsprings,چشمه,,RETIRED,\n"
)


def test_what_is_retired_goes_out_and_comes_back_with_its_successor(
    on: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_text(RETIRED, "utf-8")

    async def there_and_back(database: Database) -> list[Any]:
        await empty(database)
        await load(database, [tmp_path / "in.csv"])
        first, texts = await everything(database), await exported(database)
        told: list[Any] = []
        for name in ("topics.csv", "topics.ttl"):
            (tmp_path / name).write_text(texts[name], "utf-8")
            await empty(database)
            await load(database, [tmp_path / name])
            told += [await everything(database) == first, await exported(database) == texts]
            told.append(await load(database, [tmp_path / name]))
        followed = "MATCH (t:Topic)-[:REPLACED_BY]->(s) RETURN t.slug AS slug, s.slug AS by ORDER BY slug"
        searched = "MATCH (t:Topic) WHERE t.searchTitle IS NOT NULL RETURN t.slug AS slug"
        kept = "MATCH (t:Topic)-[:HAS_VERSION]->(v {number: 1}) RETURN count(v) AS versions"
        return [*told, *[await database.rows(text) for text in (followed, searched, kept)]]

    nothing = Stored(0, 0)
    assert on(there_and_back) == [
        *(True, True, nothing, True, True, nothing),
        [{"slug": "qanats", "by": "water"}, {"slug": "wells", "by": "water"}],
        [{"slug": "water"}],
        [{"versions": 4}],
    ]


def test_a_load_follows_a_chain_to_its_end_and_restores(on: Callable[..., Any], tmp_path: Path) -> None:
    first, then, back = tmp_path / "first.csv", tmp_path / "then.csv", tmp_path / "back.csv"
    first.write_text("slug,labelFa,replacedBy\nwells,چاه,qanats\nqanats,قنات,\nwater,آب,\n", "utf-8")
    then.write_text("slug,labelFa,replacedBy\nqanats,قنات,water\n", "utf-8")
    back.write_text("slug,labelFa,status\nwells,چاه,IN_USE\n", "utf-8")

    async def in_turn(database: Database) -> list[Any]:
        await empty(database)
        told: list[Any] = []
        for file in (first, then, back):
            await load(database, [file])
            listed = await rows(database, SCHEMES["topics"])
            told.append({row["slug"]: (row["status"], row["replacedBy"]) for row in listed})
        return told

    in_use = ("IN_USE", None)
    assert on(in_turn) == [
        {"wells": ("RETIRED", "qanats"), "qanats": in_use, "water": in_use},
        {"wells": ("RETIRED", "water"), "qanats": ("RETIRED", "water"), "water": in_use},
        {"wells": in_use, "qanats": ("RETIRED", "water"), "water": in_use},
    ]


def test_a_second_load_changes_names_and_one_wrong_row_changes_nothing(
    on: Callable[..., Any], tmp_path: Path
) -> None:
    good, renamed, wrong = tmp_path / "good.csv", tmp_path / "renamed.csv", tmp_path / "wrong.csv"
    good.write_text(f"{TOPICS}water,,آب,Water,\nwells,water,چاه,,\n", "utf-8")
    renamed.write_text("slug,labelFa\nwells,قنات\n", "utf-8")
    wrong.write_text(f"{TOPICS}springs,,چشمه,,\nwater,wells,آب,,\n", "utf-8")

    async def in_turn(database: Database) -> list[Any]:
        await empty(database)
        told: list[Any] = [await load(database, [good])]
        told.append(await load(database, [renamed]))
        with pytest.raises(FileRefused) as refused:
            await load(database, [wrong])
        told.append(sentence(refused.value))
        listed = await rows(database, SCHEMES["topics"])
        return [*told, [(row["slug"], row["labelFa"], row["broader"]) for row in listed]]

    added, changed, told, listed = on(in_turn)
    assert (added.added, added.changed, changed.added, changed.changed) == (2, 0, 0, 1)
    assert told.startswith("wrong.csv, line 3, broader: This would put it below itself.")
    assert listed == [("water", "آب", None), ("wells", "قنات", "water")]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.csv", f"{TOPICS}a,nowhere,الف,,\n", "x.csv, line 2, broader: 'nowhere' is not known."),
        ("x.csv", f"{TOPICS}a,,الف,,\na,,ب,,\n", "x.csv, line 3: 'a' stands there already (x.csv, line 2)."),
        ("x.csv", f"{REGIONS}XX,PROVINCE,,استان\n", "x.csv, line 2, partOf: A county lies in a province"),
        (
            "x.csv",
            "slug,labelFa,status,broader\na,الف,RETIRED,\nb,ب,,a\n",
            "x.csv, line 3, broader: 'a', which stands above it, is retired.",
        ),
        (
            "x.csv",
            "slug,labelFa,status,replacedBy\na,الف,IN_USE,b\nb,ب,,\n",
            "x.csv, line 2, replacedBy: What is in use is replaced by nothing.",
        ),
        (
            "x.csv",
            "slug,labelFa,replacedBy\na,الف,b\nb,ب,c\nc,پ,\n",
            "x.csv, line 2, replacedBy: What stands for it is replaced itself. Give 'c' instead.",
        ),
        (
            "x.csv",
            "slug,labelFa,replacedBy\na,الف,a\n",
            "x.csv, line 2, replacedBy: It is the one that is to be merged.",
        ),
        ("x.csv", "slug,labelFa,replacedBy\na,الف,b\n", "x.csv, line 2, replacedBy: 'b' is not known."),
        ("x.txt", "", "x.txt: The file's ending is not known. There are .csv, .ttl, .rdf, .jsonld."),
    ],
)
def test_what_does_not_fit_together_is_told_by_its_line(
    on: Callable[..., Any], tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    async def refused(database: Database) -> str:
        await empty(database)
        with pytest.raises(FileRefused) as error:
            await load(database, [tmp_path / name])
        return sentence(error.value)

    assert on(refused).startswith(told)
