"""Dates as they are printed in Chinese and English; a day that does not exist is no date."""

from __future__ import annotations

import re
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.lang.numerals import NUMERAL, chinese_number, roc_year_to_ad
from tipcite.lang.width import fold_width
from tipcite.model import Date, date

_NUMBER: Final = rf"(?:\d+|[{NUMERAL}]+)"
_ERA: Final = r"(?:中華民國|中华民国|民國|民国|民)"

# 2021年7月2日, 二〇二一年七月, 民國110年7月2日, 民90, 民 98.07; 號/号 and 份 are said for 日 and after 月.
_CHINESE: Final = (
    rf"(?P<era>{_ERA})?\s*(?P<year>{_NUMBER}|元)\s*(?:年\s*(?:(?P<month>{_NUMBER})\s*月份?\s*"
    rf"(?:(?P<day>{_NUMBER})\s*[日號号]?)?)?)?"
)
_NUMERIC: Final = (
    rf"(?P<era>{_ERA})?\s*(?P<year>\d{{2,4}})\s*(?P<mark>[-./])\s*(?P<month>\d{{1,2}})"
    r"(?:\s*(?P=mark)\s*(?P<day>\d{1,2}))?\.?"
)
# `11月 2, 2025`: an English order with a Chinese month, in machine-made lists.
_MONTH_FIRST: Final = r"(?P<month>\d{1,2})月\s*(?P<day>\d{1,2})日?,\s*(?P<year>\d{4})年?"

_MONTHS: Final = {
    form: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
    for form in (name, name[:3])
} | {"sept": 9}
_SEASONS: Final = {"spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16}
_MONTH: Final = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ENGLISH: Final = (
    rf"{_MONTH}\s+{_DAY}\s*,?\s+(?P<year>\d{{4}})",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}}),?\s+{_MONTH}(?:\s+{_DAY})?",
    rf"{_MONTH},?\s+(?P<year>\d{{4}})",
    r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
)
_BRACKETS: Final = r"[(\[]\s*(.*?)\s*[)\]]"


def parse_chinese_date(text: str) -> Date | None:
    """Read a date of a Chinese text: 2021 年 7 月 2 日, 民國110年7月2日, （民 98）, 2021.07.02; None if none.

    A year of the Republic needs its era (民, 民國, 中華民國), for `98` alone may be anything.
    """
    plain = _unbracket(fold_width(text).strip())
    for form in (_NUMERIC, _MONTH_FIRST, _CHINESE):
        match = re.fullmatch(form, plain)
        if match:
            return _chinese_date(match.groupdict())
    return None


def parse_english_date(text: str) -> Date | None:
    """Read a date of an English text: November 12, 2021, 12 Nov 2021, Spring 2021, 2021-11-12; None if it is none.

    Dates of two numbers and a year (`7/2/2021`) are no dates: nothing tells which is the month.
    """
    plain = _unbracket(text.strip().rstrip("."))
    for form in _ENGLISH:
        match = re.fullmatch(form, plain, re.IGNORECASE)
        if match:
            parts = match.groupdict()
            return _date(int(parts["year"]), _month(parts.get("month")), _number(parts.get("day")))
    return None


def _unbracket(text: str) -> str:
    match = re.fullmatch(_BRACKETS, text)
    return match[1] if match else text


def _chinese_date(parts: dict[str, str | None]) -> Date | None:
    year = 1 if parts["year"] == "元" else _number(parts["year"])
    if year is None:
        return None
    if parts.get("era"):
        year = roc_year_to_ad(year)
    elif year < 1000:
        return None
    return _date(year, _number(parts["month"]), _number(parts["day"]))


def _number(text: str | None) -> int | None:
    return None if text is None else chinese_number(text)


def _month(text: str | None) -> int | None:
    """Return the month's number; 0, which no date accepts, for a word that is no month."""
    if text is None or text.isdigit():
        return _number(text)
    return _MONTHS.get(text.lower(), _SEASONS.get(text.lower(), 0))


def _date(year: int, month: int | None, day: int | None) -> Date | None:
    try:
        return date(year, month, day)
    except InvalidValue:
        return None
