"""A date or a range of dates, as CSL-JSON says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tipcite.errors import InvalidItem, InvalidValue
from tipcite.model.json_types import JsonValue

DateParts: TypeAlias = tuple[int, ...]
"""Year, month, day, the later ones optional; months 13–16 and 21–24 are seasons; `(0,)`: open end."""

_MONTH_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date (`parts` has one member) or a range (two); what can't be split is in `literal` or `raw`."""

    parts: tuple[DateParts, ...] = ()
    season: str = ""
    circa: bool = False
    literal: str = ""
    raw: str = ""
    extra: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The (first) year, None when there is none."""
        return self.parts[0][0] if self.parts and self.parts[0] else None

    def __str__(self) -> str:
        """ISO 8601 (`2021-07-02`, `2020/2021`), else the literal or raw text."""
        if self.parts:
            return "/".join(_iso(part) for part in self.parts) + ("~" if self.circa else "")
        return self.literal or self.raw


def date(year: int, month: int | None = None, day: int | None = None) -> Date:
    """Make a single date.

    Raises:
        InvalidValue: there is no such day.
    """
    parts = tuple(part for part in (year, month, day) if part is not None)
    check_parts(parts)
    return Date(parts=(parts,))


def check_parts(parts: DateParts) -> None:
    """Raise `InvalidValue` unless the parts name a year, a month or season, and a day that exist."""
    if len(parts) >= 2 and not (1 <= parts[1] <= 16 or 21 <= parts[1] <= 24):
        raise InvalidValue(f"{_iso(parts)!r} is no date: there is no month {parts[1]}")
    if len(parts) >= 3 and parts[1] > 12:
        raise InvalidValue(f"{_iso(parts)!r} is no date: there is no month {parts[1]}")
    if len(parts) >= 3 and not (1 <= parts[2] <= _days(parts[0], parts[1])):
        raise InvalidValue(f"{_iso(parts)!r} is no date: there is no day {parts[2]} in that month")


def parse_iso_date(text: str) -> Date:
    """Read `2021`, `2021-07`, `2021-07-02`, a range with `/`, a closing `~` or `?` (EDTF 0, part of 1).

    Raises:
        InvalidValue: the text is no such date, or names a day that does not exist.
    """
    body = text.strip()
    circa = body.endswith(("~", "?", "%"))
    ends = [end.rstrip("~?%") for end in body.split("/")]
    if len(ends) > 2 or not ends[0]:
        raise InvalidValue(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return Date(parts=tuple(_iso_parts(end, text) for end in ends), circa=circa)


def date_from_csl(value: JsonValue, *, field: str = "issued") -> Date:
    """Read a date of CSL-JSON; a bare string or number is its raw text.

    Raises:
        InvalidItem: the value has no form that CSL-JSON gives dates.
    """
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return Date(raw=str(value))
    if not isinstance(value, Mapping):
        raise InvalidItem(f"{field!r} is {value!r}, which is no date; write {{'date-parts': [[2020]]}}", field=field)
    extra = {key: part for key, part in value.items() if key not in ("date-parts", "season", "circa", "literal", "raw")}
    return Date(
        parts=_parts_from_csl(value.get("date-parts"), field),
        season=str(value.get("season") or ""),
        circa=value.get("circa") not in (None, False, 0, "", "false", "0"),
        literal=str(value.get("literal") or ""),
        raw=str(value.get("raw") or ""),
        extra=extra,
    )


def date_to_csl(value: Date) -> dict[str, JsonValue]:
    """Write a date as CSL-JSON, absent parts left out."""
    out: dict[str, JsonValue] = {}
    if value.parts:
        out["date-parts"] = [list(part) for part in value.parts]
    if value.season:
        out["season"] = value.season
    if value.circa:
        out["circa"] = True
    if value.literal:
        out["literal"] = value.literal
    if value.raw:
        out["raw"] = value.raw
    return {**out, **value.extra}


def _parts_from_csl(value: JsonValue, field: str) -> tuple[DateParts, ...]:
    if value is None:
        return ()
    try:
        ends = [tuple(int(part) for part in end if part not in (None, "")) for end in value]
    except (TypeError, ValueError, OverflowError):
        raise InvalidItem(f"date-parts of {field!r} are {value!r}; write [[year, month, day]]", field=field) from None
    return tuple(end or (0,) for end in ends) if any(ends) else ()


def _iso_parts(text: str, whole: str) -> DateParts:
    if text in ("", ".."):
        return (0,)
    match = re.fullmatch(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text)
    if not match:
        raise InvalidValue(f"{whole!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    parts = tuple(int(part) for part in match.groups() if part is not None)
    check_parts(parts)
    return parts


def _iso(parts: DateParts) -> str:
    if parts in ((), (0,)):
        return ".."
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])


def _days(year: int, month: int) -> int:
    if month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _MONTH_DAYS[month - 1]
