"""A cleaned text → its lines, their numbers and bullets cut off.

A number counts only where numbers count on (`[1]`, `[2]`, …), for a wrapped line may begin with any number; where
none does, a mark before a single entry is one too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from tipcite.formats.reftext.begins import closure, strength
from tipcite.formats.reftext.headings import is_heading
from tipcite.formats.reftext.source import LINE_BREAK, Source

BLANKS: Final = " \t\u3000\xa0\ufeff\u200b\u2002\u2003\u2009"
_WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its number: `text` stands at `start` of the cleaned text."""

    text: str
    start: int
    indent: int
    soft: bool = False
    """A line break of the word processor stood before it that ends no paragraph, where others do."""
    gap: bool = False
    """A blank line stood before it."""
    marked: bool = False
    """A number or bullet stood before it."""
    heading: bool = False
    """It is a heading: it is no part of an entry."""
    cut: bool = False
    """A page's end stood before it: its header or number was taken out."""

    @property
    def width(self) -> int:
        """Its width with the indent, Han characters two wide."""
        return self.indent + width(self.text)


def width(text: str) -> int:
    """Answer how many columns a text takes, Han characters two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def physical_lines(source: Source) -> list[Line]:
    """Cut a text at its line breaks; blank lines are only remembered."""
    lines: list[Line] = []
    text = source.text
    begin, gap, soft = 0, False, False
    has_soft = "\x0b" in text and ("\n" in text or "\r" in text)
    for end, after in [*((match.start(), match.end()) for match in LINE_BREAK.finditer(text)), (len(text), len(text))]:
        whole = text[begin:end]
        body = whole.strip(BLANKS)
        if body:
            indent = len(whole) - len(whole.lstrip(BLANKS))
            lines.append(
                Line(text=body, start=begin + indent, indent=width(whole[:indent].expandtabs(4)), gap=gap, soft=soft)
            )
        gap = not body
        soft = has_soft and text[end:after] == "\x0b"
        begin = after
    return lines


# Numbers and bullets

_NUMBER: Final = re.compile(
    r"(?P<open>[\[(（［【〔^]|[註注]\s?|)(?P<digits>\d{1,3}(?!\d)|[①-⑳]|"
    r"[⁰¹²³⁴-⁹]{1,3})(?P<close>\s?[:：.．、]|[\])）］】〕][.．、:：]?|\.\)|[.．)）、]|)"
    r"(?P<blank>[\s\u3000]*)"
)
_BULLET: Final = re.compile(
    r"(?:[•‧・●○◆◇■□▪►▶➢✓※\uf0b7]\s*|·\s*(?!\d)|[-*–—+]\s+(?![-–—.,(:])|[一二三四五六七八九十]{1,3}、\s*|"
    r"[（(][一二三四五六七八九十]{1,3}[）)]\s*)(?=\S)"
)
_DASHED_NUMBER: Final = re.compile(r"[-–—·]\s*\d{1,4}\s*[-–—·]?")
_CIRCLES: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HALF: Final = str.maketrans("（［【〔）］】〕．、：", "([[[)]]].,:")


# What follows the number of an issue or a page, `（3）：45-58`, and no number of an entry; nothing may follow one.
_NO_TEXT: Final = frozenset(":：,，.。;；)）-–—、")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number before a line: its style, its count, and where the line's own text begins."""

    style: str
    count: int
    end: int
    after: str
    before: str


def unnumbered(lines: list[Line]) -> list[Line]:
    """Cut numbers and bullets off lines, and lines where the next number stands inside one."""
    found = [_mark(line.text) for line in lines]
    styles = _styles(lines, found)
    made: list[Line] = []
    last: dict[str, int] = {}
    lone: _Mark | None = None
    latest: _Mark | None = None
    for place, (line, seen) in enumerate(zip(lines, found, strict=True)):
        before = lines[place - 1].text if place and not line.gap else ""
        mark = seen if seen is not None and _counts(seen, styles, last, line, before) else None
        is_lone = mark is not None and mark.end >= len(line.text)
        if mark is not None and is_lone and place + 1 < len(lines) and mark.style in styles:
            last[mark.style], lone = mark.count, mark
            made.append(replace(line, text="", marked=True))
            continue
        latest = (None if is_lone else mark) or lone or latest
        made.extend(_cut(line, None if is_lone else mark, latest, last))
        lone = None
    return _without_lone_numbers(made)


def _without_lone_numbers(lines: list[Line]) -> list[Line]:
    """Let a number on a line of its own mark the line behind it."""
    kept: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        if not line.text:
            waiting = line
            continue
        kept.append(replace(line, marked=True, gap=waiting.gap) if waiting else line)
        waiting = None
    return kept


def _mark(text: str) -> _Mark | None:
    if text[0].isalpha() and text[0] not in "註注":
        return None
    match = _NUMBER.match(text)
    if match is None or match.end("digits") == match.start("digits"):
        return None
    opener, closer = match["open"].strip().translate(_HALF), match["close"].strip().translate(_HALF)
    digits = match["digits"]
    circle = _CIRCLES.find(digits) + 1 if digits in _CIRCLES else 0
    raised = digits[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹"
    count = circle or int(digits.translate(_RAISED))
    rest = text[match.end() :]
    if (rest and rest[0] in _NO_TEXT) or (":" in closer and opener not in ("註", "注")):
        return None
    style = f"{opener}{'①' if circle else '¹' if raised else '#'}{closer}"
    if style in ("#.", "#)") and (
        rest[:1].isdigit() or (not match["blank"] and rest[:1].isascii() and rest[:1].islower())
    ):
        return None
    if style in ("[#", "(#") or (style == "#" and rest[:1] and not (match["blank"] or rest[0].isalpha())):
        return None
    if style == "#" and re.match(r"[A-Za-z]", rest) and not match["blank"] and rest[:1].islower():
        return None
    if style == "#" and re.match(r"[年月日卷期版頁页]", rest):
        return None
    return _Mark(style, count, match.end(), match["close"], text[: match.start("digits")])


def _styles(lines: list[Line], found: list[_Mark | None]) -> frozenset[str]:
    """Choose the styles whose numbers count on; bare numbers only when they begin with 1 and nothing else counts."""
    last: dict[str, int] = {}
    steps: Counter[str] = Counter()
    begun: dict[str, int] = {}
    for mark in found:
        if mark is None:
            continue
        if mark.count == 1:
            begun[mark.style] = begun.get(mark.style, 0) + 1
        if mark.count == last.get(mark.style, 0) + 1:
            steps[mark.style] += mark.count > 1
            last[mark.style] = mark.count
        elif mark.count == 1 or mark.style not in last:
            last[mark.style] = mark.count
    counted = {style for style, count in steps.items() if count >= (1 if begun.get(style) else 2) and style != "#"}
    if "#" in steps and steps["#"] >= 2 and begun.get("#") and not counted and _are_entries(lines, found):
        counted.add("#")
    return frozenset(counted)


def _are_entries(lines: list[Line], found: list[_Mark | None]) -> bool:
    """Tell whether bare numbers stand before entries, on their line or above it: those of pages stand far apart."""
    places = [place for place, mark in enumerate(found) if mark is not None and mark.style == "#"]
    begun = 0
    for place in places:
        mark = found[place]
        rest = lines[place].text[mark.end :] if mark else ""
        if not rest:
            rest = lines[place + 1].text if place + 1 < len(lines) else ""
        begun += strength(rest) > 0
    return begun >= 0.6 * len(places)


_FARTHEST: Final = 5


def _counts(mark: _Mark, styles: frozenset[str], last: dict[str, int], line: Line, before: str) -> bool:
    """Tell whether a number before a line is the entry's: it counts on, begins again, or no numbers count here."""
    if not styles:
        rest = line.text[mark.end :]
        if mark.style == "#" or is_heading(line.text) or (before and closure(before) < 0):
            return False
        return mark.style != "(#)" or rest[:1].isalpha() or rest[:1] in "〈《“「"
    if mark.style not in styles or (mark.style == "#" and before and closure(before) < 0):
        return False
    latest = last.get(mark.style)
    if latest is None or mark.count == 1:
        return True
    return mark.count == latest + 1 or (mark.style != "#" and latest < mark.count <= latest + _FARTHEST)


def _cut(line: Line, mark: _Mark | None, latest: _Mark | None, last: dict[str, int]) -> list[Line]:
    """Take the number or bullet off a line, and part it where numbers in it count on."""
    body = line.text
    begin, marked = 0, False
    if mark is not None:
        begin, marked = mark.end, True
        last[mark.style] = mark.count
    elif not is_heading(body):
        bullet = _BULLET.match(body)
        if bullet is not None and not _DASHED_NUMBER.fullmatch(body):
            begin, marked = bullet.end(), True
    cuts = _next_numbers(body, begin, latest, last)
    starts = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(body)]
    return [
        Line(
            text=body[start:end].rstrip(BLANKS),
            start=line.start + start,
            indent=line.indent,
            soft=line.soft and number == 0,
            gap=line.gap and number == 0,
            marked=marked or number > 0,
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _next_numbers(body: str, index: int, mark: _Mark | None, last: dict[str, int]) -> list[tuple[int, int]]:
    """Find the places of the numbers that follow a line's, each behind the end of an entry."""
    cuts: list[tuple[int, int]] = []
    if mark is None or mark.style in ("#", "¹"):
        return cuts
    while True:
        count = last[mark.style] + 1
        shown = _CIRCLES[count - 1] if mark.style == "①" and count <= len(_CIRCLES) else str(count)
        written = re.escape(mark.before) + shown + re.escape(mark.after.strip())
        # `[3]` ends what stands before it, whatever that is; `3.` and `(3)` may be a volume and an issue
        behind = r"(?<=\S)" if mark.style == "[#]" else r"(?<=[.。．/\])）;；])"
        match = re.compile(rf"{behind}\s*{written}\s*(?=[^\W\d]|[\[［〈《「“\"])").search(body, index)
        if match is None:
            return cuts
        cuts.append(match.span())
        last[mark.style], index = count, match.end()
