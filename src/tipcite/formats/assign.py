"""Setting one field of an item from text, as `set`, `add` and `edit` take it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from tipcite.errors import InvalidValue
from tipcite.lang import parse_chinese_date, parse_english_date
from tipcite.model import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    Date,
    Item,
    Name,
    parse_doi,
    parse_isbn,
    parse_iso_date,
    parse_url,
)

_T = TypeVar("_T")

ALIASES: Final = {
    "year": "issued",
    "date": "issued",
    "journal": "container-title",
    "container": "container-title",
    "pages": "page",
    "place": "publisher-place",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "retrieved": "accessed",
    "lang": "language",
}
"""What people call CSL's variables."""

# A name in braces, or whatever stands before the next separator.
_NAME_PIECE: Final = re.compile(r"\{[^{}]*\}|[^;；、{}]+")
# 王寬弘(Wang Kuan-hung): two writings of one name are not taken apart.
_ANNOTATED: Final = re.compile(r"[^\x00-\x7f]+\s*[(（][A-Za-z][^()（）]*[)）]")
_JOINT_BEFORE: Final = re.compile(r"^(?:and\b|&|[與和及与]|,)\s*", re.IGNORECASE)
_JOINT_AFTER: Final = re.compile(r"(?:\band|&|[與和及与])$", re.IGNORECASE)
_SUFFIX: Final = re.compile(r",\s*((?:Jr|Sr)\.?|II|III|IV)$")
_ABOUT: Final = re.compile(r"(?:c\.|ca\.|circa\b|約|约)\s*", re.IGNORECASE)
_TIME: Final = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:.*$")
_COMPACT: Final = re.compile(r"^(\d{4})([01]\d)([0-3]\d)$")
_YEARS: Final = re.compile(r"^(\d{4})\s*[-–—~～至]\s*(\d{4})$")
_SHORT_YEAR: Final = re.compile(r"[1-9]\d{0,2}(?:[-/.年]|$)(?!.*\d{4})")

_CHECKED: Final[dict[str, Callable[[str], object]]] = {"DOI": parse_doi, "URL": parse_url, "ISBN": parse_isbn}


def assign_field(item: Item, field: str, text: str) -> Item:
    """Return the item with one field set from text; empty text removes the field.

    Names are written as in a reference list (王寬弘、柯雨瑞; Hogan, Kimberly A. & Dominique Roe-Sepowitz); one in
    braces is kept whole. Dates are `2021-07-02` or as people write them (2021年7月2日, July 2, 2021).

    Raises:
        InvalidValue: the field is not known, or the text has not the form of its kind.
    """
    body = text.strip()
    if field in item.extra:
        return replace(item, extra=_with(item.extra, field, body))
    name = field_name(field)
    if name == "type":
        return replace(item, type=_type(body))
    if name in NAME_VARIABLES:
        return replace(item, names=_with(item.names, name, parse_names(body)))
    if name in DATE_VARIABLES:
        return replace(item, dates=_with(item.dates, name, parse_date(body) if body else None))
    if body and name in _CHECKED:
        body = str(_CHECKED[name](body))
    return replace(item, fields=_with(item.fields, name, body))


def field_name(field: str) -> str:
    """Return CSL's name of a field, however it was spelled.

    Raises:
        InvalidValue: there is no such field.
    """
    known = {"type", *TEXT_VARIABLES, *NUMBER_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES}
    if field in known:
        return field
    lower = field.strip().lower().replace("_", "-")
    by_lower = {one.lower().replace("_", "-"): one for one in known}
    name = ALIASES.get(lower) or by_lower.get(lower)
    if name is None:
        near = difflib.get_close_matches(lower, {**by_lower, **ALIASES}, n=2, cutoff=0.6)
        hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "fields have CSL's names: title, author, …"
        raise InvalidValue(f"there is no field {field!r}; {hint}")
    return name


def parse_names(text: str) -> tuple[Name, ...]:
    """Read names as people type them: `;`, `、`, `&`, `and` between them, one in braces kept whole.

    Raises:
        InvalidValue: names are left out (et al., 等).
    """
    pieces = [piece.strip() for piece in _NAME_PIECE.findall(text)]
    braced = [piece.startswith("{") for piece in pieces]
    for at, piece in enumerate(pieces):
        # What joins a name to one in braces is no part of it.
        if at and braced[at - 1]:
            piece = _JOINT_BEFORE.sub("", piece)  # noqa: PLW2901
        pieces[at] = _JOINT_AFTER.sub("", piece) if at + 1 < len(pieces) and braced[at + 1] else piece
    return tuple(name for piece in pieces if piece for name in _names(piece))


def _names(piece: str) -> tuple[Name, ...]:
    """Read what stands between two `;` or `、`: mostly one name, in a Western list several.

    Raises:
        InvalidValue: it ends with et al. or 等: who the others are is not known.
    """
    if piece.startswith("{"):
        return (Name(literal=piece.strip("{}").strip()),)
    if _ANNOTATED.fullmatch(piece):
        return (Name(literal=piece),)
    if piece.endswith((",", "，")):
        return (Name(family=piece[:-1].strip()),)
    from tipcite.formats.reftext.names import read_creators  # its grammar is large, and most fields are no names

    creators = read_creators(_SUFFIX.sub(r" \1", piece))
    if creators.others:
        raise InvalidValue(f"{piece!r} leaves names out; write them all")
    return creators.names


def parse_date(text: str) -> Date:
    """Read a date in ISO form, or as it is written in Chinese or English; one in braces is kept as it is.

    Raises:
        InvalidValue: it is none.
    """
    body = text.strip()
    if body.startswith("{") and body.endswith("}"):
        return Date(literal=body[1:-1].strip())
    about = _ABOUT.match(body)
    plain = _TIME.sub("", body[about.end() :] if about else body)
    plain = _YEARS.sub(r"\1/\2", _COMPACT.sub(r"\1-\2-\3", plain))
    if _SHORT_YEAR.match(plain):
        raise InvalidValue(f"{text!r} may be a year of the Republic or of our era; write 民國{plain} or four digits")
    found = _date(plain, text)
    return replace(found, circa=found.circa or bool(about))


def _date(plain: str, text: str) -> Date:
    try:
        found = parse_iso_date(plain)
    except InvalidValue as error:
        written = parse_chinese_date(plain) or parse_english_date(plain)
        if written is None and "there is no" in str(error):
            raise
        found = written or Date()
    if any(not 0 < abs(part[0]) <= 9999 for part in found.parts[:1]) or not found.parts:
        raise InvalidValue(f"{text!r} is no date; write 2021, 2021-07, 2021-07-02, 2021年7月2日, or July 2, 2021")
    return found


def _type(text: str) -> str:
    if text in ITEM_TYPES:
        return text
    near = difflib.get_close_matches(text, ITEM_TYPES, n=3, cutoff=0.3)
    raise InvalidValue(
        f"{text!r} is no CSL type; did you mean {' or '.join(near)}?" if near else f"{text!r} is no CSL type"
    )


def _with(mapping: Mapping[str, _T], key: str, value: _T | None) -> dict[str, _T]:
    """Return the mapping with a key set, or without it when the value is empty."""
    others = {name: content for name, content in mapping.items() if name != key}
    return {**others, key: value} if value else others
