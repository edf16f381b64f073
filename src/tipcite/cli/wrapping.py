"""Text in lines of a terminal's width: Chinese takes two columns a character and no blanks to break at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len, chop_cells, set_cell_size

_CLOSING: Final = "，。、；：！？）」』》〉】〕”’…"
_OPENING: Final = "（「『《〈【〔“‘"
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_PIECES: Final = re.compile(
    rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)[{_CLOSING}]*|[{_OPENING}{_CLOSING}]+"
)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines; no line begins with a closing sign or ends with an opening one where that can be."""
    lines, line = [], ""
    for piece in _pieces(text, width):
        if cell_len(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    for piece in _PIECES.findall(text):
        # An address is longer than a column: it is cut where the line ends.
        yield from chop_cells(piece, width) if cell_len(piece) > width else (piece,)


def beside(columns: Sequence[Iterable[str]], width: int, gap: str) -> Iterator[str]:
    """Yield the lines of columns that stand side by side, each of them `width` wide."""
    for row in zip_longest(*columns, fillvalue=""):
        yield gap.join(set_cell_size(cell, width) for cell in row).rstrip()
