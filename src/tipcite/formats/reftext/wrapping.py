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
from typing import Final

from tipcite.formats.reftext.aside import is_prose
from tipcite.formats.reftext.begins import LIKELY, NONE, POSSIBLE, SURE
from tipcite.formats.reftext.endings import closure
from tipcite.formats.reftext.lines import Line
from tipcite.formats.reftext.rates import FULL, MOST_BEGUN, Rates, filling, is_full
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.unwrapped import closes, continues, is_dated

Group = list[Line]

_NARROWEST: Final = 24
_WIDEST: Final = 180
_CLEARLY_SHORT: Final = 0.75
_LEAST_FULL: Final = 0.25


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
    rates: Rates


def group(lines: Sequence[Line]) -> list[Group]:
    """Put the lines of each entry together; a heading is a group of its own."""
    rates = Rates(lines)
    spaced = _single_spaced(lines, rates)
    if spaced is not None:
        lines, rates = spaced, Rates(spaced, rates)
    plain = [place for place, line in enumerate(lines) if not line.heading]
    rates.column = _column(rates, plain, lambda column: rates.are_wrapped(plain, column))
    layout = _layout(lines, rates)
    groups: list[Group] = []
    for begin, end in _blocks(lines):
        _group_block(lines, rates, range(begin, end), layout, groups)
    return groups


def _layout(lines: Sequence[Line], rates: Rates) -> _Layout:
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


def _column(rates: Rates, places: Sequence[int], are_wrapped: Callable[[int], bool]) -> int:
    """Find the width at which a list was wrapped: many lines reach it, and not nearly every line begins an entry."""
    if len(places) < 3:
        return 0
    widths = sorted(rates.widths[place] for place in places)
    while len(widths) > 0.85 * len(places) and widths[-1] > _WIDEST:
        widths.pop()
    column = widths[min(len(widths) - 1, int(0.96 * len(widths)))]
    if not _NARROWEST <= column <= _WIDEST:
        return 0
    full = sum(one >= FULL * column for one in widths)
    return column if full >= _LEAST_FULL * len(widths) and are_wrapped(column) else 0


def _single_spaced(lines: Sequence[Line], rates: Rates) -> list[Line] | None:
    """Forget the blank lines of a list that has one behind every line of its entries; None where it has not."""
    inner = [line for line in lines[1:] if not line.cut]
    gaps = sum(line.gap for line in inner)
    if len(inner) < 3 or gaps < 0.9 * len(inner):
        return None
    body = [place for place, line in enumerate(lines) if not line.heading]
    most = MOST_BEGUN * len(body)
    column = _column(rates, body, lambda _: sum(rates.alone(place) >= LIKELY for place in body) <= most)
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


def _group_block(lines: Sequence[Line], rates: Rates, places: range, layout: _Layout, groups: list[Group]) -> None:
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
            begins = place in starts and not _must_go_on(open_group, line, place, rates)
            groups.append([line]) if begins else open_group.append(line)
        elif _begins(open_group, line, place, layout):
            groups.append([line])
        else:
            open_group.append(line)


def _after_gap(line: Line, place: int, layout: _Layout, groups: list[Group]) -> None:
    """A blank line ends an entry, but for one that a page's end has cut."""
    open_group = groups[-1]
    rates = layout.rates
    cut = layout.column > 0 and line.text[:1].islower() and rates.goes_on(place) and rates[place] == NONE
    unfinished = len(open_group[-1].text) > 15 and rates.closure(place - 1) < 0 and rates[place] < LIKELY
    paired = line.text[:1] in "【" or (line.cut and not _begins(open_group, line, place, layout))
    if cut or unfinished or paired:
        open_group.append(line)
    else:
        groups.append([line])


def _must_go_on(open_group: Group, line: Line, place: int, rates: Rates) -> bool:
    if rates[place] >= LIKELY:
        return False
    return (line.text[:1].islower() and rates.goes_on(place)) or (
        rates[place] == NONE and rates.closure(place - 1) < 0 and not open_group[-1].text.endswith((".", "。"))
    )


def _indented_starts(lines: Sequence[Line], rates: Rates, places: range) -> frozenset[int] | None:
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
    rates = layout.rates
    if _PAIR.match(line.text) and rates.closure(place - 1) >= 0 and _is_chinese(open_group[0].text):
        return True
    if layout.numbered and open_group[0].marked and not _may_lack_number(open_group, line, place, layout):
        return False
    if not layout.column:
        if rates.closure(place - 1) == 0 and rates[place] == NONE and rates.shut:
            return False
        return not continues(rates, place, open_group)
    if rates.goes_on(place) or closes(open_group[-1].text, line.text):
        return False
    return _begins_wrapped(open_group, line, rates[place], layout)


def _is_chinese(begun: str) -> bool:
    """Tell of an entry's first line whether an English form of the entry may follow, which is joined to it later."""
    return begun[:1] in "【[(（［" or han_share(begun) >= 0.4


def _may_lack_number(open_group: Group, line: Line, place: int, layout: _Layout) -> bool:
    """Tell whether an entry without a number may begin among numbered ones: behind the last, or behind a short line."""
    if layout.rates.closure(place - 1) <= 0 or not _is_complete(open_group, layout):
        return False
    inside = line.start < layout.last_number
    if inside and is_full(open_group[-1], line, layout.column):
        return False
    return layout.rates[place] >= (SURE if inside else LIKELY)


def _begins_wrapped(open_group: Group, line: Line, rate: int, layout: _Layout) -> bool:
    """Weigh how the line before ends, whether it is full, and what the line looks like."""
    previous = open_group[-1]
    fill, known = layout.rates.fill
    full = filling(previous, line) >= fill * layout.column
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
# The English form of a Chinese entry, in brackets
_PAIR: Final = re.compile(r"【\s?[A-Z“\"]|[\[［]\s?[A-Z“\"][^\]］]{16}|[(（]\s?[A-Z“\"][^)）]{6}")
_AFTER_SLASH: Final = re.compile(r"(?<=/)\s")


def _is_complete(open_group: Group, layout: _Layout) -> bool:
    """Tell whether an entry has what the entries of its list have: a year."""
    if not layout.dated or any(is_dated(line.text) for line in open_group[-8:]):
        return True
    return is_prose(" ".join(line.text for line in open_group[:8]))
