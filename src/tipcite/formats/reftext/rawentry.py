"""What a pasted text is cut into: entries, headings, and lines that are left out, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry as a reader would print it: its lines joined, and where each piece of it stands in the pasted text."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """(index in `text`, line, column) of every piece that stands together in the paste, both counted from 1."""

    @property
    def line(self) -> int:
        """The line on which the entry begins."""
        return self.places[0][1]

    def place(self, index: int) -> tuple[int, int]:
        """Answer the line and column of an index into `text`."""
        index = max(index, 0)
        begin, line, column = self.places[max(0, bisect_right(self.places, index, key=lambda place: place[0]) - 1)]
        return line, column + index - begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that only says what follows: 參考文獻, 中文部分, References."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What stands between, before or behind the entries and is none: a page's header and number, a paragraph."""

    text: str
    line: int
    column: int
    code: str
    """`page` (header, footer, number of a page) or `no-reference` (text of the article, notes about its authors)."""
