"""A table on a terminal: every column is seen at every width, the widest give way first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size

from tipcite.cli.output import style

_GAP: Final = "  "
_LEAST: Final = 4


def table_lines(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> Iterator[str]:
    """Yield titles, a rule and the rows; what has no room ends with `…`."""
    columns = list(zip(titles, *rows, strict=True))
    natural = [max(map(cell_len, column)) for column in columns]
    room = (width or _terminal_width()) - len(_GAP) * (len(titles) - 1)
    # The first column names the row: it is cut only where it would take more than half.
    first = min(natural[0], room // 2)
    widths = [first, *shared(natural[1:], room - first)]
    yield style(_line(titles, widths), "", bold=True)
    yield "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    for row in rows:
        key, rest = _line(row[:1], widths[:1]), _line(row[1:], widths[1:])
        # A blank that ends a line would be selected with it.
        yield f"{style(key, 'cyan')}{_GAP}{rest}".rstrip()


def shared(natural: Sequence[int], available: int) -> list[int]:
    """Cut the widest columns to one measure that makes all of them fit; the narrower ones stay whole."""
    measure = max(natural, default=0)
    while measure > _LEAST and sum(min(width, measure) for width in natural) > available:
        measure -= 1
    widths = [min(width, measure) for width in natural]
    # The measure is a whole number: what it leaves over goes to the last column that was cut.
    spare = available - sum(widths)
    for index in reversed(range(len(widths))):
        if spare > 0 and widths[index] < natural[index]:
            taken = min(spare, natural[index] - widths[index])
            widths[index] += taken
            spare -= taken
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(_fitted(cell, width) for cell, width in zip(cells, widths, strict=True))


def _fitted(text: str, width: int) -> str:
    """Fill a text up to a width in columns (Chinese takes two each), or cut it."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)


def _terminal_width() -> int:
    import shutil

    return shutil.get_terminal_size().columns
