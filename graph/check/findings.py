"""What a check found: each kind once, with how many there are and the first few of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

_NAMED = 5


class Mend(Enum):
    """What can be done about a finding; the value says it to an operator."""

    DERIVED = "`hub check --repair` works it out anew."
    EDIT = "Open the record and edit it, or take it back."
    CODE = "Nothing of this version wrote it: report it, and look for what else writes into this database."
    BACKUP = "It cannot be worked out: look it up in a backup, or ask whoever wrote it."
    UPGRADE = "Run `hub upgrade`."
    TWICE = "Merge the two or change one, then run `hub check --repair`."


@dataclass
class Finding:
    """One kind of fault: `kind` is stable, `about` the label, property or edge; `ids` the first of them."""

    kind: str
    about: str
    mend: Mend
    count: int = 0
    ids: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        few = f" ({', '.join(self.ids)}{', …' if self.count > len(self.ids) else ''})" if self.ids else ""
        return f"{self.kind} {self.about}: {self.count}{few}"


class Findings:
    """Gathers faults in memory that does not grow with their number."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Finding] = {}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())

    def add(self, kind: str, about: str, mend: Mend, id_: object = None, count: int = 1) -> None:
        """One more fault of a kind, in the record of that id."""
        finding = self._found.setdefault((kind, about), Finding(kind, about, mend))
        finding.count += count
        if id_ is not None and len(finding.ids) < _NAMED:
            finding.ids.append(str(id_))
