"""One query being written: the names it hands out, and whose rights it asks for."""

from graph.compiler.tree import Value
from graph.model.members import See


class Draft:
    """What every part of one query's text shares.

    `parameters` pair a name with its value. `typed` puts the type of a row that may be of several under the
    key `text.TYPE`, for whoever completes the answer.
    """

    def __init__(self, see: See, *, typed: bool) -> None:
        self.see = see
        self.typed = typed
        self.parameters: list[tuple[str, Value]] = []
        self._count = 0

    def variable(self, letter: str) -> str:
        """A variable of its own, e.g. `n3`."""
        self._count += 1
        return f"{letter}{self._count}"

    def parameter(self, value: Value) -> str:
        """A parameter for a value, e.g. `$p0`."""
        name = f"p{len(self.parameters)}"
        self.parameters.append((name, value))
        return f"${name}"

    def unprinted(self, *values: Value) -> None:
        """Have values checked that the text has no need of: a wrong one is refused, whatever is selected."""
        for value in values:
            self.parameter(value)
