"""Dates as people type them, and dates that name no month: read and repaired before anything is rendered."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.model import Date, parse_iso_date

_MONTHS: Final = {
    name: number
    for number, names in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
    for name in [names]
} | {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WORDS: Final = re.compile(r"[A-Za-z]+")
_NUMBERS: Final = re.compile(r"\d{1,9}")
_RANGE: Final = re.compile(r"\s+[-–—]\s+|\s*[–—/]\s*")
_SLASHED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SEASON_BASE: Final = 20


def parse_raw_date(text: str) -> Date:
    """Read a typed date (`12 May 2020`, `Spring 1999 - Summer 2001`); what it is not stays literal."""
    body = text.strip()
    try:
        return parse_iso_date(body)
    except InvalidValue:
        pass
    ends = []
    for end in _RANGE.split(body):
        parts = _typed(end)
        if parts is None:
            return Date(literal=text)
        ends.append(parts)
    return Date(parts=tuple(ends)) if 1 <= len(ends) <= 2 else Date(literal=text)


def repair_date(value: Date) -> Date:
    """Read `raw` or `edtf`, drop months and days that do not exist, write seasons as months 21 to 24."""
    typed = value.raw or str(value.extra.get("edtf", ""))
    if typed and not value.parts and not value.literal:
        parsed = parse_raw_date(typed)
        return replace(parsed, circa=parsed.circa or value.circa, season=value.season)
    parts = tuple(_repaired(part) for part in value.parts)
    season = value.season.strip()
    if season.isdecimal() and len(season) <= 2 and 1 <= int(season) <= 4 and parts and len(parts[0]) == 1:
        return replace(value, parts=((parts[0][0], _SEASON_BASE + int(season)), *parts[1:]), season="")
    return replace(value, parts=parts) if parts != value.parts else value


def _repaired(parts: tuple[int, ...]) -> tuple[int, ...]:
    """Seasons were written 13 to 16 and 17 to 20 before EDTF's 21 to 24."""
    if len(parts) < 2:
        return parts
    year, month = parts[0], parts[1]
    if 1 <= month <= 12:
        return (year, month, *(day for day in parts[2:3] if 1 <= day <= 31))
    if 13 <= month <= 24:
        return (year, _SEASON_BASE + (month - 13) % 4 + 1)
    return (year,)


def _typed(text: str) -> tuple[int, ...] | None:
    slashed = _SLASHED.fullmatch(text.strip())
    if slashed:
        month, day, year = (int(part) for part in slashed.groups())
        return (year, month, day) if month <= 12 else (year, day, month)
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    words = [_MONTHS.get(word.lower(), _MONTHS.get(word.lower()[:3], 0)) for word in _WORDS.findall(text)]
    years = [number for number in numbers if number > 31]
    if len(years) != 1 or 0 in words or len(words) > 1:
        return None
    days = [number for number in numbers if number <= 31]
    if not words:
        return (years[0],) if not days else None
    return (years[0], words[0], *days[:1])
