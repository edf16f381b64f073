"""What all JSON records have in common: texts, lists of texts, dates in parts, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tipcite.errors import InvalidIdentifier, InvalidValue
from tipcite.model import Date, DateParts, JsonValue, check_parts, parse_isbn, parse_iso_date

_NO_PAGES: Final = re.compile(r"(?:n/?a|n\.? ?pag\.?|none|null|-)(?:[-–](?:n/?a))?", re.IGNORECASE)

# MARC's codes of three letters (https://www.loc.gov/marc/languages/) → BCP 47; others are their own tag.
_LANGUAGES: Final = {
    "eng": "en", "chi": "zh", "jpn": "ja", "kor": "ko", "ger": "de", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
    "rus": "ru", "dut": "nl", "vie": "vi", "tha": "th", "ara": "ar", "lat": "la", "may": "ms", "ind": "id", "cat": "ca",
    "pol": "pl", "cze": "cs", "hun": "hu", "tur": "tr", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "ukr": "uk",
    "heb": "he", "per": "fa", "gre": "el", "und": "", "mul": "",
}  # fmt: skip


def text_of(value: JsonValue) -> str:
    """Return a text, the first of a list of texts, or a number as text; anything else is none."""
    return next(iter(texts_of(value)), "")


def texts_of(value: JsonValue) -> tuple[str, ...]:
    """Return every text of a list, or the one text; blank ones are left out."""
    members = value if isinstance(value, list) else [value]
    texts = (str(one) for one in members if isinstance(one, (str, int, float)) and not isinstance(one, bool))
    return tuple(text for text in texts if text.strip())


def objects_of(value: JsonValue) -> tuple[Mapping[str, JsonValue], ...]:
    """Return the objects of a list; a single object is a list of one."""
    members = value if isinstance(value, list) else [value]
    return tuple(one for one in members if isinstance(one, Mapping))


def date_of(value: JsonValue) -> Date | None:
    """Read a date of a record, as far as it makes sense; `[[null]]` is none, the 31st of February is a month.

    Seasons stand as months 21–24 or in `season`. A text is read as ISO 8601, its time left out.
    """
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _iso(str(value))
    if not isinstance(value, Mapping):
        return None
    ends = value.get("date-parts")
    parts = tuple(filter(None, (_parts(end) for end in ends))) if isinstance(ends, list) else ()
    if parts:
        return Date(parts=parts[:2], season=_season(value), circa=value.get("circa") in (True, 1, "true", "1"))
    for name in ("raw", "literal"):
        text = text_of(value.get(name))
        if text:
            return _iso(text) or Date(literal=text)
    return None


def _parts(end: JsonValue) -> DateParts:
    members = end if isinstance(end, list) else [end]
    found: list[int] = []
    for member in members[:3]:
        if not re.fullmatch(r"-?\d{1,4}", str(member).strip()) or isinstance(member, bool) or int(member) == 0:
            break
        try:
            check_parts((*found, int(member)))
        except InvalidValue:
            break
        found.append(int(member))
    return tuple(found)


def _season(value: Mapping[str, JsonValue]) -> str:
    return text_of(value.get("season"))


def _iso(text: str) -> Date | None:
    body = re.sub(r"T[\d:.,]+(?:Z|[+-][\d:]+)?", "", text.strip())
    try:
        found = parse_iso_date(body)
    except InvalidValue:
        year = re.fullmatch(r"(\d{4})(?:-\d\d)?(?:-\d\d)?", body)
        return Date(parts=((int(year[1]),),)) if year else None
    return found if found.year else None


def pages_of(text: str) -> str:
    """Return pages as CSL writes them; `n/a-n/a` is none, and so is `1-1` no range."""
    body = re.sub(r"\s*[-\u2010-\u2015\u2212]\s*", "-", text.strip())
    if _NO_PAGES.fullmatch(body):
        return ""
    same = re.fullmatch(r"(\w+)-\1", body)
    return same[1] if same else body


def isbn_of(values: JsonValue) -> str:
    """Return the first valid ISBN of a list, in 13 digits, the first one as it is when none is valid."""
    texts = [text.rsplit("/", 1)[-1] for text in texts_of(values)]
    for text in texts:
        try:
            return parse_isbn(text).value
        except InvalidIdentifier:
            continue
    return texts[0] if texts else ""


def language_of(code: str) -> str:
    """Return the tag of a language that is named by MARC's code."""
    return _LANGUAGES.get(code.lower(), code.lower())
