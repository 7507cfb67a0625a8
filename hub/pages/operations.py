"""Turn the settings into their tables in docs/operations.md; the rest of that page is written by hand."""

import re
from collections.abc import Iterator
from pathlib import Path

from hub.settings import DECLARED, Setting

FILE = Path("docs/operations.md")
_MADE = re.compile(
    r"(<!-- made from hub/settings\.py by `hub pages --write` -->\n).*?(<!-- end -->)", re.DOTALL
)

ELSEWHERE: dict[str, tuple[str, str]] = {
    "HUB_SETTINGS": ("hub/sources.py", "The file of settings; `hub --settings FILE` is the same."),
    "KNOWLEDGE_HUB_CACHE": (
        "graph/server/runtime.py",
        "Where Neo4j is kept once it is fetched; `~/.cache/knowledge-hub` if it is not set.",
    ),
    "HUB_PORT": (
        "docker-compose.yml",
        "There: the port of this machine that leads to the hub, which answers on 8000 inside.",
    ),
    "HUB_DOMAIN": ("docker-compose.yml", "The name that the proxy gets a certificate for."),
    "HUB_MEMORY": ("docker-compose.yml", "The most memory of the hub's container; `512m`."),
    "NEO4J_MEMORY": ("docker-compose.yml", "The most memory of the database's container; `3g`."),
    "NEO4J_HEAP": ("docker-compose.yml", "Its Java heap; `1g`. For `hub up` that is `--heap`."),
    "NEO4J_PAGECACHE": ("docker-compose.yml", "Its memory for the graph's pages; `1g`. Or `--pagecache`."),
    "NEO4J_TRANSACTION_MEMORY": ("docker-compose.yml", "The most memory of one transaction; `256m`."),
    "NEO4J_TRANSACTIONS_MEMORY": ("docker-compose.yml", "The most memory of all transactions; `512m`."),
}
"""What the environment alone has, and which file reads it."""


def page() -> str:
    """The whole page: the file as it stands, with the tables of this moment."""
    text, made = _MADE.subn(lambda found: found[1] + _tables() + found[2], FILE.read_text(encoding="utf-8"))
    if made != 1:
        raise ValueError(f"{FILE} has no place for the settings, or several.")
    return text


def _tables() -> str:
    return "\n".join(("", *_settings(), "", *_elsewhere(), "", ""))


def _settings() -> Iterator[str]:
    yield "| setting | default | |"
    yield "|---|---|---|"
    for one in DECLARED.values():
        yield f"| `{one.name}`{_also(one)} | {_plain(one.default)} | {one.about} |"


def _also(one: Setting) -> str:
    return f" · `{one.name}_FILE`" if one.secret else ""


def _plain(text: str) -> str:
    return text.replace("*", r"\*")


def _elsewhere() -> Iterator[str]:
    yield "| from the environment alone | read by | |"
    yield "|---|---|---|"
    for name, (place, about) in ELSEWHERE.items():
        yield f"| `{name}` | `{place}` | {about} |"
