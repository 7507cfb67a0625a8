"""The words that searching and matching know by name; `plurals.json` names its sources."""

import json
from importlib.resources import files
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return dict(json.loads((files("graph.text") / f"{name}.json").read_text("utf-8")))


WORDS, PLURALS, CLOSE, WANTED = (_read(name) for name in ("words", "plurals", "close", "wanted"))
