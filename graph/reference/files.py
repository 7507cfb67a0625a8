"""Read terms from files, and tell all terms of a graph as files of the same form."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.connection import Database
from graph.errors import FileRefused, ValueRefused
from graph.reference import skos, tables
from graph.reference.schemes import SCHEMES
from graph.reference.storing import rows
from graph.reference.terms import Term

TABLE = ".csv"


def read(files: Iterable[Path]) -> list[Term]:
    """The terms of files. Raises FileRefused and OSError."""
    return [term for file in files for term in _read(file)]


def _read(file: Path) -> list[Term]:
    if file.suffix != TABLE and file.suffix not in skos.FORMATS:
        endings = ", ".join((TABLE, *skos.FORMATS))
        raise FileRefused(file.name, ValueRefused("FILE_ENDING", endings=endings))
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FileRefused(file.name, ValueRefused("NOT_UNICODE")) from None
    return tables.read(text, file.name) if file.suffix == TABLE else skos.read(text, file.name)


async def exported(database: Database) -> Mapping[str, str]:
    """The texts of all terms by the names of their files: a table each, and SKOS for topics and skills."""
    texts: dict[str, str] = {}
    for name, scheme in SCHEMES.items():
        listed = await rows(database, scheme)
        texts[f"{name}{TABLE}"] = tables.write(scheme, listed)
        if name in skos.TAXONOMIES:
            texts[f"{name}.ttl"] = skos.write(scheme, listed)
    return texts
