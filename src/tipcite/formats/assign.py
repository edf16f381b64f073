"""Setting one field of an item from text, as `set`, `add` and `edit` take it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from tipcite.errors import InvalidValue
from tipcite.lang import is_institution, parse_chinese_date, parse_english_date, split_chinese_name
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

_CHECKED: Final[dict[str, Callable[[str], object]]] = {"DOI": parse_doi, "URL": parse_url, "ISBN": parse_isbn}


def assign_field(item: Item, field: str, text: str) -> Item:
    """Return the item with one field set from text; empty text removes the field.

    Names are separated by `;`, `；` or `、` (王寬弘、柯雨瑞; Hogan, Kimberly A.; Roe-Sepowitz, Dominique); one in
    braces is kept whole. Dates are `2021-07-02` or as people write them (2021年7月2日, July 2, 2021).

    Raises:
        InvalidValue: the field is not known, or the text has not the form of its kind.
    """
    name = field_name(field)
    body = text.strip()
    if name == "type":
        return replace(item, type=_type(body))
    if name in NAME_VARIABLES:
        return replace(item, names=_with(item.names, name, parse_names(body)))
    if name in DATE_VARIABLES:
        return replace(item, dates=_with(item.dates, name, parse_date(body) if body else None))
    if name in item.extra:
        return replace(item, extra=_with(item.extra, name, body))
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
        near = difflib.get_close_matches(lower, [*by_lower, *ALIASES], n=2, cutoff=0.6)
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise InvalidValue(f"there is no field {field!r}{hint}")
    return name


def parse_names(text: str) -> tuple[Name, ...]:
    """Read names separated by `;`, `；`, `、` or ` and `."""
    pieces = re.split(r"\s*[;；、]\s*|\s+and\s+", text.strip())
    return tuple(parse_name(piece) for piece in pieces if piece)


def parse_name(text: str) -> Name:
    """Read one name: `Family, Given`, `Given Family`, a Chinese person, an institution, or `{kept whole}`."""
    body = text.strip()
    if body.startswith("{") and body.endswith("}"):
        return Name(literal=body[1:-1])
    if "," in body or "，" in body:
        family, given = re.split(r"\s*[,，]\s*", body, maxsplit=1)
        return Name(family=family, given=given)
    if is_institution(body):
        return Name(literal=body)
    chinese = split_chinese_name(body)
    if chinese:
        return Name(family=chinese[0], given=chinese[1])
    given, _, family = body.rpartition(" ")
    return Name(family=family, given=given) if given and body.isascii() else Name(literal=body)


def parse_date(text: str) -> Date:
    """Read a date in ISO form, or as it is written in Chinese or English.

    Raises:
        InvalidValue: it is none.
    """
    try:
        return parse_iso_date(text)
    except InvalidValue:
        written = parse_chinese_date(text) or parse_english_date(text)
        if written is None:
            raise
        return written


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
