"""A pasted text → its entries, with the place of every character.

An entry is a line; or, where a list is wrapped, indented or separated by blank lines, all lines of a block.
Numbers and bullets before an entry are left out of it, headings are set apart, and two entries on one line
are parted where a new one certainly begins.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.westernnames import is_name_list
from tipcite.lang.names import is_institution, surname_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry: its text (lines joined by newline), and where each line of it begins in the pasted text."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    """(index in `text`, line, column) of every physical line, both counted from 1."""

    @property
    def line(self) -> int:
        """The line on which the entry begins."""
        return self.places[0][1]

    def place(self, index: int) -> tuple[int, int]:
        """Answer the line and column of an index into `text`."""
        begin, line, column = next(place for place in reversed(self.places) if place[0] <= max(index, 0))
        return line, column + index - begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that only says what follows: 參考文獻, 中文部分, References."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    number: int
    column: int
    indent: int
    marked: bool
    """A number or bullet stood before it."""


_HEADING_WORDS: Final = re.compile(
    r"(?:[\s#*=_]|[（(]?[一二三四五六七八九十壹貳參叁肆伍甲乙丙丁\dIVX]+[)）]?[、.．:：\s]+|第[一二三四五六七八九十]+[部章節])*"
    r"(?:主要|重要)?(?:引用|參考|参考|徵引|征引|延伸)(?:的)?(?:文獻|文献"
    r"|書目|书目|資料|资料|著作|書籍)?(?:[／/、及與與]?(?:書目|文獻))?"
    r"|(?:[\s#*（(]|[一二三四五六七八九十壹貳參叁肆伍甲乙丙丁\dIVX]+[)）、.．\s]+)*(?:中|英"
    r"|日|西|外|法|德)文(?:參考|参考)?(?:部[分份]|文獻|文献|書目|书目"
    r"|資料|资料|書籍|期刊|論文)?"
    r"|(?:[\s#*（(]|[一二三四五六七八九十壹貳參叁肆伍甲乙丙丁\dIVX]+[)）、.．\s]+)*(?:專書"
    r"|专书|書籍|期刊|期刊論文|學位論文|學位论文|網路資料|網站資料|网络资料"
    r"|報紙|報刊|政府出版品|研討會論文|官方文件|其他)"
    r"|[\s#*\dIVX.]*(?:References?(?: List)?|Bibliography|Works Cited"
    r"|Literature(?: Cited)?|Sources|Cited Works|Further Reading"
    r"|(?:Chinese|English|Western|Books|Articles|Journal Articles|Web(?:sites| Sources)?|Internet Sources)"
    r"(?: (?:References?|Sources|Works|Language))?)",
    re.IGNORECASE,
)
_HEADING_TAIL: Final = re.compile(
    r"[\s:：)）*#=_、／/]*(?:References?|Bibliography|\(?[A-Za-z ]{0,30}\)?)[\s:：*#=_)]*"
)
_BULLET: Final = re.compile(
    r"(?:[•‧●○◆■▪►\-*–—]\s+|\[\d{1,4}\]\s*|\(\d{1,3}\)\s*(?=\D)|（\d{1,3}）\s*"
    r"|［\d{1,4}］\s*|【\d{1,3}】\s*|\d{1,3}[.．)]\s+(?=\D)|\d{1,3}[.．](?=[\u3400-\u9fff])"
    r"|\d{1,3}、\s*|[①-⑳]\s*|[註注]\s?\d{1,3}\s?[:：.．、]\s*"
    r"|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十]{1,3}[）)]\s*)"
)


def split_entries(text: str) -> tuple[RawEntry | Heading, ...]:
    """Cut a pasted text into entries and headings, in their order."""
    blocks = _blocks(text)
    marked = sum(line.marked for block in blocks for line in block) >= 2
    entries: list[RawEntry | Heading] = []
    for block in blocks:
        for group in _group(block, marked=marked):
            if len(group) == 1 and is_heading(group[0].text):
                entries.append(Heading(text=group[0].text.strip(), line=group[0].number))
            else:
                entries.extend(_part(_join(group)))
    return tuple(entries)


def is_heading(text: str) -> bool:
    """Tell whether a line is a heading of a reference list."""
    body = text.strip()
    if not body or len(body) > 60:
        return False
    match = _HEADING_WORDS.match(body)
    return match is not None and bool(_HEADING_TAIL.fullmatch(body, match.end()))


_LINE_END: Final = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]")


def _blocks(text: str) -> list[list[_Line]]:
    blocks: list[list[_Line]] = [[]]
    last: _Counter | None = None
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip(" \t\u3000\xa0\ufeff"):
            blocks.append([])
            continue
        lines, last = _numbered(line, number, last)
        blocks[-1].extend(lines)
    return [block for block in blocks if block]


@dataclass(frozen=True, slots=True)
class _Counter:
    """The last number that was read before an entry: `[3]` is 3 between `[` and `]`."""

    before: str
    count: int
    after: str


def _numbered(line: str, number: int, last: _Counter | None) -> tuple[list[_Line], _Counter | None]:
    """Make a physical line one or, where numbers in it count on (`[1] … [2] …`), several lines."""
    body = line.lstrip(_BLANKS)
    indent = len(line) - len(body)
    bullet = None if is_heading(body) else _BULLET.match(body)
    begin = bullet.end() if bullet else 0
    if not body[begin:].rstrip(_BLANKS):
        bullet, begin = None, 0
    last = _counter(bullet) or last if bullet else last
    cuts: list[tuple[int, int]] = []
    if last is not None:
        cuts, last = _next_numbers(body, begin, last)
    starts = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(body)]
    lines = [
        _Line(
            text=body[start:end].rstrip(),
            number=number,
            column=indent + start + 1,
            indent=indent,
            marked=bullet is not None or place > 0,
        )
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return lines, last


_BLANKS: Final = " \t\u3000\xa0\ufeff"


_DIGITS: Final = re.compile(r"\d+")


def _counter(bullet: re.Match[str]) -> _Counter | None:
    digits = _DIGITS.search(bullet.group())
    if digits is None:
        return None
    before, after = (part.strip() for part in bullet.group().split(digits.group(), 1))
    return _Counter(before, int(digits.group()), after)


def _next_numbers(body: str, index: int, last: _Counter | None) -> tuple[list[tuple[int, int]], _Counter | None]:
    """Find the places of the numbers that follow the last one's, each behind the end of an entry."""
    cuts: list[tuple[int, int]] = []
    while last is not None:
        mark = re.escape(last.before) + str(last.count + 1) + re.escape(last.after)
        place = body.find(str(last.count + 1), index)
        match = None
        if place >= 0:
            match = re.compile(rf"(?<=[.。/\])）])\s*{mark}\s*(?=[^\W\d])").search(body, index)
        if match is None:
            break
        cuts.append(match.span())
        last, index = _Counter(last.before, last.count + 1, last.after), match.end()
    return cuts, last


def _group(block: list[_Line], *, marked: bool) -> list[list[_Line]]:
    """Put the lines of one entry together: by numbers, by hanging indent, or by how a line ends and begins."""
    if len(block) == 1:
        return [block]
    groups: list[list[_Line]] = []
    base = min(line.indent for line in block)
    hanging = len({line.indent > base for line in block}) == 2 and block[0].indent == base
    for line in block:
        previous = groups[-1][-1] if groups else None
        if previous is None or is_heading(line.text) or is_heading(previous.text) or line.marked:
            groups.append([line])
        elif hanging:
            groups[-1].append(line) if line.indent > base else groups.append([line])
        elif (marked and groups[-1][0].marked) or continues(previous.text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


_OPEN_END: Final = re.compile(
    r"(?:[,，、:：;；&(（\-/]|\b(?:and|of|the|in|for|vol\.|no\.|pp\.|from|on|to|a|https?://\S*))$", re.IGNORECASE
)
_FRESH: Final = re.compile(r"(?:[A-Z]\.[\s-]?)*[^\W\d_][^\s,，、:：(（。.]*(?:[,，、:：(（。]|\s)")
_YEAR_SOON: Final = re.compile(
    r"^[^〈《“「]{1,120}?[(（,，.。]\s?(?:民國?\s?)?(?:\d{2,4}|n\.d|無日期|无日期|[二一][〇○零九一二三四五六七八]{3})"
)


def continues(previous: str, line: str) -> bool:
    """Tell whether a line goes on with the entry of the line before it."""
    body = line.strip()
    if _closes(previous, body):
        return True
    if re.match(r"https?://|www\.|doi:|10\.\d{4}", body, re.IGNORECASE):
        return True
    if re.match(
        r"(?:取自|檢自|檢索|上網日期|Retrieved|Accessed|Available|From http|[)）\]】〉》」』”,，;；。:：])", body
    ):
        return True
    if body[:1] in "【[" and body[-1:] in "】].":
        return True
    if body[:1].islower() and not re.match(r"(?:de|van|von|di|da|la|le|al)\b", body):
        return True
    last = previous.rstrip()
    if last.endswith(("。", ".", "．", "】", "]")) or re.search(r"https?://\S+$", last):
        return False
    return bool(_OPEN_END.search(last)) or not begins_entry(body)


_PAIRS: Final = {"”": "“", "〉": "〈", "》": "《", "」": "「", "』": "『", ")": "(", "）": "（"}


def _closes(previous: str, body: str) -> bool:
    """Tell whether the first mark of a line closes one that the line before has left open."""
    first = re.search("[" + "".join((*_PAIRS, *_PAIRS.values())) + "]", body)
    opener = _PAIRS.get(first.group(), "") if first else ""
    return bool(opener) and first is not None and previous.count(opener) > previous.count(first.group())


def begins_entry(text: str) -> bool:
    """Tell whether a line looks like the begin of a reference: a name, and a year or title marks soon after."""
    head = text[:160]
    if not _FRESH.match(head + " "):
        return head[:1] in "〈《“「[［（("
    return bool(_YEAR_SOON.match(head)) or bool(re.search(r"[〈《“「：:]|\.\s|\[[A-Z/]{1,5}\]", head))


def _join(lines: list[_Line]) -> RawEntry:
    if len(lines) == 1:
        return RawEntry(text=lines[0].text, places=((0, lines[0].number, lines[0].column),))
    pieces: list[str] = []
    places: list[tuple[int, int, int]] = []
    index = 0
    for line in lines:
        places.append((index, line.number, line.column))
        pieces.append(line.text)
        index += len(line.text) + 1
    return RawEntry(text="\n".join(pieces), places=tuple(places))


# Behind the end of one entry, a new one: Chinese or Western names and a year in brackets, commas or stops. `刊名，20，`
# is a journal and its volume, `刊名（103）` its issue: only what can be no number of a volume is a year.
_HAN_YEAR: Final = r"(?:民國?\s?\d{2,3}年?|\d{2,3}年|(?:1[5-9]|20)\d\d[a-z]?年?)"
_NEXT_HAN: Final = re.compile(
    r"[。】.]\s*(?=(?P<han>[\u3400-\u9fff·]{2,20}(?:、[\u3400-\u9fff·]{2,20}){0,8})等?人?\s?"
    rf"(?:[(（]\s?{_HAN_YEAR}(?:\d\d?月(?:\d\d?日)?)?\s?[)）]|(?P<bare>[,，])\s?{_HAN_YEAR}\s?[,，]))"
)
_NEXT_WESTERN: Final = re.compile(
    r"[.。】]\s*(?=(?P<names>[A-Z][\w’'-]{1,24}, (?:[A-Z]\.|[A-Z][a-z]+)[^()\d。:“\"\n]{0,120}?)"
    r"(?:\s?[(（]\d{4}[a-z]?[)）]|[.,]\s\d{4}[a-z]?[.,]\s?[“\"A-Z]))"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|民國?\s?\d|n\.d\.|[無无]日期")


# Two entries, each with a name, a year and a title.
_SHORTEST_PAIR: Final = 30


def _part(entry: RawEntry) -> list[RawEntry]:
    """Part entries that run together on one line, where the next one certainly begins."""
    text = entry.text
    year = _YEAR.search(text)
    if year is None or len(text) < _SHORTEST_PAIR:
        return [entry]
    cuts: list[int] = []
    for match in sorted([*_NEXT_HAN.finditer(text), *_NEXT_WESTERN.finditer(text)], key=lambda match: match.end()):
        if _is_next(text, cuts[-1] if cuts else 0, match):
            cuts.append(match.end())
    if not cuts:
        return [entry]
    bounds = [0, *cuts, len(text)]
    return [_slice(entry, start, end) for start, end in itertools.pairwise(bounds)]


def _is_next(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether a match begins an entry: the one before it has its year, and nothing is left open."""
    place = match.end()
    before = text[begin:place]
    if not place - begin > 15 or place > len(text) - 15 or not _YEAR.search(before) or _inside_bracket(text, place):
        return False
    if match.re is _NEXT_WESTERN:
        return is_name_list(match["names"])
    if match["bare"] and not all(surname_of(name) or is_institution(name) for name in match["han"].split("、")):
        return False  # `刊名，2013，20`: without brackets only names tell an entry from a journal
    # `题名. 刊名, 2010, 7`: behind a Han full stop of GB/T 7714 stands the journal
    return before.rstrip()[-1:] != "." or han_share(before) < 0.3


def _inside_bracket(text: str, index: int) -> bool:
    before = fold(text[max(0, index - 600) : index])
    return before.count("【") > before.count("】") or before.count("[") > before.count("]")


def _slice(entry: RawEntry, start: int, end: int) -> RawEntry:
    body = entry.text[start:end]
    end = start + len(body.rstrip())
    line, column = entry.place(start)
    later = [(index - start, row, place) for index, row, place in entry.places if start < index < end]
    return RawEntry(text=entry.text[start:end], places=((0, line, column), *later))
