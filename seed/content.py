"""Turn the files of seed/demo/content into values.

The texts are the demo's; generated records repeat them.
"""

import csv
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

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
def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file: `rows("provinces")`."""
    return list(csv.DictReader((_FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


@cache
def place_names() -> dict[str, tuple[str, str]]:
    """The Persian and the English name of every region, by its code."""
    listed = [*rows("provinces"), *rows("counties")]
    return {"IR": ("ایران", "Iran")} | {row["code"]: (row["name_fa"], row["name_en"]) for row in listed}


@cache
def counties(province: str) -> tuple[str, ...]:
    """The codes of a province's counties.

    >>> counties("IR-25")[0]
    'IR-25-01'
    """
    return tuple(row["code"] for row in rows("counties") if row["province"] == province)


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
