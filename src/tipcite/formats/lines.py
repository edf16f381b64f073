"""Places in a text as lines and columns, counted from 1."""

from __future__ import annotations

from bisect import bisect_right


class LineIndex:
    """The line starts of one text; made at the first question, for most texts raise none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    def locate(self, place: int) -> tuple[int, int]:
        """Return the line and the column of a place."""
        if not self._starts:
            self._starts = [0]
            start = self._text.find("\n")
            while start >= 0:
                self._starts.append(start + 1)
                start = self._text.find("\n", start + 1)
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1
