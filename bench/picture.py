"""Draw how far each contender is from the limit, as an SVG that any browser shows."""

import math
from collections.abc import Callable, Iterator
from html import escape

from bench.results import Facts, ratio
from bench.shapes import SHAPES

_COLORS = {
    "limit": "#9aa0a6",
    "hub": "#0b7a75",
    "plain": "#c98a1b",
    "peer-yoga": "#a8325e",
    "peer-apollo": "#6b4fa0",
}
Across = Callable[[float], float]
"""Where a multiple lies on the scale."""

_LEFT, _WIDTH, _BAR, _GAP, _TOP = 330, 620, 11, 16, 78
_TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def svg(facts: Facts) -> str:
    """The picture of one size: for each shape a bar a contender, as times the limit's median."""
    rows = [(s, facts["shapes"][s.name]) for s in SHAPES if s.name in facts["shapes"]]
    ratios = {
        (shape.name, name): value
        for shape, told in rows
        for name, row in told.items()
        if name != "limit" and (value := ratio(row, told.get("limit", {}), "p50")) is not None
    }
    least, most = 0.5, max([2.0, *ratios.values()]) * 1.2
    height = _TOP + sum(_GAP + _BAR * len(_bars(told)) for _, told in rows) + 20

    def across(value: float) -> float:
        return _LEFT + _WIDTH * math.log(max(value, least) / least) / math.log(most / least)

    body = [*_head(facts), *_grid(across, most, height)]
    top = _TOP
    for shape, told in rows:
        bars = _bars(told)
        middle = top + _BAR * len(bars) / 2 + 4
        body.append(f'<text x="{_LEFT - 10}" y="{middle:.0f}" text-anchor="end">{escape(shape.title)}</text>')
        for number, name in enumerate(bars):
            value = ratios.get((shape.name, name))
            if value is not None:
                body += _bar(name, value, across, top + number * _BAR)
        top += _GAP + _BAR * len(bars)
    return _document(body, height)


def _bars(told: Facts) -> list[str]:
    return [name for name in _COLORS if name != "limit" and name in told]


def _head(facts: Facts) -> Iterator[str]:
    yield (
        f'<text x="16" y="26" font-size="17" font-weight="600">Median answer time as a multiple of '
        f"hand-written Cypher, {facts['nodes']:,} nodes</text>"
    )
    x = 16
    for name, color in _COLORS.items():
        if name != "limit":
            yield f'<rect x="{x}" y="40" width="12" height="12" fill="{color}"/>'
            yield f'<text x="{x + 17}" y="50">{name}</text>'
            x += 110


def _grid(across: Across, most: float, height: int) -> Iterator[str]:
    for tick in (tick for tick in _TICKS if tick <= most):
        x = across(tick)
        bold = ' stroke-width="2"' if tick == 1 else ""
        yield f'<line x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{height - 14}" stroke="#d5d8db"{bold}/>'
        yield f'<text x="{x:.1f}" y="{_TOP - 12}" text-anchor="middle" fill="#5f6368">{tick:g} ×</text>'


def _bar(name: str, value: float, across: Across, top: float) -> Iterator[str]:
    start, end = sorted((across(1), across(value)))
    width = max(end - start, 1.5)
    yield f'<rect x="{start:.1f}" y="{top}" width="{width:.1f}" height="{_BAR - 2}" fill="{_COLORS[name]}"/>'
    yield f'<text x="{max(end, start + width) + 4:.1f}" y="{top + 8}" font-size="9">{value:.2f}</text>'


def _document(body: list[str], height: int) -> str:
    width = _LEFT + _WIDTH + 60
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">',
            '<g font-family="system-ui, sans-serif" font-size="12" fill="#202124">',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *body,
            "</g>",
            "</svg>",
            "",
        ]
    )
