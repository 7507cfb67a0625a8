"""Read and write the cases in tests/cases: GraphQL beside its Cypher beside its answer.

A file is Markdown; `## ` opens a case, whose name is a fact. Below it stand lines `viewer: NAME` (of
`tests.compiler.ways.VIEWERS`) and `language: fa|en`, then the blocks `graphql`, `json variables`,
`cypher` (laid out; one block a query) and `json`. The last two are evidence: UPDATE_CASES=1 writes them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "cases"
_CASE = re.compile(r"^## (?P<name>.+?)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```(?P<kind>[a-z ]+)\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL)
_HEADER = re.compile(r"^(viewer|language): (.+)$", re.MULTILINE)
_WIDTH = 110


@dataclass(frozen=True)
class Case:
    """One case as its file tells it."""

    file: str
    name: str
    viewer: str
    language: str
    graphql: str
    variables: dict[str, Any]
    cypher: list[str]
    answer: Any

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


def cases() -> Iterator[Case]:
    """All cases of all files, in order."""
    for path in sorted(FOLDER.glob("*.md")):
        for found in _CASE.finditer(path.read_text("utf-8")):
            header = dict(_HEADER.findall(found["body"]))
            blocks: dict[str, list[str]] = {}
            for block in _BLOCK.finditer(found["body"]):
                blocks.setdefault(block["kind"], []).append(block["text"])
            yield Case(
                path.stem,
                found["name"],
                header["viewer"],
                header.get("language", "fa"),
                blocks["graphql"][0],
                json.loads(blocks.get("json variables", ["{}"])[0]),
                blocks.get("cypher", []),
                json.loads(blocks.get("json", ["null"])[0]),
            )


def write(case: Case, cypher: list[str], answer: Any) -> None:
    """Replace the evidence of a case in its file."""
    path = FOLDER / f"{case.file}.md"
    text = path.read_text("utf-8")
    (found,) = (f for f in _CASE.finditer(text) if f["name"] == case.name)
    kept = [
        (block["kind"], block["text"])
        for block in _BLOCK.finditer(found["body"])
        if block["kind"] in {"graphql", "json variables"}
    ]
    evidence = [*kept, *(("cypher", query) for query in cypher), ("json", told(answer) + "\n")]
    head = found["body"].split("```", 1)[0].rstrip("\n")
    body = "\n\n".join(f"```{kind}\n{block}```" for kind, block in evidence)
    replaced = f"## {case.name}\n{head}\n\n{body}\n"
    rest = text[found.end() :]
    path.write_text(text[: found.start()] + replaced + ("\n" + rest if rest else ""), "utf-8")


def told(value: Any, indent: str = "") -> str:
    """JSON on one line where it fits, else one line an entry."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not isinstance(value, dict | list):
        return line
    below = indent + "  "
    if isinstance(value, dict):
        entries = [f"{json.dumps(key)}: {told(inner, below)}" for key, inner in value.items()]
        return "{\n" + ",\n".join(below + entry for entry in entries) + f"\n{indent}}}"
    return "[\n" + ",\n".join(below + told(inner, below) for inner in value) + f"\n{indent}]"


def laid_out(cypher: str) -> str:
    """A query over several lines: a clause a line, a subquery indented."""
    lines: list[str] = []
    depth, line = 0, ""
    for token in re.split(r"(\{ | \}|(?<!STARTS) (?=(?:WHERE|WITH|RETURN|MATCH) )|\n)", cypher):
        if token == "{ ":
            lines.append("  " * depth + line + "{")
            depth, line = depth + 1, ""
        elif token == " }":
            lines.append("  " * depth + line)
            depth, line = depth - 1, "}"
        elif token in {" ", "\n"}:
            lines.append("  " * depth + line)
            line = ""
        else:
            line += token
    return "\n".join([*lines, line]) + "\n"
