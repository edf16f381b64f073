"""What a page prints around a list and no reader takes for an entry: its number, its running header, a watermark.

A line is taken for a header only when it looks like one by itself, or when it comes again and stands beside a
page's number or is set in capitals: an entry's last line (`Routledge`) comes again too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tipcite.formats.reftext.begins import SURE, strength
from tipcite.formats.reftext.endings import closure
from tipcite.formats.reftext.headings import is_heading
from tipcite.formats.reftext.lines import BLANKS, Line, width

# `12`, `- 12 -`, `·88·`, `．214．`, `5 of 6`, `Page 12`, `第 12 頁，共 30 頁`, `xii`
_PAGE_NUMBER: Final = re.compile(
    r"\d{1,4}|[０-９]{1,4}|[ivxl]{1,6}"
    r"|[\s·‧•．.\-–—~～|｜_*=【〔]+(?:\d{1,4}|[０-９]{1,4}|[ivxl]{1,6}|"
    r"[○〇零一二三四五六七八九十百]{1,5})[\s·‧•．.\-–—~～|｜_*=】〕]+"
    r"|(?:[Pp]age|[Pp]\.|PAGE)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/|／)\s*\d{1,4}"
    r"|"
    r"[-–—\s]*第\s*[\d０-９一二三四五六七八九十百]{1,4}\s*[頁页](?:[\s,，/／]*共\s*[\d０-９一二三四五六七八九十百]{1,4}\s*[頁页])?[-–—\s]*"
)
_CAPITALS: Final = r"[A-Z][A-Z.,&’'’\-]*(?:\s+(?:[A-Z][A-Z.,:&’'’\-]*|&)){1,9}"
_JOURNAL: Final = (
    r"[《〈]?[\u3400-\u9fff（）()·]{2,24}[》〉]?[\s\u3000,，·‧•|/-]*"
    r"(?:第\s?[\d０-９一二三四五六七八九十百]{1,4}\s?[卷屆届][\s\u3000,，·．.]*)?第\s?[\d０-９一二三四五六七八九十百]{1,4}\s?(?:[期輯辑號号]|"
    r"卷)"
    r"(?:[\s\u3000,，]*[（(]?總?第?\s?\d{1,4}\s?期[)）]?)?[\s\u3000,，]*(?:[（(]?(?:民國)?[\d〇○零一二三四五六七八九]{2,4}(?:\s?年|"
    r"[./-])[\d一二三四五六七八九十年月/.-]{0,8}[)）]?)?"
)
_HEADER: Final = re.compile(
    rf"\d{{1,4}}[\s\u3000|·]+(?:{_CAPITALS}|{_JOURNAL})|{_CAPITALS}[\s\u3000|·]+\d{{1,4}}|"
    rf"{_JOURNAL}(?:[\s\u3000|·]+\d{{1,4}})?"
    r"|\d{1,4}\s{2,}[A-Z][^.。,]{3,80}|[A-Z][^.。,]{3,80}\s{2,}\d{1,4}"
    r"|\d{1,4}[\s\u3000]{2,}[\u3400-\u9fff][^。，,]{1,40}|[\u3400-\u9fff][^。，,]{1,40}[\s\u3000]{2,}\d{1,4}"
    r"|[A-Z][\w.\s]{2,30}et al\.? ?/ ?[A-Z].{5,80}"
)
_WATERMARK: Final = re.compile(
    r"Downloaded (?:from|by)\b|This content downloaded from|All use subject to|Copyright (?:©|\(c\))|"
    r"©\s?\d{4}|\(c\) \d{4}"
    r"|Published online by|Electronic copy available at|(?:CONTACT|Correspondence:?)\s|"
    r"ISSN[: ]\s?\d{4}-\d{3}[\dX]\b.{0,60}$|\(?[Cc]ontinued (?:on|from)\b|[（(][續续]上?下?[頁页]?[）)]$"
)
# Behind an entry's end: `… 91–109. 18 HALLORAN AND OKONJO`, `… 91-109。·88·`, `… 頁1-9。 - 12 -`. A set comes first,
# and what must be before it is looked at behind it: so the search runs from one of its characters to the next.
_BLANK: Final = r"[\s\u3000]"
_STOP: Final = r".。\]】）)"
_GLUED: Final = re.compile(
    r"[\s\u3000·‧•．](?:"
    rf"(?<=[{_STOP}/\d]{_BLANK}){_BLANK}*(?:[·‧•]\s?\d{{1,4}}\s?[·‧•]|．\s?\d{{1,4}}\s?．){_BLANK}*"
    rf"|(?<=[{_STOP}/\d][·‧•])\s?\d{{1,4}}\s?[·‧•]{_BLANK}*|(?<=[{_STOP}/\d]．)\s?\d{{1,4}}\s?．{_BLANK}*"
    rf"|(?<=[{_STOP}]{_BLANK}){_BLANK}*(?:[-–—]\s?\d{{1,4}}\s?[-–—]{_BLANK}*"
    r"|[Pp]age \d{1,4}(?: of \d{1,4})?|\d{1,4} of \d{1,4}"
    r"|第\s?\d{1,4}\s?[頁页](?:[,，\s]*共\s?\d{1,4}\s?[頁页])?)"
    rf"|(?<=[{_STOP}\d]{_BLANK}){_BLANK}*(?:\d{{1,4}}{_BLANK}+{_CAPITALS}|{_CAPITALS}{_BLANK}+\d{{1,4}})"
    r")$"
)
_EDGE_NUMBER: Final = re.compile(r"^[\W\d]+|[\W\d]+$")
_FAR: Final = 6
_LONGEST: Final = 140


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part a text's lines into those of the list and those of the pages around it."""
    if len(lines) < 2:
        return list(lines), []
    repeated = _repeated(lines)
    numbers = [not line.marked and _is_page_number(line.text) for line in lines]
    if not repeated and not any(numbers) and not _any_header(lines):
        return list(lines), []
    kept: list[Line] = []
    left: list[Line] = []
    cut = gap = False
    outside = [
        (numbers[place] and _is_number_of_page(lines, place))
        or (not line.marked and _is_header(lines, numbers, place, repeated))
        for place, line in enumerate(lines)
    ]
    headers = _headers(line.text for line, is_outside in zip(lines, outside, strict=True) if is_outside)
    for line, is_outside in zip(lines, outside, strict=True):
        if is_outside:
            left.append(line)
            gap = gap or line.gap
            cut = True
            continue
        rest, glued = _unglued(line, headers)
        if glued is not None:
            left.append(glued)
        if cut:
            rest = rest._replace(cut=True, gap=rest.gap or gap)
        cut, gap = glued is not None, False
        kept.append(rest)
    return kept, left


def _is_page_number(text: str) -> bool:
    first = text[0]
    return (not first.isalpha() or first in "ivxlPp第") and _PAGE_NUMBER.fullmatch(text) is not None


def _any_header(lines: Sequence[Line]) -> bool:
    return any(_looks_like_header(line.text) or _WATERMARK.match(line.text) or _glued(line.text) for line in lines)


def _looks_like_header(text: str) -> bool:
    """Tell whether a line has the form of a running header: all have a number at an end, 第 or `et al. /`."""
    if len(text) > _LONGEST:
        return False
    likely = text[0].isdecimal() or text[-1].isdecimal() or "第" in text or ("/" in text and "et al" in text)
    return likely and _HEADER.fullmatch(text) is not None


def _glued(text: str) -> re.Match[str] | None:
    """Find a page's header or number at the end of a line; most ends can be neither's, and are not searched."""
    last = text.rstrip()[-1:]
    if last.isdecimal() or last in _CAPITALS_END:
        words = text.rsplit(None, 2)
        if len(words) < 3 or not _GLUED_WORD.fullmatch(words[1]):
            return None
    elif last not in _MARK_END:
        return None
    return _GLUED.search(text, max(0, len(text) - _LONGEST))


# `… 18 HALLORAN AND OKONJO`, `… page 12`: what the last character may be, and the last word but one
_CAPITALS_END: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ.,:&’'")
_GLUED_WORD: Final = re.compile(r"[A-Z][A-Z.,:&’'\-]*|&|[Pp]age|of")
_MARK_END: Final = frozenset("-–—·‧•．頁页")


def _is_number_of_page(lines: Sequence[Line], place: int) -> bool:
    """A lone letter-like numeral (`l`, `一`) or a number that ends an address is no page's."""
    text = lines[place].text.strip(BLANKS)
    if len(lines) == 1 or (not any(char.isdigit() for char in text) and len(text) < 2):
        return False
    before = lines[place - 1].text if place else ""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    if re.match(r"[\[(（](?:1[5-9]|20)\d\d\D", text):
        return False
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", text) and before[-1:] in ",，:：(（":
        return False
    if re.search(r"(?:\d[-–]|https?://\S+[/=_-]|[,，:：(（]|\b(?:pp?|[Vv]ol|[Nn]o)\.|[頁页第])$", before) and not after:
        return False
    return not (re.search(r"(?:\d[-–]|\b(?:pp?|[Vv]ol|[Nn]o)\.|[頁页第])$", before) and text.isdigit())


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", _EDGE_NUMBER.sub("", text)).strip().casefold()


def _repeated(lines: Sequence[Line]) -> dict[str, set[str]]:
    """Find what comes again, numbers aside, and may be a header: keys, by the words with which they begin."""
    alike: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if 3 < len(line.text) <= 110 and not line.marked and "//" not in line.text:
            alike.setdefault(_first_words(line.text), []).append(place)
    repeated: dict[str, set[str]] = {}
    for words, candidates in alike.items():
        if candidates[-1] - candidates[0] >= _FAR:
            places: dict[str, list[int]] = {}
            for place in candidates:
                places.setdefault(_key(lines[place].text), []).append(place)
            keys = {key for key, found in places.items() if len(key) > 3 and found[-1] - found[0] >= _FAR}
            if keys:
                repeated[words] = keys
    return repeated


def _first_words(text: str) -> str:
    """Answer the first two runs of letters; lines that differ in them have different keys, which cost more."""
    words = _FIRST_WORDS.match(text)
    return f"{words[1]} {words[2]}".casefold() if words else ""


_FIRST_WORDS: Final = re.compile(r"[\W\d]*([^\W\d]+)[\W\d]*([^\W\d]*)")


def _is_header(lines: Sequence[Line], numbers: Sequence[bool], place: int, repeated: dict[str, set[str]]) -> bool:
    text = lines[place].text
    if len(text) > _LONGEST or is_heading(text):
        return False
    if _WATERMARK.match(text):
        return True
    before = lines[place - 1].text if place else ""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    if re.match(r"[,，。.:：;；、]", after):
        return False
    if _looks_like_header(text) and strength(text) < SURE:
        return not (text[-1:] in "期號号卷輯辑" and closure(before) < 0 and re.match(r"[頁页,，:：]", after))
    alike = repeated.get(_first_words(text)) if repeated and text[-1:] not in ".。,，;；:：、" else None
    if alike is None or _key(text) not in alike:
        return False
    if strength(text + " " + after) >= SURE and strength(text) >= SURE:
        return False
    around = (place and numbers[place - 1]) or (place + 1 < len(numbers) and numbers[place + 1])
    numbered = re.search(r"^\d{1,4}\s|\s\d{1,4}$|^[·．-]\s?\d|\d\s?[·．-]$", text)
    capitals = text.isupper() and len(text.split()) > 1
    apart = lines[place].gap and (place + 1 == len(lines) or lines[place + 1].gap)
    # A line of a wrapped entry reaches the column, as the lines around it do.
    short = max(width(before), width(after)) * 0.75 > width(text) and bool(after) and strength(after) == 0
    return bool(around or numbered or capitals or apart or short)


def _unglued(line: Line, headers: Sequence[str]) -> tuple[Line, Line | None]:
    """Cut a page's header or number off the end of a line."""
    match = _glued(line.text)
    if match is None:
        match = _glued_header(line.text, headers)
    if match is None:
        return line, None
    glued = match.group().strip(BLANKS)
    begin = line.text.index(glued, match.start())
    return (
        line._replace(text=line.text[: match.start()].rstrip(BLANKS)),
        line._replace(text=glued, start=line.start + begin),
    )


# A list has two running headers, an article more than a dozen never.
_MOST_HEADERS: Final = 12


def _headers(texts: Iterable[str]) -> tuple[str, ...]:
    """Name the headers that have lines of their own, without their numbers."""
    bare = {_EDGE_NUMBER.sub("", text) for text in texts}
    return tuple(sorted(one for one in bare if len(one) > 5))[:_MOST_HEADERS]


def _glued_header(text: str, headers: Sequence[str]) -> re.Match[str] | None:
    """Find a header that elsewhere has a line of its own behind the end of an entry."""
    for header in headers:
        place = text.rfind(header, len(text) - len(header) - 12)
        if place > 20 and _EDGE_NUMBER.sub("", text[place:]) == header and closure(text[:place].rstrip(BLANKS)) > 0:
            return re.compile(r".*", re.DOTALL).match(text, place)
    return None
