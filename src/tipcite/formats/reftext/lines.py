"""A cleaned text → its lines, their numbers and bullets cut off.

A number counts only where numbers count on (`[1]`, `[2]`, …), for a wrapped line may begin with any number; where
none does, a mark before a single entry is one too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tipcite.formats.reftext.begins import strength
from tipcite.formats.reftext.endings import closure
from tipcite.formats.reftext.headings import is_heading
from tipcite.formats.reftext.source import Source

BLANKS: Final = " \t\u3000\xa0\ufeff\u200b\u2002\u2003\u2009"
# (A set before the repeated one: the search runs to the next of its characters.)
_WIDES: Final = (
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
_WIDE: Final = re.compile(f"{_WIDES}{_WIDES}*")


class Line(NamedTuple):
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
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))


def physical_lines(source: Source, breaks: Sequence[tuple[int, int]]) -> list[Line]:
    """Cut a text at its line breaks; blank lines are only remembered."""
    lines: list[Line] = []
    text = source.text
    begin, gap, soft = 0, False, False
    has_soft = "\x0b" in text and ("\n" in text or "\r" in text)
    for end, after in (*breaks, (len(text), len(text))):
        whole = text[begin:end]
        body = whole.strip(BLANKS)
        if body:
            cut = 0 if whole[0] == body[0] else len(whole) - len(whole.lstrip(BLANKS))
            indent = width(whole[:cut].expandtabs(4)) if cut else 0
            lines.append(Line(body, begin + cut, indent, soft, gap))
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


class _Mark(NamedTuple):
    """A number before a line: its style, its number, and where the line's own text begins."""

    style: str
    number: int
    end: int
    after: str
    before: str


def unnumbered(lines: list[Line]) -> list[Line]:
    """Cut numbers and bullets off lines, and lines where the next number stands inside one."""
    found = [_mark(line.text) for line in lines]
    if not any(found):
        return [_behind(line, _bullet_end(line.text)) for line in lines]
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
            last[mark.style], lone = mark.number, mark
            made.append(line._replace(text="", marked=True))
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
        kept.append(line._replace(marked=True, gap=waiting.gap) if waiting else line)
        waiting = None
    return kept


def _mark(text: str) -> _Mark | None:
    first = text[0]
    if first.isalpha() and first not in "註注":
        return None
    match = _NUMBER.match(text)
    if match is None or not match["digits"]:
        return None
    before, digits, after, blank = match.groups()
    opener, closer = _half(before), _half(after)
    circle = _CIRCLES.find(digits) + 1 if digits in _CIRCLES else 0
    raised = digits[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹"
    count = circle or int(digits.translate(_RAISED) if raised else digits)
    end = match.end()
    following = text[end : end + 1]
    if (following and following in _NO_TEXT) or (":" in closer and opener not in ("註", "注")):
        return None
    style = f"{opener}{'①' if circle else '¹' if raised else '#'}{closer}"
    if style in ("#.", "#)") and (following.isdigit() or (not blank and following.isascii() and following.islower())):
        return None
    if style in ("[#", "(#") or (style == "#" and _is_no_number(following, blank)):
        return None
    return _Mark(style, count, end, after, before)


def _half(text: str) -> str:
    return text.strip() if text.isascii() else text.strip().translate(_HALF)


def _is_no_number(following: str, blank: str) -> bool:
    """Tell by what stands behind bare figures whether they are a quantity, a part of a word or a date."""
    if following and not (blank or following.isalpha()):
        return True
    return following in _COUNTED or (not blank and following.isascii() and following.islower())


_COUNTED: Final = frozenset("年月日卷期版頁页")


def _styles(lines: list[Line], found: list[_Mark | None]) -> frozenset[str]:
    """Choose the styles whose numbers count on; bare numbers only when they begin with 1 and nothing else counts."""
    last: dict[str, int] = {}
    steps: dict[str, int] = {}
    begun: dict[str, int] = {}
    for mark in found:
        if mark is None:
            continue
        if mark.number == 1:
            begun[mark.style] = begun.get(mark.style, 0) + 1
        if mark.number == last.get(mark.style, 0) + 1:
            steps[mark.style] = steps.get(mark.style, 0) + (mark.number > 1)
            last[mark.style] = mark.number
        elif mark.number == 1 or mark.style not in last:
            last[mark.style] = mark.number
    counted = {style for style, count in steps.items() if count >= (1 if begun.get(style) else 2) and style != "#"}
    if steps.get("#", 0) >= 2 and begun.get("#") and not counted and _are_entries(lines, found):
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
    if latest is None or mark.number == 1:
        return True
    return mark.number == latest + 1 or (mark.style != "#" and latest < mark.number <= latest + _FARTHEST)


def _cut(line: Line, mark: _Mark | None, latest: _Mark | None, last: dict[str, int]) -> list[Line]:
    """Take the number or bullet off a line, and part it where numbers in it count on."""
    body = line.text
    if mark is not None:
        begin = mark.end
        last[mark.style] = mark.number
    else:
        begin = _bullet_end(body)
    cuts = _next_numbers(body, begin, latest, last) if latest is not None else []
    if not cuts:
        return [_behind(line, begin)]
    starts = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(body)]
    return [
        Line(
            text=body[start:end].rstrip(BLANKS),
            start=line.start + start,
            indent=line.indent,
            soft=line.soft and number == 0,
            gap=line.gap and number == 0,
            marked=begin > 0 or number > 0,
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _bullet_end(body: str) -> int:
    """Answer where the text behind a line's bullet begins; 0 without one."""
    bullet = _BULLET.match(body)
    return 0 if bullet is None or is_heading(body) or _DASHED_NUMBER.fullmatch(body) else bullet.end()


def _behind(line: Line, begin: int) -> Line:
    """Answer what of a line stands behind its number or bullet."""
    return line._replace(text=line.text[begin:], start=line.start + begin, marked=True) if begin else line


def _next_numbers(body: str, index: int, mark: _Mark, last: dict[str, int]) -> list[tuple[int, int]]:
    """Find the places of the numbers that follow a line's, each behind the end of an entry."""
    cuts: list[tuple[int, int]] = []
    if mark.style in ("#", "¹"):
        return cuts
    # `[3]` ends what stands before it, whatever that is; `3.` and `(3)` may be a volume and an issue
    anywhere = mark.style == "[#]"
    after = mark.after.strip()
    while True:
        count = last[mark.style] + 1
        shown = _CIRCLES[count - 1] if mark.style == "①" and count <= len(_CIRCLES) else str(count)
        span = _find_number(body, f"{mark.before}{shown}{after}", index, anywhere=anywhere)
        if span is None:
            return cuts
        cuts.append(span)
        last[mark.style], index = count, span[1]


def _find_number(body: str, written: str, index: int, *, anywhere: bool) -> tuple[int, int] | None:
    """Find a number as this list writes it, with the blanks around it, behind the end of an entry and before a text."""
    place = body.find(written, index)
    while place >= 0:
        begin = place
        while begin > index and body[begin - 1].isspace():
            begin -= 1
        before = body[begin - 1] if begin else " "
        if before in _ENTRY_ENDS or (anywhere and not before.isspace()):
            following = _TEXT_NEXT.match(body, place + len(written))
            if following is not None:
                return begin, following.end()
        place = body.find(written, place + 1)
    return None


_ENTRY_ENDS: Final = frozenset(".。．/])）;；")
_TEXT_NEXT: Final = re.compile(r"\s*(?=[^\W\d]|[\[［〈《「“\"])")
