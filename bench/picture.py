"""Draw figures as an SVG picture that stands alone: lines over two logarithmic axes, for light and dark pages."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 490
HEIGHT: Final = 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 132, 44, 52
# Each line's colour on light pages and on dark ones.
_COLOURS: Final = (
    ("#0969da", "#58a6ff"),
    ("#bc4c00", "#f0883e"),
    ("#1a7f37", "#3fb950"),
    ("#8250df", "#bc8cff"),
    ("#bf3989", "#f778ba"),
)
_LIGHT: Final = """
text { font: 13px system-ui, sans-serif; fill: #24292f; } .title { font-weight: 600; font-size: 14px; }
.grid { stroke: #d0d7de; } .axis { stroke: #57606a; } .tick { font-size: 12px; fill: #57606a; }
.line { fill: none; stroke-width: 2; } .first { stroke-width: 3.5; } .dashed { stroke-dasharray: 5 4; }
.mark { fill: #ffffff; stroke-width: 2; } .bold { font-weight: 700; }
"""
_DARK: Final = """
text { fill: #e6edf3; } .grid { stroke: #30363d; } .axis { stroke: #8b949e; } .tick { fill: #9198a1; }
.mark { fill: #0d1117; }
"""
# A shape for each line, for those who do not see the colours apart.
_SHAPES: Final = (
    '<circle class="mark c{0}" cx="{1:.1f}" cy="{2:.1f}" r="4.5"/>',
    '<path class="mark c{0}" d="M{1:.1f} {2:.1f}m-5 4h10l-5 -9z"/>',
    '<path class="mark c{0}" d="M{1:.1f} {2:.1f}m-4 -4h8v8h-8z"/>',
    '<path class="mark c{0}" d="M{1:.1f} {2:.1f}m0 -6l5.5 6l-5.5 6l-5.5 -6z"/>',
    '<path class="mark c{0}" d="M{1:.1f} {2:.1f}m-5 -4h10l-5 9z"/>',
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: its points, and up to where it goes on beyond the last that is known."""

    name: str
    points: tuple[tuple[float, float], ...]
    beyond: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Lines over the same axes."""

    title: str
    across: str
    up: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Where a value stands on an axis that goes from `low` to `high` in steps of ten times."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        part = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + part * (self.end - self.start)

    def ticks(self) -> list[float]:
        powers = range(math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9) + 1)
        return [10.0**power for power in powers]


def draw(charts: Sequence[Chart], description: str) -> str:
    """Return the charts side by side."""
    width = WIDTH * len(charts)
    size = f'viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="description">',
        f'<title id="description">{html.escape(description)}</title>',
        f"<style>{_style()}</style>",
    ]
    for number, chart in enumerate(charts):
        parts += [f'<g transform="translate({number * WIDTH} 0)">', *_chart(chart), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _style() -> str:
    """Return the colours for light pages, and those that take their place on dark ones."""
    light = "".join(f".c{number} {{ stroke: {colour}; }} " for number, (colour, _) in enumerate(_COLOURS))
    dark = "".join(f".c{number} {{ stroke: {colour}; }} " for number, (_, colour) in enumerate(_COLOURS))
    return f"{_LIGHT}{light}\n@media (prefers-color-scheme: dark) {{{_DARK}{dark}}}\n"


def _chart(chart: Chart) -> Iterator[str]:
    points = [point for line in chart.lines for point in (*line.points, *([line.beyond] if line.beyond else []))]
    across = _Scale(
        low=min(x for x, _ in points), high=max(x for x, _ in points), start=_LEFT + 12, end=WIDTH - _RIGHT - 8
    )
    up = _Scale(
        low=10 ** math.floor(math.log10(min(y for _, y in points))),
        high=10 ** math.ceil(math.log10(max(y for _, y in points))),
        start=HEIGHT - _BOTTOM,
        end=_TOP,
    )
    yield f'<text class="title" x="{_LEFT}" y="22">{html.escape(chart.title)}</text>'
    yield from _axes(chart, across, up)
    # The first line lies on top.
    for number, line in reversed(list(enumerate(chart.lines))):
        yield from _line(line, number, across, up)
    yield from _names(chart.lines, across, up)


def _axes(chart: Chart, across: _Scale, up: _Scale) -> Iterator[str]:
    right, bottom = WIDTH - _RIGHT, HEIGHT - _BOTTOM
    for value in up.ticks():
        y = up.place(value)
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{right}"/>'
        yield f'<text class="tick" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>'
    for value in across.ticks():
        x = across.place(value)
        yield f'<path class="grid" d="M{x:.1f} {_TOP}V{bottom}"/>'
        yield f'<text class="tick" x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{value:,.0f}</text>'
    yield f'<path class="axis" fill="none" d="M{_LEFT} {_TOP}V{bottom}H{right}"/>'
    middle = (_LEFT + right) / 2
    yield f'<text x="{middle:.0f}" y="{HEIGHT - 12}" text-anchor="middle">{html.escape(chart.across)}</text>'
    y = (_TOP + bottom) / 2
    yield f'<text transform="translate(16 {y:.0f}) rotate(-90)" text-anchor="middle">{html.escape(chart.up)}</text>'


def _line(line: Line, number: int, across: _Scale, up: _Scale) -> Iterator[str]:
    places = [(across.place(x), up.place(y)) for x, y in line.points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    first = " first" if number == 0 else ""
    yield f'<path class="line c{number}{first}" d="M{path}"/>'
    if line.beyond:
        x, y = across.place(line.beyond[0]), up.place(line.beyond[1])
        yield f'<path class="line c{number} dashed" d="M{places[-1][0]:.1f} {places[-1][1]:.1f}L{x:.1f} {y:.1f}"/>'
    for x, y in places:
        yield _SHAPES[number % len(_SHAPES)].format(number, x, y)


def _names(lines: Sequence[Line], across: _Scale, up: _Scale) -> Iterator[str]:
    """Write each line's name at its end, moved down where names would meet."""
    ends = sorted((up.place((line.beyond or line.points[-1])[1]), number) for number, line in enumerate(lines))
    x = across.end + 16
    last = -math.inf
    for y, number in ends:
        last = max(y, last + 16)
        bold = " bold" if number == 0 else ""
        yield f'<text class="name{bold}" x="{x:.0f}" y="{last + 4:.1f}">{html.escape(lines[number].name)}</text>'
