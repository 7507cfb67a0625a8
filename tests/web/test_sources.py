"""What the web client is made of, without Node: it asks for what there is, and says all in both languages."""

import json
import re
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate
from graphql.utilities import separate_operations

from hub.web.addresses import NOT_FOUND, OF_RECORDS, PAGES
from hub.web.telling import TOLD
from hub.web.words import WORDS

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "web/src"
OPERATIONS = sorted(file for file in SOURCES.rglob("*.graphql") if file.name != "records.graphql")
CODE = sorted(
    file
    for pattern in ("*.vue", "*.ts")
    for file in SOURCES.rglob(pattern)
    if not file.name.endswith(".asked.ts")
)
PERSIAN = re.compile(r"[\u0600-\u06ff]")
KEY = re.compile(r"^([A-Za-z][\w-]*) =", re.MULTILINE)
MESSAGE = re.compile(r"^([A-Za-z][\w-]*) =(.*\n(?:[ }].*\n)*)", re.MULTILINE)
DIGITS = "۰۱۲۳۴۵۶۷۸۹"

of_each = pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(SOURCES)))


def _keys(language: str, file: str) -> list[str]:
    return KEY.findall((SOURCES / "texts" / language / file).read_text("utf-8"))


def _texts(language: str) -> list[str]:
    return [
        key
        for file in sorted((SOURCES / "texts" / language).glob("*.ftl"))
        for key in _keys(language, file.name)
    ]


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text("utf-8"))


@pytest.mark.parametrize("file", OPERATIONS, ids=lambda file: file.name)
def test_the_contract_has_all_that_the_pages_ask_for(file: Path, schema: GraphQLSchema) -> None:
    shared = (SOURCES / "api/records.graphql").read_text("utf-8")
    whole = parse(file.read_text("utf-8") + shared)
    for name, document in separate_operations(whole).items():
        assert name
        assert validate(schema, document) == []


def test_the_contract_has_all_that_their_first_html_tells(schema: GraphQLSchema) -> None:
    document = parse((ROOT / "hub/web/first.graphql").read_text("utf-8"))
    assert validate(schema, document) == []
    assert set(separate_operations(document)) == TOLD


def test_every_text_is_there_in_both_languages() -> None:
    persian, english = (
        {file.name for file in (SOURCES / "texts" / one).glob("*.ftl")} for one in ("fa", "en")
    )
    assert persian == english
    for file in sorted(persian):
        assert sorted(_keys("fa", file)) == sorted(_keys("en", file)), file
    assert len(_texts("fa")) > 250
    assert set(WORDS["fa"]) == set(WORDS["en"])


def test_every_text_is_whole() -> None:
    """A browser shows the key of a text that it cannot read."""
    for language in ("fa", "en"):
        for file in sorted((SOURCES / "texts" / language).glob("*.ftl")):
            for key, text in re.findall(
                r"^([\w-]+) = (.*\n(?:(?![\w-]+ = |#).*\n?)*)", file.read_text("utf-8"), re.M
            ):
                assert text.count("{") == text.count("}"), (file.name, key)


def test_a_key_says_the_same_in_every_file() -> None:
    """Files of several pages are together in a browser: the first that came would speak for the others."""
    for language in ("fa", "en"):
        said: dict[str, set[str]] = {}
        for file in sorted((SOURCES / "texts" / language).glob("*.ftl")):
            for key, text in MESSAGE.findall(file.read_text("utf-8")):
                said.setdefault(key, set()).add(" ".join(text.split()))
        assert {key: texts for key, texts in said.items() if len(texts) > 1} == {}


def test_persian_texts_are_persian_and_english_ones_are_not() -> None:
    for file in sorted((SOURCES / "texts/en").glob("*.ftl")):
        lines = file.read_text("utf-8").splitlines()
        assert [line for line in lines if PERSIAN.search(line) and "other-language" not in line] == []
    for file in sorted((SOURCES / "texts/fa").glob("*.ftl")):
        for line in file.read_text("utf-8").splitlines():
            key, _, text = line.partition(" = ")
            said = re.sub(r"\{[^}]*\}|\{ \$\w+ ->", "", text)
            assert not re.search(r"\w", said) or PERSIAN.search(said) or "other-language" in key, line
            assert not re.search(r"[يك0-9]", said), line


def test_every_text_is_used_and_every_text_that_is_used_is_there() -> None:
    code = "\n".join(file.read_text("utf-8") for file in CODE)
    there = {key for key in _texts("fa") if not key[0].isupper()}
    asked = set(re.findall(r"\bt\(\s*'([\w-]+)'|\bt\(\s*\"([\w-]+)\"", code))
    assert {one or other for one, other in asked} <= there
    named = set(re.findall(r"[\"'`]([a-z][\w-]*)[\"'`]", code))
    begun = tuple(re.findall(r"t\(`([\w-]+-)\$\{", code))
    assert {key for key in there if key not in named and not key.startswith(begun)} == set()


@of_each
def test_no_text_stands_in_the_code(file: Path) -> None:
    code = file.read_text("utf-8")
    if file.suffix == ".ts":
        said = re.sub(r"//[^\n]*|/\*.*?\*/", "", code, flags=re.DOTALL).replace(DIGITS, "")
        assert PERSIAN.search(said) is None
        return
    template = code[code.index("<template>") : code.rindex("</template>")]
    bare = re.sub(r"<!--.*?-->|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    tags = r"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>"
    assert [text for text in re.split(tags, bare) if re.search(r"\w", text)] == []
    spoken = r"(?<![:\w-])(?:aria-label|title|alt|placeholder)=\"[^\"]*\w"
    assert re.search(spoken, bare) is None
    assert PERSIAN.search(code) is None


@of_each
def test_no_style_or_script_stands_in_a_page_where_the_policy_would_not_let_it_run(file: Path) -> None:
    code = file.read_text("utf-8")
    assert re.search(r"(?<![:\w-])style=|v-html|innerHTML|\beval\(|new Function", code) is None


def test_the_client_and_the_hub_have_the_same_pages() -> None:
    addresses = (SOURCES / "addresses.ts").read_text("utf-8")
    told = re.search(r"ADDRESSES = \{(.*?)\}", addresses, re.DOTALL)
    types = re.search(r"TYPES[^=]*= \{(.*?)\}", addresses, re.DOTALL)
    assert told is not None
    assert types is not None
    assert dict(re.findall(r"(\w+): \"(\w+)\"", types[1])) == OF_RECORDS
    paths = dict(re.findall(r"(\w+): \"([^\"]+)\"", told[1]))
    assert paths == {page.name: re.sub(r"\{(\w+)\}", r":\1", page.path) for page in PAGES}
    router = (SOURCES / "router.ts").read_text("utf-8")
    loaded = re.findall(r"(\w+): \[\(\) => import\(\"\./([^\"]+)\"\), \"(\w+)\"\]", router)
    assert loaded == [(page.name, page.module.removeprefix("src/"), page.texts) for page in PAGES]
    assert f'import("./{NOT_FOUND.module.removeprefix("src/")}")' in router
    assert all((ROOT / "web" / page.module).is_file() for page in (*PAGES, NOT_FOUND))


def test_nothing_is_installed_that_its_lock_does_not_hold_to_a_digest() -> None:
    lock = json.loads((ROOT / "web/package-lock.json").read_text("utf-8"))
    packages = {name: told for name, told in lock["packages"].items() if name}
    assert [name for name, told in packages.items() if "integrity" not in told] == []
    # No address: each is fetched from wherever npm is set up to fetch from, and held to its digest.
    assert [name for name, told in packages.items() if "resolved" in told] == []
