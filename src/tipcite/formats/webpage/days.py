"""The dates of pages: as machines write them in metadata, and as people print them, also in years of the Republic."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.lang import fold_width, parse_chinese_date, parse_english_date, roc_year_to_ad
from tipcite.model import Date, date

_ISO: Final = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d])")
_PACKED: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?")
_MONTH_PACKED: Final = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_ROC_PACKED: Final = re.compile(r"(0?[5-9]\d|1[0-4]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
_ROC: Final = re.compile(r"(\d{2,3})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)")
_ROC_WORDS: Final = re.compile(r"(\d{2,3})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日號])?")
_TWO_AND_YEAR: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_SECONDS: Final = re.compile(r"1\d{9}(?:\d{3})?")
_WEEKDAY: Final = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_TIME: Final = re.compile(
    r"[\s,|T]*(?:at\s+|[上下]午\s*|[（(][一二三四五六日][)）]\s*)?\d{1,2}:\d{2}.*$|\s*[（(](?:星期|週)?[一二三四五六日][)）].*$|\s*星期[一二三四五六日].*$",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_EPOCHS: Final = frozenset({(1970, 1, 1), (1969, 12, 31), (1900, 1, 1), (1899, 12, 30), (1753, 1, 1)})
"""What systems write where they know no date."""
_FIRST_YEAR: Final = 1450
_LAST_YEAR: Final = 2200


def read_day(text: str, *, is_roc: bool = False) -> Date | None:
    """Read one date in whatever form a page gives it; None when it is none, or none that can be.

    `is_roc` says that a year of two or three digits is one of the Republic, as it is behind a label on a page from
    Taiwan: `112-05-03` and `112/5/3` are 3 May 2023. `7/2/2021` names its year only: nothing tells which is the month.
    """
    body = fold_width(text).strip(" \t\r\n:;,。，")
    if not body or len(body) > 80:
        return None
    found = _machine(body) or (_roc(body) if is_roc else None)
    if found is None:
        spoken = _WEEKDAY.sub("", _TIME.sub("", body)).strip()
        found = parse_chinese_date(spoken) or parse_english_date(spoken) or _roc_with_era(spoken)
    return found if found is not None and is_likely(found) else None


def is_likely(day: Date) -> bool:
    """Tell a date from what systems write where they know none (1 January 1970, year 1)."""
    parts = day.parts[0] if day.parts else ()
    return bool(parts) and _FIRST_YEAR <= parts[0] <= _LAST_YEAR and parts not in _EPOCHS


def _machine(body: str) -> Date | None:
    match = _ISO.match(body)
    if match:
        return _day(int(match[1]), *(int(part) for part in (match[3], match[4]) if part and int(part)))
    if match := _PACKED.fullmatch(body):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_PACKED.fullmatch(body):
        return _day(int(match[1]), int(match[2]))
    if match := _TWO_AND_YEAR.match(body):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 >= second:
            return _day(year, second, first)
        if second > 12 >= first:
            return _day(year, first, second)
        return _day(year, first, second) if first == second else _day(year)
    if _SECONDS.fullmatch(body):
        moment = datetime.fromtimestamp(int(body[:10]), UTC)
        return _day(moment.year, moment.month, moment.day)
    return _mail(body)


def _mail(body: str) -> Date | None:
    """Read a date as HTTP and mail write it (RFC 5322, 3.3)."""
    if not re.match(r"[A-Z][a-z]{2}, \d", body):
        return None
    try:
        moment = parsedate_to_datetime(body)
    except ValueError:
        return None
    return _day(moment.year, moment.month, moment.day)


def _roc(body: str) -> Date | None:
    match = _ROC.match(body)
    if match:
        return _day(_ad(match[1]), int(match[3]), int(match[4]))
    if match := _ROC_WORDS.match(body):
        return _day(_ad(match[1]), *(int(part) for part in (match[2], match[3]) if part))
    if match := _ROC_PACKED.fullmatch(body):
        return _day(_ad(match[1]), int(match[2]), int(match[3]))
    return None


def _roc_with_era(body: str) -> Date | None:
    era = re.match(r"(?:中華民國|民國)\s*", body)
    return _roc(body[era.end() :]) if era else None


def _ad(year: str) -> int:
    return roc_year_to_ad(int(year))


def _day(year: int, *rest: int) -> Date | None:
    try:
        return date(year, *rest)
    except InvalidValue:
        return None
