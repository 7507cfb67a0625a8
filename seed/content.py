"""Turn the files of seed/demo/content, and the terms of graph/reference, into values.

The texts are the demo's; generated records repeat them.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from graph.reference.tables import shipped

_FOLDER = files("seed") / "demo" / "content"


@cache
def told(name: str) -> Any:
    """What a JSON file holds, or the lists of a folder of them as one: `told("topics")`."""
    folder = _FOLDER / name
    if not folder.is_dir():
        return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    return [row for part in parts for row in json.loads(part.read_text(encoding="utf-8"))]


@cache
def attached(name: str) -> bytes:
    """The bytes of a file that is attached to a record: `attached("charter.pdf")`."""
    return (_FOLDER / "attached" / name).read_bytes()


@cache
def terms(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The regions, topics or skills that the hub brings along, by their keys: `terms("topics")`."""
    return {term.key: {**term.values, **term.names} for term in shipped() if term.scheme.name == name}


@cache
def place_names() -> dict[str, tuple[str, str]]:
    """The Persian and the English name of every region, by its code."""
    return {code: (region["nameFa"], region["nameEn"]) for code, region in terms("regions").items()}


@cache
def counties(province: str) -> tuple[str, ...]:
    """The codes of a province's counties.

    >>> counties("IR-25")[0]
    'IR-25-01'
    """
    return tuple(code for code, region in terms("regions").items() if region["partOf"] == province)


def results(story: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The results of a told story, as an experience stores them."""
    return [
        {
            "indicator": result["indicator"],
            "unit": result["unit"],
            **{name: float(result[name]) for name in ("value", "baseline") if name in result},
        }
        for result in story["results"]
    ]
