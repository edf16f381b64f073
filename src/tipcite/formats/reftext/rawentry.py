"""What a pasted text is cut into: entries with the place of every character, and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry: its text (lines joined by newline), and where each line of it begins in the pasted text."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """(index in `text`, line, column) of every physical line, both counted from 1."""

    @property
    def line(self) -> int:
        """The line on which the entry begins."""
        return self.places[0][1]

    def place(self, index: int) -> tuple[int, int]:
        """Answer the line and column of an index into `text`."""
        begin, line, column = next(place for place in reversed(self.places) if place[0] <= max(index, 0))
        return line, column + index - begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that is no reference: 參考文獻, 中文部分, References, a page's number."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A physical line, or a part of one that a number begins: its text without number and indent, and its place."""

    text: str
    number: int
    column: int
    indent: int
    marked: bool
    """A number or bullet stood before it."""

    @property
    def width(self) -> int:
        """How many columns it takes with its indent."""
        return self.indent + columns(self.text)


_WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]"
)


def columns(text: str) -> int:
    """Count the columns that a text takes in a terminal, a Han character taking two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
