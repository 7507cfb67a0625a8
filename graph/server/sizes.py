"""Turn the files of a database that has closed into a list of their sizes, and find what has been cut since.

Neo4j does not look: of a file that is shorter it reads what is left, and answers as if that were all.
"""

from contextlib import suppress
from pathlib import Path

from graph.server.folder import write_private

LIST_FILE = "neo4j-files"
_FOLDERS = ("databases", "transactions")


def note(data_dir: Path) -> None:
    """Write the list, once the database is closed; where there is no room for it, there is none."""
    lines = (f"{file.stat().st_size} {file.relative_to(data_dir)}" for file in _files(data_dir))
    with suppress(OSError):
        write_private(data_dir / LIST_FILE, "\n".join(lines))


def forget(data_dir: Path) -> None:
    """Take the list away, before the database opens."""
    (data_dir / LIST_FILE).unlink(missing_ok=True)


def is_noted(data_dir: Path) -> bool:
    """Whether there is a list: none while the database is open, nor after it has died."""
    return (data_dir / LIST_FILE).exists()


def losses(data_dir: Path) -> list[str]:
    """What the files have lost since, a sentence for each; nothing where there is no list."""
    try:
        lines = (data_dir / LIST_FILE).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [told for line in lines if (told := _loss(data_dir, *line.split(" ", 1)))]


def _loss(data_dir: Path, size: str, name: str) -> str:
    file = data_dir / name
    if not file.exists():
        return f"{file} is missing."
    lost = int(size) - file.stat().st_size
    return f"{file} has lost {lost} of {size} bytes since it was closed." if lost > 0 else ""


def _files(data_dir: Path) -> list[Path]:
    roots = [data_dir / "neo4j" / "data" / name for name in _FOLDERS]
    return sorted(path for root in roots for path in root.rglob("*") if path.is_file())
