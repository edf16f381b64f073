"""Items, retrievals and link states, read back from their texts."""

from __future__ import annotations

import sqlite3

from tipcite.errors import UnknownKey
from tipcite.model import Item, Retrieval
from tipcite.store.connection import storable
from tipcite.store.link_state import LinkState, StateRules, judged
from tipcite.store.listing import aliases, keys
from tipcite.store.mirror_text import item_from_text, retrieval_from_text, state_from_text


def item(connection: sqlite3.Connection, key: str) -> Item:
    """Return the item with a key, or the one that an item of that key was merged into.

    Raises:
        UnknownKey: there is none; the message names keys that look alike.
    """
    found = _item(connection, key)
    if found is None:
        now = aliases(connection, key).get(key)
        found = _item(connection, now) if now is not None else None
    if found is None:
        raise unknown_key(connection, key)
    return found


def _item(connection: sqlite3.Connection, key: str) -> Item | None:
    row = connection.execute("SELECT json FROM items WHERE key = ?", (storable(key),)).fetchone()
    return None if row is None else item_from_text(row[0])


def items(connection: sqlite3.Connection) -> tuple[Item, ...]:
    """Return all items by their keys."""
    return tuple(item_from_text(text) for (text,) in connection.execute("SELECT json FROM items ORDER BY key"))


def told_apart_from(connection: sqlite3.Connection, key: str) -> tuple[Item, ...]:
    """Return the items of which somebody said that they are another work than the one with this key."""
    found = connection.execute("""SELECT json FROM items WHERE json LIKE '%"distinct-from": [%'""")
    items = (item_from_text(text) for (text,) in found)
    return tuple(item for item in items if key in item.distinct_from)


def retrievals(connection: sqlite3.Connection, target: str | None) -> tuple[Retrieval, ...]:
    """Return the retrievals of one link, or of all, each link's in the order of time."""
    where, parameters = ("", ()) if target is None else (" WHERE target = ?", (storable(target),))
    found = connection.execute(f"SELECT json FROM retrievals{where} ORDER BY target, time, json", parameters)
    return tuple(retrieval_from_text(text) for (text,) in found)


def link_states(connection: sqlite3.Connection, rules: StateRules) -> tuple[LinkState, ...]:
    """Return the states of all links that were asked for, as they are by these rules."""
    found = connection.execute("SELECT json FROM links WHERE json IS NOT NULL ORDER BY target")
    return tuple(judged(state_from_text(text), rules) for (text,) in found)


def unknown_key(connection: sqlite3.Connection, key: str) -> UnknownKey:
    """Make the error for a key that no item has, with up to three that look alike."""
    now = aliases(connection, key).get(key)
    if now is not None:
        return UnknownKey(f"{key!r} was merged into {now!r}; name that")
    from difflib import get_close_matches  # only a mistyped key pays for it

    close = get_close_matches(key, keys(connection), n=3, cutoff=0.6)
    advice = f"did you mean {' or '.join(close)}?" if close else "'tipcite list' shows all keys"
    return UnknownKey(f"no item has the key {key!r}; {advice}")
