"""Slow statements: told of in the log by a hash, and explained by it; never a value."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from graph.errors import ValueRefused
from hub.explain import lines as printed
from hub.settings import Settings
from hub.slow import hash_of, keep, kept, slow_folder
from tests.conftest import Neo4j
from tests.hub import commands
from tests.running import Hub, lines, own_hub

ROOT = Path(__file__).parents[2]


def explain(hub: Hub, state: Path, name: str) -> "subprocess.CompletedProcess[str]":
    """`hub explain` beside the hub whose state is in that folder."""
    return commands.beside(hub, "explain", name, HUB_STATE_DIR=str(state))


def test_what_is_slow_is_told_of_and_explained_and_no_value_is_kept(
    neo4j_server: Neo4j, tmp_path: Path
) -> None:
    log, state = tmp_path / "hub.log", tmp_path / "state"
    with own_hub(neo4j_server, log=log, HUB_SLOW_MILLISECONDS="1", HUB_STATE_DIR=str(state)) as hub:
        _, token = hub.member("بنیاد کند")
        read = hub.post(
            'query Look { search(query: "گمشده") { totalCount hits { node { ... on Node { id } } } } }',
            None,
            token,
        )
        given = {"title": "پنهان", "happened": "پنهان", "outcome": "SUCCESS"}
        document = (
            f"mutation Tell($input: {hub.input_of('createExperience')}!)"
            " { createExperience(input: $input) { experience { id } errors { code } } }"
        )
        written = hub.post(document, {"input": given}, token)
        assert written.json()["data"]["createExperience"]["errors"] == [], written.json()
        numbers = {read.headers["x-request-id"], written.headers["x-request-id"]}
        assert read.json()["data"]["search"]["totalCount"] == 0
        told = [
            one for one in lines(log) if one["event"] == "slow_statement" and one.get("request") in numbers
        ]
        of_read = [one for one in told if one["operation"] == "Look" and one["points"]]
        assert of_read
        assert of_read[-1]["points"] == read.json()["extensions"]["cost"]["points"]
        assert all(one["milliseconds"] >= 1 for one in told)
        hashes = {one["statement"] for one in told} - {"commit"}
        folder = state / "slow-statements"
        files = {path.name.removesuffix(".cypher"): path for path in folder.iterdir()}
        assert hashes <= set(files)
        assert {stat.S_IMODE(path.stat().st_mode) for path in files.values()} == {0o600}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        # Every kind of statement that the hub sends can be explained: reads, writes, what it looks up.
        for name, file in files.items():
            text = file.read_text("utf-8").removesuffix("\n")
            assert hash_of(text) == name
            for said in ("گمشده", "پنهان", "بنیاد", token):
                assert said not in text
            ran = explain(hub, state, name)
            assert (ran.returncode, ran.stderr) == (0, ""), text
            assert ran.stdout.startswith(f"{text}\n\nProduceResults")
            assert re.search(r"\(~[\d,]+\)", ran.stdout)
        before = hub.count()
        unknown = explain(hub, state, "0123456789abcdef")
        assert (unknown.returncode, unknown.stdout) == (1, "")
        assert unknown.stderr == (
            f"Error: There is no slow statement 0123456789abcdef in {folder}. Its hash stands in the log, in the"
            " lines slow_statement; those seen longest ago are forgotten.\n"
        )
        assert explain(hub, state, "../../secret").returncode == 1
        assert hub.count() == before


def test_texts_are_kept_with_the_data_unless_another_folder_is_named() -> None:
    data, state = Path("data"), Path("state")
    assert slow_folder(Settings()) is None
    assert slow_folder(Settings(data_dir=data)) == data / "slow-statements"
    assert slow_folder(Settings(data_dir=data, state_dir=state)) == state / "slow-statements"


def test_as_much_is_kept_as_fits_and_what_was_seen_longest_ago_goes(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "slow-statements"
    texts = [f"RETURN {number}" for number in range(4)]
    for number, text in enumerate(texts[:3]):
        keep(folder, text, 30)
        os.utime(folder / f"{hash_of(text)}.cypher", (number, number))
    keep(folder, texts[0], 30)  # seen again
    keep(folder, texts[3], 30)
    found = {text for text in texts if (folder / f"{hash_of(text)}.cypher").exists()}
    assert found == {texts[0], texts[2], texts[3]}
    assert kept(folder, hash_of(texts[3])) == texts[3]
    keep(folder, "RETURN " + "1" * 30, 30)
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize(
    "name", ["", "abc", "../../../../etc/passwd", "0123456789ABCDEF", "0123456789abcdef"]
)
def test_a_hash_that_names_nothing_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueRefused, match="STATEMENT_UNKNOWN"):
        kept(tmp_path, name)


def test_a_plan_is_read_from_below_and_side_branches_stand_aside() -> None:
    def operator(name: str, *children: object, details: str = "", rows: float = 1.4) -> dict[str, object]:
        facts = {"EstimatedRows": rows, "Details": details}
        return {"operatorType": f"{name}@neo4j", "args": facts, "children": list(children)}

    seek = operator("NodeUniqueIndexSeek", details="UNIQUE n:Node(id)\n  WHERE id = $a")
    apply = operator("Apply", operator("Argument", details="n"), operator("Filter", seek, details="x" * 200))
    assert list(printed(operator("ProduceResults", apply, rows=12_345))) == [
        "ProduceResults (~12,345)",
        "Apply (~1)",
        "├ Argument (~1) n",
        "│",
        f"Filter (~1) {'x' * 159}…",
        "NodeUniqueIndexSeek (~1) UNIQUE n:Node(id) WHERE id = $a",
    ]
