"""The tables of docs/performance.md, from what is kept in bench/results: `python -m bench.document`."""

from collections.abc import Callable, Iterator

import click

from bench import results
from bench.results import Facts, ratio
from bench.shapes import RATE_GOAL, READ_GOAL, SHAPES, WRITE_GOAL, Workload

SMALLEST = 65_000
_PEERS = ("peer-yoga", "peer-apollo")


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _table(head: list[str], rows: Iterator[list[str]]) -> Iterator[str]:
    yield _line(head)
    yield "|" + "---|" * len(head)
    yield from map(_line, rows)


def _times(ours: Facts, theirs: Facts, key: str, form: str) -> str:
    told = ratio(ours, theirs, key)
    return "–" if told is None else format(told, form)


def _beside(shape: Workload, told: dict[str, Facts]) -> list[str]:
    limit, hub = told["limit"], told["hub"]
    others = [_times(told.get(name, {}), hub, "p50", ".1f") for name in ("plain", *_PEERS)]
    return [
        shape.title,
        f"{limit['p50']:.2f}",
        f"{hub['p50']:.2f}",
        _times(hub, limit, "p50", ".2f"),
        _times(hub, limit, "rate", ".2f"),
        *others,
        f"{limit['hits']:,}, {hub['hits']:,}",
    ]


def _grown(shape: Workload, kept: dict[int, dict[str, dict[str, Facts]]]) -> list[str]:
    every = [shapes.get(shape.name, {}) for shapes in kept.values()]
    return [
        shape.title,
        *(f"{told['hub']['p50']:.2f}" if told else "–" for told in every),
        *(_of(told, "hub", "limit", ".2f") for told in every),
        *(_of(told, _PEERS[0], "hub", ".1f") for told in every),
    ]


def _of(told: dict[str, Facts], ours: str, theirs: str, form: str) -> str:
    return _times(told.get(ours, {}), told.get(theirs, {}), "p50", form)


_GOALS: dict[str, tuple[bool, str, Callable[[float], bool]]] = {
    "reads whose median is at most 1.15 × the limit's": (False, "p50", lambda times: times <= READ_GOAL),
    "reads with at least 0.9 × its requests a second": (False, "rate", lambda times: times >= RATE_GOAL),
    "writes whose median is at most 1.3 × the limit's": (True, "p50", lambda times: times <= WRITE_GOAL),
}


def _reached(kept: dict[int, dict[str, dict[str, Facts]]]) -> Iterator[list[str]]:
    """How many of the shapes asked for at a size reach a goal."""
    for name, (writes, key, good) in _GOALS.items():
        cells = []
        for shapes in kept.values():
            asked = [shape.name for shape in SHAPES if shape.writes is writes and shape.name in shapes]
            told = [ratio(shapes[shape]["hub"], shapes[shape]["limit"], key) for shape in asked]
            cells.append(f"{sum(times is not None and good(times) for times in told)} of {len(asked)}")
        yield [name, *cells]


@click.command()
def main() -> None:
    """Print the tables."""
    sizes = sorted(int(path.stem) for path in results.KEPT.glob("[0-9]*.json"))
    facts = {size: results.read(results.KEPT / f"{size}.json") for size in sizes}
    kept = {size: told["shapes"] for size, told in facts.items()}
    beside = ["shape", "limit ms", "hub ms", "hub ÷ limit", "requests a second, hub ÷ limit", "plain ÷ hub"]
    beside += ["yoga ÷ hub", "apollo ÷ hub", "hits: limit, hub"]
    known = [shape for shape in SHAPES if shape.name in kept[SMALLEST]]
    click.echo("\n".join(_table(beside, (_beside(s, kept[SMALLEST][s.name]) for s in known))) + "\n")
    named = [f"{facts[size]['nodes']:,}" for size in sizes]
    grown = ["shape", *(f"hub ms, {n}" for n in named), *(f"hub ÷ limit, {n}" for n in named)]
    grown += [f"yoga ÷ hub, {n}" for n in named]
    click.echo("\n".join(_table(grown, (_grown(s, kept) for s in known))) + "\n")
    click.echo("\n".join(_table(["", *named], _reached(kept))))


if __name__ == "__main__":
    main()
