"""What must be answered at once: lists of items, keys, counts.

Only sqlite3 is needed here. Nothing is parsed, and neither the model nor the index is imported unless a query asks.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tipcite.store.connection import storable

if TYPE_CHECKING:
    from tipcite.store.search import Query

_COLUMNS: Final = (
    "items.key, items.type, items.year, items.creators, items.title, items.language,"
    # What stands for a missing title; the JSON of the other items is not looked into.
    """ CASE items.title WHEN '' THEN coalesce(json_extract(items.json, '$."container-title"'), '') ELSE '' END"""
)
# Titles count more than names, names more than the rest; `han` holds all three.
_BY_RELEVANCE: Final = "bm25(search_index, 8.0, 4.0, 1.0, 4.0), key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a list shows of one item."""

    key: str
    type: str
    year: int | None
    creators: str
    title: str
    language: str
    container: str = ""
    """The container's title where there is no title, else ""."""


def rows(connection: sqlite3.Connection, query: str) -> tuple[Row, ...]:
    """List the items that fit a query by their keys, all of them without one."""
    if not query.strip():
        return _rows(connection.execute(f"SELECT {_COLUMNS} FROM items ORDER BY key"))
    from tipcite.store.search import parse_query  # only a query pays for it

    return _found(connection, parse_query(storable(query)), "key")


def search(connection: sqlite3.Connection, query: str) -> tuple[Row, ...]:
    """List the items that fit a query, the best first."""
    from tipcite.store.search import parse_query

    parsed = parse_query(storable(query))
    return _found(connection, parsed, _BY_RELEVANCE if parsed.match else "key")


def keys(connection: sqlite3.Connection, prefix: str = "") -> tuple[str, ...]:
    """Return the keys that begin with `prefix`, in order."""
    found = connection.execute(
        "SELECT key FROM items WHERE substr(key, 1, ?) = ? ORDER BY key", (len(prefix), storable(prefix))
    )
    return tuple(key for (key,) in found)


def aliases(connection: sqlite3.Connection, name: str | None = None) -> dict[str, str]:
    """Return the keys of items that were merged into others, all or one of them, with those of the others.

    They are read from the items' own texts: few items have any, and only these are taken apart.
    """
    found = connection.execute(
        """SELECT alias.value, items.key FROM items, json_each(items.json, '$.custom.tipcite.aliases') AS alias
        WHERE items.json LIKE '%"aliases": [%' AND (?1 IS NULL OR alias.value = ?1) ORDER BY items.key DESC""",
        (None if name is None else storable(name),),
    )
    return {str(alias): key for alias, key in found}


def count(connection: sqlite3.Connection, table: str) -> int:
    """Count the rows of a table."""
    (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)


def _found(connection: sqlite3.Connection, query: Query, order: str) -> tuple[Row, ...]:
    if query.asks_nothing:
        return ()
    source, conditions, parameters = "items", list(query.conditions), list(query.parameters)
    if query.match:
        source = "search_index JOIN items ON items.id = search_index.rowid"
        conditions.insert(0, "search_index MATCH ?")
        parameters.insert(0, query.match)
    where = " AND ".join(conditions)
    return _rows(connection.execute(f"SELECT {_COLUMNS} FROM {source} WHERE {where} ORDER BY {order}", parameters))


def _rows(found: sqlite3.Cursor) -> tuple[Row, ...]:
    return tuple(
        Row(key=key, type=type_, year=year, creators=creators, title=title, language=language, container=container)
        for key, type_, year, creators, title, language, container in found
    )
