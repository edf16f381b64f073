"""Lines → the lines of each entry: by numbers, by indents, or, where neither shows, by the list as a whole.

In a list that was wrapped at a column most lines of an entry reach the page's width. A line whose successor's first
word would still have fitted was not wrapped: it ends its entry, if it can end one. Behind a full line an entry begins
only where the one before is complete and the line looks as the begins of this very list do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tipcite.formats.reftext.aside import is_prose
from tipcite.formats.reftext.begins import HEAD, LIKELY, NONE, POSSIBLE, SURE, strength
from tipcite.formats.reftext.endings import closure, goes_on
from tipcite.formats.reftext.lines import Line, width
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.unwrapped import closes, continues, is_dated

Group = list[Line]

_NARROWEST: Final = 24
_WIDEST: Final = 180
# How far lines of one width may differ, as letters of print do.
_FULL: Final = 0.86
_SHORT: Final = 0.9
_CLEARLY_SHORT: Final = 0.75
_LEAST_SHORT: Final = 0.82
_MOST_SHORT: Final = 0.97
_ENOUGH: Final = 6
_LEAST_FULL: Final = 0.25
_MOST_BEGUN: Final = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What was learned of a whole list."""

    column: int
    """The width at which lines were wrapped, 0 when they were not."""
    dated: bool
    """Entries of this list have a year."""
    numbered: bool
    last_number: int
    """Where the last line with a number stands: behind it an entry without one may begin."""
    rates: _Rates


def group(lines: Sequence[Line]) -> list[Group]:
    """Put the lines of each entry together; a heading is a group of its own."""
    rates = _Rates(lines)
    spaced = _single_spaced(lines, rates)
    if spaced is not None:
        lines, rates = spaced, _Rates(spaced, rates)
    plain = [place for place, line in enumerate(lines) if not line.heading]
    rates.column = _column([lines[place] for place in plain], lambda column: rates.are_wrapped(plain, column))
    layout = _layout(lines, rates)
    groups: list[Group] = []
    for begin, end in _blocks(lines):
        _group_block(lines, rates, range(begin, end), layout, groups)
    return groups


class _Rates:
    """How surely each line begins an entry; rated when it is asked for, because most lists need few."""

    def __init__(self, lines: Sequence[Line], known: _Rates | None = None) -> None:
        """Rate lines; `known` has rated the same texts already."""
        self._lines: Final = lines
        self._alone: Final[dict[int, int]] = known._alone if known else {}
        self._rated: Final[dict[int, int]] = {}
        self.column = 0

    def alone(self, place: int) -> int:
        """Rate a line by itself."""
        if place not in self._alone:
            self._alone[place] = strength(self._lines[place].text)
        return self._alone[place]

    def are_wrapped(self, places: Sequence[int], column: int) -> bool:
        """Tell whether not every line begins an entry, or at least one behind a full line surely is an entry's rest."""
        least = _MOST_BEGUN * len(places)
        possible, begun = len(places), 0
        for place in places:
            if possible <= least or begun > least:
                break
            if self._lines[place].marked or self.alone(place) >= LIKELY:
                begun += 1
            else:
                possible -= 1
        return begun <= least or any(self._is_rest(place, column) for place in places)

    def _is_rest(self, place: int, column: int) -> bool:
        if not place or self._lines[place].marked:
            return False
        before, line = self._lines[place - 1], self._lines[place]
        if before.width < _FULL * column:
            return False
        if goes_on(line.text):
            return self.alone(place) == NONE
        return closure(before.text) < 1 and self.alone(place) == NONE and self.shut

    @cached_property
    def fill(self) -> tuple[float, bool]:
        """Learn how full a wrapped line is at least, of the column with the next word; and whether that is known."""
        found = sorted(
            _filling(self._lines[place - 1], self._lines[place]) / self.column
            for place in range(1, len(self._lines))
            if self._is_inside(place)
        )
        if len(found) < _ENOUGH:
            return _SHORT, False
        return min(max(found[len(found) // 20], _LEAST_SHORT), _MOST_SHORT), True

    def _is_inside(self, place: int) -> bool:
        before, line = self._lines[place - 1], self._lines[place]
        if line.marked or line.gap or line.cut or line.heading or before.heading or self.alone(place) > NONE:
            return False
        return goes_on(line.text) or (closure(before.text) < 0 and before.width > _FULL * self.column)

    @cached_property
    def shut(self) -> bool:
        """Tell whether entries of this list end with a full stop or an address."""
        before = [self._lines[place - 1].text for place in range(1, len(self._lines)) if self.alone(place) >= SURE]
        return sum(_STOPPED.search(text) is not None for text in before) >= 0.7 * len(before)

    def __getitem__(self, place: int) -> int:
        """Rate a full line with what follows it: names may go on there, and the year stand there."""
        if place not in self._rated:
            self._rated[place] = max(self.alone(place), self._with_next(place))
        return self._rated[place]

    def _with_next(self, place: int) -> int:
        if self.alone(place) == SURE or place + 1 >= len(self._lines):
            return NONE
        line, following = self._lines[place], self._lines[place + 1]
        text = line.text
        if following.marked or following.heading or len(text) >= HEAD or goes_on(text):
            return NONE
        full = not self.column or _is_full(line, following, self.column)
        return strength(f"{text} {following.text}") if full else NONE


def _layout(lines: Sequence[Line], rates: _Rates) -> _Layout:
    marked = [line.start for line in lines if line.marked]
    numbered = len(marked) > 1
    last = marked[-1] if marked else 0
    if not rates.column:
        most = not numbered or sum(is_dated(line.text) for line in lines) * 2 >= len(lines)
        return _Layout(column=0, dated=most, numbered=numbered, last_number=last, rates=rates)
    plain = [place for place, line in enumerate(lines) if not line.heading]
    begun = [place for place in plain if lines[place].marked or rates[place] >= LIKELY]
    dated = sum(is_dated(lines[place].text) for place in plain)
    return _Layout(
        column=rates.column,
        dated=dated >= 0.5 * max(1, len(begun)),
        numbered=numbered,
        last_number=last,
        rates=rates,
    )


_STOPPED: Final = re.compile(r"[.。．]$|(?:https?:/|doi|10\.)\S+$")


def _column(lines: Sequence[Line], are_wrapped: Callable[[int], bool]) -> int:
    """Find the width at which a list was wrapped: many lines reach it, and not nearly every line begins an entry."""
    if len(lines) < 3:
        return 0
    widths = sorted(line.width for line in lines)
    while len(widths) > 0.85 * len(lines) and widths[-1] > _WIDEST:
        widths.pop()
    column = widths[min(len(widths) - 1, int(0.96 * len(widths)))]
    if not _NARROWEST <= column <= _WIDEST:
        return 0
    full = sum(one >= _FULL * column for one in widths)
    return column if full >= _LEAST_FULL * len(widths) and are_wrapped(column) else 0


def _single_spaced(lines: Sequence[Line], rates: _Rates) -> list[Line] | None:
    """Forget the blank lines of a list that has one behind every line of its entries; None where it has not."""
    inner = [line for line in lines[1:] if not line.cut]
    gaps = sum(line.gap for line in inner)
    if len(inner) < 3 or gaps < 0.9 * len(inner):
        return None
    body = [place for place, line in enumerate(lines) if not line.heading]
    most = _MOST_BEGUN * len(body)
    column = _column(
        [lines[place] for place in body], lambda _: sum(rates.alone(place) >= LIKELY for place in body) <= most
    )
    if not column or sum(lines[place].marked or rates.alone(place) >= POSSIBLE for place in body) > 0.8 * len(body):
        return None
    return [line._replace(gap=False) for line in lines]


def _blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Name the stretches between blank lines and headings."""
    bounds = [0]
    bounds += [
        place for place in range(1, len(lines)) if lines[place].gap or lines[place].heading or lines[place - 1].heading
    ]
    bounds.append(len(lines))
    return [(begin, end) for begin, end in itertools.pairwise(bounds) if begin < end]


def _group_block(lines: Sequence[Line], rates: _Rates, places: range, layout: _Layout, groups: list[Group]) -> None:
    first = lines[places[0]]
    if first.heading:
        groups.append([first])
        return
    starts = _indented_starts(lines, rates, places)
    for place in places:
        line = lines[place]
        open_group = groups[-1] if groups and not groups[-1][-1].heading else None
        if open_group is None or line.marked:
            groups.append([line])
        elif line.soft:
            open_group.append(line)
        elif place == places[0] and line.gap:
            _after_gap(line, place, layout, groups)
        elif starts is not None:
            begins = place in starts and not _must_go_on(open_group, line, rates[place])
            groups.append([line]) if begins else open_group.append(line)
        elif _begins(open_group, line, place, layout):
            groups.append([line])
        else:
            open_group.append(line)


def _after_gap(line: Line, place: int, layout: _Layout, groups: list[Group]) -> None:
    """A blank line ends an entry, but for one that a page's end has cut."""
    open_group = groups[-1]
    last = open_group[-1].text
    rates = layout.rates
    cut = layout.column > 0 and line.text[:1].islower() and goes_on(line.text) and rates[place] == NONE
    unfinished = len(last) > 15 and closure(last) < 0 and rates[place] < LIKELY
    paired = line.text[:1] in "【" or (line.cut and not _begins(open_group, line, place, layout))
    if cut or unfinished or paired:
        open_group.append(line)
    else:
        groups.append([line])


def _must_go_on(open_group: Group, line: Line, rate: int) -> bool:
    if rate >= LIKELY:
        return False
    return (line.text[:1].islower() and goes_on(line.text)) or (
        rate == NONE and closure(open_group[-1].text) < 0 and not re.search(r"[.。]$", open_group[-1].text)
    )


def _indented_starts(lines: Sequence[Line], rates: _Rates, places: range) -> frozenset[int] | None:
    """Name the lines that begin entries by a hanging or a first line's indent; None without indents."""
    base = min(lines[place].indent for place in places)
    low = [place for place in places if lines[place].indent <= base]
    high = [place for place in places if lines[place].indent > base]
    if not high or not low or any(lines[place].marked for place in places):
        return None
    mean_low = sum(rates[place] for place in low) / len(low)
    mean_high = sum(rates[place] for place in high) / len(high)
    if places[0] in high:
        return frozenset(high) if mean_high > max(mean_low, 1) or (mean_high > mean_low and rates[places[0]]) else None
    return frozenset(low) if mean_low + 1 > mean_high else frozenset(high)


def _begins(open_group: Group, line: Line, place: int, layout: _Layout) -> bool:
    """Tell whether a line without number or indent begins an entry."""
    previous, rates = open_group[-1], layout.rates
    if _is_pair(open_group, line):
        return True
    if layout.numbered and open_group[0].marked and not _may_lack_number(open_group, line, place, layout):
        return False
    if not layout.column:
        shut = closure(previous.text)
        if shut == 0 and rates[place] == NONE and rates.shut:
            return False
        return not continues(previous.text, line.text, shut, lambda: rates[place], open_group)
    if goes_on(line.text) or closes(previous.text, line.text):
        return False
    return _begins_wrapped(open_group, line, rates[place], layout)


def _is_pair(open_group: Group, line: Line) -> bool:
    """Tell whether a line begins the English form of a Chinese entry, which is joined to it later."""
    if not _PAIR.match(line.text) or closure(open_group[-1].text) < 0:
        return False
    begun = open_group[0].text
    return begun[:1] in "【[(（［" or han_share(begun) >= 0.4


def _may_lack_number(open_group: Group, line: Line, place: int, layout: _Layout) -> bool:
    """Tell whether an entry without a number may begin among numbered ones: behind the last, or behind a short line."""
    if closure(open_group[-1].text) <= 0 or not _is_complete(open_group, layout):
        return False
    inside = line.start < layout.last_number
    if inside and _is_full(open_group[-1], line, layout.column):
        return False
    return layout.rates[place] >= (SURE if inside else LIKELY)


def _begins_wrapped(open_group: Group, line: Line, rate: int, layout: _Layout) -> bool:
    """Weigh how the line before ends, whether it is full, and what the line looks like."""
    previous = open_group[-1]
    fill, known = layout.rates.fill
    full = _filling(previous, line) >= fill * layout.column
    shut = closure(_AFTER_SLASH.sub("", " ".join(one.text for one in open_group[-4:])))
    complete = _is_complete(open_group, layout)
    if shut < 0:
        return rate >= SURE and complete and not full and not _COMMA_END.search(previous.text)
    if full:
        least = LIKELY if shut > 0 else SURE
        return rate >= least and complete and (shut > 0 or not layout.rates.shut)
    if rate >= LIKELY:
        return True
    if rate == POSSIBLE:
        return shut > 0 and (complete or not layout.dated)
    return shut > 0 and complete and (known or previous.width < _CLEARLY_SHORT * layout.column)


_COMMA_END: Final = re.compile(r"[,，、:：&-]$")
# The English form of a Chinese entry, in brackets: it is joined to its entry later (`pairs`)
_PAIR: Final = re.compile(r"【\s?[A-Z“\"]|[\[［]\s?[A-Z“\"][^\]］]{16}|[(（]\s?[A-Z“\"][^)）]{6}")
_AFTER_SLASH: Final = re.compile(r"(?<=/)\s")


def _is_full(previous: Line, line: Line, column: int) -> bool:
    """Tell whether a line may have been wrapped: the next one's first word did not fit behind it."""
    return column > 0 and _filling(previous, line) >= _SHORT * column


def _filling(previous: Line, line: Line) -> int:
    """Answer how many columns a line would take with the first word of the next one."""
    first = _FIRST_WORD.match(line.text)
    word = width(first.group()) if first else 0
    blank = not (first and _WIDE_FIRST.match(first.group()))
    return previous.width + blank + word


_WIDE_FIRST: Final = re.compile("[\u3000-\u303f\u3041-\u9fff\uff00-\uffef]")


_FIRST_WORD: Final = re.compile(
    "[\u3000-\u303f\u3041-\u9fff\uff00-\uffef]|[^\\s\u3000-\u303f\u3041-\u9fff\uff00-\uffef]+"
)


def _is_complete(open_group: Group, layout: _Layout) -> bool:
    """Tell whether an entry has what the entries of its list have: a year."""
    if not layout.dated or any(is_dated(line.text) for line in open_group[-8:]):
        return True
    return is_prose(" ".join(line.text for line in open_group[:8]))
