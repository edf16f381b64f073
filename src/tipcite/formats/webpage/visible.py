"""What readers see of a page's date and authors, where no metadata says it: labels, bylines, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from tipcite.formats.html import Page
from tipcite.formats.webpage.claims import Basis, Claim
from tipcite.formats.webpage.days import read_day
from tipcite.formats.webpage.people import is_body, read_people
from tipcite.formats.webpage.wording import plain
from tipcite.lang import fold_width, split_chinese_name
from tipcite.model import Date, Name

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHINESE_DAY: Final = (
    r"(?:中華民國|民國)?\s*\d{2,4}\s*[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}(?!\d)\s*日?|月)|\d{7,8}(?!\d)"
)
_ENGLISH_DAY: Final = (
    r"(?:[A-Z][a-z]{2,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{4}/\d{1,2}/\d{1,2})"
)
_DAY: Final = rf"(?P<day>{_CHINESE_DAY}|{_ENGLISH_DAY})"
_PUBLISHED: Final = re.compile(
    r"(?:(?:[發发]布|[發发]佈|[發发]表|刊登|公布|公佈|公告|[張张][貼贴]|上版|上稿|上架|建立|出版|[發发]文|[發发]稿|新聞|登[載载])"
    r"(?:日期|[時时][間间]|日)|(?<![一-鿿])日期|(?<![一-鿿])[時时][間间]"
    r"|\b(?:(?:first )?published|posted|released|issued|(?:release|publication|issue|post)? ?date)(?: on| at| date)?)"
    rf"\s*[:：|│]?\s*{_DAY}",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"(?:(?:最[後后近]?)?(?:更新|修改|[異异][動动])(?:日期|[時时][間间]|日|于|於)?"
    rf"|\b(?:last |page )?(?:updated|modified|reviewed)(?: on| at| date)?)\s*[:：|│]?\s*{_DAY}",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    rf"[\s|·•—–-]*{_DAY}[\s,，|T]*(?:[（(]?(?:星期|週|周)?[一二三四五六日][)）]?)?(?:\d{{1,2}}:\d{{2}}.{{0,20}})?(?:\s+page\s?\d+)?[\s|·•—–-]*"
)
_BELOW: Final = 8
"""So many lines below its heading stands a page's date."""

_LIST: Final = r"[一-鿿]{2,4}(?:[、，和與及／/ ]{1,3}[一-鿿]{2,4}){0,5}"
_REPORTER: Final = re.compile(
    rf"(?:特約|綜合|駐\S{{2,4}})?[記记]者\s*(?P<who>{_LIST}?)\s*[／/|｜]\s*[一-鿿]{{2,8}}?[報报][導导道]"
)
_WIRE: Final = re.compile(
    r"[（(]\s*中央社[記记]者(?P<who>[一-鿿、]{2,24}?)(?P<dayline>\d{1,2}|[一二三四五六七八九十]{1,3})日[^）)]{0,12}[電导導稿]"
)
_PLACES: Final = re.compile(
    r"(?:[台臺][北中南東]|新北|桃園|高雄|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|澎湖|金門|馬祖|連江|香港|北京|上海"
    r"|東京|首爾|紐約|倫敦|巴黎|柏林|曼谷|河內|馬尼拉|新加坡|雅加達|吉隆坡|新德里|雪梨|洛杉磯|舊金山|華盛頓|布魯塞爾|日內瓦)"
    r"[縣市]?$"
)
_AUTHOR: Final = re.compile(
    rf"(?:^|[\s（(【\[])(?:作者|撰文|撰稿人?|文字|採訪撰文|採訪|文)\s*[:：／/|｜]\s*(?P<who>{_LIST})(?![一-鿿])"
)
_BYLINE: Final = re.compile(
    r"\(?\b[Bb][Yy]:?\s+(?P<who>[A-Z][\w.’'-]+(?:\s+(?:and\s+|&\s+)?(?:[a-z]{2,3}\s+)?[A-Z][\w.’'-]*,?){1,10})"
    r"(?:\s*[/|,(·—–-].{0,60})?\)?"
)
_CLASS: Final = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:[\s_-]*(?:name|link|list)s?)?(?:$|\s)", re.IGNORECASE)
_NOT_CLASS: Final = re.compile(r"comment|bio|avatar|image|photo|social|related|footer|about", re.IGNORECASE)
_TITLE_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:article|post|entry|news|content|page|story|main)[-_]?(?:title|headline|subject)|headline|subject)(?:$|\s)",
    re.IGNORECASE,
)
_PUBLISHER: Final = re.compile(r"(?:出版社|出版者|出版單位|Publisher)\s*:\s*(.{2,60})")
_NAMED: Final = frozenset("a span div p address li cite strong h4 h5 h6".split())
_LONGEST: Final = 120
_HEADINGS: Final = 5


def claims(page: Page, root: _Element, *, today: Date | None = None) -> Iterator[Claim]:
    """Claim what is seen: author, date, and the first heading as title.

    A date that stands alone and is `today` is the page's clock.
    """
    for heading in page.structure.headings[:_HEADINGS]:
        yield Claim(variable="title", value=plain(heading), basis=Basis.VISIBLE, mark="h1", confidence=0.65)
    for text, mark, confidence in islice(_other_headings(root), _HEADINGS):
        yield Claim(variable="title", value=text, basis=Basis.VISIBLE, mark=mark, confidence=confidence)
    lines = [fold_width(line) for line in page.structure.shown.split("\n")]
    yield from _days(page, root, lines, today)
    yield from _authors(root, lines)
    for line in lines:
        match = _PUBLISHER.fullmatch(line)
        if match:
            yield Claim(variable="publisher", value=match[1], basis=Basis.VISIBLE, mark="label")
            return


def _other_headings(root: _Element) -> Iterator[tuple[str, str, float]]:
    """Yield what stands as the title on pages without `<h1>`: an element that is marked as it, or the only `<h2>`."""
    for element in root.iter("h2", "h3", "h4", "div", "span", "p", "td"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        text = plain("".join(map(str, element.itertext()))) if _TITLE_CLASS.search(marks) else ""
        if 0 < len(text) <= _LONGEST:
            yield text, "element of the class 'title'", 0.55
    seconds = [plain("".join(map(str, element.itertext()))) for element in root.iter("h2")]
    if len(seconds) == 1 and seconds[0]:
        yield seconds[0], "h2", 0.5


def _days(page: Page, root: _Element, lines: list[str], today: Date | None) -> Iterator[Claim]:
    for text in _times(root):
        day = read_day(text)
        if day is not None:
            yield Claim(variable="issued", value=day, basis=Basis.VISIBLE, mark="time", confidence=0.7)
    shown = "\n".join(lines)
    for pattern, mark, confidence in ((_PUBLISHED, "label", 0.75), (_UPDATED, "label of an update", 0.45)):
        for match in pattern.finditer(shown):
            day = read_day(match["day"], is_roc=True)
            if day is not None:
                said = re.split(r"[\s:：|│]", match[0].strip(), maxsplit=1)[0]
                yield _seen(day, f"{mark} {said!r}", confidence)
        if mark == "label":
            yield from _alone(page, lines, today)


def labelled_day(text: str) -> Date | None:
    """Return the first date that stands behind a label of publication in a text; None when there is none."""
    lines = "\n".join(" ".join(line.split()) for line in fold_width(text).split("\n"))
    days = (read_day(match["day"], is_roc=True) for match in _PUBLISHED.finditer(lines))
    return next((day for day in days if day is not None), None)


def _times(root: _Element) -> Iterator[str]:
    """Yield the machine-readable dates of `<time>`: those that say what they are, else the only one there is."""
    elements = [element for element in root.iter("time") if element.get("datetime")]
    said = [
        element
        for element in elements
        if element.get("itemprop") == "datePublished"
        or element.get("pubdate") is not None
        or re.search(r"publish|entry-date|post-date|article-date", element.get("class") or "", re.IGNORECASE)
    ]
    for element in said or (elements if len({element.get("datetime") for element in elements}) == 1 else []):
        yield element.get("datetime") or ""


def _alone(page: Page, lines: list[str], today: Date | None) -> Iterator[Claim]:
    """Find a line that is nothing but a date: shortly below the heading, or the only one of the page."""
    found = [
        (number, day) for number, line in enumerate(lines) if (day := _only_day(line)) is not None and day != today
    ]
    headings = {fold_width(heading) for heading in page.structure.headings}
    at = next((number for number, line in enumerate(lines) if line in headings), None)
    below = [day for number, day in found if at is not None and 0 < number - at <= _BELOW]
    if below:
        yield _seen(below[0], "a date below the heading", 0.55)
    elif len({str(day) for _, day in found}) == 1:
        yield _seen(found[0][1], "the only date", 0.45)


def _only_day(line: str) -> Date | None:
    match = _ALONE.fullmatch(line) if len(line) <= 60 else None
    return read_day(match["day"]) if match else None


def _seen(day: Date, mark: str, confidence: float) -> Claim:
    return Claim(variable="issued", value=day, basis=Basis.VISIBLE, mark=mark, confidence=confidence)


def _authors(root: _Element, lines: list[str]) -> Iterator[Claim]:
    for text in _marked(root):
        people = read_people([text])
        if people and not any(is_body(name) for name in people) and all(name.given for name in people):
            yield Claim(variable="author", value=people, basis=Basis.VISIBLE, mark="byline", confidence=0.65)
            return
    for line in lines:
        people = _of_line(line)
        if people:
            yield Claim(variable="author", value=people, basis=Basis.VISIBLE, mark="byline", confidence=0.6)
            return


def _marked(root: _Element) -> Iterator[str]:
    """Yield the short texts of the elements that are marked as the author's name."""
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag not in _NAMED:
            continue
        name = element.get("class") or ""
        marked = element.get("itemprop") == "author" or "author" in (element.get("rel") or "").split()
        if marked or (_CLASS.search(name) and not _NOT_CLASS.search(name)):
            text = " ".join("".join(map(str, element.itertext())).split())
            if 0 < len(text) <= _LONGEST:
                yield text


def _of_line(line: str) -> tuple[Name, ...]:
    if len(line) < 4:
        return ()
    if match := _WIRE.search(line):
        return _chinese(_without_place(match["who"]))
    for pattern in (_REPORTER, _AUTHOR):
        match = pattern.search(line)
        if match and (names := _chinese(match["who"])):
            return names
    match = _BYLINE.fullmatch(line) if len(line) <= _LONGEST else None
    people = read_people([match["who"]]) if match else ()
    return people if all(name.given for name in people) else ()


def _without_place(text: str) -> str:
    """Take the place off `王小明台北`: a known one, else what is left behind a name of three characters."""
    match = _PLACES.search(text)
    if match and match.start() >= 2:
        return text[: match.start()]
    before, mark, last = text.rpartition("、")
    return before + mark + last[:3]


def _chinese(text: str) -> tuple[Name, ...]:
    pieces = [piece for piece in re.split(r"[、，,／/ 和與及]+", text) if piece]
    split = [split_chinese_name(piece) for piece in pieces]
    if not pieces or not all(split):
        return ()
    return tuple(Name(family=one[0], given=one[1]) for one in split if one)
