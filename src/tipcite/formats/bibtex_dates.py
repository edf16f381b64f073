"""Dates of BibTeX and BibLaTeX: EDTF in `date`, `year` with `month` and `day`, and what people type instead."""

from __future__ import annotations

import re
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.formats.bibtex_values import MONTHS
from tipcite.lang import parse_chinese_date, parse_english_date
from tipcite.model import Date, DateParts, check_parts

# EDTF levels 0 and 1 (ISO 8601-2, clauses 4 and 8) as far as biblatex reads them (manual, 2.3.8).
_EDTF: Final = re.compile(
    r"([+-]?\d{1,4}|y-?\d{5,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.+Z-]*)?([~?%]*)", re.IGNORECASE
)
_UNSPECIFIED: Final = re.compile(r"(\d{1,3})([uUxX]{1,3})")
_OPEN: Final = frozenset({"", "..", "open", "unknown", "*"})
_YEARS: Final = re.compile(r"(\d{4})\s*(?:--?|–|—|/)\s*(\d{2,4})")
_LETTERED: Final = re.compile(r"\[?(\d{4})\]?\s*([a-z])?")
_ABOUT: Final = re.compile(r"(?:c|ca|circa|about|約|约)\.?\s*(\d{3,4})", re.IGNORECASE)
_MONTH_DAY: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.?[\s~\xa0]*([A-Za-z]+)\.?|([A-Za-z]+)\.?[\s~\xa0]*(\d{1,2})"
)

UNDATED: Final = frozenset(
    """n.d. nd s.a. undated forthcoming submitted unpublished unknown 無日期 无日期 出版中 付印中 未出版""".split()
) | {"in press", "to appear", "in preparation", "no date", "under review"}
"""What stands for a year on purpose; it is kept as it is."""


class NoDate(Exception):
    """The text is no date; the message says why."""


def parse_date(text: str) -> Date:
    """Read a value of `date`, `urldate` and their like.

    Raises:
        NoDate: it is none.
    """
    body = text.strip().strip("{}")
    whole = _parse_words(body)
    if whole is not None:
        return whole
    ends = body.split("/")
    if len(ends) > 2:
        raise NoDate(f"{text!r} is no date; write YYYY-MM-DD, or two dates with '/' between them")
    if len(ends) == 1 and (match := _UNSPECIFIED.fullmatch(body)):
        size = 10 ** len(match[2])
        first = int(match[1]) * size
        return Date(parts=((first,), (first + size - 1,)))
    parts = tuple(_edtf_parts(end, text) for end in ends)
    if parts[0] == (0,) and len(ends) > 1 and parts[-1] == (0,):
        raise NoDate(f"{text!r} is no date; write YYYY-MM-DD")
    return Date(parts=parts, circa=bool(re.search(r"[~?%]", body)))


def parse_year(year: str, month: str = "", day: str = "") -> tuple[Date, str]:
    """Read `year`, `month` and `day`; also return what was wrong with them, "" when nothing was.

    A year that is none is kept as literal text.
    """
    body = year.strip().strip("{}").replace("\xa0", " ")
    doubt = ""
    start = _parse_any_year(body)
    if start is None:
        known = body.lower().strip(" ()[].") in UNDATED or body.lower() in UNDATED
        return Date(literal=body), "" if known else f"{body!r} is no year; it is kept as text"
    if (match := _LETTERED.fullmatch(body)) and match[2]:
        doubt = f"the year {body!r} was read as {match[1]}; letters behind years are set by the style"
    if not month or len(start.parts) > 1 or len(start.parts[0]) > 1:
        return start, doubt
    parts, wrong = _parse_month(month, day)
    try:
        check_parts((*start.parts[0], *parts))
    except InvalidValue as error:
        return start, str(error)
    return Date(parts=((*start.parts[0], *parts),), circa=start.circa), wrong or doubt


def _parse_any_year(body: str) -> Date | None:
    if body.isascii() and body.isdigit() and len(body) <= 4:
        return Date(parts=((int(body),),))
    if match := _LETTERED.fullmatch(body):
        return Date(parts=((int(match[1]),),))
    if match := _ABOUT.fullmatch(body):
        return Date(parts=((int(match[1]),),), circa=True)
    if match := _YEARS.fullmatch(body):
        end = match[1][: 4 - len(match[2])] + match[2]
        return Date(parts=((int(match[1]),), (int(end),)))
    try:
        return parse_date(body)
    except NoDate:
        return None


def _parse_month(month: str, day: str) -> tuple[DateParts, str]:
    body = month.strip().strip("{}").replace("~", " ")
    number = _month_number(body)
    days = day.strip()
    if number is None and (match := _MONTH_DAY.fullmatch(body)):
        number = _month_number(match[2] or match[3])
        days = match[1] or match[4]
    if number is None:
        return (), f"{body!r} is no month; write one of jan to dec without braces"
    return ((number, int(days)) if days.isdigit() else (number,)), ""


def _month_number(word: str) -> int | None:
    bare = word.strip(" .").lower().removesuffix("月")
    if bare.isdigit():
        return int(bare)
    found = MONTHS.get(bare)
    return int(found) if found else None


def _parse_words(body: str) -> Date | None:
    """Read the forms that are no EDTF: 民國109年, 2020年5月1日, 2020/05/01, May 5, 2020."""
    if body.isascii() and body[:4].isdigit() and body.count("/") < 2 and "." not in body:
        return None
    return parse_chinese_date(body) or parse_english_date(body.replace("\xa0", " ").replace("~", " "))


def _edtf_parts(end: str, whole: str) -> DateParts:
    bare = end.strip()
    if bare.lower() in _OPEN:
        return (0,)
    match = _EDTF.fullmatch(bare)
    if match is None:
        raise NoDate(f"{whole!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year = int(match[1].lower().lstrip("y"))
    if match[1].lstrip("yY").startswith("-"):
        # EDTF counts a year 0, CSL does not: EDTF -0876 is 877 BC (ISO 8601-1, 5.2.1.1).
        year -= 1
    if match[2] and 12 < int(match[2]) < 21:
        raise NoDate(f"{whole!r} is no date: there is no month {match[2]}")
    return _checked((year, *(int(part) for part in match.group(2, 3) if part)), whole)


def _checked(parts: DateParts, whole: str) -> DateParts:
    try:
        check_parts(parts)
    except InvalidValue as error:
        raise NoDate(f"{whole!r} is no date: {str(error).partition(': ')[2]}") from None
    return parts


def write_date(value: Date) -> str:
    """Write a date as EDTF, "" when it has no parts; CSL's seasons 13–16 are EDTF's 21–24."""
    if not value.parts:
        return ""
    return "/".join(_edtf(part) for part in value.parts[:2]) + ("~" if value.circa else "")


def _edtf(parts: DateParts) -> str:
    if parts in ((), (0,)):
        return ""
    year = parts[0] + 1 if parts[0] < 0 else parts[0]
    sign = "-" if parts[0] < 0 and year <= 0 else ""
    first = f"{sign}{abs(year):04d}" if abs(year) <= 9999 else f"y{year}"
    rest = [f"{part + 8 if place == 0 and 13 <= part <= 16 else part:02d}" for place, part in enumerate(parts[1:3])]
    return "-".join([first, *rest])
