"""What is learned of each line of a list: how surely it begins an entry, whether it goes on, how wide it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from tipcite.formats.reftext.begins import HEAD, LIKELY, NONE, SURE, strength
from tipcite.formats.reftext.endings import closure, goes_on
from tipcite.formats.reftext.lines import Line, width

# How far lines of one width may differ, as letters of print do.
FULL: Final = 0.86
MOST_BEGUN: Final = 0.85
_SHORT: Final = 0.9
_LEAST_SHORT: Final = 0.82
_MOST_SHORT: Final = 0.97
_ENOUGH: Final = 6
_STOPPED: Final = re.compile(r"[.。．]$|(?:https?:/|doi|10\.)\S+$")


class Rates:
    """How surely each line begins an entry, and what else is asked of it more than once.

    Everything is found when it is asked for: a list of one entry a line needs few of these answers.
    """

    def __init__(self, lines: Sequence[Line], known: Rates | None = None) -> None:
        """Rate lines; `known` has rated the same texts already."""
        self.lines: Final = lines
        self._alone: Final[dict[int, int]] = known._alone if known else {}
        self._closures: Final[dict[int, int]] = known._closures if known else {}
        self._going_on: Final[dict[int, bool]] = known._going_on if known else {}
        self._rated: Final[dict[int, int]] = {}
        self.column = 0
        """The width at which the lines were wrapped, 0 when they were not."""

    @cached_property
    def widths(self) -> list[int]:
        """Measure every line."""
        return [line.width for line in self.lines]

    def closure(self, place: int) -> int:
        """Tell whether an entry can end with a line: 1 yes, 0 perhaps, -1 no."""
        known = self._closures.get(place)
        if known is None:
            known = self._closures[place] = closure(self.lines[place].text)
        return known

    def goes_on(self, place: int) -> bool:
        """Tell whether a line begins with what no entry begins with."""
        known = self._going_on.get(place)
        if known is None:
            known = self._going_on[place] = goes_on(self.lines[place].text)
        return known

    def alone(self, place: int) -> int:
        """Rate a line by itself."""
        rate = self._alone.get(place)
        if rate is None:
            rate = self._alone[place] = strength(self.lines[place].text)
        return rate

    def are_wrapped(self, places: Sequence[int], column: int) -> bool:
        """Tell whether not every line begins an entry, or at least one behind a full line surely is an entry's rest."""
        least = MOST_BEGUN * len(places)
        possible, begun = len(places), 0
        for place in places:
            if possible <= least or begun > least:
                break
            if self.lines[place].marked or self.alone(place) >= LIKELY:
                begun += 1
            else:
                possible -= 1
        return begun <= least or any(self._is_rest(place, column) for place in places)

    def _is_rest(self, place: int, column: int) -> bool:
        if not place or self.lines[place].marked or self.widths[place - 1] < FULL * column:
            return False
        if self.goes_on(place):
            return self.alone(place) == NONE
        return self.closure(place - 1) < 1 and self.alone(place) == NONE and self.shut

    @cached_property
    def fill(self) -> tuple[float, bool]:
        """Learn how full a wrapped line is at least, of the column with the next word; and whether that is known."""
        found = sorted(
            filling(self.lines[place - 1], self.lines[place]) / self.column
            for place in range(1, len(self.lines))
            if self._is_inside(place)
        )
        if len(found) < _ENOUGH:
            return _SHORT, False
        return min(max(found[len(found) // 20], _LEAST_SHORT), _MOST_SHORT), True

    def _is_inside(self, place: int) -> bool:
        before, line = self.lines[place - 1], self.lines[place]
        if line.marked or line.gap or line.cut or line.heading or before.heading or self.alone(place) > NONE:
            return False
        return self.goes_on(place) or (self.closure(place - 1) < 0 and self.widths[place - 1] > FULL * self.column)

    @cached_property
    def shut(self) -> bool:
        """Tell whether entries of this list end with a full stop or an address."""
        before = [self.lines[place - 1].text for place in range(1, len(self.lines)) if self.alone(place) >= SURE]
        return sum(_STOPPED.search(text) is not None for text in before) >= 0.7 * len(before)

    def __getitem__(self, place: int) -> int:
        """Rate a full line with what follows it: names may go on there, and the year stand there."""
        if place not in self._rated:
            self._rated[place] = max(self.alone(place), self._with_next(place))
        return self._rated[place]

    def _with_next(self, place: int) -> int:
        if self.alone(place) == SURE or place + 1 >= len(self.lines):
            return NONE
        line, following = self.lines[place], self.lines[place + 1]
        text = line.text
        if following.marked or following.heading or len(text) >= HEAD or self.goes_on(place):
            return NONE
        full = not self.column or is_full(line, following, self.column)
        return strength(f"{text} {following.text}") if full else NONE


def is_full(previous: Line, line: Line, column: int) -> bool:
    """Tell whether a line may have been wrapped: the next one's first word did not fit behind it."""
    return column > 0 and filling(previous, line) >= _SHORT * column


def filling(previous: Line, line: Line) -> int:
    """Answer how many columns a line would take with the first word of the next one."""
    first = _FIRST_WORD.match(line.text)
    word = width(first.group()) if first else 0
    blank = not (first and _WIDE_FIRST.match(first.group()))
    return previous.width + blank + word


_WIDE_FIRST: Final = re.compile("[\u3000-\u303f\u3041-\u9fff\uff00-\uffef]")


_FIRST_WORD: Final = re.compile(
    "[\u3000-\u303f\u3041-\u9fff\uff00-\uffef]|[^\\s\u3000-\u303f\u3041-\u9fff\uff00-\uffef]+"
)
