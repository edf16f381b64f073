"""Which lines of a pasted list are one entry.

Told by numbers, by indents, by blank lines, by the width of the page (a line into which the next word would have
gone is an entry's last), and where none of these speaks by how a line ends and the next begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word
from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.headings import is_heading
from tipcite.formats.reftext.rawentry import Line, columns
from tipcite.formats.reftext.scan import ABBREVIATIONS, match_brackets
from tipcite.lang import is_institution, split_chinese_name

_FEWEST_LINES: Final = 6
_WIDEST_PAGE: Final = 140
# How much of the width a full line takes at least: words are not cut, and letters are not equally wide.
_FULL: Final = 0.8
_FITS: Final = 0.88
# What share of the lines is full or nearly so where lines are wrapped.
_CLUSTER: Final = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a text is set: `width` of its page in columns, 0 where its lines are not wrapped; entries by blank lines."""

    width: int
    blank: bool
    marked: bool


def layout_of(blocks: Sequence[Sequence[Line]]) -> Layout:
    """Find out how a text is set."""
    lines = [line for block in blocks for line in block if not is_heading(line.text)]
    pairs = [pair for block in blocks for pair in pairwise(block)]
    breaks = [_is_closed(left.text) and starts_reference(right.text) for left, right in pairs]
    return Layout(
        width=_width(lines, pairs, breaks),
        blank=len(blocks) > 2 and sum(breaks) <= 0.25 * len(pairs),
        marked=sum(line.marked for line in lines) >= 2,
    )


def _width(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], breaks: Sequence[bool]) -> int:
    """Answer the page's width, 0 where each entry is a line: then a long line is an entry's end as often as others."""
    widths = sorted(line.width for line in lines)
    if len(widths) < _FEWEST_LINES:
        return 0
    # A few lines are wider than the page: addresses are not cut.
    widest = next((one for one in reversed(widths) if _count_near(widths, one) >= _CLUSTER * len(widths)), widths[-1])
    full = [ends for (left, _), ends in zip(pairs, breaks, strict=True) if left.width >= _FULL * widest]
    if sum(one > 1.1 * widest for one in widths) > 0.06 * len(widths):
        return 0
    wrapped = widest <= _WIDEST_PAGE and len(full) >= 0.3 * len(widths) and sum(full) <= 0.5 * len(full)
    return widest if wrapped else 0


def _count_near(widths: Sequence[int], width: int) -> int:
    """Count the widths, in their order, that a width exceeds by a tenth at most."""
    return bisect_right(widths, width) - bisect_left(widths, 0.9 * width)


def group_lines(block: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """Put the lines of one entry together."""
    if len(block) == 1:
        return [list(block)]
    groups: list[list[Line]] = []
    base = min(line.indent for line in block)
    # One blank is no indent, but one that the wrapping left.
    indented = {line.indent > base + 1 for line in block} == {True, False}
    hanging = indented and block[0].indent <= base + 1
    first_line = indented and not hanging and not any(line.marked for line in block)
    for line in block:
        previous = groups[-1][-1] if groups else None
        if previous is None or is_heading(line.text) or is_heading(previous.text) or line.marked:
            groups.append([line])
        elif layout.marked and groups[-1][0].marked:
            groups[-1].append(line)
        elif hanging or first_line:
            groups[-1].append(line) if (line.indent > base + 1) == hanging else groups.append([line])
        elif layout.blank or goes_on(previous, line, layout.width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


_LEADS: Final = re.compile(
    r"https?://|www\.|doi:|10\.\d{4}|取自|檢自|檢索|上網日期|Retrieved|Accessed|Available|From http"
    r"|[)）\]】〉》」”』,，;；。:：、.]",
    re.IGNORECASE,
)
_OPEN_END: Final = re.compile(
    r"(?:[,，、:：;；&（(\-/]|\b(?:and|of|the|in|for|vol\.|no\.|pp\.|from|on|to|a)|https?://)$", re.IGNORECASE
)
_ADDRESS_END: Final = re.compile(r"https?://\S+$")


def goes_on(previous: Line, line: Line, width: int) -> bool:
    """Tell whether a line goes on with the entry of the line before it; `width` is the page's, 0 if not known."""
    body, last = line.text.strip(), previous.text.rstrip()
    if _closes(last, body) or _LEADS.match(body) or _is_pair(body):
        return True
    if body[:1].islower() and not re.match(r"(?:de|van|von|di|da|la|le|al)\b", body):
        return True
    if not width:
        if last.endswith(("。", ".", "．", "】", "]")) or _ADDRESS_END.search(last):
            return False
        if starts_surely(body):
            return False
        return bool(_OPEN_END.search(last)) or not (starts_reference(body) or _may_begin(body))
    if _OPEN_END.search(last):
        return True
    if starts_surely(body):
        return False
    fits = previous.width + 1 + columns(_first_word(body)) <= _FITS * width
    return not fits and not (_is_closed(last) and starts_reference(body))


def _first_word(body: str) -> str:
    return body[:1] if body[:1] > "\u2e80" else body.split(" ", 1)[0]


def _is_pair(body: str) -> bool:
    """`【Wang, T.-J. (1999). …】` belongs to the entry before it; `[英]格林. 书` is one of its own."""
    if body[:1] not in ("【", "["):
        return False
    pairs, _ = match_brackets(body)
    return pairs.get(0) == len(body.rstrip(" .。")) - 1


_PAIRS: Final = {"”": "“", "〉": "〈", "》": "《", "」": "「", "』": "『", ")": "(", "）": "（"}
_PAIR_MARK: Final = re.compile("[" + "".join((*_PAIRS, *_PAIRS.values())) + "]")


def _closes(previous: str, body: str) -> bool:
    """Tell whether the first mark of a line closes one that the line before has left open."""
    first = _PAIR_MARK.search(body)
    opener = _PAIRS.get(first.group(), "") if first else ""
    return bool(opener) and first is not None and previous.count(opener) > previous.count(first.group())


def _is_closed(text: str) -> bool:
    """Tell whether a line may be an entry's last: a stop that no abbreviation has, figures, pages, an address."""
    last = text.rstrip()
    if last[-1:] == ".":
        return last.split()[-1].strip("().").lower() not in ABBREVIATIONS
    return (
        last[-1:] in "。．】]）)”」》"
        or last[-1:].isdigit()
        or last[-1:] in "頁页期版號号"
        or bool(_ADDRESS_END.search(last))
    )


_HAN_NAMES: Final = re.compile(
    r"(?:[\[［〔（(【][\u3400-\u9fff]{1,3}[\]］〕）)】]\s?)?(?P<first>[\u3400-\u9fff·]{2,20})"
    r"(?:[、，,；; 与與和及]\s?[\u3400-\u9fff·]{2,20}){0,8}?\s?等?人?\s?"
    r"(?:主?[編编](?:著|譯|译)?|[著撰譯译])?\s?[（(，,：:.．。]"
)
_WESTERN_NAMES: Final = re.compile(
    r"(?:(?:de|van|von|di|da|la|le|al|de la|van der|von der)\s)?"
    r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?:[A-Z]\.|[A-Z][a-z]+(?:[,.(&]|\s[A-Z(&]|\sand\b))"
    r"|(?:[A-Z]\.[ -]?)+ ?(?:van |de |von )?[A-Z][a-z’'A-Z-]+|[A-Z][\w’'-]+ "
    r"(?:[A-Z]{1,3}|[A-Z](?: [A-Z]){1,2})(?:[,.;:]|\s\()"
    r"|[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+(?:,| and )|[“\"'‘][A-Z])"
)


_HEAD: Final = 200
_SURE: Final = re.compile(
    r"(?:[\u3400-\u9fff·]{2,4}[、,; ]{1,2}){0,8}(?P<last>[\u3400-\u9fff·]{2,20}?)(?:主?[編编]著?|等人?)?\s?"
    r"\((?:民國?\s?)?\d{2,4}[a-z]?[),年/]|(?:[A-Z][\w’'-]+, (?:[A-Z]\.[ -]?)+[,& ]*){1,8}\(\d{4}[a-z]?[),]"
)


def starts_surely(text: str) -> bool:
    """Tell whether a line begins with names and a year in brackets: even behind a line without its full stop."""
    match = _SURE.match(fold(text[:_HEAD].strip()))
    if match is None:
        return False
    last = match["last"]
    return last is None or split_chinese_name(last) is not None or is_institution(last)


def starts_reference(text: str) -> bool:
    """Tell whether a line begins as references do: with names in their usual forms, a body, or a marked title."""
    body = fold(text[:_HEAD].strip())
    if body[:1] in "〈《「“":
        return True
    match = _HAN_NAMES.match(body)
    if match:
        first = _ROLE_BEHIND.sub("", match["first"])
        return split_chinese_name(first) is not None or "·" in first or is_institution(first)
    if _WESTERN_NAMES.match(body) or _NAMELESS.match(body):
        return True
    clause = re.match(r"[A-Z][^.,(\d]{4,80}(?=[.,(]|\s\()", body)
    if clause is None or _PERIODICAL.match(body):
        return False
    return has_body_word(clause.group()) and _YEAR.search(body, clause.end(), clause.end() + 60) is not None


_ROLE_BEHIND: Final = re.compile(r"(?<=..)(?:主?[编編](?:著|譯|译)?|[著撰譯译])$")
# `Bridge closed. (2010, …`, `Fisheries Act 1996`, 臺灣高等法院…判決
_NAMELESS: Final = re.compile(
    r"[A-Z][^()\d]{8,80}\. \((?:1[5-9]|20)\d\d|[A-Z][\w ]{4,60} Act,? \d{4}"
    r"|[\u3400-\u9fff]{0,12}法[院庭].{2,30}(?:[判裁][決决定]|规定|規定|解释|解釋)"
    r"|[A-Z]\w+(?: [A-Z]\w+){0,4} v\. [A-Z]|(?:Convention|Treaty|Agreement|Protocol) (?:on|for|between|to) "
)
_PERIODICAL: Final = re.compile(r"(?:\w+ ){0,2}(?:Journal|Review|Quarterly|Proceedings|University Press|Press)\b")
_YEAR: Final = re.compile(r"[(,.]\s?(?:(?:1[5-9]|20)\d\d|n\.d)")


_FRESH: Final = re.compile(r"(?:[A-Z]\.[\s-]?)*[^\W\d_][^\s,，、:：(（。.]*(?:[,，、:：(（。]|\s)")
_YEAR_SOON: Final = re.compile(
    r"^[^〈《“「]{1,120}?[(（,，.。]\s?(?:民國?\s?\d{1,3}|(?:1[5-9]|20)\d\d|\d{2,3}[)）]|n\.d|無日期|无日期"
    r"|[二一][〇○零一二三四五六七八九]{3})"
)


_COUNTRY: Final = re.compile(r"[\[［（(【〔][^\W\d]{1,6}[\]］）)】〕]")


def _may_begin(text: str) -> bool:
    """Tell whether a line may be the begin of a reference where no width tells: a name, a year or marks soon after."""
    head = text[:160]
    if not _FRESH.match(head + " "):
        return head[:1] in "〈《“「" or _COUNTRY.match(head) is not None
    return bool(_YEAR_SOON.match(head)) or bool(re.search(r"[〈《“「：:]|\.\s|\[[A-Z/]{1,5}\]", head))
