"""The words that searching knows by name: `words.json`, `close.json`, and `plurals.json` with its sources."""

import json
from importlib.resources import files
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return dict(json.loads((files("graph.text") / f"{name}.json").read_text("utf-8")))


WORDS, PLURALS, CLOSE = _read("words"), _read("plurals"), _read("close")
