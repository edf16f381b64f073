"""Dates inside an entry: their forms, and their value as parts.

The extent of a date is found here; ROC years (民國元年 is 1912), Chinese numerals and month names are
`tipcite.lang`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.formats.reftext.later import later
from tipcite.lang import chinese_number, roc_year_to_ad
from tipcite.model import Date, DateParts, check_parts

_MONTHS: Final = "january february march april may june july august september october november december".split()
_SEASONS: Final = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "春": 21,
    "夏": 22,
    "秋": 23,
    "冬": 24,
}
_MONTH: Final = (
    r"(?P<{}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_HAN_NUMBER: Final = "[〇○零一二三四五六七八九十廿卅]"

_FORMS: Final = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        # 2021 年 7 月 2 日, 2021年7月, 二〇二一年七月二日
        "han": (
            rf"(?:西元|公元)?\s?(?P<y>{_YEAR}|{_HAN_NUMBER}{{4}})(?P<suffix>[a-z])?\s?年\s?(?:(?P<m>\d{{1,2}}"
            rf"|{_HAN_NUMBER}{{1,3}})\s?月(?:\s?(?P<d>"
            rf"\d{{1,2}}|{_HAN_NUMBER}{{1,3}})\s?[日號号]?)?)?"
        ),
        # 民國110年7月2日, 民90, 民國一一〇年
        "roc": (
            rf"(?:中華)?民國?\s?(?P<roc>\d{{1,3}}|{_HAN_NUMBER}{{1,4}}|元)(?:\s?年\s?(?:(?P<m>\d{{1,2}}"
            rf"|{_HAN_NUMBER}{{1,3}})"
            rf"\s?月(?:\s?(?P<d>\d{{1,2}}|{_HAN_NUMBER}{{1,3}})\s?[日號号]?)?)?)?"
        ),
        # 110年7月2日: a ROC year without 民國 needs month or day beside it
        "roc-day": r"(?<!\d)(?P<roc>\d{2,3})\s?年\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?",
        # 109年 between separators, 二○二○ without 年; a ROC year below 60 is as likely a duration
        "roc-year": r"(?<=[,.。(\[])\s?(?P<roc>[6-9]\d|1[0-4]\d)\s?年(?=\s?[,.。)\]:〈《“「])",
        "han-year": r"(?P<y>[一二][〇○零一二三四五六七八九]{3})(?=\s?[,.。)\]:〈《“「])",
        # 110/7/2, 110.07.02
        "roc-figures": (
            r"(?<![\d.])(?P<roc>[6-9]\d|1[0-4]\d)(?P<sep>[/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-3]?\d)(?![\d-])"
        ),
        # 2021-07-02, 2021/7/2, 2021.7.2, 2024.09
        "figures": rf"(?<![\d.])(?P<y>{_YEAR})(?P<sep>[-/.])(?P<m>0?[1-9]"
        rf"|1[0-2])(?:(?P=sep)(?P<d>[0-3]?\d))?(?![\d-])",
        # 11月 2, 2025
        "month-first": rf"(?P<m>\d{{1,2}})\s?月\s?(?P<d>\d{{1,2}})\s?日?,\s?(?P<y>{_YEAR})",
        # November 12, 2021; Nov. 12 2021; November 2021; of May/June 2021 the first month
        "month-day-year": (
            rf"\b{_MONTH.format('mon')}(?:\s?[/–-]\s?[A-Z][a-z]{{2,8}}\.?)?\s+"
            rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y>{_YEAR})(?!\d)"
        ),
        # 12 November 2021
        "day-month-year": rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format('mon')},?\s+(?P<y>{_YEAR})(?!\d)",
        # 12-Nov-2021
        "day-dash-month": rf"(?<!\d)(?P<d>\d{{1,2}})-{_MONTH.format('mon')}-(?P<y>{_YEAR})(?!\d)",
        # 2021, November 12; 2021 Nov 12; 2021 Nov
        "year-month": (
            rf"(?<!\d)(?P<y>{_YEAR})(?P<suffix>[a-z])?,?\s+{_MONTH.format('mon')}(?:\s+(?P<d>\d{{1,2}})(?!\d))?"
        ),
        # 02/07/2021 is not read: nobody can tell its month from its day
        "season": rf"(?P<season>Spring|Summer|Autumn|Fall|Winter)\s+(?P<y>{_YEAR})(?!\d)",
        # 2020/2021, 1984-2002, 2002/2008
        "range": rf"(?<![\d.-])(?P<y>{_YEAR})\s?[-/]\s?(?P<end>{_YEAR})(?![\d-])",
        # 2013a, 2013; [2019]
        "year": (
            rf"(?<![\d/-])(?<!\d\.)(?P<y>{_YEAR})(?P<suffix>[a-z])?"
            rf"(?:(?![\d\w-])|(?=(?:[初再修訂订]|[一二三四五六七八九十])+版))"
        ),
    }.items()
}
# Which forms can begin with a figure, by the first character behind the figures and blanks; any other: `year`.
_BEHIND_FIGURES: Final = later(r"\d+\s*")
_BY_NEXT: Final = {
    char: tuple(_FORMS[name] for name in names.split())
    for chars, names in (
        ("年", "han roc-day roc-year year"),
        ("月", "month-first year"),
        ("/.", "roc-figures figures range year"),
        ("-", "figures day-dash-month range year"),
        (",", "year-month year"),
        ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "han day-month-year year-month year"),
    )
    for char in chars
}
_FROM_FIGURE: Final = (_FORMS["year"],)
_FROM_LETTER: Final = (_FORMS["month-day-year"], _FORMS["season"])
_FROM_HAN: Final = (_FORMS["han"], _FORMS["roc"], _FORMS["han-year"])
_NONE: Final = later(
    r"n\.\s?d\.?(?:-?[a-z])?(?![a-z])|no date|無日期|无日期|日期不詳|日期不详|年代不詳|年不詳|不詳"
    r"|未[註注標标]明?(?:日期|年代|年份)?|(?:出版)?年份?不明"
    r"|不详|s\.\s?a\.",
    re.IGNORECASE,
)
_COMING: Final = later(
    r"in press|forthcoming|advance online publication|in preparation|印刷中|出版中|排印中|即將出版|待刊"
    r"|付[印梓]中|刊印中|排版中|審[查稿]中"
    r"|审稿中|已[接錄录][受取用]|(?:under|in) review|accepted for publication|submitted for publication",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date's place in the text, its value (None: the text says that there is none), `2013a`'s letter, a status."""

    start: int
    end: int
    date: Date | None
    suffix: str = ""
    status: str = ""


def match_date(text: str, index: int) -> FoundDate | None:
    """Read the longest date that begins at an index."""
    char = text[index : index + 1]
    figures = _BEHIND_FIGURES.match(text, index)
    if figures:
        forms = _BY_NEXT.get(text[figures.end() : figures.end() + 1], _FROM_FIGURE)
    else:
        forms = _FROM_LETTER if char.isascii() else _FROM_HAN
    found = [match for form in forms if (match := form.match(text, index))]
    if len(found) > 1:
        found.sort(key=_length, reverse=True)
    for match in found:
        value = _value(match)
        if value is not None:
            return FoundDate(start=index, end=match.end(), date=value, suffix=match.groupdict().get("suffix") or "")
    return None if figures else match_undated(text, index)


def _length(match: re.Match[str]) -> int:
    return match.end()


_COMPACT: Final = later(r"(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)")


def match_compact_date(text: str, index: int) -> FoundDate | None:
    """Read `20210702`, which is a date only where something says so."""
    match = _COMPACT.match(text, index)
    value = _value(match) if match else None
    return FoundDate(start=index, end=match.end(), date=value) if match and value else None


def match_undated(text: str, index: int) -> FoundDate | None:
    """Read `n.d.`, 無日期, `in press` at an index."""
    match = _NONE.match(text, index)
    if match:
        return FoundDate(start=index, end=match.end(), date=None)
    match = _COMING.match(text, index)
    return FoundDate(start=index, end=match.end(), date=None, status=match.group()) if match else None


_MONTH_BEGIN: Final = r"(?:J[aAuU][nNlL]|F[eE][bB]|M[aA][rRyY]|A[pPuU][rRgG]|S[eE][pP]|O[cC][tT]|N[oO][vV]|D[eE][cC])"
# The character that may begin a date is consumed, and looked back at: the search jumps from one to the next.
_START: Final = later(
    rf"[0-9JFMASONDWInsifau民中西公無无日年不印出排待即未付已審审刊〇○零一二三四五六七八九十廿卅]"
    rf"(?:(?<![\w-].)(?<!\d\..)(?:(?<=\d)(?:\d|(?:st|nd|rd|th)?[\s-]+{_MONTH_BEGIN})"
    rf"|(?<=J)[aAuU][nNlL]|(?<=F)(?:[eE][bB]|al[a-z])|(?<=M)[aA][rRyY]|(?<=A)(?:[pPuU][rRgG]|ut[a-z])"
    rf"|(?<=S)(?:[eE][pP]|(?:pr|um)[a-z])|(?<=O)[cC][tT]|(?<=N)[oO][vV]|(?<=D)[eE][cC]|(?<=W)in[a-z]"
    rf"|(?<=[nN])(?:\.\s?[dD]|o [dD]ate)|(?<=[sS])\.\s?a\.|(?<=[iI])n pre|(?<=[fF])orthc|(?<=[aA])dvance\s"
    rf"|(?<=民)國?\s?[\d元一二三四五六七八九十]|(?<=中)華民國|(?<=[西公])元\s?\d|(?<=[無无])日期|(?<=日)期不"
    rf"|(?<=年)代?不|(?<=不)[詳详]|(?<=[印出排待即])|(?<=未)[註注標标]|(?<=付)[印梓]|(?<=已)[接錄录]|(?<=[審审])[查稿]中|(?<=刊)印中"
    rf"|(?<=[iI])n rev|(?<=[uU])nder rev|(?<=[aA])ccepted f|(?<=[sS])ubmitted f|(?<={_HAN_NUMBER}){_HAN_NUMBER}{{3}})"
    rf"|(?<=[\u3400-\u9fffA-Za-z].)(?<=[12])(?:(?<=1)[5-9]|(?<=2)0)\d\d(?:\s?年|\.?$))"
)


def dates_in(text: str, start: int, end: int) -> Iterator[FoundDate]:
    """Yield the dates in a stretch, from left to right, none inside another."""
    index = start
    while match := _START.search(text, index, end):
        hit = match_date(text, match.start())
        if hit and hit.end <= end and not _is_page(text, hit):
            yield hit
            index = hit.end
        else:
            index = match.start() + 1


# `378:1711-1722`, `9(2): 1987`, `pp. 1711-1722`
_PAGE_BEFORE: Final = later(r"(?:[\d)]\s?:|\bpp?\.|[頁页])\s?$")
# `S. 1529-1538`: two pages, for `Smith, S. 2015.` ends with an initial
_PAGES_BEFORE: Final = later(r"[,.)\x00]\s?[SsС]\.\s?$")


def _is_page(text: str, hit: FoundDate) -> bool:
    """Tell a page, or two, that look like years: they stand behind a volume and its colon, or behind `pp.`."""
    if hit.date is None or len(hit.date.parts[0]) > 1 or text[hit.end - 1] == "年":
        return False
    before = text[hit.start - 1 : hit.start]
    if before not in (":", " ", ".", "頁", "页"):
        return False
    around = max(0, hit.start - 6), hit.start
    if len(hit.date.parts) > 1 and _PAGES_BEFORE.search(text, *around):
        return True
    return _PAGE_BEFORE.search(text, *around) is not None


_BARE_ROC: Final = later(r"(?P<open>[(,])\s?(?P<roc>[6-9]\d|1[0-4]\d)(?P<suffix>[a-z])?\s?(?P<close>[),])")


def find_bare_roc_year(text: str, end: int) -> FoundDate | None:
    """Find `王寬弘（109）`, `王寬弘，109，`: a ROC year that only its place behind the creators tells."""
    for match in _BARE_ROC.finditer(text, 0, end):
        if (match["open"] == "(") == (match["close"] == ")"):
            year = roc_year_to_ad(int(match["roc"]))
            return FoundDate(
                start=match.start("roc"),
                end=match.end("close") - 1,
                date=Date(parts=((year,),)),
                suffix=match["suffix"] or "",
            )
    return None


def _value(match: re.Match[str]) -> Date | None:
    groups = match.groupdict()
    year = _year(groups)
    if year is None:
        return None
    if groups.get("end"):
        return Date(parts=((year,), (int(groups["end"]),)))
    parts: DateParts = (year,)
    month = _month(groups)
    if month:
        parts = (year, month)
        if groups.get("d"):
            parts = (year, month, _number(groups["d"]) or 0)
    try:
        check_parts(parts)
    except InvalidValue:
        return None
    return Date(parts=(parts,))


def _year(groups: dict[str, str]) -> int | None:
    if groups.get("roc"):
        number = 1 if groups["roc"] == "元" else _number(groups["roc"])
        return roc_year_to_ad(number) if number else None
    return _number(groups["y"])


def month_number(name: str) -> int:
    """Answer the number of a month by its English name or the first three letters of it."""
    return next(place for place, month in enumerate(_MONTHS, start=1) if month.startswith(name.lower()[:3]))


def _month(groups: dict[str, str]) -> int | None:
    if groups.get("season"):
        return _SEASONS[groups["season"].lower()]
    if groups.get("mon"):
        return month_number(groups["mon"])
    return _number(groups["m"]) if groups.get("m") else None


def _number(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text)
    return chinese_number(text)
