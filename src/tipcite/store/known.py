"""Which of some items the library has already: by DOI, else by title, year and creators."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from tipcite.model import Item
from tipcite.store import listing
from tipcite.store.connection import storable
from tipcite.store.mirror_text import item_from_text
from tipcite.store.tables import creators_text

Mark: TypeAlias = tuple[str, ...]
"""What makes two items one source; an item has one or more of them."""

_NO_LETTERS: Final = re.compile(r"[\W_]+")

Split: TypeAlias = tuple[tuple[Item, ...], tuple[tuple[Item, str], ...]]
"""The items that are new, and those that are there, each with the key under which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an addition did: the new items, as they came, with their keys, and those that were there."""

    keys: tuple[str, ...]
    fresh: tuple[Item, ...]
    known: tuple[tuple[Item, str], ...]


def split_known(connection: sqlite3.Connection, items: Sequence[Item]) -> Split:
    """Return the items that are new, and those that are there already, each with the key under which.

    Two that are the same among `items` count as one too. Cost grows with library and items, not with their product.
    """
    marks = {mark: key for mark, key in _marks_in(connection)} if items else {}
    fresh: list[Item] = []
    known: list[tuple[Item, str]] = []
    for item in items:
        own = tuple(item_marks(item))
        key = next((marks[mark] for mark in own if mark in marks), None)
        if key is None:
            fresh.append(item)
            marks |= dict.fromkeys(own, item.key)
        else:
            known.append((item, key))
    return tuple(fresh), tuple(known)


def item_marks(item: Item) -> Iterator[Mark]:
    """Yield what an item is recognised by; one with neither DOI nor title needs container, year and pages."""
    if item.doi is not None:
        yield ("doi", item.doi.value)
    title = _folded(storable(item.title))
    if title:
        yield ("title", title, str(item.year), _folded(creators_text(item.creators)), item.type)
        return
    rest = [item.fields.get(field, "") for field in ("container-title", "volume", "issue", "page", "URL")]
    if any(rest):
        yield ("untitled", *map(_folded, rest), str(item.year), _folded(creators_text(item.creators)))


def _marks_in(connection: sqlite3.Connection) -> Iterator[tuple[Mark, str]]:
    """Yield the marks of all items from their columns; only those without title are read whole."""
    for key, value in connection.execute("SELECT item, value FROM identifiers WHERE kind = 'doi'"):
        yield ("doi", value), key
    for row in listing.rows(connection, ""):
        if row.title:
            yield ("title", _folded(row.title), str(row.year), _folded(row.creators), row.type), row.key
    for key, text in connection.execute("SELECT key, json FROM items WHERE title = ''"):
        for mark in item_marks(item_from_text(text)):
            yield mark, key


def _folded(text: str) -> str:
    """Keep letters and digits, in one width and case."""
    normal = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NO_LETTERS.sub("", normal.casefold())
