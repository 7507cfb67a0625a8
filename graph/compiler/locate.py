"""Find the place of a value in a selection, so that an error can name it."""

from graph.compiler.selection import Argument, Field, InputObject, Slot


def locate(field: Field, slot: Slot, above: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str] | None:
    """The path of response keys to the field that was given the value, and the argument from there."""
    path = (*above, field.key)
    for name, argument in field.arguments:
        place = _inside(argument, slot, name)
        if place is not None:
            return path, place
    for _, selected in field.on:
        for below in selected:
            found = locate(below, slot, path)
            if found is not None:
                return found
    return None


def _inside(argument: Argument, slot: Slot, name: str) -> str | None:
    if argument == slot:
        return name
    parts: list[tuple[str, Argument]] = []
    if isinstance(argument, InputObject):
        parts = [(f"{name}.{below}", value) for below, value in argument.fields]
    elif isinstance(argument, tuple):
        parts = [(f"{name}.{index}", value) for index, value in enumerate(argument)]
    for place, value in parts:
        found = _inside(value, slot, place)
        if found is not None:
            return found
    return None
