"""A pasted text → its lines in blocks: which begin with a number or bullet, and where numbers stand inside a line.

A number counts only where the text goes on counting: `(2), 45-78` at the begin of a wrapped line is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tipcite.formats.reftext.headings import is_heading, is_page_number
from tipcite.formats.reftext.rawentry import Line

BLANKS: Final = " \t\u3000\xa0\ufeff"
_LINE_END: Final = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]")
_BULLET: Final = re.compile(
    r"(?:[•‧●○◆■▪►\-*–—]\s+|\[\d{1,4}\]\s*|\(\d{1,3}\)\s*(?=\D)|（\d{1,3}）\s*"
    r"|［\d{1,4}］\s*|【\d{1,3}】\s*|\d{1,3}[.．)]\s+(?=\D)|\d{1,3}[.．](?=[\u3400-\u9fff])"
    r"|\d{1,3}、\s*|[①-⑳]\s*|[註注]\s?\d{1,3}\s?[:：.．、]\s*"
    r"|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十]{1,3}[）)]\s*)"
)
_DIGITS: Final = re.compile(r"\d+")

Style = tuple[str, str]
"""What stands before and behind a number: `[` and `]`."""


@dataclass(frozen=True, slots=True)
class _Physical:
    body: str
    number: int
    indent: int
    wide: int
    """How many columns more than characters its indent has: full-width blanks."""
    bullet: str
    style: Style | None
    """Of a bullet that counts."""
    count: int


def blocks_of(text: str) -> list[list[Line]]:
    """Cut a text into lines, in blocks that blank lines part."""
    physical = [_physical(line, number) for number, line in enumerate(_LINE_END.split(text), start=1)]
    counting = _counting([one for one in physical if one is not None])
    blocks: list[list[Line]] = [[]]
    last: tuple[Style, int] | None = None
    for one in physical:
        if one is None:
            if blocks[-1]:
                blocks.append([])
            continue
        lines, last = _lines(one, counting, last)
        blocks[-1].extend(lines)
    return [block for block in blocks if block]


def _physical(line: str, number: int) -> _Physical | None:
    body = line.lstrip(BLANKS)
    if not body.rstrip(BLANKS):
        return None
    indent = len(line) - len(body)
    wide = line.count("\u3000", 0, indent) + 3 * line.count("\t", 0, indent)
    match = None if is_heading(body) or is_page_number(body) else _BULLET.match(body)
    if match is None or not body[match.end() :].rstrip(BLANKS):
        return _Physical(body, number, indent, wide, "", None, 0)
    digits = _DIGITS.search(match.group())
    style = None
    if digits:
        before, after = match.group().split(digits.group(), 1)
        style = (before.strip(), after.strip())
    count = int(digits.group()) if digits else 0
    return _Physical(body, number, indent, wide, match.group(), style, count)


def _counting(lines: Sequence[_Physical]) -> frozenset[Style]:
    """Choose the styles of numbers that count on from line to line; a lone one counts at the begin of the text."""
    counts: dict[Style, list[int]] = {}
    for line in lines:
        if line.style is not None:
            counts.setdefault(line.style, []).append(line.count)
    chosen = set()
    for style, numbers in counts.items():
        steps = sum(right in (left + 1, left + 2, 1) for left, right in pairwise(numbers))
        alone = len(numbers) == 1 and lines[0].style == style
        if alone or (len(numbers) > 1 and 2 * steps >= len(numbers) - 1):
            chosen.add(style)
    return frozenset(chosen)


def _lines(
    one: _Physical, counting: frozenset[Style], last: tuple[Style, int] | None
) -> tuple[list[Line], tuple[Style, int] | None]:
    """Make a physical line one or, where numbers in it count on (`[1] … [2] …`), several lines."""
    marked = bool(one.bullet) and (one.style is None or _is_next(one, counting, last))
    begin = len(one.bullet) if marked else 0
    if marked and one.style is not None:
        last = (one.style, one.count)
    cuts: list[tuple[int, int]] = []
    if last is not None:
        cuts, last = _next_numbers(one.body, begin, last)
    starts = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(one.body)]
    lines = [
        Line(
            text=one.body[start:end].rstrip(),
            number=one.number,
            column=one.indent + start + 1,
            indent=one.indent + one.wide,
            marked=marked or place > 0,
        )
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return lines, last


def _is_next(one: _Physical, counting: frozenset[Style], last: tuple[Style, int] | None) -> bool:
    if one.style not in counting:
        return False
    if last is None or last[0] != one.style:
        return True
    return one.count == 1 or last[1] < one.count <= last[1] + 9


def _next_numbers(body: str, index: int, last: tuple[Style, int]) -> tuple[list[tuple[int, int]], tuple[Style, int]]:
    """Find the places of the numbers that follow the last one's, each behind the end of an entry."""
    cuts: list[tuple[int, int]] = []
    while True:
        (before, after), count = last[0], last[1] + 1
        if body.find(str(count), index) < 0:
            break
        mark = re.escape(before) + str(count) + re.escape(after)
        # Brackets say enough; a bare number needs the end of an entry before it.
        lead = r"(?<=\S)\s*" if before in _BRACKETS else r"(?<=[.。/\])）])\s*"
        match = re.compile(rf"{lead}{mark}\s*(?=[^\W\d]|[［〔\[〈《“「\"'‘（(])").search(body, index)
        if match is None:
            break
        cuts.append(match.span())
        last, index = (last[0], count), match.end()
    return cuts, last


_BRACKETS: Final = ("[", "［", "【")
