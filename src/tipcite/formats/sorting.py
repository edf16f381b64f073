"""The order in which items are written to a file: by author, year, title, key, type or container."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from tipcite.errors import InvalidValue
from tipcite.model import Item

_ARTICLE: Final = re.compile(r"^(?:the|an?|der|die|das|le|la|les)\s+|^[^\w]+", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[^<>]+>")


def sorted_items(items: Iterable[Item], order: str) -> tuple[Item, ...]:
    """Sort items by names with commas between them, `-year` from the newest; items without stand last.

    Raises:
        InvalidValue: there is no such order.
    """
    ordered = list(items)
    names = [part.strip().lower() for part in order.replace("，", ",").split(",") if part.strip()]
    for name in reversed(names):
        key = _KEYS.get(name.lstrip("-"))
        if key is None:
            raise InvalidValue(f"{name!r} is no order; use {', '.join(_KEYS)}, with '-' before it for the reverse")
        there = [(key(item), item) for item in ordered]
        absent = [item for value, item in there if value is None]
        present = sorted(
            ((value, item) for value, item in there if value is not None), key=_first, reverse=name[0] == "-"
        )
        ordered = [item for _, item in present] + absent
    return tuple(ordered)


def _first(pair: Sequence[Any]) -> Any:
    return pair[0]


def _text(text: str) -> Any:
    """Order Chinese by strokes before Western texts by the alphabet, as reference lists do."""
    from tipcite.lang import has_han, latin_key, stroke_key

    if not text:
        return None
    return (0, stroke_key(text)) if has_han(text[:1]) else (1, latin_key(text))


def _author(item: Item) -> Any:
    return _text(" ".join(f"{name.family or name.literal} {name.given}".strip() for name in item.creators))


_KEYS: Final[Mapping[str, Callable[[Item], Any]]] = MappingProxyType(
    {
        "author": _author,
        "year": lambda item: next((date.parts[0] for date in [item.dates.get("issued")] if date and date.parts), None),
        "title": lambda item: _text(_ARTICLE.sub("", _MARKUP.sub("", item.title))),
        "key": lambda item: item.key.casefold() or None,
        "type": lambda item: item.type,
        "container": lambda item: _text(item.fields.get("container-title", "")),
    }
)
