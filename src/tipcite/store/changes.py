"""The changes a library knows, each made from what stands in it under the write lock."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tipcite.errors import InvalidValue, KeyTaken
from tipcite.model import Item, Retrieval
from tipcite.store import history, listing, reading
from tipcite.store.connection import storable
from tipcite.store.keys import assign_keys, key_fault
from tipcite.store.mirror_text import ChecksText, item_from_text
from tipcite.store.writing import Change


def addition(connection: sqlite3.Connection, items: Sequence[Item], retrievals: Sequence[Retrieval] = ()) -> Change:
    """Add items, with a new key where theirs is missing or taken, and what was seen of their links."""
    keyed = assign_keys(items, (*listing.keys(connection), *listing.aliases(connection)))
    seen = recording(connection, retrievals)
    return replace(seen, items={item.key: item for item in keyed})


def replacement(connection: sqlite3.Connection, items: Iterable[Item]) -> Change:
    """Put items in the place of those with their keys.

    Raises:
        UnknownKey: there is no item with one of the keys.
    """
    wanted = {item.key: item for item in items}
    _require_keys(connection, wanted)
    return Change(items=wanted)


def alteration(connection: sqlite3.Connection, keys: Iterable[str], alter: Callable[[Item], Item]) -> Change:
    """Put in the place of each item what `alter` makes of it as it stands now.

    Raises:
        UnknownKey: there is no item with one of the keys.
    """
    wanted = {item.key: item for item in (reading.item(connection, key) for key in dict.fromkeys(keys))}
    return Change(items={key: alter(item) for key, item in wanted.items()})


def removal(connection: sqlite3.Connection, keys: Iterable[str]) -> Change:
    """Take items out; what was seen of their links stays.

    Raises:
        UnknownKey: there is no item with one of the keys.
    """
    wanted = dict.fromkeys(keys)
    _require_keys(connection, wanted)
    return Change(items=wanted)


def renaming(connection: sqlite3.Connection, key: str, new: str) -> Change:
    """Give an item another key.

    Raises:
        UnknownKey: there is no such item.
        KeyTaken: another item has the new key.
        InvalidValue: the new key can't be cited.
    """
    item = reading.item(connection, key)
    if new == item.key:
        return Change()
    if fault := key_fault(new):
        raise InvalidValue(f"{new!r} can't be a key: {fault}")
    if new in listing.keys(connection, new):
        raise KeyTaken(f"the key {new!r} belongs to another item; take a different one, or rename that one first")
    owner = listing.aliases(connection, new).get(new, item.key)
    if owner != item.key:
        raise KeyTaken(f"{new!r} was merged into {owner!r} and is still cited as that; take a different key")
    renamed = replace(item, key=new, aliases=tuple(alias for alias in item.aliases if alias != new))
    others = {
        one.key: replace(one, distinct_from=tuple(new if other == item.key else other for other in one.distinct_from))
        for one in reading.told_apart_from(connection, item.key)
    }
    return Change(items={item.key: None, new: renamed, **others}, summary=f"renamed {item.key} to {new}")


def merging(connection: sqlite3.Connection, merge: Callable[[Item, Item], Item], kept: str, gone: str) -> Change:
    """Put in the place of two items what `merge` makes of them as they stand now, under the key of the first.

    Raises:
        UnknownKey: one of them is no longer there.
    """
    one, other = reading.item(connection, kept), reading.item(connection, gone)
    if one.key == other.key:
        return Change()
    merged = merge(one, other)
    others = {
        third.key: replace(
            third, distinct_from=tuple(one.key if key == other.key else key for key in third.distinct_from)
        )
        for third in reading.told_apart_from(connection, other.key)
        if third.key != one.key
    }
    return Change(items={other.key: None, one.key: merged, **others}, summary=f"merged {other.key} into {one.key}")


def recording(
    connection: sqlite3.Connection,
    retrievals: Sequence[Retrieval],
    keys: Iterable[str] = (),
    date: Callable[[Item], Item] = lambda item: item,
) -> Change:
    """Keep retrievals, and the items that `date` dates."""
    present = set(listing.keys(connection))
    dated = alteration(connection, (key for key in keys if key in present), date)
    return replace(dated, seen=ChecksText(retrievals=tuple(retrievals), states=()))


def undoing(connection: sqlite3.Connection) -> Change:
    """Put every item that the newest entry changed back to what stood there before; what was seen of links stays.

    Raises:
        NothingToUndo: no entry stands.
    """
    entry = history.newest_to_undo(connection)
    found = connection.execute(
        "SELECT key, before FROM changes WHERE entry = ? AND kind = 'item' ORDER BY id", (entry.number,)
    )
    return Change(
        items={key: item_from_text(text) if text else None for key, text in found},
        summary=f"took back {entry.number}: {entry.summary}",
        takes_back=entry.number,
    )


def _require_keys(connection: sqlite3.Connection, keys: Iterable[str]) -> None:
    for key in keys:
        if not connection.execute("SELECT 1 FROM items WHERE key = ?", (storable(key),)).fetchone():
            raise reading.unknown_key(connection, key)
