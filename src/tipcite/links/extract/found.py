"""What an extractor finds: an address or a DOI as it was written, and where it begins in the text."""

from __future__ import annotations

import bisect
from typing import NamedTuple

from tipcite.links.targets import Place, Target, TargetKind, target_of


class Found(NamedTuple):
    """One link; `offset` counts characters of the text from 0, -1 where the format has no places."""

    value: str
    offset: int
    is_doi: bool = False

    def target(self, place: Place) -> Target:
        """Return what is asked for."""
        if self.is_doi:
            return Target(value=self.value.lower(), kind=TargetKind.DOI, places=(place,))
        asked = target_of(self.value)
        return Target(value=asked.value, kind=asked.kind, places=(place,))


class Lines:
    """Where the lines of a text begin, so that an offset becomes a line and a column."""

    def __init__(self, text: str) -> None:
        starts = [0]
        place = text.find("\n")
        while place >= 0:
            starts.append(place + 1)
            place = text.find("\n", place + 1)
        self._starts = starts
        self._length = len(text)

    def place(self, file: str, offset: int) -> Place:
        """Return the place of an offset; one below 0 is unknown."""
        if offset < 0:
            return Place(file=file)
        line = bisect.bisect_right(self._starts, offset)
        return Place(file=file, line=line, column=offset - self._starts[line - 1] + 1)

    def start(self, line: int) -> int:
        """Return the offset at which a line (from 0) begins; beyond the end, the last line's."""
        return self._starts[min(line, len(self._starts) - 1)]

    def end(self, line: int) -> int:
        """Return the offset at which the lines before a line (from 0) end."""
        return self._starts[line] if line < len(self._starts) else self._length
