"""A pasted text while it is cleaned: every character of what is left still knows its place in the paste."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tipcite.formats.reftext.later import later

# `\r\n` is one break. A set comes first: so the search runs from one of its characters to the next.
LINE_BREAK: Final = later(r"[\r\n\u2028\u2029\x0b\x0c](?:(?<=\r)\n)?")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and its marks: (index in `text`, index in the pasted text), rising; between two marks both run on."""

    text: str
    marks: tuple[tuple[int, int], ...] = ((0, 0),)

    def origin(self, index: int) -> int:
        """Answer where in the pasted text a character stands."""
        if len(self.marks) == 1:
            at, origin = self.marks[0]
        else:
            at, origin = self.marks[bisect_right(self.marks, (index, 1 << 60)) - 1]
        return origin + index - at

    def edited(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str] | str) -> Source:
        """Replace every match; what is not replaced keeps its place."""
        pieces: list[str] = []
        marks: list[tuple[int, int]] = []
        done = length = 0
        for match in pattern.finditer(self.text):
            new = replacement if isinstance(replacement, str) else replacement(match)
            if new == match.group():
                continue
            length = self._keep(done, match.start(), length, pieces, marks)
            if new:
                marks.append((length, self.origin(match.start())))
                pieces.append(new)
                length += len(new)
            done = match.end()
        if not done:
            return self
        self._keep(done, len(self.text), length, pieces, marks)
        return Source("".join(pieces), tuple(marks) or ((0, 0),))

    def _keep(self, start: int, end: int, length: int, pieces: list[str], marks: list[tuple[int, int]]) -> int:
        """Append a stretch that stays, with the marks inside it; answer the new length."""
        if start >= end:
            return length
        marks.append((length, self.origin(start)))
        place = bisect_right(self.marks, (start, 1 << 60))
        while place < len(self.marks) and self.marks[place][0] < end:
            at, origin = self.marks[place]
            marks.append((length + at - start, origin))
            place += 1
        pieces.append(self.text[start:end])
        return length + end - start

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Name the stretches of [start, end) that stand together in the paste: (offset from start, place there)."""
        found = [(0, self.origin(start))]
        if len(self.marks) > 1:
            place = bisect_right(self.marks, (start, 1 << 60))
            while place < len(self.marks) and self.marks[place][0] < end:
                at, origin = self.marks[place]
                found.append((at - start, origin))
                place += 1
        return found


def line_breaks(text: str) -> list[tuple[int, int]]:
    """Answer where each line break of a text begins and ends."""
    return [match.span() for match in LINE_BREAK.finditer(text)]


class LineStarts:
    """Where the lines of a pasted text begin."""

    def __init__(self, breaks: Sequence[tuple[int, int]]) -> None:
        """Know the lines between these `line_breaks`."""
        self._starts: Final = [0, *[end for _, end in breaks]]

    def place(self, index: int) -> tuple[int, int]:
        """Answer the line and column of an index, both counted from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
