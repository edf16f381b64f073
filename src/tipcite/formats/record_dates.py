"""Dates as export files have them: `2020/05/01/`, `2020///Spring`, `2020 Nov-Dec`, `2020年5月`, `20200501`.

Sources: the RIS format specification (PY, Y1, DA: "YYYY/MM/DD/other info"); the National Library of Medicine's
MEDLINE/PubMed field descriptions (DP: year, month or season, day).
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.formats.bibtex_dates import UNDATED
from tipcite.formats.bibtex_values import MONTHS
from tipcite.lang import parse_chinese_date, parse_english_date
from tipcite.model import Date, DateParts, check_parts, parse_iso_date

_SLASHES: Final = re.compile(r"(\d{4})/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?", re.DOTALL)
_COMPACT: Final = re.compile(r"(\d{4})([01]\d)([0-3]\d)")
_TIME: Final = re.compile(r"(\d{4}-\d\d?-\d\d?)[T ]\d\d?:\d\d\S*")
_CLOCK: Final = re.compile(r"\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?", re.IGNORECASE)
# `2020 Nov 12`, `2020 Nov-Dec`, `2019 Dec-2020 Jan`, `2020 May 1-7`, `2020 Spring`
_NLM: Final = re.compile(
    r"(\d{4})(?: ([A-Za-z]+)\.?(?: (\d{1,2}))?)?(?:-(?:(\d{4}) ?)?(?:([A-Za-z]+)\.?)?(?: ?(\d{1,2}))?)?"
)
_SPLIT: Final = re.compile(r"(\d{4})[ ,]+(.+)|(.+?)[ ,]+(\d{4})")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})\.? ([A-Za-z]+)\.?|([A-Za-z]+)\.? (\d{1,2})")
_SEASONS: Final = {"spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16}
_SEASON_NAMES: Final = {13: "Spring", 14: "Summer", 15: "Autumn", 16: "Winter"}
_OUR_ERA: Final = re.compile(r"^(?:西元|公元|西曆|西历) ?(?=\d)")
_ABOUT: Final = re.compile(r"(?:c|ca|circa)\.? *(?=\d)", re.IGNORECASE)


def read_date(text: str) -> Date | None:
    """Read a date, None when the text is none, or says more than CSL can."""
    body = _OUR_ERA.sub("", " ".join(text.split()).strip(" .,;"))
    if match := _ABOUT.match(body):
        found = read_date(body[match.end() :])
        return Date(parts=found.parts, circa=True) if found and found.parts else None
    parts = _single(body)
    found = Date(parts=(parts,)) if parts else _written(body) or _range(body)
    return found if found and _is_in_order(found) else None


def read_year_and_date(year: str, date: str) -> Date | None:
    """Read a year and what another field says of month and day (`Nov 12`, `11/12`, or the whole date again)."""
    body = " ".join(date.split()).strip(" .,;")
    whole = read_date(body) if body else None
    start = read_date(year)
    if whole is not None:
        return whole if start is None or whole.year == start.year else None
    if start is None or not body or start.year is None:
        return start if not body else None
    if match := _DAY_MONTH.fullmatch(body):
        month, day = match[2] or match[3], match[1] or match[4]
        return read_date(f"{start.year} {month} {day}")
    return read_date(f"{start.year} {body}") or read_date(f"{start.year}/{body}")


def is_undated(text: str) -> bool:
    """Tell what stands for a year on purpose: `n.d.`, `forthcoming`, `出版中`."""
    return text.lower().strip(" ()[]./") in UNDATED or text.strip() in UNDATED


def _is_in_order(found: Date) -> bool:
    """Tell whether a date begins in a year with four digits and does not end before it begins."""
    first, last = found.parts[0], found.parts[-1]
    return first[0] >= 1000 and (last == (0,) or last >= first)


def _single(body: str) -> DateParts:
    if match := _SLASHES.fullmatch(body):
        month, more = match[2], _CLOCK.sub("", match[4] or "").strip(" /")
        if more.lower() in _SEASONS and not month:
            return (int(match[1]), _SEASONS[more.lower()])
        return () if more else _checked(match[1], month, match[3])
    if match := _COMPACT.fullmatch(body):
        return _checked(*match.groups())
    return ()


def _written(body: str) -> Date | None:
    body = _TIME.sub(r"\1", body)
    try:
        return parse_iso_date(body) if body[:4].isdigit() and body.count("/") < 2 else _words(body)
    except InvalidValue:
        return _words(body)


def _words(body: str) -> Date | None:
    return parse_english_date(body) or parse_chinese_date(body)


def _range(body: str) -> Date | None:
    match = _NLM.fullmatch(body)
    if match is None:
        return None
    year, month, day, year_2, month_2, day_2 = match.groups()
    first = _checked(year, _month(month), day)
    last = _checked(year_2 or year, _month(month_2) or (_month(month) if day_2 and day else ""), day_2)
    if not first:
        return None
    if last and (year_2 or month_2 or day_2):
        return Date(parts=(first, last))
    return None if year_2 or month_2 or day_2 else Date(parts=(first,))


def _month(word: str | None) -> str:
    """Return a month's number as text, "" for no word, "0" for one that is no month."""
    if not word:
        return ""
    name = word.lower()
    return str(MONTHS.get(name) or _SEASONS.get(name, 0))


def _checked(year: str, month: str | None, day: str | None) -> DateParts:
    """Return the parts that are there, none when they name no day."""
    numbers = [int(year)]
    if month:
        numbers.append(int(month))
        if day:
            numbers.append(int(day))
    elif day:
        return ()
    try:
        check_parts(tuple(numbers))
    except InvalidValue:
        return ()
    return tuple(numbers)


def write_slashes(date: Date) -> str:
    """Write the (first) date as RIS has it, `2020/05/01/`, "" when it has none that can be said."""
    parts = date.parts[0] if date.parts else ()
    if not parts or not 1 <= parts[0] <= 9999:
        return ""
    if len(parts) == 1:
        return f"{parts[0]:04d}///"
    if parts[1] in _SEASON_NAMES:
        return f"{parts[0]:04d}///{_SEASON_NAMES[parts[1]]}"
    if parts[1] > 12:
        return f"{parts[0]:04d}///"
    return f"{parts[0]:04d}/{parts[1]:02d}/" + (f"{parts[2]:02d}/" if len(parts) > 2 else "/")


def write_year(date: Date) -> str:
    """Write the (first) year, "" when there is none that can be said."""
    year = date.year
    return f"{year:04d}" if year is not None and 1 <= year <= 9999 else ""


def write_iso(date: Date) -> str:
    """Write the (first) date as `2020-05-01`, a season by its name, "" when it is a year alone or can't be said."""
    parts = date.parts[0] if date.parts else ()
    if len(parts) < 2 or not 1 <= parts[0] <= 9999:
        return ""
    if parts[1] in _SEASON_NAMES:
        return f"{_SEASON_NAMES[parts[1]]} {parts[0]:04d}"
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])]) if parts[1] <= 12 else ""
