"""Items, retrievals and link states, read back from their texts."""

from __future__ import annotations

import sqlite3

from tipcite.errors import UnknownKey
from tipcite.model import Item, Retrieval
from tipcite.store.connection import storable
from tipcite.store.link_state import LinkState, StateRules, judged
from tipcite.store.listing import keys
from tipcite.store.mirror_text import item_from_text, retrieval_from_text, state_from_text


def item(connection: sqlite3.Connection, key: str) -> Item:
    """Return the item with a key.

    Raises:
        UnknownKey: there is none; the message names keys that look alike.
    """
    row = connection.execute("SELECT json FROM items WHERE key = ?", (storable(key),)).fetchone()
    if row is None:
        raise unknown_key(connection, key)
    return item_from_text(row[0])


def items(connection: sqlite3.Connection) -> tuple[Item, ...]:
    """Return all items by their keys."""
    return tuple(item_from_text(text) for (text,) in connection.execute("SELECT json FROM items ORDER BY key"))


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
    from difflib import get_close_matches  # only a mistyped key pays for it

    close = get_close_matches(key, keys(connection), n=3, cutoff=0.6)
    advice = f"did you mean {' or '.join(close)}?" if close else "'tipcite list' shows all keys"
    return UnknownKey(f"no item has the key {key!r}; {advice}")
